package service

import (
	"errors"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/mvainnsyn/mvainnsyn/client/clienttest"
	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/settings"
)

// TestWhatIsCheckedIsWhatOpens: the settings' check, which names the setting, refuses exactly what the library would refuse, which does not know
// that there are settings.
func TestWhatIsCheckedIsWhatOpens(t *testing.T) {
	server := clienttest.New(t)
	key := filepath.Join(t.TempDir(), "key.pem")
	if err := os.WriteFile(key, server.KeyPEM(), 0o600); err != nil {
		t.Fatal(err)
	}
	addresses := []string{
		"https://example.no", "https://example.no/", "https://example.no:8443/a/b", "HTTPS://example.no", "http://localhost:1", "http://127.0.0.1", "http://[::1]:8080/x",
		"http://example.no", "http://10.0.0.1", "ftp://example.no", "example.no", "example.no:8443", "//example.no", "https://", "https:///a", "https://u@example.no",
		"https://u:p@example.no", "https://example.no?a=b", "https://example.no?", "https://example.no#x", "http://a b", " https://example.no", "https://exa%mple.no", "%zz", "tull", "/", "https:example.no",
	}
	paths := []string{
		"/a/{organisasjonsnummer}", "a/{organisasjonsnummer}", "/a?o={organisasjonsnummer}", "/{organisasjonsnummer}/{organisasjonsnummer}", "{organisasjonsnummer}", "/a",
		"/a/{orgnr}", "/a/{organisasjonsnummer}/{x}", "/a/{organisasjonsnummer", "/a/organisasjonsnummer}", "/a/{{organisasjonsnummer}}", "/a/{}{organisasjonsnummer}",
		"https://example.no/{organisasjonsnummer}", "//example.no/{organisasjonsnummer}", "/a b/{organisasjonsnummer}", "/a#{organisasjonsnummer}", `\a\{organisasjonsnummer}`,
		"/%zz/{organisasjonsnummer}", "/a/{organisasjonsnummer}?b=c", "/", " ", "a:b/{organisasjonsnummer}",
	}
	good := settings.Defaults()
	good.BaseURL, good.ClientID, good.KeyFile, good.KeyID, good.Issuer = "https://example.no", "id", key, "kid", "https://example.no"
	agree := func(name string, s settings.Settings) (refused bool) {
		t.Helper()
		checked := s.Check()
		opened, err := Open(s, Surroundings{Logger: slog.New(slog.NewTextHandler(io.Discard, nil)), Now: time.Now})
		if err == nil {
			err = errors.Join(opened.Close(), nil)
		}
		if (checked == nil) != (err == nil) {
			t.Errorf("%s: the check says %v, the library %v", name, checked, err)
		}
		if checked != nil && strings.Contains(checked.Error(), "u:p@") {
			t.Errorf("%s: a password is repeated: %v", name, checked)
		}
		return checked != nil
	}
	refused := 0
	count := func(r bool) {
		if r {
			refused++
		}
	}
	for _, address := range addresses {
		s := good
		s.BaseURL = address
		count(agree("base_url "+address, s))
		s = good
		s.Issuer = address
		count(agree("issuer "+address, s))
	}
	for _, path := range paths {
		for _, service := range []string{settings.ServiceFrister, settings.ServiceMeldings} {
			s := good
			s.Service, s.Path = service, path
			count(agree(service+" "+path, s))
		}
	}
	if refused < 30 {
		t.Errorf("only %d were refused", refused)
	}
}
