// Identity constraints that came, went or changed: decided where all documents keep them, and where a document shows that they do not.

package diff_test

import (
	"testing"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/diff"
)

// constraint is an identity constraint called c.
func constraint(kind, selector, field string) string {
	return `<xs:` + kind + ` name="c"><xs:selector xpath="` + selector + `"/><xs:field xpath="` + field + `"/></xs:` + kind + `>`
}

// TestIdentityConstraints: the items of r have the attributes must and may, the elements have, nil and opt, and an element that takes anything.
func TestIdentityConstraints(t *testing.T) {
	in := func(constraints string) diff.Input {
		in, err := inputOf(schemaHead + `<xs:element name="r"><xs:complexType><xs:sequence><xs:element name="i" maxOccurs="9"><xs:complexType><xs:sequence>` +
			`<xs:element name="have" type="xs:int"/><xs:element name="nil" type="xs:int" nillable="true"/><xs:element name="opt" type="xs:int" minOccurs="0"/>` +
			`<xs:element name="open" minOccurs="0"><xs:complexType><xs:sequence><xs:any processContents="lax"/></xs:sequence></xs:complexType></xs:element></xs:sequence>` +
			`<xs:attribute name="must" type="xs:int" use="required"/><xs:attribute name="may" type="xs:int"/></xs:complexType></xs:element></xs:sequence></xs:complexType>` +
			constraints + `</xs:element></xs:schema>`)
		if err != nil {
			t.Fatal(err)
		}
		return in
	}
	const compatible, breaking, undecided = diff.Compatible, diff.Breaking, diff.Undecided
	for _, test := range []struct {
		name, old, new   string
		readers, writers diff.Verdict
	}{
		{"unique to key over a required attribute", constraint("unique", "i", "@must"), constraint("key", "i", "@must"), compatible, compatible},
		{"key to unique over a required attribute", constraint("key", "i", "@must"), constraint("unique", "i", "@must"), compatible, compatible},
		{"unique to key over a required element", constraint("unique", "i", "have"), constraint("key", "i", "have"), compatible, compatible},
		{"unique to key over an optional attribute", constraint("unique", "i", "@may"), constraint("key", "i", "@may"), compatible, breaking},
		{"unique to key over an optional element", constraint("unique", "i", "opt"), constraint("key", "i", "opt"), compatible, breaking},
		{"unique to key over an element that may be nil", constraint("unique", "i", "nil"), constraint("key", "i", "nil"), compatible, breaking},
		{"a key that selects nothing came", "", constraint("key", "absent", "@must"), compatible, compatible},
		{"a key that selects nothing went", constraint("key", "i/absent", "@must"), "", compatible, compatible},
		{"a selector that matches nothing changed to another", constraint("key", "absent", "@must"), constraint("key", "gone", "@must"), compatible, compatible},
		{"a selector that matched nothing matches", constraint("unique", "absent", "@must"), constraint("unique", "i", "@must"), compatible, breaking},
		{"a selector of the same elements, otherwise", constraint("unique", "i", "@must"), constraint("unique", "i | ./i", "@must"), compatible, compatible},
		{"a selector that a wildcard may give more", constraint("unique", "i", "@must"), constraint("unique", ".//i", "@must"), compatible, undecided},
		{"a field that matches nothing", constraint("unique", "i", "@absent"), constraint("unique", "i", "@gone"), compatible, compatible},
		{"a key over what is not there", "", constraint("key", "i", "@absent"), compatible, breaking},
		{"what a wildcard lets in may be selected", "", constraint("unique", "i/open/other", "@must"), compatible, undecided},
	} {
		t.Run(test.name, func(t *testing.T) {
			report, err := diff.Compare(in(test.old), in(test.new))
			if err != nil {
				t.Fatal(err)
			}
			for q, want := range map[diff.Question]diff.Verdict{diff.Readers: test.readers, diff.Writers: test.writers} {
				if got := report.Totals[q]; got.Verdict != want {
					t.Errorf("%s: %s (%s), want %s", q, got.Verdict, got.Reason, want)
				}
			}
		})
	}
}
