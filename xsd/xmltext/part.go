// Parts of a document, found without moving there: a tag, or an element that holds nothing but a plain text, as most do. Who reads them goes
// through the window itself, from one offset to the next, and opens no element. Whatever is not plain is left to Next, which alone knows all of XML.

package xmltext

import "strings"

// A Part is a tag, or an element that holds nothing but a text. Its offsets are those of the window.
type Part struct {
	Kind  Kind       // StartElement, EndElement, Leaf or Text; NoToken where a closer look is needed
	Empty bool       // the start tag is its own end tag
	Name  *KnownName // of a start tag or leaf
	Start int        // where the tag begins
	Text  int        // of a leaf or text, where the text begins; of a start tag, behind it
	Close int        // of a leaf or text, where the text ends
	Inner int        // of a start tag, where what is in it begins, or white space before that
	End   int        // behind the part
}

// PartAt finds the part that begins at an offset, or behind white space there. open is the end tag of the innermost element, and likely a name that
// probably comes, or nil. PartAttrs returns the attributes of a start tag or leaf until the next call.
func (r *Reader) PartAt(p *Part, i int, open string, likely *KnownName) {
	src := r.src
	at := i
	if at < len(src) && src[at] != '<' {
		at = skipSpace(src, at)
	}
	p.Kind, p.Start = NoToken, at
	r.attrs, r.attrAt = r.attrs[:0], r.attrAt[:0]
	if likely != nil && likely.epoch == r.scope.epoch && strings.HasPrefix(src[at:], likely.open) && len(likely.open) <= r.limits.MaxNameBytes {
		switch end := at + len(likely.open); {
		case end == len(src):
			return
		case src[end] == '>':
			r.bareAt(p, i, likely)
			return
		case endsName(src[end]):
			r.tagAt(p, i, end, likely)
			return
		}
	}
	switch {
	case at+1 >= len(src) || src[at] != '<':
	case src[at+1] != '/':
		r.startAt(p, i, at)
	case strings.HasPrefix(src[at:], open):
		r.endPart(p, EndElement, i, at+len(open))
	}
}

// TextAt finds the run of text that begins at an offset, which may be empty. Its kind is NoToken where it is not plain or no tag is behind it.
func (r *Reader) TextAt(p *Part, i int) {
	end := plainTextEnd(r.src, i)
	p.Kind, p.Start, p.Text, p.Close = NoToken, i, i, end
	if end+1 < len(r.src) && r.src[end] == '<' && r.src[end+1] != '!' && r.src[end+1] != '?' {
		r.endPart(p, Text, i, end)
	}
}

// endPart ends a part at an offset, if it is not too long.
func (r *Reader) endPart(p *Part, kind Kind, i, end int) {
	if end-i <= r.limits.MaxTextBytes {
		p.Kind, p.End = kind, end
	}
}

// startAt finds the part that begins with the start tag at an offset, if all names in it are known; white space before it begins at i.
func (r *Reader) startAt(p *Part, i, at int) {
	end := nameEnd(r.src, at+1)
	if end == len(r.src) || end-at > r.limits.MaxNameBytes {
		return
	}
	switch e := r.tags.find(r.src[at+1 : end]); {
	case e == nil || e.epoch != r.scope.epoch && !r.scope.renew(e):
	case r.src[end] == '>':
		r.bareAt(p, i, e)
	default:
		r.tagAt(p, i, end, e)
	}
}

// bareAt completes the part that begins with the start tag of a name, which has no attributes.
func (r *Reader) bareAt(p *Part, i int, e *KnownName) {
	p.Empty = false
	r.behindTag(p, i, p.Start+len(e.open)+len(">"), e)
}

// behindTag completes the part whose start tag ends at an offset.
func (r *Reader) behindTag(p *Part, i, begin int, e *KnownName) {
	src := r.src
	p.Name, p.Text, p.Inner = e, begin, begin
	if begin < len(src) && src[begin] <= ' ' { // mostly another tag follows
		if inner := skipSpace(src, begin); isStartTag(src, inner) && inner-begin <= r.limits.MaxTextBytes {
			p.Inner = inner
			r.endPart(p, StartElement, i, begin)
			return
		}
	}
	if stop := plainTextEnd(src, begin); stop > begin && strings.HasPrefix(src[stop:], e.end) {
		p.Close = stop
		r.endPart(p, Leaf, i, stop+len(e.end))
		return
	}
	r.endPart(p, StartElement, i, begin)
}

// isStartTag reports whether a start tag begins at an offset, as far as one byte behind its bracket tells.
func isStartTag(src string, at int) bool {
	return at+1 < len(src) && src[at] == '<' && src[at+1] != '/'
}

// tagAt completes the part that begins with the start tag of a name, which ends at an offset.
func (r *Reader) tagAt(p *Part, i, end int, e *KnownName) {
	if end, p.Empty = r.knownAttributes(end, e); end < 0 {
		return
	}
	if p.Empty {
		p.Name, p.Text, p.Inner = e, end, end
		r.endPart(p, StartElement, i, end)
		return
	}
	r.behindTag(p, i, end, e)
}

