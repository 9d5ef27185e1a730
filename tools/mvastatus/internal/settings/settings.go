// Package settings collects what mvastatus needs to know, from flags, the environment and a file, in that order of precedence. Secrets come
// from files or the environment only: a flag would show them to everyone who can list processes.
package settings

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/mvainnsyn/mvainnsyn/client/orgnr"
)

// Settings is everything that can be set. The yaml names are those of the file, MVASTATUS_ and the upper-cased name those of the environment,
// and with hyphens those of the flags.
type Settings struct {
	Environment     string `yaml:"environment"`       // test or production
	BaseURL         string `yaml:"base_url"`          // of the status service
	Issuer          string `yaml:"issuer"`            // of a Maskinporten other than the two
	ClientID        string `yaml:"client_id"`         // of the Maskinporten client
	KeyFile         string `yaml:"key_file"`          // PEM, PKCS#12 or JWK
	KeyID           string `yaml:"kid"`               // of the uploaded key; empty: the certificate is sent
	KeyPasswordFile string `yaml:"key_password_file"` // for PKCS#12
	Delegation      string `yaml:"delegation"`        // consumer-org, system-user or none
	Organisation    string `yaml:"organisation"`      // one's own, for which no delegation is asked
	ExternalRef     string `yaml:"external_ref"`      // of the system user
	Accept          string `yaml:"accept"`            // xml or json
	Language        string `yaml:"lang"`              // nb or en
	Soon            int    `yaml:"soon"`              // days

	// Secrets, from the environment only.
	Key         string `yaml:"-"` // the key itself, as PEM or JWK
	KeyPassword string `yaml:"-"`
}

// The values of Delegation.
const (
	DelegationConsumerOrg = "consumer-org"
	DelegationSystemUser  = "system-user"
	DelegationNone        = "none"
)

// Defaults are the settings where nothing else is said.
func Defaults() Settings {
	return Settings{Environment: "test", Delegation: DelegationConsumerOrg, Accept: "xml", Language: "nb", Soon: 7}
}

// field is one setting by name. Every one that may stand in a file may stand in the environment too.
type field struct {
	name string
	text *string
}

func (s *Settings) fields() []field {
	return []field{
		{"environment", &s.Environment},
		{"base_url", &s.BaseURL},
		{"issuer", &s.Issuer},
		{"client_id", &s.ClientID},
		{"key_file", &s.KeyFile},
		{"kid", &s.KeyID},
		{"key_password_file", &s.KeyPasswordFile},
		{"delegation", &s.Delegation},
		{"organisation", &s.Organisation},
		{"external_ref", &s.ExternalRef},
		{"accept", &s.Accept},
		{"lang", &s.Language},
		{"key", &s.Key},
		{"key_password", &s.KeyPassword},
	}
}

// Text is the setting of that name as it stands in a settings file; nil where there is none.
func (s *Settings) Text(name string) *string {
	for _, f := range s.fields() {
		if f.name == name {
			return f.text
		}
	}
	return nil
}

// FromFile reads the settings file over the defaults. A file that was not named and does not exist is none; one that was named must be there.
func FromFile(path string) (Settings, error) {
	settings := Defaults()
	named := path != ""
	if !named {
		path = DefaultPath()
	}
	data, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) && !named {
		return settings, nil
	}
	if err != nil {
		return settings, err
	}
	decoder := yaml.NewDecoder(bytes.NewReader(data))
	decoder.KnownFields(true)
	if err := decoder.Decode(&settings); err != nil && !errors.Is(err, io.EOF) {
		return settings, fmt.Errorf("%s: %w", path, err)
	}
	settings.resolvePaths(filepath.Dir(path))
	return settings, nil
}

// resolvePaths takes file names in a settings file relative to that file.
func (s *Settings) resolvePaths(dir string) {
	for _, path := range []*string{&s.KeyFile, &s.KeyPasswordFile} {
		if *path != "" && !filepath.IsAbs(*path) {
			*path = filepath.Join(dir, *path)
		}
	}
}

// DefaultPath is where the settings file lies when none is named; empty where the system has no such place.
func DefaultPath() string {
	dir, err := os.UserConfigDir()
	if err != nil {
		return ""
	}
	return filepath.Join(dir, "mvastatus", "config.yaml")
}

// EnvPrefix stands before every variable of the environment.
const EnvPrefix = "MVASTATUS_"

// AddEnvironment lays the environment over the settings; lookup is os.LookupEnv.
func (s *Settings) AddEnvironment(lookup func(string) (string, bool)) error {
	for _, f := range s.fields() {
		if value, set := lookup(EnvPrefix + strings.ToUpper(f.name)); set {
			*f.text = value
		}
	}
	if value, set := lookup(EnvPrefix + "SOON"); set {
		days, err := strconv.Atoi(value)
		if err != nil {
			return fmt.Errorf("%sSOON: %q is no number of days", EnvPrefix, value)
		}
		s.Soon = days
	}
	return nil
}

// Check says everything that is missing or contradicts itself, with how to mend it.
func (s *Settings) Check() error {
	var faults []error
	need := func(value, name, what string) {
		if value == "" {
			faults = append(faults, fmt.Errorf("%s is missing: %s (flag --%s, variable %s%s, or %s in the settings file)",
				name, what, strings.ReplaceAll(name, "_", "-"), EnvPrefix, strings.ToUpper(name), name))
		}
	}
	need(s.BaseURL, "base_url", "the address of the status service, from Skatteetaten's documentation")
	need(s.ClientID, "client_id", "the id of your Maskinporten client")
	if s.Key == "" {
		need(s.KeyFile, "key_file", "the file with the client's private key, PEM, PKCS#12 or JWK")
	}
	faults = append(faults, s.oneOf("environment", s.Environment, "test", "production"),
		s.oneOf("delegation", s.Delegation, DelegationConsumerOrg, DelegationSystemUser, DelegationNone),
		s.oneOf("accept", s.Accept, "xml", "json"), s.oneOf("lang", s.Language, "nb", "en"), s.normaliseOrganisation())
	if s.Soon < 0 {
		faults = append(faults, fmt.Errorf("soon is %d: a number of days from 0 is expected", s.Soon))
	}
	return errors.Join(faults...)
}

func (s *Settings) oneOf(name, value string, allowed ...string) error {
	for _, candidate := range allowed {
		if value == candidate {
			return nil
		}
	}
	return fmt.Errorf("%s is %q: use %s", name, value, strings.Join(allowed, " or "))
}

func (s *Settings) normaliseOrganisation() error {
	if s.Organisation == "" {
		return nil
	}
	number, err := orgnr.Parse(s.Organisation)
	if err != nil {
		return fmt.Errorf("organisation: %w", err)
	}
	s.Organisation = string(number)
	return nil
}
