// This file verifies grants by Maskinporten's rules, one function per rule, in the order the real one applies them.

package clienttest

import (
	"bytes"
	"crypto/rsa"
	"crypto/x509"
	"encoding/base64"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

const (
	grantType    = "urn:ietf:params:oauth:grant-type:jwt-bearer"
	maxLife      = 120 * time.Second
	maxSkew      = 10 * time.Second
	systemUser   = "urn:altinn:systemuser"
	authority    = "iso6523-actorid-upis"
	organisation = "0192:"
)

// refusal is an answer to a grant that is not accepted.
type refusal struct{ oauth, code, text string }

func invalidGrant(code, text string) *refusal { return &refusal{"invalid_grant", code, text} }
func invalidRequest(code, text string) *refusal {
	return &refusal{"invalid_request", code, text}
}
func invalidScope(code, text string) *refusal { return &refusal{"invalid_scope", code, text} }

// grant is an assertion being verified.
type grant struct {
	server *Server
	text   string
	header map[string]any
	claims jwt.MapClaims
	client Client
	now    time.Time
}

// verify checks a token request and says what its token is for.
func (s *Server) verify(r *http.Request) (*token, *refusal) {
	if refused := checkForm(r); refused != nil {
		return nil, refused
	}
	g := &grant{server: s, text: r.PostFormValue("assertion"), now: s.time(), claims: jwt.MapClaims{}}
	parsed, _, err := jwt.NewParser().ParseUnverified(g.text, g.claims)
	if err != nil {
		return nil, invalidRequest("MP-011", "Invalid assertion. Invalid parameter value")
	}
	g.header = parsed.Header
	rules := []func() *refusal{
		g.knownClient, g.signed, g.audience, g.knownClaims, g.times, g.scope, g.resource, g.delegation,
		g.details, g.unused,
	}
	for _, rule := range rules {
		if refused := rule(); refused != nil {
			return nil, refused
		}
	}
	granted := &token{organisation: g.client.Organisation, scopes: strings.Fields(g.string("scope"))}
	if acted, ok := organisationOf(g.claims); ok {
		granted.organisation = acted
	}
	return granted, nil
}

// checkForm wants exactly the two fields of the grant.
func checkForm(r *http.Request) *refusal {
	if r.PostFormValue("grant_type") != grantType {
		return &refusal{"unsupported_grant_type", "", "The grant type is not supported"}
	}
	if len(r.PostForm) != 2 || len(r.PostForm["assertion"]) != 1 || len(r.PostForm["grant_type"]) != 1 || r.URL.RawQuery != "" {
		return invalidRequest("MP-011", "The request holds other parameters than grant_type and assertion")
	}
	return nil
}

func (g *grant) string(claim string) string {
	text, _ := g.claims[claim].(string)
	return text
}

func (g *grant) knownClient() *refusal {
	client, ok := g.server.client(g.string("iss"))
	if !ok {
		return invalidGrant("MP-100", "Invalid assertion. Client authentication failed. Client not found")
	}
	g.client = client
	return nil
}

// signed verifies the signature with the key that the header names.
func (g *grant) signed() *refusal {
	key, refused := g.key()
	if refused != nil {
		return refused
	}
	methods := jwt.WithValidMethods([]string{"RS256", "RS384", "RS512"})
	_, err := jwt.NewParser(methods, jwt.WithoutClaimsValidation()).Parse(g.text, func(*jwt.Token) (any, error) { return key, nil })
	if err != nil {
		return invalidGrant("MP-124", "Invalid assertion. Client authentication failed. Invalid JWT signature")
	}
	return nil
}

func (g *grant) key() (*rsa.PublicKey, *refusal) {
	if kid, ok := g.header["kid"].(string); ok {
		switch key := g.client.Keys[kid]; {
		case key == nil:
			return nil, invalidGrant("", "Invalid assertion. Client authentication failed. Unknown key identifier (kid) for client.")
		case g.client.ExpiredKeys[kid]:
			return nil, invalidGrant("MP-121", "Invalid assertion. Client authentication failed. Expired key")
		default:
			return key, nil
		}
	}
	chain, err := parseChain(g.header["x5c"])
	if err != nil {
		return nil, invalidGrant("MP-123", "Invalid assertion. Client authentication failed. Failed to extract certificate from jwt: "+err.Error())
	}
	return g.certified(chain)
}

// parseChain reads x5c: an array of base64 of certificates, the signer's first.
func parseChain(value any) ([]*x509.Certificate, error) {
	texts, ok := value.([]any)
	if !ok || len(texts) == 0 {
		return nil, errors.New("x5c is no array of strings")
	}
	var chain []*x509.Certificate
	for _, text := range texts {
		encoded, _ := text.(string)
		der, err := base64.StdEncoding.DecodeString(encoded)
		if err != nil {
			return nil, errors.New("x5c is not base64")
		}
		cert, err := x509.ParseCertificate(der)
		if err != nil {
			return nil, errors.New("x5c holds no certificate")
		}
		chain = append(chain, cert)
	}
	for i := range chain[1:] {
		if !issuedBy(chain[i], chain[i+1]) {
			return nil, errors.New("x5c is not in order")
		}
	}
	if last := chain[len(chain)-1]; !issuedBy(last, last) {
		return nil, errors.New("x5c is not the whole chain")
	}
	return chain, nil
}

func issuedBy(cert, issuer *x509.Certificate) bool {
	return bytes.Equal(cert.RawIssuer, issuer.RawSubject) && cert.CheckSignatureFrom(issuer) == nil
}

// certified checks that the chain leads to a root the client's certificates may come from, and to its organisation.
func (g *grant) certified(chain []*x509.Certificate) (*rsa.PublicKey, *refusal) {
	invalid := invalidGrant("MP-120", "Invalid assertion. Client authentication failed. The JWT is signed with an invalid certificate.")
	if g.client.Roots == nil {
		return nil, invalid
	}
	intermediates := x509.NewCertPool()
	for _, cert := range chain[1:] {
		intermediates.AddCert(cert)
	}
	_, err := chain[0].Verify(x509.VerifyOptions{
		Roots: g.client.Roots, Intermediates: intermediates, CurrentTime: g.now,
		KeyUsages: []x509.ExtKeyUsage{x509.ExtKeyUsageAny},
	})
	key, ok := chain[0].PublicKey.(*rsa.PublicKey)
	switch {
	case err != nil || !ok:
		return nil, invalid
	case chain[0].Subject.SerialNumber != g.client.Organisation:
		return nil, invalidGrant("MP-122", "Invalid assertion. Client authentication failed. Organisation of certificate and client differ")
	}
	return key, nil
}

func (g *grant) audience() *refusal {
	audience, err := g.claims.GetAudience()
	if err != nil || len(audience) != 1 || audience[0] != g.server.issuer {
		return invalidGrant("MP-110", "Invalid assertion. Client authentication failed. Invalid JWT claim aud")
	}
	return nil
}

// knownClaims refuses every claim beyond those of the protocol.
func (g *grant) knownClaims() *refusal {
	known := []string{"aud", "iss", "iat", "exp", "jti", "scope", "resource", "consumer_org", "authorization_details", "iss_onbehalfof"}
	for claim := range g.claims {
		if !slices.Contains(known, claim) {
			return invalidRequest("MP-011", "Invalid assertion. Unknown claim "+claim)
		}
	}
	return nil
}

func (g *grant) times() *refusal {
	issued, err1 := g.claims.GetIssuedAt()
	expires, err2 := g.claims.GetExpirationTime()
	switch {
	case err1 != nil || err2 != nil || issued == nil || expires == nil:
		return invalidRequest("MP-011", "Invalid assertion. iat and exp are numbers of seconds")
	case issued.After(g.now.Add(maxSkew)):
		return invalidGrant("", "Invalid assertion. Issue time is after now")
	case !g.now.Before(expires.Time):
		return invalidGrant("MP-130", "Invalid assertion. JWT is expired")
	case issued.Before(g.now.Add(-maxSkew - time.Second)): // iat has whole seconds
		return invalidGrant("MP-130", "Invalid assertion. Issue time is too long ago")
	case expires.Sub(issued.Time) > maxLife:
		return invalidRequest("MP-011", "Invalid assertion. exp is more than 120 seconds after iat")
	}
	return nil
}

func (g *grant) scope() *refusal {
	scopes := strings.Fields(g.string("scope"))
	if len(scopes) == 0 {
		return invalidScope("MP-011", "Invalid assertion. scope is missing")
	}
	for _, scope := range scopes {
		switch {
		case scope == "openid" || scope == "profile":
			return invalidScope("MP-201", "Token request contains scopes with integration types only allowed for user login")
		case !slices.Contains(g.client.Scopes, scope):
			return invalidScope("MP-200", "Token request contains invalid scopes for client")
		case slices.Contains(g.client.Withdrawn, scope):
			return invalidScope("MP-250", "The organisation has no access to scope "+scope)
		}
	}
	return nil
}

func (g *grant) resource() *refusal {
	value, given := g.claims["resource"]
	if _, ok := value.([]any); given && !ok {
		return invalidRequest("MP-011", "Invalid assertion. resource is an array")
	}
	return nil
}

func (g *grant) delegation() *refusal {
	value, ok := g.claims["consumer_org"]
	if !ok {
		return nil
	}
	consumer, _ := value.(string)
	_, excluded := g.claims["iss_onbehalfof"]
	delegated := g.client.Delegated
	if delegated == nil {
		delegated = g.server.knows
	}
	switch {
	case !nineDigits(consumer) || consumer == g.client.Organisation || excluded:
		return invalidRequest("MP-011", "Invalid assertion. consumer_org is another organisation's number, without iss_onbehalfof")
	case !delegated(consumer):
		return invalidGrant("MP-251", fmt.Sprintf("Consumer %s has not delegated access", consumer))
	}
	return nil
}

// details checks authorization_details, which name a system user.
func (g *grant) details() *refusal {
	value, ok := g.claims["authorization_details"]
	if !ok {
		return nil
	}
	list, _ := value.([]any)
	if len(list) != 1 {
		return invalidRequest("MP-302", "authorization_details is an array of one object")
	}
	detail, _ := list[0].(map[string]any)
	owner, _ := detail["systemuser_org"].(map[string]any)
	id, _ := owner["ID"].(string)
	reference, _ := detail["externalRef"].(string)
	switch {
	case detail["type"] != systemUser:
		return invalidRequest("MP-301", "authorization_details has an unknown type")
	case owner == nil || id == "" || owner["authority"] == nil:
		return invalidRequest("MP-302", "authorization_details lacks systemuser_org with authority and ID")
	case owner["authority"] != authority || !strings.HasPrefix(id, organisation) || !nineDigits(id[len(organisation):]):
		return invalidRequest("MP-303", "systemuser_org is not an organisation by ISO 6523")
	case !g.hasSystemUser(id[len(organisation):], reference):
		return invalidRequest("MP-303", "System user not found")
	}
	return nil
}

func (g *grant) hasSystemUser(owner, reference string) bool {
	if g.client.SystemUser != nil {
		return g.client.SystemUser(owner, reference)
	}
	return reference == "" && g.server.knows(owner)
}

// unused comes last: a grant refused for something else is not used up.
func (g *grant) unused() *refusal {
	switch jti := g.string("jti"); {
	case jti == "":
		return invalidRequest("MP-011", "Invalid assertion. jti is missing")
	case !g.server.issued.use(jti):
		return invalidGrant("MP-012", "Grant is used before")
	}
	return nil
}

// organisationOf is the organisation that claims act for; not ok when it is the client's own.
func organisationOf(claims jwt.MapClaims) (string, bool) {
	if consumer, ok := claims["consumer_org"].(string); ok {
		return consumer, true
	}
	list, _ := claims["authorization_details"].([]any)
	if len(list) == 0 {
		return "", false
	}
	detail, _ := list[0].(map[string]any)
	owner, _ := detail["systemuser_org"].(map[string]any)
	id, _ := owner["ID"].(string)
	return strings.CutPrefix(id, organisation)
}

func nineDigits(text string) bool {
	return len(text) == 9 && strings.Trim(text, "0123456789") == ""
}
