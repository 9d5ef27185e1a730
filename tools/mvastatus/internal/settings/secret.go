// Secrets: where they come from and who else can read them.

package settings

import (
	"io"
	"os"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/say"
)

// maxSecretBytes bounds a key or password file: the largest certificate chain is a fraction of it.
const maxSecretBytes = 1 << 20

// ReadKey returns the bytes of the private key, from the environment if it is there, else from its file.
func (s *Settings) ReadKey() ([]byte, error) {
	if s.Key != "" {
		return []byte(s.Key), nil
	}
	return readSecret(s.KeyFile)
}

// ReadPassword returns the key's password, empty where none is set. The line end that editors add is no part of it.
func (s *Settings) ReadPassword() (string, error) {
	if s.KeyPassword != "" || s.KeyPasswordFile == "" {
		return s.KeyPassword, nil
	}
	data, err := readSecret(s.KeyPasswordFile)
	return strings.TrimRight(strings.TrimPrefix(string(data), "\ufeff"), "\r\n"), err
}

// ReadToken returns the token in the token file.
func (s *Settings) ReadToken() (string, error) {
	data, err := readSecret(s.TokenFile)
	return strings.TrimSpace(strings.TrimPrefix(string(data), "\ufeff")), err
}

func readSecret(path string) ([]byte, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close() //nolint:errcheck // read only
	data, err := io.ReadAll(io.LimitReader(file, maxSecretBytes+1))
	if err == nil && len(data) > maxSecretBytes {
		err = say.Errorf("%s is larger than 1 MiB: it is no secret", path)
	}
	if err == nil && len(data) == 0 {
		err = say.Errorf("%s is empty", path)
	}
	return data, err
}

// Exposed returns a warning for each secret file that others can read, in the operating system's terms.
func (s *Settings) Exposed() []error {
	var warnings []error
	for _, path := range []string{s.KeyFile, s.KeyPasswordFile, s.TokenFile} {
		if path == "" {
			continue
		}
		if warning := exposed(path); warning != nil {
			warnings = append(warnings, warning)
		}
	}
	return warnings
}
