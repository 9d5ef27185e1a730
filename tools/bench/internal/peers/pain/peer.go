// Package pain holds the hand-written structs that payment orders are compared with.
package pain

import (
	"encoding/json"
	"encoding/xml"
)

// Document is the document.
type Document struct {
	XMLName          xml.Name         `xml:"urn:iso:std:iso:20022:tech:xsd:pain.001.001.09 Document" json:"-"`
	CstmrCdtTrfInitn CstmrCdtTrfInitn `xml:"CstmrCdtTrfInitn" json:"CstmrCdtTrfInitn"`
}

// CstmrCdtTrfInitn holds an element CstmrCdtTrfInitn.
type CstmrCdtTrfInitn struct {
	GrpHdr GrpHdr   `xml:"GrpHdr" json:"GrpHdr"`
	PmtInf []PmtInf `xml:"PmtInf" json:"PmtInf"`
	// No document here has one; its empty list stands in the JSON.
	SplmtryData []struct{} `xml:"-" json:"SplmtryData"`
}

// GrpHdr holds an element GrpHdr.
type GrpHdr struct {
	MsgId   string `xml:"MsgId" json:"MsgId"`
	CreDtTm string `xml:"CreDtTm" json:"CreDtTm"`
	// No document here has one; its empty list stands in the JSON.
	Authstn  []struct{} `xml:"-" json:"Authstn"`
	NbOfTxs  string     `xml:"NbOfTxs" json:"NbOfTxs"`
	InitgPty InitgPty   `xml:"InitgPty" json:"InitgPty"`
}

// InitgPty holds an element InitgPty.
type InitgPty struct {
	Nm string `xml:"Nm" json:"Nm"`
}

// PmtInf holds an element PmtInf.
type PmtInf struct {
	PmtInfId    string        `xml:"PmtInfId" json:"PmtInfId"`
	PmtMtd      string        `xml:"PmtMtd" json:"PmtMtd"`
	ReqdExctnDt ReqdExctnDt   `xml:"ReqdExctnDt" json:"ReqdExctnDt"`
	Dbtr        Dbtr          `xml:"Dbtr" json:"Dbtr"`
	DbtrAcct    DbtrAcct      `xml:"DbtrAcct" json:"DbtrAcct"`
	DbtrAgt     DbtrAgt       `xml:"DbtrAgt" json:"DbtrAgt"`
	ChrgBr      string        `xml:"ChrgBr" json:"ChrgBr"`
	CdtTrfTxInf []CdtTrfTxInf `xml:"CdtTrfTxInf" json:"CdtTrfTxInf"`
}

// ReqdExctnDt holds an element ReqdExctnDt.
type ReqdExctnDt struct {
	Dt string `xml:"Dt" json:"Dt"`
}

// Dbtr holds an element Dbtr.
type Dbtr struct {
	Nm string `xml:"Nm" json:"Nm"`
}

// DbtrAcct holds an element DbtrAcct.
type DbtrAcct struct {
	Id Id `xml:"Id" json:"Id"`
}

// Id holds an element Id.
type Id struct {
	IBAN string `xml:"IBAN" json:"IBAN"`
}

// DbtrAgt holds an element DbtrAgt.
type DbtrAgt struct {
	FinInstnId FinInstnId `xml:"FinInstnId" json:"FinInstnId"`
}

// FinInstnId holds an element FinInstnId.
type FinInstnId struct {
	BICFI string `xml:"BICFI" json:"BICFI"`
}

// CdtTrfTxInf holds an element CdtTrfTxInf.
type CdtTrfTxInf struct {
	PmtId    PmtId    `xml:"PmtId" json:"PmtId"`
	Amt      Amt      `xml:"Amt" json:"Amt"`
	CdtrAgt  CdtrAgt  `xml:"CdtrAgt" json:"CdtrAgt"`
	Cdtr     Cdtr     `xml:"Cdtr" json:"Cdtr"`
	CdtrAcct CdtrAcct `xml:"CdtrAcct" json:"CdtrAcct"`
	// No document here has one; its empty list stands in the JSON.
	InstrForCdtrAgt []struct{} `xml:"-" json:"InstrForCdtrAgt"`
	// No document here has one; its empty list stands in the JSON.
	RgltryRptg []struct{} `xml:"-" json:"RgltryRptg"`
	// No document here has one; its empty list stands in the JSON.
	RltdRmtInf  []struct{}    `xml:"-" json:"RltdRmtInf"`
	SplmtryData []SplmtryData `xml:"SplmtryData" json:"SplmtryData"`
}

// PmtId holds an element PmtId.
type PmtId struct {
	EndToEndId string `xml:"EndToEndId" json:"EndToEndId"`
}

// Amt holds an element Amt.
type Amt struct {
	InstdAmt InstdAmt `xml:"InstdAmt" json:"InstdAmt"`
}

// InstdAmt holds an element InstdAmt.
type InstdAmt struct {
	Ccy  string      `xml:"Ccy,attr" json:"@Ccy"`
	Text json.Number `xml:",chardata" json:"#text"`
}

// CdtrAgt holds an element CdtrAgt.
type CdtrAgt struct {
	FinInstnId FinInstnId `xml:"FinInstnId" json:"FinInstnId"`
}

// Cdtr holds an element Cdtr.
type Cdtr struct {
	Nm string `xml:"Nm" json:"Nm"`
}

// CdtrAcct holds an element CdtrAcct.
type CdtrAcct struct {
	Id Id `xml:"Id" json:"Id"`
}

// SplmtryData holds an element SplmtryData.
type SplmtryData struct {
	Envlp Envlp `xml:"Envlp" json:"Envlp"`
}

// Envlp holds an element Envlp.
type Envlp struct {
	WC  string            `xml:"WC" json:"-"`
	Any map[string]string `xml:"-" json:"#any"`
}
