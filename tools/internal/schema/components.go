// Package schema holds the resolved, immutable components of XSD 1.0 (Part 1, section 3) and builds them from loaded
// documents. It knows nothing of Go code: names, kinds and rules are the standard's.
package schema

import (
	"slices"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/diag"
	"github.com/mvainnsyn/mvainnsyn/xsd"
	"github.com/mvainnsyn/mvainnsyn/xsd/content"
)

// Name is an expanded name; Space is empty for a name in no namespace.
type Name = xsd.Name

// Unbounded is the value of Particle.Max for maxOccurs="unbounded".
const Unbounded = content.Unbounded

// Annotation is what a schema's author wrote for readers: the text of xs:documentation (one entry each, white space as
// written), the raw text of xs:appinfo, and attributes from other namespaces.
type Annotation struct {
	Documentation []string
	AppInfo       []string
	Foreign       []ForeignAttribute
}

// ForeignAttribute is an attribute from a namespace other than XSD's.
type ForeignAttribute struct {
	Name  Name
	Value string
}

// Origin says where a component stands and what its author said of it. Every component embeds it.
type Origin struct {
	Position   diag.Position
	Annotation Annotation
}

// Set is a schema in the sense of Part 1, section 2.2: all components reachable from the documents given. Slices are in
// document order, the first document first. Nothing in it may be changed after Build.
type Set struct {
	Documents       []DocumentInfo
	Elements        []*Element // global ones
	Attributes      []*Attribute
	Types           []Type // global ones, built-in ones aside
	Groups          []*GroupDefinition
	AttributeGroups []*AttributeGroup
	Notations       []*Notation
	Warnings        diag.Problems // what is correct and yet hardly meant: paths that match nothing, documents not read

	index index
}

// DocumentInfo is one schema document of a set, the given ones first.
type DocumentInfo struct {
	File            string
	TargetNamespace string
	Version         string
	Annotation      Annotation
	Prefixes        map[string]string // namespaces by prefix, as the root element binds them; not to be changed
	Imports         []string          // namespaces that it imports
}

// Type is a type definition: *SimpleType or *ComplexType.
type Type interface {
	// TypeName is the zero Name for an anonymous type.
	TypeName() Name
	// BaseType is nil for xs:anyType only.
	BaseType() Type
	Source() *Origin
	typeDefinition()
}

// Derivation is a way of making one thing of another, for derivation, block and final.
type Derivation uint8

// The derivations, as a bit set in DerivationSet.
const (
	Extension Derivation = 1 << iota
	Restriction
	Substitution
	ByList
	ByUnion
)

// DerivationSet is a set of derivations.
type DerivationSet uint8

// Has reports whether d is in the set.
func (s DerivationSet) Has(d Derivation) bool { return s&DerivationSet(d) != 0 }

// SimpleType is a simple type definition (Part 1, section 3.14).
type SimpleType struct {
	Origin
	Name    Name
	Context Component // the element, attribute or type an anonymous type stands in; nil for a global one
	Base    Type      // *SimpleType; for xs:anySimpleType it is xs:anyType
	Final   DerivationSet
	Variety Variety
	Facets  []Facet         // as written in this step, in document order
	Runtime *xsd.SimpleType // effective over the derivation chain: white space, facets, value space
	BuiltIn bool
}

// Variety is *Atomic, *List or *Union; nil for xs:anySimpleType.
type Variety interface{ variety() }

// Atomic is the variety of types with one value; Primitive is the built-in primitive type (Part 2, section 3.2).
type Atomic struct{ Primitive *SimpleType }

// List is the variety of white space separated lists.
type List struct{ Item *SimpleType }

// Union is the variety of types whose values are those of its members, the first that matches.
type Union struct{ Members []*SimpleType }

// Facet is one constraining facet as written.
type Facet struct {
	Origin
	Kind       xsd.FacetKind
	Value      string
	Fixed      bool
	Namespaces map[string]string // resolves prefixes in an enumeration value of xs:QName or xs:NOTATION; else nil
}

// ComplexType is a complex type definition (Part 1, section 3.4).
type ComplexType struct {
	Origin
	Name             Name
	Context          Component // the element an anonymous type stands in; nil for a global one
	Base             Type
	Derivation       Derivation // Extension or Restriction
	Abstract         bool
	Block, Final     DerivationSet
	AttributeUses    []*AttributeUse // effective, inherited ones first
	AnyAttribute     *Wildcard       // effective; nil where there is none
	Content          Content
	BuiltIn          bool // xs:anyType
	Prohibited       []Name
	OwnAttributeUses []*AttributeUse // those written in this step
}

// Content is the content type of a complex type: EmptyContent, *SimpleContent or *ElementContent.
type Content interface{ content() }

// EmptyContent allows neither elements nor text.
type EmptyContent struct{}

// SimpleContent is text of a simple type.
type SimpleContent struct{ Type *SimpleType }

