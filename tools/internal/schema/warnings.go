// Warnings: what is correct by the standard and yet hardly what the author meant.

package schema

import (
	"errors"
	"fmt"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/diag"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
)

// warnings returns what is worth telling of a correct schema, sorted by position, and notes which identity constraints select nothing.
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
	habits map[string]*habit

	within  map[Type]reach  // the children that elements of a type may have
	derived map[Type][]Type // named types by their base
	reached int             // declarations looked at
}

// unread warns of documents that were not read and, as it turned out, not needed.
func (w *warner) unread(ref *load.Reference) {
	if ref.Target != nil || ref.Location == "" || ref.Kind == load.Import && w.loaded[ref.Namespace] {
		return
	}
	w.found.Addf(ref.Element.Position, "", "a document was not read, and nothing in it is referred to: %s", ref.Unresolved)
}

// identityConstraint warns of a constraint that selects nothing, or of fields that lead nowhere because they name elements of a namespace without a
// prefix: in a path the default namespace counts for nothing.
func (w *warner) identityConstraint(c *IdentityConstraint) {
	if c.Selector == nil {
		return
	}
	selected := w.follow(c.Selector, reach{elements: []*Element{c.Element}})
	if selected.isNothing() {
		c.SelectsNothing = true
		w.selectsNothing(c, selected.missed)
		return
	}
	for _, field := range c.Fields {
		if reached := w.follow(field, selected); reached.missed != nil {
			w.unprefixed(field, reached.missed)
		}
	}
}

// follow returns where x leads.
func (w *warner) follow(x *XPath, from reach) reach {
	var reached reach
	for _, path := range x.Paths {
		at := from
		if path.Descendants {
			at = w.withDescendants(from)
		}
		at.missed = nil
		for _, step := range path.Steps {
			if step.Attribute {
				at = reach{missed: at.missed}
				break
			}
			at = w.step(step.Test, at)
		}
		reached = reached.and(at)
	}
	reached.elements = unique(reached.elements)
	return reached
}

// step returns the children of elements that the test takes.
func (w *warner) step(test NameTest, from reach) reach {
	taken := reach{open: from.open, missed: from.missed}
	var missed *missedStep
	for _, parent := range from.elements {
		children := w.childrenOf(parent)
		taken.open = taken.open || children.open
		for _, child := range children.elements {
			switch {
			case test.Matches(child.Name):
				taken.elements = append(taken.elements, child)
			case !test.AnyName && test.Name.Space == "" && test.Name.Local == child.Name.Local:
				missed = &missedStep{test, child}
			}
		}
	}
	if taken.isNothing() && missed != nil {
		taken.missed = missed
	}
	taken.elements = unique(taken.elements)
	return taken
}

// selectsNothing warns of a constraint whose selector leads nowhere. The first of each file is told, with how many more there are.
func (w *warner) selectsNothing(c *IdentityConstraint, missed *missedStep) {
	if w.again(c.Position.File) {
		return
	}
	why, remedy := "no document has an element where it leads", "correct the path"
	if missed != nil {
		why, remedy = missed.why(), missed.remedy()
	}
	w.tellOnce(c.Position.File, "more constraint of this schema selects nothing", "more constraints of this schema select nothing")
	w.found.Addf(c.Selector.Position, "", "the path %q can match nothing, so the constraint %s checks nothing and generated code leaves it out: %s; %s",
		c.Selector.Expression, c.Name.Local, why, remedy)
}

// unprefixed warns of a path without the prefix that it needs. It is a habit: the first of each file and namespace is told, with how many more there are.
func (w *warner) unprefixed(x *XPath, missed *missedStep) {
	habit := x.Position.File + " " + missed.element.Name.Space
	if w.again(habit) {
		return
	}
	w.tellOnce(habit, "more path is so", "more paths are so")
	w.found.Addf(x.Position, "", "the path %q can match nothing: %s; %s", x.Expression, missed.why(), missed.remedy())
}

// habit is a warning that holds for several places.
type habit struct {
	sharedProblem
	one, several string // words for the places after the first
}

// again counts a place of which the like was told before.
func (w *warner) again(key string) bool {
	h, told := w.habits[key]
	if told {
		h.more++
	}
	return told
}

// tellOnce says that the next warning stands for all of its kind.
func (w *warner) tellOnce(key, one, several string) {
	if w.habits == nil {
		w.habits = map[string]*habit{}
	}
	w.habits[key] = &habit{sharedProblem{index: len(w.found)}, one, several}
}

// countHabits adds to warnings for how many more places they hold.
func (w *warner) countHabits() {
	for _, h := range w.habits {
		switch {
		case h.more == 1:
			w.found[h.index].Message += "; 1 " + h.one
		case h.more > 1:
			w.found[h.index].Message += fmt.Sprintf("; %d %s", h.more, h.several)
		}
	}
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
