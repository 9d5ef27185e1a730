// This file holds the elements that are open in a Writer.

package codec

// writeFrame is an open element of complex type, or one that no schema declares.
type writeFrame struct {
	contents
	own        Name // its name where the declaration has another name, or no name
	index      int
	declared   *element
	nilled     bool
	disorder   bool // the content was found not to match; what follows is not blamed again
	tracked    bool
	object     bool // JSON: the object is open; a nil element has one only for its attributes
	array      int  // JSON: the field whose array is open, or absent
	empty      int  // JSON: the element fields before it had their empty arrays written
	item       bool // JSON: an object of one member is open in the array
	others     tally
	identified bool     // an attribute of type xs:ID came that a wildcard lets in
	admitted   tally    // JSON: the attributes that wildcards let in
	mixed      []byte   // the text of mixed content that has a fixed value
	note       *note    // what the writer puts back, nil for nothing
	children   []placed // the children so far, where the writer reorders them
}

// push adds a frame for an element of the declared name.
func (w *Writer) push(p *plan, e *element, index int) *writeFrame {
	f := w.newFrame()
	w.arena.push(p, &f.contents)
	f.index = index
	if f.declared != e { // storing a pointer has its price while the garbage collector runs
		f.declared = e
	}
	return f
}

// newFrame adds a frame, made of one that was used before if there is one.
func (w *Writer) newFrame() *writeFrame {
	n := len(w.frames)
	if n == cap(w.frames) {
		w.frames = append(w.frames, writeFrame{array: absent})
		return &w.frames[n]
	}
	w.frames = w.frames[:n+1]
	f := &w.frames[n]
	f.others.reset()
	f.admitted.reset()
	f.nilled, f.disorder, f.tracked, f.object, f.item, f.identified = false, false, false, false, false, false
	f.cursor, f.array, f.empty = 0, absent, 0
	setOwn(&f.own, Name{})
	if f.note != nil {
		f.note = nil
	}
	if f.matcher != nil || f.mixed != nil || f.children != nil {
		f.matcher, f.mixed, f.children = nil, nil, nil
	}
	return f
}

// name returns the name of the element.
func (f *writeFrame) name() Name { return f.declared.named(f.own) }

func (w *Writer) top() *writeFrame { return &w.frames[len(w.frames)-1] }
