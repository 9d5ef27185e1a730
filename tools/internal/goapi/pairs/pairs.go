// Package pairs holds pairs of schemas of which each differs in one way that shows in Go, and makes models of schemas. The tests of
// goapi say what is different, and another program is asked about the same pairs.
package pairs

import (
	"fmt"
	"testing/fstest"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/model"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// ImportPath is where the packages of Models would lie.
const ImportPath = "example.com/generated"

// A Pair is the components of two schemas without namespace.
type Pair struct{ Old, New string }

// Models builds the model of one schema file; names that clash get those that are proposed.
func Models(file string, options load.Options) ([]*model.Package, error) {
	documents, err := load.Load([]string{file}, options)
	if err != nil {
		return nil, err
	}
	set, err := schema.Build(documents)
	if err != nil {
		return nil, err
	}
	view, err := model.Build(set, model.Config{Package: "generated", ImportPath: ImportPath})
	if err != nil {
		return nil, err
	}
	return view.Packages, nil
}

// ModelsOf builds the model of a schema of these components.
func ModelsOf(components string) ([]*model.Package, error) {
	document := fmt.Sprintf(`<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" elementFormDefault="qualified">%s</xs:schema>`, components)
	return Models("a.xsd", load.Options{FS: fstest.MapFS{"a.xsd": {Data: []byte(document)}}})
}

// typeT is a complex type T with that content.
func typeT(content string) string { return `<xs:complexType name="T">` + content + `</xs:complexType>` }

// sequence is a complex type T with these elements.
func sequence(elements string) string {
	return typeT(`<xs:sequence>` + elements + `</xs:sequence>`)
}

const (
	a       = `<xs:element name="a" type="xs:string"/>`
	b       = `<xs:element name="b" type="xs:string"/>`
	maybeB  = `<xs:element name="b" type="xs:string" minOccurs="0"/>`
	manyB   = `<xs:element name="b" type="xs:string" maxOccurs="9"/>`
	numberB = `<xs:element name="b" type="xs:int"/>`
)

// enumeration is a simple type E with these values.
func enumeration(base string, values ...string) string {
	facets := ""
	for _, v := range values {
		facets += `<xs:enumeration value="` + v + `"/>`
	}
	return `<xs:simpleType name="E"><xs:restriction base="xs:` + base + `">` + facets + `</xs:restriction></xs:simpleType>`
}

func choice(elements string) string {
	return typeT(`<xs:choice>` + elements + `</xs:choice>`)
}

// defaulted is a type T with an attribute that has a default.
func defaulted(text string) string {
	return typeT(`<xs:attribute name="c" type="xs:string" default="` + text + `"/>`)
}

// All are the pairs by what differs.
var All = map[string]Pair{
	"nothing": {
		sequence(a),
		sequence(a),
	},
	"optional element": {
		sequence(a),
		sequence(a + maybeB),
	},
	"required element": {
		sequence(a),
		sequence(a + b),
	},
	"required list": {
		sequence(a),
		sequence(a + manyB),
	},
	"value and pointer": {
		sequence(b),
		sequence(maybeB),
	},
	"value and slice": {
		sequence(b),
		sequence(manyB),
	},
	"type of an element": {
		sequence(b),
		sequence(numberB),
	},
	"spelling alone": {
		sequence(`<xs:element name="aB" type="xs:string"/>`),
		sequence(`<xs:element name="AB" type="xs:string"/>`),
	},
	"enumeration value": {
		enumeration("string", "x"),
		enumeration("string", "x", "y"),
	},
	"enumeration text": {
		enumeration("string", "x y"),
		enumeration("string", "x-y"),
	},
	"enumeration opened": {
		enumeration("string", "x"),
		enumeration("string"),
	},
	"constants and variables": {
		enumeration("int", "1"),
		enumeration("decimal", "1"),
	},
	"kind of type": {
		enumeration("string"),
		enumeration("date"),
	},
	"branch": {
		choice(a + b),
		choice(a + b + `<xs:element name="c" type="xs:string"/>`),
	},
	"default": {
		defaulted("x"),
		defaulted("y"),
	},
	"default of an element": {
		sequence(`<xs:element name="b" type="xs:int" default="1"/>`),
		sequence(`<xs:element name="b" type="xs:int" default="2"/>`),
	},
	"default of an element added": {
		sequence(numberB),
		sequence(`<xs:element name="b" type="xs:int" default="2"/>`),
	},
	"default of an optional element added": {
		sequence(maybeB),
		sequence(`<xs:element name="b" type="xs:string" minOccurs="0" default="2"/>`),
	},
	"fixed value of an element": {
		sequence(`<xs:element name="b" type="xs:int" fixed="1"/>`),
		sequence(`<xs:element name="b" type="xs:int" fixed="2"/>`),
	},
	"fixed value of an attribute": {
		typeT(`<xs:attribute name="c" type="xs:string" fixed="1" use="required"/>`),
		typeT(`<xs:attribute name="c" type="xs:string" fixed="2" use="required"/>`),
	},
	"default of a global element": {
		`<xs:element name="r" type="xs:string" default="1"/>`,
		`<xs:element name="r" type="xs:string" default="2"/>`,
	},
	"type of the default": {
		defaulted("1"),
		typeT(`<xs:attribute name="c" type="xs:int" default="1"/>`),
	},
	"global element": {
		`<xs:element name="r" type="xs:string"/>`,
		`<xs:element name="r" type="xs:int"/><xs:element name="s" type="xs:string"/>`,
	},
	"derived type": {
		sequence(a) + `<xs:element name="r" type="T"/><xs:complexType name="H"><xs:sequence><xs:element name="t" type="T"/></xs:sequence></xs:complexType>`,
		sequence(a) + `<xs:element name="r" type="T"/><xs:complexType name="H"><xs:sequence><xs:element name="t" type="T"/></xs:sequence></xs:complexType>` +
			`<xs:complexType name="D"><xs:complexContent><xs:extension base="T"/></xs:complexContent></xs:complexType>`,
	},
}
