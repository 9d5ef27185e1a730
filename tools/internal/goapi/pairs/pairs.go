// Package pairs holds pairs of schemas of which each differs in one way that shows in Go, and makes models of schemas. The tests of
// goapi say what is different, and another program is asked about the same pairs.
package pairs

import (
	"fmt"
	"testing/fstest"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/config"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/model"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// ImportPath is where the packages of Models would lie.
const ImportPath = "example.com/generated"

// A Pair is the components of two schemas without namespace, and what else their packages are generated with.
type Pair struct {
	Old, New string
	// With has generate: and types: of both; WithNew, where it is there, those of the new one.
	With    model.Config
	WithNew *model.Config
}

// Models are the models of both.
func (p Pair) Models() (before, after []*model.Package, err error) {
	if before, err = modelsOf(p.Old, p.With); err != nil {
		return nil, nil, err
	}
	with := p.With
	if p.WithNew != nil {
		with = *p.WithNew
	}
	after, err = modelsOf(p.New, with)
	return before, after, err
}

// Models builds the model of one schema file, with generate: and types: of a configuration; names that clash get those that are proposed.
func Models(file string, options load.Options, with model.Config) ([]*model.Package, error) {
	documents, err := load.Load([]string{file}, options)
	if err != nil {
		return nil, err
	}
	set, err := schema.Build(documents)
	if err != nil {
		return nil, err
	}
	with.Package, with.ImportPath = "generated", ImportPath
	view, err := model.Build(set, with)
	if err != nil {
		return nil, err
	}
	return view.Packages, nil
}

// ModelsOf builds the model of a schema of these components.
func ModelsOf(components string) ([]*model.Package, error) {
	return modelsOf(components, model.Config{})
}

func modelsOf(components string, with model.Config) ([]*model.Package, error) {
	document := fmt.Sprintf(`<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" elementFormDefault="qualified">%s</xs:schema>`, components)
	return Models("a.xsd", load.Options{FS: fstest.MapFS{"a.xsd": {Data: []byte(document)}}}, with)
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

// named is a type with an attribute and an element that are names, with these attributes of their declarations.
func named(rest string) string {
	return typeT(`<xs:sequence><xs:element name="b" type="xs:QName" ` + rest + `/></xs:sequence><xs:attribute name="c" type="xs:QName" ` + rest + `/>`)
}

// All are the pairs by what differs.
// Extras is the configuration that asks for all that is generated when asked for.
var Extras = model.Config{Extras: []config.Extra{config.Clone, config.Equal, config.Constructors, config.Getters}}

// typed is a configuration that gives a built-in datatype a Go type.
func typed(name, goType string) *model.Config {
	return &model.Config{Types: []config.Type{{Name: name, Go: goType}}}
}

// inherited is a type D derived from T with these elements, and a type H with an element of type T.
func inherited(elements string) string {
	return sequence(elements) + `<xs:complexType name="D"><xs:complexContent><xs:extension base="T"/></xs:complexContent></xs:complexType>` +
		`<xs:complexType name="H"><xs:sequence><xs:element name="t" type="T"/></xs:sequence></xs:complexType>`
}

const (
	bounded = `<xs:simpleType name="E"><xs:restriction base="xs:integer"><xs:minInclusive value="0"/><xs:maxInclusive value="9"/></xs:restriction></xs:simpleType>` +
		`<xs:complexType name="T"><xs:attribute name="c" type="E"/></xs:complexType>`
	dated = `<xs:complexType name="T"><xs:attribute name="c" type="xs:date"/></xs:complexType>`
)

var All = map[string]Pair{
	"nothing": {
		Old: sequence(a),
		New: sequence(a),
	},
	"optional element": {
		Old: sequence(a),
		New: sequence(a + maybeB),
	},
	"required element": {
		Old: sequence(a),
		New: sequence(a + b),
	},
	"required list": {
		Old: sequence(a),
		New: sequence(a + manyB),
	},
	"value and pointer": {
		Old: sequence(b),
		New: sequence(maybeB),
	},
	"value and slice": {
		Old: sequence(b),
		New: sequence(manyB),
	},
	"type of an element": {
		Old: sequence(b),
		New: sequence(numberB),
	},
	"spelling alone": {
		Old: sequence(`<xs:element name="aB" type="xs:string"/>`),
		New: sequence(`<xs:element name="AB" type="xs:string"/>`),
	},
	"enumeration value": {
		Old: enumeration("string", "x"),
		New: enumeration("string", "x", "y"),
	},
	"enumeration text": {
		Old: enumeration("string", "x y"),
		New: enumeration("string", "x-y"),
	},
	"enumeration opened": {
		Old: enumeration("string", "x"),
		New: enumeration("string"),
	},
	"constants and variables": {
		Old: enumeration("int", "1"),
		New: enumeration("decimal", "1"),
	},
	"kind of type": {
		Old: enumeration("string"),
		New: enumeration("date"),
	},
	"branch": {
		Old: choice(a + b),
		New: choice(a + b + `<xs:element name="c" type="xs:string"/>`),
	},
	"default": {
		Old: defaulted("x"),
		New: defaulted("y"),
	},
	"namespace of a default": {
		Old: named(`default="p:x" xmlns:p="urn:a"`),
		New: named(`default="p:x" xmlns:p="urn:b"`),
	},
	"prefix of a default": {
		Old: named(`default="p:x" xmlns:p="urn:a"`),
		New: named(`default="q:x" xmlns:q="urn:a"`),
	},
	"default of an element": {
		Old: sequence(`<xs:element name="b" type="xs:int" default="1"/>`),
		New: sequence(`<xs:element name="b" type="xs:int" default="2"/>`),
	},
	"default of an element added": {
		Old: sequence(numberB),
		New: sequence(`<xs:element name="b" type="xs:int" default="2"/>`),
	},
	"default of an optional element added": {
		Old: sequence(maybeB),
		New: sequence(`<xs:element name="b" type="xs:string" minOccurs="0" default="2"/>`),
	},
	"fixed value of an element": {
		Old: sequence(`<xs:element name="b" type="xs:int" fixed="1"/>`),
		New: sequence(`<xs:element name="b" type="xs:int" fixed="2"/>`),
	},
	"fixed value of an attribute": {
		Old: typeT(`<xs:attribute name="c" type="xs:string" fixed="1" use="required"/>`),
		New: typeT(`<xs:attribute name="c" type="xs:string" fixed="2" use="required"/>`),
	},
	"default of a global element": {
		Old: `<xs:element name="r" type="xs:string" default="1"/>`,
		New: `<xs:element name="r" type="xs:string" default="2"/>`,
	},
	"type of the default": {
		Old: defaulted("1"),
		New: typeT(`<xs:attribute name="c" type="xs:int" default="1"/>`),
	},
	"global element": {
		Old: `<xs:element name="r" type="xs:string"/>`,
		New: `<xs:element name="r" type="xs:int"/><xs:element name="s" type="xs:string"/>`,
	},
	"derived type": {
		Old: sequence(a) + `<xs:element name="r" type="T"/><xs:complexType name="H"><xs:sequence><xs:element name="t" type="T"/></xs:sequence></xs:complexType>`,
		New: sequence(a) + `<xs:element name="r" type="T"/><xs:complexType name="H"><xs:sequence><xs:element name="t" type="T"/></xs:sequence></xs:complexType>` +
			`<xs:complexType name="D"><xs:complexContent><xs:extension base="T"/></xs:complexContent></xs:complexType>`,
	},
	"constructor takes more": {
		Old: sequence(a), New: sequence(a + b), With: Extras,
	},
	"constructor takes what is no longer optional": {
		Old: sequence(maybeB), New: sequence(b), With: Extras,
	},
	"constructor takes another type": {
		Old: sequence(b), New: sequence(numberB), With: Extras,
	},
	"constructor takes the same in another order": {
		Old: sequence(a + numberB), New: sequence(numberB + a), With: Extras,
	},
	"constructor takes texts in another order": {
		Old: sequence(a + b), New: sequence(b + a), With: Extras,
	},
	"abstract type": {
		Old: sequence(a), New: `<xs:complexType name="T" abstract="true"><xs:sequence>` + a + `</xs:sequence></xs:complexType>`, With: Extras,
	},
	"getters": {
		Old: inherited(a + b), New: inherited(a + maybeB), With: Extras,
	},
	"no extras": {
		Old: inherited(a), New: inherited(a), With: Extras, WithNew: &model.Config{},
	},
	"integer as int64": {
		Old: bounded, New: bounded, WithNew: typed("xs:integer", "int64"),
	},
	"date of the standard library": {
		Old: dated, New: dated, WithNew: typed("xs:date", "time.Time"),
	},
	"date of another type": {
		Old: dated, New: dated, With: *typed("xs:date", "time.Time"), WithNew: typed("xs:date", "net/netip.Addr"),
	},
}
