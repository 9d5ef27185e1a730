// Text that is taken before the document ends, so that the writer holds a part of a long one.

package xmltext

import "slices"

// RootUses returns the bindings of the root that something written so far uses.
func (w *Writer) RootUses() []Binding {
	var list []Binding
	for i, b := range w.root.list {
		if w.root.used[i] {
			list = append(list, b)
		}
	}
	return list
}

// Settle completes the start tag of the root, which must be written, so that the text can be taken. It declares those bindings of the root that something
// used so far, and those of the list; the others are declared, from now on, by each element that needs them.
func (w *Writer) Settle(also []Binding) {
	if w.err != nil || w.root.settled {
		return
	}
	for i, b := range w.root.list {
		// What the root itself gives another meaning cannot be declared there.
		w.root.used[i] = w.root.used[i] || slices.Contains(also, b) && w.rootMeans(b)
	}
	declarations := w.root.declarations()
	w.insert(w.root.at, declarations)
	w.root.settled = true
}

// leftOut returns the binding for a namespace that is not declared on the root and cannot be any more, and so is declared where it is needed; false where there
// is none.
func (r *rootBindings) leftOut(uri string) (Binding, bool) {
	for i, b := range r.list {
		if b.URI == uri && !r.canBeUsed(i) {
			return b, true
		}
	}
	return Binding{}, false
}

// rootMeans reports whether no declaration on the root's own tag gives the prefix another meaning.
func (w *Writer) rootMeans(b Binding) bool {
	own := w.bindings.list
	if len(w.open) > 1 {
		own = own[:w.open[1].bindings]
	}
	return !slices.ContainsFunc(own, func(other Binding) bool { return other.Prefix == b.Prefix && other.URI != b.URI })
}

// insert puts text in front of what was written behind the name of the root.
func (w *Writer) insert(at int, text []byte) {
	w.buf = slices.Insert(w.buf, at, text...)
	for i := range w.open {
		if e := &w.open[i]; e.tag >= at {
			e.tag += len(text)
			e.tagEnd += len(text)
		}
	}
}

// Pending is the text that was not taken yet. It is valid until the next call.
func (w *Writer) Pending() []byte { return w.buf[w.taken:] }

// Take forgets the pending text, which the caller has taken, after Settle. Marks from before mean nothing any more.
func (w *Writer) Take() {
	w.tagged = false
	end := 0
	for i := range w.open { // the outer ones come first in buf, so that none is overwritten before it is copied
		e := &w.open[i]
		size := copy(w.buf[end:], w.buf[e.tag:e.tagEnd])
		e.tag, e.tagEnd = end, end+size
		end += size
	}
	w.buf, w.taken = w.buf[:end], end
}
