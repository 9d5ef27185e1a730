// Rounds: changes that touch different components are made, or taken back, in one variant of a schema, and judged each at its own components, all
// others being taken for equal.

package diff

import (
	"slices"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/validate"
)

// task is a change to be judged, and what it does to each schema.
type task struct {
	*finding
	edits  [2]*replacement        // by Side
	moves  [2][]schema.Type       // by Side, where the change is expected to show because others may stand for an element
	single [2]*validate.Validator // by the schema of a side with this change alone; nil until asked for
}

// replacement is what one change does to one schema: the components it replaces, and the sites, where that makes a difference to documents.
type replacement struct {
	replace  map[schema.Component]schema.Component
	types    []schema.Type
	elements []*schema.Element
}

func newReplacement() *replacement {
	return &replacement{replace: map[schema.Component]schema.Component{}}
}

// touched lists the components that a change replaces or shows at.
func (t *task) touched() []schema.Component {
	var all []schema.Component
	for _, r := range t.edits {
		for c := range r.replace {
			all = append(all, c)
		}
		for _, c := range r.types {
			all = append(all, c)
		}
		for _, c := range r.elements {
			all = append(all, c)
		}
	}
	return all
}

// round is a set of changes that touch different components.
type round struct {
	tasks   []*task
	touched map[schema.Component]bool
}

// rounds puts findings into as few rounds as the first fit gives. What cannot be made alone is answered at once.
func (j *judge) rounds(findings []*finding) []*round {
	var rounds []*round
	j.kept = 0
	for _, f := range findings {
		t := &task{finding: f}
		if err := j.prepare(t); err != nil {
			f.block(err)
			continue
		}
		touched := t.touched()
		for _, at := range []Side{OldSide, NewSide} {
			t.moves[at] = j.shownAt(t, at)
			for _, shown := range t.moves[at] {
				touched = append(touched, shown)
			}
		}
		i := slices.IndexFunc(rounds, func(r *round) bool {
			return !slices.ContainsFunc(touched, func(c schema.Component) bool { return r.touched[c] })
		})
		if i < 0 {
			i = len(rounds)
			rounds = append(rounds, &round{touched: map[schema.Component]bool{}})
		}
		rounds[i].tasks = append(rounds[i].tasks, t)
		for _, c := range touched {
			rounds[i].touched[c] = true
		}
	}
	return rounds
}

// prepare works out what a change does to both schemas.
func (j *judge) prepare(t *task) error {
	parts := []*finding{t.finding}
	if group, ok := t.proof.(ofGroup); ok {
		parts = group.parts
	}
	for _, at := range []Side{OldSide, NewSide} {
		r := newReplacement()
		t.edits[at] = r
		for _, part := range parts {
			if err := j.prepareOne(r, part.proof, parts, at); err != nil {
				return err
			}
		}
	}
	return nil
}

// prepareOne works out what one of the changes that are made together does to a schema, on top of what those before it do.
func (j *judge) prepareOne(r *replacement, proof proof, together []*finding, at Side) error {
	switch p := proof.(type) {
	case contentOf:
		return j.contents(r, p.tree, together, at)
	case facetsOf:
		j.facets(r, p, together, at)
	case ofComplex:
		r.complex(p, at)
	case ofStanding:
		r.complex(p.ofComplex, at)
		for _, carrier := range p.carriers() {
			r.elements = append(r.elements, j.c.standing(carrier, at)...)
		}
	case ofElement:
		for _, carrier := range p.carriers() {
			site := carrier.on(at)
			r.replace[site] = p.apply(onTop(r, carrier, at), at)
			r.elements = append(r.elements, site)
		}
	}
	return nil
}

func (r *replacement) complex(p ofComplex, at Side) {
	for _, carrier := range p.carriers() {
		site := carrier.on(at)
		r.replace[site] = p.apply(onTop(r, carrier, at), at)
		r.types = append(r.types, site)
	}
}

// onTop is a pair with, on a side, what other changes have made of it.
func onTop[T schema.Component](r *replacement, p pair[T], at Side) pair[T] {
	changed, ok := r.replace[schema.Component(p.on(at))].(T)
	switch {
	case !ok:
	case at == OldSide:
		p.old = changed
	default:
		p.new = changed
	}
	return p
}

// editsOf are the edits of content models among changes.
func editsOf(parts []*finding) map[*edit]bool {
	edits := map[*edit]bool{}
	for _, part := range parts {
		if p, ok := part.proof.(contentOf); ok {
			for _, e := range p.edits {
				edits[e] = true
			}
		}
	}
	return edits
}

// standing lists the elements where a complex type stands, for itself or for a type that it is derived from. How it is derived makes a difference
// there only where something blocks derivations.
func (c *comparer) standing(p pair[*schema.ComplexType], at Side) []*schema.Element {
	if p.old.Abstract == p.new.Abstract && p.old.Block == p.new.Block && c.pairs.sameType(p.old.Base, p.new.Base) && !c.blocks() {
		return nil
	}
	var elements []*schema.Element
	s := c.on(at)
	for t := schema.Type(p.on(at)); t != nil; t = t.BaseType() {
		for _, user := range s.users[t] {
			if e, ok := user.(*schema.Element); ok {
				elements = append(elements, e)
			}
		}
	}
	return elements
}

