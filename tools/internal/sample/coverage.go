// Coverage: what the schema offers, and which of it the documents drawn so far have shown.

package sample

import (
	"fmt"
	"math/rand/v2"
	"slices"
)

// Category is a kind of thing that documents are to show.
type Category uint8

// The categories.
const (
	Particles     Category = iota // an element or wildcard of a content model is there
	Branches                      // a branch of a choice is taken
	OptionalParts                 // an optional particle or attribute is there, or is left out; an element is nil
	Occurrences                   // a repeated particle occurs as often as a bound says, or once more than it must
	Substitutions                 // an element of a substitution group, or a derived type, stands for another
	Enumerations                  // an enumeration value
	Facets                        // the boundary of any other facet
)

// Categories are all categories, in order.
func Categories() []Category {
	return []Category{Particles, Branches, OptionalParts, Occurrences, Substitutions, Enumerations, Facets}
}

// String names the category as a report does.
func (c Category) String() string {
	return [...]string{"particles", "choice branches", "optional parts", "occurrence bounds", "substitutions", "enumeration values", "facet boundaries"}[c]
}

// goal is one thing to show, at one place of the schema.
type goal struct {
	category Category
	place    any
	number   int
}

// state is what is known of a goal.
type state struct {
	what  string // in words, with its place
	taken int    // how often it was met
	tried int    // in how many documents that came to nothing
	never string // why it cannot be met; empty where it can
}

// hopeless is after how many vain attempts a goal is given up.
const hopeless = 6

// open reports whether the goal is still to be met.
func (s *state) open() bool { return s.taken == 0 && s.never == "" }

// coverage keeps the goals of a schema. What a document meets counts once the document has proved valid.
type coverage struct {
	random *rand.Rand
	states map[goal]*state
	order  []goal
	now    []goal // met by the document that is being drawn
	spent  map[goal]int
	asked  int // how often growth and guide asked whether a goal is open: what a document costs
}

func newCoverage(random *rand.Rand) *coverage {
	return &coverage{random: random, states: map[goal]*state{}, spent: map[goal]int{}}
}

// add makes a goal known; never says why it cannot be met, and is empty where it can.
func (c *coverage) add(g goal, what, never string) {
	if c.states[g] == nil {
		c.states[g] = &state{what: what, never: never}
		c.order = append(c.order, g)
	}
}

// open reports whether a goal is still to be met, by the document that is being drawn neither.
func (c *coverage) open(g goal) bool {
	c.asked++
	s := c.states[g]
	return s != nil && s.open() && c.spent[g] == 0
}

// count is how often a goal was met, the document that is being drawn included.
func (c *coverage) count(g goal) int {
	if s := c.states[g]; s != nil {
		return s.taken + s.tried + c.spent[g]
	}
	return c.spent[g]
}

// choose returns the index of the goal met least often, one of them at random where there are several.
func (c *coverage) choose(goals []goal) int {
	best, ties := 0, 0
	for i, g := range goals {
		switch count, least := c.count(g), c.count(goals[best]); {
		case i == 0 || count < least:
			best, ties = i, 1
		case count == least:
			ties++
			if c.random.IntN(ties) == 0 {
				best = i
			}
		}
	}
	return best
}

// take records that the document that is being drawn meets a goal.
func (c *coverage) take(g goal) {
	c.now = append(c.now, g)
	c.spent[g]++
}

// settle ends a document. What it met counts where the document is good: then shown are the goals about values that it shows, whatever growth
// meant it to show. A nil shown notes everything as tried in vain, for that reason. It returns whether something new was met.
func (c *coverage) settle(shown map[goal]bool, reason string) (news bool) {
	for _, g := range c.now {
		delete(c.spent, g)
		s, aboutValues := c.states[g], g.category == Enumerations || g.category == Facets
		switch {
		case s == nil:
		case shown == nil:
			s.fail(reason)
		case aboutValues && !shown[g]:
			s.fail("IDs and keys need other values there")
		case !aboutValues:
			news = s.meet() || news
		}
	}
	c.now = c.now[:0]
	for g := range shown {
		if s := c.states[g]; s != nil {
			news = s.meet() || news
		}
	}
	return news
}

// meet notes that the goal was met, and returns whether for the first time.
func (s *state) meet() bool {
	s.taken++
	s.never = ""
	return s.taken == 1
}

// fail notes a vain attempt.
func (s *state) fail(reason string) {
	if s.taken > 0 {
		return
	}
	if s.tried++; s.tried >= hopeless && s.never == "" {
		s.never = "no valid document was found: " + reason
	}
}

// complete reports whether no goal is open.
func (c *coverage) complete() bool {
	return !slices.ContainsFunc(c.order, func(g goal) bool { return c.states[g].open() })
}

// Coverage is how much of what the schema offers the documents have between them, by category.
type Coverage struct {
	Covered, Total map[Category]int
	Missing        []Missing
}

// Missing is something that no document shows, and why.
type Missing struct {
	Category Category
	What     string
	Reason   string
}

// Percent is the coverage of everything in per cent, 100 where the schema offers nothing.
func (c Coverage) Percent() float64 {
	covered, total := 0, 0
	for category, n := range c.Total {
		covered += c.Covered[category]
		total += n
	}
	if total == 0 {
		return 100
	}
	return 100 * float64(covered) / float64(total)
}

// String is a line of figures.
func (c Coverage) String() string {
	text := fmt.Sprintf("%.1f %%", c.Percent())
	for _, category := range Categories() {
		if total := c.Total[category]; total > 0 {
			text += fmt.Sprintf(", %s %d of %d", category, c.Covered[category], total)
		}
	}
	return text
}

func (c *coverage) figures() Coverage {
	figures := Coverage{Covered: map[Category]int{}, Total: map[Category]int{}}
	for _, g := range c.order {
		s := c.states[g]
		figures.Total[g.category]++
		switch {
		case s.taken > 0:
			figures.Covered[g.category]++
		case s.never != "":
			figures.Missing = append(figures.Missing, Missing{g.category, s.what, s.never})
		default:
			figures.Missing = append(figures.Missing, Missing{g.category, s.what, "not drawn yet"})
		}
	}
	return figures
}
