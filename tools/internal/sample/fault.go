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
}

// kind is what faults are told apart by.
func (p plant) kind() string { return p.rule + ": " + p.what }

// Invalid draws a document with one fault, of the kind drawn least often so far. The validator finds exactly that fault, under the rule named.
// The error, an [ErrNoDocument], says why there is none.
func (s *Sampler) Invalid() (Fault, error) {
	var last error
	for range attempts {
		tree, _, err := s.draw()
		if err != nil {
			return Fault{}, err
		}
		fault, news, err := s.spoil(tree)
		if err == nil {
			s.stale++
			if news {
				s.stale = 0
			}
			return fault, nil
		}
		last = err
	}
	return Fault{}, fmt.Errorf("%w: no fault could be planted: %w", ErrNoDocument, last)
}

// FaultsDone reports whether there is no use in further invalid documents: the last ones were of kinds that had been drawn before.
func (s *Sampler) FaultsDone() bool { return s.stale >= patience }

// spoil plants the kind of fault met least often so far; where it does not work out, the next. It returns whether the kind is new.
func (s *Sampler) spoil(tree *Node) (fault Fault, news bool, err error) {
	kinds := s.plants(tree)
	order := s.random.Perm(len(kinds))
	slices.SortStableFunc(order, func(a, b int) int { return s.planted[kinds[a].kind()] - s.planted[kinds[b].kind()] })
	err = errors.New("the document offers no place for a fault")
	for _, i := range order[:min(len(order), attempts)] {
		spoiled := tree.Clone()
		kind := kinds[i].kind()
		if fault, err = s.apply(spoiled, s.plants(spoiled)[i]); err == nil {
			s.planted[kind] += vain
			return fault, s.planted[kind] <= 2*vain-1, nil
		}
		s.planted[kind]++
	}
	return Fault{}, false, err
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
	plants := []plant{{"cvc-elt.1", "an unknown root", func() { tree.Name.Local += "-unknown" }}}
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
