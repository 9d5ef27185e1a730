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
	for attempt := 1; ; attempt++ {
		token, until, failed := s.attempt(ctx, grant)
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

// attempt signs an assertion, sends it, and judges the answer.
func (s *Source) attempt(ctx context.Context, grant Grant) (client.Token, time.Time, *failure) {
	failed := func(f *failure) (client.Token, time.Time, *failure) { return client.Token{}, time.Time{}, f }
	sent := time.Now()
	assertion, err := s.assertion(grant, sent)
	if err != nil {
		var keyError *client.Error
		errors.As(err, &keyError)
		return failed(&failure{Error: keyError})
	}
	ctx, cancel := context.WithTimeout(ctx, attemptTimeout)
	defer cancel()
	response, err := s.post(ctx, assertion)
	if err != nil {
		if response != nil {
			_ = response.Body.Close() // a refused redirect: nothing in it is wanted
		}
		return failed(s.unreached(wire.ConcealError(err, assertion)))
	}
	defer func() { _ = response.Body.Close() }() // read to its end or given up
	body, err := wire.ReadBody(response, maxAnswer)
	s.clock.observe(response.Header, sent, time.Now())
	if err != nil {
		return failed(s.unreached(err))
	}
	if response.StatusCode != http.StatusOK {
		return failed(s.refused(response, body, assertion))
	}
	token, until, failure := s.accept(response, body, sent)
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

// unreached judges an exchange without a whole answer.
func (s *Source) unreached(err error) *failure {
	e := &client.Error{
		Stage: client.StageMaskinporten, Message: "Maskinporten was not reached", Err: err,
		Remedy: "check the network, a proxy or firewall in between, and the token endpoint " + s.environment.TokenEndpoint,
	}
	var redirect *wire.RedirectError
	return &failure{Error: e, passing: !errors.As(err, &redirect)}
}
