// Package attacks holds input that is made to cost more than it is long: known attacks on parsers, validators and schema compilers. Each is
// a text that grows with a number. Its test counts the steps that reading takes, block by block of the program, and holds them to the length.
package attacks

import (
	"fmt"
	"math"
	"strings"
	utf16pkg "unicode/utf16"
)

// A Way is how input reaches us.
type Way string

// The ways in.
const (
	Tokens   Way = "tokens"   // the XML reader alone, over bytes and over a stream
	Generic  Way = "generic"  // a generated type with content of any kind, strict and tolerant, and written back
	Elements Way = "elements" // xsd.Range over a stream
	Judged   Way = "judged"   // the validator
	JSON     Way = "json"     // the JSON reader alone, over bytes and over a stream
	Values   Way = "values"   // a generated type from JSON, and written back
	Keyed    Way = "keyed"    // a generated type with keys and references to them, its stream, and the validator
	Schema   Way = "schema"   // compiling a schema
	Files    Way = "files"    // compiling a schema of several files
)

// An Attack is a text of a size, for some ways in.
type Attack struct {
	Name string
	Ways []Way
	Text func(n int) string
	Size int // n at first; then it is four times as much
}

var (
	xmlWays  = []Way{Tokens, Generic, Elements, Judged}
	jsonWays = []Way{JSON, Values}
	schemas  = []Way{Schema}
	files    = []Way{Files}
	keyed    = []Way{Keyed}
)

// All are the attacks.
var All = concat(documents, declarations, tables, texts, compiled, included)

func concat(lists ...[]Attack) (all []Attack) {
	for _, list := range lists {
		all = append(all, list...)
	}
	return all
}

// numbered repeats a format with the numbers from 0.
func numbered(n int, format string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, format, i)
	}
	return b.String()
}

// within puts content into the element of any kind that the generated type holds.
func within(content string) string {
	return `<root xmlns="urn:case"><anything>` + content + `</anything></root>`
}

// colliding is a format of names alike in length, ends and middle, which is what the table of known names looks at first.
const colliding = "aaaaaaaa%08dbbbbbbbbccccccccdddddddd"

// utf16 encodes text with a mark of the order, most significant byte first, and appends bytes as they are.
func utf16(text, bytes string) string {
	var b strings.Builder
	b.WriteString("\xFE\xFF")
	for _, unit := range utf16pkg.Encode([]rune(text)) {
		b.WriteByte(byte(unit >> 8))
		b.WriteByte(byte(unit))
	}
	return b.String() + bytes
}

