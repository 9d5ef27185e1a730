// Package ubl holds the hand-written structs that UBL invoices are compared with.
package ubl

import (
	"encoding/json"
	"encoding/xml"
)

// Invoice is the document.
type Invoice struct {
	XMLName              xml.Name             `xml:"urn:oasis:names:specification:ubl:schema:xsd:Invoice-2 Invoice" json:"-"`
	UBLVersionID         UBLVersionID         `xml:"UBLVersionID" json:"UBLVersionID"`
	ID                   ID                   `xml:"ID" json:"ID"`
	IssueDate            IssueDate            `xml:"IssueDate" json:"IssueDate"`
	InvoiceTypeCode      InvoiceTypeCode      `xml:"InvoiceTypeCode" json:"InvoiceTypeCode"`
	Note                 []Note               `xml:"Note" json:"Note"`
	TaxPointDate         TaxPointDate         `xml:"TaxPointDate" json:"TaxPointDate"`
	DocumentCurrencyCode DocumentCurrencyCode `xml:"DocumentCurrencyCode" json:"DocumentCurrencyCode"`
	AccountingCost       AccountingCost       `xml:"AccountingCost" json:"AccountingCost"`
	InvoicePeriod        []InvoicePeriod      `xml:"InvoicePeriod" json:"InvoicePeriod"`
	OrderReference       OrderReference       `xml:"OrderReference" json:"OrderReference"`
	// No document here has one; its empty list stands in the JSON.
	BillingReference []struct{} `xml:"-" json:"BillingReference"`
	// No document here has one; its empty list stands in the JSON.
	DespatchDocumentReference []struct{} `xml:"-" json:"DespatchDocumentReference"`
	// No document here has one; its empty list stands in the JSON.
	ReceiptDocumentReference []struct{} `xml:"-" json:"ReceiptDocumentReference"`
	// No document here has one; its empty list stands in the JSON.
	StatementDocumentReference []struct{} `xml:"-" json:"StatementDocumentReference"`
	// No document here has one; its empty list stands in the JSON.
	OriginatorDocumentReference []struct{}                    `xml:"-" json:"OriginatorDocumentReference"`
	ContractDocumentReference   []ContractDocumentReference   `xml:"ContractDocumentReference" json:"ContractDocumentReference"`
	AdditionalDocumentReference []AdditionalDocumentReference `xml:"AdditionalDocumentReference" json:"AdditionalDocumentReference"`
	// No document here has one; its empty list stands in the JSON.
	ProjectReference []struct{} `xml:"-" json:"ProjectReference"`
	// No document here has one; its empty list stands in the JSON.
	Signature               []struct{}              `xml:"-" json:"Signature"`
	AccountingSupplierParty AccountingSupplierParty `xml:"AccountingSupplierParty" json:"AccountingSupplierParty"`
	AccountingCustomerParty AccountingCustomerParty `xml:"AccountingCustomerParty" json:"AccountingCustomerParty"`
	PayeeParty              PayeeParty              `xml:"PayeeParty" json:"PayeeParty"`
	Delivery                []Delivery              `xml:"Delivery" json:"Delivery"`
	PaymentMeans            []PaymentMeans          `xml:"PaymentMeans" json:"PaymentMeans"`
	PaymentTerms            []PaymentTerms          `xml:"PaymentTerms" json:"PaymentTerms"`
	// No document here has one; its empty list stands in the JSON.
	PrepaidPayment  []struct{}        `xml:"-" json:"PrepaidPayment"`
	AllowanceCharge []AllowanceCharge `xml:"AllowanceCharge" json:"AllowanceCharge"`
	TaxTotal        []TaxTotal        `xml:"TaxTotal" json:"TaxTotal"`
	// No document here has one; its empty list stands in the JSON.
	WithholdingTaxTotal []struct{}         `xml:"-" json:"WithholdingTaxTotal"`
	LegalMonetaryTotal  LegalMonetaryTotal `xml:"LegalMonetaryTotal" json:"LegalMonetaryTotal"`
	InvoiceLine         []InvoiceLine      `xml:"InvoiceLine" json:"InvoiceLine"`
}

// UBLVersionID holds an element UBLVersionID.
type UBLVersionID struct {
	Text string `xml:",chardata" json:"#text"`
}

// ID holds an element ID.
type ID struct {
	Text string `xml:",chardata" json:"#text"`
}

// IssueDate holds an element IssueDate.
type IssueDate struct {
	Text string `xml:",chardata" json:"#text"`
}

// InvoiceTypeCode holds an element InvoiceTypeCode.
type InvoiceTypeCode struct {
	ListID       string `xml:"listID,attr" json:"@listID"`
	ListAgencyID string `xml:"listAgencyID,attr" json:"@listAgencyID"`
	Text         string `xml:",chardata" json:"#text"`
}

// Note holds an element Note.
type Note struct {
	LanguageID string `xml:"languageID,attr" json:"@languageID"`
	Text       string `xml:",chardata" json:"#text"`
}

// TaxPointDate holds an element TaxPointDate.
type TaxPointDate struct {
	Text string `xml:",chardata" json:"#text"`
}

// DocumentCurrencyCode holds an element DocumentCurrencyCode.
type DocumentCurrencyCode struct {
	ListID       string `xml:"listID,attr" json:"@listID"`
	ListAgencyID string `xml:"listAgencyID,attr" json:"@listAgencyID"`
	Text         string `xml:",chardata" json:"#text"`
}

// AccountingCost holds an element AccountingCost.
type AccountingCost struct {
	Text string `xml:",chardata" json:"#text"`
}

// InvoicePeriod holds an element InvoicePeriod.
type InvoicePeriod struct {
	StartDate StartDate `xml:"StartDate" json:"StartDate"`
	EndDate   EndDate   `xml:"EndDate" json:"EndDate"`
	// No document here has one; its empty list stands in the JSON.
	DescriptionCode []struct{} `xml:"-" json:"DescriptionCode"`
	// No document here has one; its empty list stands in the JSON.
	Description []struct{} `xml:"-" json:"Description"`
}

