package sample

import (
	"fmt"
	"strings"
	"testing"
)

// TestHostileSchemasAreBounded: whatever a schema demands, there is a document of bounded size or a reason, soon.
func TestHostileSchemasAreBounded(t *testing.T) {
	for name, body := range map[string]string{
		"many required":     element("a", `<xs:element name="b" minOccurs="100000000" maxOccurs="unbounded"/>`),
		"products":          element("a", nested(12, `<xs:sequence minOccurs="10" maxOccurs="10">`, `</xs:sequence>`)),
		"deep choices":      element("a", nested(200, `<xs:choice minOccurs="0">`, `</xs:choice>`)),
		"wide recursion":    element("a", strings.Repeat(`<xs:element ref="a" minOccurs="0" maxOccurs="unbounded"/><xs:element name="s"/>`, 20)),
		"doubling":          doubling(60),
		"only itself":       element("a", `<xs:element ref="a" maxOccurs="unbounded"/>`),
		"long text":         `<xs:element name="a"><xs:simpleType><xs:restriction base="xs:string"><xs:minLength value="2000000000"/></xs:restriction></xs:simpleType></xs:element>`,
		"long list":         `<xs:element name="a"><xs:simpleType><xs:restriction><xs:simpleType><xs:list itemType="xs:int"/></xs:simpleType><xs:length value="2000000000"/></xs:restriction></xs:simpleType></xs:element>`,
		"many digits":       `<xs:element name="a"><xs:simpleType><xs:restriction base="xs:decimal"><xs:totalDigits value="2000000000"/><xs:fractionDigits value="1000000000"/></xs:restriction></xs:simpleType></xs:element>`,
		"hungry pattern":    `<xs:element name="a"><xs:simpleType><xs:restriction base="xs:string"><xs:pattern value="((a|b|ab|ba){0,90}c?){0,90}"/><xs:pattern value="(x|y){100000}"/></xs:restriction></xs:simpleType></xs:element>`,
		"keys of booleans":  keyed(`<xs:attribute name="k" type="xs:boolean" use="required"/>`, 50),
		"keys of strangers": keyed(`<xs:anyAttribute processContents="skip"/>`, 50),
	} {
		t.Run(name, func(t *testing.T) {
			set := inline(t, body)
			s, err := New(set, 1)
			for drawn := 0; err == nil && drawn < 20 && !s.Done(); drawn++ {
				var document string
				if document, err = s.Valid(); len(document) > 2<<20 {
					t.Errorf("a document of %d bytes", len(document))
				}
			}
			if err == nil {
				_, err = s.Invalid()
			}
			t.Log(err)
		})
	}
}

// element is a global element with a sequence.
func element(name, content string) string {
	return fmt.Sprintf(`<xs:element name="%s"><xs:complexType><xs:sequence>%s</xs:sequence></xs:complexType></xs:element>`, name, content)
}

func nested(depth int, open, end string) string {
	return strings.Repeat(open, depth) + `<xs:element name="b"/>` + strings.Repeat(end, depth)
}

// doubling needs twice as many elements at each level.
func doubling(levels int) string {
	var text strings.Builder
	for i := range levels {
		text.WriteString(element(fmt.Sprintf("e%d", i), fmt.Sprintf(`<xs:element ref="e%d" minOccurs="2" maxOccurs="2"/>`, i+1)))
	}
	return text.String() + fmt.Sprintf(`<xs:element name="e%d"/>`, levels)
}

// keyed needs so many elements with different keys.
func keyed(attribute string, count int) string {
	return fmt.Sprintf(`<xs:element name="a"><xs:complexType><xs:sequence><xs:element name="r" minOccurs="%d" maxOccurs="unbounded"><xs:complexType>%s</xs:complexType></xs:element></xs:sequence></xs:complexType>
		<xs:key name="key"><xs:selector xpath="r"/><xs:field xpath="@k"/></xs:key></xs:element>`, count, attribute)
}
