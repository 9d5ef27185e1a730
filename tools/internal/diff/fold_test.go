// Folding: one cause with what follows from it.

package diff_test

import (
	"strings"
	"testing"
	"time"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/diff"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/model"
)

// typesIn is a schema with two elements of types of another namespace, and that namespace.
func typesIn(t *testing.T, space string) diff.Input {
	t.Helper()
	return generated(t, filesOf(t, map[string]string{
		"main.xsd": `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="` + space + `" targetNamespace="urn:main"><xs:import namespace="` + space + `" schemaLocation="types.xsd"/>` +
			`<xs:element name="r"><xs:complexType><xs:sequence><xs:element name="number" type="t:Number"/><xs:element name="text" type="t:Text" minOccurs="0"/></xs:sequence></xs:complexType></xs:element></xs:schema>`,
		"types.xsd": `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="` + space + `"><xs:simpleType name="Number"><xs:restriction base="xs:int"/></xs:simpleType>` +
			`<xs:simpleType name="Text"><xs:restriction base="xs:string"/></xs:simpleType></xs:schema>`,
	}))
}

// effects are the paths of what follows from a change.
func effects(c *diff.Change) string {
	var paths []string
	for _, e := range c.Effects {
		paths = append(paths, e.Rule.ID+" "+e.Path)
		if e.Cause != c {
			paths = append(paths, "without its cause")
		}
	}
	return strings.Join(paths, ", ")
}

// TestRenamedNamespaceOfTypes: fields whose types are in the renamed namespace are of other types for that alone.
func TestRenamedNamespaceOfTypes(t *testing.T) {
	report, err := diff.Compare(typesIn(t, "urn:1"), typesIn(t, "urn:2"))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range report.Changes {
		want := ""
		if c.Rule.ID == "target-namespace-changed" {
			want = "go-field-type-changed element/r/element/number, go-field-type-changed element/r/element/text"
		}
		if got := effects(c); got != want {
			t.Errorf("%s %s: effects %q, want %q", c.Rule.ID, c.Path, got, want)
		}
	}
	report.Accept([]diff.Acceptance{{Rule: "target-namespace-changed", Path: "schema", Reason: "agreed"}}, time.Now())
	for _, c := range report.Changes {
		if len(c.Open()) > 0 {
			t.Errorf("%s %s: open although its cause is accepted", c.Rule.ID, c.Path)
		}
	}
}

// TestTypeGoesWithItsElement: a type that only the removed element had goes with it, and one that came with another stays a change of its own where it
// breaks more than that.
func TestTypeGoesWithItsElement(t *testing.T) {
	in := func(element, typ string) diff.Input {
		in, err := inputOf(schemaHead + `<xs:element name="r"><xs:complexType><xs:sequence><xs:element name="kept" type="xs:int"/>` + element + `</xs:sequence></xs:complexType></xs:element>` + typ + `</xs:schema>`)
		if err != nil {
			t.Fatal(err)
		}
		return generated(t, in)
	}
	with := in(`<xs:element name="note" type="Note" minOccurs="0"/>`, `<xs:simpleType name="Note"><xs:restriction base="xs:string"/></xs:simpleType>`)
	without := in("", "")
	for _, test := range []struct {
		old, new    diff.Input
		rule, types string
	}{
		{with, without, "element-removed-optional", "type-removed type/Note"},
		{without, with, "element-added-optional", "type-added type/Note"},
	} {
		report, err := diff.Compare(test.old, test.new)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range report.Changes {
			want := ""
			if c.Rule.ID == test.rule {
				want = test.types
			}
			if got := effects(c); got != want {
				t.Errorf("%s: effects %q, want %q", c.Rule.ID, got, want)
			}
		}
	}
}

// TestEffectsOfSeveralTogether: a field that goes from base to heirs is gone by the one change that moves it.
func TestEffectsOfSeveralTogether(t *testing.T) {
	in := func(base, heir string) diff.Input {
		in, err := inputOf(schemaHead + `<xs:complexType name="B"><xs:sequence>` + base + `<xs:element name="o" type="xs:int" minOccurs="0"/></xs:sequence></xs:complexType>` +
			`<xs:complexType name="D"><xs:complexContent><xs:extension base="B"><xs:sequence>` + heir + `<xs:element name="x" type="xs:int"/></xs:sequence></xs:extension></xs:complexContent></xs:complexType>` +
			`<xs:element name="r" type="D"/></xs:schema>`)
		if err != nil {
			t.Fatal(err)
		}
		return generated(t, in)
	}
	id := `<xs:element name="id" type="xs:int"/>`
	report, err := diff.Compare(in(id, ""), in("", id))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range report.Changes {
		if strings.HasPrefix(c.Rule.ID, "go-") {
			t.Errorf("%s %s stands alone", c.Rule.ID, c.Path)
		}
	}
}

// generated adds the packages that are generated from a schema.
func generated(t *testing.T, in diff.Input) diff.Input {
	t.Helper()
	view, err := model.Build(in.Set, model.Config{Package: "p", ImportPath: "example.com/p"})
	if err != nil {
		t.Fatal(err)
	}
	in.Packages = view.Packages
	return in
}
