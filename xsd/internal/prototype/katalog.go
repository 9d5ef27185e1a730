// This file holds the complex types of katalog.xsd.

package prototype

import "github.com/mvainnsyn/mvainnsyn/xsd"

// Katalog is the complex type Katalog.
type Katalog struct {
	Versjon int32                 `xml:"versjon,attr" json:"@versjon"`
	Valuta  *string               `xml:"valuta,attr" json:"@valuta"`
	Tittel  string                `xml:"tittel" json:"tittel"`
	Merknad *xsd.Nillable[string] `xml:"merknad" json:"merknad"`
	// Gyldighet is one of the branches of KatalogGyldighet.
	Gyldighet KatalogGyldighet
	// Content is what the element holds, in document order.
	Content     []KatalogItem
	Stoerrelse  *Stoerrelse                      `xml:"stoerrelse" json:"stoerrelse"`
	Figur       []AnyFigur                       `xml:"figur" json:"figur"`
	Publikasjon []xsd.Substitutable[Publikasjon] `xml:"publikasjon" json:"publikasjon"`
	Ramme       *xsd.Nillable[Ramme]             `xml:"ramme" json:"ramme"`
	Any         []xsd.AnyElement
	// AnyAttributes are the attributes that the schema allows without naming them.
	AnyAttributes []xsd.AnyAttribute
}

// KatalogGyldighet is a branch of Katalog: KatalogGyldighetKode, KatalogGyldighetFraTil.
type KatalogGyldighet interface{ isKatalogGyldighet() }

// KatalogGyldighetKode is a branch of KatalogGyldighet.
type KatalogGyldighetKode struct{ Kode Kode }

// KatalogGyldighetFraTil is a branch of KatalogGyldighet.
type KatalogGyldighetFraTil struct {
	Fra xsd.Date
	Til *xsd.Date
}

func (KatalogGyldighetKode) isKatalogGyldighet()   {}
func (KatalogGyldighetFraTil) isKatalogGyldighet() {}

// KatalogItem is a part of the content of Katalog: KatalogItemPost, KatalogItemAvsnitt.
type KatalogItem interface{ isKatalogItem() }

// KatalogItemPost is a part of the content of KatalogItem.
type KatalogItemPost struct{ Post Post }

// KatalogItemAvsnitt is a part of the content of KatalogItem.
type KatalogItemAvsnitt struct{ Avsnitt Avsnitt }

func (KatalogItemPost) isKatalogItem()    {}
func (KatalogItemAvsnitt) isKatalogItem() {}

// Post is the complex type Post.
type Post struct {
	Nr        *int32     `xml:"nr,attr" json:"@nr"`
	Erstatter *int32     `xml:"erstatter,attr" json:"@erstatter"`
	Id        *xsd.ID    `xml:"id,attr" json:"@id"`
	Se        *xsd.IDREF `xml:"se,attr" json:"@se"`
	Koder     *Koder     `xml:"koder,attr" json:"@koder"`
	Value     Beloep     `xml:",chardata" json:"#text"`
}

// Avsnitt is the complex type Avsnitt.
type Avsnitt struct {
	// Content is what the element holds, in document order.
	Content []AvsnittItem
}

// AvsnittItem is a part of the content of Avsnitt: AvsnittItemUthevet, AvsnittItemAvsnitt, AvsnittText.
type AvsnittItem interface{ isAvsnittItem() }

// AvsnittItemUthevet is a part of the content of AvsnittItem.
type AvsnittItemUthevet struct{ Uthevet string }

// AvsnittItemAvsnitt is a part of the content of AvsnittItem.
type AvsnittItemAvsnitt struct{ Avsnitt Avsnitt }

// AvsnittText is text between the elements.
type AvsnittText string

func (AvsnittItemUthevet) isAvsnittItem() {}
func (AvsnittItemAvsnitt) isAvsnittItem() {}
func (AvsnittText) isAvsnittItem()        {}

// AnyFigur is *Figur or a pointer to a type derived from it: what xsi:type can choose.
type AnyFigur interface {
	xsd.XMLValue
	IsFigur()
}

// Figur is the complex type Figur.
type Figur struct {
	Navn string `xml:"navn" json:"navn"`
}

// IsFigur makes *Figur one of the types that AnyFigur stands for.
func (v *Figur) IsFigur() {}

// Sirkel is the complex type Sirkel.
type Sirkel struct {
	Navn   string  `xml:"navn" json:"navn"`
	Radius float64 `xml:"radius" json:"radius"`
}

// IsFigur makes *Sirkel one of the types that AnyFigur stands for.
func (v *Sirkel) IsFigur() {}

// Publikasjon is the complex type Publikasjon.
type Publikasjon struct {
	Navn string `xml:"navn" json:"navn"`
}

// Ramme is the complex type Ramme.
type Ramme struct {
	Type   *string    `xml:"type,attr" json:"@type"`
	Bredde int32      `xml:"bredde" json:"bredde"`
	Farge  *xsd.QName `xml:"farge" json:"farge"`
}
