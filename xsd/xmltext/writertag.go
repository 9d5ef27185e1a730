// The names of elements made ready in advance, since most elements of a document have one of a few names.

package xmltext

import (
	"strings"

	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

// A Tag is the name of an element, made ready to be written often. It is immutable and safe for concurrent use.
type Tag struct {
	name     source.Name
	bare     spelt  // without a prefix; empty where local is no name
	root     string // the start tag of a root that declares its namespace as the default one; see AsRoot
	prefix   string // the one that its namespace is expected to have
	prefixed spelt  // with that one, empty where there is none
}

// spelt is a name as it stands in tags.
type spelt struct{ start, end string }

func spell(name string) spelt { return spelt{"<" + name + ">", "</" + name + ">"} }

// NewTag makes a name ready, without a prefix and, unless it is empty, with the given one. If it is no name, writing it is the error.
func NewTag(name source.Name, prefix string) Tag {
	t := Tag{name: name}
	if !IsNCName(name.Local) {
		return t
	}
	t.bare = spell(name.Local)
	if IsNCName(prefix) {
		t.prefix, t.prefixed = prefix, spell(prefix+":"+name.Local)
	}
	return t
}

// AsRoot makes the tag of a root ready too that declares its namespace as the default one, where that can be.
func (t Tag) AsRoot() Tag {
	if b := (Binding{URI: t.name.Space}); t.bare.start == "" || b.URI == "" || b.Fault() != "" {
		return t
	}
	value, ok := AppendValue(nil, t.name.Space)
	if ok {
		t.root = strings.TrimSuffix(t.bare.start, ">") + ` xmlns="` + string(value) + `">`
	}
	return t
}

// ready returns how a tag that was made ready is written here, and the binding of the root that its prefix is of; false where it must be written
// with more care, as the root must.
func (w *Writer) ready(t *Tag) (s *spelt, root int, ok bool) {
	switch {
	case w.err != nil || len(w.open) == 0 || t.bare.start == "":
		return nil, none, false
	case source.Same(t.name.Space, w.bare):
		return &t.bare, none, true
	}
	if t.prefix == "" || w.root.shadowed > 0 {
		return nil, none, false
	}
	if root = w.root.find(t.name.Space); root == none || !source.Same(w.root.list[root].Prefix, t.prefix) {
		return nil, none, false
	}
	w.root.used[root] = true
	return &t.prefixed, root, true
}

// StartTag is Start for a name that was made ready.
func (w *Writer) StartTag(t *Tag) {
	s, root, ok := w.ready(t)
	switch {
	case ok:
		w.beginChild()
		w.beginSpelt(s, root)
	case w.isPlainRoot(t):
		w.beginPlainRoot(t)
	default:
		w.Start(t.name)
	}
}

// beginSpelt writes a start tag that is in effect as it is spelt.
func (w *Writer) beginSpelt(s *spelt, root int) {
	w.beginTag()
	w.buf.Add(s.start)
	end := len(w.buf) - len(">")
	w.open = append(w.open, written{tag: end - len(s.start) + len("<>"), tagEnd: end, bindings: len(w.bindings.list), bare: root == none, root: root})
	w.tagged = true
}

// isPlainRoot reports whether the root of a document is about to begin as it was made ready: its namespace is to be the default one, and nothing else has been declared.
func (w *Writer) isPlainRoot(t *Tag) bool {
	return w.err == nil && !w.rooted && t.root != "" && len(w.bindings.list) == 0 && w.isDefault(t.name.Space)
}

// beginPlainRoot writes the start tag of such a root. Its declaration shadows none of the root's bindings, which have prefixes.
func (w *Writer) beginPlainRoot(t *Tag) {
	b := Binding{URI: t.name.Space}
	w.rooted, w.tagged, w.bare = true, true, b.URI
	w.beginTag()
	begin := len(w.buf) + len("<")
	w.buf.Add(t.root)
	w.open = append(w.open, written{tag: begin, tagEnd: begin + len(t.name.Local), bare: true, root: none})
	w.used.push(b, 0)
	w.bindings.push(b, 0)
	w.root.place(w)
}

// Element writes an element that has text and nothing else: it is StartTag, Text and End in one. It reports whether every
// character of the text is ASCII and is written as it is.
func (w *Writer) Element(t *Tag, text string) (plain bool) {
	s, _, ok := w.ready(t)
	if text == "" || !ok || mustEscape(text, textEscape) < len(text) {
		w.StartTag(t)
		w.Text(text)
		w.End()
		return text == ""
	}
	w.tagged = false
	if w.indent != "" {
		w.indentChild()
	}
	element := w.buf.Extend(len(s.start) + len(text) + len(s.end))
	n := copy(element, s.start)
	n += copy(element[n:], text)
	copy(element[n:], s.end)
	return true
}

// An Attribute is the name of an attribute without a namespace, made ready to be written often. It is immutable and safe for concurrent use.
type Attribute struct {
	local string
	start string // ` local="`, empty where local is no name
}

// NewAttribute makes a name ready. If it is none, writing it is the error.
func NewAttribute(local string) Attribute {
	if !IsNCName(local) {
		return Attribute{local: local}
	}
	return Attribute{local: local, start: " " + local + `="`}
}

// AttrOf is Attr for a name that was made ready; that it comes once is for the caller to see to. It reports whether every character of the value
// is ASCII and is written as it is.
func (w *Writer) AttrOf(a *Attribute, value string) (plain bool) {
	if w.err != nil || !w.tagged || a.start == "" || mustEscape(value, valueEscape) < len(value) {
		w.Attr(source.Name{Local: a.local}, value)
		return value == ""
	}
	w.buf.Cut(len(">"))
	attribute := w.buf.Extend(len(a.start) + len(value) + len(`">`))
	n := copy(attribute, a.start)
	n += copy(attribute[n:], value)
	attribute[n], attribute[n+1] = '"', '>'
	return true
}

// Hold notes that the element begun last has an attribute, so that Attr refuses a second one of that name. AttrOf does not look.
func (w *Writer) Hold(name source.Name) { w.unique.add(name) }

// PlainText is Text. It reports whether every character of the text is ASCII and is written as it is.
func (w *Writer) PlainText(text string) (plain bool) {
	if w.err != nil || text == "" || len(w.open) == 0 || mustEscape(text, textEscape) < len(text) {
		w.Text(text)
		return text == ""
	}
	w.tagged = false
	w.open[len(w.open)-1].inline = true
	w.buf.Add(text)
	return true
}
