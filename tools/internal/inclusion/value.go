// Values: the texts that an attribute or an element with simple content can have, by its type and its default or fixed value.

package inclusion

import (
	"github.com/mvainnsyn/mvainnsyn/tools/internal/automaton"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

// value is a simple type with a default or fixed value.
type value struct {
	typ        *schema.SimpleType
	constraint schema.ValueConstraint
}

// comparison is the answer about the texts of two values. A No has a text.
type comparison struct {
	verdict automaton.Verdict
	text    *string
	reason  string
}

// attributeIn compares the texts that attributes can have: a default value makes no difference to them.
func (v value) attributeIn(w value) comparison {
	return compareTypes(v.runtime(), w.runtime())
}

// elementIn compares the texts that elements can have: with a default or fixed value no text stands for it (section 3.3.4, clause 5.1).
func (v value) elementIn(w value) comparison {
	own, other := v.runtime(), w.runtime()
	if v.constraint != nil && w.constraint == nil && other.Check(other.Normalize(""), nil) != nil {
		return differs("")
	}
	if w.constraint != nil && other.Check(other.Normalize(""), nil) != nil && own.Check(own.Normalize(""), nil) == nil {
		other = xsd.UnionOf(xsd.Name{}, other, emptyText)
	}
	return compareTypes(own, other)
}

func differs(text string) comparison { return comparison{verdict: automaton.No, text: &text} }

// compareTypes answers whether every text of one simple type is one of another.
func compareTypes(a, b *xsd.SimpleType) comparison {
	answer := SimpleTypes(a, b)
	found := comparison{verdict: answer.Verdict, reason: answer.Reason}
	if answer.Verdict == automaton.No {
		found.text = &answer.Text
	}
	return found
}

// Types of the texts that are allowed where there is no simple type.
var (
	emptyText = xsd.Restrict(xsd.Name{}, xsd.BuiltIn("string"), xsd.Facet{Kind: xsd.FacetLength, Value: "0"})
	blankText = xsd.Restrict(xsd.Name{}, xsd.BuiltIn("string"), xsd.Facet{Kind: xsd.FacetPattern, Value: `[ \t\n\r]*`})
)

// runtime is the type of the texts; a fixed value is an enumeration of one.
func (v value) runtime() *xsd.SimpleType {
	fixed, is := v.constraint.(*schema.Fixed)
	if !is {
		return v.typ.Runtime
	}
	return fixedType(v.typ.Runtime, fixed)
}

// fixedType restricts a type to the values equal to a fixed one.
func fixedType(t *xsd.SimpleType, fixed *schema.Fixed) *xsd.SimpleType {
	switch {
	case t.Variety() == xsd.VarietyAbsent:
		t = xsd.BuiltIn("string")
	case t.Primitive() == xsd.BuiltIn("boolean"): // which has no enumeration
		return xsd.Restrict(xsd.Name{}, t, xsd.Facet{Kind: xsd.FacetPattern, Value: spellings(t.Normalize(fixed.Text))})
	}
	return xsd.Restrict(xsd.Name{}, t, xsd.Facet{Kind: xsd.FacetEnumeration, Value: fixed.Text, Namespaces: fixed.Namespaces})
}

// spellings is a pattern of the texts of a boolean value.
func spellings(text string) string {
	if text == "true" || text == "1" {
		return "true|1"
	}
	return "false|0"
}
