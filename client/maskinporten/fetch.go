// This file fetches one token: attempts, each with an assertion of its own, until one is answered or refused for good.

package maskinporten

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/mvainnsyn/mvainnsyn/client"
	"github.com/mvainnsyn/mvainnsyn/client/internal/wire"
)

const (
	grantType = "urn:ietf:params:oauth:grant-type:jwt-bearer"
	maxAnswer = 1 << 20 // bytes
	// attemptTimeout bounds one exchange, so that a connection that hangs leaves time for another.
	attemptTimeout = 10 * time.Second
)

// failure is an attempt that brought no token.
type failure struct {
	*client.Error
	again   bool // the same grant with a new jti may do, once
	passing bool // Maskinporten is out of reach or overloaded
}

// fetch obtains a token for the grant, and the time until which it is handed out.
func (s *Source) fetch(ctx context.Context, grant Grant) (client.Token, time.Time, error) {
	repeated := false
	var secrets wire.Secrets
	for attempt := 1; ; attempt++ {
		token, until, failed := s.attempt(ctx, grant, &secrets)
		if failed == nil {
			s.logger.LogAttrs(ctx, slog.LevelDebug, "token obtained", grant.attr(), slog.Time("until", until))
			return token, until, nil
		}
		failed.Attempts = attempt
		switch {
		case failed.again && !repeated:
			repeated = true
		case failed.passing && attempt < s.retry.Attempts:
			if wait, ok := s.retry.Pause(attempt, failed.Header); !ok || wire.Sleep(ctx, wait) != nil {
				return client.Token{}, time.Time{}, failed.Error
			}
		default:
			return client.Token{}, time.Time{}, failed.Error
		}
		s.logger.LogAttrs(ctx, slog.LevelWarn, "no token, trying again", grant.attr(), slog.Any("error", failed.Error))
	}
}

// attr is the grant in a log.
func (g Grant) attr() slog.Attr {
	attrs := []any{slog.String("scope", g.Scope)}
	if g.ConsumerOrg != "" {
		attrs = append(attrs, slog.String("consumer_org", g.ConsumerOrg))
	}
	if g.SystemUser != nil {
		attrs = append(attrs, slog.String("systemuser_org", g.SystemUser.Organisation))
	}
	return slog.Group("grant", attrs...)
}

// attempt signs an assertion, sends it, and judges the answer. What it keeps of an answer holds no secret.
func (s *Source) attempt(ctx context.Context, grant Grant, secrets *wire.Secrets) (client.Token, time.Time, *failure) {
	sent := time.Now()
	assertion, err := s.assertion(grant, sent)
	if err != nil {
		keyError := &client.Error{}
		errors.As(err, &keyError)
		return client.Token{}, time.Time{}, &failure{Error: keyError}
	}
	secrets.Add(assertion)
	token, until, failed := s.exchange(ctx, assertion, sent, secrets)
	if failed != nil {
		failed.conceal(secrets)
	}
	return token, until, failed
}

// exchange sends an assertion and reads what comes back.
func (s *Source) exchange(ctx context.Context, assertion string, sent time.Time, secrets *wire.Secrets) (client.Token, time.Time, *failure) {
	failed := func(f *failure) (client.Token, time.Time, *failure) { return client.Token{}, time.Time{}, f }
	ctx, cancel := context.WithTimeout(ctx, attemptTimeout)
	var response *http.Response
	defer func() {
		cancel() // first, so that closing waits for no peer
		if response != nil {
			_ = response.Body.Close() // everything wanted from it has been read
		}
	}()
	var informed wire.Informed
	response, err := s.post(informed.Watch(ctx), assertion)
	if err != nil {
		return failed(s.unreached(err, informed.Any()))
	}
	if response.StatusCode < 200 {
		return failed(s.noHTTP(response, nil))
	}
	body, err := wire.ReadBody(response, maxAnswer)
	s.clock.observe(response.Header, sent, time.Now())
	if err != nil {
		return failed(s.unreached(err, false))
	}
	if response.StatusCode > 299 {
		return failed(s.refused(response, body))
	}
	token, until, failure := s.accept(response, body, sent, secrets)
	if complaint := s.clock.complaint(); complaint != "" && failure == nil {
		s.logger.LogAttrs(ctx, slog.LevelWarn, complaint)
	}
	return token, until, failure
}

// post sends an assertion: two form fields, nothing else.
func (s *Source) post(ctx context.Context, assertion string) (*http.Response, error) {
	form := url.Values{"grant_type": {grantType}, "assertion": {assertion}}.Encode()
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, s.environment.TokenEndpoint, strings.NewReader(form))
	if err != nil {
		return nil, err
	}
	// A request without GetBody is never resent by net/http itself, which would use the jti twice.
	request.GetBody = nil
	request.Header = http.Header{"Content-Type": {"application/x-www-form-urlencoded"}, "Accept": {"application/json"}}
	return s.http.Do(request)
}

// unreached judges an exchange without a whole answer. A server that has sent informational answers (1xx) and nothing after them
// will do the same again.
func (s *Source) unreached(err error, informed bool) *failure {
	if informed {
		return s.noHTTP(nil, err)
	}
	e, again := client.Unreached(client.StageMaskinporten, err)
	e.Message = "Maskinporten was not reached: " + e.Message
	e.Remedy += " (the token endpoint is " + s.environment.TokenEndpoint + ")"
	return &failure{Error: e, passing: again}
}

// noHTTP is the failure of an answer that ends the attempts whatever comes: 101, or 1xx and nothing after it.
func (s *Source) noHTTP(response *http.Response, err error) *failure {
	e := &client.Error{
		Stage: client.StageMaskinporten, Cause: client.CauseProtocol, Err: err,
		Message: "what answers at the token endpoint is no Maskinporten: it answered 1xx, which is no answer",
		Remedy:  "check the token endpoint " + s.environment.TokenEndpoint + ", and whether something in between answers in its place",
	}
	if response != nil {
		e.Status, e.Header = response.StatusCode, response.Header
	}
	return &failure{Error: e}
}
