// This file tests what happens below HTTP at the token endpoint, what a Source does that is closed or was never made, and answers
// that echo what was sent.

package maskinporten_test

import (
	"bytes"
	"context"
	"crypto"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/client"
	"github.com/mvainnsyn/mvainnsyn/client/clienttest"
	"github.com/mvainnsyn/mvainnsyn/client/maskinporten"
)

// sourceAt is a source whose Maskinporten is at a URL.
func sourceAt(t *testing.T, issuer string, opts ...maskinporten.Option) *maskinporten.Source {
	t.Helper()
	key := newKey(t, clienttest.New(t))
	opts = append([]maskinporten.Option{maskinporten.WithRetry(quick)}, opts...)
	source := must[*maskinporten.Source](t)(maskinporten.New(maskinporten.Environment{Issuer: issuer}, "id", key, opts...))
	t.Cleanup(func() { _ = source.Close() })
	return source
}

func TestWayToMaskinporten(t *testing.T) {
	saying := func(text string) func(*testing.T) *clienttest.Peer {
		return func(t *testing.T) *clienttest.Peer { return clienttest.Saying(t, text) }
	}
	for _, row := range []struct {
		name        string
		peer        func(*testing.T) *clienttest.Peer
		cause       client.Cause
		connections int
	}{
		{"untrusted authority", func(t *testing.T) *clienttest.Peer {
			return clienttest.Encrypted(t, http.NotFoundHandler())
		}, client.CauseUntrusted, 1},
		{"101", saying("HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n"), client.CauseProtocol, 1},
		{"101 without upgrade", saying("HTTP/1.1 101 Switching Protocols\r\n\r\n"), client.CauseProtocol, 1},
		{"no HTTP", saying("SSH-2.0-OpenSSH_9.6\r\n"), client.CauseProtocol, 1},
		{"102, then broken off", func(t *testing.T) *clienttest.Peer {
			return clienttest.Saying(t, strings.Repeat("HTTP/1.1 102 Processing\r\n\r\n", 20))
		}, client.CauseProtocol, 1},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			peer := row.peer(t)
			_, err := sourceAt(t, peer.URL()).Token(context.Background(), forScope)
			e := asError(t, err)
			if e.Stage != client.StageMaskinporten || e.Cause != row.cause || peer.Connections() != row.connections || e.Attempts != row.connections {
				t.Errorf("%s, %d connections, %d attempts: %v", e.Cause, peer.Connections(), e.Attempts, err)
			}
			if e.Message == "" || e.Remedy == "" {
				t.Errorf("%+v", e)
			}
		})
	}
	_, err := sourceAt(t, clienttest.Refusing(t)).Token(context.Background(), forScope)
	if e := asError(t, err); e.Cause != client.CauseRefused || e.Attempts != 3 || !strings.Contains(e.Message, "the connection was refused") {
		t.Errorf("%v", err)
	}
}

// Every cause of a code, and what no code says.
func TestCausesOfRefusals(t *testing.T) {
	server := clienttest.New(t)
	for _, c := range []struct {
		effect clienttest.Effect
		cause  client.Cause
	}{
		{clienttest.Refuse("MP-100", ""), client.CauseClientUnknown},
		{clienttest.Refuse("MP-122", ""), client.CauseKeyOrganisation},
		{clienttest.Refuse("MP-251", ""), client.CauseNotDelegated},
		{clienttest.Refuse("", "Unknown key identifier (kid) for client"), client.CauseKeyUnknown},
		{clienttest.Refuse("", "Issue time is after now"), client.CauseClock},
		{clienttest.Refuse("MP-999", ""), client.CauseGrantRefused},
		{clienttest.Plain(503, ""), client.CauseTokenServer},
		{clienttest.Plain(429, ""), client.CauseTokenServer},
		{clienttest.Plain(307, ""), client.CauseRedirect},
		{clienttest.Plain(400, ""), client.CauseGrantRefused},
		{clienttest.Plain(200, ""), client.CauseNoToken},
	} {
		server.Clear()
		server.Inject(clienttest.Fault{At: clienttest.TokenEndpoint, Effect: c.effect})
		_, err := newSource(t, server).Token(context.Background(), forScope)
		if e := asError(t, err); e.Cause != c.cause || !errors.Is(err, c.cause) || !errors.Is(err, client.StageMaskinporten) {
			t.Errorf("%s, want %s: %v", e.Cause, c.cause, err)
		}
	}
}

