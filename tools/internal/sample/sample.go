// Package sample draws documents from a schema: valid ones that between them cover what the schema offers, and invalid ones with one fault
// each, which name the rule they break.
package sample

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/validate"
)

// Sampler draws documents. It is for one goroutine; the same seed gives the same documents.
type Sampler struct {
	set       *schema.Set
	validator *validate.Validator
	roots     []*schema.Element
	random    *rand.Rand
	texts     *texts
	heights   *heights
	coverage  *coverage
	distinct  bool // draw values at random, so that keys differ, instead of boundaries
}

// ErrNoDocument says that no document could be drawn, and why.
var ErrNoDocument = errors.New("no document can be drawn")

// New makes a sampler of documents with any of the roots, global elements of the set; none given are all those not abstract.
func New(set *schema.Set, seed uint64, roots ...*schema.Element) (*Sampler, error) {
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
	return &Sampler{
		set: set, validator: validate.New(set), roots: roots, random: random,
		texts: newTexts(random), heights: newHeights(set, set.Elements), coverage: newCoverage(random),
	}, nil
}

// Coverage is what the documents drawn so far have met of all that was offered on the way.
func (s *Sampler) Coverage() Coverage { return s.coverage.figures() }

// attempts is how often a document is tried before its schema counts as beyond our means.
const attempts = 20

// Valid draws a valid document. Each one was read by the validator before it is returned.
func (s *Sampler) Valid() (string, error) {
	_, document, err := s.draw()
	return document, err
}

func (s *Sampler) draw() (*node, string, error) {
	var last error
	for attempt := range attempts {
		s.distinct = attempt%2 == 1
		root := s.roots[s.coverage.choose(s.rootGoals())]
		s.coverage.take(goal{root, "root", 0})
		tree, document, err := s.try(root)
		if err == nil {
			return tree, document, nil
		}
		last = err
	}
	return nil, "", fmt.Errorf("%w: %w", ErrNoDocument, last)
}

func (s *Sampler) rootGoals() []goal {
	goals := make([]goal, len(s.roots))
	for i, root := range s.roots {
		goals[i] = goal{root, "root", 0}
	}
	return goals
}

func (s *Sampler) try(root *schema.Element) (*node, string, error) {
	g := &grower{Sampler: s}
	tree := g.root(root)
	if g.stuck != "" {
		return nil, "", errors.New(g.stuck)
	}
	document, err := tree.write()
	if err != nil {
		return nil, "", err
	}
	return tree, document, s.validator.Document(strings.NewReader(document))
}
