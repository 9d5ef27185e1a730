// From representation to components: the mappings of Part 1, chapter 3.

package schema

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/xsd"
)

func TestComponents(t *testing.T) {
	tests := []struct {
		name, schema string
		files        map[string]string
		want         []string
	}{
		{
			name: "elements",
			schema: `<xs:element name="a" type="xs:int" default="1" nillable="true"/><xs:element name="b"/><xs:element name="c" substitutionGroup="a" block="#all" final="extension"/>
<xs:element name="d" abstract="true"><xs:simpleType><xs:list itemType="xs:int"/></xs:simpleType></xs:element>`,
			want: []string{
				`element t:a: xs:int default "1" nillable or c`, `element t:b: xs:anyType`,
				`element t:c: xs:int block extension+restriction+substitution final extension`, `element t:d: {list of xs:int} abstract`,
			},
		},
		{
			name: "qualified and not",
			schema: `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:t" elementFormDefault="qualified" blockDefault="restriction" finalDefault="#all">
<xs:complexType name="a"><xs:sequence><xs:element name="b" type="xs:int"/><xs:element name="c" type="xs:int" form="unqualified"/></xs:sequence><xs:attribute name="d"/><xs:attribute name="e" form="qualified" use="required"/></xs:complexType></xs:schema>`,
			want: []string{`type a: restriction of xs:anyType block restriction final extension+restriction @d @t:e!; (t:b:xs:int, c:xs:int)`},
		},
		{
			name: "occurrence, groups and wildcards",
			schema: `<xs:group name="g"><xs:choice><xs:element name="x" type="xs:int" minOccurs="0"/><xs:any namespace="##other" processContents="lax"/></xs:choice></xs:group>
<xs:complexType name="a"><xs:sequence minOccurs="0" maxOccurs="7"><xs:group ref="t:g" maxOccurs="unbounded"/><xs:element name="gone" maxOccurs="0" minOccurs="0"/></xs:sequence></xs:complexType>`,
			want: []string{
				`type a: restriction of xs:anyType; ((x:xs:int{0,1} | any(not urn:t, lax)){1,}){0,7}`,
				`group g: (x:xs:int{0,1} | any(not urn:t, lax))`,
			},
		},
		{
			name: "empty content",
			schema: `<xs:complexType name="a"/><xs:complexType name="b"><xs:sequence/></xs:complexType><xs:complexType name="c"><xs:choice minOccurs="0"/></xs:complexType><xs:complexType name="d"><xs:choice/></xs:complexType>
<xs:complexType name="e" mixed="true"/><xs:complexType name="f"><xs:sequence maxOccurs="0" minOccurs="0"><xs:element name="x"/></xs:sequence></xs:complexType>`,
			want: []string{
				`type a: restriction of xs:anyType; empty`, `type b: restriction of xs:anyType; empty`, `type c: restriction of xs:anyType; empty`,
				`type d: restriction of xs:anyType; ()`, `type e: restriction of xs:anyType; mixed ()`, `type f: restriction of xs:anyType; empty`,
			},
		},
		{
			name: "extension",
			schema: `<xs:complexType name="b"><xs:sequence><xs:element name="x" type="xs:int"/></xs:sequence><xs:attribute name="p"/><xs:anyAttribute namespace="urn:x"/></xs:complexType>
<xs:complexType name="c"><xs:complexContent><xs:extension base="b"><xs:choice><xs:element name="y" type="xs:int"/></xs:choice><xs:attribute name="q"/><xs:anyAttribute namespace="urn:y" processContents="skip"/></xs:extension></xs:complexContent></xs:complexType>
<xs:complexType name="d"><xs:complexContent><xs:extension base="c"/></xs:complexContent></xs:complexType>
<xs:complexType name="e"><xs:complexContent><xs:extension base="n"><xs:sequence><xs:element name="y" type="xs:int"/></xs:sequence></xs:extension></xs:complexContent></xs:complexType><xs:complexType name="n"/>`,
			want: []string{
				`type b: restriction of xs:anyType @p @any(urn:x, strict); (x:xs:int)`,
				`type c: extension of b @p @q @any(urn:x urn:y, skip); ((x:xs:int), (y:xs:int))`,
				`type d: extension of c @p @q @any(urn:x urn:y, skip); ((x:xs:int), (y:xs:int))`,
				`type e: extension of n; (y:xs:int)`, `type n: restriction of xs:anyType; empty`,
			},
		},
		{
			name: "restriction",
			schema: `<xs:complexType name="b"><xs:attribute name="p"/><xs:attribute name="q" type="xs:int"/><xs:attribute name="r"/><xs:anyAttribute/></xs:complexType>
<xs:complexType name="c"><xs:complexContent><xs:restriction base="b"><xs:attribute name="n"/><xs:attribute name="q" type="xs:byte" use="required"/><xs:attribute name="p" use="prohibited"/></xs:restriction></xs:complexContent></xs:complexType>`,
			want: []string{
				`type b: restriction of xs:anyType @p @q @r @any(##any, strict); empty`,
				`type c: restriction of b @q! @r @n; empty`,
			},
		},
		{
			name: "simple content",
			schema: `<xs:complexType name="b"><xs:simpleContent><xs:extension base="xs:decimal"><xs:attribute name="p"/></xs:extension></xs:simpleContent></xs:complexType>
<xs:complexType name="c"><xs:simpleContent><xs:restriction base="b"><xs:maxInclusive value=" 5 "/></xs:restriction></xs:simpleContent></xs:complexType>
<xs:complexType name="d"><xs:simpleContent><xs:restriction base="b"><xs:simpleType><xs:restriction base="xs:integer"/></xs:simpleType></xs:restriction></xs:simpleContent></xs:complexType>
<xs:complexType name="e"><xs:simpleContent><xs:extension base="c"/></xs:simpleContent></xs:complexType>`,
			want: []string{
				`type b: extension of xs:decimal @p; text xs:decimal`,
				`type c: restriction of b @p; text {restriction of xs:decimal maxInclusive=5}`,
				`type d: restriction of b @p; text {restriction of xs:integer}`,
				`type e: extension of c @p; text {restriction of xs:decimal maxInclusive=5}`,
			},
		},
		{
			name: "simple types",
			schema: `<xs:simpleType name="l" final="list restriction"><xs:list><xs:simpleType><xs:restriction base="xs:int"><xs:minInclusive value="0" fixed="true"/></xs:restriction></xs:simpleType></xs:list></xs:simpleType>
<xs:simpleType name="u"><xs:union memberTypes="xs:int l"><xs:simpleType><xs:restriction base="xs:string"><xs:enumeration value=" a "/></xs:restriction></xs:simpleType></xs:union></xs:simpleType>`,
			want: []string{
				`type l: list of {restriction of xs:int minInclusive=0!} final restriction+list`,
				`type u: union of xs:int, l, {restriction of xs:string enumeration= a }`,
			},
		},
		{
			name: "attributes",
			schema: `<xs:attribute name="a" type="xs:int" fixed="1"/><xs:attribute name="b"><xs:simpleType><xs:list itemType="xs:int"/></xs:simpleType></xs:attribute>
<xs:attributeGroup name="g"><xs:attribute ref="a"/><xs:attribute name="c" default="x"/><xs:anyAttribute namespace="urn:x urn:y" processContents="lax"/></xs:attributeGroup>
<xs:attributeGroup name="h"><xs:attributeGroup ref="g"/><xs:anyAttribute namespace="urn:y urn:z"/></xs:attributeGroup><xs:notation name="n" public="p" system="s"/>`,
			want: []string{
				`attribute t:a: xs:int fixed "1"`, `attribute t:b: {list of xs:int}`,
				`attributes g:  @t:a @c default "x" @any(urn:x urn:y, lax)`, `attributes h:  @t:a @c default "x" @any(urn:y, strict)`, `notation n: p s`,
			},
		},
		{
			name:   "a document without namespace takes on the including one's",
			schema: `<xs:include schemaLocation="n.xsd"/><xs:element name="a" type="c"/>`,
			files: map[string]string{"n.xsd": `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:complexType name="c"><xs:sequence><xs:element ref="e"/><xs:element name="l" type="s"/></xs:sequence></xs:complexType>
<xs:element name="e" type="s"/><xs:simpleType name="s"><xs:restriction base="xs:int"/></xs:simpleType></xs:schema>`},
			want: []string{
				`element t:a: c`, `element t:e: s`, `type c: restriction of xs:anyType; (t:e, l:s)`, `type s: restriction of xs:int`,
			},
		},
		{
			name: "redefinition takes the original's place",
			schema: `<xs:redefine schemaLocation="n.xsd"><xs:complexType name="c"><xs:complexContent><xs:extension base="c"><xs:attribute name="x"/></xs:extension></xs:complexContent></xs:complexType>
<xs:group name="g"><xs:sequence><xs:group ref="g"/><xs:element name="f" type="xs:int"/></xs:sequence></xs:group><xs:attributeGroup name="h"><xs:attributeGroup ref="h"/><xs:attribute name="n"/></xs:attributeGroup></xs:redefine>`,
			files: map[string]string{"n.xsd": `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:t" xmlns="urn:t"><xs:element name="a" type="c"/><xs:complexType name="c"><xs:group ref="g"/><xs:attributeGroup ref="h"/></xs:complexType>
<xs:group name="g"><xs:sequence><xs:element name="e" type="xs:int"/></xs:sequence></xs:group><xs:attributeGroup name="h"><xs:attribute name="m"/></xs:attributeGroup></xs:schema>`},
			want: []string{
				`element t:a: c`, `type c: extension of c @m @n @x; ((e:xs:int), f:xs:int)`,
				`group g: ((e:xs:int), f:xs:int)`, `attributes h:  @m @n`,
			},
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			c := ruleCase{schema: test.schema, files: test.files}
			text, _ := c.document()
			set, err := c.build(text)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(test.want, described(set)); diff != "" {
				t.Errorf("components differ (-want +got):\n%s", diff)
			}
		})
	}
}

