// This file sees to it that nothing secret is kept of a call: a server may echo the token it was sent, anywhere.

package client

import (
	"slices"

	"github.com/mvainnsyn/mvainnsyn/client/internal/wire"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

// secrets are what a call has sent in confidence.
type secrets struct{ wire.Secrets }

// conceal takes them out of everything that an error keeps.
func (s *secrets) conceal(e *Error) *Error {
	e.Code, e.Message, e.CorrelationID = wire.Clean(s.Text(e.Code)), wire.Clean(s.Text(e.Message)), wire.Clean(s.Text(e.CorrelationID))
	e.Header, e.Raw = s.Header(e.Header), s.Bytes(e.Raw)
	switch err := e.Err.(type) { //nolint:errorlint // those of the reader come unwrapped; the text of any other tells all it holds
	case xsd.Violations:
		e.Err = s.violations(err)
	case *xsd.RefusedError:
		e.Err = &xsd.RefusedError{Violations: s.violations(err.Violations)}
	default:
		e.Err = s.Error(err)
	}
	return e
}

// violations are those given without secrets.
func (s *secrets) violations(list xsd.Violations) xsd.Violations {
	bare := slices.Clone(list)
	for i := range bare {
		v := &bare[i]
		v.Path, v.Text, v.Message = s.Text(v.Path), s.Text(v.Text), s.Text(v.Message)
	}
	return bare
}
