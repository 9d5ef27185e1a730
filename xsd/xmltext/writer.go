// The writer: elements, attributes and text into a byte slice.

package xmltext

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/xsd/internal/output"
	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

// A Writer writes one document. The zero Writer is ready to use. Errors are final and
// returned by Bytes and Err: a character that XML cannot hold, a name that is none, calls
// out of order. It is not safe for concurrent use.
//
// The writer declares namespaces where they are needed: see Prefer, Start, Declare and
// Prefix.
type Writer struct {
	buf    output.Buffer
	taken  int // how many bytes buf begins with that are the names of open elements, kept from text that was taken
	err    error
	indent string
	open   []written
	rooted bool
	tagged bool // the text ends with the start tag of the innermost element, which can still be added to

	bindings  bindingStack // in scope
	bare      string       // the namespace of elements without a prefix
	used      bindingStack // whose meaning the incomplete tag relies on
	unique    nameSet      // the attributes of the incomplete tag
	preferred []Binding
	invented  []string // the prefixes ns1, ns2, ... as far as they were needed
	inScope   int      // how many of them are in scope for sure
	root      rootBindings
	piece     place // see Piece
}

// written is an element that is open.
type written struct {
	tag, tagEnd int  // its name in buf
	root        int  // the binding of the root that its prefix is of, or none
	bindings    int  // how many namespaces are in scope outside of it
	bare        bool // its name has no prefix, so that its tag relies on the default namespace
	children    bool // it has elements
	inline      bool // it has text, or must not get white space
}

// Reset forgets what was written, the preferences and the error, and writes to buf[:0].
func (w *Writer) Reset(buf []byte) {
	w.unique.reset()
	w.buf, w.taken = buf[:0], 0
	w.err, w.indent, w.bare, w.inScope = nil, "", "", 0
	w.open, w.rooted, w.tagged = w.open[:0], false, false
	w.bindings.reset()
	w.used.reset()
	forget(&w.preferred)
	w.root.reset()
}

// SetIndent makes the writer begin each element on a line of its own, with indent once for
// each level, except in elements that have text or were marked with Inline. The default,
// "", adds no white space. Indent must be white space.
func (w *Writer) SetIndent(indent string) {
	if strings.Trim(indent, whiteSpace) != "" {
		w.fail("the indentation %q is not white space", indent)
		return
	}
	w.indent = indent
}

// Inline keeps the writer from indenting in the innermost open element, because white space
// means something there.
func (w *Writer) Inline() {
	if len(w.open) > 0 {
		w.open[len(w.open)-1].inline = true
	}
}

// Declaration writes <?xml version="1.0" encoding="UTF-8"?>. It must come first.
func (w *Writer) Declaration() {
	if w.err != nil {
		return
	}
	if len(w.buf) > 0 {
		w.fail("the XML declaration must come first")
		return
	}
	w.buf.Add(`<?xml version="1.0" encoding="UTF-8"?>`)
	if w.indent != "" {
		w.buf.AddByte('\n')
	}
}

// Start writes a start tag with the given declarations of namespaces and, if the element's
// name needs one more, that one. A declaration that is in effect already is not repeated.
func (w *Writer) Start(name source.Name, declare ...Binding) {
	if w.err != nil || !w.checkName(name) || !w.beginChild() {
		return
	}
	w.start(name, declare)
}

func (w *Writer) start(name source.Name, declare []Binding) {
	outside := len(w.bindings.list)
	w.beginTag()
	for _, b := range declare {
		w.bind(b)
	}
	prefix := w.elementPrefix(name.Space)
	w.buf.AddByte('<')
	begin := len(w.buf)
	w.appendName(prefix, name.Local)
	w.open = append(w.open, written{tag: begin, tagEnd: len(w.buf), bindings: outside, bare: prefix == "", root: none})
	w.buf.AddByte('>')
	w.tagged = true
	for _, b := range w.bindings.list[outside:] {
		w.writeBinding(b)
	}
	if len(w.open) == 1 {
		w.root.place(w)
	}
}

// beginTag forgets what the tag before relied on and had.
func (w *Writer) beginTag() {
	if len(w.used.list) > 0 {
		w.used.truncate(0)
	}
	w.unique.reset()
}

// beginChild prepares for an element inside the innermost one, or for the root element.
func (w *Writer) beginChild() bool {
	if len(w.open) == 0 {
		if w.rooted {
			w.fail("a document has one root element")
			return false
		}
		w.rooted = true
		return true
	}
	w.tagged = false
	if w.indent != "" {
		w.indentChild()
	}
	return true
}

func (w *Writer) indentChild() {
	parent := &w.open[len(w.open)-1]
	parent.children = true
	if !parent.inline {
		w.newLine(len(w.open))
	}
}

func (w *Writer) newLine(level int) {
	if w.indent == "" {
		return
	}
	w.buf.AddByte('\n')
	for range level {
		w.buf.Add(w.indent)
	}
}

