// Constraints on complex types, their content and redefinitions (Part 1, sections 3.4, 3.8, 3.9 and 4.2.2).

package schema

import (
	"strings"
	"testing"
)

func TestExtension(t *testing.T) {
	checkRules(t, []ruleCase{
		{name: "of itself", schema: `<xs:complexType name="a"><xs:complexContent>¶<xs:extension base="a"/></xs:complexContent></xs:complexType>`, rules: rules("ct-props-correct.3")},
		{name: "of a type that contains it", schema: `<xs:complexType name="a"><xs:sequence><xs:element name="e" minOccurs="0"><xs:complexType><xs:complexContent><xs:extension base="a"/></xs:complexContent></xs:complexType></xs:element></xs:sequence></xs:complexType>`},
		{name: "of a final type", schema: `<xs:complexType name="b" final="extension"/><xs:complexType name="a"><xs:complexContent>¶<xs:extension base="b"/></xs:complexContent></xs:complexType>`, rules: rules("cos-ct-extends.1.1")},
		{name: "of a final simple type", schema: `<xs:simpleType name="b" final="#all"><xs:restriction base="xs:int"/></xs:simpleType><xs:complexType name="a"><xs:simpleContent>¶<xs:extension base="b"/></xs:simpleContent></xs:complexType>`, rules: rules("cos-ct-extends.2.2")},
		{name: "mixed of element-only", schema: `<xs:complexType name="b"><xs:sequence><xs:element name="e"/></xs:sequence></xs:complexType><xs:complexType name="a"><xs:complexContent mixed="true">¶<xs:extension base="b"/></xs:complexContent></xs:complexType>`, rules: rules("cos-ct-extends.1.4.2.2.2.1")},
		{name: "element-only of mixed", schema: `<xs:complexType name="b" mixed="true"/><xs:complexType name="a"><xs:complexContent>¶<xs:extension base="b"><xs:sequence><xs:element name="e"/></xs:sequence></xs:extension></xs:complexContent></xs:complexType>`, rules: rules("cos-ct-extends.1.4.2.2.2.1")},
		{name: "elements of simple content", schema: `<xs:complexType name="b"><xs:simpleContent><xs:extension base="xs:int"/></xs:simpleContent></xs:complexType><xs:complexType name="a"><xs:complexContent>¶<xs:extension base="b"><xs:sequence><xs:element name="e"/></xs:sequence></xs:extension></xs:complexContent></xs:complexType>`, rules: rules("cos-ct-extends.1.4")},
		{name: "attributes of simple content", schema: `<xs:complexType name="b"><xs:simpleContent><xs:extension base="xs:int"/></xs:simpleContent></xs:complexType><xs:complexType name="a"><xs:complexContent><xs:extension base="b"><xs:attribute name="v"/></xs:extension></xs:complexContent></xs:complexType>`},
		{name: "nothing of simple content, with empty groups", schema: `<xs:complexType name="b"><xs:simpleContent><xs:extension base="xs:int"/></xs:simpleContent></xs:complexType><xs:complexType name="a"><xs:complexContent><xs:extension base="b"><xs:sequence/></xs:extension></xs:complexContent></xs:complexType>`},
		{name: "text of simple content", schema: `<xs:complexType name="b"><xs:simpleContent><xs:extension base="xs:int"/></xs:simpleContent></xs:complexType><xs:complexType name="a"><xs:complexContent mixed="true">¶<xs:extension base="b"/></xs:complexContent></xs:complexType>`, rules: rules("cos-ct-extends.1.4")},
		{name: "simple content of elements", schema: `<xs:complexType name="b"><xs:sequence/></xs:complexType><xs:complexType name="a"><xs:simpleContent>¶<xs:extension base="b"/></xs:simpleContent></xs:complexType>`, rules: rules("src-ct.2")},
		{name: "elements of a simple type", schema: `<xs:complexType name="a"><xs:complexContent>¶<xs:extension base="xs:int"/></xs:complexContent></xs:complexType>`, rules: rules("src-ct.1")},
		{name: "of an all group", schema: `<xs:complexType name="b">¶<xs:all><xs:element name="e"/></xs:all></xs:complexType><xs:complexType name="a"><xs:complexContent><xs:extension base="b"><xs:sequence><xs:element name="f"/></xs:sequence></xs:extension></xs:complexContent></xs:complexType>`, rules: rules("cos-all-limited.1.2")},
	})
}

