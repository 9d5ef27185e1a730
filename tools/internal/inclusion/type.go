// Types: whether all attributes and content that one type allows are allowed by another.

package inclusion

import (
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
	"github.com/mvainnsyn/mvainnsyn/xsd/content"
)

// typed is the type that an element has in a document, with the default or fixed value of its declaration.
type typed struct {
	typ        schema.Type
	constraint schema.ValueConstraint
}

// value is the simple content, false where the type has none.
func (t typed) value() (value, bool) {
	switch of := t.typ.(type) {
	case *schema.SimpleType:
		return value{of, t.constraint}, true
	case *schema.ComplexType:
		if c, simple := of.Content.(*schema.SimpleContent); simple {
			return value{c.Type, t.constraint}, true
		}
	}
	return value{}, false
}

// elements is the content model with elements, nil where there is none.
func (t typed) elements() *schema.ElementContent {
	if of, complexType := t.typ.(*schema.ComplexType); complexType {
		c, _ := of.Content.(*schema.ElementContent)
		return c
	}
	return nil
}

// hasFixedText reports whether mixed content must be the text of a fixed value where it is not empty.
func (t typed) hasFixedText() bool {
	c := t.elements()
	_, fixed := t.constraint.(*schema.Fixed)
	return fixed && c != nil && c.Mixed
}

// text is the type of the texts that may stand in element content without any element.
func (t typed) text() value {
	switch {
	case t.hasFixedText():
		return value{anyText(), t.constraint}
	case t.elements().Mixed:
		return anyValue()
	default:
		return value{typ: blank}
	}
}

// blank is the type of white space.
var blank = &schema.SimpleType{Base: schema.AnySimpleType(), Runtime: blankText}

// nothing is the type of no text at all.
var nothing = &schema.SimpleType{Base: schema.AnySimpleType(), Runtime: emptyText}

// typePair asks whether whatever a type allows is allowed by another.
type typePair struct{ a, b typed }

func (p typePair) examine(x *examination) finding {
	if p.same(x.Comparer) {
		return included
	}
	return all(
		attributePair{x, attributesOf(x.a, p.a.typ), attributesOf(x.b, p.b.typ)}.examine,
		func() finding { return p.content(x) },
	)
}

// same reports whether nothing needs to be compared.
func (p typePair) same(c *Comparer) bool {
	_, simple := p.a.typ.(*schema.SimpleType)
	identical := p.a.typ == p.b.typ && (simple || c.a == c.b && len(c.names.spaces) == 0)
	equal := identical || c.opts.EqualTypes != nil && c.opts.EqualTypes(p.a.typ, p.b.typ)
	return equal && sameConstraint(p.a.constraint, p.b.constraint)
}

func sameConstraint(a, b schema.ValueConstraint) bool {
	if a == b {
		return true
	}
	first, fixed := a.(*schema.Fixed)
	second, alsoFixed := b.(*schema.Fixed)
	if fixed && alsoFixed {
		return first.Text == second.Text && len(first.Namespaces)+len(second.Namespaces) == 0
	}
	return !fixed && !alsoFixed && b != nil // a default makes the empty text possible
}

// content compares what stands between the tags.
func (p typePair) content(x *examination) finding {
	if !x.possible.completes(p.a.typ) {
		return included
	}
	if own, simple := p.a.value(); simple {
		return p.simple(x, own)
	}
	if p.a.elements() == nil {
		return p.empty(x)
	}
	return all(
		func() finding { return p.words(x) },
		func() finding { return p.texts(x) },
	)
}

// simple compares simple content with whatever the second type has.
func (p typePair) simple(x *examination, own value) finding {
	other, allowed := p.textsOfSecond()
	if !allowed || other.contradicts() {
		return not(texted{valueText{of: own}})
	}
	return ofText(own, x.elementTexts(own, other))
}

// textsOfSecond are the texts that the second type allows without elements; false where it does not even allow to be empty.
func (p typePair) textsOfSecond() (value, bool) {
	if other, simple := p.b.value(); simple {
		return other, true
	}
	c := p.b.elements()
	if c == nil {
		return value{typ: nothing}, true
	}
	matcher := c.Model().NewMatcher()
	return p.b.text(), matcher.AtEnd()
}

// ofText is what a comparison of texts finds about a type.
func ofText(own value, c comparison) finding {
	if c.text != nil {
		return not(texted{valueText{own, c.text}})
	}
	return c.open(texted{valueText{of: own}})
}

// empty is about content that is always empty.
func (p typePair) empty(x *examination) finding {
	if other, allowed := p.textsOfSecond(); allowed && x.texts.acceptsEmpty(other) {
		return included
	}
	return not(whole{})
}

// texts compares the texts that may stand among elements, or without any.
func (p typePair) texts(x *examination) finding {
	own := p.a.text()
	matcher := p.a.model().NewMatcher()
	switch {
	case p.b.elements() != nil && !p.b.hasFixedText():
		return ofText(own, x.elementTexts(own, p.b.text()))
	case !matcher.AtEnd():
		return included // there is always an element, and that was compared
	}
	other, _ := p.textsOfSecond()
	return ofText(own, x.elementTexts(own, other))
}

// words compares the sequences of elements.
func (p typePair) words(x *examination) finding {
	w := &wordPair{examination: x, own: p.a.elements(), other: p.b.elements()}
	first, err := x.names.model(p.a.model())
	if err != nil {
		return undecided("a content model could not be compared: %v", err)
	}
	return w.compare(first, p.b.model())
}

// model is the content model; with a fixed value there are no elements (section 3.3.4, clause 5.2.2.1).
func (t typed) model() *content.Model {
	c := t.elements()
	if t.hasFixedText() || c == nil {
		return noElements
	}
	return c.Model()
}

// noElements is the content model of content without elements.
var noElements = func() *content.Model {
	model, _ := content.Compile(content.Node{Op: content.SequenceOp, Min: 1, Max: 1}, nil)
	return model
}()
