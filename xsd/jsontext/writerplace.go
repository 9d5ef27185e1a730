// Going back: a caller that finds out in the middle of an object that it must be written another way.

package jsontext

// A Place is a place in what a Writer has written, inside an object or array.
type Place struct {
	length, depth int
	keyed         bool
	innermost     written
}

// Place returns the place where the writer is, inside some object or array.
func (w *Writer) Place() Place {
	return Place{length: len(w.buf), depth: len(w.open), keyed: w.keyed, innermost: w.open[len(w.open)-1]}
}

// Rewind forgets what was written since a place, and the error that came of it. What was open at the place must still be open.
func (w *Writer) Rewind(m Place) {
	w.buf, w.open = w.buf[:m.length], w.open[:m.depth]
	w.open[m.depth-1] = m.innermost
	w.keyed, w.err = m.keyed, nil
}
