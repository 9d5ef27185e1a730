// This file obtains tokens from the foreign server with every form of key, and is refused where it should be.

package interop_test

import (
	"context"
	"crypto"
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/json"
	"encoding/pem"
	"errors"
	"io"
	"math/big"
	"net/http"
	"testing"
	"time"

	jose "github.com/go-jose/go-jose/v4"
	"github.com/google/go-cmp/cmp"
	"software.sslmate.com/src/go-pkcs12"

	"github.com/mvainnsyn/mvainnsyn/client"
	"github.com/mvainnsyn/mvainnsyn/client/maskinporten"
)

// device signs without giving the key away.
type device struct{ key *rsa.PrivateKey }

func (d device) Public() crypto.PublicKey { return &d.key.PublicKey }

func (d device) Sign(random io.Reader, digest []byte, opts crypto.SignerOpts) ([]byte, error) {
	return d.key.Sign(random, digest, opts)
}

func newKey(t *testing.T) *rsa.PrivateKey {
	t.Helper()
	key, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		t.Fatal(err)
	}
	return key
}

func must[T any](t *testing.T) func(T, error) T {
	return func(value T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return value
	}
}

// certificate is one that the key has issued to itself.
func certificate(t *testing.T, key *rsa.PrivateKey) *x509.Certificate {
	t.Helper()
	template := &x509.Certificate{
		SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "interop"},
		NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour),
	}
	der := must[[]byte](t)(x509.CreateCertificate(rand.Reader, template, template, &key.PublicKey, key))
	return must[*x509.Certificate](t)(x509.ParseCertificate(der))
}

// forms are the ways a key can come, named by kid or by certificate. The server takes assertions in RS256 only; the other
// algorithms have a test of their own.
func forms(t *testing.T, private *rsa.PrivateKey) map[string]maskinporten.Key {
	t.Helper()
	kid, read := maskinporten.KeyID(keyID), must[maskinporten.Key](t)
	pkcs1 := pem.EncodeToMemory(&pem.Block{Type: "RSA PRIVATE KEY", Bytes: x509.MarshalPKCS1PrivateKey(private)})
	der := must[[]byte](t)(x509.MarshalPKCS8PrivateKey(private))
	pkcs8 := pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: der})
	jwk := must[[]byte](t)(json.Marshal(jose.JSONWebKey{Key: private, KeyID: keyID, Algorithm: "RS256"}))
	cert := certificate(t, private)
	p12 := must[[]byte](t)(pkcs12.Modern.Encode(private, cert, nil, "passord"))
	return map[string]maskinporten.Key{
		"PKCS1":       read(maskinporten.KeyFromPEM(pkcs1, kid)),
		"PKCS8":       read(maskinporten.KeyFromPEM(pkcs8, kid)),
		"JWK":         read(maskinporten.KeyFromJWK(jwk)),
		"signer":      read(maskinporten.KeyFromSigner(device{private}, kid)),
		"PKCS12":      read(maskinporten.KeyFromPKCS12(p12, "passord", kid)),
		"PKCS12, x5c": read(maskinporten.KeyFromPKCS12(p12, "passord")),
		"signer, x5c": read(maskinporten.KeyFromSigner(device{private}, maskinporten.Certificates(cert))),
	}
}

func TestEveryKeyFormObtainsTokens(t *testing.T) {
	private := newKey(t)
	keep := &storage{public: &private.PublicKey}
	issuer, endpoint := start(t, keep)
	for name, key := range forms(t, private) {
		t.Run(name, func(t *testing.T) {
			environment := maskinporten.Environment{Issuer: issuer, TokenEndpoint: endpoint}
			source := must[*maskinporten.Source](t)(maskinporten.New(environment, clientID, key))
			defer func() { _ = source.Close() }()
			asked := len(keep.seen)
			token := must[client.Token](t)(source.Token(context.Background(), client.TokenRequest{Scope: scope}))
			if token.Reveal() == "" || time.Until(token.Expiry()) < tokenLife-10*time.Second {
				t.Errorf("a token until %s", token.Expiry())
			}
			again := must[client.Token](t)(source.Token(context.Background(), client.TokenRequest{Scope: scope}))
			if !again.Equal(token) || len(keep.seen) != asked+1 {
				t.Errorf("%d requests for one token", len(keep.seen)-asked)
			}
			request := keep.seen[asked]
			got := []any{request.Issuer, request.Subject, []string(request.Audience)}
			if diff := cmp.Diff([]any{clientID, "", []string{issuer}}, got); diff != "" {
				t.Errorf("issuer, subject, audience (-want +got):\n%s", diff)
			}
		})
	}
}

func TestRefusals(t *testing.T) {
	private := newKey(t)
	issuer, endpoint := start(t, &storage{public: &private.PublicKey})
	key := func(private *rsa.PrivateKey, kid string) maskinporten.Key {
		return must[maskinporten.Key](t)(maskinporten.KeyFromSigner(private, maskinporten.KeyID(kid)))
	}
	tests := []struct {
		name     string
		issuer   string
		clientID string
		key      maskinporten.Key
	}{
		{"another key", issuer, clientID, key(newKey(t), keyID)},
		{"an unknown key id", issuer, clientID, key(private, "x")},
		{"an unknown client", issuer, "x", key(private, keyID)},
		{"another audience", "https://maskinporten.no/", clientID, key(private, keyID)},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			environment := maskinporten.Environment{Issuer: test.issuer, TokenEndpoint: endpoint}
			once := client.Retry{Attempts: 1}
			source := must[*maskinporten.Source](t)(maskinporten.New(environment, test.clientID, test.key, maskinporten.WithRetry(once)))
			defer func() { _ = source.Close() }()
			_, err := source.Token(context.Background(), client.TokenRequest{Scope: scope})
			var e *client.Error
			if !errors.As(err, &e) || e.Stage != client.StageMaskinporten || e.Status < 400 {
				t.Errorf("%v", err)
			}
		})
	}
}

// The algorithms that the server does not take, verified by go-jose.
func TestEveryAlgorithmVerifies(t *testing.T) {
	private := newKey(t)
	for _, algorithm := range []maskinporten.Algorithm{maskinporten.RS256, maskinporten.RS384, maskinporten.RS512} {
		key := must[maskinporten.Key](t)(maskinporten.KeyFromSigner(device{private}, maskinporten.KeyID(keyID), maskinporten.SignWith(algorithm)))
		var assertion string
		catch := roundTripper(func(r *http.Request) (*http.Response, error) {
			assertion = r.PostFormValue("assertion")
			return nil, errors.New("caught")
		})
		source := must[*maskinporten.Source](t)(maskinporten.New(maskinporten.Test(), clientID, key,
			maskinporten.WithHTTPClient(&http.Client{Transport: catch}), maskinporten.WithRetry(client.Retry{Attempts: 1})))
		_, _ = source.Token(context.Background(), client.TokenRequest{Scope: scope}) // fails: it was caught
		signed := must[*jose.JSONWebSignature](t)(jose.ParseSigned(assertion, []jose.SignatureAlgorithm{jose.SignatureAlgorithm(algorithm)}))
		if _, err := signed.Verify(&private.PublicKey); err != nil {
			t.Errorf("%s: %v", algorithm, err)
		}
	}
}

// roundTripper is an http.RoundTripper made of a function.
type roundTripper func(*http.Request) (*http.Response, error)

func (f roundTripper) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }
