// Package settings collects what mvastatus needs to know, from flags, the environment and a file, in that order of precedence. Secrets come
// from files or the environment only: a flag would show them to everyone who can list processes.
package settings

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/say"
)

// Settings is everything that can be set.
type Settings struct {
	Service         string // status, frister or meldingsopplysning
	Environment     string // test or production: which Maskinporten
	BaseURL         string // of the service
	Path            string // of the service, with {organisasjonsnummer}, where it has none of its own
	Issuer          string // of a Maskinporten other than the two
	ClientID        string // of the Maskinporten client
	KeyFile         string // PEM, DER, PKCS#12 or JWK
	KeyID           string // of the uploaded key; empty: the certificate is sent
	KeyPasswordFile string // for PKCS#12, and encrypted PEM or DER
	TokenFile       string // a token that something else obtains and renews
	TokenCommand    string // a program that prints a token
	ConsentCommand  string // a program that prints a consent token for an organisation
	Delegation      string // consumer-org, system-user or none
	Organisation    string // one's own, for which no delegation is asked
	ExternalRef     string // of the system user
	CAFile          string // authorities to trust beside the system's
	Accept          string // xml or json
	Language        string // nb or en
	Soon            int    // days

	// Secrets, from the environment only.
	Key         string // the key itself, as PEM or JWK, or either in base64
	KeyPassword string
}

// The values of Service.
const (
	ServiceStatus   = "status"
	ServiceFrister  = "frister"
	ServiceMeldings = "meldingsopplysning"
)

// The values of Delegation.
const (
	DelegationConsumerOrg = "consumer-org"
	DelegationSystemUser  = "system-user"
	DelegationNone        = "none"
)

// Defaults are the settings where nothing else is said.
func Defaults() Settings {
	return Settings{Service: ServiceStatus, Environment: "test", Delegation: DelegationConsumerOrg, Accept: "xml", Language: "nb", Soon: 7}
}

// field is one setting by name: that of the file; MVASTATUS_ and the upper-cased name is the environment's, and with hyphens the flag's.
type field struct {
	name   string
	text   *string
	secret bool // not to stand in a file
	path   bool // of a file, in a settings file relative to that
}

func (s *Settings) fields() []field {
	return []field{
		{name: "service", text: &s.Service},
		{name: "environment", text: &s.Environment},
		{name: "base_url", text: &s.BaseURL},
		{name: "path", text: &s.Path},
		{name: "issuer", text: &s.Issuer},
		{name: "client_id", text: &s.ClientID},
		{name: "key_file", text: &s.KeyFile, path: true},
		{name: "kid", text: &s.KeyID},
		{name: "key_password_file", text: &s.KeyPasswordFile, path: true},
		{name: "token_file", text: &s.TokenFile, path: true},
		{name: "token_command", text: &s.TokenCommand},
		{name: "consent_command", text: &s.ConsentCommand},
		{name: "delegation", text: &s.Delegation},
		{name: "organisation", text: &s.Organisation},
		{name: "external_ref", text: &s.ExternalRef},
		{name: "ca_file", text: &s.CAFile, path: true},
		{name: "accept", text: &s.Accept},
		{name: "lang", text: &s.Language},
		{name: "key", text: &s.Key, secret: true},
		{name: "key_password", text: &s.KeyPassword, secret: true},
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

// Names are the settings that may stand in a file.
func Names() []string {
	names := []string{"soon"}
	for _, f := range new(Settings).fields() {
		if !f.secret {
			names = append(names, f.name)
		}
	}
	return names
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
	if err := settings.read(data); err != nil {
		return settings, say.Errorf("%s: %s", path, err)
	}
	settings.resolvePaths(filepath.Dir(path))
	return settings, nil
}

// read takes the settings out of a file's text, and says everything that is wrong with it.
func (s *Settings) read(data []byte) error {
	var document yaml.Node
	if err := yaml.Unmarshal(data, &document); err != nil {
		return say.Errorf("the file is no valid YAML: lines of the form \"name: value\" are expected")
	}
	if document.Kind == 0 || document.Content[0].Tag == "!!null" {
		return nil
	}
	mapping := document.Content[0]
	if mapping.Kind != yaml.MappingNode {
		return say.Errorf("the file is no list of settings: lines of the form \"name: value\" are expected")
	}
	var faults []error
	for i := 0; i+1 < len(mapping.Content); i += 2 {
		faults = append(faults, s.readOne(mapping.Content[i], mapping.Content[i+1]))
	}
	return errors.Join(faults...)
}

func (s *Settings) readOne(key, value *yaml.Node) error {
	line := strconv.Itoa(key.Line)
	for _, f := range s.fields() {
		switch {
		case f.name != key.Value:
			continue
		case f.secret:
			return say.Errorf("line %s: %s is a secret and may not stand in the file: use the variable %s", line, f.name, variable(f.name))
		case value.Kind != yaml.ScalarNode:
			return say.Errorf("line %s: %s should be one value", line, f.name)
		}
		*f.text = value.Value
		return nil
	}
	if key.Value == "soon" {
		return s.setSoon(value.Value, say.Later("line %s", line))
	}
	return say.Errorf("line %s: there is no setting %q: those there are: %s", line, key.Value, say.List(Names()))
}

func (s *Settings) setSoon(text string, where say.Message) error {
	days, err := strconv.Atoi(text)
	if err != nil {
		return say.Errorf("%s: %q is no number of days", where, text)
	}
	s.Soon = days
	return nil
}

// resolvePaths takes file names in a settings file relative to that file.
func (s *Settings) resolvePaths(dir string) {
	for _, f := range s.fields() {
		if f.path && *f.text != "" && !filepath.IsAbs(*f.text) {
			*f.text = filepath.Join(dir, *f.text)
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

func variable(name string) string { return EnvPrefix + strings.ToUpper(name) }

// AddEnvironment lays the environment over the settings; lookup is os.LookupEnv.
func (s *Settings) AddEnvironment(lookup func(string) (string, bool)) error {
	for _, f := range s.fields() {
		if value, ok := lookup(variable(f.name)); ok {
			*f.text = strings.TrimPrefix(value, "\ufeff") // scripts that read files with Windows tools hand a mark on
		}
	}
	if value, ok := lookup(variable("soon")); ok {
		return s.setSoon(value, say.Later("the variable %s", variable("soon")))
	}
	return nil
}
