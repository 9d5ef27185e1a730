// This file tells values that are names with a prefix, and reads them from JSON, which spells them with their namespace.

package codec

import (
	"strconv"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
)

// expandedQNames makes prefixed names, and what resolves them, of those in text spelt "{space}local", as JSON spells names. A text that a
// union takes as it is has none.
func expandedQNames(t *simple.SimpleType, text string) (string, simple.PrefixResolver) {
	if !t.Compiled().HoldsNames {
		return text, nil
	}
	prefixes := simple.Prefixes{"": ""}
	if t.Variety() == simple.VarietyUnion && t.Accepts(text, prefixes) {
		return text, prefixes
	}
	words := strings.Fields(text)
	for i, word := range words {
		if name := parseName(word); name.Space != "" {
			prefix := "ns" + strconv.Itoa(i+1)
			prefixes[prefix] = name.Space
			words[i] = prefix + ":" + name.Local
		}
	}
	return strings.Join(words, " "), prefixes
}
