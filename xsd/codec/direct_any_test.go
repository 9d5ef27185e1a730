// What a wildcard lets in is read in one step, up to where it ends. Were it not, it would be read with care, to the same value.

package codec

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/xsd/content"
	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

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
