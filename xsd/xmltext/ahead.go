// Looking ahead for what the caller expects. A document of a known schema is mostly what its schema says: an element of a known
// name, without attributes, holding a text or further elements. To compare bytes with what is expected costs less than to find
// out what is there. Whatever else is there is left to Next, which alone knows all of XML.

package xmltext

import (
	"strings"

	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

// ahead is where what TextAhead found ends: the text, and the element.
type ahead struct{ text, element int }

// NextStart moves to the start of the element name, if nothing but white space is before it and its tag is plain: without
// attributes, and without prefix or with that of the element around it. It then does what Next does once, or twice where there
// is white space, and returns true. Otherwise it returns false and the next token is still to be read with Next; only the former
// token is no longer there.
func (r *Reader) NextStart(name *source.Name) bool {
	at := r.tagAhead()
	if at < 0 {
		return false
	}
	prefix := ""
	if r.scope.implied != name.Space {
		if prefix = r.sharedPrefix(name.Space); prefix == "" {
			return false
		}
	}
	src, begin := r.src, at+1+len(prefix)
	end := begin + len(name.Local)
	if end >= len(src) || src[end] != '>' || src[begin:end] != name.Local || src[at+1:begin] != prefix {
		return false
	}
	if end+1-r.pos > r.limits.MaxTextBytes || end-at > r.limits.MaxNameBytes || len(r.open) == r.limits.MaxDepth {
		return false
	}
	e := r.newElement()
	e.tag, e.space, e.prefix, e.bindings = name.Local, name.Space, 0, len(r.scope.bindings)
	if prefix != "" {
		e.prefix = len(prefix) - 1
		e.tag = r.ownName(src[at+1 : end])
	}
	r.attrs, r.attrAt = r.attrs[:0], r.attrAt[:0]
	r.accept(StartElement, at, end+1)
	return true
}

// newElement opens an element, which is still to be filled in.
func (r *Reader) newElement() *element {
	n := len(r.open)
	if n == cap(r.open) {
		r.open = append(r.open, element{})
	}
	r.open = r.open[:n+1]
	return &r.open[n]
}

// sharedPrefix returns the prefix of the element around, with its colon, if it stands for a namespace: no tag without
// attributes can change what it stands for.
func (r *Reader) sharedPrefix(space string) string {
	e := &r.open[len(r.open)-1]
	if e.prefix == 0 || e.space != space {
		return ""
	}
	return e.tag[:e.prefix+1]
}

// NextEnd moves to the end tag of the innermost element as NextStart moves to a start tag.
func (r *Reader) NextEnd() bool {
	at := r.tagAhead()
	if at < 0 {
		return false
	}
	end := r.endTag(at)
	if end < 0 || end-r.pos > r.limits.MaxTextBytes {
		return false
	}
	r.accept(EndElement, at, end)
	return true
}

// TextAhead returns the text of the element whose StartElement is the current token, if the element holds plain text alone: no
// reference, CDATA section, comment or carriage return. The text is not empty. It remains the next token until TakeText.
func (r *Reader) TextAhead() (text string, ok bool) {
	if r.kind != StartElement || r.emptyTag {
		return "", false
	}
	src := r.src
	end := plainTextEnd(src, r.pos)
	if end == r.pos || end == len(src) || src[end] != '<' {
		return "", false
	}
	r.ahead = ahead{text: end, element: r.endTag(end)}
	if r.ahead.element < 0 || r.ahead.element-r.pos > r.limits.MaxTextBytes {
		return "", false
	}
	text = src[r.pos:end]
	if r.in.Streams() {
		text = strings.Clone(text)
	}
	return text, true
}

// TakeText moves over the text that TextAhead returned, to the element's end: it does what Next does twice.
func (r *Reader) TakeText() {
	r.accept(EndElement, r.ahead.text, r.ahead.element)
}

// tagAhead returns where the next tag begins, -1 if it is not in the window or something other than white space is before it.
func (r *Reader) tagAhead() int {
	if r.kind == EndElement {
		r.leaveElement()
		r.kind = NoToken
	}
	if r.emptyTag || len(r.open) == 0 || r.err != nil {
		return -1
	}
	at := skipSpace(r.src, r.pos)
	if at == len(r.src) || r.src[at] != '<' {
		return -1
	}
	return at
}

// endTag returns where the end tag of the innermost element ends that begins with the < at an offset, -1 if it is another
// tag, in the window only in part, or has white space in it.
func (r *Reader) endTag(at int) int {
	src, tag := r.src, r.open[len(r.open)-1].tag
	begin := at + len("</")
	end := begin + len(tag)
	if end >= len(src) || src[end] != '>' || src[at+1] != '/' || src[begin:end] != tag {
		return -1
	}
	return end + 1
}

// accept makes what begins at start and ends at end the current token.
func (r *Reader) accept(kind Kind, start, end int) {
	r.kind, r.from, r.start, r.pos = kind, start, start, end
}
