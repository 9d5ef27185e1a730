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
	rule, why := "cvc-complex-type.2.2", ": the value is a text"
	switch t := parent.typ.(type) {
	case *schema.SimpleType:
		rule = "cvc-type.3.1.2"
	case *schema.ComplexType:
		if _, empty := t.Content.(schema.EmptyContent); empty {
			rule, why = "cvc-complex-type.2.1", "; no element is expected here"
		}
	}
	r.violate(rule, name.String(), fmt.Sprintf("element %s is not allowed here%s", name, why))
}

// unexpected reports a child that is not allowed at its place. One such report an element is enough: what follows is out of step.
func (r *run) unexpected(parent *frame, name schema.Name) {
	if parent.broken {
		return
	}
	parent.broken = true
	rule := "cvc-complex-type.2.4.a"
	if len(parent.matcher.Expected()) == 0 {
		rule = "cvc-complex-type.2.4.d"
	}
	r.violate(rule, name.String(), fmt.Sprintf("element %s is not allowed here; %s", name, expected(parent)))
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
			names = append(names, "…")
			return strings.Join(names, " or ")
		}
		if leaf := all[index]; leaf.Any != nil {
			names = append(names, "an element of namespace "+leaf.Any.Namespaces.String())
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
			r.violate("cvc-complex-type.2.1", "", "the element must be empty; remove the text")
		}
		return
	}
	if !f.broken && !f.matcher.AtEnd() {
		r.violate("cvc-complex-type.2.4.b", "", fmt.Sprintf("the content of %s is not complete; %s", f.name.Local, expected(f)))
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

// expected says what the content model allows next.
func expected(f *frame) string {
	leaves := f.matcher.Expected()
	if len(leaves) == 0 {
		return "no element is expected here"
	}
	return "expected is " + leafNames(f, leaves)
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
		r.violate("cvc-elt.5.2.2.1", "", fmt.Sprintf("the value is fixed as %q: no element is allowed in it", fixed.Text))
	} else if string(f.buffer) != fixed.Text {
		r.violate("cvc-elt.5.2.2.2.1", string(f.buffer), fmt.Sprintf("the value is fixed as %q; write that, or nothing", fixed.Text))
	}
}
