// This file sets the foreign server up: its storage with one client's keys, and a check of subjects that lets grants without
// sub in, since Maskinporten refuses grants with it.

package interop_test

import (
	"context"
	"crypto/rsa"
	"crypto/sha256"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	jose "github.com/go-jose/go-jose/v4"
	"github.com/zitadel/oidc/v3/pkg/oidc"
	"github.com/zitadel/oidc/v3/pkg/op"
)

const (
	clientID  = "interop-client"
	keyID     = "interop-key"
	scope     = "skatteetaten:mvameldinginnsendingsstatus"
	tokenLife = 2 * time.Minute
)

// storage knows one client with one key. What the JWT profile grant does not need is left to the embedded nil interface.
type storage struct {
	op.Storage
	public *rsa.PublicKey
	seen   []*oidc.JWTTokenRequest
}

func (s *storage) Health(context.Context) error { return nil }

// GetKeyByIDAndClientID is asked for the empty id when an assertion names its key by certificate.
func (s *storage) GetKeyByIDAndClientID(_ context.Context, id, client string) (*jose.JSONWebKey, error) {
	if client != clientID || id != keyID && id != "" {
		return nil, errors.New("no such key")
	}
	return &jose.JSONWebKey{Key: s.public, KeyID: id, Use: "sig"}, nil
}

func (s *storage) ValidateJWTProfileScopes(context.Context, string, []string) ([]string, error) {
	return []string{scope}, nil
}

func (s *storage) CreateAccessToken(_ context.Context, request op.TokenRequest) (string, time.Time, error) {
	assertion, ok := request.(*oidc.JWTTokenRequest)
	if !ok {
		return "", time.Time{}, fmt.Errorf("a %T is no JWT profile grant", request)
	}
	s.seen = append(s.seen, assertion)
	return fmt.Sprint("token ", len(s.seen)), time.Now().Add(tokenLife), nil
}

// provider is the server with the verifier that Maskinporten's rules need.
type provider struct{ *op.Provider }

func (p provider) JWTProfileVerifier(ctx context.Context) *op.JWTProfileVerifier {
	withoutSubject := op.SubjectCheck(func(request *oidc.JWTTokenRequest) error {
		if request.Subject != "" {
			return errors.New("sub is not allowed")
		}
		return nil
	})
	return op.NewJWTProfileVerifier(p.Storage(), op.IssuerFromContext(ctx), 2*time.Minute, 0, withoutSubject)
}

// start runs the server and returns its issuer and token endpoint.
func start(t *testing.T, keep *storage) (issuer, tokenEndpoint string) {
	t.Helper()
	var handler http.Handler
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { handler.ServeHTTP(w, r) }))
	t.Cleanup(server.Close)
	config := &op.Config{CryptoKey: sha256.Sum256([]byte("interop")), CryptoKeyId: "interop"}
	made, err := op.NewProvider(config, keep, op.StaticIssuer(server.URL), op.WithAllowInsecure(),
		op.WithLogger(slog.New(slog.DiscardHandler)))
	if err != nil {
		t.Fatal(err)
	}
	handler = op.RegisterLegacyServer(op.NewLegacyServer(provider{made}, *op.DefaultEndpoints), http.NotFound)
	return server.URL, server.URL + op.DefaultEndpoints.Token.Relative()
}
