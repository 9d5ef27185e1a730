// This file is the HTTP side of Maskinporten: metadata, the token endpoint, and what tokens stand for.

package clienttest

import (
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"encoding/hex"
	"encoding/json"
	"net/http"
	"sync"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

// Client is a client registered in Maskinporten.
type Client struct {
	ID           string
	Organisation string                    // nine digits, whom the client belongs to
	Keys         map[string]*rsa.PublicKey // uploaded, by key id
	ExpiredKeys  map[string]bool           // by key id
	Roots        *x509.CertPool            // certificates below these are accepted in x5c; nil: none
	Scopes       []string                  // registered on the client
	Withdrawn    []string                  // of Scopes, those the API's owner has taken back
	// Delegated tells whether an organisation has delegated its access; nil: all that the server knows have.
	Delegated func(organisation string) bool
	// SystemUser tells whether an organisation has such a system user; nil: all that the server knows have one, without
	// external reference.
	SystemUser func(organisation, externalRef string) bool
}

// Register adds a client to Maskinporten, or replaces the one with its id.
func (s *Server) Register(client Client) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.clients[client.ID] = client
}

func (s *Server) client(id string) (Client, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	client, ok := s.clients[id]
	return client, ok
}

// token is what an access token stands for.
type token struct {
	organisation string
	scopes       []string
	expiry       time.Time
}

// issued holds the tokens handed out and the jti seen.
type issued struct {
	mu     sync.Mutex
	tokens map[string]token
	jti    map[string]bool
}

// use notes a jti and tells whether it is new.
func (i *issued) use(jti string) bool {
	i.mu.Lock()
	defer i.mu.Unlock()
	if i.jti == nil {
		i.jti = map[string]bool{}
	}
	used := i.jti[jti]
	i.jti[jti] = true
	return !used
}

func (i *issued) add(text string, t token) {
	i.mu.Lock()
	defer i.mu.Unlock()
	if i.tokens == nil {
		i.tokens = map[string]token{}
	}
	i.tokens[text] = t
}

func (i *issued) find(text string) (token, bool) {
	i.mu.Lock()
	defer i.mu.Unlock()
	found, ok := i.tokens[text]
	return found, ok
}

func (i *issued) revoke(text string) {
	i.mu.Lock()
	defer i.mu.Unlock()
	delete(i.tokens, text)
}

// RevokeTokens makes every token handed out so far worthless: the service answers 401 to them.
func (s *Server) RevokeTokens() {
	s.issued.mu.Lock()
	defer s.issued.mu.Unlock()
	clear(s.issued.tokens)
}

func (s *Server) maskinportenHandler() http.Handler {
	mux := http.NewServeMux()
	mux.Handle("POST /token", s.endpoint(TokenEndpoint, actedFor, s.answerToken))
	mux.HandleFunc("GET /.well-known/oauth-authorization-server", func(w http.ResponseWriter, _ *http.Request) {
		writeJSON(w, http.StatusOK, map[string]any{
			"issuer": s.issuer, "token_endpoint": s.TokenURL(),
			"grant_types_supported": []string{grantType},
		})
	})
	return mux
}

// actedFor is the organisation that an assertion names, read without verifying anything: it selects faults.
func actedFor(r *http.Request) string {
	r.Body = http.MaxBytesReader(nil, r.Body, 1<<20)
	parsed, _, err := jwt.NewParser().ParseUnverified(r.PostFormValue("assertion"), jwt.MapClaims{})
	if err != nil {
		return ""
	}
	organisation, _ := organisationOf(parsed.Claims.(jwt.MapClaims))
	return organisation
}

// answerToken is the token endpoint.
func (s *Server) answerToken(w http.ResponseWriter, r *http.Request) {
	s.record.secret(r.PostFormValue("assertion"))
	granted, refused := s.verify(r)
	if refused != nil {
		s.refuse(w, refused)
		return
	}
	text := rand.Text() + rand.Text()
	s.record.secret(text)
	granted.expiry = s.time().Add(s.tokenLife)
	s.issued.add(text, *granted)
	writeJSON(w, http.StatusOK, map[string]any{
		"access_token": text, "token_type": "Bearer",
		"expires_in": s.tokenLife.Seconds(), "scope": granted.scopes[0],
	})
}

// refuse answers as Maskinporten does: the code first, a trace id at the end.
func (s *Server) refuse(w http.ResponseWriter, refused *refusal) {
	description := refused.text
	if refused.code != "" {
		description = refused.code + ": " + description
	}
	trace := make([]byte, 8)
	_, _ = rand.Read(trace) // never fails
	writeJSON(w, http.StatusBadRequest, map[string]any{
		"error":             refused.oauth,
		"error_description": description + " (trace_id: " + hex.EncodeToString(trace) + ")",
	})
}

func writeJSON(w http.ResponseWriter, status int, value any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(value) // a caller that has gone away needs no answer
}