// A Date a year off is a remark: the remedy is that of the code.
func TestClockIsARemark(t *testing.T) {
	for code, want := range map[string]client.Cause{"MP-100": client.CauseClientUnknown, "MP-130": client.CauseClock} {
		server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Date", time.Now().AddDate(-1, 0, 0).UTC().Format(http.TimeFormat))
			w.WriteHeader(400)
			_, _ = io.WriteString(w, `{"error":"invalid_grant","error_description":"`+code+`"}`)
		}))
		_, err := sourceAt(t, server.URL).Token(context.Background(), forScope)
		e := asError(t, err)
		if e.Cause != want || strings.Contains(e.Remedy, "clock") != (want == client.CauseClock) || !strings.Contains(err.Error(), "ahead of Maskinporten's") {
			t.Errorf("%s: %v", code, err)
		}
		server.Close()
	}
}

// Answers that echo the assertion, or hold a token where none is wanted: nothing of either is kept.
func TestEchoes(t *testing.T) {
	const token = "hemmelig/token+med=tegn.og-nok_lengde-til-biter"
	answers := map[string]func(assertion string) (status int, header http.Header, body string){
		"201 with a token": func(string) (int, http.Header, string) { return 201, nil, tokenAnswer(t, token, 120) },
		"token as its type": func(string) (int, http.Header, string) {
			return 200, nil, `{"access_token":"` + token + `","token_type":"` + token + `"}`
		},
		"token as a short type": func(string) (int, http.Header, string) {
			return 200, http.Header{"X-Token": {token}}, `{"access_token":"` + token + `","token_type":"` + token[:20] + `"}`
		},
		"token of another type, in the header too": func(string) (int, http.Header, string) {
			return 200, http.Header{"X-Token": {"was " + token}}, `{"access_token":"` + token + `","token_type":"DPoP"}`
		},
		"token with an error status": func(string) (int, http.Header, string) { return 400, nil, tokenAnswer(t, token, 120) },
		"token in a form":            func(string) (int, http.Header, string) { return 200, nil, "access_token=" + url.QueryEscape(token) },
		"token in a page":            func(string) (int, http.Header, string) { return 200, nil, `<html>access_token: ` + token },
		"token cut off":              func(string) (int, http.Header, string) { return 200, nil, `{"access_token":"` + token },
		"assertion in the header":    func(a string) (int, http.Header, string) { return 400, http.Header{"X-Debug": {a}}, "" },
		"assertion in the text":      func(a string) (int, http.Header, string) { return 503, nil, "sent " + a },
		"assertion in the error": func(a string) (int, http.Header, string) {
			data, _ := json.Marshal(map[string]string{"error": a, "error_description": "MP-100 trace_id: " + a})
			return 400, nil, string(data)
		},
		"assertion shortened": func(a string) (int, http.Header, string) { return 400, nil, a[100:200] + "..." },
		"assertion in a page": func(a string) (int, http.Header, string) { return 200, nil, "<html>" + a },
		"both, under 302":     func(a string) (int, http.Header, string) { return 302, http.Header{"X": {a}}, tokenAnswer(t, token, 1) },
	}
	key := newKey(t, clienttest.New(t))
	for name, say := range answers {
		var out bytes.Buffer
		var sent []string
		transport := roundTripper(func(r *http.Request) (*http.Response, error) {
			if err := r.ParseForm(); err != nil {
				t.Error(err)
			}
			sent = append(sent, r.PostForm.Get("assertion"))
			status, header, body := say(sent[0]) // the first one, also when it was asked again
			if header == nil {
				header = http.Header{}
			}
			return &http.Response{StatusCode: status, Header: header, Body: io.NopCloser(strings.NewReader(body))}, nil
		})
		source := must[*maskinporten.Source](t)(maskinporten.New(maskinporten.Test(), "id", key, maskinporten.WithRetry(quick),
			maskinporten.WithHTTPClient(&http.Client{Transport: transport}),
			maskinporten.WithLogger(slog.New(slog.NewJSONHandler(&out, &slog.HandlerOptions{Level: slog.Level(-100)})))))
		_, err := source.Token(context.Background(), forScope)
		e := asError(t, err)
		fmt.Fprintf(&out, "%v %+v %#v %s %v %v", err, err, e.Err, e.Raw, e.Header, e.LogValue())
		var refused *maskinporten.RefusedError
		if errors.As(err, &refused) {
			fmt.Fprintf(&out, "%#v", *refused)
		}
		for _, secret := range append(sent, token) {
			for at := 0; at+24 <= len(secret); at++ {
				if strings.Contains(out.String(), secret[at:at+24]) {
					t.Fatalf("%s: %q is in\n%s", name, secret[at:at+24], out.String())
				}
			}
		}
		_ = source.Close()
	}
}