func TestSubstitutes(t *testing.T) {
	const types = `<xs:complexType name="b" block="extension"/><xs:complexType name="r"><xs:complexContent><xs:restriction base="b"/></xs:complexContent></xs:complexType><xs:complexType name="x"><xs:complexContent><xs:extension base="b"/></xs:complexContent></xs:complexType>`
	tests := []struct {
		name, elements string
		want           []string
	}{
		{"transitive", `<xs:element name="h"/><xs:element name="i" substitutionGroup="h"/><xs:element name="j" substitutionGroup="i"/>`, []string{"i", "j"}},
		{"abstract member", `<xs:element name="h"/><xs:element name="i" substitutionGroup="h" abstract="true"/><xs:element name="j" substitutionGroup="i"/>`, []string{"j"}},
		{"substitution blocked", `<xs:element name="h" block="substitution"/><xs:element name="i" substitutionGroup="h"/>`, nil},
		{"blocked by the element", `<xs:element name="h" type="b" block="restriction"/><xs:element name="i" type="r" substitutionGroup="h"/><xs:element name="j" type="b" substitutionGroup="h"/>`, []string{"j"}},
		{"blocked by the type", `<xs:element name="h" type="b"/><xs:element name="i" type="x" substitutionGroup="h"/><xs:element name="j" type="r" substitutionGroup="h"/>`, []string{"j"}},
		{"blocked by a type between", `<xs:element name="h"/><xs:element name="i" type="x" substitutionGroup="h"/><xs:element name="j" type="r" substitutionGroup="h"/>`, []string{"j"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			set, err := buildText(types + test.elements)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(test.want, sortedNames(set.Element(Name{Space: "urn:t", Local: "h"}).Substitutes)); diff != "" {
				t.Errorf("substitutes differ (-want +got):\n%s", diff)
			}
		})
	}
}

