// This file tests the adapter: one token per scope and organisation, renewal, and errors that repeat nothing secret.

package oauth2source_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/oauth2"
	"golang.org/x/oauth2/clientcredentials"

	"github.com/mvainnsyn/mvainnsyn/client"
	"github.com/mvainnsyn/mvainnsyn/client/oauth2source"
)

// tokenSource is an oauth2.TokenSource made of a function.
type tokenSource func() (*oauth2.Token, error)

func (f tokenSource) Token() (*oauth2.Token, error) { return f() }

// counting opens sources whose tokens tell what they are for and how many there were before.
func counting(life time.Duration) (*oauth2source.Source, func() []string) {
	var mu sync.Mutex
	var opened []string
	source := oauth2source.New(func(_ context.Context, scope, organisation string) (oauth2.TokenSource, error) {
		mu.Lock()
		defer mu.Unlock()
		opened = append(opened, scope+" "+organisation)
		name, calls := fmt.Sprintf("%s %s %d", scope, organisation, len(opened)), 0
		return tokenSource(func() (*oauth2.Token, error) {
			calls++
			return &oauth2.Token{AccessToken: fmt.Sprint(name, ".", calls), Expiry: time.Now().Add(life)}, nil
		}), nil
	})
	return source, func() []string {
		mu.Lock()
		defer mu.Unlock()
		return opened
	}
}

func mustToken(t *testing.T, source client.TokenSource, request client.TokenRequest) client.Token {
	t.Helper()
	token, err := source.Token(context.Background(), request)
	if err != nil {
		t.Fatal(err)
	}
	return token
}

func TestOneTokenPerScopeAndOrganisation(t *testing.T) {
	source, opened := counting(time.Minute)
	var callers sync.WaitGroup
	for range 20 {
		for _, organisation := range []string{"a", "b"} {
			callers.Go(func() {
				token := mustToken(t, source, client.TokenRequest{Scope: "s", OnBehalfOf: organisation})
				if !strings.HasPrefix(token.Reveal(), "s "+organisation) || !strings.HasSuffix(token.Reveal(), ".1") {
					t.Errorf("%s got %s", organisation, token.Reveal())
				}
			})
		}
	}
	callers.Wait()
	if got := opened(); len(got) != 2 {
		t.Errorf("opened %v", got)
	}
}

// A token is renewed once, however many found it refused; one that is about to end is replaced without being asked.
func TestRenewal(t *testing.T) {
	source, opened := counting(time.Minute)
	request := client.TokenRequest{Scope: "s"}
	first := mustToken(t, source, request)
	for range 3 {
		renewed := mustToken(t, source, client.TokenRequest{Scope: "s", Renew: true, Rejected: first})
		if diff := cmp.Diff("s  2.1", renewed.Reveal()); diff != "" {
			t.Error(diff)
		}
	}
	if diff := cmp.Diff([]string{"s ", "s "}, opened()); diff != "" {
		t.Error(diff)
	}
	short, _ := counting(5 * time.Second)
	got := []string{mustToken(t, short, request).Reveal(), mustToken(t, short, request).Reveal()}
	if diff := cmp.Diff([]string{"s  1.1", "s  1.2"}, got); diff != "" {
		t.Error(diff)
	}
}

func TestFixed(t *testing.T) {
	expiry := time.Now().Add(time.Hour)
	source := oauth2source.Fixed(oauth2.StaticTokenSource(&oauth2.Token{AccessToken: "a", Expiry: expiry}))
	for _, organisation := range []string{"x", "y"} {
		token := mustToken(t, source, client.TokenRequest{OnBehalfOf: organisation, Renew: true})
		if token.Reveal() != "a" || !token.Expiry().Equal(expiry) {
			t.Errorf("%s until %s", token.Reveal(), token.Expiry())
		}
	}
}