// StartDate holds an element StartDate.
type StartDate struct {
	Text string `xml:",chardata" json:"#text"`
}

// EndDate holds an element EndDate.
type EndDate struct {
	Text string `xml:",chardata" json:"#text"`
}

// OrderReference holds an element OrderReference.
type OrderReference struct {
	ID ID `xml:"ID" json:"ID"`
}

// ContractDocumentReference holds an element ContractDocumentReference.
type ContractDocumentReference struct {
	ID           ID           `xml:"ID" json:"ID"`
	DocumentType DocumentType `xml:"DocumentType" json:"DocumentType"`
	// No document here has one; its empty list stands in the JSON.
	XPath []struct{} `xml:"-" json:"XPath"`
	// No document here has one; its empty list stands in the JSON.
	DocumentDescription []struct{} `xml:"-" json:"DocumentDescription"`
}

// DocumentType holds an element DocumentType.
type DocumentType struct {
	Text string `xml:",chardata" json:"#text"`
}

// AdditionalDocumentReference holds an element AdditionalDocumentReference.
type AdditionalDocumentReference struct {
	ID           ID           `xml:"ID" json:"ID"`
	DocumentType DocumentType `xml:"DocumentType" json:"DocumentType"`
	// No document here has one; its empty list stands in the JSON.
	XPath []struct{} `xml:"-" json:"XPath"`
	// No document here has one; its empty list stands in the JSON.
	DocumentDescription []struct{} `xml:"-" json:"DocumentDescription"`
	Attachment          Attachment `xml:"Attachment" json:"Attachment"`
}

// Attachment holds an element Attachment.
type Attachment struct {
	EmbeddedDocumentBinaryObject *EmbeddedDocumentBinaryObject `xml:"EmbeddedDocumentBinaryObject,omitempty" json:"EmbeddedDocumentBinaryObject,omitempty"`
	ExternalReference            *ExternalReference            `xml:"ExternalReference,omitempty" json:"ExternalReference,omitempty"`
}

// EmbeddedDocumentBinaryObject holds an element EmbeddedDocumentBinaryObject.
type EmbeddedDocumentBinaryObject struct {
	MimeCode string `xml:"mimeCode,attr" json:"@mimeCode"`
	Text     string `xml:",chardata" json:"#text"`
}

// ExternalReference holds an element ExternalReference.
type ExternalReference struct {
	URI URI `xml:"URI" json:"URI"`
	// No document here has one; its empty list stands in the JSON.
	Description []struct{} `xml:"-" json:"Description"`
}

// URI holds an element URI.
type URI struct {
	Text string `xml:",chardata" json:"#text"`
}

// AccountingSupplierParty holds an element AccountingSupplierParty.
type AccountingSupplierParty struct {
	// No document here has one; its empty list stands in the JSON.
	AdditionalAccountID []struct{} `xml:"-" json:"AdditionalAccountID"`
	Party               Party      `xml:"Party" json:"Party"`
}

// Party holds an element Party.
type Party struct {
	EndpointID          EndpointID            `xml:"EndpointID" json:"EndpointID"`
	PartyIdentification []PartyIdentification `xml:"PartyIdentification" json:"PartyIdentification"`
	PartyName           []PartyName           `xml:"PartyName" json:"PartyName"`
	PostalAddress       PostalAddress         `xml:"PostalAddress" json:"PostalAddress"`
	PartyTaxScheme      []PartyTaxScheme      `xml:"PartyTaxScheme" json:"PartyTaxScheme"`
	PartyLegalEntity    []PartyLegalEntity    `xml:"PartyLegalEntity" json:"PartyLegalEntity"`
	Contact             Contact               `xml:"Contact" json:"Contact"`
	Person              []Person              `xml:"Person" json:"Person"`
	// No document here has one; its empty list stands in the JSON.
	ServiceProviderParty []struct{} `xml:"-" json:"ServiceProviderParty"`
	// No document here has one; its empty list stands in the JSON.
	PowerOfAttorney []struct{} `xml:"-" json:"PowerOfAttorney"`
}

// EndpointID holds an element EndpointID.
type EndpointID struct {
	SchemeID       string `xml:"schemeID,attr" json:"@schemeID"`
	SchemeAgencyID string `xml:"schemeAgencyID,attr" json:"@schemeAgencyID"`
	Text           string `xml:",chardata" json:"#text"`
}

// PartyIdentification holds an element PartyIdentification.
type PartyIdentification struct {
	ID PartyIdentificationID `xml:"ID" json:"ID"`
}

// PartyIdentificationID holds an element ID.
type PartyIdentificationID struct {
	SchemeID string `xml:"schemeID,attr" json:"@schemeID"`
	Text     string `xml:",chardata" json:"#text"`
}

// PartyName holds an element PartyName.
type PartyName struct {
	Name Name `xml:"Name" json:"Name"`
}

// Name holds an element Name.
type Name struct {
	Text string `xml:",chardata" json:"#text"`
}

// PostalAddress holds an element PostalAddress.
type PostalAddress struct {
	ID                   PostalAddressID      `xml:"ID" json:"ID"`
	Postbox              Postbox              `xml:"Postbox" json:"Postbox"`
	StreetName           StreetName           `xml:"StreetName" json:"StreetName"`
	AdditionalStreetName AdditionalStreetName `xml:"AdditionalStreetName" json:"AdditionalStreetName"`
	BuildingNumber       BuildingNumber       `xml:"BuildingNumber" json:"BuildingNumber"`
	Department           Department           `xml:"Department" json:"Department"`
	CityName             CityName             `xml:"CityName" json:"CityName"`
	PostalZone           PostalZone           `xml:"PostalZone" json:"PostalZone"`
	CountrySubentityCode CountrySubentityCode `xml:"CountrySubentityCode" json:"CountrySubentityCode"`
	// No document here has one; its empty list stands in the JSON.
	AddressLine []struct{} `xml:"-" json:"AddressLine"`
	Country     Country    `xml:"Country" json:"Country"`
	// No document here has one; its empty list stands in the JSON.
	LocationCoordinate []struct{} `xml:"-" json:"LocationCoordinate"`
}

