// This file adapts golang.org/x/oauth2.

// Package oauth2source makes a client.TokenSource of token sources of golang.org/x/oauth2, for services behind ID-porten or
// another OAuth server than Maskinporten.
package oauth2source

import (
	"context"
	"errors"
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
		return read(source)
	})
}

// Token answers with the token for the scope and organisation.
func (s *Source) Token(ctx context.Context, request client.TokenRequest) (client.Token, error) {
	held := s.entry(pair{request.Scope, request.OnBehalfOf})
	select {
	case held.lock <- struct{}{}:
		defer func() { <-held.lock }()
	case <-ctx.Done():
		return client.Token{}, failed(ctx.Err())
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
	if err != nil {
		return client.Token{}, failed(err)
	}
	return client.NewToken(token.AccessToken, token.Expiry), nil
}

// failed gives an error its stage. What an OAuth server answered is reduced to its code and description, since the body may
// repeat what was sent.
func failed(err error) error {
	e := &client.Error{
		Stage: client.StageToken, Err: err,
		Remedy: "see to it that the OAuth server can be reached and knows this client",
	}
	var answered *oauth2.RetrieveError
	if errors.As(err, &answered) {
		e.Code, e.Err = answered.ErrorCode, errors.New(answered.ErrorDescription)
		if answered.Response != nil {
			e.Status = answered.Response.StatusCode
		}
	}
	return e
}
