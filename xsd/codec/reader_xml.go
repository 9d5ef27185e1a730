// This file steps through the attributes and content of an XML element, field by field.

package codec

import (
	"github.com/mvainnsyn/mvainnsyn/xsd/source"
	"github.com/mvainnsyn/mvainnsyn/xsd/xmltext"
)

func (r xmlCursor) next(f *frame) bool {
	if f.phase == inAttributes {
		if r.nextAttribute(f) {
			return true
		}
		r.endAttributes(f)
		r.instanceFields()
		f.phase = inContent
		if f.plan.text != absent {
			f.phase = inText
		}
	}
	switch {
	case f.nilled:
		f.phase = done
		r.skipNilled()
		return false
	case f.phase == inText:
		return r.nextText(f)
	}
	return r.nextContent(f)
}

// open has nothing to look at: attributes come first.
func (xmlCursor) open(*frame) {}

func (r xmlCursor) skip(stood standing) {
	switch stood {
	case atElement, atRoot:
		r.failOn(r.xml.Skip())
	case atText:
		r.skipFrom(r.nextToken())
	}
}

func (r xmlCursor) position() source.Position {
	if r.at == atAttribute {
		return r.xml.AttrPosition(r.cur.attr)
	}
	return r.xml.Position()
}

func (r xmlCursor) unparsed(entity string) (declared bool, unread string) {
	return r.xml.Unparsed(entity)
}

// nextAttribute moves to the next attribute that a field stands for.
func (r xmlCursor) nextAttribute(f *frame) bool {
	attrs := r.xml.Attrs()
	for f.attr < len(attrs) {
		i := f.attr
		f.attr++
		a := &attrs[i]
		if field, ok := f.plan.attributeOf.find(a.Symbol); ok {
			f.field = field
			f.counts[field]++
			facts := &f.plan.facts[field]
			r.standAtAttribute(facts.element, Name{}, i, a.Value)
			if facts.takes != nil && !r.ident.active() {
				r.cur.takes = facts.takes
			}
			return true
		}
		if isInstance(a.Name) {
			continue
		}
		r.standAtAttribute(undeclared, a.Name, i, a.Value)
		if r.wildAttribute(f, a.Name) {
			return true
		}
		r.at = atNothing
	}
	return false
}

// wildAttribute finds the wildcard that lets an attribute in, and reports the attribute where there is none.
func (r xmlCursor) wildAttribute(f *frame, name Name) bool {
	p := f.plan
	if p.anyAttr != absent && p.typ.Fields[p.anyAttr].Any.Namespaces.Allows(name.Space) {
		f.field = p.anyAttr
		r.cur.element = p.facts[p.anyAttr].element
		return true
	}
	v := r.violation("cvc-complex-type.3.2.2", r.cur.text, "attribute "+name.String()+" is not allowed here; remove it")
	r.lose(v)
	r.add(v)
	return false
}

// instanceFields shows the attributes of the instance namespace to identity constraints.
func (r xmlCursor) instanceFields() {
	if !r.ident.active() {
		return
	}
	attrs := r.xml.Attrs()
	for i := range attrs {
		if name := attrs[i].Name; isInstance(name) {
			r.ident.instance(r, name, attrs[i].Value, r.xml)
		}
	}
}

// skipNilled reads to the end of an element that says xsi:nil="true" and reports what is in it.
func (r xmlCursor) skipNilled() {
	kind := r.nextToken()
	if kind == xmltext.Text || kind == xmltext.StartElement {
		r.violate("cvc-elt.3.2.1", r.tokenText(), "the element says xsi:nil, so it must be empty; remove its content or xsi:nil")
	}
	r.skipFrom(kind)
}

// skipFrom reads to the end of the element around the current token.
func (r xmlCursor) skipFrom(kind xmltext.Kind) {
	for r.err == nil && kind != xmltext.EndElement {
		if kind == xmltext.StartElement {
			r.failOn(r.xml.Skip())
		}
		kind = r.nextToken()
	}
}

// nextToken reads the next token; what it returns after an error is of no use.
func (r xmlCursor) nextToken() xmltext.Kind {
	kind, err := r.xml.Next()
	if err != nil {
		r.fail(err)
	}
	return kind
}

// tokenText is the current token as a message shows it.
func (r xmlCursor) tokenText() string {
	if r.xml.Kind() == xmltext.Text {
		return r.xml.Text()
	}
	return r.xml.Name().Local
}

// nextContent moves to the next child element, or run of text in mixed content.
func (r xmlCursor) nextContent(f *frame) bool {
	for r.err == nil {
		switch kind := r.nextInContent(f); {
		case r.err != nil:
			return false
		case kind == xmltext.Text:
			if !f.plan.typ.Mixed && len(f.plan.elements) > 0 && r.xml.Blank() {
				continue
			}
			if r.charsField(f) {
				return true
			}
		case kind == xmltext.EndElement:
			f.phase = done
			r.noteOrder(f)
			r.endContent(f)
			return false
		case r.child(f):
			return true
		}
	}
	return false
}

