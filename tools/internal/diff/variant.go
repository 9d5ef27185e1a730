// Variants: one of the schemas with one change made or taken back, and the places where it differs from the schema it was made from.

package diff

import (
	"fmt"
	"slices"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/automaton"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/inclusion"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// variant is a schema with one change, and its sites: the components where it differs.
type variant struct {
	set      *schema.Variant
	types    []schema.Type
	elements []*schema.Element
	roots    bool // the roots differ
	differs  map[schema.Component]bool
}

// variant makes the schema of a side with what the change made of it on the other. It is nil where that cannot be: a component of the other side
// cannot be put in alone.
func (j *judge) variant(p proof, at Side) (*variant, error) {
	v := &variant{differs: map[schema.Component]bool{}}
	replace := map[schema.Component]schema.Component{}
	var err error
	switch p := p.(type) {
	case ofSet:
		if p.on != at {
			return nil, nil
		}
		replace[p.component] = nil
		v.removed(p.component)
	case contentOf:
		err = j.contents(v, p, at, replace)
	case ofComplex:
		for _, carrier := range p.carriers() {
			replace[carrier.on(at)] = p.apply(carrier, at)
			v.types = append(v.types, carrier.on(at))
		}
	case ofElement:
		for _, carrier := range p.carriers() {
			replace[carrier.on(at)] = p.apply(carrier, at)
			v.elements = append(v.elements, carrier.on(at))
		}
	case ofSimple:
		j.simpleSites(v, p, at, replace)
	}
	if err != nil {
		return nil, err
	}
	if v.set, err = j.sets[at].With(replace, j.partners[at]); err != nil {
		return nil, err
	}
	v.addRecompiled(j.c.on(at))
	v.mark()
	return v, nil
}

func (v *variant) removed(c schema.Component) {
	switch c := c.(type) {
	case *schema.Element:
		v.roots = true
		v.differs[c] = true
	case schema.Type:
		v.differs[c] = true
	}
}

// mark notes the sites as what is not taken for equal.
func (v *variant) mark() {
	for _, t := range v.types {
		v.differs[t] = true
	}
	for _, e := range v.elements {
		v.differs[e] = true
	}
}

// contents replaces the contents of all types that have the tree of the edits.
func (j *judge) contents(v *variant, p contentOf, at Side, replace map[schema.Component]schema.Component) error {
	flipped := func(e *edit) bool { return slices.Contains(p.edits, e) }
	for _, m := range j.c.models {
		if m.tree == nil || !m.tree.contains(p.tree) {
			continue
		}
		t := *m.on(at)
		mixed := t.Content.(*schema.ElementContent).Mixed
		content, err := schema.CompileContent(rooted(m.tree.root.build(at, flipped)), mixed)
		if err != nil {
			return err
		}
		if a := content.Model.Ambiguities(); len(a) > 0 {
			return fmt.Errorf("the content model is ambiguous: %s", automaton.Describe(content.Model, a[0]))
		}
		t.Content = content
		replace[m.on(at)] = &t
		v.types = append(v.types, m.on(at))
	}
	return nil
}

// rooted is a particle that can be a content model: nothing at all is an empty sequence.
func rooted(p *schema.Particle) *schema.Particle {
	if p == nil {
		return &schema.Particle{Min: 1, Max: 1, Term: &schema.ModelGroup{Compositor: schema.Sequence}}
	}
	return p
}

// simpleSites replaces simple types. The sites are, of each type that has the change, the elements of the type, and one type with an attribute or
// text of it: what it does is the same at all others.
func (j *judge) simpleSites(v *variant, p ofSimple, at Side, replace map[schema.Component]schema.Component) {
	carriers := map[schema.Type]bool{}
	for _, carrier := range p.carriers() {
		replace[carrier.on(at)] = p.apply(carrier, at)
		v.types = append(v.types, carrier.on(at))
		carriers[carrier.on(at)] = true
	}
	for _, heir := range j.heirs(carriers, at) {
		v.types = append(v.types, heir)
		carriers[heir] = true
	}
	for _, t := range j.c.on(at).types {
		if c, ok := t.(*schema.ComplexType); ok && hasText(c, carriers) {
			v.types = append(v.types, c)
		}
	}
}

// heirs are the simple types that are made of those given: derived from them, lists and unions of them.
func (j *judge) heirs(of map[schema.Type]bool, at Side) []schema.Type {
	var all []schema.Type
	known := func(t schema.Type) bool { return of[t] || slices.Contains(all, t) }
	for found := true; found; {
		found = false
		for _, t := range j.c.on(at).types {
			if s, ok := t.(*schema.SimpleType); ok && !known(t) && madeOf(s, known) {
				all, found = append(all, t), true
			}
		}
	}
	return all
}

func madeOf(t *schema.SimpleType, known func(schema.Type) bool) bool {
	switch v := t.Variety.(type) {
	case *schema.List:
		if known(v.Item) {
			return true
		}
	case *schema.Union:
		if slices.ContainsFunc(v.Members, func(m *schema.SimpleType) bool { return known(m) }) {
			return true
		}
	}
	return t.Base != nil && known(t.Base)
}

// hasText reports whether a complex type has an attribute or text of one of the types.
func hasText(t *schema.ComplexType, types map[schema.Type]bool) bool {
	if content, ok := t.Content.(*schema.SimpleContent); ok && types[content.Type] {
		return true
	}
	return slices.ContainsFunc(t.AttributeUses, func(u *schema.AttributeUse) bool { return types[u.Declaration.Type] })
}

// addRecompiled makes sites of the types whose content allows other elements because others may stand for one.
func (v *variant) addRecompiled(s *side) {
	if len(v.set.Recompiled) == 0 {
		return
	}
	for _, t := range s.types {
		c, ok := v.set.Of(t).(*schema.ComplexType)
		if !ok {
			continue
		}
		if content, ok := c.Content.(*schema.ElementContent); ok && slices.Contains(v.set.Recompiled, content) {
			v.types = append(v.types, t)
		}
	}
}

// course says which of a schema and its variant is asked to include the other.
type course uint8

const (
	forwards  course = iota // is the schema included in the variant?
	backwards               // is the variant included in the schema?
)

// included asks at each site, all else being taken for equal. The answer is No with the first witness, else the first that is not Yes.
func (j *judge) included(c *inclusion.Comparer, v *variant, d course) inclusion.Answer {
	same := func(a, b schema.Component) bool {
		if d == backwards {
			a, b = b, a
		}
		return v.set.Of(a) == b && !v.differs[a]
	}
	c = c.Taking(func(a, b schema.Type) bool { return same(a, b) }, func(a, b *schema.Element) bool { return same(a, b) })
	result := inclusion.Answer{Verdict: automaton.Yes}
	for answer := range v.answers(c, d) {
		if answer.Verdict == automaton.No {
			return answer
		}
		if result.Verdict == automaton.Yes {
			result = answer
		}
	}
	return result
}

// answers asks at each site.
func (v *variant) answers(c *inclusion.Comparer, d course) func(yield func(inclusion.Answer) bool) {
	return func(yield func(inclusion.Answer) bool) {
		for _, t := range v.types {
			a, b := t, v.set.Of(t).(schema.Type)
			if d == backwards {
				a, b = b, a
			}
			if !yield(c.Types(a, b)) {
				return
			}
		}
		for _, e := range v.elements {
			a, b := e, v.set.Of(e).(*schema.Element)
			if d == backwards {
				a, b = b, a
			}
			if !yield(c.Elements(a, b)) {
				return
			}
		}
		if v.roots || len(v.types)+len(v.elements) == 0 {
			yield(c.Documents())
		}
	}
}
