// This file holds the Writer: what generated WriteXSD methods are written against.

package codec

import (
	"errors"
	"fmt"

	"github.com/mvainnsyn/mvainnsyn/xsd/jsontext"
	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
	"github.com/mvainnsyn/mvainnsyn/xsd/xmltext"
)

// Writer writes one document, XML or JSON, for the WriteXSD methods of generated types, and validates it on the way. It is
// not safe for concurrent use.
type Writer struct {
	options
	sink sink             // the format
	xml  *xmltext.Writer  // the text, where sink is an xmlSink
	json *jsontext.Writer // likewise for a jsonSink

	// nameOf, where not nil, names the root; it is given the global elements of the type and its Go name.
	nameOf func(roots []*declaration, goName string) (Name, error)

	frames []writeFrame
	scopes scopes // the namespaces of elements of any kind around the place
	arena  arena
	rows   []int        // the cases of items that are being written, see itemsOf
	proved orderedItems // those written last that were in order
	at     standing
	cur    writing
	list   listWriter
	ident  tracker

	gap *gap // what the value leaves out, nil for nothing

	careful    bool // nothing more of the document is written directly
	violations Violations
	err        error

	ownXML  xmltext.Writer // for reuse
	ownJSON jsontext.Writer
	value   jsontext.Writer // of one value
	buffer  []byte
	wasted  int // how many documents in turn needed little of the buffer
}

// XMLWriter is the Writer: a type is written the same way to both formats.
type XMLWriter = Writer

// JSONWriter is the Writer too.
type JSONWriter = Writer

// writing is what is at the writer's position.
type writing struct {
	current
	number     int             // the field
	tracked    bool            // the identity constraints follow it
	arrived    bool            // it was taken, with what JSON has before its value
	global     *declaration    // the declaration of what a wildcard allows
	started    bool            // XML: the start tag is begun
	saysType   bool            // xsi:type is needed, since no declaration names the type
	unread     bool            // reading asks no schema for it
	untold     bool            // nothing tells the type of a text
	open       bool            // the Go type does not follow from the declaration
	namespaces simple.Prefixes // bindings to declare
	note       *note           // what the writer puts back, nil for nothing
}

// begin makes an element, attribute or text the current one.
func (c *writing) begin(e *element, number int) {
	c.element, c.number = e, number
	setOwn(&c.own, Name{})
	c.nilled, c.tracked, c.arrived, c.started, c.saysType, c.unread, c.untold, c.open = false, false, false, false, false, false, false, false
	if c.global != nil || c.namespaces != nil {
		c.global, c.namespaces = nil, nil
	}
	if c.note != nil {
		c.note = nil
	}
}

// isDeclared reports whether the element has the name in its declaration.
func (c *writing) isDeclared() bool { return c.own.Local == "" && c.field != nil }

// errWriteMisuse says that a WriteXSD method does not do what generated ones do.
var errWriteMisuse = errors.New("xsd: a WriteXSD method writes where nothing is expected: call it through MarshalXML or MarshalJSON only")

// Open begins an element of the complex type t.
func (w *Writer) Open(t *ComplexType) {
	p := t.compiled()
	if w.at == atField && w.startPlain(p, t) {
		w.pushPlain(p)
		return
	}
	w.stand()
	if w.err == nil && w.at == atRoot {
		w.enterRoot(p.globals(), t)
	}
	if w.err == nil && w.at != atElement {
		w.fail(errWriteMisuse)
	}
	if w.err == nil {
		w.arrive()
	}
	if p.err != nil {
		w.fail(p.err)
	}
	tracked := w.err == nil && w.startTracking()
	f := w.push(p, w.cur.element, w.cur.index)
	f.nilled, f.tracked = w.cur.nilled, tracked
	setOwn(&f.own, w.cur.own)
	if f.note != w.cur.note {
		f.note = w.cur.note
	}
	w.at = atNothing
	if w.err == nil {
		w.checkType(t)
		w.startElement(f, t)
	}
}

// Value writes v as the field with this index of the complex type opened last. Attributes come before content, and content
// in the order of the document.
func (w *Writer) Value(field int, v XMLValue) {
	if !w.startField(field) {
		return
	}
	if v == nil {
		w.fail(w.missing())
		return
	}
	depth := len(w.frames)
	if err := v.WriteXSD(w); err != nil || len(w.frames) != depth || w.at != atNothing {
		w.notWritten(v, err)
	}
}

