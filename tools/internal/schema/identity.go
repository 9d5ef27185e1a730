// Identity-constraint definitions (Part 1, section 3.11).

package schema

import (
	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
)

var identityKinds = map[string]IdentityKind{"unique": Unique, "key": Key, "keyref": KeyRef}

// identityConstraint makes a constraint of e from el.
func (b *builder) identityConstraint(e *Element, kind IdentityKind, el *load.Element) {
	name, ok := b.ownName(el)
	if !ok {
		return
	}
	c := &IdentityConstraint{Origin: origin(el), Kind: kind, Name: name, Element: e}
	if other, taken := b.identities[name]; taken {
		b.problem(el, "sch-props-correct.2", "the identity constraint %s is defined twice, also at %s; rename one", name, other.Position)
		return
	}
	b.identities[name] = c
	e.IdentityConstraints = append(e.IdentityConstraints, c)
	for _, child := range b.children(el) {
		switch child.Name.Local {
		case "selector":
			c.Selector = b.xpath(child, false)
		case "field":
			c.Fields = append(c.Fields, b.xpath(child, true))
		}
	}
	if kind == KeyRef {
		b.afterwards(func() { b.resolveKeyRef(c, el) })
	}
}

// xpath parses the path of a selector or field.
func (b *builder) xpath(el *load.Element, field bool) *XPath {
	rule := "c-selector-xpath"
	if field {
		rule = "c-fields-xpaths"
	}
	x := &XPath{Origin: origin(el)}
	x.Expression, _ = el.Attr("xpath")
	var err error
	if x.Paths, err = parseXPath(x.Expression, field, el.Scope); err != nil {
		b.problem(el, rule, "the path %q: %s", x.Expression, err)
	}
	return x
}

// resolveKeyRef finds the key that a keyref refers to (c-props-correct).
func (b *builder) resolveKeyRef(c *IdentityConstraint, el *load.Element) {
	qname, ok := el.Token("refer")
	if !ok {
		return
	}
	name, ok := b.expand(el, qname)
	if !ok {
		return
	}
	target, ok := b.identities[name]
	switch {
	case !b.visible[el.Document][name.Space]:
		b.problem(el, "src-resolve.4", "%s is in %s, which %s does not import; add <xs:import%s/>",
			qname, namespaceWords(name.Space), el.Document.File, importAttribute(name.Space))
	case !ok || target.Kind == KeyRef:
		b.problem(el, "src-resolve", "there is no key or unique called %s; correct refer", qname)
	case len(target.Fields) != len(c.Fields):
		b.problem(el, "c-props-correct.2", "keyref %s has %d fields, but %s at %s has %d; give both the same number",
			c.Name, len(c.Fields), target.Name, target.Position, len(target.Fields))
	default:
		c.Refer = target
	}
}
