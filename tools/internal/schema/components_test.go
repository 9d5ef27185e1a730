// Constraints on names, simple types, attributes and elements (Part 1, sections 3.2 to 3.6 and 3.14; Part 2, section 4.3).

package schema

import "testing"

func TestReferences(t *testing.T) {
	checkRules(t, []ruleCase{
		{name: "unknown type", schema: `¶<xs:element name="a" type="missing"/>`, rules: rules("src-resolve")},
		{name: "unknown built-in type", schema: `¶<xs:element name="a" type="xs:sting"/>`, rules: rules("src-resolve")},
		{name: "unbound prefix", schema: `¶<xs:element name="a" type="p:b"/>`, rules: rules("src-resolve")},
		{
			name: "unknown element, group, attribute and attribute group", schema: `<xs:complexType name="a"><xs:sequence>¶<xs:element ref="no"/>¶<xs:group ref="no"/></xs:sequence>¶<xs:attribute ref="t:no"/>¶<xs:attributeGroup ref="no"/></xs:complexType>`,
			rules: rules("src-resolve", "src-resolve", "src-resolve", "src-resolve"),
		},
		{name: "namespace that is not imported", schema: `¶<xs:element name="a" type="o:b" xmlns:o="urn:o"/>`, rules: rules("src-resolve.4")},
		{name: "no namespace is not imported", schema: `¶<xs:element name="a" type="b" xmlns=""/>`, rules: rules("src-resolve.4")},
		{name: "import that was not read", schema: `<xs:import namespace="urn:o" schemaLocation="http://example.org/o.xsd"/>¶<xs:element name="a" type="o:b" xmlns:o="urn:o"/>`, rules: rules("src-resolve")},
		{name: "import that is not used", schema: `<xs:import namespace="urn:o" schemaLocation="http://example.org/o.xsd"/><xs:element name="a"/>`},
		{name: "include that was not read", schema: `<xs:include schemaLocation="missing.xsd"/><xs:element name="a"/>`},
		{name: "twice", schema: `<xs:element name="a"/>¶<xs:element name="a"/>`, rules: rules("sch-props-correct.2")},
		{name: "types share one space", schema: `<xs:simpleType name="a"><xs:list itemType="xs:int"/></xs:simpleType>¶<xs:complexType name="a"/>`, rules: rules("sch-props-correct.2")},
		{name: "other spaces are their own", schema: `<xs:complexType name="a"/><xs:element name="a"/><xs:attribute name="a"/><xs:group name="a"><xs:sequence/></xs:group><xs:attributeGroup name="a"/><xs:notation name="a" public="a"/>`},
		{name: "complex type where a simple one must be", schema: `<xs:complexType name="c"/>¶<xs:attribute name="a" type="c"/>`, rules: rules("src-resolve")},
		{name: "attributes for documents are built in", schema: `<xs:attributeGroup name="a" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><xs:attribute ref="xsi:type"/>¶<xs:attribute ref="xsi:typ"/></xs:attributeGroup>`, rules: rules("src-resolve")},
		{name: "attributes of the XML namespace are built in", schema: `<xs:import namespace="http://www.w3.org/XML/1998/namespace"/><xs:attributeGroup name="a"><xs:attribute ref="xml:lang"/><xs:attribute ref="xml:space"/></xs:attributeGroup>`},
	})
}

