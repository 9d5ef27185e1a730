// This file tests keys in every form they come in, against a server that verifies signatures and chains.

package maskinporten_test

import (
	"crypto"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"encoding/json"
	"encoding/pem"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/go-jose/go-jose/v4"
	"github.com/google/go-cmp/cmp"
	"software.sslmate.com/src/go-pkcs12"

	"github.com/mvainnsyn/mvainnsyn/client"
	"github.com/mvainnsyn/mvainnsyn/client/clienttest"
	"github.com/mvainnsyn/mvainnsyn/client/maskinporten"
)

// device signs like an HSM: the private key cannot be had from it.
type device struct{ key *rsa.PrivateKey }

func (d device) Public() crypto.PublicKey { return &d.key.PublicKey }

func (d device) Sign(random io.Reader, digest []byte, opts crypto.SignerOpts) ([]byte, error) {
	return d.key.Sign(random, digest, opts)
}

func pemOf(kind string, der []byte) []byte {
	return pem.EncodeToMemory(&pem.Block{Type: kind, Bytes: der})
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

func TestEveryKeyFormObtainsTokens(t *testing.T) {
	server := clienttest.New(t)
	private, chain := server.Key(), server.Chain()
	pkcs8 := must[[]byte](t)(x509.MarshalPKCS8PrivateKey(private))
	pkcs1 := pemOf("RSA PRIVATE KEY", x509.MarshalPKCS1PrivateKey(private))
	withChain := slices.Concat(pemOf("CERTIFICATE", chain[2].Raw), pemOf("PRIVATE KEY", pkcs8),
		pemOf("CERTIFICATE", chain[1].Raw), pemOf("CERTIFICATE", chain[0].Raw))
	modern := must[[]byte](t)(pkcs12.Modern.Encode(private, chain[0], chain[1:], "hemmelig"))
	legacy := must[[]byte](t)(pkcs12.LegacyDES.Encode(private, chain[0], []*x509.Certificate{chain[2], chain[1]}, "hemmelig"))
	jwk := must[[]byte](t)(json.Marshal(jose.JSONWebKey{Key: private, KeyID: server.KeyID(), Algorithm: "RS384", Use: "sig"}))
	chainJWK := must[[]byte](t)(json.Marshal(jose.JSONWebKey{Key: private, Certificates: chain}))

	kid := maskinporten.KeyID(server.KeyID())
	tests := []struct {
		name string
		read func() (maskinporten.Key, error)
		want map[string]any // of the header
	}{
		{
			"PKCS1", func() (maskinporten.Key, error) { return maskinporten.KeyFromPEM(pkcs1, kid) },
			map[string]any{"alg": "RS256", "kid": server.KeyID()},
		},
		{
			"PKCS8", func() (maskinporten.Key, error) { return maskinporten.KeyFromPEM(server.KeyPEM(), kid) },
			map[string]any{"alg": "RS256", "kid": server.KeyID()},
		},
		{
			"PEM with its chain in disorder", func() (maskinporten.Key, error) { return maskinporten.KeyFromPEM(withChain) },
			map[string]any{"alg": "RS256", "x5c": 3},
		},
		{
			"PEM with its chain, uploaded", func() (maskinporten.Key, error) { return maskinporten.KeyFromPEM(withChain, kid) },
			map[string]any{"alg": "RS256", "kid": server.KeyID()},
		},
		{
			"PKCS12", func() (maskinporten.Key, error) { return maskinporten.KeyFromPKCS12(modern, "hemmelig") },
			map[string]any{"alg": "RS256", "x5c": 3},
		},
		{"PKCS12 of an older program, RS512", func() (maskinporten.Key, error) {
			return maskinporten.KeyFromPKCS12(legacy, "hemmelig", maskinporten.SignWith(maskinporten.RS512))
		}, map[string]any{"alg": "RS512", "x5c": 3}},
		{
			"PKCS12, uploaded", func() (maskinporten.Key, error) { return maskinporten.KeyFromPKCS12(modern, "hemmelig", kid) },
			map[string]any{"alg": "RS256", "kid": server.KeyID()},
		},
		{
			"JWK", func() (maskinporten.Key, error) { return maskinporten.KeyFromJWK(jwk) },
			map[string]any{"alg": "RS384", "kid": server.KeyID()},
		},
		{
			"JWK with its chain", func() (maskinporten.Key, error) { return maskinporten.KeyFromJWK(chainJWK) },
			map[string]any{"alg": "RS256", "x5c": 3},
		},
		{
			"signer", func() (maskinporten.Key, error) { return maskinporten.KeyFromSigner(device{private}, kid) },
			map[string]any{"alg": "RS256", "kid": server.KeyID()},
		},
		{"signer with a chain", func() (maskinporten.Key, error) {
			return maskinporten.KeyFromSigner(device{private}, maskinporten.Certificates(chain...))
		}, map[string]any{"alg": "RS256", "x5c": 3}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			key, err := test.read()
			if err != nil {
				t.Fatal(err)
			}
			if token := mustToken(t, newSourceWith(t, server, key), forScope); token.Reveal() == "" {
				t.Error("the token is empty")
			}
			all := assertions(t, server)
			header := all[len(all)-1].Header
			delete(header, "typ")
			if x5c, ok := header["x5c"].([]any); ok {
				header["x5c"] = len(x5c)
			}
			if diff := cmp.Diff(test.want, header); diff != "" {
				t.Errorf("header (-want +got):\n%s", diff)
			}
		})
	}
}

