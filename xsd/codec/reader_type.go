// This file deals with xsi:type: which type an element says it is of, and whether that may stand for the declared one
// (XSD 1.0 Part 1, section 3.3.4, cvc-elt.4).

package codec

import (
	"fmt"
	"reflect"

	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
)

// checkType reports why a value of complex type t cannot be what the current element says it is.
func (r *Reader) checkType(t *ComplexType) {
	said := r.cur.typeName
	switch {
	case said.Local == "" && t.Abstract:
		r.refuse("cvc-type.2", "", "type %s is abstract; xsi:type must name a type derived from it", t.GoName)
	case said.Local == "":
		if declared := r.cur.complex; declared != nil && declared != t {
			r.refuse("cvc-elt.4.3", "", "the element is of type %s; the value read into is of type %s", declared.GoName, t.GoName)
		} else if r.cur.isSimple() && len(r.frames) == 0 { // below the root the value is what the declaration says, unless it reads itself
			r.refuse("cvc-elt.4.3", "", "the element is of type %s; the value read into is of type %s", r.cur.field.Simple, t.GoName)
		}
	case said == t.Name:
		if r.cur.complex == t {
			r.noteType(said)
		}
		r.checkDerivation(t, said)
	default:
		entry, known := t.Schema.complexType(said)
		if !known {
			r.unusableType(t.Schema, t.GoName)
			return
		}
		if r.checkDerivation(entry.Descriptor, said) {
			r.refuse("cvc-elt.4.3", said.String(), "the value read into is of type %s; read the document with ReadXML or into a value of the type that xsi:type names", t.GoName)
		}
	}
}

// unusableType reports that xsi:type names no type, or one that is complex where the declared one is simple and the other way round.
func (r *Reader) unusableType(s *Schema, declared any) {
	said := r.cur.typeName
	if _, isComplex := s.complexType(said); isComplex || s.simpleType(said) != nil {
		r.violate("cvc-elt.4.3", said.String(), "type %s is not derived from the declared type %s", said.Local, declared)
		return
	}
	r.violate("cvc-elt.4.2", said.String(), "xsi:type names no type of the schema")
}

// checkDerivation reports whether type t, which xsi:type names, may stand for the declared type.
func (r *Reader) checkDerivation(t *ComplexType, said Name) bool {
	if t.Abstract {
		r.refuse("cvc-type.2", said.String(), "type %s is abstract; xsi:type must name a type derived from it", t.GoName)
		return false
	}
	declared := r.cur.complex
	switch {
	case t == declared:
		return true
	case declared == nil:
		return r.checkSimpleBase(t, said)
	}
	methods, ok := t.Schema.derivation(t, declared)
	if !ok {
		r.violate("cvc-elt.4.3", said.String(), "type %s is not derived from the declared type %s", said.Local, declared.GoName)
		return false
	}
	if methods&(declared.Block|r.cur.field.Block) != 0 {
		r.violate("cvc-elt.4.3", said.String(), "the schema blocks type %s from standing for %s", said.Local, declared.GoName)
		return false
	}
	return true
}

// checkSimpleBase reports whether type t, which xsi:type names, may stand for the declared type where that is a simple one.
func (r *Reader) checkSimpleBase(t *ComplexType, said Name) bool {
	f := r.cur.field
	if !r.cur.isSimple() {
		return r.checkAnyBase(t, said)
	}
	methods, ok := t.Schema.derivationFromSimple(t, f.Simple)
	switch {
	case !ok:
		r.violate("cvc-elt.4.3", said.String(), "type %s is not derived from the declared type %s", said.Local, f.Simple)
	case methods&f.Block != 0:
		r.violate("cvc-elt.4.3", said.String(), "the schema blocks type %s from standing for %s", said.Local, f.Simple)
		return false
	}
	return ok
}

// checkAnyBase reports whether type t, which xsi:type names, may stand for xs:anyType.
func (r *Reader) checkAnyBase(t *ComplexType, said Name) bool {
	f := r.cur.field
	if f == nil || f.Block == 0 || t.Schema.derivationFromAny(t)&f.Block == 0 {
		return true
	}
	r.violate("cvc-elt.4.3", said.String(), "the schema blocks type %s from standing for xs:anyType", said.Local)
	return false
}