func TestSimpleTypes(t *testing.T) {
	checkRules(t, []ruleCase{
		{name: "circular restriction", schema: `<xs:simpleType name="a"><xs:restriction base="b"/></xs:simpleType><xs:simpleType name="b">¶<xs:restriction base="a"/></xs:simpleType>`, rules: rules("st-props-correct.2")},
		{name: "union of itself", schema: `<xs:simpleType name="a">¶<xs:union memberTypes="xs:int a"/></xs:simpleType>`, rules: rules("cos-st-restricts.3.3")},
		{name: "restriction of the ur-type", schema: `¶<xs:simpleType name="a"><xs:restriction base="xs:anySimpleType"/></xs:simpleType>`, rules: rules("cos-st-restricts.1.1")},
		{name: "list of lists", schema: `¶<xs:simpleType name="a"><xs:list itemType="xs:NMTOKENS"/></xs:simpleType>`, rules: rules("cos-st-restricts.2.1")},
		{name: "list of a union with a list", schema: `<xs:simpleType name="u"><xs:union memberTypes="xs:int xs:NMTOKENS"/></xs:simpleType>¶<xs:simpleType name="a"><xs:list itemType="u"/></xs:simpleType>`, rules: rules("cos-st-restricts.2.1")},
		{name: "list of a union of atoms", schema: `<xs:simpleType name="u"><xs:union memberTypes="xs:int xs:date"/></xs:simpleType><xs:simpleType name="a"><xs:list itemType="u"/></xs:simpleType>`},
		{name: "final for restriction", schema: `<xs:simpleType name="f" final="restriction"><xs:restriction base="xs:int"/></xs:simpleType>¶<xs:simpleType name="a"><xs:restriction base="f"/></xs:simpleType>`, rules: rules("st-props-correct.3")},
		{name: "final for list", schema: `<xs:simpleType name="f" final="list"><xs:restriction base="xs:int"/></xs:simpleType>¶<xs:simpleType name="a"><xs:list itemType="f"/></xs:simpleType>`, rules: rules("cos-st-restricts.2.3.1.1")},
		{name: "final for union", schema: `<xs:simpleType name="f" final="union"><xs:restriction base="xs:int"/></xs:simpleType>¶<xs:simpleType name="a"><xs:union memberTypes="f"/></xs:simpleType>`, rules: rules("cos-st-restricts.3.3.1.1")},
		{name: "final by default", schema: `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" finalDefault="list"><xs:simpleType name="f"><xs:restriction base="xs:int"/></xs:simpleType>¶<xs:simpleType name="a"><xs:list itemType="f"/></xs:simpleType></xs:schema>`, rules: rules("cos-st-restricts.2.3.1.1")},
		{name: "one fault after another", schema: `<xs:simpleType name="a">¶<xs:restriction base="missing"><xs:length value="1"/></xs:restriction></xs:simpleType><xs:simpleType name="b"><xs:restriction base="xs:int">¶<xs:length value="1"/></xs:restriction></xs:simpleType>`, rules: rules("src-resolve", "cos-applicable-facets")},
		{name: "notation by itself", schema: `¶<xs:attribute name="a" type="xs:NOTATION"/>`, rules: rules("enumeration-required-notation")},
		{name: "enumeration of unknown notation", schema: `<xs:notation name="gif" public="image/gif"/><xs:simpleType name="a"><xs:restriction base="xs:NOTATION"><xs:enumeration value="gif"/>¶<xs:enumeration value="jpg"/></xs:restriction></xs:simpleType>`, rules: rules("enumeration-valid-restriction")},
	})
}

// facetCase is a restriction of a restriction: the second must be reported where its facet has ¶.
func facetCase(name, base, first, second string, broken ...string) ruleCase {
	return ruleCase{name: name, rules: broken, schema: `<xs:simpleType name="b"><xs:restriction base="` + base + `">` + first + `</xs:restriction></xs:simpleType>
<xs:simpleType name="a"><xs:restriction base="b">` + second + `</xs:restriction></xs:simpleType>`}
}