func TestExtensionsShareTheContentOfTheirBase(t *testing.T) {
	set, err := buildText(`<xs:complexType name="a"><xs:complexContent><xs:extension base="xs:anyType"/></xs:complexContent></xs:complexType>`)
	if err != nil {
		t.Fatal(err)
	}
	if got := set.Types[0].(*ComplexType).Content; got != AnyType().Content {
		t.Errorf("the content is %s, not that of xs:anyType", describeContent(got))
	}
}

func TestLookup(t *testing.T) {
	set, err := buildText(`<xs:element name="n"/><xs:attribute name="n"/><xs:complexType name="n"/><xs:group name="n"><xs:sequence/></xs:group><xs:attributeGroup name="n"/><xs:notation name="n" public="p"/>`)
	if err != nil {
		t.Fatal(err)
	}
	here, nowhere := Name{Space: "urn:t", Local: "n"}, Name{Local: "n"}
	got := []bool{
		set.Element(here) != nil, set.Attribute(here) != nil, set.Type(here) != nil, set.Group(here) != nil, set.AttributeGroup(here) != nil, set.Notation(here) != nil,
		set.Element(nowhere) != nil, set.Attribute(nowhere) != nil, set.Type(nowhere) != nil, set.Group(nowhere) != nil, set.AttributeGroup(nowhere) != nil, set.Notation(nowhere) != nil,
		set.Type(Name{Space: XSDNamespace, Local: "date"}) == Type(BuiltIn("date")), set.Type(Name{Space: XSDNamespace, Local: "anyType"}) == Type(AnyType()),
		set.Type(Name{Space: XSDNamespace, Local: "dat"}) != nil,
	}
	want := []bool{true, true, true, true, true, true, false, false, false, false, false, false, true, true, false}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("lookups differ (-want +got):\n%s", diff)
	}
}

