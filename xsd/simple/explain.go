// The words of a FacetError: the value (shortened), the limit it breaks and what would be accepted. Nothing here runs for a
// text that is of its type.

package simple

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// How much of a value and of a list of choices a message shows.
const (
	maxQuoted  = 60 // characters
	maxChoices = 10
)

// Quote shows a value in a message: quoted, and shortened where it is long.
func Quote(text string) string {
	end := 0
	for n := 0; end < len(text); n++ {
		if n == maxQuoted {
			return strconv.Quote(text[:end]) + "... (" + quantity(utf8.RuneCountInString(text), "character") + ")"
		}
		_, size := utf8.DecodeRuneInString(text[end:])
		end += size
	}
	return strconv.Quote(text)
}

// explain words the fault that check found in a normalised text.
func (t *SimpleType) explain(f fault, text string, ns PrefixResolver) *FacetError {
	switch f {
	case faultDatatype:
		return &FacetError{Rule: "cvc-datatype-valid.1.2.1", Message: t.notOfBuiltIn(text)}
	case faultItem:
		return t.explainItem(text, ns)
	case faultMember:
		return t.explainMember(text, ns)
	}
	kind := FacetKind(f)
	return &FacetError{Rule: "cvc-" + kind.String() + "-valid", Message: t.explainFacet(kind, text, ns)}
}

func (t *SimpleType) notOfBuiltIn(text string) string {
	b := t.BuiltInAncestor()
	if (b == typeQName || b == typeNOTATION) && isQName(text) {
		prefix, _ := SplitName(text)
		return Quote(text) + " has the prefix " + Quote(prefix) + ", which is bound to no namespace here; declare it"
	}
	return Quote(text) + " is no value of " + b.String() + ": " + b.builtIn.accepts
}

// Refuse is the error for a text that is not in the lexical space of the built-in type t.
func (t *SimpleType) Refuse(text string) *FacetError { return t.explain(faultDatatype, text, nil) }

func (t *SimpleType) explainItem(text string, ns PrefixResolver) *FacetError {
	position := 1
	for word, rest := FirstWord(text); word != ""; word, rest = FirstWord(rest) {
		if err := t.item.Check(word, ns); err != nil {
			return &FacetError{
				Rule:    "cvc-datatype-valid.1.2.2",
				Message: "item " + strconv.Itoa(position) + " of the list: " + err.Message,
			}
		}
		position++
	}
	return &FacetError{Rule: "cvc-datatype-valid.1.2.2", Message: Quote(text) + " is no list of " + t.item.String()}
}

func (t *SimpleType) explainMember(text string, ns PrefixResolver) *FacetError {
	names := make([]string, 0, maxChoices)
	for _, member := range t.members[:min(len(t.members), maxChoices)] {
		names = append(names, member.String())
	}
	message := Quote(text) + " is of no member type of the union (" + strings.Join(names, ", ") + more(len(t.members)) + ")"
	if len(t.members) > 0 && t.members[0].variety != VarietyUnion {
		if err := t.members[0].Check(text, ns); err != nil {
			message += "; the first one says: " + err.Message
		}
	}
	return &FacetError{Rule: "cvc-datatype-valid.1.2.3", Message: message}
}

// more says how many of n choices are not shown.
func more(n int) string {
	if n <= maxChoices {
		return ""
	}
	return " and " + strconv.Itoa(n-maxChoices) + " more"
}

func (t *SimpleType) explainFacet(kind FacetKind, text string, ns PrefixResolver) string {
	if kind == FacetEnumeration {
		return Quote(text) + " is none of the values allowed: " + t.choices()
	}
	limit, _ := t.Facet(kind)
	value := strings.TrimSpace(limit.Value)
	switch kind {
	case FacetPattern:
		return Quote(text) + " does not match the pattern " + t.failingPattern(text, ns)
	case FacetLength, FacetMinLength, FacetMaxLength:
		return t.explainLength(kind, text, value)
	case FacetMinInclusive:
		return Quote(text) + " is below the least value allowed, " + value
	case FacetMinExclusive:
		return Quote(text) + " is not above " + value
	case FacetMaxInclusive:
		return Quote(text) + " is above the greatest value allowed, " + value
	case FacetMaxExclusive:
		return Quote(text) + " is not below " + value
	case FacetTotalDigits:
		return Quote(text) + " has more digits than the " + value + " allowed"
	default:
		return Quote(text) + " has more digits after the decimal point than the " + value + " allowed"
	}
}

func (t *SimpleType) explainLength(kind FacetKind, text, limit string) string {
	bound := map[FacetKind]string{FacetLength: "exactly ", FacetMinLength: "at least ", FacetMaxLength: "at most "}[kind]
	return Quote(text) + " has " + t.lengthOf(text) + ", " + bound + limit + " allowed"
}

// lengthOf measures a text that is in the type's lexical space, in the unit of section 4.3.1.
func (t *SimpleType) lengthOf(text string) string {
	if t.variety == VarietyList {
		return quantity(len(strings.Fields(text)), "item")
	}
	switch t.Primitive() {
	case typeHexBinary:
		return quantity(hexLength(text), "octet")
	case typeBase64Binary:
		return quantity(base64Length(text), "octet")
	default:
		return quantity(utf8.RuneCountInString(text), "character")
	}
}

func quantity(n int, unit string) string {
	if n != 1 {
		unit += "s"
	}
	return strconv.Itoa(n) + " " + unit
}

// failingPattern shows the alternatives of the step that does not match.
func (t *SimpleType) failingPattern(text string, ns PrefixResolver) string {
	alternatives := t.Compiled().rules.failingPattern(t.resolve(text, ns, nil).normalized)
	shown := make([]string, 0, maxChoices)
	for _, p := range alternatives[:min(len(alternatives), maxChoices)] {
		shown = append(shown, Quote(p.String()))
	}
	return strings.Join(shown, " or ") + more(len(alternatives))
}

// choices lists the values of an enumeration, or the first of them.
func (t *SimpleType) choices() string {
	c := t.Compiled()
	c.choicesOnce.Do(func() { c.choices = t.listChoices() })
	return c.choices
}

func (t *SimpleType) listChoices() string {
	values := t.Enumeration()
	shown := make([]string, 0, maxChoices)
	for _, f := range values[:min(len(values), maxChoices)] {
		shown = append(shown, Quote(f.Value))
	}
	return strings.Join(shown, ", ") + more(len(values))
}
