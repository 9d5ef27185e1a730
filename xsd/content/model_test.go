package content

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/mvainnsyn/mvainnsyn/internal/cost"
	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

// The helpers below write models as a regular expression would: seq(occurs(el(0), 2, 3)).
func el(leaf int) Node { return Node{Min: 1, Max: 1, Leaf: leaf} }

func seq(kids ...Node) Node { return Node{Op: SequenceOp, Min: 1, Max: 1, Children: kids} }

func alt(kids ...Node) Node { return Node{Op: ChoiceOp, Min: 1, Max: 1, Children: kids} }

func anyOrder(kids ...Node) Node            { return Node{Op: AllOp, Min: 1, Max: 1, Children: kids} }
func occurs(n Node, low, high int) Node     { n.Min, n.Max = low, high; return n }
func optional(n Node) Node                  { return occurs(n, 0, 1) }
func elements(names string) (leaves []Leaf) { return named(strings.Split(names, "")) }

func letters(names string) (list []source.Name) {
	for _, n := range strings.Split(names, "") {
		list = append(list, source.Name{Local: n})
	}
	return list
}

func named(names []string) (leaves []Leaf) {
	for _, n := range names {
		leaves = append(leaves, Leaf{Element: source.Name{Local: n}})
	}
	return leaves
}

// accepts runs a word, given as a string of one-letter names, through a model.
func accepts(m *Model, names string) bool {
	x := m.NewMatcher()
	for _, r := range names {
		if _, ok := x.Next(source.Name{Local: string(r)}); !ok {
			return false
		}
	}
	return x.AtEnd()
}

func TestAccepts(t *testing.T) {
	a := elements("a")
	for _, c := range []struct {
		name    string
		root    Node
		leaves  []Leaf
		yes, no []string
	}{
		{
			"counts in counts", occurs(seq(occurs(el(0), 2, 3)), 2, 3), a,
			[]string{"aaaa", "aaaaa", "aaaaaaa", "aaaaaaaaa"},
			[]string{"", "aaa", "aaaaaaaaaa"},
		},
		{
			"counts with gaps", occurs(seq(occurs(el(0), 2, 2)), 0, 2), a,
			[]string{"", "aa", "aaaa"},
			[]string{"a", "aaa", "aaaaa"},
		},
		{
			"counts with gaps without bound", occurs(seq(occurs(el(0), 3, 3)), 2, Unbounded), a,
			[]string{"aaaaaa", "aaaaaaaaa"},
			[]string{"aaa", "aaaaaaa"},
		},
		{
			"nullable iterations", occurs(seq(optional(el(0)), optional(el(1))), 2, 3), elements("ab"),
			[]string{"", "a", "ba", "aaa", "ababab"},
			[]string{"aaaa", "bbbb"},
		},
		{"at least without bound", occurs(el(0), 2, Unbounded), a, []string{"aa", "aaaaaaaa"}, []string{"a", ""}},
		{"choice without branches accepts nothing", seq(el(0), alt()), a, nil, []string{"", "a"}},
		{"optional choice without branches", seq(el(0), optional(alt())), a, []string{"a"}, []string{""}},
		{"never occurring particles vanish", seq(occurs(el(0), 0, 0), el(1)), elements("ab"), []string{"b"}, []string{"ab", "a"}},
		{
			"all", anyOrder(el(0), optional(el(1)), el(2)), elements("abc"),
			[]string{"ac", "ca", "bca", "cba"},
			[]string{"", "a", "ab", "acc", "abcd"},
		},
		{"optional all", optional(anyOrder(el(0), el(1))), elements("ab"), []string{"", "ab", "ba"}, []string{"a", "b", "aa"}},
		{"all in brackets", seq(seq(anyOrder(el(0), el(1)))), elements("ab"), []string{"ba"}, []string{"", "b"}},
		{
			"gapped and optional", seq(optional(seq(occurs(seq(occurs(el(0), 2, 3)), 1, 2))), el(1)), elements("ab"),
			[]string{"b", "aab", "aaaaaab"},
			[]string{"ab", "aaaaaaab"},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := compile(t, c.root, c.leaves)
			for _, w := range c.yes {
				if !accepts(m, w) {
					t.Errorf("%q is refused", w)
				}
			}
			for _, w := range c.no {
				if accepts(m, w) {
					t.Errorf("%q is accepted", w)
				}
			}
		})
	}
}

