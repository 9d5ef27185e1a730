// Package status holds the hand-written structs that status documents are compared with.
package status

import (
	"encoding/xml"
)

// MvaMeldingInnsendingStatus is the document.
type MvaMeldingInnsendingStatus struct {
	XMLName                     xml.Name                     `xml:"no:skatteetaten:fastsetting:avgift:mva:mvaMeldingInnsendingStatus:v1 mvaMeldingInnsendingStatus" json:"-"`
	Skattepliktig               Skattepliktig                `xml:"skattepliktig" json:"skattepliktig"`
	TerminUtenLevertMvaMelding  []TerminUtenLevertMvaMelding `xml:"terminUtenLevertMvaMelding" json:"terminUtenLevertMvaMelding"`
	HarTidligereSendtMvaMelding bool                         `xml:"harTidligereSendtMvaMelding" json:"harTidligereSendtMvaMelding"`
}

// Skattepliktig holds an element skattepliktig.
type Skattepliktig struct {
	Organisasjonsnummer string `xml:"organisasjonsnummer" json:"organisasjonsnummer"`
}

// TerminUtenLevertMvaMelding holds an element terminUtenLevertMvaMelding.
type TerminUtenLevertMvaMelding struct {
	Meldingskategori         string               `xml:"meldingskategori" json:"meldingskategori"`
	Skattleggingsperiode     Skattleggingsperiode `xml:"skattleggingsperiode" json:"skattleggingsperiode"`
	SkattleggingsperiodeType string               `xml:"skattleggingsperiodeType" json:"skattleggingsperiodeType"`
	Leveringsfrist           string               `xml:"leveringsfrist" json:"leveringsfrist"`
}

// Skattleggingsperiode holds an element skattleggingsperiode.
type Skattleggingsperiode struct {
	Periode string `xml:"periode" json:"periode"`
	Aar     string `xml:"aar" json:"aar"`
}
