// What a check costs: it is on the path of every value that is decoded. TestCheckDoesNotAllocate holds the promise that
// success costs no memory.

package xsd_test

import (
	"testing"

	"github.com/mvainnsyn/mvainnsyn/xsd"
	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
)

func facet(kind xsd.FacetKind, value string) xsd.Facet { return xsd.Facet{Kind: kind, Value: value} }

// hotTypes are the shapes that real schemas are made of.
var hotTypes = []struct {
	name string
	typ  *xsd.SimpleType
	text string
}{
	{"string", xsd.BuiltIn("string"), "alminnelig"},
	{"pattern and length", simple.Restrict(xsd.Name{}, xsd.BuiltIn("string"),
		facet(xsd.FacetPattern, "[0-9]+"), facet(xsd.FacetLength, "9")), "974761076"},
	{"maxLength", simple.Restrict(xsd.Name{}, xsd.BuiltIn("string"), facet(xsd.FacetMaxLength, "4000")), "Blåbærsyltetøy"},
	{"enumeration", simple.Restrict(xsd.Name{}, xsd.BuiltIn("string"), facet(xsd.FacetEnumeration, "alminnelig"),
		facet(xsd.FacetEnumeration, "primaernaering"), facet(xsd.FacetEnumeration, "kompensasjon")), "primaernaering"},
	{"boolean", xsd.BuiltIn("boolean"), "true"},
	{"int", xsd.BuiltIn("int"), " 123456 "},
	{"integer", xsd.BuiltIn("integer"), "123456789012345678901234567890"},
	{"decimal", simple.Restrict(xsd.Name{}, xsd.BuiltIn("decimal"), facet(xsd.FacetFractionDigits, "2"),
		facet(xsd.FacetTotalDigits, "12"), facet(xsd.FacetMinInclusive, "0")), "1234567.50"},
	{"decimal enumeration", simple.Restrict(xsd.Name{}, xsd.BuiltIn("decimal"),
		facet(xsd.FacetEnumeration, "12.00"), facet(xsd.FacetEnumeration, "25")), "25.00"},
	{"double", simple.Restrict(xsd.Name{}, xsd.BuiltIn("double"), facet(xsd.FacetMaxExclusive, "1E9")), "12345.678"},
	{"date", xsd.BuiltIn("date"), "2022-04-11"},
	{"date with bound", simple.Restrict(xsd.Name{}, xsd.BuiltIn("date"), facet(xsd.FacetMinInclusive, "2000-01-01")), "2022-04-11"},
	{"dateTime", xsd.BuiltIn("dateTime"), "2022-04-11T13:20:00.123+02:00"},
	{"gYear", xsd.BuiltIn("gYear"), "2022"},
	{"duration", xsd.BuiltIn("duration"), "P1Y2M3DT10H30M"},
	{"anyURI", xsd.BuiltIn("anyURI"), "http://www.example.org/a/b?c=d#e"},
	{"NCName", xsd.BuiltIn("NCName"), "skattleggingsperiode"},
	{"hexBinary", xsd.BuiltIn("hexBinary"), "0FB70FB7"},
	{"base64Binary", simple.Restrict(xsd.Name{}, xsd.BuiltIn("base64Binary"), facet(xsd.FacetMaxLength, "10")), "YWJjYWJj"},
	{"list", simple.ListOf(xsd.Name{}, xsd.BuiltIn("int")), "1 2 3 4"},
	{"union", simple.UnionOf(xsd.Name{}, xsd.BuiltIn("int"), xsd.BuiltIn("date")), "2022-04-11"},
}

func TestCheckDoesNotAllocate(t *testing.T) {
	for _, hot := range hotTypes {
		allocs := testing.AllocsPerRun(100, func() {
			if err := hot.typ.Check(hot.text, nil); err != nil {
				t.Fatal(err)
			}
		})
		if allocs != 0 {
			t.Errorf("%s: %v allocations, want 0", hot.name, allocs)
		}
	}
}

func BenchmarkCheck(b *testing.B) {
	for _, hot := range hotTypes {
		b.Run(hot.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := hot.typ.Check(hot.text, nil); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkCheckRefused(b *testing.B) {
	typ := simple.Restrict(xsd.Name{}, xsd.BuiltIn("string"), facet(xsd.FacetPattern, "[0-9]+"))
	b.ReportAllocs()
	for b.Loop() {
		if err := typ.Check("97476107x", nil); err == nil {
			b.Fatal("accepted")
		}
	}
}
