// Constraints on element declarations (Part 1, section 3.3.6).

package schema

// checkElements checks all element declarations, local ones too.
func (b *builder) checkElements() {
	for _, e := range b.elements {
		if b.broken[e] {
			continue
		}
		b.checkElementDefault(e)
		if e.Head != nil && !b.broken[e.Head] {
			b.checkAffiliation(e)
		}
		if t, ok := e.Type.(*SimpleType); ok {
			b.checkNotationUse(b.elementOf[e], t)
		}
	}
}

// checkElementDefault is e-props-correct 2 and 5, with cos-valid-default.
func (b *builder) checkElementDefault(e *Element) {
	if e.Constraint == nil {
		return
	}
	el := b.elementOf[e]
	t, ok := e.Type.(*ComplexType)
	if !ok {
		b.checkValue(el, "e-props-correct.2", e.Type.(*SimpleType), e.Constraint)
		return
	}
	if b.broken[t] {
		return
	}
	switch content := t.Content.(type) {
	case *SimpleContent:
		b.checkValue(el, "e-props-correct.2", content.Type, e.Constraint)
	case *ElementContent:
		attribute := attributeOf(e.Constraint)
		if !content.Mixed {
			b.problem(el, "cos-valid-default.2.1", "the type of the element has no text, so there is no %s value; remove it", attribute)
		} else if !b.emptiable(content.Particle) {
			b.problem(el, "cos-valid-default.2.2.2", "the type of the element has elements that must occur, so there is no %s value; remove it", attribute)
		}
	default:
		b.problem(el, "cos-valid-default.2.1", "the type of the element is empty, so there is no default or fixed value; remove it")
	}
}

// checkAffiliation is e-props-correct 4: the type of a member is derived from the head's in a way that the head allows.
func (b *builder) checkAffiliation(e *Element) {
	if DerivedFrom(e.Type, e.Head.Type, e.Head.Final) {
		return
	}
	el := b.elementOf[e]
	if DerivedFrom(e.Type, e.Head.Type, 0) {
		b.problem(el, "e-props-correct.4", "the element %s, head of the substitution group, is final for the way %s is derived from %s",
			e.Head.Name, typeWords(e.Type), typeWords(e.Head.Type))
		return
	}
	b.problem(el, "e-props-correct.4", "the type of a member of a substitution group must be derived from that of the head %s, but %s is not derived from %s",
		e.Head.Name, typeWords(e.Type), typeWords(e.Head.Type))
}
