// This file holds the simple types of katalog.xsd.

package prototype

import (
	"github.com/mvainnsyn/mvainnsyn/xsd"
	"github.com/mvainnsyn/mvainnsyn/xsd/codec"
	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
)

// Kode is the simple type Kode: xs:token, pattern [A-Z]{2}[0-9].
type Kode string

var kodeType = simple.Restrict(xsd.Name{Space: katalogNamespace, Local: "Kode"}, xsd.BuiltIn("token"),
	xsd.Facet{Kind: xsd.FacetPattern, Value: "[A-Z]{2}[0-9]"},
)

// ReadXSD reads v from what the reader stands at.
func (v *Kode) ReadXSD(r *xsd.XMLReader) error {
	*v = Kode(r.Text(kodeType))
	return r.Err()
}

// WriteXSD writes v where the writer stands.
func (v *Kode) WriteXSD(w *xsd.XMLWriter) error { return w.Text(kodeType, string(*v)) }

// Validate returns nil exactly when what xsd.MarshalXML writes is valid.
func (v *Kode) Validate() error { return xsd.Validate(v) }

// Koder is the simple type Koder: list of Kode.
type Koder []Kode

var koderType = simple.ListOf(xsd.Name{Space: katalogNamespace, Local: "Koder"}, kodeType)

// ReadXSD reads v from what the reader stands at.
func (v *Koder) ReadXSD(r *xsd.XMLReader) error {
	*v = Koder{}
	for r.Items(koderType) {
		r.Value(codec.Grow(v))
	}
	return r.Err()
}

// WriteXSD writes v where the writer stands.
func (v *Koder) WriteXSD(w *xsd.XMLWriter) error {
	w.OpenList(koderType)
	for i := range *v {
		w.Item(&(*v)[i])
	}
	return w.CloseList()
}

// Validate returns nil exactly when what xsd.MarshalXML writes is valid.
func (v *Koder) Validate() error { return xsd.Validate(v) }

// MarshalText implements encoding.TextMarshaler, strictly.
func (v Koder) MarshalText() ([]byte, error) { return codec.MarshalText(&v) }

// UnmarshalText implements encoding.TextUnmarshaler, strictly.
func (v *Koder) UnmarshalText(text []byte) error { return codec.UnmarshalText(text, v) }

// Beloep is the simple type Beloep: xs:decimal, fractionDigits 2.
type Beloep struct{ xsd.Decimal }

var beloepType = simple.Restrict(xsd.Name{Space: katalogNamespace, Local: "Beloep"}, xsd.BuiltIn("decimal"),
	xsd.Facet{Kind: xsd.FacetFractionDigits, Value: "2"},
)

// ReadXSD reads v from what the reader stands at.
func (v *Beloep) ReadXSD(r *xsd.XMLReader) error { return v.ReadAs(r, beloepType) }

// WriteXSD writes v where the writer stands.
func (v *Beloep) WriteXSD(w *xsd.XMLWriter) error { return v.WriteAs(w, beloepType) }

// Validate returns nil exactly when what xsd.MarshalXML writes is valid.
func (v *Beloep) Validate() error { return xsd.Validate(v) }

var ordType = simple.Restrict(xsd.Name{Space: katalogNamespace, Local: "Ord"}, xsd.BuiltIn("string"),
	xsd.Facet{Kind: xsd.FacetEnumeration, Value: "liten"},
	xsd.Facet{Kind: xsd.FacetEnumeration, Value: "stor"},
)

// Stoerrelse is the simple type Stoerrelse: union of xs:int, Ord.
type Stoerrelse struct{ xsd.Union }

var stoerrelseType = simple.UnionOf(xsd.Name{Space: katalogNamespace, Local: "Stoerrelse"}, xsd.BuiltIn("int"), ordType)

// ReadXSD reads v from what the reader stands at.
func (v *Stoerrelse) ReadXSD(r *xsd.XMLReader) error { return v.ReadAs(r, stoerrelseType) }

// WriteXSD writes v where the writer stands.
func (v *Stoerrelse) WriteXSD(w *xsd.XMLWriter) error { return v.WriteAs(w, stoerrelseType) }

// Validate returns nil exactly when what xsd.MarshalXML writes is valid.
func (v *Stoerrelse) Validate() error { return xsd.Validate(v) }

// ParseStoerrelse returns the value that text stands for.
func ParseStoerrelse(text string) (Stoerrelse, error) {
	u, err := xsd.ParseUnion(stoerrelseType, text)
	return Stoerrelse{u}, err
}
