// Package sample draws documents from a schema: valid ones that between them show what the schema offers, and invalid ones with one fault
// each, which name the rule they break ([Sampler]); and it makes the smallest trees, contents and values there are ([Smallest]), for witnesses
// of what differs between two schemas.
package sample

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/validate"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

// Sampler draws documents. It is for one goroutine; the same seed gives the same documents.
type Sampler struct {
	*drawing
	validator *validate.Validator
	roots     []*schema.Element
	random    *rand.Rand
	coverage  *coverage
	guide     *guide
	stalled   int          // documents in a row that showed nothing new
	planted   map[kind]int // how often each kind of fault was planted
	ahead     *Node        // a valid document to plant the next faults in
}

// ErrNoDocument says that no document could be drawn, and why.
var ErrNoDocument = errors.New("no document can be drawn")

// New makes a sampler of documents with any of the roots, global elements of the set; none given are all those not abstract. The error, an
// [ErrNoDocument], says why no finite document with such a root exists.
func New(set *schema.Set, seed uint64, roots ...*schema.Element) (*Sampler, error) {
	return NewWithin(DefaultLimits(), set, seed, roots...)
}

// NewWithin is [New] with limits of its own.
func NewWithin(limits Limits, set *schema.Set, seed uint64, roots ...*schema.Element) (*Sampler, error) {
	if len(roots) == 0 {
		for _, e := range set.Elements {
			if !e.Abstract {
				roots = append(roots, e)
			}
		}
	}
	if len(roots) == 0 {
		return nil, fmt.Errorf("%w: the schema declares no global element that is not abstract", ErrNoDocument)
	}
	random := rand.New(rand.NewPCG(seed, 0))
	s := &Sampler{drawing: newDrawing(set, random, limits), validator: validate.New(set), random: random, coverage: newCoverage(random), planted: map[kind]int{}}
	for _, root := range roots {
		reason := s.impossible(root)
		s.coverage.add(rootGoal(root), "a document with the root "+root.Name.String(), reason)
		if reason == "" {
			s.roots = append(s.roots, root)
		}
	}
	if len(s.roots) == 0 {
		return nil, fmt.Errorf("%w: %s", ErrNoDocument, s.impossible(roots[0]))
	}
	c := &census{drawing: s.drawing, coverage: s.coverage, seen: map[any]bool{}}
	s.guide = newGuide(s.drawing, s.coverage, c.take(s.roots))
	return s, nil
}

// impossible says why no document has the root, empty where one does.
func (s *Sampler) impossible(root *schema.Element) string {
	switch size := s.sizes.element(root); {
	case size >= endless:
		return s.sizes.why(root)
	case size > s.limits.Elements:
		return fmt.Sprintf("a document with the root %s needs at least %d elements: more than %d are not drawn", root.Name, size, s.limits.Elements)
	default:
		return ""
	}
}

func rootGoal(root *schema.Element) goal { return goal{Particles, root, 0} }

// Coverage is what the documents drawn so far have shown of all that the schema offers below the roots.
func (s *Sampler) Coverage() Coverage { return s.coverage.figures() }

// patience is how many documents in a row may show nothing new before what is left counts as out of reach.
const patience = 6

// Done reports whether there is no use in further documents: everything is covered, or the last ones showed nothing new.
func (s *Sampler) Done() bool { return s.coverage.complete() || s.stalled >= patience }

// attempts is how often a document is tried before its schema counts as beyond our means.
const attempts = 20

// Valid draws a valid document. Each one was read by the validator before it is returned. The error, an [ErrNoDocument], says why none was found.
func (s *Sampler) Valid() (string, error) {
	_, document, err := s.draw()
	return document, err
}

func (s *Sampler) draw() (*Node, string, error) {
	var last error
	for attempt := range attempts {
		tree, document, err := s.try(attempt)
		if err == nil {
			return tree, document, nil
		}
		last = err
	}
	return nil, "", fmt.Errorf("%w: %s", ErrNoDocument, reasonOf(last))
}

// try draws a document: guided at first, then with everything optional, then as small as can be.
func (s *Sampler) try(attempt int) (*Node, string, error) {
	s.guide.refresh()
	g := &grower{drawing: s.drawing, coverage: s.coverage, guide: s.guide}
	root := s.root()
	switch attempt % 4 {
	case 2:
		g.whole = true
	case 3:
		g.coverage = nil
	}
	s.coverage.take(rootGoal(root))
	tree := g.element(root)
	if g.stuck == "" {
		g.settle(tree)
	}
	document, err := s.proved(g, tree)
	s.count(tree, err)
	return tree, document, err
}

// root is one not met yet, or the one from which open goals are nearest, or the one met least often.
func (s *Sampler) root() *schema.Element {
	nearest := least(s.roots, func(root *schema.Element) int {
		if s.coverage.open(rootGoal(root)) {
			return -1
		}
		return s.guide.element(root)
	})
	if s.coverage.open(rootGoal(s.roots[nearest])) || s.guide.element(s.roots[nearest]) < unreachable {
		return s.roots[nearest]
	}
	goals := make([]goal, len(s.roots))
	for i, root := range s.roots {
		goals[i] = rootGoal(root)
	}
	return s.roots[s.coverage.choose(goals)]
}

// proved writes a tree and has the validator read it.
func (s *Sampler) proved(g *grower, tree *Node) (string, error) {
	if g.stuck != "" {
		return "", errors.New(g.stuck)
	}
	document, err := tree.Document()
	if err != nil {
		return "", err
	}
	return document, s.validator.Document(strings.NewReader(document))
}

// count takes what a tree shows into account.
func (s *Sampler) count(tree *Node, err error) {
	if err != nil {
		s.coverage.settle(nil, reasonOf(err))
		return
	}
	if s.coverage.settle(s.shown(tree), "") {
		s.stalled = 0
	} else {
		s.stalled++
	}
}

// reasonOf is an error without the positions in a document that nobody gets to see.
func reasonOf(err error) string {
	var violations xsd.Violations
	if errors.As(err, &violations) {
		return "it would break " + violations[0].Rule + ", " + violations[0].Message
	}
	return err.Error()
}

// shown are the edges of simple types that the values of a tree show.
func (s *Sampler) shown(tree *Node) map[goal]bool {
	shown := map[goal]bool{}
	for _, slot := range slots(tree) {
		t := slot.typ.Runtime
		o := s.texts.offer(t)
		for i, edge := range o.edges {
			value := Value{t.Normalize(slot.value().Text), slot.value().Names}
			if edge.value >= 0 && edge.shows(value) {
				shown[o.goal(i)] = true
			}
		}
	}
	return shown
}
