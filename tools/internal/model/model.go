// Package model is the Go view of a schema: every decision about packages, names, types and fields is made here, so that
// package emit decides nothing. Build is a pure function of schema components and configuration.
package model

import (
	"slices"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/config"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/diag"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// Package is one Go package to generate.
type Package struct {
	Name       string // of the package clause
	Alias      string // what other packages of generated code call it: its name, unless that means something else there
	Path       string // import path
	Dir        string // below the output directory, with slashes; empty for the directory itself
	Namespaces []string
	Prefixes   map[string]string // by namespace: the prefix that the first of the schema documents which has one uses for it, if no other namespace of the package has it
	Sources    []string          // file names of the schema documents, without directories
	Doc        []string
	Types      []Type // in document order, an anonymous type after the one it stands in
	Wrappers   []*Wrapper
	Elements   []*Element
	Attributes []*schema.Attribute // global ones
	Notations  []*schema.Notation
	Imports    []string // import paths of the packages whose types and elements it refers to, sorted
	Extras     []config.Extra
}

// Has reports whether the package has code that the configuration asks for.
func (p *Package) Has(extra config.Extra) bool { return slices.Contains(p.Extras, extra) }

// Type is a declared Go type: *Struct, *Simple, *List or *Union.
type Type interface {
	// Base returns what all declared types have in common.
	Base() *Named
	// Component returns the schema's type.
	Component() schema.Type
}

// Named is a Go type with the component it stands for.
type Named struct {
	GoName   string
	Name     schema.Name // zero for an anonymous type
	Path     string      // component path, as in names: of xsdgen.yaml
	Doc      []string
	Position diag.Position
}

// Base returns n.
func (n *Named) Base() *Named { return n }

// Struct stands for a complex type.
type Struct struct {
	Named
	Definition *schema.ComplexType
	Fields     []*Field
	Sums       []*Sum    // the interfaces of its choices and lists, outer ones before those inside them
	Members    []*Member // what a document can hold here, in the order of the runtime's field numbers
	Any        string    // name of the interface of all types derived from this one; empty where there are none
	New        *Constructor
	Getters    []*Getter // in the order of the fields of the types it is derived from, and its own
	Markers    []Marker  // what makes it one of the types such an interface stands for
}

// Constructor is a function that makes a value of all that the schema requires.
type Constructor struct {
	GoName     string
	Path       string
	Parameters []*Parameter
	Fixed      []*Field // that can have one value only
}

// Parameter is a parameter of a constructor.
type Parameter struct {
	GoName string
	Field  *Field
}

// Getter is a method that returns what a type has in common with those derived from it.
type Getter struct {
	GoName string
	Base   *Field // of the type that the others are derived from; its type is that of the result
	Field  *Field // of the type itself; nil for an attribute that it does not have
	Own    bool   // that the interface of the type's own derived types has it
}

// Marker is a method that makes a type one of those that the interface of a base type stands for.
type Marker struct{ Method, Interface string }

// Simple stands for an atomic simple type on a Go basic type or on a struct of the runtime.
type Simple struct {
	Named
	Definition *schema.SimpleType
	BuiltIn    BuiltIn
	Values     []*Value // of an enumeration
}

// List stands for a list type.
type List struct {
	Named
	Definition *schema.SimpleType
	Item       Ref
}

// Union stands for a union type.
type Union struct {
	Named
	Definition *schema.SimpleType
}

// Component returns the schema's type.
func (s *Struct) Component() schema.Type { return s.Definition }

// Component returns the schema's type.
func (s *Simple) Component() schema.Type { return s.Definition }

// Component returns the schema's type.
func (l *List) Component() schema.Type { return l.Definition }

// Component returns the schema's type.
func (u *Union) Component() schema.Type { return u.Definition }

// Value is one value of an enumeration.
type Value struct {
	GoName   string
	Text     string // white space normalised
	Path     string
	Doc      []string
	Position diag.Position
}

// Ref is a Go type as a field names it.
type Ref struct {
	Package string // import path; empty for Go's own types
	Name    string
	// Via is the runtime type through which a Go basic type is read and written; empty for types that do that themselves.
	Via string
	// Interface says that the value is a pointer to one of several types, chosen by xsi:type.
	Interface bool
	// Arg is the type argument of a generic type.
	Arg *Ref
}

// FieldKind is what a field of a struct holds.
type FieldKind uint8

// The kinds of field.
const (
	ElementField FieldKind = iota
	AttributeField
	TextField         // simple content
	MixedField        // text between elements; of members only
	WildcardField     // elements allowed by xs:any
	AnyAttributeField // attributes allowed by xs:anyAttribute
	ChoiceField       // one of several branches; of fields only
	ContentField      // items in document order; of fields only
)

// Field is a field of a struct or of a branch.
type Field struct {
	GoName  string
	Kind    FieldKind
	Name    schema.Name // of elements and attributes
	Path    string
	Type    Ref
	Occurs  Occurrence
	Pointer bool            // a value kept behind a pointer, since the type contains itself
	Default *schema.Default // of an optional field
	// DefaultMethod is the method that answers with the default; empty where there is none.
	DefaultMethod string
	Doc           []string
	Position      diag.Position
	Sum           *Sum      // of ChoiceField and ContentField
	Members       []*Member // that the field holds
}

// Sum is a sealed interface: the branches of a choice, or the items of a list in document order.
type Sum struct {
	GoName   string
	Path     string
	Position diag.Position
	Owner    *Struct
	Field    *Field
	Place    string // Go name that those of its branches begin with
	Branches []*Branch
	Text     string // the type of text between elements, in mixed content; else empty
}

// Branch is one implementation of a Sum.
type Branch struct {
	GoName   string
	Path     string
	Position diag.Position
	Name     schema.Name // of its first element
	Wildcard bool        // begins with a wildcard, which has no name
	Apart    string      // what is special beside a branch of the same name, if there is one
	Fields   []*Field
}

// Member is one thing a document can hold in a complex type, and the way to the field that holds it.
type Member struct {
	Kind     FieldKind
	Index    int // the runtime's field number
	Name     schema.Name
	JSON     string // where it does not follow from Name
	Leaf     int    // in the content model, for elements and wildcards; else -1
	Min      int
	Max      int
	Item     bool // held in order in a ContentField
	Steps    []Step
	Field    *Field
	Element  *schema.Element      // of ElementField
	Use      *schema.AttributeUse // of AttributeField
	Simple   *schema.SimpleType   // of TextField
	Wildcard *schema.Wildcard     // of WildcardField and AnyAttributeField
}

// Step is a choice or list to go through, and the branch to take.
type Step struct {
	Field  *Field
	Branch *Branch
}

// Element stands for a global element declaration.
type Element struct {
	GoName    string
	Component *schema.Element
	Type      Ref
	Heads     []schema.Name // the elements it may stand for
	Path      string
	Doc       []string
	Position  diag.Position
}
