// This file reads without frames what wildcards let in, in either format, where no declaration tells more of it than that it may come. Anything else in
// it has the whole of it read with frames.

package codec

import (
	"strings"

	"github.com/mvainnsyn/mvainnsyn/xsd/content"
	"github.com/mvainnsyn/mvainnsyn/xsd/jsontext"
	"github.com/mvainnsyn/mvainnsyn/xsd/source"
	"github.com/mvainnsyn/mvainnsyn/xsd/xmltext"
)

// letsIn reports whether the wildcard that a field is lets in elements of a name, about which no declaration has to be asked.
func (facts *fieldFacts) letsIn(name Name) bool {
	wildcard := facts.field.Any
	return wildcard.Namespaces.Allows(name.Space) && wildcard.Process != content.Strict && !facts.knowsElement(name)
}

// knowsElement reports whether a declaration tells more of an element that a wildcard lets in, or of one inside it.
func (facts *fieldFacts) knowsElement(name Name) bool {
	return facts.field.Any.Process != content.Skip && facts.schema.element(name) != nil
}

// knowsAttribute is knowsElement for an attribute.
func (facts *fieldFacts) knowsAttribute(name Name) bool {
	if name.Space == instanceNamespace {
		return true
	}
	if facts.field.Any.Process == content.Skip {
		return false
	}
	_, known := facts.schema.attribute(name)
	return known
}

// usesPrefixes reports whether a value may begin with a prefix, or have one in it.
func (r *Reader) usesPrefixes(text string) bool {
	if strings.IndexByte(text, ':') < 0 {
		return false
	}
	before := len(r.uses)
	r.noteUses(text)
	found := len(r.uses) > before
	r.uses = r.uses[:before]
	return found
}

// release lets go what was read, which has its place in a struct by then. Writing what is there already has its price while the collector runs.
func (e *AnyElement) release() {
	if e.Name.Local != "" {
		*e = AnyElement{}
	}
}

// wildName is the name of an element that a wildcard let in last.
type wildName struct {
	facts  *fieldFacts
	symbol source.Symbol // in XML
	key    string        // in JSON
	name   Name
}

// wildcard reads the element whose start was found last, which a wildcard lets in, and returns where it ends.
func (d *elementReader) wildcard(e *openElement, m *xmlMember) (end int, came progress) {
	r, start, symbol := d.r, d.part.Start, d.part.Name.Symbol()
	if w := &d.wild; w.facts != m.facts || w.symbol != symbol {
		name := symbol.Value()
		if !m.facts.letsIn(name) {
			return d.careFor(e, m, nil)
		}
		*w = wildName{facts: m.facts, symbol: symbol, name: name}
	}
	name := d.wild.name
	d.any = AnyElement{Name: name}
	end, ok := d.anyElement(&d.any, m.facts, e.depth+1)
	if !ok {
		r.xml.PartAt(&d.part, start, e.end, nil) // the parts inside have taken its place
		return d.careFor(e, m, nil)
	}
	e.contents.counts[m.field]++
	if e.framed {
		r.top().countOther(name)
	} else {
		e.others.add(name)
	}
	if m.slot.occurs == many {
		r.memory.expected = expectation{}
	}
	*anyElementAt(r.target(m.slot, e.holder)) = d.any
	return end, ended
}

