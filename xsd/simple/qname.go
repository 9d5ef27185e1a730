// xs:QName and xs:NOTATION (Part 2, sections 3.2.18 and 3.2.19): names whose prefix means something only where they stand.

package simple

import (
	"strings"

	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

var nameSpace = &primitive[expandedName]{
	facets: textFacets,
	valid:  isQName,
	read: func(text string, ns PrefixResolver) (expandedName, bool) {
		name, ok := ResolveName(text, ns)
		return expandedName(name), ok
	},
	contextual: true,
}

// isQName accepts a local name, or a prefix and a local name with a colon between.
func isQName(text string) bool {
	prefix, local := SplitName(text)
	return IsNCName(local) && (prefix == "" && local == text || IsNCName(prefix))
}

// SplitName cuts at the first colon; prefix is "" where there is none.
func SplitName(text string) (prefix, local string) {
	if i := strings.IndexByte(text, ':'); i >= 0 {
		return text[:i], text[i+1:]
	}
	return "", text
}

// ResolveName resolves a text that isQName accepts. The prefix xml is always bound.
func ResolveName(text string, ns PrefixResolver) (name source.Name, ok bool) {
	prefix, local := SplitName(text)
	name.Local = local
	switch {
	case prefix == "xml":
		name.Space, ok = "http://www.w3.org/XML/1998/namespace", true
	case ns != nil:
		name.Space, ok = ns.LookupPrefix(prefix)
	}
	return name, ok || prefix == ""
}

// expandedName is the value of a QName.
type expandedName source.Name

func (n expandedName) compare(m expandedName) (order int, ok bool) { return 0, n == m }

func (n expandedName) appendKey(key []byte) []byte { return append(key, source.Name(n).String()...) }
