// Building: an example as a tree, everything around what matters being as small as can be.

package inclusion

import (
	"github.com/mvainnsyn/mvainnsyn/tools/internal/automaton"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/sample"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
	"github.com/mvainnsyn/mvainnsyn/xsd/content"
)

// spot is the element where the schemas differ: the one to which the second schema objects, and whether it objects to its being there at all.
type spot struct {
	node    *sample.Node
	unknown bool
}

// builder builds trees that are valid under the first schema.
type builder struct {
	*Comparer
	spot spot
}

// element builds an element of that name which the example describes.
func (b *builder) element(name schema.Name, g governor, e example) (*sample.Node, error) {
	declaration := g.declaration
	if declaration == nil {
		declaration = &schema.Element{Name: name, Type: g.typ()}
	}
	t, err := b.typeOf(g, e)
	if err != nil {
		return nil, err
	}
	return b.typed(declaration, t, e)
}

// typeOf is the type that the element has.
func (b *builder) typeOf(g governor, e example) (schema.Type, error) {
	switch e := e.(type) {
	case retyped:
		return e.typ, nil
	case whole:
		if e.typ != nil {
			return e.typ, nil
		}
	}
	if g.needsType() {
		return schema.BuiltIn("string"), nil
	}
	if b.possible.typ(g, g.typ()) {
		return g.typ(), nil
	}
	for _, t := range b.possible.derived(g) {
		return t, nil
	}
	return nil, sample.ErrNoDocument
}

// typed builds an element of a type.
func (b *builder) typed(e *schema.Element, t schema.Type, of example) (*sample.Node, error) {
	if worded, ok := of.(worded); ok {
		return b.worded(e, t.(*schema.ComplexType), worded)
	}
	if retyped, ok := of.(retyped); ok {
		return b.typed(e, t, retyped.of)
	}
	n, err := b.possible.smallest().OfType(e, t)
	if err != nil {
		return nil, err
	}
	_, unknown := of.(whole)
	b.spot = spot{n, unknown}
	switch of := of.(type) {
	case nilled:
		setNil(n, of.yes)
	case attributed:
		setAttribute(n, of.name, b.text(of.text))
	case texted:
		if n.Nil {
			if n, err = b.filled(e, t.(*schema.ComplexType)); err != nil {
				return nil, err
			}
			b.spot.node = n
		}
		setText(n, b.text(of.text))
	}
	return n, nil
}

// filled is the smallest element that is not nil, where it would be otherwise.
func (b *builder) filled(e *schema.Element, t *schema.ComplexType) (*sample.Node, error) {
	c, ok := t.Content.(*schema.ElementContent)
	if !ok {
		return nil, sample.ErrNoDocument
	}
	shortest := automaton.Shortest(c.Model(), automaton.Options{Possible: func(leaf int, name schema.Name) bool {
		return b.possible.element(govern(b.a, c.Leaves[leaf], name))
	}})
	return b.possible.smallest().Content(e, t, shortest.Witness.Names())
}

// setNil writes xsi:nil.
func setNil(n *sample.Node, yes bool) {
	n.Nil = yes
	if yes {
		n.Content = nil
		return
	}
	setAttribute(n, schema.Name{Space: schema.XSINamespace, Local: "nil"}, sample.Value{Text: "false"})
}

func setAttribute(n *sample.Node, name schema.Name, value sample.Value) {
	for i := range n.Attributes {
		if n.Attributes[i].Name == name {
			n.Attributes[i].Value = value
			return
		}
	}
	n.Attributes = append(n.Attributes, sample.Attribute{Name: name, Value: value})
}

// setText gives an element a text: instead of its content where it may be empty of elements, else before it.
func setText(n *sample.Node, value sample.Value) {
	text := sample.Text{Value: value}
	if t, ok := n.Type.(*schema.ComplexType); ok {
		if c, is := t.Content.(*schema.ElementContent); is {
			if matcher := c.Model().NewMatcher(); !matcher.AtEnd() {
				n.Content = append([]sample.Item{text}, n.Content...)
				return
			}
		}
	}
	n.Content = []sample.Item{text}
}

// text is the text of an example.
func (b *builder) text(of valueText) sample.Value {
	if of.text != nil {
		return *of.text
	}
	if fixed, ok := of.of.constraint.(*schema.Fixed); ok {
		return sample.FixedValue(of.of.typ, fixed)
	}
	value, _ := b.possible.smallest().Value(of.of.typ, nil)
	return value
}

// worded builds an element with children, one of which the second schema refuses.
func (b *builder) worded(e *schema.Element, t *schema.ComplexType, of worded) (*sample.Node, error) {
	n, err := b.possible.smallest().Content(e, t, of.names)
	if err != nil {
		return nil, err
	}
	b.spot = spot{node: n}
	if of.at < 0 {
		return n, nil
	}
	child, err := b.element(of.names[of.at], b.governorAt(t, of), of.child)
	if err == nil {
		n.Content[of.at] = child
	}
	return n, err
}

// governorAt is what governs the child that the second schema refuses.
func (b *builder) governorAt(t *schema.ComplexType, of worded) governor {
	c := t.Content.(*schema.ElementContent)
	var matcher content.Matcher
	matcher.Reset(c.Model())
	leaf := -1
	for _, name := range of.names[:of.at+1] {
		leaf, _ = matcher.Next(name)
	}
	return govern(b.a, c.Leaves[leaf], of.names[of.at])
}