// nextInContent reads the next token; between elements, white space is none.
func (r xmlCursor) nextInContent(f *frame) xmltext.Kind {
	if !f.plan.typ.Mixed && len(f.plan.elements) > 0 {
		if kind := r.xml.NextTag(); kind != xmltext.NoToken {
			return kind
		}
	}
	return r.nextToken()
}

// charsField decides about a text among elements.
func (r xmlCursor) charsField(f *frame) bool {
	switch {
	case f.plan.mixed != absent:
		if f.fixedMixed(f.declared) != nil {
			f.mixed = append(f.mixed, r.xml.Text()...)
		}
		f.field = f.plan.mixed
		r.cur = current{own: f.own, index: f.index, element: f.declared, text: r.xml.Text()}
		r.at = atChars
		return true
	case f.plan.typ.Mixed:
	case f.plan.isEmpty():
		r.violate("cvc-complex-type.2.1", r.xml.Text(), "the element must be empty; remove the text")
	default:
		r.violate("cvc-complex-type.2.3", r.xml.Text(), "only elements are allowed here; remove the text")
		f.resembles(structured)
	}
	return false
}

// child decides about a child element.
func (r xmlCursor) child(f *frame) bool {
	if i, ok := r.matchKnown(&f.contents, r.xml.Symbol()); ok {
		return r.reach(f, i)
	}
	name := r.xml.Name()
	r.cur.begin(f.lenient)
	r.at = atElement
	if r.tolerant() && name.Space == "" {
		r.cur.element, r.cur.own = undeclared, name
		name = r.adoptNamespace(f, name)
	}
	i, ok := f.matchXML(name, r.xml.Symbol())
	if !ok {
		r.cur.element, r.cur.own = undeclared, name
		i, ok = r.recoverChild(f, name)
	}
	if !ok || !r.arrive(f, i, name, f.number(i, name)) {
		r.at = atNothing
		return false
	}
	return true
}

// matchKnown finds the field of a child element by the symbol of its name, where the content model allows it next. It does not look for
// what tolerant reading may take the name for.
func (r xmlCursor) matchKnown(c *contents, symbol source.Symbol) (field int, ok bool) {
	switch {
	case c.plan.order != nil:
		return c.matchSymbol(symbol)
	case c.matcher == nil || r.tolerant() && symbol.Value().Space == "":
		return absent, false
	}
	leaf, ok := c.matcher.NextSymbol(symbol)
	if !ok {
		return absent, false
	}
	return c.plan.leaves[leaf], true
}

// reach makes a child that has come for field i the current element; false means that it was dealt with.
func (r xmlCursor) reach(f *frame, i int) bool {
	var came bool
	if f.plan.facts[i].foreseen && (!f.plan.all || r.notes == nil) {
		r.standAt(f, i)
		came = len(r.xml.Attrs()) == 0 || r.readInstance(f, i)
	} else {
		r.cur.begin(f.lenient)
		r.at = atElement
		name := r.xml.Name()
		came = r.arrive(f, i, name, f.number(i, name))
	}
	if !came {
		r.at = atNothing
	}
	return came
}

// matchXML is match for a name as the document has it, whose symbol is known; another is one that tolerant reading takes it for.
func (f *frame) matchXML(name Name, symbol source.Symbol) (field int, ok bool) {
	if f.matcher == nil || symbol.Value() != name {
		return f.match(name)
	}
	leaf, ok := f.matcher.NextSymbol(symbol)
	if !ok {
		return absent, false
	}
	return f.plan.leaves[leaf], true
}

func (r xmlCursor) instance() {
	attrs := r.xml.Attrs()
	if len(attrs) > 0 && r.cur.takes != nil {
		r.cur.takes = nil // the attributes have to be looked at, too
	}
	for i := range attrs {
		if attrs[i].Name.Space != instanceNamespace {
			continue
		}
		switch attrs[i].Name.Local {
		case "type":
			r.cur.typeName = r.instanceType(attrs[i].Value)
		case "nil":
			if fault := typeBoolean.Check(attrs[i].Value, nil); fault != nil {
				r.violate("cvc-attribute.3", attrs[i].Value, notBoolean, fault.Message)
			}
			r.noteNil(attrs[i].Value)
			r.cur.saysNil = true
			r.cur.nilled = isTrue(typeBoolean.Normalize(attrs[i].Value))
		}
	}
}

// lookForType has nothing to do: the start tag has told.
func (xmlCursor) lookForType() {}

// typeOfUndeclared does not ask whether the element is nil: section 3.3.4, clause 3 is about a declaration.
func (r xmlCursor) typeOfUndeclared() {
	attrs := r.xml.Attrs()
	for i := range attrs {
		if attrs[i].Name == typeAttribute {
			r.cur.typeName = r.instanceType(attrs[i].Value)
		}
	}
}

// isTrue is the value of a text of type xs:boolean.
func isTrue(text string) bool { return text == "true" || text == "1" }

// instanceType resolves the value of xsi:type; the zero Name where that is not possible, which is reported.
func (r xmlCursor) instanceType(text string) Name {
	q, err := ParseQName(text, r.xml)
	if err != nil {
		r.violate("cvc-elt.4.1", text, notResolved)
		return Name{}
	}
	return q.Name()
}
