// This file holds the types of the status schema.

package prototype

import (
	"github.com/mvainnsyn/mvainnsyn/xsd"
	"github.com/mvainnsyn/mvainnsyn/xsd/codec"
)

// MvaMeldingInnsendingStatus is the complex type MvaMeldingInnsendingStatus.
type MvaMeldingInnsendingStatus struct {
	Skattepliktig               Skattepliktig                `xml:"skattepliktig" json:"skattepliktig"`
	TerminUtenLevertMvaMelding  []TerminUtenLevertMvaMelding `xml:"terminUtenLevertMvaMelding" json:"terminUtenLevertMvaMelding"`
	HarTidligereSendtMvaMelding Boolsk                       `xml:"harTidligereSendtMvaMelding" json:"harTidligereSendtMvaMelding"`
}

// Skattepliktig is the complex type Skattepliktig.
type Skattepliktig struct {
	Organisasjonsnummer Organisasjonsnummer `xml:"organisasjonsnummer" json:"organisasjonsnummer"`
}

// TerminUtenLevertMvaMelding is the complex type TerminUtenLevertMvaMelding.
type TerminUtenLevertMvaMelding struct {
	Meldingskategori         Meldingskategori         `xml:"meldingskategori" json:"meldingskategori"`
	Skattleggingsperiode     Skattleggingsperiode     `xml:"skattleggingsperiode" json:"skattleggingsperiode"`
	SkattleggingsperiodeType SkattleggingsperiodeType `xml:"skattleggingsperiodeType" json:"skattleggingsperiodeType"`
	Leveringsfrist           Dato                     `xml:"leveringsfrist" json:"leveringsfrist"`
}

// Skattleggingsperiode is the complex type Skattleggingsperiode.
type Skattleggingsperiode struct {
	Periode SkattleggingsperiodeMerverdiavgift `xml:"periode" json:"periode"`
	Aar     Aarstall                           `xml:"aar" json:"aar"`
}

const namespace = "no:skatteetaten:fastsetting:avgift:mva:mvaMeldingInnsendingStatus:v1"

var mvaMeldingInnsendingStatusType = codec.ComplexType{
	Name:   xsd.Name{Space: namespace, Local: "MvaMeldingInnsendingStatus"},
	GoName: "MvaMeldingInnsendingStatus",
	Fields: []codec.Field{
		{Name: xsd.Name{Space: namespace, Local: "skattepliktig"}, Min: 1, Max: 1, Type: "Skattepliktig"},
		{Name: xsd.Name{Space: namespace, Local: "terminUtenLevertMvaMelding"}, Min: 1, Max: codec.Unbounded, Type: "TerminUtenLevertMvaMelding"},
		{Name: xsd.Name{Space: namespace, Local: "harTidligereSendtMvaMelding"}, Min: 1, Max: 1, Simple: boolskType},
	},
}

var skattepliktigType = codec.ComplexType{
	Name:   xsd.Name{Space: namespace, Local: "Skattepliktig"},
	GoName: "Skattepliktig",
	Fields: []codec.Field{
		{Name: xsd.Name{Space: namespace, Local: "organisasjonsnummer"}, Min: 1, Max: 1, Simple: organisasjonsnummerType},
	},
}

var terminUtenLevertMvaMeldingType = codec.ComplexType{
	Name:   xsd.Name{Space: namespace, Local: "TerminUtenLevertMvaMelding"},
	GoName: "TerminUtenLevertMvaMelding",
	Fields: []codec.Field{
		{Name: xsd.Name{Space: namespace, Local: "meldingskategori"}, Min: 1, Max: 1, Simple: meldingskategoriType},
		{Name: xsd.Name{Space: namespace, Local: "skattleggingsperiode"}, Min: 1, Max: 1, Type: "Skattleggingsperiode"},
		{Name: xsd.Name{Space: namespace, Local: "skattleggingsperiodeType"}, Min: 1, Max: 1, Simple: skattleggingsperiodeTypeType},
		{Name: xsd.Name{Space: namespace, Local: "leveringsfrist"}, Min: 1, Max: 1, Simple: datoType},
	},
}

var skattleggingsperiodeType = codec.ComplexType{
	Name:   xsd.Name{Space: namespace, Local: "Skattleggingsperiode"},
	GoName: "Skattleggingsperiode",
	Fields: []codec.Field{
		{Name: xsd.Name{Space: namespace, Local: "periode"}, Min: 1, Max: 1, Simple: skattleggingsperiodeMerverdiavgiftType},
		{Name: xsd.Name{Space: namespace, Local: "aar"}, Min: 1, Max: 1, Simple: aarstallType},
	},
}

// MvaMeldingInnsendingStatusElement is the global element mvaMeldingInnsendingStatus.
var MvaMeldingInnsendingStatusElement = xsd.Element[MvaMeldingInnsendingStatus]{
	Name: xsd.Name{Space: namespace, Local: "mvaMeldingInnsendingStatus"},
	Type: "MvaMeldingInnsendingStatus",
}

// StatusSchema ties the descriptors of the status schema together.
var StatusSchema = codec.NewSchema(codec.SchemaParts{
	Package: "status",
	Types: []codec.TypeEntry{
		codec.TypeOf[MvaMeldingInnsendingStatus](&mvaMeldingInnsendingStatusType),
		codec.TypeOf[Skattepliktig](&skattepliktigType),
		codec.TypeOf[TerminUtenLevertMvaMelding](&terminUtenLevertMvaMeldingType),
		codec.TypeOf[Skattleggingsperiode](&skattleggingsperiodeType),
	},
	SimpleTypes: []*xsd.SimpleType{
		boolskType, tekstType, organisasjonsnummerType, meldingskategoriType, skattleggingsperiodeTypeType,
		skattleggingsperiodeMerverdiavgiftType, aarstallType, datoType,
	},
	Elements: []codec.GlobalElement{&MvaMeldingInnsendingStatusElement},
})
