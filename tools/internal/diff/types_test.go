// Types that became simple or complex: the change is judged at the elements of the type, whoever else is of it.

package diff_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestTypeOfAnAttributeToo: the type is met at an attribute before it is met at an element. Only the element can be of it once it has attributes, and there the
// change breaks documents.
func TestTypeOfAnAttributeToo(t *testing.T) {
	const attribute = "attribute-type-changed element/r/attribute/k: compatible compatible"
	of := func(attributeType, s string) string {
		return `<xs:element name="r"><xs:complexType><xs:sequence><xs:element name="a" type="S"/></xs:sequence>` +
			`<xs:attribute name="k" type="` + attributeType + `"/></xs:complexType></xs:element>` + s
	}
	text := of("S", `<xs:simpleType name="S"><xs:restriction base="xs:string"/></xs:simpleType>`)
	more := of("xs:string", `<xs:complexType name="S"><xs:simpleContent><xs:extension base="xs:string">`+
		`<xs:attribute name="x" type="xs:string"/></xs:extension></xs:simpleContent></xs:complexType>`)
	for _, test := range []struct {
		old, new string
		want     []string
	}{
		{text, more, []string{"attributes-added-to-simple type/S: breaking compatible", attribute}},
		{more, text, []string{"attributes-removed-to-simple type/S: compatible breaking", attribute}},
	} {
		report := compared(t, test.old, test.new)
		mustHaveProof(t, report)
		if diff := cmp.Diff(test.want, told(report)); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	}
}
