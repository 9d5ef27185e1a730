package goapi_test

import (
	"fmt"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/goapi"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/judge"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/model"
)

// packagesOfText builds the model of a schema of one document without namespace.
func packagesOfText(t *testing.T, body string) []*model.Package {
	t.Helper()
	document := `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" elementFormDefault="qualified">` + body + `</xs:schema>`
	return packagesOf(t, "a.xsd", load.Options{FS: fstest.MapFS{"a.xsd": {Data: []byte(document)}}})
}

// typeT is a complex type T with that content.
func typeT(content string) string { return `<xs:complexType name="T">` + content + `</xs:complexType>` }

// sequence is a complex type T with these elements.
func sequence(elements string) string {
	return typeT(`<xs:sequence>` + elements + `</xs:sequence>`)
}

const (
	a       = `<xs:element name="a" type="xs:string"/>`
	b       = `<xs:element name="b" type="xs:string"/>`
	maybeB  = `<xs:element name="b" type="xs:string" minOccurs="0"/>`
	manyB   = `<xs:element name="b" type="xs:string" maxOccurs="9"/>`
	numberB = `<xs:element name="b" type="xs:int"/>`
)

// enumeration is a simple type E with these values.
func enumeration(base string, values ...string) string {
	facets := ""
	for _, v := range values {
		facets += `<xs:enumeration value="` + v + `"/>`
	}
	return `<xs:simpleType name="E"><xs:restriction base="xs:` + base + `">` + facets + `</xs:restriction></xs:simpleType>`
}

func choice(elements string) string {
	return typeT(`<xs:choice>` + elements + `</xs:choice>`)
}

// defaulted is a type T with an attribute that has a default.
func defaulted(text string) string {
	return typeT(`<xs:attribute name="c" type="xs:string" default="` + text + `"/>`)
}

