// This file tests what goes wrong: every code of Maskinporten, refusals by a server that verifies, a network that fails, a
// clock that is off; with the requests counted and all output searched for secrets.

package maskinporten_test

import (
	"bytes"
	"context"
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/client"
	"github.com/mvainnsyn/mvainnsyn/client/clienttest"
	"github.com/mvainnsyn/mvainnsyn/client/maskinporten"
)

// builtIn is the built-in client as it is registered, to be changed and registered anew.
func builtIn(server *clienttest.Server) clienttest.Client {
	roots := x509.NewCertPool()
	roots.AddCert(server.Chain()[2])
	return clienttest.Client{
		ID: server.ClientID(), Organisation: clienttest.OwnOrganisation,
		Scopes: []string{clienttest.Scope}, Roots: roots,
		Keys: map[string]*rsa.PublicKey{server.KeyID(): &server.Key().PublicKey},
	}
}

// told is what a refusal says that programs act upon.
type told struct {
	Code     string
	Meaning  string
	Requests int
}

// The codes by the table, whether each is tried again, and what it means.
func TestEveryCode(t *testing.T) {
	server := clienttest.New(t)
	tests := []struct {
		code, description string
		want              told
	}{
		{"MP-011", "", told{"MP-011", "a parameter is malformed", 1}},
		{"MP-012", "Grant is used before", told{"MP-012", "the grant was used before", 2}},
		{"MP-100", "Client not found", told{"MP-100", "Maskinporten knows no such client", 1}},
		{"MP-110", "", told{"MP-110", "the audience is wrong", 1}},
		{"MP-120", "", told{"MP-120", "the certificate is not accepted", 1}},
		{"MP-121", "", told{"MP-121", "the key has expired", 1}},
		{"MP-122", "", told{"MP-122", "the certificate belongs to another organisation than the client", 1}},
		{"MP-123", "", told{"MP-123", "the certificate chain is not as it should be", 1}},
		{"MP-124", "", told{"MP-124", "the signature does not verify", 1}},
		{"MP-130", "", told{"MP-130", "the grant had expired when it arrived", 2}},
		{"MP-200", "", told{"MP-200", "the client does not have the scope", 1}},
		{"MP-201", "", told{"MP-201", "the scope is for users who log in, not for Maskinporten", 1}},
		{"MP-250", "", told{"MP-250", "the organisation has no access to the scope", 1}},
		{"MP-251", "", told{"MP-251", "the organisation acted for has not delegated its access", 1}},
		{"MP-301", "", told{"MP-301", "the type in authorization_details is wrong", 1}},
		{"MP-302", "", told{"MP-302", "a field in authorization_details is missing or wrong", 1}},
		{"MP-303", "", told{"MP-303", "a value in authorization_details is wrong, or there is no such system user", 1}},
		{"", "Invalid assertion. Issue time is after now", told{
			"issue-time-after-now",
			"the assertion was issued in the future: the local clock is ahead", 1,
		}},
		{"MP-100", "Unknown key identifier (kid) for client", told{"unknown-kid", "Maskinporten has no such key for the client", 1}},
		{"", "Grant is used before", told{"MP-012", "the grant was used before", 2}},
		{"", "JWT is expired", told{"MP-130", "the grant had expired when it arrived", 2}},
		{"MP-999", "noe nytt", told{"MP-999", "", 1}},
		{"", "noe helt annet", told{"", "", 1}},
	}
	for _, test := range tests {
		t.Run(test.code+test.description, func(t *testing.T) {
			server.Clear()
			server.Inject(clienttest.Fault{At: clienttest.TokenEndpoint, Effect: clienttest.Refuse(test.code, test.description)})
			before := server.Count(clienttest.TokenEndpoint)
			_, err := newSource(t, server).Token(context.Background(), forScope)
			e := asError(t, err)
			got := told{e.Code, maskinporten.Code(e.Code).Meaning(), server.Count(clienttest.TokenEndpoint) - before}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			if e.Stage != client.StageMaskinporten || e.Status != 400 || e.Remedy == "" || len(e.CorrelationID) != 16 {
				t.Errorf("stage %s, status %d, remedy %q, trace id %q", e.Stage, e.Status, e.Remedy, e.CorrelationID)
			}
			if e.Attempts != got.Requests {
				t.Errorf("%d attempts told, %d made", e.Attempts, got.Requests)
			}
		})
	}
}

