// Package saft holds the hand-written structs that SAF-T audit files are compared with.
package saft

import (
	"encoding/json"
	"encoding/xml"
)

// AuditFile is the document.
type AuditFile struct {
	XMLName              xml.Name             `xml:"urn:StandardAuditFile-Taxation-Financial:NO AuditFile" json:"-"`
	Header               Header               `xml:"Header" json:"Header"`
	MasterFiles          MasterFiles          `xml:"MasterFiles" json:"MasterFiles"`
	GeneralLedgerEntries GeneralLedgerEntries `xml:"GeneralLedgerEntries" json:"GeneralLedgerEntries"`
}

// Header holds an element Header.
type Header struct {
	AuditFileVersion     string            `xml:"AuditFileVersion" json:"AuditFileVersion"`
	AuditFileCountry     string            `xml:"AuditFileCountry" json:"AuditFileCountry"`
	AuditFileDateCreated string            `xml:"AuditFileDateCreated" json:"AuditFileDateCreated"`
	SoftwareCompanyName  string            `xml:"SoftwareCompanyName" json:"SoftwareCompanyName"`
	SoftwareID           string            `xml:"SoftwareID" json:"SoftwareID"`
	SoftwareVersion      string            `xml:"SoftwareVersion" json:"SoftwareVersion"`
	Company              Company           `xml:"Company" json:"Company"`
	DefaultCurrencyCode  string            `xml:"DefaultCurrencyCode" json:"DefaultCurrencyCode"`
	SelectionCriteria    SelectionCriteria `xml:"SelectionCriteria" json:"SelectionCriteria"`
	TaxAccountingBasis   string            `xml:"TaxAccountingBasis" json:"TaxAccountingBasis"`
}

// Company holds an element Company.
type Company struct {
	RegistrationNumber string            `xml:"RegistrationNumber" json:"RegistrationNumber"`
	Name               string            `xml:"Name" json:"Name"`
	Address            []Address         `xml:"Address" json:"Address"`
	Contact            []Contact         `xml:"Contact" json:"Contact"`
	TaxRegistration    []TaxRegistration `xml:"TaxRegistration" json:"TaxRegistration"`
	BankAccount        []BankAccount     `xml:"BankAccount" json:"BankAccount"`
}

// Address holds an element Address.
type Address struct {
	StreetName string `xml:"StreetName" json:"StreetName"`
	City       string `xml:"City" json:"City"`
	PostalCode string `xml:"PostalCode" json:"PostalCode"`
	Country    string `xml:"Country" json:"Country"`
}

// Contact holds an element Contact.
type Contact struct {
	ContactPerson ContactPerson `xml:"ContactPerson" json:"ContactPerson"`
	Telephone     string        `xml:"Telephone" json:"Telephone"`
	Email         string        `xml:"Email" json:"Email"`
}

// ContactPerson holds an element ContactPerson.
type ContactPerson struct {
	FirstName string `xml:"FirstName" json:"FirstName"`
	LastName  string `xml:"LastName" json:"LastName"`
	// No document here has one; its empty list stands in the JSON.
	OtherTitles []struct{} `xml:"-" json:"OtherTitles"`
}

// TaxRegistration holds an element TaxRegistration.
type TaxRegistration struct {
	TaxRegistrationNumber string `xml:"TaxRegistrationNumber" json:"TaxRegistrationNumber"`
}

// BankAccount holds an element BankAccount.
type BankAccount struct {
	BankAccountNumber string `xml:"BankAccountNumber" json:"BankAccountNumber"`
	CurrencyCode      string `xml:"CurrencyCode" json:"CurrencyCode"`
}

// SelectionCriteria holds an element SelectionCriteria.
type SelectionCriteria struct {
	PeriodStart     json.Number `xml:"PeriodStart" json:"PeriodStart"`
	PeriodStartYear json.Number `xml:"PeriodStartYear" json:"PeriodStartYear"`
	PeriodEnd       json.Number `xml:"PeriodEnd" json:"PeriodEnd"`
	PeriodEndYear   json.Number `xml:"PeriodEndYear" json:"PeriodEndYear"`
	// No document here has one; its empty list stands in the JSON.
	OtherCriteria []struct{} `xml:"-" json:"OtherCriteria"`
}

