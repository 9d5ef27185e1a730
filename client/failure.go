// This file judges attempts that gave no answer: what failed, whether trying again may help, and what to do next.

package client

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"net"
	"net/http"

	"github.com/mvainnsyn/mvainnsyn/client/internal/wire"
)

// tokenError gives an error of a token source its place in the call. A source's own *Error keeps its stage; it is copied,
// since a source may hand the same one to several callers.
func tokenError(p *plan, way *course, err error) error {
	placed := &Error{Stage: StageToken, Err: err, Remedy: "see to it that the token source can answer, then call again"}
	var own *Error
	if errors.As(err, &own) {
		copied := *own
		placed = &copied
	}
	placed.Operation = p.endpoint.Name
	placed.Attempts = max(placed.Attempts, way.requests)
	return placed
}

// unreached judges an exchange that ended without an answer.
func (c *Client) unreached(ctx context.Context, way *course, err error) *failure {
	e := &Error{Stage: StageNetwork, Err: wire.ConcealError(err, way.token.Reveal())}
	var redirect *wire.RedirectError
	switch {
	case ctx.Err() != nil:
		e.Err, e.Message = ctx.Err(), "the call was ended from outside"
		e.Remedy = "allow more time if this was a deadline"
	case errors.As(err, &redirect):
		e.Stage, e.Remedy = StageService, "set the base URL to the host the service now has, once you know that it is theirs"
	case certificateFault(err):
		e.Remedy = "the server's certificate is not trusted: check the base URL, the clock and the machine's certificate store"
	case notFound(err):
		e.Remedy = "the host name does not exist: check the base URL"
	default:
		e.Remedy = "check the network and the base URL, then call again"
		return &failure{Error: e, retry: true}
	}
	return &failure{Error: e}
}

// brokenOff judges an answer whose body could not be read to its end.
func (c *Client) brokenOff(ctx context.Context, way *course, response *http.Response, body []byte, err error) *failure {
	e := &Error{
		Stage: StageNetwork, Status: response.StatusCode, Header: response.Header, Message: "the answer broke off",
		Raw: wire.ConcealBytes(body, way.token.Reveal()), Err: err, Remedy: "call again",
	}
	var tooLarge *wire.TooLargeError
	switch {
	case ctx.Err() != nil:
		e.Err, e.Remedy = ctx.Err(), "allow more time if this was a deadline"
	case errors.As(err, &tooLarge):
		e.Stage, e.Message = StageDocument, "the answer is too large"
		e.Remedy = "look whether Raw begins as it should; if it does, allow more with client.WithMaxBody"
	default:
		return &failure{Error: e, retry: true}
	}
	return &failure{Error: e}
}

// refusal judges an answer with a status other than success. A code the operation knows decides before the status does,
// since 401 and 403 are known to change roles.
func (c *Client) refusal(p *plan, way *course, response *http.Response, body []byte) *failure {
	said := p.endpoint.Errors.read(response.Header, body)
	secret := way.token.Reveal()
	e := &Error{
		Stage: StageService, Status: response.StatusCode, Header: response.Header,
		Code: wire.Clean(wire.Conceal(said.code, secret)), Message: wire.Clean(wire.Conceal(said.message, secret)),
		CorrelationID: wire.Clean(wire.Conceal(said.correlationID, secret)), Raw: wire.ConcealBytes(body, secret),
	}
	failed := &failure{Error: e}
	rule, known := p.endpoint.Errors.Codes[said.code]
	if known {
		failed.renew, failed.retry, e.Remedy = rule.Renew, rule.Retry, rule.Remedy
	} else {
		failed.renew = response.StatusCode == http.StatusUnauthorized
		failed.retry = passing(response.StatusCode)
	}
	if e.Remedy == "" {
		e.Remedy = c.remedy(response.StatusCode)
	}
	return failed
}

// passing tells whether a status stands for a state that ends by itself.
func passing(status int) bool {
	switch status {
	case http.StatusTooManyRequests, http.StatusBadGateway, http.StatusServiceUnavailable, http.StatusGatewayTimeout:
		return true
	}
	return false
}

// remedy is what to do about a status when no code says more.
func (c *Client) remedy(status int) string {
	switch status {
	case http.StatusBadRequest:
		return "check the organisation number; the request was understood as wrong"
	case http.StatusUnauthorized:
		return "check that the token is for this organisation and this environment, and that the scope is granted"
	case http.StatusForbidden:
		return "check in Altinn that the organisation has delegated access, and that your client has the scope"
	case http.StatusNotFound:
		return "check the base URL and that the organisation is registered for VAT"
	case http.StatusNotAcceptable:
		return "ask for " + c.accept.other().String() + " with client.WithAccept"
	}
	switch {
	case passing(status):
		return "call again later"
	case status >= 500:
		return "call again later; if it stays so, give support the correlation id"
	case status >= 300 && status < 400:
		return "check the base URL: the service has moved"
	}
	return "read the message; support asks for the correlation id"
}

// certificateFault tells whether a TLS handshake failed over the server's certificate.
func certificateFault(err error) bool {
	var verification *tls.CertificateVerificationError
	var authority x509.UnknownAuthorityError
	var host x509.HostnameError
	return errors.As(err, &verification) || errors.As(err, &authority) || errors.As(err, &host)
}

// notFound tells whether DNS knows no such host.
func notFound(err error) bool {
	var dns *net.DNSError
	return errors.As(err, &dns) && dns.IsNotFound
}
