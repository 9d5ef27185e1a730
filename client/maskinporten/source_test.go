// This file tests tokens: what is asked for, how often, for whom, and for how long they are kept.

package maskinporten_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/client"
	"github.com/mvainnsyn/mvainnsyn/client/clienttest"
	"github.com/mvainnsyn/mvainnsyn/client/maskinporten"
)

func TestClaims(t *testing.T) {
	server := clienttest.New(t)
	server.Register(withSystemUser(t, server))
	source := newSource(t, server, maskinporten.WithDelegation(maskinporten.ConsumerOrg(clienttest.OwnOrganisation)))
	system := newSource(t, server, maskinporten.WithDelegation(maskinporten.AsSystemUser(func(organisation string) string {
		return "ref-" + organisation
	})))
	plain := newSource(t, server, maskinporten.WithDelegation(maskinporten.AsSystemUser(nil)))
	alone := newSource(t, server, maskinporten.WithDelegation(maskinporten.AsOneself()))
	details := func(reference string) []any {
		detail := map[string]any{
			"type":           "urn:altinn:systemuser",
			"systemuser_org": map[string]any{"authority": "iso6523-actorid-upis", "ID": "0192:" + clienttest.OneOpen},
		}
		if reference != "" {
			detail["externalRef"] = reference
		}
		return []any{detail}
	}
	tests := []struct {
		name string
		ask  func() (client.Token, error)
		want jwt.MapClaims // beside those that every assertion has
	}{
		{"for oneself", asking(source, ""), jwt.MapClaims{}},
		{"for one's own number", asking(source, clienttest.OwnOrganisation), jwt.MapClaims{}},
		{"for a consumer", asking(source, clienttest.OneOpen), jwt.MapClaims{"consumer_org": clienttest.OneOpen}},
		{
			"as a system user", asking(system, clienttest.OneOpen),
			jwt.MapClaims{"authorization_details": details("ref-" + clienttest.OneOpen)},
		},
		{
			"as a system user without reference", asking(plain, clienttest.OneOpen),
			jwt.MapClaims{"authorization_details": details("")},
		},
		{"as a system user, for oneself", asking(plain, ""), jwt.MapClaims{}},
		{"always for oneself", asking(alone, clienttest.OneOpen), jwt.MapClaims{}},
		{"with a resource", func() (client.Token, error) {
			return source.TokenFor(context.Background(), maskinporten.Grant{Scope: clienttest.Scope, Resource: []string{"https://api"}})
		}, jwt.MapClaims{"resource": []any{"https://api"}}},
		{"with a grant of the call's own", func() (client.Token, error) {
			ctx := maskinporten.Using(context.Background(), maskinporten.Grant{ConsumerOrg: clienttest.Overdue, Resource: []string{"r"}})
			return plain.Token(ctx, actingFor(clienttest.OneOpen))
		}, jwt.MapClaims{"consumer_org": clienttest.Overdue, "resource": []any{"r"}}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if _, err := test.ask(); err != nil {
				t.Fatal(err)
			}
			all := assertions(t, server)
			claims := all[len(all)-1].Claims
			issued, _ := claims["iat"].(float64)
			expires, _ := claims["exp"].(float64)
			if life := expires - issued; life <= 0 || life > 120 {
				t.Errorf("the assertion lives %v seconds", life)
			}
			if jti, _ := claims["jti"].(string); len(jti) < 20 {
				t.Errorf("jti %q can be guessed", jti)
			}
			for _, claim := range []string{"iat", "exp", "jti"} {
				delete(claims, claim)
			}
			test.want["aud"], test.want["iss"], test.want["scope"] = server.Issuer(), server.ClientID(), clienttest.Scope
			if diff := cmp.Diff(test.want, claims); diff != "" {
				t.Errorf("claims (-want +got):\n%s", diff)
			}
		})
	}
}

// withSystemUser is the built-in client with system users of two kinds.
func withSystemUser(t *testing.T, server *clienttest.Server) clienttest.Client {
	t.Helper()
	c := builtIn(server)
	c.SystemUser = func(organisation, reference string) bool {
		return reference == "" || reference == "ref-"+organisation
	}
	return c
}

func asking(source *maskinporten.Source, organisation string) func() (client.Token, error) {
	return func() (client.Token, error) { return source.Token(context.Background(), actingFor(organisation)) }
}

