// This file fuzzes reading and writing: nothing panics, what strict reading takes is valid and comes back from what is written.

package katalog_test

import (
	"bytes"
	"testing"

	"github.com/google/go-cmp/cmp"

	. "github.com/mvainnsyn/mvainnsyn/tools/internal/cases/katalog"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

// comesBack checks a value that strict reading accepted.
func comesBack(t *testing.T, v *Katalog) {
	t.Helper()
	if err := v.Validate(); err != nil {
		t.Fatalf("accepted, but not valid: %v\n%+v", err, v)
	}
	text, err := xsd.MarshalXML(v)
	if err != nil {
		t.Fatalf("valid, but not written: %v", err)
	}
	var fromXML Katalog
	if err := xsd.UnmarshalXML(text, &fromXML); err != nil {
		t.Fatalf("written, but not read: %v\n%s", err, text)
	}
	again, err := xsd.MarshalXML(&fromXML)
	if err != nil || !bytes.Equal(text, again) {
		t.Fatalf("XML (-first +second, %v):\n%s", err, cmp.Diff(string(text), string(again)))
	}
	object, err := xsd.MarshalJSON(&fromXML)
	if err != nil {
		t.Fatalf("valid, but not written as JSON: %v", err)
	}
	var fromJSON Katalog
	if err := xsd.UnmarshalJSON(object, &fromJSON); err != nil {
		t.Fatalf("written, but not read: %v\n%s", err, object)
	}
	if object2, err := xsd.MarshalJSON(&fromJSON); err != nil || !bytes.Equal(object, object2) {
		t.Fatalf("JSON (-first +second, %v):\n%s", err, cmp.Diff(string(object), string(object2)))
	}
}

func FuzzUnmarshalXML(f *testing.F) {
	for _, seed := range []string{
		katalogXML, statusXML, minimal("", ""), minimal(` x:a="1"`, `<x:a>x:b</x:a>`), minimal("", `<ramme xsi:nil="1"/>`),
		minimal("", `<figur xsi:type="Sirkel"><navn/><radius>INF</radius></figur>`), minimal("", `<stoerrelse/>`),
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, document []byte) {
		var v, tolerant Katalog
		var deviations xsd.Violations
		strict := xsd.UnmarshalXML(document, &v)
		if err := xsd.UnmarshalXML(document, &tolerant, xsd.Tolerant(&deviations)); strict == nil && (err != nil || len(deviations) > 0) {
			t.Fatalf("valid, but tolerant reading says %v, %v", err, deviations)
		}
		if strict == nil {
			comesBack(t, &v)
		}
		_, _ = ReadXML(document)
	})
}

func FuzzUnmarshalJSON(f *testing.F) {
	for _, seed := range []string{
		statusJSON, object(""), object(`,"ramme":{"#nil":true,"@type":"a"}`), object(`,"#any":[{"{urn:x}a":{"#namespaces":{"p":"q"},"#content":["p:a"]}}]`),
		object(`,"figur":[{"navn":"f","radius":1,"@type":"{urn:katalog}Sirkel"}],"publikasjon":[{"bok":{"navn":"b"}}]`),
		object(`,"#content":[{"post":{"@nr":1,"@koder":["AB1"],"#text":1.10}},{"avsnitt":{"#content":["a",{"uthevet":"b"}]}}]`),
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		var v, tolerant Katalog
		var deviations xsd.Violations
		strict := xsd.UnmarshalJSON(text, &v)
		if err := xsd.UnmarshalJSON(text, &tolerant, xsd.Tolerant(&deviations)); strict == nil && (err != nil || len(deviations) > 0) {
			t.Fatalf("valid, but tolerant reading says %v, %v", err, deviations)
		}
		if strict == nil {
			comesBack(t, &v)
		}
	})
}

// FuzzCopy: figures and publications that are written while they are read make the document that is written of the whole.
func FuzzCopy(f *testing.F) {
	for _, seed := range []string{
		katalogXML, minimal("", ""), minimal("", `<figur xsi:type="Sirkel"><navn/><radius>INF</radius></figur><figur><navn>&#13;</navn></figur>`),
		minimal(` x:a="1"`, `<bok><navn>b</navn></bok><avis xsi:type="Publikasjon"><navn/></avis><ramme><bredde>1</bredde><farge>x:b</farge></ramme><x:a>x:b</x:a>`),
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, document []byte) {
		var v Katalog
		if xsd.UnmarshalXML(document, &v) != nil {
			return
		}
		want, err := xsd.MarshalXML(&v)
		if err != nil {
			t.Fatal(err)
		}
		var figures, publications bytes.Buffer
		rest := v
		rest.Figur = nil
		n, err := xsd.WriteRange(&figures, KatalogElement, &rest, "figur", xsd.Range[AnyFigur](bytes.NewReader(document), KatalogElement, "figur"))
		if err != nil || n != len(v.Figur) || !bytes.Equal(want, figures.Bytes()) {
			t.Fatalf("%d figures, %v (-whole +copy):\n%s", n, err, cmp.Diff(string(want), figures.String()))
		}
		rest = v
		rest.Publikasjon = nil
		n, err = xsd.WriteRange(&publications, KatalogElement, &rest, "publikasjon", xsd.Range[xsd.Substitutable[Publikasjon]](&figures, KatalogElement, "publikasjon"))
		if err != nil || n != len(v.Publikasjon) || !bytes.Equal(want, publications.Bytes()) {
			t.Fatalf("%d publications, %v (-whole +copy):\n%s", n, err, cmp.Diff(string(want), publications.String()))
		}
	})
}