// PostalAddressID holds an element ID.
type PostalAddressID struct {
	SchemeID       string `xml:"schemeID,attr" json:"@schemeID"`
	SchemeAgencyID string `xml:"schemeAgencyID,attr" json:"@schemeAgencyID"`
	Text           string `xml:",chardata" json:"#text"`
}

// Postbox holds an element Postbox.
type Postbox struct {
	Text string `xml:",chardata" json:"#text"`
}

// StreetName holds an element StreetName.
type StreetName struct {
	Text string `xml:",chardata" json:"#text"`
}

// AdditionalStreetName holds an element AdditionalStreetName.
type AdditionalStreetName struct {
	Text string `xml:",chardata" json:"#text"`
}

// BuildingNumber holds an element BuildingNumber.
type BuildingNumber struct {
	Text string `xml:",chardata" json:"#text"`
}

// Department holds an element Department.
type Department struct {
	Text string `xml:",chardata" json:"#text"`
}

// CityName holds an element CityName.
type CityName struct {
	Text string `xml:",chardata" json:"#text"`
}

// PostalZone holds an element PostalZone.
type PostalZone struct {
	Text string `xml:",chardata" json:"#text"`
}

// CountrySubentityCode holds an element CountrySubentityCode.
type CountrySubentityCode struct {
	Text string `xml:",chardata" json:"#text"`
}

// Country holds an element Country.
type Country struct {
	IdentificationCode IdentificationCode `xml:"IdentificationCode" json:"IdentificationCode"`
}

// IdentificationCode holds an element IdentificationCode.
type IdentificationCode struct {
	ListID       string `xml:"listID,attr" json:"@listID"`
	ListAgencyID string `xml:"listAgencyID,attr" json:"@listAgencyID"`
	Text         string `xml:",chardata" json:"#text"`
}

// PartyTaxScheme holds an element PartyTaxScheme.
type PartyTaxScheme struct {
	CompanyID CompanyID `xml:"CompanyID" json:"CompanyID"`
	// No document here has one; its empty list stands in the JSON.
	ExemptionReason []struct{} `xml:"-" json:"ExemptionReason"`
	TaxScheme       TaxScheme  `xml:"TaxScheme" json:"TaxScheme"`
}

// CompanyID holds an element CompanyID.
type CompanyID struct {
	SchemeID       string `xml:"schemeID,attr" json:"@schemeID"`
	SchemeAgencyID string `xml:"schemeAgencyID,attr" json:"@schemeAgencyID"`
	Text           string `xml:",chardata" json:"#text"`
}

// TaxScheme holds an element TaxScheme.
type TaxScheme struct {
	ID TaxSchemeID `xml:"ID" json:"ID"`
	// No document here has one; its empty list stands in the JSON.
	JurisdictionRegionAddress []struct{} `xml:"-" json:"JurisdictionRegionAddress"`
}

// TaxSchemeID holds an element ID.
type TaxSchemeID struct {
	SchemeID       string `xml:"schemeID,attr" json:"@schemeID"`
	SchemeAgencyID string `xml:"schemeAgencyID,attr" json:"@schemeAgencyID"`
	Text           string `xml:",chardata" json:"#text"`
}

// PartyLegalEntity holds an element PartyLegalEntity.
type PartyLegalEntity struct {
	RegistrationName    RegistrationName    `xml:"RegistrationName" json:"RegistrationName"`
	CompanyID           CompanyID           `xml:"CompanyID" json:"CompanyID"`
	RegistrationAddress RegistrationAddress `xml:"RegistrationAddress" json:"RegistrationAddress"`
	// No document here has one; its empty list stands in the JSON.
	ShareholderParty []struct{} `xml:"-" json:"ShareholderParty"`
}

// RegistrationName holds an element RegistrationName.
type RegistrationName struct {
	Text string `xml:",chardata" json:"#text"`
}

// RegistrationAddress holds an element RegistrationAddress.
type RegistrationAddress struct {
	CityName         CityName         `xml:"CityName" json:"CityName"`
	CountrySubentity CountrySubentity `xml:"CountrySubentity" json:"CountrySubentity"`
	// No document here has one; its empty list stands in the JSON.
	AddressLine []struct{}                 `xml:"-" json:"AddressLine"`
	Country     RegistrationAddressCountry `xml:"Country" json:"Country"`
	// No document here has one; its empty list stands in the JSON.
	LocationCoordinate []struct{} `xml:"-" json:"LocationCoordinate"`
}

// CountrySubentity holds an element CountrySubentity.
type CountrySubentity struct {
	Text string `xml:",chardata" json:"#text"`
}

// RegistrationAddressCountry holds an element Country.
type RegistrationAddressCountry struct {
	IdentificationCode CountryIdentificationCode `xml:"IdentificationCode" json:"IdentificationCode"`
}

// CountryIdentificationCode holds an element IdentificationCode.
type CountryIdentificationCode struct {
	Text string `xml:",chardata" json:"#text"`
}

// Contact holds an element Contact.
type Contact struct {
	Telephone      Telephone      `xml:"Telephone" json:"Telephone"`
	Telefax        Telefax        `xml:"Telefax" json:"Telefax"`
	ElectronicMail ElectronicMail `xml:"ElectronicMail" json:"ElectronicMail"`
	// No document here has one; its empty list stands in the JSON.
	Note []struct{} `xml:"-" json:"Note"`
	// No document here has one; its empty list stands in the JSON.
	OtherCommunication []struct{} `xml:"-" json:"OtherCommunication"`
}

// Telephone holds an element Telephone.
type Telephone struct {
	Text string `xml:",chardata" json:"#text"`
}

// Telefax holds an element Telefax.
type Telefax struct {
	Text string `xml:",chardata" json:"#text"`
}

// ElectronicMail holds an element ElectronicMail.
type ElectronicMail struct {
	Text string `xml:",chardata" json:"#text"`
}