// MasterFiles holds an element MasterFiles.
type MasterFiles struct {
	GeneralLedgerAccounts GeneralLedgerAccounts `xml:"GeneralLedgerAccounts" json:"GeneralLedgerAccounts"`
	Customers             Customers             `xml:"Customers" json:"Customers"`
	Suppliers             Suppliers             `xml:"Suppliers" json:"Suppliers"`
	TaxTable              TaxTable              `xml:"TaxTable" json:"TaxTable"`
	AnalysisTypeTable     AnalysisTypeTable     `xml:"AnalysisTypeTable" json:"AnalysisTypeTable"`
}

// GeneralLedgerAccounts holds an element GeneralLedgerAccounts.
type GeneralLedgerAccounts struct {
	Account []Account `xml:"Account" json:"Account"`
}

// Account holds an element Account.
type Account struct {
	AccountID            string      `xml:"AccountID" json:"AccountID"`
	AccountDescription   string      `xml:"AccountDescription" json:"AccountDescription"`
	StandardAccountID    string      `xml:"StandardAccountID" json:"StandardAccountID"`
	AccountType          string      `xml:"AccountType" json:"AccountType"`
	AccountCreationDate  string      `xml:"AccountCreationDate" json:"AccountCreationDate"`
	OpeningCreditBalance json.Number `xml:"OpeningCreditBalance,omitempty" json:"OpeningCreditBalance,omitempty"`
	ClosingCreditBalance json.Number `xml:"ClosingCreditBalance,omitempty" json:"ClosingCreditBalance,omitempty"`
	OpeningDebitBalance  json.Number `xml:"OpeningDebitBalance,omitempty" json:"OpeningDebitBalance,omitempty"`
	ClosingDebitBalance  json.Number `xml:"ClosingDebitBalance,omitempty" json:"ClosingDebitBalance,omitempty"`
}

// Customers holds an element Customers.
type Customers struct {
	Customer []Customer `xml:"Customer" json:"Customer"`
}

// Customer holds an element Customer.
type Customer struct {
	RegistrationNumber   string                `xml:"RegistrationNumber" json:"RegistrationNumber"`
	Name                 string                `xml:"Name" json:"Name"`
	Address              []CustomerAddress     `xml:"Address" json:"Address"`
	Contact              []CustomerContact     `xml:"Contact" json:"Contact"`
	TaxRegistration      []TaxRegistration     `xml:"TaxRegistration" json:"TaxRegistration"`
	BankAccount          []CustomerBankAccount `xml:"BankAccount" json:"BankAccount"`
	CustomerID           string                `xml:"CustomerID" json:"CustomerID"`
	AccountID            string                `xml:"AccountID" json:"AccountID"`
	OpeningDebitBalance  json.Number           `xml:"OpeningDebitBalance" json:"OpeningDebitBalance"`
	ClosingCreditBalance json.Number           `xml:"ClosingCreditBalance,omitempty" json:"ClosingCreditBalance,omitempty"`
	ClosingDebitBalance  json.Number           `xml:"ClosingDebitBalance,omitempty" json:"ClosingDebitBalance,omitempty"`
	PartyInfo            PartyInfo             `xml:"PartyInfo" json:"PartyInfo"`
}

// CustomerAddress holds an element Address.
type CustomerAddress struct {
	StreetName  string `xml:"StreetName" json:"StreetName"`
	City        string `xml:"City" json:"City"`
	PostalCode  string `xml:"PostalCode" json:"PostalCode"`
	Country     string `xml:"Country" json:"Country"`
	AddressType string `xml:"AddressType" json:"AddressType"`
}

// CustomerContact holds an element Contact.
type CustomerContact struct {
	ContactPerson ContactPerson `xml:"ContactPerson" json:"ContactPerson"`
	Telephone     string        `xml:"Telephone" json:"Telephone"`
	Fax           string        `xml:"Fax" json:"Fax"`
	Email         string        `xml:"Email" json:"Email"`
	Website       string        `xml:"Website" json:"Website"`
}

