package cases_test

import (
	"errors"
	"testing"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/cases/nillable"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

// TestNilInstead: in tolerant reading an object or array in place of a simple value is nil where the element may be nil. That of an attribute is refused
// although its element may be nil, and so is that of an element that may not.
func TestNilInstead(t *testing.T) {
	for text, wantNil := range map[string]bool{
		`{"a":{}}`: true, `{"a":[]}`: true, `{"a":1,"c":[{},"2020-01-01"]}`: true,
		`{"a":1,"b":{"@why":{},"x":"t"}}`: false, `{"a":1,"b":{"@why":[],"x":"t"}}`: false, `{"a":1,"b":{"x":{}}}`: false, `{"a":1,"b":{"x":[]}}`: false,
	} {
		var holder nillable.Holder
		var deviations xsd.Violations
		err := xsd.UnmarshalJSON([]byte(text), &holder, xsd.Tolerant(&deviations))
		var refused *xsd.RefusedError
		if !wantNil {
			if !errors.As(err, &refused) || len(deviations) != 0 {
				t.Errorf("%s: %v, deviations %v; want a refusal", text, err, deviations)
			}
			continue
		}
		isNil := holder.A.Nil || len(holder.C) == 2 && holder.C[0].Nil && !holder.C[1].Nil
		if err != nil || !isNil || len(deviations) != 1 {
			t.Errorf("%s: %v, deviations %v, %+v; want nil", text, err, deviations, holder)
		}
	}
}
