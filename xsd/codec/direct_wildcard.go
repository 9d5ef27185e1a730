// This file writes the elements that wildcards let in, where they come among what is written directly.

package codec

import (
	"reflect"
	"unsafe"

	"github.com/mvainnsyn/mvainnsyn/xsd/content"
	"github.com/mvainnsyn/mvainnsyn/xsd/xmltext"
)

var anyElementType = reflect.TypeFor[AnyElement]()

// process says how the element that a wildcard lets in is written directly. It is special where a declaration tells more of it.
func (q *directPart) process(e *AnyElement) (content.ProcessContents, outcome) {
	wildcard := q.facts.field.Any
	switch {
	case e.Value != nil || !xmltext.IsNCName(e.Name.Local):
		return 0, special
	case !wildcard.Namespaces.Allows(e.Name.Space):
		return 0, invalid
	case wildcard.Process == content.Skip:
		return content.Skip, written
	case wildcard.Process == content.Strict || q.facts.schema.element(e.Name) != nil:
		return 0, special
	}
	return content.Lax, written
}

// writeWildcard writes an element that no schema declares, as the value of a part. It returns false, with what it wrote still there, where that is not valid.
func (w *Writer) writeWildcard(q *directPart, e *AnyElement, process content.ProcessContents) bool {
	cur, depth, violations := w.cur, len(w.frames), len(w.violations)
	w.cur = writing{current: current{own: e.Name, element: q.facts.element}, arrived: true}
	w.at = atElement
	if process != content.Skip {
		w.checkSaidType(e.Attributes)
	}
	w.writeGeneric(e.Namespaces, e.Attributes, e.Content, process)
	valid := w.err == nil && len(w.violations) == violations
	w.cur, w.at, w.err = cur, atNothing, nil
	w.frames, w.violations = w.frames[:depth], w.violations[:violations]
	return valid
}

// wildcard appends an element that a wildcard lets in.
func (d *directXML) wildcard(text []byte, q *directPart, p unsafe.Pointer) (all []byte, result outcome) {
	e := anyElementAt(p)
	process, result := q.process(e)
	if result != written {
		return text, result
	}
	x := d.w.xml
	x.PutPiece(text, false)
	if !d.w.writeWildcard(q, e, process) || x.Err() != nil {
		return text, invalid
	}
	return x.Buffer(), written
}

// wildcard appends the object that names an element that a wildcard lets in.
func (d *directJSON) wildcard(text []byte, q *directPart, p unsafe.Pointer) (all []byte, result outcome) {
	e := anyElementAt(p)
	process, result := q.process(e)
	if result != written {
		return text, result
	}
	w := d.w
	j := w.json
	w.json = &w.value
	w.json.Continue(text)
	w.json.ObjectStart()
	w.json.Key(expandedKey(e.Name))
	valid := w.writeWildcard(q, e, process)
	w.json.ObjectEnd()
	all, err := w.json.Bytes()
	w.json = j
	if !valid || err != nil {
		return text, invalid
	}
	return all, written
}