// startField makes the writer stand at a field of the complex type opened last; false where there is nothing to write.
func (w *Writer) startField(field int) bool {
	if w.err != nil {
		return false
	}
	f := w.top()
	facts := &f.plan.facts[field]
	if (facts.plainType != nil || facts.plainComplex != nil) && !f.nilled {
		w.cur.number, w.at = field, atField
		return true
	}
	w.cur.begin(facts.element, field)
	return w.standAt(f, facts)
}

// standAt makes the writer stand at a field of the innermost element; false where there is nothing to write.
func (w *Writer) standAt(f *writeFrame, facts *fieldFacts) bool {
	switch facts.field.Kind {
	case AttributeField, AnyAttributeField:
		f.counts[w.cur.number]++
		w.at = atAttribute
	case TextField:
		f.counts[w.cur.number]++
		w.cur.element = f.declared
		setOwn(&w.cur.own, f.own)
		w.cur.index = f.index
		w.at = atText
	default:
		w.at = atElement
	}
	if w.at == atElement || f.nilled && w.at == atText {
		return !f.nilled // nil elements have attributes only
	}
	w.sink.takePart(f, w.cur.number)
	return true
}

// stand looks up the element at the writer's position, where Value only noted its field.
func (w *Writer) stand() {
	if w.at != atField {
		return
	}
	f, number := w.top(), w.cur.number
	facts := &f.plan.facts[number]
	w.cur.begin(facts.element, number)
	w.standAt(f, facts)
}

// write lets v write itself at the writer's position and checks that it did.
func (w *Writer) write(v XMLValue) {
	if v == nil {
		w.fail(w.missing())
		return
	}
	depth := len(w.frames)
	if err := v.WriteXSD(w); err != nil || len(w.frames) != depth || w.at != atNothing {
		w.notWritten(v, err)
	}
}

// notWritten notes why v is not written.
func (w *Writer) notWritten(v XMLValue, err error) {
	w.fail(err)
	w.fail(fmt.Errorf("xsd: %T.WriteXSD writes nothing, or does not close the type it opens", v))
}

// arrive takes the element at the writer's position: it must be allowed here. Its name is final only now, since another element may
// stand for the declared one.
func (w *Writer) arrive() {
	if len(w.frames) == 0 {
		w.sink.takeElement(nil)
		return
	}
	f, c := w.top(), &w.cur
	if c.arrived {
		return
	}
	c.arrived = true
	if f.plan == nil {
		f.cursor++
		c.index = f.countOther(c.name())
		w.standAtGlobal()
	} else {
		w.match(f, c)
	}
	if c.nilled {
		w.checkNil()
	}
	w.sink.takeElement(f)
}

// match matches the element against the content model and finds its declaration.
func (w *Writer) match(f *writeFrame, c *writing) {
	i, ok := f.match(c.name())
	if !ok {
		i = c.number
	}
	name := c.name()
	f.counts[i]++
	c.number, c.index, c.element = i, f.counts[i], f.plan.elementOf(i, name)
	if c.field.Kind == WildcardField || f.plan.facts[i].varies() {
		c.index = f.countOther(name)
	}
	if !ok && !f.disorder {
		w.violate("cvc-complex-type.2.4.a", "", "element %s is not allowed here; %s", name, f.expected())
		f.disorder = true
	}
	if c.field.Kind == WildcardField {
		w.standAtGlobal()
	} else if c.field.Abstract && name == c.field.Name {
		w.violate("cvc-elt.2", "", "element %s is abstract; use an element that may stand for it", name)
	}
}

// standAtGlobal makes the declaration that a wildcard found that of the element at the writer's position.
func (w *Writer) standAtGlobal() {
	if d := w.cur.global; d != nil {
		w.cur.element = d.element()
	}
}

func (f *writeFrame) countOther(name Name) int {
	return f.others.add(name)
}

// Chars writes a run of text in mixed content.
func (w *Writer) Chars(text string) {
	if w.err != nil || text == "" {
		return
	}
	f := w.top()
	if !f.plan.typ.Mixed {
		w.violate("cvc-complex-type.2.3", text, "only elements are allowed here")
	}
	if f.fixedMixed(f.declared) != nil {
		f.mixed = append(f.mixed, text...)
	}
	if !f.nilled {
		w.sink.putChars(f, text)
	}
}

