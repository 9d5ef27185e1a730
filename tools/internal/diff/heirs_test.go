// A change of a type that no document has itself is judged at the types derived from it.

package diff_test

import (
	"strings"
	"testing"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/diff"
)

const ofHeirs = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
<xs:element name="r" type="Heir"/>
<xs:complexType name="Base" abstract="true" BASE>
  <xs:sequence><xs:element name="a" minOccurs="0"/></xs:sequence>WILDCARD
</xs:complexType>
<xs:complexType name="Heir"><xs:complexContent MIXED><xs:extension base="Base"/></xs:complexContent></xs:complexType>
</xs:schema>`

func TestHeirs(t *testing.T) {
	plain := map[string]string{"BASE": "", "MIXED": "", "WILDCARD": ""}
	for name, c := range map[string]struct {
		changed map[string]string
		want    string
	}{
		"mixed":    {map[string]string{"BASE": `mixed="true"`, "MIXED": `mixed="true"`}, "mixed-added type/Base compatible compatible compatible; mixed-added type/Heir breaking compatible compatible"},
		"wildcard": {map[string]string{"WILDCARD": `<xs:anyAttribute namespace="##any" processContents="skip"/>`}, "any-attribute-added type/Base/anyAttribute breaking compatible compatible"},
	} {
		t.Run(name, func(t *testing.T) {
			old, err := inputOf(filled(ofHeirs, plain))
			if err != nil {
				t.Fatal(err)
			}
			newer, err := inputOf(filled(filled(ofHeirs, c.changed), plain))
			if err != nil {
				t.Fatal(err)
			}
			report, err := diff.Compare(old, newer)
			if err != nil {
				t.Fatal(err)
			}
			if got := strings.Join(lines(report, false), "; "); got != c.want {
				t.Errorf("changes are %q; want %q", got, c.want)
			}
		})
	}
}

func filled(text string, words map[string]string) string {
	for word, by := range words {
		text = strings.ReplaceAll(text, word, by)
	}
	return text
}
