// This file steps through what an element of complex type consists of as far as both formats do it alike: it makes what has come the current thing, and looks at
// what is missing at the end.

package codec

// standAt makes the element that has come for field i the current one: the one its declaration names, with nothing said about it.
func (r *Reader) standAt(f *frame, i int) {
	f.field = i
	f.counts[i]++
	facts, c := &f.plan.facts[i], &r.cur
	c.begin(f.lenient)
	c.index = f.counts[i]
	if c.element != facts.element {
		c.element = facts.element
	}
	setOwn(&c.own, Name{})
	if facts.takes != nil && !r.ident.active() {
		c.takes = facts.takes
	}
	r.at = atElement
}

// standAtAttribute makes an attribute the current one.
func (r *Reader) standAtAttribute(declared *element, own Name, attr int, text string) {
	c := &r.cur
	c.begin(false)
	c.index = 0
	c.element, c.attr, c.text = declared, attr, text
	setOwn(&c.own, own)
	r.at = atAttribute
}

// standAtText makes the text of simple content the current one.
func (r *Reader) standAtText(f *frame, field int) {
	f.field = field
	c := &r.cur
	c.begin(false)
	c.index, c.element = f.index, f.declared
	setOwn(&c.own, f.own)
	r.at = atText
}

// expectText notes the type of the text of simple content, if nothing else has to be looked at.
func (r *Reader) expectText(f *frame) {
	if takes := f.plan.facts[f.plan.text].takes; takes != nil && !r.ident.active() && !f.declared.isConstrained() {
		r.cur.takes = takes
	}
}

// nextText moves to the text of simple content, once.
func (r *Reader) nextText(f *frame) bool {
	f.phase = done
	r.standAtText(f, f.plan.text)
	r.expectText(f)
	return true
}

// arrive makes the element that has come for field i, and is the index-th of its name, the current one; false means that it was dealt with.
func (r *Reader) arrive(f *frame, i int, name Name, index int) bool {
	f.field = i
	f.counts[i]++
	facts, c := &f.plan.facts[i], &r.cur
	c.index, c.element = index, f.plan.elementOf(i, name)
	if c.field.Kind == WildcardField {
		c.own = name
	} else {
		setOwn(&c.own, Name{})
	}
	if f.plan.all && r.notes != nil {
		f.arrivals = append(f.arrivals, arrival{i, facts.symbolOf(name)})
	}
	if c.element == facts.element && !r.ident.active() {
		c.takes = facts.takes
	}
	return r.readInstance(f, i)
}

// countOther counts an element that no field stands for alone, and returns its position among those of its name.
func (f *frame) countOther(name Name) int {
	return f.others.add(name)
}

// number returns the position of an element that has come for field i among those of its name.
func (f *frame) number(i int, name Name) int {
	if facts := &f.plan.facts[i]; facts.field.Kind == WildcardField || facts.varies() {
		return f.countOther(name)
	}
	return f.counts[i] + 1
}

// readInstance looks at what the current element, which has come for field i, says of itself; false means that it was dealt with.
func (r *Reader) readInstance(f *frame, i int) bool {
	c := &r.cur
	if c.field.Kind == WildcardField {
		return true
	}
	r.cursor.instance()
	if c.field.Abstract && c.name() == c.field.Name {
		r.violate("cvc-elt.2", "", "element %s is abstract; use an element that may stand for it", c.name())
	}
	if !c.saysNil {
		return true
	}
	if c.field.Nillable {
		if c.nilled {
			r.checkNilFixed()
		}
		return true
	}
	report := r.violate
	if c.nilled && c.field.Max != 1 {
		report = r.refuse // the list has something there, and nobody knows what
	}
	report("cvc-elt.3.1", "", "element %s may not say xsi:nil; leave it out or give it a value", c.name())
	if !c.nilled {
		return true
	}
	f.counts[i]--
	r.discard()
	return false
}

// endAttributes reports required attributes that are missing.
func (r *Reader) endAttributes(f *frame) {
	for _, i := range f.plan.attributes {
		if f.counts[i] > 0 {
			continue
		}
		field := &f.plan.typ.Fields[i]
		if field.Min > 0 {
			r.refuse("cvc-complex-type.4", "", "attribute %s is missing", field.Name)
		}
		if field.Constraint != nil && field.Simple != nil {
			r.ident.supplied(r, field)
		}
	}
}

// endContent checks at the end of an element that its content is complete.
func (r *Reader) endContent(f *frame) {
	if r.tolerant() {
		r.missingTolerant(f)
	}
	if f.plan.typ.Mixed {
		r.endMixed(f)
	}
	if f.disorder || f.complete() {
		return
	}
	f.disorder = true
	r.violate("cvc-complex-type.2.4.b", "", "the content of %s is not complete; %s", f.name().Local, f.expected())
}
