// This file fills classes with their parts, and joins them.

package diagram

import (
	"slices"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// target is the class that values of an element are of; nil for a simple part.
func (b *builder) target(e *schema.Element) schema.Component {
	if len(b.members[e]) > 0 {
		return e
	}
	if IsClass(e.Type) {
		return e.Type.(*schema.ComplexType)
	}
	return nil
}

// neighbours are what a class is joined with: the classes of its parts, its base, and what may stand for it.
func (b *builder) neighbours(c *Class) []schema.Component {
	var next []schema.Component
	if c.Element != nil {
		for _, member := range b.members[c.Element] {
			if target := b.target(member); target != nil {
				next = append(next, target)
			}
		}
		if own, ok := c.Element.Type.(*schema.ComplexType); ok && IsClass(own) {
			next = append(next, own)
		}
		return next
	}
	for _, p := range b.partsOf(c.Type).found {
		if p.element == nil {
			continue
		}
		if target := b.target(p.element); target != nil {
			next = append(next, target)
		}
	}
	if base := classBase(c.Type); base != nil {
		next = append(next, base)
	}
	for _, heir := range b.heirs[c.Type] {
		next = append(next, heir)
	}
	return next
}

// fill gives a class its rows, and links to the classes within the depth.
func (b *builder) fill(c *Class, depth int) {
	if c.Element != nil {
		b.fillElement(c, depth)
		return
	}
	all := b.partsOf(c.Type)
	c.Constraints = all.constraints
	if simple, ok := c.Type.Content.(*schema.SimpleContent); ok {
		c.Rows = append(c.Rows, b.row(Row{Path: c.Path + "/value", Name: "(text)", Occurs: Occurs{1, 1}, Simple: simple.Type}))
	}
	for _, use := range ownUses(c.Type) {
		c.Rows = append(c.Rows, b.attribute(use))
	}
	for _, p := range all.found {
		b.part(c, p, depth)
	}
	if c.Type.AnyAttribute != nil && (c.Type.Derivation == schema.Restriction || classBase(c.Type) == nil || classBase(c.Type).AnyAttribute == nil) {
		c.Rows = append(c.Rows, Row{Path: c.Path + "/anyAttribute", Name: "@any", Type: "any attribute", Occurs: Occurs{0, schema.Unbounded}})
	}
	b.derive(c, depth)
}

// atHorizon reports whether a class is as far away as asked for in a picture that does not show everything. Its parts are rows: links between all that
// stands there would hide those that lead there.
func (b *builder) atHorizon(c *Class, depth int) bool {
	return b.cut && c.Distance == depth && depth > 0
}

// derive joins a class with its base.
func (b *builder) derive(c *Class, depth int) {
	base := classBase(c.Type)
	if base == nil {
		return
	}
	general := b.meet(base, c.Distance+1)
	label := ""
	if c.Type.Derivation == schema.Restriction {
		label = "restriction"
	}
	if general.Distance > depth || b.atHorizon(c, depth) && general.Distance == depth {
		c.Rows = append(c.Rows, Row{Path: c.Path, Name: "(base)", Type: general.Name, Occurs: Occurs{1, 1}, Class: general})
		return
	}
	b.links = append(b.links, &Generalisation{Path: c.Path, Special: c, General: general, Label: label})
}

func (b *builder) attribute(use *schema.AttributeUse) Row {
	a := use.Declaration
	r := Row{Path: b.paths.Attribute(a), Name: "@" + a.Name.Local, Simple: a.Type, Occurs: Occurs{0, 1}, Doc: docOf(use.Annotation, a.Annotation)}
	if use.Required {
		r.Occurs.Min = 1
	}
	return b.row(r)
}

// docOf is the first documentation that says something.
func docOf(annotations ...schema.Annotation) []string {
	for _, a := range annotations {
		if len(a.Documentation) > 0 {
			return a.Documentation
		}
	}
	return nil
}

// row completes a simple row.
func (b *builder) row(r Row) Row {
	r.Type = b.Type(r.Simple)
	if !b.seen[r.Simple] {
		b.seen[r.Simple] = true
		b.simple = append(b.simple, r.Simple)
	}
	return r
}

// part adds a part as a row or as a link.
func (b *builder) part(c *Class, p *part, depth int) {
	if p.element == nil {
		c.Rows = append(c.Rows, Row{Path: c.Path + "/any", Name: "any", Type: "any element", Occurs: p.occurs, Mark: p.mark})
		return
	}
	e := p.element
	doc := p.doc
	if len(doc) == 0 {
		doc = e.Annotation.Documentation
	}
	path := b.paths.Particle(c.Path, e)
	component := b.target(e)
	if component == nil {
		c.Rows = append(c.Rows, b.row(Row{Path: path, Name: e.Name.Local, Occurs: p.occurs, Mark: p.mark, Simple: e.Type, Doc: doc}))
		return
	}
	to := b.meet(component, c.Distance+1)
	if to.Distance > depth || b.atHorizon(c, depth) {
		c.Rows = append(c.Rows, Row{Path: path, Name: e.Name.Local, Type: to.Name, Occurs: p.occurs, Mark: p.mark, Class: to, Doc: doc})
		return
	}
	b.links = append(b.links, &Association{Path: path, From: c, To: to, Role: e.Name.Local, Occurs: p.occurs, Mark: p.mark, Doc: doc})
}

// fillElement lists what may stand for an element: simple elements as rows, others as generalisations. The element's own class is joined likewise.
func (b *builder) fillElement(c *Class, depth int) {
	e := c.Element
	candidates := slices.Clone(b.members[e])
	if !e.Abstract {
		candidates = append([]*schema.Element{e}, candidates...)
	}
	for _, member := range candidates {
		component := b.target(member)
		if member == e {
			component = nil
			if IsClass(e.Type) {
				component = e.Type.(*schema.ComplexType)
			}
		}
		path := "element/" + b.paths.Global(member.Name)
		if component == nil {
			c.Rows = append(c.Rows, b.row(Row{Path: path, Name: member.Name.Local, Occurs: Occurs{1, 1}, Simple: member.Type, Doc: member.Annotation.Documentation}))
			continue
		}
		special := b.meet(component, c.Distance+1)
		if special.Distance > depth {
			c.Rows = append(c.Rows, Row{Path: path, Name: member.Name.Local, Type: special.Name, Occurs: Occurs{1, 1}, Class: special})
			continue
		}
		label := member.Name.Local
		if label == special.Name {
			label = ""
		}
		b.links = append(b.links, &Generalisation{Path: path, Special: special, General: c, Label: label})
	}
}
