// This file holds values of union types (XSD 1.0 Part 2, section 2.5.1.3).

package codec

import (
	"strings"

	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
)

// Union is a value of a union type; generated types embed it. The zero Union is no value of any type.
type Union struct {
	text   string
	member *simple.SimpleType
	names  string // of each word of the text: a brace and the namespace, if the word is a name; joined with zero bytes. Empty where there is no name
}

// ParseUnion returns the value of the union type t that text stands for.
func ParseUnion(t *simple.SimpleType, text string) (Union, error) {
	if fault := t.Check(text, nil); fault != nil {
		return Union{}, fault
	}
	return unionOf(t, text, nil), nil
}

// unionOf takes a text that t accepts; in tolerant reading it may be one that it does not.
func unionOf(t *simple.SimpleType, text string, ns simple.PrefixResolver) Union {
	value, fault := t.Parse(text, ns)
	if fault != nil {
		return Union{text: text}
	}
	u := Union{text: value.String(), member: value.Type()}
	switch {
	case simple.IsNameType(u.member):
		u.names = spaceOf(value, ns)
	case u.member.Compiled().HoldsNames:
		items := make([]string, len(value.Items()))
		for i, item := range value.Items() {
			items[i] = spaceOf(item, ns)
		}
		u.names = strings.Join(items, endOfName)
	}
	return u
}

// What is around the namespaces of a union's names. No namespace has a zero byte, which XML does not have.
const (
	startOfName = "{"
	endOfName   = "\x00"
)

// spaceOf returns the namespace of a name behind the mark of one, and nothing for other values.
func spaceOf(value simple.Value, ns simple.PrefixResolver) string {
	if !simple.IsNameType(value.Type()) {
		return ""
	}
	name, _ := simple.ResolveName(value.String(), ns)
	return startOfName + name.Space
}

// Text returns the value as written.
func (u Union) Text() string { return u.text }

// String returns the value as written.
func (u Union) String() string { return u.text }

// Member returns the member type that the value is of: the first one that takes the text. It is nil for no value.
func (u Union) Member() *simple.SimpleType { return u.member }

// Equal reports whether both have the same text and member.
func (u Union) Equal(other Union) bool { return u == other }

// ReadAs reads a value of the union type t.
func (u *Union) ReadAs(r *XMLReader, t *simple.SimpleType) error {
	if text, ns, ok := r.value(t); ok {
		*u = unionOf(t, text, ns)
	}
	return r.Err()
}

// WriteAs writes the value as one of the union type t.
func (u Union) WriteAs(w *XMLWriter, t *simple.SimpleType) error {
	if !w.begin(t) {
		return w.err
	}
	text, names := u.spell(w)
	if w.err == nil {
		w.finish(t, text, names)
	}
	return w.err
}

// spell returns the text as it is written here, and what the prefixes in it stand for.
func (u Union) spell(w *Writer) (text string, names simple.Prefixes) {
	if u.names == "" {
		return u.text, nil
	}
	words := strings.Fields(u.text)
	names = make(simple.Prefixes)
	for i, name := range strings.Split(u.names, endOfName) {
		if space, ok := strings.CutPrefix(name, startOfName); ok {
			prefix, local := simple.SplitName(words[i])
			words[i], prefix = w.spellName(Name{Space: space, Local: local}, prefix)
			names[prefix] = space
		}
	}
	return strings.Join(words, " "), names
}