// documents attack readers of XML.
var documents = []Attack{
	{"elements inside each other", xmlWays, func(n int) string { return within(strings.Repeat("<a>", n) + strings.Repeat("</a>", n)) }, 200},
	{"elements inside each other that declare prefixes", xmlWays, func(n int) string {
		return within(numbered(n, "<a xmlns:p%d='u'>") + strings.Repeat("</a>", n))
	}, 200},
	{"beside each other under many prefixes", xmlWays, func(n int) string {
		return within("<a" + numbered(n, " xmlns:p%[1]d='u%[1]d'") + ">" + strings.Repeat("<b/>", 10*n) + "</a>")
	}, 200},
	{"many attributes", xmlWays, func(n int) string { return within("<a" + numbered(n, " a%d=''") + "/>") }, 200},
	{"many attributes of many namespaces", xmlWays, func(n int) string {
		return within("<a" + numbered(n, " xmlns:p%[1]d='u%[1]d' p%[1]d:a=''") + "/>")
	}, 100},
	{"too many attributes", xmlWays, func(n int) string { return within("<a" + numbered(n, " a%d=''") + "/>") }, 20_000},
	{"one prefix declared again and again", xmlWays, func(n int) string { return within(strings.Repeat("<a xmlns:p='u'><b xmlns:p='v'/></a>", n)) }, 1000},
	{"< and > in an attribute", xmlWays, func(n int) string { return within("<a b='" + strings.Repeat("&lt;>", n) + "'/>") }, 20_000},
	{"> in an attribute", xmlWays, func(n int) string { return within("<a b='" + strings.Repeat(">", n) + "'/>") }, 100_000},
	{"a text of many parts", xmlWays, func(n int) string { return within(strings.Repeat("x<!-- -->&amp;<![CDATA[]]>", n)) }, 5000},
	{"brackets", xmlWays, func(n int) string { return within(strings.Repeat("]] ]", n)) }, 20_000},
	{"digits without end", xmlWays, func(n int) string { return within("&#x" + strings.Repeat("0", n) + "41;") }, 50_000},
	{"a comment of hyphens", xmlWays, func(n int) string { return within("<!--" + strings.Repeat("- ", n) + "-->") }, 50_000},
	{"instructions", xmlWays, func(n int) string { return within(strings.Repeat("<?p ??>", n)) }, 10_000},
	{"carriage returns", xmlWays, func(n int) string { return within(strings.Repeat("\r\r\n", n)) }, 30_000},
	{"a long name", xmlWays, func(n int) string { return within("<" + strings.Repeat("a", n) + "/>") }, 1000},
	{"names beyond ASCII", xmlWays, func(n int) string { return within(strings.Repeat("<øå/>", n)) }, 5000},
	{"white space in tags", xmlWays, func(n int) string { return within("<a" + strings.Repeat(" \n", n) + "/>") }, 50_000},
	{"white space between elements", xmlWays, func(n int) string { return within(strings.Repeat("  <a/>\n", n)) }, 5000},
	{"a tag that is not closed", xmlWays, func(n int) string { return within("<a b='" + strings.Repeat("x", n)) }, 100_000},
	{"unknown elements", xmlWays, func(n int) string { return `<root xmlns="urn:case">` + numbered(n, "<a%d/>") + `</root>` }, 2000},
	{"too many prefixes", xmlWays, func(n int) string { return within("<a" + numbered(n, " xmlns:p%[1]d='u'") + "/>") }, 20_000},
	{"element names that collide", xmlWays, func(n int) string { return within(numbered(n, "<"+colliding+"/>")) }, 2000},
	{"attribute names that collide", xmlWays, func(n int) string { return within("<a" + numbered(n, " "+colliding+"=''") + "/>") }, 200},
	{"pairs of surrogates in UTF-16", xmlWays, func(n int) string { return utf16(within(strings.Repeat("\U0001F600", n)), "") }, 10_000},
	{"a surrogate alone in UTF-16", xmlWays, func(n int) string {
		return utf16(`<root xmlns="urn:case"><anything>`+strings.Repeat("\U0001F600", n), "\xD8\x3D"+strings.Repeat("\x00a", n))
	}, 10_000},
	{"XML declarations", xmlWays, func(n int) string { return strings.Repeat("<?xml version='1.0'?>", n) + within("") }, 5000},
}