func TestCompileRefuses(t *testing.T) {
	deep := el(0)
	for range maxDepth + 1 {
		deep = seq(deep)
	}
	for _, c := range []struct {
		root Node
		want string
	}{
		{occurs(el(0), 3, 2), "minOccurs 3 is greater than maxOccurs 2"},
		{occurs(el(0), -1, 2), "negative"},
		{occurs(el(0), 0, -2), "negative"},
		{el(1), "leaf 1 does not exist, there are 1"},
		{Node{Op: 7, Min: 1, Max: 1}, "unknown kind of particle 7"},
		{seq(el(0), anyOrder(el(0))), "an all group must be the whole content"},
		{occurs(anyOrder(el(0)), 1, 2), "an all group may occur at most once, here maxOccurs is 2"},
		{occurs(anyOrder(el(0)), 1, Unbounded), "maxOccurs is unbounded"},
		{anyOrder(occurs(el(0), 1, 2)), "an all group holds elements that occur at most once"},
		{anyOrder(seq(el(0), el(0))), "an all group holds elements that occur at most once"},
		{deep, "groups are nested more than 10000 deep"},
	} {
		_, err := Compile(c.root, elements("a"))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("error = %v, want %q", err, c.want)
		}
	}
}

func TestAmbiguities(t *testing.T) {
	twoAs := elements("aa")
	for _, c := range []struct {
		name   string
		root   Node
		leaves []Leaf
		want   []Ambiguity
	}{
		{"optional before the same", seq(optional(el(0)), el(1)), twoAs, []Ambiguity{{0, 1, source.Name{Local: "a"}}}},
		{"a range before the same", seq(occurs(el(0), 1, 2), el(1)), twoAs, []Ambiguity{{0, 1, source.Name{Local: "a"}}}},
		{"an exact count before the same", seq(occurs(el(0), 2, 2), el(1)), twoAs, nil},
		{
			"an exact count counted in two ways", seq(occurs(alt(occurs(el(0), 1, 2), el(1)), 2, 2), el(2)), elements("aba"),
			[]Ambiguity{{0, 2, source.Name{Local: "a"}}},
		},
		{"counts in counts", occurs(seq(occurs(el(0), 2, 3)), 2, 3), elements("a"), nil},
		{"choice", alt(el(0), el(1)), twoAs, []Ambiguity{{0, 1, source.Name{Local: "a"}}}},
		{"all", anyOrder(el(0), el(1)), twoAs, []Ambiguity{{0, 1, source.Name{Local: "a"}}}},
		{
			"element and wildcard", seq(optional(el(0)), el(1)),
			[]Leaf{{Element: source.Name{Space: "n", Local: "a"}}, {Any: &Wildcard{}}},
			[]Ambiguity{{0, 1, source.Name{Space: "n", Local: "a"}}},
		},
		{
			"element and other namespaces", seq(optional(el(0)), el(1)),
			[]Leaf{{Element: source.Name{Space: "n", Local: "a"}}, {Any: &Wildcard{Namespaces: Not("n")}}},
			nil,
		},
		{
			"two wildcards", seq(optional(el(0)), el(1)),
			[]Leaf{{Any: &Wildcard{Namespaces: Not("n")}}, {Any: &Wildcard{Namespaces: List("m", "n")}}},
			[]Ambiguity{{0, 1, source.Name{Space: "m", Local: "*"}}},
		},
		{
			"two negations", seq(optional(el(0)), el(1)),
			[]Leaf{{Any: &Wildcard{Namespaces: Not("n")}}, {Any: &Wildcard{Namespaces: Not("urn:any")}}},
			[]Ambiguity{{0, 1, source.Name{Space: "urn:any2", Local: "*"}}},
		},
		{
			"substitutes", alt(el(0), el(1)),
			[]Leaf{{Element: source.Name{Local: "head"}, Substitutes: letters("m")}, {Element: source.Name{Local: "m"}}},
			[]Ambiguity{{0, 1, source.Name{Local: "m"}}},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, compile(t, c.root, c.leaves).Ambiguities()); diff != "" {
				t.Errorf("ambiguities (-want +got):\n%s", diff)
			}
		})
	}
}

