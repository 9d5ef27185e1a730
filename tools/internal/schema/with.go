// Variants: a schema in which some components are other ones, and everything that refers to them refers to those.

package schema

import (
	"slices"

	"github.com/mvainnsyn/mvainnsyn/xsd"
	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
)

// Variants makes variants of a schema: it knows who refers to whom, so that each costs no more than what refers to the components that it replaces. All other
// components a variant shares with the schema, and it looks them up there. It is for one goroutine.
type Variants struct {
	of     *Set
	users  users
	places map[Component]int // of each global component, among those of its kind
}

// Variants prepares variants of the schema.
func (s *Set) Variants() *Variants {
	m := &Variants{s, usersIn(s), map[Component]int{}}
	for i, e := range s.Elements {
		m.places[e] = i
	}
	for i, a := range s.Attributes {
		m.places[a] = i
	}
	for i, t := range s.Types {
		m.places[t] = i
	}
	return m
}

// With returns a copy of the schema in which components are replaced. Replace maps a component to the changed copy that takes its place; nil takes a
// global component out. A component of another schema that a replacement refers to is taken in with all that it refers to, unless partners maps it to
// one of this schema. A simple type that takes another's place keeps its Runtime, and what is derived from it is derived anew. Named groups
// stay as they are. The constraints on components are not checked: the caller answers for the result.
//
// The error says that a component would be made of itself, as where of two types each is derived from the other in one of the schemas; or it is that of
// compiling a content model again, where who may stand for whom is another question than before.
func (m *Variants) With(replace, partners map[Component]Component) (*Variant, error) {
	s := m.of
	v := &variant{replace: replace, partners: partners, replacing: map[Component]bool{}, constraints: map[*IdentityConstraint]*IdentityConstraint{}, copies: newCopies(), known: m.users}
	for _, c := range replace {
		v.replacing[c] = true
	}
	v.touched = m.users.reach(v.begins())
	at := m.touchedAt(v.touched)
	set := &Set{Documents: s.Documents, Groups: s.Groups, AttributeGroups: s.AttributeGroups, Notations: s.Notations, index: s.index.above()}
	set.Elements = globals(v, s.Elements, at.elements, v.element, set.index.elements, func(e *Element) Name { return e.Name })
	set.Attributes = globals(v, s.Attributes, at.attributes, v.attribute, set.index.attributes, func(a *Attribute) Name { return a.Name })
	set.Types = globals(v, s.Types, at.types, v.typ, set.index.types, Type.TypeName)
	if err := v.circle(); err != nil {
		return nil, err
	}
	recompiled, err := v.substitutions(set)
	return &Variant{Set: set, Recompiled: recompiled, variant: v}, err
}

// places are where global components stand among those of their kind.
type places struct{ elements, attributes, types []int }

// touchedAt are the places of those global components that are among others, in order.
func (m *Variants) touchedAt(touched map[Component]bool) (at places) {
	for c := range touched {
		place, global := m.places[c]
		if !global {
			continue
		}
		switch c.(type) {
		case *Element:
			at.elements = append(at.elements, place)
		case *Attribute:
			at.attributes = append(at.attributes, place)
		case Type:
			at.types = append(at.types, place)
		}
	}
	slices.Sort(at.elements)
	slices.Sort(at.attributes)
	slices.Sort(at.types)
	return at
}

// globals are the global components of one kind in the variant, of which those at the places are copies. It notes in the index which are others than below.
func globals[T interface {
	comparable
	Component
}](v *variant, all []T, places []int, copied func(T) T, index table[T], name func(T) Name) []T {
	if len(places) == 0 {
		return slices.Clip(all)
	}
	result := slices.Clone(all)
	var none T
	for _, i := range places {
		index.own[name(all[i])], result[i] = none, none
		if v.target(all[i]) != nil {
			result[i] = copied(all[i])
		}
	}
	for _, i := range places {
		if result[i] != none {
			index.own[name(result[i])] = result[i]
		}
	}
	return slices.DeleteFunc(result, func(c T) bool { return c == none })
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
	if copied := v.variant.copies.of(c); copied != nil {
		return copied
	}
	return c
}

// copies are the copies of a variant by what refers to them: the component itself, the one whose place it takes, or a partner of that. Since each reference
// is looked up, each kind has its own map.
type copies struct {
	elements   map[*Element]*Element
	attributes map[*Attribute]*Attribute
	uses       map[*AttributeUse]*AttributeUse
	complex    map[*ComplexType]*ComplexType
	simple     map[*SimpleType]*SimpleType
	particles  map[*Particle]*Particle
}

func newCopies() copies {
	return copies{
		elements: map[*Element]*Element{}, attributes: map[*Attribute]*Attribute{}, uses: map[*AttributeUse]*AttributeUse{},
		complex: map[*ComplexType]*ComplexType{}, simple: map[*SimpleType]*SimpleType{}, particles: map[*Particle]*Particle{},
	}
}

// of is the copy for a component, nil where there is none.
func (c *copies) of(component Component) Component {
	switch component := component.(type) {
	case *Element:
		return found(c.elements, component)
	case *Attribute:
		return found(c.attributes, component)
	case *AttributeUse:
		return found(c.uses, component)
	case *ComplexType:
		return found(c.complex, component)
	case *SimpleType:
		return found(c.simple, component)
	}
	return nil
}

