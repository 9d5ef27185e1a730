package sample

import (
	"math/rand/v2"
	"testing"
)

// TestCount: what the document that is being drawn meets counts, whether or not the goal is one that is reported on.
func TestCount(t *testing.T) {
	c := newCoverage(rand.New(rand.NewPCG(1, 0)))
	known, unknown := goal{Branches, "known", 0}, goal{Branches, "unknown", 0}
	c.add(known, "a branch", "")
	for range 2 {
		c.take(known)
		c.take(unknown)
	}
	if c.count(known) != 2 || c.count(unknown) != 2 {
		t.Errorf("met %d and %d times, want 2 and 2", c.count(known), c.count(unknown))
	}
}

// TestSpoilt: even a text of one character is made shorter and given another end.
func TestSpoilt(t *testing.T) {
	for text, wants := range map[string][]string{"7": {"", "9", "77"}, "ab": {"a", "b", "a9", "abx"}, "a b": {"b"}} {
		found := map[string]bool{}
		for _, one := range spoilt(text) {
			found[one] = true
		}
		for _, want := range wants {
			if !found[want] {
				t.Errorf("%q: %q is not among what it is spoilt to", text, want)
			}
		}
	}
}
