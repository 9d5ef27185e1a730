// What can be made wrong about one element: its attributes, its text, its children, its type.

package sample

import (
	"slices"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
	"github.com/mvainnsyn/mvainnsyn/xsd/content"
)

// strange is a name that no schema is likely to declare.
const strange = "stranger"

// someText is character data for where none is allowed.
var someText = Text{Value: Value{Text: "text"}}

func (s *Sampler) attributePlants(n *Node) []plant {
	t, complexType := n.Type.(*schema.ComplexType)
	var plants []plant
	if !complexType || t.AnyAttribute == nil {
		rule := "cvc-complex-type.3.2.2"
		if !complexType {
			rule = "cvc-type.3.1.1"
		}
		plants = append(plants, plant{rule: rule, what: "an attribute that is not allowed", apply: func() {
			n.Attributes = append(n.Attributes, Attribute{Name: schema.Name{Local: strange}, Value: Value{Text: "x"}})
		}})
	}
	for i, a := range n.Attributes {
		if a.Use == nil {
			continue
		}
		if a.Use.Required {
			plants = append(plants, plant{rule: "cvc-complex-type.4", what: "a required attribute left out", apply: func() {
				n.Attributes = slices.Delete(n.Attributes, i, i+1)
			}})
		}
		into, _ := n.attributeSlot(i)
		if into.fixed {
			plants = append(plants, s.fixedPlants(into, "cvc-attribute.4", "an attribute with another value than its fixed one")...)
			continue
		}
		for _, w := range s.texts.wrong(a.Use.Declaration.Type.Runtime) {
			plants = append(plants, plant{rule: w.rule, what: "an attribute with " + w.what, apply: func() { into.set(w.value) }, typ: into.typ.Runtime})
		}
	}
	return plants
}

// fixedPlants give a slot with a fixed value another value of its type.
func (s *Sampler) fixedPlants(into slot, rule, what string) []plant {
	fixed, _ := into.typ.Runtime.Parse(into.value().Text, into.value().Names)
	other, ok := s.texts.shortest(into.typ.Runtime, func(value Value) bool {
		parsed, _ := into.typ.Runtime.Parse(value.Text, value.Names)
		return value.Text != "" && !parsed.Equal(fixed)
	})
	if !ok {
		return nil
	}
	return []plant{{rule: rule, what: what, apply: func() { into.set(other) }, typ: into.typ.Runtime}}
}

func (s *Sampler) contentPlants(n *Node) []plant {
	if n.Nil {
		return []plant{{rule: "cvc-elt.3.2.1", what: "a nil element with content", apply: func() { n.Content = []Item{someText} }}}
	}
	var plants []plant
	if !n.Declaration.Nillable {
		plants = append(plants, plant{rule: "cvc-elt.3.1", what: "xsi:nil where it is not allowed", apply: func() { n.Nil = true }})
	}
	if into, ok := n.textSlot(); ok {
		plants = append(plants, s.textPlants(n, into)...)
	}
	t, ok := n.Type.(*schema.ComplexType)
	if !ok {
		return plants
	}
	switch c := t.Content.(type) {
	case *schema.ElementContent:
		plants = append(plants, elementPlants(n, c)...)
	case schema.EmptyContent:
		plants = append(plants, plant{rule: "cvc-complex-type.2.1", what: "content where none is allowed", apply: func() { n.Content = []Item{someText} }})
	}
	return plants
}

func (s *Sampler) textPlants(n *Node, into slot) []plant {
	rule := "cvc-complex-type.2.2"
	if _, simple := n.Type.(*schema.SimpleType); simple {
		rule = "cvc-type.3.1.2"
	}
	plants := []plant{{rule: rule, what: "an element where only text is allowed", apply: func() {
		n.Content = []Item{&Node{Name: schema.Name{Space: n.Name.Space, Local: strange}}}
	}}}
	if into.fixed {
		return append(plants, s.fixedPlants(into, "cvc-elt.5.2.2.2.2", "an element with another value than its fixed one")...)
	}
	for _, w := range s.texts.wrong(into.typ.Runtime) {
		if w.value.Text != "" || n.Declaration.Constraint == nil { // an empty element takes its default
			plants = append(plants, plant{rule: w.rule, what: w.what, apply: func() { into.set(w.value) }, typ: into.typ.Runtime})
		}
	}
	return plants
}