// TestLargeCounts shows that large counts cost nothing: they are compared, not unrolled.
func TestLargeCounts(t *testing.T) {
	m := compile(t, seq(occurs(seq(el(0), optional(el(1))), 999_999, 1_000_000), el(2)), elements("abc"))
	if len(m.states) > 8 {
		t.Errorf("%d states", len(m.states))
	}
	x := m.NewMatcher()
	for range 999_999 {
		if _, ok := x.Next(source.Name{Local: "a"}); !ok {
			t.Fatal("an element is refused")
		}
	}
	if diff := cmp.Diff([]int{0, 1, 2}, x.Expected()); diff != "" {
		t.Errorf("after 999,999 (-want +got):\n%s", diff)
	}
	x.Next(source.Name{Local: "a"})
	if diff := cmp.Diff([]int{1, 2}, x.Expected()); diff != "" {
		t.Errorf("after 1,000,000 (-want +got):\n%s", diff)
	}
	huge := compile(t, occurs(seq(occurs(el(0), 0, math.MaxInt)), 0, math.MaxInt), elements("a"))
	if !accepts(huge, strings.Repeat("a", 1000)) {
		t.Error("a product of bounds overflowed")
	}
}

// TestTooManyCounts shows that Next says so when what can have been counted is beyond its means.
func TestTooManyCounts(t *testing.T) {
	inner := seq(occurs(el(0), 2, 100_000), optional(el(1)))
	middle := seq(occurs(inner, 2, 100_000), optional(el(2)))
	m := compile(t, occurs(middle, 2, 100_000), elements("abc"))
	x := m.NewMatcher()
	for i := 0; x.Err() == nil; i++ {
		if _, ok := x.Next(source.Name{Local: "a"}); !ok && x.Err() == nil || i > 10_000 {
			t.Fatalf("element %d: refused = %v, Err = %v", i, !ok, x.Err())
		}
	}
	if _, ok := x.Next(source.Name{Local: "a"}); ok {
		t.Error("Next goes on after giving up")
	}
	if x.Reset(m); x.Err() != nil {
		t.Error("Reset keeps the error")
	}
}

func TestDeepNesting(t *testing.T) {
	var leaves []Leaf
	root := seq()
	for i := range 1000 {
		leaves = append(leaves, Leaf{Element: source.Name{Local: strings.Repeat("x", i+1)}})
		root = optional(seq(root, el(i), optional(alt(el(i)))))
	}
	cost.AtMost(t, 60, func() {
		m := compile(t, root, leaves)
		x := m.NewMatcher()
		for i := range 1000 {
			if leaf, ok := x.Next(leaves[i].Element); !ok || leaf != i {
				t.Fatalf("element %d is leaf %d, %v", i, leaf, ok)
			}
		}
		if !x.AtEnd() {
			t.Error("not at the end")
		}
	})
}

func TestWideChoice(t *testing.T) {
	var leaves []Leaf
	root := occurs(alt(), 0, Unbounded)
	for i := range 100_000 {
		leaves = append(leaves, Leaf{Element: source.Name{Local: "e" + strings.Repeat("x", i%7) + string(rune('0'+i%10)) + strings.Repeat("y", i/1000) + string(rune(0x4e00+i%1000))}})
		root.Children = append(root.Children, el(i))
	}
	leaves = append(leaves, Leaf{Any: &Wildcard{Namespaces: Not("")}})
	root.Children = append(root.Children, el(100_000))
	m := compile(t, root, leaves)
	x := m.NewMatcher()
	for i := range leaves {
		name := leaves[i].Element
		if leaves[i].Any != nil {
			name.Space = "n"
		}
		if leaf, ok := x.Next(name); !ok || !leaves[leaf].Allows(name) {
			t.Fatalf("element %d is leaf %d, %v", i, leaf, ok)
		}
	}
}

