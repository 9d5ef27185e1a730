// What a wildcard lets in is read in one step, up to where it ends. Were it not, it would be read with care, to the same value.

package codec

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/xsd/content"
	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

// bag is whatever a wildcard lets in.
type bag struct{ Items []AnyElement }

func (v *bag) ReadXSD(r *Reader) error  { return r.Struct(bagType, v) }
func (v *bag) WriteXSD(w *Writer) error { return w.Struct(bagType, v) }
func (v *bag) Validate() error          { return Validate(v) }

var bagType = &ComplexType{
	GoName: "Bag",
	Fields: []Field{{Kind: WildcardField, Name: Name{Local: "items"}, Go: "Items", Max: content.Unbounded, Any: &content.Wildcard{Process: content.Skip}}},
}

// The key of an element is copied from the element before, where that has one.
func TestKeysOfAnyElements(t *testing.T) {
	NewSchema(nil, &SchemaParts{Package: "bags", Types: []TypeEntry{TypeOf[bag](bagType)}, Elements: []GlobalElement{
		&StructElement{Name: Name{Local: "bag"}, Type: "Bag"},
	}})
	a, b, space := Name{Local: "a"}, Name{Local: "b"}, Name{Space: "urn:any", Local: "a"}
	v, want := new(bag), ""
	for _, item := range []struct {
		name        Name
		value, json string
	}{
		{a, "1", `{"{}a":"1"}`},
		{a, "", `{"{}a":""}`},
		{b, "2", `{"{}b":"2"}`},
		{b, "a \ufffd", "{\"{}b\":\"a \ufffd\"}"}, // it is written with care
		{b, "3", `{"{}b":"3"}`},
		{space, "\ufffd", "{\"{urn:any}a\":\"\ufffd\"}"},
		{space, "4", `{"{urn:any}a":"4"}`},
		{space, "\"", `{"{urn:any}a":"\""}`},
		{a, "5", `{"{}a":"5"}`},
	} {
		v.Items = append(v.Items, AnyElement{Name: item.name, Content: []AnyContent{AnyText(item.value)}})
		want += "," + item.json
		got, err := MarshalJSON(v)
		if want := `{"#any":[` + want[1:] + `]}`; err != nil || string(got) != want {
			t.Fatalf("%s, %v; want %s", got, err, want)
		}
	}
}

func TestAnyValueInOneStep(t *testing.T) {
	anything := &fieldFacts{element: &element{field: &Field{Kind: WildcardField, Any: &content.Wildcard{Process: content.Skip}}}}
	name := Name{Space: "urn:any", Local: "a"}
	for text, want := range map[string]AnyElement{
		`"b"`:                              {Content: []AnyContent{AnyText("b")}},
		`{ }`:                              {},
		`{"@b":"c"}`:                       {Attributes: []AnyAttribute{{Name: Name{Local: "b"}, Value: "c"}}},
		`{"#content":[]}`:                  {},
		`{"#content" : [ ] , "@b" : "c" }`: {Attributes: []AnyAttribute{{Name: Name{Local: "b"}, Value: "c"}}},
		`{"#content":["b",{"{urn:any}a":"c"}]}`: {Content: []AnyContent{
			AnyText("b"), &AnyElement{Name: name, Content: []AnyContent{AnyText("c")}},
		}},
		`{"#content":[{"{urn:any}a":{"#content":[{"{urn:any}a":""} , "b"]}} ] }`: {Content: []AnyContent{
			&AnyElement{Name: name, Content: []AnyContent{&AnyElement{Name: name}, AnyText("b")}},
		}},
	} {
		src, limits := "{"+text+"}", source.DefaultLimits()
		r := emptyReader().begin(nil)
		r.input = new(source.Input)
		r.input.ResetBytes(source.JSON, []byte(src), limits)
		d := &r.objects
		d.r, d.src, d.limits = r, src, &limits
		var e AnyElement
		end, ok := d.anyValue(&e, anything, len("{"), 1)
		if !ok || end != len(src)-len("}") {
			t.Errorf("%s: %v, and it ends at %d", text, ok, end)
			continue
		}
		if diff := cmp.Diff(want, e); diff != "" {
			t.Errorf("%s (-want +got):\n%s", text, diff)
		}
	}
}
