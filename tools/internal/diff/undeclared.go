// Undeclared: documents of a schema in which a wildcard lets in what only the other schema declares, and so constrains. They are left out of account unless
// [Options.NoAssumptions] counts them; then the change that declares it says what it breaks.

package diff

import (
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/inclusion"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/sample"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
	"github.com/mvainnsyn/mvainnsyn/xsd"
	"github.com/mvainnsyn/mvainnsyn/xsd/content"
)

// undeclaredReason is that of a declaration which may make a difference where a wildcard let in anything of its name.
const undeclaredReason = "a wildcard of the other schema lets in anything of that name, and no document that shows a difference was found"

// undeclared judges a global element or attribute by the documents of the schema that does not declare it.
func (j *judge) undeclared(p ofSet, q Question) Judgement {
	from := accepting(q)
	var places func(yield func(string) bool)
	switch c := p.component.(type) {
	case *schema.Element:
		if c.Type == schema.Type(schema.AnyType()) && !c.Abstract && c.Constraint == nil {
			return Judgement{} // anything is what it was before
		}
		places = j.strangeElements(from, c)
	case *schema.Attribute:
		places = j.strangeAttributes(from, c)
	default:
		return Judgement{}
	}
	found := false
	for document := range places {
		if j.validators[from].Document(strings.NewReader(document)) != nil {
			continue
		}
		found = true
		if !j.onlyHere(from, document) {
			continue
		}
		document = inclusion.Shrink(document, func(smaller string) bool { return p.usedIn(smaller) && j.onlyHere(from, smaller) })
		if w := j.shown(q, document, func(xsd.Violation) bool { return true }); w != nil {
			return Judgement{Verdict: Breaking, Witness: w}
		}
	}
	if !found {
		return Judgement{}
	}
	return Judgement{Verdict: Undecided, Reason: undeclaredReason}
}

// onlyHere reports whether the one schema takes a document and the other does not.
func (j *judge) onlyHere(from Side, document string) bool {
	return j.validators[from].Document(strings.NewReader(document)) == nil && j.validators[from.other()].Document(strings.NewReader(document)) != nil
}

// strangeElements are documents in which a wildcard lets in an element of that name, which is not declared there, with one content or another; if none lets in
// the name, within what one lets in that nobody declares.
func (j *judge) strangeElements(s Side, e *schema.Element) func(yield func(string) bool) {
	direct := stranger{s, e.Name.Space, func(w *schema.Wildcard) (schema.Name, bool) {
		return e.Name, w.Process != content.Skip && w.Namespaces.Allows(e.Name.Space)
	}}
	return func(yield func(string) bool) {
		tree, at := j.aroundStranger(direct)
		inside := tree == nil
		if inside {
			tree, at = j.aroundStranger(j.unknown(s))
		}
		if tree == nil {
			return
		}
		name := at.Name
		for _, variant := range strangers(e.Name) {
			*at = variant
			if inside {
				*at = sample.Node{Name: name, Content: []sample.Item{&variant}}
			}
			if document, err := tree.Document(); err == nil && !yield(document) {
				return
			}
		}
	}
}

// strangeAttributes are documents in which a wildcard lets in an attribute of that name, which is not declared there, with one value or another.
func (j *judge) strangeAttributes(s Side, a *schema.Attribute) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		tree, at := j.withAnyAttribute(s, a.Name.Space)
		if tree == nil {
			if tree, at = j.aroundStranger(j.unknown(s)); tree != nil {
				*at = sample.Node{Name: at.Name}
			}
		}
		if tree == nil {
			return
		}
		own := at.Attributes
		for _, value := range []string{"", "any", "a b", "0"} {
			at.Attributes = append(own[:len(own):len(own)], sample.Attribute{Name: a.Name, Value: sample.Value{Text: value}})
			if document, err := tree.Document(); err == nil && !yield(document) {
				return
			}
		}
	}
}

// withAnyAttribute is a document with an element that takes undeclared attributes of a namespace, and that element.
func (j *judge) withAnyAttribute(s Side, space string) (tree, at *sample.Node) {
	takes := func(t schema.Type) bool {
		c, isComplex := t.(*schema.ComplexType)
		return isComplex && c.AnyAttribute != nil && c.AnyAttribute.Process == content.Lax && c.AnyAttribute.Namespaces.Allows(space)
	}
	root := j.comparers[s].RootOfTypes(takes)
	if root == nil {
		return nil, nil
	}
	tree, at, err := j.smallestAround(s, root, func(_ *schema.Element, t schema.Type) bool { return takes(t) })
	if err != nil || j.smallest[s].Settle(tree) != nil {
		return nil, nil
	}
	return tree, at
}

// stranger is an element that no schema of a side declares and a wildcard lets in, under the name that named gives it; key tells strangers of one side apart.
type stranger struct {
	side  Side
	key   string
	named func(*schema.Wildcard) (schema.Name, bool)
}

// strangerKey is what the first root with a stranger is kept by.
type strangerKey struct {
	side Side
	key  string
}

// unknownKey is the key of elements that neither schema knows; no namespace has a space in it.
const unknownKey = "in any namespace"

// unknown is an element that neither schema knows, let in unchecked, so that anything may stand in it.
func (j *judge) unknown(s Side) stranger {
	return stranger{s, unknownKey, func(w *schema.Wildcard) (schema.Name, bool) {
		if w.Process != content.Lax {
			return schema.Name{}, false
		}
		for _, space := range append([]string{foreign.Space, ""}, w.Namespaces.Names...) {
			name := schema.Name{Space: space, Local: foreign.Local}
			if w.Namespaces.Allows(space) && j.sets[OldSide].Element(name) == nil && j.sets[NewSide].Element(name) == nil {
				return name, true
			}
		}
		return schema.Name{}, false
	}}
}

// aroundStranger is a document with a stranger, and that element; nil where there is none. The first root that has one is kept for the next time.
func (j *judge) aroundStranger(of stranger) (tree, at *sample.Node) {
	key := strangerKey{of.side, of.key}
	root, tried := j.strange[key]
	if tried && root == nil {
		return nil, nil
	}
	roots := []*schema.Element{root}
	if !tried {
		roots = j.sets[of.side].Elements
	}
	j.strange[key] = nil
	for _, root := range roots {
		if root.Abstract || !j.root.is(root) {
			continue
		}
		if tree, at, err := j.smallest[of.side].AroundStranger(root, of.named); err == nil && j.smallest[of.side].Settle(tree) == nil {
			j.strange[key] = root
			return tree, at
		}
	}
	return nil, nil
}

// foreign is a name that no schema declares.
var foreign = schema.Name{Space: "urn:other", Local: "any"}

// strangers are elements of a name that nobody declares: empty, with a text, an element or an attribute, and of a type that xsi:type names.
func strangers(name schema.Name) []sample.Node {
	text := func(text string) []sample.Item { return []sample.Item{sample.Text{Value: sample.Value{Text: text}}} }
	return []sample.Node{
		{Name: name},
		{Name: name, Content: text("any")},
		{Name: name, Content: []sample.Item{&sample.Node{Name: foreign}}},
		{Name: name, Attributes: []sample.Attribute{{Name: foreign}}},
		{Name: name, Type: schema.BuiltIn("int"), Content: text("0")},
		{Name: name, Type: schema.BuiltIn("string"), Content: text("any")},
	}
}
