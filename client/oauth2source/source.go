// This file adapts golang.org/x/oauth2.

// Package oauth2source makes a client.TokenSource of token sources of golang.org/x/oauth2, for services behind ID-porten or
// another OAuth server than Maskinporten. Later revisions of the status service's page name ID-porten: a person logs in, and their
// token answers for the organisations that they have a role in. See the example of [Fixed].
package oauth2source

import (
	"context"
	"errors"
	"net/url"
	"sync"
	"time"

	"golang.org/x/oauth2"

	"github.com/mvainnsyn/mvainnsyn/client"
)

// Open makes the oauth2.TokenSource for a scope and an organisation acted for, which may be empty. It is called once for each
// pair, and again after the service has refused a token: an oauth2.TokenSource cannot be told to forget one. The context has
// the values of the first call that needs the token, and never ends: sources keep it beyond the call.
type Open func(ctx context.Context, scope, onBehalfOf string) (oauth2.TokenSource, error)

// Source is a client.TokenSource. It is safe for concurrent use and keeps one token per scope and organisation.
type Source struct {
	open    Open
	mu      sync.Mutex
	entries map[pair]*entry
}

type pair struct{ scope, onBehalfOf string }

// entry has a lock of its own, so that one slow token holds up only those who need it. The lock is a channel of one place, so
// that they can give up waiting.
type entry struct {
	lock   chan struct{}
	source oauth2.TokenSource // nil before the first use
}

// New makes a Source.
func New(open Open) *Source {
	return &Source{open: open, entries: map[pair]*entry{}}
}

// Fixed uses one oauth2.TokenSource for every scope and organisation, for tokens that name a person with roles in several
// organisations. A refused token cannot be renewed: the source decides itself when to.
func Fixed(source oauth2.TokenSource) client.TokenSource {
	return client.TokenSourceFunc(func(context.Context, client.TokenRequest) (client.Token, error) {
		if source == nil {
			return client.Token{}, errUnmade()
		}
		return read(source)
	})
}

func errUnmade() error {
	return &client.Error{
		Stage: client.StageRequest, Cause: client.CauseNoClient, Message: "the token source is nil or was not made by New",
		Remedy: "make it with oauth2source.New and a function, or oauth2source.Fixed and a source",
	}
}

// Token answers with the token for the scope and organisation.
func (s *Source) Token(ctx context.Context, request client.TokenRequest) (client.Token, error) {
	if s == nil || s.open == nil {
		return client.Token{}, errUnmade()
	}
	held := s.entry(pair{request.Scope, request.OnBehalfOf})
	select {
	case held.lock <- struct{}{}:
		defer func() { <-held.lock }()
	case <-ctx.Done():
		return client.Token{}, gaveUp(ctx)
	}
	if held.source != nil {
		token, err := read(held.source)
		if err != nil || !request.Renew || !token.Equal(request.Rejected) {
			return token, err
		}
	}
	source, err := s.open(context.WithoutCancel(ctx), request.Scope, request.OnBehalfOf)
	if err != nil {
		return client.Token{}, failed(err)
	}
	if source == nil {
		return client.Token{}, failed(errors.New("it was not opened: neither a source nor an error came back"))
	}
	held.source = oauth2.ReuseTokenSourceWithExpiry(nil, source, margin)
	return read(held.source)
}

// margin is how long before its end a token is replaced: enough for a request to arrive, and little of a short life.
const margin = 10 * time.Second

func (s *Source) entry(of pair) *entry {
	s.mu.Lock()
	defer s.mu.Unlock()
	held := s.entries[of]
	if held == nil {
		held = &entry{lock: make(chan struct{}, 1)}
		s.entries[of] = held
	}
	return held
}

// read takes the source's token.
func read(source oauth2.TokenSource) (client.Token, error) {
	token, err := source.Token()
	if err != nil || token == nil {
		return client.Token{}, failed(err)
	}
	return client.NewToken(token.AccessToken, token.Expiry), nil
}

// gaveUp is the error of a caller whose context ended before the token came.
func gaveUp(ctx context.Context) error {
	e := &client.Error{
		Stage: client.StageToken, Cause: client.CauseDeadline, Message: "no token came in time", Err: ctx.Err(),
		Remedy: "allow more time, or see whether the OAuth server can be reached",
	}
	if errors.Is(ctx.Err(), context.Canceled) {
		e.Cause, e.Message, e.Remedy = client.CauseCancelled, "the wait for a token was ended from outside", ""
	}
	return e
}

// failed gives an error its stage and cause. What an OAuth server answered is reduced to its code and description, since the body may
// repeat what was sent.
func failed(err error) error {
	var answered *oauth2.RetrieveError
	var way *url.Error
	switch {
	case errors.As(err, &answered):
		e := &client.Error{
			Stage: client.StageToken, Cause: client.CauseGrantRefused, Code: answered.ErrorCode, Err: errors.New(answered.ErrorDescription),
			Message: "the OAuth server gave no token", Remedy: "see to it that the OAuth server knows this client and its secret",
		}
		if answered.Response != nil {
			e.Status = answered.Response.StatusCode
		}
		if answered.ErrorCode == "invalid_grant" {
			e.Remedy = "the log-in has ended: have the person log in again"
		}
		return e
	case errors.As(err, &way):
		e, _ := client.Unreached(client.StageToken, err)
		e.Message = "the OAuth server was not reached: " + e.Message
		return e
	}
	return &client.Error{
		Stage: client.StageToken, Cause: client.CauseTokenOther, Err: err,
		Remedy: "see to it that the OAuth server can be reached and knows this client",
	}
}