// PartText returns the text of a leaf, which is one of the window: who keeps it has Input own it.
func (r *Reader) PartText(p *Part) string { return r.src[p.Text:p.Close] }

// PartAttrs returns the attributes of the part found last. Their values are texts of the window.
func (r *Reader) PartAttrs() []Attr { return r.attrs }

// Parts returns the offset from which on the parts of the innermost element are to be found, and the element's end tag. There are none where the reader has
// to move on by itself first.
func (r *Reader) Parts() (from int, open string, ok bool) {
	if r.kind == EndElement {
		r.leaveElement()
		r.kind = NoToken
	}
	if r.err != nil || r.emptyTag || len(r.open) == 0 {
		return 0, "", false
	}
	return r.pos, r.endTagOf(&r.open[len(r.open)-1]), true
}

// endTagOf returns the end tag of an open element without white space in it.
func (r *Reader) endTagOf(o *element) string {
	if o.end == "" {
		if e := r.tags.find(o.tag); e != nil {
			o.end = e.end
		} else {
			o.end = "</" + o.tag + ">"
		}
	}
	return o.end
}

// Left returns how many bytes the window has from an offset on.
func (r *Reader) Left(i int) int { return len(r.src) - i }

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
	for i := range r.attrs {
		r.attrs[i].Value = r.in.Own(r.attrs[i].Value)
	}
	r.openKnown(p.Name)
	r.emptyTag = p.Empty
	r.accept(StartElement, p.Start, p.Text)
}

// openKnown opens an element of a known name.
func (r *Reader) openKnown(e *KnownName) {
	o := r.newElement()
	o.tag, o.end, o.space, o.symbol, o.prefix, o.bindings = e.written, e.end, e.name.Space, e.symbol, e.prefix, len(r.scope.bindings)
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
func (r *Reader) knownAttributes(at int, element *KnownName) (end int, empty bool) {
	src := r.src
	declarations := 0
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
		case next == at || len(r.attrs)+declarations == r.limits.MaxAttributes:
			return -1, false
		case !strings.HasPrefix(src[next:], "xmlns"):
			at = r.knownAttribute(next, element)
		case declarations == 0: // a second one may be of the same prefix
			declarations++
			at = r.knownDeclaration(next)
		default:
			return -1, false
		}
		if at < 0 {
			return -1, false
		}
	}
}

// knownDeclaration scans the declaration at an offset of a namespace that its prefix stands for already, and returns where it ends, -1 where it needs a
// closer look.
func (r *Reader) knownDeclaration(at int) int {
	name := attributeNameEnd(r.src, at)
	begin, end, ok := r.plainValue(at, name)
	if !ok {
		return -1
	}
	prefix, ok := strings.CutPrefix(r.src[at:name], "xmlns")
	switch {
	case !ok:
		return -1
	case prefix == "":
	case prefix[0] != ':' || len(prefix) == len(":"):
		return -1
	default:
		prefix = prefix[len(":"):]
	}
	if !r.scope.has(prefix, r.src[begin:end]) {
		return -1
	}
	return end + 1
}

// plainValue returns where the value between the quotes behind an attribute's name, which is at an offset, begins and ends; false where it needs a closer look.
func (r *Reader) plainValue(at, name int) (begin, end int, ok bool) {
	src := r.src
	if name+1 >= len(src) || src[name] != '=' || name-at > r.limits.MaxNameBytes {
		return 0, 0, false
	}
	quote := src[name+1]
	if quote != '"' && quote != '\'' {
		return 0, 0, false
	}
	begin = name + len(`="`)
	end = plainValueEnd(src, begin, quote)
	return begin, end, end < len(src) && src[end] == quote
}

// knownAttribute scans the attribute at an offset and returns where it ends, -1 where it needs a closer look.
func (r *Reader) knownAttribute(at int, element *KnownName) int {
	if len(r.attrs) >= listedNames {
		return -1
	}
	e, name := r.attributeNamed(at, &element.likely[len(r.attrs)%len(element.likely)])
	begin, end, ok := r.plainValue(at, name)
	if !ok || e == nil || e.prefix > 0 && e.epoch != r.scope.epoch && !r.scope.renew(e) {
		return -1
	}
	for i := range r.attrs {
		if r.attrs[i].Symbol == e.symbol {
			return -1
		}
	}
	r.attrs = append(r.attrs, Attr{Name: e.name, Symbol: e.symbol, Prefix: e.written[:e.prefix], Value: r.src[begin:end]})
	r.attrAt = append(r.attrAt, at)
	return end + 1
}

// attributeNamed returns what is known of the name of the attribute at an offset, nil if that is nothing, and where the name ends. Most often it is the likely name,
// which the attribute of its place had last time.
func (r *Reader) attributeNamed(at int, likely **KnownName) (e *KnownName, end int) {
	if e = *likely; e != nil && e.written != "" && strings.HasPrefix(r.src[at:], e.written) {
		if end = at + len(e.written); end < len(r.src) && r.src[end] == '=' {
			return e, end
		}
	}
	end = attributeNameEnd(r.src, at)
	e = r.attributes.find(r.src[at:end])
	*likely = e
	return e, end
}
