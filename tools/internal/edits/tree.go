// A schema document as a tree of elements that keeps prefixes as written.

package edits

import (
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"
)

// node is an element; text between elements is kept for documentation alone.
type node struct {
	prefix, local string
	attributes    []attribute
	children      []*node
	content       string // character data
	parent        *node
}

// attribute is an attribute with its name as written.
type attribute struct{ name, value string }

// parse reads a document.
func parse(text string) (*node, error) {
	decoder := xml.NewDecoder(strings.NewReader(text))
	var root, open *node
	for {
		token, err := decoder.RawToken()
		if errors.Is(err, io.EOF) {
			return root, nil
		}
		if err != nil {
			return nil, err
		}
		switch token := token.(type) {
		case xml.StartElement:
			n := &node{prefix: token.Name.Space, local: token.Name.Local, parent: open}
			for _, a := range token.Attr {
				n.attributes = append(n.attributes, attribute{written(a.Name), a.Value})
			}
			if open != nil {
				open.children = append(open.children, n)
			} else {
				root = n
			}
			open = n
		case xml.EndElement:
			open = open.parent
		case xml.CharData:
			if open != nil && len(open.children) == 0 {
				open.content += string(token)
			}
		}
	}
}

func written(name xml.Name) string {
	if name.Space == "" {
		return name.Local
	}
	return name.Space + ":" + name.Local
}

// text writes the document.
func (n *node) text() string {
	var b strings.Builder
	n.write(&b, "")
	return b.String()
}

func (n *node) write(b *strings.Builder, indent string) {
	name := n.local
	if n.prefix != "" {
		name = n.prefix + ":" + n.local
	}
	b.WriteString(indent + "<" + name)
	for _, a := range n.attributes {
		b.WriteString(" " + a.name + `="`)
		_ = xml.EscapeText(b, []byte(a.value)) // a strings.Builder does not fail
		b.WriteString(`"`)
	}
	if len(n.children) == 0 {
		b.WriteString(">")
		_ = xml.EscapeText(b, []byte(n.content))
		b.WriteString("</" + name + ">\n")
		return
	}
	b.WriteString(">\n")
	for _, child := range n.children {
		child.write(b, indent+"  ")
	}
	b.WriteString(indent + "</" + name + ">\n")
}

// each calls visit for n and all elements below it, annotations and what is in them aside.
func (n *node) each(visit func(*node)) {
	if n.local == "annotation" {
		return
	}
	visit(n)
	for _, child := range slices.Clone(n.children) {
		child.each(visit)
	}
}

func (n *node) get(name string) string {
	for _, a := range n.attributes {
		if a.name == name {
			return a.value
		}
	}
	return ""
}

func (n *node) has(name string) bool {
	return slices.ContainsFunc(n.attributes, func(a attribute) bool { return a.name == name })
}

func (n *node) set(name, value string) {
	for i := range n.attributes {
		if n.attributes[i].name == name {
			n.attributes[i].value = value
			return
		}
	}
	n.attributes = append(n.attributes, attribute{name, value})
}

func (n *node) drop(name string) {
	n.attributes = slices.DeleteFunc(n.attributes, func(a attribute) bool { return a.name == name })
}

// index is the place of n among its parent's children.
func (n *node) index() int { return slices.Index(n.parent.children, n) }

// insert puts child at a place of n.
func (n *node) insert(at int, child *node) {
	child.parent = n
	n.children = slices.Insert(n.children, at, child)
}

func (n *node) add(child *node) { n.insert(len(n.children), child) }

// remove takes n out of its parent.
func (n *node) remove() { n.parent.children = slices.Delete(n.parent.children, n.index(), n.index()+1) }

// replace puts another node in the place of n.
func (n *node) replace(by *node) {
	by.parent = n.parent
	n.parent.children[n.index()] = by
}

// inside reports whether an element of that local name is above n.
func (n *node) inside(local string) bool {
	for up := n.parent; up != nil; up = up.parent {
		if up.local == local {
			return true
		}
	}
	return false
}

// Conditions for picking.

func is(locals ...string) func(*node) bool {
	return func(n *node) bool { return slices.Contains(locals, n.local) }
}

func has(name string) func(*node) bool { return func(n *node) bool { return n.has(name) } }

func lacks(name string) func(*node) bool { return func(n *node) bool { return !n.has(name) } }

func within(locals ...string) func(*node) bool {
	return func(n *node) bool { return n.parent != nil && slices.Contains(locals, n.parent.local) }
}

func notWithin(local string) func(*node) bool {
	return func(n *node) bool { return n.parent != nil && n.parent.local != local }
}
