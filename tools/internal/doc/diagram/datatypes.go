// This file lists the enumerations and data types that classes use.

package diagram

import (
	"github.com/mvainnsyn/mvainnsyn/tools/internal/doc/facets"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// mostValues is how many values of an enumeration are listed.
const mostValues = 30

// dataTypes describes the simple types that were met, the built-in ones left out.
func (b *builder) dataTypes() []*DataType {
	var all []*DataType
	for i := 0; i < len(b.simple); i++ {
		switch t := b.simple[i].(type) {
		case *schema.SimpleType:
			if !t.BuiltIn {
				all = append(all, b.simpleType(t))
			}
		case *schema.ComplexType:
			if !t.BuiltIn {
				all = append(all, b.valueType(t))
			}
		}
	}
	return all
}

func (b *builder) dataType(t schema.Type, kind string) *DataType {
	path := b.Path(t)
	return &DataType{ID: b.ID(path), Path: path, Name: b.Type(t), Kind: kind, Doc: b.Doc(t)}
}

func (b *builder) simpleType(t *schema.SimpleType) *DataType {
	values := facets.Values(t)
	if len(values) == 0 {
		d := b.dataType(t, "data type")
		for _, words := range facets.Words(t) {
			d.Rows = append(d.Rows, DataRow{Text: words})
		}
		return d
	}
	d := b.dataType(t, "enumeration")
	for i, v := range values {
		if i == mostValues {
			d.Hidden = len(values) - i
			break
		}
		d.Rows = append(d.Rows, DataRow{v.Text, d.Path + "/enum/" + v.Text})
	}
	return d
}

// valueType describes a type with text and attributes.
func (b *builder) valueType(t *schema.ComplexType) *DataType {
	d := b.dataType(t, "data type")
	if content, ok := t.Content.(*schema.SimpleContent); ok {
		d.Rows = append(d.Rows, DataRow{Text: "(text) : " + b.row(Row{Simple: content.Type}).Type})
	}
	for _, use := range t.AttributeUses {
		r := b.attribute(use)
		d.Rows = append(d.Rows, DataRow{r.Name + " : " + r.Type + " [" + r.Occurs.String() + "]", r.Path})
	}
	return d
}
