// Keys whose certificate ends soon, ended or has not begun.

package cli

import (
	"bytes"
	"crypto/rand"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"fmt"
	"math/big"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/youmark/pkcs8"

	"github.com/mvainnsyn/mvainnsyn/client/clienttest"
	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/report"
	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/terms"
)

// certified is the server's key in PEM with a certificate of its own that is valid between two times.
func certified(t *testing.T, server *clienttest.Server, begin, end time.Time) string {
	t.Helper()
	template := &x509.Certificate{SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "KONTORET AS"}, NotBefore: begin, NotAfter: end}
	der, err := x509.CreateCertificate(rand.Reader, template, template, &server.Key().PublicKey, server.Key())
	if err != nil {
		t.Fatal(err)
	}
	return string(server.KeyPEM()) + string(pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der}))
}

func TestCertificateThatEnds(t *testing.T) {
	now := time.Now().Truncate(time.Second)
	days := func(n int) time.Time { return now.AddDate(0, 0, n).Add(time.Hour) }
	server := clienttest.New(t)
	for name, c := range map[string]struct {
		begin, end time.Time
		code       int
		warned     bool
		status     string // what a call ends with
		doctor     string
	}{
		"in 46 days": {days(-9), days(46), 0, false, "", "ok      key "},
		"in 44 days": {days(-9), days(44), 0, true, "", "NOTE    key            the key's certificate ends on "},
		"tomorrow":   {days(-9), days(1), 0, true, "", "NOTE    key            the key's certificate ends on "},
		"ended":      {days(-9), days(-1), exitCouldNotCheck, false, "its certificate is no longer valid", "FAILED  key "},
		"not begun":  {days(2), days(90), exitCouldNotCheck, false, "its certificate is not valid yet", "FAILED  key "},
	} {
		world := around(server)
		world.environment["MVASTATUS_KEY"] = certified(t, server, c.begin, c.end)
		got := world.run("status", clienttest.NothingOpen)
		warning := "the key's certificate ends on " + c.end.In(terms.Oslo).Format(time.DateOnly) + ": order a new one"
		if got.code != c.code || strings.Contains(got.stderr, warning) != c.warned || !strings.Contains(got.stderr, c.status) {
			t.Errorf("%s: exit code %d, want %d, a warning %v\n%s%s", name, got.code, c.code, c.warned, got.stdout, got.stderr)
		}
		if got := world.run("doctor"); got.code != c.code || !strings.Contains(got.stdout, c.doctor) {
			t.Errorf("%s: doctor ends with %d, want %d and %q\n%s%s", name, got.code, c.code, c.doctor, got.stdout, got.stderr)
		}
		if c.code != 0 {
			continue
		}
		metric := fmt.Sprintf("mvastatus_certificate_expiry_timestamp_seconds %d\n", c.end.Unix())
		if got := world.run("status", clienttest.NothingOpen, "--format", "prometheus"); !strings.Contains(plainNumbers(got.stdout), metric) {
			t.Errorf("%s: %q is missing in\n%s", name, metric, got.stdout)
		}
	}
	if got := around(server).run("status", clienttest.NothingOpen, "--format", "prometheus"); strings.Contains(got.stdout, "mvastatus_certificate_expiry") {
		t.Errorf("a key without a certificate has an end:\n%s", got.stdout)
	}
}

