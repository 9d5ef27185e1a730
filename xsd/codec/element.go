// This file holds descriptors of global elements.

package codec

import (
	"sync"

	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
	"github.com/mvainnsyn/mvainnsyn/xsd/source"
	"github.com/mvainnsyn/mvainnsyn/xsd/xmltext"
)

// Element describes a global element (XSD 1.0 Part 1, section 3.3) whose Go type is T: a generated type, a Go basic type,
// a Nillable, or a type of this package. It is listed in one [Schema] and not changed after that.
type Element[T any] struct {
	Name Name
	// Type is the Go name of a complex type; SimpleType is the name of a simple type, or Simple is one. None of them is set for xs:anyType.
	Type       string
	Simple     *simple.SimpleType
	SimpleType Name
	// Nillable elements may say xsi:nil; T is then a Nillable.
	Nillable bool
	// Abstract elements must be substituted.
	Abstract bool
	// Block lists derivations that xsi:type may not use.
	Block Derivation
	// Substitutes lists the elements this one may stand for: its head, the head's head and so on, without those that block it.
	Substitutes []Name
	// Constraint is the default or fixed value, nil where there is none.
	Constraint *ValueConstraint
	// Identity are the identity constraints.
	Identity []Identity
	// Schema is the schema of the package.
	Schema *Schema
}

// GlobalElement is a pointer to an [Element], converted to one to a [StructElement] or a [ValueElement]. Element itself has no methods: the compiler would
// make them, and their types, for each T, which took a fifth of the memory that compiling UBL needs.
type GlobalElement interface {
	// described returns what describes the element, without its Go type.
	described() *StructElement
	// declare makes the declaration.
	declare(*Schema) *declaration
}

// declaration is a global element as the runtime uses it, whatever its Go type.
type declaration struct {
	Field
	schema      *Schema
	substitutes []Name
	newValue    func() XMLValue

	once  sync.Once
	known *element
}

// element is what is known of an element or attribute that comes: its declaration.
type element struct {
	field    *Field       // nil inside what no schema declares
	complex  *ComplexType // declared type, nil for simple types and xs:anyType
	schema   *Schema
	identity *constraintSet // nil where there are none
	symbol   source.Symbol  // of the declared name
	global   bool           // the element can be a root
	spelt    lazily[xmltext.Tag]

	// plainType and plainComplex are the type of an element about which nothing is special: one of them, or none.
	plainType    *simple.SimpleType
	plainComplex *ComplexType
}

// newElement returns what is known of a field or global element whose type is not complex.
func newElement(f *Field, s *Schema) *element {
	return new(element).describe(f, s)
}

func (e *element) describe(f *Field, s *Schema) *element {
	e.field, e.schema, e.identity, e.symbol = f, s, compileIdentity(f.Identity), source.SymbolOf(f.Name)
	return e
}

// tag returns the declared name, ready to be written.
func (e *element) tag() *xmltext.Tag {
	return e.spelt.get(func() xmltext.Tag {
		tag := xmltext.NewTag(e.field.Name, e.schema.prefixOf(e.field.Name.Space))
		if e.global {
			return tag.AsRoot()
		}
		return tag
	})
}

// isConstrained reports whether the element has a default or fixed value.
func (e *element) isConstrained() bool { return e.field != nil && e.field.Constraint != nil }

// undeclared is the element of which nothing is known.
var undeclared = new(element)

// StructElement is an [Element] of a complex type whose T is the struct of that type.
type StructElement Element[struct{}]

func (e *StructElement) described() *StructElement { return e }

func (e *StructElement) declare(s *Schema) *declaration {
	return &declaration{
		Field: Field{
			Name: e.Name, Min: 1, Max: 1, Type: e.Type, Simple: s.simpleNamed(e.Simple, e.SimpleType), Nillable: e.Nillable, Abstract: e.Abstract,
			Block: e.Block, Constraint: e.Constraint, Identity: e.Identity,
		},
		schema:      s,
		substitutes: e.Substitutes,
		newValue:    func() XMLValue { return s.goType(e.Type).newValue() },
	}
}

// ValueElement is an [Element] of any T: of a simple type, nillable, or of a type that others are derived from.
type ValueElement[T any] Element[T]

func (e *ValueElement[T]) described() *StructElement { return (*StructElement)(e) }

func (e *ValueElement[T]) declare(s *Schema) *declaration {
	d := e.described().declare(s)
	d.newValue = newValue[T]
	return d
}

// complexType returns the element's declared complex type, nil for simple types and xs:anyType.
func (d *declaration) complexType() *ComplexType {
	return d.schema.goType(d.Type).Descriptor
}

// element returns the declaration as readers and writers use it.
func (d *declaration) element() *element {
	d.once.Do(func() {
		d.known = newElement(&d.Field, d.schema)
		d.known.complex, d.known.global = d.complexType(), true
	})
	return d.known
}

// elementOf is element where d may have been made for a name that the schema does not declare: the type is then t.
func (d *declaration) elementOf(t *ComplexType) *element {
	if d.newValue == nil {
		e := newElement(&d.Field, d.schema)
		e.complex = t
		return e
	}
	return d.element()
}

// newValue allocates a T as a value that can be read, nil where T is none.
func newValue[T any]() XMLValue { return valueOf(new(T)) }