// TestRestrictionInSubstitutionGroups: abstract members are of the group too (section 2.2.2.2, cos-particle-restrict 2).
func TestRestrictionInSubstitutionGroups(t *testing.T) {
	restriction := func(content string) string {
		return `<xs:element name="h"/><xs:element name="m" substitutionGroup="h" abstract="true"/><xs:element name="n" substitutionGroup="m"/><xs:element name="x"/>
<xs:complexType name="b"><xs:sequence><xs:element ref="h"/></xs:sequence></xs:complexType>
<xs:complexType name="r"><xs:complexContent><xs:restriction base="b"><xs:sequence>` + content + `</xs:sequence></xs:restriction></xs:complexContent></xs:complexType>`
	}
	checkRules(t, []ruleCase{
		{name: "to an abstract member", schema: restriction(`<xs:element ref="m"/>`)},
		{name: "to a member of that", schema: restriction(`<xs:element ref="n"/>`)},
		{name: "to a choice of one", schema: restriction(`<xs:choice><xs:element ref="m"/></xs:choice>`)},
		{name: "to a stranger", schema: restriction(`¶<xs:element ref="x"/>`), rules: rules("rcase-RecurseLax.2")},
		{name: "of a member to its head", schema: strings.Replace(restriction(`¶<xs:element ref="h"/>`), `ref="h"/></xs:sequence></xs:complexType>`, `ref="m"/></xs:sequence></xs:complexType>`, 1), rules: rules("rcase-RecurseLax.2")},
	})
}