// CustomerBankAccount holds an element BankAccount.
type CustomerBankAccount struct {
	IBANNumber             string `xml:"IBANNumber" json:"IBANNumber"`
	BIC                    string `xml:"BIC" json:"BIC"`
	CurrencyCode           string `xml:"CurrencyCode" json:"CurrencyCode"`
	GeneralLedgerAccountID string `xml:"GeneralLedgerAccountID,omitempty" json:"GeneralLedgerAccountID,omitempty"`
}

// PartyInfo holds an element PartyInfo.
type PartyInfo struct {
	PaymentTerms PaymentTerms `xml:"PaymentTerms" json:"PaymentTerms"`
	NaceCode     string       `xml:"NaceCode" json:"NaceCode"`
	CurrencyCode string       `xml:"CurrencyCode" json:"CurrencyCode"`
	Type         string       `xml:"Type" json:"Type"`
	Status       string       `xml:"Status" json:"Status"`
	// No document here has one; its empty list stands in the JSON.
	Analysis []struct{} `xml:"-" json:"Analysis"`
	Notes    string     `xml:"Notes" json:"Notes"`
}

// PaymentTerms holds an element PaymentTerms.
type PaymentTerms struct {
	Days             json.Number `xml:"Days" json:"Days"`
	CashDiscountDays json.Number `xml:"CashDiscountDays" json:"CashDiscountDays"`
	CashDiscountRate json.Number `xml:"CashDiscountRate" json:"CashDiscountRate"`
	FreeBillingMonth bool        `xml:"FreeBillingMonth" json:"FreeBillingMonth"`
}

// Suppliers holds an element Suppliers.
type Suppliers struct {
	Supplier []Supplier `xml:"Supplier" json:"Supplier"`
}

// Supplier holds an element Supplier.
type Supplier struct {
	RegistrationNumber   string                `xml:"RegistrationNumber" json:"RegistrationNumber"`
	Name                 string                `xml:"Name" json:"Name"`
	Address              []SupplierAddress     `xml:"Address" json:"Address"`
	Contact              []SupplierContact     `xml:"Contact" json:"Contact"`
	TaxRegistration      []TaxRegistration     `xml:"TaxRegistration" json:"TaxRegistration"`
	BankAccount          []SupplierBankAccount `xml:"BankAccount" json:"BankAccount"`
	SupplierID           string                `xml:"SupplierID" json:"SupplierID"`
	AccountID            string                `xml:"AccountID" json:"AccountID"`
	OpeningCreditBalance json.Number           `xml:"OpeningCreditBalance,omitempty" json:"OpeningCreditBalance,omitempty"`
	OpeningDebitBalance  json.Number           `xml:"OpeningDebitBalance,omitempty" json:"OpeningDebitBalance,omitempty"`
	ClosingDebitBalance  json.Number           `xml:"ClosingDebitBalance,omitempty" json:"ClosingDebitBalance,omitempty"`
	ClosingCreditBalance json.Number           `xml:"ClosingCreditBalance,omitempty" json:"ClosingCreditBalance,omitempty"`
	PartyInfo            SupplierPartyInfo     `xml:"PartyInfo" json:"PartyInfo"`
}

// SupplierAddress holds an element Address.
type SupplierAddress struct {
	StreetName  string `xml:"StreetName" json:"StreetName"`
	Number      string `xml:"Number,omitempty" json:"Number,omitempty"`
	City        string `xml:"City" json:"City"`
	PostalCode  string `xml:"PostalCode" json:"PostalCode"`
	Country     string `xml:"Country" json:"Country"`
	AddressType string `xml:"AddressType" json:"AddressType"`
}

// SupplierContact holds an element Contact.
type SupplierContact struct {
	ContactPerson ContactContactPerson `xml:"ContactPerson" json:"ContactPerson"`
	Telephone     string               `xml:"Telephone" json:"Telephone"`
	Fax           string               `xml:"Fax" json:"Fax"`
	Email         string               `xml:"Email" json:"Email"`
	Website       string               `xml:"Website" json:"Website"`
}

// ContactContactPerson holds an element ContactPerson.
type ContactContactPerson struct {
	FirstName   string   `xml:"FirstName" json:"FirstName"`
	Initials    string   `xml:"Initials" json:"Initials"`
	LastName    string   `xml:"LastName" json:"LastName"`
	Salutation  string   `xml:"Salutation" json:"Salutation"`
	OtherTitles []string `xml:"OtherTitles" json:"OtherTitles"`
}

