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

// What has no end is left out of every document, and all else still comes and stays away, also where nothing is open any more: a document that begins what has no
// end is given up for the smallest one.
func TestNothingWithoutEnd(t *testing.T) {
	s := sampler(t, `<xs:element name="a"><xs:complexType><xs:sequence><xs:element name="b" type="xs:int" minOccurs="0"/>`+
		`<xs:element name="loop" type="L" minOccurs="0" maxOccurs="unbounded"/></xs:sequence></xs:complexType></xs:element>`+
		`<xs:complexType name="L"><xs:sequence><xs:element name="loop" type="L"/></xs:sequence></xs:complexType>`)
	for !s.Done() {
		if _, err := s.Valid(); err != nil {
			t.Fatal(err)
		}
	}
	with := 0
	const documents = 50
	for range documents {
		document, err := s.Valid()
		switch {
		case err != nil:
			t.Fatal(err)
		case strings.Contains(document, "loop"):
			t.Fatalf("no document can have a loop: %s", document)
		case strings.Contains(document, "<b>"):
			with++
		}
	}
	if with == 0 || with == documents {
		t.Errorf("%d of %d documents have b, want some and not all", with, documents)
	}
}
