package inclusion_test

// pair is two schemas for one construct; there says whether every document of the first is valid under the second, back the opposite. What stands in
// old and new is the content of xs:schema, with target namespace urn:t under the prefix t.
type pair struct {
	name, old, new string
	there, back    string
}

// complexRoot is an element a of an anonymous complex type.
func complexRoot(body string) string {
	return `<xs:element name="a"><xs:complexType>` + body + `</xs:complexType></xs:element>`
}

// sequence is an element a with a sequence of particles.
func sequence(particles string) string {
	return complexRoot(`<xs:sequence>` + particles + `</xs:sequence>`)
}

// restricted is an element a with a restriction of a simple type.
func restricted(base, facets string) string {
	return `<xs:element name="a"><xs:simpleType><xs:restriction base="` + base + `">` + facets + `</xs:restriction></xs:simpleType></xs:element>`
}

const (
	x = `<xs:element name="x" type="xs:int"/>`
	y = `<xs:element name="y" type="xs:int"/>`
	// optional elements
	ox = `<xs:element name="x" type="xs:int" minOccurs="0"/>`
	oy = `<xs:element name="y" type="xs:int" minOccurs="0"/>`
	// a base type with two derived ones, as types of an element that is declared with the base
	base     = `<xs:complexType name="B"><xs:sequence>` + x + `</xs:sequence></xs:complexType>`
	extended = `<xs:complexType name="E"><xs:complexContent><xs:extension base="t:B"><xs:sequence>` + y + `</xs:sequence></xs:extension></xs:complexContent></xs:complexType>`
	narrower = `<xs:complexType name="E"><xs:complexContent><xs:extension base="t:B"/></xs:complexContent></xs:complexType>`
	// a type of numbers with a derived one of fewer, and one that may be empty with a derived one that is never 5
	numbers = `<xs:complexType name="D"><xs:simpleContent><xs:extension base="xs:int"/></xs:simpleContent></xs:complexType>
		<xs:complexType name="F"><xs:simpleContent><xs:restriction base="t:D"><xs:maxInclusive value="4"/></xs:restriction></xs:simpleContent></xs:complexType>`
	emptiable = `<xs:complexType name="D"><xs:simpleContent><xs:extension base="xs:string"/></xs:simpleContent></xs:complexType>
		<xs:complexType name="F"><xs:simpleContent><xs:restriction base="t:D"><xs:maxLength value="0"/></xs:restriction></xs:simpleContent></xs:complexType>`
	// a head with a member
	head   = `<xs:element name="h" type="xs:int"/>`
	member = `<xs:element name="m" type="xs:int" substitutionGroup="t:h"/>`
)

