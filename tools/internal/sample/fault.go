// Faults: documents with exactly one, and the rule it breaks.

package sample

import (
	"errors"
	"fmt"
	"slices"
	"strings"

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
	typ   *xsd.SimpleType // the type of the text that the fault is in; nil where it is in no text
}

// kind distinguishes faults from each other.
type kind struct {
	rule, what string
	typ        *xsd.SimpleType
}

func (p plant) kind() kind { return kind{p.rule, p.what, p.typ} }

// Invalid draws a document with one fault, of the kind drawn least often so far. The validator finds exactly that fault, under the rule named.
// The error, an [ErrNoDocument], says why there is none.
func (s *Sampler) Invalid() (Fault, error) {
	var last error
	for range attempts {
		tree, err := s.spoilable()
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

// FaultsDone reports whether there is no use in further invalid documents: the valid ones show everything, and several in a row offer no place for
// a fault of a new kind.
func (s *Sampler) FaultsDone() bool {
	if s.offersNew(s.ahead) {
		return false
	}
	for ahead := 0; ahead < 2*patience || !s.Done(); ahead++ {
		tree, _, err := s.draw()
		if err != nil {
			return true
		}
		if s.offersNew(tree) {
			s.ahead = tree
			return false
		}
	}
	return true
}

// offersNew reports whether a tree offers a place for a fault of a new kind.
func (s *Sampler) offersNew(tree *Node) bool {
	return tree != nil && slices.ContainsFunc(s.plants(tree), func(p plant) bool { return s.planted[p.kind()] < vain })
}

// spoilable is a valid document to plant a fault in: the one at hand while it offers a place for a fault of a new kind, then another.
func (s *Sampler) spoilable() (*Node, error) {
	if s.offersNew(s.ahead) {
		return s.ahead, nil
	}
	tree, _, err := s.draw()
	s.ahead = tree
	return tree, err
}

// spoil plants the kind of fault met least often so far; where it does not work out, the next.
func (s *Sampler) spoil(tree *Node) (Fault, error) {
	plants := s.plants(tree)
	order := s.random.Perm(len(plants))
	slices.SortStableFunc(order, func(a, b int) int { return s.planted[plants[a].kind()] - s.planted[plants[b].kind()] })
	last := errors.New("the document offers no place for a fault")
	for _, i := range order[:min(len(order), attempts)] {
		spoiled := tree.Clone()
		fault, err := s.apply(spoiled, s.plants(spoiled)[i])
		if err == nil {
			s.planted[plants[i].kind()] += vain
			return fault, nil
		}
		s.planted[plants[i].kind()]++
		last = err
	}
	return Fault{}, last
}

// vain is how many vain attempts at a kind of fault put it back as far as one success.
const vain = 8

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

// plants are all faults that a tree offers a place for, in an order that equal trees share.
func (s *Sampler) plants(tree *Node) []plant {
	plants := []plant{{rule: "cvc-elt.1", what: "an unknown root", apply: func() { tree.Name.Local += "-unknown" }}}
	tree.each(func(n *Node) {
		if n.Declaration == nil {
			return
		}
		plants = append(plants, s.attributePlants(n)...)
		plants = append(plants, s.contentPlants(n)...)
		plants = append(plants, typePlants(n)...)
	})
	return append(plants, s.treePlants(tree)...)
}
