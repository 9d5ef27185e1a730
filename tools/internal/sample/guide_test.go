// This file holds the guide to what its questions cost: it asks of all types of a schema before each document.

package sample

import (
	"fmt"
	"strings"
	"testing"
)

// Whether a type has an edge to show is asked of every use of the type, so the answer must not copy the values that it goes through.
func TestGuideCopiesNoEnumeration(t *testing.T) {
	var values strings.Builder
	for i := range 300 {
		fmt.Fprintf(&values, `<xs:enumeration value="v%d"/>`, i)
	}
	s := sampler(t, `<xs:element name="a"><xs:simpleType><xs:restriction base="xs:token">`+values.String()+`</xs:restriction></xs:simpleType></xs:element>`)
	for range 300 {
		if _, err := s.Valid(); err != nil {
			t.Fatal(err)
		}
	}
	if c := s.Coverage(); c.Percent() != 100 {
		t.Fatalf("%s are covered", c)
	}
	if got := testing.AllocsPerRun(10, s.guide.refresh); got > 10 {
		t.Errorf("asking about 300 values allocates %v times", got)
	}
}