var contentPairs = []pair{
	{"the same", sequence(x), sequence(x), "yes", "yes"},
	{"optional", sequence(x), sequence(ox), "yes", "no"},
	{"added optional", sequence(x), sequence(x + oy), "yes", "no"},
	{"added required", sequence(x), sequence(x + y), "no", "no"},
	{"order", sequence(x + y), sequence(y + x), "no", "no"},
	{"order of what is in a choice", complexRoot(`<xs:choice>` + x + y + `</xs:choice>`), complexRoot(`<xs:choice>` + y + x + `</xs:choice>`), "yes", "yes"},
	{"choice for sequence", sequence(x), complexRoot(`<xs:choice>` + x + y + `</xs:choice>`), "yes", "no"},
	{"all for sequence", sequence(x + y), complexRoot(`<xs:all>` + y + x + `</xs:all>`), "yes", "no"},
	{"all with an optional member", complexRoot(`<xs:all>` + x + y + `</xs:all>`), complexRoot(`<xs:all>` + x + oy + `</xs:all>`), "yes", "no"},
	{"more often", sequence(`<xs:element name="x" maxOccurs="3"/>`), sequence(`<xs:element name="x" maxOccurs="4"/>`), "yes", "no"},
	{"unbounded", sequence(`<xs:element name="x" maxOccurs="1000"/>`), sequence(`<xs:element name="x" maxOccurs="unbounded"/>`), "yes", "no"},
	{"at least", sequence(`<xs:element name="x" minOccurs="2" maxOccurs="9"/>`), sequence(`<xs:element name="x" minOccurs="3" maxOccurs="9"/>`), "no", "yes"},
	{"grouped", sequence(x + y), sequence(`<xs:sequence>` + x + `<xs:sequence>` + y + `</xs:sequence></xs:sequence>`), "yes", "yes"},
	{"repeated group", sequence(`<xs:sequence maxOccurs="2">` + x + `</xs:sequence>`), sequence(`<xs:element name="x" type="xs:int" maxOccurs="2"/>`), "yes", "yes"},
	{"named group", `<xs:group name="g"><xs:sequence>` + x + `</xs:sequence></xs:group>` + complexRoot(`<xs:group ref="t:g"/>`), sequence(x), "yes", "yes"},
	{"element renamed", sequence(x), sequence(y), "no", "no"},
	{"root renamed", sequence(x), `<xs:element name="b"><xs:complexType><xs:sequence>` + x + `</xs:sequence></xs:complexType></xs:element>`, "no", "no"},
	{"form", sequence(`<xs:element name="x" form="unqualified"/>`), sequence(`<xs:element name="x"/>`), "no", "no"},
	{"type of a child", sequence(`<xs:element name="x" type="xs:int"/>`), sequence(`<xs:element name="x" type="xs:integer"/>`), "yes", "no"},
	{"type of a grandchild", sequence(`<xs:element name="b"><xs:complexType><xs:sequence>` + x + `</xs:sequence></xs:complexType></xs:element>`), sequence(`<xs:element name="b"><xs:complexType><xs:sequence>` + ox + `</xs:sequence></xs:complexType></xs:element>`), "yes", "no"},
	{"anonymous type named", sequence(`<xs:element name="b"><xs:complexType><xs:sequence>` + x + `</xs:sequence></xs:complexType></xs:element>`), sequence(`<xs:element name="b" type="t:N"/>`) + `<xs:complexType name="N"><xs:sequence>` + x + `</xs:sequence></xs:complexType>`, "yes", "yes"},
	{"mixed", sequence(ox), complexRoot(`<xs:sequence>` + ox + `</xs:sequence>`), "yes", "yes"},
	{"mixed for elements only", sequence(x), `<xs:element name="a"><xs:complexType mixed="true"><xs:sequence>` + x + `</xs:sequence></xs:complexType></xs:element>`, "yes", "no"},
	{"empty for an optional element", complexRoot(``), sequence(ox), "yes", "no"},
	{"empty for simple content", complexRoot(``), `<xs:element name="a" type="xs:string"/>`, "yes", "no"},
	{"empty for a number", complexRoot(``), `<xs:element name="a" type="xs:int"/>`, "no", "no"},
	{"mixed for simple content", `<xs:element name="a" type="xs:string"/>`, `<xs:element name="a"><xs:complexType mixed="true"/></xs:element>`, "yes", "yes"},
	{"mixed with an element for simple content", `<xs:element name="a" type="xs:string"/>`, `<xs:element name="a"><xs:complexType mixed="true"><xs:sequence>` + ox + `</xs:sequence></xs:complexType></xs:element>`, "yes", "no"},
	{"elements for simple content", `<xs:element name="a" type="xs:string"/>`, sequence(ox), "no", "no"},
	{"elements for an empty text", restricted("xs:string", `<xs:length value="0"/>`), sequence(ox), "yes", "no"},
	{"simple content for a simple type", `<xs:element name="a" type="xs:int"/>`, complexRoot(`<xs:simpleContent><xs:extension base="xs:int"/></xs:simpleContent>`), "yes", "yes"},
	{"simple content with an attribute", `<xs:element name="a" type="xs:int"/>`, complexRoot(`<xs:simpleContent><xs:extension base="xs:int"><xs:attribute name="k"/></xs:extension></xs:simpleContent>`), "yes", "no"},
	{"recursion", sequence(`<xs:element ref="t:a" minOccurs="0"/>`), sequence(`<xs:element ref="t:a" minOccurs="0" maxOccurs="2"/>`), "yes", "no"},
	{"recursion through two types", sequence(ox+`<xs:element ref="t:b" minOccurs="0"/>`) + `<xs:element name="b"><xs:complexType><xs:sequence><xs:element ref="t:a"/></xs:sequence></xs:complexType></xs:element>`, sequence(x+`<xs:element ref="t:b" minOccurs="0"/>`) + `<xs:element name="b"><xs:complexType><xs:sequence><xs:element ref="t:a"/></xs:sequence></xs:complexType></xs:element>`, "no", "yes"},
	{"what no document completes", sequence(x+`<xs:element name="r" type="t:R" minOccurs="0"/>`) + `<xs:complexType name="R"><xs:sequence><xs:element name="r" type="t:R"/></xs:sequence></xs:complexType>`, sequence(x), "yes", "yes"},
	{"what can only be nil", sequence(`<xs:element name="r" type="t:R" nillable="true"/>`) + `<xs:complexType name="R"><xs:sequence><xs:element name="s" type="t:R"/></xs:sequence></xs:complexType>`, sequence(`<xs:element name="r" type="t:R" nillable="true"/>`) + `<xs:complexType name="R" mixed="true"><xs:sequence><xs:element name="s" type="t:R"/></xs:sequence></xs:complexType>`, "yes", "yes"},
	{"what only xsi:nil completes", sequence(`<xs:element name="r" type="t:R" minOccurs="0" nillable="true"/>`) + `<xs:complexType name="R"><xs:sequence><xs:element name="r" type="t:R" nillable="true"/></xs:sequence></xs:complexType>`, sequence(ox), "no", "no"},
}

