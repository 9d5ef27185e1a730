// What is only written otherwise is no change.

package diff_test

import (
	"os"
	"strings"
	"testing"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/diff"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/inputs"
)

func TestCosmetics(t *testing.T) {
	text, err := os.ReadFile(inputs.Shared(t, "history", "mvameldinginnsending", "04-2023-01-02-890c0019.xsd"))
	if err != nil {
		t.Fatal(err)
	}
	plain := strings.ReplaceAll(string(text), "\r\n", "\n")
	for name, variant := range map[string]string{
		"line ends":       strings.ReplaceAll(plain, "\n", "\r\n"),
		"byte order mark": "\ufeff" + plain,
		"comments":        strings.ReplaceAll(plain, "<xsd:sequence>", "<!-- in order -->\n<xsd:sequence>"),
		"an id":           strings.ReplaceAll(plain, `name="Tekst"`, `id="tekst" name="Tekst"`),
	} {
		t.Run(name, func(t *testing.T) {
			if variant == plain {
				t.Fatal("nothing was written otherwise")
			}
			old, err := inputOf(plain)
			if err != nil {
				t.Fatal(err)
			}
			newer, err := inputOf(variant)
			if err != nil {
				t.Fatal(err)
			}
			report, err := diff.Compare(old, newer)
			if err != nil {
				t.Fatal(err)
			}
			for _, c := range report.Changes {
				t.Errorf("%s %s: %s", c.Rule.ID, c.Path, c.Message)
			}
			for _, q := range []diff.Question{diff.Readers, diff.Writers} {
				if report.Totals[q].Verdict != diff.Compatible {
					t.Errorf("the total for %s is %s", q, report.Totals[q].Verdict)
				}
			}
		})
	}
}

// TestGroupInAGroup: what changed in a named group is a change of that group alone. A group that has it is written as before.
func TestGroupInAGroup(t *testing.T) {
	body := func(more string) string {
		return `<xs:element name="r"><xs:complexType><xs:group ref="Outer"/></xs:complexType></xs:element>` +
			`<xs:group name="Outer"><xs:sequence><xs:group ref="Inner"/><xs:element name="o"/></xs:sequence></xs:group>` +
			`<xs:group name="Inner"><xs:sequence><xs:element name="i"/>` + more + `</xs:sequence></xs:group>`
	}
	report := compared(t, body(""), body(`<xs:element name="more" minOccurs="0"/>`))
	for _, c := range report.Changes {
		if c.Rule.ID != "element-added-optional" && c.Rule.ID != "same-namespace-edited" {
			t.Errorf("%s at %s: %s", c.Rule.ID, c.Path, c.Message)
		}
	}
}
