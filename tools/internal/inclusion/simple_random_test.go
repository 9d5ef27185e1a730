// Random simple types against texts: what is shown to be included takes no text that the other refuses, among all short texts over a
// small alphabet and many longer ones.

package inclusion

import (
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/automaton"
	"github.com/mvainnsyn/mvainnsyn/xsd"
	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
)

// pool has facets by primitive type, of which random types take some.
var pool = map[string][]xsd.Facet{
	"string": {
		{Kind: xsd.FacetMinLength, Value: "1"},
		{Kind: xsd.FacetMinLength, Value: "2"},
		{Kind: xsd.FacetMaxLength, Value: "2"},
		{Kind: xsd.FacetMaxLength, Value: "3"},
		{Kind: xsd.FacetLength, Value: "2"},
		{Kind: xsd.FacetPattern, Value: "[0-9]*"},
		{Kind: xsd.FacetPattern, Value: "a.*"},
		{Kind: xsd.FacetPattern, Value: `\d{1,2}`},
		{Kind: xsd.FacetPattern, Value: "1 a"},
		{Kind: xsd.FacetPattern, Value: `\s*1\s*`},
		{Kind: xsd.FacetPattern, Value: "(a|1)+"},
		{Kind: xsd.FacetEnumeration, Value: "1"},
		{Kind: xsd.FacetEnumeration, Value: "a"},
		{Kind: xsd.FacetEnumeration, Value: " 1"},
		{Kind: xsd.FacetEnumeration, Value: "a 1"},
		{Kind: xsd.FacetWhiteSpace, Value: "collapse"},
		{Kind: xsd.FacetWhiteSpace, Value: "replace"},
	},
	"decimal": {
		{Kind: xsd.FacetMinInclusive, Value: "0"},
		{Kind: xsd.FacetMinExclusive, Value: "0"},
		{Kind: xsd.FacetMinInclusive, Value: "-1"},
		{Kind: xsd.FacetMinInclusive, Value: "1"},
		{Kind: xsd.FacetMaxInclusive, Value: "11"},
		{Kind: xsd.FacetMaxExclusive, Value: "10"},
		{Kind: xsd.FacetMaxInclusive, Value: "1.1"},
		{Kind: xsd.FacetMaxExclusive, Value: "0"},
		{Kind: xsd.FacetMinExclusive, Value: "-.1"},
		{Kind: xsd.FacetTotalDigits, Value: "1"},
		{Kind: xsd.FacetTotalDigits, Value: "2"},
		{Kind: xsd.FacetFractionDigits, Value: "0"},
		{Kind: xsd.FacetFractionDigits, Value: "1"},
		{Kind: xsd.FacetPattern, Value: "[01]+"},
		{Kind: xsd.FacetPattern, Value: `.*\.1`},
		{Kind: xsd.FacetPattern, Value: `-?1*`},
		{Kind: xsd.FacetEnumeration, Value: "1"},
		{Kind: xsd.FacetEnumeration, Value: "0.1"},
		{Kind: xsd.FacetEnumeration, Value: "-0"},
		{Kind: xsd.FacetEnumeration, Value: "10"},
	},
	"double": {
		{Kind: xsd.FacetMinInclusive, Value: "0"},
		{Kind: xsd.FacetMinExclusive, Value: "0"},
		{Kind: xsd.FacetMaxInclusive, Value: "1"},
		{Kind: xsd.FacetMaxExclusive, Value: "1"},
		{Kind: xsd.FacetPattern, Value: "[01]*"},
		{Kind: xsd.FacetEnumeration, Value: "1"},
		{Kind: xsd.FacetEnumeration, Value: "0.1"},
		{Kind: xsd.FacetMinInclusive, Value: "-INF"},
	},
	"hexBinary": {
		{Kind: xsd.FacetMinLength, Value: "1"},
		{Kind: xsd.FacetMaxLength, Value: "1"},
		{Kind: xsd.FacetLength, Value: "2"},
		{Kind: xsd.FacetPattern, Value: "[01]*"},
		{Kind: xsd.FacetEnumeration, Value: "0a"},
		{Kind: xsd.FacetEnumeration, Value: "01"},
	},
	"base64Binary": {
		{Kind: xsd.FacetMinLength, Value: "1"},
		{Kind: xsd.FacetMaxLength, Value: "3"},
		{Kind: xsd.FacetMaxLength, Value: "4"},
		{Kind: xsd.FacetPattern, Value: "[^ ]*"},
		{Kind: xsd.FacetEnumeration, Value: "a1a1"},
	},
	"date": {
		{Kind: xsd.FacetMinInclusive, Value: "2000-01-01"},
		{Kind: xsd.FacetMinInclusive, Value: "2000-01-01Z"},
		{Kind: xsd.FacetMinExclusive, Value: "2000-01-01+14:00"},
		{Kind: xsd.FacetMaxInclusive, Value: "2000-01-02"},
		{Kind: xsd.FacetMaxExclusive, Value: "2000-01-03Z"},
		{Kind: xsd.FacetPattern, Value: "[^Z]*"},
		{Kind: xsd.FacetPattern, Value: ".{10}"},
		{Kind: xsd.FacetEnumeration, Value: "2000-01-01"},
		{Kind: xsd.FacetEnumeration, Value: "2000-01-02Z"},
	},
	"duration": {
		{Kind: xsd.FacetMinInclusive, Value: "P1M"},
		{Kind: xsd.FacetMinExclusive, Value: "P30D"},
		{Kind: xsd.FacetMaxInclusive, Value: "P1Y"},
		{Kind: xsd.FacetMaxExclusive, Value: "P366D"},
		{Kind: xsd.FacetPattern, Value: "P.*D"},
		{Kind: xsd.FacetEnumeration, Value: "P1Y"},
	},
	"list": {
		{Kind: xsd.FacetMinLength, Value: "1"},
		{Kind: xsd.FacetMaxLength, Value: "1"},
		{Kind: xsd.FacetMaxLength, Value: "2"},
		{Kind: xsd.FacetPattern, Value: "1.*"},
		{Kind: xsd.FacetEnumeration, Value: "1 1"},
		{Kind: xsd.FacetEnumeration, Value: "1"},
	},
	"union": {
		{Kind: xsd.FacetPattern, Value: "[01]*"},
		{Kind: xsd.FacetEnumeration, Value: "1"},
		{Kind: xsd.FacetEnumeration, Value: "a"},
		{Kind: xsd.FacetPattern, Value: `\s*1`},
	},
}