// TestCompare: for each kind of difference, what is found one way and the other. Each is put to apidiff, too.
func TestCompare(t *testing.T) {
	checker := judge.NewGoTypes(t)
	for name, test := range map[string]struct {
		old, new       string
		forth, reverse []string
	}{
		"nothing":           {sequence(a), sequence(a), nil, nil},
		"optional element":  {sequence(a), sequence(a + maybeB), []string{"go-field-added adds T.B"}, []string{"go-field-removed breaks T.B"}},
		"required element":  {sequence(a), sequence(a + b), []string{"go-required-field-new differs T.B"}, []string{"go-field-removed breaks T.B"}},
		"required list":     {sequence(a), sequence(a + manyB), []string{"go-comparability-lost breaks T", "go-required-field-new differs T.B"}, []string{"go-field-removed breaks T.B"}},
		"value and pointer": {sequence(b), sequence(maybeB), []string{"go-field-shape-changed breaks T.B"}, []string{"go-field-shape-changed breaks T.B"}},
		"value and slice": {
			sequence(b), sequence(manyB),
			[]string{"go-comparability-lost breaks T", "go-field-shape-changed breaks T.B"},
			[]string{"go-field-shape-changed breaks T.B"},
		},
		"type of an element": {sequence(b), sequence(numberB), []string{"go-field-type-changed breaks T.B"}, []string{"go-field-type-changed breaks T.B"}},
		"spelling alone": {
			sequence(`<xs:element name="aB" type="xs:string"/>`), sequence(`<xs:element name="AB" type="xs:string"/>`),
			[]string{"go-tag-only-changed differs T.AB"},
			[]string{"go-tag-only-changed differs T.AB"},
		},
		"enumeration value": {
			enumeration("string", "x"), enumeration("string", "x", "y"),
			[]string{"go-constant-added adds EY"},
			[]string{"go-constant-removed breaks EY"},
		},
		"enumeration text": {
			enumeration("string", "x y"), enumeration("string", "x-y"),
			[]string{"go-constant-text-changed differs EXY"},
			[]string{"go-constant-text-changed differs EXY"},
		},
		"enumeration opened": {
			enumeration("string", "x"), enumeration("string"),
			[]string{"go-method-removed breaks E.Known", "go-constant-removed breaks EX"},
			[]string{"go-method-added adds E.Known", "go-constant-added adds EX"},
		},
		"constants and variables": {
			enumeration("int", "1"), enumeration("decimal", "1"),
			[]string{"go-kind-changed breaks E", "go-variable-type-changed breaks E1"},
			[]string{"go-kind-changed breaks E", "go-variable-type-changed breaks E1"},
		},
		"kind of type": {
			enumeration("string"), enumeration("date"),
			[]string{"go-kind-changed breaks E"},
			[]string{"go-kind-changed breaks E"},
		},
		"branch": {
			choice(a + b), choice(a + b + `<xs:element name="c" type="xs:string"/>`),
			[]string{"go-branch-added adds TC", "go-type-added adds TC"},
			[]string{"go-branch-removed breaks TC", "go-type-removed breaks TC"},
		},
		"default": {
			defaulted("x"), defaulted("y"),
			[]string{"go-default-changed differs T.COrDefault"},
			[]string{"go-default-changed differs T.COrDefault"},
		},
		"default of an element": {
			sequence(`<xs:element name="b" type="xs:int" default="1"/>`), sequence(`<xs:element name="b" type="xs:int" default="2"/>`),
			[]string{"go-default-changed differs T.B"},
			[]string{"go-default-changed differs T.B"},
		},
		"default of an element added": {
			sequence(numberB), sequence(`<xs:element name="b" type="xs:int" default="2"/>`),
			[]string{"go-default-changed differs T.B"},
			[]string{"go-default-changed differs T.B"},
		},
		"default of an optional element added": {
			sequence(maybeB), sequence(`<xs:element name="b" type="xs:string" minOccurs="0" default="2"/>`),
			[]string{"go-default-changed differs T.B", "go-method-added adds T.BOrDefault"},
			[]string{"go-default-changed differs T.B", "go-method-removed breaks T.BOrDefault"},
		},
		"fixed value of an element": {
			sequence(`<xs:element name="b" type="xs:int" fixed="1"/>`), sequence(`<xs:element name="b" type="xs:int" fixed="2"/>`),
			[]string{"go-default-changed differs T.B"},
			[]string{"go-default-changed differs T.B"},
		},
		"fixed value of an attribute": {
			typeT(`<xs:attribute name="c" type="xs:string" fixed="1" use="required"/>`), typeT(`<xs:attribute name="c" type="xs:string" fixed="2" use="required"/>`),
			[]string{"go-default-changed differs T.C"},
			[]string{"go-default-changed differs T.C"},
		},
		"default of a global element": {
			`<xs:element name="r" type="xs:string" default="1"/>`, `<xs:element name="r" type="xs:string" default="2"/>`,
			[]string{"go-default-changed differs RElement"},
			[]string{"go-default-changed differs RElement"},
		},
		"type of the default": {
			defaulted("1"), typeT(`<xs:attribute name="c" type="xs:int" default="1"/>`),
			[]string{"go-field-type-changed breaks T.C", "go-field-type-changed breaks T.COrDefault"},
			[]string{"go-field-type-changed breaks T.C", "go-field-type-changed breaks T.COrDefault"},
		},
		"global element": {
			`<xs:element name="r" type="xs:string"/>`, `<xs:element name="r" type="xs:int"/><xs:element name="s" type="xs:string"/>`,
			[]string{"go-variable-type-changed breaks RElement", "go-constant-added adds SElement"},
			[]string{"go-variable-type-changed breaks RElement", "go-constant-removed breaks SElement"},
		},
		"derived type": {
			sequence(a) + `<xs:element name="r" type="T"/><xs:complexType name="H"><xs:sequence><xs:element name="t" type="T"/></xs:sequence></xs:complexType>`,
			sequence(a) + `<xs:element name="r" type="T"/><xs:complexType name="H"><xs:sequence><xs:element name="t" type="T"/></xs:sequence></xs:complexType>` +
				`<xs:complexType name="D"><xs:complexContent><xs:extension base="T"/></xs:complexContent></xs:complexType>`,
			[]string{"go-type-added adds AnyT", "go-type-added adds D", "go-field-type-changed breaks H.T", "go-method-added adds T.IsT"},
			[]string{"go-type-removed breaks AnyT", "go-type-removed breaks D", "go-field-type-changed breaks H.T", "go-method-removed breaks T.IsT"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			old, new := packagesOfText(t, test.old), packagesOfText(t, test.new)
			if diff := cmp.Diff(test.forth, listed(goapi.Compare(old, new))); diff != "" {
				t.Errorf("old to new (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(test.reverse, listed(goapi.Compare(new, old))); diff != "" {
				t.Errorf("new to old (-want +got):\n%s", diff)
			}
			compareWithApidiff(t, checker, old, new)
			compareWithApidiff(t, checker, new, old)
		})
	}
}

func listed(differences []goapi.Difference) (lines []string) {
	for _, d := range differences {
		lines = append(lines, fmt.Sprintf("%s %s %s", d.Rule, d.Effect, d.Name))
	}
	return lines
}

// TestPlaces: a difference says where it stands in both schemas and which component it is about.
func TestPlaces(t *testing.T) {
	found := goapi.Compare(packagesOfText(t, sequence(b)), packagesOfText(t, "\n"+sequence("\n"+maybeB)))
	if len(found) != 1 {
		t.Fatalf("%d differences", len(found))
	}
	d := found[0]
	if diff := cmp.Diff("type/T/element/b 1 3 string *string", fmt.Sprint(d.Path, " ", d.OldPosition.Line, " ", d.NewPosition.Line, " ", d.Old, " ", d.New)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestRemedies: whatever breaks, or means something else, comes with what to do about it, and what only adds does not.
func TestRemedies(t *testing.T) {
	old := packagesOfText(t, sequence(a+maybeB)+enumeration("string", "x"))
	new := packagesOfText(t, sequence(b)+enumeration("string", "y"))
	want := map[string]string{
		"T.A": "remove what reads or sets T.A",
		"T.B": "set T.B to the value itself: write x for new(x) and for *x",
		"EX":  "use something else in place of EX",
		"EY":  "",
	}
	got := map[string]string{}
	for _, d := range goapi.Compare(old, new) {
		got[d.Name] = d.Remedy()
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
