// This file writes an example as XML: each namespace is declared once, on the root, with the prefix of the schema's author.

package example

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/sample"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// The namespaces that documents need beside those of the schema.
const (
	xsiNamespace = "http://www.w3.org/2001/XMLSchema-instance"
	xmlNamespace = "http://www.w3.org/XML/1998/namespace"
)

// xmlWriter writes one tree. The prefix of the namespace that is the default is empty.
type xmlWriter struct {
	strings.Builder
	elements   map[string]string // prefixes of elements and types, by namespace
	attributes map[string]string
}

// xml is a tree as XML; false for one whose values have prefixes of their own.
func (m *Maker) xml(tree *sample.Node) (string, bool) {
	used := namespaces{elements: map[string]bool{}, attributes: map[string]bool{}}
	if !used.add(tree) {
		return "", false
	}
	w := &xmlWriter{elements: map[string]string{"": ""}, attributes: map[string]string{"": "", xmlNamespace: "xml:"}}
	taken := map[string]bool{"xml": true, "xsi": true}
	declared := map[string]string{} // namespaces by what declares them
	if root := tree.Name.Space; root != "" && !used.elements[""] {
		w.elements[root] = ""
		declared["xmlns"] = root
	}
	for _, space := range slices.Sorted(maps.Keys(used.elements)) {
		if _, ok := w.elements[space]; !ok {
			prefix := m.prefix(space, taken)
			w.elements[space], declared["xmlns:"+prefix] = prefix+":", space
		}
	}
	for _, space := range slices.Sorted(maps.Keys(used.attributes)) {
		if _, ok := w.attributes[space]; ok {
			continue
		}
		prefix := w.elements[space]
		if prefix == "" {
			name := "xsi"
			if space != xsiNamespace {
				name = m.prefix(space, taken)
			}
			prefix = name + ":"
			declared["xmlns:"+name] = space
		}
		w.attributes[space] = prefix
	}
	w.node(tree, declared)
	return w.String(), true
}

// prefix is that of the first document that has one for a namespace, or a counted one.
func (m *Maker) prefix(space string, taken map[string]bool) string {
	for _, d := range m.set.Documents {
		for _, prefix := range slices.Sorted(maps.Keys(d.Prefixes)) {
			if prefix != "" && d.Prefixes[prefix] == space && !taken[prefix] {
				taken[prefix] = true
				return prefix
			}
		}
	}
	for i := 1; ; i++ {
		if prefix := fmt.Sprintf("ns%d", i); !taken[prefix] {
			taken[prefix] = true
			return prefix
		}
	}
}

// namespaces are those that a tree uses.
type namespaces struct{ elements, attributes map[string]bool }

// add adds those of an element, and reports whether no value has prefixes.
func (s namespaces) add(n *sample.Node) bool {
	s.elements[n.Name.Space] = true
	if typeIsSaid(n) {
		s.attributes[xsiNamespace] = true
		s.elements[n.Type.TypeName().Space] = true
	}
	if n.Nil {
		s.attributes[xsiNamespace] = true
	}
	for _, a := range n.Attributes {
		if a.Value.Names != nil {
			return false
		}
		s.attributes[a.Name.Space] = true
	}
	for _, i := range n.Content {
		switch i := i.(type) {
		case sample.Text:
			if i.Names != nil {
				return false
			}
		case *sample.Node:
			if !s.add(i) {
				return false
			}
		}
	}
	return true
}

// typeIsSaid reports whether xsi:type says the type of an element.
func typeIsSaid(n *sample.Node) bool {
	return n.Type != nil && (n.Declaration == nil || n.Type != n.Declaration.Type) && n.Type.TypeName() != schema.Name{}
}

var (
	textEscapes      = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", "\r", "&#13;")
	attributeEscapes = strings.NewReplacer("&", "&amp;", "<", "&lt;", `"`, "&quot;", "\n", "&#10;", "\r", "&#13;", "\t", "&#9;")
)

func (w *xmlWriter) attribute(name, value string) {
	w.WriteString(" " + name + `="` + attributeEscapes.Replace(value) + `"`)
}

func (w *xmlWriter) node(n *sample.Node, declared map[string]string) {
	name := w.elements[n.Name.Space] + n.Name.Local
	w.WriteString("<" + name)
	for _, declaration := range slices.Sorted(maps.Keys(declared)) {
		w.attribute(declaration, declared[declaration])
	}
	if typeIsSaid(n) {
		t := n.Type.TypeName()
		w.attribute(w.attributes[xsiNamespace]+"type", w.elements[t.Space]+t.Local)
	}
	if n.Nil {
		w.attribute(w.attributes[xsiNamespace]+"nil", "true")
	}
	for _, a := range n.Attributes {
		w.attribute(w.attributes[a.Name.Space]+a.Name.Local, a.Value.Text)
	}
	if len(n.Content) == 0 {
		w.WriteString("/>")
		return
	}
	w.WriteString(">")
	for _, i := range n.Content {
		switch i := i.(type) {
		case sample.Text:
			w.WriteString(textEscapes.Replace(i.Text))
		case *sample.Node:
			w.node(i, nil)
		}
	}
	w.WriteString("</" + name + ">")
}