var declarationPairs = []pair{
	{"nillable", sequence(x), sequence(`<xs:element name="x" type="xs:int" nillable="true"/>`), "yes", "no"},
	{"nillable with a fixed value", sequence(`<xs:element name="x" type="xs:int" fixed="1"/>`), sequence(`<xs:element name="x" type="xs:int" fixed="1" nillable="true"/>`), "yes", "no"},
	{"fixed", sequence(x), sequence(`<xs:element name="x" type="xs:int" fixed="1"/>`), "no", "no"},
	{"nillable and fixed to the one value there is", `<xs:element name="a" nillable="true"><xs:simpleType><xs:restriction base="xs:string"><xs:enumeration value="v"/></xs:restriction></xs:simpleType></xs:element>`, `<xs:element name="a" type="xs:string" fixed="v" nillable="true"/>`, "no", "no"},
	{"fixed by another spelling", sequence(`<xs:element name="x" type="xs:int" fixed="1"/>`), sequence(`<xs:element name="x" type="xs:int" fixed="01"/>`), "yes", "yes"},
	{"fixed to something else", sequence(`<xs:element name="x" type="xs:int" fixed="1"/>`), sequence(`<xs:element name="x" type="xs:int" fixed="2"/>`), "no", "no"},
	{"fixed boolean", sequence(`<xs:element name="x" type="xs:boolean" fixed="1"/>`), sequence(`<xs:element name="x" type="xs:boolean" fixed="true"/>`), "yes", "yes"},
	{"fixed to the one value of an enumeration", restricted("xs:string", `<xs:enumeration value="v"/>`), `<xs:element name="a" type="xs:string" fixed="v"/>`, "yes", "no"},
	{"default", sequence(x), sequence(`<xs:element name="x" type="xs:int" default="1"/>`), "yes", "no"},
	{"default changed", sequence(`<xs:element name="x" type="xs:int" default="2"/>`), sequence(`<xs:element name="x" type="xs:int" default="1"/>`), "yes", "yes"},
	{"default where the type has the empty text", sequence(`<xs:element name="x" type="xs:string"/>`), sequence(`<xs:element name="x" type="xs:string" default="d"/>`), "yes", "yes"},
	{"default that a derived type does not have", `<xs:element name="a" type="t:D" default="5"/>` + numbers, `<xs:element name="a" type="t:D"/>` + numbers, "no", "yes"},
	{"fixed value that a derived type does not have", `<xs:element name="a" type="t:D" fixed="5"/>` + numbers, `<xs:element name="a" type="t:D"/>` + numbers, "no", "no"},
	{"fixed value of any type", sequence(`<xs:element name="x" fixed="f"/>`), sequence(`<xs:element name="x"/>`), "no", "no"}, // xsi:type="xs:NCName" and no text,
	{"empty where a default may not stand", `<xs:element name="a" type="t:D"/>` + emptiable, `<xs:element name="a" type="t:D" default="5"/>` + emptiable, "no", "yes"},
	{"fixed mixed content", `<xs:element name="a" fixed="f"><xs:complexType mixed="true"/></xs:element>`, `<xs:element name="a"><xs:complexType mixed="true"/></xs:element>`, "yes", "no"},
	{"abstract element", head + sequence(`<xs:element ref="t:h"/>`), `<xs:element name="h" type="xs:int" abstract="true"/>` + sequence(`<xs:element ref="t:h"/>`), "no", "yes"},
	{"member of a substitution group", head + sequence(`<xs:element ref="t:h"/>`), head + member + sequence(`<xs:element ref="t:h"/>`), "yes", "no"},
	{"member that leaves its group", head + `<xs:element name="m" type="xs:int"/>` + sequence(`<xs:element ref="t:h"/>`), head + member + sequence(`<xs:element ref="t:h"/>`), "yes", "no"},
	{"substitution blocked", `<xs:element name="h" type="xs:int" block="substitution"/>` + member + sequence(`<xs:element ref="t:h"/>`), head + member + sequence(`<xs:element ref="t:h"/>`), "yes", "no"},
	{"type of a member", head + `<xs:element name="m" type="xs:short" substitutionGroup="t:h"/>` + sequence(`<xs:element ref="t:h"/>`), head + member + sequence(`<xs:element ref="t:h"/>`), "yes", "no"},
	{"choice for a substitution group", `<xs:element name="h" type="xs:int" abstract="true"/>` + member + sequence(`<xs:element ref="t:h"/>`), head + member + complexRoot(`<xs:choice><xs:element ref="t:h"/></xs:choice>`), "yes", "no"},
	{"derived type", base + sequence(`<xs:element name="b" type="t:B"/>`), base + extended + sequence(`<xs:element name="b" type="t:B"/>`), "yes", "no"},
	{"derived type wider", base + narrower + sequence(`<xs:element name="b" type="t:B"/>`), base + extended + sequence(`<xs:element name="b" type="t:B"/>`), "no", "no"},
	{"derived type that is no use", base + sequence(`<xs:element name="b" type="xs:int"/>`), base + extended + sequence(`<xs:element name="b" type="xs:int"/>`), "yes", "yes"},
	{"extension blocked by the element", base + extended + sequence(`<xs:element name="b" type="t:B" block="extension"/>`), base + extended + sequence(`<xs:element name="b" type="t:B"/>`), "yes", "no"},
	{"extension blocked by the type", `<xs:complexType name="B" block="extension"><xs:sequence>` + x + `</xs:sequence></xs:complexType>` + extended + sequence(`<xs:element name="b" type="t:B"/>`), base + extended + sequence(`<xs:element name="b" type="t:B"/>`), "yes", "no"},
	{"abstract type", `<xs:complexType name="B" abstract="true"><xs:sequence>` + x + `</xs:sequence></xs:complexType>` + extended + sequence(`<xs:element name="b" type="t:B"/>`), base + extended + sequence(`<xs:element name="b" type="t:B"/>`), "yes", "no"},
	{"abstract derived type", base + `<xs:complexType name="E" abstract="true"><xs:complexContent><xs:extension base="t:B"/></xs:complexContent></xs:complexType>` + sequence(`<xs:element name="b" type="t:B"/>`), base + narrower + sequence(`<xs:element name="b" type="t:B"/>`), "yes", "no"},
	{"any type for a simple one", sequence(x), sequence(`<xs:element name="x"/>`), "yes", "no"},
	{"any simple type", sequence(x), sequence(`<xs:element name="x" type="xs:anySimpleType"/>`), "yes", "no"},
	{"string for any simple type", sequence(`<xs:element name="x" type="xs:anySimpleType"/>`), sequence(`<xs:element name="x" type="xs:string"/>`), "no", "yes"},
}

