// This file says where tokens come from: the TokenSource interface, what is asked of it, and tokens that do not print.

package client

import (
	"context"
	"crypto/subtle"
	"fmt"
	"log/slog"
	"time"

	"github.com/mvainnsyn/mvainnsyn/client/internal/wire"
)

// TokenSource hands out access tokens. Token is called for every attempt of every call, from many goroutines: a source
// caches. The organisation acted for is part of the request because the service answers for the organisation a token names.
type TokenSource interface {
	Token(context.Context, TokenRequest) (Token, error)
}

// TokenSourceFunc is a TokenSource made of one function.
type TokenSourceFunc func(context.Context, TokenRequest) (Token, error)

// Token calls the function.
func (f TokenSourceFunc) Token(ctx context.Context, request TokenRequest) (Token, error) {
	return f(ctx, request)
}

// TokenRequest is what a token is needed for.
type TokenRequest struct {
	Scope      string // the operation's scope
	OnBehalfOf string // organisation number acted for, empty for one's own
	Renew      bool   // the service refused the token in Rejected: do not answer with that one again
	Rejected   Token  // set when Renew is; lets a source see that another caller has renewed already
}

// Token is an access token, opaque to the client. It prints as "[token]" in every form, also inside other values; only
// Reveal gives its text away. The zero Token is none.
type Token struct {
	secret *string // a pointer, so that fmt shows an address where it may not call methods
	expiry time.Time
}

// NewToken makes a token of its text and the time it expires; the zero time says that this is not known.
func NewToken(text string, expiry time.Time) Token {
	return Token{secret: &text, expiry: expiry}
}

// Reveal is the token's text, to be put into an Authorization header and nowhere else.
func (t Token) Reveal() string {
	if t.secret == nil {
		return ""
	}
	return *t.secret
}

// Expiry is when the token ends, zero when that is not known.
func (t Token) Expiry() time.Time { return t.expiry }

// Equal tells whether two tokens have the same text, in constant time.
func (t Token) Equal(other Token) bool {
	return subtle.ConstantTimeCompare([]byte(t.Reveal()), []byte(other.Reveal())) == 1
}

const concealed = wire.Concealed

// String is "[token]".
func (t Token) String() string { return concealed }

// Format writes "[token]" for every verb.
func (t Token) Format(f fmt.State, _ rune) { _, _ = f.Write([]byte(concealed)) }

// LogValue is "[token]".
func (t Token) LogValue() slog.Value { return slog.StringValue(concealed) }

// MarshalText is "[token]", so that encoders do not write it either.
func (t Token) MarshalText() ([]byte, error) { return []byte(concealed), nil }

// StaticToken is a source with one token obtained elsewhere. It answers every request with that token, whatever the scope
// and organisation: use it for one organisation only. After a 401 it has nothing newer, and the call ends.
func StaticToken(text string) TokenSource {
	token := NewToken(text, time.Time{})
	return TokenSourceFunc(func(context.Context, TokenRequest) (Token, error) { return token, nil })
}

type actingForKey struct{}

// ActingFor returns a context whose calls act for the organisation, for operations that do not name it among their
// parameters. It overrides [Endpoint.OnBehalfOf].
func ActingFor(ctx context.Context, organisation string) context.Context {
	return context.WithValue(ctx, actingForKey{}, organisation)
}

// actingFor is the organisation ActingFor put into ctx.
func actingFor(ctx context.Context) (string, bool) {
	organisation, ok := ctx.Value(actingForKey{}).(string)
	return organisation, ok
}
