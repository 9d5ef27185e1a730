// Which decimals are judged as whole numbers, and that large limits leave them out.

package simple

import (
	"testing"

	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

func TestUsualDecimals(t *testing.T) {
	restrict := func(base string, facets ...Facet) usualDecimals {
		r := Restrict(source.Name{}, BuiltIn(base), facets...).Compiled().rules.(*atomicRules[number])
		return newUsualDecimals(r)
	}
	limit := func(kind FacetKind, value string) Facet { return Facet{Kind: kind, Value: value} }
	for _, c := range []struct {
		name       string
		usual      usualDecimals
		has, lacks []string
	}{
		{"decimal", restrict("decimal"), []string{"0", "-0", "1.50", "-12345678901234567.5"}, []string{"", "-", "+1", ".5", "5.", "1.5x", "1e3", "123456789012345678"}},
		{"integer", restrict("integer"), []string{"7", "-7", "007"}, []string{"7.0", "7."}},
		{"byte", restrict("byte"), []string{"127", "-128"}, []string{"128", "-129"}},
		{"unsignedLong", restrict("unsignedLong"), []string{"0", "12345678901234567"}, []string{"-1"}},
		{"from 0 to 100", restrict("decimal", limit(FacetMinInclusive, "0"), limit(FacetMaxInclusive, "100")), []string{"0", "99.99", "100"}, []string{"100.5", "-0.5", "101"}},
		{"between -1.5 and 2", restrict("decimal", limit(FacetMinExclusive, "-1.5"), limit(FacetMaxExclusive, "2")), []string{"0", "0.99", "1"}, []string{"-2", "-1.5", "2", "1.99999"}},
		{"beyond", restrict("decimal", limit(FacetMinInclusive, "99999999999999999999")), nil, []string{"1", "99999999999999999"}},
		{"digits", restrict("decimal", limit(FacetTotalDigits, "4"), limit(FacetFractionDigits, "2")), []string{"12.34", "1234", "0.5"}, []string{"12345", "1.234", "123.45"}},
	} {
		for _, text := range c.has {
			if !c.usual.has(text) {
				t.Errorf("%s: %q is not usual", c.name, text)
			}
		}
		for _, text := range c.lacks {
			if c.usual.has(text) {
				t.Errorf("%s: %q is usual", c.name, text)
			}
		}
	}
}
