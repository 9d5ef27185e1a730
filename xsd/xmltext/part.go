// Parts of a document, found without moving there: a tag, or an element that holds nothing but a plain text, as most do. Who reads them goes
// through the window itself, from one offset to the next, and opens no element. Whatever is not plain is left to Next, which alone knows all of XML.

package xmltext

import "strings"

// A Part is a tag, or an element that holds nothing but a text. Its offsets are those of the window.
type Part struct {
	Kind  Kind       // StartElement, EndElement or Leaf; NoToken where a closer look is needed
	Empty bool       // the start tag is its own end tag
	Name  *KnownName // of a start tag or leaf
	Start int        // where the tag begins
	Text  int        // of a leaf, where its text begins, behind the start tag
	Close int        // and ends
	End   int        // behind the part
}

// PartAt finds the part that begins at an offset, or behind white space there. open is the name of the innermost element as it is written, and likely a
// name that probably comes, or nil. Attrs returns the attributes of a start tag or leaf until the next call.
func (r *Reader) PartAt(p *Part, i int, open string, likely *KnownName) {
	p.Kind = NoToken
	src := r.src
	at := i
	if at < len(src) && src[at] != '<' {
		at = skipSpace(src, at)
	}
	switch {
	case at+1 >= len(src) || src[at] != '<':
	case src[at+1] != '/':
		r.startAt(p, i, at, likely)
	default:
		if end := endTagAt(src, at, open); end > 0 && end-i <= r.limits.MaxTextBytes {
			p.Kind, p.Start, p.End = EndElement, at, end
		}
	}
}

// endTagAt returns where the end tag ends that begins with the < at an offset, -1 if it has another name, is in the window only in part, or has
// white space in it.
func endTagAt(src string, at int, name string) int {
	begin := at + len("</")
	end := begin + len(name)
	if end >= len(src) || src[end] != '>' || src[at+1] != '/' || src[begin:end] != name {
		return -1
	}
	return end + 1
}

// startAt finds the part that begins with the start tag at an offset, if all names in it are known; white space before it begins at i.
func (r *Reader) startAt(p *Part, i, at int, likely *KnownName) {
	e, end := r.knownAt(at+1, likely)
	if e == nil || e.epoch != r.scope.epoch && !r.scope.renew(e) {
		return
	}
	r.attrs, r.attrAt = r.attrs[:0], r.attrAt[:0]
	p.Empty = false
	if r.src[end] == '>' {
		end++
	} else if end, p.Empty = r.knownAttributes(end); end < 0 {
		return
	}
	p.Name, p.Start, p.Text = e, at, end
	if !p.Empty && r.leafAt(p, i) {
		return
	}
	if end-i <= r.limits.MaxTextBytes {
		p.Kind, p.End = StartElement, end
	}
}

// knownAt returns the known name of a tag at an offset and where it ends, within the window; nil where there is none.
func (r *Reader) knownAt(at int, likely *KnownName) (e *KnownName, end int) {
	src := r.src
	if likely != nil {
		end = at + len(likely.written)
		if end < len(src) && src[at:end] == likely.written && endsName(src[end]) && end > at && end-at < r.limits.MaxNameBytes {
			return likely, end
		}
	}
	end = nameEnd(src, at)
	if end == len(src) || end-at >= r.limits.MaxNameBytes {
		return nil, end
	}
	return r.tags.find(src[at:end]), end
}

// endsName reports whether a byte may follow the name of a tag.
func endsName(c byte) bool { return c == '>' || c == '/' || c <= ' ' }

// leafAt completes the part of a start tag whose element holds nothing but a plain text which is not empty, and reports whether it does.
func (r *Reader) leafAt(p *Part, i int) bool {
	src := r.src
	stop := plainTextEnd(src, p.Text)
	if stop == p.Text || stop == len(src) || src[stop] != '<' {
		return false
	}
	end := endTagAt(src, stop, p.Name.written)
	if end < 0 || end-i > r.limits.MaxTextBytes {
		return false
	}
	p.Kind, p.Close, p.End = Leaf, stop, end
	return true
}

// PartText returns the text of a leaf.
func (r *Reader) PartText(p *Part) string {
	text := r.PeekPart(p)
	if r.in.Streams() {
		text = strings.Clone(text)
	}
	return text
}

// PeekPart is PartText for a caller that does not keep the text: of a stream, what keeps it keeps the whole window in memory.
func (r *Reader) PeekPart(p *Part) string { return r.src[p.Text:p.Close] }

