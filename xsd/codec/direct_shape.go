// This file works out what JSON objects of a complex type may have, for those that are read without a frame: which members there are, which
// exclude each other, and which must be there. Sets of members are bits of a word; a type with more members than that is read with frames.

package codec

import (
	"math/bits"
	"slices"
	"sync/atomic"

	"github.com/mvainnsyn/mvainnsyn/xsd/content"
	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
)

// jsonShape is what an object may have.
type jsonShape struct {
	plan       *plan
	layout     *layout
	members    []jsonMember // by field
	all        memberGroup
	longestKey int
	placed     uint64                     // the elements that have a place in the content model
	ordered    bool                       // the elements are items of ordered content, which the content model is matched with
	first      atomic.Pointer[jsonMember] // the member that last came first
	firstItem  atomic.Pointer[jsonMember] // the element that last came first in ordered content
}

// jsonMember is what may be a member of an object.
type jsonMember struct {
	start       string                     // the text from the comma before it to the colon behind its key
	next        atomic.Pointer[jsonMember] // the member that last came behind it
	bit         uint64                     // its place in sets
	excluded    uint64                     // members of other branches
	text        jsonText                   // what is looked at if it is read at once, as most are
	*directPart                            // nil where it is none that is read directly
	inner       atomic.Pointer[jsonShape]  // of the objects that are its values, once it was asked for
	items       atomic.Int64               // of an array: how many items the last one had
	bytes       atomic.Int64               // and how many bytes they took
}

// jsonText is what is known of a member that has one text, which Go keeps, and whose check is quick. The part and its
// slot know it too; here it lies together.
type jsonText struct {
	atOnce   bool // it is such a member
	isNumber bool // it is a number, else a string
	inPlace  bool // the text is in the struct itself, at the offset
	offset   uintptr
	quick    func(string) bool
	texts    []string // all that quick takes, where those are few
}

func newJSONText(q *directPart) jsonText {
	if q.textAction() == partStep || q.occurs == many {
		return jsonText{}
	}
	return jsonText{
		atOnce: true, isNumber: q.form == simple.NumberForm, inPlace: q.occurs == one && len(q.slot.steps) == 0,
		offset: q.slot.offset, quick: q.quick, texts: q.texts,
	}
}

// shape returns what the objects that are values of the member may have. A shape is made anew with its plan, so what was found once stays right.
func (m *jsonMember) shape() *jsonShape {
	s := m.inner.Load()
	if s == nil {
		s = m.slot.inner.compiled().jsonShape()
		m.inner.Store(s)
	}
	return s
}

// came notes what an array had. Writing what is there already would disturb other readers.
func (m *jsonMember) came(items, bytes int) {
	if m.items.Load() != int64(items) {
		m.items.Store(int64(items))
	}
	if m.bytes.Load() != int64(bytes) {
		m.bytes.Store(int64(bytes))
	}
}

// expect says what is known of the array's length before one more item, after so many which took some bytes.
func (m *jsonMember) expect(items, bytes, left int) expectation {
	if items == 0 {
		last := int(m.items.Load())
		return expectation{likely: last, count: last, bytes: int(m.bytes.Load()), left: left}
	}
	return expectation{count: items, bytes: bytes, left: left}
}

// memberGroup is a sequence of members and choices, in any order.
type memberGroup struct {
	set, required uint64
	choices       []memberChoice
}

// memberChoice is a choice between groups.
type memberChoice struct {
	set      uint64
	optional bool
	branches []memberGroup
}

// noJSONShape stands for types whose objects are read with frames.
var noJSONShape = new(jsonShape)

// jsonShape returns what objects of the type may have, noJSONShape where they are read with frames. It is worked out when it is first asked for.
func (p *plan) jsonShape() *jsonShape {
	s := p.shape.Load()
	if s == nil {
		s = p.newJSONShape()
		p.shape.Store(s)
	}
	return s
}