func TestGrantsThatCannotBe(t *testing.T) {
	server := clienttest.New(t)
	source := newSource(t, server)
	tests := []struct {
		grant maskinporten.Grant
		want  string
	}{
		{maskinporten.Grant{}, "the scope is empty"},
		{maskinporten.Grant{Scope: "s", ConsumerOrg: "31240985"}, `consumer_org "31240985" is not nine digits`},
		{
			maskinporten.Grant{Scope: "s", SystemUser: &maskinporten.SystemUser{Organisation: "0192:312409852"}},
			`the system user's organisation "0192:312409852" is not nine digits`,
		},
	}
	for _, test := range tests {
		_, err := source.TokenFor(context.Background(), test.grant)
		e := asError(t, err)
		if diff := cmp.Diff([]any{client.StageRequest, test.want}, []any{e.Stage, fmt.Sprint(e.Err)}); diff != "" {
			t.Error(diff)
		}
	}
	if got := server.Count(clienttest.TokenEndpoint); got != 0 {
		t.Errorf("%d requests were sent", got)
	}
}

// Everything that makes a token is part of its place in the cache; the same again takes the token from there.
func TestOneTokenPerGrant(t *testing.T) {
	server := clienttest.New(t)
	server.Register(withSystemUser(t, server))
	source := newSource(t, server)
	grants := []maskinporten.Grant{
		{Scope: clienttest.Scope},
		{Scope: clienttest.Scope, ConsumerOrg: clienttest.OneOpen},
		{Scope: clienttest.Scope, ConsumerOrg: clienttest.Overdue},
		{Scope: clienttest.Scope, Resource: []string{"a", "b"}},
		{Scope: clienttest.Scope, Resource: []string{"a b"}},
		{Scope: clienttest.Scope, SystemUser: &maskinporten.SystemUser{Organisation: clienttest.OneOpen}},
		{Scope: clienttest.Scope, SystemUser: &maskinporten.SystemUser{
			Organisation: clienttest.OneOpen,
			ExternalRef:  "ref-" + clienttest.OneOpen,
		}},
		{Scope: clienttest.Scope + " " + clienttest.Scope},
	}
	seen := map[string]int{}
	for range 3 {
		for i, grant := range grants {
			token, err := source.TokenFor(context.Background(), grant)
			if err != nil {
				t.Fatal(err)
			}
			if first, ok := seen[token.Reveal()]; ok && first != i {
				t.Errorf("grants %d and %d share a token", first, i)
			}
			seen[token.Reveal()] = i
		}
	}
	if got := server.Count(clienttest.TokenEndpoint); got != len(grants) {
		t.Errorf("%d requests for %d grants", got, len(grants))
	}
}

func TestFiftyCallersOneRequest(t *testing.T) {
	server := clienttest.New(t)
	server.Inject(clienttest.Fault{At: clienttest.TokenEndpoint, Effect: clienttest.Delay(100 * time.Millisecond)})
	source := newSource(t, server)
	tokens := fifty(t, source, func(int) client.TokenRequest { return actingFor(clienttest.OneOpen) })
	if got := server.Count(clienttest.TokenEndpoint); got != 1 {
		t.Errorf("%d requests", got)
	}
	// The service refuses the token to all of them at once: one renewal serves them all.
	renewed := fifty(t, source, func(int) client.TokenRequest {
		request := actingFor(clienttest.OneOpen)
		request.Renew, request.Rejected = true, tokens[0]
		return request
	})
	if got := server.Count(clienttest.TokenEndpoint); got != 2 {
		t.Errorf("%d requests after the renewal", got)
	}
	for i := range tokens {
		if !tokens[i].Equal(tokens[0]) || !renewed[i].Equal(renewed[0]) {
			t.Fatal("callers got different tokens")
		}
	}
	if renewed[0].Equal(tokens[0]) {
		t.Error("the refused token was handed out again")
	}
	// One who does not say which token was refused gets a new one.
	fresh := mustToken(t, source, client.TokenRequest{Scope: clienttest.Scope, OnBehalfOf: clienttest.OneOpen, Renew: true})
	if fresh.Equal(renewed[0]) {
		t.Error("a renewal brought the same token")
	}
}

