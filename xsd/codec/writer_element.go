// This file begins and ends elements: it finds what the root is, and whether a type may stand for the declared one.

package codec

import (
	"fmt"
	"slices"
)

// enterRoot finds the global element to write a value of complex type as.
func (w *Writer) enterRoot(roots []*declaration, t *ComplexType) {
	d := w.rootOf(roots, t)
	if d == nil {
		return
	}
	w.at = atElement
	w.cur.element, w.cur.index = d.elementOf(t), 1
	switch {
	case w.cur.nilled && !d.Nillable:
		w.violate("cvc-elt.3.1", "", "element %s may not be nil", d.Name)
	case w.cur.nilled:
		w.checkNilFixed()
	}
	if d.Abstract {
		w.violate("cvc-elt.2", "", "element %s is abstract; use an element that may stand for it", d.Name)
	}
	w.sink.beginRoot(d, t)
}

// rootOf returns the declaration of the root: the one that the option As names, else the only one of the type. Where the document
// does not have its name, there may be none or several.
func (w *Writer) rootOf(roots []*declaration, t *ComplexType) *declaration {
	as := w.as
	if w.nameOf != nil {
		var err error
		if as, err = w.nameOf(roots, t.goName()); err != nil {
			w.fail(err)
			return nil
		}
	}
	if as.Local != "" {
		return w.rootAs(roots, t, as)
	}
	switch {
	case len(roots) == 1:
		return roots[0]
	case w.sink.namesRoot():
		w.fail(rootError(roots))
		return nil
	}
	name := Name{Local: t.goName()}
	return &declaration{Field: Field{Name: name, Min: 1, Max: 1, Nillable: true}, schema: t.schemaOrNil()}
}

// rootAs returns the declaration for the name that the root is to have. Of those of one name, which several packages of a program
// may have, the one is meant that the document was read by, if that is known, else one that allows the value.
func (w *Writer) rootAs(roots []*declaration, t *ComplexType, as Name) *declaration {
	schema := t.schemaOrNil()
	if schema == nil && w.notes != nil {
		schema = w.notes.schema
	}
	var named *declaration
	for _, d := range roots {
		if d.Name != as || schema != nil && !slices.Contains(schema.family(), d.schema) {
			continue
		}
		if named = d; !d.Abstract && (d.Nillable || !w.cur.nilled) {
			break
		}
	}
	if named != nil {
		return named
	}
	if d := schema.element(as); d != nil && (t != nil || d.complexType() != nil) {
		return d
	}
	return &declaration{Field: Field{Name: as, Min: 1, Max: 1, Nillable: true}, schema: schema}
}

// goName is t.GoName, also where there is no complex type.
func (t *ComplexType) goName() string {
	if t == nil {
		return "value"
	}
	return t.GoName
}

// rootError says which elements a value could be written as.
func rootError(roots []*declaration) error {
	if len(roots) == 0 {
		return fmt.Errorf("xsd: the type has no global element; name the element to write with xsd.As")
	}
	return fmt.Errorf("xsd: the type has %d global elements; name the one to write with xsd.As: expected is %s", len(roots), rootNames(roots))
}

// startElement begins an element of complex type.
func (w *Writer) startElement(f *writeFrame, t *ComplexType) {
	differs := w.cur.saysType || w.cur.complex != t && (w.cur.complex != nil || w.cur.isSimple())
	if differs && t.Name.Local == "" {
		w.violate("cvc-elt.4.2", "", "the type %s has no name that xsi:type could say here", t.GoName)
	}
	w.sink.openElement(f, t, differs)
}

// checkType reports why a value of type t cannot stand for the declared type, and takes the element.
func (w *Writer) checkType(t *ComplexType) {
	declared := w.cur.complex
	if w.cur.nilled && declared == nil {
		w.checkNilDeclared()
	}
	switch {
	case t.Abstract:
		w.violate("cvc-type.2", "", "type %s is abstract; write a type derived from it", t.GoName)
	case declared == t || t.Schema == nil:
	case w.cur.isSimple():
		w.checkKnown(t)
		w.checkSimpleBase(t, w.cur.field)
	case declared == nil:
		w.checkKnown(t)
		if f := w.cur.field; f != nil && f.Block != 0 && t.Schema.derivationFromAny(t)&f.Block != 0 {
			w.violate("cvc-elt.4.3", "", "the schema blocks type %s from standing for xs:anyType", t.GoName)
		}
	default:
		methods, ok := t.Schema.derivation(t, declared)
		switch {
		case !ok:
			w.violate("cvc-elt.4.3", "", "type %s is not derived from the declared type %s", t.GoName, declared.GoName)
		case methods&(declared.Block|w.cur.field.Block) != 0:
			w.violate("cvc-elt.4.3", "", "the schema blocks type %s from standing for %s", t.GoName, declared.GoName)
		}
	}
}

// checkSimpleBase reports why a value of complex type t cannot stand for the declared type, which is a simple one.
func (w *Writer) checkSimpleBase(t *ComplexType, f *Field) {
	methods, ok := t.Schema.derivationFromSimple(t, f.Simple)
	switch {
	case !ok:
		w.violate("cvc-elt.4.3", "", "type %s is not derived from the declared type %s", t.GoName, f.Simple)
	case methods&f.Block != 0:
		w.violate("cvc-elt.4.3", "", "the schema blocks type %s from standing for %s", t.GoName, f.Simple)
	}
}

// isSimple reports whether the declared type is a simple one.
func (e *element) isSimple() bool { return e.field != nil && e.field.Simple != nil }

// emptyNil writes a nil element of which nothing else is known.
func (w *Writer) emptyNil() error {
	w.stand()
	if !w.cur.nilled {
		return w.missing()
	}
	return w.emptyElement()
}

// emptyElement writes an element without content in place of a value.
func (w *Writer) emptyElement() error {
	if w.err != nil {
		return w.err
	}
	w.arrive()
	w.cur.tracked = w.at == atElement && w.startTracking()
	w.sink.putEmpty()
	w.leaveSimple()
	return w.err
}