// declarations attack readers of document type declarations.
var declarations = []Attack{
	{"entities that double", xmlWays, func(n int) string {
		return "<!DOCTYPE root [<!ENTITY e0 'x'>" + doubling(n) + "]>" + within(fmt.Sprintf("&e%d;", n))
	}, 40},
	{"entities that double nothing", xmlWays, func(n int) string {
		return "<!DOCTYPE root [<!ENTITY e0 ''>" + doubling(n) + "]>" + within(fmt.Sprintf("&e%d;", n))
	}, 40},
	{"entities inside each other", xmlWays, func(n int) string {
		return "<!DOCTYPE root [" + numbered(n, "<!ENTITY e%d '") + "]>" + within("")
	}, 1000},
	{"a chain of entities", xmlWays, func(n int) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, "<!ENTITY c%d '&c%d;'>", i, i+1)
		}
		return "<!DOCTYPE root [" + b.String() + "]>" + within("&c0;")
	}, 200},
	{"a circle of entities", xmlWays, func(n int) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, "<!ENTITY c%d '&c%d;'>", i, (i+1)%n)
		}
		return "<!DOCTYPE root [" + b.String() + "]>" + within("&c0;")
	}, 200},
	{"a long entity often", xmlWays, func(n int) string {
		return "<!DOCTYPE root [<!ENTITY e '" + strings.Repeat("x", n) + "'>]>" + within(strings.Repeat("&e;", n))
	}, 4000},
	{"a small entity often", xmlWays, func(n int) string {
		return "<!DOCTYPE root [<!ENTITY e 'x'>]>" + within(strings.Repeat("&e;", n))
	}, 20_000},
	{"many declarations of one attribute", xmlWays, func(n int) string {
		return "<!DOCTYPE root [" + strings.Repeat("<!ATTLIST a b CDATA 'x'>", n) + "]>" + within(strings.Repeat("<a/>", n))
	}, 1000},
	{"many attributes declared, many elements", xmlWays, func(n int) string {
		return "<!DOCTYPE root [<!ATTLIST a " + numbered(n, " b%d CDATA #IMPLIED") + ">]>" + within(strings.Repeat("<a/>", n))
	}, 1000},
	{"a long default often", xmlWays, func(n int) string {
		return "<!DOCTYPE root [<!ATTLIST a b CDATA '" + strings.Repeat("x", n) + "'>]>" + within(strings.Repeat("<a/>", n))
	}, 4000},
	{"parentheses", xmlWays, func(n int) string {
		return "<!DOCTYPE root [<!ELEMENT a " + strings.Repeat("(", n) + "b" + strings.Repeat(")", n) + ">]>" + within("")
	}, 10_000},
	{"a declaration that is not closed", xmlWays, func(n int) string { return "<!DOCTYPE root [" + numbered(n, "<!ENTITY e%d 'x'>") }, 2000},
	{"parameter entities", xmlWays, func(n int) string { return "<!DOCTYPE root [" + strings.Repeat("%p;", n) + "]>" + within("") }, 5000},
}

func doubling(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "<!ENTITY e%d '&e%d;&e%d;'>", i+1, i, i)
	}
	return b.String()
}

// shop is a document with keys and references.
func shop(products, lines string) string {
	return `<root xmlns="urn:case">` + products + `<order>` + lines + `</order></root>`
}

// tables attack whoever checks identity constraints: 200,000 rows at four times the size.
var tables = []Attack{
	{"keys", keyed, func(n int) string { return shop(numbered(n, "<product id='%d'/>"), "<line product='0'/>") }, 50_000},
	{"keys and references", keyed, func(n int) string {
		return shop(numbered(n, "<product id='%d'/>"), numbered(n, "<line product='%d'/>"))
	}, 25_000},
	{"one key again and again", keyed, func(n int) string {
		return shop(strings.Repeat("<product id='1'/>", n), "<line product='1'/>")
	}, 50_000},
	{"references to nothing", keyed, func(n int) string {
		return shop("<product id='-1'/>", numbered(n, "<line product='%d'/>"))
	}, 50_000},
	{"names told apart by their end", keyed, func(n int) string {
		return shop(numbered(n, "<product id='%[1]d'><name>"+strings.Repeat("x", 100)+"%[1]d</name></product>"), "<line product='0'/>")
	}, 10_000},
}

