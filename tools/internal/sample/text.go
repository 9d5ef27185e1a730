// Texts of simple types: the boundaries of every facet, each enumeration value, and texts drawn at random.

package sample

import (
	"math/big"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/xsd"
	"github.com/mvainnsyn/mvainnsyn/xsd/pattern"
)

// texts draws texts of simple types. What a type offers is worked out once.
type texts struct {
	random *rand.Rand
	known  map[*xsd.SimpleType]*offer
}

// offer is what can be drawn of a type: its boundary texts in a fixed order, and a source of further ones.
type offer struct {
	boundaries []string
	sampler    *pattern.Sampler // nil where patterns do not decide
	length     int              // what to ask of the sampler
}

func newTexts(random *rand.Rand) *texts {
	return &texts{random: random, known: map[*xsd.SimpleType]*offer{}}
}

// Bounds of what is drawn: long enough to meet real limits, short enough to read.
const (
	maxBoundaries   = 64
	maxTextLength   = 5000
	maxListItems    = 8
	samplerStates   = 20_000
	samplesTried    = 24
	typicalLength   = 12
	enumerationKept = 100_000
)

// boundaries are texts of the type at the edges of its facets, and all enumeration values; empty where no text could be found.
func (x *texts) boundaries(t *xsd.SimpleType) []string { return x.offer(t).boundaries }

// draw is a text of the type; ok is false where none could be found.
func (x *texts) draw(t *xsd.SimpleType) (text string, ok bool) {
	o := x.offer(t)
	if o.sampler != nil {
		for range samplesTried {
			if text := o.sampler.Sample(x.random, o.length); t.Check(text, nil) == nil {
				return text, true
			}
		}
	}
	if len(o.boundaries) == 0 {
		return "", false
	}
	return o.boundaries[x.random.IntN(len(o.boundaries))], true
}

func (x *texts) offer(t *xsd.SimpleType) *offer {
	if o, known := x.known[t]; known {
		return o
	}
	o := &offer{}
	x.known[t] = o // a union or list that contains itself does not exist, but a schema may claim it
	candidates := x.candidates(t, o)
	seen := map[string]bool{}
	limit := maxBoundaries
	if len(t.Enumeration()) > 0 {
		limit = enumerationKept
	}
	for _, text := range candidates {
		if len(o.boundaries) == limit {
			break
		}
		if normal := t.Normalize(text); !seen[normal] && t.Check(normal, nil) == nil {
			seen[normal] = true
			o.boundaries = append(o.boundaries, normal)
		}
	}
	return o
}

// candidates are texts that may be of the type; [texts.offer] keeps those that are.
func (x *texts) candidates(t *xsd.SimpleType, o *offer) []string {
	if values := t.Enumeration(); len(values) > 0 {
		out := make([]string, len(values))
		for i, value := range values {
			out[i] = value.Value
		}
		return out
	}
	var out []string
	switch {
	case len(t.Members()) > 0:
		for _, member := range t.Members() {
			out = append(out, x.boundaries(member)...)
		}
	case t.Item() != nil:
		out = x.lists(t)
	default:
		out = x.atoms(t)
	}
	if len(t.Patterns()) > 0 {
		out = append(out, x.ofPatterns(t, o)...)
	}
	return out
}

// ofPatterns draws texts that match the type's patterns, at the ends of what length allows and between.
func (x *texts) ofPatterns(t *xsd.SimpleType, o *offer) []string {
	language := pattern.Language{MaxLength: pattern.NoMaximum}
	if countsCharacters(t) {
		language.MinLength, language.MaxLength = lengthBounds(t)
	}
	for _, step := range t.Patterns() {
		var alternatives []*pattern.Pattern
		for _, expr := range step {
			if compiled, err := pattern.Compile(expr); err == nil {
				alternatives = append(alternatives, compiled)
			}
		}
		language.Steps = append(language.Steps, alternatives)
	}
	sampler, answer := pattern.NewSampler(language, samplerStates)
	if answer == pattern.No || sampler == nil {
		return nil
	}
	o.sampler, o.length = sampler, typicalLength
	longest := maxTextLength
	if language.MaxLength != pattern.NoMaximum {
		longest = min(longest, language.MaxLength)
	}
	var out []string
	for _, length := range []int{language.MinLength, typicalLength, longest} {
		for range samplesTried / 3 {
			out = append(out, sampler.Sample(x.random, length))
		}
	}
	return out
}