// SupplierBankAccount holds an element BankAccount.
type SupplierBankAccount struct {
	BankAccountNumber      string `xml:"BankAccountNumber" json:"BankAccountNumber"`
	BankAccountName        string `xml:"BankAccountName" json:"BankAccountName"`
	SortCode               string `xml:"SortCode" json:"SortCode"`
	BIC                    string `xml:"BIC" json:"BIC"`
	CurrencyCode           string `xml:"CurrencyCode" json:"CurrencyCode"`
	GeneralLedgerAccountID string `xml:"GeneralLedgerAccountID" json:"GeneralLedgerAccountID"`
}

// SupplierPartyInfo holds an element PartyInfo.
type SupplierPartyInfo struct {
	PaymentTerms PartyInfoPaymentTerms `xml:"PaymentTerms" json:"PaymentTerms"`
	NaceCode     string                `xml:"NaceCode" json:"NaceCode"`
	CurrencyCode string                `xml:"CurrencyCode" json:"CurrencyCode"`
	Type         string                `xml:"Type" json:"Type"`
	Status       string                `xml:"Status" json:"Status"`
	// No document here has one; its empty list stands in the JSON.
	Analysis []struct{} `xml:"-" json:"Analysis"`
}

// PartyInfoPaymentTerms holds an element PaymentTerms.
type PartyInfoPaymentTerms struct {
	Months json.Number `xml:"Months" json:"Months"`
}

// TaxTable holds an element TaxTable.
type TaxTable struct {
	TaxTableEntry []TaxTableEntry `xml:"TaxTableEntry" json:"TaxTableEntry"`
}

// TaxTableEntry holds an element TaxTableEntry.
type TaxTableEntry struct {
	TaxType        string           `xml:"TaxType" json:"TaxType"`
	Description    string           `xml:"Description" json:"Description"`
	TaxCodeDetails []TaxCodeDetails `xml:"TaxCodeDetails" json:"TaxCodeDetails"`
}

// TaxCodeDetails holds an element TaxCodeDetails.
type TaxCodeDetails struct {
	TaxCode         string        `xml:"TaxCode" json:"TaxCode"`
	EffectiveDate   string        `xml:"EffectiveDate,omitempty" json:"EffectiveDate,omitempty"`
	ExpirationDate  string        `xml:"ExpirationDate,omitempty" json:"ExpirationDate,omitempty"`
	Description     string        `xml:"Description" json:"Description"`
	TaxPercentage   json.Number   `xml:"TaxPercentage" json:"TaxPercentage"`
	Country         string        `xml:"Country" json:"Country"`
	StandardTaxCode string        `xml:"StandardTaxCode" json:"StandardTaxCode"`
	Compensation    bool          `xml:"Compensation,omitempty" json:"Compensation,omitempty"`
	BaseRate        []json.Number `xml:"BaseRate" json:"BaseRate"`
}

// AnalysisTypeTable holds an element AnalysisTypeTable.
type AnalysisTypeTable struct {
	AnalysisTypeTableEntry []AnalysisTypeTableEntry `xml:"AnalysisTypeTableEntry" json:"AnalysisTypeTableEntry"`
}

// AnalysisTypeTableEntry holds an element AnalysisTypeTableEntry.
type AnalysisTypeTableEntry struct {
	AnalysisType            string `xml:"AnalysisType" json:"AnalysisType"`
	AnalysisTypeDescription string `xml:"AnalysisTypeDescription" json:"AnalysisTypeDescription"`
	AnalysisID              string `xml:"AnalysisID" json:"AnalysisID"`
	AnalysisIDDescription   string `xml:"AnalysisIDDescription" json:"AnalysisIDDescription"`
	StartDate               string `xml:"StartDate" json:"StartDate"`
	EndDate                 string `xml:"EndDate,omitempty" json:"EndDate,omitempty"`
	Status                  string `xml:"Status" json:"Status"`
	// No document here has one; its empty list stands in the JSON.
	Analysis []struct{} `xml:"-" json:"Analysis"`
}

