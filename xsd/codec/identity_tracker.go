// This file checks identity constraints (XSD 1.0 Part 1, section 3.11.4) while a document is read or written.

package codec

import (
	"strconv"

	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
)

// reporter is what a tracker reports to: a Reader or a Writer.
type reporter interface {
	violation(rule, text, message string) Violation
	add(Violation)
	fail(error)
}

// tracker follows the elements below those that have identity constraints, and remembers IDs.
type tracker struct {
	names  []Name // of the open elements, the outermost with constraints first
	open   []node
	scopes []*scope // of the open elements
	ids    idTable
	limit  int // key sequences that may be remembered, 0 for any number
	used   int
	off    bool
}

// node is an open element in a tracker.
type node struct {
	nillable bool
	wanted   bool // some field evaluates to it
	filled   bool // and its value was seen
}

// scope is one constraint of one element.
type scope struct {
	constraint *constraint
	depth      int // of the element, 0 for the outermost
	selected   []selection
	table      map[string]bool // key sequences; false: two elements below have it
	own        map[string]bool // those that the scope's own element has
	references []reference
}

// selection is an element that the selector found, while it is open.
type selection struct {
	depth  int
	fields []fieldValue
}

type fieldValue struct {
	found int
	text  string
	key   string
	nil   bool // declared nillable
}

// reference is a key sequence of a keyref, with what to say where the key is missing.
type reference struct {
	key       string
	violation Violation
}

func (t *tracker) active() bool { return len(t.scopes) > 0 }

// reset forgets everything and keeps memory.
func (t *tracker) reset() {
	t.names, t.open, t.scopes = t.names[:0], t.open[:0], t.scopes[:0]
	t.ids.reset()
	t.limit, t.used, t.off = 0, 0, false
}

// start enters an element; false means that it need not be followed.
func (t *tracker) start(name Name, constraints []*constraint, nillable bool) bool {
	if t.off || len(t.scopes) == 0 && len(constraints) == 0 {
		return false
	}
	t.names = append(t.names, name)
	t.open = append(t.open, node{nillable: nillable})
	depth := len(t.names) - 1
	for _, c := range constraints {
		t.scopes = append(t.scopes, &scope{constraint: c, depth: depth})
	}
	for _, s := range t.scopes {
		if anyMatches(s.constraint.selector, t.names[s.depth+1:]) {
			s.selected = append(s.selected, selection{depth: depth, fields: make([]fieldValue, len(s.constraint.fields))})
		}
	}
	t.eachField(nil, func(v *fieldValue) { t.open[depth].wanted = true })
	return true
}

func anyMatches(paths []identityPath, names []Name) bool {
	for i := range paths {
		if paths[i].matches(names) {
			return true
		}
	}
	return false
}

// eachField calls found for each field, of each selected element, that evaluates to the innermost element, or to its
// attribute where that is not nil.
func (t *tracker) eachField(attribute *Name, found func(*fieldValue)) {
	for _, s := range t.scopes {
		for n := range s.selected {
			sel := &s.selected[n]
			below := t.names[sel.depth+1:]
			for i, paths := range s.constraint.fields {
				if fieldMatches(paths, below, attribute) {
					found(&sel.fields[i])
				}
			}
		}
	}
}

func fieldMatches(paths []identityPath, names []Name, attribute *Name) bool {
	for i := range paths {
		p := &paths[i]
		if (p.attribute == nil) != (attribute == nil) || attribute != nil && !p.attribute.matches(*attribute) {
			continue
		}
		if p.matches(names) {
			return true
		}
	}
	return false
}

// attribute takes the value of an attribute of the innermost element.
func (t *tracker) attribute(r reporter, name Name, st *simple.SimpleType, text string, ns simple.PrefixResolver) {
	t.eachField(&name, func(v *fieldValue) { v.set(r, st, text, ns, false) })
}

// value takes the value of the innermost element.
func (t *tracker) value(r reporter, st *simple.SimpleType, text string, ns simple.PrefixResolver) {
	n := &t.open[len(t.open)-1]
	n.filled = true
	if n.wanted {
		t.eachField(nil, func(v *fieldValue) { v.set(r, st, text, ns, n.nillable) })
	}
}

