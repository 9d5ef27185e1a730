// Content: which child is allowed where (Element Locally Valid (Complex Type), section 3.4.4, clause 2).

package validate

import (
	"fmt"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
	"github.com/mvainnsyn/mvainnsyn/xsd/content"
)

// child finds what the parent's content says of a child element, and reports a child that is not allowed.
func (r *run) child(parent *frame, name schema.Name) governing {
	if parent.nilled {
		return governing{process: skip} // reported at the end
	}
	c := parent.elementContent()
	if c == nil {
		r.childless(parent, name)
		return governing{process: skip}
	}
	leaf, allowed := parent.matcher.Next(name)
	if parent.matcher.Err() != nil {
		return governing{process: skip} // the end of the parent reports it
	}
	if !allowed {
		r.unexpected(parent, name)
		return r.recover(c, name)
	}
	return r.governed(c.Leaves[leaf], name)
}

// governed is what a leaf says of an element of that name.
func (r *run) governed(leaf *schema.Particle, name schema.Name) governing {
	switch term := leaf.Term.(type) {
	case *schema.Element:
		return governing{declaration: member(term, name)}
	case *schema.Wildcard:
		return r.wildcarded(term, name)
	}
	return governing{process: skip}
}

// member is the element itself or the one of its substitution group with that name.
func member(head *schema.Element, name schema.Name) *schema.Element {
	for _, substitute := range head.Substitutes {
		if substitute.Name == name {
			return substitute
		}
	}
	return head
}

func (r *run) wildcarded(w *schema.Wildcard, name schema.Name) governing {
	switch w.Process {
	case content.Skip:
		return governing{process: skip}
	case content.Lax:
		return governing{declaration: r.validator.set.Element(name), process: lax}
	default:
		return governing{declaration: r.validator.set.Element(name), process: strict}
	}
}

// childless reports an element where there can be none.
func (r *run) childless(parent *frame, name schema.Name) {
	if parent.broken {
		return
	}
	parent.broken = true
	rule, what := "cvc-complex-type.2.2", "text only"
	switch t := parent.typ.(type) {
	case *schema.SimpleType:
		rule = "cvc-type.3.1.2"
	case *schema.ComplexType:
		if _, empty := t.Content.(schema.EmptyContent); empty {
			rule, what = "cvc-complex-type.2.1", "no content"
		}
	}
	r.violate(rule, name.String(), fmt.Sprintf("the element %s has %s: the element %s is not allowed in it", parent.name, what, name))
}

// unexpected reports a child that is not allowed at its place. One such report an element is enough: what follows is out of step.
func (r *run) unexpected(parent *frame, name schema.Name) {
	if parent.broken {
		return
	}
	parent.broken = true
	expected := parent.matcher.Expected()
	if len(expected) == 0 {
		r.violate("cvc-complex-type.2.4.d", name.String(), fmt.Sprintf("the element %s is not allowed here: %s is complete", name, parent.name))
		return
	}
	r.violate("cvc-complex-type.2.4.a", name.String(), fmt.Sprintf("the element %s is not allowed here: expected %s", name, leafNames(parent, expected)))
}

// recover judges a misplaced child by the declaration it would have in its proper place.
func (r *run) recover(c *schema.ElementContent, name schema.Name) governing {
	leaf, found := c.Model().Find(name)
	if !found {
		return governing{process: skip}
	}
	return r.governed(c.Leaves[leaf], name)
}

// mostNamed bounds the names a message lists.
const mostNamed = 8

func leafNames(f *frame, leaves []int) string {
	all := f.matcher.Model().Leaves()
	var names []string
	for _, index := range leaves {
		if len(names) == mostNamed {
			return strings.Join(names, ", ") + fmt.Sprintf(" or one of %d more", len(leaves)-mostNamed)
		}
		if leaf := all[index]; leaf.Any != nil {
			names = append(names, "any element of "+leaf.Any.Namespaces.String())
		} else {
			names = append(names, leaf.Element.String())
		}
	}
	return strings.Join(names, " or ")
}

// complexEnd checks at the end tag that the content is complete and, where it is mixed, has its fixed value.
func (r *run) complexEnd(f *frame) {
	c := f.elementContent()
	r.defaulted(f, c)
	if c == nil {
		if f.hasText && !f.broken {
			r.violate("cvc-complex-type.2.1", "", fmt.Sprintf("the element %s has no content: not even white space is allowed in it", f.name))
		}
		return
	}
	if !f.broken && !f.matcher.AtEnd() {
		r.violate("cvc-complex-type.2.4.b", "", fmt.Sprintf("the element %s is not complete: %s", f.name, wanting(f)))
	}
	r.mixedFixed(f)
}

// defaulted checks that an empty element to which its declaration gives a value is of a type that can have it (cvc-elt.5.1.1): xsi:type may
// name one that has elements only.
func (r *run) defaulted(f *frame, c *schema.ElementContent) {
	if f.declaration == nil || f.declaration.Constraint == nil || f.hasText || f.hasElements || f.typ == f.declaration.Type {
		return
	}
	if c == nil || !c.Mixed {
		r.violate("cvc-elt.5.1.1", "", fmt.Sprintf("the element %s is empty, and the type that xsi:type names cannot have the value that the schema gives it", f.name))
	}
}

// wanting says what content that is not complete needs. A choice without alternatives needs what there is not: no content satisfies it.
func wanting(f *frame) string {
	expected := f.matcher.Expected()
	if len(expected) == 0 {
		return "its content model has a choice without alternatives, which nothing satisfies"
	}
	return "expected " + leafNames(f, expected)
}

// mixedFixed compares mixed content with a fixed value (cvc-elt.5.2.2): it must be that text and no element.
func (r *run) mixedFixed(f *frame) {
	if f.declaration == nil || !f.keepsText() {
		return
	}
	fixed, is := f.declaration.Constraint.(*schema.Fixed)
	if !is || (!f.hasText && !f.hasElements) {
		return
	}
	if f.hasElements {
		r.violate("cvc-elt.5.2.2.1", "", fmt.Sprintf("the element %s has a fixed value: no element is allowed in it", f.name))
	} else if string(f.buffer) != fixed.Text {
		r.violate("cvc-elt.5.2.2.2.1", string(f.buffer), fmt.Sprintf("the element %s must have its fixed value %q", f.name, fixed.Text))
	}
}
