// This file chooses the prefixes of what is written: those that the schema's author uses, each declared once, on the root.

package codec

import (
	"maps"
	"slices"

	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
	"github.com/mvainnsyn/mvainnsyn/xsd/xmltext"
)

// instanceBinding is how xsi:type and its like are written.
var instanceBinding = xmltext.Binding{Prefix: "xsi", URI: instanceNamespace}

// namespaceOfDeclarations is that of the attributes that declare namespaces. Nothing else is in it.
const namespaceOfDeclarations = "http://www.w3.org/2000/xmlns/"

// prefixesOf returns a prefix for each namespace of the schemas: the author's, else the name of the Go package. The nearest schema chooses first; a
// namespace whose prefix is taken gets one where it is written.
func prefixesOf(schemas []*Schema) []xmltext.Binding {
	b := bindingList{instanceBinding}
	for _, s := range schemas {
		b.addAll(s.parts.Prefixes)
	}
	for _, s := range schemas {
		b.add(s.parts.Package, s.space)
	}
	return append(b[1:], instanceBinding)
}

// bindingList is a list in which no prefix and no namespace comes twice.
type bindingList []xmltext.Binding

// add appends a binding unless its prefix or its namespace has one, or it cannot be declared.
func (l *bindingList) add(prefix, space string) {
	if prefix == "" || space == "" || prefix == "xml" || prefix == "xmlns" || space == xmltext.XMLNamespace || space == namespaceOfDeclarations {
		return
	}
	for _, b := range *l {
		if b.Prefix == prefix || b.URI == space {
			return
		}
	}
	*l = append(*l, xmltext.Binding{Prefix: prefix, URI: space})
}

// addAll adds bindings in the order of their prefixes.
func (l *bindingList) addAll(prefixes simple.Prefixes) {
	for _, prefix := range slices.Sorted(maps.Keys(prefixes)) {
		l.add(prefix, prefixes[prefix])
	}
}

// prefixOf returns the prefix that a namespace has where nothing else is asked for, "" for none.
func (s *Schema) prefixOf(space string) string {
	if s == nil || space == "" {
		return ""
	}
	for _, b := range s.relatives().prefixes.All() {
		if b.URI == space {
			return b.Prefix
		}
	}
	return ""
}

// beginRoot chooses the prefixes of the document: what the caller asks for, what the document had that was read,
// the author's. The root's namespace is the default one, unless elements below are in no namespace or one of the former names a prefix for it. A default namespace that
// the document had gives way to a QName in no namespace.
func (w xmlSink) beginRoot(d *declaration, t *ComplexType) {
	if d.schema == nil || w.style != nil || w.notes != nil {
		w.beginRootWith(d, t)
		return
	}
	w.bindRoot(w.cur.name().Space, d.schema, t)
}

// bindRoot chooses the prefixes of a document whose root is in a namespace, where nothing is asked for.
func (w xmlSink) bindRoot(space string, s *Schema, t *ComplexType) {
	if w.prefersBare(t) {
		w.xml.Prefer("", space)
	}
	w.xml.RootBindings(&s.relatives().prefixes)
}

// prefersBare reports whether the root's namespace can be the default one, where nothing else is asked for.
func (w xmlSink) prefersBare(t *ComplexType) bool {
	return !w.rootPrefix && (t == nil || !t.compiled().unqualified)
}

// beginRootWith is beginRoot where the caller or the document that was read may ask for prefixes.
func (w xmlSink) beginRootWith(d *declaration, t *ComplexType) {
	list := bindingList{}
	var standard string
	var given bool
	if w.style != nil && w.style.prefixes != nil {
		standard, given = w.style.prefixes[""]
		for _, prefix := range slices.Sorted(maps.Keys(w.style.prefixes)) {
			if prefix != "" { // what cannot be declared is refused by the writer
				list = append(list, xmltext.Binding{Prefix: prefix, URI: w.style.prefixes[prefix]})
			}
		}
	} else if w.notes != nil {
		list.addAll(w.notes.prefixes)
		if !w.rootPrefix {
			standard, given = w.notes.prefixes[""]
		}
	}
	space := w.cur.name().Space
	named := slices.ContainsFunc(list, func(b xmltext.Binding) bool { return b.URI == space })
	switch {
	case given && standard == space:
		w.xml.Prefer("", standard)
	case given && standard != "" && w.cur.namespaces[""] == "":
		w.cur.namespaces = maps.Clone(w.cur.namespaces)
		if w.cur.namespaces == nil {
			w.cur.namespaces = make(simple.Prefixes)
		}
		w.cur.namespaces[""] = standard
	case !given && !named && w.prefersBare(t):
		w.xml.Prefer("", space)
	}
	if len(list) == 0 && d.schema != nil {
		w.xml.RootBindings(&d.schema.relatives().prefixes)
		return
	}
	if d.schema != nil {
		for _, b := range d.schema.relatives().prefixes.All() {
			list.add(b.Prefix, b.URI)
		}
	}
	list.add(instanceBinding.Prefix, instanceBinding.URI)
	bindings := xmltext.NewBindings(list)
	w.xml.RootBindings(&bindings)
}
