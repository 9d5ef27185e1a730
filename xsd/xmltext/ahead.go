// Looking ahead for an element that holds nothing but a plain text, as most do. Whatever else is there is left to Next, which alone knows
// all of XML.

package xmltext

// ahead is where what TextAhead found ends: the text, and the element.
type ahead struct{ text, element int }

// newElement opens an element, which is still to be filled in.
func (r *Reader) newElement() *element {
	n := len(r.open)
	if n == cap(r.open) {
		r.open = append(r.open, element{})
	}
	r.open = r.open[:n+1]
	return &r.open[n]
}

// TextAhead returns the text of the element whose StartElement is the current token, if the element holds plain text alone: no
// reference, CDATA section, comment or carriage return. The text is not empty. It remains the next token until TakeText.
func (r *Reader) TextAhead() (text string, ok bool) {
	if text, ok = r.PeekText(); ok {
		text = r.in.Own(text)
	}
	return text, ok
}

// PeekText is TextAhead for a caller that does not keep the text, which is one of the window.
func (r *Reader) PeekText() (text string, ok bool) {
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
	return src[r.pos:end], true
}

// TakeText moves over the text that TextAhead returned, to the element's end: it does what Next does twice.
func (r *Reader) TakeText() {
	r.accept(EndElement, r.ahead.text, r.ahead.element)
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
