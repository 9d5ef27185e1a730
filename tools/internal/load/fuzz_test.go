// Whatever the bytes are, loading them ends, with a tree or with a problem that has a position.

package load

import (
	"errors"
	"testing"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/diag"
)

func FuzzLoad(f *testing.F) {
	f.Add([]byte(schemaOf("urn:a", `<xs:include schemaLocation="a.xsd"/><xs:element name="e"/>`)))
	f.Add([]byte("<!DOCTYPE a [<!-- ' -->]>" + schemaOf("", "")))
	f.Fuzz(func(t *testing.T, data []byte) {
		docs, err := Load([]string{"a.xsd"}, Options{FS: files(map[string]string{"a.xsd": string(data)})})
		if err == nil && len(docs) == 0 {
			t.Fatal("neither document nor problem")
		}
		problems, ok := errors.AsType[diag.Problems](err)
		if err != nil && (!ok || problems[0].Position.File != "a.xsd") {
			t.Fatalf("no position: %v", err)
		}
	})
}

// FuzzWSDL does the same with what is a WSDL at first: schemas among its types, and WSDLs that it imports.
func FuzzWSDL(f *testing.F) {
	types := schemaOf("urn:a", `<xs:import namespace="urn:b"/><xs:element name="e"/>`) + schemaOf("urn:b", "")
	f.Add([]byte(`<definitions xmlns="http://schemas.xmlsoap.org/wsdl/" xmlns:p="urn:p"><import namespace="urn:c" location="b.wsdl"/><types>` + types + `</types></definitions>`))
	f.Add([]byte(`<description xmlns="http://www.w3.org/ns/wsdl"><include location="a.wsdl"/><types>` + types + `</types></description>`))
	f.Fuzz(func(t *testing.T, data []byte) {
		other := `<definitions xmlns="http://schemas.xmlsoap.org/wsdl/"><import location="a.wsdl"/><types>` + schemaOf("urn:c", "") + `</types></definitions>`
		docs, err := Load([]string{"a.wsdl"}, Options{FS: files(map[string]string{"a.wsdl": string(data), "b.wsdl": other})})
		if err == nil && len(docs) == 0 {
			t.Fatal("neither document nor problem")
		}
		problems, ok := errors.AsType[diag.Problems](err)
		if err != nil && (!ok || problems[0].Position.File == "") {
			t.Fatalf("no position: %v", err)
		}
	})
}
