// The namespaces that are declared once, on the root, if anything in the document uses them: which of them do is known at its end only, or decided before the
// text is taken away.

package xmltext

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

// rootBindings are the bindings that the root declares as soon as something needs them.
type rootBindings struct {
	list     []Binding
	used     []bool // which of them are declared
	at       int    // in the text: where their declarations belong
	settled  bool   // their declarations are written, and no more can be
	shadowed int    // how many bindings in scope give one of their prefixes another meaning
	likely   [8]int // by the length of a namespace, the binding that was found last
}

// Bindings are namespaces for the root, looked at once for all documents. They are immutable and safe for concurrent use.
type Bindings struct {
	list  []Binding
	fault string
}

// NewBindings makes bindings ready. No prefix and no namespace may come twice; the empty prefix is none (see Prefer). If one cannot be declared, writing with
// them is the error.
func NewBindings(list []Binding) Bindings {
	for _, b := range list {
		if fault := b.Fault(); fault != "" || b.Prefix == "" || b.URI == "" {
			return Bindings{fault: fmt.Sprintf("the prefix %q cannot stand for the namespace %q: %s", b.Prefix, b.URI, cmp.Or(fault, "neither is empty"))}
		}
	}
	return Bindings{list: list}
}

// All returns the bindings.
func (b *Bindings) All() []Binding { return b.list }

// RootBindings makes the writer declare these namespaces on the root where anything uses them, and there alone.
func (w *Writer) RootBindings(bindings *Bindings) {
	switch {
	case len(w.buf) > 0 && w.rooted:
		w.fail("the bindings of the root come too late")
		return
	case bindings.fault != "":
		w.fail("%s", bindings.fault)
		return
	}
	w.root.list = bindings.list
	w.root.used = slices.Grow(w.root.used[:0], len(bindings.list))[:len(bindings.list)]
	clear(w.root.used)
}

func (r *rootBindings) reset() {
	if r.list != nil {
		*r = rootBindings{used: r.used[:0]}
	}
}

// find returns the binding for a namespace, or none.
func (r *rootBindings) find(uri string) int {
	likely := &r.likely[len(uri)%len(r.likely)]
	if i := *likely; i < len(r.list) && source.Same(r.list[i].URI, uri) && r.canBeUsed(i) {
		return i
	}
	for i := range r.list {
		if r.list[i].URI == uri && r.canBeUsed(i) {
			*likely = i
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
	if r.settled || !slices.Contains(r.used, true) {
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
