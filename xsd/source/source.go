// Package source holds what reading XML and reading JSON have in common: names,
// positions, the errors of unreadable input, the limits that bound reading, shapes, and the
// input itself, decoded to UTF-8 and handed out through a window.
//
// It is a leaf: it imports the standard library only.
package source

import "strconv"

// A Name is an expanded name: a namespace and a local part (Namespaces in XML 1.0,
// section 2.1). Space is empty for a name in no namespace.
type Name struct {
	Space, Local string
}

// String returns "{space}local", or "local" for a name in no namespace.
func (n Name) String() string {
	if n.Space == "" {
		return n.Local
	}
	return "{" + n.Space + "}" + n.Local
}

// A Position is a place in the input as it was given, before decoding. Line and Column
// count from 1, Column in bytes; Offset counts bytes from 0. A line ends at a line feed, a
// carriage return, or the two together. The zero Position means that none is known.
type Position struct {
	Line, Column int
	Offset       int64
}

// IsValid reports whether the position is known.
func (p Position) IsValid() bool { return p.Line > 0 }

// String returns "line 3, column 7", or "unknown position".
func (p Position) String() string {
	if !p.IsValid() {
		return "unknown position"
	}
	return "line " + strconv.Itoa(p.Line) + ", column " + strconv.Itoa(p.Column)
}