var attributePairs = []pair{
	{"optional attribute", complexRoot(``), complexRoot(`<xs:attribute name="k"/>`), "yes", "no"},
	{"required attribute", complexRoot(`<xs:attribute name="k"/>`), complexRoot(`<xs:attribute name="k" use="required"/>`), "no", "yes"},
	{"prohibited attribute", complexRoot(``), complexRoot(`<xs:attribute name="k" use="prohibited"/>`), "yes", "yes"},
	{"attribute renamed", complexRoot(`<xs:attribute name="k"/>`), complexRoot(`<xs:attribute name="l"/>`), "no", "no"},
	{"qualified attribute", complexRoot(`<xs:attribute name="k"/>`), complexRoot(`<xs:attribute name="k" form="qualified"/>`), "no", "no"},
	{"type of an attribute", complexRoot(`<xs:attribute name="k" type="xs:int"/>`), complexRoot(`<xs:attribute name="k" type="xs:integer"/>`), "yes", "no"},
	{
		"ID that references need for a number", complexRoot(`<xs:attribute name="k" type="xs:ID"/><xs:attribute name="l" type="xs:IDREF"/>`),
		complexRoot(`<xs:attribute name="k" type="xs:int"/><xs:attribute name="l" type="xs:IDREF"/>`), "no", "no",
	},
	{"fixed attribute", complexRoot(`<xs:attribute name="k" type="xs:int"/>`), complexRoot(`<xs:attribute name="k" type="xs:int" fixed="1"/>`), "no", "yes"},
	{"default attribute", complexRoot(`<xs:attribute name="k" type="xs:int"/>`), complexRoot(`<xs:attribute name="k" type="xs:int" default="1"/>`), "yes", "yes"},
	{"order of attributes", complexRoot(`<xs:attribute name="k"/><xs:attribute name="l"/>`), complexRoot(`<xs:attribute name="l"/><xs:attribute name="k"/>`), "yes", "yes"},
	{"attribute group", complexRoot(`<xs:attribute name="k"/>`), `<xs:attributeGroup name="g"><xs:attribute name="k"/></xs:attributeGroup>` + complexRoot(`<xs:attributeGroup ref="t:g"/>`), "yes", "yes"},
	{"any attribute", complexRoot(`<xs:attribute name="k"/>`), complexRoot(`<xs:anyAttribute/>`), "no", "yes"},
	{"any attribute, laxly", complexRoot(`<xs:attribute name="k"/>`), complexRoot(`<xs:anyAttribute processContents="lax"/>`), "yes", "no"},
	{"any attribute, and one named", complexRoot(`<xs:attribute name="k" type="xs:int"/><xs:anyAttribute processContents="skip"/>`), complexRoot(`<xs:anyAttribute processContents="skip"/>`), "yes", "no"},
	{"any attribute of a namespace", complexRoot(`<xs:anyAttribute namespace="urn:o" processContents="lax"/>`), complexRoot(`<xs:anyAttribute namespace="##other" processContents="lax"/>`), "yes", "no"},
	{"strict for lax", complexRoot(`<xs:anyAttribute/>`), complexRoot(`<xs:anyAttribute processContents="lax"/>`), "yes", "no"},
	{"lax for skip", complexRoot(`<xs:anyAttribute processContents="lax"/>`) + `<xs:attribute name="g" type="xs:int"/>`, complexRoot(`<xs:anyAttribute processContents="skip"/>`) + `<xs:attribute name="g" type="xs:int"/>`, "yes", "no"},
	{"lax for skip where nothing is declared", complexRoot(`<xs:anyAttribute processContents="lax"/>`), complexRoot(`<xs:anyAttribute processContents="skip"/>`), "yes", "yes"},
	{"global attribute", complexRoot(`<xs:anyAttribute processContents="lax"/>`), complexRoot(`<xs:anyAttribute processContents="lax"/>`) + `<xs:attribute name="g" type="xs:int"/>`, "no", "yes"},
	{"global attribute under a strict wildcard", complexRoot(`<xs:anyAttribute/>`), complexRoot(`<xs:anyAttribute/>`) + `<xs:attribute name="g" type="xs:int"/>`, "yes", "no"},
	{"attributes for a simple type", `<xs:element name="a" type="xs:int"/>`, complexRoot(`<xs:simpleContent><xs:extension base="xs:int"><xs:attribute name="k" use="required"/></xs:extension></xs:simpleContent>`), "no", "no"},
}