// Person holds an element Person.
type Person struct {
	FirstName  FirstName  `xml:"FirstName" json:"FirstName"`
	FamilyName FamilyName `xml:"FamilyName" json:"FamilyName"`
	MiddleName MiddleName `xml:"MiddleName" json:"MiddleName"`
	JobTitle   JobTitle   `xml:"JobTitle" json:"JobTitle"`
	// No document here has one; its empty list stands in the JSON.
	IdentityDocumentReference []struct{} `xml:"-" json:"IdentityDocumentReference"`
}

// FirstName holds an element FirstName.
type FirstName struct {
	Text string `xml:",chardata" json:"#text"`
}

// FamilyName holds an element FamilyName.
type FamilyName struct {
	Text string `xml:",chardata" json:"#text"`
}

// MiddleName holds an element MiddleName.
type MiddleName struct {
	Text string `xml:",chardata" json:"#text"`
}

// JobTitle holds an element JobTitle.
type JobTitle struct {
	Text string `xml:",chardata" json:"#text"`
}

// AccountingCustomerParty holds an element AccountingCustomerParty.
type AccountingCustomerParty struct {
	// No document here has one; its empty list stands in the JSON.
	AdditionalAccountID []struct{}                   `xml:"-" json:"AdditionalAccountID"`
	Party               AccountingCustomerPartyParty `xml:"Party" json:"Party"`
}

// AccountingCustomerPartyParty holds an element Party.
type AccountingCustomerPartyParty struct {
	EndpointID          EndpointID            `xml:"EndpointID" json:"EndpointID"`
	PartyIdentification []PartyIdentification `xml:"PartyIdentification" json:"PartyIdentification"`
	PartyName           []PartyName           `xml:"PartyName" json:"PartyName"`
	PostalAddress       PartyPostalAddress    `xml:"PostalAddress" json:"PostalAddress"`
	PartyTaxScheme      []PartyTaxScheme      `xml:"PartyTaxScheme" json:"PartyTaxScheme"`
	PartyLegalEntity    []PartyLegalEntity    `xml:"PartyLegalEntity" json:"PartyLegalEntity"`
	Contact             Contact               `xml:"Contact" json:"Contact"`
	Person              []Person              `xml:"Person" json:"Person"`
	// No document here has one; its empty list stands in the JSON.
	ServiceProviderParty []struct{} `xml:"-" json:"ServiceProviderParty"`
	// No document here has one; its empty list stands in the JSON.
	PowerOfAttorney []struct{} `xml:"-" json:"PowerOfAttorney"`
}

// PartyPostalAddress holds an element PostalAddress.
type PartyPostalAddress struct {
	ID                   PostalAddressID      `xml:"ID" json:"ID"`
	Postbox              Postbox              `xml:"Postbox" json:"Postbox"`
	StreetName           StreetName           `xml:"StreetName" json:"StreetName"`
	AdditionalStreetName AdditionalStreetName `xml:"AdditionalStreetName" json:"AdditionalStreetName"`
	BuildingNumber       BuildingNumber       `xml:"BuildingNumber" json:"BuildingNumber"`
	Department           Department           `xml:"Department" json:"Department"`
	CityName             CityName             `xml:"CityName" json:"CityName"`
	PostalZone           PostalZone           `xml:"PostalZone" json:"PostalZone"`
	CountrySubentity     CountrySubentity     `xml:"CountrySubentity" json:"CountrySubentity"`
	// No document here has one; its empty list stands in the JSON.
	AddressLine []struct{} `xml:"-" json:"AddressLine"`
	Country     Country    `xml:"Country" json:"Country"`
	// No document here has one; its empty list stands in the JSON.
	LocationCoordinate []struct{} `xml:"-" json:"LocationCoordinate"`
}

// PayeeParty holds an element PayeeParty.
type PayeeParty struct {
	PartyIdentification []PayeePartyPartyIdentification `xml:"PartyIdentification" json:"PartyIdentification"`
	PartyName           []PartyName                     `xml:"PartyName" json:"PartyName"`
	// No document here has one; its empty list stands in the JSON.
	PartyTaxScheme   []struct{}                   `xml:"-" json:"PartyTaxScheme"`
	PartyLegalEntity []PayeePartyPartyLegalEntity `xml:"PartyLegalEntity" json:"PartyLegalEntity"`
	// No document here has one; its empty list stands in the JSON.
	Person []struct{} `xml:"-" json:"Person"`
	// No document here has one; its empty list stands in the JSON.
	ServiceProviderParty []struct{} `xml:"-" json:"ServiceProviderParty"`
	// No document here has one; its empty list stands in the JSON.
	PowerOfAttorney []struct{} `xml:"-" json:"PowerOfAttorney"`
}

// PayeePartyPartyIdentification holds an element PartyIdentification.
type PayeePartyPartyIdentification struct {
	ID PayeePartyPartyIdentificationID `xml:"ID" json:"ID"`
}

// PayeePartyPartyIdentificationID holds an element ID.
type PayeePartyPartyIdentificationID struct {
	SchemeID       string `xml:"schemeID,attr" json:"@schemeID"`
	SchemeAgencyID string `xml:"schemeAgencyID,attr" json:"@schemeAgencyID"`
	Text           string `xml:",chardata" json:"#text"`
}

// PayeePartyPartyLegalEntity holds an element PartyLegalEntity.
type PayeePartyPartyLegalEntity struct {
	CompanyID CompanyID `xml:"CompanyID" json:"CompanyID"`
	// No document here has one; its empty list stands in the JSON.
	ShareholderParty []struct{} `xml:"-" json:"ShareholderParty"`
}

// Delivery holds an element Delivery.
type Delivery struct {
	ActualDeliveryDate ActualDeliveryDate `xml:"ActualDeliveryDate" json:"ActualDeliveryDate"`
	DeliveryLocation   DeliveryLocation   `xml:"DeliveryLocation" json:"DeliveryLocation"`
	// No document here has one; its empty list stands in the JSON.
	NotifyParty []struct{} `xml:"-" json:"NotifyParty"`
	// No document here has one; its empty list stands in the JSON.
	DeliveryTerms []struct{} `xml:"-" json:"DeliveryTerms"`
}

