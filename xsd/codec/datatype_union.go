// This file holds values of union types (XSD 1.0 Part 2, section 2.5.1.3).

package codec

import "github.com/mvainnsyn/mvainnsyn/xsd/simple"

// Union is a value of a union type; generated types embed it. The zero Union is no value of any type.
type Union struct {
	text   string
	member *simple.SimpleType
	space  string // namespace of a QName's prefix
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
	if ns != nil && simple.IsNameType(u.member) {
		prefix, _ := simple.SplitName(u.text)
		u.space, _ = ns.LookupPrefix(prefix)
	}
	return u
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
	var names simple.Prefixes
	if !w.begin(t) {
		return w.err
	}
	if u.member != nil && simple.IsNameType(u.member) {
		prefix, _ := simple.SplitName(u.text)
		w.sink.declare(prefix, u.space)
		names = simple.Prefixes{prefix: u.space}
	}
	w.finish(t, u.text, names)
	return w.err
}
