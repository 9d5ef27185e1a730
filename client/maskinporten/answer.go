// This file reads Maskinporten's answers: tokens and refusals.

package maskinporten

import (
	"encoding/json"
	"fmt"
	"net/http"
	"regexp"
	"strings"
	"time"

	"github.com/mvainnsyn/mvainnsyn/client"
	"github.com/mvainnsyn/mvainnsyn/client/internal/wire"
)

// RefusedError is Maskinporten's answer to an assertion it did not accept (RFC 6749, 5.2).
type RefusedError struct {
	OAuth       string // error, for example invalid_grant
	Code        Code   // what went wrong, empty when no known code or text tells
	Description string // error_description, cleaned
	TraceID     string
	Clock       string // says so when the local clock is off, else empty
}

// Error is the refusal in one line.
func (e *RefusedError) Error() string {
	parts := []string{e.OAuth}
	if meaning := e.Code.Meaning(); meaning != "" {
		parts = append(parts, meaning)
	}
	if e.Clock != "" {
		parts = append(parts, e.Clock)
	}
	return strings.Join(parts, ": ")
}

// accept reads a token. Its life is counted from before the request, and the last tenth of it (a minute at most) is left
// unused: a fixed margin would never keep a token that lives two minutes.
func (s *Source) accept(response *http.Response, body []byte, sent time.Time) (client.Token, time.Time, *failure) {
	var answer struct {
		AccessToken string      `json:"access_token"`
		TokenType   string      `json:"token_type"`
		ExpiresIn   json.Number `json:"expires_in"`
	}
	err := json.Unmarshal(body, &answer)
	switch {
	case err != nil:
		err = fmt.Errorf("the answer is no JSON")
	case answer.AccessToken == "":
		err = fmt.Errorf("the answer holds no access_token")
	case !strings.EqualFold(answer.TokenType, "Bearer"):
		err = fmt.Errorf("the token is of type %q, not Bearer", wire.Clean(answer.TokenType))
	}
	if err != nil {
		return client.Token{}, time.Time{}, &failure{Error: &client.Error{
			Stage:  client.StageMaskinporten,
			Status: response.StatusCode, Header: response.Header, Message: "Maskinporten answered with no token", Err: err,
			Remedy: "check the token endpoint " + s.environment.TokenEndpoint + ", and whether a proxy stands in between",
		}}
	}
	life := lifetime(answer.ExpiresIn)
	if life == 0 {
		return client.NewToken(answer.AccessToken, time.Time{}), time.Time{}, nil
	}
	return client.NewToken(answer.AccessToken, sent.Add(life)), sent.Add(life - min(life/10, time.Minute)), nil
}

// lifetime is expires_in, at most a day, and zero when it is absent or makes no sense.
func lifetime(expiresIn json.Number) time.Duration {
	seconds, err := expiresIn.Float64()
	if err != nil || !(seconds > 0) {
		return 0
	}
	return time.Duration(min(seconds, 24*60*60) * float64(time.Second))
}

// tracePattern finds the trace id in a description; the ways of writing it differ.
var tracePattern = regexp.MustCompile(`(?i)\btrace[ _-]?id\b["' :=]*([0-9a-z][0-9a-z-]{3,63})`)

// refused reads an answer that is no success and says what it means.
func (s *Source) refused(response *http.Response, body []byte, assertion string) *failure {
	var answer struct {
		Error       string `json:"error"`
		Description string `json:"error_description"`
	}
	description := ""
	if json.Unmarshal(body, &answer) == nil {
		description = wire.Clean(wire.Conceal(answer.Description, assertion))
	}
	code := findCode(description)
	refusal := &RefusedError{
		OAuth: wire.Clean(wire.Conceal(answer.Error, assertion)), Code: code, Description: description,
		Clock: s.clock.complaint(),
	}
	if match := tracePattern.FindStringSubmatch(description); match != nil {
		refusal.TraceID = match[1]
	}
	if refusal.OAuth == "" {
		refusal.OAuth = "no OAuth error"
	}
	if description == "" {
		description = "no reason was given"
	}
	e := &client.Error{
		Stage: client.StageMaskinporten, Cause: refusal.cause(response.StatusCode), Status: response.StatusCode, Header: response.Header,
		Code: string(code), Message: description, CorrelationID: refusal.TraceID,
		Remedy: s.remedy(refusal, response.StatusCode), Raw: wire.ConcealBytes(body, assertion), Err: refusal,
	}
	return &failure{Error: e, again: code.Retry(), passing: passing(response.StatusCode)}
}

// cause is why Maskinporten refused: what its code says, or else its status.
func (e *RefusedError) cause(status int) client.Cause {
	switch {
	case e.Code == "" && passing(status):
		return client.CauseTokenServer
	case e.Code == GrantExpired && e.Clock != "":
		return client.CauseClock
	}
	return e.Code.Cause()
}

// passing tells whether a status stands for a state that ends by itself.
func passing(status int) bool { return status >= 500 || status == http.StatusTooManyRequests }

// remedy is what to do about a refusal.
func (s *Source) remedy(refusal *RefusedError, status int) string {
	switch known := refusal.Code.Remedy(); {
	case known != "":
		return known
	case passing(status):
		return "ask again later; Digdir's status page may say more"
	case status >= 300 && status < 400:
		return "check the token endpoint " + s.environment.TokenEndpoint + ": an assertion is not sent on to another place"
	}
	return "check the client's set-up in the self-service of Maskinporten for " + s.environment.Issuer +
		"; support asks for the trace id"
}
