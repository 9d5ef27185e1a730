// This file holds the Client itself: what it is made of and how one is made.

// Package client is the generic half of a thin client of an authority's API: HTTP, tokens, negotiation of XML and JSON,
// retries, typed errors. A generated client is a few lines on top of it: an [Operation] per call and a method that hands
// its arguments to [Call].
//
//   - A [Client] speaks to one API. It keeps at most five calls in flight ([WithMaxInFlight]); share it, make one per API.
//   - Every call asks the [TokenSource] for a token for the operation's scope and the organisation acted for.
//   - Answers are read tolerantly and what deviates from the schema is returned beside the value; [Strict] changes that.
//   - Every error is an [*Error]: it names the [Stage] that failed and the [Cause], and says what to do next. Both are errors
//     themselves: errors.Is(err, client.StageNetwork), errors.Is(err, client.CauseTimedOut). Tokens never occur in errors or logs,
//     also where a server echoes them.
//   - [Many] asks for many organisations, and stops where every call would fail.
//   - [WithHooks] is for metrics and tracing, [WithConsent] for services that take an organisation's consent, [WithPath] for those
//     whose address no document tells.
package client

import (
	"context"
	"fmt"
	"net/http"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/client/internal/wire"
)

// Client calls the operations of one API. It is safe for concurrent use; share one per API, since the bound on calls in
// flight belongs to the Client.
type Client struct {
	prefix string // the base URL without closing slash
	tokens TokenSource
	settings
	http  *http.Client
	owned *http.Transport // nil when the caller brought the transport
	slots chan struct{}
}

// New makes a Client of the API at baseURL, which the operations' paths are appended to. The URL must be https, or http on
// loopback; there is no default, since no production host of the service was ever documented. The tokens come from tokens.
// The error is an [*Error] of [StageRequest].
func New(baseURL string, tokens TokenSource, opts ...Option) (*Client, error) {
	base, err := wire.ParseEndpoint(baseURL)
	if err != nil {
		return nil, &Error{
			Stage: StageRequest, Cause: CauseSettings, Message: "the base URL cannot be used", Err: err,
			Remedy: "give the URL the service was announced under, for example https://api.example.no",
		}
	}
	if tokens == nil {
		return nil, &Error{
			Stage: StageRequest, Cause: CauseSettings, Message: "no token source was given",
			Remedy: "pass a maskinporten.Source, an oauth2source.Source or client.StaticToken",
		}
	}
	c := &Client{prefix: strings.TrimSuffix(base.String(), "/"), tokens: tokens, settings: defaultSettings()}
	for _, opt := range opts {
		if opt != nil {
			opt(&c.settings)
		}
	}
	if err := c.settings.check(); err != nil {
		return nil, err
	}
	c.slots = make(chan struct{}, c.maxInFlight)
	c.http, c.owned = c.httpClient()
	return c, nil
}

// Close closes the idle connections the Client opened itself, and waits for nobody. Calls in flight are not interrupted: their
// contexts do that. It always returns nil.
func (c *Client) Close() error {
	if c != nil && c.owned != nil {
		c.owned.CloseIdleConnections()
	}
	return nil
}

// String names the API without anything secret.
func (c *Client) String() string {
	if c == nil || c.prefix == "" {
		return "no client"
	}
	return "client of " + c.prefix
}

// Format writes String for every verb: no token of a source inside is shown by any.
func (c *Client) Format(f fmt.State, _ rune) { _, _ = f.Write([]byte(c.String())) }

// httpClient is the HTTP client every call goes through: the caller's, or one of our own, with a rule for redirects.
func (c *Client) httpClient() (*http.Client, *http.Transport) {
	if c.callersHTTP != nil {
		return wire.KeepToHost(c.callersHTTP), nil
	}
	transport := wire.NewTransport()
	transport.MaxIdleConnsPerHost = c.maxInFlight
	return wire.KeepToHost(&http.Client{Transport: transport}), transport
}

// acquire takes one of the slots for calls in flight, or gives up with ctx. A slot is held through the pauses between
// retries too: a service that asks for calm gets it from the whole client.
func (c *Client) acquire(ctx context.Context) error {
	select {
	case c.slots <- struct{}{}:
		return nil
	default:
	}
	select {
	case c.slots <- struct{}{}:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// release gives the slot back.
func (c *Client) release() { <-c.slots }