// UnknownBranch reports that the Go field holds something that is no branch of its choice, or no item of its content.
func (w *Writer) UnknownBranch(field string, branch any) {
	w.violate("cvc-complex-type.2.4", "", "%s holds a %T, which is none of its alternatives; they are values, not pointers", field, branch)
}

// Close ends the complex type opened last and checks that its content is complete.
func (w *Writer) Close() error {
	if len(w.frames) == 0 {
		return w.err
	}
	f := w.top()
	if w.err == nil {
		w.checkComplete(f)
		w.sink.closeElement(f)
	}
	if f.tracked {
		w.ident.end(w)
	}
	w.arena.pop(&f.contents)
	w.frames = w.frames[:len(w.frames)-1]
	w.at = atNothing
	return w.err
}

func (w *Writer) checkComplete(f *writeFrame) {
	if f.plan.typ.Mixed {
		w.endMixed(f)
	}
	for _, i := range f.plan.watched {
		if field := &f.plan.typ.Fields[i]; f.counts[i] == 0 && field.Min > 0 {
			w.violate("cvc-complex-type.4", "", "attribute %s is missing", field.Name)
		} else if f.counts[i] == 0 && field.Constraint != nil && field.Simple != nil {
			w.ident.supplied(w, field)
		}
	}
	if !f.nilled && f.plan.text == absent && !f.disorder && !f.complete() {
		w.violate("cvc-complex-type.2.4.b", "", "the content of %s is not complete; %s", f.name().Local, f.expected())
	}
}

// Err returns the error that ended writing, nil while there is none. Violations are none.
func (w *Writer) Err() error { return w.err }

// fail ends writing, unless err is nil.
func (w *Writer) fail(err error) {
	if w.err == nil {
		w.err = err
	}
}

// violate reports what is not valid in the value being written.
func (w *Writer) violate(rule, text, format string, args ...any) {
	if !w.unchecked && !w.violations.Truncated() {
		w.add(w.violation(rule, text, fmt.Sprintf(format, args...)))
	}
}

func (w *Writer) add(v Violation) {
	if !w.unchecked {
		w.violations.Add(v)
	}
}

func (w *Writer) violation(rule, text, message string) Violation {
	var path []byte
	for i := range w.frames {
		path = appendStep(path, w.frames[i].name(), w.place(i, w.frames[i].name(), w.frames[i].index))
	}
	w.stand()
	at, cur := w.at, &w.cur
	if at == atItem {
		at, cur = w.list.at, &w.list.cur
	}
	switch at {
	case atRoot, atElement:
		path = appendStep(path, cur.name(), w.place(len(w.frames), cur.name(), cur.index))
	case atAttribute:
		path = append(append(path, "/@"...), cur.name().Local...)
	}
	return Violation{Path: string(path), Rule: rule, Text: text, Message: message}
}

// place returns the position of an element at a depth among those of its name. It counts where a path is asked for: other fields may have the name, too.
func (w *Writer) place(depth int, name Name, counted int) int {
	if depth == 0 {
		return counted
	}
	around := &w.frames[depth-1]
	if around.plan == nil || around.plan.order != nil {
		return counted
	}
	return around.countNamed(name, &around.others)
}

func (w *Writer) startTracking() bool {
	if w.unchecked || !w.ident.active() && w.cur.identity == nil {
		return false
	}
	return w.ident.start(w.cur.nameSymbol(), w.cur.identity, w.cur.field != nil && w.cur.field.Nillable)
}

// nilled notes that the element at the writer's position is nil.
func (w *Writer) nilled() {
	w.stand()
	w.cur.nilled = true
	if w.cur.arrived {
		w.checkNil()
	}
}

// rename makes another element stand for the one the writer stands at. It fails where that was done with another name already.
func (w *Writer) rename(name Name) bool {
	w.stand()
	if w.at != atElement {
		return true
	}
	if own := w.cur.own; own.Local != "" && own != name {
		w.fail(fmt.Errorf("xsd: the value of element %s says that it is element %s", own, name))
		return false
	}
	w.cur.own = name
	return true
}

// missing reports that there is no value where one must be.
func (w *Writer) missing() error {
	w.stand()
	if w.err == nil && w.at == atElement {
		w.arrive() // which finds out how many of its name came before
	}
	w.violate("cvc-complex-type.2.4.b", "", "the value of %s is missing", w.cur.name())
	return w.emptyElement()
}
