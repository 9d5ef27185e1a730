// Complex type definitions (Part 1, section 3.4).

package schema

import (
	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
)

// complexWork is a complex type definition on the way, and what is known of it only there.
type complexWork struct {
	work
	attributes attributesOf // written in this step
}

// newComplexType makes a complex type that completeComplex fills from el.
func (b *builder) newComplexType(el *load.Element, name Name, context Component) *ComplexType {
	t := &ComplexType{Origin: origin(el), Name: name, Context: context, Derivation: Restriction}
	t.Abstract = isTrue(el, "abstract")
	t.Block = b.derivationSet(el, "block", "blockDefault", Extension|Restriction)
	t.Final = b.derivationSet(el, "final", "finalDefault", Extension|Restriction)
	w := &complexWork{}
	w.define = func() { b.defineComplex(t, el, w) }
	b.complex[t] = w
	b.complexes = append(b.complexes, t)
	b.elementOf[t] = el
	return t
}

// anonymousComplex makes the complex type inside an element declaration.
func (b *builder) anonymousComplex(el *load.Element, context Component) *ComplexType {
	t := b.newComplexType(el, Name{}, context)
	b.later(func() { b.completeComplex(t) })
	return t
}

// completeComplex fills t if that has not been done. False means that t is derived from itself.
func (b *builder) completeComplex(t *ComplexType) bool {
	w, ok := b.complex[t]
	if !ok || w.state == done {
		return true
	}
	if w.state == underWay {
		return false
	}
	w.state = underWay
	w.define()
	w.state = done
	return true
}

// defineComplex fills t from its element.
func (b *builder) defineComplex(t *ComplexType, el *load.Element, w *complexWork) {
	holder, derivation := el, (*load.Element)(nil)
	simple := false
	if content := b.child(el, "simpleContent", "complexContent"); content != nil {
		simple = content.IsXSD("simpleContent")
		derivation = b.child(content, "restriction", "extension")
		if derivation == nil {
			t.Base, t.Content = AnyType(), EmptyContent{}
			b.markBroken(t)
			return
		}
		holder = derivation
	}
	t.Base = b.baseOf(t, derivation)
	base, _ := t.Base.(*ComplexType)
	w.attributes = b.attributesIn(holder, t)
	t.OwnAttributeUses, t.Prohibited = w.attributes.uses, w.attributes.prohibited
	t.AttributeUses = effectiveUses(t, base, w.attributes)
	t.AnyAttribute = b.effectiveWildcard(t, base, w.attributes.wildcard, holder)
	if simple {
		t.Content = b.simpleContent(t, derivation)
		return
	}
	t.Content = b.complexContent(t, el, holder)
}

// baseOf sets how t is derived and returns its completed base; xs:anyType in place of one that cannot be.
func (b *builder) baseOf(t *ComplexType, derivation *load.Element) Type {
	if derivation == nil {
		return AnyType()
	}
	if derivation.IsXSD("extension") {
		t.Derivation = Extension
	}
	qname, _ := derivation.Token("base")
	switch base := b.resolveType(derivation, qname).(type) {
	case *ComplexType:
		if !b.completeComplex(base) {
			b.problem(derivation, "ct-props-correct.3", "%s is derived from itself; break the circle", typeWords(t))
			break
		}
		if b.broken[base] {
			b.markBroken(t)
		}
		return base
	case *SimpleType:
		if needed, ok := b.needSimple(base, derivation, "st-props-correct.2"); ok {
			return needed
		}
	}
	b.markBroken(t)
	return AnyType()
}

// simpleContent makes the content type of a type with xs:simpleContent (Part 1, section 3.4.2).
func (b *builder) simpleContent(t *ComplexType, derivation *load.Element) Content {
	if t.Derivation == Extension {
		return b.extendedSimpleContent(t, derivation)
	}
	base, ok := t.Base.(*ComplexType)
	if !ok {
		b.problem(derivation, "src-ct.2", "simple content is restricted from a complex type, but %s is simple; use xs:extension or an xs:simpleType", typeWords(t.Base))
		b.markBroken(t)
		return &SimpleContent{Type: t.Base.(*SimpleType)}
	}
	from := b.restrictableText(t, base, derivation)
	if from == nil {
		b.markBroken(t)
		return EmptyContent{}
	}
	if inline := b.child(derivation, "simpleType"); inline != nil {
		if own, ok := b.needSimple(b.newSimpleType(inline, Name{}, t), inline, "st-props-correct.2"); ok {
			if !DerivedFrom(own, from, 0) && !b.broken[t] {
				b.problem(inline, "derivation-ok-restriction.5.2.2.1", "the simple content must be derived from %s, that of the base", typeWords(from))
				b.markBroken(t)
			}
			from = own
		}
	}
	if len(b.facets(derivation, from)) == 0 {
		return &SimpleContent{Type: from}
	}
	return &SimpleContent{Type: b.facetedContent(t, from, derivation)}
}

