// Of which content models a word of bits says whether an object has what it must have.

package codec

import (
	"testing"

	"github.com/mvainnsyn/mvainnsyn/xsd/content"
)

// A member is an element that comes once, or any number of times; bits count no further.
func TestParticlesThatBitsFollow(t *testing.T) {
	for name, c := range map[string]struct {
		particle content.Node
		want     bool
	}{
		"one":                          {Leaf(0, 1, 1), true},
		"optional":                     {Leaf(0, 0, 1), true},
		"any number":                   {Leaf(0, 0, Unbounded), true},
		"one or more":                  {Leaf(0, 1, Unbounded), true},
		"at most two":                  {Leaf(0, 0, 2), false},
		"two or more":                  {Leaf(0, 2, Unbounded), false},
		"a sequence":                   {Sequence(1, 1, Leaf(0, 1, 1), Leaf(1, 1, 1)), true},
		"an optional sequence":         {Sequence(0, 1, Leaf(0, 1, 1), Leaf(1, 1, 1)), true},
		"a sequence that repeats":      {Sequence(1, Unbounded, Leaf(0, 1, 1), Leaf(1, 1, 1)), false},
		"an element at two places":     {Sequence(1, 1, Leaf(0, 1, 1), Leaf(1, 1, 1), Leaf(0, 1, 1)), false},
		"an element in two branches":   {Choice(1, 1, Leaf(0, 1, 1), Sequence(1, 1, Leaf(1, 1, 1), Leaf(0, 1, 1))), false},
		"at most two, in a branch":     {Choice(1, 1, Leaf(0, 0, 2), Leaf(1, 1, 1)), false},
		"a choice":                     {Choice(1, 1, Leaf(0, 1, 1), Leaf(1, 1, Unbounded)), true},
		"a choice that repeats":        {Choice(1, Unbounded, Leaf(0, 1, 1), Leaf(1, 1, 1)), false},
		"a sequence of what is not so": {Sequence(1, 1, Leaf(1, 1, 1), Choice(1, 2, Leaf(0, 1, 1))), false},
	} {
		s := &jsonShape{members: make([]jsonMember, 2)}
		if got := s.particle(new(memberGroup), c.particle); got != c.want {
			t.Errorf("%s: %t, want %t", name, got, c.want)
		}
	}
}
