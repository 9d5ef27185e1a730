// This file makes structs one at a time, for judging documents without generated code.

package model

import (
	"strconv"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// Structs makes the structs of complex types when they are asked for. What is decided about one of them depends on no other, but for Go names, which
// may clash here. So a schema costs nothing but for the types that a document has: a type lists what it inherits, and a chain of extensions whose
// types are all made grows with the square of its length.
//
// It is not safe for concurrent use.
type Structs struct {
	b     *builder
	taken map[string]bool // names that types have
}

// NewStructs finds the types of a schema, and makes no struct yet.
func NewStructs(set *schema.Set) *Structs {
	const everywhere = "judged"
	config := Config{Package: everywhere, ImportPath: everywhere, Namespaces: map[string]string{"*": everywhere}}
	b := newBuilder(set, config, plainLayout(set, config), nil)
	b.collectAll()
	return &Structs{b: b, taken: map[string]bool{}}
}

// ComplexTypes lists the complex types of the schema, anonymous ones too and built-in ones left out.
func (s *Structs) ComplexTypes() []*schema.ComplexType {
	var types []*schema.ComplexType
	for _, t := range s.b.types {
		if c, ok := t.(*schema.ComplexType); ok {
			types = append(types, c)
		}
	}
	return types
}

// Name returns a name for a type that no other one has been given, as a Go name where none clash.
func (s *Structs) Name(t *schema.ComplexType) string {
	proposed := s.b.namer.typeName(t)
	name := proposed
	for i := 2; s.taken[name]; i++ {
		name = proposed + "#" + strconv.Itoa(i)
	}
	s.taken[name] = true
	return name
}

// Of makes the struct of a type.
func (s *Structs) Of(t *schema.ComplexType) *Struct {
	s.b.shape(t)
	return s.b.complex(t)
}