func TestRestrictionOfTypes(t *testing.T) {
	base := `<xs:complexType name="b"><xs:sequence><xs:element name="e"/></xs:sequence><xs:attribute name="r" type="xs:int" use="required"/><xs:attribute name="f" fixed="x"/><xs:attribute name="o" type="xs:string"/><xs:anyAttribute namespace="urn:x urn:y" processContents="lax"/></xs:complexType>`
	restriction := func(attributes string) string {
		return base + "\n" + `<xs:complexType name="a"><xs:complexContent>¶<xs:restriction base="b"><xs:sequence><xs:element name="e"/></xs:sequence>` + attributes + `</xs:restriction></xs:complexContent></xs:complexType>`
	}
	at := func(attributes string) string { // the attribute is the culprit, not the restriction
		return strings.Replace(restriction(attributes), "¶<xs:restriction", "<xs:restriction", 1)
	}
	checkRules(t, []ruleCase{
		{name: "nothing changed", schema: at(``)},
		{name: "optional attribute prohibited", schema: at(`<xs:attribute name="o" use="prohibited"/>`)},
		{name: "required attribute prohibited", schema: restriction(`<xs:attribute name="r" use="prohibited"/>`), rules: rules("derivation-ok-restriction.3")},
		{name: "required attribute made optional", schema: at(`¶<xs:attribute name="r" type="xs:int"/>`), rules: rules("derivation-ok-restriction.2.1.1")},
		{name: "type not derived", schema: at(`¶<xs:attribute name="r" type="xs:string" use="required"/>`), rules: rules("derivation-ok-restriction.2.1.2")},
		{name: "type derived", schema: at(`<xs:attribute name="r" type="xs:byte" use="required"/>`)},
		{name: "fixed value lost", schema: at(`¶<xs:attribute name="f"/>`), rules: rules("derivation-ok-restriction.2.1.3")},
		{name: "new attribute", schema: at(`¶<xs:attribute name="n"/>`), rules: rules("derivation-ok-restriction.2.2")},
		{name: "wildcard narrowed", schema: at(`<xs:anyAttribute namespace="urn:x" processContents="strict"/>`)},
		{name: "wildcard widened", schema: restriction(`<xs:anyAttribute namespace="urn:x urn:z" processContents="strict"/>`), rules: rules("derivation-ok-restriction.4.2")},
		{name: "wildcard weakened", schema: restriction(`<xs:anyAttribute namespace="urn:x" processContents="skip"/>`), rules: rules("derivation-ok-restriction.4.3")},
		{name: "new wildcard", schema: `<xs:complexType name="b"/><xs:complexType name="a"><xs:complexContent>¶<xs:restriction base="b"><xs:anyAttribute/></xs:restriction></xs:complexContent></xs:complexType>`, rules: rules("derivation-ok-restriction.4.1")},
		{name: "final", schema: `<xs:complexType name="b" final="restriction"/><xs:complexType name="a"><xs:complexContent>¶<xs:restriction base="b"/></xs:complexContent></xs:complexType>`, rules: rules("derivation-ok-restriction.1")},
		{name: "elements dropped", schema: base + `<xs:complexType name="a"><xs:complexContent>¶<xs:restriction base="b"/></xs:complexContent></xs:complexType>`, rules: rules("derivation-ok-restriction.5.3")},
		{name: "elements of nothing", schema: `<xs:complexType name="b"/><xs:complexType name="a"><xs:complexContent>¶<xs:restriction base="b"><xs:sequence><xs:element name="e"/></xs:sequence></xs:restriction></xs:complexContent></xs:complexType>`, rules: rules("derivation-ok-restriction.5.4.1")},
		{name: "mixed of element-only", schema: base + `<xs:complexType name="a" mixed="true"><xs:complexContent>¶<xs:restriction base="b"><xs:sequence><xs:element name="e"/></xs:sequence></xs:restriction></xs:complexContent></xs:complexType>`, rules: rules("derivation-ok-restriction.5.4.1.2")},
		{name: "anything of the ur-type", schema: `<xs:complexType name="a"><xs:complexContent><xs:restriction base="xs:anyType"><xs:choice maxOccurs="7"><xs:element name="e"/></xs:choice><xs:attribute name="q"/><xs:anyAttribute processContents="skip"/></xs:restriction></xs:complexContent></xs:complexType>`},
	})
}

func TestRestrictionOfText(t *testing.T) {
	text := `<xs:complexType name="b"><xs:simpleContent><xs:extension base="xs:int"/></xs:simpleContent></xs:complexType><xs:complexType name="m" mixed="true"><xs:sequence><xs:element name="e" minOccurs="0"/></xs:sequence></xs:complexType>`
	restrict := func(base, content string) string {
		return text + "\n" + `<xs:complexType name="a"><xs:simpleContent>¶<xs:restriction base="` + base + `">` + content + `</xs:restriction></xs:simpleContent></xs:complexType>`
	}
	accepted := func(base, content string) string { return strings.Replace(restrict(base, content), "¶", "", 1) }
	checkRules(t, []ruleCase{
		{name: "facets", schema: accepted("b", `<xs:maxInclusive value="4"/>`)},
		{name: "facet without meaning", schema: strings.Replace(accepted("b", `<xs:maxInclusive value="q"/>`), "<xs:maxI", "¶<xs:maxI", 1), rules: rules("maxInclusive-valid-restriction")},
		{name: "derived type", schema: accepted("b", `<xs:simpleType><xs:restriction base="xs:byte"/></xs:simpleType>`)},
		{name: "other type", schema: strings.Replace(accepted("b", `<xs:simpleType><xs:restriction base="xs:string"/></xs:simpleType>`), "<xs:simpleType>", "¶<xs:simpleType>", 1), rules: rules("derivation-ok-restriction.5.2.2.1")},
		{name: "mixed with type", schema: accepted("m", `<xs:simpleType><xs:restriction base="xs:byte"/></xs:simpleType>`)},
		{name: "mixed without type", schema: restrict("m", ``), rules: rules("src-ct.2")},
		{name: "simple type", schema: restrict("xs:int", ``), rules: rules("src-ct.2")},
		{name: "empty type", schema: `<xs:complexType name="c"/>` + restrict("c", ``), rules: rules("src-ct.2")},
		{name: "mixed with elements that must occur", schema: `<xs:complexType name="c" mixed="true"><xs:sequence><xs:element name="e"/></xs:sequence></xs:complexType>` + restrict("c", `<xs:simpleType><xs:restriction base="xs:byte"/></xs:simpleType>`), rules: rules("src-ct.2")},
	})
}

