// The form of schema documents: what the schema for schemas and the src- constraints demand (Part 1, chapter 3 and appendix A).

package schema

import "testing"

func TestConstructsCompile(t *testing.T) {
	for name, s := range shapes() {
		if s.model == nil && !s.open {
			t.Errorf("the content of %s does not compile: %s", name, constructs[name].content)
		}
		for i, child := range s.children {
			if child == nil {
				t.Errorf("child %d of %s, %s, has no construct", i, name, s.model.Leaves()[i].Element.Local)
			}
		}
		for attribute, a := range s.attributes {
			if a.valid == nil {
				t.Errorf("the attribute %s of %s has no type", attribute.Local, name)
			}
		}
	}
}

func TestForm(t *testing.T) {
	checkRules(t, []ruleCase{
		{name: "unknown child", schema: `¶<xs:elements name="a"/>`, rules: rules("s4s-elt-must-match.1")},
		{name: "child of another namespace", schema: `¶<t:element name="a"/>`, rules: rules("s4s-elt-must-match.1")},
		{name: "what is out of place is passed over", schema: `<xs:group name="g"><xs:sequence>¶<xs:all><xs:element name="e" type="missing"/></xs:all></xs:sequence></xs:group>`, rules: rules("s4s-elt-must-match.1")},
		{name: "annotation comes first", schema: `<xs:complexType name="a"><xs:sequence/>¶<xs:annotation/></xs:complexType>`, rules: rules("s4s-elt-must-match.1")},
		{name: "annotations between globals", schema: `<xs:annotation/><xs:element name="a"/><xs:annotation/><xs:annotation/>`},
		{name: "include after a definition", schema: `<xs:element name="a"/>¶<xs:import namespace="urn:o"/>`, rules: rules("s4s-elt-must-match.1")},
		{name: "anything in documentation", schema: `<xs:annotation><xs:documentation xml:lang="nb"><xs:bogus/>text</xs:documentation><xs:appinfo><a/></xs:appinfo></xs:annotation>`},
		{name: "language of documentation", schema: `<xs:annotation>¶<xs:documentation xml:lang="n.o"/></xs:annotation>`, rules: rules("s4s-att-invalid-value")},
		{name: "text", schema: `¶<xs:element name="a">text</xs:element>`, rules: rules("s4s-elt-character")},
		{name: "incomplete", schema: `¶<xs:simpleType name="a"/>`, rules: rules("s4s-elt-must-match.2")},
		{name: "unknown attribute", schema: `¶<xs:element name="a" typo="b"/>`, rules: rules("s4s-att-not-allowed")},
		{name: "attribute of XSD's namespace", schema: `¶<xs:element name="a" xs:type="xs:string"/>`, rules: rules("s4s-att-not-allowed")},
		{name: "attribute of another namespace", schema: `<xs:element name="a" t:any="thing"/>`},
		{name: "missing name", schema: `¶<xs:element type="xs:string"/>`, rules: rules("s4s-att-must-appear")},
		{name: "name is no NCName", schema: `¶<xs:element name="a b"/>`, rules: rules("s4s-att-invalid-value")},
		{name: "white space in a name collapses", schema: `<xs:element name="   a  " type=" xs:string "/>`},
		{name: "boolean", schema: `¶<xs:element name="a" nillable="yes"/>`, rules: rules("s4s-att-invalid-value")},
		{name: "local elements are not abstract", schema: `<xs:group name="g"><xs:sequence>¶<xs:element name="a" abstract="true"/></xs:sequence></xs:group>`, rules: rules("s4s-att-not-allowed")},
		{name: "global elements have no occurrence", schema: `¶<xs:element name="a" minOccurs="0"/>`, rules: rules("s4s-att-not-allowed")},
		{name: "group of a definition has no occurrence", schema: `<xs:group name="g">¶<xs:sequence minOccurs="0"/></xs:group>`, rules: rules("s4s-att-not-allowed")},
		{name: "maxOccurs is a word", schema: `<xs:group name="g"><xs:sequence>¶<xs:element name="a" maxOccurs="many"/></xs:sequence></xs:group>`, rules: rules("s4s-att-invalid-value")},
		{name: "duplicate id", schema: `<xs:element name="a" id="x"/>¶<xs:element name="b" id="x"/>`, rules: rules("cvc-id.2")},
		{name: "id is no NCName", schema: `¶<xs:element name="a" id="1"/>`, rules: rules("s4s-att-invalid-value")},
		{name: "final", schema: `¶<xs:complexType name="a" final="extension substitution"/>`, rules: rules("s4s-att-invalid-value")},
		{name: "block", schema: `<xs:element name="a" block="extension substitution"/><xs:element name="b" block="#all"/>`},
		{name: "block of all and more", schema: `¶<xs:element name="a" block="#all extension"/>`, rules: rules("s4s-att-invalid-value")},
		{name: "namespace of a wildcard", schema: `<xs:group name="g"><xs:sequence>¶<xs:any namespace="##any urn:o"/></xs:sequence></xs:group>`, rules: rules("s4s-att-invalid-value")},
		{name: "type is no QName", schema: `¶<xs:element name="a" type="a:b:c"/>`, rules: rules("s4s-att-invalid-value")},
		{name: "empty target namespace", schema: `¶<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace=""/>`, rules: rules("s4s-att-invalid-value")},
		{name: "notation without identifier", schema: `¶<xs:notation name="n"/>`, rules: rules("s4s-att-must-appear")},
		{
			name: "field before selector", schema: `<xs:element name="a">¶<xs:key name="k">¶<xs:field xpath="."/><xs:selector xpath="."/></xs:key></xs:element>`,
			rules: rules("s4s-elt-must-match.2", "s4s-elt-must-match.1"),
		},
	})
}

