// This file writes values in which an optional group is there in part.

package cases_test

import (
	"testing"

	groupoptional "github.com/mvainnsyn/mvainnsyn/tools/internal/cases/group_optional"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

// The members of an optional group are there together or not at all, whichever of them is missing.
func TestHalfAGroupIsNotWritten(t *testing.T) {
	number := int32(1)
	for _, test := range []struct {
		name  string
		value groupoptional.Range
		valid bool
	}{
		{"none", groupoptional.Range{Unit: "m"}, true},
		{"both", groupoptional.Range{From: &number, To: &number, Unit: "m"}, true},
		{"the first", groupoptional.Range{From: &number, Unit: "m"}, false},
		{"the second", groupoptional.Range{To: &number, Unit: "m"}, false},
		{"none in a branch", groupoptional.Range{Choice: groupoptional.RangeStep{}}, true},
		{"both in a branch", groupoptional.Range{Choice: groupoptional.RangeStep{First: &number, Last: &number}}, true},
		{"the first in a branch", groupoptional.Range{Choice: groupoptional.RangeStep{First: &number}}, false},
		{"the second in a branch", groupoptional.Range{Choice: groupoptional.RangeStep{Last: &number}}, false},
	} {
		for range 3 { // a type of which a value was not valid is written with care for a while
			for format, marshal := range map[string]func(xsd.XMLValue, ...xsd.Option) ([]byte, error){"XML": xsd.MarshalXML, "JSON": xsd.MarshalJSON} {
				if text, err := marshal(&test.value); (err == nil) != test.valid {
					t.Errorf("%s of the group in %s: %v\n%s", test.name, format, err, text)
				}
			}
		}
	}
}