func TestContentModels(t *testing.T) {
	checkRules(t, []ruleCase{
		{name: "minOccurs above maxOccurs", schema: `<xs:complexType name="a"><xs:sequence>¶<xs:element name="e" minOccurs="2"/></xs:sequence></xs:complexType>`, rules: rules("p-props-correct.2.1")},
		{name: "minOccurs without end", schema: `<xs:complexType name="a"><xs:sequence>¶<xs:element name="e" minOccurs="unbounded"/></xs:sequence></xs:complexType>`, rules: rules("s4s-att-invalid-value")},
		{name: "group of itself", schema: `<xs:group name="g"><xs:sequence>¶<xs:group ref="g" minOccurs="0"/></xs:sequence></xs:group><xs:complexType name="a"><xs:group ref="g"/></xs:complexType>`, rules: rules("mg-props-correct.2")},
		{name: "circle of groups", schema: `<xs:group name="g"><xs:sequence><xs:group ref="h"/></xs:sequence></xs:group><xs:group name="h"><xs:choice>¶<xs:group ref="g"/></xs:choice></xs:group>`, rules: rules("mg-props-correct.2")},
		{name: "ambiguous element", schema: `<xs:complexType name="a"><xs:sequence><xs:element name="e" minOccurs="0"/>¶<xs:element name="e"/></xs:sequence></xs:complexType>`, rules: rules("cos-nonambig")},
		{name: "ambiguous, and extended twice", schema: `<xs:complexType name="a"><xs:sequence><xs:element name="e" minOccurs="0"/>¶<xs:element name="e"/></xs:sequence></xs:complexType><xs:complexType name="b"><xs:complexContent><xs:extension base="a"/></xs:complexContent></xs:complexType><xs:complexType name="c"><xs:complexContent><xs:extension base="a"><xs:sequence><xs:element name="f"/></xs:sequence></xs:extension></xs:complexContent></xs:complexType>`, rules: rules("cos-nonambig")},
		{name: "ambiguous wildcard", schema: `<xs:complexType name="a"><xs:choice><xs:element name="e" form="qualified"/>¶<xs:any namespace="##targetNamespace"/></xs:choice></xs:complexType>`, rules: rules("cos-nonambig")},
		{name: "wildcard of other namespaces", schema: `<xs:complexType name="a"><xs:choice><xs:element name="e"/><xs:any namespace="##other"/></xs:choice></xs:complexType>`},
		{name: "ambiguous by substitution", schema: `<xs:element name="h" type="xs:int"/><xs:element name="s" substitutionGroup="h"/><xs:complexType name="a"><xs:choice><xs:element ref="h"/>¶<xs:element ref="s"/></xs:choice></xs:complexType>`, rules: rules("cos-nonambig")},
		{name: "counted", schema: `<xs:complexType name="a"><xs:sequence minOccurs="2" maxOccurs="3"><xs:element name="e" minOccurs="2" maxOccurs="2"/></xs:sequence></xs:complexType>`},
		{name: "two types of one name", schema: `<xs:complexType name="a"><xs:sequence><xs:element name="e" type="xs:int"/><xs:element name="f"/>¶<xs:element name="e" type="xs:string"/></xs:sequence></xs:complexType>`, rules: rules("cos-element-consistent")},
		{name: "one type of one name", schema: `<xs:complexType name="a"><xs:sequence><xs:element name="e" type="xs:int"/><xs:element name="f"/><xs:element name="e" type="xs:int"/></xs:sequence></xs:complexType>`},
		{name: "all in a sequence", schema: `<xs:group name="g"><xs:all><xs:element name="e"/></xs:all></xs:group><xs:complexType name="a"><xs:sequence>¶<xs:group ref="g"/></xs:sequence></xs:complexType>`, rules: rules("cos-all-limited.1.2")},
		{name: "all as content", schema: `<xs:group name="g"><xs:all><xs:element name="e"/></xs:all></xs:group><xs:complexType name="a"><xs:group ref="g" minOccurs="0"/></xs:complexType>`},
		{name: "all that repeats", schema: `<xs:group name="g"><xs:all><xs:element name="e"/></xs:all></xs:group><xs:complexType name="a">¶<xs:group ref="g" maxOccurs="2"/></xs:complexType>`, rules: rules("cos-all-limited.1.2")},
	})
}

