// Package attacks holds input that is made to cost more than it is long: known attacks on parsers, validators and schema compilers. Each is
// a text that grows with a number. Its test counts the steps that reading takes, statement by statement, and holds them to the length.
package attacks

import (
	"fmt"
	"strings"
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
	Schema   Way = "schema"   // compiling a schema
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
)

// All are the attacks.
var All = concat(documents, declarations, texts, compiled)

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
	{"many items", jsonWays, func(n int) string { return `{"anything":[0` + strings.Repeat(",1", n) + "]}" }, 10_000},
	{"a long number", jsonWays, func(n int) string { return `{"anything":` + strings.Repeat("1", n) + "}" }, 1000},
	{"a number far too long", jsonWays, func(n int) string { return `{"anything":` + strings.Repeat("1", n) + "}" }, 100_000},
	{"a large exponent", jsonWays, func(n int) string { return `{"anything":1e` + strings.Repeat("9", n) + "}" }, 500},
	{"escapes", jsonWays, func(n int) string { return `{"anything":"` + strings.Repeat(`\u00e6\n`, n) + `"}` }, 10_000},
	{"surrogates", jsonWays, func(n int) string { return `{"anything":"` + strings.Repeat(`\ud83d\ude00`, n) + `"}` }, 5000},
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
	}, 50},
}
