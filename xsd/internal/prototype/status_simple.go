// This file holds the simple types of the status schema.

package prototype

import (
	"github.com/mvainnsyn/mvainnsyn/xsd"
	"github.com/mvainnsyn/mvainnsyn/xsd/codec"
	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
)

// Boolsk is the simple type Boolsk: xs:boolean.
type Boolsk bool

var boolskType = simple.Restrict(xsd.Name{Space: namespace, Local: "Boolsk"}, xsd.BuiltIn("boolean"))

// ReadXSD reads v from what the reader stands at.
func (v *Boolsk) ReadXSD(r *xsd.XMLReader) error {
	*v = Boolsk(r.Bool(boolskType))
	return r.Err()
}

// WriteXSD writes v where the writer stands.
func (v *Boolsk) WriteXSD(w *xsd.XMLWriter) error { return w.Bool(boolskType, bool(*v)) }

// Validate returns nil exactly when what xsd.MarshalXML writes is valid.
func (v *Boolsk) Validate() error { return xsd.Validate(v) }

var tekstType = simple.Restrict(xsd.Name{Space: namespace, Local: "Tekst"}, xsd.BuiltIn("string"),
	xsd.Facet{Kind: xsd.FacetMaxLength, Value: "4000"},
)

// Organisasjonsnummer is the simple type Organisasjonsnummer: Tekst, pattern [0-9]+, length 9.
type Organisasjonsnummer string

var organisasjonsnummerType = simple.Restrict(xsd.Name{Space: namespace, Local: "Organisasjonsnummer"}, tekstType,
	xsd.Facet{Kind: xsd.FacetPattern, Value: "[0-9]+"},
	xsd.Facet{Kind: xsd.FacetLength, Value: "9"},
)

// ReadXSD reads v from what the reader stands at.
func (v *Organisasjonsnummer) ReadXSD(r *xsd.XMLReader) error {
	*v = Organisasjonsnummer(r.Text(organisasjonsnummerType))
	return r.Err()
}

// WriteXSD writes v where the writer stands.
func (v *Organisasjonsnummer) WriteXSD(w *xsd.XMLWriter) error {
	return w.Text(organisasjonsnummerType, string(*v))
}

// Validate returns nil exactly when what xsd.MarshalXML writes is valid.
func (v *Organisasjonsnummer) Validate() error { return xsd.Validate(v) }

// MarshalText implements encoding.TextMarshaler, strictly.
func (v Organisasjonsnummer) MarshalText() ([]byte, error) { return codec.MarshalText(&v) }

// UnmarshalText implements encoding.TextUnmarshaler, strictly.
func (v *Organisasjonsnummer) UnmarshalText(text []byte) error { return codec.UnmarshalText(text, v) }

// Meldingskategori is the simple type Meldingskategori: xs:string.
type Meldingskategori string

// The values of Meldingskategori.
const (
	MeldingskategoriAlminnelig                 Meldingskategori = "alminnelig"
	MeldingskategoriPrimaernaering             Meldingskategori = "primaernaering"
	MeldingskategoriMerverdiavgiftKompensasjon Meldingskategori = "merverdiavgift kompensasjon"
)

// Known reports whether v is one of the schema's values; tolerant reading lets others through.
func (v Meldingskategori) Known() bool {
	switch v {
	case MeldingskategoriAlminnelig, MeldingskategoriPrimaernaering, MeldingskategoriMerverdiavgiftKompensasjon:
		return true
	}
	return false
}

var meldingskategoriType = simple.Restrict(xsd.Name{Space: namespace, Local: "Meldingskategori"}, xsd.BuiltIn("string"),
	xsd.Facet{Kind: xsd.FacetEnumeration, Value: "alminnelig"},
	xsd.Facet{Kind: xsd.FacetEnumeration, Value: "primaernaering"},
	xsd.Facet{Kind: xsd.FacetEnumeration, Value: "merverdiavgift kompensasjon"},
)

// ReadXSD reads v from what the reader stands at.
func (v *Meldingskategori) ReadXSD(r *xsd.XMLReader) error {
	*v = Meldingskategori(r.Text(meldingskategoriType))
	return r.Err()
}

// WriteXSD writes v where the writer stands.
func (v *Meldingskategori) WriteXSD(w *xsd.XMLWriter) error {
	return w.Text(meldingskategoriType, string(*v))
}

// Validate returns nil exactly when what xsd.MarshalXML writes is valid.
func (v *Meldingskategori) Validate() error { return xsd.Validate(v) }

// SkattleggingsperiodeType is the simple type SkattleggingsperiodeType: xs:string.
type SkattleggingsperiodeType string

