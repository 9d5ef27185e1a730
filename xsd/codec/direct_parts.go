// This file works out how the structs of a complex type are written directly: which of their Go fields hold attributes, which hold content, and
// what the writer checks for each before it writes it.

package codec

import (
	"math"
	"slices"
	"sync/atomic"
	"unsafe"

	"github.com/mvainnsyn/mvainnsyn/xsd/jsontext"
	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
	"github.com/mvainnsyn/mvainnsyn/xsd/xmltext"
)

// directType is how values of a complex type are written directly.
type directType struct {
	pause      atomic.Int32  // how many values are to be written with care before it is tried again
	setbacks   atomic.Int32  // how long the next pause is
	followed   bool          // the content model is followed; else each part says how often it may come
	groups     []directGroup // of the content model
	json       jsonList      // of attributes and content
	attributes xmlList
	content    xmlList
	plan       *plan
}

// xmlList is what is written of a struct or branch in XML, attributes or content.
type xmlList struct {
	parts []directPart
	empty emptyWords
}

func newXMLList(parts []directPart) xmlList {
	l := xmlList{parts: parts}
	for i := range parts {
		l.empty = append(l.empty, parts[i].emptyAt())
	}
	return l
}

// directPart is a Go field that is written directly.
type directPart struct {
	kind        directKind
	occurs      occurs
	holds       held
	safe        bool  // what quick takes is written as it is, in both formats
	free        bool  // quick takes what JSON writes as it is
	atOnce      bool  // it is an element with one text, which Go keeps, and safe
	optional    bool  // a choice, or an interface, that may be nil
	item        bool  // in JSON it has its place among the items of #content
	followed    bool  // the content model must allow it
	ordered     *plan // of ordered content that is all there is: the type, whose content model it checks itself
	offset      uintptr
	least, most int
	field       int
	facts       *fieldFacts
	slot        *slot
	tags        xmltext.Bare                // tag, as it is mostly written
	quick       func(string) bool           // of a simple value, nil where its type must be asked
	texts       []string                    // all that quick takes, where those are few
	form        simple.Form                 // of a simple value
	cases       []directCase                // of a choice
	innerDirect *atomic.Pointer[directType] // of a structElement: see innerType
	tag         *xmltext.Tag
	start       string          // of an attribute in XML, up to its value; empty where it is written with care
	key         *jsontext.Ready // of a member in JSON, up to its value; nil where the key is not UTF-8
}

// directKind says what a part is written as.
type directKind uint8

const (
	withCare   directKind = iota // it is not written directly
	attribute                    // an attribute
	simpleText                   // the text of simple content
	simpleElement
	structElement
	choice
	wildcard // of elements
	items    // ordered content
)

// directCase is one of the branches of a choice.
type directCase struct {
	boxed
	parts  []directPart
	groups []directGroup // of its content model
	xml    xmlList
	json   jsonList
	text   bool     // a run of text, without parts
	isOne  bool     // of ordered content: it is a run of text, or one element that is written without a look at the content model
	item   itemStep // of an item of ordered content
}

// notDirect stands for types whose structs are not written directly.
var notDirect = new(directType)

// direct returns how structs of the type are written directly, notDirect where they are not. It is worked out when it is first asked for.
func (p *plan) direct() *directType {
	if t := p.directly.Load(); t != nil {
		return t
	}
	return p.workOutDirect()
}

// isOpen reports whether a struct is to be written directly, now.
func (t *directType) isOpen() bool {
	if t.pause.Load() > 0 {
		t.pause.Add(-1)
		return false
	}
	return t != notDirect
}

// longestPause is after how many values it is tried again at the latest.
const longestPause = 64

// rest notes that a value was met that cannot be written directly. Where there are many, trying is not worth while.
func (t *directType) rest() {
	n := min(2*t.setbacks.Load()+1, longestPause)
	t.setbacks.Store(n)
	t.pause.Store(n)
}

// worked notes that a value was written directly.
func (t *directType) worked() {
	if n := t.setbacks.Load(); n > 0 {
		t.setbacks.Store(n / 2)
	}
}

