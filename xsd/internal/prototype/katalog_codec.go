// This file reads and writes the complex types of katalog.xsd.

package prototype

import (
	"encoding/xml"

	"github.com/mvainnsyn/mvainnsyn/xsd"
	"github.com/mvainnsyn/mvainnsyn/xsd/codec"
)

// ReadXSD reads v from what the reader stands at.
func (v *Katalog) ReadXSD(r *xsd.XMLReader) error {
	r.Open(&katalogType)
	for r.Next() {
		switch r.Field() {
		case 0: // attribute versjon
			r.Value((*xsd.Int)(&v.Versjon))
		case 1: // attribute valuta
			r.Value((*xsd.String)(codec.New(&v.Valuta)))
		case 2: // any attribute
			r.Value(codec.Grow(&v.AnyAttributes))
		case 3: // tittel
			r.Value((*xsd.String)(&v.Tittel))
		case 4: // merknad
			r.Value(codec.New(&v.Merknad))
		case 5: // kode
			var branch KatalogGyldighetKode
			r.Value(&branch.Kode)
			v.Gyldighet = branch
		case 6: // fra
			branch, _ := v.Gyldighet.(KatalogGyldighetFraTil)
			r.Value(&branch.Fra)
			v.Gyldighet = branch
		case 7: // til
			branch, _ := v.Gyldighet.(KatalogGyldighetFraTil)
			r.Value(codec.New(&branch.Til))
			v.Gyldighet = branch
		case 8: // post
			var item KatalogItemPost
			r.Value(&item.Post)
			v.Content = append(v.Content, item)
		case 9: // avsnitt
			var item KatalogItemAvsnitt
			r.Value(&item.Avsnitt)
			v.Content = append(v.Content, item)
		case 10: // stoerrelse
			r.Value(codec.New(&v.Stoerrelse))
		case 11: // figur
			codec.ReadTyped(r, codec.Grow(&v.Figur))
		case 12: // publikasjon
			r.Value(codec.Grow(&v.Publikasjon))
		case 13: // ramme
			r.Value(codec.New(&v.Ramme))
		case 14: // any element
			r.Value(codec.Grow(&v.Any))
		}
	}
	return r.Close()
}

// WriteXSD writes v where the writer stands.
func (v *Katalog) WriteXSD(w *xsd.XMLWriter) error {
	w.Open(&katalogType)
	w.Value(0, (*xsd.Int)(&v.Versjon))
	if v.Valuta != nil {
		w.Value(1, (*xsd.String)(v.Valuta))
	}
	for i := range v.AnyAttributes {
		w.Value(2, &v.AnyAttributes[i])
	}
	w.Value(3, (*xsd.String)(&v.Tittel))
	if v.Merknad != nil {
		w.Value(4, v.Merknad)
	}
	switch branch := v.Gyldighet.(type) {
	case nil:
	case KatalogGyldighetKode:
		w.Value(5, &branch.Kode)
	case KatalogGyldighetFraTil:
		w.Value(6, &branch.Fra)
		if branch.Til != nil {
			w.Value(7, branch.Til)
		}
	default:
		w.UnknownBranch("Gyldighet", branch)
	}
	for _, item := range v.Content {
		switch item := item.(type) {
		case KatalogItemPost:
			w.Value(8, &item.Post)
		case KatalogItemAvsnitt:
			w.Value(9, &item.Avsnitt)
		default:
			w.UnknownBranch("Content", item)
		}
	}
	if v.Stoerrelse != nil {
		w.Value(10, v.Stoerrelse)
	}
	for i := range v.Figur {
		w.Value(11, v.Figur[i])
	}
	for i := range v.Publikasjon {
		w.Value(12, &v.Publikasjon[i])
	}
	if v.Ramme != nil {
		w.Value(13, v.Ramme)
	}
	for i := range v.Any {
		w.Value(14, &v.Any[i])
	}
	return w.Close()
}

// Validate returns nil exactly when what xsd.MarshalXML writes is valid.
func (v *Katalog) Validate() error { return xsd.Validate(v) }

// ReadXSD reads v from what the reader stands at.
func (v *Post) ReadXSD(r *xsd.XMLReader) error {
	r.Open(&postType)
	for r.Next() {
		switch r.Field() {
		case 0: // attribute nr
			r.Value((*xsd.Int)(codec.New(&v.Nr)))
		case 1: // attribute erstatter
			r.Value((*xsd.Int)(codec.New(&v.Erstatter)))
		case 2: // attribute id
			r.Value(codec.New(&v.Id))
		case 3: // attribute se
			r.Value(codec.New(&v.Se))
		case 4: // attribute koder
			r.Value(codec.New(&v.Koder))
		case 5: // text
			r.Value(&v.Value)
		}
	}
	return r.Close()
}

// WriteXSD writes v where the writer stands.
func (v *Post) WriteXSD(w *xsd.XMLWriter) error {
	w.Open(&postType)
	if v.Nr != nil {
		w.Value(0, (*xsd.Int)(v.Nr))
	}
	if v.Erstatter != nil {
		w.Value(1, (*xsd.Int)(v.Erstatter))
	}
	if v.Id != nil {
		w.Value(2, v.Id)
	}
	if v.Se != nil {
		w.Value(3, v.Se)
	}
	if v.Koder != nil {
		w.Value(4, v.Koder)
	}
	w.Value(5, &v.Value)
	return w.Close()
}

