// This file tests that what is known is not passed over with what is not, when tolerant reading lists no more.

package cases_test

import (
	"os"
	"strings"
	"testing"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/cases/extras"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

// TestKnownInSilence reads an element with a fixed value, which is read with care, in an object behind more unknown members than are listed.
func TestKnownInSilence(t *testing.T) {
	document, err := os.ReadFile("extras/valid/full.xml")
	if err != nil {
		t.Fatal(err)
	}
	var root extras.Root
	if err := xsd.UnmarshalXML(document, &root); err != nil {
		t.Fatal(err)
	}
	root.Fixed.Maybe = new(int32(1))
	written, err := xsd.MarshalJSON(&root)
	if err != nil {
		t.Fatal(err)
	}
	changed := string(written)
	for _, change := range [][2]string{
		{`"amounts":[`, `"amounts":[` + strings.Repeat(`{"unknown":1,"@currency":"NOK","#text":2},`, 120)},
		{`,"maybe":1`, ``},
		{`"fixed":{`, `"fixed":{"unknown":"u","maybe":1,"another":null,`},
	} {
		if strings.Count(changed, change[0]) != 1 {
			t.Fatalf("%s does not stand once in %s", change[0], changed)
		}
		changed = strings.Replace(changed, change[0], change[1], 1)
	}
	var read extras.Root
	var deviations xsd.Violations
	if err := xsd.UnmarshalJSON([]byte(changed), &read, xsd.Tolerant(&deviations)); err != nil || !deviations.Truncated() {
		t.Fatalf("%v, deviations %v", err, deviations)
	}
	if read.Fixed.Maybe == nil || *read.Fixed.Maybe != 1 || len(read.Amounts) != 120+len(root.Amounts) || read.Amounts[0].Value.Value != root.Amounts[0].Value.Value {
		t.Errorf("read %+v and %d amounts, the first %+v", read.Fixed, len(read.Amounts), read.Amounts[0])
	}
}
