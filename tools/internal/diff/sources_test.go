package diff_test

import (
	"testing"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/diff"
)

// TestWithoutSources: components can be compared whose documents are not at hand; what only documents tell is left out then.
func TestWithoutSources(t *testing.T) {
	for _, withoutOld := range []bool{true, false} {
		old, errOld := inputOf(`<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="a" type="xs:string"/></xs:schema>`)
		newer, errNew := inputOf(`<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" blockDefault="#all"><xs:element name="a" type="xs:string"/></xs:schema>`)
		if errOld != nil || errNew != nil {
			t.Fatal(errOld, errNew)
		}
		if withoutOld {
			old.Documents = nil
		} else {
			newer.Documents = nil
		}
		report, err := diff.Compare(old, newer)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range report.Changes {
			if c.Rule.ID == "block-default-changed" {
				t.Errorf("without the documents of one side: %s", c.Message)
			}
		}
	}
}
