// This file reads Maskinporten's answers: tokens and refusals.

package maskinporten

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
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
// unused: a fixed margin would never keep a token that lives two minutes. What the answer holds is secret, also where it is not
// as it should be: an error keeps none of it.
func (s *Source) accept(response *http.Response, body []byte, sent time.Time, secrets *wire.Secrets) (client.Token, time.Time, *failure) {
	var answer struct {
		AccessToken string      `json:"access_token"`
		TokenType   string      `json:"token_type"`
		ExpiresIn   json.Number `json:"expires_in"`
	}
	err := json.Unmarshal(body, &answer)
	secrets.Add(answer.AccessToken)
	tokensIn(body, secrets)
	switch {
	case response.StatusCode != http.StatusOK:
		err = fmt.Errorf("it answered %d where a token comes with 200", response.StatusCode)
	case err != nil:
		err = errors.New("the answer is no JSON")
	case answer.AccessToken == "":
		err = errors.New("the answer holds no access_token")
	case !strings.EqualFold(answer.TokenType, "Bearer"):
		err = errors.New("the token's type is " + typeInWords(answer.TokenType) + ", not Bearer")
	}
	if err != nil {
		return client.Token{}, time.Time{}, s.noToken(response, body, err)
	}
	life := lifetime(answer.ExpiresIn)
	if life == 0 {
		return client.NewToken(answer.AccessToken, time.Time{}), time.Time{}, nil
	}
	return client.NewToken(answer.AccessToken, sent.Add(life)), sent.Add(life - min(life/10, time.Minute)), nil
}

// typePattern is what token types look like (RFC 6749, 7.1), short enough to hold no token.
var typePattern = regexp.MustCompile(`^[A-Za-z][A-Za-z_-]{0,15}$`)

func typeInWords(tokenType string) string {
	if typePattern.MatchString(tokenType) {
		return fmt.Sprintf("%q", tokenType)
	}
	return "none that is known"
}

// noToken is the failure of an answer that calls itself a success and brings no token that can be used. Of its body no more is kept
// than shows that it is a page or a text and not JSON.
func (s *Source) noToken(response *http.Response, body []byte, err error) *failure {
	if trimmed := bytes.TrimSpace(body); len(trimmed) == 0 || trimmed[0] != '<' {
		body = nil
	}
	return &failure{Error: &client.Error{
		Stage: client.StageMaskinporten, Cause: client.CauseNoToken, Status: response.StatusCode, Header: response.Header, Raw: body,
		Message: "Maskinporten answered with no token", Err: err,
		Remedy: "check the token endpoint " + s.environment.TokenEndpoint + ", and whether there is a proxy in between",
	}}
}

// tokensIn makes secrets of the tokens that an answer may hold.
func tokensIn(body []byte, secrets *wire.Secrets) {
	for _, match := range tokenPattern.FindAllSubmatch(body, -1) {
		secrets.Add(string(match[1]))
	}
}

// tokenPattern finds the values of members such as access_token, in JSON and in a form. No token is as short as a word.
var tokenPattern = regexp.MustCompile(`(?i)(?:token|assertion)["']?\s*[:=]\s*["']?([A-Za-z0-9._~+/%=-]{20,})`)

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
func (s *Source) refused(response *http.Response, body []byte) *failure {
	var answer struct {
		Error       string `json:"error"`
		Description string `json:"error_description"`
	}
	description := ""
	if json.Unmarshal(body, &answer) == nil {
		description = wire.Clean(answer.Description)
	}
	code := findCode(description)
	refusal := &RefusedError{
		OAuth: cmp.Or(wire.Clean(answer.Error), "no OAuth error"), Code: code, Description: description, Clock: s.clock.complaint(),
	}
	if match := tracePattern.FindStringSubmatch(description); match != nil {
		refusal.TraceID = match[1]
	}
	e := &client.Error{
		Stage: client.StageMaskinporten, Cause: refusal.cause(response.StatusCode), Status: response.StatusCode, Header: response.Header,
		Code: string(code), Message: cmp.Or(description, "no reason was given"), CorrelationID: refusal.TraceID,
		Remedy: s.remedy(refusal, response.StatusCode), Raw: body, Err: refusal,
	}
	return &failure{Error: e, again: code.Retry(), passing: passing(response.StatusCode)}
}

// conceal takes secrets out of everything that a failure keeps. An answer that is an error by its status may hold a token all the
// same, so what looks like one is a secret too.
func (f *failure) conceal(secrets *wire.Secrets) {
	tokensIn(f.Raw, secrets)
	f.Code, f.Message = secrets.Text(f.Code), secrets.Text(f.Message)
	f.CorrelationID = secrets.Text(f.CorrelationID)
	f.Header, f.Raw = secrets.Header(f.Header), secrets.Bytes(f.Raw)
	if refusal, ok := f.Err.(*RefusedError); ok { //nolint:errorlint // made by refused, never wrapped
		refusal.OAuth, refusal.Description = secrets.Text(refusal.OAuth), secrets.Text(refusal.Description)
		refusal.TraceID = secrets.Text(refusal.TraceID)
		refusal.Code = Code(secrets.Text(string(refusal.Code)))
	}
	f.Err = secrets.Error(f.Err)
}

// cause is why Maskinporten refused: what its code says, or else its status.
func (e *RefusedError) cause(status int) client.Cause {
	switch {
	case e.Code == "" && passing(status):
		return client.CauseTokenServer
	case e.Code == "" && status >= 300 && status < 400:
		return client.CauseRedirect
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
