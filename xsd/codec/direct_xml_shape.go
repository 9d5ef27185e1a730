// This file works out how elements of a complex type are read without frames: what is to be looked at of each child.

package codec

import (
	"sync/atomic"

	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

// xmlShape is what an element may have.
type xmlShape struct {
	number  int
	plan    *plan
	layout  *layout
	members []xmlMember // by field
	text    *xmlMember  // of simple content, else nil
	mixed   *slot       // of the runs of text of mixed content, else nil
	bare    lazily[[]source.Symbol]
}

// xmlMember is what may be a child, an attribute, or the text of simple content.
type xmlMember struct {
	kind   xmlKind
	atOnce bool // it is one text, which Go keeps and whose check is quick
	field  int
	slot   *slot
	facts  *fieldFacts
	quick  func(string) bool // of a text, nil where its type must be asked
	texts  []string          // all that quick takes, where those are few
	takes  *simple.SimpleType
	inner  atomic.Pointer[xmlShape] // of a structMember, once it was asked for
}

// xmlKind says how a child is read.
type xmlKind uint8

const (
	carefulMember   xmlKind = iota // with a frame
	textMember                     // an element of simple type
	structMember                   // an element of complex type about which nothing is special
	wildMember                     // an element that a wildcard lets in
	attributeMember                // an attribute of which nothing but its text has to be looked at
)

// noXMLShape stands for types whose elements are read with frames.
var noXMLShape = new(xmlShape)

// xmlShapes counts the shapes.
var xmlShapes atomic.Int64

// xmlShape returns how elements of the type are read, noXMLShape where they are read with frames. It is worked out when it is first asked for.
func (p *plan) xmlShape() *xmlShape {
	s := p.element.Load()
	if s == nil {
		p.element.CompareAndSwap(nil, p.newXMLShape())
		s = p.element.Load()
	}
	return s
}

func (p *plan) newXMLShape() *xmlShape {
	l, err := p.layout()
	if err != nil || p.err != nil {
		return noXMLShape
	}
	hasElements := len(p.elements) > 0 && !p.typ.Mixed || p.mixed != absent
	hasText := p.text != absent && p.facts[p.text].takes != nil && l.slots[p.text].isSimple()
	if !hasElements && !hasText {
		return noXMLShape
	}
	s := &xmlShape{number: int(xmlShapes.Add(1)) - 1, plan: p, layout: l, members: make([]xmlMember, len(p.facts))}
	for i := range s.members {
		s.members[i].describe(i, &l.slots[i], &p.facts[i])
	}
	if p.mixed != absent {
		s.mixed = &l.slots[p.mixed]
	}
	if hasText {
		s.text = &s.members[p.text]
		s.text.takeTexts()
	}
	return s
}

func (m *xmlMember) describe(field int, s *slot, facts *fieldFacts) {
	m.field, m.slot, m.facts = field, s, facts
	switch {
	case facts.field.Kind == WildcardField && s.memory.goType == anyElementType:
		m.kind = wildMember
	case facts.field.Kind == AttributeField && facts.takes != nil && s.isSimple():
		m.kind = attributeMember
		m.takeTexts()
	case !facts.foreseen:
	case s.isSimple() && facts.takes != nil:
		m.kind = textMember
		m.takeTexts()
		m.atOnce = m.quick != nil && s.occurs != many && (s.holds == textValue || s.holds == numeral)
	case s.inner != nil && facts.plainComplex == s.inner:
		m.kind = structMember
	}
}

// shape returns how the elements of a structMember are read. A shape is made anew with its plan, so what was found once stays right.
func (m *xmlMember) shape() *xmlShape {
	s := m.inner.Load()
	if s == nil {
		s = m.slot.inner.compiled().xmlShape()
		m.inner.Store(s)
	}
	return s
}

// bareName returns the name of an element without its namespace, where tolerant reading takes that for it and for no other; else no symbol.
func (s *xmlShape) bareName(m *xmlMember) source.Symbol {
	names := *s.bare.get(func() []source.Symbol {
		made := make([]source.Symbol, len(s.members))
		for i := range made {
			made[i] = s.plan.bareSymbol(i)
		}
		return made
	})
	return names[m.field]
}

// bareMember returns the element that a name without a namespace is meant for, nil where that takes care.
func (s *xmlShape) bareMember(name source.Symbol) *xmlMember {
	for _, i := range s.plan.elements {
		if m := &s.members[i]; s.bareName(m) == name {
			return m
		}
	}
	return nil
}

// takeTexts notes with what texts are checked.
func (m *xmlMember) takeTexts() {
	m.takes = m.facts.takes
	m.quick, m.texts = m.takes.Compiled().Quick, m.takes.Compiled().Constants
}

// take returns a text with white space normalised, if it is valid.
func (m *xmlMember) take(text string, ns simple.PrefixResolver) (normalized string, ok bool) {
	if m.quick != nil && m.quick(text) {
		return text, true
	}
	return m.takes.Compiled().Take(text, ns)
}
