// Addresses: what the library would refuse to send a secret to is refused here in the user's words, and by the name of the setting.

package settings

import (
	"net"
	"net/url"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/say"
)

// checkAddress takes https, and http to this machine. What may hold a password is not repeated.
func checkAddress(name, value string) error {
	if value == "" {
		return nil
	}
	address, err := url.Parse(value)
	switch {
	case err != nil:
		return say.Errorf("%s is no address: one such as %s is expected", name, "https://api.example.no")
	case address.User != nil:
		return say.Errorf("%s holds a user name or a password: neither belongs there", name)
	case address.Hostname() == "" || address.Scheme != "https" && address.Scheme != "http":
		return say.Errorf("%s is %q: an address such as %s is expected", name, value, "https://api.example.no")
	case address.RawQuery != "" || address.ForceQuery || address.Fragment != "":
		return say.Errorf("%s is %q: an address without ? and # is expected", name, value)
	case address.Scheme == "http" && !thisMachine(address.Hostname()):
		return say.Errorf("%s is %q, which is not encrypted: https is expected", name, value)
	}
	return nil
}

func thisMachine(host string) bool {
	address := net.ParseIP(host)
	return host == "localhost" || address != nil && address.IsLoopback()
}

// hole is where the organisation number stands in a path.
const hole = "{organisasjonsnummer}"

// checkPath takes a path, with or without a query, in which the organisation number has a place.
func checkPath(value string) error {
	if value == "" {
		return nil
	}
	bare := strings.ReplaceAll(value, hole, "x")
	parsed, err := url.Parse(bare)
	switch {
	case strings.ContainsAny(bare, "{}") || bare == value:
		return say.Errorf("path is %q: %s has to stand in it, and no other name in braces", value, hole)
	case err != nil || strings.ContainsAny(bare, " \t\r\n\\#"):
		return say.Errorf("path is %q: a path such as %s is expected", value, "/api/v1/"+hole)
	case parsed.Scheme != "" || parsed.Host != "":
		return say.Errorf("path is %q: the host belongs into base_url", value)
	}
	return nil
}
