// The names of elements made ready in advance, since most elements of a document have one of a few names.

package xmltext

import "github.com/mvainnsyn/mvainnsyn/xsd/source"

// A Tag is the name of an element, made ready to be written often. It is immutable and safe for concurrent use.
type Tag struct {
	name  source.Name
	start string // "<local>", empty where local is no name
	end   string // "</local>"
}

// NewTag makes a name ready. If it is none, writing it is the error.
func NewTag(name source.Name) Tag {
	if !IsNCName(name.Local) {
		return Tag{name: name}
	}
	return Tag{name: name, start: "<" + name.Local + ">", end: "</" + name.Local + ">"}
}

// isReady reports whether the tag can be written as it was made ready: without a prefix, and not as the root.
func (w *Writer) isReady(t *Tag) bool {
	return w.err == nil && len(w.open) > 0 && t.name.Space == w.bare && t.start != ""
}

// StartTag is Start for a name that was made ready.
func (w *Writer) StartTag(t *Tag) {
	switch {
	case t.start == "" || w.err != nil:
		w.Start(t.name)
		return
	case !w.beginChild():
		return
	case len(w.open) == 0 || t.name.Space != w.bare:
		w.start(t.name, nil)
		return
	}
	w.beginTag()
	w.buf.Add(t.start)
	end := len(w.buf) - len(">")
	w.open = append(w.open, written{tag: end - len(t.name.Local), tagEnd: end, bindings: len(w.bindings), bare: true})
	w.tagged = true
}

// Element writes an element that has text and nothing else: it is StartTag, Text and End in one. It reports whether every
// character of the text is ASCII and is written as it is.
func (w *Writer) Element(t *Tag, text string) (plain bool) {
	if text == "" || !w.isReady(t) || mustEscape(text, textEscape) < len(text) {
		w.StartTag(t)
		w.Text(text)
		w.End()
		return text == ""
	}
	w.tagged = false
	if w.indent != "" {
		w.indentChild()
	}
	element := w.buf.Extend(len(t.start) + len(text) + len(t.end))
	n := copy(element, t.start)
	n += copy(element[n:], text)
	copy(element[n:], t.end)
	return true
}
