// This file writes values of simple types, checked.

package codec

import (
	"strconv"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
)

// Text writes a value of type t.
func (w *Writer) Text(t *simple.SimpleType, text string) error {
	if w.at == atField && w.plainValue(t, text) {
		return nil
	}
	if w.begin(t) {
		w.finish(t, text, nil)
	}
	return w.err
}

// Bool writes a value of a type derived from xs:boolean.
func (w *Writer) Bool(t *simple.SimpleType, value bool) error {
	return w.Text(t, t.Spell(strconv.FormatBool(value)))
}

// Int writes a value of a type derived from xs:long.
func (w *Writer) Int(t *simple.SimpleType, value int64) error {
	return w.Text(t, t.Spell(strconv.FormatInt(value, 10)))
}

// Uint writes a value of a type derived from xs:unsignedLong.
func (w *Writer) Uint(t *simple.SimpleType, value uint64) error {
	return w.Text(t, t.Spell(strconv.FormatUint(value, 10)))
}

// Float writes a value of a type derived from xs:float (bits 32) or xs:double (bits 64).
func (w *Writer) Float(t *simple.SimpleType, value float64, bits int) error {
	return w.Text(t, t.Spell(simple.FormatFloat(value, bits)))
}

// name writes a value of a type derived from xs:QName or xs:NOTATION.
func (w *Writer) name(t *simple.SimpleType, name Name, prefix string) error {
	if !w.begin(t) {
		return w.err
	}
	text, prefix := w.spellName(name, prefix)
	if w.err == nil {
		w.finish(t, text, simple.Prefixes{prefix: name.Space})
	}
	return w.err
}

// spellName returns a name as it is written here, and its prefix, which it declares: another one where its own is taken, or where it has none and there must be no default
// namespace.
func (w *Writer) spellName(name Name, prefix string) (text, written string) {
	if w.checkSpace(name.Space); w.err != nil {
		return "", prefix
	}
	if prefix == "" && name.Space != "" && w.cur.untold {
		prefix = "ns1"
	}
	if prefix == "" && name.Space != "" && w.rootPrefix || !w.sink.declare(prefix, name.Space) {
		prefix = w.sink.otherPrefix(name.Space)
	}
	if prefix == "" {
		return name.Local, ""
	}
	return prefix + ":" + name.Local, prefix
}

// begin starts what holds a value of type t; false where there is nothing to write.
func (w *Writer) begin(t *simple.SimpleType) bool {
	w.stand()
	if w.err == nil && w.at == atRoot {
		w.enterRoot(simpleRoots.of(t), nil)
	}
	if w.err != nil {
		return false
	}
	switch w.at {
	case atElement:
		nilled := w.cur.nilled
		w.arrive()
		w.checkDeclared()
		w.cur.tracked = w.startTracking()
		if nilled {
			w.sink.putNil(t)
			w.leaveSimple()
			return false
		}
	case atAttribute, atText, atItem, atAlone:
	default:
		w.fail(errWriteMisuse)
		return false
	}
	return true
}

// leaveSimple leaves an element, attribute or text of simple type, which is written.
func (w *Writer) leaveSimple() {
	if w.at == atElement && w.cur.tracked {
		w.ident.end(w)
	}
	w.at = atNothing
}

// finish writes the text of a value and ends what holds it.
func (w *Writer) finish(t *simple.SimpleType, text string, ns simple.Prefixes) {
	if w.at == atItem {
		w.list.add(w, text, ns)
		w.at = atNothing
		return
	}
	if w.at == atElement || w.at == atAttribute {
		t = w.cur.narrowed(t)
	}
	if w.cur.open && w.at == atElement {
		t = w.declaredSimple(t)
	}
	if w.notes != nil {
		text = w.sink.noted(t, text, ns)
	}
	if !w.unchecked {
		w.check(t, text, ns)
	}
	w.sink.putValue(t, text, ns)
	w.leaveSimple()
}

// check reports why a text is no value of type t here.
func (w *Writer) check(t *simple.SimpleType, text string, names simple.Prefixes) {
	ns := names.Resolver()
	f := w.cur.field
	if text == "" && w.at != atAttribute && f != nil && f.Constraint != nil {
		text, ns = f.Constraint.Text, f.Constraint.resolver() // what reading an empty element gives
	}
	if !w.checkCharacters(text) {
		return
	}
	e := t.Compiled()
	if !e.Passes(e.White.Normalize(text), ns) {
		fault := t.Check(text, ns)
		w.violate(fault.Rule, text, "%s", fault.Message)
		return
	}
	if f != nil && f.Constraint != nil && f.Constraint.Fixed && !sameValue(t, t.Normalize(text), ns, f.Constraint) {
		w.violate(f.fixedRule(), text, "the value is fixed as %q", f.Constraint.Text)
	}
	if e.IDs {
		w.ident.note(w, t, text, ns)
	}
	if !w.ident.active() {
		return
	}
	if w.at == atAttribute {
		w.ident.attribute(w, w.cur.name(), t, text, ns)
	} else {
		w.ident.value(w, t, text, ns)
	}
}

// listWriter gathers the items of a list.
type listWriter struct {
	typ   *simple.SimpleType
	at    standing // where the list stands
	cur   writing
	text  []byte
	names simple.Prefixes
}

func (l *listWriter) add(w *Writer, text string, names simple.Prefixes) {
	if text == "" || strings.ContainsAny(text, " \t\r\n") {
		w.violate("cvc-datatype-valid.1.2.2", text, "an item of a list has no white space and is not empty")
	}
	if len(l.text) > 0 {
		l.text = append(l.text, ' ')
	}
	l.text = append(l.text, text...)
	for prefix, space := range names {
		if l.names == nil {
			l.names = make(simple.Prefixes)
		}
		l.names[prefix] = space
	}
}

// OpenList begins a value of the list type t; Item writes its items and CloseList ends it.
func (w *Writer) OpenList(t *simple.SimpleType) {
	w.list = listWriter{typ: t, at: atNothing, text: w.list.text[:0]}
	if w.begin(t) {
		if simple.IsNameType(t.Item()) || t.Item().Variety() == simple.VarietyUnion {
			w.sink.holdNames()
		}
		w.list.at, w.list.cur = w.at, w.cur
	}
	w.at = atNothing
}

// Item writes the next item of the list opened last.
func (w *Writer) Item(v XMLValue) {
	if w.err == nil && w.list.at != atNothing {
		w.at = atItem
		w.write(v)
	}
}

// CloseList ends the list opened last and checks it.
func (w *Writer) CloseList() error {
	if w.err == nil && w.list.at != atNothing {
		w.at, w.cur = w.list.at, w.list.cur
		w.list.at = atNothing
		w.finish(w.list.typ, w.list.typ.Spell(string(w.list.text)), w.list.names)
	}
	return w.err
}
