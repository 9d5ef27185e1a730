// This file feeds keys and answers that nobody would give.

package maskinporten_test

import (
	"context"
	"errors"
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/mvainnsyn/mvainnsyn/client"
	"github.com/mvainnsyn/mvainnsyn/client/clienttest"
	"github.com/mvainnsyn/mvainnsyn/client/maskinporten"
)

// Whatever is in a file, reading it as a key ends with a key that can be used, or with an error that says what to do.
func FuzzKeys(f *testing.F) {
	f.Add("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n")
	f.Add("-----BEGIN RSA PRIVATE KEY-----\nMAA=\n-----END RSA PRIVATE KEY-----\n")
	f.Add("-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----\n")
	f.Add(`{"kty":"RSA","n":"AQAB","e":"AQAB","d":"AQAB","p":"Aw","q":"BQ"}`)
	f.Add(`{"kty":"EC","crv":"P-256","x":"AQ","y":"AQ","d":"AQ"}`)
	f.Add(`-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----`)
	f.Add("eyJrdHkiOiJSU0EifQ==")
	f.Add("\x30\x09\x02\x01\x00\x02\x01\x01\x02\x01\x01")
	f.Add("\x30\x07\x02\x01\x00\x30\x00\x04\x00")
	f.Add("\x30\x04\x30\x00\x04\x00")
	f.Fuzz(func(t *testing.T, text string) {
		for _, read := range []func([]byte, ...maskinporten.KeyOption) (maskinporten.Key, error){
			maskinporten.KeyFromPEM, maskinporten.KeyFromJWK, maskinporten.ReadKey,
		} {
			key, err := read([]byte(text), maskinporten.KeyID("k"))
			var e *client.Error
			switch {
			case err == nil && key.Bits() < 2048:
				t.Errorf("a key of %d bits", key.Bits())
			case err != nil && (!errors.As(err, &e) || e.Stage != client.StageKey || e.Remedy == ""):
				t.Errorf("%q", err)
			}
		}
	})
}

// Whatever Maskinporten answers, a call ends with a token or an error that names the stage and fits on a line.
func FuzzAnswer(f *testing.F) {
	f.Add(200, `{"access_token":"a","token_type":"Bearer","expires_in":120}`)
	f.Add(200, `{"access_token":"a","token_type":"Bearer","expires_in":1e400}`)
	f.Add(400, `{"error":"invalid_grant","error_description":"MP-012: used (trace_id: 0123456789abcdef)"}`)
	f.Add(502, "<html>\x1b[31m")
	server, err := clienttest.Start()
	if err != nil {
		f.Fatal(err)
	}
	defer server.Close()
	key, err := maskinporten.KeyFromPEM(server.KeyPEM(), maskinporten.KeyID("k"))
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, status int, body string) {
		if status < 200 || status > 599 {
			return
		}
		answer := roundTripper(func(*http.Request) (*http.Response, error) {
			return &http.Response{StatusCode: status, Header: http.Header{}, Body: io.NopCloser(strings.NewReader(body))}, nil
		})
		source, err := maskinporten.New(maskinporten.Test(), "id", key, maskinporten.WithRetry(client.Retry{Attempts: 1}),
			maskinporten.WithHTTPClient(&http.Client{Transport: answer}))
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = source.Close() }()
		token, err := source.Token(context.Background(), forScope)
		if err == nil {
			if token.Reveal() == "" || status != http.StatusOK {
				t.Errorf("status %d gave token %q", status, token.Reveal())
			}
			return
		}
		var e *client.Error
		if !errors.As(err, &e) || e.Stage != client.StageMaskinporten || e.Remedy == "" || strings.ContainsAny(err.Error(), "\n\r\x00\x1b") {
			t.Errorf("%q", err)
		}
	})
}
