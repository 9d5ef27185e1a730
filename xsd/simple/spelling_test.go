// Spellings that patterns ask for: expectations by hand, and every spelling drawn must be of the same value.

package simple

import (
	"math"
	"math/rand/v2"
	"strconv"
	"testing"

	"github.com/mvainnsyn/mvainnsyn/xsd/pattern"
	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

func TestSpell(t *testing.T) {
	patterned := func(base *SimpleType, expression string) *SimpleType {
		return Restrict(source.Name{}, base, Facet{Kind: FacetPattern, Value: expression})
	}
	tests := []struct {
		typ        *SimpleType
		text, want string
	}{
		{typeBoolean, "true", "true"},
		{patterned(typeBoolean, "1|0"), "false", "0"},
		{patterned(typeInt, "[0-9]{4}"), "42", "0042"},
		{patterned(typeInt, `\+.*`), "42", "+42"},
		{patterned(typeInt, ".{3}"), "0", "000"},
		{patterned(typeInt, "x"), "42", "42"}, // has no spelling
		{patterned(patterned(typeInt, "0.*"), ".{3}"), "-1", "-1"},
		{patterned(typeFloat, "...E.."), "0.01", "1.0E-2"},
		{patterned(typeDouble, "[^Ee.]*"), "1.2E+06", "1200000"},
		{patterned(typeDouble, `\.[0-9]*`), "2.5E-05", ".000025"},
		{patterned(typeDouble, "0[eE].*"), "0", "0E0"},
		{patterned(typeDouble, "[0-9]E-[0-9]"), "1", "1E-0"},
		{patterned(typeDouble, `[0-9]E\+[0-9]{2}`), "3", "3E+00"},
		{patterned(typeDouble, "[A-Z]+"), "INF", "INF"},
		{patterned(ListOf(source.Name{}, typeBoolean), "true 0 [01] false"), "true false true false", "true 0 1 false"},
		{patterned(ListOf(source.Name{}, typeFloat), `\dE\-\d{2} \.\d{2}E\-\d`), "4E-11 2.4E-05", "4E-11 .24E-4"},
		{patterned(ListOf(source.Name{}, typeNMTOKEN), "a.b c"), "a.b c", "a.b c"},
	}
	for _, test := range tests {
		if got := test.typ.Spell(test.text); got != test.want {
			t.Errorf("%s under %v: %s, want %s", test.text, test.typ.Patterns(), got, test.want)
		}
	}
}

func TestEverySpellingIsOfTheValue(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 40 {
		number := math.Float64frombits(random.Uint64())
		switch random.IntN(3) {
		case 0:
			number = float64(random.IntN(1000)-500) / 8
		case 1:
			number = math.Round(number)
		}
		for primitive, text := range map[*SimpleType]string{
			typeDouble:  FormatFloat(number, 64),
			typeFloat:   FormatFloat(float64(float32(number)), 32),
			typeDecimal: strconv.Itoa(random.IntN(2000) - 1000),
			typeBoolean: strconv.FormatBool(random.IntN(2) == 0),
		} {
			checkSpellings(t, random, primitive, text)
		}
	}
}

func checkSpellings(t *testing.T, random *rand.Rand, primitive *SimpleType, text string) {
	t.Helper()
	for _, style := range styles {
		expression, err := pattern.Compile(style.spellings(primitive, text))
		if err != nil {
			t.Fatalf("%s: %v", text, err)
		}
		sampler, answer := pattern.NewSampler(expression.Language(), 5000)
		if sampler == nil {
			t.Errorf("%s has no spelling: %s", text, answer)
			continue
		}
		for range 20 {
			spelling := sampler.Sample(random, 60)
			if order, ok := primitive.compareTexts(spelling, text); !ok || order != 0 {
				t.Errorf("%s is no spelling of %s", spelling, text)
			}
		}
	}
}
