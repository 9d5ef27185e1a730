// This file tests which types have a shape, and that what their texts are matched with says what checking says.

package codec

import (
	"slices"
	"testing"

	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
)

// Types whose values are texts as they stand, of all sorts of rules.
func quickTypes() []*simple.SimpleType {
	facets := func(base string, facets ...simple.Facet) *simple.SimpleType {
		return simple.Restrict(Name{Local: base}, simple.BuiltIn(base), facets...)
	}
	return append(simple.BuiltIns(),
		facets("string", simple.Facet{Kind: simple.FacetPattern, Value: "[0-9]+"}, simple.Facet{Kind: simple.FacetLength, Value: "3"}),
		facets("string", simple.Facet{Kind: simple.FacetPattern, Value: "[a-z]*"}),
		facets("string", simple.Facet{Kind: simple.FacetPattern, Value: "[a-z]*"}, simple.Facet{Kind: simple.FacetPattern, Value: "[0-9]+"}),
		simple.Restrict(Name{}, facets("string", simple.Facet{Kind: simple.FacetPattern, Value: "[a-z0-9]*"}), simple.Facet{Kind: simple.FacetPattern, Value: "[0-9]+"}),
		facets("string", simple.Facet{Kind: simple.FacetMaxLength, Value: "3"}),
		facets("string", simple.Facet{Kind: simple.FacetEnumeration, Value: "abc"}, simple.Facet{Kind: simple.FacetEnumeration, Value: " x"}),
		facets("token", simple.Facet{Kind: simple.FacetPattern, Value: "[a-z ]*"}),
		facets("decimal", simple.Facet{Kind: simple.FacetFractionDigits, Value: "2"}, simple.Facet{Kind: simple.FacetMinInclusive, Value: "2"}),
		facets("decimal", simple.Facet{Kind: simple.FacetEnumeration, Value: "2.50"}),
		facets("integer", simple.Facet{Kind: simple.FacetPattern, Value: "[0-9]{3}"}),
		facets("date", simple.Facet{Kind: simple.FacetMinInclusive, Value: "2022-01-01"}),
		facets("anyURI", simple.Facet{Kind: simple.FacetMaxLength, Value: "3"}),
		simple.UnionOf(Name{}, simple.BuiltIn("int"), simple.BuiltIn("date")),
		simple.ListOf(Name{}, simple.BuiltIn("int")),
	)
}

var quickTexts = []string{
	"", "abc", "ABC", "123", "1234", " x", "x ", "a  b", "a\tb", "2", "2.5", "2.50", "2.505", "-1", "1e3", "true", "1", "æøå", "2022-04-11",
	"2021-04-11", "2022-04-31", "2022-04-11Z", "2022", "P1D", "10:00:00", "0F", "YWJj", "a:b", "http://a", "\u00A0", "INF",
}

// What the texts of a shape are matched with takes just those that are valid and in which white space is as it is to be.
func TestQuickIsCheck(t *testing.T) {
	taken, refused := 0, 0
	for _, typ := range quickTypes() {
		e := typ.Compiled()
		for _, text := range quickTexts {
			want := typ.Normalize(text) == text && typ.Check(text, nil) == nil
			if got := e.TakesAsIs(text); got != want {
				t.Errorf("%s takes %q as it is: %t, want %t", typ, text, got, want)
			}
			if e.Quick == nil {
				continue
			}
			if got := e.Quick(text); got != want {
				t.Errorf("%s takes %q quickly: %t, want %t", typ, text, got, want)
			}
			if want {
				taken++
			} else {
				refused++
			}
		}
	}
	if taken < 200 || refused < 200 {
		t.Errorf("%d texts were taken and %d refused: too few of one kind to prove much", taken, refused)
	}
}

