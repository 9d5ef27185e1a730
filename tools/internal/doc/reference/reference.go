// Package reference collects what there is to tell of each element and type of a schema, for any form it is shown in: documentation, parts and how often
// they come, what values simple types take, where a thing is used, what it is called in Go, and an example.
package reference

import (
	"github.com/mvainnsyn/mvainnsyn/tools/internal/doc/example"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/doc/facets"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// Reference is all there is to tell of a schema.
type Reference struct {
	Title     string
	Namespace string
	Documents []string
	Doc       []string // paragraphs
	Entries   []*Entry // elements first, then types, in document order
	Left      int      // elements and types that no root reaches and that are left out of a large reference
}

// Entry is an element or a type.
type Entry struct {
	ID       string
	Kind     string // element, class, data type or enumeration
	Name     string // in the schema; of an anonymous type what it is the type of
	Space    string
	Go       string // what it is in Go, with the package
	Root     bool
	Notes    []string // in words: abstract, mixed content
	Type     Link     // of an element
	Base     Link     // of a type
	Verb     string   // extends or restricts
	Doc      []string
	Parts    []Part
	Choices  []string
	Words    []string
	Values   []facets.Value
	UsedBy   []Link
	Heirs    []Link
	Example  example.Example
	Complex  *schema.ComplexType // of a class, for its picture
	Position string
}

// Part is an element or attribute of a class, or its text.
type Part struct {
	ID     string
	Name   string
	Kind   string // element, attribute, text, any
	Occurs string // as in 0..1
	Often  string // in words
	Type   Link
	Words  []string // what values it takes, of a simple part
	Mark   string   // of the choice that it is part of
	Go     string   // the field
	Value  string   // default or fixed value, in words
	Doc    []string
}

// Link leads to another entry; without an ID it leads nowhere.
type Link struct{ ID, Words string }

// Often says in words how often a part comes.
func often(least, most int) string {
	switch {
	case least == 1 && most == 1:
		return "required"
	case least == 0 && most == 1:
		return "optional"
	case least == 0 && most == schema.Unbounded:
		return "any number of times"
	case least == 1 && most == schema.Unbounded:
		return "at least once"
	case most == schema.Unbounded:
		return "at least " + times(least)
	case least == most:
		return times(least)
	}
	return "from " + times(least) + " to " + times(most)
}
