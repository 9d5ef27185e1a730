package edits

import (
	"math/rand/v2"
	"testing"
	"testing/fstest"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// everything is a schema with a place for every kind of edit.
const everything = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:t" targetNamespace="urn:t" elementFormDefault="qualified">
  <xs:element name="r" type="t:T"/>
  <xs:complexType name="T">
    <xs:sequence>
      <xs:element name="a" type="xs:string" default="x"/>
      <xs:sequence><xs:element name="b" type="xs:string"/><xs:element name="c" type="t:Code" minOccurs="0"/></xs:sequence>
      <xs:element name="d"><xs:complexType><xs:choice><xs:element name="e" type="t:Number"/><xs:element name="f" type="xs:date"/></xs:choice></xs:complexType></xs:element>
      <xs:any namespace="##other" processContents="lax" minOccurs="0"/>
    </xs:sequence>
    <xs:attribute name="id" type="xs:string"/>
  </xs:complexType>
  <xs:simpleType name="Code"><xs:restriction base="xs:string"><xs:enumeration value="one"/><xs:enumeration value="two"/></xs:restriction></xs:simpleType>
  <xs:simpleType name="Word"><xs:restriction base="xs:string"><xs:maxLength value="9"/><xs:pattern value="[a-z]+"/></xs:restriction></xs:simpleType>
  <xs:simpleType name="Number"><xs:restriction base="xs:int"><xs:maxInclusive value="99"/></xs:restriction></xs:simpleType>
</xs:schema>`

// TestEveryEdit: each kind finds a place, changes the text, and mostly leaves a schema that can be built; at least once in twenty tries it does.
func TestEveryEdit(t *testing.T) {
	before, err := parse(everything)
	if err != nil {
		t.Fatal(err)
	}
	names := map[string]bool{}
	for _, edit := range All() {
		t.Run(edit.Name, func(t *testing.T) {
			if names[edit.Name] {
				t.Error("two edits have this name")
			}
			names[edit.Name] = true
			built, changed := 0, 0
			for seed := range uint64(20) {
				edited, ok, err := edit.Apply(everything, rand.New(rand.NewPCG(seed, 1)))
				if err != nil {
					t.Fatal(err)
				}
				if ok && edited != before.text() {
					changed++
				}
				if ok && builds(edited) {
					built++
				}
			}
			if built == 0 || changed == 0 {
				t.Errorf("%d of 20 changed something, %d of 20 can be built", changed, built)
			}
		})
	}
}

func builds(text string) bool {
	documents, err := load.Load([]string{"a.xsd"}, load.Options{FS: fstest.MapFS{"a.xsd": {Data: []byte(text)}}})
	if err != nil {
		return false
	}
	_, err = schema.Build(documents)
	return err == nil
}
