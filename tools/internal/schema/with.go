// Variants: a schema in which some components are other ones, and everything that refers to them refers to those.

package schema

import (
	"fmt"
	"slices"

	"github.com/mvainnsyn/mvainnsyn/xsd"
	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
)

// With returns a copy of the schema in which components are replaced. Replace maps a component to the changed copy that takes its place; nil takes a
// global component out. A component of another schema that a replacement refers to is taken in with all that it refers to, unless partners maps it to
// one of this schema. A simple type that takes another's place keeps its Runtime, and what is derived from it is derived anew. Named groups
// stay as they are. The constraints on components are not checked: the caller answers for the result.
//
// The error says that a component would be made of itself, as where of two types each is derived from the other in one of the schemas; or it is that of
// compiling a content model again, where who may stand for whom is another question than before.
func (s *Set) With(replace, partners map[Component]Component) (*Variant, error) {
	v := &variant{replace: replace, partners: partners, replacing: map[Component]bool{}, copies: map[Component]Component{}, particles: map[*Particle]*Particle{}, constraints: map[*IdentityConstraint]*IdentityConstraint{}}
	for _, c := range replace {
		v.replacing[c] = true
	}
	set := &Set{Documents: s.Documents, Groups: s.Groups, AttributeGroups: s.AttributeGroups, Notations: s.Notations, index: newIndex()}
	for _, e := range s.Elements {
		if c := v.target(e); c != nil {
			set.Elements = append(set.Elements, v.element(c.(*Element)))
		}
	}
	for _, a := range s.Attributes {
		if c := v.target(a); c != nil {
			set.Attributes = append(set.Attributes, v.attribute(c.(*Attribute)))
		}
	}
	for _, t := range s.Types {
		if c := v.target(t); c != nil {
			set.Types = append(set.Types, v.typ(c.(Type)))
		}
	}
	set.indexGlobals()
	if err := v.circle(); err != nil {
		return nil, err
	}
	recompiled, err := v.substitutions(set)
	return &Variant{Set: set, Recompiled: recompiled, variant: v}, err
}

// Variant is a schema that With made.
type Variant struct {
	*Set
	// Recompiled are the contents that allow other elements because others may stand for one.
	Recompiled []*ElementContent
	variant    *variant
}

// Of returns what stands in the variant for a component of the schema it was made from, or that component itself where it has no copy.
func (v *Variant) Of(c Component) Component {
	if t := v.variant.target(c); t != nil {
		c = t
	}
	if copied, ok := v.variant.copies[c]; ok {
		return copied
	}
	return c
}

// indexGlobals makes the global components known by name.
func (s *Set) indexGlobals() {
	for _, e := range s.Elements {
		s.index.elements[e.Name] = e
	}
	for _, a := range s.Attributes {
		s.index.attributes[a.Name] = a
	}
	for _, t := range s.Types {
		s.index.types[t.TypeName()] = t
	}
	for _, g := range s.Groups {
		s.index.groups[g.Name] = g
	}
	for _, g := range s.AttributeGroups {
		s.index.attributeGroups[g.Name] = g
	}
	for _, n := range s.Notations {
		s.index.notations[n.Name] = n
	}
}

// variant is the state of one With.
type variant struct {
	replace     map[Component]Component
	partners    map[Component]Component
	replacing   map[Component]bool // the changed copies
	copies      map[Component]Component
	particles   map[*Particle]*Particle
	constraints map[*IdentityConstraint]*IdentityConstraint
	elements    []*Element // all copies
	types       []Type     // all copies
	contents    []*ElementContent
}

// target is what takes the place of c, nil where nothing does.
func (v *variant) target(c Component) Component {
	if partner, ok := v.partners[c]; ok {
		c = partner
	}
	if other, ok := v.replace[c]; ok {
		return other
	}
	return c
}

// kept is target for a reference, which leads to c itself where c was taken out.
func (v *variant) kept(c Component) Component {
	if other := v.target(c); other != nil {
		return other
	}
	return c
}

func (v *variant) element(e *Element) *Element {
	if e == nil {
		return nil
	}
	e = v.kept(e).(*Element)
	if c, ok := v.copies[e]; ok {
		return c.(*Element)
	}
	c := *e
	v.copies[e] = &c
	v.elements = append(v.elements, &c)
	c.Type, c.Head = v.typ(e.Type), v.element(e.Head)
	c.Parent = v.parent(e.Parent)
	c.IdentityConstraints = nil
	for _, k := range e.IdentityConstraints {
		c.IdentityConstraints = append(c.IdentityConstraints, v.constraint(k))
	}
	return &c
}

