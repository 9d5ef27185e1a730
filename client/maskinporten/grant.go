// This file says what a token can be asked for, and how acting for an organisation is put.

package maskinporten

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/client"
)

// Grant is everything that makes one token differ from another of the same client. Grants that differ never share a token.
type Grant struct {
	Scope       string      // one scope per token is advised
	ConsumerOrg string      // the organisation that has delegated its access; never one's own
	Resource    []string    // the intended audience; Skatteetaten asks that it is not set
	SystemUser  *SystemUser // acts as a system user in Altinn
}

// SystemUser is the user that an organisation has created for a vendor's system in Altinn.
type SystemUser struct {
	Organisation string // nine digits, the owner of the system user
	ExternalRef  string // the reference given when it was created, empty if none was
}

// Delegation turns what a call needs into a grant.
type Delegation func(client.TokenRequest) Grant

// ConsumerOrg acts for organisations that have delegated their access in Altinn: a token for each, with consumer_org. For the
// own organisation, and for calls that name none, consumer_org is left out, since Maskinporten refuses it there.
func ConsumerOrg(own string) Delegation {
	return func(request client.TokenRequest) Grant {
		grant := Grant{Scope: request.Scope}
		if request.OnBehalfOf != own {
			grant.ConsumerOrg = request.OnBehalfOf
		}
		return grant
	}
}

// AsSystemUser acts as the system user of each organisation. The function gives the external reference of an organisation's
// system user, empty if it has none; nil means that none has.
func AsSystemUser(externalRef func(organisation string) string) Delegation {
	return func(request client.TokenRequest) Grant {
		grant := Grant{Scope: request.Scope}
		if request.OnBehalfOf == "" {
			return grant
		}
		grant.SystemUser = &SystemUser{Organisation: request.OnBehalfOf}
		if externalRef != nil {
			grant.SystemUser.ExternalRef = externalRef(request.OnBehalfOf)
		}
		return grant
	}
}

// AsOneself always acts for the organisation that owns the client, whatever a call names.
func AsOneself() Delegation {
	return func(request client.TokenRequest) Grant { return Grant{Scope: request.Scope} }
}

type usingKey struct{}

// Using returns a context whose calls ask for this grant instead of the one that the [Delegation] makes, for a resource, a
// consumer or a system user of a single call. An empty scope stands for the one of the operation called.
func Using(ctx context.Context, grant Grant) context.Context {
	return context.WithValue(ctx, usingKey{}, grant)
}

// grantFor is the grant of a call: its own, or the one that the delegation gives.
func (s *Source) grantFor(ctx context.Context, request client.TokenRequest) Grant {
	grant, ok := ctx.Value(usingKey{}).(Grant)
	if !ok {
		return s.delegation(request)
	}
	if grant.Scope == "" {
		grant.Scope = request.Scope
	}
	return grant
}

// check refuses what Maskinporten would refuse, before anything is signed.
func (g Grant) check() error {
	if strings.TrimSpace(g.Scope) == "" {
		return errors.New("the scope is empty")
	}
	if g.ConsumerOrg != "" && !nineDigits(g.ConsumerOrg) {
		return fmt.Errorf("consumer_org %q is not nine digits", g.ConsumerOrg)
	}
	if g.SystemUser != nil && !nineDigits(g.SystemUser.Organisation) {
		return fmt.Errorf("the system user's organisation %q is not nine digits", g.SystemUser.Organisation)
	}
	return nil
}

func nineDigits(text string) bool {
	return len(text) == 9 && strings.Trim(text, "0123456789") == ""
}

// grantKey is a grant as a map's key: different grants have different keys.
type grantKey struct {
	scope, consumerOrg string
	resource           string // quoted, empty for none
	asSystemUser       bool
	systemUser         SystemUser
}

func (g Grant) key() grantKey {
	key := grantKey{scope: g.Scope, consumerOrg: g.ConsumerOrg, asSystemUser: g.SystemUser != nil}
	if g.SystemUser != nil {
		key.systemUser = *g.SystemUser
	}
	if len(g.Resource) > 0 {
		key.resource = fmt.Sprintf("%q", g.Resource)
	}
	return key
}
