// This file decides what tolerant reading takes: what may be missing, and elements and members that stand elsewhere than the
// schema says. Every rule follows from the schema; none knows a service.

package codec

import (
	"slices"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

// adoptNamespace returns the name of the field that an element without namespace is meant for. The first one below an element
// that has its namespace is a deviation; its own children are expected to lack it too.
func (r *Reader) adoptNamespace(f *frame, name Name) Name {
	full, ok := f.plan.namespaced(name.Local)
	if !ok || f.plan.allowsBare(name) {
		return name
	}
	if !f.lenient && r.listsMore() {
		r.cur.index = f.countNamed(full, &f.others) + 1
		r.violate("cvc-complex-type.2.4.a", name.Local, "the element has no namespace; it was read as %s", full)
	}
	r.cur.own, r.cur.lenient = full, true
	return full
}

// allowsBare reports whether the schema knows an element by a name without a namespace.
func (p *plan) allowsBare(name Name) bool {
	return p.bare && slices.ContainsFunc(p.elements, func(i int) bool { return p.allows(i, name) })
}

// bareSymbol returns the symbol of the name of field i without its namespace, if adoptNamespace takes that for the field and nothing else has to be looked at.
func (p *plan) bareSymbol(i int) (symbol source.Symbol) {
	facts := &p.facts[i]
	if !facts.foreseen {
		return symbol
	}
	name := Name{Local: facts.field.Name.Local}
	if full, ok := p.namespaced(name.Local); !ok || full != facts.field.Name || p.allowsBare(name) {
		return symbol
	}
	return source.SymbolOf(name)
}

// namespaced returns the name of the first element in a namespace that has a local name.
func (p *plan) namespaced(local string) (full Name, ok bool) {
	for _, i := range p.elements {
		if own := &p.typ.Fields[i].Name; own.Local == local && own.Space != "" {
			return *own, true
		}
	}
	return Name{}, false
}

// missingTolerant looks at what is missing at the end of an element: a list may be, beside siblings that were recognised, when
// nothing stands there that could be the list under another name. Anything else that every value has is missed.
func (r *Reader) missingTolerant(f *frame) {
	t := f.plan.typ
	for i := range t.Fields {
		field := &t.Fields[i]
		if field.Kind != ElementField && field.Kind != WildcardField || field.Item {
			continue
		}
		if f.counts[i] < field.Min && f.reached(i, len(f.plan.choices)) {
			r.missing(f, i)
		}
	}
	for n, c := range f.plan.choices {
		if c.Required && f.branchTaken(c) == absent && f.reached(c.first(), n) {
			r.refuse("cvc-complex-type.2.4.b", "", "none of the alternatives of %s is there", c.Go)
		}
	}
	if len(r.frames) == 1 && f.unknown && !f.recognised() {
		r.refuse("cvc-complex-type.2.4.a", "", "nothing in %s was recognised", f.name())
	}
}

// losesItem reports whether something unknown is called like a list that must be there, in the innermost element or one around it: an item of
// the list would be lost with it.
func (r *Reader) losesItem(local string) bool {
	if !r.tolerant() {
		return false
	}
	for i := range r.frames {
		if p := r.frames[i].plan; p != nil && p.hasList(local) {
			return true
		}
	}
	return false
}

// hasList reports whether one of the lists that must be in the content has a local name.
func (p *plan) hasList(local string) bool {
	return slices.ContainsFunc(p.elements, func(i int) bool { return p.isList(i) && strings.EqualFold(p.typ.Fields[i].Name.Local, local) })
}

func (p *plan) isList(i int) bool {
	f := &p.typ.Fields[i]
	return f.Kind == ElementField && f.Max != 1 && f.Min > 0
}

// resemblesList reports whether something unknown is called like one of the lists that must be in the content, or like what an item of one
// has: it may be the list, or its only item without the element around it.
func (p *plan) resemblesList(local string) bool {
	return p.hasList(local) || slices.ContainsFunc(p.elements, func(i int) bool {
		item := p.facts[i].complex
		return p.isList(i) && item != nil && slices.ContainsFunc(item.Fields, func(f Field) bool { return strings.EqualFold(f.Name.Local, local) })
	})
}

// likeness says how much like a list something is that was not understood.
type likeness uint8

const (
	unlike     likeness = iota
	structured          // it has parts, so it may be a list that did not come
	rival               // JSON: it has a list in it or is called like one, so it may be a list of which an empty one came, too
)

// resembles notes that something in the element was not understood.
func (f *frame) resembles(l likeness) { f.likeness = max(f.likeness, l) }

// maybeElsewhere reports whether the list that field i stands for may be in what was not understood.
func (f *frame) maybeElsewhere(i int) bool {
	if slices.Contains(f.emptied, i) {
		return f.likeness == rival
	}
	return f.likeness != unlike || f.unknown && f.plan.typ.Fields[i].Simple != nil
}

// missing deals with field i, of which fewer came than there must be.
func (r *Reader) missing(f *frame, i int) {
	field, count, name := &f.plan.typ.Fields[i], f.counts[i], f.plan.typ.Fields[i].Name.String()
	if field.Kind == WildcardField {
		name = "of a wildcard"
	}
	switch {
	case count > 0:
		r.violate("cvc-complex-type.2.4.b", "", "list %s has %d of at least %d", name, count, field.Min)
	case field.Max == 1:
		r.refuse("cvc-complex-type.2.4.b", "", "element %s is missing", name)
	case !f.recognised():
		r.refuse("cvc-complex-type.2.4.b", "", "list %s is missing, and so is everything else", name)
	case f.maybeElsewhere(i):
		r.refuse("cvc-complex-type.2.4.b", "", "list %s is missing, and something unknown is there that may be the list", name)
	default:
		r.violate("cvc-complex-type.2.4.b", "", "list %s is missing; it was read as empty", name)
	}
	f.disorder = true
}
