// This file keeps tokens while they are good and sees to it that each is fetched by one request only.

package maskinporten

import (
	"context"
	"errors"
	"sync"
	"time"

	"github.com/mvainnsyn/mvainnsyn/client"
)

// fetchFunc obtains a token; until is when it is no longer handed out, zero if it is good for the callers waiting only.
type fetchFunc func(context.Context) (token client.Token, until time.Time, err error)

// cache holds a token and at most one flight per grant.
type cache struct {
	mu      sync.Mutex
	tokens  map[grantKey]cached
	flights map[grantKey]*flight
	swept   int // tokens left after the last sweep
	closed  bool
	life    context.Context // ends with the cache
	end     context.CancelFunc
}

type cached struct {
	token client.Token
	until time.Time
}

// flight is a request for a token that several callers wait for.
type flight struct {
	done  chan struct{} // closed when token and err are set
	token client.Token
	err   error
}

func (c *cache) open() {
	c.tokens, c.flights = map[grantKey]cached{}, map[grantKey]*flight{}
	c.life, c.end = context.WithCancel(context.Background())
}

// close ends the flights and forgets the tokens. It waits for neither: a signer or a peer may take its time. Whoever waits for a token
// gets an error at once.
func (c *cache) close() {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.closed {
		return
	}
	c.closed = true
	c.end()
	clear(c.tokens)
}

func errClosed() error {
	return &client.Error{
		Stage: client.StageRequest, Cause: client.CauseClosed, Message: "the token source is closed",
		Remedy: "ask before Close is called",
	}
}

// get answers with the token under key, or waits for a flight to bring it. A caller that gives up leaves the flight to the
// others.
func (c *cache) get(ctx context.Context, key grantKey, request client.TokenRequest, timeout time.Duration, fetch fetchFunc) (client.Token, error) {
	if ctx.Err() != nil {
		return client.Token{}, gaveUp(ctx)
	}
	c.mu.Lock()
	if c.closed {
		c.mu.Unlock()
		return client.Token{}, errClosed()
	}
	if held := c.tokens[key]; held.serves(request) {
		c.mu.Unlock()
		return held.token, nil
	}
	f := c.flights[key]
	if f == nil {
		f = c.launch(ctx, key, timeout, fetch)
	}
	c.mu.Unlock()
	select {
	case <-f.done:
		return f.token, f.err
	case <-c.life.Done():
		return client.Token{}, errClosed()
	case <-ctx.Done():
		return client.Token{}, gaveUp(ctx)
	}
}

// serves tells whether a cached token answers the request: it is still good, and it is not the one the service refused.
func (held cached) serves(request client.TokenRequest) bool {
	if !time.Now().Before(held.until) {
		return false
	}
	return !request.Renew || request.Rejected != (client.Token{}) && !held.token.Equal(request.Rejected)
}

// launch begins a flight. It keeps the values of the caller's context, but neither its deadline nor its cancelling.
func (c *cache) launch(ctx context.Context, key grantKey, timeout time.Duration, fetch fetchFunc) *flight {
	f := &flight{done: make(chan struct{})}
	c.flights[key] = f
	go func() {
		ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), timeout)
		defer cancel()
		defer context.AfterFunc(c.life, cancel)()
		token, until, err := fetch(ctx)
		c.land(key, f, token, until, err)
	}()
	return f
}

// land stores what a flight brought and wakes its callers.
func (c *cache) land(key grantKey, f *flight, token client.Token, until time.Time, err error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.closed {
		token, until, err = client.Token{}, time.Time{}, errClosed()
	}
	f.token, f.err = token, err
	delete(c.flights, key)
	if err == nil && time.Now().Before(until) {
		c.sweep()
		c.tokens[key] = cached{token: token, until: until}
	} else {
		delete(c.tokens, key)
	}
	close(f.done)
}

// sweep forgets tokens that have ended, each time the cache has doubled: a program that acts for thousands of organisations
// keeps no more of them than are good.
func (c *cache) sweep() {
	if len(c.tokens) < 2*max(c.swept, 32) {
		return
	}
	now := time.Now()
	for key, held := range c.tokens {
		if !now.Before(held.until) {
			delete(c.tokens, key)
		}
	}
	c.swept = len(c.tokens)
}

// gaveUp is the error of a caller whose context ended before the token came.
func gaveUp(ctx context.Context) error {
	e := &client.Error{
		Stage: client.StageMaskinporten, Cause: client.CauseDeadline, Message: "no token came in time", Err: ctx.Err(),
		Remedy: "allow more time, or see whether Maskinporten can be reached",
	}
	if errors.Is(ctx.Err(), context.Canceled) {
		e.Cause, e.Message, e.Remedy = client.CauseCancelled, "the wait for a token was ended from outside", ""
	}
	return e
}
