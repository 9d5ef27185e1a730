// This file reads names as JSON spells them, with their namespace, and tells whether a value can be spelt so.

package codec

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
	"github.com/mvainnsyn/mvainnsyn/xsd/xmltext"
)

// expandedQNames makes prefixed names, and what resolves them, of those in text spelt "{space}local", as JSON spells names.
func expandedQNames(t *simple.SimpleType, text string) (string, simple.PrefixResolver) {
	if !t.Compiled().HoldsNames {
		return text, nil
	}
	prefixes := simple.Prefixes{"": ""}
	return withPrefixes(t, text, prefixes), prefixes
}

// madePrefixes are the prefixes that expandedQNames made, nil where it looked for none.
func madePrefixes(ns simple.PrefixResolver) simple.Prefixes {
	prefixes, _ := ns.(simple.Prefixes)
	delete(prefixes, "")
	return prefixes
}

// withPrefixes returns a text of type t with prefixes instead of namespaces. In a union, the first member that takes the text in either spelling says whether there are names.
func withPrefixes(t *simple.SimpleType, text string, prefixes simple.Prefixes) string {
	if !t.Compiled().HoldsNames {
		return text
	}
	switch t.Variety() {
	case simple.VarietyUnion:
		return asMember(t, text, prefixes)
	case simple.VarietyList:
		words := strings.Fields(text)
		for i, word := range words {
			words[i] = withPrefixes(t.Item(), word, prefixes)
		}
		return strings.Join(words, " ")
	}
	name := parseName(t.Normalize(text))
	switch name.Space {
	case "":
		return text
	case xmltext.XMLNamespace: // for which no other prefix can be declared
		return "xml:" + name.Local
	}
	prefix := numbered(len(prefixes))
	prefixes[prefix] = name.Space
	return prefix + ":" + name.Local
}

// numbered is the prefix that is given when there are so many, the default namespace among them.
func numbered(prefixes int) string { return "ns" + strconv.Itoa(prefixes) }

func asMember(union *simple.SimpleType, text string, prefixes simple.Prefixes) string {
	before := len(prefixes)
	for _, member := range union.Members() {
		if spelt := withPrefixes(member, text, prefixes); member.Accepts(spelt, prefixes) {
			return spelt
		}
		for len(prefixes) > before {
			delete(prefixes, numbered(len(prefixes)-1))
		}
	}
	return text
}

// checkNames refuses a text of a union that would be read as a name where names are spelt with their namespaces: no spelling says that it is none.
func (w *Writer) checkNames(t *simple.SimpleType, text string, ns simple.PrefixResolver) {
	if !t.Compiled().HoldsNames || t.Variety() == simple.VarietyAtomic || !strings.Contains(text, "{") {
		return
	}
	value, fault := t.Parse(text, ns)
	if fault != nil {
		return
	}
	read, otherFault := t.Parse(expandedQNames(t, t.ExpandNames(text, ns)))
	if otherFault != nil || !read.Equal(value) {
		w.fail(fmt.Errorf("xsd: the text %q looks like a name with its namespace, so that only XML can hold it", text))
	}
}
