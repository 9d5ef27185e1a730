// Types that belong together though their names differ: those that the same declarations use.

package diff

import (
	"cmp"
	"slices"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// voter pairs types by use: two types that declarations of one name and place have are taken for one, the most used first.
type voter struct {
	c     *comparer
	votes map[pair[schema.Type]]int
	order []pair[schema.Type]
	queue []pair[schema.Type] // pairs whose contents have not been looked at
}

// pairTypes pairs the types that are left.
func (c *comparer) pairTypes() {
	v := &voter{c: c, votes: map[pair[schema.Type]]int{}}
	for _, e := range c.old.set.Elements {
		if partner, ok := c.pairs.elements.toNew[e]; ok {
			v.used(e.Type, partner.Type)
		}
	}
	for _, a := range c.old.set.Attributes {
		if partner, ok := c.pairs.attributes.toNew[a]; ok {
			v.used(a.Type, partner.Type)
		}
	}
	for _, t := range c.old.set.Types {
		if partner, ok := c.pairs.types.toNew[t]; ok {
			v.queue = append(v.queue, pair[schema.Type]{t, partner})
		}
	}
	for v.empty() || v.elect() {
	}
	c.pairAlike()
}

// empty looks into all pairs in the queue; false where there is none.
func (v *voter) empty() bool {
	if len(v.queue) == 0 {
		return false
	}
	for len(v.queue) > 0 {
		p := v.queue[0]
		v.queue = v.queue[1:]
		v.look(p.old, p.new)
	}
	return true
}

// used counts a use of old that is one of new.
func (v *voter) used(old, newer schema.Type) {
	_, hasNew := v.c.pairs.types.toNew[old]
	_, hasOld := v.c.pairs.types.toOld[newer]
	if old == newer || hasNew || hasOld || isBuiltIn(old) || isBuiltIn(newer) {
		return
	}
	p := pair[schema.Type]{old, newer}
	if isAnonymous(old) && isAnonymous(newer) {
		v.join(p)
		return
	}
	if v.votes[p] == 0 {
		v.order = append(v.order, p)
	}
	v.votes[p]++
}

func (v *voter) join(p pair[schema.Type]) {
	if v.c.pairs.types.add(p.old, p.new) {
		v.queue = append(v.queue, p)
	}
}

// elect joins the pair with the most votes; false where none can be joined.
func (v *voter) elect() bool {
	slices.SortStableFunc(v.order, func(p, q pair[schema.Type]) int {
		return cmp.Or(cmp.Compare(v.votes[q], v.votes[p]), cmp.Compare(commonPrefix(q), commonPrefix(p)))
	})
	for len(v.order) > 0 && len(v.queue) == 0 {
		v.join(v.order[0])
		v.order = v.order[1:]
	}
	return len(v.queue) > 0
}

func commonPrefix(p pair[schema.Type]) int {
	a, b := p.old.TypeName().Local, p.new.TypeName().Local
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

func isAnonymous(t schema.Type) bool { return t.TypeName().Local == "" }

// look counts the uses within a pair of types.
func (v *voter) look(old, newer schema.Type) {
	switch old := old.(type) {
	case *schema.SimpleType:
		if newer, ok := newer.(*schema.SimpleType); ok {
			v.lookSimple(old, newer)
		}
	case *schema.ComplexType:
		if newer, ok := newer.(*schema.ComplexType); ok {
			v.lookComplex(old, newer)
		}
	}
}

func (v *voter) lookSimple(old, newer *schema.SimpleType) {
	v.usedBase(old.Base, newer.Base)
	switch x := old.Variety.(type) {
	case *schema.List:
		if y, ok := newer.Variety.(*schema.List); ok {
			v.used(x.Item, y.Item)
		}
	case *schema.Union:
		y, ok := newer.Variety.(*schema.Union)
		for i := range x.Members {
			if ok && i < len(y.Members) {
				v.used(x.Members[i], y.Members[i])
			}
		}
	}
}

func (v *voter) usedBase(old, newer schema.Type) {
	if old != nil && newer != nil {
		v.used(old, newer)
	}
}

func (v *voter) lookComplex(old, newer *schema.ComplexType) {
	v.usedBase(old.Base, newer.Base)
	for _, u := range old.AttributeUses {
		for _, w := range newer.AttributeUses {
			if u.Declaration.Name == w.Declaration.Name {
				v.used(u.Declaration.Type, w.Declaration.Type)
			}
		}
	}
	switch x := old.Content.(type) {
	case *schema.SimpleContent:
		if y, ok := newer.Content.(*schema.SimpleContent); ok {
			v.used(x.Type, y.Type)
		}
	case *schema.ElementContent:
		if y, ok := newer.Content.(*schema.ElementContent); ok {
			v.lookModels(x, y)
		}
	}
}

func (v *voter) lookModels(x, y *schema.ElementContent) {
	byName := map[schema.Name]*schema.Element{}
	for _, p := range y.Leaves {
		if e, ok := p.Term.(*schema.Element); ok {
			byName[e.Name] = e
		}
	}
	met := map[schema.Name]bool{}
	for _, p := range x.Leaves {
		if e, ok := p.Term.(*schema.Element); ok && byName[e.Name] != nil && !met[e.Name] {
			met[e.Name] = true
			v.used(e.Type, byName[e.Name].Type)
		}
	}
}

// pairAlike pairs the named types that nothing uses in both schemas and that look the same, where there is one of each.
func (c *comparer) pairAlike() {
	byLook := map[string][]schema.Type{}
	for _, t := range c.new.set.Types {
		if _, taken := c.pairs.types.toOld[t]; !taken {
			byLook[lookOf(t)] = append(byLook[lookOf(t)], t)
		}
	}
	for _, t := range c.old.set.Types {
		if _, taken := c.pairs.types.toNew[t]; !taken && len(byLook[lookOf(t)]) == 1 {
			c.pairs.types.add(t, byLook[lookOf(t)][0])
		}
	}
}

// lookOf is a text that types share which have the same names and facets in them.
func lookOf(t schema.Type) string {
	var look strings.Builder
	switch t := t.(type) {
	case *schema.ComplexType:
		look.WriteString(kindOf(t.Content))
		for _, u := range t.AttributeUses {
			look.WriteString(" @" + u.Declaration.Name.String())
		}
		if content, ok := t.Content.(*schema.ElementContent); ok {
			for _, p := range content.Leaves {
				look.WriteString(" " + particleLook(p))
			}
		}
	case *schema.SimpleType:
		look.WriteString(t.Runtime.BuiltInAncestor().String())
		for _, f := range t.Runtime.Facets() {
			look.WriteString(" " + f.Kind.String() + "=" + f.Value)
		}
	}
	return look.String()
}

func particleLook(p *schema.Particle) string {
	if e, ok := p.Term.(*schema.Element); ok {
		return e.Name.String() + " " + occursWords(p.Min, p.Max)
	}
	return particleWords(p)
}