// lists are texts of a list type, of as many items as its facets and reason allow.
func (x *texts) lists(t *xsd.SimpleType) []string {
	items := x.boundaries(t.Item())
	if len(items) == 0 {
		return []string{""}
	}
	shortest, longest := lengthBounds(t)
	if shortest > maxTextLength {
		return nil // more than a reader wants to see
	}
	if longest == pattern.NoMaximum || longest > shortest+maxListItems {
		longest = shortest + maxListItems
	}
	var out []string
	for count := shortest; count <= longest; count++ {
		chosen := make([]string, count)
		for i := range chosen {
			chosen[i] = items[(i+count)%len(items)]
		}
		out = append(out, strings.Join(chosen, " "))
	}
	return append(out, items...)
}

// atoms are texts of an atomic type by its primitive type.
func (x *texts) atoms(t *xsd.SimpleType) []string {
	primitive := t.Primitive()
	if primitive == nil {
		return []string{"", "text", "1"} // xs:anySimpleType
	}
	switch name := primitive.Name().Local; name {
	case "boolean":
		return []string{"true", "false", "1", "0"}
	case "decimal":
		return decimals(t)
	case "float", "double":
		return append(bounds(t), "0", "1", "-1", "1.5E3", "INF", "-INF", "NaN", "0.1")
	case "hexBinary":
		return repeated(t, "0A")
	case "base64Binary":
		return binaries(t)
	case "string":
		return plainTexts(t)
	case "anyURI":
		return append(plainTexts(t), "urn:example:a", "https://example.org/a")
	default:
		return append(bounds(t), examples[name]...)
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
	"QName":      {"name"},
	"NOTATION":   {},
}

// bounds are the values of the bound facets themselves; an exclusive one is no text of the type and falls out later.
func bounds(t *xsd.SimpleType) []string {
	var out []string
	for _, kind := range []xsd.FacetKind{xsd.FacetMinInclusive, xsd.FacetMaxInclusive, xsd.FacetMinExclusive, xsd.FacetMaxExclusive} {
		if facet, given := t.Facet(kind); given {
			out = append(out, facet.Value)
		}
	}
	return out
}

// decimals are the bounds, their neighbours by the smallest step the type allows, and the largest number of digits.
func decimals(t *xsd.SimpleType) []string {
	scale := facetNumber(t, xsd.FacetFractionDigits, 2)
	step := new(big.Rat).SetFrac(big.NewInt(1), new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(min(scale, 20))), nil))
	out := []string{"0", "1", "-1", "42"}
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
	return append(out, "0.1", "-12.50", "1000000")
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
	facet, given := t.Facet(kind)
	if !given {
		return otherwise
	}
	number, err := strconv.Atoi(strings.TrimSpace(facet.Value))
	if err != nil {
		return otherwise
	}
	return number
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

// words are what texts without a pattern are made of: letters of several alphabets and what XML escapes.
const words = "Blåbær & <sukker> \"æøå\" ABC abc 123 'x' "

// plainTexts are texts at the ends of the length facets, and names for the types that are names.
func plainTexts(t *xsd.SimpleType) []string {
	out := []string{"text", "a", "en-GB", "nb"}
	shortest, longest := lengthBounds(t)
	for _, length := range []int{shortest, shortest + 1, typicalLength, longest - 1, longest} {
		if length < 0 || length > maxTextLength || (longest != pattern.NoMaximum && length > longest) {
			continue
		}
		out = append(out, ofLength(words, length), strings.Repeat("a", length), ofLength("abc1", length), ofLength("1", length))
	}
	return out
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
