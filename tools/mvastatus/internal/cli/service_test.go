package cli

import (
	"strings"
	"testing"

	"github.com/mvainnsyn/mvainnsyn/client/clienttest"
)

// TestServices: one table for each, and nothing concluded from what a service does not tell.
func TestServices(t *testing.T) {
	for name, c := range map[string]struct {
		service, organisation string
		code, accepted        int // without and with --accept-unknown
		says                  []string
	}{
		"frister, one ahead":             {"frister", clienttest.OneOpen, 3, 0, []string{"12 dager til frist", "– der fristen er ute"}},
		"frister, due soon":              {"frister", clienttest.Compensation, 3, 1, []string{"5 dager til frist"}},
		"frister, nothing ahead":         {"frister", clienttest.NothingOpen, 3, 0, []string{"ingen frister framover", "– der fristen er ute"}},
		"frister, overdue is not told":   {"frister", clienttest.Overdue, 3, 0, []string{"50 dager til frist", "er ukjent"}},
		"meldingsopplysning, open":       {"meldingsopplysning", clienttest.OneOpen, 3, 0, []string{"–      –", "– der fristen er ute, – med frist innen"}},
		"meldingsopplysning, nothing":    {"meldingsopplysning", clienttest.NothingOpen, 3, 0, []string{"ingen åpne terminer"}},
		"meldingsopplysning, no consent": {"meldingsopplysning", "974761076", 3, 3, []string{"IKKE KONTROLLERT"}},
	} {
		for _, more := range [][]string{nil, {"--accept-unknown"}} {
			want := c.code
			if more != nil {
				want = c.accepted
			}
			got := around(nil).run(append([]string{"status", "--sandbox", "--service", c.service, c.organisation}, more...)...)
			if got.code != want {
				t.Errorf("%s %v: exit code %d, want %d\n%s%s", name, more, got.code, want, got.stdout, got.stderr)
			}
			for _, text := range c.says {
				if !strings.Contains(got.stdout, text) {
					t.Errorf("%s: %q is missing in\n%s", name, text, got.stdout)
				}
			}
		}
	}
}

// TestASourceThatDidNotAnswer is a row that was not checked, whatever the other sources said.
func TestASourceThatDidNotAnswer(t *testing.T) {
	server := clienttest.New(t)
	world := around(server)
	world.environment["MVASTATUS_SERVICE"], world.environment["MVASTATUS_PATH"] = "frister", clienttest.FristerQuery
	for _, c := range []struct {
		effect clienttest.Effect
		code   int
	}{
		{clienttest.Sources("OK"), 0}, {clienttest.Sources("OK", "UTILGJENGELIG"), 3}, {clienttest.Sources("FEIL"), 3}, {clienttest.Sources(), 3}, {clienttest.MoreFields(), 0},
	} {
		server.Clear()
		server.Inject(clienttest.Fault{At: clienttest.FristerEndpoint, Effect: c.effect})
		got := world.run("status", clienttest.OneOpen, "--accept-unknown")
		if got.code != c.code || (c.code == 3) != strings.Contains(got.stdout, "NOT CHECKED") {
			t.Errorf("exit code %d, want %d\n%s%s", got.code, c.code, got.stdout, got.stderr)
		}
	}
}

func TestLivingServicesNeedTheirPath(t *testing.T) {
	server := clienttest.New(t)
	world := around(server)
	if got := world.run("status", "--service", "frister", clienttest.OneOpen); got.code != exitUsage || !strings.Contains(got.stderr, "path is missing") {
		t.Errorf("exit code %d: %s", got.code, got.stderr)
	}
}

// TestTokensFromElsewhere: a file and a program stand in for Maskinporten and the key.
func TestTokensFromElsewhere(t *testing.T) {
	server := clienttest.New(t)
	world := around(server)
	for _, name := range []string{"CLIENT_ID", "KEY", "KID", "ISSUER"} {
		delete(world.environment, "MVASTATUS_"+name)
	}
	world.environment["MVASTATUS_TOKEN_COMMAND"] = "echo not-a-token-of-the-server-$MVASTATUS_ORGNR"
	got := world.run("status", clienttest.OneOpen)
	if got.code != 3 || !strings.Contains(got.stdout, "does not take the token") || strings.Contains(got.stdout+got.stderr, "not-a-token") {
		t.Errorf("exit code %d: %s%s", got.code, got.stdout, got.stderr)
	}
	if server.Count(clienttest.StatusEndpoint) == 0 || server.Count(clienttest.TokenEndpoint) != 0 {
		t.Error("the service was not asked, or Maskinporten was")
	}
}
