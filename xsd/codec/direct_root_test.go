// Roots that something has to be looked at beside their type: they are not read and written without a frame.

package codec

import (
	"bytes"
	"encoding/xml"
	"strings"
	"testing"
)

// labelled is a text with an attribute, of the type of three roots.
type labelled struct {
	Label *string
	Text  string
}

func (v *labelled) ReadXSD(r *Reader) error  { return r.Struct(labelledType, v) }
func (v *labelled) WriteXSD(w *Writer) error { return w.Struct(labelledType, v) }
func (v *labelled) Validate() error          { return Validate(v) }

var labelledType *ComplexType

// ofRoot gives the type one root.
func ofRoot(root GlobalElement) {
	labelledType = &ComplexType{GoName: "Labelled", Fields: []Field{
		{Kind: AttributeField, Name: Name{Local: "label"}, Go: "Label", Max: 1, Simple: typeString},
		{Kind: TextField, Name: Name{Local: "text"}, Go: "Text", Min: 1, Max: 1, Simple: typeString},
	}}
	NewSchema(nil, &SchemaParts{Package: "labels", Types: []TypeEntry{TypeOf[labelled](labelledType)}, Elements: []GlobalElement{root}})
}

var labelledRoot = Name{Space: "urn:labels", Local: "root"}

// A fixed value belongs to the element, and not to its type (XSD 1.0 Part 1, section 3.3.4, cvc-elt.5.2.2.2).
func TestRootWithFixedValue(t *testing.T) {
	ofRoot(&StructElement{Name: labelledRoot, Type: "Labelled", Constraint: Fixed("a")})
	for text, valid := range map[string]bool{"a": true, "b": false} {
		v := &labelled{Text: text}
		if _, err := MarshalXML(v); (err == nil) != valid {
			t.Errorf("%s is written as XML: %v", text, err)
		}
		if _, err := MarshalJSON(v); (err == nil) != valid {
			t.Errorf("%s is written as JSON: %v", text, err)
		}
		if err := v.Validate(); (err == nil) != valid {
			t.Errorf("%s is validated: %v", text, err)
		}
		if err := UnmarshalJSON([]byte(`{"#text":"`+text+`"}`), new(labelled)); (err == nil) != valid {
			t.Errorf("%s is read from JSON: %v", text, err)
		}
	}
}

// A root that is nil has its attributes, and no content.
func TestRootThatIsNil(t *testing.T) {
	element := Element[Nillable[labelled]]{Name: labelledRoot, Type: "Labelled", Nillable: true}
	ofRoot((*ValueElement[Nillable[labelled]])(&element))
	v := &Nillable[labelled]{Nil: true, Value: labelled{Label: new("l"), Text: "t"}}
	text, err := MarshalXML(v, Declaration(false))
	unstyled, failed := MarshalXML(v)
	const want = `<root xmlns="urn:labels" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true" label="l"/>`
	if err != nil || string(text) != want || failed != nil || !strings.HasSuffix(string(unstyled), want) {
		t.Errorf("%v, %v\ngot  %s\n     %s\nwant %s", err, failed, text, unstyled, want)
	}
	if text, err := MarshalJSON(v); err != nil || string(text) != `{"#nil":true,"@label":"l"}` {
		t.Errorf("%s, %v", text, err)
	}
}

// An encoder of the standard library may call the root otherwise.
func TestRootCalledOtherwise(t *testing.T) {
	ofRoot(&StructElement{Name: labelledRoot, Type: "Labelled"})
	var out bytes.Buffer
	e := xml.NewEncoder(&out)
	err := EncodeXML(e, xml.StartElement{Name: xml.Name{Space: "urn:other", Local: "other"}}, &labelled{Text: "t"})
	if err == nil {
		err = e.Close()
	}
	if want := `<other xmlns="urn:other">t</other>`; err != nil || out.String() != want {
		t.Errorf("%s, %v, want %s", &out, err, want)
	}
}