var poolBases = map[string][]string{
	"string": {"string", "string", "normalizedString", "token", "NMTOKEN", "NCName", "Name"}, "decimal": {"decimal", "decimal", "integer", "byte", "nonNegativeInteger"},
	"double": {"double", "float"}, "hexBinary": {"hexBinary"}, "base64Binary": {"base64Binary"}, "date": {"date"}, "duration": {"duration"},
}

var poolKinds = []string{"string", "decimal", "double", "hexBinary", "base64Binary", "date", "duration", "list", "union"}

// randomType makes a type of a kind, in up to two steps of facets.
func randomType(random *rand.Rand, kind string, depth int) *xsd.SimpleType {
	var t *xsd.SimpleType
	inner := func() *xsd.SimpleType {
		return randomType(random, poolKinds[random.IntN(7-5*min(depth, 1))], depth+1)
	}
	switch kind {
	case "list":
		t = simple.ListOf(xsd.Name{}, inner())
	case "union":
		members := make([]*xsd.SimpleType, 1+random.IntN(3))
		for i := range members {
			members[i] = inner()
		}
		if depth == 0 && random.IntN(4) == 0 {
			members[0] = randomType(random, []string{"list", "union"}[random.IntN(2)], 1)
		}
		t = simple.UnionOf(xsd.Name{}, members...)
	default:
		names := poolBases[kind]
		t = xsd.BuiltIn(names[random.IntN(len(names))])
	}
	for range random.IntN(3) {
		t = restricted(random, t, pool[kind])
	}
	return t
}

