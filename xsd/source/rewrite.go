// Rewriting the text of an input from a place on, as a document type declaration demands: it says what references stand for and which
// attributes are there without being written. Positions stay those of the input as it was given.

package source

import (
	"sort"
	"strings"
)

// A Rewriter writes the text of an input anew.
type Rewriter interface {
	// Rewrite rewrites the beginning of draft.Rest, by the methods of draft, as far as it is sure how: of text that is not final more may
	// come, and then Rewrite is called again with what it left. An error ends the input at that place.
	Rewrite(draft *Draft, final bool) error
}

// rewriting is what an Input has that is rewritten.
type rewriting struct {
	rewriter Rewriter
	origins  []origin // of the window, by offset; before the first, text is as it was given
	pending  string   // of a stream: text that is not rewritten yet
	from     Position // where pending begins
	final    bool     // nothing comes after pending
}

// origin says where a stretch of the window comes from, up to the next one.
type origin struct {
	offset int
	at     Position
	fixed  bool // all of it comes from this one place
}

// A Draft is the text that a Rewriter writes.
type Draft struct {
	rest     string
	at       Position // of rest
	counted  string   // the text from there on where at was counted
	encoding Encoding
	out      strings.Builder
	origins  []origin
	offset   int // of out in the window
	copying  bool
}

// Rest returns the text that is still to be rewritten.
func (d *Draft) Rest() string { return d.rest }

// Keep takes the next n bytes of the text over as they are.
func (d *Draft) Keep(n int) {
	if n > 0 && !d.copying {
		d.note(false)
	}
	d.out.WriteString(d.rest[:n])
	d.rest = d.rest[n:]
}

// Drop leaves the next n bytes of the text out.
func (d *Draft) Drop(n int) {
	if n > 0 {
		d.rest = d.rest[n:]
		d.copying = false
	}
}

// Put writes text that comes from the place where Rest begins.
func (d *Draft) Put(text string) {
	if d.copying || len(d.origins) == 0 || d.origins[len(d.origins)-1].at != d.Position() {
		d.note(true)
	}
	d.out.WriteString(text)
}

// Position returns where Rest begins.
func (d *Draft) Position() Position {
	if n := len(d.counted) - len(d.rest); n > 0 {
		d.at = d.encoding.advance(d.at, d.counted, n)
		d.counted = d.rest
	}
	return d.at
}

// note begins another stretch.
func (d *Draft) note(fixed bool) {
	d.origins = append(d.origins, origin{offset: d.offset + d.out.Len(), at: d.Position(), fixed: fixed})
	d.copying = !fixed
}

// Rewrite has the text from an offset of the window on rewritten.
func (in *Input) Rewrite(offset int, rewriter Rewriter) {
	in.from = in.Position(offset)
	in.rewriter = rewriter
	in.pending = in.text[offset:]
	in.text = in.text[:offset]
	if in.stream == nil {
		in.final = true
		in.text = in.rewritePending(in.text, offset)
		return
	}
	in.final = in.ended
	in.ended = false
}

// rewritePending rewrites what there is of pending and returns kept with it. kept ends at an offset of the window.
func (in *Input) rewritePending(kept string, offset int) string {
	d := Draft{rest: in.pending, counted: in.pending, at: in.from, encoding: in.encoding, origins: in.origins, offset: offset - len(kept)}
	d.out.Grow(len(kept) + len(in.pending))
	d.out.WriteString(kept)
	err := in.rewriter.Rewrite(&d, in.final)
	d.note(true) // what comes next is not yet known, or the end
	in.from, in.pending, in.origins = d.Position(), d.rest, d.origins
	switch {
	case err != nil:
		in.fail(fault{err: err})
	case in.final:
		in.ended = true
	case len(in.pending) > in.limits.MaxTextBytes:
		in.fail(fault{message: "the size in bytes of this tag, text, comment or instruction", limit: "MaxTextBytes", max: int64(in.limits.MaxTextBytes)})
	}
	return d.out.String()
}

// fetchRewritten returns the window from keep on with the stream's next text after it, rewritten: want bytes or more in all, unless the
// stream ends.
func (in *Input) fetchRewritten(keep, want int) string {
	text := in.rewritePending(in.text[keep:], len(in.text))
	for !in.ended && len(text) < want {
		in.pending = in.fetch(in.pending, max(len(in.pending)+len(in.pending)/2+1, want-len(text)))
		in.final, in.ended = in.ended, false
		text = in.rewritePending(text, keep+len(text))
	}
	return text
}

// stretch is a part of the window whose text comes from one place of the input.
type stretch struct {
	from, to int
	at       Position
	fixed    bool
}

// stretchAt returns the stretch that an offset of the window is in.
func (in *Input) stretchAt(offset int) stretch {
	n := sort.Search(len(in.origins), func(i int) bool { return in.origins[i].offset > offset })
	s := stretch{to: len(in.text), at: in.base}
	if n > 0 {
		o := in.origins[n-1]
		s.from, s.at, s.fixed = o.offset, o.at, o.fixed
	}
	if n < len(in.origins) {
		s.to = in.origins[n].offset
	}
	return s
}

// dropOrigins forgets what is before an offset of the window. The window will begin there: in.base is the position of that offset.
func (in *Input) dropOrigins(keep int) {
	if len(in.origins) == 0 {
		return
	}
	first := in.stretchAt(keep)
	kept := []origin{{at: in.Position(keep), fixed: first.fixed}}
	for _, o := range in.origins[sort.Search(len(in.origins), func(i int) bool { return in.origins[i].offset > keep }):] {
		o.offset -= keep
		kept = append(kept, o)
	}
	in.origins = kept
}
