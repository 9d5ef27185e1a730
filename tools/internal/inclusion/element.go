// Elements: what governs an element at its place, and whether what is allowed in it there is allowed in it at a place of the other schema.

package inclusion

import (
	"slices"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
	"github.com/mvainnsyn/mvainnsyn/xsd/content"
)

// governor is what a place says of an element there: a declaration, or without one how a wildcard has it assessed.
type governor struct {
	declaration *schema.Element
	process     content.ProcessContents
}

// needsType reports whether the place allows such an element by xsi:type alone: a strict wildcard without a declaration.
func (g governor) needsType() bool { return g.declaration == nil && g.process == content.Strict }

// skips reports whether the element is not assessed.
func (g governor) skips() bool { return g.declaration == nil && g.process == content.Skip }

// typ is the type of the element where no xsi:type says otherwise.
func (g governor) typ() schema.Type {
	switch {
	case g.declaration != nil:
		return g.declaration.Type
	case g.process == content.Skip:
		return anything
	default:
		return schema.AnyType()
	}
}

// anything is the type of elements that are not assessed.
var anything = func() *schema.ComplexType {
	skip := &schema.Wildcard{Process: content.Skip}
	particle := &schema.Particle{Max: schema.Unbounded, Term: skip}
	skipped, _ := schema.CompileContent(particle, true)
	return &schema.ComplexType{Base: schema.AnyType(), Derivation: schema.Restriction, AnyAttribute: skip, BuiltIn: true, Content: skipped}
}()

// constraint is the default or fixed value.
func (g governor) constraint() schema.ValueConstraint {
	if g.declaration == nil {
		return nil
	}
	return g.declaration.Constraint
}

// with is the element with a type.
func (g governor) with(t schema.Type) typed { return typed{t, g.constraint()} }

// govern is what a leaf of a content model says of an element of that name.
func govern(set *schema.Set, leaf *schema.Particle, name schema.Name) governor {
	switch term := leaf.Term.(type) {
	case *schema.Element:
		for _, substitute := range term.Substitutes {
			if substitute.Name == name {
				return governor{declaration: substitute}
			}
		}
		return governor{declaration: term}
	case *schema.Wildcard:
		if term.Process != content.Skip {
			return governor{set.Element(name), term.Process}
		}
	}
	return governor{process: content.Skip}
}

// elementPair asks whether whatever is allowed in an element governed by a is allowed where b governs it.
type elementPair struct{ a, b governor }

func (p elementPair) examine(x *examination) finding {
	switch {
	case x.sameElements(p.a, p.b):
		return included
	case p.b.skips():
		return x.skipped(p.a)
	case p.a.needsType() && p.b.declaration == nil:
		return included // whatever type is named, the second schema goes by it, too
	case p.a.needsType():
		return p.typed(x, schema.BuiltIn("string"))
	case p.b.needsType():
		return not(whole{})
	case p.b.declaration != nil && p.b.declaration.Abstract:
		return not(whole{})
	}
	return all(
		p.nilled,
		func() finding { return p.declared(x) },
		func() finding { return p.derived(x) },
	)
}

// sameElements reports whether nothing needs to be compared.
func (c *Comparer) sameElements(a, b governor) bool {
	if c.a == c.b && len(c.names.spaces) == 0 && a == b {
		return true
	}
	return a.declaration != nil && b.declaration != nil && c.opts.EqualElements != nil && c.opts.EqualElements(a.declaration, b.declaration)
}

// nilled compares xsi:nil (section 3.3.4, clause 3): a fixed value leaves room for "false" alone.
func (p elementPair) nilled() finding {
	a, b := p.a.declaration, p.b.declaration
	if a == nil || b == nil || !a.Nillable {
		return included
	}
	switch canBeNil := !isFixed(a.Constraint); {
	case !b.Nillable && canBeNil, canBeNil && isFixed(b.Constraint):
		return not(nilled{true})
	case !b.Nillable:
		return not(nilled{false})
	}
	return included
}

func isFixed(constraint schema.ValueConstraint) bool {
	_, fixed := constraint.(*schema.Fixed)
	return fixed
}

// declared compares elements without xsi:type.
func (p elementPair) declared(x *examination) finding {
	a, b := p.a.typ(), p.b.typ()
	switch {
	case schema.IsAbstract(a), !x.possible.typ(p.a, a):
		return included
	case schema.IsAbstract(b):
		return not(whole{a})
	}
	return x.ask(typePair{p.a.with(a), p.b.with(b)})
}

// derived compares elements whose xsi:type names a type derived from the declared one.
func (p elementPair) derived(x *examination) finding {
	return each(x.possible.derived(p.a), func(t schema.Type) finding { return p.typed(x, t) })
}

// hasSpace reports whether a schema has documents with the target namespace.
func hasSpace(set *schema.Set, space string) bool {
	return slices.ContainsFunc(set.Documents, func(d schema.DocumentInfo) bool { return d.TargetNamespace == space })
}

func (p elementPair) typed(x *examination, a schema.Type) finding {
	b := x.b.Type(x.names.name(a.TypeName()))
	if b == nil && x.opts.Assume && p.a.typ() == schema.Type(schema.AnyType()) && !hasSpace(x.b, x.names.space(a.TypeName().Space)) {
		x.solver.assumed |= NoUnknownSpace
		return included
	}
	if b == nil || schema.IsAbstract(b) || p.b.declaration != nil && !p.b.declaration.Allows(b) {
		return not(whole{a})
	}
	found := x.ask(typePair{p.a.with(a), p.b.with(b)})
	if found.example != nil {
		found.example = retyped{a, found.example}
	}
	return found
}
