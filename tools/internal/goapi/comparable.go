// Which types can be compared with ==, and be keys of maps: a struct that loses this breaks source.

package goapi

import (
	"slices"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/model"
)

// incomparable are the types of the runtime that hold slices.
var incomparable = []string{"AnyElement", "AnyType", "NMTOKENS", "IDREFS", "ENTITIES"}

func (b *builder) comparableFields(fields []*model.Field) bool {
	return !slices.ContainsFunc(fields, func(f *model.Field) bool {
		switch shape(f) {
		case "[]":
			return true
		case "*":
			return false
		}
		return !b.comparableRef(f.Type)
	})
}

func (b *builder) comparableRef(r model.Ref) bool {
	if r.Arg != nil && !b.comparableRef(*r.Arg) {
		return false
	}
	switch {
	case r.Interface || r.Package == "":
		return true
	case r.Package == model.Runtime:
		return !slices.Contains(incomparable, r.Name)
	}
	return b.comparableType(model.Ref{Package: r.Package, Name: r.Name})
}

// comparableType looks a generated type up. Where a struct contains itself, it does so through a pointer, so the provisional answer
// does not matter.
func (b *builder) comparableType(r model.Ref) bool {
	if known, ok := b.comparable[r]; ok {
		return known
	}
	b.comparable[r] = true
	answer := true
	switch t := b.types[r].(type) {
	case *model.List:
		answer = false
	case *model.Struct:
		answer = b.comparableFields(t.Fields)
	}
	b.comparable[r] = answer
	return answer
}
