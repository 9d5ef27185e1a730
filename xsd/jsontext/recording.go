// Passing over a value: skipping it, keeping how it was written, recording it to read it
// again.

package jsontext

import (
	"errors"
	"math"
	"unicode/utf8"

	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

// Skip reads to the end of the current value: from an ObjectStart or ArrayStart to its
// end, from a Key over the value that follows it. Other values are complete already.
func (r *Reader) Skip() error {
	if err := r.toValue(); err != nil {
		return err
	}
	if !r.opens() {
		return r.err
	}
	for depth := len(r.open); !r.closes(depth); {
		if _, err := r.Next(); err != nil {
			return err
		}
	}
	return nil
}

// opens reports whether the current token begins an object or array.
func (r *Reader) opens() bool { return r.kind == ObjectStart || r.kind == ArrayStart }

// closes reports whether the current token ends the object or array that counts as depth.
func (r *Reader) closes(depth int) bool {
	return len(r.open) == depth && (r.kind == ObjectEnd || r.kind == ArrayEnd)
}

// SkipRaw does what Skip does and returns the value as it was written (of a Key, the value
// that follows it), at most so many bytes of it, cut between characters; complete says that
// nothing was cut.
func (r *Reader) SkipRaw(most int) (raw string, complete bool, err error) {
	if err := r.toValue(); err != nil {
		return "", false, err
	}
	if raw, err = r.passOver(most); err != nil {
		return "", false, err
	}
	if len(raw) <= most {
		return r.in.Own(raw), true, nil
	}
	for most > 0 && !utf8.RuneStart(raw[most]) {
		most--
	}
	return r.in.Own(raw[:most]), false, nil
}

// toValue moves from a Key to the value that follows it.
func (r *Reader) toValue() error {
	if r.kind != Key {
		return nil
	}
	_, err := r.Next()
	return err
}

// passOver does what Skip does with a value and returns it as it was written; of a stream, at most one byte more than most.
func (r *Reader) passOver(most int) (raw string, err error) {
	if !r.in.Streams() {
		begin := r.start
		if err := r.Skip(); err != nil {
			return "", err
		}
		return r.src[begin:r.pos], nil
	}
	kept := []byte(r.src[r.start:r.pos])
	nested := r.opens()
	for depth := len(r.open); nested && !r.closes(depth); {
		if _, err := r.Next(); err != nil {
			return "", err
		}
		if len(kept) <= most {
			kept = append(kept, r.src[r.from:r.pos]...)
		}
	}
	return string(kept[:min(len(kept), most+1)]), nil
}

// Record does what Skip does and returns the value (of a Key, the value that follows it), to
// be read again with NewReplay. A value of a stream that is larger than MaxBytes is a
// *source.LimitError.
func (r *Reader) Record() (*Recording, error) {
	switch r.kind {
	case NoToken, ObjectEnd, ArrayEnd, End:
		if r.err != nil {
			return nil, r.err
		}
		return nil, errors.New("jsontext: only a value can be recorded, from its start on")
	}
	most := int(min(r.limits.MaxBytes, math.MaxInt-1))
	if err := r.toValue(); err != nil {
		return nil, err
	}
	at := r.Position()
	raw, err := r.passOver(most)
	if err != nil {
		return nil, err
	}
	if len(raw) > most {
		r.exceeds(r.start, "MaxBytes", most, "the size in bytes of a value to be kept")
		return nil, r.err
	}
	return &Recording{part: r.in.Part(at, raw)}, nil
}

// A Recording is a value of a JSON text. It is immutable and safe for concurrent use; of a text that was lent it lasts no longer than that.
type Recording struct {
	part source.Part
}

// Raw returns the value as it was written.
func (c *Recording) Raw() string { return c.part.Text() }

// NewReplay returns a reader of a recorded value; after the value comes End. Positions are
// those of the recording, Depth counts from the value.
func NewReplay(recording *Recording) *Reader {
	r := new(Reader)
	r.ResetReplay(recording)
	return r
}

// ResetReplay makes the reader read a recorded value, as NewReplay does.
func (r *Reader) ResetReplay(recording *Recording) {
	r.in.ResetPart(recording.part)
	r.limits = r.in.Limits()
	r.reset()
}