func TestRepresentationOfImports(t *testing.T) {
	const noNamespace = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">`
	checkRules(t, []ruleCase{
		{name: "of the own namespace", schema: `¶<xs:import namespace="urn:t"/>`, rules: rules("src-import.1.1")},
		{name: "of none, from none, by an empty name", schema: noNamespace + `¶<xs:import namespace=""/></xs:schema>`, rules: rules("src-import.1.1")},
		{name: "of none, from none", schema: noNamespace + `¶<xs:import/></xs:schema>`, rules: rules("src-import.1.2")},
		{name: "of none", schema: `<xs:import/>`},
	})
}

func TestRepresentationOfElements(t *testing.T) {
	checkRules(t, []ruleCase{
		{name: "default and fixed", schema: `¶<xs:element name="a" type="xs:string" default="x" fixed="x"/>`, rules: rules("src-element.1")},
		{name: "neither name nor ref", schema: `<xs:group name="g"><xs:sequence>¶<xs:element/></xs:sequence></xs:group>`, rules: rules("src-element.2.1")},
		{name: "name and ref", schema: `<xs:element name="a"/><xs:group name="g"><xs:sequence>¶<xs:element name="b" ref="a"/></xs:sequence></xs:group>`, rules: rules("src-element.2.1")},
		{name: "ref with type", schema: `<xs:element name="a"/><xs:group name="g"><xs:sequence>¶<xs:element ref="a" type="xs:string"/></xs:sequence></xs:group>`, rules: rules("src-element.2.2")},
		{name: "ref with a type inside", schema: `<xs:element name="a"/><xs:group name="g"><xs:sequence><xs:element ref="a">¶<xs:complexType/></xs:element></xs:sequence></xs:group>`, rules: rules("src-element.2.2")},
		{name: "type twice", schema: `<xs:element name="a" type="xs:string">¶<xs:complexType/></xs:element>`, rules: rules("src-element.3")},
	})
}

func TestRepresentationOfAttributes(t *testing.T) {
	checkRules(t, []ruleCase{
		{name: "default and fixed", schema: `¶<xs:attribute name="a" default="x" fixed="x"/>`, rules: rules("src-attribute.1")},
		{name: "default of a required one", schema: `<xs:attributeGroup name="g">¶<xs:attribute name="a" default="x" use="required"/></xs:attributeGroup>`, rules: rules("src-attribute.2")},
		{name: "neither name nor ref", schema: `<xs:attributeGroup name="g">¶<xs:attribute/></xs:attributeGroup>`, rules: rules("src-attribute.3.1")},
		{name: "ref with form", schema: `<xs:attribute name="a"/><xs:attributeGroup name="g">¶<xs:attribute ref="a" form="qualified"/></xs:attributeGroup>`, rules: rules("src-attribute.3.2")},
		{name: "ref with a type inside", schema: `<xs:attribute name="a"/><xs:attributeGroup name="g"><xs:attribute ref="a">¶<xs:simpleType><xs:list itemType="xs:int"/></xs:simpleType></xs:attribute></xs:attributeGroup>`, rules: rules("src-attribute.3.2")},
		{name: "type twice", schema: `<xs:attribute name="a" type="xs:int">¶<xs:simpleType><xs:list itemType="xs:int"/></xs:simpleType></xs:attribute>`, rules: rules("src-attribute.4")},
		{name: "xmlns", schema: `<xs:attributeGroup name="g">¶<xs:attribute name="xmlns"/></xs:attributeGroup>`, rules: rules("no-xmlns")},
		{name: "namespace of instances", schema: `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/2001/XMLSchema-instance">¶<xs:attribute name="a"/></xs:schema>`, rules: rules("no-xsi")},
	})
}

func TestRepresentationOfSimpleTypes(t *testing.T) {
	checkRules(t, []ruleCase{
		{name: "restriction of nothing", schema: `<xs:simpleType name="a">¶<xs:restriction/></xs:simpleType>`, rules: rules("src-restriction-base-or-simpleType")},
		{name: "restriction of two", schema: `<xs:simpleType name="a"><xs:restriction base="xs:int">¶<xs:simpleType><xs:list itemType="xs:int"/></xs:simpleType></xs:restriction></xs:simpleType>`, rules: rules("src-restriction-base-or-simpleType")},
		{name: "list of nothing", schema: `<xs:simpleType name="a">¶<xs:list/></xs:simpleType>`, rules: rules("src-list-itemType-or-simpleType")},
		{name: "union of nothing", schema: `<xs:simpleType name="a">¶<xs:union memberTypes=" "/></xs:simpleType>`, rules: rules("src-union-memberTypes-or-simpleTypes")},
		{name: "facet twice", schema: `<xs:simpleType name="a"><xs:restriction base="xs:int"><xs:minInclusive value="1"/>¶<xs:minInclusive value="2"/></xs:restriction></xs:simpleType>`, rules: rules("src-single-facet-value")},
		{name: "patterns and values repeat", schema: `<xs:simpleType name="a"><xs:restriction base="xs:int"><xs:pattern value="1"/><xs:pattern value="2"/><xs:enumeration value="1"/><xs:enumeration value="2"/></xs:restriction></xs:simpleType>`},
	})
}