// ElementContent is elements, and text among them where Mixed. Particle is never nil; an empty mixed content has a
// sequence without particles.
type ElementContent struct {
	Mixed    bool
	Particle *Particle
	Leaves   []*Particle // in order of appearance: Leaves[i] is the particle of the model's leaf i, its Term is *Element or *Wildcard
	compiled *compiled
}

// Particle is a term with occurrence bounds (Part 1, section 3.9). Max may be Unbounded.
type Particle struct {
	Origin
	Min, Max int
	Term     Term
}

// Term is *Element, *ModelGroup or *Wildcard.
type Term interface{ term() }

// Compositor is sequence, choice or all.
type Compositor uint8

// The compositors.
const (
	Sequence Compositor = iota
	Choice
	All
)

// ModelGroup is a list of particles (Part 1, section 3.8). Definition is the named group it was referred to by, else nil.
type ModelGroup struct {
	Origin
	Compositor Compositor
	Particles  []*Particle
	Definition *GroupDefinition
}

// GroupDefinition is a named model group (Part 1, section 3.7).
type GroupDefinition struct {
	Origin
	Name  Name
	Group *ModelGroup
}

// Element is an element declaration (Part 1, section 3.3). A reference to a global element is a Particle whose Term is that
// global element itself.
type Element struct {
	Origin
	Name                Name
	Global              bool
	Parent              Component // the complex type or named group a local one stands in
	Type                Type
	Nillable            bool
	Abstract            bool
	Constraint          ValueConstraint // nil where neither default nor fixed
	Head                *Element        // substitution group affiliation, or nil
	Substitutes         []*Element      // all elements that may stand for this one, itself not among them, transitively, blocked and abstract ones left out
	Block, Final        DerivationSet
	IdentityConstraints []*IdentityConstraint
}

// ValueConstraint is Default or Fixed. Value returns the value as written, and what resolves prefixes in it.
type ValueConstraint interface {
	Value() (text string, ns xsd.Prefixes)
}

// Default is a default value as written; Namespaces resolves prefixes in it, nil where its type has none.
type Default struct {
	Text       string
	Namespaces map[string]string
}

// Fixed is a fixed value as written; Namespaces resolves prefixes in it, nil where its type has none.
type Fixed struct {
	Text       string
	Namespaces map[string]string
}

// Value returns the value as written, and what resolves prefixes in it.
func (c *Default) Value() (text string, ns xsd.Prefixes) { return c.Text, c.Namespaces }

// Value returns the value as written, and what resolves prefixes in it.
func (c *Fixed) Value() (text string, ns xsd.Prefixes) { return c.Text, c.Namespaces }

// Attribute is an attribute declaration (Part 1, section 3.2).
type Attribute struct {
	Origin
	Name       Name
	Global     bool
	Parent     Component
	Type       *SimpleType
	Constraint ValueConstraint
}

// AttributeUse is an attribute in a complex type (Part 1, section 3.5). Constraint is the use's own: see
// [AttributeUse.EffectiveConstraint].
type AttributeUse struct {
	Origin
	Required    bool
	Declaration *Attribute
	Constraint  ValueConstraint
}

// AttributeGroup is a named attribute group (Part 1, section 3.6), its own references resolved.
type AttributeGroup struct {
	Origin
	Name         Name
	Uses         []*AttributeUse
	AnyAttribute *Wildcard
}

// Wildcard is xs:any or xs:anyAttribute (Part 1, section 3.10).
type Wildcard struct {
	Origin
	Namespaces content.NamespaceConstraint
	Process    content.ProcessContents
}

// IdentityConstraint is unique, key or keyref (Part 1, section 3.11).
type IdentityConstraint struct {
	Origin
	Kind     IdentityKind
	Name     Name
	Selector *XPath
	Fields   []*XPath
	Refer    *IdentityConstraint // of a keyref
	Element  *Element            // the declaration it stands in
	// SelectsNothing says that no document has an element that the selector leads to, so that the constraint holds in all.
	SelectsNothing bool
}

// Selecting returns the identity constraints that select something in some document. The others hold in all: a keyref whose key is not among them
// finds no key, as it would if it were.
func (e *Element) Selecting() []*IdentityConstraint {
	return slices.DeleteFunc(slices.Clone(e.IdentityConstraints), func(c *IdentityConstraint) bool { return c.SelectsNothing })
}

// IdentityKind is unique, key or keyref.
type IdentityKind uint8

// The kinds of identity constraint.
const (
	Unique IdentityKind = iota
	Key
	KeyRef
)

// Notation is a notation declaration (Part 1, section 3.12).
type Notation struct {
	Origin
	Name           Name
	Public, System string
}

// Component is any of the components above that can contain others or be referred to.
type Component interface{ Source() *Origin }

// Source returns the origin of the component.
func (o *Origin) Source() *Origin { return o }