func TestBuiltIns(t *testing.T) {
	tests := []struct {
		local, base, variety string
	}{
		{"anySimpleType", "anyType", "absent"},
		{"string", "anySimpleType", "atomic string"},
		{"NCName", "Name", "atomic string"},
		{"unsignedByte", "unsignedShort", "atomic decimal"},
		{"NMTOKENS", "", "list of NMTOKEN"}, // restricts an anonymous list: it has a minLength
	}
	for _, test := range tests {
		typ := BuiltIn(test.local)
		variety := "absent"
		switch v := typ.Variety.(type) {
		case *Atomic:
			variety = "atomic " + v.Primitive.Name.Local
		case *List:
			variety = "list of " + v.Item.Name.Local
		}
		if diff := cmp.Diff([]string{test.base, variety}, []string{typ.Base.TypeName().Local, test.variety}); diff != "" {
			t.Errorf("xs:%s differs (-want +got):\n%s", test.local, diff)
		}
		if typ.Runtime != xsd.BuiltIn(test.local) {
			t.Errorf("xs:%s has another runtime type", test.local)
		}
	}
	if BuiltIn("") != nil || BuiltIn("NMTOKENS").Base.(*SimpleType).Base != Type(AnySimpleType()) {
		t.Error("the list that xs:NMTOKENS restricts has a name, or another base")
	}
	if AnyType().BaseType() != nil || AnyType().Content.(*ElementContent).Model() == nil {
		t.Error("xs:anyType has a base, or no content model")
	}
}

func TestDerivedFrom(t *testing.T) {
	set, err := buildText(`<xs:simpleType name="s"><xs:restriction base="xs:byte"/></xs:simpleType><xs:simpleType name="u"><xs:union memberTypes="xs:int xs:date"/></xs:simpleType>
<xs:complexType name="b"><xs:simpleContent><xs:extension base="s"/></xs:simpleContent></xs:complexType><xs:complexType name="r"><xs:simpleContent><xs:restriction base="b"/></xs:simpleContent></xs:complexType>`)
	if err != nil {
		t.Fatal(err)
	}
	find := func(name string) Type {
		if local, ok := strings.CutPrefix(name, "xs:"); ok {
			return BuiltInType(local)
		}
		return set.Type(Name{Space: "urn:t", Local: name})
	}
	tests := []struct {
		derived, base string
		blocked       Derivation
		want          bool
	}{
		{"s", "s", Restriction, true},
		{"s", "xs:int", 0, true},
		{"s", "xs:int", Restriction, false},
		{"s", "xs:unsignedByte", 0, false},
		{"s", "u", 0, true},
		{"xs:string", "u", 0, false},
		{"u", "xs:anySimpleType", 0, true},
		{"u", "xs:anyType", 0, true},
		{"xs:anySimpleType", "xs:anyType", 0, true},
		{"r", "b", 0, true},
		{"r", "b", Restriction, false},
		{"r", "s", 0, true},
		{"r", "s", Extension, false},
		{"b", "xs:anyType", 0, true},
		{"b", "r", 0, false},
		{"xs:anyType", "s", 0, false},
	}
	for _, test := range tests {
		if got := DerivedFrom(find(test.derived), find(test.base), DerivationSet(test.blocked)); got != test.want {
			t.Errorf("%s derived from %s without %d: %t, want %t", test.derived, test.base, test.blocked, got, test.want)
		}
	}
}

