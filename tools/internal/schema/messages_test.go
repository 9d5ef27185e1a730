// What is said: the whole text of messages, each with the culprits and what to do.

package schema

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestMessages(t *testing.T) {
	tests := []struct{ name, schema, want string }{
		{
			"near miss", `<xs:simpleType name="Dato"><xs:restriction base="xs:date"/></xs:simpleType>
<xs:element name="a" type="dat"/>`,
			"schema.xsd:3:1: there is no type dat in namespace urn:t; did you mean Dato? [src-resolve]",
		},
		{
			"near miss of a built-in type", `<xs:element name="a" type="xs:datetime"/>`,
			"schema.xsd:2:1: there is no type xs:datetime in namespace http://www.w3.org/2001/XMLSchema; did you mean dateTime? [src-resolve]",
		},
		{
			"other space", `<xs:element name="organisasjon"/><xs:complexType name="a"><xs:sequence>
<xs:group ref="organisasjon"/></xs:sequence></xs:complexType>`,
			"schema.xsd:3:1: there is no group organisasjon in namespace urn:t; there is an element of that name, at schema.xsd:2:1 [src-resolve]",
		},
		{
			"nothing like it", `<xs:element name="a" type="organisasjon"/>`,
			"schema.xsd:2:1: there is no type organisasjon in namespace urn:t; define it or correct the reference [src-resolve]",
		},
		{
			"not read", `<xs:import namespace="urn:o" schemaLocation="http://example.org/o.xsd"/><xs:element name="a" type="o:b" xmlns:o="urn:o"/>`,
			"schema.xsd:2:73: there is no type o:b in namespace urn:o; a document that may define it was not read: http://example.org/o.xsd is a network address, and nothing is fetched; give a file with --schema or in a catalog, or let xsdgen vendor --fetch save it [src-resolve]",
		},
		{
			"not imported", `<xs:element name="a" type="o:b" xmlns:o="urn:o"/>`,
			`schema.xsd:2:1: type o:b is in namespace urn:o, which schema.xsd does not import; add <xs:import namespace="urn:o"/> [src-resolve.4]`,
		},
		{
			"no namespace is not imported", `<xs:element name="a" type="b" xmlns=""/>`,
			`schema.xsd:2:1: type b is in no namespace, which schema.xsd does not import; add <xs:import/> [src-resolve.4]`,
		},
		{
			"unbound prefix", `<xs:element name="a" type="o:b"/>`,
			`schema.xsd:2:1: the prefix o of o:b is bound to no namespace; declare it with xmlns:o [src-resolve]`,
		},
		{
			"twice", `<xs:element name="a"/>` + "\n" + `<xs:element name="a"/>`,
			"schema.xsd:3:1: the element {urn:t}a is defined twice, also at schema.xsd:2:1; rename or remove one [sch-props-correct.2]",
		},
		{
			"circle", `<xs:simpleType name="a"><xs:union memberTypes="a"/></xs:simpleType>`,
			"schema.xsd:2:25: the definition of type a is circular: it depends on itself here; break the circle [cos-st-restricts.3.3]",
		},
		{
			"facet", `<xs:simpleType name="a"><xs:restriction base="xs:int"><xs:maxInclusive value="2147483648"/></xs:restriction></xs:simpleType>`,
			"schema.xsd:2:55: maxInclusive 2147483648 must be at most the maxInclusive 2147483647 of xs:int [maxInclusive-valid-restriction]",
		},
		{
			"fixed facet", `<xs:simpleType name="a"><xs:restriction base="xs:int"><xs:fractionDigits value="1"/></xs:restriction></xs:simpleType>`,
			"schema.xsd:2:55: fractionDigits is fixed to 0 in xs:int and cannot be changed to 1; remove it [st-restrict-facets]",
		},
		{
			"member of a substitution group", `<xs:simpleType name="b"><xs:restriction base="xs:string"><xs:enumeration value="x"/></xs:restriction></xs:simpleType><xs:element name="a" type="xs:anySimpleType"/>
<xs:element name="c" type="b" substitutionGroup="d"/><xs:element name="d" type="xs:int"/>`,
			"schema.xsd:3:1: the type of a member of a substitution group must be derived from that of the head {urn:t}d, but type b is not derived from xs:int [e-props-correct.4]",
		},
		{
			"ambiguous", `<xs:complexType name="a"><xs:sequence><xs:any minOccurs="0"/><xs:element name="e"/></xs:sequence></xs:complexType>`,
			"schema.xsd:2:62: in the content of type a, an element e could be xs:any at schema.xsd:2:39 or the element e here; make the content model say which [cos-nonambig]",
		},
		{
			"out of place", `<xs:complexType name="a"><xs:attribute name="b"/><xs:sequence/></xs:complexType>`,
			"schema.xsd:2:50: the element sequence is not allowed here in complexType; allowed: attribute, attributeGroup, anyAttribute [s4s-elt-must-match.1]",
		},
		{
			"unknown attribute", `<xs:notation name="a" public="p" sytem="s"/>`,
			"schema.xsd:2:1: the attribute sytem is not allowed on this notation; allowed: id, name, public, system [s4s-att-not-allowed]",
		},
		{
			"value of an attribute", `<xs:group name="g"><xs:sequence><xs:any processContents="loose"/></xs:sequence></xs:group>`,
			`schema.xsd:2:33: the value "loose" of the attribute processContents is not allowed; write lax, skip or strict [s4s-att-invalid-value]`,
		},
		{
			"restriction", `<xs:complexType name="b"><xs:sequence><xs:element name="e" maxOccurs="2"/></xs:sequence></xs:complexType><xs:complexType name="a"><xs:complexContent><xs:restriction base="b"><xs:sequence><xs:element name="e" minOccurs="0" maxOccurs="unbounded"/></xs:sequence></xs:restriction></xs:complexContent></xs:complexType>`,
			"schema.xsd:2:188: the content is no restriction of the base's, at schema.xsd:2:26: element e occurs 0 or more times, in the base 1 to 2 [rcase-NameAndTypeOK.3]",
		},
		{
			"another document was not read", `<xs:import namespace="urn:o" schemaLocation="http://example.org/o.xsd"/>
<xs:element name="a" type="organisasjon"/>`,
			"schema.xsd:3:1: there is no type organisasjon in namespace urn:t; define it or correct the reference [src-resolve]",
		},
		{
			"final head", `<xs:complexType name="b"/><xs:complexType name="x"><xs:complexContent><xs:extension base="b"/></xs:complexContent></xs:complexType><xs:element name="h" type="b" final="extension"/>
<xs:element name="m" type="x" substitutionGroup="h"/>`,
			"schema.xsd:3:1: the element {urn:t}h, head of the substitution group, is final for the way type x is derived from type b [e-props-correct.4]",
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := buildText(test.schema)
			if err == nil {
				t.Fatal("accepted")
			}
			if diff := cmp.Diff(test.want, err.Error()); diff != "" {
				t.Errorf("message differs (-want +got):\n%s", diff)
			}
		})
	}
}