// anyElement reads the element whose start was found last, the name of which it has, and returns where it ends.
func (d *elementReader) anyElement(e *AnyElement, facts *fieldFacts, depth int) (end int, ok bool) {
	if !d.anyAttributes(e, facts) {
		return 0, false
	}
	switch {
	case d.part.Empty:
		return d.part.End, true
	case d.part.Kind == xmltext.Leaf:
		ok = d.anyText(e, &d.part)
		return d.part.End, ok
	case depth >= d.r.xml.MaxDepth():
		return 0, false
	}
	closing := d.part.Name.EndTag()
	for i := d.part.Text; ; {
		d.r.xml.PartAt(&d.part, i, closing, nil)
		if d.part.Kind == xmltext.NoToken {
			return 0, false
		}
		if i < d.part.Start && !d.anyText(e, &xmltext.Part{Text: i, Close: d.part.Start}) {
			return 0, false
		}
		if d.part.Kind == xmltext.EndElement {
			return d.part.End, true
		}
		child := &AnyElement{Name: d.part.Name.Symbol().Value()}
		if facts.knowsElement(child.Name) {
			return 0, false
		}
		if i, ok = d.anyElement(child, facts, depth+1); !ok {
			return 0, false
		}
		e.Content = append(e.Content, child)
	}
}

// anyAttributes notes the attributes of the start found last.
func (d *elementReader) anyAttributes(e *AnyElement, facts *fieldFacts) (ok bool) {
	attrs := d.r.xml.PartAttrs()
	if len(attrs) == 0 {
		return true
	}
	e.Attributes = make([]AnyAttribute, len(attrs))
	for i := range attrs {
		if facts.knowsAttribute(attrs[i].Name) || d.r.usesPrefixes(attrs[i].Value) {
			return false
		}
		e.Attributes[i] = AnyAttribute{Name: attrs[i].Name, Value: d.r.input.Own(attrs[i].Value)}
	}
	return true
}

// anyText notes a text. It is not ok where it may use prefixes, or has an end of line that is to be read as another.
func (d *elementReader) anyText(e *AnyElement, p *xmltext.Part) (ok bool) {
	text := d.r.xml.PartText(p)
	if d.r.usesPrefixes(text) || strings.IndexByte(text, '\r') >= 0 {
		return false
	}
	e.Content = append(e.Content, AnyText(d.r.input.Own(text)))
	return true
}

// wildcard reads the object that names an element which a wildcard lets in, and returns where it ends. It is not ok where it needs more care; nothing was
// done then.
func (d *objectReader) wildcard(o *object, m *jsonMember, i int) (end int, ok bool) {
	key, value, ok := d.onlyKey(i)
	if !ok {
		return 0, false
	}
	if w := &d.wild; w.facts != m.facts || w.key != key {
		key = strings.Clone(key) // what is kept must not keep the document
		name := parseName(key)
		if !m.facts.letsIn(name) || !strings.HasPrefix(key, "{") || !isElementName(name) {
			return 0, false
		}
		*w = wildName{facts: m.facts, key: key, name: name}
	}
	d.any = AnyElement{Name: d.wild.name}
	if end, ok = d.anyValue(&d.any, m.facts, value, o.depth+2); ok {
		end, ok = d.endOfOnly(end)
	}
	if !ok {
		return 0, false
	}
	o.came |= m.bit
	*anyElementAt(d.r.target(m.slot, o.holder)) = d.any
	return end, true
}

// onlyKey returns the key that begins the object at an offset, and where its value begins.
func (d *objectReader) onlyKey(i int) (key string, value int, ok bool) {
	if d.kindAt(i) != '{' {
		return "", 0, false
	}
	key, value, ok = jsontext.KeyAt(d.src, jsontext.SkipSpace(d.src, i+1))
	return key, value, ok && len(key) <= d.limits.MaxNameBytes
}

// endOfOnly returns where an object ends that has no further member behind an offset.
func (d *objectReader) endOfOnly(i int) (end int, ok bool) {
	i = jsontext.SkipSpace(d.src, i)
	return i + 1, d.kindAt(i) == '}'
}

// anyValue reads the value of an element, and returns where it ends. Around it so many objects and arrays are open.
func (d *objectReader) anyValue(e *AnyElement, facts *fieldFacts, i, depth int) (end int, ok bool) {
	switch d.kindAt(i) {
	case '"':
		return d.anyText(e, i)
	case '{':
		return d.anyObject(e, facts, i+1, depth+1)
	}
	return 0, false
}

