// This file holds the options that say how a document looks that is written.

package codec

import (
	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
)

// style is how a document looks, beside what it says.
type style struct {
	indent       string
	bare         bool // no XML declaration
	prefixes     simple.Prefixes
	locations    string // of schemaLocation: pairs of a namespace and an address
	withoutSpace string // of noNamespaceSchemaLocation: an address
}

// change returns the style of the options, to be changed.
func (o *options) change() *style {
	if o.style == nil {
		o.style = new(style)
	}
	return o.style
}

// Indent makes writing put each element, or each member in JSON, on a line of its own with indent once for each level. White space is never added in
// mixed content, in what wildcards allow, and in elements that hold text. Indent must be white space.
func Indent(indent string) Option {
	return func(o *options) { o.change().indent = indent }
}

// Declaration says whether an XML document begins with <?xml version="1.0" encoding="UTF-8"?>, as it does otherwise.
func Declaration(write bool) Option {
	return func(o *options) { o.change().bare = !write }
}

// WithPrefixes chooses the prefixes of namespaces in XML, by prefix; the empty one makes its namespace the default one. Each is declared once, on the
// root, where anything uses it. Namespaces that are not listed keep the prefix of the schema's author. A prefix that cannot be declared is an error.
func WithPrefixes(prefixes simple.Prefixes) Option {
	return func(o *options) { o.change().prefixes = prefixes }
}

// SchemaLocation adds a hint at the root of an XML document where to find the schema of a namespace: xsi:schemaLocation, or
// xsi:noNamespaceSchemaLocation for the empty namespace. It can be given once for each namespace.
func SchemaLocation(namespace, address string) Option {
	return func(o *options) {
		s := o.change()
		switch {
		case namespace == "":
			s.withoutSpace = address
		case s.locations == "":
			s.locations = namespace + " " + address
		default:
			s.locations += " " + namespace + " " + address
		}
	}
}

var (
	locationAttribute     = Name{Space: instanceNamespace, Local: "schemaLocation"}
	withoutSpaceAttribute = Name{Space: instanceNamespace, Local: "noNamespaceSchemaLocation"}
)

// hints returns the attributes that the root has beside those of its type: those asked for, else those that the document had.
func (o *options) hints() (locations, withoutSpace string) {
	if o.notes != nil {
		locations, withoutSpace = o.notes.locations, o.notes.withoutSpace
	}
	if o.style != nil && o.style.locations != "" {
		locations = o.style.locations
	}
	if o.style != nil && o.style.withoutSpace != "" {
		withoutSpace = o.style.withoutSpace
	}
	return locations, withoutSpace
}

// hint writes the attributes that the root has beside those of its type.
func (w xmlSink) hint() {
	locations, withoutSpace := w.hints()
	if locations != "" {
		w.xml.Attr(locationAttribute, locations)
	}
	if withoutSpace != "" {
		w.xml.Attr(withoutSpaceAttribute, withoutSpace)
	}
}

// hinted reports whether hint has written an attribute of this name on the element begun last. A root that no schema declares may have it among
// its own attributes, too.
func (w xmlSink) hinted(name Name) bool {
	if len(w.frames) != 1 || name.Space != instanceNamespace {
		return false
	}
	locations, withoutSpace := w.hints()
	return name == locationAttribute && locations != "" || name == withoutSpaceAttribute && withoutSpace != ""
}

// hasHints reports whether hint writes anything.
func (w xmlSink) hasHints() bool {
	locations, withoutSpace := w.hints()
	return locations != "" || withoutSpace != ""
}

// noteRoot notes what the root says beside its value: the prefixes in scope there, and where the schema is.
func (r xmlCursor) noteRoot() {
	if r.notes == nil {
		return
	}
	n := r.notes
	for _, b := range r.xml.Bindings(nil) {
		if n.prefixes == nil {
			n.prefixes = make(simple.Prefixes)
		}
		n.prefixes[b.Prefix] = b.URI
	}
	for _, a := range r.xml.Attrs() {
		switch a.Name {
		case locationAttribute:
			n.locations = a.Value
		case withoutSpaceAttribute:
			n.withoutSpace = a.Value
		}
	}
}

// beginXML sets the writer of XML up for a document and begins it.
func (w *Writer) beginXML() {
	if w.style != nil && w.style.indent != "" {
		w.xml.SetIndent(w.style.indent)
	}
	if w.style == nil || !w.style.bare {
		w.xml.Declaration()
	}
}

// inline keeps the writer from adding white space in the element begun last, where it would be content.
func (w xmlSink) inline() {
	if w.style != nil {
		w.xml.Inline()
	}
}
