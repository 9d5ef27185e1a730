// This file holds what the tests of the package share.

package client_test

import (
	"context"
	"errors"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/mvainnsyn/mvainnsyn/client"
	"github.com/mvainnsyn/mvainnsyn/client/clienttest"
	"github.com/mvainnsyn/mvainnsyn/client/maskinporten"
)

// quick is a retry policy that does not make tests wait.
var quick = client.Retry{Attempts: 4, Base: time.Millisecond, Max: 2 * time.Millisecond, RetryAfter: 2 * time.Second}

// stack is a whole installation: the servers, a source and a client.
type stack struct {
	server *clienttest.Server
	tokens *maskinporten.Source
	client *client.Client
}

func newStack(t testing.TB, opts ...client.Option) *stack {
	t.Helper()
	return newStackOf(t, clienttest.New(t), opts...)
}

// newStackOf is a stack on a server made otherwise.
func newStackOf(t testing.TB, server *clienttest.Server, opts ...client.Option) *stack {
	t.Helper()
	key, err := maskinporten.KeyFromPEM(server.KeyPEM(), maskinporten.KeyID(server.KeyID()))
	if err != nil {
		t.Fatal(err)
	}
	tokens, err := maskinporten.New(maskinporten.Environment{Issuer: server.Issuer()}, server.ClientID(), key,
		maskinporten.WithRetry(quick), maskinporten.WithDelegation(maskinporten.ConsumerOrg(clienttest.OwnOrganisation)))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = tokens.Close() })
	return &stack{server, tokens, newClient(t, server.URL(), tokens, opts...)}
}

func newClient(t testing.TB, baseURL string, tokens client.TokenSource, opts ...client.Option) *client.Client {
	t.Helper()
	c, err := client.New(baseURL, tokens, append([]client.Option{client.WithRetry(quick)}, opts...)...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = c.Close() })
	return c
}

// hent calls the operation.
func hent(ctx context.Context, c *client.Client, organisation string) (*client.Response[status], error) {
	return client.Call(ctx, c, &hentStatus, client.Arg("organisasjonsnummer", number(organisation)))
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

// roundTripper is an http.RoundTripper made of a function.
type roundTripper func(*http.Request) (*http.Response, error)

func (f roundTripper) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }

// answering makes a client whose service always says the same.
func answering(t *testing.T, response func(*http.Request) (*http.Response, error), opts ...client.Option) *client.Client {
	t.Helper()
	opts = append([]client.Option{client.WithTransport(roundTripper(response))}, opts...)
	return newClient(t, "https://api.example.no", client.StaticToken("token"), opts...)
}

// answer is an HTTP response.
func answer(status int, header http.Header, body string) *http.Response {
	if header == nil {
		header = http.Header{}
	}
	return &http.Response{StatusCode: status, Header: header, Body: io.NopCloser(strings.NewReader(body))}
}

// goodXML is an answer about OneOpen.
func goodXML() string {
	return string(clienttest.Taxpayer{
		Organisation: clienttest.OneOpen, HasFiled: true,
		Terms: []clienttest.Term{clienttest.TwoMonths(time.Now(), 12)},
	}.XML())
}
