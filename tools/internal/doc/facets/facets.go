// Package facets says in words what values a simple type takes.
package facets

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

// Value is a value of an enumeration with its documentation.
type Value struct {
	Text string
	Doc  []string
}

// Values are the values of an enumeration: those of the last step that lists any; none for a type that is no enumeration.
func Values(t *schema.SimpleType) []Value {
	for !t.BuiltIn {
		var values []Value
		seen := map[string]bool{}
		for _, f := range t.Facets {
			if f.Kind != xsd.FacetEnumeration {
				continue
			}
			if text := t.Runtime.Normalize(f.Value); !seen[text] {
				seen[text] = true
				values = append(values, Value{text, f.Annotation.Documentation})
			}
		}
		if len(values) > 0 {
			return values
		}
		base, ok := t.Base.(*schema.SimpleType)
		if !ok {
			break
		}
		t = base
	}
	return nil
}

// Words say what values a type takes: first what kind of value it is, then each limit, all inherited ones included.
func Words(t *schema.SimpleType) []string {
	w := &writer{declared: t, typ: t.Runtime}
	w.kind(t)
	if n := len(Values(t)); n > 0 {
		w.add("one of %s", plural(n, "value", "values"))
	}
	w.lengths(t)
	w.patterns()
	w.bounds()
	w.digits()
	return w.words
}

// writer collects the words for one type.
type writer struct {
	declared *schema.SimpleType
	typ      *xsd.SimpleType
	words    []string
	exact    string // the number of characters, where it has been said of which kind they are
}

func (w *writer) add(format string, args ...any) {
	w.words = append(w.words, fmt.Sprintf(format, args...))
}

// facet is the value of the first of the facets that a step of the derivation has, the last step first; empty without any. Those of built-in types
// go without saying.
func (w *writer) facet(kinds ...xsd.FacetKind) string {
	_, value := w.facetOf(kinds...)
	return value
}

func (w *writer) facetOf(kinds ...xsd.FacetKind) (kind xsd.FacetKind, value string) {
	for t := w.declared; t != nil && !t.BuiltIn; t, _ = t.Base.(*schema.SimpleType) {
		for _, f := range t.Facets {
			if slices.Contains(kinds, f.Kind) {
				return f.Kind, strings.TrimSpace(f.Value)
			}
		}
	}
	return 0, ""
}

// kinds are words for the built-in datatypes.
var kinds = map[string]string{
	"string": "text", "normalizedString": "text on one line", "token": "text without spaces at the ends or in a row", "boolean": "true or false",
	"decimal": "a decimal number", "integer": "a whole number", "float": "a number, approximately", "double": "a number, approximately",
	"date": "a date such as 2022-04-11", "dateTime": "a date with a time, such as 2022-04-11T08:30:00", "time": "a time of day such as 08:30:00",
	"gYear": "a year such as 2022", "gYearMonth": "a month of a year, such as 2022-04", "gMonth": "a month, such as --04", "gDay": "a day of a month, such as ---11",
	"gMonthDay": "a day of a year, such as --04-11", "duration": "a length of time such as P1Y2M", "anyURI": "an address (URI)", "hexBinary": "bytes as hexadecimal digits",
	"base64Binary": "bytes in base64", "language": "a language such as nb", "ID": "a name that no other ID of the document has", "IDREF": "the ID of something in the document",
	"positiveInteger": "a whole number from 1", "nonNegativeInteger": "a whole number from 0", "negativeInteger": "a whole number below 0",
	"nonPositiveInteger": "a whole number up to 0", "QName": "a name with a prefix", "NMTOKEN": "a word of letters, digits and . - _ :", "NCName": "a name without colon",
	"Name": "a name", "NOTATION": "the name of a notation", "ENTITY": "the name of an entity", "anySimpleType": "any text",
	"int": "a whole number of 32 bits", "long": "a whole number of 64 bits", "short": "a whole number of 16 bits", "byte": "a whole number of 8 bits",
	"unsignedInt": "a whole number of 32 bits from 0", "unsignedLong": "a whole number of 64 bits from 0", "unsignedShort": "a whole number of 16 bits from 0",
	"unsignedByte": "a whole number of 8 bits from 0", "NMTOKENS": "words with spaces between", "IDREFS": "IDs with spaces between", "ENTITIES": "names of entities with spaces between",
}

// kind says what kind of value it is.
func (w *writer) kind(t *schema.SimpleType) {
	switch variety := t.Variety.(type) {
	case *schema.List:
		w.add("a list with spaces between; each item is %s", strings.Join(Words(variety.Item), ", "))
		return
	case *schema.Union:
		var members []string
		for _, m := range variety.Members {
			members = append(members, strings.Join(Words(m), ", "))
		}
		w.add("%s", strings.Join(members, "; or "))
		return
	}
	local := w.typ.BuiltInAncestor().Name().Local
	if words, ok := kinds[local]; ok {
		w.add("%s", words)
	} else {
		w.add("xs:%s", local)
	}
}

// unit is what the length of a value counts.
func unit(t *schema.SimpleType, local string) (one, many string) {
	switch _, list := t.Variety.(*schema.List); {
	case list || local == "NMTOKENS" || local == "IDREFS" || local == "ENTITIES":
		return "item", "items"
	case local == "hexBinary" || local == "base64Binary":
		return "byte", "bytes"
	}
	return "character", "characters"
}