func TestKeysRefused(t *testing.T) {
	server := clienttest.New(t)
	private, chain := server.Key(), server.Chain()
	pkcs8 := must[[]byte](t)(x509.MarshalPKCS8PrivateKey(private))
	small := must[*rsa.PrivateKey](t)(rsa.GenerateKey(rand.Reader, 1024))
	curve := must[*ecdsa.PrivateKey](t)(ecdsa.GenerateKey(elliptic.P256(), rand.Reader))
	_, edwards, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	modern := must[[]byte](t)(pkcs12.Modern.Encode(private, chain[0], chain[1:], "hemmelig"))
	secret := must[[]byte](t)(json.Marshal(jose.JSONWebKey{Key: []byte("symmetric and long enough"), KeyID: "k"}))
	public := must[[]byte](t)(json.Marshal(jose.JSONWebKey{Key: &private.PublicKey, KeyID: "k"}))
	pss := must[[]byte](t)(json.Marshal(jose.JSONWebKey{Key: private, KeyID: "k", Algorithm: "PS256"}))
	kid := maskinporten.KeyID("k")
	fromPEM := func(text []byte, opts ...maskinporten.KeyOption) func() (maskinporten.Key, error) {
		return func() (maskinporten.Key, error) { return maskinporten.KeyFromPEM(text, opts...) }
	}
	fromJWK := func(text []byte) func() (maskinporten.Key, error) {
		return func() (maskinporten.Key, error) { return maskinporten.KeyFromJWK(text) }
	}
	fromSigner := func(signer crypto.Signer, opts ...maskinporten.KeyOption) func() (maskinporten.Key, error) {
		return func() (maskinporten.Key, error) { return maskinporten.KeyFromSigner(signer, opts...) }
	}
	fromP12 := func(data []byte, password string) func() (maskinporten.Key, error) {
		return func() (maskinporten.Key, error) { return maskinporten.KeyFromPKCS12(data, password) }
	}
	tests := []struct {
		name string
		read func() (maskinporten.Key, error)
		want string // message
	}{
		{"nothing", fromPEM(nil, kid), "the text holds no private key in PEM"},
		{"only a certificate", fromPEM(pemOf("CERTIFICATE", chain[0].Raw), kid), "the text holds no private key in PEM"},
		{"a public key", fromPEM(pemOf("PUBLIC KEY", []byte{1}), kid), "the text holds no private key in PEM"},
		{
			"two keys", fromPEM(slices.Concat(pemOf("PRIVATE KEY", pkcs8), pemOf("PRIVATE KEY", pkcs8)), kid),
			"the PEM holds more than one private key",
		},
		{"encrypted", fromPEM(pemOf("ENCRYPTED PRIVATE KEY", []byte{1}), kid), "the private key is encrypted, and no password was given"},
		{
			"encrypted the old way", fromPEM([]byte("-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00\n\nAAAA\n-----END RSA PRIVATE KEY-----\n"), kid),
			"the private key is encrypted, and no password was given",
		},
		{"OpenSSH", fromPEM(pemOf("OPENSSH PRIVATE KEY", []byte{1}), kid), "the private key is in OpenSSH's format"},
		{"cut PKCS1", fromPEM(pemOf("RSA PRIVATE KEY", []byte{48, 1}), kid), "the private key cannot be read"},
		{"cut PKCS8", fromPEM(pemOf("PRIVATE KEY", pkcs8[:100]), kid), "the private key cannot be read"},
		{"cut certificate", fromPEM(pemOf("CERTIFICATE", []byte{48}), kid), "a certificate in the PEM cannot be read"},
		{
			"elliptic, SEC1", fromPEM(pemOf("EC PRIVATE KEY", must[[]byte](t)(x509.MarshalECPrivateKey(curve))), kid),
			"the key is a *ecdsa.PublicKey",
		},
		{
			"elliptic, PKCS8", fromPEM(pemOf("PRIVATE KEY", must[[]byte](t)(x509.MarshalPKCS8PrivateKey(edwards))), kid),
			"the key is a ed25519.PublicKey",
		},
		{"too small", fromSigner(small, kid), "the key has 1024 bits"},
		{"no signer", fromSigner(nil, kid), "no signer was given"},
		{"without a name", fromSigner(private), "the key has no name"},
		{"odd algorithm", fromSigner(private, kid, maskinporten.SignWith("PS256")), `algorithm "PS256" is not accepted`},
		{
			"another key's certificate", fromSigner(private, maskinporten.Certificates(chain[1])),
			"none of the certificates belongs to the private key",
		},
		{"wrong password", fromP12(modern, "feil"), "the password of the PKCS #12 file is wrong"},
		{"no PKCS12", fromP12([]byte("hei"), ""), "the PKCS #12 file cannot be read"},
		{"no JWK", fromJWK([]byte("{")), "the JWK cannot be read"},
		{"a key set", fromJWK([]byte(`{"keys":[]}`)), "the JWK cannot be read"},
		{"a symmetric JWK", fromJWK(secret), "the JWK holds no private key"},
		{"a public JWK", fromJWK(public), "the JWK holds no private key"},
		{"a JWK for another algorithm", fromJWK(pss), `algorithm "PS256" is not accepted`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := test.read()
			if err == nil {
				t.Fatal("no error")
			}
			e := asError(t, err)
			if diff := cmp.Diff([]any{client.StageKey, test.want}, []any{e.Stage, e.Message}); diff != "" {
				t.Errorf("error (-want +got):\n%s", diff)
			}
			if e.Remedy == "" {
				t.Error("the error says nothing about what to do")
			}
			for _, private := range []string{"hemmelig", "symmetric"} {
				if strings.Contains(err.Error(), private) {
					t.Errorf("the error tells a secret: %v", err)
				}
			}
		})
	}
}

