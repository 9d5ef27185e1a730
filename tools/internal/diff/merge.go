// Two content models merged into one tree, in which every difference is an edit that can be taken from either side. So the old model, the new one and
// every mixture of them can be built.

package diff

import (
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// edit is one difference between two content models.
type edit struct {
	rule     string
	path     string
	old, new Place
	message  string
	also     string // the path of a renamed element in the new schema
}

// merged is a particle of both models, or of one.
type merged struct {
	old, new *part     // nil where there is none on that side
	parts    []*merged // of a group
	whole    *tree     // of a base's content or a named group: merged once for all that have it

	// The edits, nil where the sides agree: whether it is there, its bounds (of a group, low stands for both), and what it is: the name of an
	// element, the compositor of a group, the namespaces of a wildcard.
	presence, low, high, kind *edit
	process                   *edit // of a wildcard
}

// tree is a merged content model, or that of a named group.
type tree struct {
	path   string // of the type or group
	root   *merged
	edits  []*edit
	within []*tree // the trees that are part of this one
}

// on is the part of a side, or the only one there is.
func (n *merged) on(s Side) *part {
	if s == OldSide && n.old != nil || n.new == nil {
		return n.old
	}
	return n.new
}

func (n *merged) isGroup() bool { return n.whole != nil || n.on(OldSide).isGroup() }

// wrapped reports whether a group has one part, so that its compositor means nothing.
func (p *part) wrapped() bool { return len(p.parts) < 2 && p.compositor != schema.All }

func (n *merged) wildcard(namespaces, process Side) *schema.Wildcard {
	w := *n.on(namespaces).wildcard()
	w.Process = n.on(process).wildcard().Process
	return &w
}

// merger merges one content model, or that of one named group.
type merger struct {
	c     *comparer
	tree  *tree
	roots pair[*part]
	trial bool        // only to see what it takes
	loose [2][]*loose // by side
}

// loose is a part that has no partner in the group that is to it what its own group is.
type loose struct {
	node  *merged
	group *merged // around it
}

// merge pairs two trees. Parts that have no partner in the end are edits, once settle was called.
func (m *merger) merge(old, newer *part) *merged {
	switch {
	case old.isGroup() && !newer.isGroup():
		newer = newer.within(old.compositor)
	case newer.isGroup() && !old.isGroup():
		old = old.within(newer.compositor)
	}
	n := &merged{old: old, new: newer}
	switch {
	case old.base != nil:
		n.whole = m.include(old.base.tree)
	case old.definition != nil:
		n.whole = m.include(m.c.groupTree(old.definition, newer.definition))
	case old.isGroup():
		m.mergeGroups(n)
	case old.element() != nil:
		m.met(old.element(), newer.element())
	}
	m.compareBounds(n)
	return n
}

// met takes up a pair of elements.
func (m *merger) met(e, f *schema.Element) {
	if !m.trial {
		m.c.pairs.elements.add(e, f)
		m.c.later(func() { m.c.compareElements(e, f, m.elementPath(f)) })
	}
}

func (m *merger) include(t *tree) *tree {
	m.tree.within = append(m.tree.within, t)
	return t
}

func (m *merger) mergeGroups(n *merged) {
	for _, run := range m.renamed(m.align(n.old, n.new)) {
		switch {
		case run.old != nil && run.new != nil:
			n.parts = append(n.parts, m.mergeParts(run))
		case run.old != nil:
			n.parts = append(n.parts, m.loosen(OldSide, run.old, n))
		default:
			n.parts = append(n.parts, m.loosen(NewSide, run.new, n))
		}
	}
	m.compareCompositors(n)
}

// mergeParts merges two parts that belong together, the names of which may differ.
func (m *merger) mergeParts(a aligned) *merged {
	n := m.merge(a.old, a.new)
	if e, f := a.old.element(), a.new.element(); e != nil && f != nil && e.Name != f.Name {
		rule, message := "element-renamed", "element "+e.Name.Local+" is now called "+f.Name.Local+renamedHow(e, f)
		if e.Name.Local == f.Name.Local {
			rule, message = "form-changed", "element "+e.Name.Local+" is in another namespace"
		}
		n.kind = m.note(rule, m.elementPath(e), a.old, a.new, message)
		n.kind.also = m.elementPath(f)
	}
	if a.old.wildcard() != nil && a.new.wildcard() != nil {
		m.compareWildcards(n)
	}
	return n
}

// loosen makes the node of a part without partner; it may yet turn out to have moved.
func (m *merger) loosen(s Side, p *part, group *merged) *merged {
	n := &merged{}
	if s == OldSide {
		n.old = p
	} else {
		n.new = p
	}
	m.loose[s] = append(m.loose[s], &loose{n, group})
	for _, inner := range p.parts {
		n.parts = append(n.parts, m.loosen(s, inner, n))
	}
	if p.definition != nil {
		n.whole = m.include(&tree{root: solid(opening{keep: never}.parts(&schema.Particle{Min: 1, Max: 1, Term: p.definition.Group}))})
	}
	return n
}

func never(*schema.GroupDefinition) bool { return false }

// solid is a part that is there wherever what it stands in is there.
func solid(p *part) *merged {
	n := &merged{old: p, new: p}
	for _, inner := range p.parts {
		n.parts = append(n.parts, solid(inner))
	}
	return n
}

// note adds an edit to the tree.
func (m *merger) note(rule, path string, old, newer *part, message string) *edit {
	e := &edit{rule: rule, path: path, message: message}
	if old != nil {
		e.old = old.place()
	}
	if newer != nil {
		e.new = newer.place()
	}
	m.tree.edits = append(m.tree.edits, e)
	return e
}

// place is where a part stands.
func (p *part) place() Place {
	place := placeOf(p.particle, p.words())
	place.low, place.high = p.min, p.max
	return place
}

// words describes a part with its bounds.
func (p *part) words() string {
	if e := p.element(); e != nil || p.wildcard() != nil || p.definition != nil {
		return particleWords(p.particle)
	}
	return termWords(p.flat()) + ", " + occursWords(p.min, p.max)
}

// flat is a group with its leaves as its parts, for words.
func (p *part) flat() *schema.ModelGroup {
	group := &schema.ModelGroup{Compositor: p.compositor}
	for _, leaf := range p.leaves(nil) {
		group.Particles = append(group.Particles, leaf.particle)
	}
	return group
}

func (m *merger) elementPath(e *schema.Element) string { return m.c.particlePath(m.tree.path, e) }

// partPath is the path of a part: elements by name, groups by what they begin with.
func (m *merger) partPath(p *part) string {
	switch {
	case p.element() != nil:
		return m.elementPath(p.element())
	case p.wildcard() != nil:
		return m.tree.path + "/any"
	case p.definition != nil:
		return m.tree.path + "/group/" + m.c.new.paths.Global(p.definition.Name)
	}
	path := m.tree.path + "/" + compositorWord(p.compositor)
	for _, leaf := range p.leaves(nil) {
		if e := leaf.element(); e != nil {
			return path + "/" + e.Name.Local
		}
	}
	return path
}