// TestLongSequence shows that the spans within a long sequence find names by index, and the right one of those that recur.
func TestLongSequence(t *testing.T) {
	var leaves []Leaf
	root := seq()
	for i := range 60 {
		leaves = append(leaves, Leaf{Element: letter(i % 20)})
		kid := optional(el(i))
		if i%20 == 19 {
			kid = el(i)
		}
		root.Children = append(root.Children, kid)
	}
	x := compile(t, root, leaves).NewMatcher()
	for _, i := range []int{3, 18, 19, 21, 39, 45, 58, 59} {
		if leaf, ok := x.Next(leaves[i].Element); !ok || leaf != i {
			t.Fatalf("element %d is leaf %d, %v", i, leaf, ok)
		}
	}
	if _, ok := x.Next(letter(19)); ok || !x.AtEnd() {
		t.Error("something is allowed after the end")
	}
}

func TestFind(t *testing.T) {
	leaves := append(elements("abc"), Leaf{Any: &Wildcard{Namespaces: List("n")}})
	m := compile(t, seq(el(0), occurs(el(1), 2, 2), el(2), optional(el(3))), leaves)
	for name, want := range map[source.Name]int{{Local: "c"}: 2, {Space: "n", Local: "c"}: 3, {Local: "x"}: -1} {
		if leaf, ok := m.Find(name); leaf != want || ok != (want >= 0) {
			t.Errorf("Find(%v) = %d, %v, want %d", name, leaf, ok, want)
		}
	}
}

func TestStride(t *testing.T) {
	a := source.Name{Local: "a"}
	for _, c := range []struct {
		low, high, taken, want int
	}{
		{5, 9, 1, 4},
		{5, 9, 5, 4},
		{5, 9, 7, 2},
		{5, 9, 9, 0},
		{5, Unbounded, 2, 3},
		{5, Unbounded, 7, math.MaxInt},
		{0, Unbounded, 1, math.MaxInt},
		{0, 9, 0, 0},
	} {
		m := compile(t, occurs(el(0), c.low, c.high), elements("a"))
		x := m.NewMatcher()
		for range c.taken {
			x.Next(a)
		}
		got := x.Stride(a)
		if got != c.want {
			t.Errorf("a{%d,%d} after %d: stride %d, want %d", c.low, c.high, c.taken, got, c.want)
		}
		if got == 0 || got == math.MaxInt {
			continue
		}
		y := x.Clone()
		y.Advance(got)
		for range got {
			x.Next(a)
		}
		if string(x.AppendKey(nil)) != string(y.AppendKey(nil)) {
			t.Errorf("a{%d,%d} after %d: advancing differs from taking one by one", c.low, c.high, c.taken)
		}
	}
}

func TestNextDoesNotAllocate(t *testing.T) {
	m := compile(t, seq(el(0), occurs(seq(optional(el(1)), el(2)), 0, 5), el(3)), elements("abcd"))
	names := letters("abcbcd")
	var x Matcher
	x.Reset(m)
	if n := testing.AllocsPerRun(100, func() {
		x.Reset(m)
		for _, name := range names {
			if _, ok := x.Next(name); !ok {
				t.Fatal("refused")
			}
		}
	}); n > 0 {
		t.Errorf("%v allocations", n)
	}
}

// TestFollow: a matcher that was elsewhere goes on from where another is, which stays there; it does so in the memory that it has.
func TestFollow(t *testing.T) {
	for name, m := range map[string]*Model{
		"counted":   compile(t, occurs(seq(occurs(el(0), 1, 3), el(1)), 2, 5), elements("ab")),
		"all":       compile(t, Node{Op: AllOp, Min: 1, Max: 1, Children: []Node{el(0), el(1), optional(el(2))}}, elements("abc")),
		"ambiguous": compile(t, occurs(seq(occurs(el(0), 1, 3), optional(el(1))), 2, 5), elements("ab")),
	} {
		x, follower := m.NewMatcher(), m.NewMatcher()
		x.Next(letter(0))
		follower.Next(letter(1))
		before := string(x.AppendKey(nil))
		follower.Follow(&x)
		if got := string(follower.AppendKey(nil)); got != before {
			t.Errorf("%s: the follower is elsewhere", name)
		}
		if _, ok := follower.Next(letter(1)); !ok {
			t.Errorf("%s: b is refused after a", name)
		}
		if string(x.AppendKey(nil)) != before || string(follower.AppendKey(nil)) == before {
			t.Errorf("%s: the two move together, or not at all", name)
		}
		if n := testing.AllocsPerRun(100, func() { follower.Follow(&x) }); n > 0 && name != "ambiguous" {
			t.Errorf("%s: %v allocations", name, n)
		}
	}
}

