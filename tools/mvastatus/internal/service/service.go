// Package service asks the status service, with a token from Maskinporten, and turns its answers into terms.
package service

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"sync"
	"time"

	"github.com/mvainnsyn/mvainnsyn/client"
	"github.com/mvainnsyn/mvainnsyn/client/maskinporten"
	"github.com/mvainnsyn/mvainnsyn/client/orgnr"
	api "github.com/mvainnsyn/mvainnsyn/generated/mvameldinginnsendingstatus/v1"
	"github.com/mvainnsyn/mvainnsyn/generated/mvameldinginnsendingstatus/v1/statusclient"
	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/report"
	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/settings"
	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/terms"
)

// Scope is what tokens of the service are good for. Calls ask for it by themselves; doctor asks for it alone.
const Scope = "skatteetaten:mvameldinginnsendingsstatus"

// MaxInFlight is how many calls the authority allows at the same time.
const MaxInFlight = 5

// Service answers for organisations. Close it at the end.
type Service struct {
	Tokens *maskinporten.Source
	status *statusclient.Client
	now    func() time.Time
}

// Open makes a service of settings that were checked. Nothing is sent yet.
func Open(s settings.Settings, logger *slog.Logger, now func() time.Time) (*Service, error) {
	key, err := Key(s)
	if err != nil {
		return nil, err
	}
	tokens, err := maskinporten.New(environment(s), s.ClientID, key, maskinporten.WithDelegation(delegation(s)), maskinporten.WithLogger(logger))
	if err != nil {
		return nil, err
	}
	status, err := statusclient.New(s.BaseURL, tokens, client.WithLogger(logger), client.WithAccept(codec(s)),
		client.WithMaxInFlight(MaxInFlight), client.WithUserAgent("mvastatus"))
	if err != nil {
		return nil, errors.Join(err, tokens.Close())
	}
	return &Service{Tokens: tokens, status: status, now: now}, nil
}

// Key reads the private key the settings name, in whatever form its file holds it.
func Key(s settings.Settings) (maskinporten.Key, error) {
	text, err := s.ReadKey()
	if err != nil {
		return maskinporten.Key{}, &client.Error{Stage: client.StageKey, Message: err.Error(), Remedy: "name the key file with --key-file", Err: err}
	}
	password, err := s.ReadPassword()
	if err != nil {
		return maskinporten.Key{}, &client.Error{Stage: client.StageKey, Message: err.Error(), Remedy: "name the password file with --key-password-file", Err: err}
	}
	var options []maskinporten.KeyOption
	if s.KeyID != "" {
		options = append(options, maskinporten.KeyID(s.KeyID))
	}
	switch {
	case bytes.HasPrefix(bytes.TrimSpace(text), []byte("{")):
		return maskinporten.KeyFromJWK(text, options...)
	case bytes.Contains(text, []byte("-----BEGIN ")):
		return maskinporten.KeyFromPEM(text, options...)
	default:
		return maskinporten.KeyFromPKCS12(text, password, options...)
	}
}

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

func delegation(s settings.Settings) maskinporten.Delegation {
	switch s.Delegation {
	case settings.DelegationNone:
		return maskinporten.AsOneself()
	case settings.DelegationSystemUser:
		return maskinporten.AsSystemUser(func(string) string { return s.ExternalRef })
	default:
		return maskinporten.ConsumerOrg(s.Organisation)
	}
}

func codec(s settings.Settings) client.Codec {
	if s.Accept == "json" {
		return client.JSON
	}
	return client.XML
}

// Close gives back what the service holds.
func (s *Service) Close() error { return errors.Join(s.status.Close(), s.Tokens.Close()) }

// Status gets the status of one organisation. Errors of the call are *client.Error.
func (s *Service) Status(ctx context.Context, number orgnr.Number) (terms.Status, error) {
	response, err := s.status.HentStatus(ctx, api.Organisasjonsnummer(number))
	if err != nil {
		return terms.Status{}, err
	}
	return statusOf(number, response)
}

// Ask gets the status of one organisation as a result, which holds either a status or an error with its remedy.
func (s *Service) Ask(ctx context.Context, number orgnr.Number) report.Result {
	result := report.Result{Organisation: number, CheckedAt: s.now()}
	status, err := s.Status(ctx, number)
	if err != nil {
		result.Remedy, result.Err = Explain(err)
		return result
	}
	result.Status = status
	return result
}

// Explain takes an error apart into what is wrong and what to do about it.
func Explain(err error) (remedy string, short error) {
	var fault *client.Error
	if !errors.As(err, &fault) {
		return "", err
	}
	bare := *fault
	bare.Operation, bare.Err, bare.Remedy = "", nil, "" // the message says it all; a log has the rest
	return fault.Remedy, &bare
}

// statusOf reads an answer. A deadline that is no date makes the whole answer unusable: a term must not vanish from the list.
func statusOf(number orgnr.Number, response *client.Response[api.MvaMeldingInnsendingStatus]) (terms.Status, error) {
	status := terms.Status{Organisation: string(number), FirstTime: !bool(response.Value.HarTidligereSendtMvaMelding)}
	for _, listed := range response.Value.TerminUtenLevertMvaMelding {
		deadline, err := calendarDay(listed.Leveringsfrist)
		if err != nil {
			return status, &client.Error{
				Stage: client.StageDocument, Raw: response.Raw, Err: err,
				Message: fmt.Sprintf("the term %s %s has no usable deadline", listed.Skattleggingsperiode.Periode, listed.Skattleggingsperiode.Aar.String()),
				Remedy:  "the answer cannot be relied on: look the organisation up at Skatteetaten, and report the answer to its support",
			}
		}
		status.Terms = append(status.Terms, terms.Term{
			Category: string(listed.Meldingskategori), Period: string(listed.Skattleggingsperiode.Periode),
			Year: listed.Skattleggingsperiode.Aar.String(), PeriodType: string(listed.SkattleggingsperiodeType), Deadline: deadline,
		})
	}
	for _, deviation := range response.Deviations {
		status.Deviations = append(status.Deviations, deviation.Path+": "+deviation.Message)
	}
	status.Sort()
	return status, nil
}

// calendarDay is the day as written: a deadline is a day in Norway, whatever time zone stands behind it.
func calendarDay(date api.Dato) (terms.Date, error) {
	text := date.String()
	var day terms.Date
	if len(text) < len(time.DateOnly) {
		return day, fmt.Errorf("%q is no date", text)
	}
	return day, day.UnmarshalText([]byte(text[:len(time.DateOnly)]))
}

// AskAll asks for several organisations, as many at a time as the authority allows, and returns the results in their order.
func (s *Service) AskAll(ctx context.Context, numbers []orgnr.Number) []report.Result {
	results := make([]report.Result, len(numbers))
	slots := make(chan struct{}, MaxInFlight)
	var waiting sync.WaitGroup
	for i, number := range numbers {
		waiting.Go(func() {
			slots <- struct{}{}
			defer func() { <-slots }()
			results[i] = report.Guard(number, func() report.Result { return s.Ask(ctx, number) })
		})
	}
	waiting.Wait()
	return results
}