// parent is the copy of what a component stands in, where that is copied.
func (v *variant) parent(c Component) Component {
	if t, ok := c.(Type); ok {
		return v.typ(t)
	}
	return c
}

func (v *variant) constraint(k *IdentityConstraint) *IdentityConstraint {
	if k == nil {
		return nil
	}
	if c, ok := v.constraints[k]; ok {
		return c
	}
	c := *k
	v.constraints[k] = &c
	c.Refer, c.Element = v.constraint(k.Refer), v.element(k.Element)
	return &c
}

func (v *variant) attribute(a *Attribute) *Attribute {
	a = v.kept(a).(*Attribute)
	if c, ok := v.copies[a]; ok {
		return c.(*Attribute)
	}
	c := *a
	v.copies[a] = &c
	c.Type, c.Parent = v.typ(a.Type).(*SimpleType), v.parent(a.Parent)
	return &c
}

func (v *variant) uses(uses []*AttributeUse) []*AttributeUse {
	copies := make([]*AttributeUse, len(uses))
	for i, u := range uses {
		if known, ok := v.copies[u]; ok {
			copies[i] = known.(*AttributeUse)
			continue
		}
		c := *u
		c.Declaration = v.attribute(u.Declaration)
		v.copies[u] = &c
		copies[i] = &c
	}
	return copies
}

func (v *variant) typ(t Type) Type {
	if t == nil {
		return nil
	}
	switch t := v.kept(t).(type) {
	case *SimpleType:
		return v.simple(t)
	case *ComplexType:
		return v.complex(t)
	}
	return t
}

func (v *variant) complex(t *ComplexType) *ComplexType {
	if t.BuiltIn {
		return t
	}
	if c, ok := v.copies[t]; ok {
		return c.(*ComplexType)
	}
	c := *t
	v.copies[t] = &c
	v.types = append(v.types, &c)
	c.Base, c.Context = v.typ(t.Base), v.context(t.Context)
	c.AttributeUses, c.OwnAttributeUses = v.uses(t.AttributeUses), v.uses(t.OwnAttributeUses)
	c.Content = v.content(t.Content)
	return &c
}

// context is the copy of what an anonymous type stands in.
func (v *variant) context(c Component) Component {
	switch c := c.(type) {
	case *Element:
		return v.element(c)
	case *Attribute:
		return v.attribute(c)
	}
	return v.parent(c)
}

func (v *variant) content(c Content) Content {
	switch c := c.(type) {
	case *SimpleContent:
		return &SimpleContent{Type: v.typ(c.Type).(*SimpleType)}
	case *ElementContent:
		result := &ElementContent{Mixed: c.Mixed, Particle: v.particle(c.Particle), compiled: c.compiled, Leaves: make([]*Particle, len(c.Leaves))}
		for i, leaf := range c.Leaves {
			result.Leaves[i] = v.particle(leaf)
		}
		v.contents = append(v.contents, result)
		return result
	}
	return c
}

func (v *variant) particle(p *Particle) *Particle {
	if c, ok := v.particles[p]; ok {
		return c
	}
	c := *p
	v.particles[p] = &c
	switch term := p.Term.(type) {
	case *Element:
		c.Term = v.element(term)
	case *ModelGroup:
		group := *term
		group.Particles = make([]*Particle, len(term.Particles))
		for i, inner := range term.Particles {
			group.Particles[i] = v.particle(inner)
		}
		c.Term = &group
	}
	return &c
}

func (v *variant) simple(t *SimpleType) *SimpleType {
	if t.BuiltIn {
		return t
	}
	if c, ok := v.copies[t]; ok {
		return c.(*SimpleType)
	}
	c := *t
	v.copies[t] = &c
	v.types = append(v.types, &c)
	c.Base = v.typ(t.Base)
	changed := runtimeChanged(t.Base, c.Base)
	switch variety := t.Variety.(type) {
	case *List:
		item := v.typ(variety.Item).(*SimpleType)
		changed = changed || runtimeChanged(variety.Item, item)
		c.Variety = &List{Item: item}
	case *Union:
		union := &Union{}
		for _, m := range variety.Members {
			member := v.typ(m).(*SimpleType)
			changed = changed || runtimeChanged(m, member)
			union.Members = append(union.Members, member)
		}
		c.Variety = union
	}
	if changed && !v.replacing[t] {
		c.Runtime = c.derived()
	}
	c.Context = v.context(t.Context)
	return &c
}

