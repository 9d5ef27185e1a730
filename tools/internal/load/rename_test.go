// Renamed documents say the same of other namespaces.

package load_test

import (
	"testing"
	"testing/fstest"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
)

const twoSpaces = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:a="urn:a" xmlns:b="urn:b" targetNamespace="urn:a">
<xs:import namespace="urn:b" schemaLocation="b.xsd"/>
<xs:complexType name="T"><xs:sequence>
<xs:element name="own" type="a:T"/>
<xs:any namespace="urn:a urn:b ##local"/>
</xs:sequence></xs:complexType>
</xs:schema>`

func TestRename(t *testing.T) {
	files := fstest.MapFS{
		"a.xsd": {Data: []byte(twoSpaces)},
		"b.xsd": {Data: []byte(`<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:b"/>`)},
	}
	documents, err := load.Load([]string{"a.xsd"}, load.Options{FS: files})
	if err != nil {
		t.Fatal(err)
	}
	renamed := load.Rename(documents, map[string]string{"urn:a": "urn:new", "urn:b": ""})
	check := func(what, got, want string) {
		t.Helper()
		if got != want {
			t.Errorf("%s is %q; want %q", what, got, want)
		}
	}
	check("the target namespace", renamed[0].TargetNamespace, "urn:new")
	target, _ := renamed[0].Root.Token("targetNamespace")
	check("targetNamespace", target, "urn:new")
	check("the imported namespace", renamed[0].References[0].Namespace, "")
	if renamed[0].References[0].Target != renamed[1] || renamed[0].References[0].Element.Document != renamed[0] {
		t.Error("the import does not lead from copy to copy")
	}
	if _, ok := renamed[1].Root.Token("targetNamespace"); ok || renamed[1].TargetNamespace != "" {
		t.Error("the second document still has a target namespace")
	}
	sequence := renamed[0].Root.Children()[1].Children()[0]
	bound, _ := sequence.Scope.LookupPrefix("a")
	check("the binding of a", bound, "urn:new")
	list, _ := sequence.Children()[1].Attr("namespace")
	check("the wildcard", list, "urn:new ##local ##local")
	check("the original", documents[0].TargetNamespace, "urn:a")
	if bound, _ := documents[0].Root.Scope.LookupPrefix("a"); bound != "urn:a" {
		t.Error("the original was changed")
	}
}