// texts attack readers of JSON.
var texts = []Attack{
	{"arrays inside each other", jsonWays, func(n int) string { return `{"anything":` + strings.Repeat("[", n) + strings.Repeat("]", n) + "}" }, 200},
	{"objects inside each other", jsonWays, func(n int) string {
		return `{"anything":` + strings.Repeat(`{"a":`, n) + "1" + strings.Repeat("}", n+1)
	}, 200},
	{"contents inside each other", jsonWays, func(n int) string {
		return `{"anything":` + strings.Repeat(`{"#content":[{"a":`, n) + "{}" + strings.Repeat("}]}", n) + "}"
	}, 100},
	{"many members", jsonWays, func(n int) string { return `{"anything":{` + numbered(n, `"k%d":1,`) + `"z":1}}` }, 2000},
	{"a key twice", jsonWays, func(n int) string { return `{"anything":{` + numbered(n, `"k%d":1,`) + `"k0":1}}` }, 2000},
	{"attributes of as many namespaces", jsonWays, func(n int) string {
		return `{"anything":{` + numbered(n, `"@{u%d}a":"",`) + `"@{}a":""}}`
	}, 2000},
	{"children of as many namespaces under an element of many", jsonWays, func(n int) string {
		return `{"anything":{` + numbered(n, `"@{u%d}a":"",`) + `"#content":["x"` + numbered(n, `,{"{v%[1]d}b":{"@{w%[1]d}c":""}}`) + `]}}`
	}, 2000},
	{"elements of as many namespaces inside each other", jsonWays, func(n int) string {
		return `{"anything":` + numbered(n, `{"@{u%[1]d}a":"","#content":[{"{v%[1]d}b":`) + `""` + strings.Repeat("}]}", n) + `}`
	}, 60},
	{"many items", jsonWays, func(n int) string { return `{"anything":[0` + strings.Repeat(",1", n) + "]}" }, 10_000},
	{"a long number", jsonWays, func(n int) string { return `{"anything":` + strings.Repeat("1", n) + "}" }, 1000},
	{"a number far too long", jsonWays, func(n int) string { return `{"anything":` + strings.Repeat("1", n) + "}" }, 100_000},
	{"a large exponent", jsonWays, func(n int) string { return `{"anything":1e` + strings.Repeat("9", n) + "}" }, 500},
	{"escapes", jsonWays, func(n int) string { return `{"anything":"` + strings.Repeat(`\u00e6\n`, n) + `"}` }, 10_000},
	{"surrogates", jsonWays, func(n int) string { return `{"anything":"` + strings.Repeat(`\ud83d\ude00`, n) + `"}` }, 5000},
	{"a surrogate alone", jsonWays, func(n int) string { return `{"anything":["` + strings.Repeat(`\ud83d\ude00`, n) + `","\ud83d"]}` }, 5000},
	{"keys that collide", jsonWays, func(n int) string { return `{"anything":{` + numbered(n, `"`+colliding+`":1,`) + `"z":1}}` }, 2000},
	{"a string that is not closed", jsonWays, func(n int) string { return `{"anything":"` + strings.Repeat("x", n) }, 50_000},
	{"white space", jsonWays, func(n int) string { return `{"anything":` + strings.Repeat(" \n", n) + "1}" }, 50_000},
}

// inSchema puts components into a schema.
func inSchema(components string) string {
	return `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:a" targetNamespace="urn:a">` + components + `</xs:schema>`
}

