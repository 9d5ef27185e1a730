// The start tag of the root, which is the same in most documents of a kind: what was worked out of it the last time is kept, and the tag is then only compared.

package xmltext

import (
	"strings"

	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

// rootTag is what is known of the start tag of a root. It outlives the document.
type rootTag struct {
	before   uint64 // the hash of the start tag of the document before
	text     string // the start tag, in memory of its own as all that follows; empty where none is known
	limits   source.Limits
	element  element
	empty    bool
	bindings []Binding
	attrs    []Attr
	attrAt   []int // from the beginning of the tag on
}

// maxRootBytes is how long a start tag may be that is kept.
const maxRootBytes = 1 << 10

// enterKnownRoot enters the root whose start tag is at an offset, if it is the one that is known and the limits are the same. Otherwise it does nothing.
func (r *Reader) enterKnownRoot(at int) bool {
	t := &r.root
	if t.text == "" || !strings.HasPrefix(r.src[at:], t.text) || !hasSameLimits(&t.limits, &r.limits) {
		return false
	}
	for _, b := range t.bindings {
		r.scope.declare(b, true)
	}
	r.attrs, r.attrAt = append(r.attrs[:0], t.attrs...), r.attrAt[:0]
	for _, offset := range t.attrAt {
		r.attrAt = append(r.attrAt, at+offset)
	}
	r.open = append(r.open, t.element)
	r.emptyTag = t.empty
	r.start, r.pos = at, at+len(t.text)
	return true
}

// learnRoot notes the start tag of the root, which is the current token, if the document before had the same.
func (r *Reader) learnRoot() {
	t, text := &r.root, r.src[r.start:r.pos]
	if len(text) > maxRootBytes {
		return
	}
	hash := hashOf(text)
	if isAgain := t.before == hash; !isAgain || t.text == text && hasSameLimits(&t.limits, &r.limits) {
		t.before = hash
		return
	}
	*t = rootTag{before: hash, text: strings.Clone(text), limits: r.limits, element: r.open[0], empty: r.emptyTag}
	t.element.tag = strings.Clone(t.element.tag)
	t.element.end, t.element.space = "</"+t.element.tag+">", t.element.symbol.Value().Space
	t.limits.Charset = nil // which is the caller's
	for _, b := range r.scope.bindings {
		t.bindings = append(t.bindings, Binding{strings.Clone(b.Prefix), strings.Clone(b.URI)})
	}
	for i, a := range r.attrs {
		a.Prefix, a.Value = strings.Clone(a.Prefix), strings.Clone(a.Value)
		t.attrs, t.attrAt = append(t.attrs, a), append(t.attrAt, r.attrAt[i]-r.start)
	}
}

// hasSameLimits reports whether a tag that is within one of the limits is within the other.
func hasSameLimits(a, b *source.Limits) bool {
	return a.MaxDepth == b.MaxDepth && a.MaxAttributes == b.MaxAttributes && a.MaxNamespaces == b.MaxNamespaces && a.MaxNameBytes == b.MaxNameBytes &&
		a.MaxTextBytes == b.MaxTextBytes
}
