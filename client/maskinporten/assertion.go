// This file writes assertions: the signed statement that a token is asked for with.

package maskinporten

import (
	"crypto"
	"crypto/rand"
	"fmt"
	"time"

	"github.com/golang-jwt/jwt/v5"

	"github.com/mvainnsyn/mvainnsyn/client"
)

// assertionLife is how long an assertion may be used. Maskinporten allows 120 seconds; the rest is for clocks that differ.
const assertionLife = 100 * time.Second

// assertion signs a statement for one attempt. Maskinporten refuses claims it does not know, sub and nbf among them.
func (s *Source) assertion(grant Grant, now time.Time) (string, error) {
	if err := s.key.Check(now); err != nil {
		return "", err
	}
	token := jwt.NewWithClaims(s.key.method(), s.claims(grant, now))
	if s.key.material.id != "" {
		token.Header["kid"] = s.key.material.id
	} else {
		token.Header["x5c"] = s.key.chain()
	}
	signed, err := token.SignedString(s.key.material.signer)
	if err != nil {
		return "", &client.Error{
			Stage: client.StageKey, Cause: client.CauseKeySigning, Message: "signing failed", Err: err,
			Remedy: "check that the key, or the device that holds it, can be used",
		}
	}
	return signed, nil
}

func (s *Source) claims(grant Grant, now time.Time) jwt.MapClaims {
	claims := jwt.MapClaims{
		"aud":   s.environment.Issuer,
		"iss":   s.clientID,
		"iat":   now.Unix(),
		"exp":   now.Add(assertionLife).Unix(),
		"jti":   rand.Text(),
		"scope": grant.Scope,
	}
	if grant.ConsumerOrg != "" {
		claims["consumer_org"] = grant.ConsumerOrg
	}
	if len(grant.Resource) > 0 {
		claims["resource"] = grant.Resource
	}
	if user := grant.SystemUser; user != nil {
		claims["authorization_details"] = []authorizationDetail{user.detail()}
	}
	return claims
}

// authorizationDetail is how a system user stands in an assertion (RFC 9396).
type authorizationDetail struct {
	Type          string        `json:"type"`
	SystemUserOrg participantID `json:"systemuser_org"`
	ExternalRef   string        `json:"externalRef,omitempty"`
}

// participantID is an organisation by ISO 6523.
type participantID struct {
	Authority string `json:"authority"`
	ID        string `json:"ID"`
}

func (u *SystemUser) detail() authorizationDetail {
	return authorizationDetail{
		Type:          "urn:altinn:systemuser",
		SystemUserOrg: participantID{Authority: "iso6523-actorid-upis", ID: "0192:" + u.Organisation},
		ExternalRef:   u.ExternalRef,
	}
}

// signerMethod is an RSA method of golang-jwt for every crypto.Signer, so that keys in devices and services sign too.
type signerMethod struct{ *jwt.SigningMethodRSA }

// Sign signs with PKCS #1 v1.5, the padding of RS256, RS384 and RS512 (RFC 7518, 3.3).
func (m signerMethod) Sign(text string, key any) ([]byte, error) {
	signer, ok := key.(crypto.Signer)
	if !ok {
		return nil, fmt.Errorf("%T cannot sign", key)
	}
	hasher := m.Hash.New()
	hasher.Write([]byte(text))
	return signer.Sign(rand.Reader, hasher.Sum(nil), m.Hash)
}