// The values of SkattleggingsperiodeType.
const (
	SkattleggingsperiodeTypeAar        SkattleggingsperiodeType = "aar"
	SkattleggingsperiodeTypeToMaaned   SkattleggingsperiodeType = "toMaaned"
	SkattleggingsperiodeTypeMaaned     SkattleggingsperiodeType = "maaned"
	SkattleggingsperiodeTypeHalvMaaned SkattleggingsperiodeType = "halvMaaned"
)

var skattleggingsperiodeTypeType = simple.Restrict(xsd.Name{Space: namespace, Local: "SkattleggingsperiodeType"}, xsd.BuiltIn("string"),
	xsd.Facet{Kind: xsd.FacetEnumeration, Value: "aar"},
	xsd.Facet{Kind: xsd.FacetEnumeration, Value: "seksMaaned"},
	xsd.Facet{Kind: xsd.FacetEnumeration, Value: "treMaaned"},
	xsd.Facet{Kind: xsd.FacetEnumeration, Value: "toMaaned"},
	xsd.Facet{Kind: xsd.FacetEnumeration, Value: "maaned"},
	xsd.Facet{Kind: xsd.FacetEnumeration, Value: "halvMaaned"},
	xsd.Facet{Kind: xsd.FacetEnumeration, Value: "uke"},
)

// ReadXSD reads v from what the reader stands at.
func (v *SkattleggingsperiodeType) ReadXSD(r *xsd.XMLReader) error {
	*v = SkattleggingsperiodeType(r.Text(skattleggingsperiodeTypeType))
	return r.Err()
}

// WriteXSD writes v where the writer stands.
func (v *SkattleggingsperiodeType) WriteXSD(w *xsd.XMLWriter) error {
	return w.Text(skattleggingsperiodeTypeType, string(*v))
}

// Validate returns nil exactly when what xsd.MarshalXML writes is valid.
func (v *SkattleggingsperiodeType) Validate() error { return xsd.Validate(v) }

// SkattleggingsperiodeMerverdiavgift is the simple type SkattleggingsperiodeMerverdiavgift: xs:string.
type SkattleggingsperiodeMerverdiavgift string

var skattleggingsperiodeMerverdiavgiftType = simple.Restrict(xsd.Name{Space: namespace, Local: "SkattleggingsperiodeMerverdiavgift"}, xsd.BuiltIn("string"))

// ReadXSD reads v from what the reader stands at.
func (v *SkattleggingsperiodeMerverdiavgift) ReadXSD(r *xsd.XMLReader) error {
	*v = SkattleggingsperiodeMerverdiavgift(r.Text(skattleggingsperiodeMerverdiavgiftType))
	return r.Err()
}

// WriteXSD writes v where the writer stands.
func (v *SkattleggingsperiodeMerverdiavgift) WriteXSD(w *xsd.XMLWriter) error {
	return w.Text(skattleggingsperiodeMerverdiavgiftType, string(*v))
}

// Validate returns nil exactly when what xsd.MarshalXML writes is valid.
func (v *SkattleggingsperiodeMerverdiavgift) Validate() error { return xsd.Validate(v) }

// Aarstall is the simple type Aarstall: xs:gYear.
type Aarstall struct{ xsd.GYear }

var aarstallType = simple.Restrict(xsd.Name{Space: namespace, Local: "Aarstall"}, xsd.BuiltIn("gYear"))

// ReadXSD reads v from what the reader stands at.
func (v *Aarstall) ReadXSD(r *xsd.XMLReader) error { return v.ReadAs(r, aarstallType) }

// WriteXSD writes v where the writer stands.
func (v *Aarstall) WriteXSD(w *xsd.XMLWriter) error { return v.WriteAs(w, aarstallType) }

// Validate returns nil exactly when what xsd.MarshalXML writes is valid.
func (v *Aarstall) Validate() error { return xsd.Validate(v) }

// Dato is the simple type Dato: xs:date.
type Dato struct{ xsd.Date }

var datoType = simple.Restrict(xsd.Name{Space: namespace, Local: "Dato"}, xsd.BuiltIn("date"))

// ReadXSD reads v from what the reader stands at.
func (v *Dato) ReadXSD(r *xsd.XMLReader) error { return v.ReadAs(r, datoType) }

// WriteXSD writes v where the writer stands.
func (v *Dato) WriteXSD(w *xsd.XMLWriter) error { return v.WriteAs(w, datoType) }

// Validate returns nil exactly when what xsd.MarshalXML writes is valid.
func (v *Dato) Validate() error { return xsd.Validate(v) }