// Attr writes an attribute of the element that Start began last.
func (w *Writer) Attr(name source.Name, value string) {
	if w.err != nil || !w.checkName(name) || !w.checkTag("the attribute", name.Local) {
		return
	}
	if !w.unique.add(name) {
		w.fail("the attribute %s is there twice", name)
		return
	}
	prefix := w.attributePrefix(name.Space)
	w.buf.Cut(len(">"))
	w.buf.AddByte(' ')
	w.appendName(prefix, name.Local)
	w.appendValue(value)
	w.buf.AddByte('>')
}

// checkTag reports whether a start tag can still be added to.
func (w *Writer) checkTag(what, name string) bool {
	if !w.tagged {
		w.fail("%s %s comes after the start tag", what, name)
	}
	return w.tagged
}

// Text writes character data.
func (w *Writer) Text(text string) {
	if w.err != nil || text == "" {
		return
	}
	if len(w.open) == 0 {
		w.fail("text stands outside of the root element")
		return
	}
	w.tagged = false
	w.open[len(w.open)-1].inline = true
	w.appendEscaped(text, textEscape)
}

// End writes the end tag of the innermost open element.
func (w *Writer) End() {
	if w.err != nil {
		return
	}
	if len(w.open) == 0 {
		w.fail("no element is open")
		return
	}
	e := &w.open[len(w.open)-1]
	w.open = w.open[:len(w.open)-1]
	w.leave(e.bindings)
	if w.tagged {
		w.buf.Cut(len(">"))
		w.buf.Add("/>")
		w.tagged = false
	} else {
		if e.children && !e.inline {
			w.newLine(len(w.open))
		}
		w.endTag(e)
	}
	if len(w.open) == 0 && w.indent != "" {
		w.buf.AddByte('\n')
	}
}

// leave forgets the bindings beyond so many.
func (w *Writer) leave(bindings int) {
	if bindings < len(w.bindings.list) {
		gone := w.bindings.list[bindings:]
		w.root.unshadow(gone)
		w.inScope = w.bindings.inventedAt(bindings)
		w.bindings.truncate(bindings)
		w.bare = w.lookup("")
	}
}

// Mark completes a start tag and returns where the next child of the innermost element will begin, for Reorder.
func (w *Writer) Mark() int {
	w.tagged = false
	return len(w.buf)
}

// Reorder puts the last children of the innermost open element in another order: marks says where each of them begins, the last one
// ending where the text does, and numbers which come first. Children of the same number stay in the order they have.
func (w *Writer) Reorder(marks, numbers []int) {
	if w.err != nil || len(marks) == 0 {
		return
	}
	order := make([]int, len(marks))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int { return numbers[i] - numbers[j] })
	begin := marks[0]
	ends := append(slices.Clone(marks[1:]), len(w.buf))
	text := slices.Clone(w.buf[begin:])
	w.buf = w.buf[:begin]
	for _, i := range order {
		w.buf = append(w.buf, text[marks[i]-begin:ends[i]-begin]...)
	}
}

func (w *Writer) endTag(e *written) {
	name := w.buf[e.tag:e.tagEnd]
	tag := w.buf.Extend(len("</>") + len(name))
	tag[0], tag[1], tag[len(tag)-1] = '<', '/', '>'
	copy(tag[2:], name)
}

// Depth returns how many elements are open.
func (w *Writer) Depth() int { return len(w.open) }

// Err returns the first error.
func (w *Writer) Err() error { return w.err }

// Bytes returns the document, or what is left of it to be taken, or the first error; that it is not complete is one. The slice
// is valid until the next call of Reset.
func (w *Writer) Bytes() ([]byte, error) {
	if err := w.incomplete(); err != nil {
		return nil, err
	}
	if declarations := w.root.declarations(); len(declarations) > 0 {
		w.buf = slices.Insert(w.buf, w.root.at, declarations...)
		w.root.reset()
	}
	return w.Pending(), nil
}

// Buffer is the memory of what was written so far, without the declarations that belong on the root's tag. It is valid until the next call.
func (w *Writer) Buffer() []byte { return w.buf }

// incomplete returns the first error; that the document is not complete is one.
func (w *Writer) incomplete() error {
	switch {
	case w.err != nil:
		return w.err
	case !w.rooted:
		return errors.New("xmltext: the document has no element")
	case len(w.open) > 0:
		return errors.New("xmltext: an element is not ended")
	}
	return nil
}

func (w *Writer) fail(format string, args ...any) {
	if w.err == nil {
		w.err = fmt.Errorf("xmltext: "+format, args...)
	}
}

func (w *Writer) failWith(err error) {
	if w.err == nil {
		w.err = err
	}
}

func (w *Writer) checkName(name source.Name) bool {
	if !IsNCName(name.Local) {
		w.fail("%q is not a name", name.Local)
		return false
	}
	return true
}

func (w *Writer) appendName(prefix, local string) {
	if prefix != "" {
		w.buf.Add(prefix)
		w.buf.AddByte(':')
	}
	w.buf.Add(local)
}

func (w *Writer) appendValue(value string) {
	w.buf.Add(`="`)
	w.appendEscaped(value, valueEscape)
	w.buf.AddByte('"')
}