// found is the copy in a map as a component, nil where there is none.
func found[T interface {
	comparable
	Component
}](in map[T]T, component T) Component {
	if c, ok := in[component]; ok {
		return c
	}
	return nil
}

// originals maps the copies of elements and types to what they were made of, before others took their places.
func (v *variant) originals() map[Component]Component {
	from := map[Component]Component{}
	add := func(original, c Component) {
		if _, across := v.partners[original]; !across && !v.replacing[original] {
			from[c] = original
		}
	}
	for original, c := range v.copies.elements {
		add(original, c)
	}
	for original, c := range v.copies.complex {
		add(original, c)
	}
	for original, c := range v.copies.simple {
		add(original, c)
	}
	return from
}

// variant is the state of one With.
type variant struct {
	replace     map[Component]Component
	partners    map[Component]Component
	replacing   map[Component]bool // the changed copies
	known       users              // of the schema, which has no others
	touched     map[Component]bool // the components of the schema that refer to what is replaced, and that themselves
	copies      copies
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

// shared reports whether a component is one of the schema and stays as it is.
func (v *variant) shared(c Component) bool {
	_, known := v.known[c]
	return known && !v.touched[c]
}

// begins lists the components of the schema that are replaced, and those that replacements may stand for.
func (v *variant) begins() (all []Component) {
	for c, other := range v.replace {
		all = append(all, c)
		e, ok := other.(*Element)
		for met := 0; ok && e.Head != nil && met <= len(v.known); met++ { // heads may be in a circle, which is found later
			e, ok = v.kept(e.Head).(*Element)
			all = append(all, e)
		}
	}
	return all
}

func (v *variant) element(e *Element) *Element {
	if e == nil || v.shared(e) {
		return e
	}
	if c, ok := v.copies.elements[e]; ok {
		return c
	}
	if other := v.kept(e).(*Element); other != e {
		c := v.element(other)
		v.copies.elements[e] = c
		return c
	}
	c := *e
	v.copies.elements[e] = &c
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
	if v.shared(a) {
		return a
	}
	if c, ok := v.copies.attributes[a]; ok {
		return c
	}
	if other := v.kept(a).(*Attribute); other != a {
		c := v.attribute(other)
		v.copies.attributes[a] = c
		return c
	}
	c := *a
	v.copies.attributes[a] = &c
	c.Type, c.Parent = v.typ(a.Type).(*SimpleType), v.parent(a.Parent)
	return &c
}

func (v *variant) uses(uses []*AttributeUse) []*AttributeUse {
	copies := make([]*AttributeUse, len(uses))
	for i, u := range uses {
		if known, ok := v.copies.uses[u]; ok {
			copies[i] = known
			continue
		}
		declaration := v.attribute(u.Declaration)
		if declaration == u.Declaration {
			copies[i] = u
			continue
		}
		c := *u
		c.Declaration = declaration
		v.copies.uses[u] = &c
		copies[i] = &c
	}
	return copies
}

func (v *variant) typ(t Type) Type {
	if t == nil || v.shared(t) {
		return t
	}
	switch t := t.(type) {
	case *SimpleType:
		if c, ok := v.copies.simple[t]; ok {
			return c
		}
	case *ComplexType:
		if c, ok := v.copies.complex[t]; ok {
			return c
		}
	}
	switch other := v.kept(t).(type) {
	case *SimpleType:
		c := v.simple(other)
		if t, ok := t.(*SimpleType); ok {
			v.copies.simple[t] = c
		}
		return c
	case *ComplexType:
		c := v.complex(other)
		if t, ok := t.(*ComplexType); ok {
			v.copies.complex[t] = c
		}
		return c
	}
	return t
}

func (v *variant) complex(t *ComplexType) *ComplexType {
	if t.BuiltIn || v.shared(t) {
		return t
	}
	if c, ok := v.copies.complex[t]; ok {
		return c
	}
	c := *t
	v.copies.complex[t] = &c
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
	if c, ok := v.copies.particles[p]; ok {
		return c
	}
	c := *p
	v.copies.particles[p] = &c
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
	if t.BuiltIn || v.shared(t) {
		return t
	}
	if c, ok := v.copies.simple[t]; ok {
		return c
	}
	c := *t
	v.copies.simple[t] = &c
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

// substitutions settles anew who may stand for whom, and compiles the content models in which that makes a difference.
func (v *variant) substitutions(set *Set) (recompiled []*ElementContent, err error) {
	before := map[*Element][]Name{}
	for _, e := range v.elements {
		before[e] = namesOf(e.Substitutes)
		e.Substitutes = nil
	}
	for _, e := range set.Elements {
		if _, copied := before[e]; !copied {
			continue // and so is no head of it
		}
		for head := e.Head; head != nil; head = head.Head {
			if !e.Abstract && substitutable(e, head) {
				head.Substitutes = append(head.Substitutes, e)
			}
		}
	}
	changed := func(p *Particle) bool {
		e, ok := p.Term.(*Element)
		names, copied := before[e]
		return ok && copied && !slices.Equal(names, namesOf(e.Substitutes))
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
