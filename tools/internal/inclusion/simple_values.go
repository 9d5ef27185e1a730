// Enumerations: which values are in effect, how many texts each has, and whether another type has them all.

package inclusion

import (
	"strings"

	"github.com/mvainnsyn/mvainnsyn/xsd"
	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
)

// value is a text that stands for a value, with the prefixes it needs.
type listedValue struct {
	text  string
	names xsd.Prefixes
}

// enumerationOf are the values in effect, white space treated as the type treats it that they are values of; nil where every value is
// allowed.
func enumerationOf(t *xsd.SimpleType) []listedValue {
	facets := t.Enumeration()
	if len(facets) == 0 || !t.Applicable(xsd.FacetEnumeration) {
		return nil
	}
	of := t
	for !ownsEnumeration(of) {
		of = of.Base()
	}
	values := make([]listedValue, len(facets))
	for i, f := range facets {
		values[i] = listedValue{treated(of.Base(), f), f.Namespaces}
	}
	return values
}

// treated is the text of an enumeration value as the type it is a value of sees it: of a union that is the member that takes it.
func treated(t *xsd.SimpleType, f xsd.Facet) string {
	if t.Variety() != xsd.VarietyUnion {
		return t.Normalize(f.Value)
	}
	if v, fault := t.Parse(f.Value, f.Namespaces); fault == nil {
		return v.String()
	}
	return f.Value
}

func ownsEnumeration(t *xsd.SimpleType) bool {
	for _, f := range t.OwnFacets() {
		if f.Kind == xsd.FacetEnumeration {
			return true
		}
	}
	return false
}

// maxEnumerationText bounds the length of the expression of an enumeration, in bytes.
const maxEnumerationText = 20_000

// valueStep is the condition that a text stands for one of the values of a type; ok is false where that is not regular, or too much.
func valueStep(t *xsd.SimpleType, values []listedValue) (s step, ok bool) {
	size := 0
	var key strings.Builder
	key.WriteString("values of " + spelling(t) + "\n")
	for _, v := range values {
		if _, ok := spelled(t, v.text); !ok {
			return step{}, false
		}
		size += len(v.text)
		key.WriteString(v.text)
		key.WriteByte('\n')
	}
	if size > maxEnumerationText {
		return step{}, false
	}
	return step{key: key.String(), alternatives: func() []string {
		out := make([]string, len(values))
		for i, v := range values {
			out[i], _ = spelled(t, v.text)
		}
		return out
	}}, true
}

// spelled is the expression of all texts of a value; ok is false where it is not regular, or not known here.
func spelled(t *xsd.SimpleType, text string) (expression string, ok bool) {
	if t.Variety() == xsd.VarietyList {
		words := strings.Fields(text)
		for i, word := range words {
			if words[i], ok = spelled(t.Item(), word); !ok {
				return "", false
			}
		}
		return strings.Join(words, " "), true
	}
	spell := valueForms[primitiveName(t)]
	if spell == nil {
		return "", false
	}
	return spell(text)
}

// spelling names how values of a type are spelled: those of different primitive types have different texts for what is written alike.
func spelling(t *xsd.SimpleType) string {
	if t.Variety() == xsd.VarietyList {
		return "list " + spelling(t.Item())
	}
	return primitiveName(t)
}

// valueForms give the expression of all texts of a value, by primitive type, where there is one.
var valueForms = map[string]func(text string) (expression string, ok bool){
	"string":       always(literal),
	"anyURI":       always(literal),
	"decimal":      func(text string) (string, bool) { d, ok := parseDecimal(text); return d.value(), ok },
	"hexBinary":    always(hexSpelling),
	"base64Binary": always(base64Spelling),
	"date":         withoutZone,
	"gYearMonth":   withoutZone,
	"gYear":        withoutZone,
	"gMonthDay":    withoutZone,
	"gDay":         withoutZone,
	"gMonth":       withoutZone,
}

func always(spell func(text string) string) func(text string) (string, bool) {
	return func(text string) (string, bool) { return spell(text), true }
}

// withoutZone takes dates without a zone, which have one text each.
func withoutZone(text string) (string, bool) { return literal(text), !hasZone(text) }

// literal is the expression of one text.
func literal(text string) string {
	var out strings.Builder
	for _, c := range text {
		switch {
		case strings.ContainsRune(`\|.-^?*+{}()[]`, c):
			out.WriteByte('\\')
			out.WriteRune(c)
		case c == '\n':
			out.WriteString(`\n`)
		case c == '\r':
			out.WriteString(`\r`)
		case c == '\t':
			out.WriteString(`\t`)
		default:
			out.WriteRune(c)
		}
	}
	return out.String()
}

// hexSpelling lets letters be of either case.
func hexSpelling(text string) string {
	var out strings.Builder
	for _, c := range text {
		out.WriteString("[" + strings.ToLower(string(c)) + strings.ToUpper(string(c)) + "]")
	}
	return out.String()
}

// base64Spelling lets a space stand between any two characters.
func base64Spelling(text string) string {
	var characters []string
	for _, c := range strings.ReplaceAll(text, " ", "") {
		characters = append(characters, literal(string(c)))
	}
	return strings.Join(characters, " ?")
}

// ownText reports whether each value of the type has one text only, once white space is treated.
func ownText(t *xsd.SimpleType) bool {
	if t.Variety() == xsd.VarietyList {
		return ownText(t.Item())
	}
	p := t.Primitive()
	if p == nil {
		return t.Variety() == xsd.VarietyAbsent
	}
	return p.Name().Local == "string" || p.Name().Local == "anyURI"
}

// unionValues shows that a has less values than b where both enumerate values of unions of the same members, which give a text the same
// value.
func (q *enquiry) unionValues() bool {
	values, wider := enumerationOf(q.a), enumerationOf(q.b)
	if values == nil || wider == nil || q.a.Variety() != xsd.VarietyUnion || q.b.Variety() != xsd.VarietyUnion ||
		!sameParts(q.a, q.b, pairsOfTypes{}) || !sameSteps(q.a, q.b) {
		return false
	}
	facets := make([]xsd.Facet, len(wider))
	for i, v := range wider {
		facets[i] = xsd.Facet{Kind: xsd.FacetEnumeration, Value: v.text, Namespaces: v.names}
	}
	bare := simple.Restrict(xsd.Name{}, simple.UnionOf(xsd.Name{}, q.b.Members()...), facets...)
	for _, v := range values {
		if bare.Check(v.text, v.names) != nil {
			return false
		}
	}
	return true
}