func (p *plan) workOutDirect() *directType {
	t := notDirect
	if l, err := p.layout(); err == nil && p.err == nil && !p.typ.Abstract && !p.suppliesIDs() && !p.namesakes {
		t = newDirectType(p, l)
	}
	p.directly.Store(t)
	return t
}

// suppliesIDs reports whether an attribute that is not there may refer to an ID.
func (p *plan) suppliesIDs() bool {
	return slices.ContainsFunc(p.watched, func(i int) bool {
		f := &p.typ.Fields[i]
		return f.Constraint != nil && f.Simple != nil && f.Simple.Compiled().IDs
	})
}

func newDirectType(p *plan, l *layout) *directType {
	t := &directType{plan: p}
	attributes, content := p.divide(p.directParts(l.parts))
	if !p.plain {
		groups, ok := bounds(p.particle, content)
		t.groups, t.followed = groups, !ok && p.text == absent
	}
	if t.followed {
		follow(content)
		t.followed = !p.leaveOrder(content)
	}
	prepareCases(content)
	t.attributes, t.content = newXMLList(attributes), newXMLList(content)
	t.json = newJSONList(attributes, content)
	return t
}

// divide tells attributes from content.
func (p *plan) divide(parts []directPart) (attributes, content []directPart) {
	for _, q := range parts {
		if q.facts != nil && (q.facts.field.Kind == AttributeField || q.facts.field.Kind == AnyAttributeField) {
			attributes = append(attributes, q)
		} else {
			content = append(content, q)
		}
	}
	return attributes, content
}

// prepareCases lists what is written of branches.
func prepareCases(parts []directPart) {
	for i := range parts {
		for n := range parts[i].cases {
			c := &parts[i].cases[n]
			prepareCases(c.parts)
			c.xml, c.json = newXMLList(c.parts), newJSONList(c.parts)
			if parts[i].kind == items && len(c.parts) == 1 {
				c.item = newItemStep(&c.parts[0])
			}
			c.isOne = c.text || len(c.parts) == 1 && c.parts[0].isOneElement()
		}
	}
}

// directParts returns the parts of a struct or branch.
func (p *plan) directParts(parts []part) []directPart {
	direct := make([]directPart, len(parts))
	for i := range parts {
		q := &parts[i]
		direct[i] = directPart{offset: q.offset, field: q.field}
		if q.slot != nil {
			p.describe(&direct[i], q.slot)
			continue
		}
		direct[i].occurs, direct[i].optional = one, true
		if direct[i].kind = choice; q.sum.Kind != ChoiceSum {
			direct[i].kind, direct[i].occurs = items, many
		}
		for n := range q.cases {
			c := &q.cases[n]
			direct[i].cases = append(direct[i].cases, directCase{boxed: c.boxed, parts: p.directParts(c.parts), text: c.text})
		}
	}
	return direct
}

// describe completes the part of a field.
func (p *plan) describe(q *directPart, s *slot) {
	facts := &p.facts[q.field]
	q.slot, q.facts, q.occurs, q.holds = s, facts, s.occurs, s.holds
	q.least, q.most = facts.least, facts.most
	q.optional = facts.least == 0
	if s.isSimple() {
		e := s.text.Compiled()
		q.quick, q.texts, q.safe, q.free, q.form = e.Quick, e.Constants, e.Safe, e.Free, e.Form
	}
	q.tag, q.key = facts.tag(), readyOrNil(facts.member().Start())
	q.tags = q.tag.Bare()
	q.item = facts.field.Item
	listed := s.occurs != many && facts.field.Max != 1 && !q.item // a list, in JSON, of what is one value in Go
	switch {
	case facts.field.Kind == WildcardField && s.memory.goType == anyElementType && !q.item && !listed:
		q.kind = wildcard
	case !s.plain || listed || q.item && s.occurs == many:
	case facts.field.Kind == AttributeField && s.occurs != many && s.inner == nil:
		q.kind, q.start = attribute, facts.attribute().Start()
	case facts.field.Kind == TextField && s.occurs != many && s.inner == nil:
		q.kind = simpleText
	case facts.field.Kind == ElementField && s.inner != nil:
		q.kind, q.innerDirect = structElement, new(atomic.Pointer[directType])
	case facts.field.Kind == ElementField:
		q.kind = simpleElement
		q.atOnce = q.safe && q.quick != nil && q.occurs != many && (q.holds == textValue || q.holds == numeral)
	}
}

