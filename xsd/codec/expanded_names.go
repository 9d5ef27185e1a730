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
	m := newPrefixMaker()
	return m.withPrefixes(t, text), m.prefixes
}

// prefixMaker makes a prefix for each namespace of the names in a text.
type prefixMaker struct {
	prefixes simple.Prefixes
	of       map[string]string // the prefix of a namespace
}

// newPrefixMaker makes one that says that there is no default namespace.
func newPrefixMaker() *prefixMaker {
	return &prefixMaker{simple.Prefixes{"": ""}, map[string]string{}}
}

// prefix returns the prefix of a namespace.
func (m *prefixMaker) prefix(space string) string {
	prefix, ok := m.of[space]
	if !ok {
		prefix = "ns" + strconv.Itoa(len(m.prefixes)) // the default namespace is among them
		m.prefixes[prefix], m.of[space] = space, prefix
	}
	return prefix
}

// madePrefixes are the prefixes that expandedQNames made, nil where it looked for none.
func madePrefixes(ns simple.PrefixResolver) simple.Prefixes {
	prefixes, _ := ns.(simple.Prefixes)
	delete(prefixes, "")
	return prefixes
}

// withPrefixes returns a text of type t with prefixes instead of namespaces.
func (m *prefixMaker) withPrefixes(t *simple.SimpleType, text string) string {
	if !t.Compiled().HoldsNames || !strings.Contains(text, "{") {
		return text
	}
	switch t.Variety() {
	case simple.VarietyUnion:
		if member := memberWithNames(t, text); member != nil {
			return m.withPrefixes(member, text)
		}
		return text
	case simple.VarietyList:
		words := strings.Fields(text)
		for i, word := range words {
			words[i] = m.withPrefixes(t.Item(), word)
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
	return m.prefix(name.Space) + ":" + name.Local
}

// memberWithNames returns the member of a union that takes a text for names, or holds some; nil where one before it takes the text as it is.
func memberWithNames(union *simple.SimpleType, text string) *simple.SimpleType {
	m := newPrefixMaker()
	named, fault := union.Parse(m.withPrefixes(namesOnly, text), m.prefixes)
	if fault != nil || !named.Type().Compiled().HoldsNames {
		return nil
	}
	plain, fault := union.Parse(text, m.prefixes)
	if fault == nil && firstOf(union, plain.Type(), named.Type(), map[*simple.SimpleType]bool{}) != named.Type() {
		return nil
	}
	return named.Type()
}

// namesOnly takes each word for a name.
var namesOnly = simple.ListOf(Name{}, typeQName)

// firstOf returns that of two types which a union has first, nil for neither. A union may be reached in more ways than can be counted, so each is looked at once.
func firstOf(union, a, b *simple.SimpleType, seen map[*simple.SimpleType]bool) *simple.SimpleType {
	for _, member := range union.Members() {
		if member == a || member == b {
			return member
		}
		if seen[member] {
			continue
		}
		seen[member] = true
		if found := firstOf(member, a, b, seen); found != nil {
			return found
		}
	}
	return nil
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