// restrictionCase is a type with content base and a restriction of it with content own.
func restrictionCase(name, base, own string, broken ...string) ruleCase {
	return ruleCase{name: name, rules: broken, schema: `<xs:element name="h" type="xs:int"/><xs:element name="s" substitutionGroup="h"/>
<xs:complexType name="b">` + base + `</xs:complexType>
<xs:complexType name="a"><xs:complexContent><xs:restriction base="b">` + own + `</xs:restriction></xs:complexContent></xs:complexType>`}
}

func sequence(particles string) string { return "<xs:sequence>" + particles + "</xs:sequence>" }

// mixedElement has no simple type that could say which texts are the same value: they are compared as they are. Its type is the ur-type.
func mixedElement(fixed string) string { return `<xs:element name="e" fixed="` + fixed + `"/>` }

func TestRestrictionOfParticles(t *testing.T) {
	const e, optionalE, f, optionalF = `<xs:element name="e"/>`, `<xs:element name="e" minOccurs="0"/>`, `<xs:element name="f"/>`, `<xs:element name="f" minOccurs="0"/>`
	checkRules(t, []ruleCase{
		restrictionCase("optional sequence left out", sequence(e+`<xs:sequence minOccurs="0">`+f+`<xs:element name="g"/></xs:sequence>`), sequence(e)),
		restrictionCase("other name", sequence(e+f), sequence(e+`¶<xs:element name="g"/>`), "rcase-NameAndTypeOK.1"),
		restrictionCase("nillable", sequence(e+f), sequence(`¶<xs:element name="e" nillable="true"/>`+f), "rcase-NameAndTypeOK.2"),
		restrictionCase("occurs more often", sequence(e+f), sequence(`¶<xs:element name="e" maxOccurs="2"/>`+f), "rcase-NameAndTypeOK.3"),
		restrictionCase("occurs less often", sequence(`<xs:element name="e" minOccurs="0" maxOccurs="unbounded"/>`+f), sequence(`<xs:element name="e" minOccurs="2" maxOccurs="9"/>`+f)),
		restrictionCase("loses a fixed value", sequence(`<xs:element name="e" type="xs:int" fixed="1"/>`+f), sequence(`¶<xs:element name="e" type="xs:int"/>`+f), "rcase-NameAndTypeOK.4"),
		restrictionCase("spells a fixed value differently", sequence(`<xs:element name="e" type="xs:int" fixed="1"/>`+f), sequence(`<xs:element name="e" type="xs:int" fixed="+1"/>`+f)),
		restrictionCase("keeps the fixed value of mixed content", sequence(mixedElement("x")+f), sequence(mixedElement("x")+f)),
		restrictionCase("changes the fixed value of mixed content", sequence(mixedElement("x")+f), sequence(`¶`+mixedElement("y")+f), "rcase-NameAndTypeOK.4"),
		restrictionCase("adds an identity constraint", sequence(e+f), sequence(`¶<xs:element name="e"><xs:unique name="u"><xs:selector xpath="."/><xs:field xpath="@x"/></xs:unique></xs:element>`+f), "rcase-NameAndTypeOK.5"),
		restrictionCase("blocks less", sequence(`<xs:element name="e" block="extension"/>`+f), sequence(`¶<xs:element name="e"/>`+f), "rcase-NameAndTypeOK.6"),
		restrictionCase("type is not derived", sequence(`<xs:element name="e" type="xs:int"/>`+f), sequence(`¶<xs:element name="e" type="xs:string"/>`+f), "rcase-NameAndTypeOK.7"),
		restrictionCase("type is derived", sequence(`<xs:element name="e" type="xs:int"/>`+f), sequence(`<xs:element name="e" type="xs:byte"/>`+f)),

		restrictionCase("wildcard of another namespace", sequence(`<xs:any namespace="urn:x"/>`+f), sequence(`¶<xs:element name="e" form="qualified"/>`+f), "rcase-NSCompat.1"),
		restrictionCase("wildcard of fewer", sequence(`<xs:any namespace="##local"/><xs:any namespace="urn:x"/>`), sequence(`¶<xs:element name="e" maxOccurs="2"/><xs:any namespace="urn:x"/>`), "rcase-NSCompat.2"),
		restrictionCase("wildcard that takes it", sequence(`<xs:any namespace="##local"/>`), sequence(e)),
		restrictionCase("wildcard more often", sequence(`<xs:any/>`), sequence(`¶<xs:any maxOccurs="2"/>`), "rcase-NSSubset.1"),
		restrictionCase("wildcard of more", sequence(`<xs:any namespace="urn:x"/>`), sequence(`¶<xs:any namespace="urn:x urn:y"/>`), "rcase-NSSubset.2"),
		restrictionCase("wildcard weaker", sequence(`<xs:any/>`), sequence(`¶<xs:any processContents="lax"/>`), "rcase-NSSubset.3"),
		restrictionCase("wildcard for an element", sequence(e), sequence(`¶<xs:any/>`), "cos-particle-restrict.2"),
		restrictionCase("group in a wildcard", sequence(`<xs:any maxOccurs="3"/>`), sequence(e+f)),
		restrictionCase("group too large for a wildcard", sequence(`<xs:any maxOccurs="3"/>`), `¶<xs:sequence maxOccurs="2">`+e+f+`</xs:sequence>`, "rcase-NSRecurseCheckCardinality.2"),

		restrictionCase("sequence", sequence(e+optionalF), sequence(e)),
		restrictionCase("sequence more often", sequence(e+f), `¶<xs:sequence maxOccurs="2">`+e+f+`</xs:sequence>`, "rcase-Recurse.1"),
		restrictionCase("sequence in another order", sequence(e+f), sequence(`¶`+f+e), "rcase-NameAndTypeOK.1"),
		restrictionCase("sequence with more", sequence(e+f), sequence(e+f+`¶<xs:element name="g"/>`), "rcase-Recurse.2.1"),
		restrictionCase("sequence with too few", sequence(optionalE+f), sequence(e+`¶`+optionalE), "rcase-NameAndTypeOK.1"),
		restrictionCase("sequence without the last", sequence(e+f), sequence(`¶`+e), "rcase-Recurse.2.2"),
		restrictionCase("pointless groups", sequence(sequence(e+sequence(f))), sequence(e+f)),
		restrictionCase("nothing of something optional", `<xs:sequence minOccurs="0">`+e+`</xs:sequence>`, sequence(`<xs:element name="e" minOccurs="0" maxOccurs="0"/>`)),

		restrictionCase("choice of fewer", `<xs:choice>`+e+f+`</xs:choice>`, `<xs:choice>`+f+`</xs:choice>`),
		restrictionCase("choice in another order", `<xs:choice>`+e+f+`</xs:choice>`, `<xs:choice>`+f+`¶`+e+`</xs:choice>`, "rcase-RecurseLax.2"),
		restrictionCase("choice more often", `<xs:choice>`+e+f+`</xs:choice>`, `¶<xs:choice maxOccurs="2">`+e+f+`</xs:choice>`, "rcase-RecurseLax.1"),
		restrictionCase("element of a choice", `<xs:choice>`+e+f+`</xs:choice>`, sequence(e)),
		restrictionCase("element of a choice that repeats", `<xs:choice maxOccurs="unbounded">`+e+f+`</xs:choice>`, sequence(`<xs:element name="e" maxOccurs="5"/>`)),
		restrictionCase("sequence of a choice", `<xs:choice minOccurs="2" maxOccurs="2">`+e+f+`</xs:choice>`, sequence(f+e)),
		restrictionCase("sequence too long for a choice", `<xs:choice>`+e+f+`</xs:choice>`, `¶`+sequence(e+f), "rcase-MapAndSum.2"),
		restrictionCase("sequence with what is no alternative", `<xs:choice minOccurs="2" maxOccurs="2">`+e+f+`</xs:choice>`, sequence(f+`¶<xs:element name="g"/>`), "rcase-MapAndSum.1"),

		restrictionCase("all", `<xs:all>`+e+optionalF+`</xs:all>`, `<xs:all>`+e+`</xs:all>`),
		restrictionCase("sequence of an all group", `<xs:all>`+e+f+`</xs:all>`, sequence(f+e)),
		restrictionCase("sequence of an all group with more", `<xs:all>`+e+f+`</xs:all>`, sequence(f+e+`¶<xs:element name="g"/>`), "rcase-RecurseUnordered.2.2"),
		restrictionCase("sequence of an all group with less", `<xs:all>`+e+f+`<xs:element name="g"/></xs:all>`, `¶`+sequence(e+f), "rcase-RecurseUnordered.2.3"),
		restrictionCase("sequence of an all group more often", `<xs:all>`+e+f+`</xs:all>`, `¶<xs:sequence maxOccurs="2">`+e+f+`</xs:sequence>`, "rcase-RecurseUnordered.1"),
		restrictionCase("choice of a sequence", sequence(e+f), `¶<xs:choice>`+e+f+`</xs:choice>`, "cos-particle-restrict.2"),

		restrictionCase("choice of an element", sequence(e), `¶<xs:choice>`+e+f+`</xs:choice>`, "cos-particle-restrict.2"),

		restrictionCase("all of a choice", `<xs:choice minOccurs="2" maxOccurs="2">`+e+f+`</xs:choice>`, `¶<xs:all>`+e+f+`</xs:all>`, "cos-particle-restrict.2"),
		restrictionCase("all of a sequence", sequence(e+f), `¶<xs:all>`+e+f+`</xs:all>`, "cos-particle-restrict.2"),

		restrictionCase("member of a substitution group", sequence(`<xs:element ref="h"/>`), sequence(`<xs:element ref="s"/>`)),
		restrictionCase("repeated member of a substitution group", sequence(`<xs:element ref="h" maxOccurs="2"/>`), sequence(`<xs:element ref="s" maxOccurs="2"/>`)),
		restrictionCase("choice with what is not in the substitution group", sequence(`<xs:element ref="h"/>`), `<xs:choice>¶<xs:element name="e"/><xs:element ref="s"/></xs:choice>`, "rcase-RecurseLax.2"),
	})
}