// isOneElement reports whether a part is one element of simple or complex type, whatever the value.
func (q *directPart) isOneElement() bool {
	return q.occurs == one && (q.kind == simpleElement || q.kind == structElement)
}

// readyOrNil makes a text ready, if there is one.
func readyOrNil(text string) *jsontext.Ready {
	if text == "" {
		return nil
	}
	return jsontext.NewReady(text)
}

// follow leaves it to the content model how often each part comes.
func follow(parts []directPart) {
	for i := range parts {
		q := &parts[i]
		q.least, q.most, q.optional, q.followed = 0, math.MaxInt, true, true
		if q.kind == wildcard {
			q.kind = withCare // the model may take the element for something else
		}
		for n := range q.cases {
			q.cases[n].groups = nil
			follow(q.cases[n].parts)
		}
	}
}

// isAbsent reports whether an interface that need not have a value has none.
func (q *directPart) isAbsent(p unsafe.Pointer) bool {
	return q.optional && q.holds == typedValue && (*interfaceWords)(p).kind == nil
}

// absence is what comes of a choice of which no branch is there.
func (q *directPart) absence() outcome {
	if q.optional {
		return written
	}
	return invalid
}

// branch returns the case of what an interface holds, nil where it is none.
func (q *directPart) branch(words *interfaceWords) *directCase {
	i := q.caseOf(words, 0)
	if i == absent {
		return nil
	}
	return &q.cases[i]
}

// isNil reports whether the element at an address is nil.
func (q *directPart) isNil(p unsafe.Pointer) bool {
	return q.holds == nillableValue && *(*bool)(p) // it begins with Nil
}

// inner returns the address of the struct of an element, and how it is written. It is not ok where the struct is of another type than the declared one or nil,
// which is said in the document, or is not written directly.
func (q *directPart) inner(p unsafe.Pointer) (t *directType, holder unsafe.Pointer, ok bool) {
	switch q.holds {
	case typedValue:
		words := (*interfaceWords)(p)
		if words.kind != q.slot.declared.kind || words.data == nil {
			return nil, nil, false
		}
		p = words.data
	case nillableValue:
		if q.isNil(p) {
			return nil, nil, false
		}
		p = at(p, q.slot.inside.offset)
	}
	t, ok = q.innerType()
	return t, p, ok
}

// innerType returns how the structs of an element are written directly; false where they are not, or not now. A part is made anew with its plan, so what was found
// once stays right.
func (q *directPart) innerType() (t *directType, ok bool) {
	if t = q.innerDirect.Load(); t == nil {
		t = q.findInner(q.innerDirect)
	}
	return t, t.isOpen()
}

// findInner finds out how the structs of an element are written, and keeps it.
func (q *directPart) findInner(kept *atomic.Pointer[directType]) *directType {
	t := q.slot.inner.compiled().direct()
	kept.Store(t)
	return t
}

// allow takes one more element of a part in the content model.
func (c *contents) allow(q *directPart) bool {
	if !c.take(q.field, q.facts) {
		return false
	}
	c.counts[q.field]++
	return true
}

// textAt returns the text of a simple value at an address.
func (q *directPart) textAt(p unsafe.Pointer) string {
	if q.holds == textValue {
		return *textAt(p)
	}
	return q.slot.textOf(p)
}

// check reports whether a text is of the type, and whether it is known to be written as it is.
func (q *directPart) check(text string, unchecked bool) (safe, ok bool) {
	switch {
	case unchecked:
		return false, true
	case q.quick != nil && q.quick(text):
		return q.safe, true
	}
	return false, q.slot.text.Compiled().TakesAlone(text)
}