// instanceSimpleType returns the type that an element of simple type t says it is of.
func (r *Reader) instanceSimpleType(t *simple.SimpleType) *simple.SimpleType {
	said := r.cur.typeName
	if said.Local == "" {
		return t
	}
	actual := r.cur.schema.simpleType(said)
	switch {
	case actual == nil:
		r.refuseComplex(t)
		return t
	case !simple.DerivedSimple(actual, t):
		r.violate("cvc-elt.4.3", said.String(), "type %s is not derived from the declared type %s", said.Local, t)
		return t
	case actual != t && r.blocksRestriction():
		r.violate("cvc-elt.4.3", said.String(), "the schema blocks type %s from standing for %s", said.Local, t)
		return t
	}
	return actual
}

// complexFor reports whether the current element, which is declared to be of simple type t, says that it is of a complex type that is derived from t, and whether the
// declaration blocks that.
func (r *Reader) complexFor(t *simple.SimpleType) (derived, blocked bool) {
	entry, known := r.cur.schema.complexType(r.cur.typeName)
	if !known || entry.Descriptor.Abstract {
		return false, false
	}
	methods, derived := r.cur.schema.derivationFromSimple(entry.Descriptor, t)
	return derived, r.cur.field != nil && methods&r.cur.field.Block != 0
}

// isComplexForSimple reports whether the current element is declared to be of a simple type, and has a value of a complex type that is derived from it.
func (r *Reader) isComplexForSimple() bool {
	if !r.cur.isSimple() || r.cur.typeName.Local == "" || r.cur.nilled {
		return false
	}
	derived, _ := r.complexFor(r.cur.field.Simple)
	return derived
}

// refuseComplex says why an element of simple type t, whose xsi:type names no simple type, cannot be read.
func (r *Reader) refuseComplex(t *simple.SimpleType) {
	said := r.cur.typeName
	switch derived, blocked := r.complexFor(t); {
	case !derived:
		r.unusableType(r.cur.schema, t)
	case blocked:
		r.violate("cvc-elt.4.3", said.String(), "the schema blocks type %s from standing for %s", said.Local, t)
	default:
		remedy := "judge the document with xsdgen validate or tools/validator"
		if len(r.frames) == 0 { // of a root ReadXML returns a value of the type that is said
			remedy = "read the document with ReadXML"
		}
		r.failOn(&LimitError{
			Position: r.cursor.position(), Message: fmt.Sprintf("xsi:type says that the element is of the complex type %s, which may stand for %s, and the Go type has no room for its attributes", said, t),
			Remedy: remedy,
		})
	}
}

// blocksRestriction reports whether the declaration blocks what simple types are derived by.
func (r *Reader) blocksRestriction() bool {
	return r.cur.field != nil && r.cur.field.Block&ByRestriction != 0
}

// ReadTyped reads an element whose type may be any type derived from the declared one: target is an interface, which is set
// to a pointer to a value of the type that came (xsi:type).
func ReadTyped[T any](r *Reader, target *T) { r.readTyped(reflect.ValueOf(target).Elem()) }

// readTyped is ReadTyped for an interface found by reflection.
func (r *Reader) readTyped(target reflect.Value) {
	if r.err != nil || r.at != atElement && r.at != atRoot {
		return
	}
	v := r.typedValue()
	if v == nil || !reflect.TypeOf(v).AssignableTo(target.Type()) {
		if v != nil {
			r.refuse("cvc-elt.4.3", r.cur.typeName.String(), "the type of the element cannot stand here")
		}
		r.discard()
		return
	}
	target.Set(reflect.ValueOf(v))
	r.Value(v)
}

// typedValue makes a value of the type that the current element is of, nil where that is not possible, which is reported.
func (r *Reader) typedValue() XMLValue {
	r.cursor.lookForType()
	if r.err != nil {
		return nil
	}
	t := r.cur.complex
	if said := r.cur.typeName; said.Local != "" {
		if entry, known := r.cur.schema.complexType(said); known && !entry.Descriptor.Abstract {
			t = entry.Descriptor
		}
	}
	if t == nil {
		r.fail(fmt.Errorf("xsd: element %s is read as if its type could vary, but it has no complex type", r.cur.name()))
		return nil
	}
	if t.Abstract {
		r.checkType(t)
		return nil
	}
	return t.Schema.goType(t.GoName).newValue()
}

// startTracking tells the identity constraints of the element at the reader's position.
func (r *Reader) startTracking() bool {
	return (r.ident.active() || r.cur.identity != nil) && r.track()
}

func (r *Reader) track() bool {
	return r.ident.start(r.cur.nameSymbol(), r.cur.identity, r.cur.field != nil && r.cur.field.Nillable)
}