// A caller who gives up while another fetches the token.
func TestGivingUp(t *testing.T) {
	begun, end := make(chan struct{}), make(chan struct{})
	source := oauth2source.New(func(context.Context, string, string) (oauth2.TokenSource, error) {
		close(begun)
		<-end
		return oauth2.StaticTokenSource(&oauth2.Token{AccessToken: "a"}), nil
	})
	var callers sync.WaitGroup
	callers.Go(func() { mustToken(t, source, client.TokenRequest{}) })
	<-begun
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := source.Token(ctx, client.TokenRequest{}); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
	close(end)
	callers.Wait()
}

// A real exchange through x/oauth2, refused by a server that repeats what it was sent.
func TestRefusal(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, secret, _ := r.BasicAuth()
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(http.StatusUnauthorized)
		fmt.Fprintf(w, `{"error":"invalid_client","error_description":"who\nare you","sent":"%s%s"}`, secret, r.PostFormValue("client_secret"))
	}))
	defer server.Close()
	config := clientcredentials.Config{ClientID: "id", ClientSecret: "hemmelig", TokenURL: server.URL}
	source := oauth2source.New(func(ctx context.Context, _, _ string) (oauth2.TokenSource, error) {
		return config.TokenSource(ctx), nil
	})
	_, err := source.Token(context.Background(), client.TokenRequest{})
	var e *client.Error
	if !errors.As(err, &e) {
		t.Fatal(err)
	}
	got := []any{e.Stage, e.Status, e.Code, strings.Contains(e.Error(), "who are you"), e.Remedy != "", strings.Contains(fmt.Sprintf("%v %+v", err, *e), "hemmelig")}
	if diff := cmp.Diff([]any{client.StageToken, 401, "invalid_client", true, true, false}, got); diff != "" {
		t.Error(diff)
	}
}

func TestSourceThatCannotBeOpened(t *testing.T) {
	cause := errors.New("no luck")
	source := oauth2source.New(func(context.Context, string, string) (oauth2.TokenSource, error) { return nil, cause })
	if _, err := source.Token(context.Background(), client.TokenRequest{}); !errors.Is(err, cause) {
		t.Errorf("%v", err)
	}
}

// What goes wrong has its cause, and nothing that was not made panics.
func TestCauses(t *testing.T) {
	refusing := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(400)
		_, _ = w.Write([]byte(`{"error":"invalid_grant","error_description":"ended"}`))
	}))
	defer refusing.Close()
	at := func(url string) client.TokenSource {
		return oauth2source.New(func(ctx context.Context, scope, _ string) (oauth2.TokenSource, error) {
			config := clientcredentials.Config{ClientID: "id", ClientSecret: "hemmelig", TokenURL: url, Scopes: []string{scope}}
			return config.TokenSource(ctx), nil
		})
	}
	nothing := func(context.Context, string, string) (oauth2.TokenSource, error) { return nil, nil }
	for name, c := range map[string]struct {
		source client.TokenSource
		cause  client.Cause
	}{
		"refused":         {at(refusing.URL), client.CauseGrantRefused},
		"nobody there":    {at("http://127.0.0.1:1/"), client.CauseRefused},
		"nil":             {(*oauth2source.Source)(nil), client.CauseNoClient},
		"zero":            {&oauth2source.Source{}, client.CauseNoClient},
		"no function":     {oauth2source.New(nil), client.CauseNoClient},
		"fixed to none":   {oauth2source.Fixed(nil), client.CauseNoClient},
		"opens nothing":   {oauth2source.New(nothing), client.CauseTokenOther},
		"own error":       {oauth2source.Fixed(tokenSource(func() (*oauth2.Token, error) { return nil, errors.New("no") })), client.CauseTokenOther},
		"nil for a token": {oauth2source.Fixed(tokenSource(func() (*oauth2.Token, error) { return nil, nil })), client.CauseTokenOther},
	} {
		_, err := c.source.Token(context.Background(), client.TokenRequest{Scope: "s"})
		var e *client.Error
		if !errors.As(err, &e) || e.Cause != c.cause || e.Remedy == "" || strings.Contains(err.Error(), "hemmelig") {
			t.Errorf("%s: %v", name, err)
		}
	}
}