// A server that verifies refuses what is wrong, with the code for it.
func TestRefusalsByTheRules(t *testing.T) {
	server := clienttest.New(t)
	other, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		t.Fatal(err)
	}
	registered := builtIn(server)
	registered.ExpiredKeys = map[string]bool{"old": true}
	registered.Keys["old"] = &server.Key().PublicKey
	registered.Scopes = append(registered.Scopes, "withdrawn")
	registered.Withdrawn = []string{"withdrawn"}
	registered.Delegated = func(organisation string) bool { return organisation != clienttest.Overdue }
	server.Register(registered)
	stranger := registered
	stranger.ID, stranger.Organisation = "stranger", clienttest.OneOpen
	server.Register(stranger)

	own := maskinporten.KeyID(server.KeyID())
	signer := func(private *rsa.PrivateKey, opts ...maskinporten.KeyOption) maskinporten.Key {
		return must[maskinporten.Key](t)(maskinporten.KeyFromSigner(private, opts...))
	}
	whole, cut := maskinporten.Certificates(server.Chain()...), maskinporten.Certificates(server.Chain()[:2]...)
	scope := func(text string) maskinporten.Grant { return maskinporten.Grant{Scope: text} }
	tests := []struct {
		name  string
		id    string
		key   maskinporten.Key
		grant maskinporten.Grant
		want  string
	}{
		{"unknown client", "nobody", signer(server.Key(), own), scope(clienttest.Scope), "MP-100"},
		{"unknown key", server.ClientID(), signer(server.Key(), maskinporten.KeyID("x")), scope(clienttest.Scope), "unknown-kid"},
		{"expired key", server.ClientID(), signer(server.Key(), maskinporten.KeyID("old")), scope(clienttest.Scope), "MP-121"},
		{"another key", server.ClientID(), signer(other, own), scope(clienttest.Scope), "MP-124"},
		{"chain cut short", server.ClientID(), signer(server.Key(), cut), scope(clienttest.Scope), "MP-123"},
		{"another organisation's client", "stranger", signer(server.Key(), whole), scope(clienttest.Scope), "MP-122"},
		{"unknown scope", server.ClientID(), signer(server.Key(), own), scope("annet"), "MP-200"},
		{"user's scope", server.ClientID(), signer(server.Key(), own), scope("openid"), "MP-201"},
		{"withdrawn scope", server.ClientID(), signer(server.Key(), own), scope("withdrawn"), "MP-250"},
		{
			"not delegated", server.ClientID(), signer(server.Key(), own),
			maskinporten.Grant{Scope: clienttest.Scope, ConsumerOrg: clienttest.Overdue},
			"MP-251",
		},
		{
			"oneself as consumer", server.ClientID(), signer(server.Key(), own),
			maskinporten.Grant{Scope: clienttest.Scope, ConsumerOrg: clienttest.OwnOrganisation},
			"MP-011",
		},
		{"no system user", server.ClientID(), signer(server.Key(), own), maskinporten.Grant{
			Scope:      clienttest.Scope,
			SystemUser: &maskinporten.SystemUser{Organisation: clienttest.OneOpen, ExternalRef: "x"},
		}, "MP-303"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			source, err := maskinporten.New(maskinporten.Environment{Issuer: server.Issuer()}, test.id, test.key)
			if err != nil {
				t.Fatal(err)
			}
			defer func() { _ = source.Close() }()
			before := server.Count(clienttest.TokenEndpoint)
			_, err = source.TokenFor(context.Background(), test.grant)
			var refused *maskinporten.RefusedError
			if !errors.As(err, &refused) {
				t.Fatalf("error is %v", err)
			}
			got := told{Code: string(refused.Code), Requests: server.Count(clienttest.TokenEndpoint) - before}
			if diff := cmp.Diff(told{Code: test.want, Requests: 1}, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
	wrong := maskinporten.Environment{Issuer: "https://maskinporten.no/", TokenEndpoint: server.TokenURL()}
	source := must[*maskinporten.Source](t)(maskinporten.New(wrong, server.ClientID(), signer(server.Key(), own)))
	if _, err := source.Token(context.Background(), forScope); asError(t, err).Code != "MP-110" {
		t.Errorf("the other environment's audience: %v", err)
	}
}

// Faults that pass are tried again, each time with a new jti; the others are not.
func TestNetworkFaults(t *testing.T) {
	tests := []struct {
		name     string
		fault    clienttest.Effect
		times    int // that it strikes
		requests int
		want     string // message of the error, empty for success
	}{
		{"dropped once", clienttest.Drop(), 1, 2, ""},
		{"dropped for ever", clienttest.Drop(), 0, 3, "Maskinporten was not reached: the connection ended in the middle"},
		{"503 twice", clienttest.Plain(503, "opptatt"), 2, 3, ""},
		{"503 for ever", clienttest.Plain(503, "opptatt"), 0, 3, "no reason was given"},
		{"500 once", clienttest.Plain(500, "feil"), 1, 2, ""},
		{"429 with Retry-After", clienttest.Status(429, "1"), 1, 2, ""},
		{"429 asking for too much", clienttest.Status(429, "3600"), 0, 1, "no reason was given"},
		{"truncated once", clienttest.Truncate(), 1, 2, ""},
		{"web page", clienttest.WebPage(), 0, 1, "Maskinporten answered with no token"},
		{"empty", clienttest.Empty(), 0, 1, "Maskinporten answered with no token"},
		{
			"no access_token", clienttest.Answer(200, "application/json", `{"token_type":"Bearer"}`), 0, 1,
			"Maskinporten answered with no token",
		},
		{
			"a token of another type", clienttest.Answer(200, "application/json", `{"access_token":"a","token_type":"DPoP"}`), 0, 1,
			"Maskinporten answered with no token",
		},
		{"redirect", clienttest.Redirect("http://127.0.0.1:1/"), 0, 1, "no reason was given"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			server := clienttest.New(t)
			server.Inject(clienttest.Fault{At: clienttest.TokenEndpoint, Times: test.times, Effect: test.fault})
			_, err := newSource(t, server).Token(context.Background(), forScope)
			if got := server.Count(clienttest.TokenEndpoint); got != test.requests {
				t.Errorf("%d requests, want %d", got, test.requests)
			}
			if test.want == "" {
				if err != nil {
					t.Error(err)
				}
				return
			}
			if err == nil {
				t.Fatal("no error")
			}
			e := asError(t, err)
			if diff := cmp.Diff([]any{client.StageMaskinporten, test.want, test.requests}, []any{e.Stage, e.Message, e.Attempts}); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			if e.Remedy == "" {
				t.Error("the error says nothing about what to do")
			}
		})
	}
}

// A connection that hangs costs ten seconds, not the whole time there is.
func TestConnectionThatHangs(t *testing.T) {
	key := newKey(t, clienttest.New(t))
	synctest.Test(t, func(t *testing.T) {
		requests, begun := 0, time.Now()
		hanging := roundTripper(func(r *http.Request) (*http.Response, error) {
			if requests++; requests == 1 {
				<-r.Context().Done()
				return nil, r.Context().Err()
			}
			return &http.Response{StatusCode: 200, Header: http.Header{}, Body: io.NopCloser(strings.NewReader(tokenAnswer(t, "t", 120)))}, nil
		})
		source := must[*maskinporten.Source](t)(maskinporten.New(maskinporten.Test(), "id", key, maskinporten.WithRetry(quick),
			maskinporten.WithHTTPClient(&http.Client{Transport: hanging})))
		defer func() { _ = source.Close() }()
		mustToken(t, source, forScope)
		if took := time.Since(begun); requests != 2 || took < 10*time.Second || took > 11*time.Second {
			t.Errorf("%d requests in %s", requests, took)
		}
	})
}

// A server that never answers ends with the source's time, also when nobody bounds the call.
func TestTimeIsBounded(t *testing.T) {
	key := newKey(t, clienttest.New(t))
	synctest.Test(t, func(t *testing.T) {
		begun := time.Now()
		hanging := roundTripper(func(r *http.Request) (*http.Response, error) {
			<-r.Context().Done()
			return nil, r.Context().Err()
		})
		source := must[*maskinporten.Source](t)(maskinporten.New(maskinporten.Test(), "id", key, maskinporten.WithTimeout(25*time.Second),
			maskinporten.WithHTTPClient(&http.Client{Transport: hanging})))
		defer func() { _ = source.Close() }()
		_, err := source.Token(context.Background(), forScope)
		if took := time.Since(begun); asError(t, err).Stage != client.StageMaskinporten || took > 25*time.Second {
			t.Errorf("after %s: %v", took, err)
		}
	})
}

func TestFreshJtiOnEveryAttempt(t *testing.T) {
	server := clienttest.New(t)
	// Late but real answers: the assertions reach the verification, and are used up by it.
	server.Inject(clienttest.Fault{At: clienttest.TokenEndpoint, Times: 2, Effect: clienttest.Truncate()})
	mustToken(t, newSource(t, server), forScope)
	seen := map[string]bool{}
	for _, sent := range assertions(t, server) {
		seen[fmt.Sprint(sent.Claims["jti"])] = true
	}
	if len(seen) != 3 {
		t.Errorf("three attempts had %d different jti", len(seen))
	}
}

func TestClockThatIsOff(t *testing.T) {
	tests := []struct {
		server time.Duration // ahead of us
		want   string
	}{
		{-time.Minute, "the local clock is 1m0s ahead of Maskinporten's: set the clock"},
		{time.Minute, "the local clock is 1m0s behind Maskinporten's: set the clock"},
		{3 * time.Minute, "the local clock is 3m0s behind Maskinporten's: set the clock"},
		{5 * time.Second, ""},
		{-5 * time.Second, ""},
	}
	for _, test := range tests {
		t.Run(test.server.String(), func(t *testing.T) {
			t.Parallel()
			server := clienttest.New(t)
			server.Skew(test.server)
			source := newSource(t, server)
			_, err := source.Token(context.Background(), forScope)
			got := ""
			var refused *maskinporten.RefusedError
			if errors.As(err, &refused) {
				got = refused.Clock
				if diff := cmp.Diff("set the clock of this machine, for example by NTP", asError(t, err).Remedy); diff != "" {
					t.Error(diff)
				}
			} else if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(test.want, roundMinutes(got)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			ahead, ok := source.ClockSkew()
			if off := ahead + test.server; !ok || off < -2*time.Second || off > 2*time.Second {
				t.Errorf("skew %s %v, want about %s", ahead, ok, -test.server)
			}
		})
	}
}

// roundMinutes evens out the second that a Date header cannot tell.
func roundMinutes(text string) string {
	return strings.NewReplacer("59s", "1m0s", "1m1s", "1m0s", "2m59s", "3m0s", "3m1s", "3m0s").Replace(text)
}

// The time an answer takes is not taken for a clock that is off.
func TestSlowAnswerIsNoSkew(t *testing.T) {
	key := newKey(t, clienttest.New(t))
	synctest.Test(t, func(t *testing.T) {
		slow := roundTripper(func(*http.Request) (*http.Response, error) {
			time.Sleep(4 * time.Second)
			date := time.Now().UTC().Format(http.TimeFormat)
			time.Sleep(4 * time.Second)
			return &http.Response{StatusCode: 200, Header: http.Header{"Date": {date}}, Body: io.NopCloser(strings.NewReader(tokenAnswer(t, "t", 120)))}, nil
		})
		source := must[*maskinporten.Source](t)(maskinporten.New(maskinporten.Test(), "id", key,
			maskinporten.WithHTTPClient(&http.Client{Transport: slow})))
		defer func() { _ = source.Close() }()
		if _, known := source.ClockSkew(); known {
			t.Error("a skew before the first answer")
		}
		mustToken(t, source, forScope)
		if ahead, ok := source.ClockSkew(); !ok || ahead.Abs() > time.Second {
			t.Errorf("skew %s %v", ahead, ok)
		}
	})
}

// What to do about answers that name no code.
func TestRemediesByStatus(t *testing.T) {
	for status, want := range map[int]string{
		500: "ask again later", 503: "ask again later", 429: "ask again later", 307: "is not sent on to another place",
		400: "check the client's set-up", 403: "check the client's set-up",
	} {
		server := clienttest.New(t)
		server.Inject(clienttest.Fault{At: clienttest.TokenEndpoint, Effect: clienttest.Plain(status, "")})
		_, err := newSource(t, server, maskinporten.WithRetry(client.Retry{Attempts: 1})).Token(context.Background(), forScope)
		if e := asError(t, err); !strings.Contains(e.Remedy, want) {
			t.Errorf("%d: %s", status, e.Remedy)
		}
	}
}

// A clock a little off still gets tokens, but the log says so.
func TestClockIsComplainedOfInTheLog(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Date", time.Now().Add(time.Hour).UTC().Format(http.TimeFormat))
		_, _ = w.Write([]byte(tokenAnswer(t, "t", 120)))
	}))
	defer server.Close()
	var log bytes.Buffer
	key := newKey(t, clienttest.New(t))
	source := must[*maskinporten.Source](t)(maskinporten.New(maskinporten.Environment{Issuer: server.URL}, "id", key,
		maskinporten.WithLogger(slog.New(slog.NewTextHandler(&log, nil)))))
	defer func() { _ = source.Close() }()
	mustToken(t, source, forScope)
	if !strings.Contains(log.String(), "behind Maskinporten's: set the clock") {
		t.Errorf("log: %s", log.String())
	}
}

