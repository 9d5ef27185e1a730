// This file finds the components of a schema by their names. Each table is made when it is first asked for: most programs read documents of few types, and
// what a large schema says of all others should not be touched.

package codec

import (
	"sync/atomic"

	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
)

// tables find the components of a schema. Numbers are places in its parts.
type tables struct {
	goTypes      lazily[map[string]int]
	complexTypes lazily[map[Name]int]
	simpleTypes  lazily[map[Name]*simple.SimpleType]
	elements     lazily[map[Name]int]
	attributes   lazily[map[Name]GlobalAttribute]
	declarations lazily[[]atomic.Pointer[declaration]] // of the elements
}

// ownType returns the complex type of a Go name in the schema's own package; the zero entry where there is none.
func (s *Schema) ownType(goName string) TypeEntry {
	numbers := *s.tables.goTypes.get(func() map[string]int {
		made := make(map[string]int, len(s.parts.Types))
		for i := range s.parts.Types {
			made[s.parts.Types[i].Descriptor.GoName] = i
		}
		return made
	})
	if i, ok := numbers[goName]; ok {
		return s.parts.Types[i]
	}
	return TypeEntry{}
}

// complexTypes returns the numbers of the schema's own complex types that have names.
func (s *Schema) complexTypes() map[Name]int {
	return *s.tables.complexTypes.get(func() map[Name]int {
		made := make(map[Name]int, len(s.parts.Types))
		for i := range s.parts.Types {
			if name := s.parts.Types[i].Descriptor.Name; name.Local != "" {
				made[name] = i
			}
		}
		return made
	})
}

// simpleTypes returns the schema's own simple types that have names.
func (s *Schema) simpleTypes() map[Name]*simple.SimpleType {
	return *s.tables.simpleTypes.get(func() map[Name]*simple.SimpleType {
		made := make(map[Name]*simple.SimpleType, len(s.parts.SimpleTypes))
		for _, t := range s.parts.SimpleTypes {
			made[t.Name()] = t
		}
		return made
	})
}

// elements returns the numbers of the schema's own global elements.
func (s *Schema) elements() map[Name]int {
	return *s.tables.elements.get(func() map[Name]int {
		made := make(map[Name]int, len(s.parts.Elements))
		for i, e := range s.parts.Elements {
			made[e.described().Name] = i
		}
		return made
	})
}

// declared returns the declaration of the schema's global element of a number: the same one every time.
func (s *Schema) declared(number int) *declaration {
	all := *s.tables.declarations.get(func() []atomic.Pointer[declaration] {
		return make([]atomic.Pointer[declaration], len(s.parts.Elements))
	})
	if d := all[number].Load(); d != nil {
		return d
	}
	if d := s.parts.Elements[number].declare(s); all[number].CompareAndSwap(nil, d) {
		return d
	}
	return all[number].Load()
}

// attributes returns the schema's own global attributes.
func (s *Schema) attributes() map[Name]GlobalAttribute {
	return *s.tables.attributes.get(func() map[Name]GlobalAttribute {
		made := make(map[Name]GlobalAttribute, len(s.parts.Attributes))
		for _, a := range s.parts.Attributes {
			a.Simple = s.simpleNamed(a.Simple, a.SimpleType)
			made[a.Name] = a
		}
		return made
	})
}

// simpleNamed returns the simple type of a declaration: t, or the one that it names.
func (s *Schema) simpleNamed(t *simple.SimpleType, name Name) *simple.SimpleType {
	if t != nil || name.Local == "" {
		return t
	}
	if name.Space == simple.Namespace {
		return simple.BuiltIn(name.Local)
	}
	return s.importedSimple(name)
}

// importedSimple returns the simple type of a name, own or imported; nil where there is none.
func (s *Schema) importedSimple(name Name) *simple.SimpleType {
	if t := s.simpleTypes()[name]; t != nil {
		return t
	}
	for _, other := range s.parts.Imports {
		if t := other.importedSimple(name); t != nil {
			return t
		}
	}
	return nil
}