func (v *fieldValue) set(r reporter, st *simple.SimpleType, text string, ns simple.PrefixResolver, nillable bool) {
	v.found++
	if v.found > 1 {
		r.add(r.violation("cvc-identity-constraint.3", text, "a field of an identity constraint finds more than one node; there may be one"))
		return
	}
	value, fault := st.Parse(text, ns)
	if fault != nil {
		v.key = text // reported already
		return
	}
	v.text, v.key, v.nil = value.String(), value.Key(), nillable
}

// end leaves the innermost element.
func (t *tracker) end(r reporter) {
	depth := len(t.names) - 1
	if n := t.open[depth]; n.wanted && !n.filled {
		r.add(r.violation("cvc-identity-constraint.3", "", "a field of an identity constraint finds an element without a simple value"))
	}
	for _, s := range t.scopes {
		for len(s.selected) > 0 && s.selected[len(s.selected)-1].depth == depth {
			last := len(s.selected) - 1
			t.finish(r, s, &s.selected[last])
			s.selected = s.selected[:last]
		}
	}
	t.closeScopes(r, depth)
	t.names, t.open = t.names[:depth], t.open[:depth]
}

// finish takes the key sequence of a selected element.
func (t *tracker) finish(r reporter, s *scope, sel *selection) {
	c := s.constraint
	key, text, complete := sel.sequence()
	if c.kind == Key {
		if !complete {
			r.add(r.violation("cvc-identity-constraint.4.2.1", "", "a field of key "+c.name.Local+" is missing; give each element all fields of its key"))
			return
		}
		if sel.nillable() {
			r.add(r.violation("cvc-identity-constraint.4.2.3", text, "a field of key "+c.name.Local+" is declared nillable, which a key does not allow"))
		}
	}
	if !complete {
		return
	}
	t.count(r)
	if c.kind == KeyRef {
		message := "no " + c.refer.Local + " has the value that " + c.name.Local + " refers to"
		s.references = append(s.references, reference{key, r.violation("cvc-identity-constraint.4.3", text, message)})
		return
	}
	if s.own[key] {
		rule := "cvc-identity-constraint.4.1"
		if c.kind == Key {
			rule = "cvc-identity-constraint.4.2.2"
		}
		r.add(r.violation(rule, text, "another element has the same value of "+c.name.Local+"; values must differ"))
		return
	}
	if s.own == nil {
		s.own = make(map[string]bool)
	}
	s.own[key] = true
}

// sequence joins the fields: for comparing, and as a message shows them.
func (sel *selection) sequence() (key, text string, complete bool) {
	var joined []byte
	for i, f := range sel.fields {
		if f.found == 0 {
			return "", "", false
		}
		joined = strconv.AppendInt(joined, int64(len(f.key)), 10)
		joined = append(append(joined, ':'), f.key...)
		if i > 0 {
			text += " "
		}
		text += f.text
	}
	return string(joined), text, true
}

func (sel *selection) nillable() bool {
	for _, f := range sel.fields {
		if f.nil {
			return true
		}
	}
	return false
}

// closeScopes ends the constraints of the element at depth: keys are handed to the keyrefs of this element and of those
// around it, then the keyrefs are checked.
func (t *tracker) closeScopes(r reporter, depth int) {
	first := len(t.scopes)
	for first > 0 && t.scopes[first-1].depth == depth {
		first--
	}
	for _, s := range t.scopes[first:] {
		if s.constraint.kind == KeyRef {
			continue
		}
		for _, outer := range t.scopes {
			if outer.constraint.kind == KeyRef && outer.constraint.refer == s.constraint.name {
				outer.receive(s.own, outer.depth == depth)
			}
		}
	}
	for _, s := range t.scopes[first:] {
		for _, ref := range s.references {
			if !s.table[ref.key] {
				r.add(ref.violation)
			}
		}
	}
	t.scopes = t.scopes[:first]
}

// receive adds keys to the table of a keyref: those of its own element count for themselves, a key that two elements below
// have counts for none (section 3.11.4, identity-constraint table).
func (s *scope) receive(keys map[string]bool, own bool) {
	if s.table == nil {
		s.table = make(map[string]bool, len(keys))
	}
	for key := range keys {
		_, twice := s.table[key]
		s.table[key] = own || !twice
	}
}