// restricted adds a step of one to three facets, if they mean something together.
func restricted(random *rand.Rand, t *xsd.SimpleType, from []xsd.Facet) *xsd.SimpleType {
	var facets []xsd.Facet
	for range 1 + random.IntN(3) {
		f := from[random.IntN(len(from))]
		several := f.Kind == xsd.FacetPattern || f.Kind == xsd.FacetEnumeration
		if several || !slices.ContainsFunc(facets, func(other xsd.Facet) bool { return other.Kind == f.Kind }) {
			facets = append(facets, f)
		}
	}
	derived := simple.Restrict(xsd.Name{}, t, facets...)
	if len(derived.Faults()) > 0 || derived.WhiteSpace() < t.WhiteSpace() {
		return t
	}
	return derived
}

// shortTexts are all texts over the alphabet up to a length.
func shortTexts(alphabet string, length int) []string {
	texts := []string{""}
	for from := 0; length > 0; length-- {
		to := len(texts)
		for _, text := range texts[from:to] {
			for _, c := range alphabet {
				texts = append(texts, text+string(c))
			}
		}
		from = to
	}
	return texts
}

func TestRandomTypes(t *testing.T) {
	rounds := 1500
	if testing.Short() {
		rounds = 200
	}
	random := rand.New(rand.NewPCG(7, 11))
	short := shortTexts("01a-. \t", 4)
	counts, missed := map[automaton.Verdict]int{}, 0
	for range rounds {
		a, b := randomPair(random)
		got := SimpleTypes(a, b)
		counts[got.Verdict]++
		text, shown := anyWitness(a, b, short)
		switch {
		case got.Verdict == automaton.Yes && shown:
			t.Errorf("%s in %s: yes, but %q", describe(a), describe(b), text)
		case got.Verdict == automaton.No && (a.Check(got.Text, nil) != nil || b.Check(got.Text, nil) == nil):
			t.Errorf("%s in %s: %q is no witness", describe(a), describe(b), got.Text)
		case got.Verdict == automaton.Undecided && shown:
			missed++
		}
	}
	t.Logf("%v, %d undecided ones have a short witness", counts, missed)
	if counts[yes] < rounds/4 || counts[no] < rounds/4 || counts[open] > rounds/25 || missed > rounds/500 {
		t.Errorf("%v, %d undecided ones have a short witness", counts, missed)
	}
}

// randomPair draws two types, most of one kind, some the one a restriction of the other.
func randomPair(random *rand.Rand) (a, b *xsd.SimpleType) {
	kind := poolKinds[random.IntN(len(poolKinds))]
	other := kind
	if random.IntN(5) == 0 {
		other = poolKinds[random.IntN(len(poolKinds))]
	}
	a, b = randomType(random, kind, 0), randomType(random, other, 0)
	if random.IntN(3) == 0 && a.Variety() == xsd.VarietyAtomic {
		a = restricted(random, b, pool[other])
	}
	return a, b
}

// anyWitness looks through all short texts and the candidates.
func anyWitness(a, b *xsd.SimpleType, short []string) (text string, found bool) {
	texts := slices.Clone(short)
	for _, c := range newEnquiry(a, b, false, 0).candidates() {
		texts = append(texts, c.text, c.text+" ")
	}
	for _, text := range texts {
		if a.Check(text, nil) == nil && b.Check(text, nil) != nil {
			return text, true
		}
	}
	return "", false
}

// describe writes a type with its facets.
func describe(t *xsd.SimpleType) string {
	out := t.BuiltInAncestor().String()
	switch t.Variety() {
	case xsd.VarietyList:
		out = "list of (" + describe(t.Item()) + ")"
	case xsd.VarietyUnion:
		out = "union of"
		for _, member := range t.Members() {
			out += " (" + describe(member) + ")"
		}
	}
	if t.IsBuiltIn() {
		return out
	}
	for _, f := range t.Facets() {
		out += " " + f.Kind.String() + "=" + strconv.Quote(f.Value)
	}
	return out
}