// Validate returns nil exactly when what xsd.MarshalXML writes is valid.
func (v *Post) Validate() error { return xsd.Validate(v) }

// ReadXSD reads v from what the reader stands at.
func (v *Avsnitt) ReadXSD(r *xsd.XMLReader) error {
	r.Open(&avsnittType)
	for r.Next() {
		switch r.Field() {
		case 0: // uthevet
			var item AvsnittItemUthevet
			r.Value((*xsd.String)(&item.Uthevet))
			v.Content = append(v.Content, item)
		case 1: // avsnitt
			var item AvsnittItemAvsnitt
			r.Value(&item.Avsnitt)
			v.Content = append(v.Content, item)
		case 2: // text between elements
			v.Content = append(v.Content, AvsnittText(r.Chars()))
		}
	}
	return r.Close()
}

// WriteXSD writes v where the writer stands.
func (v *Avsnitt) WriteXSD(w *xsd.XMLWriter) error {
	w.Open(&avsnittType)
	for _, item := range v.Content {
		switch item := item.(type) {
		case AvsnittItemUthevet:
			w.Value(0, (*xsd.String)(&item.Uthevet))
		case AvsnittItemAvsnitt:
			w.Value(1, &item.Avsnitt)
		case AvsnittText:
			w.Chars(string(item))
		default:
			w.UnknownBranch("Content", item)
		}
	}
	return w.Close()
}

// Validate returns nil exactly when what xsd.MarshalXML writes is valid.
func (v *Avsnitt) Validate() error { return xsd.Validate(v) }

// ReadXSD reads v from what the reader stands at.
func (v *Figur) ReadXSD(r *xsd.XMLReader) error {
	r.Open(&figurType)
	for r.Next() {
		switch r.Field() {
		case 0: // navn
			r.Value((*xsd.String)(&v.Navn))
		}
	}
	return r.Close()
}

// WriteXSD writes v where the writer stands.
func (v *Figur) WriteXSD(w *xsd.XMLWriter) error {
	w.Open(&figurType)
	w.Value(0, (*xsd.String)(&v.Navn))
	return w.Close()
}

// Validate returns nil exactly when what xsd.MarshalXML writes is valid.
func (v *Figur) Validate() error { return xsd.Validate(v) }

// MarshalXML implements xml.Marshaler, strictly.
func (v Figur) MarshalXML(e *xml.Encoder, start xml.StartElement) error {
	return codec.EncodeXML(e, start, &v)
}

// UnmarshalXML implements xml.Unmarshaler, strictly.
func (v *Figur) UnmarshalXML(d *xml.Decoder, start xml.StartElement) error {
	return codec.DecodeXML(d, start, v)
}

// ReadXSD reads v from what the reader stands at.
func (v *Sirkel) ReadXSD(r *xsd.XMLReader) error {
	r.Open(&sirkelType)
	for r.Next() {
		switch r.Field() {
		case 0: // navn
			r.Value((*xsd.String)(&v.Navn))
		case 1: // radius
			r.Value((*xsd.Double)(&v.Radius))
		}
	}
	return r.Close()
}

// WriteXSD writes v where the writer stands.
func (v *Sirkel) WriteXSD(w *xsd.XMLWriter) error {
	w.Open(&sirkelType)
	w.Value(0, (*xsd.String)(&v.Navn))
	w.Value(1, (*xsd.Double)(&v.Radius))
	return w.Close()
}

// Validate returns nil exactly when what xsd.MarshalXML writes is valid.
func (v *Sirkel) Validate() error { return xsd.Validate(v) }

// ReadXSD reads v from what the reader stands at.
func (v *Publikasjon) ReadXSD(r *xsd.XMLReader) error {
	r.Open(&publikasjonType)
	for r.Next() {
		switch r.Field() {
		case 0: // navn
			r.Value((*xsd.String)(&v.Navn))
		}
	}
	return r.Close()
}

// WriteXSD writes v where the writer stands.
func (v *Publikasjon) WriteXSD(w *xsd.XMLWriter) error {
	w.Open(&publikasjonType)
	w.Value(0, (*xsd.String)(&v.Navn))
	return w.Close()
}

// Validate returns nil exactly when what xsd.MarshalXML writes is valid.
func (v *Publikasjon) Validate() error { return xsd.Validate(v) }

// ReadXSD reads v from what the reader stands at.
func (v *Ramme) ReadXSD(r *xsd.XMLReader) error {
	r.Open(&rammeType)
	for r.Next() {
		switch r.Field() {
		case 0: // attribute type
			r.Value((*xsd.String)(codec.New(&v.Type)))
		case 1: // bredde
			r.Value((*xsd.Int)(&v.Bredde))
		case 2: // farge
			r.Value(codec.New(&v.Farge))
		}
	}
	return r.Close()
}

// WriteXSD writes v where the writer stands.
func (v *Ramme) WriteXSD(w *xsd.XMLWriter) error {
	w.Open(&rammeType)
	if v.Type != nil {
		w.Value(0, (*xsd.String)(v.Type))
	}
	w.Value(1, (*xsd.Int)(&v.Bredde))
	if v.Farge != nil {
		w.Value(2, v.Farge)
	}
	return w.Close()
}

// Validate returns nil exactly when what xsd.MarshalXML writes is valid.
func (v *Ramme) Validate() error { return xsd.Validate(v) }