func TestFacets(t *testing.T) {
	checkRules(t, []ruleCase{
		facetCase("length", "xs:string", `<xs:length value="3"/>`, `¶<xs:length value="4"/>`, "length-valid-restriction"),
		facetCase("length again", "xs:string", `<xs:length value="3"/>`, `<xs:length value="03"/>`),
		facetCase("minLength", "xs:string", `<xs:minLength value="3"/>`, `¶<xs:minLength value="2"/>`, "minLength-valid-restriction"),
		facetCase("minLength above", "xs:string", `<xs:minLength value="3"/>`, `<xs:minLength value="10"/>`),
		facetCase("maxLength", "xs:string", `<xs:maxLength value="3"/>`, `¶<xs:maxLength value="10"/>`, "maxLength-valid-restriction"),
		facetCase("minLength above maxLength", "xs:string", `<xs:maxLength value="3"/>`, `¶<xs:minLength value="4"/>`, "minLength-less-than-equal-to-maxLength"),
		facetCase("length and minLength", "xs:string", ``, `¶<xs:length value="3"/><xs:minLength value="1"/>`, "length-minLength-maxLength"),
		facetCase("length after minLength", "xs:string", `<xs:minLength value="1"/>`, `<xs:length value="3"/>`),
		facetCase("length below minLength", "xs:string", `<xs:minLength value="4"/>`, `¶<xs:length value="3"/>`, "length-minLength-maxLength"),
		facetCase("length above maxLength", "xs:string", `<xs:maxLength value="4"/>`, `¶<xs:length value="5"/>`, "length-minLength-maxLength"),
		facetCase("whiteSpace", "xs:token", ``, `¶<xs:whiteSpace value="replace"/>`, "whiteSpace-valid-restriction"),
		facetCase("totalDigits", "xs:decimal", `<xs:totalDigits value="3"/>`, `¶<xs:totalDigits value="4"/>`, "totalDigits-valid-restriction"),
		facetCase("fractionDigits", "xs:decimal", `<xs:fractionDigits value="3"/>`, `¶<xs:fractionDigits value="4"/>`, "fractionDigits-valid-restriction"),
		facetCase("fractionDigits above totalDigits", "xs:decimal", `<xs:totalDigits value="3"/>`, `¶<xs:fractionDigits value="4"/>`, "fractionDigits-totalDigits"),
		facetCase("fraction of an integer", "xs:int", ``, `¶<xs:fractionDigits value="1"/>`, "st-restrict-facets"),
		facetCase("fixed", "xs:int", `<xs:maxInclusive value="5" fixed="true"/>`, `¶<xs:maxInclusive value="4"/>`, "st-restrict-facets"),
		facetCase("fixed, in the value space", "xs:decimal", `<xs:maxInclusive value="5" fixed="true"/>`, `<xs:maxInclusive value="5.0"/>`),
		facetCase("not applicable", "xs:int", ``, `¶<xs:length value="4"/>`, "cos-applicable-facets"),
		facetCase("bound of a boolean", "xs:boolean", ``, `¶<xs:enumeration value="true"/>`, "cos-applicable-facets"),
		facetCase("pattern", "xs:string", ``, `¶<xs:pattern value="[a"/>`, "src-pattern-value"),
		facetCase("enumeration outside the base", "xs:int", `<xs:maxInclusive value="5"/>`, `<xs:enumeration value="5"/>¶<xs:enumeration value="6"/>`, "enumeration-valid-restriction"),
		facetCase("bound is no value", "xs:int", ``, `¶<xs:maxInclusive value="x"/>`, "maxInclusive-valid-restriction"),
		facetCase("maxInclusive", "xs:int", `<xs:maxInclusive value="5"/>`, `¶<xs:maxInclusive value="6"/>`, "maxInclusive-valid-restriction"),
		facetCase("maxInclusive below minimum", "xs:int", `<xs:minInclusive value="5"/>`, `¶<xs:maxInclusive value="4"/>`, "maxInclusive-valid-restriction"),
		facetCase("maxExclusive", "xs:date", `<xs:maxExclusive value="2020-01-01"/>`, `¶<xs:maxExclusive value="2020-01-02"/>`, "maxExclusive-valid-restriction"),
		facetCase("minInclusive", "xs:decimal", `<xs:minExclusive value="5"/>`, `¶<xs:minInclusive value="5.00"/>`, "minInclusive-valid-restriction"),
		facetCase("minExclusive", "xs:double", `<xs:minInclusive value="5"/>`, `¶<xs:minExclusive value="4.9"/>`, "minExclusive-valid-restriction"),
		facetCase("minExclusive at the minimum", "xs:double", `<xs:minInclusive value="5"/>`, `<xs:minExclusive value="5"/>`),
		facetCase("incomparable bounds", "xs:duration", `<xs:maxInclusive value="P1M"/>`, `<xs:maxInclusive value="P30D"/>`),
		facetCase("minimum above maximum", "xs:int", ``, `¶<xs:minInclusive value="6"/><xs:maxInclusive value="5"/>`, "minInclusive-less-than-equal-to-maxInclusive"),
		facetCase("exclusive minimum at inclusive maximum", "xs:int", ``, `¶<xs:minExclusive value="5"/><xs:maxInclusive value="5"/>`, "minExclusive-less-than-maxInclusive"),
		facetCase("inclusive minimum at exclusive maximum", "xs:int", ``, `¶<xs:minInclusive value="5"/><xs:maxExclusive value="5"/>`, "minInclusive-less-than-maxExclusive"),
		facetCase("exclusive minimum at exclusive maximum", "xs:int", ``, `<xs:minExclusive value="5"/><xs:maxExclusive value="5"/>`),
		facetCase("exclusive minimum above exclusive maximum", "xs:int", ``, `¶<xs:minExclusive value="6"/><xs:maxExclusive value="5"/>`, "minExclusive-less-than-equal-to-maxExclusive"),
		facetCase("both maxima", "xs:int", ``, `<xs:maxInclusive value="5"/>¶<xs:maxExclusive value="5"/>`, "maxInclusive-maxExclusive"),
		facetCase("both minima", "xs:int", ``, `<xs:minInclusive value="5"/>¶<xs:minExclusive value="5"/>`, "minInclusive-minExclusive"),
	})
}

