// Passing over an element: skipping it, keeping how it was written.

package xmltext

import "unicode/utf8"

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
		return r.in.Own(raw), true, nil
	}
	for most > 0 && !utf8.RuneStart(raw[most]) {
		most--
	}
	return r.in.Own(raw[:most]), false, nil
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
