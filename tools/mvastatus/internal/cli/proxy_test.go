// Calls through proxies, which net/http finds in the environment of a process when it is first asked, and never for addresses of this machine.

package cli

import (
	"encoding/base64"
	"encoding/pem"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/mvainnsyn/mvainnsyn/client/clienttest"
)

// distant is the address of a service that only the proxy reaches. The certificate that httptest has is good for it.
const distant = "https://status.example.com"

// proxy leads every connection that it is asked for to one server, or refuses them all.
type proxy struct {
	*httptest.Server
	leadsTo string // an address; empty: it refuses
	mu      sync.Mutex
	asked   []string // the hosts it was asked for
	user    string   // the last Proxy-Authorization
}

func newProxy(t *testing.T, leadsTo string) *proxy {
	p := &proxy{leadsTo: leadsTo}
	p.Server = httptest.NewServer(p)
	t.Cleanup(p.Close)
	return p
}

func (p *proxy) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	p.mu.Lock()
	p.asked, p.user = append(p.asked, r.Host), r.Header.Get("Proxy-Authorization")
	p.mu.Unlock()
	if p.leadsTo == "" || r.Method != http.MethodConnect {
		w.WriteHeader(http.StatusProxyAuthRequired)
		return
	}
	server, err := net.Dial("tcp", p.leadsTo)
	if err != nil {
		w.WriteHeader(http.StatusBadGateway)
		return
	}
	defer server.Close()
	w.WriteHeader(http.StatusOK)
	caller, _, err := w.(http.Hijacker).Hijack()
	if err != nil {
		return
	}
	defer caller.Close()
	go io.Copy(server, caller) // ends when either side does
	io.Copy(caller, server)
}

// behindProxy is a world whose status service is reached by a proxy alone; the front is where the proxy has to lead.
func behindProxy(t *testing.T) (world *surroundings, front string) {
	t.Helper()
	server := clienttest.New(t)
	target, err := url.Parse(server.URL())
	if err != nil {
		t.Fatal(err)
	}
	encrypted := httptest.NewTLSServer(httputil.NewSingleHostReverseProxy(target))
	t.Cleanup(encrypted.Close)
	authority := filepath.Join(t.TempDir(), "ca.pem")
	if err := os.WriteFile(authority, pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: encrypted.Certificate().Raw}), 0o600); err != nil {
		t.Fatal(err)
	}
	world = around(server)
	world.environment["MVASTATUS_BASE_URL"], world.environment["MVASTATUS_CA_FILE"] = distant, authority
	for _, name := range []string{"HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy", "NO_PROXY", "no_proxy"} {
		world.environment[name] = ""
	}
	return world, encrypted.Listener.Addr().String()
}

// examined is the outcome of a doctor of its own process.
func examined(t *testing.T, world *surroundings) outcome {
	t.Helper()
	p := start(t, world, "doctor", clienttest.OneOpen)
	code := p.end(t)
	return outcome{code, p.stdout.String(), p.stderr.String()}
}

func TestDoctorBehindAProxy(t *testing.T) {
	world, front := behindProxy(t)
	leading := newProxy(t, front)
	address := leading.Listener.Addr().String()
	world.environment["HTTPS_PROXY"] = "http://kontoret:hemmelig@" + address
	got := examined(t, world)
	if got.code != 0 || !strings.Contains(got.stdout, "NOTE    proxy          status.example.com is reached through "+address+" (HTTPS_PROXY)\n") {
		t.Errorf("exit code %d:\n%s%s", got.code, got.stdout, got.stderr)
	}
	if strings.Contains(got.stdout+got.stderr, "hemmelig") {
		t.Errorf("the proxy's password was written:\n%s%s", got.stdout, got.stderr)
	}
	if want := "Basic " + base64.StdEncoding.EncodeToString([]byte("kontoret:hemmelig")); leading.user != want {
		t.Errorf("the proxy was told %q, want %q", leading.user, want)
	}
	if !slices.Contains(leading.asked, "status.example.com:443") {
		t.Errorf("the proxy was asked for %q", leading.asked)
	}
}

// TestDoctorShowsTheProxyOfMaskinporten where tokens come from one that is not named by its address: the service is on this machine here.
func TestDoctorShowsTheProxyOfMaskinporten(t *testing.T) {
	world := around(clienttest.New(t))
	delete(world.environment, "MVASTATUS_ISSUER")
	refusing := newProxy(t, "")
	world.environment["HTTPS_PROXY"] = refusing.URL
	got := examined(t, world)
	for _, want := range []string{
		"NOTE    proxy          test.maskinporten.no is reached through " + refusing.Listener.Addr().String(),
		"FAILED  maskinporten   Maskinporten: the proxy does not let the call through",
		"What to do: check HTTPS_PROXY and NO_PROXY",
	} {
		if got.code != exitCouldNotCheck || !strings.Contains(got.stdout, want) {
			t.Errorf("exit code %d, and %q is missing:\n%s%s", got.code, want, got.stdout, got.stderr)
		}
	}
}

func TestDoctorAndProxiesThatDoNotLead(t *testing.T) {
	t.Parallel()                 // it waits more than it works
	const closed = "127.0.0.1:1" // nothing listens there, and no port that was free before can be given to a server meanwhile
	for name, c := range map[string]struct {
		proxy, exempt string
		want          []string
	}{
		"refuses": {newProxy(t, "").URL, "", []string{"FAILED  service        the service: the proxy does not let the call through", "check HTTPS_PROXY and NO_PROXY"}},
		"is not there": {"http://kontoret:hemmelig@" + closed, "", []string{
			"status.example.com is reached through " + closed, "FAILED  service        the service: the proxy does not let the call through",
		}},
		"is mistyped":        {"http://kontoret:hemmelig@[::1", "", []string{"NOTE    proxy ", "FAILED  service "}},
		"is no address":      {"http://kontoret:hemmelig%zz@" + closed, "", []string{"NOTE    proxy          none: HTTPS_PROXY holds no address, so it is not used"}},
		"is for others only": {"http://" + closed, "status.example.com", []string{"ok      proxy          none for these addresses (NO_PROXY)"}},
	} {
		world, front := behindProxy(t)
		if strings.Contains(name, "no address") || c.exempt != "" { // these go straight there, so it must be a server of this machine
			world.environment["MVASTATUS_BASE_URL"] = "https://" + front
		}
		world.environment["HTTPS_PROXY"], world.environment["NO_PROXY"] = c.proxy, c.exempt
		got := examined(t, world)
		for _, want := range c.want {
			if !strings.Contains(got.stdout, want) {
				t.Errorf("%s: exit code %d, and %q is missing:\n%s%s", name, got.code, want, got.stdout, got.stderr)
			}
		}
		if strings.Contains(got.stdout+got.stderr, "hemmelig") {
			t.Errorf("%s: the proxy's password was written:\n%s%s", name, got.stdout, got.stderr)
		}
	}
}