// fifty asks fifty times at once.
func fifty(t *testing.T, source *maskinporten.Source, request func(int) client.TokenRequest) []client.Token {
	t.Helper()
	tokens := make([]client.Token, 50)
	var callers sync.WaitGroup
	for i := range tokens {
		callers.Go(func() {
			token, err := source.Token(context.Background(), request(i))
			if err != nil {
				t.Error(err)
			}
			tokens[i] = token
		})
	}
	callers.Wait()
	return tokens
}

func TestCallerWhoGivesUpLeavesTheOthers(t *testing.T) {
	server := clienttest.New(t)
	server.Inject(clienttest.Fault{At: clienttest.TokenEndpoint, Effect: clienttest.Delay(200 * time.Millisecond)})
	source := newSource(t, server)
	impatient, cancel := context.WithTimeout(context.Background(), 30*time.Millisecond)
	defer cancel()
	begun := make(chan struct{})
	var callers sync.WaitGroup
	callers.Go(func() { // the first caller, whose request the others wait for
		close(begun)
		_, err := source.Token(impatient, forScope)
		if !errors.Is(err, context.DeadlineExceeded) || asError(t, err).Stage != client.StageMaskinporten {
			t.Errorf("the impatient caller: %v", err)
		}
	})
	<-begun
	callers.Go(func() {
		if _, err := source.Token(context.Background(), forScope); err != nil {
			t.Errorf("the patient caller: %v", err)
		}
	})
	callers.Wait()
	if got := server.Count(clienttest.TokenEndpoint); got != 1 {
		t.Errorf("%d requests", got)
	}
	cancelled, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := source.Token(cancelled, forScope); !errors.Is(err, context.Canceled) {
		t.Errorf("a cancelled caller: %v", err)
	}
}

// The last tenth of a token's life, a minute at most, is left unused.
func TestEarlyRefreshInProportion(t *testing.T) {
	server := clienttest.New(t)
	tests := []struct {
		expiresIn int
		until     time.Duration
	}{
		{10, 9 * time.Second},
		{120, 108 * time.Second},
		{3600, 59 * time.Minute},
	}
	for _, test := range tests {
		synctest.Test(t, func(t *testing.T) {
			var requests atomic.Int32
			answer := roundTripper(func(*http.Request) (*http.Response, error) {
				text := tokenAnswer(t, fmt.Sprint("token ", requests.Add(1)), test.expiresIn)
				return &http.Response{StatusCode: 200, Header: http.Header{}, Body: io.NopCloser(strings.NewReader(text))}, nil
			})
			source := newSource(t, server, maskinporten.WithHTTPClient(&http.Client{Transport: answer}))
			begun := time.Now()
			ask := func(after time.Duration) string {
				time.Sleep(time.Until(begun.Add(after)))
				return mustToken(t, source, forScope).Reveal()
			}
			got := []string{ask(0), ask(test.until - time.Millisecond), ask(test.until)}
			if diff := cmp.Diff([]string{"token 1", "token 1", "token 2"}, got); diff != "" {
				t.Errorf("expires_in %d (-want +got):\n%s", test.expiresIn, diff)
			}
		})
	}
}

// A token of unknown life serves those who wait for it and nobody after.
func TestTokenOfUnknownLife(t *testing.T) {
	server := clienttest.New(t)
	for _, life := range []string{``, `,"expires_in":0`, `,"expires_in":-5`, `,"expires_in":null`} {
		var requests atomic.Int32
		answer := roundTripper(func(*http.Request) (*http.Response, error) {
			requests.Add(1)
			text := `{"access_token":"t","token_type":"bearer"` + life + `}`
			return &http.Response{StatusCode: 200, Header: http.Header{}, Body: io.NopCloser(strings.NewReader(text))}, nil
		})
		source := newSource(t, server, maskinporten.WithHTTPClient(&http.Client{Transport: answer}))
		for range 2 {
			if token := mustToken(t, source, forScope); !token.Expiry().IsZero() {
				t.Errorf("%q: expiry %s", life, token.Expiry())
			}
		}
		if got := requests.Load(); got != 2 {
			t.Errorf("%q: %d requests", life, got)
		}
	}
}