var wildcardPairs = []pair{
	{"wildcard", sequence(``), sequence(`<xs:any minOccurs="0" processContents="lax"/>`), "yes", "no"},
	{"element for a wildcard", sequence(`<xs:any processContents="skip"/>`), sequence(`<xs:element name="x"/>`), "no", "yes"},
	{"element for a strict wildcard", sequence(`<xs:any/>`), sequence(`<xs:element name="x"/>`), "no", "no"},
	{"global element for a strict wildcard", sequence(`<xs:any/>`) + head, sequence(`<xs:element ref="t:h"/>`) + head, "no", "yes"},
	{"strict for lax elements", sequence(`<xs:any/>`), sequence(`<xs:any processContents="lax"/>`), "yes", "no"},
	{"strict wildcard that only xsi:type gets past", sequence(x), sequence(x + `<xs:any namespace="##other" minOccurs="0"/>`), "yes", "no"},
	{"strict wildcard before what differs", sequence(`<xs:any namespace="urn:o"/>` + x), sequence(`<xs:any namespace="urn:o"/>` + ox), "yes", "no"},
	{"lax for skipped elements", sequence(`<xs:any processContents="lax"/>`), sequence(`<xs:any processContents="skip"/>`), "yes", "no"},
	{"namespaces", sequence(`<xs:any namespace="urn:o" processContents="lax"/>`), sequence(`<xs:any namespace="##other" processContents="lax"/>`), "yes", "no"},
	{"local names", sequence(`<xs:any namespace="##other" processContents="lax"/>`), sequence(`<xs:any namespace="##any" processContents="lax"/>`), "yes", "no"},
	{"global element under a lax wildcard", sequence(`<xs:any processContents="lax"/>`), sequence(`<xs:any processContents="lax"/>`) + head, "no", "no"},
	{"type of a global element under a wildcard", sequence(`<xs:any processContents="lax"/>`) + `<xs:element name="h" type="xs:short"/>`, sequence(`<xs:any processContents="lax"/>`) + head, "yes", "no"},
	{"any type with a global element", sequence(`<xs:element name="x"/>`) + `<xs:element name="h" type="xs:short"/>`, sequence(`<xs:element name="x"/>`) + head, "yes", "no"},
	{"skip where elements are declared", sequence(`<xs:any namespace="urn:o" processContents="skip"/>`), sequence(`<xs:any namespace="urn:o" processContents="lax"/>`), "no", "yes"},
}

