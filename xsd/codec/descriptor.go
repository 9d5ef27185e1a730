// This file holds the descriptors of complex types: plain data in generated code that drives reading and writing.

package codec

import (
	"reflect"
	"sync"
	"sync/atomic"

	"github.com/mvainnsyn/mvainnsyn/xsd/content"
	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
)

// Unbounded is the value of Field.Max for maxOccurs="unbounded".
const Unbounded = content.Unbounded

// ComplexType describes a complex type definition (XSD 1.0 Part 1, section 3.4) as generated code holds it. It is listed in
// one [Schema] and not changed after that; it is then safe for concurrent use.
type ComplexType struct {
	// Name is the zero Name for an anonymous type.
	Name Name
	// GoName names the Go type; other descriptors of the package refer to the type by it.
	GoName string
	// Base is the type this one is derived from, zero where that is xs:anyType or a simple type; Derivation says how.
	Base       Name
	Derivation Derivation
	// Abstract types have no instances of their own: xsi:type must name a derived type.
	Abstract bool
	// Block lists derivations that xsi:type may not use in place of this type.
	Block Derivation
	// Mixed allows text among the elements.
	Mixed bool
	// Fields are the attributes and the content. Reader.Field and Writer.Value count in them.
	Fields []Field
	// Content is the content model; its leaves are indices into Fields. The zero Node stands for the sequence of all element
	// and wildcard fields in their order, each as often as its Min and Max say.
	Content content.Node
	// Schema is the schema of the package.
	Schema *Schema
	// Sums are the Go fields behind interfaces, outer ones before those inside them.
	Sums []Sum
	// Fill fills in Fields, Content and Sums when they are first needed, where descriptors are made at run time. It is nil in generated code.
	Fill func()

	resolved sync.Once    // Fill, goType, and the simple types of the fields
	goType   reflect.Type // the struct
	plan     atomic.Pointer[plan]
}

// Derivation is a set of ways to derive a type.
type Derivation uint8

// The ways to derive a complex type.
const (
	ByExtension Derivation = 1 << iota
	ByRestriction
)

// FieldKind says what part of a document a field stands for.
type FieldKind uint8

// The kinds of field.
const (
	// ElementField is an element particle.
	ElementField FieldKind = iota
	// AttributeField is an attribute use.
	AttributeField
	// TextField is the text of simple content; it is always there.
	TextField
	// MixedField is a run of text among the elements of mixed content, an item of a Content field.
	MixedField
	// WildcardField is an element that xs:any allows.
	WildcardField
	// AnyAttributeField is an attribute that xs:anyAttribute allows.
	AnyAttributeField
)

// Field is one attribute, element particle, wildcard or text of a complex type.
type Field struct {
	Kind FieldKind
	// Name of the element or attribute.
	Name Name
	// Go is the name of the Go field that holds it, in the struct or in a branch of a sum.
	Go string
	// JSON is the member's name in JSON where it does not follow from Name.
	JSON string
	// Min and Max are how often the Go field holds it: 1 and 1 a value, 0 and 1 a pointer or nil interface, else a slice. In a
	// branch of a choice they count within the branch. Max may be Unbounded.
	Min, Max int
	// Item marks what is held in order in the Content field: a repeated group, or mixed content. JSON writes it to "#content".
	Item bool
	// Type is the Go name of a complex type, "package.Name" where it belongs to another schema; Simple is set instead for a
	// simple type, or SimpleType is its name. None of them is set for xs:anyType.
	Type       string
	Simple     *simple.SimpleType
	SimpleType Name
	// Nillable elements may say xsi:nil; the Go field is a Nillable.
	Nillable bool
	// Abstract elements must be substituted.
	Abstract bool
	// Substitutable marks a reference to a global element that others may stand for; the Go field is a Substitutable.
	Substitutable bool
	// Block lists derivations that xsi:type may not use for this element.
	Block Derivation
	// Constraint is the default or fixed value, nil where there is none.
	Constraint *ValueConstraint
	// Any is set for wildcards.
	Any *content.Wildcard
	// Identity are the identity constraints of the element.
	Identity []Identity
}

// ValueConstraint is a default or fixed value (XSD 1.0 Part 1, sections 3.2.1 and 3.3.1).
type ValueConstraint struct {
	Fixed bool
	Text  string
	// Namespaces resolves prefixes in a value that may be of xs:QName or xs:NOTATION; nil for other types.
	Namespaces simple.Prefixes
}

// isFixed reports whether the element or attribute has a fixed value.
func (f *Field) isFixed() bool { return f.Constraint != nil && f.Constraint.Fixed }

// Default returns the constraint of an element or attribute whose value is text where the document says nothing.
func Default(text string) *ValueConstraint { return &ValueConstraint{Text: text} }

// Fixed returns the constraint of an element or attribute that can have no other value than text.
func Fixed(text string) *ValueConstraint { return &ValueConstraint{Text: text, Fixed: true} }

// Sum is a Go field behind an interface: a choice, or a list of items in the order of the document.
type Sum struct {
	Kind SumKind
	// Go is the name of the field.
	Go string
	// Required says of a choice that one branch must be taken where the choice is reached.
	Required bool
	// Branches are the structs behind the interface.
	Branches []Branch
	// Text is the zero value of the type of text between elements, nil where there is none.
	Text any
}

// SumKind says what a Sum holds.
type SumKind uint8

// The kinds of sum.
const (
	// ChoiceSum is an interface that holds one branch, or nil.
	ChoiceSum SumKind = iota
	// ItemSum is a slice of an interface, each item of which holds a branch or a text.
	ItemSum
)

// Branch is a struct behind an interface.
type Branch struct {
	// Zero is its zero value.
	Zero any
	// Fields lists what it holds, in sums inside it too.
	Fields []int
}

// Sequence, Choice, All and Leaf make content models.

// Sequence is a group whose parts follow one another.
func Sequence(least, most int, parts ...content.Node) content.Node {
	return content.Node{Op: content.SequenceOp, Min: least, Max: most, Children: parts}
}

// Choice is a group of which one part is taken.
func Choice(least, most int, parts ...content.Node) content.Node {
	return content.Node{Op: content.ChoiceOp, Min: least, Max: most, Children: parts}
}

// All is a group whose parts come in any order.
func All(least, most int, parts ...content.Node) content.Node {
	return content.Node{Op: content.AllOp, Min: least, Max: most, Children: parts}
}

// Leaf is the element or wildcard of the field with this index.
func Leaf(field, least, most int) content.Node {
	return content.Node{Op: content.LeafOp, Min: least, Max: most, Leaf: field}
}