func TestDiscover(t *testing.T) {
	server := clienttest.New(t)
	want := maskinporten.Environment{Issuer: server.Issuer(), TokenEndpoint: server.TokenURL()}
	got, err := maskinporten.Discover(context.Background(), nil, server.Issuer())
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	answer := ""
	odd := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		if answer == "404" {
			w.WriteHeader(404)
		}
		_, _ = w.Write([]byte(answer))
	}))
	defer odd.Close()
	tests := []struct{ name, issuer, answer, want string }{
		{"another issuer", odd.URL, `{"issuer":"https://x/","token_endpoint":"https://x/token"}`, "answered as"},
		{"an endpoint that is not encrypted", odd.URL, `{"issuer":"` + odd.URL + `","token_endpoint":"http://x/token"}`, "not encrypted"},
		{"no JSON", odd.URL, `<html>`, "not JSON"},
		{"no metadata", odd.URL, "404", "404 Not Found"},
		{"an issuer that is not encrypted", "http://maskinporten.no/", "", "not encrypted"},
		{"nobody there", "http://127.0.0.1:1/", "", "refused"},
	}
	for _, test := range tests {
		answer = test.answer
		_, err := maskinporten.Discover(context.Background(), http.DefaultClient, test.issuer)
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %v", test.name, err)
		}
	}
}