var simplePairs = []pair{
	{"enumeration value added", restricted("xs:string", `<xs:enumeration value="1"/>`), restricted("xs:string", `<xs:enumeration value="1"/><xs:enumeration value="2"/>`), "yes", "no"},
	{"order of an enumeration", restricted("xs:string", `<xs:enumeration value="1"/><xs:enumeration value="2"/>`), restricted("xs:string", `<xs:enumeration value="2"/><xs:enumeration value="1"/>`), "yes", "yes"},
	{"maxLength", restricted("xs:string", `<xs:maxLength value="200"/>`), restricted("xs:string", `<xs:maxLength value="201"/>`), "yes", "no"},
	{"bound", restricted("xs:int", `<xs:maxInclusive value="9"/>`), restricted("xs:int", `<xs:maxExclusive value="10"/>`), "yes", "yes"},
	{"pattern", restricted("xs:string", `<xs:pattern value="[0-9]{4}"/>`), restricted("xs:string", `<xs:pattern value="\d*"/>`), "yes", "no"},
	{"white space", restricted("xs:string", `<xs:whiteSpace value="collapse"/><xs:enumeration value="v"/>`), restricted("xs:string", `<xs:enumeration value="v"/>`), "no", "yes"},
	{"list", `<xs:element name="a" type="xs:int"/>`, `<xs:element name="a"><xs:simpleType><xs:list itemType="xs:int"/></xs:simpleType></xs:element>`, "yes", "no"},
	{"union", `<xs:element name="a" type="xs:int"/>`, `<xs:element name="a"><xs:simpleType><xs:union memberTypes="xs:int xs:date"/></xs:simpleType></xs:element>`, "yes", "no"},
}