// The types without shape are ones of whose elements more has to be looked at, each for one reason.
func TestTypesWithShape(t *testing.T) {
	text := simple.BuiltIn("string")
	element := func(name string, change ...func(*Field)) Field {
		f := Field{Name: Name{Space: "shape", Local: name}, Min: 1, Max: 1, Simple: text}
		for _, apply := range change {
			apply(&f)
		}
		return f
	}
	of := func(goName string) func(*Field) {
		return func(f *Field) { f.Simple, f.Type = nil, goName }
	}
	typeOf := func(name string, fields ...Field) *ComplexType {
		return &ComplexType{Name: Name{Space: "shape", Local: name}, GoName: name, Fields: fields}
	}
	shaped := []*ComplexType{
		typeOf("Texts", element("a"), element("b", func(f *Field) { f.Min, f.Max = 0, Unbounded })),
		typeOf("Number", element("a", func(f *Field) { f.Simple = simple.BuiltIn("decimal") })),
		typeOf("Union", element("a", func(f *Field) { f.Simple = simple.UnionOf(Name{}, simple.BuiltIn("int"), simple.BuiltIn("date")) })),
		typeOf("Inside", element("a"), element("in", of("Texts"))),
		typeOf("Circular", element("a"), element("in", of("Circular"), func(f *Field) { f.Min = 0 })),
		typeOf("Nillable", element("a", func(f *Field) { f.Nillable = true })),
		typeOf("Base", element("a")),
		typeOf("Derived", element("a")),
	}
	shapeless := []*ComplexType{
		typeOf("Attribute", Field{Kind: AttributeField, Name: Name{Local: "a"}, Max: 1, Simple: text}, element("b")),
		typeOf("Text", Field{Kind: TextField, Simple: text}),
		typeOf("Wildcard", element("a"), Field{Kind: WildcardField, Max: 1}),
		typeOf("Mixed", element("a")),
		typeOf("Abstract", element("a")),
		typeOf("Choice", element("a"), element("b")),
		typeOf("Default", element("a", func(f *Field) { f.Constraint = &ValueConstraint{Text: "x"} })),
		typeOf("Unique", element("in", of("Texts"), func(f *Field) { f.Identity = []Identity{{Selector: "a", Fields: []string{"."}}} })),
		typeOf("AbstractElement", element("a", func(f *Field) { f.Abstract = true })),
		typeOf("ID", element("a", func(f *Field) { f.Simple = simple.BuiltIn("ID") })),
		typeOf("QName", element("a", func(f *Field) { f.Simple = simple.BuiltIn("QName") })),
		typeOf("List", element("a", func(f *Field) { f.Simple = simple.ListOf(Name{}, simple.BuiltIn("int")) })),
		typeOf("Quote", element("a", func(f *Field) { f.JSON = `a"b` })),
		typeOf("SameKey", element("a"), element("b", func(f *Field) { f.JSON = "a" })),
		typeOf("Varying", element("a", of("Base"))),
		typeOf("Head", element("head", func(f *Field) { f.Substitutable = true })),
		typeOf("HeadOfNone", element("other", func(f *Field) { f.Substitutable = true })),
	}
	find := func(name string) *ComplexType {
		all := slices.Concat(shaped, shapeless)
		return all[slices.IndexFunc(all, func(c *ComplexType) bool { return c.GoName == name })]
	}
	find("Mixed").Mixed = true
	find("Abstract").Abstract = true
	find("Choice").Content = Choice(1, 1, Leaf(0, 1, 1), Leaf(1, 1, 1))
	find("Derived").Base = find("Base").Name
	var entries []TypeEntry
	for _, c := range slices.Concat(shaped, shapeless) {
		entries = append(entries, TypeOf[AnyElement](c))
	}
	NewSchema(SchemaParts{Package: "shape", Types: entries, Elements: []GlobalElement{
		&Element[String]{Name: Name{Space: "shape", Local: "head"}, Simple: text},
		&Element[String]{Name: Name{Space: "shape", Local: "other"}, Simple: text, Substitutes: []Name{{Space: "shape", Local: "head"}}},
	}})
	for _, c := range shaped {
		if c.compiled().shape() == nil {
			t.Errorf("%s has no shape", c.GoName)
		}
	}
	for _, c := range shapeless {
		if c.compiled().shape() != nil {
			t.Errorf("%s has a shape", c.GoName)
		}
	}
}

// Limits of names count the longest of a shape, in XML as in JSON.
func TestLongestNameOfShape(t *testing.T) {
	for key, want := range map[string]int{"": len("name"), "k": len("name"), "longer": len("longer")} {
		typ := &ComplexType{GoName: "Longest", Fields: []Field{{Name: Name{Local: "name"}, JSON: key, Max: 1, Simple: simple.BuiltIn("string")}}}
		NewSchema(SchemaParts{Package: "longest", Types: []TypeEntry{TypeOf[AnyElement](typ)}})
		if got := typ.compiled().shape().Longest; got != want {
			t.Errorf("the member %q: the longest name has %d bytes, want %d", key, got, want)
		}
	}
}