func TestCertificateOutsideItsTime(t *testing.T) {
	server := clienttest.New(t)
	key := must[maskinporten.Key](t)(maskinporten.KeyFromSigner(server.Key(), maskinporten.Certificates(server.Chain()...)))
	leaf := key.Certificate()
	tests := []struct {
		now  time.Time
		want string
	}{
		{leaf.NotBefore.Add(-time.Second), "the certificate begins on " + leaf.NotBefore.Format(time.DateOnly)},
		{leaf.NotBefore, ""},
		{leaf.NotAfter, ""},
		{leaf.NotAfter.Add(time.Second), "the certificate ended on " + leaf.NotAfter.Format(time.DateOnly)},
	}
	for _, test := range tests {
		got := ""
		if err := key.Check(test.now); err != nil {
			got = asError(t, err).Message
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("at %s (-want +got):\n%s", test.now, diff)
		}
	}
	if err := (maskinporten.Key{}).Check(time.Now()); asError(t, err).Message != "no key was given" {
		t.Errorf("the zero key: %v", err)
	}
}

func TestKeyTellsAboutItself(t *testing.T) {
	server := clienttest.New(t)
	key := newKey(t, server)
	type about struct {
		ID        string
		Algorithm maskinporten.Algorithm
		Bits      int
		Printed   string
	}
	want := about{server.KeyID(), maskinporten.RS256, 2048, "RSA key clienttest-key (2048 bits)"}
	got := about{key.ID(), key.Algorithm(), key.Bits(), key.String()}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if key.Certificate() != nil {
		t.Error("a certificate out of nowhere")
	}
	certified := must[maskinporten.Key](t)(maskinporten.KeyFromSigner(server.Key(), maskinporten.Certificates(server.Chain()...)))
	if diff := cmp.Diff("RSA key of CLIENTTEST AS (2048 bits)", certified.String()); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff("no key", fmt.Sprintf("%#v", maskinporten.Key{})); diff != "" {
		t.Error(diff)
	}
}

// The public half is what is uploaded: it must verify what the private half signs, and hold nothing private.
func TestPublicJWK(t *testing.T) {
	server := clienttest.New(t)
	text := must[[]byte](t)(newKey(t, server).PublicJWK())
	var members map[string]any
	if err := json.Unmarshal(text, &members); err != nil {
		t.Fatal(err)
	}
	delete(members, "n")
	want := map[string]any{"kty": "RSA", "e": "AQAB", "use": "sig", "alg": "RS256", "kid": server.KeyID()}
	if diff := cmp.Diff(want, members); diff != "" {
		t.Errorf("members beside n (-want +got):\n%s", diff)
	}
	var back jose.JSONWebKey
	if err := back.UnmarshalJSON(text); err != nil {
		t.Fatal(err)
	}
	if !server.Key().PublicKey.Equal(back.Key) {
		t.Error("the JWK is of another key")
	}
}
