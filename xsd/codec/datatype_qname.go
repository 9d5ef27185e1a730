// xs:QName and xs:NOTATION (Part 2, sections 3.2.18 and 3.2.19): names whose prefix means something only where they stand.

package codec

import (
	"strings"

	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
)

// QName is a value of xs:QName: an expanded name and the prefix it was written with. The zero QName is no value; to write it
// is a violation.
type QName struct {
	name   Name
	prefix string
}

// Notation is a value of xs:NOTATION: the name of a notation declared in the schema, and the prefix it was written with. The
// zero Notation is no value; to write it is a violation.
type Notation struct {
	name   Name
	prefix string
}

// ParseQName reads a name, white space around it allowed, and resolves its prefix, or the default namespace where it has
// none. Without ns no prefix has a binding.
func ParseQName(text string, ns simple.PrefixResolver) (QName, error) {
	text = typeQName.Normalize(text)
	if fault := typeQName.Check(text, ns); fault != nil {
		return QName{}, fault
	}
	return readQName(text, ns), nil
}

// readQName takes a text that xs:QName accepts.
func readQName(text string, ns simple.PrefixResolver) QName {
	name, _ := simple.ResolveName(text, ns)
	prefix, _ := simple.SplitName(text)
	return QName{name: name, prefix: prefix}
}

// NewQName returns name with the prefix to write it with, if that prefix is free at the place of writing.
func NewQName(name Name, prefix string) QName { return QName{name: name, prefix: prefix} }

// Name returns the expanded name.
func (q QName) Name() Name { return q.name }

// Prefix returns the prefix it was written with, "" for none.
func (q QName) Prefix() string { return q.prefix }

// String returns the name as it was written: "prefix:local" or "local".
func (q QName) String() string { return writtenName(q.name, q.prefix) }

// Equal reports whether q and r are the same name with the same prefix.
func (q QName) Equal(r QName) bool { return q == r }

// Compare returns 0 and true for the same expanded name, whatever its prefix; there is no order between others.
func (q QName) Compare(r QName) (order int, ok bool) { return 0, q.name == r.name }

// MarshalText returns the expanded name, "{namespace}local" or "local": text alone has no prefixes.
func (q QName) MarshalText() ([]byte, error) { return marshalName(q.name, typeQName) }

// UnmarshalText reads what MarshalText writes.
func (q *QName) UnmarshalText(text []byte) (err error) {
	q.prefix = ""
	q.name, err = unmarshalName(string(text), typeQName)
	return err
}

// ParseNotation reads a notation's name, white space around it allowed, and resolves its prefix, or the default namespace
// where it has none. Without ns no prefix has a binding. Whether the notation is declared is for the schema to say.
func ParseNotation(text string, ns simple.PrefixResolver) (Notation, error) {
	q, err := ParseQName(text, ns)
	return Notation(q), err
}

// NewNotation returns name with the prefix to write it with, if that prefix is free at the place of writing.
func NewNotation(name Name, prefix string) Notation { return Notation{name: name, prefix: prefix} }

// Name returns the expanded name.
func (n Notation) Name() Name { return n.name }

// Prefix returns the prefix it was written with, "" for none.
func (n Notation) Prefix() string { return n.prefix }

// String returns the name as it was written: "prefix:local" or "local".
func (n Notation) String() string { return writtenName(n.name, n.prefix) }

// Equal reports whether n and m are the same name with the same prefix.
func (n Notation) Equal(m Notation) bool { return n == m }

// Compare returns 0 and true for the same expanded name, whatever its prefix; there is no order between others.
func (n Notation) Compare(m Notation) (order int, ok bool) { return 0, n.name == m.name }

// MarshalText returns the expanded name, "{namespace}local" or "local": text alone has no prefixes.
func (n Notation) MarshalText() ([]byte, error) { return marshalName(n.name, typeNOTATION) }

// UnmarshalText reads what MarshalText writes.
func (n *Notation) UnmarshalText(text []byte) (err error) {
	n.prefix = ""
	n.name, err = unmarshalName(string(text), typeNOTATION)
	return err
}

func writtenName(name Name, prefix string) string {
	if prefix == "" {
		return name.Local
	}
	return prefix + ":" + name.Local
}

func marshalName(name Name, t *simple.SimpleType) ([]byte, error) {
	if !simple.IsNCName(name.Local) {
		return nil, t.Refuse(name.Local)
	}
	return []byte(name.String()), nil
}

func unmarshalName(text string, t *simple.SimpleType) (Name, error) {
	var name Name
	name.Local = text
	if rest, ok := strings.CutPrefix(text, "{"); ok {
		name.Space, name.Local, _ = strings.Cut(rest, "}")
	}
	if !simple.IsNCName(name.Local) {
		return Name{}, t.Refuse(text)
	}
	return name, nil
}
