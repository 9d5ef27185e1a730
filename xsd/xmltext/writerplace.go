// Going back: a caller that finds out in the middle of an element that it must be written another way.

package xmltext

// A Place is a place in what a Writer has written, inside an element whose content has not begun.
type Place struct {
	length, depth, bindings int
	tagged                  bool
	innermost               written
}

// Place returns the place where the writer is, inside some element.
func (w *Writer) Place() Place {
	last := len(w.open) - 1
	return Place{length: len(w.buf), depth: len(w.open), bindings: len(w.bindings), tagged: w.tagged, innermost: w.open[last]}
}

// Rewind forgets what was written since a place, and the error that came of it. The element around the place must still be open.
func (w *Writer) Rewind(m Place) {
	w.buf, w.open = w.buf[:m.length], w.open[:m.depth]
	w.open[m.depth-1] = m.innermost
	w.tagged, w.err = m.tagged, nil
	if m.bindings < len(w.bindings) {
		w.root.unshadow(w.bindings[m.bindings:])
		w.bindings = w.bindings[:m.bindings]
		w.taken = 0
		w.bare = w.lookup("")
	}
	w.beginTag()
}
