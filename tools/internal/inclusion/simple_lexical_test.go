// The regular expressions of lexical spaces, bounds and digits against package xsd, which reads texts without them.

package inclusion

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/mvainnsyn/mvainnsyn/xsd"
	"github.com/mvainnsyn/mvainnsyn/xsd/pattern"
)

// exactTypes are types that are regular to the last facet.
var exactTypes = []string{
	"decimal", "decimal >=0", "decimal >0", "decimal <0", "decimal <=0", "decimal >=-0.5 <12.05", "decimal >-10.09 <=10.09", "decimal >9.99 <1000",
	"decimal >=-100 <-1", "decimal total=1", "decimal total=3", "decimal total=4 fraction=2", "decimal fraction=0", "decimal enum=1.50 enum=-2 enum=0",
	"integer", "byte", "long", "unsignedLong", "positiveInteger", "nonPositiveInteger total=2", "negativeInteger", "boolean",
	"hexBinary", "hexBinary minLen=1 maxLen=2", "hexBinary enum=0aF0", "base64Binary", "base64Binary len=2", "base64Binary minLen=2 maxLen=5",
	"base64Binary enum=YWI=", "string len=2", "token minLen=1 maxLen=3", "normalizedString maxLen=2", "language", "NMTOKEN", "Name", "NCName",
	"float", "double", "duration", "dateTime", "time", "date", "gYearMonth", "gYear", "gMonthDay", "gDay", "gMonth", "QName", "anyURI",
	"date enum=2000-02-29", "NMTOKENS", "NMTOKENS maxLen=2",
}

// TestFormsAreTheLexicalSpaces draws texts of each form, and texts one edit away, and compares form and type on all of them.
func TestFormsAreTheLexicalSpaces(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for _, name := range exactTypes {
		typed := typ(t, name)
		for _, s := range []side{narrower, wider} {
			branches, _ := split(typed, s)
			if len(branches) != 1 || s == wider && len(branches[0].rest) > 0 {
				t.Errorf("%s: %d branches, rest %v", name, len(branches), branches[0].rest)
				continue
			}
			compareForm(t, random, typed, branches[0].text, name, s)
		}
	}
}

func compareForm(t *testing.T, random *rand.Rand, typed *xsd.SimpleType, l language, name string, s side) {
	t.Helper()
	compiled := l.compile()
	sampler, answer := pattern.NewSampler(compiled, maxStates)
	if answer == pattern.No {
		t.Errorf("%s: the form has no text", name)
		return
	}
	matched, refused := 0, 0
	for i := range 1500 {
		text := sampler.Sample(random, i%30)
		for range i % 3 {
			text = edited(random, text)
		}
		in, valid := contains(compiled, typed.Normalize(text)), typed.Check(text, xsd.Prefixes{}) == nil || name == "QName" && typed.Check(text, anyPrefix{}) == nil
		switch {
		case in && !valid && (s == wider || name != "anyURI"), !in && valid && (s == narrower || name != "anyURI"):
			t.Errorf("%s, side %d: %q: form %v, type %v", name, s, text, in, valid)
			return
		case in:
			matched++
		default:
			refused++
		}
	}
	if matched < 300 || refused < 20 && name != "anyURI" && !strings.Contains(name, "String") {
		t.Errorf("%s: %d matched, %d did not: too few to mean anything", name, matched, refused)
	}
}

// anyPrefix binds every prefix.
type anyPrefix struct{}

func (anyPrefix) LookupPrefix(string) (string, bool) { return "urn:x", true }

// edited changes a character, leaves one out, or puts one in that one of the texts could have.
func edited(random *rand.Rand, text string) string {
	const letters = "0123456789 +-.:TZPYMDHSEeINFaxb=/%#?[]\t"
	runes := []rune(text)
	at := random.IntN(len(runes) + 1)
	c := rune(letters[random.IntN(len(letters))])
	switch {
	case random.IntN(3) == 0 || at == len(runes):
		return string(runes[:at]) + string(c) + string(runes[at:])
	case random.IntN(2) == 0:
		return string(runes[:at]) + string(runes[at+1:])
	default:
		return string(runes[:at]) + string(c) + string(runes[at+1:])
	}
}

// contains reports whether a text whose white space is treated is in a language.
func contains(l pattern.Language, text string) bool {
	length := utf8.RuneCountInString(text)
	if length < l.MinLength || l.MaxLength >= 0 && length > l.MaxLength {
		return false
	}
	for _, alternatives := range l.Steps {
		if !slices.ContainsFunc(alternatives, func(p *pattern.Pattern) bool { return p.Match(text) }) {
			return false
		}
	}
	return true
}

// TestDaysThatExist compares the form of dates with package xsd on all days of February and on the ends of other months.
func TestDaysThatExist(t *testing.T) {
	date := typ(t, "date")
	l, _ := languageOf(date, narrower)
	compiled := l.compile()
	years := []string{"0000", "0001", "0004", "0100", "0400", "1900", "1904", "2000", "2023", "2024", "2100", "2400", "10000", "10004", "10100", "123400", "-0004", "-0100", "-0400", "-0000", "02000", "123456789012345", "123456789012344", "1234567890123456"}
	for _, year := range years {
		for month := range 14 {
			for _, day := range []int{0, 1, 28, 29, 30, 31, 32} {
				text := fmt.Sprintf("%s-%02d-%02d", year, month, day)
				if in, valid := contains(compiled, text), date.Check(text, nil) == nil; in != valid {
					t.Errorf("%s: form %v, type %v", text, in, valid)
				}
			}
		}
	}
}

// TestBoundsOfDecimals compares the forms of bounds with package xsd on all numbers of two places around them.
func TestBoundsOfDecimals(t *testing.T) {
	for _, limit := range []string{"0", "-0.01", "0.1", "1", "-1", "1.1", "9.9", "-9.99", "10", "11.11", "-11.11", "10.09", "-10.9", "19.01", "18.8", "-8.08"} {
		for _, operator := range []string{">=", ">", "<=", "<"} {
			typed := typ(t, "decimal "+operator+limit)
			l, rest := languageOf(typed, narrower)
			compiled := l.compile()
			if len(rest) > 0 {
				t.Fatalf("%s %s: rest %v", operator, limit, rest)
			}
			for hundredths := range int64(4500) {
				for _, text := range []string{
					xsd.NewDecimal(hundredths-2250, 2).String(), strings.TrimRight(xsd.NewDecimal(hundredths-2250, 2).String(), "0"),
				} {
					if in, valid := contains(compiled, text), typed.Check(text, nil) == nil; in != valid {
						t.Errorf("%s %s: %s: form %v, type %v", operator, limit, text, in, valid)
					}
				}
			}
		}
	}
}
