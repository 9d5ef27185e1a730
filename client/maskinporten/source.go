// This file holds the Source: what a program makes once and asks for tokens.

// Package maskinporten obtains access tokens from Maskinporten, the Norwegian public sector's OAuth server for machines, by
// the JWT-bearer grant (RFC 7523).
//
// A [Source] is a client.TokenSource. It keeps one token per organisation acted for and scope, fetches a new one before the
// old ends, and has at most one request in flight for each. Assertions are signed anew, with a fresh jti, on every attempt.
//
// Every error is a *client.Error: of client.StageKey when the key or certificate cannot be used, of client.StageMaskinporten
// when Maskinporten refuses or is out of reach, with the meaning of its code and what to do next. errors.As finds the
// [*RefusedError] below it. No key, assertion or token occurs in errors or logs.
package maskinporten

import (
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"time"

	"github.com/mvainnsyn/mvainnsyn/client"
	"github.com/mvainnsyn/mvainnsyn/client/internal/wire"
)

// Source hands out tokens of one Maskinporten client. It is safe for concurrent use. Close it at the end.
type Source struct {
	environment Environment
	clientID    string
	key         Key
	settings
	http  *http.Client
	owned *http.Transport // nil when the caller brought the HTTP client
	clock clock
	cache cache
}

// Option sets something about a Source.
type Option func(*settings)

type settings struct {
	callersHTTP *http.Client
	delegation  Delegation
	logger      *slog.Logger
	retry       client.Retry
	timeout     time.Duration
}

// WithDelegation says how a request to act for an organisation becomes a grant. Default: [ConsumerOrg] without an
// organisation of one's own.
func WithDelegation(d Delegation) Option { return func(s *settings) { s.delegation = d } }

// WithHTTPClient sends token requests through h. No redirect is followed, whatever its CheckRedirect says.
func WithHTTPClient(h *http.Client) Option { return func(s *settings) { s.callersHTTP = h } }

// WithLogger logs tokens obtained (debug, without the token), retries, a clock that is off, and a certificate that ends within
// thirty days (warn); [Key.Expiry] tells when.
func WithLogger(l *slog.Logger) Option { return func(s *settings) { s.logger = l } }

// WithRetry bounds the attempts for one token when Maskinporten is out of reach or overloaded. Fields that are zero, and all without
// this option, have their defaults: three attempts, otherwise as client.DefaultRetry. Refused grants follow the rule of their [Code] instead.
func WithRetry(r client.Retry) Option { return func(s *settings) { s.retry = r } }

// WithTimeout bounds the time one token may take, retries included. Default 30 seconds. It holds even when every caller has
// given up, since the token is fetched for the next one too.
func WithTimeout(d time.Duration) Option { return func(s *settings) { s.timeout = d } }

// New makes a Source for the client registered in the environment with that id and key.
func New(environment Environment, clientID string, key Key, opts ...Option) (*Source, error) {
	s := &Source{environment: environment.complete(), clientID: clientID, key: key}
	s.settings = settings{
		logger: slog.New(slog.DiscardHandler), delegation: ConsumerOrg(""),
		timeout: 30 * time.Second,
	}
	for _, opt := range opts {
		if opt != nil {
			opt(&s.settings)
		}
	}
	if err := s.check(); err != nil {
		return nil, err
	}
	s.http, s.owned = s.httpClient()
	s.cache.open()
	s.warnOfExpiry(time.Now())
	return s, nil
}

// warningTime is how long before its end a certificate is warned of: a new one takes days to order.
const warningTime = 30 * 24 * time.Hour

// warnOfExpiry logs that the certificate of the key ends soon.
func (s *Source) warnOfExpiry(now time.Time) {
	if end, ok := s.key.Expiry(); ok && end.Sub(now) < warningTime {
		s.logger.LogAttrs(context.Background(), slog.LevelWarn, "the certificate of the key ends soon: order a new one",
			slog.Time("end", end), slog.Int("days", int(end.Sub(now)/(24*time.Hour))))
	}
}