func TestAttributes(t *testing.T) {
	checkRules(t, []ruleCase{
		{name: "default is no value", schema: `¶<xs:attribute name="a" type="xs:int" default="x"/>`, rules: rules("a-props-correct.2")},
		{name: "default of an ID", schema: `¶<xs:attribute name="a" type="xs:ID" default="x"/>`, rules: rules("a-props-correct.3")},
		{name: "use changes the fixed value", schema: `<xs:attribute name="a" type="xs:int" fixed="1"/><xs:attributeGroup name="g">¶<xs:attribute ref="a" fixed="2"/></xs:attributeGroup>`, rules: rules("au-props-correct.2")},
		{name: "use spells the fixed value differently", schema: `<xs:attribute name="a" type="xs:int" fixed="1"/><xs:attributeGroup name="g"><xs:attribute ref="a" fixed="01"/></xs:attributeGroup>`},
		{name: "use has a default for a fixed value", schema: `<xs:attribute name="a" type="xs:int" fixed="1"/><xs:attributeGroup name="g">¶<xs:attribute ref="a" default="1"/></xs:attributeGroup>`, rules: rules("au-props-correct.2")},
		{name: "same name in a group", schema: `¶<xs:attributeGroup name="g"><xs:attribute name="a"/><xs:attribute name="a"/></xs:attributeGroup>`, rules: rules("ag-props-correct.2")},
		{name: "same name in two namespaces", schema: `<xs:attributeGroup name="g"><xs:attribute name="a"/><xs:attribute name="a" form="qualified"/></xs:attributeGroup>`},
		{name: "same group by two ways", schema: `<xs:attributeGroup name="g"><xs:attribute name="a"/></xs:attributeGroup><xs:attributeGroup name="h"><xs:attributeGroup ref="g"/></xs:attributeGroup><xs:complexType name="c"><xs:attributeGroup ref="g"/><xs:attributeGroup ref="h"/></xs:complexType>`},
		{name: "two IDs in a group", schema: `¶<xs:attributeGroup name="g"><xs:attribute name="a" type="xs:ID"/><xs:attribute name="b" type="xs:ID"/></xs:attributeGroup>`, rules: rules("ag-props-correct.3")},
		{name: "same name in a type", schema: `<xs:attributeGroup name="g"><xs:attribute name="a"/></xs:attributeGroup>¶<xs:complexType name="c"><xs:attribute name="a"/><xs:attributeGroup ref="g"/></xs:complexType>`, rules: rules("ct-props-correct.4")},
		{name: "same name in an extension", schema: `<xs:complexType name="b"><xs:attribute name="a"/></xs:complexType><xs:complexType name="c"><xs:complexContent>¶<xs:extension base="b"><xs:attribute name="a"/></xs:extension></xs:complexContent></xs:complexType>`, rules: rules("ct-props-correct.4")},
		{name: "two IDs in a type", schema: `¶<xs:complexType name="c"><xs:attribute name="a" type="xs:ID"/><xs:attribute name="b" type="xs:ID"/></xs:complexType>`, rules: rules("ct-props-correct.5")},
		{name: "group of itself", schema: `<xs:attributeGroup name="g"><xs:attributeGroup ref="h"/></xs:attributeGroup><xs:attributeGroup name="h">¶<xs:attributeGroup ref="g"/></xs:attributeGroup>`, rules: rules("src-attribute_group.3")},
		{name: "no intersection of wildcards", schema: `<xs:complexType name="b"><xs:anyAttribute namespace="urn:x urn:y"/></xs:complexType><xs:attributeGroup name="g"><xs:anyAttribute namespace="##other"/></xs:attributeGroup><xs:complexType name="c"><xs:attributeGroup ref="g"/><xs:anyAttribute namespace="##local urn:x"/></xs:complexType>`},
		{name: "union of wildcards that cannot be", schema: `<xs:complexType name="b"><xs:anyAttribute namespace="##other"/></xs:complexType><xs:complexType name="c"><xs:complexContent>¶<xs:extension base="b"><xs:anyAttribute namespace="##local"/></xs:extension></xs:complexContent></xs:complexType>`, rules: rules("src-ct.5")},
	})
}

