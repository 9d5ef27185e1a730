// This file writes the elements that wildcards let in, where they come among what is written directly.

package codec

import (
	"reflect"
	"unsafe"

	"github.com/mvainnsyn/mvainnsyn/xsd/content"
	"github.com/mvainnsyn/mvainnsyn/xsd/source"
	"github.com/mvainnsyn/mvainnsyn/xsd/xmltext"
)

var anyElementType = reflect.TypeFor[AnyElement]()

// wildWritten is the name of an element that a wildcard let in last. Most often the next one has it too.
type wildWritten struct {
	facts *fieldFacts
	name  Name
	key   wildKey // in JSON
}

// wildKey is where the key of an element stands in the text.
type wildKey struct {
	name       Name
	begin, end int
}

// process says how the element that a wildcard lets in is written directly. It is special where a declaration tells more of it.
func (k *wildWritten) process(q *directPart, e *AnyElement) (content.ProcessContents, outcome) {
	wildcard := q.facts.field.Any
	switch {
	case e.Value == nil && k.facts == q.facts && k.name == e.Name:
		return wildcard.Process, written
	case e.Value != nil || !isElementName(e.Name):
		return 0, special
	case !wildcard.Namespaces.Allows(e.Name.Space):
		return 0, invalid
	case wildcard.Process == content.Strict || q.facts.knowsElement(e.Name):
		return 0, special
	}
	k.facts, k.name = q.facts, e.Name
	return wildcard.Process, written
}

// writeWildcard writes an element that no schema declares, as the value of a part. It returns false, with what it wrote still there, where that is not valid.
func (w *Writer) writeWildcard(q *directPart, e *AnyElement, process content.ProcessContents) bool {
	cur, depth, violations := w.cur, len(w.frames), len(w.violations)
	w.cur = writing{current: current{own: e.Name, element: q.facts.element}, arrived: true}
	w.at = atElement
	if process != content.Skip {
		w.checkSaidType(e.Namespaces, e.Attributes)
	}
	w.writeGeneric(e.Namespaces, e.Attributes, e.Content, process)
	valid := w.err == nil && len(w.violations) == violations
	w.cur, w.at, w.err = cur, atNothing, nil
	w.frames, w.violations = w.frames[:depth], w.violations[:violations]
	return valid
}

// leafText returns the text of an element that has nothing else; it is not ok where it has.
func leafText(e *AnyElement) (text string, ok bool) {
	if len(e.Attributes) > 0 || len(e.Namespaces) > 0 || len(e.Content) > 1 {
		return "", false
	}
	if len(e.Content) == 0 {
		return "", true
	}
	run, ok := e.Content[0].(AnyText)
	return string(run), ok
}

// wildcard appends an element that a wildcard lets in.
func (d *directXML) wildcard(text []byte, q *directPart, p unsafe.Pointer) (all []byte, result outcome) {
	e := anyElementAt(p)
	process, result := d.wild.process(q, e)
	if result != written {
		return text, result
	}
	if text, ok := d.leaf(text, e); ok {
		return text, written
	}
	x := d.w.xml
	x.PutPiece(text, false)
	if !d.w.writeWildcard(q, e, process) || x.Err() != nil {
		return text, invalid
	}
	return x.Buffer(), written
}

// leaf appends an element without a prefix that has nothing but a text. It is not ok, and appends nothing, where it is no such element.
func (d *directXML) leaf(text []byte, e *AnyElement) (all []byte, ok bool) {
	value, ok := leafText(e)
	if !ok || e.Name.Space != d.bare {
		return text, false
	}
	begin, name := len(text), e.Name.Local
	text = append(append(text, '<'), name...)
	if value == "" {
		return append(text, "/>"...), true
	}
	if text, ok = xmltext.AppendText(append(text, '>'), value); !ok {
		return text[:begin], false
	}
	return append(append(append(text, "</"...), name...), '>'), true
}

// wildcard adds the object that names an element that a wildcard lets in.
func (d *directJSON) wildcard(q *directPart, p unsafe.Pointer) outcome {
	e := anyElementAt(p)
	process, result := d.wild.process(q, e)
	if result != written || d.leaf(e) {
		return result
	}
	w := d.w
	j := w.json
	w.json = &w.value
	w.json.Continue(d.text.Buffer)
	w.json.ObjectStart()
	w.json.Key(expandedKey(e.Name))
	valid := w.writeWildcard(q, e, process)
	w.json.ObjectEnd()
	all, err := w.json.Bytes()
	w.json = j
	if !valid || err != nil {
		return invalid
	}
	d.text.Buffer = all
	return written
}

// leaf adds the object of an element that has nothing but a text. It is not ok, and adds nothing, where it is no such element.
func (d *directJSON) leaf(e *AnyElement) (ok bool) {
	value, ok := leafText(e)
	if !ok {
		return false
	}
	begin := len(d.text.Buffer)
	d.text.AddByte('{')
	isKeyed := d.wildKey(e.Name)
	end := len(d.text.Buffer)
	if !isKeyed || !d.text.AddText(value) {
		d.text.Cut(len(d.text.Buffer) - begin)
		return false
	}
	d.text.AddByte('}')
	d.wild.key = wildKey{name: e.Name, begin: begin + len("{"), end: end}
	return true
}

// wildKey adds the key that names an element, which is copied where the element before has it too. It is not ok where some characters must be escaped.
func (d *directJSON) wildKey(name Name) (ok bool) {
	k := &d.wild.key
	if k.end == 0 || !source.Same(k.name.Local, name.Local) || !source.Same(k.name.Space, name.Space) {
		return d.text.AddKey("{", name.Space, "}", name.Local)
	}
	key := d.text.Extend(k.end - k.begin)
	copy(key, d.text.Buffer[k.begin:])
	return true
}