func (p *plan) newJSONShape() *jsonShape {
	l, err := p.layout()
	ordered := p.items != absent
	switch {
	case err != nil || p.err != nil || p.typ.Abstract || len(p.facts) == 0 || len(p.facts) > bits.UintSize:
		return noJSONShape
	case ordered && (p.namesakes || !p.isAllItems()):
		return noJSONShape
	}
	s := &jsonShape{plan: p, layout: l, members: make([]jsonMember, len(p.facts)), ordered: ordered}
	s.add(p.directParts(l.parts))
	for i := range p.facts {
		switch facts := &p.facts[i]; facts.field.Kind {
		case AttributeField, TextField:
			s.all.add(i, facts.least > 0 || facts.field.Constraint != nil)
		case ElementField:
			if p.plain {
				s.all.add(i, facts.least > 0)
			}
		}
	}
	if !ordered && !p.plain && !s.particle(&s.all, p.particle) {
		return noJSONShape
	}
	return s
}

// isAllItems reports whether all elements are items of ordered content.
func (p *plan) isAllItems() bool {
	return !slices.ContainsFunc(p.elements, func(i int) bool { return !p.typ.Fields[i].Item })
}

// add notes the members that parts stand for.
func (s *jsonShape) add(parts []directPart) {
	for i := range parts {
		q := &parts[i]
		if q.facts != nil {
			s.addMember(q)
		}
		for n := range q.cases {
			s.add(q.cases[n].parts)
		}
	}
}

func (s *jsonShape) addMember(q *directPart) {
	start := q.facts.member().Start()
	if q.kind == withCare || start == "" {
		return
	}
	m := &s.members[q.field]
	if m.directPart, m.start = q, start; !q.item {
		m.bit = 1 << q.field
	}
	m.text = newJSONText(q)
	s.longestKey = max(s.longestKey, len(start))
}

// add adds the member of a field.
func (g *memberGroup) add(field int, required bool) {
	g.set |= 1 << field
	if required {
		g.required |= 1 << field
	}
}

// particle adds what a particle has to a group. It is not ok where a group of elements may come several times, or where an element must be counted.
func (s *jsonShape) particle(g *memberGroup, n content.Node) (ok bool) {
	switch {
	case n.Op == content.LeafOp && (n.Min > 1 || n.Max > 1 || s.placed&(1<<n.Leaf) != 0):
		return false
	case n.Op == content.LeafOp:
		s.placed |= 1 << n.Leaf
		g.add(n.Leaf, n.Min > 0)
		return true
	case n.Max != 1:
		return false
	case n.Op == content.ChoiceOp:
		return s.choice(g, n.Min == 0, n.Children)
	case n.Min == 0:
		n.Min = 1
		return s.choice(g, true, []content.Node{n})
	}
	for _, child := range n.Children {
		if !s.particle(g, child) {
			return false
		}
	}
	return true
}

// choice adds a choice to a group.
func (s *jsonShape) choice(g *memberGroup, optional bool, branches []content.Node) (ok bool) {
	c := memberChoice{optional: optional, branches: make([]memberGroup, len(branches))}
	for i, branch := range branches {
		if !s.particle(&c.branches[i], branch) {
			return false
		}
		c.set |= c.branches[i].set
	}
	for i := range c.branches {
		others := c.set &^ c.branches[i].set
		for set := c.branches[i].set; set != 0; set &= set - 1 {
			s.members[bits.TrailingZeros64(set)].excluded |= others
		}
	}
	g.set |= c.set
	g.choices = append(g.choices, c)
	return true
}

// isFull reports whether nothing is missing of what came.
func (g *memberGroup) isFull(came uint64) bool {
	if g.required&^came != 0 {
		return false
	}
	for i := range g.choices {
		if !g.choices[i].isFull(came) {
			return false
		}
	}
	return true
}

func (c *memberChoice) isFull(came uint64) bool {
	if came&c.set == 0 {
		return c.optional
	}
	for i := range c.branches {
		if b := &c.branches[i]; came&b.set != 0 && !b.isFull(came) {
			return false
		}
	}
	return true
}
