// Which service is asked.

package service

import (
	"github.com/mvainnsyn/mvainnsyn/client"
	"github.com/mvainnsyn/mvainnsyn/generated/frister/v1/fristerclient"
	"github.com/mvainnsyn/mvainnsyn/generated/mvameldinginnsendingstatus/v1/statusclient"
	"github.com/mvainnsyn/mvainnsyn/generated/mvameldingsopplysning/v1/meldingsopplysningclient"
	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/settings"
)

// openAPI makes the client of the service that the settings name.
func openAPI(s settings.Settings, source client.TokenSource, around Surroundings, options []client.Option) (api, error) {
	switch s.Service {
	case settings.ServiceFrister:
		calls, err := fristerclient.New(s.BaseURL, s.Path, source, options...)
		return fristerAPI{calls}, err
	case settings.ServiceMeldings:
		given := around.Consent
		if s.ConsentCommand != "" {
			given = consent(s.ConsentCommand)
		}
		if given != nil {
			options = append(options, client.WithConsent(given))
		}
		calls, err := meldingsopplysningclient.New(s.BaseURL, s.Path, source, options...)
		return meldingsAPI{calls}, err
	default:
		calls, err := statusclient.New(s.BaseURL, source, append(options, client.WithAccept(codec(s)))...)
		return statusAPI{calls}, err
	}
}