// ActualDeliveryDate holds an element ActualDeliveryDate.
type ActualDeliveryDate struct {
	Text string `xml:",chardata" json:"#text"`
}

// DeliveryLocation holds an element DeliveryLocation.
type DeliveryLocation struct {
	ID DeliveryLocationID `xml:"ID" json:"ID"`
	// No document here has one; its empty list stands in the JSON.
	Description []struct{} `xml:"-" json:"Description"`
	// No document here has one; its empty list stands in the JSON.
	Conditions []struct{} `xml:"-" json:"Conditions"`
	// No document here has one; its empty list stands in the JSON.
	ValidityPeriod []struct{} `xml:"-" json:"ValidityPeriod"`
	Address        Address    `xml:"Address" json:"Address"`
	// No document here has one; its empty list stands in the JSON.
	SubsidiaryLocation []struct{} `xml:"-" json:"SubsidiaryLocation"`
	// No document here has one; its empty list stands in the JSON.
	LocationCoordinate []struct{} `xml:"-" json:"LocationCoordinate"`
}

// DeliveryLocationID holds an element ID.
type DeliveryLocationID struct {
	SchemeID       string `xml:"schemeID,attr" json:"@schemeID"`
	SchemeAgencyID string `xml:"schemeAgencyID,attr" json:"@schemeAgencyID"`
	Text           string `xml:",chardata" json:"#text"`
}

// Address holds an element Address.
type Address struct {
	StreetName           StreetName           `xml:"StreetName" json:"StreetName"`
	AdditionalStreetName AdditionalStreetName `xml:"AdditionalStreetName" json:"AdditionalStreetName"`
	BuildingNumber       BuildingNumber       `xml:"BuildingNumber" json:"BuildingNumber"`
	CityName             CityName             `xml:"CityName" json:"CityName"`
	PostalZone           PostalZone           `xml:"PostalZone" json:"PostalZone"`
	CountrySubentity     CountrySubentity     `xml:"CountrySubentity" json:"CountrySubentity"`
	// No document here has one; its empty list stands in the JSON.
	AddressLine []struct{}     `xml:"-" json:"AddressLine"`
	Country     AddressCountry `xml:"Country" json:"Country"`
	// No document here has one; its empty list stands in the JSON.
	LocationCoordinate []struct{} `xml:"-" json:"LocationCoordinate"`
}

// AddressCountry holds an element Country.
type AddressCountry struct {
	IdentificationCode CountryIdentificationCode `xml:"IdentificationCode" json:"IdentificationCode"`
}

// PaymentMeans holds an element PaymentMeans.
type PaymentMeans struct {
	PaymentMeansCode   PaymentMeansCode   `xml:"PaymentMeansCode" json:"PaymentMeansCode"`
	PaymentDueDate     PaymentDueDate     `xml:"PaymentDueDate" json:"PaymentDueDate"`
	PaymentChannelCode PaymentChannelCode `xml:"PaymentChannelCode" json:"PaymentChannelCode"`
	// No document here has one; its empty list stands in the JSON.
	InstructionNote       []struct{}            `xml:"-" json:"InstructionNote"`
	PaymentID             []PaymentID           `xml:"PaymentID" json:"PaymentID"`
	PayeeFinancialAccount PayeeFinancialAccount `xml:"PayeeFinancialAccount" json:"PayeeFinancialAccount"`
}

// PaymentMeansCode holds an element PaymentMeansCode.
type PaymentMeansCode struct {
	ListID string `xml:"listID,attr" json:"@listID"`
	Text   string `xml:",chardata" json:"#text"`
}

// PaymentDueDate holds an element PaymentDueDate.
type PaymentDueDate struct {
	Text string `xml:",chardata" json:"#text"`
}

// PaymentChannelCode holds an element PaymentChannelCode.
type PaymentChannelCode struct {
	Text string `xml:",chardata" json:"#text"`
}

// PaymentID holds an element PaymentID.
type PaymentID struct {
	Text string `xml:",chardata" json:"#text"`
}

// PayeeFinancialAccount holds an element PayeeFinancialAccount.
type PayeeFinancialAccount struct {
	ID ID `xml:"ID" json:"ID"`
	// No document here has one; its empty list stands in the JSON.
	PaymentNote                []struct{}                 `xml:"-" json:"PaymentNote"`
	FinancialInstitutionBranch FinancialInstitutionBranch `xml:"FinancialInstitutionBranch" json:"FinancialInstitutionBranch"`
}

// FinancialInstitutionBranch holds an element FinancialInstitutionBranch.
type FinancialInstitutionBranch struct {
	FinancialInstitution FinancialInstitution `xml:"FinancialInstitution" json:"FinancialInstitution"`
}

// FinancialInstitution holds an element FinancialInstitution.
type FinancialInstitution struct {
	ID ID `xml:"ID" json:"ID"`
}

// PaymentTerms holds an element PaymentTerms.
type PaymentTerms struct {
	// No document here has one; its empty list stands in the JSON.
	PaymentMeansID []struct{}         `xml:"-" json:"PaymentMeansID"`
	Note           []PaymentTermsNote `xml:"Note" json:"Note"`
}

// PaymentTermsNote holds an element Note.
type PaymentTermsNote struct {
	Text string `xml:",chardata" json:"#text"`
}

// AllowanceCharge holds an element AllowanceCharge.
type AllowanceCharge struct {
	ChargeIndicator       ChargeIndicator         `xml:"ChargeIndicator" json:"ChargeIndicator"`
	AllowanceChargeReason []AllowanceChargeReason `xml:"AllowanceChargeReason" json:"AllowanceChargeReason"`
	Amount                Amount                  `xml:"Amount" json:"Amount"`
	// No document here has one; its empty list stands in the JSON.
	TaxCategory []struct{} `xml:"-" json:"TaxCategory"`
	// No document here has one; its empty list stands in the JSON.
	PaymentMeans []struct{} `xml:"-" json:"PaymentMeans"`
}

// ChargeIndicator holds an element ChargeIndicator.
type ChargeIndicator struct {
	Text bool `xml:",chardata" json:"#text"`
}

