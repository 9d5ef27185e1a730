// This file holds the key that assertions are signed with, whatever form it came in.

package maskinporten

import (
	"bytes"
	"crypto"
	"crypto/rsa"
	"crypto/x509"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"log/slog"
	"time"

	"github.com/go-jose/go-jose/v4"
	"github.com/golang-jwt/jwt/v5"

	"github.com/mvainnsyn/mvainnsyn/client"
)

// Algorithm is a signature algorithm that Maskinporten accepts.
type Algorithm string

// The accepted algorithms (RFC 7518).
const (
	RS256 Algorithm = "RS256"
	RS384 Algorithm = "RS384"
	RS512 Algorithm = "RS512"
)

var methods = map[Algorithm]*jwt.SigningMethodRSA{
	RS256: jwt.SigningMethodRS256, RS384: jwt.SigningMethodRS384, RS512: jwt.SigningMethodRS512,
}

// minimumBits is the least size of a key that still counts as safe, and that Maskinporten takes.
const minimumBits = 2048

// Key is an RSA key with the name Maskinporten knows it by: the id of an uploaded key (kid), or a certificate chain (x5c). It
// prints as its id and size, and does not give its private part away.
type Key struct{ material *material }

// material is behind a pointer, so that fmt shows an address where it may not call Key's methods.
type material struct {
	signer    crypto.Signer
	public    *rsa.PublicKey
	algorithm Algorithm
	id        string
	certs     []*x509.Certificate
	password  string // of the file the key is in; gone once it is read
}

// KeyOption sets something about a key.
type KeyOption func(*material)

// KeyID is the id of the key in the self-service. A key with an id is named by it, also when its certificate is known.
func KeyID(kid string) KeyOption { return func(m *material) { m.id = kid } }

// Password opens an encrypted PEM or DER. A key that is not encrypted is read whatever the password.
func Password(text string) KeyOption { return func(m *material) { m.password = text } }

// Certificates is the chain of a virksomhetssertifikat, in any order. It names the key when there is no id.
func Certificates(chain ...*x509.Certificate) KeyOption { return func(m *material) { m.certs = chain } }

// SignWith chooses the algorithm. Default RS256.
func SignWith(a Algorithm) KeyOption { return func(m *material) { m.algorithm = a } }

// KeyFromSigner takes a key that signs elsewhere, such as in an HSM or a key management service. The signer must hold an RSA
// key and sign with PKCS #1 v1.5; it is called from many goroutines.
func KeyFromSigner(signer crypto.Signer, opts ...KeyOption) (Key, error) {
	if signer == nil {
		return Key{}, keyError(client.CauseKeyMissing, "no signer was given", "pass the signer of an RSA key", nil)
	}
	m := &material{signer: signer, algorithm: RS256}
	for _, opt := range opts {
		opt(m)
	}
	return m.finish()
}

// finish checks that the parts fit together.
func (m *material) finish() (Key, error) {
	public, ok := m.signer.Public().(*rsa.PublicKey)
	switch {
	case !ok:
		return Key{}, keyError(client.CauseKeyKind, fmt.Sprintf("the key is a %T", m.signer.Public()),
			"make an RSA key: Maskinporten takes RS256, RS384 and RS512", nil)
	case public.N.BitLen() < minimumBits:
		return Key{}, keyError(client.CauseKeyKind, fmt.Sprintf("the key has %d bits", public.N.BitLen()), "make one of 2048 bits or more", nil)
	case methods[m.algorithm] == nil:
		return Key{}, keyError(client.CauseKeyKind, fmt.Sprintf("algorithm %q is not accepted", m.algorithm), "use RS256, RS384 or RS512", nil)
	case m.id == "" && len(m.certs) == 0:
		return Key{}, keyError(client.CauseKeyName, "the key has no name",
			"give the id of the uploaded key with maskinporten.KeyID, or its certificate chain", nil)
	}
	m.public, m.password = public, ""
	if len(m.certs) > 0 {
		ordered, err := orderChain(public, m.certs)
		if err != nil {
			return Key{}, err
		}
		m.certs = ordered
	}
	return Key{material: m}, nil
}

