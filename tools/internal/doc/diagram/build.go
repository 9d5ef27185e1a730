// This file holds Build: from schema components to classes, by distance from the roots.

package diagram

import (
	"fmt"
	"slices"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// Draw draws what is reached from the roots. The error says which roots there are when the one asked for is none of them.
func (m *Model) Draw(o Options) (*Diagram, error) {
	b := newBuilder(m)
	if err := b.begin(o.Root); err != nil {
		return nil, err
	}
	return b.draw(o), nil
}

// Around draws a class and what is at most depth away.
func (m *Model) Around(c *Class, depth int) *Diagram {
	b := newBuilder(m)
	b.meet(c.component(), 0)
	d := b.draw(Options{Depth: depth})
	for _, near := range d.Classes {
		if near.Distance > 0 && len(near.Rows) > mostRows {
			near.Hidden, near.Rows, near.Constraints = len(near.Rows)-mostRows, near.Rows[:mostRows], nil
		}
	}
	return d
}

// mostRows is how many rows the neighbours of a class have in the picture around it; each has a picture of its own.
const mostRows = 12

// AroundType is [Model.Around] for a type; false for one that is no class.
func (m *Model) AroundType(t schema.Type, depth int) (*Diagram, bool) {
	if !IsClass(t) {
		return nil, false
	}
	return m.Around(&Class{Type: t.(*schema.ComplexType)}, depth), true
}

func (c *Class) component() schema.Component {
	if c.Element != nil {
		return c.Element
	}
	return c.Type
}

// builder goes through the model by distance.
type builder struct {
	*Model
	classes map[schema.Component]*Class
	queue   []*Class
	links   []Link
	cut     bool // whether classes are further away than asked for
	roots   []string
	begun   []schema.Component
	simple  []schema.Type
	seen    map[schema.Type]bool
}

func newBuilder(m *Model) *builder {
	return &builder{Model: m, classes: map[schema.Component]*Class{}, seen: map[schema.Type]bool{}}
}

// begin meets the roots.
func (b *builder) begin(name string) error {
	if name == "" {
		b.beginAnywhere()
		return nil
	}
	var known []string
	found := false
	for _, e := range b.set.Elements {
		known = append(known, e.Name.Local)
		if e.Name.Local == name || e.Name.String() == name {
			b.root(e)
			found = true
		}
	}
	for _, t := range b.set.Types {
		if n := t.TypeName(); IsClass(t) && !found && (n.Local == name || n.String() == name) {
			b.meet(t.(*schema.ComplexType), 0)
			b.roots, b.begun = append(b.roots, n.Local), append(b.begun, t)
			return nil
		}
	}
	if !found {
		return fmt.Errorf("the schema has no global element and no type with elements called %q; its elements are %s", name, firstOf(known))
	}
	return nil
}

func firstOf(names []string) string {
	const most = 10
	switch {
	case len(names) == 0:
		return "none"
	case len(names) > most:
		return fmt.Sprintf("%s and %d more", strings.Join(names[:most], ", "), len(names)-most)
	}
	return strings.Join(names, ", ")
}

// beginAnywhere meets the elements of the first document's namespace that are part of nothing; where there are none all of them, or all types.
func (b *builder) beginAnywhere() {
	first := ""
	if len(b.set.Documents) > 0 {
		first = b.set.Documents[0].TargetNamespace
	}
	used := b.used()
	var free, all []*schema.Element
	for _, e := range b.set.Elements {
		if e.Abstract || e.Name.Space != first {
			continue
		}
		all = append(all, e)
		if !used[e] {
			free = append(free, e)
		}
	}
	if len(free) == 0 {
		free = all
	}
	for _, e := range free {
		b.root(e)
	}
	if len(free) > 0 {
		return
	}
	for _, t := range b.set.Types {
		if IsClass(t) {
			b.meet(t.(*schema.ComplexType), 0)
			b.begun = append(b.begun, t)
		}
	}
}

// used are the elements that content refers to, or that stand for another.
func (b *builder) used() map[*schema.Element]bool {
	used := map[*schema.Element]bool{}
	visited := map[schema.Type]bool{}
	var visit func(t schema.Type)
	visit = func(t schema.Type) {
		c, ok := t.(*schema.ComplexType)
		if !ok || visited[t] {
			return
		}
		visited[t] = true
		content, ok := c.Content.(*schema.ElementContent)
		if !ok {
			return
		}
		for _, leaf := range content.Leaves {
			if e, ok := leaf.Term.(*schema.Element); ok {
				used[e] = used[e] || e.Type != t // recursion into itself leaves a root a root
				visit(e.Type)
			}
		}
	}
	for _, t := range b.set.Types {
		visit(t)
	}
	for _, e := range b.set.Elements {
		visit(e.Type)
		if e.Head != nil {
			used[e] = true
		}
	}
	return used
}

// root meets the class of a root element. An element whose type is no class has one of its own.
func (b *builder) root(e *schema.Element) {
	b.roots, b.begun = append(b.roots, e.Name.Local), append(b.begun, e)
	component := schema.Component(e)
	if IsClass(e.Type) && len(b.members[e]) == 0 {
		component = e.Type.(*schema.ComplexType)
	}
	c := b.meet(component, 0)
	c.Roots = append(c.Roots, e.Name.Local)
	if !slices.Contains(c.Notes, "root") {
		c.Notes = append([]string{"root"}, c.Notes...)
	}
}

// meet is the class of a component, at that distance if it is new.
func (b *builder) meet(component schema.Component, distance int) *Class {
	if c := b.classes[component]; c != nil {
		return c
	}
	c := &Class{Distance: distance}
	switch component := component.(type) {
	case *schema.ComplexType:
		b.describeType(c, component)
	case *schema.Element:
		b.describeElement(c, component)
	}
	c.ID = b.ID(c.Path)
	b.classes[component] = c
	b.queue = append(b.queue, c)
	return c
}

func (b *builder) describeType(c *Class, t *schema.ComplexType) {
	c.Type, c.Path, c.Name, c.Package, c.Doc, c.Abstract = t, b.Path(t), b.Type(t), b.Package(t), b.Doc(t), t.Abstract
	if t.Abstract {
		c.Notes = append(c.Notes, "abstract")
	}
	if content, ok := t.Content.(*schema.ElementContent); ok && content.Mixed {
		c.Notes = append(c.Notes, "mixed")
	}
}

func (b *builder) describeElement(c *Class, e *schema.Element) {
	c.Element, c.Path, c.Name, c.Doc, c.Abstract = e, b.paths.Element(e), e.Name.Local, e.Annotation.Documentation, e.Abstract
	c.Notes = append(c.Notes, "element")
	if e.Abstract {
		c.Notes = append(c.Notes, "abstract")
	}
}

// draw goes on from what was met until the depth is reached.
func (b *builder) draw(o Options) *Diagram {
	all := b.distances(o.Depth)
	depth := o.Depth
	if depth < 0 {
		depth = readableDepth(all)
	}
	d := &Diagram{Title: strings.Join(b.roots, ", ")}
	if len(b.set.Documents) > 0 {
		d.Namespace = b.set.Documents[0].TargetNamespace
	}
	for _, c := range all {
		if c.Distance > depth {
			d.Cut = append(d.Cut, c)
			continue
		}
		d.Classes = append(d.Classes, c)
	}
	b.cut = len(d.Cut) > 0
	for _, c := range d.Classes {
		b.fill(c, depth)
	}
	d.Links = b.links
	if d.Title == "" && len(d.Classes) > 0 {
		d.Title = d.Classes[0].Name
	}
	if o.DataTypes {
		d.DataTypes = b.dataTypes()
	}
	return d
}

// distances meets everything as far as the depth and one further, all of it where the depth is automatic.
func (b *builder) distances(depth int) []*Class {
	for i := 0; i < len(b.queue); i++ {
		c := b.queue[i]
		if depth >= 0 && c.Distance > depth {
			continue
		}
		for _, next := range b.neighbours(c) {
			b.meet(next, c.Distance+1)
		}
	}
	return b.queue
}

// readableDepth is the greatest with which a picture can be read; what is next to the roots is always there.
func readableDepth(all []*Class) int {
	count := map[int]int{}
	furthest := 0
	for _, c := range all {
		count[c.Distance]++
		furthest = max(furthest, c.Distance)
	}
	sum := count[0]
	for depth := 1; depth <= furthest; depth++ {
		sum += count[depth]
		if sum > Readable && depth > 1 {
			return depth - 1
		}
	}
	return furthest
}