// TestValuesOfAmbiguities: from each place of a long row with counted elements all that follow can come next. To see that they do not compete, values are made
// for elements, of which a row twice as long has twice as many, not for pairs of them.
func TestValuesOfAmbiguities(t *testing.T) {
	made := func(length int) uint64 {
		var kids []Node
		var leaves []Leaf
		for i := range length {
			kids = append(kids, occurs(el(i), 0, 3))
			leaves = append(leaves, Leaf{Element: source.Name{Local: fmt.Sprint("e", i)}})
		}
		return cost.Values(func() { compile(t, seq(kids...), leaves) })
	}
	made(10) // with all that is made once
	if once, twice := made(100), made(200); twice > once*22/10 {
		t.Errorf("%d values were made for a row, and %d for one twice as long", once, twice)
	}
}

func BenchmarkSequence(b *testing.B) {
	m := compile(b, seq(el(0), optional(el(1)), el(2), occurs(el(3), 0, Unbounded), el(4)), elements("abcde"))
	names := letters("abcdddde")
	x := m.NewMatcher()
	for b.Loop() {
		x.Reset(m)
		for _, name := range names {
			x.Next(name)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(names)), "ns/element")
}

// BenchmarkCounted is a model for which sets of counters have to be kept.
func BenchmarkCounted(b *testing.B) {
	m := compile(b, occurs(seq(occurs(el(0), 2, 3), optional(el(1))), 2, 30), elements("ab"))
	names := letters("aaaaaaabaaa")
	x := m.NewMatcher()
	for b.Loop() {
		x.Reset(m)
		for _, name := range names {
			x.Next(name)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(names)), "ns/element")
}

// FuzzMatch reads a tree and a word from bytes. Compiling and matching must agree with the reference.
func FuzzMatch(f *testing.F) {
	f.Add([]byte{2, 3, 0, 1, 1, 4, 0, 0}, []byte("aba"))
	f.Add([]byte{9, 9, 1, 2, 3, 4, 5, 6, 7, 8}, []byte("abcabc"))
	f.Fuzz(func(t *testing.T, tree, names []byte) {
		if len(tree) > 24 || len(names) > 8 {
			return
		}
		var leaves []Leaf
		root := treeOf(&tree, 3, &leaves)
		m, err := Compile(root, leaves)
		if err != nil || m.all != nil && len(m.Ambiguities()) > 0 {
			return
		}
		x, ref := m.NewMatcher(), newReference(root, leaves)
		for _, n := range names {
			name := letter(int(n) % 4)
			leaf, ok := x.Next(name)
			if want := preferred(ref, name); leaf != want || ok != (want >= 0) {
				t.Fatalf("%s: Next is leaf %d, %v, want %d", show(root, leaves), leaf, ok, want)
			}
			if ok {
				ref = ref.next(name)
			}
			if x.AtEnd() != ref.atEnd() {
				t.Fatalf("%s: AtEnd = %v", show(root, leaves), x.AtEnd())
			}
		}
	})
}

func treeOf(data *[]byte, depth int, leaves *[]Leaf) Node {
	next := func() int {
		if len(*data) == 0 {
			return 0
		}
		b := (*data)[0]
		*data = (*data)[1:]
		return int(b)
	}
	n := Node{Min: next() % 4}
	n.Max = n.Min + next()%3
	if n.Max > 4 {
		n.Max = Unbounded
	}
	if kind := next() % 4; depth > 0 && kind > 0 {
		n.Op = Op(kind)
		for range next()%3 + 1 {
			n.Children = append(n.Children, treeOf(data, depth-1, leaves))
		}
		return n
	}
	n.Leaf = len(*leaves)
	*leaves = append(*leaves, Leaf{Element: letter(next() % 3)})
	return n
}