// Everything written, at every log level and in every error, holds no key, assertion or token.
func TestNothingSecretIsWritten(t *testing.T) {
	server := clienttest.New(t)
	var out bytes.Buffer
	logger := slog.New(slog.NewJSONHandler(&out, &slog.HandlerOptions{Level: slog.Level(-100)}))
	effects := []clienttest.Effect{
		nil, clienttest.Leak(400), clienttest.Leak(503), clienttest.Drop(), clienttest.Truncate(),
		clienttest.WebPage(), clienttest.Redirect("http://127.0.0.1:1/"), clienttest.Refuse("MP-012", ""),
	}
	for _, effect := range effects {
		server.Clear()
		if effect != nil {
			server.Inject(clienttest.Fault{At: clienttest.TokenEndpoint, Effect: effect})
		}
		source := newSource(t, server, maskinporten.WithLogger(logger))
		token, err := source.Token(context.Background(), actingFor(clienttest.OneOpen))
		var e *client.Error
		if errors.As(err, &e) {
			fmt.Fprintf(&out, "%v %+v %s %v", err, e, e.Raw, errors.Unwrap(e))
		}
		logger.Info("everything", "token", token, "error", err, "source", source, "key", newKey(t, server))
	}
	if len(server.Secrets()) < len(effects) {
		t.Fatalf("only %d secrets were seen", len(server.Secrets()))
	}
	secrets := append(server.Secrets(), base64.StdEncoding.EncodeToString(server.Key().D.Bytes()), server.Key().D.String(),
		string(server.KeyPEM()[40:80]))
	for _, secret := range secrets {
		for _, part := range strings.Split(secret, ".") {
			if len(part) > 10 && strings.Contains(out.String(), part) {
				t.Errorf("%q is in the output", part)
			}
		}
	}
}
