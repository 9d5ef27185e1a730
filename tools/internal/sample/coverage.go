// Coverage: which alternatives of the schema the documents drawn so far have taken.

package sample

import "math/rand/v2"

// goal is one alternative at one place of the schema: an occurrence count of a particle, a branch of a choice, an attribute present, a
// boundary of a simple type.
type goal struct {
	place  any
	detail string
	number int
}

// coverage counts how often each goal was met.
type coverage struct {
	random *rand.Rand
	taken  map[goal]int
	met    int
}

func newCoverage(random *rand.Rand) *coverage {
	return &coverage{random: random, taken: map[goal]int{}}
}

// choose returns the index of the goal taken least often, one of them at random where there are several.
func (c *coverage) choose(goals []goal) int {
	best, ties := 0, 0
	for i, g := range goals {
		count, seen := c.taken[g]
		if !seen {
			c.taken[g] = 0
		}
		switch least := c.taken[goals[best]]; {
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

// take records that a goal was met.
func (c *coverage) take(g goal) {
	if c.taken[g] == 0 {
		c.met++
	}
	c.taken[g]++
}

// Coverage is how much of what the schema offers the documents have between them.
type Coverage struct{ Met, Known int }

// Percent is the coverage in per cent, 100 where the schema offers no choice.
func (c Coverage) Percent() float64 {
	if c.Known == 0 {
		return 100
	}
	return 100 * float64(c.Met) / float64(c.Known)
}

func (c *coverage) figures() Coverage { return Coverage{Met: c.met, Known: len(c.taken)} }