// A program that acts for thousands keeps the tokens that are good, not all it ever had.
func TestExpiredTokensAreForgotten(t *testing.T) {
	server := clienttest.New(t)
	synctest.Test(t, func(t *testing.T) {
		answer := roundTripper(func(*http.Request) (*http.Response, error) {
			text := tokenAnswer(t, "t", 120)
			return &http.Response{StatusCode: 200, Header: http.Header{}, Body: io.NopCloser(strings.NewReader(text))}, nil
		})
		source := newSource(t, server, maskinporten.WithHTTPClient(&http.Client{Transport: answer}))
		greatest := 0
		for _, organisation := range clienttest.Organisations(400) {
			mustToken(t, source, actingFor(organisation))
			greatest = max(greatest, maskinporten.Cached(source))
			time.Sleep(2 * time.Second)
		}
		if greatest > 128 {
			t.Errorf("%d tokens were kept, of which at most 54 were good", greatest)
		}
	})
}

func TestClose(t *testing.T) {
	server := clienttest.New(t)
	before := runtime.NumGoroutine()
	server.Inject(clienttest.Fault{At: clienttest.TokenEndpoint, Effect: clienttest.Delay(time.Minute)})
	source := newSource(t, server)
	waiting := make(chan error)
	go func() {
		_, err := source.Token(context.Background(), forScope)
		waiting <- err
	}()
	for server.Count(clienttest.TokenEndpoint) == 0 {
		time.Sleep(time.Millisecond)
	}
	if err := source.Close(); err != nil {
		t.Fatal(err)
	}
	for _, err := range []error{<-waiting, errorOf(source.Token(context.Background(), forScope))} {
		if diff := cmp.Diff("the token source is closed", asError(t, err).Message); diff != "" {
			t.Error(diff)
		}
	}
	settle(t, before)
}

func errorOf(_ client.Token, err error) error { return err }

func TestSettingsThatCannotWork(t *testing.T) {
	server := clienttest.New(t)
	key := newKey(t, server)
	environment := maskinporten.Environment{Issuer: server.Issuer()}
	tests := []struct {
		name        string
		environment maskinporten.Environment
		id          string
		key         maskinporten.Key
		option      maskinporten.Option
		want        string
	}{
		{"no client", environment, "", key, nil, "the client id is empty"},
		{"no issuer", maskinporten.Environment{}, "id", key, nil, "the environment has no issuer"},
		{"no key", environment, "id", maskinporten.Key{}, nil, "no key was given"},
		{"not encrypted", maskinporten.Environment{Issuer: "http://maskinporten.no/"}, "id", key, nil, "the issuer cannot be used"},
		{"no host", maskinporten.Environment{Issuer: "https://"}, "id", key, nil, "the issuer cannot be used"},
		{"endpoint not encrypted", maskinporten.Environment{Issuer: "https://maskinporten.no/", TokenEndpoint: "http://maskinporten.no/token"}, "id", key, nil, "the token endpoint cannot be used"},
		{"no time", environment, "id", key, maskinporten.WithTimeout(0), "no attempt has any time"},
		{"no logger", environment, "id", key, maskinporten.WithLogger(nil), "an option was given nil"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var opts []maskinporten.Option
			if test.option != nil {
				opts = append(opts, test.option)
			}
			_, err := maskinporten.New(test.environment, test.id, test.key, opts...)
			if err == nil {
				t.Fatal("no error")
			}
			if diff := cmp.Diff(test.want, asError(t, err).Message); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestEnvironments(t *testing.T) {
	want := []maskinporten.Environment{
		{Issuer: "https://test.maskinporten.no/", TokenEndpoint: "https://test.maskinporten.no/token"},
		{Issuer: "https://maskinporten.no/", TokenEndpoint: "https://maskinporten.no/token"},
	}
	if diff := cmp.Diff(want, []maskinporten.Environment{maskinporten.Test(), maskinporten.Production()}); diff != "" {
		t.Error(diff)
	}
}

// What a source prints as, in the ways programs print things.
func TestSourcePrintsNothingSecret(t *testing.T) {
	server := clienttest.New(t)
	source := newSource(t, server)
	token := mustToken(t, source, forScope)
	var out bytes.Buffer
	key := newKey(t, server)
	holder := struct {
		Source *maskinporten.Source
		inner  *maskinporten.Source
	}{source, source}
	secrets := struct {
		Token  client.Token
		hidden client.Token
		key    maskinporten.Key
	}{token, token, key}
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%d"} {
		fmt.Fprintf(&out, strings.Repeat(verb, 4), source, token, key, secrets)
	}
	fmt.Fprintf(&out, "%v %+v %#v", holder, holder, holder)
	if strings.Contains(out.String(), token.Reveal()) {
		t.Errorf("the token shows in: %s", out.String())
	}
}
