// Whatever catalogs are, reading them ends, with a catalog that answers or with problems that have a place.

package catalog

import (
	"errors"
	"testing"
	"testing/fstest"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/diag"
)

const oasis = `<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog" xml:base="base/">`

func FuzzRead(f *testing.F) {
	f.Add([]byte(oasis+`<uri name="urn:a" uri="a.xsd"/><rewriteURI uriStartString="http://x/" rewritePrefix="y/"/></catalog>`), "http://x/z", "urn:a")
	f.Add([]byte(oasis+`<nextCatalog catalog="../other.xml"/><delegateURI uriStartString="urn:" catalog="../a.xml"/></catalog>`), "urn:b", "")
	f.Add([]byte(oasis+`<group prefer="system" xml:base="../"><public publicId="-//A//B" uri="p"/><systemSuffix systemIdSuffix="x.dtd" uri="s"/><uriSuffix uriSuffix=".xsd" uri="u"/></group></catalog>`), "a%41.xsd", "-//A//B")
	f.Fuzz(func(t *testing.T, data []byte, location, name string) {
		files := fstest.MapFS{"a.xml": {Data: data}, "other.xml": {Data: []byte(oasis + `<uri name="urn:b" uri="b.xsd"/></catalog>`)}}
		c, err := Read(files, "a.xml")
		if err != nil {
			problems, ok := errors.AsType[diag.Problems](err)
			if !ok || len(problems) == 0 || problems[0].Position.File == "" {
				t.Fatalf("no place: %v", err)
			}
			return
		}
		first, ok := c.Find(location, []string{location}, name)
		if again, okAgain := c.Find(location, []string{location}, name); again != first || okAgain != ok {
			t.Errorf("two answers: %q %t, %q %t", first, ok, again, okAgain)
		}
		if place, ok := c.URI(name); ok && place == "" {
			t.Errorf("%q is nowhere", name)
		}
		_, _ = c.External(name, location)
	})
}
