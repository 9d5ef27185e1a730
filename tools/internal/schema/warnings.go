// Warnings: what is correct by the standard and yet hardly what the author meant.

package schema

import (
	"errors"
	"fmt"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/diag"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
)

// warnings returns what is worth telling of a correct schema, sorted by position.
func (b *builder) warnings() diag.Problems {
	w := warner{builder: b, loaded: map[string]bool{}}
	for _, doc := range b.docs {
		w.loaded[doc.TargetNamespace] = true
	}
	for _, doc := range b.docs {
		for _, ref := range doc.References {
			w.unread(ref)
		}
	}
	for _, e := range b.elements {
		for _, c := range e.IdentityConstraints {
			w.identityConstraint(c)
		}
	}
	w.countHabits()
	var sorted diag.Problems
	errors.As(w.found.Err(), &sorted)
	return sorted
}

// warner collects warnings.
type warner struct {
	*builder
	loaded map[string]bool // target namespaces of all documents
	found  diag.Problems
	habits map[string]*sharedProblem
}

// unread warns of documents that were not read and, as it turned out, not needed.
func (w *warner) unread(ref *load.Reference) {
	if ref.Target != nil || ref.Location == "" || ref.Kind == load.Import && w.loaded[ref.Namespace] {
		return
	}
	w.found.Addf(ref.Element.Position, "", "a document was not read, and nothing in it is referred to: %s", ref.Unresolved)
}

// identityConstraint warns of paths that lead nowhere because they name elements of a namespace without a prefix: in a path
// the default namespace counts for nothing.
func (w *warner) identityConstraint(c *IdentityConstraint) {
	if c.Selector == nil {
		return
	}
	selected := w.follow(c.Selector, []*Element{c.Element})
	for _, field := range c.Fields {
		w.follow(field, selected)
	}
}

// follow returns the element declarations that x leads to.
func (w *warner) follow(x *XPath, from []*Element) []*Element {
	var reached []*Element
	for _, path := range x.Paths {
		at := from
		if path.Descendants {
			at = withDescendants(from)
		}
		for _, step := range path.Steps {
			if step.Attribute {
				at = nil
				break
			}
			at = w.step(x, step.Test, at)
		}
		reached = append(reached, at...)
	}
	return reached
}

// step returns the children of elements that the test takes, and warns if there are none but would be with a prefix.
func (w *warner) step(x *XPath, test NameTest, from []*Element) []*Element {
	var taken []*Element
	var missed *Element
	for _, parent := range from {
		children, wild := childrenOf(parent)
		if wild {
			return nil
		}
		for _, child := range children {
			switch {
			case test.Matches(child.Name):
				taken = append(taken, child)
			case test.Name.Space == "" && test.Name.Local == child.Name.Local:
				missed = child
			}
		}
	}
	if len(taken) == 0 && missed != nil {
		w.unprefixed(x, test, missed)
	}
	return unique(taken)
}

// unprefixed warns of a path without the prefix that it needs. It is a habit: the first of each file and namespace is told, with how many more there are.
func (w *warner) unprefixed(x *XPath, test NameTest, missed *Element) {
	habit := x.Position.File + " " + missed.Name.Space
	if w.habits == nil {
		w.habits = map[string]*sharedProblem{}
	}
	if p, ok := w.habits[habit]; ok {
		p.more++
		return
	}
	w.habits[habit] = &sharedProblem{index: len(w.found)}
	w.found.Addf(x.Position, "", "the path %q can match nothing: %s without prefix is in no namespace, but the element %s is in %s; declare a prefix for it and write it in the path",
		x.Expression, test.Name.Local, missed.Name.Local, missed.Name.Space)
}

// countHabits adds to warnings how often the same habit shows.
func (w *warner) countHabits() {
	for _, p := range w.habits {
		switch {
		case p.more == 1:
			w.found[p.index].Message += "; so it is in 1 more path"
		case p.more > 1:
			w.found[p.index].Message += fmt.Sprintf("; so it is in %d more paths", p.more)
		}
	}
}

// childrenOf returns the declarations of the elements that may be in e; wild is true where there may be others.
func childrenOf(e *Element) (children []*Element, wild bool) {
	t, ok := e.Type.(*ComplexType)
	if !ok {
		return nil, false
	}
	content, ok := t.Content.(*ElementContent)
	if !ok {
		return nil, false
	}
	for _, p := range content.Leaves {
		child, ok := p.Term.(*Element)
		if !ok {
			return nil, true
		}
		children = append(append(children, child), child.Substitutes...)
	}
	return children, false
}

// withDescendants returns elements and all that may be in them at any depth.
func withDescendants(elements []*Element) []*Element {
	all := unique(elements)
	seen := map[*Element]bool{}
	for _, e := range all {
		seen[e] = true
	}
	for i := 0; i < len(all); i++ {
		children, _ := childrenOf(all[i])
		for _, child := range children {
			if !seen[child] {
				seen[child] = true
				all = append(all, child)
			}
		}
	}
	return all
}

// unique returns elements, each once.
func unique(elements []*Element) []*Element {
	seen := map[*Element]bool{}
	var all []*Element
	for _, e := range elements {
		if !seen[e] {
			seen[e] = true
			all = append(all, e)
		}
	}
	return all
}
