// The doctor's look at proxies, of which people seldom know.

package cli

import (
	"net/http"
	"net/url"
	"os"

	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/service"
)

// proxyLines show what stands between here and each server.
func (d *doctor) proxyLines() {
	v, direct := d.options.voice, true
	for _, server := range d.servers() {
		proxy, err := http.ProxyFromEnvironment(&http.Request{URL: server})
		if err != nil || proxy == nil {
			continue
		}
		direct = false
		// The host alone, since a password may stand before it, or in what was mistyped.
		d.options.finding(remark, v.Say("proxy"), v.Say("%s is reached through %s (HTTPS_PROXY)", server.Host, proxy.Host))
	}
	named := fromEnvironment("HTTPS_PROXY", "https_proxy")
	switch {
	case !direct:
	case named != "" && !readableProxy(named):
		d.options.finding(remark, v.Say("proxy"), v.Say("none: HTTPS_PROXY holds no address, so it is not used"))
	case named != "" && fromEnvironment("NO_PROXY", "no_proxy") != "":
		d.options.finding(good, v.Say("proxy"), v.Say("none for these addresses (NO_PROXY)"))
	default:
		d.options.finding(good, v.Say("proxy"), v.Say("none"))
	}
}

// servers are the addresses that calls go to, each host once.
func (d *doctor) servers() []*url.URL {
	addresses := []string{d.settings.BaseURL}
	if d.settings.OwnTokens() {
		addresses = append(addresses, service.Issuer(d.settings))
	}
	var servers []*url.URL
	for _, address := range addresses {
		server, err := url.Parse(address)
		if err == nil && (len(servers) == 0 || servers[0].Host != server.Host) {
			servers = append(servers, server)
		}
	}
	return servers
}

// fromEnvironment is the first of these variables that is set. It is this process's environment that net/http reads.
func fromEnvironment(names ...string) string {
	for _, name := range names {
		if value := os.Getenv(name); value != "" {
			return value
		}
	}
	return ""
}

// readableProxy tells whether net/http can make an address of a proxy's name, with its scheme or without. It passes over others in silence.
func readableProxy(name string) bool {
	_, err := url.Parse(name)
	_, bareErr := url.Parse("http://" + name)
	return err == nil || bareErr == nil
}
