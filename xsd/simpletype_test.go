// Simple types as components: accessors over the chain of derivation, white space, and use by many goroutines.

package xsd_test

import (
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/xsd"
	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
)

func TestNormalize(t *testing.T) {
	tests := []struct{ text, replace, collapse string }{
		{"", "", ""},
		{"a", "a", "a"},
		{" ", " ", ""},
		{"a b", "a b", "a b"},
		{" a\tb\r\nc ", " a b  c ", "a b c"},
		{"\n\n", "  ", ""},
		{"a  b   c", "a  b   c", "a b c"},
		{"a\u00a0b\v", "a\u00a0b\v", "a\u00a0b\v"},
		{"å\tø ", "å ø ", "å ø"},
	}
	for _, test := range tests {
		if got := xsd.BuiltIn("string").Normalize(test.text); got != test.text {
			t.Errorf("preserve: %q became %q", test.text, got)
		}
		if got := xsd.BuiltIn("normalizedString").Normalize(test.text); got != test.replace {
			t.Errorf("replace: %q became %q, want %q", test.text, got, test.replace)
		}
		if got := xsd.BuiltIn("token").Normalize(test.text); got != test.collapse {
			t.Errorf("collapse: %q became %q, want %q", test.text, got, test.collapse)
		}
	}
}

func TestEffectiveFacets(t *testing.T) {
	base := restrict(xsd.BuiltIn("token"), facet(xsd.FacetPattern, "a.*"), facet(xsd.FacetMinLength, "1"),
		facet(xsd.FacetMaxLength, "9"), facet(xsd.FacetEnumeration, "ab"), facet(xsd.FacetEnumeration, "ac"))
	typ := restrict(base, facet(xsd.FacetEnumeration, "ab"), facet(xsd.FacetPattern, ".b"), facet(xsd.FacetPattern, ".c"),
		facet(xsd.FacetMaxLength, "5"))
	want := []xsd.Facet{
		facet(xsd.FacetMinLength, "1"), facet(xsd.FacetMaxLength, "5"), facet(xsd.FacetPattern, ".b"), facet(xsd.FacetPattern, ".c"),
		facet(xsd.FacetPattern, "a.*"), facet(xsd.FacetEnumeration, "ab"), facet(xsd.FacetWhiteSpace, "collapse"),
	}
	if diff := cmp.Diff(want, typ.Facets()); diff != "" {
		t.Error("Facets:", diff)
	}
	if diff := cmp.Diff([][]string{{".b", ".c"}, {"a.*"}}, typ.Patterns()); diff != "" {
		t.Error("Patterns:", diff)
	}
	if diff := cmp.Diff([]xsd.Facet{facet(xsd.FacetEnumeration, "ab")}, typ.Enumeration()); diff != "" {
		t.Error("Enumeration:", diff)
	}
	if diff := cmp.Diff(typ.Enumeration(), restrict(typ, facet(xsd.FacetMinLength, "2")).Enumeration()); diff != "" {
		t.Error("Enumeration inherited:", diff)
	}
	if got, ok := typ.Facet(xsd.FacetMaxLength); !ok || got.Value != "5" {
		t.Errorf("maxLength is %v, %v", got, ok)
	}
	if got, ok := typ.Facet(xsd.FacetLength); ok {
		t.Errorf("length is %v", got)
	}
	if got := xsd.BuiltIn("string").Enumeration(); got != nil {
		t.Errorf("xs:string is enumerated: %v", got)
	}
	fixed := xsd.Facet{Kind: xsd.FacetWhiteSpace, Value: "collapse", Fixed: true}
	if got, _ := xsd.BuiltIn("byte").Facet(xsd.FacetWhiteSpace); !cmp.Equal(got, fixed) {
		t.Errorf("white space of xs:byte is %v", got)
	}
}

func TestChain(t *testing.T) {
	name := xsd.Name{Space: "urn:x", Local: "Aarstall"}
	typ := simple.Restrict(name, xsd.BuiltIn("gYear"))
	deeper := restrict(typ)
	if typ.Name() != name || deeper.Base() != typ || !deeper.DerivedFrom(xsd.BuiltIn("gYear")) || deeper.DerivedFrom(xsd.BuiltIn("date")) {
		t.Error("the chain of bases is broken")
	}
	if deeper.Primitive() != xsd.BuiltIn("gYear") || deeper.BuiltInAncestor() != xsd.BuiltIn("gYear") || deeper.IsBuiltIn() {
		t.Error("the primitive type is lost")
	}
	list := restrict(simple.ListOf(xsd.Name{}, typ), facet(xsd.FacetLength, "2"))
	union := restrict(simple.UnionOf(xsd.Name{}, typ, list), facet(xsd.FacetPattern, ".*"))
	if list.Variety() != xsd.VarietyList || list.Item() != typ || list.Primitive() != nil {
		t.Error("a restricted list is no list")
	}
	if members := union.Members(); union.Variety() != xsd.VarietyUnion || len(members) != 2 || members[1] != list {
		t.Error("a restricted union is no union")
	}
	names := map[string]string{
		typ.String(): "{urn:x}Aarstall", deeper.String(): "a type derived from xs:gYear",
		list.String(): "a list of {urn:x}Aarstall", union.String(): "a union", xsd.BuiltIn("IDREFS").String(): "xs:IDREFS",
	}
	for got, want := range names {
		if got != want {
			t.Errorf("String is %q, want %q", got, want)
		}
	}
	if nmtokens := restrict(xsd.BuiltIn("NMTOKENS")); nmtokens.BuiltInAncestor() != xsd.BuiltIn("NMTOKENS") {
		t.Error("the built-in list is lost")
	}
}

