// This file writes XML: the tags of elements, and what stands in them.

package codec

import (
	"errors"
	"maps"
	"slices"

	"github.com/mvainnsyn/mvainnsyn/xsd/content"
	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
	"github.com/mvainnsyn/mvainnsyn/xsd/xmltext"
)

// xmlSink writes XML.
type xmlSink struct{ *Writer }

func (xmlSink) namesRoot() bool { return true }

func (w xmlSink) takePart(f *writeFrame, field int) {
	if f.counts[field] > 1 && f.plan.typ.Fields[field].Kind == AttributeField {
		w.xml.Hold(f.plan.typ.Fields[field].Name)
	}
}

func (w xmlSink) openElement(f *writeFrame, t *ComplexType, differs bool) {
	w.startTag(f.declared, f.own)
	if len(w.frames) == 1 {
		w.hint()
	}
	if f.plan.typ.Mixed {
		w.inline()
	}
	if differs || w.cur.notedType(t) {
		w.sayType(t.Name)
	}
	if said := w.cur.notedNil(); said != "" {
		w.sayNil(said)
	}
}

// sayNil writes xsi:nil, and shows it to identity constraints.
func (w xmlSink) sayNil(text string) {
	w.xml.Attr(nilAttribute, text)
	w.ident.saysNil(w, text)
}

// sayType writes xsi:type, and shows it to identity constraints.
func (w xmlSink) sayType(said Name) {
	w.xml.Attr(typeAttribute, w.prefixed(said))
	w.ident.saysType(w, said)
}

func (w xmlSink) closeElement(f *writeFrame) {
	w.reorder(f)
	w.xml.End()
}

func (w xmlSink) openPlain(_ *writeFrame, facts *fieldFacts, t *ComplexType) {
	w.xml.StartTag(facts.tag())
	if t.Mixed {
		w.inline()
	}
}

func (w xmlSink) closePlain() { w.xml.End() }

// startTag begins the start tag of an element, with what must be declared there.
func (w xmlSink) startTag(e *element, own Name) {
	if own.Local == "" && e.field != nil && w.cur.namespaces == nil {
		w.xml.StartTag(e.tag())
		return
	}
	w.xml.Start(e.named(own), bindings(w.cur.namespaces)...)
}

// beginTag begins the start tag of the element of simple type at the writer's position, if there is one, for what follows in it.
func (w xmlSink) beginTag() {
	if w.at != atElement || w.cur.started {
		return
	}
	w.startTag(w.cur.element, w.cur.own)
	w.cur.started = true
	if len(w.frames) == 0 {
		w.hint()
	}
}

// bindings returns namespace bindings in an order that does not change.
func bindings(namespaces simple.Prefixes) []xmltext.Binding {
	if len(namespaces) == 0 {
		return nil
	}
	list := make([]xmltext.Binding, 0, len(namespaces))
	for _, prefix := range slices.Sorted(maps.Keys(namespaces)) {
		list = append(list, xmltext.Binding{Prefix: prefix, URI: namespaces[prefix]})
	}
	return list
}

// prefixed spells a name with a prefix that is declared where the XML writer stands.
func (w xmlSink) prefixed(name Name) string {
	if prefix := w.xml.Prefix(name.Space); prefix != "" {
		return prefix + ":" + name.Local
	}
	return name.Local
}

func (w xmlSink) putPlain(_ *writeFrame, facts *fieldFacts, _ *simple.SimpleType, text string) {
	var plain bool
	switch facts.field.Kind {
	case ElementField:
		plain = w.xml.Element(facts.tag(), text)
	case TextField:
		plain = w.xml.PlainText(text)
	default:
		plain = w.xml.AttrOf(facts.attribute(), text)
	}
	if !plain {
		w.checkCharacters(text)
	}
}

func (w xmlSink) putValue(_ *simple.SimpleType, text string, _ simple.Prefixes) {
	switch w.at {
	case atAttribute:
		w.xml.Attr(w.cur.name(), text)
	case atText:
		w.xml.Text(text)
	default:
		w.putSimple(text)
	}
}

// putSimple writes an element of simple type, as far as it is not written yet.
func (w xmlSink) putSimple(text string) {
	c := &w.cur
	if len(w.frames) == 0 && w.hasHints() {
		w.beginTag()
	}
	if c.isDeclared() && !c.started {
		w.xml.Element(c.tag(), text)
		return
	}
	if !c.started {
		w.xml.Start(c.name())
	}
	w.xml.Text(text)
	w.xml.End()
}

func (w xmlSink) putEmpty() {
	w.startTag(w.cur.element, w.cur.own)
	if said := w.cur.notedNil(); said != "" {
		w.sayNil(said)
	}
	w.xml.End()
}

func (w xmlSink) putNil(t *simple.SimpleType) {
	w.beginTag()
	w.noted(t, "", nil)
	if w.cur.note == nil {
		w.sayNil("true")
	}
	w.xml.End()
}

func (w xmlSink) putChars(_ *writeFrame, text string) { w.xml.Text(text) }

func (w xmlSink) putTyped(st *simple.SimpleType, said Name, text string, ns simple.Prefixes) {
	if _, ok := ns[""]; !ok && st.Compiled().HoldsNames && hasBareName(text) {
		ns = withoutDefault(ns)
	}
	w.xml.Start(w.cur.name(), bindings(ns)...)
	w.sayType(said)
	w.cur.started = true
	if !w.cur.nilled {
		w.cur.saysType = true
		w.finish(st, text, ns)
		return
	}
	w.sayNil(w.cur.notedNil())
	w.xml.End()
	w.leaveSimple()
}

// withoutDefault adds that there is no default namespace, for names in no namespace.
func withoutDefault(ns simple.Prefixes) simple.Prefixes {
	all := simple.Prefixes{"": ""}
	maps.Copy(all, ns)
	return all
}

func (w xmlSink) putGeneric(namespaces simple.Prefixes, attributes []AnyAttribute, contents []AnyContent, process content.ProcessContents, inside *element) {
	w.xml.Start(w.cur.name(), bindings(namespaces)...)
	w.inline()
	if len(w.frames) == 1 {
		w.hint()
	}
	for _, a := range attributes {
		if !w.checkGeneric(a, process, inside) {
			break
		}
		if !w.hinted(a.Name) {
			w.xml.Attr(a.Name, a.Value)
		}
	}
	for _, c := range contents {
		switch c := c.(type) {
		case AnyText:
			w.xml.Text(string(c))
		case *AnyElement:
			if w.isThere(c) {
				w.writeChild(c, process, inside)
			}
		}
	}
	w.xml.End()
}

func (w xmlSink) putAttribute(a *AnyAttribute, _ *simple.SimpleType) { w.xml.Attr(a.Name, a.Value) }

func (w xmlSink) putUnread(v XMLValue) { w.write(v) }

func (w xmlSink) holdNames() { w.beginTag() }

func (w xmlSink) declare(prefix, space string) bool {
	if space == "" {
		return prefix == "" && w.otherPrefix("") == ""
	}
	w.beginTag()
	return w.xml.Declare(prefix, space)
}

func (w xmlSink) otherPrefix(space string) string {
	w.beginTag()
	prefix := w.xml.Prefix(space)
	if err := w.xml.Err(); errors.Is(err, xmltext.ErrDefaultNamespace) {
		w.fail(err) // all is written again, and what would be found here is not so
	}
	return prefix
}

func (w xmlSink) output() []byte { return w.xml.Buffer() }

func (w xmlSink) document() ([]byte, error) { return w.xml.Bytes() }