func TestRedefinition(t *testing.T) {
	original := map[string]string{"old.xsd": `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:t" targetNamespace="urn:t">
<xs:complexType name="c"><xs:sequence><xs:element name="e"/></xs:sequence></xs:complexType>
<xs:simpleType name="s"><xs:restriction base="xs:int"/></xs:simpleType>
<xs:group name="g"><xs:sequence><xs:element name="e" minOccurs="0"/></xs:sequence></xs:group>
<xs:attributeGroup name="a"><xs:attribute name="x" type="xs:int"/></xs:attributeGroup><xs:attributeGroup name="w"><xs:anyAttribute/></xs:attributeGroup>
<xs:element name="root" type="c"/></xs:schema>`}
	redefine := func(components string) string {
		return `<xs:redefine schemaLocation="old.xsd">` + components + `</xs:redefine>`
	}
	cases := []ruleCase{
		{name: "extension", schema: redefine(`<xs:complexType name="c"><xs:complexContent><xs:extension base="c"><xs:attribute name="n"/></xs:extension></xs:complexContent></xs:complexType>`)},
		{name: "restriction", schema: redefine(`<xs:simpleType name="s"><xs:restriction base="s"><xs:maxInclusive value="9"/></xs:restriction></xs:simpleType>`)},
		{name: "not of itself", schema: redefine(`¶<xs:simpleType name="s"><xs:restriction base="xs:int"/></xs:simpleType>`), rules: rules("src-redefine.5")},
		{name: "not a derivation", schema: redefine(`¶<xs:complexType name="c"/>`), rules: rules("src-redefine.5")},
		{name: "of nothing", schema: redefine(`¶<xs:simpleType name="z"><xs:restriction base="z"/></xs:simpleType>`), rules: rules("src-expredef")},
		{name: "twice", schema: redefine(`<xs:simpleType name="s"><xs:restriction base="s"/></xs:simpleType>¶<xs:simpleType name="s"><xs:restriction base="s"/></xs:simpleType>`), rules: rules("sch-props-correct.2")},
		{name: "group with itself", schema: redefine(`<xs:group name="g"><xs:sequence><xs:group ref="g"/><xs:element name="f"/></xs:sequence></xs:group>`)},
		{name: "group with itself twice", schema: redefine(`<xs:group name="g"><xs:choice><xs:group ref="g"/>¶<xs:group ref="g"/></xs:choice></xs:group>`), rules: rules("src-redefine.6.1.1")},
		{name: "group with itself repeated", schema: redefine(`<xs:group name="g"><xs:sequence>¶<xs:group ref="g" minOccurs="0"/></xs:sequence></xs:group>`), rules: rules("src-redefine.6.1.2")},
		{name: "group restricted", schema: redefine(`<xs:group name="g"><xs:sequence><xs:element name="e"/></xs:sequence></xs:group>`)},
		{name: "group not restricted", schema: redefine(`<xs:group name="g"><xs:sequence>¶<xs:element name="f"/></xs:sequence></xs:group>`), rules: rules("rcase-NameAndTypeOK.1")},
		{name: "attribute group with itself", schema: redefine(`<xs:attributeGroup name="a"><xs:attributeGroup ref="a"/><xs:attribute name="y"/></xs:attributeGroup>`)},
		{name: "attribute group with itself twice", schema: redefine(`<xs:attributeGroup name="a"><xs:attributeGroup ref="a"/>¶<xs:attributeGroup ref="a"/></xs:attributeGroup>`), rules: rules("src-redefine.7.1")},
		{name: "attribute group not restricted", schema: redefine(`<xs:attributeGroup name="a">¶<xs:attribute name="y"/></xs:attributeGroup>`), rules: rules("src-redefine.7.2.2.2.2")},
		{name: "attribute group that checks less", schema: redefine(`¶<xs:attributeGroup name="w"><xs:anyAttribute processContents="lax"/></xs:attributeGroup>`), rules: rules("src-redefine.7.2.2.4.3")},
		{name: "attribute group restricted", schema: redefine(`<xs:attributeGroup name="a"><xs:attribute name="x" type="xs:byte"/></xs:attributeGroup>`)},
		{name: "nothing to redefine", schema: `¶<xs:redefine schemaLocation="missing.xsd"><xs:simpleType name="s"><xs:restriction base="s"/></xs:simpleType></xs:redefine>`, rules: rules("src-redefine.2")},
		{name: "nothing to redefine, and nothing redefined", schema: `<xs:redefine schemaLocation="missing.xsd"/>`},
	}
	for i := range cases {
		cases[i].files = original
	}
	checkRules(t, cases)
}
