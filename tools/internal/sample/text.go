// Texts of simple types by primitive type and facets: candidates, of which those stay that the type accepts.

package sample

import (
	"math"
	"math/big"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
	"github.com/mvainnsyn/mvainnsyn/xsd"
	"github.com/mvainnsyn/mvainnsyn/xsd/pattern"
)

// candidates are values that may be of the type, which has no enumeration of its own.
func (x *texts) candidates(t *xsd.SimpleType) []Value {
	var out []Value
	switch {
	case len(t.Members()) > 0:
		for _, member := range t.Members() {
			out = append(out, x.offer(member).values...)
		}
	case t.Item() != nil:
		return x.lists(t)
	case t.Primitive() != nil && t.Primitive().Name().Local == "QName":
		return []Value{{"name", xsd.Prefixes{}}, {"xs:string", xsd.Prefixes{"xs": schema.XSDNamespace}}}
	default:
		for _, text := range x.atoms(t) {
			out = append(out, Value{Text: text})
		}
	}
	return out
}

// lists are values of a list type, of as many items as its facets and reason allow.
func (x *texts) lists(t *xsd.SimpleType) []Value {
	items := slices.DeleteFunc(slices.Clone(x.offer(t.Item()).values), func(item Value) bool {
		return item.Text == "" || strings.ContainsAny(item.Text, " \t\r\n") // what cannot stand in a list
	})
	shortest, longest := lengthBounds(t)
	if len(items) == 0 || shortest > maxTextLength {
		return []Value{{}}
	}
	if longest == pattern.NoMaximum || longest > max(shortest, len(items))+maxListItems {
		longest = shortest + maxListItems
	}
	var out []Value
	for first := 0; first < len(items); first += max(1, shortest) {
		out = append(out, listOf(items, first, max(1, shortest)))
	}
	for count := shortest; count <= longest; count++ {
		out = append(out, listOf(items, count, count))
	}
	return out
}

// listOf is a list of so many items from a place on.
func listOf(items []Value, first, count int) Value {
	var list Value
	texts := make([]string, count)
	for i := range texts {
		item := items[(first+i)%len(items)]
		texts[i] = item.Text
		for prefix, space := range item.Names {
			if list.Names == nil {
				list.Names = xsd.Prefixes{}
			}
			list.Names[prefix] = space
		}
	}
	list.Text = strings.Join(texts, " ")
	return list
}

// atoms are texts of an atomic type by its primitive type.
func (x *texts) atoms(t *xsd.SimpleType) []string {
	primitive := t.Primitive()
	if primitive == nil {
		return []string{"text", "", "1"} // xs:anySimpleType
	}
	switch name := primitive.Name().Local; name {
	case "boolean":
		return []string{"true", "false", "1", "0"}
	case "decimal":
		return decimals(t)
	case "float", "double":
		return append(floats(t), "0", "1", "-1", "1.5E3", "INF", "-INF", "NaN", "0.1")
	case "hexBinary":
		return repeated(t, "0A")
	case "base64Binary":
		return binaries(t)
	case "string":
		return plainTexts(t)
	case "anyURI":
		return append(plainTexts(t), "urn:example:a", "https://example.org/a")
	default:
		return slices.Concat(bounds(t), moments(t), examples[name])
	}
}

// examples are typical texts of the primitive types that have no length and of whose bounds few schemas speak.
var examples = map[string][]string{
	"duration":   {"P1D", "P1Y2M3DT4H5M6S", "PT0S", "-P1M", "PT1.5S"},
	"dateTime":   {"2026-04-10T12:30:00", "2026-04-10T12:30:00Z", "2024-02-29T23:59:59.999+02:00", "1999-12-31T24:00:00"},
	"time":       {"12:30:00", "00:00:00Z", "23:59:59.5-05:00"},
	"date":       {"2026-04-10", "2024-02-29", "2026-12-31Z", "1999-01-01+01:00"},
	"gYearMonth": {"2026-04", "1999-12Z"},
	"gYear":      {"2026", "1999Z", "2024"},
	"gMonthDay":  {"--04-10", "--02-29Z"},
	"gDay":       {"---10", "---31Z"},
	"gMonth":     {"--04", "--12Z"},
}

