// The document as a tree, before it is written: what witnesses are made of and faults are planted in.

package sample

import (
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
	"github.com/mvainnsyn/mvainnsyn/xsd"
	"github.com/mvainnsyn/mvainnsyn/xsd/xmltext"
)

// Node is an element of a document that is being made. It may be changed freely; nothing keeps it valid but who changes it.
type Node struct {
	Name        schema.Name
	Declaration *schema.Element // nil for an element that a wildcard lets in unchecked
	Type        schema.Type     // written as xsi:type where it is not the declaration's; nil where Declaration is
	Nil         bool            // xsi:nil="true" is written
	Attributes  []Attribute
	Content     []Item
}

// Attribute is an attribute with its use; Use is nil for those that a wildcard lets in.
type Attribute struct {
	Name  schema.Name
	Value Value
	Use   *schema.AttributeUse
}

// Item is a [Text] or a *[Node].
type Item interface{ item() }

// Text is character data; Type is the simple type it is of, nil among mixed content.
type Text struct {
	Value
	Type *schema.SimpleType
}

// Value is the text of a simple value. Names resolves the prefixes in it; it is nil but for xs:QName and xs:NOTATION.
type Value struct {
	Text  string
	Names xsd.Prefixes
}

func (*Node) item() {}
func (Text) item()  {}

// instanceNamespace is that of xsi:type and xsi:nil.
const instanceNamespace = "http://www.w3.org/2001/XMLSchema-instance"

// Document writes the tree as a document. The error is that of a name or a character that XML cannot hold.
func (n *Node) Document() (string, error) {
	var w xmltext.Writer
	w.Prefer("xsi", instanceNamespace)
	if !n.hasNames() { // an unprefixed QName is in the default namespace
		w.Prefer("", n.Name.Space)
	}
	w.Declaration()
	n.writeTo(&w)
	data, err := w.Bytes()
	return string(data), err
}

func (n *Node) writeTo(w *xmltext.Writer) {
	w.Start(n.Name)
	if n.needsType() {
		w.Attr(schema.Name{Space: instanceNamespace, Local: "type"}, prefixed(w, n.Type.TypeName()))
	}
	if n.Nil {
		w.Attr(schema.Name{Space: instanceNamespace, Local: "nil"}, "true")
	}
	for _, a := range n.Attributes {
		w.Attr(a.Name, a.Value.write(w))
	}
	for _, i := range n.Content {
		switch i := i.(type) {
		case Text:
			w.Text(i.write(w))
		case *Node:
			i.writeTo(w)
		}
	}
	w.End()
}

// needsType reports whether only xsi:type says the node's type.
func (n *Node) needsType() bool {
	return n.Type != nil && (n.Declaration == nil || n.Type != n.Declaration.Type)
}

// prefixed writes a name with a prefix that is declared on the current element.
func prefixed(w *xmltext.Writer, name schema.Name) string {
	if prefix := w.Prefix(name.Space); prefix != "" {
		return prefix + ":" + name.Local
	}
	return name.Local
}

// write is the text with prefixes that are declared where it is written.
func (v Value) write(w *xmltext.Writer) string {
	if v.Names == nil {
		return v.Text
	}
	words := strings.Fields(v.Text)
	for i, word := range words {
		prefix, local, found := strings.Cut(word, ":")
		if !found {
			prefix, local = "", word
		}
		space, ok := v.Names[prefix]
		if ok || !found {
			words[i] = prefixed(w, schema.Name{Space: space, Local: local})
		}
	}
	return strings.Join(words, " ")
}

// hasNames reports whether a value in the tree has prefixes to resolve.
func (n *Node) hasNames() bool {
	found := false
	n.each(func(n *Node) {
		for _, a := range n.Attributes {
			found = found || a.Value.Names != nil
		}
		for _, i := range n.Content {
			text, ok := i.(Text)
			found = found || ok && text.Names != nil
		}
	})
	return found
}

// Children are the elements among the content.
func (n *Node) Children() []*Node {
	var out []*Node
	for _, i := range n.Content {
		if child, ok := i.(*Node); ok {
			out = append(out, child)
		}
	}
	return out
}

// each calls visit for the node and all below it, parents first.
func (n *Node) each(visit func(*Node)) {
	visit(n)
	for _, child := range n.Children() {
		child.each(visit)
	}
}

// Clone is a copy that shares no node with the original.
func (n *Node) Clone() *Node {
	copied := *n
	copied.Attributes = append([]Attribute(nil), n.Attributes...)
	copied.Content = make([]Item, len(n.Content))
	for i, it := range n.Content {
		if child, ok := it.(*Node); ok {
			it = child.Clone()
		}
		copied.Content[i] = it
	}
	return &copied
}

// simpleType is the type of the node's text, nil where its content is not simple.
func (n *Node) simpleType() *schema.SimpleType {
	switch t := n.Type.(type) {
	case *schema.SimpleType:
		return t
	case *schema.ComplexType:
		if c, ok := t.Content.(*schema.SimpleContent); ok {
			return c.Type
		}
	}
	return nil
}
