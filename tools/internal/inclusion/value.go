// Values: the texts that an attribute or an element with simple content can have, by its type and its default or fixed value.

package inclusion

import (
	"github.com/mvainnsyn/mvainnsyn/tools/internal/automaton"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/sample"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
	"github.com/mvainnsyn/mvainnsyn/xsd"
	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
)

// value is a simple type with a default or fixed value.
type value struct {
	typ        *schema.SimpleType
	constraint schema.ValueConstraint
}

// contradicts reports whether the fixed value is none of the type, as it can be where xsi:type names another: then there is no text at all.
func (v value) contradicts() bool {
	fixed, ok := v.constraint.(*schema.Fixed)
	return ok && !takes(v.typ.Runtime, fixed.Text, fixed.Namespaces)
}

// comparison is the answer about the texts of two values. A No has a text.
type comparison struct {
	verdict automaton.Verdict
	text    *sample.Value
	reason  string

	identity bool // the reason is what IDs do in their documents
}

// open is what is found where there is no text that shows a difference; where IDs leave it open, of is an element that has such a value.
func (c comparison) open(of example) finding {
	found := finding{verdict: c.verdict, reason: c.reason}
	if c.identity {
		found.example = of
	}
	return found
}

func differs(text sample.Value) comparison { return comparison{verdict: automaton.No, text: &text} }

// texts compares values, and keeps what it has found.
type texts struct {
	types       map[value]*xsd.SimpleType
	comparisons map[[2]*xsd.SimpleType]comparison
}

func newTexts() *texts {
	return &texts{map[value]*xsd.SimpleType{}, map[[2]*xsd.SimpleType]comparison{}}
}

// attributeTexts compares the texts that attributes can have: a default value makes no difference to them.
func (c *Comparer) attributeTexts(v, w value) comparison {
	own, other := c.texts.runtime(v), c.texts.runtime(w)
	return c.keeps(own, other, c.texts.compare(own, other))
}

// elementTexts compares the texts that elements can have. With a default or fixed value no text stands for it (section 3.3.4, clause 5.1), and is
// compared apart from the others.
func (c *Comparer) elementTexts(v, w value) comparison {
	return c.keeps(c.texts.runtime(v), c.texts.runtime(w), c.texts.ofElements(v, w))
}

func (x *texts) ofElements(v, w value) comparison {
	if x.acceptsEmpty(v) && !x.acceptsEmpty(w) {
		return differs(sample.Value{})
	}
	own, other := x.runtime(v), x.runtime(w)
	if takesEmpty(own) && !takesEmpty(other) {
		return compareTypes(own, simple.UnionOf(xsd.Name{}, other, emptyText))
	}
	return x.compare(own, other)
}

// acceptsEmpty reports whether an element may be empty: with a default or fixed value where that is of the type, which xsi:type may have changed.
func (x *texts) acceptsEmpty(v value) bool {
	if v.constraint == nil {
		return takesEmpty(v.typ.Runtime)
	}
	text, ns := v.constraint.Value()
	return takes(v.typ.Runtime, text, ns)
}

func takes(t *xsd.SimpleType, text string, names xsd.Prefixes) bool {
	return t.Check(t.Normalize(text), names) == nil
}

func takesEmpty(t *xsd.SimpleType) bool { return takes(t, "", nil) }

func (x *texts) compare(a, b *xsd.SimpleType) comparison {
	key := [2]*xsd.SimpleType{a, b}
	found, ok := x.comparisons[key]
	if !ok {
		found = compareTypes(a, b)
		x.comparisons[key] = found
	}
	return found
}

// compareTypes answers whether every text of one simple type is one of another.
func compareTypes(a, b *xsd.SimpleType) comparison {
	answer := SimpleTypes(a, b)
	if answer.Verdict == automaton.No {
		names := answer.Names
		if names == nil && isName(b) {
			names = xsd.Prefixes{} // or a default namespace in the document might make it one of the names
		}
		return differs(sample.Value{Text: answer.Text, Names: names})
	}
	return comparison{verdict: answer.Verdict, reason: answer.Reason, identity: answer.Identity}
}

// isName reports whether the values are names with a prefix.
func isName(t *xsd.SimpleType) bool {
	return t.Primitive() == xsd.BuiltIn("QName") || t.Primitive() == xsd.BuiltIn("NOTATION")
}

// Types of the texts that are allowed where there is no simple type.
var (
	emptyText = simple.Restrict(xsd.Name{}, xsd.BuiltIn("string"), xsd.Facet{Kind: xsd.FacetLength, Value: "0"})
	blankText = simple.Restrict(xsd.Name{}, xsd.BuiltIn("string"), xsd.Facet{Kind: xsd.FacetPattern, Value: `[ \t\n\r]*`})
)

// runtime is the type of the texts; a fixed value is an enumeration of one.
func (x *texts) runtime(v value) *xsd.SimpleType {
	fixed, ok := v.constraint.(*schema.Fixed)
	if !ok {
		return v.typ.Runtime
	}
	known := x.types[v]
	if known == nil {
		known = fixedType(v.typ, fixed)
		x.types[v] = known
	}
	return known
}

// fixedType restricts a type to the values equal to a fixed one.
func fixedType(of *schema.SimpleType, fixed *schema.Fixed) *xsd.SimpleType {
	t := of.Runtime
	switch {
	case t.Variety() == xsd.VarietyAbsent:
		t = xsd.BuiltIn("string")
	case t.Primitive() == xsd.BuiltIn("boolean"): // which has no enumeration
		return simple.Restrict(xsd.Name{}, t, xsd.Facet{Kind: xsd.FacetPattern, Value: spellings(t.Normalize(fixed.Text))})
	}
	only := sample.FixedValue(of, fixed)
	return simple.Restrict(xsd.Name{}, t, xsd.Facet{Kind: xsd.FacetEnumeration, Value: only.Text, Namespaces: only.Names})
}

// spellings is a pattern of the texts of a boolean value.
func spellings(text string) string {
	if text == "true" || text == "1" {
		return "true|1"
	}
	return "false|0"
}
