// A change of order that other changes hide: its witness shows the order and no more.

package diff_test

import (
	"strings"
	"testing"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/diff"
)

// TestMaskedReorder: the document has the two elements that changed places and what else must be there, and it is the one out of order that is told.
func TestMaskedReorder(t *testing.T) {
	in := func(elements ...string) diff.Input {
		all := ""
		for _, e := range elements {
			name, optional := strings.CutSuffix(e, "?")
			all += `<xs:element name="` + name + `" type="xs:int"`
			if optional {
				all += ` minOccurs="0"`
			}
			all += `/>`
		}
		in, err := inputOf(schemaHead + `<xs:element name="r"><xs:complexType><xs:sequence>` + all + `</xs:sequence></xs:complexType></xs:element></xs:schema>`)
		if err != nil {
			t.Fatal(err)
		}
		return in
	}
	for _, test := range []struct {
		name             string
		old, new         diff.Input
		readers, writers string // the names in the document
		out, back        string // the element that is out of order
	}{
		{"a required element came before", in("a?", "b?", "c?"), in("x", "b?", "a?", "c?"), "x b a", "a b", "a", "b"},
		{"a required element went", in("x", "a?", "b?", "c?"), in("b?", "a?", "c?"), "b a", "x a b", "a", "b"},
		{"a required element came at the end", in("a?", "b?", "c?"), in("b?", "a?", "c?", "x"), "b a x", "a b", "a", "b"},
	} {
		t.Run(test.name, func(t *testing.T) {
			report, err := diff.Compare(test.old, test.new)
			if err != nil {
				t.Fatal(err)
			}
			mustHaveProof(t, report)
			for _, c := range report.Changes {
				if c.Rule.ID != "element-moved" {
					continue
				}
				mustShow(t, c.Answers[diff.Readers].Witness, test.readers, test.out)
				mustShow(t, c.Answers[diff.Writers].Witness, test.writers, test.back)
				return
			}
			t.Error("no element moved")
		})
	}
}

// mustShow: the root of a witness has just the elements, and the violation is that one of them is not allowed there.
func mustShow(t *testing.T, w *diff.Witness, names, fault string) {
	t.Helper()
	if w == nil {
		t.Fatal("no witness")
	}
	want := "<r>"
	for name := range strings.FieldsSeq(names) {
		want += "<" + name + ">0</" + name + ">"
	}
	if want += "</r>"; !strings.HasSuffix(strings.TrimSpace(w.Accepted), want) {
		t.Errorf("the witness is %s, want %s", w.Accepted, want)
	}
	if !strings.HasPrefix(w.Violation.Message, "element "+fault+" is not allowed here") {
		t.Errorf("the violation is %q, want that of %s", w.Violation.Message, fault)
	}
}