// A source that is nil or zero is an error, not a panic.
func TestNilAndZeroSources(t *testing.T) {
	var none *maskinporten.Source
	for name, source := range map[string]*maskinporten.Source{"nil": none, "zero": {}} {
		_, first := source.Token(context.Background(), forScope)
		_, second := source.TokenFor(context.Background(), maskinporten.Grant{Scope: "s"})
		for _, err := range []error{first, second} {
			if e := asError(t, err); e.Cause != client.CauseNoClient || e.Remedy == "" {
				t.Errorf("%s: %v", name, err)
			}
		}
		_, known := source.ClockSkew()
		if err := source.Close(); err != nil || known || source.Environment() != (maskinporten.Environment{}) || source.String() != "no token source" {
			t.Errorf("%s: %v %v", name, err, source)
		}
	}
}

// stubborn is a signer that takes an hour, whatever anybody wants.
type stubborn struct {
	crypto.Signer
	signing *atomic.Int32
}

func (s stubborn) Sign(r io.Reader, digest []byte, opts crypto.SignerOpts) ([]byte, error) {
	s.signing.Add(1)
	time.Sleep(time.Hour)
	return s.Signer.Sign(r, digest, opts)
}

// Close returns at once, though the signer or the transport heeds nothing; whoever waits gets an error at once, and what still comes is
// thrown away.
func TestCloseWaitsForNobody(t *testing.T) {
	server := clienttest.New(t)
	private := server.Key()
	plain := newKey(t, server)
	for _, name := range []string{"signer", "transport"} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				var busy, asked atomic.Int32
				key := plain
				transport := roundTripper(func(*http.Request) (*http.Response, error) {
					asked.Add(1)
					if name == "transport" {
						busy.Add(1)
						time.Sleep(time.Hour)
					}
					return &http.Response{StatusCode: 200, Header: http.Header{}, Body: io.NopCloser(strings.NewReader(tokenAnswer(t, "t", 9000)))}, nil
				})
				if name == "signer" {
					key = must[maskinporten.Key](t)(maskinporten.KeyFromSigner(stubborn{private, &busy}, maskinporten.KeyID("k")))
				}
				source := must[*maskinporten.Source](t)(maskinporten.New(maskinporten.Test(), "id", key, maskinporten.WithTimeout(2*time.Hour),
					maskinporten.WithHTTPClient(&http.Client{Transport: transport})))
				begun := time.Now()
				failed := make(chan error)
				go func() {
					_, err := source.Token(context.Background(), forScope)
					failed <- err
				}()
				synctest.Wait()
				if busy.Load() != 1 {
					t.Fatalf("%d are busy", busy.Load())
				}
				if err := source.Close(); err != nil {
					t.Error(err)
				}
				if err := <-failed; asError(t, err).Cause != client.CauseClosed || time.Since(begun) != 0 {
					t.Errorf("after %s: %v", time.Since(begun), err)
				}
				time.Sleep(3 * time.Hour)
				if _, err := source.Token(context.Background(), forScope); asError(t, err).Cause != client.CauseClosed {
					t.Errorf("%v", err)
				}
				if diff := cmp.Diff(int32(1), busy.Load()); diff != "" || asked.Load() > 1 {
					t.Errorf("asked %d times, busy %d", asked.Load(), busy.Load())
				}
			})
		})
	}
}

// A peer that never answers holds up neither Close nor anything after it.
func TestCloseWithASilentPeer(t *testing.T) {
	peer := clienttest.Silent(t)
	source := sourceAt(t, peer.URL())
	failed := make(chan error)
	go func() {
		_, err := source.Token(context.Background(), forScope)
		failed <- err
	}()
	for peer.Connections() == 0 {
		time.Sleep(time.Millisecond)
	}
	if err := source.Close(); err != nil {
		t.Error(err)
	}
	if err := <-failed; asError(t, err).Cause != client.CauseClosed || peer.Connections() != 1 {
		t.Errorf("%d connections: %v", peer.Connections(), err)
	}
}

// Retry fields that are zero have their defaults: three attempts.
func TestRetryDefaults(t *testing.T) {
	server := clienttest.New(t)
	server.Inject(clienttest.Fault{At: clienttest.TokenEndpoint, Effect: clienttest.Plain(503, "")})
	source := newSource(t, server, maskinporten.WithRetry(client.Retry{Base: time.Millisecond}))
	if _, err := source.Token(context.Background(), forScope); server.Count(clienttest.TokenEndpoint) != 3 {
		t.Errorf("%d requests: %v", server.Count(clienttest.TokenEndpoint), err)
	}
	_, err := maskinporten.New(maskinporten.Test(), "id", newKey(t, server), maskinporten.WithRetry(client.Retry{Max: -1}))
	if asError(t, err).Cause != client.CauseSettings {
		t.Errorf("%v", err)
	}
}
