// Whatever schema and document are, the engine and the validator come to the same verdict.

package engine_test

import (
	"errors"
	"testing"
	"testing/fstest"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/engine"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/validate"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

func FuzzReference(f *testing.F) {
	f.Add(`<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="a" type="xs:int"/></xs:schema>`, `<a>1</a>`)
	f.Add(`<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="a"><xs:complexType mixed="true"><xs:choice maxOccurs="unbounded">
<xs:element name="b" type="xs:ID" nillable="true"/><xs:any namespace="##other" processContents="lax"/></xs:choice><xs:anyAttribute/></xs:complexType>
<xs:key name="k"><xs:selector xpath="b"/><xs:field xpath="."/></xs:key></xs:element></xs:schema>`, `<a>x<b>i</b><c xmlns="urn:c" d="1"/></a>`)
	f.Add(`<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:complexType name="t"><xs:sequence><xs:element name="c" type="t" minOccurs="0" maxOccurs="2"/></xs:sequence><xs:attribute name="n" type="xs:decimal" use="required"/></xs:complexType>
<xs:complexType name="u"><xs:complexContent><xs:extension base="t"><xs:sequence><xs:element name="d" default="1"/></xs:sequence></xs:extension></xs:complexContent></xs:complexType>
<xs:element name="c" type="t" nillable="true"/></xs:schema>`,
		`<c n="1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="u"><c n="2"/><d xsi:nil="false"/></c>`)
	f.Fuzz(func(t *testing.T, schemaText, document string) {
		documents, err := load.Load([]string{"a.xsd"}, load.Options{FS: fstest.MapFS{"a.xsd": {Data: []byte(schemaText)}}})
		if err != nil {
			return
		}
		set, err := schema.Build(documents)
		if err != nil {
			return
		}
		p := pair{engine.New(set), validate.New(set)}
		if valid, difference := p.differ(document); difference != "" && !limited(p, document) {
			t.Fatalf("valid %t\n%s", valid, difference)
		}
	})
}

// limited reports whether one of the two could not check a document.
func limited(p pair, document string) bool {
	var limit *xsd.LimitError
	reference, engine := p.errors(document)
	return errors.As(reference, &limit) || errors.As(engine, &limit)
}
