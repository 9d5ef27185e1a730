// Package service asks one of the authority's services, with tokens from Maskinporten or elsewhere, and turns its answers into terms.
package service

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"github.com/mvainnsyn/mvainnsyn/client"
	"github.com/mvainnsyn/mvainnsyn/client/maskinporten"
	"github.com/mvainnsyn/mvainnsyn/client/orgnr"
	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/report"
	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/settings"
	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/terms"
	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/tokens"
)

// MaxInFlight is how many calls the authority allows at the same time.
const MaxInFlight = 5

// Service answers for organisations. Close it at the end.
type Service struct {
	Tokens       client.TokenSource
	Maskinporten *maskinporten.Source // nil where tokens come from elsewhere
	Key          maskinporten.Key     // of Maskinporten's client
	way          way
	api          api
	now          func() time.Time
}

// api is one of the services.
type api interface {
	scope() string
	ask(ctx context.Context, number orgnr.Number) (terms.Status, error)
	Close() error
}

// Surroundings are what a service needs beside its settings.
type Surroundings struct {
	Logger      *slog.Logger
	Now         func() time.Time
	ExternalRef func(organisation string) string // of the system user of each; nil: that of the settings for all
	Consent     client.ConsentSource             // where the settings name no program for it; nil: none
}

// Open makes a service of settings that were checked. Nothing is sent yet.
func Open(s settings.Settings, around Surroundings) (*Service, error) {
	service := &Service{now: around.Now}
	var err error
	if service.way, err = newWay(s.CAFile); err != nil {
		return nil, err
	}
	if err := service.openTokens(s, around); err != nil {
		return nil, err
	}
	calls, err := openAPI(s, service.Tokens, around, append(service.way.forClient(),
		client.WithLogger(around.Logger), client.WithMaxInFlight(MaxInFlight), client.WithUserAgent("mvastatus")))
	if err != nil {
		return nil, errors.Join(err, service.Close())
	}
	service.api = calls
	return service, nil
}

// openTokens finds where tokens come from.
func (s *Service) openTokens(given settings.Settings, around Surroundings) error {
	switch {
	case given.TokenFile != "":
		s.Tokens = tokens.File(given.ReadToken)
		return nil
	case given.TokenCommand != "":
		s.Tokens = tokens.Command(given.TokenCommand)
		return nil
	}
	var err error
	if s.Key, err = Key(given); err != nil {
		return err
	}
	s.Maskinporten, err = maskinporten.New(environment(given), given.ClientID, s.Key,
		append(s.way.forMaskinporten(), maskinporten.WithDelegation(delegation(given, around.ExternalRef)), maskinporten.WithLogger(around.Logger))...)
	s.Tokens = s.Maskinporten
	return err
}

// Key reads the private key the settings name, in whatever form its file holds it.
func Key(s settings.Settings) (maskinporten.Key, error) {
	text, err := s.ReadKey()
	if err != nil {
		return maskinporten.Key{}, unread(err)
	}
	password, err := s.ReadPassword()
	if err != nil {
		return maskinporten.Key{}, unread(err)
	}
	options := []maskinporten.KeyOption{maskinporten.Password(password)}
	if s.KeyID != "" {
		options = append(options, maskinporten.KeyID(s.KeyID))
	}
	return maskinporten.ReadKey(text, options...)
}

// Issuer is the address of the Maskinporten that the settings name.
func Issuer(s settings.Settings) string { return environment(s).Issuer }

func environment(s settings.Settings) maskinporten.Environment {
	switch {
	case s.Issuer != "":
		return maskinporten.Environment{Issuer: s.Issuer}
	case s.Environment == "production":
		return maskinporten.Production()
	default:
		return maskinporten.Test()
	}
}

func delegation(s settings.Settings, externalRef func(string) string) maskinporten.Delegation {
	switch s.Delegation {
	case settings.DelegationNone:
		return maskinporten.AsOneself()
	case settings.DelegationSystemUser:
		if externalRef == nil {
			externalRef = func(string) string { return s.ExternalRef }
		}
		return maskinporten.AsSystemUser(externalRef)
	default:
		return maskinporten.ConsumerOrg(s.Organisation)
	}
}

// Close gives back what the service holds.
func (s *Service) Close() error {
	var err error
	if s.api != nil {
		err = s.api.Close()
	}
	if s.Maskinporten != nil {
		err = errors.Join(err, s.Maskinporten.Close())
	}
	return err
}

// Scope is what tokens of the service are good for. Calls ask for it by themselves; doctor asks for it alone.
func (s *Service) Scope() string { return s.api.scope() }

// Token obtains a token that acts for an organisation, or for oneself where it is empty.
func (s *Service) Token(ctx context.Context, organisation string) (client.Token, error) {
	return s.Tokens.Token(ctx, client.TokenRequest{Scope: s.Scope(), OnBehalfOf: organisation})
}

// Status gets the status of one organisation.
func (s *Service) Status(ctx context.Context, number orgnr.Number) (terms.Status, error) {
	return s.api.ask(ctx, number)
}

// Ask gets the status of one organisation as a result, which holds either a status or an error.
func (s *Service) Ask(ctx context.Context, number orgnr.Number) report.Result {
	result := report.Result{Organisation: number, CheckedAt: s.now()}
	result.Status, result.Err = s.Status(ctx, number)
	return result
}

// AskAll asks for several organisations, as many at a time as the authority allows, and returns the results in their order.
func (s *Service) AskAll(ctx context.Context, numbers []orgnr.Number) []report.Result {
	outcomes := client.Many(ctx, numbers, func(ctx context.Context, number orgnr.Number) (report.Result, error) {
		result := report.Guard(number, func() report.Result { return s.Ask(ctx, number) })
		return result, result.Err
	})
	results := make([]report.Result, len(outcomes))
	for i, outcome := range outcomes {
		results[i] = outcome.Value
		if outcome.Err != nil { // also of those not asked, of which there is no result
			results[i].Organisation, results[i].Err = outcome.ID, outcome.Err
		}
	}
	return results
}