// bounds are the values of the bound facets themselves; an exclusive one is no text of the type and falls out later.
func bounds(t *xsd.SimpleType) []string {
	var out []string
	for _, kind := range []xsd.FacetKind{xsd.FacetMinInclusive, xsd.FacetMaxInclusive, xsd.FacetMinExclusive, xsd.FacetMaxExclusive} {
		if facet, ok := t.Facet(kind); ok {
			out = append(out, facet.Value)
		}
	}
	return out
}

// floats are the bounds and their neighbours.
func floats(t *xsd.SimpleType) []string {
	size := 64
	if t.Primitive().Name().Local == "float" {
		size = 32
	}
	var out []string
	for _, bound := range bounds(t) {
		value, err := strconv.ParseFloat(bound, size)
		if err != nil {
			continue
		}
		for _, to := range []float64{math.Inf(-1), math.Inf(1)} {
			next := math.Nextafter(value, to)
			if size == 32 {
				next = float64(math.Nextafter32(float32(value), float32(to)))
			}
			out = append(out, strconv.FormatFloat(next, 'E', -1, size))
		}
		out = append(out, bound)
	}
	return out
}

// layouts are those of the types whose bounds have neighbours in the calendar, with the step to them.
var layouts = map[string]struct {
	layout        string
	years, months int
	step          time.Duration
}{
	"dateTime":   {layout: "2006-01-02T15:04:05", step: time.Second},
	"date":       {layout: "2006-01-02", step: 24 * time.Hour},
	"time":       {layout: "15:04:05", step: time.Second},
	"gYear":      {layout: "2006", years: 1},
	"gYearMonth": {layout: "2006-01", months: 1},
	"gMonth":     {layout: "--01", months: 1},
	"gDay":       {layout: "---02", step: 24 * time.Hour},
	"gMonthDay":  {layout: "--01-02", step: 24 * time.Hour},
}

// moments are the neighbours of the bounds of a type of dates and times; those beyond the end of a month or year fall out later.
func moments(t *xsd.SimpleType) []string {
	calendar, ok := layouts[t.Primitive().Name().Local]
	if !ok {
		return nil
	}
	var out []string
	for _, bound := range bounds(t) {
		text, zone := splitZone(bound)
		value, err := time.Parse(calendar.layout, text)
		if err != nil {
			continue
		}
		for _, sign := range []int{-1, 1} {
			next := value.AddDate(sign*calendar.years, sign*calendar.months, 0).Add(time.Duration(sign) * calendar.step)
			out = append(out, next.Format(calendar.layout)+zone)
		}
	}
	return out
}

// splitZone splits the zone from a date or time.
func splitZone(text string) (moment, zone string) {
	for _, n := range []int{1, 6} {
		if at := len(text) - n; at > 0 && (text[at:] == "Z" || n == 6 && text[at+3] == ':' && strings.ContainsAny(text[at:at+1], "+-")) {
			return text[:at], text[at:]
		}
	}
	return text, ""
}

// decimals are the bounds, their neighbours by the smallest step the type allows, and the largest number of digits.
func decimals(t *xsd.SimpleType) []string {
	scale := facetNumber(t, xsd.FacetFractionDigits, 2)
	step := new(big.Rat).SetFrac(big.NewInt(1), new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(min(scale, 20))), nil))
	var out []string
	for _, bound := range bounds(t) {
		value, ok := new(big.Rat).SetString(bound)
		if !ok {
			continue
		}
		for _, neighbour := range []*big.Rat{value, new(big.Rat).Add(value, step), new(big.Rat).Sub(value, step), new(big.Rat).Add(value, big.NewRat(1, 1)), new(big.Rat).Sub(value, big.NewRat(1, 1))} {
			out = append(out, decimalText(neighbour, scale))
		}
		out = append(out, bound)
	}
	if digits := facetNumber(t, xsd.FacetTotalDigits, 0); digits > 0 && digits <= maxTextLength {
		nines := strings.Repeat("9", digits)
		out = append(out, nines, "-"+nines)
		if fraction := min(scale, digits); fraction > 0 && fraction < digits {
			out = append(out, nines[:digits-fraction]+"."+nines[:fraction])
		}
	}
	return append(out, "0", "1", "-1", "42", "0.1", "-12.50", "1000000")
}

// decimalText writes a number with at most scale fraction digits and no needless ones.
func decimalText(value *big.Rat, scale int) string {
	text := value.FloatString(min(scale, 20))
	if strings.Contains(text, ".") {
		text = strings.TrimRight(strings.TrimRight(text, "0"), ".")
	}
	if text == "-0" {
		return "0"
	}
	return text
}

