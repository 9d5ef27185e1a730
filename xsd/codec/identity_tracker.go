// This file checks identity constraints (XSD 1.0 Part 1, section 3.11.4) while a document is read or written.

package codec

import (
	"strconv"

	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

// reporter is what a tracker reports to: a Reader or a Writer.
type reporter interface {
	violation(rule, text, message string) Violation
	add(Violation)
	fail(error)
	unparsedEntity(name string) (declared bool, unread string)
}

// tracker follows the elements on which the paths of identity constraints may still lead somewhere, and remembers IDs.
type tracker struct {
	levels    []level
	seekers   []seeker   // of the levels, the outermost first
	gatherers []gatherer // likewise
	live      bool       // the innermost level has seekers or gatherers
	scopes    []*scope   // of the open elements
	ids       idTable
	limit     int // key sequences that may be remembered, 0 for any number
	used      int
	off       bool
}

// level is an open element that is followed. Where it has no seekers and no gatherers, the elements in it need not be followed.
type level struct {
	seekers, gatherers int // where its own begin
	nillable           bool
	wanted             bool // some field evaluates to it
	filled             bool // and its value was seen
}

// seeker looks for the elements that constraints select.
type seeker struct {
	set    *constraintSet
	scopes []*scope // one for each constraint
	state  *pathState
}

// gatherer looks for the fields of a selected element.
type gatherer struct {
	selection *selection
	state     *pathState
}

// scope is one constraint of one element.
type scope struct {
	constraint *constraint
	level      int             // of the element
	table      map[string]bool // key sequences; false: two elements below have it
	own        map[string]bool // those that the scope's own element has
	references []reference
}

// selection is an element that selectors found, while it is open.
type selection struct {
	level  int
	chosen *chosen
	scopes []*scope // of all constraints of the set
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

// active reports whether what comes next may be part of a key: the innermost element is followed, and paths go on below it.
func (t *tracker) active() bool { return t.live }

// reset forgets everything and keeps memory.
func (t *tracker) reset() {
	t.levels, t.seekers, t.gatherers, t.scopes = t.levels[:0], t.seekers[:0], t.gatherers[:0], t.scopes[:0]
	t.live = false
	t.ids.reset()
	t.limit, t.used, t.off = 0, 0, false
}

// start enters an element; false means that it need not be followed.
func (t *tracker) start(name source.Symbol, set *constraintSet, nillable bool) bool {
	if t.off || !t.live && set == nil {
		return false
	}
	around := level{}
	if n := len(t.levels); n > 0 {
		around = t.levels[n-1]
	}
	seekers, gatherers := len(t.seekers), len(t.gatherers)
	t.levels = append(t.levels, level{seekers: seekers, gatherers: gatherers, nillable: nillable})
	for _, s := range t.seekers[around.seekers:seekers] {
		t.seek(s.set, s.scopes, s.state.step(name))
	}
	for _, g := range t.gatherers[around.gatherers:gatherers] {
		t.gather(g.selection, g.state.step(name))
	}
	if set != nil {
		t.seek(set, t.open(set), set.selectors.start)
	}
	t.look()
	return true
}

// follows reports whether a child of this name of the innermost element is followed: some path leads there.
func (t *tracker) follows(name source.Symbol) bool {
	l := &t.levels[len(t.levels)-1]
	for _, s := range t.seekers[l.seekers:] {
		if s.state.step(name) != nil {
			return true
		}
	}
	for _, g := range t.gatherers[l.gatherers:] {
		if g.state.step(name) != nil {
			return true
		}
	}
	return false
}

// look notes whether the innermost level has anything to follow.
func (t *tracker) look() {
	n := len(t.levels)
	t.live = n > 0 && (len(t.seekers) > t.levels[n-1].seekers || len(t.gatherers) > t.levels[n-1].gatherers)
}

// open begins the scopes of an element's constraints.
func (t *tracker) open(set *constraintSet) []*scope {
	scopes := make([]*scope, len(set.constraints))
	for i, c := range set.constraints {
		scopes[i] = &scope{constraint: c, level: len(t.levels) - 1}
	}
	t.scopes = append(t.scopes, scopes...)
	return scopes
}

// seek continues selectors at the innermost element, if they lead there.
func (t *tracker) seek(set *constraintSet, scopes []*scope, state *pathState) {
	if state == nil {
		return
	}
	t.seekers = append(t.seekers, seeker{set, scopes, state})
	if c := set.chosenAt(state); c != nil {
		t.gather(&selection{level: len(t.levels) - 1, chosen: c, scopes: scopes, fields: make([]fieldValue, c.count)}, c.fields.start)
	}
}

// gather continues fields at the innermost element, if they lead there. A selection is kept at its own element in any case.
func (t *tracker) gather(selected *selection, state *pathState) {
	last := len(t.levels) - 1
	if state == nil && selected.level != last {
		return
	}
	t.gatherers = append(t.gatherers, gatherer{selected, state})
	if state != nil && len(state.ends) > 0 {
		t.levels[last].wanted = true
	}
}

// attribute takes the value of an attribute of the innermost element.
func (t *tracker) attribute(r reporter, name Name, st *simple.SimpleType, text string, ns simple.PrefixResolver) {
	for _, g := range t.gatherers[t.levels[len(t.levels)-1].gatherers:] {
		if g.state == nil {
			continue
		}
		taken := absent
		for _, test := range g.state.attributes {
			if test.owner != taken && test.matches(name) { // a field is a set of nodes: two paths to one are one
				taken = test.owner
				g.selection.fields[test.owner].set(r, st, text, ns, false)
			}
		}
	}
}

// saysNil takes xsi:nil of the innermost element.
func (t *tracker) saysNil(r reporter, text string) { t.instance(r, nilAttribute, text, nil) }

// saysType takes xsi:type of the innermost element.
func (t *tracker) saysType(r reporter, said Name) {
	if t.active() {
		text, ns := expandedQNames(typeQName, said.String())
		t.instance(r, typeAttribute, text, ns)
	}
}

// instance takes an attribute of the schema instance namespace of the innermost element: fields may say "@*". What is wrong with it is reported where it is used.
func (t *tracker) instance(r reporter, name Name, text string, ns simple.PrefixResolver) {
	if st := instanceType(name); t.active() && st.Accepts(text, ns) {
		t.attribute(r, name, st, st.Normalize(text), ns)
	}
}

// supplied takes the value that the schema gives an absent attribute: it may be part of a key, or refer to an ID.
func (t *tracker) supplied(r reporter, field *Field) {
	if t.active() {
		t.attribute(r, field.Name, field.Simple, field.Constraint.Text, field.Constraint.resolver())
	}
	if field.Simple.Compiled().IDs {
		t.note(r, field.Simple, field.Simple.Normalize(field.Constraint.Text), field.Constraint.resolver())
	}
}

// value takes the value of the innermost element.
func (t *tracker) value(r reporter, st *simple.SimpleType, text string, ns simple.PrefixResolver) {
	l := &t.levels[len(t.levels)-1]
	l.filled = true
	if !l.wanted {
		return
	}
	for _, g := range t.gatherers[l.gatherers:] {
		if g.state == nil {
			continue
		}
		for _, owner := range g.state.ends {
			g.selection.fields[owner].set(r, st, text, ns, l.nillable)
		}
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
	last := len(t.levels) - 1
	l := t.levels[last]
	if l.wanted && !l.filled {
		r.add(r.violation("cvc-identity-constraint.3", "", "a field of an identity constraint finds an element without a simple value"))
	}
	for _, g := range t.gatherers[l.gatherers:] {
		if g.selection.level == last {
			t.finishAll(r, g.selection)
		}
	}
	t.closeScopes(r, last)
	clear(t.seekers[l.seekers:])
	clear(t.gatherers[l.gatherers:])
	t.levels, t.seekers, t.gatherers = t.levels[:last], t.seekers[:l.seekers], t.gatherers[:l.gatherers]
	t.look()
}

// finishAll takes the key sequences of a selected element, one for each constraint that selects it.
func (t *tracker) finishAll(r reporter, selected *selection) {
	fields := selected.fields
	for _, i := range selected.chosen.constraints {
		s := selected.scopes[i]
		n := len(s.constraint.fields)
		t.finish(r, s, fields[:n])
		fields = fields[n:]
	}
}

// finish takes the key sequence that a selected element has for one constraint.
func (t *tracker) finish(r reporter, s *scope, fields keyFields) {
	c := s.constraint
	key, text, complete := fields.sequence()
	if c.kind == Key {
		if !complete {
			r.add(r.violation("cvc-identity-constraint.4.2.1", "", "a field of key "+c.name.Local+" is missing; give each element all fields of its key"))
			return
		}
		if fields.nillable() {
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

// keyFields are the fields of one constraint.
type keyFields []fieldValue

// sequence joins the fields: for comparing, and as a message shows them.
func (fields keyFields) sequence() (key, text string, complete bool) {
	var joined []byte
	for i, f := range fields {
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

func (fields keyFields) nillable() bool {
	for _, f := range fields {
		if f.nil {
			return true
		}
	}
	return false
}

// closeScopes ends the constraints of an element: keys are handed to the keyrefs of this element and of those
// around it, then the keyrefs are checked.
func (t *tracker) closeScopes(r reporter, last int) {
	first := len(t.scopes)
	for first > 0 && t.scopes[first-1].level == last {
		first--
	}
	for _, s := range t.scopes[first:] {
		if s.constraint.kind == KeyRef {
			continue
		}
		for _, outer := range t.scopes {
			if outer.constraint.kind == KeyRef && outer.constraint.refer == s.constraint.name {
				outer.receive(s.own, outer.level == last)
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
