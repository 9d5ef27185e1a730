// What is checked at once is checked as one facet after the other is.

package simple

import (
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

func TestQuickIsTheRules(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	verdicts := map[fault]int{}
	for range 3000 {
		c := randomRestriction(random).Compiled()
		if len(c.faults) > 0 || c.Quick == nil {
			continue
		}
		for range 40 {
			text := randomSpelling(random)
			want := noFault
			if !c.Exact && !c.White.isNormal(text) {
				want = fault(FacetWhiteSpace)
			} else {
				want = c.rules.check(text, nil)
			}
			if got := c.Quick(text); got != (want == noFault) {
				t.Fatalf("%q: quickly %t, by the rules %v", text, got, want)
			}
			verdicts[want]++
		}
	}
	for _, f := range []fault{
		noFault, faultDatatype, fault(FacetTotalDigits), fault(FacetFractionDigits), fault(FacetMinInclusive), fault(FacetMinExclusive),
		fault(FacetMaxInclusive), fault(FacetMaxExclusive), fault(FacetLength), fault(FacetMinLength), fault(FacetMaxLength), fault(FacetWhiteSpace),
	} {
		if verdicts[f] < 50 {
			t.Errorf("only %d texts have the verdict %v: the test shows too little", verdicts[f], f)
		}
	}
}

// An enumeration of few or many texts has these and no others, wherever a text comes from.
func TestQuickEnumeration(t *testing.T) {
	for _, base := range []*SimpleType{typeString, BuiltIn("token")} {
		for n := 1; n <= 2*maxFew; n++ {
			var values []Facet
			for i := range n {
				values = append(values, Facet{Kind: FacetEnumeration, Value: "v" + strconv.Itoa(i)})
			}
			quick := Restrict(source.Name{}, base, values...).Compiled().Quick
			for _, v := range values {
				if !quick(v.Value) || !quick(strings.Clone(v.Value)) {
					t.Errorf("%s of %d: %s is refused", base.Name().Local, n, v.Value)
				}
			}
			for _, text := range []string{"", "v", "v" + strconv.Itoa(n), "w0", " v0", "v0 ", "V0", "v00"} {
				if quick(text) {
					t.Errorf("%s of %d: %q is taken", base.Name().Local, n, text)
				}
			}
		}
	}
}

// A length beside a pattern is one in characters.
func TestQuickLength(t *testing.T) {
	for _, test := range []struct {
		pattern string
		lengths []Facet
		text    string
		want    bool
	}{
		{"[0-9]{9}", []Facet{{Kind: FacetLength, Value: "9"}}, "123456789", true},
		{"[0-9]{9}", []Facet{{Kind: FacetLength, Value: "8"}}, "123456789", false},
		{"[0-9]{2,4}", []Facet{{Kind: FacetMaxLength, Value: "3"}}, "123", true},
		{"[0-9]{2,4}", []Facet{{Kind: FacetMaxLength, Value: "3"}}, "1234", false},
		{"[0-9]{2,4}", []Facet{{Kind: FacetMinLength, Value: "3"}}, "12", false},
		{"[0-9]+", []Facet{{Kind: FacetMaxLength, Value: "3"}}, "1234", false},
		{"æ{1,3}", []Facet{{Kind: FacetMaxLength, Value: "3"}}, "æææ", true},
		{"æ{1,3}", []Facet{{Kind: FacetMaxLength, Value: "2"}}, "æææ", false},
		{"a|bcd", []Facet{{Kind: FacetMaxLength, Value: "2"}}, "bcd", false},
	} {
		c := Restrict(source.Name{}, typeString, append(test.lengths, Facet{Kind: FacetPattern, Value: test.pattern})...).Compiled()
		if got := c.Quick(test.text); got != test.want {
			t.Errorf("%s with %v: %q is taken: %t, want %t", test.pattern, test.lengths, test.text, got, test.want)
		}
	}
}

// Only types of texts and of decimal numbers that no facet narrows take all that JSON writes as it stands.
func TestFree(t *testing.T) {
	one := func(kind FacetKind, value string) Facet { return Facet{Kind: kind, Value: value} }
	collapsed := Restrict(source.Name{}, typeString, one(FacetWhiteSpace, "collapse"))
	named := Restrict(source.Name{}, typeString)
	for _, test := range []struct {
		typ  *SimpleType
		want bool
	}{
		{typeString, true},
		{typeNormalizedString, true},
		{named, true},
		{Restrict(source.Name{}, typeString, one(FacetWhiteSpace, "replace")), true},
		{Restrict(source.Name{}, typeString, one(FacetMinLength, "0")), true},
		{typeDecimal, true},
		{Restrict(source.Name{}, typeDecimal), true},
		{typeToken, false},
		{collapsed, false},
		{Restrict(source.Name{}, collapsed), false},
		{Restrict(source.Name{}, named, one(FacetMaxLength, "3")), false},
		{Restrict(source.Name{}, typeString, one(FacetLength, "0")), false},
		{Restrict(source.Name{}, typeString, one(FacetPattern, ".*")), false},
		{Restrict(source.Name{}, typeString, one(FacetEnumeration, "a")), false},
		{Restrict(source.Name{}, typeDecimal, one(FacetFractionDigits, "2")), false},
		{Restrict(source.Name{}, typeDecimal, one(FacetMinInclusive, "0")), false},
		{BuiltIn("integer"), false},
		{BuiltIn("language"), false},
		{BuiltIn("double"), false},
		{typeAnyURI, false},
		{ListOf(source.Name{}, typeString), false},
	} {
		if got := test.typ.Compiled().Free; got != test.want {
			t.Errorf("%s with %v: %t, want %t", test.typ.BuiltInAncestor(), test.typ.facets, got, test.want)
		}
	}
}

// Only an enumeration of few texts that alone decides, in every step, has constants.
func TestConstants(t *testing.T) {
	one := func(kind FacetKind, value string) Facet { return Facet{Kind: kind, Value: value} }
	values := []Facet{one(FacetEnumeration, "ab"), one(FacetEnumeration, " c ")}
	few := Restrict(source.Name{}, typeString, values...)
	many := make([]Facet, maxFew+1)
	for i := range many {
		many[i] = one(FacetEnumeration, strconv.Itoa(i))
	}
	token := Restrict(source.Name{}, BuiltIn("token"), one(FacetEnumeration, " a  b "))
	for _, test := range []struct {
		name string
		of   *SimpleType
		want []string
	}{
		{"of texts", few, []string{"ab", " c "}},
		{"inherited", Restrict(source.Name{}, few), []string{"ab", " c "}},
		{"of fewer", Restrict(source.Name{}, few, values[0]), []string{"ab"}},
		{"collapsed", token, []string{"a b"}},
		{"collapsed later, with white space", Restrict(source.Name{}, few, one(FacetWhiteSpace, "collapse")), nil},
		{"with a pattern", Restrict(source.Name{}, few, one(FacetPattern, "a.*")), nil},
		{"with a length", Restrict(source.Name{}, few, one(FacetLength, "2")), nil},
		{"with a largest length", Restrict(source.Name{}, few, one(FacetMaxLength, "2")), nil},
		{"of many", Restrict(source.Name{}, typeString, many...), nil},
		{"of numbers", Restrict(source.Name{}, typeDecimal, one(FacetEnumeration, "1")), nil},
		{"of IDs", Restrict(source.Name{}, BuiltIn("ID"), one(FacetEnumeration, "a")), nil},
		{"none", Restrict(source.Name{}, typeString), nil},
	} {
		c := test.of.Compiled()
		if !slices.Equal(c.Constants, test.want) {
			t.Errorf("%s: %q, want %q", test.name, c.Constants, test.want)
		}
		for _, text := range c.Constants {
			if !c.Quick(text) {
				t.Errorf("%s: %q is refused", test.name, text)
			}
		}
	}
}

// randomRestriction restricts a type that has digits, bounds or lengths by some of them.
func randomRestriction(random *rand.Rand) *SimpleType {
	base := []*SimpleType{typeDecimal, typeInt, BuiltIn("integer"), BuiltIn("nonNegativeInteger"), typeString, BuiltIn("token"), BuiltIn("hexBinary")}[random.IntN(7)]
	small := func() string { return strconv.Itoa(random.IntN(5)) }
	half := func() string { return []string{"", "", ".5"}[random.IntN(3)] }
	facets := []Facet{
		{Kind: FacetTotalDigits, Value: strconv.Itoa(1 + random.IntN(5))},
		{Kind: FacetFractionDigits, Value: small()},
		{Kind: []FacetKind{FacetMinInclusive, FacetMinExclusive}[random.IntN(2)], Value: "-" + small() + half()},
		{Kind: []FacetKind{FacetMaxInclusive, FacetMaxExclusive}[random.IntN(2)], Value: "12" + small() + half()},
	}
	if strings.Contains("string token hexBinary", base.Name().Local) {
		facets = []Facet{{Kind: FacetMinLength, Value: small()}, {Kind: FacetMaxLength, Value: "4"}}
		if random.IntN(3) == 0 {
			facets = []Facet{{Kind: FacetLength, Value: small()}}
		}
	}
	kept := facets[:0]
	for _, f := range facets {
		if random.IntN(3) > 0 {
			kept = append(kept, f)
		}
	}
	return Restrict(source.Name{}, base, kept...)
}

// randomSpelling is a number most of the time.
func randomSpelling(random *rand.Rand) string {
	text := make([]byte, random.IntN(8))
	for i := range text {
		text[i] = "00123456789.-+ aå"[random.IntN(17)]
		if i > 0 && text[i] > '9' || text[i] == ' ' && random.IntN(3) > 0 {
			text[i] = '1'
		}
	}
	return string(text)
}
