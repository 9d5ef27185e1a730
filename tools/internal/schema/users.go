// Users: who refers to a component of a schema, from all that refers to it directly.

package schema

// users are the components of a schema, each with those that refer to it. A component refers to what it is derived from or made of, to what it stands in and to
// what stands in it, and to what it may stand for; heads refer to the elements that name them.
type users map[Component][]Component

// usersIn finds the components of a schema.
func usersIn(s *Set) users {
	u := users{}
	for _, e := range s.Elements {
		u.add(e)
		if e.Head != nil {
			u.note(e.Head, e)
			u[e] = append(u[e], e.Head)
		}
	}
	for _, a := range s.Attributes {
		u.add(a)
	}
	for _, t := range s.Types {
		u.add(t)
	}
	return u
}

// reach is what refers to any of the components, directly or not, and those themselves.
func (u users) reach(from []Component) map[Component]bool {
	reached := map[Component]bool{}
	open := from
	for len(open) > 0 {
		c := open[len(open)-1]
		open = open[:len(open)-1]
		if !reached[c] {
			reached[c] = true
			open = append(open, u[c]...)
		}
	}
	return reached
}

// add notes to what a component refers, and adds that.
func (u users) add(c Component) {
	if _, met := u[c]; met || isGiven(c) {
		return
	}
	u[c] = nil
	for _, to := range refersTo(c) {
		u.note(to, c)
	}
}

// note adds a component and one that refers to it.
func (u users) note(c, user Component) {
	u.add(c)
	if !isGiven(c) {
		u[c] = append(u[c], user)
	}
}

// isGiven reports whether a component is built in: no variant replaces those.
func isGiven(c Component) bool {
	switch t := c.(type) {
	case *SimpleType:
		return t.BuiltIn
	case *ComplexType:
		return t.BuiltIn
	}
	return false
}

// refersTo lists what a component refers to.
func refersTo(c Component) (to []Component) {
	switch c := c.(type) {
	case *Element:
		to = append(standingIn(c.Parent), c.Type)
		for _, k := range c.IdentityConstraints {
			if k.Refer != nil && k.Refer.Element != nil {
				to = append(to, k.Refer.Element)
			}
		}
	case *Attribute:
		to = append(standingIn(c.Parent), c.Type)
	case *SimpleType:
		to = append(standingIn(c.Context), madeOf(c)...)
	case *ComplexType:
		to = append(standingIn(c.Context), madeOf(c)...)
		for _, uses := range [][]*AttributeUse{c.AttributeUses, c.OwnAttributeUses} {
			for _, use := range uses {
				to = append(to, use.Declaration)
			}
		}
		to = append(to, inContent(c.Content)...)
	}
	return to
}

// standingIn is what a component stands in, where that is one that refers to others.
func standingIn(c Component) []Component {
	switch c.(type) {
	case *Element, *Attribute, *SimpleType, *ComplexType:
		return []Component{c}
	}
	return nil
}

// inContent lists what a content refers to.
func inContent(c Content) (to []Component) {
	switch c := c.(type) {
	case *SimpleContent:
		to = append(to, c.Type)
	case *ElementContent:
		to = inParticle(c.Particle, to)
		for _, leaf := range c.Leaves {
			to = inParticle(leaf, to)
		}
	}
	return to
}

func inParticle(p *Particle, to []Component) []Component {
	switch term := p.Term.(type) {
	case *Element:
		to = append(to, term)
	case *ModelGroup:
		for _, inner := range term.Particles {
			to = inParticle(inner, to)
		}
	}
	return to
}