// TestOutputOfAKeyThatCannotBeUsed: the file of every format is written anew and says of each organisation that it was not asked; metrics keep the
// last success and tell when the certificate ended. Nobody is asked. What a batch was answered earlier on the same day stays.
func TestOutputOfAKeyThatCannotBeUsed(t *testing.T) {
	now := time.Now().Truncate(time.Second)
	end := now.AddDate(0, 0, -1)
	server := clienttest.New(t)
	dir := t.TempDir()
	for _, command := range []string{"status", "batch"} {
		for _, format := range report.Formats() {
			name := command + " " + format
			output := filepath.Join(dir, command+"."+format)
			arguments := []string{"status", clienttest.NothingOpen, clienttest.OneOpen}
			if command == "batch" {
				sheet := filepath.Join(dir, format+".csv")
				if err := os.WriteFile(sheet, []byte("orgnr\n"+clienttest.NothingOpen+"\n"+clienttest.OneOpen+"\n"), 0o600); err != nil {
					t.Fatal(err)
				}
				arguments = []string{"batch", sheet, "--quiet"}
			}
			arguments = append(arguments, "--format", format, "--output", output)
			world := around(server)
			if got := world.run(arguments...); got.code != 0 {
				t.Fatalf("%s: exit code %d: %s", name, got.code, got.stderr)
			}
			before := read(t, output)
			asked := server.Count(clienttest.TokenEndpoint) + server.Count(clienttest.StatusEndpoint)
			world.environment["MVASTATUS_KEY"] = certified(t, server, now.AddDate(-1, 0, 0), end)
			if command == "batch" {
				if got := world.run(arguments...); got.code != exitCouldNotCheck || format == string(report.CSV) && read(t, output) != before {
					t.Errorf("%s: what was answered today: exit code %d, in the file\n%s", name, got.code, read(t, output))
				}
				arguments = append(arguments, "--journal", output+".journal")
			}
			got := world.run(arguments...)
			after := read(t, output)
			if got.code != exitCouldNotCheck || strings.Count(got.stderr, "its certificate is no longer valid") != 1 {
				t.Errorf("%s: exit code %d: %s", name, got.code, got.stderr)
			}
			if after == before {
				t.Errorf("%s: the output is that of the run before:\n%s", name, after)
			}
			if format != string(report.Prometheus) && strings.Count(after, "its certificate is no longer valid") < 2 {
				t.Errorf("%s: the reason does not stand at each:\n%s", name, after)
			}
			if now := server.Count(clienttest.TokenEndpoint) + server.Count(clienttest.StatusEndpoint); now != asked {
				t.Errorf("%s: %d requests were sent", name, now-asked)
			}
			if format != string(report.Prometheus) {
				continue
			}
			for _, line := range []string{
				`mvastatus_up{orgnr="` + clienttest.NothingOpen + `"} 0`, `mvastatus_up{orgnr="` + clienttest.OneOpen + `"} 0`,
				`mvastatus_last_success_timestamp_seconds{orgnr="` + clienttest.NothingOpen + `"} `,
				fmt.Sprintf("mvastatus_certificate_expiry_timestamp_seconds %d\n", end.Unix()),
			} {
				if !strings.Contains(plainNumbers(after), line) {
					t.Errorf("%s: %q is missing in\n%s", name, line, after)
				}
			}
		}
	}
}

// plainNumbers writes a metrics file's large numbers, such as 1.7e+09, out in full.
func plainNumbers(text string) string {
	var out bytes.Buffer
	for line := range strings.Lines(text) {
		var name string
		var value float64
		if n, _ := fmt.Sscanf(line, "%s %g", &name, &value); n == 2 && !strings.HasPrefix(line, "#") && !strings.Contains(name, "{") {
			line = fmt.Sprintf("%s %.0f\n", name, value)
		}
		out.WriteString(line)
	}
	return out.String()
}

func read(t *testing.T, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// TestKeyFileInDER: a key file without the lines around it is used as it is, the password of an encrypted one comes from its own file, and what is no
// key is told with the forms there are.
func TestKeyFileInDER(t *testing.T) {
	server := clienttest.New(t)
	plain, err := x509.MarshalPKCS8PrivateKey(server.Key())
	if err != nil {
		t.Fatal(err)
	}
	encrypted, err := pkcs8.MarshalPrivateKey(server.Key(), []byte("hemmelig"), nil)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	file := func(name string, content []byte) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	password := file("password", []byte("hemmelig\n"))
	for name, c := range map[string]struct {
		key  string
		code int
		says string
	}{
		"PKCS8":           {file("key.der", plain), 0, ""},
		"PKCS1":           {file("key1.der", x509.MarshalPKCS1PrivateKey(server.Key())), 0, ""},
		"encrypted PKCS8": {file("secret.der", encrypted), 0, ""},
		"cut":             {file("cut.der", plain[:100]), exitCouldNotCheck, "give the key as PEM, DER, PKCS#12 or JWK"},
	} {
		world := around(server)
		delete(world.environment, "MVASTATUS_KEY")
		got := world.run("status", clienttest.NothingOpen, "--key-file", c.key, "--key-password-file", password)
		if got.code != c.code || !strings.Contains(got.stderr, c.says) {
			t.Errorf("%s: exit code %d, want %d and %q\n%s", name, got.code, c.code, c.says, got.stderr)
		}
	}
}
