// This file checks mixed content against a fixed value: it must be that text and hold no element (XSD 1.0 Part 1, section 3.3.4,
// cvc-elt.5.2.2). Content that is empty has the fixed value, or the default.

package codec

import "github.com/mvainnsyn/mvainnsyn/xsd/simple"

// fixedMixed returns the fixed value of an element of mixed content, nil where there is none.
func (c *contents) fixedMixed(declared *element) *ValueConstraint {
	if !c.plan.typ.Mixed || declared.field == nil || !declared.field.isFixed() {
		return nil
	}
	return declared.field.Constraint
}

// mixedFault says what is wrong with mixed content that holds elements, or has this text; both are empty where nothing is.
func (c *ValueConstraint) mixedFault(elements bool, text string) (rule, message string) {
	switch {
	case elements:
		return "cvc-elt.5.2.2.1", "the value is fixed as " + simple.Quote(c.Text) + ": no element is allowed in it"
	case text != "" && text != c.Text:
		return "cvc-elt.5.2.2.2.1", "the value is fixed as " + simple.Quote(c.Text) + "; write that, or nothing"
	}
	return "", ""
}

// endMixed checks mixed content at its end.
func (r *Reader) endMixed(f *frame) {
	if fixed := f.fixedMixed(f.declared); fixed != nil {
		if rule, message := fixed.mixedFault(f.arrived() > 0, string(f.mixed)); rule != "" {
			r.violate(rule, string(f.mixed), "%s", message)
		}
	}
}

// endMixed checks mixed content at its end.
func (w *Writer) endMixed(f *writeFrame) {
	if fixed := f.fixedMixed(f.declared); fixed != nil && !f.nilled {
		if rule, message := fixed.mixedFault(f.arrived() > 0, string(f.mixed)); rule != "" {
			w.violate(rule, string(f.mixed), "%s", message)
		}
	}
}

// mixedFault is that of the content of an element of type xs:anyType, which is mixed.
func (t *AnyType) mixedFault(f *Field) (rule, message string) {
	if f == nil || !f.isFixed() {
		return "", ""
	}
	elements := false
	for _, c := range t.Content {
		_, isElement := c.(*AnyElement)
		elements = elements || isElement
	}
	return f.Constraint.mixedFault(elements, t.Text())
}