// restrictableText returns the simple type that a restriction of simple content starts from, nil with the problem noted
// where the base has none (src-ct 2).
func (b *builder) restrictableText(t, base *ComplexType, derivation *load.Element) *SimpleType {
	switch content := base.Content.(type) {
	case *SimpleContent:
		return content.Type
	case *ElementContent:
		if content.Mixed {
			if b.child(derivation, "simpleType") == nil {
				b.problem(derivation, "src-ct.2", "the mixed content of %s becomes simple content only with an xs:simpleType that says of which type; add one", typeWords(base))
				return nil
			}
			b.afterwards(func() { b.checkEmptiableText(base, content, derivation) })
			return AnySimpleType()
		}
	}
	if !b.broken[t] {
		b.problem(derivation, "src-ct.2", "%s has no simple content to restrict; use xs:complexContent or another base", typeWords(base))
	}
	return nil
}

// checkEmptiableText checks that mixed content made simple could do without elements (src-ct 2.1.2). It waits until all groups
// are known.
func (b *builder) checkEmptiableText(base *ComplexType, content *ElementContent, derivation *load.Element) {
	if !b.emptiable(content.Particle) {
		b.problem(derivation, "src-ct.2", "the mixed content of %s cannot become simple: it has elements that must occur", typeWords(base))
	}
}

// facetedContent makes the anonymous simple type that facets in a restriction of simple content define.
func (b *builder) facetedContent(t *ComplexType, from *SimpleType, derivation *load.Element) *SimpleType {
	own := &SimpleType{Origin: origin(derivation), Context: t}
	b.simples = append(b.simples, own)
	b.elementOf[own] = derivation
	b.restrict(own, from, derivation)
	return own
}

// extendedSimpleContent is the content of an extension: that of the base.
func (b *builder) extendedSimpleContent(t *ComplexType, derivation *load.Element) Content {
	switch base := t.Base.(type) {
	case *SimpleType:
		return &SimpleContent{Type: base}
	case *ComplexType:
		if content, ok := base.Content.(*SimpleContent); ok {
			return content
		}
		if !b.broken[t] {
			b.problem(derivation, "src-ct.2", "%s has no simple content to extend; use xs:complexContent or another base", typeWords(base))
		}
		b.markBroken(t)
	}
	return EmptyContent{}
}

// complexContent makes the content type of all other types (Part 1, section 3.4.2).
func (b *builder) complexContent(t *ComplexType, el, holder *load.Element) Content {
	base, ok := t.Base.(*ComplexType)
	if !ok {
		b.problem(holder, "src-ct.1", "complex content is derived from a complex type, but %s is simple; use xs:simpleContent", typeWords(t.Base))
		b.markBroken(t)
		return EmptyContent{}
	}
	own := b.effectiveContent(t, el, holder)
	if t.Derivation == Restriction {
		return own
	}
	if _, ok := base.Content.(*SimpleContent); ok {
		if _, attributesOnly := own.(EmptyContent); attributesOnly {
			return base.Content // clause 2.1 of the mapping, cos-ct-extends 1.4.1
		}
		b.problem(holder, "cos-ct-extends.1.4", "%s has simple content, to which no elements and no text can be added; add attributes alone, or choose another base", typeWords(base))
		b.markBroken(t)
		return base.Content
	}
	return extendedContent(holder, base.Content, own)
}

// extendedContent puts own after the content of the base.
func extendedContent(el *load.Element, base, own Content) Content {
	before, hasBefore := base.(*ElementContent)
	after, hasAfter := own.(*ElementContent)
	switch {
	case !hasAfter:
		return base
	case !hasBefore:
		return own
	}
	group := &ModelGroup{Origin: Origin{Position: el.Position}, Compositor: Sequence, Particles: []*Particle{before.Particle, after.Particle}}
	return &ElementContent{
		Mixed:    after.Mixed,
		Particle: &Particle{Origin: Origin{Position: el.Position}, Min: 1, Max: 1, Term: group},
	}
}

// effectiveContent is the content written in this step, empty where there is none and no text is allowed.
func (b *builder) effectiveContent(t *ComplexType, el, holder *load.Element) Content {
	mixed := isTrue(el, "mixed")
	if content := b.child(el, "complexContent"); content != nil {
		if _, ok := content.Attr("mixed"); ok {
			mixed = isTrue(content, "mixed")
		}
	}
	particle := b.explicitContent(t, holder)
	switch {
	case particle != nil:
		return &ElementContent{Mixed: mixed, Particle: particle}
	case mixed:
		empty := &ModelGroup{Origin: Origin{Position: holder.Position}, Compositor: Sequence}
		return &ElementContent{Mixed: true, Particle: &Particle{Origin: Origin{Position: holder.Position}, Min: 1, Max: 1, Term: empty}}
	default:
		return EmptyContent{}
	}
}

// explicitContent returns the particle written in el, nil where it says nothing: no group, one without particles, or a
// choice of nothing that need not occur.
func (b *builder) explicitContent(t *ComplexType, el *load.Element) *Particle {
	group := b.child(el, "group", "all", "choice", "sequence")
	if group == nil {
		return nil
	}
	particle := b.particle(group, t)
	if particle == nil {
		return nil
	}
	inline, ok := particle.Term.(*ModelGroup)
	if ok && inline.Definition == nil && len(b.children(group)) == 0 && (inline.Compositor != Choice || particle.Min == 0) {
		return nil
	}
	return particle
}
