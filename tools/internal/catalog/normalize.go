// One spelling for all spellings of an identifier (sections 6.2 to 6.4).

package catalog

import (
	"fmt"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
)

// normalizeURI escapes the characters that a URI can't hold, as their UTF-8 in percent signs (section 6.3).
func normalizeURI(uri string) string {
	var b strings.Builder
	for i := range len(uri) {
		c := uri[i]
		if c <= 0x20 || c >= 0x7F || strings.IndexByte("\"<>\\^`{|}", c) >= 0 {
			fmt.Fprintf(&b, "%%%02X", c)
			continue
		}
		b.WriteByte(c)
	}
	return b.String()
}

// normalizePublic collapses white space (section 6.2).
func normalizePublic(id string) string { return load.Collapse(id) }

// fromURN turns the text of a urn:publicid: back into that of a public identifier (RFC 3151).
var fromURN = strings.NewReplacer(
	"+", " ", ":", "//", ";", "::", "%2B", "+", "%3A", ":", "%2F", "/", "%3B", ";", "%27", "'", "%3F", "?", "%23", "#", "%25", "%",
	"%2b", "+", "%3a", ":", "%2f", "/", "%3b", ";", "%3f", "?",
)

// publicURN returns the public identifier that a urn:publicid: names (section 6.4).
func publicURN(name string) (id string, ok bool) {
	const prefix = "urn:publicid:"
	if len(name) < len(prefix) || !strings.EqualFold(name[:len(prefix)], prefix) {
		return "", false
	}
	return normalizePublic(fromURN.Replace(name[len(prefix):])), true
}