func elementPlants(n *Node, c *schema.ElementContent) []plant {
	plants := []plant{{rule: "cvc-complex-type.2.4.d", what: "an element after the last", apply: func() {
		n.Content = append(n.Content, &Node{Name: schema.Name{Space: n.Name.Space, Local: strange}})
	}}, {rule: "cvc-complex-type.2.4.a", what: "an element before the first", apply: func() {
		n.Content = append([]Item{&Node{Name: schema.Name{Space: n.Name.Space, Local: strange}}}, n.Content...)
	}}}
	if !c.Mixed {
		plants = append(plants, plant{rule: "cvc-complex-type.2.3", what: "text among elements", apply: func() { n.Content = append([]Item{someText}, n.Content...) }})
	}
	matcher := c.Model().NewMatcher()
	for i, it := range n.Content {
		child, ok := it.(*Node)
		if !ok {
			continue
		}
		plants = append(plants, childPlants(n, i)...)
		if leaf, ok := matcher.Next(child.Name); ok {
			plants = append(plants, wildPlants(child, c.Leaves[leaf])...)
		}
	}
	return plants
}

// childPlants put one child out of place.
func childPlants(n *Node, i int) []plant {
	plants := []plant{
		{rule: "cvc-complex-type.2.4.a", what: "an element left out", apply: func() { n.Content = slices.Delete(n.Content, i, i+1) }},
		{rule: "cvc-complex-type.2.4.a", what: "an element twice", apply: func() { n.Content = slices.Insert(n.Content, i, n.Content[i]) }},
	}
	if i == len(n.Content)-1 {
		plants = append(plants, plant{rule: "cvc-complex-type.2.4.b", what: "the last element left out", apply: func() { n.Content = n.Content[:i] }})
	}
	if i > 0 {
		plants = append(plants, plant{rule: "cvc-complex-type.2.4.a", what: "two elements in the other order", apply: func() {
			n.Content[i-1], n.Content[i] = n.Content[i], n.Content[i-1]
		}})
	}
	return plants
}

// wildPlants rename a child that a strict wildcard lets in to one that is not declared.
func wildPlants(child *Node, leaf *schema.Particle) []plant {
	w, ok := leaf.Term.(*schema.Wildcard)
	if !ok || w.Process != content.Strict || child.needsType() {
		return nil
	}
	return []plant{{rule: "cvc-complex-type.2.4.c", what: "an element that is not declared where a wildcard is strict", apply: func() {
		*child = Node{Name: schema.Name{Space: child.Name.Space, Local: strange}}
	}}}
}

// typePlants make an element's type, or the element itself, one that no document can have there.
func typePlants(n *Node) []plant {
	plants := []plant{{rule: "cvc-elt.4.2", what: "xsi:type with a type that is not there", apply: func() {
		n.Type = &schema.ComplexType{Name: schema.Name{Space: n.Name.Space, Local: strange}}
	}}}
	if day := schema.BuiltInType("gDay"); !schema.DerivedFrom(day, n.Declaration.Type, 0) {
		plants = append(plants, plant{rule: "cvc-elt.4.3", what: "xsi:type with a type that is not derived from the element's", apply: func() { n.Type = day }})
	}
	if schema.IsAbstract(n.Declaration.Type) {
		plants = append(plants, plant{rule: "cvc-type.2", what: "an element of an abstract type", apply: func() { n.Type = n.Declaration.Type }})
	}
	if head := n.Declaration.Head; head != nil && head.Abstract {
		plants = append(plants, plant{rule: "cvc-elt.2", what: "an abstract element", apply: func() { n.Name, n.Declaration = head.Name, head }})
	}
	return plants
}
