// Faults: documents with exactly one, and the rule it breaks.

package sample

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

// Fault is an invalid document with the rule of XSD 1.0 it breaks, and in words what was done to a valid one.
type Fault struct {
	Document string
	Rule     string
	What     string
}

// plant changes a tree so that it breaks a rule.
type plant struct {
	rule  string
	what  string
	apply func()
}

// Invalid draws a document with one fault. The validator finds exactly that fault, under the rule named.
func (s *Sampler) Invalid() (Fault, error) {
	var last error
	for range attempts {
		tree, _, err := s.draw()
		if err != nil {
			return Fault{}, err
		}
		fault, err := s.spoil(tree)
		if err == nil {
			return fault, nil
		}
		last = err
	}
	return Fault{}, fmt.Errorf("%w: no fault could be planted: %w", ErrNoDocument, last)
}

// spoil plants the kind of fault met least often so far; where it does not work out, the next.
func (s *Sampler) spoil(tree *Node) (Fault, error) {
	spoiled := tree.Clone()
	plants := s.plants(spoiled)
	s.random.Shuffle(len(plants), func(i, j int) { plants[i], plants[j] = plants[j], plants[i] })
	slices.SortStableFunc(plants, func(a, b plant) int {
		return s.planted[a.kind()] - s.planted[b.kind()]
	})
	last := errors.New("the document offers no place for a fault")
	for i := range min(len(plants), attempts) {
		if i > 0 {
			spoiled = tree.Clone()
			plants = s.samePlants(spoiled, plants)
		}
		fault, err := s.apply(spoiled, plants[i])
		if err == nil {
			s.planted[plants[i].kind()]++
			return fault, nil
		}
		last = err
	}
	return Fault{}, last
}

func (p plant) kind() string { return p.rule + " " + p.what }

// samePlants are the plants of another clone in the same order.
func (s *Sampler) samePlants(tree *Node, order []plant) []plant {
	fresh := s.plants(tree)
	used := make([]bool, len(fresh))
	out := make([]plant, 0, len(order))
	for _, wanted := range order {
		for i, p := range fresh {
			if !used[i] && p.rule == wanted.rule && p.what == wanted.what {
				used[i] = true
				out = append(out, p)
				break
			}
		}
	}
	return out
}

func (s *Sampler) apply(tree *Node, p plant) (Fault, error) {
	p.apply()
	document, err := tree.Document()
	if err != nil {
		return Fault{}, err
	}
	var violations xsd.Violations
	err = s.validator.Document(strings.NewReader(document))
	switch {
	case err == nil:
		return Fault{}, fmt.Errorf("%s: the document stayed valid", p.what)
	case !errors.As(err, &violations):
		return Fault{}, err
	case len(violations) != 1 || violations[0].Rule != p.rule:
		return Fault{}, fmt.Errorf("%s: expected %s alone, found %w", p.what, p.rule, err)
	default:
		return Fault{Document: document, Rule: p.rule, What: p.what}, nil
	}
}

// plants are all faults that the tree offers a place for.
func (s *Sampler) plants(tree *Node) []plant {
	plants := []plant{{"cvc-elt.1", "an unknown root", func() { tree.Name.Local += "-unknown" }}}
	tree.each(func(n *Node) {
		if n.Declaration == nil {
			return
		}
		plants = append(plants, s.attributePlants(n)...)
		plants = append(plants, s.contentPlants(n)...)
	})
	return plants
}

func (s *Sampler) attributePlants(n *Node) []plant {
	t, complex := n.Type.(*schema.ComplexType)
	var plants []plant
	if !complex || t.AnyAttribute == nil {
		rule := "cvc-complex-type.3.2.2"
		if !complex {
			rule = "cvc-type.3.1.1"
		}
		plants = append(plants, plant{rule, "an attribute that is not allowed", func() {
			n.Attributes = append(n.Attributes, Attribute{Name: schema.Name{Local: "stranger"}, Value: Value{Text: "x"}})
		}})
	}
	for i, a := range n.Attributes {
		if a.Use == nil {
			continue
		}
		if a.Use.Required {
			plants = append(plants, plant{"cvc-complex-type.4", "a required attribute left out", func() {
				n.Attributes = slices.Delete(n.Attributes, i, i+1)
			}})
		}
		if _, fixed := a.Use.EffectiveConstraint().(*schema.Fixed); fixed {
			continue
		}
		for _, w := range s.wrong(a.Use.Declaration.Type.Runtime) {
			plants = append(plants, plant{w.rule, "an attribute with " + w.what, func() { n.Attributes[i].Value = Value{Text: w.text} }})
		}
	}
	return plants
}

func (s *Sampler) contentPlants(n *Node) []plant {
	if n.Nil {
		return []plant{{"cvc-elt.3.2.1", "a nil element with content", func() { n.Content = []Item{Text{Value: Value{Text: "x"}}} }}}
	}
	var plants []plant
	if !n.Declaration.Nillable {
		plants = append(plants, plant{"cvc-elt.3.1", "xsi:nil where it is not allowed", func() { n.Nil = true }})
	}
	switch t := n.Type.(type) {
	case *schema.SimpleType:
		plants = append(plants, s.textPlants(n, t)...)
	case *schema.ComplexType:
		switch c := t.Content.(type) {
		case *schema.SimpleContent:
			plants = append(plants, s.textPlants(n, c.Type)...)
		case *schema.ElementContent:
			plants = append(plants, elementPlants(n, c)...)
		default:
			plants = append(plants, plant{"cvc-complex-type.2.1", "content where none is allowed", func() { n.Content = []Item{Text{Value: Value{Text: "x"}}} }})
		}
	}
	return plants
}

func (s *Sampler) textPlants(n *Node, t *schema.SimpleType) []plant {
	if n.Declaration.Constraint != nil {
		return nil
	}
	var plants []plant
	for _, w := range s.wrong(t.Runtime) {
		if w.text != "" {
			plants = append(plants, plant{w.rule, w.what, func() { n.Content = []Item{Text{Value{Text: w.text}, t}} }})
		}
	}
	return plants
}

func elementPlants(n *Node, c *schema.ElementContent) []plant {
	plants := []plant{{"cvc-complex-type.2.4.d", "an element after the last", func() {
		n.Content = append(n.Content, &Node{Name: schema.Name{Space: n.Name.Space, Local: "stranger"}})
	}}, {"cvc-complex-type.2.4.a", "an element before the first", func() {
		n.Content = append([]Item{&Node{Name: schema.Name{Space: n.Name.Space, Local: "stranger"}}}, n.Content...)
	}}}
	if !c.Mixed {
		plants = append(plants, plant{"cvc-complex-type.2.3", "text among elements", func() { n.Content = append([]Item{Text{Value: Value{Text: "text"}}}, n.Content...) }})
	}
	for i, it := range n.Content {
		if _, element := it.(*Node); !element {
			continue
		}
		plants = append(plants,
			plant{"cvc-complex-type.2.4.a", "an element left out", func() { n.Content = slices.Delete(n.Content, i, i+1) }},
			plant{"cvc-complex-type.2.4.a", "an element twice", func() { n.Content = slices.Insert(n.Content, i, it) }})
		if i == len(n.Content)-1 {
			plants = append(plants, plant{"cvc-complex-type.2.4.b", "the last element left out", func() { n.Content = n.Content[:i] }})
		}
		if i > 0 {
			plants = append(plants, plant{"cvc-complex-type.2.4.a", "two elements in the other order", func() {
				n.Content[i-1], n.Content[i] = n.Content[i], n.Content[i-1]
			}})
		}
	}
	return plants
}
