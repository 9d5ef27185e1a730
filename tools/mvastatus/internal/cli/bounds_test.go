// What a batch asks for when it makes no sense, whom it acts for, and whom it trusts.

package cli

import (
	"crypto/rsa"
	"crypto/tls"
	"encoding/pem"
	"io"
	"log"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/mvainnsyn/mvainnsyn/client/clienttest"
)

// TestRefusalsCountedAtTheServer: five that are the same for all end the run, with those on their way; those of one organisation end nothing.
func TestRefusalsCountedAtTheServer(t *testing.T) {
	organisations := clienttest.Organisations(100)
	for name, c := range map[string]struct {
		variable, value string
		refusal         string
		most            int
	}{
		"kid":    {"KID", "other", "", 10},
		"client": {"CLIENT_ID", "other", "", 10},
		"MP-124": {"", "", "MP-124", 10},
		"MP-201": {"", "", "MP-201", 10},
		"MP-250": {"", "", "MP-250", 100},
		"MP-251": {"", "", "MP-251", 100},
	} {
		server := clienttest.New(t)
		world, path := around(server), batchFile(t, organisations)
		if c.variable != "" {
			world.environment["MVASTATUS_"+c.variable] = c.value
		}
		if c.refusal != "" {
			server.Inject(clienttest.Fault{At: clienttest.TokenEndpoint, Effect: clienttest.Refuse(c.refusal, "refused")})
		}
		output := filepath.Join(filepath.Dir(path), "out.csv")
		got := world.run("batch", path, "--output", output, "-q")
		requests, notAsked := server.Count(clienttest.TokenEndpoint), 0
		rows := records(t, output)
		for _, row := range rows {
			if row[2] == "not asked" && row[9] == "" && row[10] != "" {
				notAsked++
			}
		}
		if got.code != exitCouldNotCheck || len(rows) != 100 || requests > c.most || c.most == 100 && requests != 100 || (notAsked > 80) != (c.most < 100) {
			t.Errorf("%s: exit code %d, %d rows, %d requests, %d not asked\n%s", name, got.code, len(rows), requests, notAsked, got.stderr)
		}
	}
}

func TestTheExternalReferenceStandsInARow(t *testing.T) {
	server := clienttest.New(t)
	key := server.Key()
	references := map[string]string{clienttest.OneOpen: "ref-1", clienttest.NothingOpen: "ref-2"}
	server.Register(clienttest.Client{
		ID: "with-references", Organisation: clienttest.OwnOrganisation, Scopes: []string{clienttest.Scope}, Keys: map[string]*rsa.PublicKey{"a": &key.PublicKey},
		SystemUser: func(organisation, reference string) bool { return references[organisation] == reference },
	})
	world := around(server)
	world.environment["MVASTATUS_CLIENT_ID"], world.environment["MVASTATUS_KID"], world.environment["MVASTATUS_DELEGATION"] = "with-references", "a", "system-user"
	path := filepath.Join(t.TempDir(), "a.csv")
	text := "orgnr;referanse\n" + clienttest.OneOpen + ";ref-1\n" + clienttest.NothingOpen + ";ref-2\n"
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := world.run("batch", path, "--external-ref-column", "Referanse"); got.code != 0 {
		t.Errorf("exit code %d: %s%s", got.code, got.stdout, got.stderr)
	}
	if got := world.run("batch", path, "--again", "--external-ref", "ref-1"); got.code != exitCouldNotCheck || !strings.Contains(got.stderr, "no such system user") {
		t.Errorf("one reference for all: exit code %d: %s", got.code, got.stderr)
	}
	if got := world.run("batch", path, "--external-ref-column", "annen"); got.code != exitUsage {
		t.Errorf("no such column: exit code %d: %s", got.code, got.stderr)
	}
}

// TestAuthoritiesToTrust: a server whose certificate nobody knows is not trusted until --ca-file names its authority.
func TestAuthoritiesToTrust(t *testing.T) {
	server := clienttest.New(t)
	target, err := url.Parse(server.URL())
	if err != nil {
		t.Fatal(err)
	}
	front := httptest.NewUnstartedServer(httputil.NewSingleHostReverseProxy(target))
	front.Config.ErrorLog = log.New(io.Discard, "", 0)
	front.TLS = &tls.Config{MinVersion: tls.VersionTLS12}
	front.StartTLS()
	defer front.Close()
	world := around(server)
	world.environment["MVASTATUS_BASE_URL"] = front.URL
	if got := world.run("status", clienttest.OneOpen); got.code != exitCouldNotCheck || !strings.Contains(got.stdout, "not trusted") || !strings.Contains(got.stdout, "--ca-file") {
		t.Errorf("exit code %d: %s%s", got.code, got.stdout, got.stderr)
	}
	authority := filepath.Join(t.TempDir(), "ca.pem")
	if err := os.WriteFile(authority, pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: front.Certificate().Raw}), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := world.run("status", clienttest.OneOpen, "--ca-file", authority); got.code != 0 {
		t.Errorf("exit code %d: %s%s", got.code, got.stdout, got.stderr)
	}
}
