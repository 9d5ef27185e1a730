// Package vatreturn holds the hand-written structs that VAT returns are compared with.
package vatreturn

import (
	"encoding/json"
	"encoding/xml"
)

// MvaMeldingDto is the document.
type MvaMeldingDto struct {
	XMLName                       xml.Name                      `xml:"no:skatteetaten:fastsetting:avgift:mva:skattemeldingformerverdiavgift:v1.0 mvaMeldingDto" json:"-"`
	Innsending                    Innsending                    `xml:"innsending" json:"innsending"`
	SkattegrunnlagOgBeregnetSkatt SkattegrunnlagOgBeregnetSkatt `xml:"skattegrunnlagOgBeregnetSkatt" json:"skattegrunnlagOgBeregnetSkatt"`
	Betalingsinformasjon          Betalingsinformasjon          `xml:"betalingsinformasjon" json:"betalingsinformasjon"`
	Skattepliktig                 Skattepliktig                 `xml:"skattepliktig" json:"skattepliktig"`
	Meldingskategori              string                        `xml:"meldingskategori" json:"meldingskategori"`
	Merknad                       MvaMeldingDtoMerknad          `xml:"merknad" json:"merknad"`
}

// Innsending holds an element innsending.
type Innsending struct {
	Regnskapssystemsreferanse string          `xml:"regnskapssystemsreferanse" json:"regnskapssystemsreferanse"`
	Regnskapssystem           Regnskapssystem `xml:"regnskapssystem" json:"regnskapssystem"`
}

// Regnskapssystem holds an element regnskapssystem.
type Regnskapssystem struct {
	Systemnavn    string `xml:"systemnavn" json:"systemnavn"`
	Systemversjon string `xml:"systemversjon" json:"systemversjon"`
}

// SkattegrunnlagOgBeregnetSkatt holds an element skattegrunnlagOgBeregnetSkatt.
type SkattegrunnlagOgBeregnetSkatt struct {
	Skattleggingsperiode   Skattleggingsperiode     `xml:"skattleggingsperiode" json:"skattleggingsperiode"`
	FastsattMerverdiavgift json.Number              `xml:"fastsattMerverdiavgift" json:"fastsattMerverdiavgift"`
	MvaSpesifikasjonslinje []MvaSpesifikasjonslinje `xml:"mvaSpesifikasjonslinje" json:"mvaSpesifikasjonslinje"`
}

// Skattleggingsperiode holds an element skattleggingsperiode.
type Skattleggingsperiode struct {
	Periode Periode `xml:"periode" json:"periode"`
	Aar     string  `xml:"aar" json:"aar"`
}

// Periode holds an element periode.
type Periode struct {
	SkattleggingsperiodeToMaaneder string `xml:"skattleggingsperiodeToMaaneder" json:"skattleggingsperiodeToMaaneder"`
}

// MvaSpesifikasjonslinje holds an element mvaSpesifikasjonslinje.
type MvaSpesifikasjonslinje struct {
	MvaKode               string      `xml:"mvaKode" json:"mvaKode"`
	Spesifikasjon         string      `xml:"spesifikasjon,omitempty" json:"spesifikasjon,omitempty"`
	MvaKodeRegnskapsystem string      `xml:"mvaKodeRegnskapsystem" json:"mvaKodeRegnskapsystem"`
	Grunnlag              json.Number `xml:"grunnlag,omitempty" json:"grunnlag,omitempty"`
	Sats                  string      `xml:"sats,omitempty" json:"sats,omitempty"`
	Merverdiavgift        json.Number `xml:"merverdiavgift" json:"merverdiavgift"`
	Merknad               *Merknad    `xml:"merknad,omitempty" json:"merknad,omitempty"`
}

// Merknad holds an element merknad.
type Merknad struct {
	UtvalgtMerknad string `xml:"utvalgtMerknad" json:"utvalgtMerknad"`
}

// Betalingsinformasjon holds an element betalingsinformasjon.
type Betalingsinformasjon struct {
	KundeIdentifikasjonsnummer string `xml:"kundeIdentifikasjonsnummer" json:"kundeIdentifikasjonsnummer"`
}

// Skattepliktig holds an element skattepliktig.
type Skattepliktig struct {
	Organisasjonsnummer string `xml:"organisasjonsnummer" json:"organisasjonsnummer"`
}

// MvaMeldingDtoMerknad holds an element merknad.
type MvaMeldingDtoMerknad struct {
	Beskrivelse string `xml:"beskrivelse" json:"beskrivelse"`
}
