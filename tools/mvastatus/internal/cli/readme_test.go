// The README's example, and its settings file.

package cli

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/mvainnsyn/mvainnsyn/client/clienttest"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/inputs"
)

func readme(t *testing.T) string {
	t.Helper()
	root, err := inputs.Root()
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(filepath.Join(root, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestTheReadmeShowsWhatTheCommandSays(t *testing.T) {
	example := regexp.MustCompile(`(?s)\$ go run \./tools/mvastatus ([^\n]*)\n(.*?)` + "```").FindStringSubmatch(readme(t))
	if example == nil {
		t.Fatal("the example is not found")
	}
	got := around(nil).run(strings.Fields(example[1])...)
	if dateless(got.stdout) != dateless(example[2]) {
		t.Errorf("the README shows\n%swhat is said is\n%s%s", example[2], got.stdout, got.stderr)
	}
}

// dateless takes out what differs from day to day: the term, its deadline, and how wide they are.
func dateless(table string) string {
	table = regexp.MustCompile(`[a-z]+–[a-z]+ \d{4}`).ReplaceAllString(table, "TERM")
	table = regexp.MustCompile(`\d{2}\.\d{2}\.\d{4}`).ReplaceAllString(table, "DAG")
	return regexp.MustCompile(` +`).ReplaceAllString(table, " ")
}

func TestTheReadmesSettingsAreTaken(t *testing.T) {
	text := regexp.MustCompile("(?s)```yaml\n(service: .*?)```").FindStringSubmatch(readme(t))
	if text == nil {
		t.Fatal("the settings are not found")
	}
	server := clienttest.New(t)
	dir := t.TempDir()
	filled := strings.NewReplacer("https://...", server.URL(), "/.../{organisasjonsnummer}", clienttest.FristerPath, "0b9a5e2c-...", server.ClientID(), "mva-2026", server.KeyID()).Replace(text[1])
	for name, data := range map[string][]byte{"config.yaml": []byte(filled), "mva.pem": server.KeyPEM()} {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	world := around(nil)
	world.environment = map[string]string{"MVASTATUS_CONFIG": filepath.Join(dir, "config.yaml"), "MVASTATUS_ISSUER": server.Issuer()}
	if got := world.run("status", clienttest.OneOpen, "--accept-unknown"); got.code != 0 || !strings.Contains(got.stdout, "12 dager til frist") {
		t.Errorf("exit code %d: %s%s", got.code, got.stdout, got.stderr)
	}
}
