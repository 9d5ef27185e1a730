// Looking components up by name in a finished set.

package schema

// index finds global components by name.
type index struct {
	elements        table[*Element]
	attributes      table[*Attribute]
	types           table[Type]
	groups          table[*GroupDefinition]
	attributeGroups table[*AttributeGroup]
	notations       table[*Notation]
}

func newIndex() index {
	return index{
		elements: newTable[*Element](nil), attributes: newTable[*Attribute](nil), types: newTable[Type](nil),
		groups: newTable[*GroupDefinition](nil), attributeGroups: newTable[*AttributeGroup](nil), notations: newTable[*Notation](nil),
	}
}

// above is the index of a variant, in which only what differs is noted.
func (x *index) above() index {
	return index{
		elements: newTable(&x.elements), attributes: newTable(&x.attributes), types: newTable(&x.types),
		groups: x.groups, attributeGroups: x.attributeGroups, notations: x.notations,
	}
}

// table is the components of one kind by name: its own, nil for one that is not there, and below them those of a schema that this is a variant of.
type table[T any] struct {
	own   map[Name]T
	below *table[T]
}

func newTable[T any](below *table[T]) table[T] { return table[T]{map[Name]T{}, below} }

// find returns the component of a name, or nil.
func (t *table[T]) find(n Name) T {
	for ; t.below != nil; t = t.below {
		if c, ok := t.own[n]; ok {
			return c
		}
	}
	return t.own[n]
}

// Element returns the global element declaration called n, or nil.
func (s *Set) Element(n Name) *Element { return s.index.elements.find(n) }

// Attribute returns the global attribute declaration called n, the built-in ones such as xsi:type included, or nil.
func (s *Set) Attribute(n Name) *Attribute {
	if n.Space == XSINamespace {
		return builtIns().attributes[n.Local]
	}
	return s.index.attributes.find(n)
}

// Type returns the global type definition called n, built-in ones included, or nil.
func (s *Set) Type(n Name) Type {
	if n.Space == XSDNamespace {
		if t := BuiltInType(n.Local); t != nil {
			return t
		}
	}
	return s.index.types.find(n)
}

// Group returns the model group definition called n, or nil.
func (s *Set) Group(n Name) *GroupDefinition { return s.index.groups.find(n) }

// AttributeGroup returns the attribute group definition called n, or nil.
func (s *Set) AttributeGroup(n Name) *AttributeGroup { return s.index.attributeGroups.find(n) }

// Notation returns the notation declaration called n, or nil.
func (s *Set) Notation(n Name) *Notation { return s.index.notations.find(n) }

// The methods that make the components sum types.

// TypeName returns the name, the zero Name for an anonymous type.
func (t *SimpleType) TypeName() Name { return t.Name }

// BaseType returns the base type definition.
func (t *SimpleType) BaseType() Type { return t.Base }

func (*SimpleType) typeDefinition() {}

// TypeName returns the name, the zero Name for an anonymous type.
func (t *ComplexType) TypeName() Name { return t.Name }

// BaseType returns the base type definition, nil for xs:anyType.
func (t *ComplexType) BaseType() Type { return t.Base }

func (*ComplexType) typeDefinition() {}

func (*Atomic) variety() {}
func (*List) variety()   {}
func (*Union) variety()  {}

func (EmptyContent) content()    {}
func (*SimpleContent) content()  {}
func (*ElementContent) content() {}

func (*Element) term()    {}
func (*ModelGroup) term() {}
func (*Wildcard) term()   {}
