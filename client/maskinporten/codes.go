// This file is the table of what Maskinporten's errors mean and what to do about each.

package maskinporten

import (
	"regexp"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/client"
)

// Code is what went wrong, as Maskinporten numbers it. Two errors come without a number; they have names of our own.
type Code string

// The codes with a rule. Others occur and are passed on as they are.
const (
	MalformedParameter      Code = "MP-011"
	GrantUsedBefore         Code = "MP-012"
	ClientNotFound          Code = "MP-100"
	WrongAudience           Code = "MP-110"
	CertificateInvalid      Code = "MP-120"
	KeyExpired              Code = "MP-121"
	OrganisationMismatch    Code = "MP-122"
	CertificateForm         Code = "MP-123"
	SignatureInvalid        Code = "MP-124"
	GrantExpired            Code = "MP-130"
	ScopeNotOnClient        Code = "MP-200"
	ScopeNotForMaskinporten Code = "MP-201"
	NoAccessToScope         Code = "MP-250"
	NotDelegated            Code = "MP-251"
	DetailsType             Code = "MP-301"
	DetailsField            Code = "MP-302"
	DetailsValue            Code = "MP-303"
	IssuedInFuture          Code = "issue-time-after-now"
	UnknownKeyID            Code = "unknown-kid"
)

// rule is one row of the table.
type rule struct {
	cause           client.Cause
	meaning, remedy string
	retry           bool
}

var rules = map[Code]rule{
	MalformedParameter: {
		cause:   client.CauseGrantMalformed,
		meaning: "a parameter is malformed",
		remedy:  "check client id, scope and organisation numbers for typing errors",
	},
	GrantUsedBefore: {
		cause:   client.CauseGrantUsed,
		meaning: "the grant was used before", retry: true,
		remedy: "see whether something between here and Maskinporten sends requests twice",
	},
	ClientNotFound: {
		cause:   client.CauseClientUnknown,
		meaning: "Maskinporten knows no such client",
		remedy:  "check the client id, and that it was registered in this environment: test and production do not mix",
	},
	WrongAudience: {
		cause:   client.CauseAudience,
		meaning: "the audience is wrong",
		remedy:  "use maskinporten.Test() or maskinporten.Production(): the issuer has a closing slash",
	},
	CertificateInvalid: {
		cause:   client.CauseKeyCertificate,
		meaning: "the certificate is not accepted",
		remedy:  "use a virksomhetssertifikat that is valid in this environment; test certificates do not work in production",
	},
	KeyExpired: {
		cause:   client.CauseKeyExpired,
		meaning: "the key has expired",
		remedy:  "make a new key and upload its public half in the self-service",
	},
	OrganisationMismatch: {
		cause:   client.CauseKeyOrganisation,
		meaning: "the certificate belongs to another organisation than the client",
		remedy:  "use a certificate of the organisation that owns the client",
	},
	CertificateForm: {
		cause:   client.CauseKeyChain,
		meaning: "the certificate chain is not as it should be",
		remedy:  "give the whole chain, the organisation's certificate first",
	},
	SignatureInvalid: {
		cause:   client.CauseSignature,
		meaning: "the signature does not verify",
		remedy:  "check that the private key is the one whose public half was uploaded under this key id",
	},
	GrantExpired: {
		cause:   client.CauseGrantExpired,
		meaning: "the grant had expired when it arrived", retry: true,
		remedy: "set the clock of this machine, for example by NTP",
	},
	ScopeNotOnClient: {
		cause:   client.CauseScopeMissing,
		meaning: "the client does not have the scope",
		remedy:  "add the scope to the client in the self-service",
	},
	ScopeNotForMaskinporten: {
		cause:   client.CauseScopeKind,
		meaning: "the scope is for users who log in, not for Maskinporten",
		remedy:  "check the name of the scope; a client for Maskinporten takes scopes for Maskinporten only",
	},
	NoAccessToScope: {
		cause:   client.CauseScopeNotGranted,
		meaning: "the organisation has no access to the scope",
		remedy:  "ask the owner of the API, Skatteetaten, to grant your organisation the scope",
	},
	NotDelegated: {
		cause:   client.CauseNotDelegated,
		meaning: "the organisation acted for has not delegated its access",
		remedy:  "have the organisation delegate the API to yours in Altinn, then ask again",
	},
	DetailsType: {
		cause:   client.CauseDetailsType,
		meaning: "the type in authorization_details is wrong",
		remedy:  "see whether system users exist in this environment",
	},
	DetailsField: {
		cause:   client.CauseDetailsField,
		meaning: "a field in authorization_details is missing or wrong",
		remedy:  "check the organisation number and the external reference of the system user",
	},
	DetailsValue: {
		cause:   client.CauseSystemUser,
		meaning: "a value in authorization_details is wrong, or there is no such system user",
		remedy:  "have the organisation create the system user in Altinn, with the same external reference and for this client",
	},
	IssuedInFuture: {
		cause:   client.CauseClock,
		meaning: "the assertion was issued in the future: the local clock is ahead",
		remedy:  "set the clock of this machine, for example by NTP",
	},
	UnknownKeyID: {
		cause:   client.CauseKeyUnknown,
		meaning: "Maskinporten has no such key for the client",
		remedy:  "upload the public half of the key, use the key id shown there, and check the environment",
	},
}

// Cause is the code among the causes of package client, client.CauseGrantRefused for an unknown one.
func (c Code) Cause() client.Cause {
	if rule, ok := rules[c]; ok {
		return rule.cause
	}
	return client.CauseGrantRefused
}

// Meaning is the code in words, empty for an unknown one.
func (c Code) Meaning() string { return rules[c].meaning }

// Remedy is what to do next, empty for an unknown code.
func (c Code) Remedy() string { return rules[c].remedy }

// Retry tells whether a new assertion may do, once.
func (c Code) Retry() bool { return rules[c].retry }

var numberPattern = regexp.MustCompile(`\bMP-[0-9]{3}\b`)

// phrase is a fault in the words it comes in.
type phrase struct {
	words string
	code  Code
}

// unnumbered are the faults that have no number of their own; a number beside them is a general one. The others are words that
// older answers have instead of a number.
var (
	unnumbered = []phrase{
		{"issue time is after now", IssuedInFuture},
		{"unknown key identifier", UnknownKeyID},
	}
	older = []phrase{
		{"client not found", ClientNotFound},
		{"invalid jwt claim aud", WrongAudience},
		{"grant is used before", GrantUsedBefore},
		{"jwt is expired", GrantExpired},
	}
)

// findCode finds the code in a description.
func findCode(description string) Code {
	lower := strings.ToLower(description)
	if code := findPhrase(lower, unnumbered); code != "" {
		return code
	}
	if number := numberPattern.FindString(description); number != "" {
		return Code(number)
	}
	return findPhrase(lower, older)
}

func findPhrase(description string, phrases []phrase) Code {
	for _, p := range phrases {
		if strings.Contains(description, p.words) {
			return p.code
		}
	}
	return ""
}
