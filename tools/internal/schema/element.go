// Element declarations (Part 1, section 3.3) and substitution groups.

package schema

import (
	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
)

// headReference is a substitutionGroup attribute, to be followed when all elements are known.
type headReference struct {
	el    *load.Element
	qname string
}

// defineElement fills an element declaration.
func (b *builder) defineElement(e *Element, el *load.Element) {
	b.elements = append(b.elements, e)
	b.elementOf[e] = el
	e.Nillable, e.Abstract = isTrue(el, "nillable"), isTrue(el, "abstract")
	e.Constraint = valueConstraint(el)
	e.Block = b.derivationSet(el, "block", "blockDefault", Extension|Restriction|Substitution)
	if e.Global {
		e.Final = b.derivationSet(el, "final", "finalDefault", Extension|Restriction)
	}
	if qname, ok := el.Token("substitutionGroup"); ok && e.Global {
		b.heads[e] = headReference{el, qname}
	}
	b.defineElementType(e, el)
	for _, c := range b.children(el) {
		if kind, ok := identityKinds[c.Name.Local]; ok {
			b.identityConstraint(e, kind, c)
		}
	}
}

// defineElementType finds the type that el names or contains. Without either it is left for joinSubstitutionGroups.
func (b *builder) defineElementType(e *Element, el *load.Element) {
	if qname, ok := el.Token("type"); ok {
		if e.Type = b.resolveType(el, qname); e.Type == nil {
			e.Type = AnyType()
			b.markBroken(e)
		}
		return
	}
	inline := b.child(el, "simpleType", "complexType")
	if inline == nil {
		return
	}
	if inline.IsXSD("simpleType") {
		e.Type = b.anonymousSimple(inline, e)
		return
	}
	e.Type = b.anonymousComplex(inline, e)
}

// joinSubstitutionGroups settles heads and types that follow from them, then who may stand for whom.
func (b *builder) joinSubstitutionGroups() {
	for _, e := range b.elements {
		if ref, ok := b.heads[e]; ok {
			if e.Head, ok = b.resolve(elementSpace, ref.el, ref.qname).(*Element); !ok {
				e.Head = nil
				b.markBroken(e)
			}
		}
	}
	for _, e := range b.elements {
		b.breakHeadCircle(e)
	}
	for _, e := range b.elements {
		if e.Type == nil {
			e.Type = inheritedType(e)
		}
	}
	for _, e := range b.set.Elements {
		for head := e.Head; head != nil; head = head.Head {
			if !substitutable(e, head) {
				continue
			}
			b.groups[head] = append(b.groups[head], e)
			if !e.Abstract {
				head.Substitutes = append(head.Substitutes, e)
			}
		}
	}
}

// breakHeadCircle is e-props-correct 6: no element is in its own substitution group.
func (b *builder) breakHeadCircle(e *Element) {
	seen := map[*Element]bool{}
	for head := e; head != nil; head = head.Head {
		if !seen[head] {
			seen[head] = true
			continue
		}
		if head == e {
			b.problem(b.elementOf[e], "e-props-correct.6", "the substitution group of element %s leads back to itself; break the circle", e.Name)
			e.Head = nil
			b.markBroken(e)
		}
		return
	}
}

// inheritedType is the type of an element that names none: its head's, else xs:anyType (section 3.3.2).
func inheritedType(e *Element) Type {
	for head := e.Head; head != nil; head = head.Head {
		if head.Type != nil {
			return head.Type
		}
	}
	return AnyType()
}

// substitutable reports whether e may stand for head, in the substitution group of which it is (Part 1, section 3.3.6,
// Substitution Group OK (Transitive)). An abstract element is of the group all the same, and never in a document.
func substitutable(e, head *Element) bool {
	if head.Block.Has(Substitution) {
		return false
	}
	blocked := head.Block
	if t, ok := head.Type.(*ComplexType); ok {
		blocked |= t.Block
	}
	var methods DerivationSet
	for _, step := range derivationSteps(e.Type, head.Type) {
		methods |= DerivationSet(step.method)
		blocked |= step.blocks
	}
	return methods&blocked == 0
}

// derivationStep is one step on the way from a type up to an ancestor.
type derivationStep struct {
	method  Derivation
	reached Type          // the base
	blocks  DerivationSet // prohibited substitutions of the base
}

// derivationSteps returns the steps from t up to ancestor; all up to xs:anyType where ancestor is not on the way.
func derivationSteps(t, ancestor Type) []derivationStep {
	var steps []derivationStep
	for t != nil && t != ancestor {
		step := derivationStep{method: Restriction, reached: t.BaseType()}
		if c, ok := t.(*ComplexType); ok {
			step.method = c.Derivation
		}
		if c, ok := step.reached.(*ComplexType); ok {
			step.blocks = c.Block
		}
		steps = append(steps, step)
		t = step.reached
	}
	return steps
}
