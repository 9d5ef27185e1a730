// Package load reads schema documents: it follows include, import and redefine from file to file and keeps each document
// as a tree of elements with positions and namespace bindings. It knows the shape of a schema document no further than it
// must to find the next one; what the elements mean is for package schema.
package load

import (
	"crypto/sha256"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/diag"
	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

// Namespaces that have a meaning in every schema document.
const (
	XSDNamespace = "http://www.w3.org/2001/XMLSchema"
	XSINamespace = "http://www.w3.org/2001/XMLSchema-instance"
	XMLNamespace = "http://www.w3.org/XML/1998/namespace"
)

// Document is one schema document. The same file appears twice when it has no target namespace and is included from two
// namespaces (chameleon inclusion), each time with the namespace it takes on.
type Document struct {
	File     string // as given, or as found from the including document
	Address  string // the network address that a catalog or a fetch found it for; empty where there is none
	Data     []byte // its bytes, as they were read
	Hash     [sha256.Size]byte
	Embedded bool // it is a part of a WSDL
	BuiltIn  bool
	// Elsewhere says that a catalog or the network was needed to find it, or to find the document that led to it.
	Elsewhere       bool
	Root            *Element
	TargetNamespace string // the one its components belong to; empty for none
	Chameleon       bool   // it has no target namespace of its own and took on the including document's
	References      []*Reference
}

// ReferenceKind tells include, import and redefine apart.
type ReferenceKind uint8

// The ways one schema document refers to another (XSD 1.0 Part 1, section 4.2).
const (
	Include ReferenceKind = iota
	Import
	Redefine
)

// Reference is an include, import or redefine in a schema document.
type Reference struct {
	Kind      ReferenceKind
	Element   *Element
	Namespace string // of an import; empty for components in no namespace
	Location  string // schemaLocation, empty where there is none
	Address   string // the location as a network address, empty where it is none
	Target    *Document
	// Unresolved says why Target is nil and what to do about it. XSD 1.0 does not make that an error by itself
	// (src-include 1, src-import 2): it is one once a component that should be there is missed.
	Unresolved string
}

// Element is an element of a schema document.
type Element struct {
	Name     source.Name
	Prefix   string
	Position diag.Position
	Attrs    []Attr
	Nodes    []Node // children and text between them, in document order
	Parent   *Element
	Document *Document
	Scope    *Scope // the namespace bindings in force here
	Excluded bool   // a root element that its attributes exclude from XSD 1.0: nothing in it counts
}

// Attr is an attribute; namespace declarations are not among them.
type Attr struct {
	Name   source.Name
	Prefix string
	Value  string
}

// Node is a child element, or text where Element is nil.
type Node struct {
	Element *Element
	Text    string
}

// Scope is the set of namespace bindings in force at an element.
type Scope struct {
	bindings map[string]string
}

// LookupPrefix returns the namespace name that prefix is bound to; the empty prefix asks for the default namespace.
func (s *Scope) LookupPrefix(prefix string) (uri string, ok bool) {
	if prefix == "xml" {
		return XMLNamespace, true
	}
	uri, ok = s.bindings[prefix]
	return uri, ok
}

// Bindings returns all bindings in force, the prefix xml aside. The map is shared and must not be changed.
func (s *Scope) Bindings() map[string]string { return s.bindings }

// Children returns the child elements in document order.
func (e *Element) Children() []*Element {
	var children []*Element
	for _, n := range e.Nodes {
		if n.Element != nil {
			children = append(children, n.Element)
		}
	}
	return children
}

// Attr returns the value of the attribute without namespace called local, as written.
func (e *Element) Attr(local string) (value string, ok bool) {
	for i := range e.Attrs {
		if a := &e.Attrs[i]; a.Name.Local == local && a.Name.Space == "" {
			return a.Value, true
		}
	}
	return "", false
}

// Token returns the value of the attribute called local with white space collapsed, as every attribute of a schema document
// that is a name, number or URI is read.
func (e *Element) Token(local string) (value string, ok bool) {
	value, ok = e.Attr(local)
	return Collapse(value), ok
}

// IsXSD reports whether e is the element called local of XSD's own namespace.
func (e *Element) IsXSD(local string) bool {
	return e.Name.Local == local && e.Name.Space == XSDNamespace
}

// Text returns the text in e and in the elements within it, in document order.
func (e *Element) Text() string {
	if len(e.Nodes) == 1 && e.Nodes[0].Element == nil {
		return e.Nodes[0].Text
	}
	var b strings.Builder
	e.appendText(&b)
	return b.String()
}

func (e *Element) appendText(b *strings.Builder) {
	for _, n := range e.Nodes {
		if n.Element != nil {
			n.Element.appendText(b)
			continue
		}
		b.WriteString(n.Text)
	}
}

// Collapse replaces runs of XML white space by one space and removes it at both ends (Part 2, section 4.3.6).
func Collapse(s string) string {
	if !needsCollapse(s) {
		return s
	}
	return strings.Join(strings.FieldsFunc(s, isSpace), " ")
}

func needsCollapse(s string) bool {
	previous := true // as if a space came before: a leading one has to go
	for i := range len(s) {
		space := isSpace(rune(s[i]))
		if space && (previous || s[i] != ' ') {
			return true
		}
		previous = space
	}
	return previous && s != ""
}

func isSpace(r rune) bool { return r == ' ' || r == '\t' || r == '\n' || r == '\r' }
