// A session is a service to ask, made of the settings or of a sandbox.

package cli

import (
	"context"
	"time"

	"github.com/mvainnsyn/mvainnsyn/client/clienttest"
	"github.com/mvainnsyn/mvainnsyn/client/maskinporten"
	"github.com/mvainnsyn/mvainnsyn/client/orgnr"
	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/report"
	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/say"
	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/service"
	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/settings"
	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/terms"
)

type session struct {
	options  *options
	settings settings.Settings
	service  *service.Service
	fault    error              // why there is no service and nobody can be asked, such as a key whose certificate has ended
	sandbox  *clienttest.Server // nil outside the sandbox
}

// open makes the session that the flags ask for. Where the service cannot be opened, the session has the reason, so that the output says it for
// each organisation. The function gives the external reference of an organisation's system user; nil: the settings'.
func (o *options) open(externalRef func(string) string) (*session, error) {
	s, err := o.prepare()
	if err != nil {
		return nil, err
	}
	around := s.surroundings()
	around.ExternalRef = externalRef
	if s.service, s.fault = service.Open(s.settings, around); s.fault == nil {
		s.warnOfKey()
	}
	return s, nil
}

// askAll asks for several organisations; where nobody can be asked, that is the result of each.
func (s *session) askAll(ctx context.Context, numbers []orgnr.Number) []report.Result {
	if s.fault == nil {
		return s.service.AskAll(ctx, numbers)
	}
	results := make([]report.Result, len(numbers))
	for i, number := range numbers {
		results[i] = report.Result{Organisation: number, Err: s.fault}
	}
	return results
}

// surroundings are what the service needs beside the settings.
func (s *session) surroundings() service.Surroundings {
	around := service.Surroundings{Logger: s.options.logger(), Now: s.options.world.Now}
	if s.sandbox != nil {
		around.Consent = s.sandbox.Consent
	}
	return around
}

// prepare collects and checks the settings, and starts the sandbox where it is asked for.
func (o *options) prepare() (*session, error) {
	collected, err := o.settings()
	if err != nil {
		return nil, err
	}
	s := &session{options: o, settings: collected}
	if o.sandbox {
		if err := s.startSandbox(o.world.Now); err != nil {
			return nil, couldNotCheck(err)
		}
	}
	if err := s.settings.Check(); err != nil {
		s.close()
		return nil, usage(say.Errorf("the settings are not complete:\n%s\nTo see the program work without any: %s", err, "mvastatus status --sandbox 312409852"))
	}
	o.warnExposed(s.settings)
	return s, nil
}

func (s *session) startSandbox(now func() time.Time) error {
	server, err := clienttest.Start(clienttest.WithClock(now))
	if err != nil {
		return err
	}
	s.sandbox = server
	s.settings = sandboxSettings(server, s.settings)
	return nil
}

// sandboxSettings are the settings given, with everything that concerns the service replaced by the sandbox's.
func sandboxSettings(server *clienttest.Server, given settings.Settings) settings.Settings {
	given.BaseURL, given.Issuer, given.ClientID, given.KeyID = server.URL(), server.Issuer(), server.ClientID(), server.KeyID()
	given.Key, given.KeyFile, given.KeyPassword, given.KeyPasswordFile = string(server.KeyPEM()), "", "", ""
	given.TokenFile, given.TokenCommand, given.CAFile = "", "", ""
	switch given.ConsentCommand = ""; given.Service {
	case settings.ServiceFrister:
		given.Path = clienttest.FristerPath
	case settings.ServiceMeldings:
		given.Path = clienttest.MeldingsopplysningConsentPath
	}
	given.Delegation, given.Organisation = settings.DelegationConsumerOrg, clienttest.OwnOrganisation
	return given
}

// warnOfKey tells that the key's certificate ends soon.
func (s *session) warnOfKey() {
	if s.service.Maskinporten == nil {
		return
	}
	if warning := s.keyWarning(s.service.Key); warning != nil {
		s.options.warn(warning)
	}
}

// orderingTime is how long before its certificate ends a key is warned of: ordering a new one takes weeks.
const orderingTime = 45 * 24 * time.Hour

// keyWarning is what to warn of about a key; nil where its certificate lasts.
func (s *session) keyWarning(key maskinporten.Key) error {
	ends, ok := key.Expiry()
	if !ok || ends.Sub(s.options.world.Now()) >= orderingTime {
		return nil
	}
	words := terms.Words{Voice: s.options.voice}
	return say.Errorf("the key's certificate ends on %s: order a new one", words.Day(terms.Today(ends)))
}

// keyEnds is when the key's certificate ends or ended; zero without one.
func (s *session) keyEnds() time.Time {
	if !s.settings.OwnTokens() {
		return time.Time{}
	}
	key, err := service.Key(s.settings)
	if err != nil {
		return time.Time{}
	}
	ends, _ := key.Expiry()
	return ends
}

// report is about results of this session.
func (s *session) report(results []report.Result) report.Report {
	return report.Report{
		Results: results, Now: s.options.world.Now(), Soon: s.settings.Soon, Words: terms.Words{Voice: s.options.voice},
		AcceptUnknown: s.options.acceptUnknown, KeyEnds: s.keyEnds(),
	}
}

func (s *session) close() {
	if s.service != nil {
		_ = s.service.Close() // the answers are there already
	}
	if s.sandbox != nil {
		s.sandbox.Close()
	}
}
