// Smallest trees: the context of a witness, a word of a content model with as little as possible around it, the shortest value.

package sample

import (
	"fmt"
	"math/rand/v2"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
	"github.com/mvainnsyn/mvainnsyn/xsd/content"
)

// Smallest makes the smallest valid trees of a schema, always the same ones. It is for one goroutine. Trees have IDs and references to them, and
// values of keys, only after [Smallest.Settle].
type Smallest struct{ *drawing }

// NewSmallest prepares the making of smallest trees.
func NewSmallest(set *schema.Set) *Smallest {
	return &Smallest{newDrawing(set, rand.New(rand.NewPCG(1, 0)), DefaultLimits())}
}

func newDrawing(set *schema.Set, random *rand.Rand, limits Limits) *drawing {
	texts := newTexts(random)
	return &drawing{set: set, texts: texts, sizes: newSizes(set, texts), limits: limits}
}

// Element is the smallest valid element where the declaration is expected: of its own type, or of one derived from it, or a member of its
// substitution group. The error, an [ErrNoDocument], says why there is none.
func (s *Smallest) Element(e *schema.Element) (*Node, error) {
	g := s.grower()
	return g.finished(g.element(e))
}

// OfType is the smallest valid element of a declaration with a type, which is the declaration's or one derived from it.
func (s *Smallest) OfType(e *schema.Element, t schema.Type) (*Node, error) {
	if s.sizes.of(t) >= endless && !s.sizes.mustBeNil(e, t) {
		return nil, fmt.Errorf("%w: %s", ErrNoDocument, (&reason{s.sizes, map[*schema.Element]bool{e: true}}).typ(t))
	}
	g := s.grower()
	return g.finished(g.typed(e, t))
}

// Content is an element of a declaration and complex type whose children have the names of the word, each the smallest that the content model allows
// there, with the attributes that are required. Where the content model refuses the word, the children from there on have no declaration.
func (s *Smallest) Content(e *schema.Element, t *schema.ComplexType, word []schema.Name) (*Node, error) {
	g := s.grower()
	n := &Node{Name: e.Name, Declaration: e, Type: t}
	g.attributes(n, t)
	var matcher content.Matcher
	c := elementContent(t)
	if c != nil {
		matcher.Reset(c.Model())
	}
	for _, name := range word {
		leaf := -1
		if c != nil {
			leaf, _ = matcher.Next(name)
		}
		if leaf < 0 {
			n.Content = append(n.Content, &Node{Name: name})
			continue
		}
		n.Content = append(n.Content, g.named(c.Leaves[leaf].Term, name))
	}
	return g.finished(n)
}

// named is the smallest element of that name where a term is expected.
func (g *grower) named(t schema.Term, name schema.Name) *Node {
	e, ok := t.(*schema.Element)
	if !ok {
		process := t.(*schema.Wildcard).Process
		e = g.set.Element(name)
		switch {
		case e == nil && process == content.Strict:
			return &Node{Name: name, Type: schema.BuiltInType("string")}
		case e == nil || process == content.Skip:
			return &Node{Name: name}
		}
	}
	for _, c := range g.sizes.candidates(e) {
		if c.element.Name == name {
			return g.typed(c.element, c.typ)
		}
	}
	g.fail("%s", g.sizes.why(e))
	return &Node{Name: name}
}

// Value is the shortest value of a simple type that accept takes, among those at the boundaries of its facets and many others; a nil accept takes
// all. It is false where none was found.
func (s *Smallest) Value(t *schema.SimpleType, accept func(Value) bool) (Value, bool) {
	return s.texts.shortest(t.Runtime, accept)
}

// Around is the smallest document with the root that has an element which want takes, and that element. What want sees is a declaration with a type
// it can have. The tree changes where the element is changed. The error, an [ErrNoDocument], says that there is no such document.
func (s *Smallest) Around(root *schema.Element, want func(*schema.Element, schema.Type) bool) (tree, at *Node, err error) {
	return s.around(root, want, false)
}

// AroundThroughWildcards is [Smallest.Around], with the element also where only wildcards lead to it.
func (s *Smallest) AroundThroughWildcards(root *schema.Element, want func(*schema.Element, schema.Type) bool) (tree, at *Node, err error) {
	return s.around(root, want, true)
}

// AroundStranger is the smallest document with the root that has an element which the schema does not declare and a wildcard lets in, and that element: its
// content is for the caller to choose. What a wildcard lets in is called as named says; it is asked of wildcards, and false passes over one.
func (s *Smallest) AroundStranger(root *schema.Element, named func(*schema.Wildcard) (schema.Name, bool)) (tree, at *Node, err error) {
	r := s.sizes.routing(root, false)
	r.named = named
	steps, ok := r.route(func(e *schema.Element, _ schema.Type) bool { return e == r.stranger })
	return s.along(root, steps, ok)
}

func (s *Smallest) around(root *schema.Element, want func(*schema.Element, schema.Type) bool, wildcards bool) (tree, at *Node, err error) {
	steps, ok := s.sizes.route(root, want, wildcards)
	return s.along(root, steps, ok)
}

// along is the smallest tree along a route, and the element at its end; ok says whether there is a route.
func (s *Smallest) along(root *schema.Element, steps []step, ok bool) (tree, at *Node, err error) {
	if !ok {
		return nil, nil, fmt.Errorf("%w: no element below %s is the one wanted", ErrNoDocument, root.Name)
	}
	g := s.grower()
	g.route = steps
	tree, err = g.finished(g.next())
	if err == nil && g.at == nil {
		err = fmt.Errorf("%w: the way to the element wanted is closed by a fixed value", ErrNoDocument)
	}
	return tree, g.at, err
}

func (s *Smallest) grower() *grower { return &grower{drawing: s.drawing} }

func (g *grower) finished(n *Node) (*Node, error) {
	if g.stuck != "" {
		return nil, fmt.Errorf("%w: %s", ErrNoDocument, g.stuck)
	}
	return n, nil
}
