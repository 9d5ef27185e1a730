// This file describes operations: what the generator writes for each one in a schema's service.

package client

import (
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

// Value is satisfied by the pointer to a generated type T.
type Value[T any] interface {
	*T
	xsd.XMLValue
}

// Operation is a call that answers with a T. Generated code declares one per operation, as a package-level value that
// nobody changes.
type Operation[T any] struct {
	Endpoint
	Echoes []Echo[T]
}

// Endpoint is the part of an operation that HTTP knows.
type Endpoint struct {
	Name       string      // as the generated method: names the operation in errors and logs
	Method     string      // of HTTP
	Path       string      // appended to the base URL; {name} stands for a path parameter; empty: [WithPath] gives it
	Parameters []Parameter // in the order of the method's arguments
	Scope      string      // asked of the token source; empty: the operation needs no token
	OnBehalfOf string      // the parameter whose value is the organisation acted for; empty: none
	Consent    string      // the header that a consent stands in, see [WithConsent]; empty: none
	Request    xsd.Name    // the element of a request body; zero: the one of the body's type
	Response   xsd.Name    // the element that answers; zero: any of T
	Errors     ErrorBody   // what an answer that is no success looks like
	Idempotent bool        // may be sent again when the outcome is unknown
}

// Place says where a parameter goes.
type Place uint8

// Where a parameter can go.
const (
	InPath   Place = iota // a segment of the path, always required
	InQuery               // the query; a list repeats the name
	InHeader              // a request header
)

// Parameter is one input of an operation.
type Parameter struct {
	Name     string
	In       Place
	Required bool // path parameters are required anyway
}

// Echo is a parameter that must come back in the answer: an answer about another organisation is no answer.
type Echo[T any] struct {
	Parameter string
	Value     func(*T) (text string, ok bool) // the text in the answer; not ok: it is missing there
}

// ErrorBody is the shape of error bodies, in JSON members and in XML children of the root alike (by local name, in any
// namespace). Each list holds alternatives, the first one present counts.
type ErrorBody struct {
	Code          []string        // for example kode, feilkode
	Message       []string        // for example melding, beskrivelse
	CorrelationID []string        // for example korrelasjonsid
	Codes         map[string]Rule // what is known about single codes; decides before the HTTP status does
}

// Rule is what an error code of the service means for the call.
type Rule struct {
	Cause  Cause  // why; empty: what the status suggests
	Remedy string // what to do next; empty: what the status suggests
	Renew  bool   // the token is refused: one new token, as after a 401
	Retry  bool   // passes with time: retried like a 503
	Answer bool   // no failure: the service has nothing to tell, and the Response has no more than the code
}