// PartAttrs returns the attributes of the part found last.
func (r *Reader) PartAttrs() []Attr { return r.attrs }

// Parts returns the offset from which on the parts of the innermost element are to be found, and the element's name. There are none where the reader has
// to move on by itself first.
func (r *Reader) Parts() (from int, open string, ok bool) {
	if r.kind == EndElement {
		r.leaveElement()
		r.kind = NoToken
	}
	if r.err != nil || r.emptyTag || len(r.open) == 0 {
		return 0, "", false
	}
	return r.pos, r.open[len(r.open)-1].tag, true
}

// MaxDepth returns how many elements may be open.
func (r *Reader) MaxDepth() int { return r.limits.MaxDepth }

// Enter opens an element whose start tag was a part, and has no attributes that are still to be looked at.
func (r *Reader) Enter(name *KnownName) { r.openKnown(name) }

// MoveTo moves to an offset between parts: the next token begins there.
func (r *Reader) MoveTo(i int) { r.accept(NoToken, i, i) }

// MoveOnto makes a start tag, an end tag, or the start of a leaf the current token, as Next does.
func (r *Reader) MoveOnto(p *Part) {
	if p.Kind == EndElement {
		r.accept(EndElement, p.Start, p.End)
		return
	}
	r.openKnown(p.Name)
	r.emptyTag = p.Empty
	r.accept(StartElement, p.Start, p.Text)
}

// openKnown opens an element of a known name.
func (r *Reader) openKnown(e *KnownName) {
	o := r.newElement()
	o.tag, o.space, o.symbol, o.prefix, o.bindings = e.written, e.name.Space, e.symbol, e.prefix, len(r.scope.bindings)
}

// NextTag moves to the next tag, if nothing but white space is before it and its names are known: it does what Next does once, or twice where
// there is white space, and returns StartElement or EndElement. Otherwise it returns NoToken, and the next token is still to be read with
// Next; only the former token is no longer there.
func (r *Reader) NextTag() Kind {
	from, open, ok := r.Parts()
	switch {
	case ok:
	case r.emptyTag && r.err == nil:
		r.emptyTag, r.kind, r.from = false, EndElement, r.pos
		return EndElement
	default:
		return NoToken
	}
	var p Part
	if r.PartAt(&p, from, open, nil); p.Kind == NoToken || p.Kind != EndElement && len(r.open) == r.limits.MaxDepth {
		return NoToken
	}
	r.MoveOnto(&p)
	return r.kind
}

// knownAttributes scans the attributes of a tag from the end of its name on, if all names are known and the values plain. It returns where
// the tag ends, -1 where it needs a closer look.
func (r *Reader) knownAttributes(at int) (end int, empty bool) {
	src := r.src
	for {
		next := skipSpace(src, at)
		if next+1 >= len(src) {
			return -1, false
		}
		switch {
		case src[next] == '>':
			return next + 1, false
		case src[next] == '/' && src[next+1] == '>':
			return next + 2, true
		case next == at || len(r.attrs) == r.limits.MaxAttributes:
			return -1, false
		}
		if at = r.knownAttribute(next); at < 0 {
			return -1, false
		}
	}
}

// knownAttribute scans the attribute at an offset and returns where it ends, -1 where it needs a closer look.
func (r *Reader) knownAttribute(at int) int {
	src := r.src
	end := attributeNameEnd(src, at)
	if end+1 >= len(src) || src[end] != '=' || end-at > r.limits.MaxNameBytes || len(r.attrs) >= listedNames {
		return -1
	}
	e := r.attributes.find(src[at:end])
	if e == nil || e.prefix > 0 && e.epoch != r.scope.epoch && !r.scope.renew(e) {
		return -1
	}
	quote := src[end+1]
	if quote != '"' && quote != '\'' {
		return -1
	}
	begin := end + 2
	end = plainValueEnd(src, begin, quote)
	if end >= len(src) || src[end] != quote {
		return -1
	}
	for i := range r.attrs {
		if r.attrs[i].Symbol == e.symbol {
			return -1
		}
	}
	value := src[begin:end]
	if r.in.Streams() {
		value = strings.Clone(value)
	}
	r.attrs = append(r.attrs, Attr{Name: e.name, Symbol: e.symbol, Prefix: e.written[:e.prefix], Value: value})
	r.attrAt = append(r.attrAt, at)
	return end + 1
}
