// Changes that make no schema alone: each by itself would derive a type from itself, or have an element stand for itself.

package diff_test

import (
	"testing"
	"testing/fstest"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/diff"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

const schemaHead = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">`

// compared compares two schemas given by what stands in them.
func compared(t *testing.T, old, newer string) *diff.Report {
	t.Helper()
	before, err := inputOf(schemaHead + old + `</xs:schema>`)
	if err != nil {
		t.Fatal(err)
	}
	after, err := inputOf(schemaHead + newer + `</xs:schema>`)
	if err != nil {
		t.Fatal(err)
	}
	report, err := diff.Compare(before, after)
	if err != nil {
		t.Fatal(err)
	}
	return report
}

// TestExchangedDerivations: of two types, two simple types or two elements each stands above the other in one of the schemas. The comparison ends, and says
// what it means for all documents.
func TestExchangedDerivations(t *testing.T) {
	const root = `<xs:element name="r"><xs:complexType><xs:sequence><xs:element name="a" type="A"/><xs:element name="b" type="B"/></xs:sequence></xs:complexType></xs:element>`
	const simple = `<xs:element name="r"><xs:complexType><xs:attribute name="a" type="A"/><xs:attribute name="b" type="B"/></xs:complexType></xs:element>`
	const refs = `<xs:element name="r"><xs:complexType><xs:sequence><xs:element ref="h"/></xs:sequence></xs:complexType></xs:element>` +
		`<xs:element name="s"><xs:complexType><xs:sequence><xs:element ref="k"/></xs:sequence></xs:complexType></xs:element>`
	for name, test := range map[string]struct{ old, new string }{
		"complex types": {
			root + `<xs:complexType name="A"><xs:sequence/></xs:complexType><xs:complexType name="B"><xs:complexContent><xs:extension base="A"><xs:attribute name="x"/></xs:extension></xs:complexContent></xs:complexType>`,
			root + `<xs:complexType name="B"><xs:sequence/></xs:complexType><xs:complexType name="A"><xs:complexContent><xs:extension base="B"><xs:attribute name="x"/></xs:extension></xs:complexContent></xs:complexType>`,
		},
		"simple types": {
			simple + `<xs:simpleType name="A"><xs:restriction base="xs:string"/></xs:simpleType><xs:simpleType name="B"><xs:restriction base="A"><xs:maxLength value="5"/></xs:restriction></xs:simpleType>`,
			simple + `<xs:simpleType name="B"><xs:restriction base="xs:string"/></xs:simpleType><xs:simpleType name="A"><xs:restriction base="B"><xs:maxLength value="5"/></xs:restriction></xs:simpleType>`,
		},
		"elements": {
			refs + `<xs:element name="h"><xs:complexType/></xs:element><xs:element name="k" substitutionGroup="h"/>`,
			refs + `<xs:element name="h" substitutionGroup="k"/><xs:element name="k"><xs:complexType/></xs:element>`,
		},
	} {
		t.Run(name, func(t *testing.T) {
			report := compared(t, test.old, test.new)
			for _, q := range []diff.Question{diff.Readers, diff.Writers} {
				if report.Totals[q].Verdict != diff.Breaking || report.Totals[q].Witness == nil {
					t.Errorf("%s: %s, want breaking with a witness", q, report.Totals[q].Verdict)
				}
			}
			mustHaveProof(t, report)
		})
	}
}

// filesOf builds a schema of files, the first of which is main.xsd.
func filesOf(t *testing.T, files map[string]string) diff.Input {
	t.Helper()
	system := fstest.MapFS{}
	for name, text := range files {
		system[name] = &fstest.MapFile{Data: []byte(text)}
	}
	documents, err := load.Load([]string{"main.xsd"}, load.Options{FS: system})
	if err != nil {
		t.Fatal(err)
	}
	set, err := schema.Build(documents)
	if err != nil {
		t.Fatal(err)
	}
	return diff.Input{Name: "main.xsd", Documents: documents, Set: set}
}
