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
	"strings"
	"testing"
	"time"

	"github.com/mvainnsyn/mvainnsyn/client/clienttest"
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
		warning := "the key's certificate ends on " + c.end.Format(time.DateOnly) + ": order a new one"
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
