// Texts of types with patterns: drawn from the language that patterns, lexical space and lengths make together.

package sample

import (
	"slices"
	"strconv"

	"github.com/mvainnsyn/mvainnsyn/xsd"
	"github.com/mvainnsyn/mvainnsyn/xsd/pattern"
)

// ofPatterns draws texts that match the type's patterns, at the ends of what length allows and between, and some of each alternative.
func (c *collection) ofPatterns() []Value {
	steps := c.t.Patterns()
	if len(steps) == 0 {
		return nil
	}
	language, sampler := plainest(languageOf(c.t), lexical(c.t))
	if sampler == nil {
		return nil
	}
	c.offer.sampler = sampler
	longest := maxTextLength
	if language.MaxLength != pattern.NoMaximum {
		longest = min(longest, language.MaxLength)
	}
	out := c.sampled(sampler, language.MinLength, typicalLength, longest)
	for i, alternatives := range language.Steps[:len(steps)] {
		if len(alternatives) < 2 {
			continue
		}
		for j := range alternatives {
			one := language
			one.Steps = slices.Clone(language.Steps)
			one.Steps[i] = alternatives[j : j+1]
			if s := samplerOf(one); s != nil {
				out = append(out, c.sampled(s, typicalLength)...)
			}
		}
	}
	return out
}

// repertoires are the characters to draw from, the plainest first. Versions of Unicode differ in what class the rarer ones belong to, and every
// processor may follow its own (Part 2, appendix F.1.1).
var repertoires = []string{`[ -~À-ÖØ-öø-ÿ]*`, "[\t\n\r -\ud7ff]*", "[\t\n\r -\ufffd]*"}

// plainest restricts a language to a plain repertoire and the lexical space of its type, as far as a text is left in it.
func plainest(language pattern.Language, lexical string) (pattern.Language, *pattern.Sampler) {
	narrow := [][]*pattern.Pattern{nil}
	if lexical != "" {
		narrow = [][]*pattern.Pattern{compiled(lexical), nil}
	}
	for _, space := range narrow {
		for _, repertoire := range repertoires {
			one := language
			one.Steps = append(slices.Clone(language.Steps), compiled(repertoire))
			if space != nil {
				one.Steps = append(one.Steps, space)
			}
			if sampler := samplerOf(one); sampler != nil {
				return one, sampler
			}
		}
	}
	return language, samplerOf(language)
}

// sampled draws texts about as long as asked.
func (c *collection) sampled(sampler *pattern.Sampler, lengths ...int) []Value {
	var out []Value
	for _, length := range lengths {
		for range samplesTried / len(lengths) {
			out = append(out, Value{Text: sampler.Sample(c.texts.random, length)})
		}
	}
	return out
}

func samplerOf(language pattern.Language) *pattern.Sampler {
	sampler, answer := pattern.NewSampler(language, samplerStates)
	if answer == pattern.No {
		return nil
	}
	return sampler
}

// languageOf is the language of the type's patterns, bounded by its lengths where those count characters.
func languageOf(t *xsd.SimpleType) pattern.Language {
	language := pattern.Language{MaxLength: pattern.NoMaximum}
	if countsCharacters(t) {
		language.MinLength, language.MaxLength = lengthBounds(t)
	}
	for _, step := range t.Patterns() {
		language.Steps = append(language.Steps, compiled(step...))
	}
	return language
}

// compiled leaves out what is no pattern, as the schema compiler reported.
func compiled(expressions ...string) []*pattern.Pattern {
	var out []*pattern.Pattern
	for _, expression := range expressions {
		if p, err := pattern.Compile(expression); err == nil {
			out = append(out, p)
		}
	}
	return out
}

const (
	zone  = `(Z|[+\-](0[0-9]|1[0-3]):[0-5][0-9])?`
	year  = `-?[1-9][0-9]{3}`
	month = `(0[1-9]|1[0-2])`
	day   = `(0[1-9]|1[0-9]|2[0-8])`
	hours = `([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,6})?`
)

// lexicals are patterns of texts that the built-in types accept, not of all: so that what is drawn is likely to be of the type.
var lexicals = map[string]string{
	"token": `([!-~]+( [!-~]+)*)?`, "normalizedString": `[ -~]*`, "language": `[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*`, "NMTOKEN": `\c+`, "Name": `\i\c*`,
	"NCName": `[\i-[:]][\c-[:]]*`, "anyURI": `[a-z0-9:/.\-]+`, "boolean": `true|false|0|1`,

	"decimal": `[+\-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)`, "integer": `[+\-]?[0-9]+`, "nonPositiveInteger": `-[0-9]+`, "negativeInteger": `-[1-9][0-9]*`,
	"long": `-?[0-9]{1,18}`, "int": `-?[0-9]{1,9}`, "short": `-?[0-9]{1,4}`, "byte": `-?(1[01])?[0-9]{1,2}`, "nonNegativeInteger": `[0-9]+`,
	"unsignedLong": `[0-9]{1,19}`, "unsignedInt": `[0-9]{1,9}`, "unsignedShort": `[0-9]{1,4}`, "unsignedByte": `1?[0-9]{1,2}`, "positiveInteger": `[1-9][0-9]*`,
	"float": `-?([0-9]+(\.[0-9]+)?|\.[0-9]+)(E-?[0-9]{1,2})?`, "double": `-?([0-9]+(\.[0-9]+)?|\.[0-9]+)(E-?[0-9]{1,3})?`,

	"duration": `-?P([0-9]+Y([0-9]+M)?([0-9]+D)?|[0-9]+M([0-9]+D)?|[0-9]+D)(T([0-9]+H([0-9]+M)?([0-9]+(\.[0-9]+)?S)?|[0-9]+M|[0-9]+S))?`,
	"dateTime": year + `-` + month + `-` + day + `T` + hours + zone, "date": year + `-` + month + `-` + day + zone, "time": hours + zone,
	"gYear": year + zone, "gYearMonth": year + `-` + month + zone, "gMonth": `--` + month + zone, "gDay": `---` + day + zone, "gMonthDay": `--` + month + `-` + day + zone,

	"hexBinary": `([0-9A-F]{2})*`, "base64Binary": `([A-Za-z0-9+/]{4})*([A-Za-z0-9+/][AQgw]==|[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=)?`,
}

// lexical is a pattern of texts that the type's built-in ancestor accepts, or of lists of them; empty where everything may do.
func lexical(t *xsd.SimpleType) string {
	if item := t.Item(); item != nil {
		one := lexical(item)
		if one == "" {
			one = `[!-~]+`
		}
		shortest, longest := lengthBounds(t)
		more := strconv.Itoa(max(shortest-1, 0)) + ","
		if longest != pattern.NoMaximum {
			more += strconv.Itoa(max(longest-1, 0))
		}
		return "(" + one + ")( (" + one + ")){" + more + "}"
	}
	for b := t.BuiltInAncestor(); b != nil; b = b.Base() {
		if expression, ok := lexicals[b.Name().Local]; ok {
			return expression
		}
	}
	return ""
}
