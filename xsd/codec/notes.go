// This file holds what a document says beside its values: notes that reading takes and writing puts back.

package codec

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
)

// Notes are what an XML document says beside its values, so that it can be written as it was read: xsi:type where the Go type
// does not tell it, xsi:nil="false", that an element was empty whose value is its default, the order of the members of
// xs:all, and the spelling of booleans and numbers that are Go's basic types. Nothing of it changes what the document means.
//
// [ReadDocument] and [UnmarshalXML] with [Noting] take them, [Document.WriteXML] and [MarshalXML] with Noting put them back.
// They go by place: by which child of which child an element is. A note is used only where the element there still has the
// same name and, for a spelling or a default, the same value; all else is written as it would be without notes.
//
// The zero Notes are empty. Notes must not be read and written at the same time.
type Notes struct {
	schema *Schema // the document was read under it
	root   *note

	prefixes                simple.Prefixes // in scope at the root
	locations, withoutSpace string          // the root's schemaLocation and noNamespaceSchemaLocation
}

// note is what is noted of one element, and of those inside it.
type note struct {
	name       Name
	said       Name            // xsi:type
	saidNil    string          // xsi:nil, as written
	empty      bool            // the element was empty: its value is the default
	text       string          // of its value, not in the canonical spelling
	attributes map[Name]string // texts of attributes, likewise
	order      []int           // the fields of its children in the order they came, where that is not the schema's
	children   map[int]*note   // by number among the children, from 1
}

// Noting makes reading take notes of what the values do not tell, and writing put it back. Reading forgets earlier notes. For
// JSON, which has nothing of the kind, it is without effect.
func Noting(notes *Notes) Option {
	return func(o *options) { o.notes = notes }
}

// Equal reports whether both note the same. Nil notes are empty ones.
func (n *Notes) Equal(other *Notes) bool { return n.String() == other.String() }

// String lists the notes in the order of the document, one a line: the path of an element, its name, and what is noted.
func (n *Notes) String() string {
	if n == nil || n.root == nil {
		return ""
	}
	var lines strings.Builder
	n.root.list(&lines, "/*")
	return lines.String()
}

// list writes the note and those below it.
func (n *note) list(lines *strings.Builder, path string) {
	line := func(words, text string) {
		lines.WriteString(path + " " + n.name.String() + " " + words + text + "\n")
	}
	if n.said.Local != "" {
		line("says xsi:type=", n.said.String())
	}
	if n.saidNil != "" {
		line("says xsi:nil=", n.saidNil)
	}
	if n.empty {
		line("is empty: its value is the default", "")
	}
	if n.text != "" {
		line("is spelt ", n.text)
	}
	if n.order != nil {
		line("has its members in another order than the schema: by field ", numbers(n.order))
	}
	for _, name := range slices.SortedFunc(maps.Keys(n.attributes), compareNames) {
		line("has @"+name.String()+" spelt ", n.attributes[name])
	}
	for _, number := range slices.Sorted(maps.Keys(n.children)) {
		n.children[number].list(lines, path+"/*["+strconv.Itoa(number)+"]")
	}
}

func compareNames(a, b Name) int { return strings.Compare(a.String(), b.String()) }

func numbers(list []int) string {
	words := make([]string, len(list))
	for i, n := range list {
		words[i] = strconv.Itoa(n)
	}
	return strings.Join(words, " ")
}

// child returns the note of a child, which it makes if need be.
func (n *note) child(number int, name Name) *note {
	c := n.children[number]
	if c == nil {
		if n.children == nil {
			n.children = make(map[int]*note)
		}
		c = &note{name: name}
		n.children[number] = c
	}
	return c
}

// noteAttribute keeps the text of an attribute's value.
func (n *note) noteAttribute(name Name, text string) {
	if n.attributes == nil {
		n.attributes = make(map[Name]string)
	}
	n.attributes[name] = text
}

// arrived counts the elements that came so far: the number of the last one.
func (c *contents) arrived() int {
	if c.plan == nil {
		return c.cursor
	}
	number := 0
	for _, i := range c.plan.elements {
		number += c.counts[i]
	}
	return number
}