// compiled attack the compiler.
var compiled = []Attack{
	{"a chain of extensions", schemas, func(n int) string {
		body := `<xs:complexType name="t0"><xs:sequence><xs:element name="e" type="xs:int"/></xs:sequence></xs:complexType>`
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, `<xs:complexType name="t%d"><xs:complexContent><xs:extension base="t%d"><xs:sequence><xs:element name="e%d" type="xs:int"/></xs:sequence></xs:extension></xs:complexContent></xs:complexType>`, i+1, i, i)
		}
		return inSchema(body + b.String())
	}, 100},
	{"any attributes of many namespaces", schemas, func(n int) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, `<xs:attributeGroup name="g%d"><xs:attributeGroup ref="g%d"/><xs:anyAttribute namespace="%s"/></xs:attributeGroup>`, i+1, i, numbered(n, "urn:n%d "))
		}
		return inSchema(`<xs:attributeGroup name="g0"><xs:anyAttribute namespace="urn:a"/></xs:attributeGroup>` + b.String())
	}, 20},
	{"groups that double", schemas, func(n int) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, `<xs:group name="g%d"><xs:sequence><xs:group ref="g%d"/><xs:group ref="g%d"/></xs:sequence></xs:group>`, i+1, i, i)
		}
		return inSchema(`<xs:group name="g0"><xs:sequence><xs:element name="e" type="xs:int" minOccurs="0"/></xs:sequence></xs:group>` + b.String())
	}, 8},
	{"unions that double", schemas, func(n int) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, `<xs:simpleType name="u%d"><xs:union memberTypes="u%d u%d"/></xs:simpleType>`, i+1, i, i)
		}
		return inSchema(`<xs:simpleType name="u0"><xs:union memberTypes="xs:int xs:date"/></xs:simpleType>` + b.String())
	}, 10},
	{"a long sequence of optional elements", schemas, func(n int) string {
		return inSchema(`<xs:complexType name="t"><xs:sequence>` + numbered(n, `<xs:element name="e%d" type="xs:int" minOccurs="0"/>`) + `</xs:sequence></xs:complexType>`)
	}, 100},
	{"a wide repeated choice", schemas, func(n int) string {
		return inSchema(`<xs:complexType name="t"><xs:choice maxOccurs="unbounded">` + numbered(n, `<xs:element name="e%d" type="xs:int"/>`) + `</xs:choice></xs:complexType>`)
	}, 200},
	{"a repeated sequence of optional elements", schemas, func(n int) string {
		return inSchema(`<xs:complexType name="t"><xs:sequence maxOccurs="unbounded">` + numbered(n, `<xs:element name="e%d" type="xs:int" minOccurs="0"/>`) + `</xs:sequence></xs:complexType>`)
	}, 50},
	{"optional elements of one name", schemas, func(n int) string {
		return inSchema(`<xs:complexType name="t"><xs:sequence maxOccurs="unbounded">` + strings.Repeat(`<xs:element name="e" type="xs:int" minOccurs="0"/>`, n) + `</xs:sequence></xs:complexType>`)
	}, 50},
	{"optional elements beside wildcards", schemas, func(n int) string {
		return inSchema(`<xs:complexType name="t"><xs:sequence>` + numbered(n, `<xs:element name="e%[1]d" type="xs:int" minOccurs="0"/><xs:any namespace="urn:n%[1]d" minOccurs="0"/>`) + `</xs:sequence></xs:complexType>`)
	}, 100},
	{"a deep content model", schemas, func(n int) string {
		return inSchema(`<xs:complexType name="t">` + strings.Repeat(`<xs:sequence>`, n) + `<xs:element name="e" type="xs:int"/>` + strings.Repeat(`</xs:sequence>`, n) + `</xs:complexType>`)
	}, 100},
	{"counters inside each other", schemas, func(n int) string {
		return inSchema(`<xs:complexType name="t">` + strings.Repeat(`<xs:sequence minOccurs="2" maxOccurs="3">`, n) + `<xs:element name="e" type="xs:int"/>` + strings.Repeat(`</xs:sequence>`, n) + `</xs:complexType>`)
	}, 5},
	{"ten digits of occurrence", schemas, func(n int) string {
		return inSchema(`<xs:complexType name="t"><xs:sequence>` + numbered(n, `<xs:element name="e%d" type="xs:int" minOccurs="0" maxOccurs="4294967295"/>`) + `</xs:sequence></xs:complexType>`)
	}, 50},
	{"a circle of types", schemas, func(n int) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, `<xs:complexType name="t%d"><xs:complexContent><xs:extension base="t%d"/></xs:complexContent></xs:complexType>`, i, (i+1)%n)
		}
		return inSchema(b.String())
	}, 100},
	{"a circle of groups", schemas, func(n int) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, `<xs:group name="g%d"><xs:sequence><xs:group ref="g%d"/></xs:sequence></xs:group>`, i, (i+1)%n)
		}
		return inSchema(b.String())
	}, 100},
	{"a chain of substitutions", schemas, func(n int) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, `<xs:element name="e%d" type="xs:int" substitutionGroup="e%d"/>`, i+1, i)
		}
		return inSchema(`<xs:element name="e0" type="xs:int"/>` + b.String())
	}, 200},
	{"a circle of substitutions", schemas, func(n int) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, `<xs:element name="e%d" type="xs:int" substitutionGroup="e%d"/>`, i, (i+1)%n)
		}
		return inSchema(b.String())
	}, 100},
	{"500 attributes", schemas, func(n int) string {
		return inSchema(`<xs:complexType name="t">` + numbered(n, `<xs:attribute name="a%d" type="xs:int"/>`) + `</xs:complexType>`)
	}, 125},
	{"a long enumeration", schemas, func(n int) string {
		return inSchema(`<xs:simpleType name="t"><xs:restriction base="xs:string">` + numbered(n, `<xs:enumeration value="v%d"/>`) + `</xs:restriction></xs:simpleType>`)
	}, 500},
	{"names nearly alike", schemas, func(n int) string {
		return inSchema(numbered(n, `<xs:element name="e%[1]d" type="tipe%[1]d"/><xs:simpleType name="type%[1]d"><xs:restriction base="xs:int"/></xs:simpleType>`))
	}, 200},
}