// orderChain puts the certificate of the key first and each one's issuer after it, as x5c demands (RFC 7515, 4.1.6).
func orderChain(public *rsa.PublicKey, certs []*x509.Certificate) ([]*x509.Certificate, error) {
	var chain []*x509.Certificate
	rest := make([]*x509.Certificate, 0, len(certs))
	for _, cert := range certs {
		if len(chain) == 0 && public.Equal(cert.PublicKey) {
			chain = append(chain, cert)
		} else {
			rest = append(rest, cert)
		}
	}
	if len(chain) == 0 {
		return nil, keyError(client.CauseKeyMismatch, "none of the certificates belongs to the private key", "take key and certificate from one order", nil)
	}
	for found := true; found; {
		found = false
		last := chain[len(chain)-1]
		for i, cert := range rest {
			if bytes.Equal(last.RawIssuer, cert.RawSubject) && last.CheckSignatureFrom(cert) == nil {
				chain, rest, found = append(chain, cert), append(rest[:i:i], rest[i+1:]...), true
				break
			}
		}
	}
	return chain, nil
}

// Check tells whether the key can be used at that time: that it is one, and that its certificate is valid then. The error is a
// *client.Error of client.StageKey.
func (k Key) Check(now time.Time) error {
	if k.material == nil {
		return keyError(client.CauseKeyMissing, "no key was given", "read one with KeyFromPEM, KeyFromPKCS12, KeyFromJWK or KeyFromSigner", nil)
	}
	if len(k.material.certs) == 0 {
		return nil
	}
	switch leaf := k.material.certs[0]; {
	case now.After(leaf.NotAfter):
		return keyError(client.CauseCertificateEnded, "the certificate ended on "+leaf.NotAfter.Format(time.DateOnly), "order a new one, or correct the clock", nil)
	case now.Before(leaf.NotBefore):
		return keyError(client.CauseCertificateEarly, "the certificate begins on "+leaf.NotBefore.Format(time.DateOnly), "correct the clock", nil)
	}
	return nil
}

// ID is the key id, empty when the key is named by its certificate.
func (k Key) ID() string { return k.material.id }

// Algorithm is what the key signs with.
func (k Key) Algorithm() Algorithm { return k.material.algorithm }

// Bits is the size of the key.
func (k Key) Bits() int { return k.material.public.N.BitLen() }

// Certificate is the certificate of the key, nil if there is none.
func (k Key) Certificate() *x509.Certificate {
	if len(k.material.certs) == 0 {
		return nil
	}
	return k.material.certs[0]
}

// Expiry is when the certificate of the key ends, for a program to warn of in time: orders of a virksomhetssertifikat take days. Not
// ok: the key has no certificate here, since it was uploaded; the self-service shows when that ends.
func (k Key) Expiry() (end time.Time, ok bool) {
	if k.material == nil || len(k.material.certs) == 0 {
		return time.Time{}, false
	}
	return k.material.certs[0].NotAfter, true
}

// PublicJWK is the public half as a JSON Web Key, to be uploaded in the self-service.
func (k Key) PublicJWK() ([]byte, error) {
	return json.MarshalIndent(jose.JSONWebKey{
		Key: k.material.public, KeyID: k.material.id, Use: "sig",
		Algorithm: string(k.material.algorithm),
	}, "", "  ")
}

// String is the key's name and size.
func (k Key) String() string {
	switch {
	case k.material == nil:
		return "no key"
	case k.material.id != "":
		return fmt.Sprintf("RSA key %s (%d bits)", k.material.id, k.Bits())
	}
	return fmt.Sprintf("RSA key of %s (%d bits)", k.material.certs[0].Subject.CommonName, k.Bits())
}

// Format writes String for every verb.
func (k Key) Format(f fmt.State, _ rune) { _, _ = f.Write([]byte(k.String())) }

// LogValue is String.
func (k Key) LogValue() slog.Value { return slog.StringValue(k.String()) }

// method is how golang-jwt signs with the key.
func (k Key) method() jwt.SigningMethod { return signerMethod{methods[k.material.algorithm]} }

// chain is the certificate chain as x5c holds it: base64 of DER, not base64url.
func (k Key) chain() []string {
	chain := make([]string, len(k.material.certs))
	for i, cert := range k.material.certs {
		chain[i] = base64.StdEncoding.EncodeToString(cert.Raw)
	}
	return chain
}

func keyError(cause client.Cause, message, remedy string, err error) error {
	return &client.Error{Stage: client.StageKey, Cause: cause, Message: message, Remedy: remedy, Err: err}
}