// GeneralLedgerEntries holds an element GeneralLedgerEntries.
type GeneralLedgerEntries struct {
	NumberOfEntries json.Number `xml:"NumberOfEntries" json:"NumberOfEntries"`
	TotalDebit      json.Number `xml:"TotalDebit" json:"TotalDebit"`
	TotalCredit     json.Number `xml:"TotalCredit" json:"TotalCredit"`
	Journal         []Journal   `xml:"Journal" json:"Journal"`
}

// Journal holds an element Journal.
type Journal struct {
	JournalID   string        `xml:"JournalID" json:"JournalID"`
	Description string        `xml:"Description" json:"Description"`
	Type        string        `xml:"Type" json:"Type"`
	Transaction []Transaction `xml:"Transaction" json:"Transaction"`
}

// Transaction holds an element Transaction.
type Transaction struct {
	TransactionID   string      `xml:"TransactionID" json:"TransactionID"`
	Period          json.Number `xml:"Period" json:"Period"`
	PeriodYear      json.Number `xml:"PeriodYear" json:"PeriodYear"`
	TransactionDate string      `xml:"TransactionDate" json:"TransactionDate"`
	TransactionType string      `xml:"TransactionType" json:"TransactionType"`
	Description     string      `xml:"Description" json:"Description"`
	SystemEntryDate string      `xml:"SystemEntryDate" json:"SystemEntryDate"`
	GLPostingDate   string      `xml:"GLPostingDate" json:"GLPostingDate"`
	Line            []Line      `xml:"Line" json:"Line"`
}

// Line holds an element Line.
type Line struct {
	RecordID         string           `xml:"RecordID" json:"RecordID"`
	AccountID        string           `xml:"AccountID" json:"AccountID"`
	Analysis         []Analysis       `xml:"Analysis" json:"Analysis"`
	ValueDate        string           `xml:"ValueDate" json:"ValueDate"`
	SourceDocumentID string           `xml:"SourceDocumentID" json:"SourceDocumentID"`
	CustomerID       string           `xml:"CustomerID,omitempty" json:"CustomerID,omitempty"`
	SupplierID       string           `xml:"SupplierID,omitempty" json:"SupplierID,omitempty"`
	Description      string           `xml:"Description" json:"Description"`
	CreditAmount     *CreditAmount    `xml:"CreditAmount,omitempty" json:"CreditAmount,omitempty"`
	DebitAmount      *DebitAmount     `xml:"DebitAmount,omitempty" json:"DebitAmount,omitempty"`
	TaxInformation   []TaxInformation `xml:"TaxInformation" json:"TaxInformation"`
	ReferenceNumber  string           `xml:"ReferenceNumber,omitempty" json:"ReferenceNumber,omitempty"`
}

// Analysis holds an element Analysis.
type Analysis struct {
	AnalysisType   string          `xml:"AnalysisType" json:"AnalysisType"`
	AnalysisID     string          `xml:"AnalysisID" json:"AnalysisID"`
	AnalysisAmount *AnalysisAmount `xml:"AnalysisAmount,omitempty" json:"AnalysisAmount,omitempty"`
}

// AnalysisAmount holds an element AnalysisAmount.
type AnalysisAmount struct {
	Amount json.Number `xml:"Amount" json:"Amount"`
}

// CreditAmount holds an element CreditAmount.
type CreditAmount struct {
	Amount json.Number `xml:"Amount" json:"Amount"`
}

// DebitAmount holds an element DebitAmount.
type DebitAmount struct {
	Amount json.Number `xml:"Amount" json:"Amount"`
}

// TaxInformation holds an element TaxInformation.
type TaxInformation struct {
	TaxType       string      `xml:"TaxType" json:"TaxType"`
	TaxCode       string      `xml:"TaxCode" json:"TaxCode"`
	TaxPercentage json.Number `xml:"TaxPercentage" json:"TaxPercentage"`
	TaxBase       json.Number `xml:"TaxBase" json:"TaxBase"`
	TaxAmount     TaxAmount   `xml:"TaxAmount" json:"TaxAmount"`
}

// TaxAmount holds an element TaxAmount.
type TaxAmount struct {
	Amount json.Number `xml:"Amount" json:"Amount"`
}
