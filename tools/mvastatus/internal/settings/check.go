// Whether settings are complete and fit together.

package settings

import (
	"errors"
	"strconv"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/say"
)

// OwnTokens tells whether tokens come from Maskinporten by a key of one's own, not from a file or a program.
func (s *Settings) OwnTokens() bool { return s.TokenFile == "" && s.TokenCommand == "" }

// Check says everything that is missing or contradicts itself, with how to mend it.
func (s *Settings) Check() error {
	faults := []error{
		oneOf("service", s.Service, ServiceStatus, ServiceFrister, ServiceMeldings),
		oneOf("environment", s.Environment, "test", "production"),
		oneOf("delegation", s.Delegation, DelegationConsumerOrg, DelegationSystemUser, DelegationNone),
		oneOf("accept", s.Accept, "xml", "json"),
		s.normaliseLanguage(), s.normaliseOrganisation(),
		need(s.BaseURL, "base_url", say.Later("the address of the service, from its documentation")),
		checkAddress("base_url", s.BaseURL),
	}
	if s.Service != ServiceStatus {
		faults = append(faults, need(s.Path, "path", say.Later("the path of the service with {organisasjonsnummer} in it, from its documentation")), checkPath(s.Path))
	}
	faults = append(faults, s.checkTokens()...)
	if s.Soon < 0 {
		faults = append(faults, say.Errorf("%s is %q: a number of days from 0 is expected", "soon", strconv.Itoa(s.Soon)))
	}
	return errors.Join(faults...)
}

// checkTokens sees that there is one way to tokens.
func (s *Settings) checkTokens() []error {
	if !s.OwnTokens() {
		if s.TokenFile != "" && s.TokenCommand != "" {
			return []error{say.Errorf("token_file and token_command are both set: use one of them")}
		}
		return nil
	}
	faults := []error{need(s.ClientID, "client_id", say.Later("the id of your Maskinporten client")), checkAddress("issuer", s.Issuer)}
	if s.Key == "" {
		faults = append(faults, need(s.KeyFile, "key_file", say.Later("the file with the client's private key, PEM, DER, PKCS#12 or JWK")))
	}
	return faults
}

func need(value, name string, what say.Message) error {
	if value != "" {
		return nil
	}
	return say.Errorf("%s is missing: %s (flag --%s, variable %s, or %s in the settings file)", name, what, strings.ReplaceAll(name, "_", "-"), variable(name), name)
}

func oneOf(name, value string, allowed ...string) error {
	for _, candidate := range allowed {
		if value == candidate {
			return nil
		}
	}
	return say.Errorf("%s is %q: use one of %s", name, value, say.List(allowed))
}

func (s *Settings) normaliseLanguage() error {
	language, ok := say.Named(s.Language)
	if !ok {
		return oneOf("lang", s.Language, "nb", "no", "en")
	}
	s.Language = string(language)
	return nil
}

func (s *Settings) normaliseOrganisation() error {
	if s.Organisation == "" {
		return nil
	}
	number, err := say.ParseNumber(s.Organisation)
	if err != nil {
		return say.Errorf("%s: %s", "organisation", err)
	}
	s.Organisation = string(number)
	return nil
}
