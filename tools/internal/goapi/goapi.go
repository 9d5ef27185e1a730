// Package goapi compares what two versions of generated packages export: does source written against the old ones compile against the new, and
// where it does, does it still mean the same? It works on the model, before anything is emitted; golang.org/x/exp/apidiff on the emitted packages is
// the judge in its tests.
package goapi

import (
	"slices"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/diag"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/model"
)

// Effect is what a difference does to source written against the old packages.
type Effect uint8

// The effects, the worst last.
const (
	Adds    Effect = iota // it compiles and means the same; there is more to use
	Differs               // it compiles and means something else
	Breaks                // some of it does not compile
)

// String returns the word that messages use.
func (e Effect) String() string { return [...]string{"adds", "differs", "breaks"}[e] }

// The kinds of difference: rule IDs of the table of changes.
const (
	PackageAdded       = "go-package-added"
	PackageRemoved     = "go-package-removed"
	TypeAdded          = "go-type-added"
	TypeRemoved        = "go-type-removed"
	KindChanged        = "go-kind-changed"
	BranchAdded        = "go-branch-added"
	BranchRemoved      = "go-branch-removed"
	ComparabilityLost  = "go-comparability-lost"
	FieldAdded         = "go-field-added"
	RequiredFieldAdded = "go-required-field-new"
	FieldRemoved       = "go-field-removed"
	FieldTypeChanged   = "go-field-type-changed"
	FieldShapeChanged  = "go-field-shape-changed"
	FieldNameChanged   = "go-tag-only-changed"
	MethodAdded        = "go-method-added"
	MethodRemoved      = "go-method-removed"
	DefaultChanged     = "go-default-changed"
	ConstantAdded      = "go-constant-added"
	ConstantRemoved    = "go-constant-removed"
	ConstantChanged    = "go-constant-text-changed"
	VariableTypeChange = "go-variable-type-changed"
	ConstructorAdded   = "go-constructor-added"
	ConstructorRemoved = "go-constructor-removed"
	ConstructorChanged = "go-constructor-changed"
)

// Difference is one difference between two exported declarations.
type Difference struct {
	Rule   string
	Effect Effect
	// Path is the component path that the declaration stands for, in the old schema where it is there.
	Path string
	// Name is the Go name, such as Skattepliktig.Organisasjonsnummer, below the package's directory where that is not the output directory itself.
	Name string
	// Old and New spell the declaration; empty where there is none.
	Old, New                 string
	OldPosition, NewPosition diag.Position
	Message                  string
	// Gone names the difference that this one follows from: that of a type or package which is gone, and which the old declaration speaks of.
	Gone string
	// Values are what was written before and is after, where the difference is one of values.
	Values []string
	// Namespaces are those of a package that is gone.
	Namespaces []string

	uses []string
}

// Compare lists the differences between two versions of the packages of a schema set, sorted by name. Packages are paired by directory below the
// output directory: import paths differ from version to version.
func Compare(before, after []*model.Package) []Difference {
	oldFaces, newFaces := faces(before), faces(after)
	c := &comparison{}
	for _, dir := range names(oldFaces, newFaces) {
		c.dir = dir
		switch o, n := oldFaces[dir], newFaces[dir]; {
		case n == nil:
			c.add(PackageRemoved, Breaks, removed(o.declaration), "package %s is gone", o.Name)
			c.found[len(c.found)-1].Namespaces = o.namespaces
		case o == nil:
			c.add(PackageAdded, Adds, added(n.declaration), "package %s is new", n.Name)
		default:
			c.types(o.types, n.types)
			c.values(o.values, n.values)
			c.constructors(o.constructors, n.constructors)
		}
	}
	c.findGone()
	slices.SortStableFunc(c.found, func(a, b Difference) int {
		if order := strings.Compare(a.Name, b.Name); order != 0 {
			return order
		}
		return strings.Compare(a.Rule, b.Rule)
	})
	return c.found
}