func facetNumber(t *xsd.SimpleType, kind xsd.FacetKind, otherwise int) int {
	if facet, ok := t.Facet(kind); ok {
		return number(facet, otherwise)
	}
	return otherwise
}

// lengthBounds are the effective lengths in the type's units; the maximum is [pattern.NoMaximum] where there is none.
func lengthBounds(t *xsd.SimpleType) (shortest, longest int) {
	if length := facetNumber(t, xsd.FacetLength, -1); length >= 0 {
		return length, length
	}
	return facetNumber(t, xsd.FacetMinLength, 0), facetNumber(t, xsd.FacetMaxLength, pattern.NoMaximum)
}

// countsCharacters tells the types whose length facets count characters from those that count octets or items.
func countsCharacters(t *xsd.SimpleType) bool {
	primitive := t.Primitive()
	return primitive != nil && (primitive.Name().Local == "string" || primitive.Name().Local == "anyURI")
}

// phrases are what free text is like, codes what types are like that do not take phrases.
var (
	phrases = []string{"Levering av varer", "Ola Nordmann", "Storgata 1", "0150 Oslo", "Blåbær & sukker", "Faktura 2026-1001"}
	codes   = []string{"nb", "en-GB", "NOK", "A1", "a", "1"}
)

// words fill a text up to a length: letters beyond ASCII and what XML escapes among them.
const words = "Blåbær & <sukker> \"æøå\" ABC abc 123 'x' "

// plainTexts are phrases or codes, and texts at the ends of the length facets: of words, of letters, of digits.
func plainTexts(t *xsd.SimpleType) []string {
	out := slices.Clone(phrases)
	if !slices.ContainsFunc(phrases, func(phrase string) bool { return t.Check(phrase, nil) == nil }) {
		out = slices.Clone(codes)
	}
	shortest, longest := lengthBounds(t)
	for _, length := range []int{shortest, shortest + 1, longest - 1, longest} {
		if length <= 0 || length > maxTextLength || (longest != pattern.NoMaximum && length > longest) {
			continue
		}
		out = append(out, ofLength(words, length), ofLength("abc", length), ofLength("1", length))
	}
	return append(out, "")
}

// ofLength repeats the words to so many characters, with no white space at the end, which some types take off.
func ofLength(words string, length int) string {
	runes := []rune(strings.Repeat(words, length/len([]rune(words))+1))[:length]
	if length > 0 && runes[length-1] == ' ' {
		runes[length-1] = 'x'
	}
	return string(runes)
}

// repeated are texts of so many units as the length facets allow.
func repeated(t *xsd.SimpleType, unit string) []string {
	var out []string
	for _, count := range counts(t) {
		out = append(out, strings.Repeat(unit, count))
	}
	return out
}

// binaries are base64 texts; three octets make four characters.
func binaries(t *xsd.SimpleType) []string {
	var out []string
	for _, count := range counts(t) {
		tail := []string{"", "Cg==", "CgA="}[count%3]
		out = append(out, strings.Repeat("CgAA", count/3)+tail)
	}
	return out
}

// counts are the lengths worth trying.
func counts(t *xsd.SimpleType) []int {
	shortest, longest := lengthBounds(t)
	all := []int{shortest, shortest + 1, shortest + 2, 4}
	if longest != pattern.NoMaximum {
		all = append(all, longest-1, longest)
	}
	return slices.DeleteFunc(all, func(n int) bool { return n < 0 || n > maxTextLength })
}

// numbered are texts that differ for each number, some of them likely to be of the type.
func numbered(t *xsd.SimpleType, n int) []Value {
	shortest, _ := lengthBounds(t)
	digits := strconv.Itoa(n)
	padding := strings.Repeat("0", min(max(shortest-len(digits), 0), maxTextLength))
	out := []Value{{Text: digits}, {Text: "n" + digits}, {Text: padding + digits}, {Text: "n" + strings.TrimPrefix(padding, "0") + digits}}
	if primitive := t.Primitive(); primitive != nil {
		if calendar, ok := layouts[primitive.Name().Local]; ok {
			moment := time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(n*calendar.years, n*calendar.months, 0).Add(time.Duration(n) * calendar.step)
			out = append(out, Value{Text: moment.Format(calendar.layout)})
		}
	}
	return out
}
