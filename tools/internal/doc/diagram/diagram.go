// Package diagram draws the information model of a schema as classes and what joins them, in the notation of UML and without places: what a
// picture shows, not how. Names are those of the generated code.
package diagram

import (
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// Diagram is the information model, or the part of it that was asked for.
type Diagram struct {
	Title     string
	Namespace string
	Classes   []*Class // by distance from the roots; those of one distance in the order in which the walk finds them
	Links     []Link
	DataTypes []*DataType // used by the classes; empty unless asked for
	Cut       []*Class    // classes that are further away than asked for; they have no rows and links
}

// Class is a complex type, or an element for which others may stand.
type Class struct {
	ID          string // the same from version to version; fit for an address
	Path        string // component path
	Name        string // in Go
	Package     string // of another package than the first; else empty
	Roots       []string
	Notes       []string // in guillemets: root, abstract, mixed, element
	Abstract    bool
	Distance    int
	Rows        []Row
	Hidden      int // rows left out
	Constraints []Constraint
	Doc         []string
	Type        *schema.ComplexType // nil for an element
	Element     *schema.Element     // nil for a type
}

// Row is a simple part of a class.
type Row struct {
	Path   string
	Name   string
	Type   string
	Occurs Occurs
	Mark   string // of the constraint that it is part of
	Class  *Class // of a part that is a class and that no link shows: one further away than asked for, or a part of a class at that distance
	Simple schema.Type
	Doc    []string
}

// Occurs says how often a part comes; Max may be schema.Unbounded.
type Occurs struct{ Min, Max int }

// Constraint is a choice between parts of a class.
type Constraint struct {
	Mark     string // as at the parts, such as "xor 1"
	Occurs   Occurs
	Branches []string // each the names of its parts
}

// Link joins two classes: it is an *Association or a *Generalisation.
type Link interface {
	// Ends are the classes that it joins.
	Ends() (from, to *Class)
}

// Association is a part of From whose values are of the class To.
type Association struct {
	Path     string
	From, To *Class
	Role     string
	Occurs   Occurs
	Mark     string // of the constraint that it is part of
	Doc      []string
}

// Generalisation says that Special is a kind of General, or may stand for it.
type Generalisation struct {
	Path             string
	Special, General *Class
	Label            string
}

// Ends are the owner and the class of the part.
func (a *Association) Ends() (from, to *Class) { return a.From, a.To }

// Ends are the special class and the general one.
func (g *Generalisation) Ends() (from, to *Class) { return g.Special, g.General }

// DataType is a simple type, or a complex one with simple content.
type DataType struct {
	ID     string
	Path   string
	Name   string
	Kind   string // enumeration or data type
	Rows   []DataRow
	Hidden int // rows left out of a long enumeration
	Doc    []string
}

// DataRow is a value of an enumeration, a facet in words, or an attribute; values have component paths.
type DataRow struct{ Text, Path string }

// Options say what to draw.
type Options struct {
	// Root is the name of a global element or type, plain or as {namespace}name; empty for the elements that documents begin with.
	Root string
	// Depth is how far from the roots classes may be; [Automatic] for as far as a readable picture allows.
	Depth int
	// DataTypes says that enumerations and data types are listed.
	DataTypes bool
}

// Automatic is the depth with which a picture has at most [Readable] classes.
const Automatic = -1

// Readable is how many classes a picture of automatic depth has at most, but for those next to the root.
const Readable = 40
