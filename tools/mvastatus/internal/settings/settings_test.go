package settings

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func write(t *testing.T, name, text string, mode os.FileMode) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), mode); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestEnvironmentGoesOverTheFile(t *testing.T) {
	path := write(t, "config.yaml", "client_id: from-file\nsoon: 3\nkey_file: key.pem\n", 0o600)
	got, err := FromFile(path)
	if err != nil {
		t.Fatal(err)
	}
	environment := map[string]string{"MVASTATUS_CLIENT_ID": "from-environment", "MVASTATUS_KEY": "secret", "MVASTATUS_SOON": "10"}
	if err := got.AddEnvironment(func(name string) (string, bool) { value, ok := environment[name]; return value, ok }); err != nil {
		t.Fatal(err)
	}
	want := Defaults()
	want.ClientID, want.Key, want.Soon = "from-environment", "secret", 10
	want.KeyFile = filepath.Join(filepath.Dir(path), "key.pem")
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestFileFaultsArePositioned(t *testing.T) {
	for text, want := range map[string]string{
		"client_id: a\ncleint_id: b\n": "line 2",
		"soon: many\n":                 "line 1",
		"key: secret\n":                "key",
	} {
		_, err := FromFile(write(t, "config.yaml", text, 0o600))
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: error %v, want one with %q", text, err, want)
		}
	}
	if _, err := FromFile(filepath.Join(t.TempDir(), "none.yaml")); err == nil {
		t.Error("a file that was named must be there")
	}
}

func TestMissingDefaultFileIsNone(t *testing.T) {
	t.Setenv("XDG_CONFIG_HOME", t.TempDir())
	t.Setenv("HOME", t.TempDir())
	t.Setenv("AppData", t.TempDir())
	got, err := FromFile("")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(Defaults(), got); diff != "" {
		t.Error(diff)
	}
}

func TestCheckSaysEverythingAtOnce(t *testing.T) {
	s := Defaults()
	s.Environment, s.Organisation, s.Soon = "staging", "12", -1
	err := s.Check()
	if err == nil {
		t.Fatal("no error")
	}
	for _, want := range []string{"base_url", "--client-id", "MVASTATUS_KEY_FILE", `"staging"`, "organisation:", `soon is "-1"`} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("%q is missing in:\n%v", want, err)
		}
	}
	s = Defaults()
	s.BaseURL, s.ClientID, s.Key, s.Organisation = "https://example.org", "id", "pem", "NO 312 409 852 MVA"
	if err := s.Check(); err != nil {
		t.Error(err)
	}
	if s.Organisation != "312409852" {
		t.Errorf("organisation %q is not normalised", s.Organisation)
	}
}

func TestSoonMustBeANumber(t *testing.T) {
	s := Defaults()
	if err := s.AddEnvironment(func(name string) (string, bool) { return "many", name == "MVASTATUS_SOON" }); err == nil {
		t.Error("no error")
	}
}

func TestSecrets(t *testing.T) {
	s := Settings{KeyFile: write(t, "key", "from file", 0o600), KeyPasswordFile: write(t, "password", "pass word\r\n", 0o600)}
	key, err := s.ReadKey()
	if err != nil || string(key) != "from file" {
		t.Errorf("key %q, %v", key, err)
	}
	password, err := s.ReadPassword()
	if err != nil || password != "pass word" {
		t.Errorf("password %q, %v", password, err)
	}
	s.Key, s.KeyPassword = "from environment", "other"
	key, _ = s.ReadKey()
	password, _ = s.ReadPassword()
	if string(key) != "from environment" || password != "other" {
		t.Errorf("the environment goes first: %q, %q", key, password)
	}
	for name, path := range map[string]string{"empty": write(t, "empty", "", 0o600), "large": write(t, "large", strings.Repeat("x", 1<<20+1), 0o600)} {
		if _, err := (&Settings{KeyFile: path}).ReadKey(); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func TestExposed(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("mode bits mean nothing here")
	}
	open, closed := write(t, "open", "k", 0o600), write(t, "closed", "k", 0o600)
	if err := os.Chmod(open, 0o644); err != nil {
		t.Fatal(err)
	}
	warnings := (&Settings{KeyFile: open, KeyPasswordFile: closed}).Exposed()
	if len(warnings) != 1 || !strings.Contains(warnings[0].Error(), "chmod 600") {
		t.Errorf("warnings %q, want one about the open file", warnings)
	}
}
