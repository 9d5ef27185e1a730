// Names met before. A document has few different names and has each of them often: what a name as it is written stands for is worked out
// once, and then found by comparing bytes.

package xmltext

import (
	"math/bits"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

// knownName is a qualified name as it is written, and what it stands for.
type knownName struct {
	written string // memory of its own; empty in a free place
	name    source.Name
	symbol  source.Symbol
	prefix  int    // length of the prefix
	epoch   uint64 // of the namespaces in scope under which the name was last seen to hold
}

// knownNames is a hash table with open addressing. It outlives the document, so it is small whatever documents say.
type knownNames struct {
	table []knownName
	used  int
}

const (
	// knownTable is the size of the table, a power of two.
	knownTable = 1 << 10
	// maxKnown is how many names it takes before it is emptied for the next document.
	maxKnown = knownTable / 2
	// maxKnownBytes is how long a name in it may be.
	maxKnownBytes = 128
	// maxProbes bounds a search, and with it what names made to collide can cost.
	maxProbes = 8
)

// trim empties a table that has become full.
func (k *knownNames) trim() {
	if k.used >= maxKnown {
		clear(k.table)
		k.used = 0
	}
}

// find returns what is known of a name as it is written, nil if that is nothing.
func (k *knownNames) find(written string) *knownName {
	if len(k.table) == 0 || written == "" { // which a free place has
		return nil
	}
	for i, at := 0, hashOf(written); i < maxProbes; i, at = i+1, at+1 {
		e := &k.table[at&(knownTable-1)]
		if e.written == written {
			return e
		}
		if e.written == "" {
			return nil
		}
	}
	return nil
}

// learn notes what a name stands for. A name of another meaning replaces the one before it.
func (k *knownNames) learn(written string, prefix int, name source.Name, epoch uint64) source.Symbol {
	symbol := source.SymbolOf(name)
	if len(written) > maxKnownBytes || written == "" {
		return symbol
	}
	if k.table == nil {
		k.table = make([]knownName, knownTable)
	}
	for i, at := 0, hashOf(written); i < maxProbes; i, at = i+1, at+1 {
		e := &k.table[at&(knownTable-1)]
		if e.written != "" && e.written != written {
			continue
		}
		if e.written == "" {
			if k.used == maxKnown {
				return symbol
			}
			k.used++
			e.written = strings.Clone(written)
		}
		e.symbol, e.prefix, e.epoch = symbol, prefix, epoch
		e.name = symbol.Value()
		return symbol
	}
	return symbol
}

// hashOf mixes the ends and the middle of a name, and its length.
func hashOf(name string) uint64 {
	var h uint64
	switch n := len(name); {
	case n >= 8:
		h = source.Word(name, 0) ^ bits.RotateLeft64(source.Word(name, n-8), 29) ^ bits.RotateLeft64(source.Word(name, n/2-4), 47)
	default:
		for i := range n {
			h = h<<8 | uint64(name[i])
		}
	}
	h = (h ^ uint64(len(name))<<56) * 0x9E3779B97F4A7C15
	return h >> 48
}

// NextTag moves to the next tag, if nothing but white space is before it and its names are known: it does what Next does once, or twice where
// there is white space, and returns StartElement or EndElement. Otherwise it returns NoToken, and the next token is still to be read with
// Next; only the former token is no longer there.
func (r *Reader) NextTag() Kind {
	kind := r.NextPart()
	if kind == Leaf {
		r.OpenLeaf()
		return StartElement
	}
	return kind
}

// leaf is an element that holds nothing but plain text, as NextPart found it: its name, and offsets.
type leaf struct {
	known                *knownName
	at, text, close, end int
}

// NextPart is NextTag, but for an element without attributes that holds nothing but a plain text which is not empty, as most do: it returns
// Leaf, and TakeLeaf or OpenLeaf must follow.
func (r *Reader) NextPart() Kind {
	if r.kind == EndElement {
		r.leaveElement()
		r.kind = NoToken
	}
	switch {
	case r.err != nil:
		return NoToken
	case r.emptyTag:
		r.emptyTag, r.kind, r.from = false, EndElement, r.pos
		return EndElement
	case len(r.open) == 0:
		return NoToken
	}
	src := r.src
	at := skipSpace(src, r.pos)
	if at+1 >= len(src) || src[at] != '<' {
		return NoToken
	}
	if src[at+1] != '/' {
		return r.knownStart(at)
	}
	end := r.endTag(at)
	if end < 0 || end-r.pos > r.limits.MaxTextBytes {
		return NoToken
	}
	r.accept(EndElement, at, end)
	return EndElement
}

// knownStart moves to the start tag at an offset if all names in it are known.
func (r *Reader) knownStart(at int) Kind {
	src := r.src
	end := nameEnd(src, at+1)
	if end == len(src) || end-at > r.limits.MaxNameBytes || len(r.open) == r.limits.MaxDepth {
		return NoToken
	}
	e := r.tags.find(src[at+1 : end])
	if e == nil || e.epoch != r.scope.epoch && !r.scope.renew(e) {
		return NoToken
	}
	empty := false
	if src[end] == '>' {
		if end++; r.findLeaf(e, at, end) {
			return Leaf
		}
		r.attrs, r.attrAt = r.attrs[:0], r.attrAt[:0]
	} else {
		r.attrs, r.attrAt = r.attrs[:0], r.attrAt[:0]
		end, empty = r.knownAttributes(end)
	}
	if end < 0 {
		return NoToken
	}
	if end-r.pos > r.limits.MaxTextBytes {
		return NoToken
	}
	r.openKnown(e)
	r.emptyTag = empty
	r.accept(StartElement, at, end)
	return StartElement
}

// openKnown opens an element of a known name.
func (r *Reader) openKnown(e *knownName) {
	o := r.newElement()
	o.tag, o.space, o.symbol, o.prefix, o.bindings = e.written, e.name.Space, e.symbol, e.prefix, len(r.scope.bindings)
}

// findLeaf reports whether the element whose start tag begins and ends at these offsets holds nothing but a plain text, and notes where.
func (r *Reader) findLeaf(e *knownName, at, begin int) bool {
	src := r.src
	stop := plainTextEnd(src, begin)
	name := stop + len("</")
	end := name + len(e.written)
	if stop == begin || end >= len(src) || src[end] != '>' || src[stop] != '<' || src[stop+1] != '/' || src[name:end] != e.written {
		return false
	}
	if end-r.pos > r.limits.MaxTextBytes {
		return false
	}
	r.leaf = leaf{known: e, at: at, text: begin, close: stop, end: end + 1}
	return true
}

// LeafSymbol returns the symbol of the name of the element that NextPart found.
func (r *Reader) LeafSymbol() source.Symbol { return r.leaf.known.symbol }

// LeafText returns the text in the element that NextPart found.
func (r *Reader) LeafText() string {
	text := r.PeekLeaf()
	if r.in.Streams() {
		text = strings.Clone(text)
	}
	return text
}

// PeekLeaf is LeafText for a caller that does not keep the text: of a stream, what keeps it keeps the whole window in memory.
func (r *Reader) PeekLeaf() string { return r.src[r.leaf.text:r.leaf.close] }

// TakeLeaf moves over the element that NextPart found.
func (r *Reader) TakeLeaf() { r.accept(NoToken, r.leaf.at, r.leaf.end) }

// OpenLeaf moves to the start of the element that NextPart found, as Next does.
func (r *Reader) OpenLeaf() {
	r.attrs, r.attrAt = r.attrs[:0], r.attrAt[:0]
	r.openKnown(r.leaf.known)
	r.accept(StartElement, r.leaf.at, r.leaf.text)
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

// nameEnd returns where the name of a tag that begins at an offset ends, or the text does.
func nameEnd(src string, i int) int {
	for ; i+8 <= len(src); i += 8 {
		w := source.Word(src, i)
		if stops := source.Equal(w, '>') | source.Equal(w, '/') | source.Below(w, '!'); stops != 0 {
			return i + source.First(stops)
		}
	}
	for i < len(src) && src[i] != '>' && src[i] != '/' && src[i] > ' ' {
		i++
	}
	return i
}

// attributeNameEnd returns where the name of an attribute that begins at an offset ends, or the text does.
func attributeNameEnd(src string, i int) int {
	for i < len(src) && src[i] != '=' && src[i] > ' ' && src[i] != '>' {
		i++
	}
	return i
}

// renew reports whether a name stands for the same under the namespaces that are now in scope, and notes it.
func (s *scope) renew(e *knownName) bool {
	space, ok := s.lookup(e.written[:e.prefix])
	if !ok || space != e.name.Space {
		return false
	}
	e.epoch = s.epoch
	return true
}

// symbolOf returns the symbol of a name that was worked out, and notes it for the next time.
func (r *Reader) symbolOf(known *knownNames, written string, prefix int, name source.Name) source.Symbol {
	if e := known.find(written); e != nil && e.name == name {
		e.epoch = r.scope.epoch
		return e.symbol
	}
	return known.learn(written, prefix, name, r.scope.epoch)
}

// attributeSymbol is symbolOf for the attribute that begins at an offset.
func (r *Reader) attributeSymbol(a *Attr, at int) source.Symbol {
	written := a.Name.Local
	if a.Prefix != "" {
		written = r.src[at : at+len(a.Prefix)+len(":")+len(written)]
	}
	return r.symbolOf(&r.attributes, written, len(a.Prefix), a.Name)
}