// AllowanceChargeReason holds an element AllowanceChargeReason.
type AllowanceChargeReason struct {
	Text string `xml:",chardata" json:"#text"`
}

// Amount holds an element Amount.
type Amount struct {
	CurrencyID string      `xml:"currencyID,attr" json:"@currencyID"`
	Text       json.Number `xml:",chardata" json:"#text"`
}

// TaxTotal holds an element TaxTotal.
type TaxTotal struct {
	TaxAmount   TaxAmount     `xml:"TaxAmount" json:"TaxAmount"`
	TaxSubtotal []TaxSubtotal `xml:"TaxSubtotal" json:"TaxSubtotal"`
}

// TaxAmount holds an element TaxAmount.
type TaxAmount struct {
	CurrencyID string      `xml:"currencyID,attr" json:"@currencyID"`
	Text       json.Number `xml:",chardata" json:"#text"`
}

// TaxSubtotal holds an element TaxSubtotal.
type TaxSubtotal struct {
	TaxableAmount TaxableAmount `xml:"TaxableAmount" json:"TaxableAmount"`
	TaxAmount     TaxAmount     `xml:"TaxAmount" json:"TaxAmount"`
	TaxCategory   TaxCategory   `xml:"TaxCategory" json:"TaxCategory"`
}

// TaxableAmount holds an element TaxableAmount.
type TaxableAmount struct {
	CurrencyID string      `xml:"currencyID,attr" json:"@currencyID"`
	Text       json.Number `xml:",chardata" json:"#text"`
}

// TaxCategory holds an element TaxCategory.
type TaxCategory struct {
	ID                     TaxCategoryID           `xml:"ID" json:"ID"`
	Percent                Percent                 `xml:"Percent" json:"Percent"`
	TaxExemptionReasonCode *TaxExemptionReasonCode `xml:"TaxExemptionReasonCode,omitempty" json:"TaxExemptionReasonCode,omitempty"`
	TaxExemptionReason     []TaxExemptionReason    `xml:"TaxExemptionReason" json:"TaxExemptionReason"`
	TaxScheme              TaxScheme               `xml:"TaxScheme" json:"TaxScheme"`
}

// TaxCategoryID holds an element ID.
type TaxCategoryID struct {
	SchemeID       string `xml:"schemeID,attr" json:"@schemeID"`
	SchemeAgencyID string `xml:"schemeAgencyID,attr" json:"@schemeAgencyID"`
	Text           string `xml:",chardata" json:"#text"`
}

// Percent holds an element Percent.
type Percent struct {
	Text json.Number `xml:",chardata" json:"#text"`
}

// TaxExemptionReasonCode holds an element TaxExemptionReasonCode.
type TaxExemptionReasonCode struct {
	ListID       string `xml:"listID,attr" json:"@listID"`
	ListAgencyID string `xml:"listAgencyID,attr" json:"@listAgencyID"`
	Text         string `xml:",chardata" json:"#text"`
}

// TaxExemptionReason holds an element TaxExemptionReason.
type TaxExemptionReason struct {
	Text string `xml:",chardata" json:"#text"`
}

// LegalMonetaryTotal holds an element LegalMonetaryTotal.
type LegalMonetaryTotal struct {
	LineExtensionAmount   LineExtensionAmount   `xml:"LineExtensionAmount" json:"LineExtensionAmount"`
	TaxExclusiveAmount    TaxExclusiveAmount    `xml:"TaxExclusiveAmount" json:"TaxExclusiveAmount"`
	TaxInclusiveAmount    TaxInclusiveAmount    `xml:"TaxInclusiveAmount" json:"TaxInclusiveAmount"`
	AllowanceTotalAmount  AllowanceTotalAmount  `xml:"AllowanceTotalAmount" json:"AllowanceTotalAmount"`
	ChargeTotalAmount     ChargeTotalAmount     `xml:"ChargeTotalAmount" json:"ChargeTotalAmount"`
	PrepaidAmount         PrepaidAmount         `xml:"PrepaidAmount" json:"PrepaidAmount"`
	PayableRoundingAmount PayableRoundingAmount `xml:"PayableRoundingAmount" json:"PayableRoundingAmount"`
	PayableAmount         PayableAmount         `xml:"PayableAmount" json:"PayableAmount"`
}

// LineExtensionAmount holds an element LineExtensionAmount.
type LineExtensionAmount struct {
	CurrencyID string      `xml:"currencyID,attr" json:"@currencyID"`
	Text       json.Number `xml:",chardata" json:"#text"`
}

// TaxExclusiveAmount holds an element TaxExclusiveAmount.
type TaxExclusiveAmount struct {
	CurrencyID string      `xml:"currencyID,attr" json:"@currencyID"`
	Text       json.Number `xml:",chardata" json:"#text"`
}

// TaxInclusiveAmount holds an element TaxInclusiveAmount.
type TaxInclusiveAmount struct {
	CurrencyID string      `xml:"currencyID,attr" json:"@currencyID"`
	Text       json.Number `xml:",chardata" json:"#text"`
}

// AllowanceTotalAmount holds an element AllowanceTotalAmount.
type AllowanceTotalAmount struct {
	CurrencyID string      `xml:"currencyID,attr" json:"@currencyID"`
	Text       json.Number `xml:",chardata" json:"#text"`
}

// ChargeTotalAmount holds an element ChargeTotalAmount.
type ChargeTotalAmount struct {
	CurrencyID string      `xml:"currencyID,attr" json:"@currencyID"`
	Text       json.Number `xml:",chardata" json:"#text"`
}

// PrepaidAmount holds an element PrepaidAmount.
type PrepaidAmount struct {
	CurrencyID string      `xml:"currencyID,attr" json:"@currencyID"`
	Text       json.Number `xml:",chardata" json:"#text"`
}

// PayableRoundingAmount holds an element PayableRoundingAmount.
type PayableRoundingAmount struct {
	CurrencyID string      `xml:"currencyID,attr" json:"@currencyID"`
	Text       json.Number `xml:",chardata" json:"#text"`
}

