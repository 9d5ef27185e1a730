// Names met before. A document has few different names and has each of them often: what a name as it is written stands for is worked out
// once, and then found by comparing bytes.

package xmltext

import (
	"math"
	"math/bits"

	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

// A KnownName is a qualified name as it is written, and what it stands for.
type KnownName struct {
	written string // memory of its own; empty in a free place
	open    string // the start tag up to the end of the name
	end     string // the end tag
	name    source.Name
	symbol  source.Symbol
	prefix  int           // length of the prefix
	epoch   uint64        // of the namespaces in scope under which the name was last seen to hold, or never
	likely  [2]*KnownName // of an element: what its first attributes were called last time
}

// never is the epoch of a free place. Whoever remembers what was there must not take it for a name: no document comes to that epoch.
const never = math.MaxUint64

// EndTag returns the end tag of elements of that name.
func (e *KnownName) EndTag() string { return e.end }

// Symbol returns the symbol of the expanded name.
func (e *KnownName) Symbol() source.Symbol { return e.symbol }

// knownNames is a hash table with open addressing. It outlives the document, so it is small whatever documents say.
type knownNames struct {
	table []KnownName // at most half full; its length is a power of two
	used  int
}

const (
	// firstTable and largestTable are the lengths of the table. Most documents have few names.
	firstTable   = 1 << 6
	largestTable = 1 << 10
	// maxKnown is how many names it takes before it is emptied for the next document.
	maxKnown = largestTable / 2
	// maxKnownBytes is how long a name in it may be.
	maxKnownBytes = 128
	// maxProbes bounds a search, and with it what names made to collide can cost.
	maxProbes = 8
)

// trim empties a table that has become full.
func (k *knownNames) trim() {
	if k.used >= maxKnown {
		for i := range k.table {
			k.table[i] = KnownName{epoch: never}
		}
		k.used = 0
	}
}

// find returns what is known of a name as it is written, nil if that is nothing.
func (k *knownNames) find(written string) *KnownName {
	if len(k.table) == 0 || written == "" { // which a free place has
		return nil
	}
	last := uint64(len(k.table) - 1)
	for i, at := 0, hashOf(written); i < maxProbes; i, at = i+1, at+1 {
		e := &k.table[at&last]
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
	if 2*k.used >= len(k.table) {
		k.grow()
	}
	e := k.placeOf(written)
	if e == nil {
		return symbol
	}
	if e.written == "" {
		if k.used == maxKnown {
			return symbol
		}
		k.used++
		e.write(written)
	}
	e.symbol, e.prefix, e.epoch = symbol, prefix, epoch
	e.name = symbol.Value()
	return symbol
}

// placeOf returns the place that a name has or can have, nil where there is none.
func (k *knownNames) placeOf(written string) *KnownName {
	last := uint64(len(k.table) - 1)
	for i, at := 0, hashOf(written); i < maxProbes; i, at = i+1, at+1 {
		if e := &k.table[at&last]; e.written == "" || e.written == written {
			return e
		}
	}
	return nil
}

// grow makes room for more names, up to the largest table. Whoever remembers a place of the table before keeps what was there, which stays true.
func (k *knownNames) grow() {
	before := k.table
	if len(before) == largestTable {
		return
	}
	k.table, k.used = make([]KnownName, max(firstTable, 2*len(before))), 0
	for i := range before {
		if e := k.placeOf(before[i].written); before[i].written != "" && e != nil {
			*e = before[i]
			k.used++
		}
	}
}

// write notes a name as it is written, in memory of its own.
func (e *KnownName) write(written string) {
	tags := "<" + written + "></" + written + ">"
	behind := len("<") + len(written)
	e.written = tags[len("<"):behind]
	e.open, e.end = tags[:behind], tags[behind+len(">"):]
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

// nameEnd returns where the name of a tag that begins at an offset ends, or the text does.
func nameEnd(src string, i int) int {
	for ; i+8 <= len(src); i += 8 {
		w := source.Word(src, i)
		if stops := source.Equal(w, '>') | source.Equal(w, '/') | source.Below(w, '!'); stops != 0 {
			return i + source.First(stops)
		}
	}
	for i < len(src) && !endsName(src[i]) {
		i++
	}
	return i
}

// endsName reports whether a byte ends the name of a tag.
func endsName(c byte) bool { return c == '>' || c == '/' || c <= ' ' }

// attributeNameEnd returns where the name of an attribute that begins at an offset ends, or the text does.
func attributeNameEnd(src string, i int) int {
	for i < len(src) && src[i] != '=' && src[i] > ' ' && src[i] != '>' {
		i++
	}
	return i
}

// renew reports whether a name stands for the same under the namespaces that are now in scope, and notes it.
func (s *scope) renew(e *KnownName) bool {
	space, ok := s.lookup(e.written[:e.prefix])
	if !ok || space != e.name.Space {
		return false
	}
	e.epoch = s.epoch
	return true
}

// symbolOf returns the symbol of a name that was worked out, and notes it for the next time. e is what is known of it.
func (r *Reader) symbolOf(known *knownNames, e *KnownName, written string, prefix int, name source.Name) source.Symbol {
	if e != nil && e.name == name {
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
	return r.symbolOf(&r.attributes, r.attributes.find(written), written, len(a.Prefix), a.Name)
}
