// This file makes the keys and certificates of the built-in client, once per process.

package clienttest

import (
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"fmt"
	"math/big"
	"sync"
	"time"
)

const (
	clientID = "0b9a5e2c-clienttest"
	keyID    = "clienttest-key"
)

// identity is the built-in client's: an uploaded key, and a certificate chain for the same key.
type identity struct {
	key   *rsa.PrivateKey
	pem   []byte
	chain []*x509.Certificate // leaf, intermediate, root
}

// makeIdentity generates it at first use. Keys take a while to make, so all servers of a process share it.
var makeIdentity = sync.OnceValues(func() (*identity, error) {
	key, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		return nil, err
	}
	der, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		return nil, err
	}
	chain, err := makeChain(key)
	if err != nil {
		return nil, err
	}
	return &identity{key: key, pem: pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: der}), chain: chain}, nil
})

// makeChain issues a certificate for the key, two steps below a root, as virksomhetssertifikater are. One authority key serves
// both steps: nothing here depends on their being different.
func makeChain(key *rsa.PrivateKey) ([]*x509.Certificate, error) {
	authority, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		return nil, err
	}
	subjects := []pkix.Name{
		{CommonName: "clienttest root"},
		{CommonName: "clienttest intermediate"},
		{CommonName: "CLIENTTEST AS", SerialNumber: OwnOrganisation},
	}
	var chain []*x509.Certificate
	for step, subject := range subjects {
		template := certificateTemplate(step, subject, step < 2)
		parent, public := template, &authority.PublicKey
		if step > 0 {
			parent = chain[0]
		}
		if step == 2 {
			public = &key.PublicKey
		}
		der, err := x509.CreateCertificate(rand.Reader, template, parent, public, authority)
		if err != nil {
			return nil, err
		}
		cert, err := x509.ParseCertificate(der)
		if err != nil {
			return nil, err
		}
		chain = append([]*x509.Certificate{cert}, chain...)
	}
	return chain, nil
}

func certificateTemplate(step int, subject pkix.Name, authority bool) *x509.Certificate {
	template := &x509.Certificate{
		SerialNumber:          big.NewInt(int64(step) + 1),
		Subject:               subject,
		SubjectKeyId:          fmt.Appendf(nil, "step %d", step),
		NotBefore:             time.Now().AddDate(-1, 0, 0),
		NotAfter:              time.Now().AddDate(2, 0, 0),
		KeyUsage:              x509.KeyUsageDigitalSignature,
		BasicConstraintsValid: true,
		IsCA:                  authority,
	}
	if authority {
		template.KeyUsage = x509.KeyUsageCertSign
	}
	return template
}

// ClientID is the built-in client's id.
func (s *Server) ClientID() string { return clientID }

// KeyID is the id of the built-in client's uploaded key.
func (s *Server) KeyID() string { return keyID }

// KeyPEM is the built-in client's private key in PEM (PKCS #8).
func (s *Server) KeyPEM() []byte { return append([]byte(nil), s.identity().pem...) }

// Key is the built-in client's private key.
func (s *Server) Key() *rsa.PrivateKey { return s.identity().key }

// Chain is the built-in client's certificate for its key, with the issuers after it.
func (s *Server) Chain() []*x509.Certificate {
	return append([]*x509.Certificate(nil), s.identity().chain...)
}

// identity is there: Start would have failed without it.
func (s *Server) identity() *identity {
	made, err := makeIdentity()
	if err != nil {
		panic("clienttest: a started server has no identity: " + err.Error())
	}
	return made
}

// builtInClient is registered in every server. All organisations the server knows have delegated their access to it and
// have made it a system user, without external reference.
func builtInClient() (Client, error) {
	own, err := makeIdentity()
	if err != nil {
		return Client{}, err
	}
	roots := x509.NewCertPool()
	roots.AddCert(own.chain[2])
	return Client{
		ID: clientID, Organisation: OwnOrganisation, Scopes: []string{Scope, FristerScope, MeldingsopplysningScope},
		Keys: map[string]*rsa.PublicKey{keyID: &own.key.PublicKey}, Roots: roots,
	}, nil
}