func runtimeChanged(old, newer Type) bool {
	a, ok := old.(*SimpleType)
	b, also := newer.(*SimpleType)
	return ok && also && a.Runtime != b.Runtime
}

// derived makes the runtime type anew from what the type is derived from.
func (t *SimpleType) derived() *xsd.SimpleType {
	if base, ok := t.Base.(*SimpleType); ok && base != AnySimpleType() {
		return simple.Restrict(t.Name, base.Runtime, runtimeFacets(t.Facets)...)
	}
	switch variety := t.Variety.(type) {
	case *List:
		return simple.ListOf(t.Name, variety.Item.Runtime)
	case *Union:
		members := make([]*xsd.SimpleType, len(variety.Members))
		for i, m := range variety.Members {
			members[i] = m.Runtime
		}
		return simple.UnionOf(t.Name, members...)
	}
	return t.Runtime
}

// circle says which component of the variant is made of itself. Whatever follows bases, members or heads would never come to an end there.
func (v *variant) circle() error {
	done := map[Component]bool{}
	for _, t := range v.types {
		if at := circular(t, map[Component]bool{}, done); at != nil {
			return fmt.Errorf("%s would be derived from itself or be a part of itself", nameOf(at))
		}
	}
	for _, e := range v.elements {
		if at := circular(e, map[Component]bool{}, done); at != nil {
			return fmt.Errorf("%s would stand for itself", nameOf(at))
		}
	}
	return nil
}

// circular is a component in a circle that c leads into, nil where there is none. Open are those on the way to c.
func circular(c Component, open, done map[Component]bool) Component {
	if open[c] {
		return c
	}
	if done[c] {
		return nil
	}
	open[c] = true
	for _, part := range madeOf(c) {
		if at := circular(part, open, done); at != nil {
			return at
		}
	}
	delete(open, c)
	done[c] = true
	return nil
}

// madeOf are the components that a type is derived from or made of, and the head that an element may stand for.
func madeOf(c Component) (parts []Component) {
	switch c := c.(type) {
	case *Element:
		if c.Head != nil {
			parts = append(parts, c.Head)
		}
	case Type:
		if base := c.BaseType(); base != nil {
			parts = append(parts, base)
		}
		simple, _ := c.(*SimpleType)
		if simple == nil {
			break
		}
		switch variety := simple.Variety.(type) {
		case *List:
			parts = append(parts, variety.Item)
		case *Union:
			for _, member := range variety.Members {
				parts = append(parts, member)
			}
		}
	}
	return parts
}

// nameOf is the name of a type or element, for messages.
func nameOf(c Component) string {
	switch c := c.(type) {
	case *Element:
		return "element " + c.Name.String()
	case Type:
		if name := c.TypeName(); name.Local != "" {
			return "type " + name.String()
		}
	}
	return "an anonymous type"
}

// substitutions settles anew who may stand for whom, and compiles the content models in which that makes a difference.
func (v *variant) substitutions(set *Set) (recompiled []*ElementContent, err error) {
	before := map[*Element][]Name{}
	for _, e := range v.elements {
		before[e] = namesOf(e.Substitutes)
		e.Substitutes = nil
	}
	for _, e := range set.Elements {
		for head := e.Head; head != nil; head = head.Head {
			if !e.Abstract && substitutable(e, head) {
				head.Substitutes = append(head.Substitutes, e)
			}
		}
	}
	changed := func(p *Particle) bool {
		e, ok := p.Term.(*Element)
		return ok && !slices.Equal(before[e], namesOf(e.Substitutes))
	}
	for _, c := range v.contents {
		if !slices.ContainsFunc(c.Leaves, changed) {
			continue
		}
		again, err := CompileContent(c.Particle, c.Mixed)
		if err != nil {
			return nil, err
		}
		c.compiled, c.Leaves = again.compiled, again.Leaves
		recompiled = append(recompiled, c)
	}
	return recompiled, nil
}

func namesOf(elements []*Element) []Name {
	names := make([]Name, len(elements))
	for i, e := range elements {
		names[i] = e.Name
	}
	return names
}
