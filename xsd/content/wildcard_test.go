package content

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// universe is every kind of constraint over the namespaces a, b, one more, and absent.
var universe = []NamespaceConstraint{
	Any(), Not(""), Not("a"), Not("b"), List(), List(""), List("a"), List("b"), List("a", "b"), List("", "a"), List("", "b"), List("", "a", "b"),
}

var spaces = []string{"", "a", "b", "c"}

func TestAllows(t *testing.T) {
	for _, c := range []struct {
		constraint NamespaceConstraint
		want       []bool // for absent, a, b, c
	}{
		{Any(), []bool{true, true, true, true}},
		{Not("a"), []bool{false, false, true, true}}, // ##other does not allow absent (section 3.10.4)
		{Not(""), []bool{false, true, true, true}},
		{List("", "b", "b"), []bool{true, false, true, false}},
		{List(), []bool{false, false, false, false}},
	} {
		for i, space := range spaces {
			if got := c.constraint.Allows(space); got != c.want[i] {
				t.Errorf("%v allows %q: %v", c.constraint, space, got)
			}
		}
	}
}

// TestAlgebra compares union, intersection, inclusion and overlap with what the constraints allow.
func TestAlgebra(t *testing.T) {
	for _, c := range universe {
		for _, d := range universe {
			union, hasUnion := c.Union(d)
			both, hasBoth := c.Intersection(d)
			includes, overlaps := true, false
			for _, s := range spaces {
				inC, inD := c.Allows(s), d.Allows(s)
				if hasUnion && union.Allows(s) != (inC || inD) {
					t.Errorf("%v union %v = %v: wrong for %q", c, d, union, s)
				}
				if hasBoth && both.Allows(s) != (inC && inD) {
					t.Errorf("%v intersection %v = %v: wrong for %q", c, d, both, s)
				}
				includes = includes && (inC || !inD)
				overlaps = overlaps || inC && inD
			}
			if got := c.Includes(d); got != includes {
				t.Errorf("%v includes %v: %v", c, d, got)
			}
			if got := c.Overlaps(d); got != overlaps {
				t.Errorf("%v overlaps %v: %v", c, d, got)
			}
			reverse, hasReverse := d.Union(c)
			if hasReverse != hasUnion || hasUnion && !union.Equal(reverse) {
				t.Errorf("the union of %v and %v depends on the order", c, d)
			}
		}
	}
}

func TestNotExpressible(t *testing.T) {
	if _, ok := Not("a").Union(List("", "b")); ok {
		t.Error("clause 5.3 of cos-aw-union: not(a) and {absent, b} have no expressible union")
	}
	if _, ok := Not("a").Intersection(Not("b")); ok {
		t.Error("clause 5 of cos-aw-intersect: not(a) and not(b) have no expressible intersection")
	}
}

func TestSubsetOf(t *testing.T) {
	for _, c := range []struct {
		sub, super NamespaceConstraint
		want       bool
	}{
		{Not("a"), Any(), true},
		{Any(), Not("a"), false},
		{Not("a"), Not("a"), true},
		{Not("a"), Not(""), false}, // to the letter of clause 2 of cos-ns-subset
		{List("b"), Not("a"), true},
		{List("a"), Not("a"), false},
		{List(""), Not("a"), false},
		{List("a"), List("a", "b"), true},
	} {
		if got := c.sub.SubsetOf(c.super); got != c.want {
			t.Errorf("%v subset of %v: %v", c.sub, c.super, got)
		}
	}
}

func TestConstraintText(t *testing.T) {
	got := []string{Any().String(), Not("a").String(), Not("").String(), List("", "b").String(), Strict.String(), Lax.String(), Skip.String()}
	if diff := cmp.Diff([]string{"##any", "not a", "not ##local", "##local b", "strict", "lax", "skip"}, got); diff != "" {
		t.Error(diff)
	}
}
