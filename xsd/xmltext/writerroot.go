// The namespaces that are declared once, on the root, if anything in the document uses them: which of them do is known at its end only, or decided before the
// text is taken away.

package xmltext

import (
	"cmp"
	"slices"
)

// rootBindings are the bindings that the root declares as soon as something needs them.
type rootBindings struct {
	list     []Binding
	used     []bool // which of them are declared
	at       int    // in the text: where their declarations belong
	settled  bool   // their declarations are written, and no more can be
	shadowed int    // how many bindings in scope give one of their prefixes another meaning
}

// RootBindings makes the writer declare these namespaces on the root where anything uses them, and there alone. No prefix and no namespace may come twice;
// the empty prefix is none (see Prefer).
func (w *Writer) RootBindings(list []Binding) {
	if len(w.buf) > 0 && w.rooted {
		w.fail("the bindings of the root come too late")
		return
	}
	for _, b := range list {
		if fault := w.faultOf(b); fault != "" || b.Prefix == "" || b.URI == "" {
			w.fail("the prefix %q cannot stand for the namespace %q: %s", b.Prefix, b.URI, cmp.Or(fault, "neither is empty"))
			return
		}
	}
	w.root.list = list
	w.root.used = slices.Grow(w.root.used[:0], len(list))[:len(list)]
	clear(w.root.used)
}

func (r *rootBindings) reset() {
	if r.list != nil {
		*r = rootBindings{used: r.used[:0]}
	}
}

// find returns the binding for a namespace, or none.
func (r *rootBindings) find(uri string) int {
	for i := range r.list {
		if r.list[i].URI == uri && r.canBeUsed(i) {
			return i
		}
	}
	return none
}

// canBeUsed reports whether a binding is declared, or still can be.
func (r *rootBindings) canBeUsed(i int) bool { return !r.settled || r.used[i] }

// none stands for no binding of the root.
const none = -1

// meaning returns the namespace that the root gives a prefix, "" if none.
func (r *rootBindings) meaning(prefix string) string {
	for i := range r.list {
		if r.list[i].Prefix == prefix && r.canBeUsed(i) {
			return r.list[i].URI
		}
	}
	return ""
}

// isFixed reports whether the root's tag has, or will have, the root's binding of a prefix.
func (r *rootBindings) isFixed(prefix string) bool {
	for i, b := range r.list {
		if b.Prefix == prefix {
			return r.used[i]
		}
	}
	return false
}

// use has a binding declared if it is one of the root's.
func (r *rootBindings) use(b Binding) {
	if i := r.find(b.URI); i != none && r.list[i].Prefix == b.Prefix {
		r.used[i] = true
	}
}

// shadow notes that a binding of an element has come into scope, and unshadow that it has left it.
func (r *rootBindings) shadow(b Binding) {
	if r.hasPrefix(b.Prefix) {
		r.shadowed++
	}
}

func (r *rootBindings) unshadow(gone []Binding) {
	for _, b := range gone {
		if r.shadowed > 0 && r.hasPrefix(b.Prefix) {
			r.shadowed--
		}
	}
}

// hasPrefix reports whether a binding has the prefix, declared or not.
func (r *rootBindings) hasPrefix(prefix string) bool {
	return slices.ContainsFunc(r.list, func(b Binding) bool { return b.Prefix == prefix })
}

// place notes where in the root's tag, which has just begun, the declarations belong.
func (r *rootBindings) place(w *Writer) {
	r.at = len(w.buf) - len(">")
}

// declarations returns the declarations that are still missing.
func (r *rootBindings) declarations() []byte {
	if r.settled {
		return nil
	}
	var w Writer
	for i, b := range r.list {
		if r.used[i] {
			w.buf.AddByte('>')
			w.writeBinding(b)
			w.buf.Cut(len(">"))
		}
	}
	return w.buf
}
