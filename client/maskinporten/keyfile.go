// This file reads keys from the files people have them in.

package maskinporten

import (
	"bytes"
	"crypto"
	"crypto/x509"
	"encoding/pem"
	"errors"
	"strings"

	"github.com/go-jose/go-jose/v4"
	"software.sslmate.com/src/go-pkcs12"

	"github.com/mvainnsyn/mvainnsyn/client"
)

// ReadKey reads a private key in whichever form it came: as [KeyFromPEM], [KeyFromJWK] or [KeyFromPKCS12] does, whose password is then that of
// [Password], or as the DER that is inside a PEM: PKCS #8, encrypted or not, or PKCS #1. It is for programs whose users say where the key is and not
// what it is.
func ReadKey(text []byte, opts ...KeyOption) (Key, error) {
	if key, ok := pemOfDER(text); ok {
		return KeyFromPEM(key, opts...)
	}
	switch plain := plainKey(text); {
	case bytes.HasPrefix(plain, []byte("{")):
		return KeyFromJWK(plain, opts...)
	case isPEM(plain):
		return KeyFromPEM(plain, opts...)
	case isSequence(binary(text)):
		return KeyFromPKCS12(text, passwordAmong(opts), opts...)
	}
	return Key{}, keyError(client.CauseKeyUnreadable, "the text is no private key in PEM, DER, PKCS #12 or JWK", "give the key as it was exported", nil)
}

// passwordAmong is the password that the options give.
func passwordAmong(opts []KeyOption) string {
	var given material
	for _, opt := range opts {
		opt(&given)
	}
	return given.password
}

// KeyFromPEM reads a private key in PEM, PKCS #1 or PKCS #8, encrypted ones with [Password]. Certificates in the same text are taken
// along as the chain. The text may be what environment variables make of a file: with \n for line ends, on one line, in quotes, in
// base64 (of the PEM, or of the DER inside it), after a byte order mark.
func KeyFromPEM(text []byte, opts ...KeyOption) (Key, error) {
	password := passwordAmong(opts)
	var signers []crypto.Signer
	var certs []*x509.Certificate
	for block, rest := pem.Decode(plainPEM(text)); block != nil; block, rest = pem.Decode(rest) {
		if block.Type == "CERTIFICATE" {
			cert, err := x509.ParseCertificate(block.Bytes)
			if err != nil {
				return Key{}, keyError(client.CauseKeyUnreadable, "a certificate in the PEM cannot be read", "export it anew", err)
			}
			certs = append(certs, cert)
			continue
		}
		signer, err := signerFromBlock(block, password)
		if err != nil {
			return Key{}, err
		}
		if signer != nil {
			signers = append(signers, signer)
		}
	}
	switch len(signers) {
	case 1:
		return KeyFromSigner(signers[0], append([]KeyOption{Certificates(certs...)}, opts...)...)
	case 0:
		return Key{}, keyError(client.CauseKeyMissing, "the text holds no private key in PEM",
			"give the file that begins with -----BEGIN PRIVATE KEY-----; for .p12 and .pfx use KeyFromPKCS12", nil)
	}
	return Key{}, keyError(client.CauseKeyUnreadable, "the PEM holds more than one private key", "leave only the one that was uploaded", nil)
}

// signerFromBlock reads a private key from one PEM block; nil for blocks that are something else.
func signerFromBlock(block *pem.Block, password string) (crypto.Signer, error) {
	switch {
	case encrypted(block):
		return signerFromEncrypted(block, password)
	case block.Type == "OPENSSH PRIVATE KEY":
		return nil, keyError(client.CauseKeyUnreadable, "the private key is in OpenSSH's format", "convert it with: ssh-keygen -p -m PKCS8 -f FILE", nil)
	case block.Type == "RSA PRIVATE KEY":
		key, err := x509.ParsePKCS1PrivateKey(block.Bytes)
		if err != nil {
			return nil, unreadable(err)
		}
		return key, nil
	case strings.HasSuffix(block.Type, "PRIVATE KEY"):
		return signerFromPKCS8(block.Bytes)
	}
	return nil, nil
}

// signerFromPKCS8 reads the key of a block of any other kind; what is no RSA key is found out later, with its own message.
func signerFromPKCS8(der []byte) (crypto.Signer, error) {
	parsed, err := x509.ParsePKCS8PrivateKey(der)
	if err != nil {
		if key, ecErr := x509.ParseECPrivateKey(der); ecErr == nil {
			return key, nil
		}
		return nil, unreadable(err)
	}
	signer, ok := parsed.(crypto.Signer)
	if !ok {
		return nil, keyError(client.CauseKeyKind, "the private key cannot sign", "make an RSA key", nil)
	}
	return signer, nil
}

func unreadable(err error) error {
	return keyError(client.CauseKeyUnreadable, "the private key cannot be read", "export it anew; the file may have been cut or edited", err)
}

// KeyFromPKCS12 reads a .p12 or .pfx file with its certificate chain, as virksomhetssertifikater are delivered. The chain
// names the key unless KeyID says that it was uploaded. The file may be in base64, as it stands in environment variables.
func KeyFromPKCS12(data []byte, password string, opts ...KeyOption) (Key, error) {
	private, leaf, issuers, err := pkcs12.DecodeChain(binary(data), password)
	switch {
	case errors.Is(err, pkcs12.ErrIncorrectPassword):
		return Key{}, keyError(client.CauseKeyPassword, "the password of the PKCS #12 file is wrong", "give the password it was exported with", nil)
	case err != nil:
		return Key{}, keyError(client.CauseKeyUnreadable, "the PKCS #12 file cannot be read", "export it anew, with the private key and its chain", err)
	}
	signer, ok := private.(crypto.Signer)
	if !ok {
		return Key{}, keyError(client.CauseKeyKind, "the key in the PKCS #12 file cannot sign", "use an RSA key", nil)
	}
	chain := append([]*x509.Certificate{leaf}, issuers...)
	return KeyFromSigner(signer, append([]KeyOption{Certificates(chain...)}, opts...)...)
}

// KeyFromJWK reads a private key as a JSON Web Key (RFC 7517), in base64 too, after a byte order mark too. Its kid, alg and x5c are used unless an option says otherwise.
func KeyFromJWK(text []byte, opts ...KeyOption) (Key, error) {
	var key jose.JSONWebKey
	if err := key.UnmarshalJSON(plainJSON(text)); err != nil {
		return Key{}, keyError(client.CauseKeyUnreadable, "the JWK cannot be read", "give one private key as JSON; of a key set, the one that was uploaded", err)
	}
	signer, ok := key.Key.(crypto.Signer)
	if !ok {
		return Key{}, keyError(client.CauseKeyMissing, "the JWK holds no private key", "give the private one, not the half that was uploaded", nil)
	}
	own := []KeyOption{KeyID(key.KeyID), Certificates(key.Certificates...)}
	if key.Algorithm != "" {
		own = append(own, SignWith(Algorithm(key.Algorithm)))
	}
	return KeyFromSigner(signer, append(own, opts...)...)
}
