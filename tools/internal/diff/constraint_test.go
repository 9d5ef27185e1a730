// Fixed values and defaults are values, however they are spelt.

package diff_test

import (
	"slices"
	"testing"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/diff"
)

func TestConstraintsAreValues(t *testing.T) {
	schema := func(typ, fixed string) string {
		return `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="r"><xs:complexType><xs:sequence><xs:element name="e" type="` + typ + `" fixed="` + fixed +
			`"/></xs:sequence></xs:complexType></xs:element></xs:schema>`
	}
	for name, c := range map[string]struct {
		typ, old, newer string
		changed         bool
	}{
		"the same":          {"xs:decimal", "1.0", "1.0", false},
		"another spelling":  {"xs:decimal", "1.0", "+01.00", false},
		"another value":     {"xs:decimal", "1.0", "1.01", true},
		"of a boolean":      {"xs:boolean", "1", "true", false},
		"of a text":         {"xs:string", "1.0", "1.00", true},
		"white space apart": {"xs:token", "a b", " a  b ", false},
	} {
		t.Run(name, func(t *testing.T) {
			old, err := inputOf(schema(c.typ, c.old))
			if err != nil {
				t.Fatal(err)
			}
			newer, err := inputOf(schema(c.typ, c.newer))
			if err != nil {
				t.Fatal(err)
			}
			report, err := diff.Compare(old, newer)
			if err != nil {
				t.Fatal(err)
			}
			changed := slices.ContainsFunc(report.Changes, func(c *diff.Change) bool { return c.Rule.ID == "fixed-changed" })
			if changed != c.changed {
				t.Errorf("a change: %v, want %v: %+v", changed, c.changed, report.Changes)
			}
		})
	}
}
