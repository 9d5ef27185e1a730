// Descriptors that do not fit their Go types or their schema, as of generated code that somebody changed: an error says so, wherever the type is used.

package codec

import (
	"strings"
	"testing"

	"github.com/mvainnsyn/mvainnsyn/xsd/content"
)

type (
	parcel struct{ Box box }
	box    struct{ Weight string }
)

var (
	parcelType *ComplexType
	boxType    *ComplexType
	parcelRoot = Name{Space: "urn:parcels", Local: "parcel"}
)

func (v *parcel) ReadXSD(r *Reader) error  { return r.Struct(parcelType, v) }
func (v *parcel) WriteXSD(w *Writer) error { return w.Struct(parcelType, v) }
func (v *parcel) Validate() error          { return Validate(v) }

func (v *box) ReadXSD(r *Reader) error  { return r.Struct(boxType, v) }
func (v *box) WriteXSD(w *Writer) error { return w.Struct(boxType, v) }
func (v *box) Validate() error          { return Validate(v) }

// ofParcels makes a schema whose type of boxes has the field, the content model and the sums.
func ofParcels(weight Field, model content.Node, sums ...Sum) {
	boxType = &ComplexType{GoName: "Box", Fields: []Field{weight}, Content: model, Sums: sums}
	parcelType = &ComplexType{GoName: "Parcel", Fields: []Field{{Name: Name{Space: "urn:parcels", Local: "box"}, Go: "Box", Min: 1, Max: 1, Type: "Box"}}}
	NewSchema(nil, &SchemaParts{
		Package:  "parcels",
		Types:    []TypeEntry{TypeOf[parcel](parcelType), TypeOf[box](boxType)},
		Elements: []GlobalElement{&StructElement{Name: parcelRoot, Type: "Parcel"}},
	})
}

func TestWrongDescriptorWithin(t *testing.T) {
	weight := Name{Space: "urn:parcels", Local: "weight"}
	right := Field{Name: weight, Go: "Weight", Min: 1, Max: 1, Simple: typeString}
	for says, of := range map[string]struct {
		field Field
		model content.Node
		sums  []Sum
	}{
		"":             {field: right},
		"Height":       {field: Field{Name: weight, Go: "Height", Min: 1, Max: 1, Simple: typeString}},
		"unknown type": {field: Field{Name: weight, Go: "Weight", Min: 1, Max: 1, Type: "Weight"}},
		"minOccurs":    {field: right, model: Sequence(2, 1, Leaf(0, 1, 1))},
		"field 1":      {field: right, model: Sequence(1, 1, Leaf(0, 1, 1), Leaf(1, 1, 1))},
		"field 2":      {field: right, sums: []Sum{{Go: "Choice", Branches: []Branch{{Zero: box{}, Fields: []int{2}}}}}},
	} {
		ofParcels(of.field, of.model, of.sums...)
		_, toXML := MarshalXML(&parcel{Box: box{"1"}})
		_, toJSON := MarshalJSON(&parcel{Box: box{"1"}})
		for does, err := range map[string]error{
			"XML is read":     UnmarshalXML([]byte(`<parcel xmlns="urn:parcels"><box><weight>1</weight></box></parcel>`), new(parcel)),
			"JSON is read":    UnmarshalJSON([]byte(`{"box":{"weight":"1"}}`), new(parcel)),
			"XML is written":  toXML,
			"JSON is written": toJSON,
			"it is validated": (&parcel{Box: box{"1"}}).Validate(),
		} {
			if says == "" && err != nil || says != "" && (err == nil || !strings.Contains(err.Error(), says)) {
				t.Errorf("%s with %q wrong: %v", does, says, err)
			}
		}
	}
}
