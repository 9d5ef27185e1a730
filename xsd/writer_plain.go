// This file writes what most of a document consists of: elements about which nothing is special. All others,
// and all values that are not valid, are written with more care (writer.go and writer_value.go), to the same end.

package xsd

// isPlain reports whether the writer stands at an element of simple type t about which nothing is special.
func (w *Writer) isPlain(t *SimpleType) bool {
	c := &w.cur
	return w.at == atElement && c.plainType == t && w.allPlain(c)
}

// isPlainOf reports whether the writer stands at an element of complex type t about which nothing is special.
func (w *Writer) isPlainOf(t *ComplexType) bool {
	c := &w.cur
	return w.at == atElement && c.plainComplex == t && w.allPlain(c)
}

// allPlain reports whether nothing is special about the element but, perhaps, its type.
func (w *Writer) allPlain(c *writing) bool {
	return c.matched && !c.arrived && !c.nilled && c.own.Local == "" && w.err == nil && w.notes == nil && !w.ident.active()
}

// plainValue writes a plain element if its value is valid. Else it returns false and has done nothing.
func (w *Writer) plainValue(t *SimpleType, text string) bool {
	if e := t.engine(); !w.unchecked && (e.quick == nil || !e.quick(text)) && !e.takes(text) {
		return false
	}
	switch {
	case w.json != nil:
		w.plainMember(t, text)
	case !w.xml.Element(&w.cur.tag, text):
		w.checkCharacters(text)
	}
	w.at = atNothing
	return true
}

// plainMember writes a plain element as JSON.
func (w *Writer) plainMember(t *SimpleType, text string) {
	f := w.top()
	facts, e := &f.plan.facts[w.cur.number], t.engine()
	if facts.single && e.form == stringForm && !e.names {
		w.endArrays(f, facts)
		if !w.json.StringMember(&facts.member, text) {
			w.checkCharacters(text)
		}
		return
	}
	w.checkCharacters(text)
	w.elementKey(f)
	w.putJSON(t, text, nil)
	w.endValue()
}

// openPlain begins a plain element of complex type.
func (w *Writer) openPlain(p *plan) {
	if w.json != nil {
		w.elementKey(w.top())
		w.json.ObjectStart()
	} else {
		w.xml.StartTag(&w.cur.tag)
	}
	f := w.push(p)
	f.object = w.json != nil
	w.at = atNothing
}

// takes reports whether text is a value of the type that can be written without its context.
func (c *compiledType) takes(text string) bool {
	if !c.exact {
		text = c.white.normalize(text)
	}
	return !c.ids && c.rules.check(text, nil) == noFault
}

// checkCharacters reports what XML cannot hold.
func (w *Writer) checkCharacters(text string) bool {
	if isXMLText(text) {
		return true
	}
	w.violate("cvc-datatype-valid.1.2.1", text, "the text has a character that XML cannot hold")
	return false
}
