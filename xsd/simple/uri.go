// The lexical space of xs:anyURI (Part 2, section 3.2.17.1): texts that are a URI reference of RFC 2396, as amended by RFC 2732,
// once the characters that no URI may hold are escaped. Little is left that can be wrong: a scheme, escapes, brackets, a
// second #.

package simple

import (
	"net/netip"
	"strings"
)

// isURI accepts URI references. The grammar is RFC 2396's, section 5, with the query alone ("?x") of its appendix C.1.
func isURI(text string) bool {
	if !hasWholeEscapes(text) {
		return false
	}
	text, fragment, hasFragment := strings.Cut(text, "#")
	if strings.Contains(fragment, "#") {
		return false
	}
	scheme, rest, absolute := cutScheme(text)
	if !absolute {
		return isHierarchy(text, hasFragment)
	}
	if !isScheme(scheme) || rest == "" {
		return false
	}
	return rest[0] != '/' || isHierarchy(rest, hasFragment)
}

// hasWholeEscapes reports whether two hexadecimal digits follow each percent sign, the one ASCII character that is never
// escaped and not always allowed.
func hasWholeEscapes(text string) bool {
	for {
		i := strings.IndexByte(text, '%')
		if i < 0 {
			return true
		}
		if len(text) < i+3 || !isHex(text[i+1:i+3]) {
			return false
		}
		text = text[i+3:]
	}
}

// cutScheme cuts at a colon before which there is no slash and no question mark: what comes first in a relative reference
// holds no colon.
func cutScheme(text string) (scheme, rest string, found bool) {
	i := strings.IndexAny(text, ":/?")
	if i < 0 || text[i] != ':' {
		return "", text, false
	}
	return text[:i], text[i+1:], true
}

func isScheme(text string) bool {
	for i := 0; i < len(text); i++ {
		c := text[i]
		if !isLetter(c) && (i == 0 || !isDigit(c) && c != '+' && c != '-' && c != '.') {
			return false
		}
	}
	return text != ""
}

// isHierarchy accepts //authority/path?query, each part optional, without brackets in the path. Nothing but // is refused:
// the RFC's grammar lets an authority be empty, the W3C's test anyURI_b006 does not.
func isHierarchy(text string, hasFragment bool) bool {
	path, _, hasQuery := strings.Cut(text, "?")
	if rest, ok := strings.CutPrefix(path, "//"); ok {
		var authority string
		authority, path, _ = strings.Cut(rest, "/")
		if rest == "" && !hasQuery && !hasFragment || !isAuthority(authority) {
			return false
		}
	}
	return !strings.ContainsAny(path, "[]")
}

// isAuthority accepts a registered name or user@host:port. The former is so wide that only brackets need a look: they
// enclose an IPv6 address (RFC 2732).
func isAuthority(text string) bool {
	if !strings.ContainsAny(text, "[]") {
		return true
	}
	host := text[strings.LastIndexByte(text, '@')+1:]
	address, port, ok := strings.Cut(strings.TrimPrefix(host, "["), "]")
	if !ok || host[0] != '[' || strings.Contains(text[:len(text)-len(host)], "[") {
		return false
	}
	ip, err := netip.ParseAddr(address)
	if err != nil || !ip.Is6() || ip.Zone() != "" {
		return false
	}
	return port == "" || port[0] == ':' && afterDigits(port, 1) == len(port)
}
