// Checking schema documents against the table of constructs.

package schema

import (
	"slices"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
	"github.com/mvainnsyn/mvainnsyn/xsd/content"
)

// checkRepresentation checks the form of all documents. What is out of place is passed over from here on.
func (b *builder) checkRepresentation() {
	for _, doc := range b.docs {
		c := formChecker{builder: b, ids: map[string]*load.Element{}}
		c.element(doc.Root, shapes()["schema"])
	}
}

// formChecker checks one document.
type formChecker struct {
	*builder
	ids map[string]*load.Element
}

// element checks el, which stands where the construct s is expected, and all in it.
func (c *formChecker) element(el *load.Element, s *shape) {
	c.attributes(el, s)
	if s.open {
		return
	}
	c.content(el, s)
	c.representation(el, s)
}

// content checks the children of el.
func (c *formChecker) content(el *load.Element, s *shape) {
	matcher := s.model.NewMatcher()
	for _, n := range el.Nodes {
		if n.Element == nil {
			c.problem(el, "s4s-elt-character", "text %q is not allowed in %s; put it into an xs:documentation", shorten(n.Text), el.Name.Local)
			continue
		}
		leaf, ok := matcher.Next(n.Element.Name)
		if !ok {
			c.rejected[n.Element] = true
			c.problem(n.Element, "s4s-elt-must-match.1", "%s is not allowed here in %s; %s", elementWords(n.Element), el.Name.Local, expectedWords(&matcher))
			continue
		}
		c.element(n.Element, s.children[leaf])
	}
	if !matcher.AtEnd() {
		c.problem(el, "s4s-elt-must-match.2", "the content of %s is incomplete; %s", el.Name.Local, expectedWords(&matcher))
	}
}

// elementWords names an element of a schema document in a message.
func elementWords(el *load.Element) string {
	if el.Name.Space == XSDNamespace {
		return "the element " + el.Name.Local
	}
	return "the element " + el.Name.String()
}

// expectedWords says what a matcher would take next.
func expectedWords(m *content.Matcher) string {
	var names []string
	for _, leaf := range m.Expected() {
		if name := m.Model().Leaves()[leaf].Element.Local; !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	if len(names) == 0 {
		return "nothing more is allowed"
	}
	return "allowed: " + strings.Join(names, ", ")
}

// attributes checks the attributes of el.
func (c *formChecker) attributes(el *load.Element, s *shape) {
	for i := range el.Attrs {
		a := &el.Attrs[i]
		known, ok := s.attributes[a.Name]
		switch {
		case ok:
			c.attributeValue(el, a, known)
		case a.Name.Space == "" || a.Name.Space == XSDNamespace:
			c.problem(el, "s4s-att-not-allowed", "the attribute %s is not allowed on this %s; %s", rawName(a.Prefix, a.Name.Local), el.Name.Local, attributeWords(s))
		}
	}
	for _, name := range s.required {
		if _, ok := el.Attr(name); !ok {
			c.problem(el, "s4s-att-must-appear", "the attribute %s of %s is missing; add it", name, el.Name.Local)
		}
	}
}

// attributeWords lists what attributes a construct has.
func attributeWords(s *shape) string {
	var names []string
	for name := range s.attributes {
		names = append(names, name.Local)
	}
	slices.Sort(names)
	return "allowed: " + strings.Join(names, ", ")
}

// attributeValue checks the value of one attribute, and that IDs are unique in their document.
func (c *formChecker) attributeValue(el *load.Element, a *load.Attr, known attributeShape) {
	value := load.Collapse(a.Value)
	if !known.valid(value) {
		c.problem(el, "s4s-att-invalid-value", "the value %q of the attribute %s is not allowed; %s", shorten(a.Value), a.Name.Local, kindWords(known.kind))
		return
	}
	if known.kind != "ID" {
		return
	}
	if other, taken := c.ids[value]; taken {
		c.problem(el, "cvc-id.2", "the id %s is taken, at %s; give each element its own", value, other.Position)
		return
	}
	c.ids[value] = el
}

// kindWords says what a kind of attribute may hold.
func kindWords(kind string) string {
	switch kind {
	case "form":
		return "write qualified or unqualified"
	case "use":
		return "write optional, prohibited or required"
	case "process":
		return "write lax, skip or strict"
	case "whiteSpace":
		return "write preserve, replace or collapse"
	case "derivationSet":
		return "write #all or a list of extension and restriction"
	case "blockSet":
		return "write #all or a list of extension, restriction and substitution"
	case "simpleDerivationSet":
		return "write #all or a list of list, union and restriction"
	case "fullDerivationSet":
		return "write #all or a list of extension, restriction, list and union"
	case "count", "nonNegativeInteger":
		return "write a whole number, 0 or more"
	case "maxCount":
		return "write a whole number or unbounded"
	case "zeroOrOne":
		return "write 0 or 1"
	case "one":
		return "write 1"
	case "ID":
		return "write an NCName: a letter or _, then letters, digits and . - _"
	case "namespaceList":
		return "write ##any, ##other or a list of URIs, ##targetNamespace and ##local"
	default:
		return "write a value of type " + kind
	}
}

// shorten keeps messages readable.
func shorten(text string) string {
	text = load.Collapse(text)
	if runes := []rune(text); len(runes) > 60 {
		return string(runes[:60]) + "..."
	}
	return text
}
