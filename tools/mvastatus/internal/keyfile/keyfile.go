// Package keyfile reads private keys in the forms in which offices have them: PEM, encrypted or not, PKCS#12, JWK, and any of them squeezed into a
// variable of the environment.
package keyfile

import (
	"bytes"
	"crypto/x509"
	"encoding/asn1"
	"encoding/base64"
	"encoding/pem"
	"strings"

	"github.com/youmark/pkcs8"

	"github.com/mvainnsyn/mvainnsyn/client"
	"github.com/mvainnsyn/mvainnsyn/client/maskinporten"
)

// Read reads a key. The password is for PKCS#12 and encrypted PEM. Errors are *client.Error of client.StageKey.
func Read(text []byte, password string, options ...maskinporten.KeyOption) (maskinporten.Key, error) {
	text = unwrap(text)
	switch {
	case bytes.HasPrefix(text, []byte("{")):
		return maskinporten.KeyFromJWK(text, options...)
	case bytes.Contains(text, []byte("-----BEGIN ")):
		plain, err := decrypt(text, password)
		if err != nil {
			return maskinporten.Key{}, err
		}
		return maskinporten.KeyFromPEM(plain, options...)
	default:
		return maskinporten.KeyFromPKCS12(text, password, options...)
	}
}

// unwrap takes off what files and variables of the environment put around a key: a byte order mark, \n written out, base64.
func unwrap(text []byte) []byte {
	plain := bytes.TrimPrefix(text, []byte("\ufeff"))
	if trimmed := bytes.TrimSpace(plain); readable(trimmed) {
		plain = trimmed
	} else if decoded, ok := fromBase64(trimmed); ok {
		return unwrap(decoded)
	}
	if bytes.Contains(plain, []byte("-----BEGIN ")) && !bytes.ContainsRune(plain, '\n') {
		plain = []byte(strings.NewReplacer(`\r`, "", `\n`, "\n", "\r", "\n").Replace(string(plain)))
	}
	return plain
}

// readable tells whether a text is a key as it stands.
func readable(text []byte) bool {
	return bytes.HasPrefix(text, []byte("{")) || bytes.Contains(text, []byte("-----BEGIN "))
}

// fromBase64 reads base64 of any kind, with line ends. A PKCS#12 file is no such text: it begins with bytes that are no letters.
func fromBase64(text []byte) ([]byte, bool) {
	compact := strings.Join(strings.Fields(strings.ReplaceAll(string(text), `\n`, "\n")), "")
	compact = strings.TrimRight(strings.NewReplacer("-", "+", "_", "/").Replace(compact), "=")
	decoded, err := base64.RawStdEncoding.DecodeString(compact)
	return decoded, err == nil && len(decoded) > 0
}

// decrypt replaces encrypted blocks by plain ones, in memory.
func decrypt(text []byte, password string) ([]byte, error) {
	var out bytes.Buffer
	for block, rest := pem.Decode(text); block != nil; block, rest = pem.Decode(rest) {
		plain, err := decryptBlock(block, password)
		if err != nil {
			return nil, err
		}
		if err := pem.Encode(&out, plain); err != nil {
			return nil, unreadable(err)
		}
	}
	if out.Len() == 0 {
		return text, nil // damaged: the reader of PEM says what is wrong
	}
	return out.Bytes(), nil
}

func decryptBlock(block *pem.Block, password string) (*pem.Block, error) {
	//lint:ignore SA1019 people keep keys that are encrypted so; reading one protects nothing and weakens nothing
	legacy := x509.IsEncryptedPEMBlock(block) //nolint:staticcheck // weak, and still what old keys are encrypted with
	switch {
	case !legacy && block.Type != "ENCRYPTED PRIVATE KEY":
		return block, nil
	case password == "":
		return nil, &client.Error{
			Stage: client.StageKey, Cause: client.CauseKeyEncrypted, Message: "the private key is encrypted", Remedy: "give its password",
		}
	case legacy:
		//lint:ignore SA1019 people keep keys that are encrypted so; reading one protects nothing and weakens nothing
		der, err := x509.DecryptPEMBlock(block, []byte(password)) //nolint:staticcheck // see above
		if err == nil && !isSequence(der) {
			err = x509.IncorrectPasswordError
		}
		if err != nil {
			return nil, wrongPassword(err)
		}
		return &pem.Block{Type: block.Type, Bytes: der}, nil
	}
	key, err := pkcs8.ParsePKCS8PrivateKey(block.Bytes, []byte(password))
	if err != nil {
		return nil, wrongPassword(err)
	}
	der, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		return nil, unreadable(err)
	}
	return &pem.Block{Type: "PRIVATE KEY", Bytes: der}, nil
}

// isSequence reports whether text is one value of ASN.1 that holds others, as every key is. One wrong password in 256 decrypts to a text that ends
// as it should, and to nothing that means anything.
func isSequence(text []byte) bool {
	var value asn1.RawValue
	rest, err := asn1.Unmarshal(text, &value)
	return err == nil && len(rest) == 0 && value.Class == asn1.ClassUniversal && value.Tag == asn1.TagSequence && value.IsCompound
}

func wrongPassword(err error) error {
	return &client.Error{
		Stage: client.StageKey, Cause: client.CauseKeyPassword, Message: "the password of the private key is wrong", Remedy: "give the password it was encrypted with", Err: err,
	}
}

func unreadable(err error) error {
	return &client.Error{Stage: client.StageKey, Cause: client.CauseKeyUnreadable, Message: "the private key cannot be read", Remedy: "export it anew", Err: err}
}
