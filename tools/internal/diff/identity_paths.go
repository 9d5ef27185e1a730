// What identity constraints look at: the elements that a selector can reach in the documents of a schema, and whether their fields are there. It decides where a
// constraint makes no difference: it selects nothing, or another one that holds already says as much.

package diff

import (
	"fmt"
	"slices"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// holds reports whether an identity constraint of the other schema is proved to hold in every valid document of this side below its element there.
func (s *side) holds(k *schema.IdentityConstraint, in *schema.Element) bool {
	alone := s.selected(in, k.Selector, nil)
	switch {
	case alone == nil:
		return false
	case len(alone.places) == 0, k.Kind != schema.Key && s.someFieldMissing(k, alone.places):
		return true
	case k.Kind == schema.KeyRef:
		return false
	}
	return slices.ContainsFunc(in.IdentityConstraints, func(own *schema.IdentityConstraint) bool { return s.implies(own, k, in) })
}

// implies reports whether what one unique or key demands says as much as another: of the same fields of as many elements at least.
func (s *side) implies(own, k *schema.IdentityConstraint, in *schema.Element) bool {
	if own.Kind == schema.KeyRef || !slices.EqualFunc(own.Fields, k.Fields, samePaths) {
		return false
	}
	both := s.selected(in, k.Selector, own.Selector)
	if both == nil || !both.within {
		return false
	}
	return k.Kind == schema.Unique || own.Kind == schema.Key || !slices.ContainsFunc(both.places, func(p idPlace) bool { return !s.hasFields(p, k) })
}

// someFieldMissing reports whether at each of the places some field can have no value, so that a unique or keyref looks at none of them.
func (s *side) someFieldMissing(k *schema.IdentityConstraint, places []idPlace) bool {
	return !slices.ContainsFunc(places, func(p idPlace) bool {
		return !slices.ContainsFunc(k.Fields, func(field *schema.XPath) bool {
			return !slices.ContainsFunc(field.Paths, func(path schema.Path) bool { return path.Descendants || s.canHave(p, path.Steps) })
		})
	})
}

func (s *side) hasFields(p idPlace, k *schema.IdentityConstraint) bool {
	return !slices.ContainsFunc(k.Fields, func(field *schema.XPath) bool {
		return !slices.ContainsFunc(field.Paths, func(path schema.Path) bool { return !path.Descendants && s.mustHave(p, path.Steps) })
	})
}

// idPlace is an element with a type that it can have. Without a type it is one of which nothing is known, as wildcards let them in.
type idPlace struct {
	declaration *schema.Element
	typ         schema.Type
}

// selection is what a selector reaches.
type selection struct {
	places []idPlace
	within bool // another selector reaches all of it
}

// mostStates bounds a walk; beyond it nothing is known.
const mostStates = 5_000

// selected walks through the documents below an element by a selector, and by another one or nil. It is nil where the walk is too long.
func (s *side) selected(in *schema.Element, selector, other *schema.XPath) *selection {
	w := &idWalk{side: s, selector: selector, other: other, met: map[string]bool{}, result: &selection{within: other != nil}}
	for _, at := range s.placesOf(in) {
		w.arrive(at, atStart(selector), atStart(other))
	}
	for i := 0; i < len(w.queue); i++ {
		if i == mostStates {
			return nil
		}
		w.below(w.queue[i])
	}
	return w.result
}

// idWalk is a walk with the steps that both selectors have taken so far.
type idWalk struct {
	*side
	selector, other *schema.XPath
	queue           []idState
	met             map[string]bool
	result          *selection
}

// idState is a place with the numbers of steps taken, by path of each selector.
type idState struct {
	at            idPlace
	taken, others [][]int
}

// atStart is the state of a selector at the element it starts from.
func atStart(x *schema.XPath) [][]int {
	if x == nil {
		return nil
	}
	taken := make([][]int, len(x.Paths))
	for i := range taken {
		taken[i] = []int{0}
	}
	return taken
}

// after is the state of a selector one element further.
func after(x *schema.XPath, taken [][]int, name schema.Name) [][]int {
	if x == nil {
		return nil
	}
	next := make([][]int, len(taken))
	for i, path := range x.Paths {
		if path.Descendants {
			next[i] = []int{0}
		}
		for _, n := range taken[i] {
			if n < len(path.Steps) && path.Steps[n].Test.Matches(name) {
				next[i] = append(next[i], n+1)
			}
		}
	}
	return next
}

// selects reports whether a state is that of a selected element.
func selects(x *schema.XPath, taken [][]int) bool {
	if x == nil {
		return false
	}
	for i, path := range x.Paths {
		if slices.Contains(taken[i], len(path.Steps)) {
			return true
		}
	}
	return false
}

func (w *idWalk) arrive(at idPlace, taken, others [][]int) {
	key := fmt.Sprintf("%p %p %v %v", at.declaration, at.typ, taken, others)
	if w.met[key] {
		return
	}
	w.met[key] = true
	if selects(w.selector, taken) {
		w.result.places = append(w.result.places, at)
		w.result.within = w.result.within && selects(w.other, others)
	}
	w.queue = append(w.queue, idState{at, taken, others})
}

// below goes on to the children of a place.
func (w *idWalk) below(s idState) {
	for _, child := range w.children(s.at, w.names()) {
		w.arrive(child.idPlace, after(w.selector, s.taken, child.name), after(w.other, s.others, child.name))
	}
}

// names are those that the selectors tell apart, and one that they do not name.
func (w *idWalk) names() []schema.Name {
	return append(namesIn(w.selector, w.other), foreign)
}

// namesIn are the names in expressions; a name stands for all those of a namespace.
func namesIn(all ...*schema.XPath) (names []schema.Name) {
	for _, x := range all {
		if x == nil {
			continue
		}
		for _, path := range x.Paths {
			for _, step := range path.Steps {
				name := step.Test.Name
				if step.Test.AnyLocal {
					name.Local = foreign.Local
				}
				if !step.Test.AnyName {
					names = append(names, name)
				}
			}
		}
	}
	return names
}

// idChild is a place with its name.
type idChild struct {
	idPlace
	name schema.Name
}

// children are the places of the elements that may stand in one; where a wildcard lets in anything, those of the names.
func (s *side) children(at idPlace, names []schema.Name) (all []idChild) {
	if at.typ == nil {
		for _, name := range names {
			all = append(all, idChild{name: name})
		}
		return all
	}
	for _, leaf := range leavesOf(at.typ) {
		switch term := leaf.Term.(type) {
		case *schema.Element:
			for _, e := range append([]*schema.Element{term}, term.Substitutes...) {
				for _, p := range s.placesOf(e) {
					all = append(all, idChild{p, e.Name})
				}
			}
		case *schema.Wildcard:
			for _, name := range names {
				if term.Namespaces.Allows(name.Space) {
					all = append(all, idChild{name: name})
				}
			}
			if !term.Namespaces.Allows(foreign.Space) { // some name that no selector has
				for _, space := range term.Namespaces.Names {
					all = append(all, idChild{name: schema.Name{Space: space, Local: foreign.Local}})
				}
			}
		}
	}
	return all
}

func leavesOf(t schema.Type) []*schema.Particle {
	if c, isComplex := t.(*schema.ComplexType); isComplex {
		if content, hasElements := c.Content.(*schema.ElementContent); hasElements {
			return content.Leaves
		}
	}
	return nil
}

// placesOf are an element with each type that it can have, be it by xsi:type.
func (s *side) placesOf(e *schema.Element) []idPlace {
	if e.Type == schema.Type(schema.AnyType()) || e.Type == schema.Type(schema.AnySimpleType()) {
		return []idPlace{{declaration: e}}
	}
	all := []idPlace{{e, e.Type}}
	for i := 0; i < len(all); i++ {
		for _, t := range s.derived[all[i].typ] {
			all = append(all, idPlace{e, t})
		}
	}
	return all
}

// mustHave reports whether each element at a place has the one value that the steps of a field lead to, as a key demands.
func (s *side) mustHave(p idPlace, steps []schema.Step) bool {
	if p.typ == nil || p.declaration == nil {
		return false
	}
	if len(steps) == 0 {
		return !p.declaration.Nillable && hasTextOnly(p.typ)
	}
	c, isComplex := p.typ.(*schema.ComplexType)
	switch {
	case !isComplex || steps[0].Test.AnyName || steps[0].Test.AnyLocal:
		return false
	case steps[0].Attribute:
		return slices.ContainsFunc(c.AttributeUses, func(u *schema.AttributeUse) bool { return u.Required && u.Declaration.Name == steps[0].Test.Name })
	}
	content, hasElements := c.Content.(*schema.ElementContent)
	if !hasElements || p.declaration.Nillable {
		return false
	}
	e := required(content.Particle, steps[0].Test.Name)
	return e != nil && !slices.ContainsFunc(s.placesOf(e), func(child idPlace) bool { return !s.mustHave(child, steps[1:]) })
}

func hasTextOnly(t schema.Type) bool {
	if c, isComplex := t.(*schema.ComplexType); isComplex {
		_, simple := c.Content.(*schema.SimpleContent)
		return simple
	}
	return true
}

// required is the element of a name without which there is no content of a particle; nil where there is none, or others may stand for it.
func required(p *schema.Particle, name schema.Name) *schema.Element {
	if p.Min == 0 {
		return nil
	}
	switch term := p.Term.(type) {
	case *schema.Element:
		if term.Name == name && !term.Abstract && len(term.Substitutes) == 0 {
			return term
		}
	case *schema.ModelGroup:
		var found *schema.Element
		for _, inner := range term.Particles {
			e := required(inner, name)
			switch {
			case term.Compositor == schema.Choice && e == nil:
				return nil
			case e != nil:
				found = e
			}
		}
		return found
	}
	return nil
}

// canHave reports whether an element at a place may have what the steps of a field lead to.
func (s *side) canHave(p idPlace, steps []schema.Step) bool {
	if p.typ == nil || len(steps) == 0 {
		return true
	}
	if steps[0].Attribute {
		c, isComplex := p.typ.(*schema.ComplexType)
		named := func(u *schema.AttributeUse) bool { return steps[0].Test.Matches(u.Declaration.Name) }
		return steps[0].Test.AnyName || steps[0].Test.Name.Space == schema.XSINamespace || isComplex && (c.AnyAttribute != nil || slices.ContainsFunc(c.AttributeUses, named))
	}
	return slices.ContainsFunc(s.children(p, []schema.Name{steps[0].Test.Name, foreign}), func(child idChild) bool {
		return steps[0].Test.Matches(child.name) && s.canHave(child.idPlace, steps[1:])
	})
}
