package content

import (
	"fmt"
	"math/rand"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

// compile compiles or fails the test.
func compile(t testing.TB, root Node, leaves []Leaf) *Model {
	t.Helper()
	m, err := Compile(root, leaves)
	if err != nil {
		t.Fatalf("Compile(%s): %v", show(root, leaves), err)
	}
	return m
}

// TestAgainstReference walks through random models, in step with the reference.
func TestAgainstReference(t *testing.T) {
	random := rand.New(rand.NewSource(1))
	for range 700 {
		var leaves []Leaf
		root := randomTree(random, 3, &leaves)
		if len(leaves) > 7 {
			continue
		}
		for range 6 {
			walk(t, random, root, leaves)
		}
	}
}

func TestAllAgainstReference(t *testing.T) {
	random := rand.New(rand.NewSource(1))
	for range 300 {
		root, leaves := randomAll(random)
		walk(t, random, root, leaves)
	}
}

// walk takes a random word and tries all names at each place of it.
func walk(t *testing.T, random *rand.Rand, root Node, leaves []Leaf) {
	t.Helper()
	m := compile(t, root, leaves)
	x, ref := m.NewMatcher(), newReference(root, leaves)
	var word []source.Name
	where := func() string { return fmt.Sprintf("%s after %v", show(root, leaves), word) }
	for range 9 {
		if got, want := x.AtEnd(), ref.atEnd(); got != want {
			t.Fatalf("%s: AtEnd = %v, want %v", where(), got, want)
		}
		if diff := cmp.Diff(ref.expected(), x.Expected()); diff != "" {
			t.Fatalf("%s: Expected (-want +got):\n%s", where(), diff)
		}
		next := x
		for _, i := range random.Perm(len(alphabet)) {
			if y := tryName(t, &x, ref, alphabet[i], where); y != nil {
				next, word = *y, append(word[:len(word):len(word)], alphabet[i])
			}
		}
		if next.Model() == nil || len(ref.expected()) == 0 {
			return
		}
		x, ref = next, ref.next(word[len(word)-1])
	}
}

// tryName takes a name on a copy of a matcher, which it returns, or nil where the name is not allowed.
func tryName(t *testing.T, x *Matcher, ref *reference, name source.Name, where func() string) *Matcher {
	t.Helper()
	y, want := x.Clone(), preferred(ref, name)
	leaf, ok := y.Next(name)
	if leaf != want || ok != (want >= 0) {
		t.Fatalf("%s: Next(%v) is leaf %d, %v, want %d", where(), name, leaf, ok, want)
	}
	if !ok {
		if string(x.AppendKey(nil)) != string(y.AppendKey(nil)) {
			t.Fatalf("%s: Next(%v) moved although it refused", where(), name)
		}
		return nil
	}
	return &y
}

// preferred is the leaf to report: elements before wildcards, then the first.
func preferred(ref *reference, name source.Name) int {
	wildcard := -1
	for _, i := range ref.expected() {
		l := &ref.leaves[i]
		switch {
		case !l.Allows(name):
		case l.Any == nil:
			return i
		case wildcard < 0:
			wildcard = i
		}
	}
	return wildcard
}

// TestAmbiguitiesAgainstReference compares with a search for two leaves that compete after some word.
func TestAmbiguitiesAgainstReference(t *testing.T) {
	random := rand.New(rand.NewSource(2))
	ambiguous := 0
	for range 700 {
		var leaves []Leaf
		root := randomTree(random, 2, &leaves)
		if len(leaves) > 4 {
			continue
		}
		want := map[[2]int]bool{}
		competing(newReference(root, leaves), 12, map[string]int{}, want)
		got := map[[2]int]bool{}
		for _, a := range compile(t, root, leaves).Ambiguities() {
			got[[2]int{a.First, a.Second}] = true
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("%s: ambiguities (-want +got):\n%s", show(root, leaves), diff)
		}
		if len(want) > 0 {
			ambiguous++
		}
	}
	if ambiguous < 100 {
		t.Errorf("only %d ambiguous models were drawn", ambiguous)
	}
}

// competing finds pairs of leaves that allow the same name at the same place. It goes by leaves, not by names: up to the first
// place where leaves compete, names tell leaves.
func competing(ref *reference, depth int, seen map[string]int, found map[[2]int]bool) {
	if seen[ref.key()] >= depth {
		return
	}
	seen[ref.key()] = depth
	expected := ref.expected()
	for _, name := range alphabet {
		for i, a := range expected {
			for _, b := range expected[i+1:] {
				if ref.leaves[a].Allows(name) && ref.leaves[b].Allows(name) {
					found[[2]int{a, b}] = true
				}
			}
		}
	}
	for _, leaf := range expected {
		competing(ref.after(leaf), depth-1, seen, found)
	}
}
