// This file reads and writes the complex types of the status schema.

package prototype

import (
	"encoding/xml"

	"github.com/mvainnsyn/mvainnsyn/xsd"
	"github.com/mvainnsyn/mvainnsyn/xsd/codec"
)

// ReadXSD reads v from what the reader stands at.
func (v *MvaMeldingInnsendingStatus) ReadXSD(r *xsd.XMLReader) error {
	r.Open(&mvaMeldingInnsendingStatusType)
	for r.Next() {
		switch r.Field() {
		case 0: // skattepliktig
			r.Value(&v.Skattepliktig)
		case 1: // terminUtenLevertMvaMelding
			r.Value(codec.Grow(&v.TerminUtenLevertMvaMelding))
		case 2: // harTidligereSendtMvaMelding
			r.Value(&v.HarTidligereSendtMvaMelding)
		}
	}
	return r.Close()
}

// WriteXSD writes v where the writer stands.
func (v *MvaMeldingInnsendingStatus) WriteXSD(w *xsd.XMLWriter) error {
	w.Open(&mvaMeldingInnsendingStatusType)
	w.Value(0, &v.Skattepliktig)
	for i := range v.TerminUtenLevertMvaMelding {
		w.Value(1, &v.TerminUtenLevertMvaMelding[i])
	}
	w.Value(2, &v.HarTidligereSendtMvaMelding)
	return w.Close()
}

// Validate returns nil exactly when what xsd.MarshalXML writes is valid.
func (v *MvaMeldingInnsendingStatus) Validate() error { return xsd.Validate(v) }

// MarshalXML implements xml.Marshaler, strictly.
func (v MvaMeldingInnsendingStatus) MarshalXML(e *xml.Encoder, start xml.StartElement) error {
	return codec.EncodeXML(e, start, &v)
}

// UnmarshalXML implements xml.Unmarshaler, strictly.
func (v *MvaMeldingInnsendingStatus) UnmarshalXML(d *xml.Decoder, start xml.StartElement) error {
	return codec.DecodeXML(d, start, v)
}

// MarshalJSON implements json.Marshaler, strictly.
func (v MvaMeldingInnsendingStatus) MarshalJSON() ([]byte, error) { return xsd.MarshalJSON(&v) }

// UnmarshalJSON implements json.Unmarshaler, strictly.
func (v *MvaMeldingInnsendingStatus) UnmarshalJSON(data []byte) error {
	return xsd.UnmarshalJSON(data, v)
}

// ReadXSD reads v from what the reader stands at.
func (v *Skattepliktig) ReadXSD(r *xsd.XMLReader) error {
	r.Open(&skattepliktigType)
	for r.Next() {
		switch r.Field() {
		case 0: // organisasjonsnummer
			r.Value(&v.Organisasjonsnummer)
		}
	}
	return r.Close()
}

// WriteXSD writes v where the writer stands.
func (v *Skattepliktig) WriteXSD(w *xsd.XMLWriter) error {
	w.Open(&skattepliktigType)
	w.Value(0, &v.Organisasjonsnummer)
	return w.Close()
}

// Validate returns nil exactly when what xsd.MarshalXML writes is valid.
func (v *Skattepliktig) Validate() error { return xsd.Validate(v) }

// ReadXSD reads v from what the reader stands at.
func (v *TerminUtenLevertMvaMelding) ReadXSD(r *xsd.XMLReader) error {
	r.Open(&terminUtenLevertMvaMeldingType)
	for r.Next() {
		switch r.Field() {
		case 0: // meldingskategori
			r.Value(&v.Meldingskategori)
		case 1: // skattleggingsperiode
			r.Value(&v.Skattleggingsperiode)
		case 2: // skattleggingsperiodeType
			r.Value(&v.SkattleggingsperiodeType)
		case 3: // leveringsfrist
			r.Value(&v.Leveringsfrist)
		}
	}
	return r.Close()
}

// WriteXSD writes v where the writer stands.
func (v *TerminUtenLevertMvaMelding) WriteXSD(w *xsd.XMLWriter) error {
	w.Open(&terminUtenLevertMvaMeldingType)
	w.Value(0, &v.Meldingskategori)
	w.Value(1, &v.Skattleggingsperiode)
	w.Value(2, &v.SkattleggingsperiodeType)
	w.Value(3, &v.Leveringsfrist)
	return w.Close()
}

// Validate returns nil exactly when what xsd.MarshalXML writes is valid.
func (v *TerminUtenLevertMvaMelding) Validate() error { return xsd.Validate(v) }

// ReadXSD reads v from what the reader stands at.
func (v *Skattleggingsperiode) ReadXSD(r *xsd.XMLReader) error {
	r.Open(&skattleggingsperiodeType)
	for r.Next() {
		switch r.Field() {
		case 0: // periode
			r.Value(&v.Periode)
		case 1: // aar
			r.Value(&v.Aar)
		}
	}
	return r.Close()
}

// WriteXSD writes v where the writer stands.
func (v *Skattleggingsperiode) WriteXSD(w *xsd.XMLWriter) error {
	w.Open(&skattleggingsperiodeType)
	w.Value(0, &v.Periode)
	w.Value(1, &v.Aar)
	return w.Close()
}

// Validate returns nil exactly when what xsd.MarshalXML writes is valid.
func (v *Skattleggingsperiode) Validate() error { return xsd.Validate(v) }
