// This file deals with child elements in XML that the content model does not allow where they are.

package codec

import (
	"strings"
)

// recoverChild deals with a child that the content model does not allow here: one that belongs elsewhere in the content is
// read all the same, any other is skipped.
func (r xmlCursor) recoverChild(f *frame, name Name) (field int, ok bool) {
	if r.tolerant() {
		if i, ok := f.skipTo(name); ok {
			return i, true
		}
	}
	i := f.roomFor(name)
	if i == absent {
		r.unknownChild(f, name)
		return absent, false
	}
	if r.listsMore() {
		r.cur.index = f.countNamed(name, &f.others) + 1
		r.violate("cvc-complex-type.2.4.a", "", "element %s is not allowed here; %s", name, f.hint())
	}
	f.disorder = true
	return i, true
}

// skipTo finds the field of an element further on in a plain sequence: what is missing before it is said at the end.
func (f *frame) skipTo(name Name) (field int, ok bool) {
	if f.matcher != nil {
		return absent, false
	}
	for n := f.cursor; n < len(f.plan.elements); n++ {
		i := f.plan.elements[n]
		field := &f.plan.typ.Fields[i]
		if (field.Max == Unbounded || f.counts[i] < field.Max) && f.plan.allows(i, name) {
			f.cursor = n
			return i, true
		}
	}
	return absent, false
}

// roomFor finds a field for an element that came out of order, absent where there is none that may hold one more.
func (f *frame) roomFor(name Name) int {
	for _, i := range f.plan.elements {
		field := &f.plan.typ.Fields[i]
		if field.Kind != ElementField || !f.plan.allows(i, name) {
			continue
		}
		if field.Item || field.Max == Unbounded || f.counts[i] < field.Max && f.branchOpen(i) {
			return i
		}
	}
	return absent
}

// unknownChild reports and skips a child of the XML element that has no place in it. Tolerant reading refuses what would be lost by that: a
// Second value where there is room for one, and what may be an item of a list that has another namespace or is elsewhere.
func (r xmlCursor) unknownChild(f *frame, name Name) {
	f.countOther(name)
	known := f.knows(name)
	f.unknown = f.unknown || !known
	refused := known || r.losesItem(name.Local)
	var v Violation
	if refused || r.listsMore() {
		r.cur.index = f.countNamed(name, &f.others)
		v = r.misplaced(f, name, known)
	}
	attributes := len(r.xml.Attrs()) > 0
	raw, complete, err := r.xml.SkipRaw(maxViolationText)
	r.failOn(err)
	if attributes || !complete || strings.Count(raw, "<") > 2 || f.plan.resemblesList(name.Local) {
		f.resembles(structured)
	}
	f.disorder = true
	v.Text = raw
	r.lose(v)
	if refused {
		r.decline(v)
		return
	}
	r.add(v)
}

// misplaced is the violation for a child that has no place in the element.
func (r xmlCursor) misplaced(f *frame, name Name, known bool) Violation {
	rule, what := "cvc-complex-type.2.4.a", " is not known here; "
	if f.plan.isEmpty() {
		rule = "cvc-complex-type.2.1"
	}
	if known {
		what = " may not come again or beside the others; "
	}
	return r.violation(rule, "", "element "+name.String()+what+f.hint())
}

// hint words what the content model allows next, unless it was left already.
func (f *frame) hint() string {
	if f.disorder {
		return "remove it or put it where the schema has it"
	}
	return f.expected()
}