// lengths says how long a value is.
func (w *writer) lengths(t *schema.SimpleType) {
	one, many := unit(t, w.typ.BuiltInAncestor().Name().Local)
	exact, from, to := w.facet(xsd.FacetLength), w.facet(xsd.FacetMinLength), w.facet(xsd.FacetMaxLength)
	if exact == "" && from != "" && from == to {
		exact = from
	}
	count := func(n string) string { return counted(n, one, many) }
	switch {
	case exact != "":
		if characters, ok := w.onlyCharacters(); ok && many == "characters" {
			w.exact = exact
			w.add("%s", counted(exact, characters[0], characters[1]))
			return
		}
		w.add("exactly %s", count(exact))
	case from != "" && from != "0" && to != "":
		w.add("%s to %s", from, count(to))
	case to != "":
		w.add("at most %s", count(to))
	case from == "1":
		w.add("not empty")
	case from != "" && from != "0":
		w.add("at least %s", count(from))
	}
}

// characters are words for patterns of one kind of character.
var characters = map[string][2]string{
	"[0-9]": {"digit", "digits"}, `\d`: {"digit", "digits"}, "[A-Z]": {"capital letter A to Z", "capital letters A to Z"},
	"[a-z]": {"small letter a to z", "small letters a to z"}, "[a-zA-Z]": {"letter A to Z", "letters A to Z"}, "[A-Za-z]": {"letter A to Z", "letters A to Z"},
	"[A-Z0-9]": {"capital letter or digit", "capital letters or digits"}, "[a-zA-Z0-9]": {"letter or digit", "letters or digits"},
}

// repeated is a pattern of one kind of character.
var repeated = regexp.MustCompile(`^(\[[^\]\[\\^]+\]|\\d)(\+|\*|\{(\d+)(,(\d*))?\})?$`)

// onlyCharacters are the words for a type whose one pattern repeats one kind of character without a count.
func (w *writer) onlyCharacters() ([2]string, bool) {
	groups := w.typ.Patterns()
	if len(groups) != 1 || len(groups[0]) != 1 {
		return [2]string{}, false
	}
	m := repeated.FindStringSubmatch(groups[0][0])
	if m == nil || m[2] != "+" && m[2] != "*" {
		return [2]string{}, false
	}
	words, ok := characters[m[1]]
	return words, ok
}

// patterns says what a value looks like; all the groups hold, and of each group one.
func (w *writer) patterns() {
	if w.exact != "" {
		return
	}
	for _, group := range w.typ.Patterns() {
		if len(group) == 1 {
			w.add("%s", patternWords(group[0]))
			continue
		}
		w.add("one of the patterns %s", strings.Join(group, "  "))
	}
}

func patternWords(pattern string) string {
	m := repeated.FindStringSubmatch(pattern)
	if m == nil {
		return "of the pattern " + pattern
	}
	words, ok := characters[m[1]]
	switch {
	case !ok:
		return "of the pattern " + pattern
	case m[2] == "":
		return "one " + words[0]
	case m[2] == "+" || m[2] == "*":
		return words[1] + " only"
	case m[4] == "" || m[3] == m[5]:
		return counted(m[3], words[0], words[1])
	case m[5] == "":
		return "at least " + counted(m[3], words[0], words[1])
	}
	return number(m[3]) + " to " + counted(m[5], words[0], words[1])
}

// bounds says between which values a value is.
func (w *writer) bounds() {
	lower, from := w.facetOf(xsd.FacetMinInclusive, xsd.FacetMinExclusive)
	upper, to := w.facetOf(xsd.FacetMaxInclusive, xsd.FacetMaxExclusive)
	if lower == xsd.FacetMinInclusive && upper == xsd.FacetMaxInclusive {
		w.add("from %s to %s", from, to)
		return
	}
	switch lower {
	case xsd.FacetMinInclusive:
		w.add("%s or more", from)
	case xsd.FacetMinExclusive:
		w.add("more than %s", from)
	}
	switch upper {
	case xsd.FacetMaxInclusive:
		w.add("%s or less", to)
	case xsd.FacetMaxExclusive:
		w.add("less than %s", to)
	}
}

// digits says how many digits a number has.
func (w *writer) digits() {
	total, fraction := w.facet(xsd.FacetTotalDigits), w.facet(xsd.FacetFractionDigits)
	if w.typ.BuiltInAncestor().Name().Local != "decimal" {
		fraction = ""
	}
	if total != "" {
		w.add("at most %s", counted(total, "digit", "digits"))
	}
	switch {
	case fraction == "0":
		w.add("no decimals")
	case fraction != "":
		w.add("at most %s", counted(fraction, "decimal", "decimals"))
	}
}

// small are the numbers that are written as words.
var small = []string{"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"}

// number writes a number as a word where that is usual.
func number(n string) string {
	if i, err := strconv.Atoi(n); err == nil && i >= 0 && i < len(small) {
		return small[i]
	}
	return n
}

func counted(n, one, many string) string {
	if i, err := strconv.Atoi(n); err == nil && i == 1 {
		return "one " + one
	}
	return number(n) + " " + many
}

func plural(n int, one, many string) string { return counted(strconv.Itoa(n), one, many) }
