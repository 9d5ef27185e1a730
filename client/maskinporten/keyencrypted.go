// This file opens encrypted private keys.

package maskinporten

import (
	"crypto"
	"crypto/x509"
	"encoding/asn1"
	"encoding/pem"
	"errors"
	"strings"

	"github.com/youmark/pkcs8"

	"github.com/mvainnsyn/mvainnsyn/client"
)

// encrypted tells whether a PEM block is: as PKCS #8 says it (RFC 5958), or as OpenSSL once did (RFC 1421).
func encrypted(block *pem.Block) bool {
	return block.Type == "ENCRYPTED PRIVATE KEY" || strings.Contains(block.Headers["Proc-Type"], "ENCRYPTED")
}

// signerFromEncrypted opens an encrypted block.
func signerFromEncrypted(block *pem.Block, password string) (crypto.Signer, error) {
	if password == "" {
		return nil, keyError(client.CauseKeyEncrypted, "the private key is encrypted, and no password was given",
			"give maskinporten.Password, or decrypt the key with: openssl pkey -in FILE -out PLAIN", nil)
	}
	der, err := decrypt(block, password)
	switch {
	case errors.Is(err, x509.IncorrectPasswordError):
		return nil, keyError(client.CauseKeyPassword, "the password of the private key is wrong", "give the password it was encrypted with", nil)
	case err != nil:
		return nil, keyError(client.CauseKeyUnreadable, "the private key cannot be decrypted",
			"encrypt it anew with: openssl pkcs8 -topk8 -v2 aes-256-cbc -in FILE -out NEW", err)
	case block.Type == "RSA PRIVATE KEY":
		return signerFromBlock(&pem.Block{Type: block.Type, Bytes: der}, "")
	}
	return signerFromPKCS8(der)
}

// isSequence reports whether text is one value of ASN.1 that holds others, as every key is. One wrong password in 256 decrypts to a text that ends
// as it should, and to nothing that means anything.
func isSequence(text []byte) bool {
	var value asn1.RawValue
	rest, err := asn1.Unmarshal(text, &value)
	return err == nil && len(rest) == 0 && value.Class == asn1.ClassUniversal && value.Tag == asn1.TagSequence && value.IsCompound
}

// decrypt is the DER of an encrypted block. x509.IncorrectPasswordError says that the password is wrong, as far as one can tell.
func decrypt(block *pem.Block, password string) (der []byte, err error) {
	if block.Type != "ENCRYPTED PRIVATE KEY" {
		//nolint:staticcheck // deprecated for new keys, since it does not authenticate; old ones are still about
		//lint:ignore SA1019 people keep keys that are encrypted so; reading one protects nothing and weakens nothing
		if der, err = x509.DecryptPEMBlock(block, []byte(password)); err == nil && !isSequence(der) {
			err = x509.IncorrectPasswordError
		}
		return der, err
	}
	// What decrypts PKCS #8 takes the lengths in the file on trust.
	defer func() {
		if recover() != nil {
			der, err = nil, errors.New("its parameters are damaged")
		}
	}()
	key, _, err := pkcs8.ParsePrivateKey(block.Bytes, []byte(password))
	if err != nil && strings.Contains(err.Error(), "incorrect password") {
		return nil, x509.IncorrectPasswordError
	}
	if err != nil {
		return nil, err
	}
	return x509.MarshalPKCS8PrivateKey(key)
}
