// Looking components up by name in a finished set.

package schema

// index finds global components by name.
type index struct {
	elements        map[Name]*Element
	attributes      map[Name]*Attribute
	types           map[Name]Type
	groups          map[Name]*GroupDefinition
	attributeGroups map[Name]*AttributeGroup
	notations       map[Name]*Notation
}

func newIndex() index {
	return index{
		elements: map[Name]*Element{}, attributes: map[Name]*Attribute{}, types: map[Name]Type{},
		groups: map[Name]*GroupDefinition{}, attributeGroups: map[Name]*AttributeGroup{}, notations: map[Name]*Notation{},
	}
}

// Element returns the global element declaration called n, or nil.
func (s *Set) Element(n Name) *Element { return s.index.elements[n] }

// Attribute returns the global attribute declaration called n, the built-in ones such as xsi:type included, or nil.
func (s *Set) Attribute(n Name) *Attribute {
	if n.Space == XSINamespace {
		return builtIns().attributes[n.Local]
	}
	return s.index.attributes[n]
}

// Type returns the global type definition called n, built-in ones included, or nil.
func (s *Set) Type(n Name) Type {
	if n.Space == XSDNamespace {
		if t := BuiltInType(n.Local); t != nil {
			return t
		}
	}
	if t, ok := s.index.types[n]; ok {
		return t
	}
	return nil
}

// Group returns the model group definition called n, or nil.
func (s *Set) Group(n Name) *GroupDefinition { return s.index.groups[n] }

// AttributeGroup returns the attribute group definition called n, or nil.
func (s *Set) AttributeGroup(n Name) *AttributeGroup { return s.index.attributeGroups[n] }

// Notation returns the notation declaration called n, or nil.
func (s *Set) Notation(n Name) *Notation { return s.index.notations[n] }

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

func (*Default) valueConstraint() {}
func (*Fixed) valueConstraint()   {}
