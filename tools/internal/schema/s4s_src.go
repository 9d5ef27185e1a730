// Constraints on the representation of single components that the schema for schemas cannot express: src-element,
// src-attribute, src-simple-type, src-import and their kin.

package schema

import (
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
	"github.com/mvainnsyn/mvainnsyn/xsd"
	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
)

// representation checks what goes beyond names of attributes and children.
func (c *formChecker) representation(el *load.Element, s *shape) {
	switch s.name {
	case "import":
		c.importForm(el)
	case "element.top", "element.local", "element.inAll":
		c.elementForm(el)
	case "attribute.top", "attribute.local":
		c.attributeForm(el)
	case "restriction.simple":
		c.oneOfTwo(el, "src-restriction-base-or-simpleType", "base")
	case "list":
		c.oneOfTwo(el, "src-list-itemType-or-simpleType", "itemType")
	case "union":
		c.unionForm(el)
	case "schema":
		c.schemaForm(el)
	case "notation":
		c.notationForm(el)
	}
	if strings.HasPrefix(s.name, "restriction") {
		c.singleFacets(el)
	}
}

// has reports whether el has an attribute.
func has(el *load.Element, attribute string) bool {
	_, ok := el.Attr(attribute)
	return ok
}

// schemaForm checks that a target namespace is not empty: leaving the attribute out is how to have none (section 3.15.2).
func (c *formChecker) schemaForm(el *load.Element) {
	if value, ok := el.Token("targetNamespace"); ok && value == "" {
		c.problem(el, "s4s-att-invalid-value", "targetNamespace is empty; leave it out for a schema without namespace")
	}
}

// importForm is src-import 1.
func (c *formChecker) importForm(el *load.Element) {
	namespace, ok := el.Token("namespace")
	switch target := el.Document.TargetNamespace; {
	case ok && namespace == target:
		c.problem(el, "src-import.1.1", "what is imported, %s, is the schema's own; use xs:include for it", namespaceWords(namespace))
	case !ok && target == "":
		c.problem(el, "src-import.1.2", "a schema without target namespace cannot import components without namespace; use xs:include")
	}
}

// elementForm is src-element.
func (c *formChecker) elementForm(el *load.Element) {
	c.notBoth(el, "src-element.1")
	inline := c.child(el, "simpleType", "complexType")
	if has(el, "type") && inline != nil {
		c.problem(inline, "src-element.3", "an element has a type attribute or a type inside it, not both; remove one")
	}
	if el.Parent.IsXSD("schema") {
		return
	}
	c.nameOrRef(el, "src-element.2.1")
	if !has(el, "ref") {
		return
	}
	for _, attribute := range []string{"nillable", "default", "fixed", "form", "block", "type"} {
		if has(el, attribute) {
			c.problem(el, "src-element.2.2", "a reference to an element has no attribute %s; put it on the global element", attribute)
		}
	}
	if child := c.child(el, "simpleType", "complexType", "unique", "key", "keyref"); child != nil {
		c.problem(child, "src-element.2.2", "a reference to an element has no %s inside; put it into the global element", child.Name.Local)
	}
}

// attributeForm is src-attribute, with no-xmlns and no-xsi.
func (c *formChecker) attributeForm(el *load.Element) {
	c.notBoth(el, "src-attribute.1")
	use, hasUse := el.Token("use")
	if has(el, "default") && hasUse && use != "optional" {
		c.problem(el, "src-attribute.2", "an attribute with a default is optional, but use says %s; remove one of the two", use)
	}
	inline := c.child(el, "simpleType")
	if has(el, "type") && inline != nil {
		c.problem(inline, "src-attribute.4", "an attribute has a type attribute or a type inside it, not both; remove one")
	}
	c.reservedAttribute(el)
	if el.Parent.IsXSD("schema") {
		return
	}
	c.nameOrRef(el, "src-attribute.3.1")
	if !has(el, "ref") {
		return
	}
	for _, attribute := range []string{"form", "type"} {
		if has(el, attribute) {
			c.problem(el, "src-attribute.3.2", "a reference to an attribute has no attribute %s; put it on the global attribute", attribute)
		}
	}
	if inline != nil {
		c.problem(inline, "src-attribute.3.2", "a reference to an attribute has no type inside; put it into the global attribute")
	}
}

// reservedAttribute is no-xmlns and no-xsi (section 3.2.6).
func (c *formChecker) reservedAttribute(el *load.Element) {
	name, ok := el.Token("name")
	if !ok {
		return
	}
	if name == "xmlns" {
		c.problem(el, "no-xmlns", "no attribute can be called xmlns: it declares a namespace; choose another name")
	}
	inTarget := el.Parent.IsXSD("schema") || qualified(el, "attributeFormDefault")
	if inTarget && el.Document.TargetNamespace == XSINamespace {
		c.problem(el, "no-xsi", "no attribute can be declared in namespace %s: its four are built in", XSINamespace)
	}
}

// notBoth checks that default and fixed do not meet.
func (c *formChecker) notBoth(el *load.Element, rule string) {
	if has(el, "default") && has(el, "fixed") {
		c.problem(el, rule, "default and fixed exclude each other; remove one")
	}
}

// nameOrRef checks that a local declaration has exactly one of the two.
func (c *formChecker) nameOrRef(el *load.Element, rule string) {
	switch {
	case has(el, "name") && has(el, "ref"):
		c.problem(el, rule, "name and ref exclude each other; remove one")
	case !has(el, "name") && !has(el, "ref"):
		c.problem(el, rule, "this %s has neither name nor ref; add one", el.Name.Local)
	}
}

// oneOfTwo checks that el names a type or contains one.
func (c *formChecker) oneOfTwo(el *load.Element, rule, attribute string) {
	switch inline := c.child(el, "simpleType"); {
	case has(el, attribute) && inline != nil:
		c.problem(inline, rule, "%s has %s or an xs:simpleType inside it, not both; remove one", el.Name.Local, attribute)
	case !has(el, attribute) && inline == nil:
		c.problem(el, rule, "%s has neither %s nor an xs:simpleType; add one", el.Name.Local, attribute)
	}
}

// unionForm checks that a union has members.
func (c *formChecker) unionForm(el *load.Element) {
	members, _ := el.Token("memberTypes")
	if members == "" && c.child(el, "simpleType") == nil {
		c.problem(el, "src-union-memberTypes-or-simpleTypes", "the union has no members; name some in memberTypes or write xs:simpleType inside")
	}
}

// notationForm checks that a notation identifies something.
func (c *formChecker) notationForm(el *load.Element) {
	if !has(el, "public") && !has(el, "system") {
		c.problem(el, "s4s-att-must-appear", "the notation has neither public nor system; add one")
	}
}

// singleFacets checks that facets of which there can be one only are not repeated (src-single-facet-value).
func (c *formChecker) singleFacets(el *load.Element) {
	first := map[string]*load.Element{}
	for _, facet := range c.children(el) {
		kind, ok := simple.FacetKindOf(facet.Name.Local)
		if !ok || kind == xsd.FacetPattern || kind == xsd.FacetEnumeration {
			continue
		}
		if other, taken := first[facet.Name.Local]; taken {
			c.problem(facet, "src-single-facet-value", "the facet %s is given twice, also at %s; remove one", facet.Name.Local, other.Position)
			continue
		}
		first[facet.Name.Local] = facet
	}
}