// fileMark opens a file in the text of an attack on several; the first is the one that is compiled.
const fileMark = "\n--- "

// file is one file of such a text.
func file(name, components string) string {
	return fileMark + name + "\n" + components
}

// schemaOf is a schema for a namespace; the empty one is none.
func schemaOf(namespace, components string) string {
	if namespace == "" {
		return `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">` + components + `</xs:schema>`
	}
	return fmt.Sprintf(`<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="%[1]s" targetNamespace="%[1]s">%[2]s</xs:schema>`, namespace, components)
}

// row is n files, each of which refers to the one of the number that next says.
func row(n int, content func(i int) string) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(file(fmt.Sprintf("f%d.xsd", i), content(i)))
	}
	return b.String()
}

// included attack the compiler by what files refer to.
var included = []Attack{
	{"a chain of includes", files, func(n int) string {
		return row(n, func(i int) string {
			if i == n-1 {
				return schemaOf("urn:a", `<xs:element name="e"/>`)
			}
			return schemaOf("urn:a", fmt.Sprintf(`<xs:include schemaLocation="f%d.xsd"/>`, i+1))
		})
	}, 50},
	{"a circle of includes", files, func(n int) string {
		return row(n, func(i int) string {
			return schemaOf("urn:a", fmt.Sprintf(`<xs:include schemaLocation="f%d.xsd"/>`, (i+1)%n))
		})
	}, 50},
	{"includes of all by all", files, func(n int) string {
		m := int(math.Sqrt(float64(n)))
		return row(m, func(int) string { return schemaOf("urn:a", numbered(m, `<xs:include schemaLocation="f%d.xsd"/>`)) })
	}, 400},
	{"includes that double", files, func(n int) string {
		return row(n, func(i int) string {
			next := min(i+1, n-1)
			return schemaOf("urn:a", fmt.Sprintf(`<xs:include schemaLocation="f%[1]d.xsd"/><xs:include schemaLocation="./f%[1]d.xsd"/><xs:include schemaLocation="x/../f%[1]d.xsd"/>`, next))
		})
	}, 10},
	{"one file under many names", files, func(n int) string {
		return file("f0.xsd", schemaOf("urn:a", numbered(n, `<xs:include schemaLocation="x%d/../f0.xsd"/>`)))
	}, 100},
	{"a file without namespace in many", files, func(n int) string {
		all := schemaOf("urn:a", numbered(n, `<xs:import namespace="urn:n%[1]d" schemaLocation="f%[1]d.xsd"/>`))
		return file("a.xsd", all) + row(n, func(i int) string { return schemaOf(fmt.Sprintf("urn:n%d", i), `<xs:include schemaLocation="c.xsd"/>`) }) +
			file("c.xsd", schemaOf("", numbered(20, `<xs:element name="e%d"/>`)))
	}, 25},
	{"a chain of redefinitions", files, func(n int) string {
		return row(n, func(i int) string {
			if i == n-1 {
				return schemaOf("urn:a", `<xs:simpleType name="t"><xs:restriction base="xs:string"/></xs:simpleType>`)
			}
			return schemaOf("urn:a", fmt.Sprintf(`<xs:redefine schemaLocation="f%d.xsd"><xs:simpleType name="t"><xs:restriction base="t"><xs:maxLength value="%d"/></xs:restriction></xs:simpleType></xs:redefine>`, i+1, 1000+i))
		})
	}, 20},
}