// PayableAmount holds an element PayableAmount.
type PayableAmount struct {
	CurrencyID string      `xml:"currencyID,attr" json:"@currencyID"`
	Text       json.Number `xml:",chardata" json:"#text"`
}

// InvoiceLine holds an element InvoiceLine.
type InvoiceLine struct {
	ID                  ID                  `xml:"ID" json:"ID"`
	Note                []InvoiceLineNote   `xml:"Note" json:"Note"`
	InvoicedQuantity    InvoicedQuantity    `xml:"InvoicedQuantity" json:"InvoicedQuantity"`
	LineExtensionAmount LineExtensionAmount `xml:"LineExtensionAmount" json:"LineExtensionAmount"`
	AccountingCost      *AccountingCost     `xml:"AccountingCost,omitempty" json:"AccountingCost,omitempty"`
	// No document here has one; its empty list stands in the JSON.
	InvoicePeriod      []struct{}           `xml:"-" json:"InvoicePeriod"`
	OrderLineReference []OrderLineReference `xml:"OrderLineReference" json:"OrderLineReference"`
	// No document here has one; its empty list stands in the JSON.
	DespatchLineReference []struct{} `xml:"-" json:"DespatchLineReference"`
	// No document here has one; its empty list stands in the JSON.
	ReceiptLineReference []struct{} `xml:"-" json:"ReceiptLineReference"`
	// No document here has one; its empty list stands in the JSON.
	BillingReference []struct{} `xml:"-" json:"BillingReference"`
	// No document here has one; its empty list stands in the JSON.
	DocumentReference []struct{} `xml:"-" json:"DocumentReference"`
	// No document here has one; its empty list stands in the JSON.
	Delivery []struct{} `xml:"-" json:"Delivery"`
	// No document here has one; its empty list stands in the JSON.
	PaymentTerms    []struct{}            `xml:"-" json:"PaymentTerms"`
	AllowanceCharge []AllowanceCharge     `xml:"AllowanceCharge" json:"AllowanceCharge"`
	TaxTotal        []InvoiceLineTaxTotal `xml:"TaxTotal" json:"TaxTotal"`
	// No document here has one; its empty list stands in the JSON.
	WithholdingTaxTotal []struct{} `xml:"-" json:"WithholdingTaxTotal"`
	Item                Item       `xml:"Item" json:"Item"`
	Price               Price      `xml:"Price" json:"Price"`
	// No document here has one; its empty list stands in the JSON.
	SubInvoiceLine []struct{} `xml:"-" json:"SubInvoiceLine"`
}

// InvoiceLineNote holds an element Note.
type InvoiceLineNote struct {
	Text string `xml:",chardata" json:"#text"`
}

// InvoicedQuantity holds an element InvoicedQuantity.
type InvoicedQuantity struct {
	UnitCode string      `xml:"unitCode,attr" json:"@unitCode"`
	Text     json.Number `xml:",chardata" json:"#text"`
}

// OrderLineReference holds an element OrderLineReference.
type OrderLineReference struct {
	LineID LineID `xml:"LineID" json:"LineID"`
}

// LineID holds an element LineID.
type LineID struct {
	Text string `xml:",chardata" json:"#text"`
}

// InvoiceLineTaxTotal holds an element TaxTotal.
type InvoiceLineTaxTotal struct {
	TaxAmount TaxAmount `xml:"TaxAmount" json:"TaxAmount"`
	// No document here has one; its empty list stands in the JSON.
	TaxSubtotal []struct{} `xml:"-" json:"TaxSubtotal"`
}

// Item holds an element Item.
type Item struct {
	Description []Description `xml:"Description" json:"Description"`
	Name        Name          `xml:"Name" json:"Name"`
	// No document here has one; its empty list stands in the JSON.
	AdditionalInformation []struct{} `xml:"-" json:"AdditionalInformation"`
	// No document here has one; its empty list stands in the JSON.
	Keyword []struct{} `xml:"-" json:"Keyword"`
	// No document here has one; its empty list stands in the JSON.
	BrandName []struct{} `xml:"-" json:"BrandName"`
	// No document here has one; its empty list stands in the JSON.
	ModelName                 []struct{}                `xml:"-" json:"ModelName"`
	SellersItemIdentification SellersItemIdentification `xml:"SellersItemIdentification" json:"SellersItemIdentification"`
	// No document here has one; its empty list stands in the JSON.
	ManufacturersItemIdentification []struct{}                 `xml:"-" json:"ManufacturersItemIdentification"`
	StandardItemIdentification      StandardItemIdentification `xml:"StandardItemIdentification" json:"StandardItemIdentification"`
	// No document here has one; its empty list stands in the JSON.
	AdditionalItemIdentification []struct{} `xml:"-" json:"AdditionalItemIdentification"`
	// No document here has one; its empty list stands in the JSON.
	ItemSpecificationDocumentReference []struct{}                `xml:"-" json:"ItemSpecificationDocumentReference"`
	CommodityClassification            []CommodityClassification `xml:"CommodityClassification" json:"CommodityClassification"`
	// No document here has one; its empty list stands in the JSON.
	TransactionConditions []struct{} `xml:"-" json:"TransactionConditions"`
	// No document here has one; its empty list stands in the JSON.
	HazardousItem          []struct{}               `xml:"-" json:"HazardousItem"`
	ClassifiedTaxCategory  []ClassifiedTaxCategory  `xml:"ClassifiedTaxCategory" json:"ClassifiedTaxCategory"`
	AdditionalItemProperty []AdditionalItemProperty `xml:"AdditionalItemProperty" json:"AdditionalItemProperty"`
	// No document here has one; its empty list stands in the JSON.
	ManufacturerParty []struct{} `xml:"-" json:"ManufacturerParty"`
	// No document here has one; its empty list stands in the JSON.
	OriginAddress []struct{} `xml:"-" json:"OriginAddress"`
	// No document here has one; its empty list stands in the JSON.
	ItemInstance []struct{} `xml:"-" json:"ItemInstance"`
	// No document here has one; its empty list stands in the JSON.
	Certificate []struct{} `xml:"-" json:"Certificate"`
	// No document here has one; its empty list stands in the JSON.
	Dimension []struct{} `xml:"-" json:"Dimension"`
}