// Types are compiled at first use, by whoever comes first.
func TestConcurrentFirstUse(t *testing.T) {
	typ := restrict(restrict(xsd.BuiltIn("int"), facet(xsd.FacetMaxInclusive, "9")), facet(xsd.FacetPattern, "[0-9]"))
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			if typ.Check("7", nil) != nil || typ.Check("10", nil) == nil {
				t.Error("another verdict")
			}
		})
	}
	group.Wait()
}

// Hostile sizes: each is an answer in bounded time.
func TestHugeValues(t *testing.T) {
	digits := strings.Repeat("9", 1_000_000)
	bounded := restrict(xsd.BuiltIn("decimal"), facet(xsd.FacetMaxInclusive, digits+"."+digits), facet(xsd.FacetTotalDigits, "3000000"))
	if got := verdict(bounded, digits); got != "" {
		t.Error(got)
	}
	if got := verdict(bounded, digits+"9"); got != "cvc-maxInclusive-valid" {
		t.Error(got)
	}
	if got := verdict(xsd.BuiltIn("int"), digits); got != "cvc-maxInclusive-valid" {
		t.Error(got)
	}
	if got := verdict(restrict(xsd.BuiltIn("double"), facet(xsd.FacetMaxExclusive, "INF")), digits); got != "cvc-maxExclusive-valid" {
		t.Error(got)
	}
	if got := verdict(xsd.BuiltIn("duration"), "P"+digits+"Y"); got != "" {
		t.Error(got)
	}
	if got := verdict(xsd.BuiltIn("dateTime"), "2000-01-01T00:00:00."+digits); got != "" {
		t.Error(got)
	}
	if got := verdict(simple.ListOf(xsd.Name{}, xsd.BuiltIn("int")), strings.Repeat("1 ", 500_000)); got != "" {
		t.Error(got)
	}
}

func TestManyEnumerationValues(t *testing.T) {
	var codes []xsd.Facet
	for i := range 100_000 {
		codes = append(codes, facet(xsd.FacetEnumeration, strconv.Itoa(i)))
	}
	typ := restrict(xsd.BuiltIn("integer"), codes...)
	if verdict(typ, "099999") != "" || verdict(typ, "100000") == "" {
		t.Error("wrong verdict")
	}
}

func TestDeepDerivation(t *testing.T) {
	typ := xsd.BuiltIn("string")
	for range 10_000 {
		typ = restrict(typ, facet(xsd.FacetMaxLength, "5"))
	}
	if verdict(typ, "abcde") != "" || verdict(typ, "abcdef") == "" {
		t.Error("wrong verdict")
	}
	for range 200 {
		typ = simple.UnionOf(xsd.Name{}, typ, xsd.BuiltIn("byte"))
		typ = restrict(typ, facet(xsd.FacetPattern, ".*"))
	}
	if v := mustParse(t, typ, "abc"); v.String() != "abc" {
		t.Error(v)
	}
	if verdict(typ, "abcdef") == "" {
		t.Error("wrong verdict")
	}
}

// Unions of which each holds the one before in two ways: the ways double at each step.
func TestUnionsReachedInManyWays(t *testing.T) {
	typ := simple.UnionOf(xsd.Name{}, xsd.BuiltIn("byte"), xsd.BuiltIn("gDay"))
	for range 100 {
		typ = simple.UnionOf(xsd.Name{}, restrict(typ, facet(xsd.FacetPattern, "[0-9-]+")), restrict(typ, facet(xsd.FacetPattern, ".+")))
	}
	if verdict(typ, "7") != "" || verdict(typ, "x") == "" || verdict(simple.ListOf(xsd.Name{}, typ), "---09 7 x") == "" {
		t.Error("wrong verdict")
	}
	if v := mustParse(t, typ, " 7 "); v.Type() != xsd.BuiltIn("byte") || v.String() != "7" {
		t.Errorf("%v of %v", v, v.Type())
	}
}
