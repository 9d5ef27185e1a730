// Redefinition (Part 1, section 4.2.2): a redefining component takes the place of the one it redefines everywhere, and
// refers to it by its own name.

package schema

import (
	"slices"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
)

// collectRedefine puts the components in a redefine in the place of those that they redefine.
func (b *builder) collectRedefine(redefine *load.Element) {
	children := b.children(redefine)
	ref := referenceOf(redefine)
	if ref == nil || ref.Target == nil {
		if ref != nil && len(children) > 0 && ref.Unresolved != "" {
			b.problem(redefine, "src-redefine.2", "what is to be redefined is not there: %s", ref.Unresolved)
		}
		return
	}
	for _, el := range children {
		b.redefineOne(ref.Target, el)
	}
}

// referenceOf returns the reference that the loader made of an include, import or redefine.
func referenceOf(el *load.Element) *load.Reference {
	for _, ref := range el.Document.References {
		if ref.Element == el {
			return ref
		}
	}
	return nil
}

// redefineOne replaces one component of target.
func (b *builder) redefineOne(target *load.Document, el *load.Element) {
	space, ok := spaceOf[el.Name.Local]
	name, hasName := b.ownName(el)
	if !ok || !hasName {
		return
	}
	old, found := b.globals[space][name]
	switch {
	case found && old.el.Parent == el.Parent:
		b.problem(el, "sch-props-correct.2", "the %s %s is redefined twice, also at %s; remove one", space, name, old.el.Position)
		return
	case !found || !reaches(target, old.el.Document):
		b.problem(el, "src-expredef", "%s has no %s %s to redefine; correct the name or define it outside xs:redefine", target.File, space, name)
		return
	}
	g := &global{space: space, name: name, el: el, original: old}
	old.redefined = true
	b.enter(g)
	b.checkSelfReference(g)
}

// reaches reports whether other is doc or is included or redefined from it.
func reaches(doc, other *load.Document) bool {
	visited := map[*load.Document]bool{doc: true}
	for pending := []*load.Document{doc}; len(pending) > 0; {
		doc, pending = pending[0], pending[1:]
		if doc == other {
			return true
		}
		for _, ref := range doc.References {
			if ref.Kind != load.Import && ref.Target != nil && !visited[ref.Target] {
				visited[ref.Target] = true
				pending = append(pending, ref.Target)
			}
		}
	}
	return false
}

// checkSelfReference checks that a redefinition refers to what it redefines as it must (src-redefine 5 to 7).
func (b *builder) checkSelfReference(g *global) {
	switch g.space {
	case typeSpace:
		b.checkTypeRedefinition(g)
	case groupSpace:
		b.checkGroupRedefinition(g)
	case attributeGroupSpace:
		b.checkAttributeGroupRedefinition(g)
	}
}

// checkTypeRedefinition is src-redefine 5: the base of a redefining type is the type itself.
func (b *builder) checkTypeRedefinition(g *global) {
	derivation := b.child(g.el, "restriction")
	if content := b.child(g.el, "simpleContent", "complexContent"); content != nil {
		derivation = b.child(content, "restriction", "extension")
	}
	if derivation != nil {
		if base, ok := derivation.Token("base"); ok {
			if name, ok := b.expand(derivation, base); ok && name == g.name {
				return
			}
		}
	}
	b.problem(g.el, "src-redefine.5", "the redefinition of type %s must restrict or extend %s itself; name it as base", g.name, g.name)
	b.markBroken(g.component)
}

// checkGroupRedefinition is src-redefine 6: at most one reference to itself, with occurrence one.
func (b *builder) checkGroupRedefinition(g *global) {
	references := b.selfReferences(g, "group")
	if len(references) > 1 {
		b.problem(references[1], "src-redefine.6.1.1", "the redefinition of group %s refers to the group more than once; refer to it once", g.name)
	}
	for _, ref := range references {
		if low, high := occurrence(ref); low != 1 || high != 1 {
			b.problem(ref, "src-redefine.6.1.2", "in its redefinition, group %s must have minOccurs and maxOccurs 1", g.name)
		}
	}
}

// checkAttributeGroupRedefinition is src-redefine 7: at most one reference to itself.
func (b *builder) checkAttributeGroupRedefinition(g *global) {
	if references := b.selfReferences(g, "attributeGroup"); len(references) > 1 {
		b.problem(references[1], "src-redefine.7.1", "the redefinition of attribute group %s refers to the group more than once; refer to it once", g.name)
	}
}

// selfReferences returns the references within g to the component that g redefines.
func (b *builder) selfReferences(g *global, local string) []*load.Element {
	var found []*load.Element
	var walk func(el *load.Element)
	walk = func(el *load.Element) {
		for _, c := range b.children(el) {
			if ref, ok := c.Token("ref"); ok && c.Name.Local == local {
				if name, ok := b.expand(c, ref); ok && name == g.name {
					found = append(found, c)
				}
			}
			walk(c)
		}
	}
	walk(g.el)
	return found
}

// enclosingRedefinition returns the redefinition of name that el is part of, or nil.
func (b *builder) enclosingRedefinition(space symbolSpace, name Name, el *load.Element) *global {
	for outer := el; outer.Parent != nil; outer = outer.Parent {
		if !outer.Parent.IsXSD("redefine") {
			continue
		}
		for g := b.globals[space][name]; g != nil; g = g.original {
			if g.el == outer {
				return g
			}
		}
	}
	return nil
}

// redefinitions returns the globals of a space that redefine another one, in document order.
func (b *builder) redefinitions(space symbolSpace) []*global {
	return slices.DeleteFunc(slices.Clone(b.order), func(g *global) bool { return g.space != space || g.original == nil })
}