// check completes the settings and refuses what no token could be obtained with.
func (s *Source) check() error {
	wrong := func(message, remedy string, err error) error {
		return &client.Error{Stage: client.StageRequest, Cause: client.CauseSettings, Message: message, Remedy: remedy, Err: err}
	}
	switch {
	case s.clientID == "":
		return wrong("the client id is empty", "give the id that the self-service of Maskinporten shows for the client", nil)
	case s.environment.Issuer == "":
		return wrong("the environment has no issuer", "use maskinporten.Test() or maskinporten.Production()", nil)
	case s.delegation == nil || s.logger == nil:
		return wrong("an option was given nil", "leave the option out to have its default", nil)
	case s.timeout <= 0:
		return wrong("no attempt has any time", "give WithTimeout a positive duration", nil)
	}
	defaults := client.DefaultRetry()
	defaults.Attempts = 3
	var err error
	if s.retry, err = s.retry.OrDefault(defaults); err != nil {
		return err
	}
	if err := s.environment.check(); err != nil {
		return err
	}
	if _, err := wire.ParseEndpoint(s.environment.TokenEndpoint); err != nil {
		return wrong("the token endpoint cannot be used", "use an https URL", err)
	}
	return s.key.Check(time.Now())
}

// httpClient is the HTTP client of token requests: the caller's or our own, made to follow no redirect.
func (s *Source) httpClient() (*http.Client, *http.Transport) {
	if s.callersHTTP != nil {
		return wire.KeepToURL(s.callersHTTP), nil
	}
	transport := wire.NewTransport()
	return wire.KeepToURL(&http.Client{Transport: transport}), transport
}

// Token answers with a token for the scope, acting for the organisation as the [Delegation] says, or with the grant that
// [Using] put into the context. It implements client.TokenSource.
func (s *Source) Token(ctx context.Context, request client.TokenRequest) (client.Token, error) {
	if s.unmade() {
		return client.Token{}, errUnmade()
	}
	return s.token(ctx, s.grantFor(ctx, request), request)
}

// TokenFor answers with a token for a grant made by hand, for callers who send requests of their own.
func (s *Source) TokenFor(ctx context.Context, grant Grant) (client.Token, error) {
	if s.unmade() {
		return client.Token{}, errUnmade()
	}
	return s.token(ctx, grant, client.TokenRequest{})
}

func (s *Source) token(ctx context.Context, grant Grant, request client.TokenRequest) (client.Token, error) {
	if err := grant.check(); err != nil {
		return client.Token{}, &client.Error{
			Stage: client.StageRequest, Cause: client.CauseGrant, Message: "no token was asked for", Err: err,
			Remedy: "correct the grant",
		}
	}
	fetch := func(ctx context.Context) (client.Token, time.Time, error) { return s.fetch(ctx, grant) }
	return s.cache.get(ctx, grant.key(), request, s.timeout, fetch)
}

// unmade tells whether the Source is nil or zero, as after an error of New that nobody looked at.
func (s *Source) unmade() bool { return s == nil || s.cache.life == nil }

func errUnmade() error {
	return &client.Error{
		Stage: client.StageRequest, Cause: client.CauseNoClient, Message: "the token source is nil or was not made by New",
		Remedy: "make it with maskinporten.New, and look at the error that New returns",
	}
}

// ClockSkew tells by how much the local clock was ahead of Maskinporten's (negative: behind) at the last answer; not ok
// before the first one. It is good to a second.
func (s *Source) ClockSkew() (ahead time.Duration, ok bool) {
	if s.unmade() {
		return 0, false
	}
	return s.clock.skew()
}

// Environment is what the Source was made for, zero for a nil Source.
func (s *Source) Environment() Environment {
	if s.unmade() {
		return Environment{}
	}
	return s.environment
}

// Close ends requests in flight and forgets every token, and waits for nobody: callers that wait for a token get an error at once,
// and what a signer or a server still answers is thrown away. A closed Source answers with errors. It always returns nil.
func (s *Source) Close() error {
	if s.unmade() {
		return nil
	}
	s.cache.close()
	if s.owned != nil {
		s.owned.CloseIdleConnections()
	}
	return nil
}

// String names client and issuer, nothing secret.
func (s *Source) String() string {
	if s.unmade() {
		return "no token source"
	}
	return "client " + s.clientID + " at " + s.environment.Issuer
}

// Format writes String for every verb: what is cached is not shown by any.
func (s *Source) Format(f fmt.State, _ rune) { _, _ = f.Write([]byte(s.String())) }
