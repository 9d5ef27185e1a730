// This file holds what the tests of the package share: sources against a server in the process, and assertions taken apart.

package maskinporten_test

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/golang-jwt/jwt/v5"

	"github.com/mvainnsyn/mvainnsyn/client"
	"github.com/mvainnsyn/mvainnsyn/client/clienttest"
	"github.com/mvainnsyn/mvainnsyn/client/maskinporten"
)

// quick is a retry policy that does not make tests wait.
var quick = client.Retry{Attempts: 3, Base: time.Millisecond, Max: 2 * time.Millisecond, RetryAfter: 2 * time.Second}

// newKey is the built-in client's key, named by its id.
func newKey(t *testing.T, server *clienttest.Server, opts ...maskinporten.KeyOption) maskinporten.Key {
	t.Helper()
	opts = append([]maskinporten.KeyOption{maskinporten.KeyID(server.KeyID())}, opts...)
	key, err := maskinporten.KeyFromPEM(server.KeyPEM(), opts...)
	if err != nil {
		t.Fatal(err)
	}
	return key
}

// newSource is a source of the built-in client, closed with the test.
func newSource(t *testing.T, server *clienttest.Server, opts ...maskinporten.Option) *maskinporten.Source {
	t.Helper()
	return newSourceWith(t, server, newKey(t, server), opts...)
}

func newSourceWith(t *testing.T, server *clienttest.Server, key maskinporten.Key, opts ...maskinporten.Option) *maskinporten.Source {
	t.Helper()
	opts = append([]maskinporten.Option{maskinporten.WithRetry(quick)}, opts...)
	source, err := maskinporten.New(maskinporten.Environment{Issuer: server.Issuer()}, server.ClientID(), key, opts...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = source.Close() })
	return source
}

// forScope is the plainest request.
var forScope = client.TokenRequest{Scope: clienttest.Scope}

// actingFor asks for a token of an organisation.
func actingFor(organisation string) client.TokenRequest {
	return client.TokenRequest{Scope: clienttest.Scope, OnBehalfOf: organisation}
}

// mustToken obtains a token or ends the test.
func mustToken(t *testing.T, source *maskinporten.Source, request client.TokenRequest) client.Token {
	t.Helper()
	token, err := source.Token(context.Background(), request)
	if err != nil {
		t.Fatal(err)
	}
	return token
}

// asError is the *client.Error that err must be.
func asError(t *testing.T, err error) *client.Error {
	t.Helper()
	var e *client.Error
	if !errors.As(err, &e) {
		t.Fatalf("error is a %T: %v", err, err)
	}
	return e
}

// assertion is one that the server received, taken apart without verifying.
type assertion struct {
	Header map[string]any
	Claims jwt.MapClaims
}

// assertions are those that reached the server's verification, in order.
func assertions(t *testing.T, server *clienttest.Server) []assertion {
	t.Helper()
	var all []assertion
	for _, secret := range server.Secrets() {
		if strings.Count(secret, ".") != 2 {
			continue
		}
		claims := jwt.MapClaims{}
		parsed, _, err := jwt.NewParser().ParseUnverified(secret, claims)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, assertion{parsed.Header, claims})
	}
	return all
}

// roundTripper is an http.RoundTripper made of a function.
type roundTripper func(*http.Request) (*http.Response, error)

func (f roundTripper) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }

// tokenAnswer is what Maskinporten says when it grants a token.
func tokenAnswer(t *testing.T, token string, expiresIn int) string {
	t.Helper()
	text, err := json.Marshal(map[string]any{"access_token": token, "token_type": "Bearer", "expires_in": expiresIn})
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// settle waits until no more goroutines run than before, and reports those that are left.
func settle(t *testing.T, before int) {
	t.Helper()
	for range 200 {
		if runtime.NumGoroutine() <= before {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	stacks := make([]byte, 1<<20)
	t.Errorf("%d goroutines before, %d after:\n%s", before, runtime.NumGoroutine(), stacks[:runtime.Stack(stacks, true)])
}
