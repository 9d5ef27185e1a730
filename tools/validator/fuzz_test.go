// Whatever schema and document are, judging ends, and the error is one of the kinds that the package comment names.

package validator_test

import (
	"bytes"
	"errors"
	"testing"
	"testing/fstest"
	"testing/iotest"

	"github.com/mvainnsyn/mvainnsyn/tools/validator"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

func FuzzValidate(f *testing.F) {
	f.Add([]byte(numbers), []byte(`<a/>`))
	f.Add([]byte(order), []byte(`<order xmlns="urn:order"><number>1</number></order>`))
	f.Add([]byte(`<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="a"><xs:complexType mixed="true"><xs:choice maxOccurs="unbounded">
<xs:element name="b" type="xs:ID" nillable="true"/><xs:any namespace="##other" processContents="lax"/></xs:choice><xs:anyAttribute/></xs:complexType>
<xs:key name="k"><xs:selector xpath="b"/><xs:field xpath="."/></xs:key></xs:element></xs:schema>`), []byte(`<a>x<b>i</b><c xmlns="urn:c" d="1"/></a>`))
	f.Add([]byte(order), []byte(`{"number":1,"note":"x"}`))
	f.Add([]byte(`<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:complexType name="t"><xs:choice><xs:element name="c" type="t"/><xs:any/></xs:choice></xs:complexType><xs:element name="c" type="t" nillable="true"/><xs:element name="d"/></xs:schema>`),
		[]byte(`{"@type":"t","c":{"#any":{"{}d":{"#content":["x",{"c":null}]}}}}`))
	f.Fuzz(func(t *testing.T, schemaText, document []byte) {
		schema, err := validator.CompileWith(fstest.MapFS{"a.xsd": {Data: schemaText}, "lib/types.xsd": {Data: []byte(numbers)}}, validator.Options{}, "a.xsd")
		if err != nil {
			failed, ok := errors.AsType[*validator.SchemaError](err)
			if !ok || len(failed.Problems) == 0 || failed.Problems[0].File == "" {
				t.Fatalf("not a SchemaError that says where: %v", err)
			}
			return
		}
		whole := schema.ValidateXMLBytes(document)
		if kind := kindOf(whole); kind == "" {
			t.Fatalf("an error of no kind: %v", whole)
		}
		if parts := schema.ValidateXML(iotest.OneByteReader(bytes.NewReader(document))); kindOf(parts) != kindOf(whole) {
			t.Fatalf("whole: %v\nin parts: %v", whole, parts)
		}
		for _, root := range schema.Elements() {
			whole := schema.ValidateJSONBytes(document, validator.As(root))
			if kind := kindOf(whole); kind == "" {
				t.Fatalf("JSON: an error of no kind: %v", whole)
			}
			if parts := schema.ValidateJSON(iotest.OneByteReader(bytes.NewReader(document)), validator.As(root)); kindOf(parts) != kindOf(whole) {
				t.Fatalf("JSON, whole: %v\nin parts: %v", whole, parts)
			}
		}
	})
}

// kindOf names the kind of a verdict; an unknown one has none.
func kindOf(err error) string {
	var violations xsd.Violations
	var syntax *xsd.SyntaxError
	var limit *xsd.LimitError
	switch {
	case err == nil:
		return "valid"
	case errors.As(err, &violations):
		return "not valid"
	case errors.As(err, &syntax):
		return "not well-formed"
	case errors.As(err, &limit):
		return "beyond a limit"
	}
	return ""
}
