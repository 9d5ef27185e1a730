// This file judges attempts that gave no answer: what failed, whether trying again may help, and what to do next.

package client

import (
	"context"
	"errors"
	"net/http"

	"github.com/mvainnsyn/mvainnsyn/client/internal/wire"
)

// tokenError gives an error of a token source its place in the call. A source's own *Error keeps its stage and cause; it is copied,
// since a source may hand the same one to several callers.
func tokenError(ctx context.Context, p *plan, way *course, err error) *Error {
	var placed *Error
	var own *Error
	switch {
	case errors.As(err, &own):
		copied := *own
		placed = &copied
	case ctx.Err() != nil:
		placed = ended(ctx, &Error{Stage: StageToken, Message: "no token came in time"})
	case isWay(err):
		placed, _ = Unreached(StageToken, err)
		placed.Message = "the source of tokens was not reached: " + placed.Message
	default:
		placed = &Error{
			Stage: StageToken, Cause: CauseTokenOther, Err: err,
			Remedy: "see to it that the token source can answer, then call again",
		}
	}
	placed.Operation = p.endpoint.Name
	placed.Attempts = max(placed.Attempts, way.requests)
	return way.conceal(placed)
}

// unreached judges an exchange that ended without an answer. A server that has sent informational answers (1xx) and nothing after
// them is there, and will do the same again.
func (c *Client) unreached(ctx context.Context, err error, informed bool) *failure {
	if ctx.Err() != nil {
		e := ended(ctx, &Error{Stage: StageNetwork, Message: "the call was ended from outside"})
		return &failure{Error: e}
	}
	e, again := Unreached(StageNetwork, err)
	switch {
	case informed:
		return protocolFailure(0, nil, "the server sent informational answers (1xx) and no other", err)
	case e.Cause == CauseRedirect:
		e.Stage = StageService
	case e.Cause == CauseTimedOut:
		e.Message = "no answer came within " + c.timeout.String()
	}
	return &failure{Error: e, retry: again}
}

// protocolFailure is the failure of an answer that ends the call whatever comes: to ask again would bring the same.
func protocolFailure(status int, header http.Header, message string, err error) *failure {
	return &failure{Error: &Error{
		Stage: StageService, Cause: CauseProtocol, Status: status, Header: header, Message: message, Err: err,
		Remedy: wayRules[CauseProtocol].remedy,
	}}
}

// brokenOff judges an answer whose body could not be read to its end.
func (c *Client) brokenOff(ctx context.Context, response *http.Response, body []byte, err error) *failure {
	e, again := Unreached(StageNetwork, err)
	e.Status, e.Header, e.Raw = response.StatusCode, response.Header, body
	e.Message = "the answer broke off: " + e.Message
	var tooLarge *wire.TooLargeError
	switch {
	case ctx.Err() != nil:
		again = false
		e.Message = "the answer was not read to its end"
		ended(ctx, e)
	case errors.As(err, &tooLarge):
		again = false
		e.Stage, e.Cause, e.Message = StageDocument, CauseTooLarge, "the answer is too large"
		e.Remedy = "look whether Raw begins as it should; if it does, allow more with client.WithMaxBody"
	case e.Cause == CauseNetwork || e.Cause == CauseProtocol: // what the body was packed in is damaged
		e.Cause, e.Message, e.Remedy, again = CauseBroken, "the answer broke off", wayRules[CauseBroken].remedy, true
	}
	return &failure{Error: e, retry: again}
}

// refusal judges an answer with a status other than success. A code the operation knows decides before the status does,
// since 401 and 403 are known to change roles.
func (c *Client) refusal(p *plan, response *http.Response, body []byte) *failure {
	said := p.endpoint.Errors.read(response.Header, body)
	e := &Error{
		Stage: StageService, Cause: causeOfStatus(response.StatusCode), Status: response.StatusCode, Header: response.Header,
		Code: said.code, Message: said.message, CorrelationID: said.correlationID, Raw: body,
	}
	failed := &failure{Error: e}
	rule, ok := p.endpoint.Errors.Codes[said.code]
	if ok {
		failed.renew, failed.retry, e.Remedy = rule.Renew, rule.Retry, rule.Remedy
	} else {
		failed.renew = response.StatusCode == http.StatusUnauthorized
		failed.retry = passing(response.StatusCode)
	}
	switch {
	case rule.Cause != "":
		e.Cause = rule.Cause
	case e.Cause == CauseUnknown && said.code == "": // a gateway, or a service that has no such place
		e.Cause = CauseAddress
	}
	if e.Remedy == "" {
		e.Remedy = c.remedy(response.StatusCode)
	}
	return failed
}

// causeOfStatus is the cause of an answer that no code says more about.
func causeOfStatus(status int) Cause {
	switch status {
	case http.StatusBadRequest:
		return CauseRequestWrong
	case http.StatusUnauthorized:
		return CauseTokenRefused
	case http.StatusForbidden:
		return CauseForbidden
	case http.StatusNotFound:
		return CauseUnknown
	case http.StatusNotAcceptable:
		return CauseNotAcceptable
	case http.StatusProxyAuthRequired:
		return CauseProxy
	case http.StatusTooManyRequests:
		return CauseTooMany
	case http.StatusBadGateway, http.StatusServiceUnavailable, http.StatusGatewayTimeout:
		return CauseUnavailable
	}
	switch {
	case status >= 500:
		return CauseServer
	case status >= 300 && status < 400:
		return CauseRedirect
	}
	return CauseService
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
	case http.StatusProxyAuthRequired:
		return wayRules[CauseProxy].remedy
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
