// This file holds the one error type of calls: the stage that failed, what was said, and what to do next.

package client

import (
	"fmt"
	"log/slog"
	"net/http"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/client/internal/wire"
)

// Stage names the part of a call that failed. A Stage is an error itself, to be matched with errors.Is(err, client.StageNetwork).
type Stage string

// Error is the constant's text.
func (s Stage) Error() string { return string(s) }

// The stages, in the order a call passes them.
const (
	StageRequest      Stage = "request"      // what the caller gave cannot be sent; nothing was
	StageKey          Stage = "key"          // the private key or its certificate
	StageToken        Stage = "token"        // a token source other than Maskinporten
	StageMaskinporten Stage = "maskinporten" // Maskinporten refused, or was not reached
	StageNetwork      Stage = "network"      // the service was not reached, or the answer broke off
	StageService      Stage = "service"      // the service answered with an error
	StageDocument     Stage = "document"     // the service answered, but with no document that can be used
)

// Error is every error a call returns. Fields that do not apply are zero. Nothing in it holds a token, an assertion or a
// key: where a server echoes one, it is replaced by "[token]".
type Error struct {
	Stage         Stage
	Cause         Cause  // why, for programs; never empty in errors of this module
	Operation     string // the operation's name; empty outside calls
	Status        int    // HTTP status, 0 without an answer
	Code          string // the service's kode, or Maskinporten's MP code
	Message       string // the service's melding, or what is wrong in our own words; one line, bounded
	CorrelationID string // korrelasjonsid, or Maskinporten's trace id: support asks for it
	Remedy        string // what to do next
	Attempts      int    // requests made for this call, 0 when none was
	Header        http.Header
	Raw           []byte // the body of the answer, as far as it was read
	Err           error  // what it came of, for errors.Is and errors.As
}

// Error is one line: stage, operation, status, code, message, correlation id, cause, remedy.
func (e *Error) Error() string {
	var b strings.Builder
	b.WriteString(string(e.Stage))
	if e.Operation != "" {
		b.WriteString(": " + e.Operation)
	}
	if e.Status != 0 {
		b.WriteString(": " + strings.TrimSpace(fmt.Sprintf("%d %s", e.Status, http.StatusText(e.Status))))
	}
	parts := []string{e.Message}
	if !strings.Contains(e.Message, e.Code) { // servers tend to repeat both in the message
		parts = []string{e.Code, e.Message}
	}
	if e.Err != nil {
		parts = append(parts, e.Err.Error()) // a list of violations has many lines
	}
	for _, part := range parts {
		if part = wire.Clean(part); part != "" {
			b.WriteString(": " + part)
		}
	}
	if e.CorrelationID != "" && !strings.Contains(e.Message, e.CorrelationID) {
		b.WriteString(" (correlation id " + e.CorrelationID + ")")
	}
	if e.Attempts > 1 {
		fmt.Fprintf(&b, " (after %d attempts)", e.Attempts)
	}
	if e.Remedy != "" {
		b.WriteString("; " + e.Remedy)
	}
	return b.String()
}

// Unwrap is what the error came of.
func (e *Error) Unwrap() error { return e.Err }

// Is matches the error with its [Stage] and its [Cause].
func (e *Error) Is(target error) bool {
	switch target := target.(type) {
	case Stage:
		return target == e.Stage
	case Cause:
		return target == e.Cause
	}
	return false
}

// LogValue groups the fields worth a log line; the raw body is not among them.
func (e *Error) LogValue() slog.Value {
	attrs := []slog.Attr{slog.String("stage", string(e.Stage))}
	for _, field := range []struct{ name, value string }{
		{"why", string(e.Cause)},
		{"operation", e.Operation},
		{"code", e.Code},
		{"message", e.Message},
		{"correlation_id", e.CorrelationID},
		{"remedy", e.Remedy},
	} {
		if field.value != "" {
			attrs = append(attrs, slog.String(field.name, field.value))
		}
	}
	if e.Status != 0 {
		attrs = append(attrs, slog.Int("status", e.Status))
	}
	if e.Attempts != 0 {
		attrs = append(attrs, slog.Int("attempts", e.Attempts))
	}
	if e.Err != nil {
		attrs = append(attrs, slog.String("cause", wire.Clean(e.Err.Error())))
	}
	return slog.GroupValue(attrs...)
}
