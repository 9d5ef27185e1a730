// Passing over an element: skipping it, keeping how it was written, recording it to read
// it again.

package xmltext

import (
	"errors"
	"math"
	"unicode/utf8"

	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

// Skip reads to the end of the current StartElement: the current token is then its
// EndElement. It does nothing if the current token is none.
func (r *Reader) Skip() error {
	if r.kind != StartElement {
		return r.err
	}
	depth := len(r.open)
	for {
		kind, err := r.Next()
		if err != nil {
			return err
		}
		if kind == EndElement && len(r.open) == depth {
			return nil
		}
	}
}

// SkipRaw does what Skip does and returns the element as it was written, in UTF-8, at most
// so many bytes of it, cut between characters; complete says that nothing was cut.
func (r *Reader) SkipRaw(most int) (raw string, complete bool, err error) {
	if r.kind != StartElement {
		return "", true, r.err
	}
	raw, err = r.passOver(most)
	if err != nil {
		return "", false, err
	}
	if len(raw) <= most {
		return raw, true, nil
	}
	for most > 0 && !utf8.RuneStart(raw[most]) {
		most--
	}
	return raw[:most], false, nil
}

// passOver does what Skip does and returns the element as it was written; of a stream, at most
// one byte more than most.
func (r *Reader) passOver(most int) (raw string, err error) {
	if !r.in.Streams() {
		begin := r.start
		if err := r.Skip(); err != nil {
			return "", err
		}
		return r.src[begin:r.pos], nil
	}
	kept := []byte(r.src[r.start:r.pos])
	for depth := len(r.open); r.kind != EndElement || len(r.open) > depth; {
		if _, err := r.Next(); err != nil {
			return "", err
		}
		if len(kept) <= most {
			kept = append(kept, r.src[r.from:r.pos]...)
		}
	}
	return string(kept[:min(len(kept), most+1)]), nil
}

// Record does what Skip does and returns the element, to be read again with NewReplay. The
// current token must be a StartElement. An element of a stream that is larger than MaxBytes
// is a *source.LimitError.
func (r *Reader) Record() (*Recording, error) {
	if r.err != nil {
		return nil, r.err
	}
	if r.kind != StartElement {
		return nil, errors.New("xmltext: only an element can be recorded, from its start on")
	}
	at, begin := r.Position(), r.start
	bindings := r.Bindings(nil)
	most := int(min(r.limits.MaxBytes, math.MaxInt-1))
	raw, err := r.passOver(most)
	if err != nil {
		return nil, err
	}
	if len(raw) > most {
		r.exceeds(r.start, "MaxBytes", most, "the size in bytes of an element to be kept")
		return nil, r.err
	}
	if !r.in.Streams() {
		return &Recording{part: r.in.PartBetween(begin, r.pos), bindings: bindings}, nil
	}
	return &Recording{part: r.in.Part(at, raw), bindings: bindings}, nil
}

// A Recording is an element of a document, with what it needs of its surroundings. It is
// immutable and safe for concurrent use.
type Recording struct {
	part     source.Part
	bindings []Binding // in scope
}

// Raw returns the element as it was written, in UTF-8.
func (c *Recording) Raw() string { return c.part.Text() }

// NewReplay returns a reader of a recorded element: its first token is the element's start,
// the one after its end is End. Names, namespaces and positions are those of the recording,
// Depth counts from the element.
func NewReplay(recording *Recording) *Reader {
	r := new(Reader)
	r.ResetReplay(recording)
	return r
}

// ResetReplay makes the reader read a recorded element, as NewReplay does.
func (r *Reader) ResetReplay(recording *Recording) {
	r.in.ResetPart(recording.part)
	r.limits = r.in.Limits()
	r.reset()
	r.begun = true
	for _, b := range recording.bindings {
		r.scope.declare(b, false)
	}
}
