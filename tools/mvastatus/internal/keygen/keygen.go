// Package keygen makes the key pair of a Maskinporten client: the private key to keep, and the public key as the JWK to upload.
package keygen

import (
	"crypto"
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"encoding/base64"
	"encoding/json"
	"encoding/pem"
	"errors"
	"io/fs"
	"os"

	"github.com/go-jose/go-jose/v4"

	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/say"
)

// Bits is the size of the RSA key. Maskinporten takes 2048 and more; 3072 is what is advised beyond 2030.
const Bits = 3072

// Pair is a new key pair.
type Pair struct {
	KeyID   string // the thumbprint of RFC 7638: the same for the same key, whoever computes it
	Private []byte // PEM, PKCS#8
	Public  []byte // a JWK set with one key, as Samarbeidsportalen takes it
}

// New makes a key pair.
func New() (Pair, error) {
	key, err := rsa.GenerateKey(rand.Reader, Bits)
	if err != nil {
		return Pair{}, err
	}
	private, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		return Pair{}, err
	}
	public := jose.JSONWebKey{Key: key.Public(), Algorithm: string(jose.RS256), Use: "sig"}
	thumbprint, err := public.Thumbprint(crypto.SHA256)
	if err != nil {
		return Pair{}, err
	}
	public.KeyID = base64.RawURLEncoding.EncodeToString(thumbprint)
	set, err := json.MarshalIndent(jose.JSONWebKeySet{Keys: []jose.JSONWebKey{public}}, "", "  ")
	if err != nil {
		return Pair{}, err
	}
	return Pair{
		KeyID:   public.KeyID,
		Private: pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: private}),
		Public:  append(set, '\n'),
	}, nil
}

// Write writes the private key, readable by its owner only, and the public one. It overwrites nothing: a lost private key cannot be had back.
func (p Pair) Write(privatePath, publicPath string) error {
	if _, err := os.Lstat(publicPath); err == nil { // before a private key without a public one is left behind
		return taken(publicPath)
	}
	if err := create(privatePath, p.Private, 0o600); err != nil {
		return err
	}
	return create(publicPath, p.Public, 0o644)
}

func taken(path string) error {
	return say.Errorf("%s exists and is not overwritten: choose another name", path)
}

func create(path string, data []byte, mode os.FileMode) error {
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if errors.Is(err, fs.ErrExist) {
		return taken(path)
	}
	if err != nil {
		return err
	}
	_, err = file.Write(data)
	return errors.Join(err, file.Close())
}
