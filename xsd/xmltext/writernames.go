// The namespaces of what is written: which prefix a name gets and where it is declared.

package xmltext

import (
	"errors"
	"slices"
	"strconv"
)

// Prefer makes the writer declare a namespace with this prefix where it must declare it; an
// empty prefix makes it the default namespace. Without it, prefixes are ns1, ns2, ...
func (w *Writer) Prefer(prefix, uri string) {
	for i := range w.preferred {
		if w.preferred[i].URI == uri {
			w.preferred[i].Prefix = prefix
			return
		}
	}
	w.preferred = append(w.preferred, Binding{prefix, uri})
}

// Declare declares a namespace on the element that Start began last, unless that prefix has
// that meaning already. It returns false, and does nothing, if the prefix has another
// meaning in that very tag or cannot be declared so, or if the tag is complete.
func (w *Writer) Declare(prefix, uri string) bool {
	if w.err != nil || !w.tagged || w.faultOf(Binding{prefix, uri}) != "" {
		return false
	}
	w.declare(Binding{prefix, uri})
	return true
}

// ErrDefaultNamespace is why a QName in no namespace could not be written.
var ErrDefaultNamespace = errors.New("xmltext: a QName in no namespace stands where there is a default namespace: prefer a prefix for that")

// Prefix returns a prefix for the namespace, for a QName in a value. It declares one on the
// element that Start began last if none is in scope. For no namespace it returns "" and
// makes sure that there is no default namespace.
func (w *Writer) Prefix(uri string) string {
	switch prefix, ok := w.prefixInScope(uri, true); {
	case w.err != nil:
		return ""
	case ok:
		w.use(Binding{prefix, uri})
		return prefix
	case uri == "":
		if !w.Declare("", "") {
			w.failWith(ErrDefaultNamespace)
		}
		return ""
	case !w.checkTag("the namespace", uri):
		return ""
	default:
		return w.declareNew(uri, true)
	}
}

// elementPrefix returns the prefix for an element's name, declared if it must be.
func (w *Writer) elementPrefix(space string) string {
	if space == w.bare {
		return ""
	}
	if prefix, ok := w.prefixInScope(space, true); ok {
		w.use(Binding{prefix, space})
		return prefix
	}
	if space == "" {
		w.bind(Binding{})
		return ""
	}
	return w.declareNew(space, true)
}

// attributePrefix returns the prefix for an attribute's name, declared if it must be.
func (w *Writer) attributePrefix(space string) string {
	if space == "" {
		return ""
	}
	if prefix, ok := w.prefixInScope(space, false); ok {
		w.use(Binding{prefix, space})
		return prefix
	}
	return w.declareNew(space, false)
}

// prefixInScope returns a prefix that stands for the namespace; the empty one only where it
// may serve.
func (w *Writer) prefixInScope(uri string, mayBeEmpty bool) (prefix string, ok bool) {
	switch {
	case uri == w.bare && (mayBeEmpty || uri == ""):
		return "", true
	case uri == "":
		return "", false
	case uri == XMLNamespace:
		return "xml", true
	}
	for i := w.bindings.ofURI(uri); i != none; i = w.bindings.nextOfURI(i) {
		b := &w.bindings.list[i]
		if (mayBeEmpty || b.Prefix != "") && w.lookup(b.Prefix) == uri {
			return b.Prefix, true
		}
	}
	if i := w.root.find(uri); i != none && !(mayBeEmpty && w.isDefault(uri)) && w.lookup(w.root.list[i].Prefix) == uri {
		w.root.used[i] = true
		return w.root.list[i].Prefix, true
	}
	return "", false
}

// isDefault reports whether the root, which is about to begin, makes a namespace the default one.
func (w *Writer) isDefault(uri string) bool {
	return len(w.open) == 0 && slices.Contains(w.preferred, Binding{"", uri})
}

// lookup returns the namespace that a prefix stands for, "" if none.
func (w *Writer) lookup(prefix string) string {
	if i := w.bindings.ofPrefix(prefix); i != none {
		return w.bindings.list[i].URI
	}
	return w.root.meaning(prefix)
}

// declareNew declares a namespace with the prefix preferred for it, or an invented one.
func (w *Writer) declareNew(uri string, mayBeEmpty bool) string {
	if b, ok := w.root.leftOut(uri); ok && w.lookup(b.Prefix) == "" && w.faultOf(b) == "" {
		w.declare(b)
		return b.Prefix
	}
	for _, p := range w.preferred {
		if p.URI == uri && (mayBeEmpty || p.Prefix != "") && w.faultOf(p) == "" {
			w.declare(p)
			return p.Prefix
		}
	}
	prefix := w.invent()
	w.bind(Binding{prefix, uri})
	return prefix
}

// invent returns a prefix that means nothing here, so that no QName changes its meaning.
func (w *Writer) invent() string {
	for i := w.inScope; ; i++ {
		if i == len(w.invented) {
			w.invented = append(w.invented, "ns"+strconv.Itoa(i+1))
		}
		if w.lookup(w.invented[i]) == "" {
			w.inScope = i
			return w.invented[i]
		}
	}
}

// bind declares a namespace, or fails if that is not possible.
func (w *Writer) bind(b Binding) {
	if fault := w.faultOf(b); fault != "" {
		w.fail("%s", fault)
		return
	}
	w.declare(b)
}

// faultOf returns why the element that was begun last cannot have a declaration, "" if it can.
func (w *Writer) faultOf(b Binding) string {
	if fault := b.Fault(); fault != "" {
		return fault
	}
	if w.meansElse(b) {
		return "the prefix " + strconv.Quote(b.Prefix) + " stands for two namespaces in one tag"
	}
	return ""
}

// meansElse reports whether the incomplete tag relies on another meaning of the prefix.
func (w *Writer) meansElse(b Binding) bool {
	if b.Prefix == "" && w.tagged && w.open[len(w.open)-1].bare {
		return b.URI != w.bare
	}
	if n := len(w.open); w.tagged && n > 0 && w.open[n-1].root != none && w.root.list[w.open[n-1].root].Prefix == b.Prefix {
		return w.root.list[w.open[n-1].root].URI != b.URI
	}
	if len(w.open) == 1 && w.tagged && w.root.isFixed(b.Prefix) {
		return w.lookup(b.Prefix) != b.URI
	}
	i := w.used.ofPrefix(b.Prefix)
	return i != none && w.used.list[i].URI != b.URI
}

// declare brings a binding into scope, and writes it if the tag has begun.
func (w *Writer) declare(b Binding) {
	w.use(b)
	if b.Prefix == "xml" || w.lookup(b.Prefix) == b.URI {
		w.root.use(b)
		return
	}
	w.bindings.push(b, w.inScope)
	w.root.shadow(b)
	if b.Prefix == "" {
		w.bare = b.URI
	}
	if w.tagged {
		w.writeBinding(b)
	}
}

// use notes that the meaning of a prefix cannot change any more in this tag.
func (w *Writer) use(b Binding) {
	if w.used.ofPrefix(b.Prefix) == none {
		w.used.push(b, 0)
	}
}

func (w *Writer) writeBinding(b Binding) {
	w.buf.Cut(len(">"))
	w.buf.Add(" xmlns")
	if b.Prefix != "" {
		w.buf.AddByte(':')
		w.buf.Add(b.Prefix)
	}
	w.appendValue(b.URI)
	w.buf.AddByte('>')
}
