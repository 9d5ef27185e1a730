// This file writes documents whose root has nothing special about it, without a frame for the root: of a small document that is a good part.

package codec

import "unsafe"

// plainRoot returns the element that values of the type are the root of where nothing else is asked for, nil where there is none, or several, or something
// must be looked at beside its type.
func (p *plan) plainRoot() *element {
	return *p.root.get(func() *element {
		roots := p.globals()
		if len(roots) != 1 || p.err != nil || p.typ.Abstract {
			return nil
		}
		if e := roots[0].elementOf(p.typ); e.complex == p.typ && e.identity == nil && !e.isConstrained() {
			return e
		}
		return nil
	})
}

// writePlainRoot writes a struct as a document, if nothing of it needs more care. Else it has done nothing.
func (w *Writer) writePlainRoot(p *plan, holder unsafe.Pointer) bool {
	if w.err != nil || w.cur.nilled || w.nameOf != nil || w.given && !w.areUsual() {
		return false
	}
	root, t := p.plainRoot(), p.direct()
	if root == nil || !t.isOpen() {
		return false
	}
	if w.isWritten(t, w.sink.putRoot(root, t, holder)) {
		w.at = atNothing
		return true
	}
	w.at = atRoot
	return false
}

// areUsual reports whether nothing is asked for that changes what is written.
func (o *options) areUsual() bool {
	return o.as.Local == "" && o.notes == nil && o.style == nil
}

func (w xmlSink) putRoot(root *element, t *directType, holder unsafe.Pointer) outcome {
	w.bindRoot(root.field.Name.Space, root.schema, t.plan.typ)
	w.xml.StartTag(root.tag())
	result := w.putStruct(t, holder)
	if result == written {
		w.xml.End()
		return written
	}
	w.xml.Reset(w.xml.Buffer())
	w.beginXML()
	return result
}

func (w jsonSink) putRoot(_ *element, t *directType, holder unsafe.Pointer) outcome {
	d := directJSON{w: w.Writer, text: w.json.Whole()}
	result := d.content(t, holder)
	if result == written {
		d.text.EndObject(0)
		w.json.PutWhole(d.text)
	}
	return result
}