func TestAnnotations(t *testing.T) {
	set, err := buildText(`<xs:element name="a" t:note="n"><xs:annotation><xs:documentation>one <b>two</b></xs:documentation><xs:documentation/><xs:appinfo>x<t:y z="&lt;&quot;">1 &amp; 2</t:y></xs:appinfo></xs:annotation></xs:element>`)
	if err != nil {
		t.Fatal(err)
	}
	want := Annotation{
		Documentation: []string{"one two", ""},
		AppInfo:       []string{`x<t:y z="&lt;&quot;">1 &amp; 2</t:y>`},
		Foreign:       []ForeignAttribute{{Name{Space: "urn:t", Local: "note"}, "n"}},
	}
	if diff := cmp.Diff(want, set.Elements[0].Annotation); diff != "" {
		t.Errorf("annotation differs (-want +got):\n%s", diff)
	}
}

func TestIdentityConstraints(t *testing.T) {
	set, err := buildText(`<xs:element name="a"><xs:key name="k"><xs:selector xpath=" .//t:b/child::* | . "/><xs:field xpath="./c/@t:d"/><xs:field xpath="attribute::* | t:*"/></xs:key>
<xs:keyref name="r" refer="t:k"><xs:selector xpath="t:b"/><xs:field xpath="."/><xs:field xpath="@x"/></xs:keyref></xs:element>`)
	if err != nil {
		t.Fatal(err)
	}
	in := func(local string) NameTest { return NameTest{Name: Name{Space: "urn:t", Local: local}} }
	key, ref := set.Elements[0].IdentityConstraints[0], set.Elements[0].IdentityConstraints[1]
	want := [][]Path{
		{{Descendants: true, Steps: []Step{{Test: in("b")}, {Test: NameTest{AnyName: true}}}}, {}},
		{{Steps: []Step{{Test: NameTest{Name: Name{Local: "c"}}}, {Attribute: true, Test: in("d")}}}},
		{{Steps: []Step{{Attribute: true, Test: NameTest{AnyName: true}}}}, {Steps: []Step{{Test: NameTest{AnyLocal: true, Name: Name{Space: "urn:t"}}}}}},
	}
	if diff := cmp.Diff(want, [][]Path{key.Selector.Paths, key.Fields[0].Paths, key.Fields[1].Paths}); diff != "" {
		t.Errorf("paths differ (-want +got):\n%s", diff)
	}
	if ref.Refer != key || key.Kind != Key || ref.Kind != KeyRef {
		t.Error("the keyref does not refer to the key")
	}
}

func TestXPathFaults(t *testing.T) {
	ns := xsd.Prefixes{"p": "urn:p"}
	for _, x := range []string{"", "/a", "a//b", "a/.//b", "..", "a[1]", "a|", "|a", "@a/b", "p:", "p: a", "q:a", "a b", "child::", "descendant::a", "a/", "1a", "text()", "./", ".//"} {
		if paths, err := parseXPath(x, true, ns); err == nil {
			t.Errorf("%q is accepted as %v", x, paths)
		}
	}
	for _, x := range []string{"child", "attribute", "child/attribute", "child :: p:a", "@ a", ". / a", "*/p:*", "././."} {
		if _, err := parseXPath(x, true, ns); err != nil {
			t.Errorf("%q is refused: %v", x, err)
		}
	}
}
