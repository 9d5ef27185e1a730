// What default and fixed values keep of the schema around them.

package schema

import "testing"

// Namespaces are kept where a value may have prefixes, by its type or by one that a document names.
func TestNamespacesOfConstraints(t *testing.T) {
	const types = `<xs:simpleType name="names"><xs:list itemType="xs:QName"/></xs:simpleType><xs:simpleType name="either"><xs:union memberTypes="xs:int xs:QName"/></xs:simpleType>
<xs:complexType name="held"><xs:simpleContent><xs:extension base="xs:QName"/></xs:simpleContent></xs:complexType><xs:complexType name="mixed" mixed="true"/>
<xs:complexType name="texts"><xs:simpleContent><xs:extension base="xs:token"/></xs:simpleContent></xs:complexType>
<xs:simpleType name="words"><xs:union memberTypes="xs:int xs:string"/></xs:simpleType>`
	for _, test := range []struct {
		of, text string
		kept     bool
	}{
		{"xs:QName", "xs:a", true},
		{"names", "xs:a xs:b", true},
		{"either", "1", true},
		{"held", "xs:a", true},
		{"xs:anySimpleType", "xs:a", true},
		{"xs:anyType", "xs:a", true},
		{"mixed", "xs:a", true},
		{"xs:string", "xs:a", false},
		{"xs:int", "1", false},
		{"xs:NMTOKENS", "xs:a", false},
		{"words", "xs:a", false},
		{"texts", "xs:a", false},
	} {
		for _, constraint := range []string{"default", "fixed"} {
			set, err := buildText(types + `<xs:element name="e" ` + constraint + `="` + test.text + `" type="` + test.of + `"/>`)
			if err != nil {
				t.Fatalf("%s: %v", test.of, err)
			}
			text, ns := set.Elements[0].Constraint.Value()
			if text != test.text || (ns != nil) != test.kept {
				t.Errorf("%s: %s %q with namespaces %v, want some: %t", test.of, constraint, text, ns, test.kept)
			}
		}
	}
}