// Description holds an element Description.
type Description struct {
	LanguageID string `xml:"languageID,attr" json:"@languageID"`
	Text       string `xml:",chardata" json:"#text"`
}

// SellersItemIdentification holds an element SellersItemIdentification.
type SellersItemIdentification struct {
	ID ID `xml:"ID" json:"ID"`
	// No document here has one; its empty list stands in the JSON.
	PhysicalAttribute []struct{} `xml:"-" json:"PhysicalAttribute"`
	// No document here has one; its empty list stands in the JSON.
	MeasurementDimension []struct{} `xml:"-" json:"MeasurementDimension"`
}

// StandardItemIdentification holds an element StandardItemIdentification.
type StandardItemIdentification struct {
	ID StandardItemIdentificationID `xml:"ID" json:"ID"`
	// No document here has one; its empty list stands in the JSON.
	PhysicalAttribute []struct{} `xml:"-" json:"PhysicalAttribute"`
	// No document here has one; its empty list stands in the JSON.
	MeasurementDimension []struct{} `xml:"-" json:"MeasurementDimension"`
}

// StandardItemIdentificationID holds an element ID.
type StandardItemIdentificationID struct {
	SchemeID       string `xml:"schemeID,attr" json:"@schemeID"`
	SchemeAgencyID string `xml:"schemeAgencyID,attr" json:"@schemeAgencyID"`
	Text           string `xml:",chardata" json:"#text"`
}

// CommodityClassification holds an element CommodityClassification.
type CommodityClassification struct {
	ItemClassificationCode ItemClassificationCode `xml:"ItemClassificationCode" json:"ItemClassificationCode"`
}

// ItemClassificationCode holds an element ItemClassificationCode.
type ItemClassificationCode struct {
	ListID       string `xml:"listID,attr" json:"@listID"`
	ListAgencyID string `xml:"listAgencyID,attr" json:"@listAgencyID"`
	Text         string `xml:",chardata" json:"#text"`
}

// ClassifiedTaxCategory holds an element ClassifiedTaxCategory.
type ClassifiedTaxCategory struct {
	ID      ClassifiedTaxCategoryID `xml:"ID" json:"ID"`
	Percent Percent                 `xml:"Percent" json:"Percent"`
	// No document here has one; its empty list stands in the JSON.
	TaxExemptionReason []struct{} `xml:"-" json:"TaxExemptionReason"`
	TaxScheme          TaxScheme  `xml:"TaxScheme" json:"TaxScheme"`
}

// ClassifiedTaxCategoryID holds an element ID.
type ClassifiedTaxCategoryID struct {
	SchemeID       string `xml:"schemeID,attr" json:"@schemeID"`
	SchemeAgencyID string `xml:"schemeAgencyID,attr" json:"@schemeAgencyID"`
	Text           string `xml:",chardata" json:"#text"`
}

// AdditionalItemProperty holds an element AdditionalItemProperty.
type AdditionalItemProperty struct {
	Name  Name  `xml:"Name" json:"Name"`
	Value Value `xml:"Value" json:"Value"`
	// No document here has one; its empty list stands in the JSON.
	ValueQualifier []struct{} `xml:"-" json:"ValueQualifier"`
	// No document here has one; its empty list stands in the JSON.
	ListValue []struct{} `xml:"-" json:"ListValue"`
	// No document here has one; its empty list stands in the JSON.
	ItemPropertyGroup []struct{} `xml:"-" json:"ItemPropertyGroup"`
}

// Value holds an element Value.
type Value struct {
	Text string `xml:",chardata" json:"#text"`
}

// Price holds an element Price.
type Price struct {
	PriceAmount  PriceAmount  `xml:"PriceAmount" json:"PriceAmount"`
	BaseQuantity BaseQuantity `xml:"BaseQuantity" json:"BaseQuantity"`
	// No document here has one; its empty list stands in the JSON.
	PriceChangeReason []struct{} `xml:"-" json:"PriceChangeReason"`
	// No document here has one; its empty list stands in the JSON.
	ValidityPeriod  []struct{}             `xml:"-" json:"ValidityPeriod"`
	AllowanceCharge []PriceAllowanceCharge `xml:"AllowanceCharge" json:"AllowanceCharge"`
}

// PriceAmount holds an element PriceAmount.
type PriceAmount struct {
	CurrencyID string      `xml:"currencyID,attr" json:"@currencyID"`
	Text       json.Number `xml:",chardata" json:"#text"`
}

// BaseQuantity holds an element BaseQuantity.
type BaseQuantity struct {
	UnitCode string      `xml:"unitCode,attr" json:"@unitCode"`
	Text     json.Number `xml:",chardata" json:"#text"`
}

// PriceAllowanceCharge holds an element AllowanceCharge.
type PriceAllowanceCharge struct {
	ChargeIndicator         ChargeIndicator         `xml:"ChargeIndicator" json:"ChargeIndicator"`
	AllowanceChargeReason   []AllowanceChargeReason `xml:"AllowanceChargeReason" json:"AllowanceChargeReason"`
	MultiplierFactorNumeric MultiplierFactorNumeric `xml:"MultiplierFactorNumeric" json:"MultiplierFactorNumeric"`
	Amount                  Amount                  `xml:"Amount" json:"Amount"`
	BaseAmount              BaseAmount              `xml:"BaseAmount" json:"BaseAmount"`
	// No document here has one; its empty list stands in the JSON.
	TaxCategory []struct{} `xml:"-" json:"TaxCategory"`
	// No document here has one; its empty list stands in the JSON.
	PaymentMeans []struct{} `xml:"-" json:"PaymentMeans"`
}

// MultiplierFactorNumeric holds an element MultiplierFactorNumeric.
type MultiplierFactorNumeric struct {
	Text json.Number `xml:",chardata" json:"#text"`
}

// BaseAmount holds an element BaseAmount.
type BaseAmount struct {
	CurrencyID string      `xml:"currencyID,attr" json:"@currencyID"`
	Text       json.Number `xml:",chardata" json:"#text"`
}