// blocks reports whether an element or type of either schema blocks derivations.
func (c *comparer) blocks() bool {
	return slices.ContainsFunc([]*side{c.old, c.new}, func(s *side) bool {
		return slices.ContainsFunc(s.elements, func(e *schema.Element) bool { return e.Block != 0 }) ||
			slices.ContainsFunc(s.types, func(t schema.Type) bool { c, ok := t.(*schema.ComplexType); return ok && c.Block != 0 })
	})
}

// contents replaces the contents of all types that have a tree by those with the edits of changes. Whether they are ambiguous is asked later where others than
// before may stand for elements.
func (j *judge) contents(r *replacement, of *tree, together []*finding, at Side) error {
	edits := editsOf(together)
	building := newBuilding(at, func(e *edit) bool { return edits[e] })
	settled := !slices.ContainsFunc(together, func(f *finding) bool { _, is := f.proof.(ofElement); return is })
	for _, m := range j.c.holders(of) {
		t := *onTop(r, pair[*schema.ComplexType]{m.old, m.new}, at).on(at)
		content, err := schema.CompileContent(rooted(building.tree(m.tree)), t.Content.(*schema.ElementContent).Mixed)
		if err != nil {
			return err
		}
		t.Content = j.waiting(content)
		r.replace[m.on(at)] = &t
		r.types = append(r.types, m.on(at))
		if settled {
			if err := unambiguous(content); err != nil {
				return err
			}
		}
	}
	return nil
}

// mostWaiting bounds the elements of the content models that are kept until their round is judged: those of a hundred thousand take some 40 MB.
const mostWaiting = 200_000

// waiting is content that is put aside until its round is judged. Where there is too much of it, its automaton is made again then: most are never asked for.
func (j *judge) waiting(content *schema.ElementContent) *schema.ElementContent {
	j.kept += len(content.Leaves)
	if j.kept > mostWaiting {
		return content.Uncompiled()
	}
	return content
}

// rooted is a particle that can be a content model: nothing at all is an empty sequence.
func rooted(p *schema.Particle) *schema.Particle {
	if p == nil {
		return &schema.Particle{Min: 1, Max: 1, Term: &schema.ModelGroup{Compositor: schema.Sequence}}
	}
	return p
}

// facets replaces simple types; a derived type in which nothing changed stays as it is. The sites are the elements of the types and of what is made of them, and the complex types with an attribute or text of
// such a type.
func (j *judge) facets(r *replacement, p facetsOf, together []*finding, at Side) {
	types := map[schema.Type]bool{}
	for _, carrier := range p.carriers() {
		r.replace[carrier.on(at)] = applied(facetsAt(carrier, p, together), carrier, at)
		types[carrier.on(at)] = true
	}
	if p.of != nil {
		for _, heir := range p.of.heirs {
			if _, replaced := r.replace[heir.on(at)]; !replaced && !types[heir.on(at)] {
				same := *heir.on(at)
				r.replace[heir.on(at)] = &same
			}
		}
	}
	s := j.c.on(at)
	s.addHeirs(types)
	for _, t := range s.types {
		if c, ok := t.(*schema.ComplexType); types[t] || ok && hasText(c, types) {
			r.types = append(r.types, t)
		}
	}
}

// facetsAt are all changes of facets that a pair of simple types has among those made together.
func facetsAt(carrier pair[*schema.SimpleType], p facetsOf, together []*finding) []facetChange {
	if len(together) == 1 {
		return p.changes
	}
	var all []facetChange
	for _, part := range together {
		if other, ok := part.proof.(facetsOf); ok && slices.Contains(other.carriers(), carrier) {
			all = append(all, other.changes...)
		}
	}
	return all
}

// addHeirs adds the simple types that are made of those given: derived from them, lists and unions of them.
func (s *side) addHeirs(types map[schema.Type]bool) {
	for found := true; found; {
		found = false
		for _, t := range s.types {
			if simple, ok := t.(*schema.SimpleType); ok && !types[t] && madeOf(simple, types) {
				types[t], found = true, true
			}
		}
	}
}

func madeOf(t *schema.SimpleType, types map[schema.Type]bool) bool {
	switch v := t.Variety.(type) {
	case *schema.List:
		if types[v.Item] {
			return true
		}
	case *schema.Union:
		if slices.ContainsFunc(v.Members, func(m *schema.SimpleType) bool { return types[m] }) {
			return true
		}
	}
	return t.Base != nil && types[t.Base]
}

// hasText reports whether a complex type has an attribute or text of one of the types.
func hasText(t *schema.ComplexType, types map[schema.Type]bool) bool {
	if content, ok := t.Content.(*schema.SimpleContent); ok && types[content.Type] {
		return true
	}
	return slices.ContainsFunc(t.AttributeUses, func(u *schema.AttributeUse) bool { return types[u.Declaration.Type] })
}