func TestElements(t *testing.T) {
	checkRules(t, []ruleCase{
		{name: "default is no value", schema: `¶<xs:element name="a" type="xs:int" default="x"/>`, rules: rules("e-props-correct.2")},
		{name: "one fault after another", schema: `¶<xs:element name="a" type="missing"/>¶<xs:element name="b" type="xs:int" default="x"/>`, rules: rules("src-resolve", "e-props-correct.2")},
		{name: "default of an ID", schema: `¶<xs:element name="a" type="xs:ID" default="x"/>`, rules: rules("e-props-correct.5")},
		{name: "default of simple content", schema: `¶<xs:element name="a" default="x"><xs:complexType><xs:simpleContent><xs:extension base="xs:int"/></xs:simpleContent></xs:complexType></xs:element>`, rules: rules("e-props-correct.2")},
		{name: "default of elements", schema: `¶<xs:element name="a" default="x"><xs:complexType><xs:sequence><xs:any minOccurs="0"/></xs:sequence></xs:complexType></xs:element>`, rules: rules("cos-valid-default.2.1")},
		{name: "default of nothing", schema: `¶<xs:element name="a" default="x"><xs:complexType/></xs:element>`, rules: rules("cos-valid-default.2.1")},
		{name: "default of text with elements", schema: `¶<xs:element name="a" default="x"><xs:complexType mixed="true"><xs:sequence><xs:any/></xs:sequence></xs:complexType></xs:element>`, rules: rules("cos-valid-default.2.2.2")},
		{name: "default of text", schema: `<xs:element name="a" default="x"><xs:complexType mixed="true"><xs:sequence><xs:any minOccurs="0"/></xs:sequence></xs:complexType></xs:element><xs:element name="b" default="anything"/>`},
		{name: "substitution circle", schema: `¶<xs:element name="a" substitutionGroup="b"/><xs:element name="b" substitutionGroup="a"/>`, rules: rules("e-props-correct.6")},
		{name: "member of another type", schema: `<xs:element name="h" type="xs:int"/>¶<xs:element name="a" type="xs:string" substitutionGroup="h"/>`, rules: rules("e-props-correct.4")},
		{name: "member of a derived type, and of the head's", schema: `<xs:element name="h" type="xs:int"/><xs:element name="a" type="xs:byte" substitutionGroup="h"/><xs:element name="b" substitutionGroup="h"/>`},
		{name: "final head", schema: `<xs:element name="h" type="xs:int" final="restriction"/>¶<xs:element name="a" type="xs:byte" substitutionGroup="h"/>`, rules: rules("e-props-correct.4")},
		{name: "keyref to nothing", schema: `<xs:element name="a">¶<xs:keyref name="k" refer="no"><xs:selector xpath="."/><xs:field xpath="@x"/></xs:keyref></xs:element>`, rules: rules("src-resolve")},
		{name: "keyref to a keyref", schema: `<xs:element name="a"><xs:key name="k"><xs:selector xpath="."/><xs:field xpath="@x"/></xs:key><xs:keyref name="l" refer="k"><xs:selector xpath="."/><xs:field xpath="@x"/></xs:keyref>¶<xs:keyref name="m" refer="l"><xs:selector xpath="."/><xs:field xpath="@x"/></xs:keyref></xs:element>`, rules: rules("src-resolve")},
		{name: "number of fields", schema: `<xs:element name="a"><xs:key name="k"><xs:selector xpath="."/><xs:field xpath="@x"/></xs:key>¶<xs:keyref name="l" refer="k"><xs:selector xpath="."/><xs:field xpath="@x"/><xs:field xpath="@y"/></xs:keyref></xs:element>`, rules: rules("c-props-correct.2")},
		{name: "constraint twice", schema: `<xs:element name="a"><xs:key name="k"><xs:selector xpath="."/><xs:field xpath="@x"/></xs:key>¶<xs:unique name="k"><xs:selector xpath="."/><xs:field xpath="@x"/></xs:unique></xs:element>`, rules: rules("sch-props-correct.2")},
		{name: "selector of attributes", schema: `<xs:element name="a"><xs:key name="k">¶<xs:selector xpath="@b"/><xs:field xpath="@x"/></xs:key></xs:element>`, rules: rules("c-selector-xpath")},
		{name: "field with a predicate", schema: `<xs:element name="a"><xs:key name="k"><xs:selector xpath="b"/>¶<xs:field xpath="c[1]"/></xs:key></xs:element>`, rules: rules("c-fields-xpaths")},
		{name: "unbound prefix in a selector", schema: `<xs:element name="a"><xs:key name="k">¶<xs:selector xpath="p:b"/><xs:field xpath="@x"/></xs:key></xs:element>`, rules: rules("c-selector-xpath")},
	})
}
