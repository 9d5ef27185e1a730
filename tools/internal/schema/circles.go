// Circular model groups (Part 1, section 3.8.6, mg-props-correct 2).

package schema

// checkGroupCircles reports groups that contain themselves, and takes the reference that closes the circle out, so that
// everything after this may follow particles without looking back.
func (b *builder) checkGroupCircles() {
	state := map[*ModelGroup]workState{}
	for _, g := range b.order {
		if definition, ok := g.component.(*GroupDefinition); ok {
			b.breakCircles(definition.Group, state)
		}
	}
}

// breakCircles visits all groups below group.
func (b *builder) breakCircles(group *ModelGroup, state map[*ModelGroup]workState) {
	if state[group] == done {
		return
	}
	state[group] = underWay
	var kept []*Particle
	for _, p := range group.Particles {
		if inner, ok := p.Term.(*ModelGroup); ok {
			if state[inner] == underWay {
				b.problems.Addf(p.Position, "mg-props-correct.2", "the group %s contains itself; break the circle", inner.Definition.Name)
				continue
			}
			b.breakCircles(inner, state)
		}
		kept = append(kept, p)
	}
	group.Particles = kept
	state[group] = done
}