// anyText reads a text, of which an empty one is nothing.
func (d *objectReader) anyText(e *AnyElement, i int) (end int, ok bool) {
	text, end, ok := d.text(i)
	if ok && text != "" {
		e.Content = append(e.Content, AnyText(d.r.input.Own(text)))
	}
	return end, ok
}

// anyObject reads attributes and content from behind the brace on. With this one so many objects and arrays are open.
func (d *objectReader) anyObject(e *AnyElement, facts *fieldFacts, i, depth int) (end int, ok bool) {
	if depth >= d.limits.MaxDepth {
		return 0, false
	}
	hasContent := false
	begin := jsontext.SkipSpace(d.src, i)
	for i = begin; ; {
		if i = jsontext.SkipSpace(d.src, i); d.kindAt(i) == '}' {
			return i + 1, true
		}
		if i, ok = d.nextPlace(i, i == begin); !ok {
			return 0, false
		}
		key, value, ok := jsontext.KeyAt(d.src, i)
		switch {
		case !ok || len(key) > d.limits.MaxNameBytes:
			return 0, false
		case key == keyContent && !hasContent:
			hasContent = true
			i, ok = d.anyItems(e, facts, value, depth+1)
		default:
			i, ok = d.anyAttribute(e, facts, key, value)
		}
		if !ok {
			return 0, false
		}
	}
}

// nextPlace returns where the next member or item begins, behind a comma unless it is the first.
func (d *objectReader) nextPlace(i int, isFirst bool) (next int, ok bool) {
	if isFirst {
		return i, true
	}
	return jsontext.SkipSpace(d.src, i+1), d.kindAt(i) == ','
}

// fewAttributes is up to how many attributes are compared with each other.
const fewAttributes = 8

// anyAttribute reads the attribute that a member is.
func (d *objectReader) anyAttribute(e *AnyElement, facts *fieldFacts, key string, i int) (end int, ok bool) {
	written, isAttribute := strings.CutPrefix(key, "@")
	name := parseName(d.r.input.Own(written))
	if !isAttribute || key == keyType || !isAttributeName(name) || facts.knowsAttribute(name) || len(e.Attributes) == min(fewAttributes, d.limits.MaxMembers-1) {
		return 0, false
	}
	for _, a := range e.Attributes {
		if a.Name == name {
			return 0, false
		}
	}
	text, end, ok := d.text(i)
	if ok {
		e.Attributes = append(e.Attributes, AnyAttribute{Name: name, Value: d.r.input.Own(text)})
	}
	return end, ok
}

// anyItems reads an array of texts and elements.
func (d *objectReader) anyItems(e *AnyElement, facts *fieldFacts, i, depth int) (end int, ok bool) {
	if d.kindAt(i) != '[' || depth+2 >= d.limits.MaxDepth {
		return 0, false
	}
	begin := jsontext.SkipSpace(d.src, i+1)
	for i = begin; ; {
		if i = jsontext.SkipSpace(d.src, i); d.kindAt(i) == ']' {
			return i + 1, true
		}
		if i, ok = d.nextPlace(i, i == begin); !ok {
			return 0, false
		}
		if d.kindAt(i) == '"' {
			i, ok = d.anyText(e, i)
		} else {
			i, ok = d.anyItem(e, facts, i, depth+1)
		}
		if !ok {
			return 0, false
		}
	}
}

// anyItem reads an object that names an element.
func (d *objectReader) anyItem(e *AnyElement, facts *fieldFacts, i, depth int) (end int, ok bool) {
	key, value, ok := d.onlyKey(i)
	child := &AnyElement{Name: parseName(d.r.input.Own(key))}
	if !ok || !isElementName(child.Name) || facts.knowsElement(child.Name) {
		return 0, false
	}
	if end, ok = d.anyValue(child, facts, value, depth); !ok {
		return 0, false
	}
	e.Content = append(e.Content, child)
	return d.endOfOnly(end)
}
