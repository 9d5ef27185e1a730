package automaton

import (
	"fmt"
	"math/rand"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/mvainnsyn/mvainnsyn/internal/cost"
	"github.com/mvainnsyn/mvainnsyn/xsd/content"
	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

// parse reads a model from a string such as "a{2,3} (b | c)* x?": sequences, choices with |, all groups with &, <other> for a wildcard.
func parse(t testing.TB, text string) *content.Model {
	t.Helper()
	p := parser{text: text}
	root := p.group()
	m, err := content.Compile(root, p.leaves)
	if err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	return m
}

type parser struct {
	text   string
	leaves []content.Leaf
}

func (p *parser) group() content.Node {
	n := content.Node{Op: content.SequenceOp, Min: 1, Max: 1}
	for p.text != "" && p.text[0] != ')' {
		switch c := p.text[0]; c {
		case ' ':
			p.text = p.text[1:]
		case '|':
			n.Op, p.text = content.ChoiceOp, p.text[1:]
		case '&':
			n.Op, p.text = content.AllOp, p.text[1:]
		default:
			n.Children = append(n.Children, p.bounds(p.item()))
		}
	}
	return n
}

func (p *parser) item() content.Node {
	if p.text[0] == '(' {
		p.text = p.text[1:]
		n := p.group()
		p.text = p.text[1:]
		return n
	}
	leaf := content.Leaf{Element: source.Name{Local: p.text[:1]}}
	if p.text[0] == '<' {
		inside, _, _ := strings.Cut(p.text[1:], ">")
		constraint := map[string]content.NamespaceConstraint{"any": content.Any(), "other": content.Not("n"), "n": content.List("n")}[inside]
		leaf = content.Leaf{Any: &content.Wildcard{Namespaces: constraint}}
		p.text = p.text[len(inside)+1:]
	}
	p.text = p.text[1:]
	p.leaves = append(p.leaves, leaf)
	return content.Node{Min: 1, Max: 1, Leaf: len(p.leaves) - 1}
}

func (p *parser) bounds(n content.Node) content.Node {
	if p.text == "" {
		return n
	}
	switch p.text[0] {
	case '?':
		n.Min, n.Max = 0, 1
	case '*':
		n.Min, n.Max = 0, content.Unbounded
	case '+':
		n.Min, n.Max = 1, content.Unbounded
	case '{':
		inside, _, _ := strings.Cut(p.text[1:], "}")
		if k, _ := fmt.Sscanf(inside, "%d,%d", &n.Min, &n.Max); k == 1 {
			n.Max = content.Unbounded
		}
		p.text = p.text[len(inside)+1:]
	default:
		return n
	}
	p.text = p.text[1:]
	return n
}

func TestIncluded(t *testing.T) {
	for _, c := range []struct {
		a, b, want string
	}{
		{"a b", "a b?", "yes"},
		{"a b?", "a b", "no: a"},
		{"a", "b", "no: a"},
		{"a?", "a", "no: "},
		{"a{2,3}", "a{2,2} a?", "yes"},
		{"a{1,3}", "(a{2,2})*", "no: a"},
		{"(a{2,3}){2,3}", "a{4,9}", "yes"},
		{"a{4,9}", "(a{2,3}){2,3}", "yes"},
		{"(a{2,2}){2,3}", "a{4,6}", "yes"},
		{"a{4,6}", "(a{2,2}){2,3}", "no: a*5"},
		{"a{0,1000000}", "a*", "yes"},
		{"a{0,1000000} b?", "a{0,999999} b?", "no: a*1000000"},
		{"a*", "a{0,1000000}", "no: a*1000001"},
		{"a{5,}", "a{4,}", "yes"},
		{"a{4,}", "a{5,}", "no: a*4"},
		{"(a b)*", "(a b?)*", "yes"},
		{"(a | b)*", "(a* b*)*", "yes"},
		{"(a b?)*", "(a b)*", "no: a"},
		{"a | b", "b | a", "yes"},
		{"a & b & c", "c & a & b", "yes"},
		{"a & b & c?", "a & b", "no: a b c"},
		{"a & b?", "a & b", "no: a"},
		{"(a & b)?", "a & b", "no: "},
		{"a & b", "a b", "no: b a"},
		{"a b c", "c & b & a", "yes"},
		{"a & b", "(a | b)*", "yes"},
		{"<any>", "<other>", "no: any"},
		{"<n>", "<any>", "yes"},
		{"<other>", "<n>", "no: {urn:other}any"},
		{"<n>", "<other>", "no: {n}any"},
		{"a", "<any>", "yes"},
		{"(|)", "a", "yes"},
		{"a", "(|)", "no: a"},
	} {
		t.Run(c.a+" in "+c.b, func(t *testing.T) {
			r := Included(parse(t, c.a), parse(t, c.b), Options{})
			got := r.Verdict.String()
			if r.Verdict == No {
				got += ": " + r.Witness.String()
			}
			if got != c.want {
				t.Errorf("%s (%s), want %s", got, r.Reason, c.want)
			}
		})
	}
}

func TestUndecided(t *testing.T) {
	r := Included(parse(t, "(a b?){0,1000000} c"), parse(t, "(a b?){0,999999} c"), Options{MaxStates: 1000})
	if r.Verdict != Undecided || !strings.Contains(r.Reason, "1000 states") {
		t.Errorf("%v: %s", r.Verdict, r.Reason)
	}
	nested := "(((a{2,90000} b?){2,90000} c?){2,90000} d?)"
	r = Included(parse(t, nested), parse(t, "(a | b | c | d)*"), Options{MaxStates: 5000})
	if r.Verdict != Undecided || r.Reason == "" {
		t.Errorf("%v: %s", r.Verdict, r.Reason)
	}
}

func TestManyInAll(t *testing.T) {
	many := "a & b & c & d & e & f & g & h & i & j & k & l & m & n & o & p & q & r & s & t & u & v"
	r := Included(parse(t, many+" & w?"), parse(t, many+" & x?"), Options{MaxStates: 100})
	if r.Verdict != No || r.Witness.Len() != 23 {
		t.Errorf("all in all: %v %s", r.Verdict, r.Witness)
	}
	r = Included(parse(t, many), parse(t, "a b"), Options{MaxStates: 1000})
	if r.Verdict != No || r.Witness.Len() != 22 {
		t.Errorf("all in sequence: %v %s %s", r.Verdict, r.Reason, r.Witness)
	}
	optional := strings.ReplaceAll(many, " &", "? &") + "?"
	r = Included(parse(t, strings.ReplaceAll(optional, " &", "")), parse(t, optional), Options{MaxStates: 1000})
	if r.Verdict != Yes {
		t.Errorf("sequence in all: %v %s %s", r.Verdict, r.Reason, r.Witness)
	}
	r = Included(parse(t, strings.ReplaceAll(optional, " &", "")+" d?"), parse(t, optional), Options{MaxStates: 1000})
	if r.Verdict != No || r.Witness.String() != "d*2" {
		t.Errorf("sequence with a repetition in all: %v %s %s", r.Verdict, r.Reason, r.Witness)
	}
}

func TestCompatible(t *testing.T) {
	a, b := parse(t, "a b* c"), parse(t, "a{1,2} b{0,5} c")
	var pairs [][2]int
	note := func(i, j int, _ source.Name) bool { pairs = append(pairs, [2]int{i, j}); return true }
	if r := Included(parse(t, "a b? c"), b, Options{Compatible: note}); r.Verdict != Yes {
		t.Errorf("%v", r)
	}
	if diff := cmp.Diff([][2]int{{0, 0}, {1, 1}, {2, 2}}, pairs); diff != "" {
		t.Errorf("pairs (-want +got):\n%s", diff)
	}
	r := Included(a, b, Options{Compatible: func(i, j int, n source.Name) bool { return n.Local != "b" }})
	want := Word{{source.Name{Local: "a"}, 0, 0, 1}, {source.Name{Local: "b"}, 1, 1, 1}, {source.Name{Local: "c"}, 2, -1, 1}}
	if diff := cmp.Diff(want, r.Witness); diff != "" {
		t.Errorf("witness (-want +got):\n%s", diff)
	}
	r = Included(parse(t, "(b | a) c"), parse(t, "a c"), Options{Possible: func(leaf int, _ source.Name) bool { return leaf != 0 }})
	if r.Verdict != Yes {
		t.Errorf("impossible elements were not left out: %v", r)
	}
	r = Included(parse(t, "a & b"), parse(t, "b & a & c?"), Options{Compatible: func(_, j int, _ source.Name) bool { return j != 0 }})
	if r.Verdict != No || r.Witness.String() != "a b" {
		t.Errorf("incompatible in an all group: %v", r)
	}
	r = Included(parse(t, "a & b"), parse(t, "a b?"), Options{Compatible: func(i, _ int, _ source.Name) bool { return i != 0 }})
	if r.Verdict != No || r.Witness.String() != "a b" {
		t.Errorf("incompatible where the second model might end: %v", r)
	}
	r = Included(parse(t, "a & b"), parse(t, "a & c?"), Options{Possible: func(leaf int, _ source.Name) bool { return leaf != 1 }})
	if r.Verdict != Yes {
		t.Errorf("an all group without words: %v", r)
	}
}

func TestSubstitutesInAll(t *testing.T) {
	leaf := content.Leaf{Element: source.Name{Local: "h"}, Substitutes: []source.Name{{Local: "m"}}}
	root := content.Node{Op: content.AllOp, Min: 1, Max: 1, Children: []content.Node{{Min: 1, Max: 1}}}
	a, err := content.Compile(root, []content.Leaf{leaf})
	if err != nil {
		t.Fatal(err)
	}
	if r := Included(a, parse(t, "((x? & h))"), Options{}); r.Verdict != No || r.Witness.String() != "m" {
		t.Errorf("%v", r)
	}
}

func TestEquivalentCommonShortest(t *testing.T) {
	if r := Equivalent(parse(t, "a | (a b)"), parse(t, "a b?"), Options{}); r.Verdict != Yes {
		t.Errorf("equivalent: %v", r)
	}
	want := Result{Verdict: No, Witness: Word{{source.Name{Local: "b"}, -1, 1, 1}}}
	if diff := cmp.Diff(want, Equivalent(parse(t, "a"), parse(t, "a | b"), Options{})); diff != "" {
		t.Errorf("mirrored (-want +got):\n%s", diff)
	}
	if r := Common(parse(t, "a{3,} b*"), parse(t, "(a a)* b"), Options{}); r.Verdict != Yes || r.Witness.String() != "a*4 b" {
		t.Errorf("common: %v", r)
	}
	if r := Common(parse(t, "a b"), parse(t, "b a"), Options{}); r.Verdict != No {
		t.Errorf("nothing in common: %v", r)
	}
	if r := Shortest(parse(t, "a{1000000,2000000} ((b c) | d)"), Options{}); r.Verdict != Yes || r.Witness.String() != "a*1000000 d" || r.Witness.Len() != 1000001 {
		t.Errorf("shortest: %v", r.Witness)
	}
	if r := Shortest(parse(t, "a (|)"), Options{}); r.Verdict != No {
		t.Errorf("no words: %v", r)
	}
}

// TestIncludedAgainstEnumeration draws pairs of models and compares with all words up to a length.
func TestIncludedAgainstEnumeration(t *testing.T) {
	random := rand.New(rand.NewSource(3))
	verdicts := map[Verdict]int{}
	for range 800 {
		textA := drawModel(random, 2)
		textB := drawModel(random, 2)
		switch random.Intn(5) {
		case 0, 1:
			textB = strings.Replace(textA, "?", "*", 1)
		case 2:
			textB = []string{"a? & b & c", "c? & a? & b?", "(a & b? & c?)?", "(b & a)"}[random.Intn(4)]
		}
		a, b := parse(t, textA), parse(t, textB)
		r := Included(a, b, Options{})
		verdicts[r.Verdict]++
		shortest := enumerate(a, b, 6)
		switch {
		case r.Verdict == Undecided:
			t.Fatalf("%s in %s: undecided", textA, textB)
		case r.Verdict == Yes && shortest >= 0:
			t.Fatalf("%s in %s: said yes, but there is a word of %d elements", textA, textB, shortest)
		case r.Verdict == No && shortest >= 0 && r.Witness.Len() != shortest:
			t.Fatalf("%s in %s: witness %s, but there is one of %d elements", textA, textB, r.Witness, shortest)
		case r.Verdict == No && (!contains(a, r.Witness) || contains(b, r.Witness)):
			t.Fatalf("%s in %s: %s is no witness", textA, textB, r.Witness)
		}
	}
	if verdicts[Yes] < 100 || verdicts[No] < 100 {
		t.Errorf("verdicts are lopsided: %v", verdicts)
	}
}

func contains(m *content.Model, w Word) bool {
	x := m.NewMatcher()
	for _, n := range w.Names() {
		if _, ok := x.Next(n); !ok {
			return false
		}
	}
	return x.AtEnd()
}

// enumerate is the length of a shortest word of a that is none of b, up to a limit, or -1.
func enumerate(a, b *content.Model, limit int) int {
	type pair struct {
		a, b content.Matcher
		dead bool
	}
	level := []pair{{a.NewMatcher(), b.NewMatcher(), false}}
	for length := 0; length <= limit; length++ {
		var next []pair
		seen := map[string]bool{}
		for _, p := range level {
			if p.a.AtEnd() && (p.dead || !p.b.AtEnd()) {
				return length
			}
			for _, r := range "abc" {
				q := pair{p.a.Clone(), p.b.Clone(), p.dead}
				name := source.Name{Local: string(r)}
				if _, ok := q.a.Next(name); !ok {
					continue
				}
				_, ok := q.b.Next(name)
				q.dead = q.dead || !ok
				key := fmt.Sprint(q.dead, q.a.AppendKey(nil), q.b.AppendKey(nil))
				if !seen[key] {
					seen[key] = true
					next = append(next, q)
				}
			}
		}
		level = next
	}
	return -1
}

func drawModel(random *rand.Rand, depth int) string {
	bounds := []string{"", "", "", "?", "?", "*", "+", "{2,2}", "{2,3}", "{1,2}", "{2,}"}
	text := string(rune('a' + random.Intn(3)))
	if depth > 0 && random.Intn(4) > 0 {
		var parts []string
		for range 1 + random.Intn(3) {
			parts = append(parts, drawModel(random, depth-1))
		}
		text = "(" + strings.Join(parts, []string{" ", " | "}[random.Intn(2)]) + ")"
	}
	return text + bounds[random.Intn(len(bounds))]
}

func TestSample(t *testing.T) {
	for _, c := range []struct {
		model string
		want  []string
	}{
		{"a b?", []string{"a", "a b"}},
		{"a{2,2}", []string{"a*2"}},
		{"a{0,2}", []string{"", "a", "a*2"}},
		{"a | b", []string{"a", "b"}},
		{"a{5,1000000}", []string{"a*5"}},
		{"(|)", nil},
		{"a (b | (|)) c", []string{"a b c"}},
	} {
		words, missing := Sample(parse(t, c.model), SampleOptions{})
		var got []string
		for _, w := range words {
			got = append(got, w.String())
		}
		slices.Sort(got)
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: words (-want +got):\n%s", c.model, diff)
		}
		if len(missing) > 0 {
			t.Errorf("%s: missing %v", c.model, missing)
		}
	}
}

// TestSampleCovers draws words of random models: valid words that show every part of the model, and faulty words that the model refuses.
func TestSampleCovers(t *testing.T) {
	random := rand.New(rand.NewSource(4))
	for range 150 {
		text := drawModel(random, 3)
		m := parse(t, text)
		words, missing := Sample(m, SampleOptions{})
		if len(words) == 0 || len(missing) > 0 {
			t.Fatalf("%s: %d words, missing %v", text, len(words), missing)
		}
		shown := map[source.Name]bool{}
		for _, w := range words {
			if !contains(m, w) {
				t.Fatalf("%s: %s is not valid", text, w)
			}
			for _, n := range w.Names() {
				shown[n] = true
			}
		}
		for _, l := range m.Leaves() {
			if !shown[l.Element] {
				t.Fatalf("%s: %v is in no word", text, l.Element)
			}
		}
		for _, f := range Faults(m, SampleOptions{}) {
			if contains(m, f.Word) {
				t.Fatalf("%s: %s is valid", text, f.Word)
			}
		}
	}
}

func TestSampleSelection(t *testing.T) {
	m := parse(t, "a? (b | c)")
	words, missing := Sample(m, SampleOptions{Names: func(leaf int) []source.Name {
		return [][]source.Name{nil, {{Local: "b"}}, {{Local: "c"}}}[leaf]
	}})
	for _, w := range words {
		if strings.Contains(w.String(), "a") {
			t.Errorf("%s has an impossible element", w)
		}
	}
	if len(words) != 2 || len(missing) > 0 {
		t.Errorf("words %v, missing %v", words, missing)
	}
	if words, missing = Sample(m, SampleOptions{MaxLength: -1}); len(words) > 0 || len(missing) == 0 {
		t.Errorf("beyond the length: words %v, missing %v", words, missing)
	}
}

func TestFaults(t *testing.T) {
	got := map[string]string{}
	for _, f := range Faults(parse(t, "a b"), SampleOptions{}) {
		got[fmt.Sprintf("%v %d", f.Kind, f.Leaf)] = fmt.Sprintf("%s at %d: %s", f.Word, f.At, f.Rule)
	}
	delete(got, "unknown -1")
	want := map[string]string{
		"removed 0":  "b at 0: cvc-complex-type.2.4.a",
		"removed 1":  "a at 1: cvc-complex-type.2.4.b",
		"repeated 0": "a*2 b at 1: cvc-complex-type.2.4.a",
		"repeated 1": "a b*2 at 2: cvc-complex-type.2.4.d",
		"swapped 1":  "b a at 0: cvc-complex-type.2.4.a",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("faults (-want +got):\n%s", diff)
	}
}

func TestDescribe(t *testing.T) {
	for model, want := range map[string]string{
		"a? a":           "element a occurs twice, and at some place either may come next",
		"a? <any>":       "element a and the wildcard ##any both allow element a at the same place",
		"<n>? <any>":     "the wildcard n and the wildcard ##any both allow elements of namespace n at the same place",
		"<any>? <any> a": "the wildcard ##any and the wildcard ##any both allow elements of no namespace at the same place",
	} {
		m := parse(t, model)
		if got := Describe(m, m.Ambiguities()[0]); got != want {
			t.Errorf("%s: %s", model, got)
		}
	}
}

// row is a model of so many elements of different names, each of which may be left out, or of as many as may be in any order.
func row(t *testing.T, length int, anyOrder bool) *content.Model {
	t.Helper()
	root := content.Node{Op: content.SequenceOp, Min: 1, Max: 1}
	if anyOrder {
		root = content.Node{Op: content.ChoiceOp, Min: 0, Max: content.Unbounded}
	}
	var leaves []content.Leaf
	for i := range length {
		root.Children = append(root.Children, content.Node{Op: content.LeafOp, Min: 0, Max: 1, Leaf: i})
		leaves = append(leaves, content.Leaf{Element: source.Name{Local: fmt.Sprint("e", i)}})
	}
	m, err := content.Compile(root, leaves)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// TestValuesOfASearch: a row has a place after each element, and from each place a step to all that follow. Values are made for places, of which a row twice
// as long has twice as many, not for steps, of which it has four times as many.
func TestValuesOfASearch(t *testing.T) {
	made := func(length int) uint64 {
		sorted, loose := row(t, length, false), row(t, length, true)
		return cost.Values(func() {
			if got := Included(sorted, loose, Options{}); got.Verdict != Yes {
				t.Errorf("%d elements: %s %s", length, got.Verdict, got.Reason)
			}
		})
	}
	made(10) // with all that is made once
	once, twice := made(100), made(200)
	if twice > once*22/10 {
		t.Errorf("%d values were made for a row, and %d for one twice as long", once, twice)
	}
	t.Logf("%d values were made for a row, and %d for one twice as long", once, twice)
}

// TestStepsToAWitness: what one element shows is found before anything is asked of words of two.
func TestStepsToAWitness(t *testing.T) {
	asked := 0
	options := Options{
		Possible:   func(int, source.Name) bool { asked++; return true },
		Compatible: func(a, _ int, _ source.Name) bool { return a != 150 },
	}
	got := Included(row(t, 200, false), row(t, 200, true), options)
	if got.Verdict != No || got.Witness.String() != "e150" {
		t.Fatalf("%s: %s", got.Verdict, got.Witness)
	}
	if asked > 200 {
		t.Errorf("it was asked %d times whether there are elements of a name", asked)
	}
}

// TestStructurallyIncluded: what needs no search, by how it is written.
func TestStructurallyIncluded(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"a b", "a b", true},
		{"(a b) (c d)", "a (b (c)) d", true}, // brackets make no difference
		{"a c", "a b? c d?", true},
		{"a c", "a b c", false},
		{"a b? c", "a c", false},
		{"b a", "a b", false},
		{"a{2,3}", "a{1,4}", true},
		{"a{1,4}", "a{2,3}", false},
		{"(a b)?", "(a x? b)*", true},
		{"a b", "(a x? b)*", true}, // one iteration
		{"a b a b", "(a b)*", false},
		{"(a | c)*", "(a | b | c)*", true},
		{"(a | (c | d))", "(a | b) | c | d", true},
		{"a | c", "a | b", false},
		{"a", "a | b", true},
		{"a & b?", "a & b?", true},
		{"a & b", "a & b & c?", false}, // for the search
		{"(a{0,0}) b", "b c?", true},
		{"a{0,0} | b", "b", false},
		{"(|)", "b?", false},
		{"a <other>", "a <any>", true},
		{"<any>", "<other>", false},
		{"a", "<any>", true},
		{"<any>", "a", false},
	} {
		opts := Options{Compatible: func(int, int, source.Name) bool { return true }}
		if got := structurallyIncluded(parse(t, c.a), parse(t, c.b), &opts); got != c.want {
			t.Errorf("%s in %s: %t", c.a, c.b, got)
		}
	}
}

// TestStructureOfNestedGroups: groups in groups that differ at each level are left to the search before long.
func TestStructureOfNestedGroups(t *testing.T) {
	first, second := "(a)?", "(a)?"
	for range 40 {
		first, second = "("+first+" b?)?", "("+second+" (c | b)*)?"
	}
	asked := 0
	opts := Options{Compatible: func(int, int, source.Name) bool { asked++; return false }}
	structurallyIncluded(parse(t, first), parse(t, second), &opts)
	if asked > 2000 {
		t.Errorf("it was asked %d times whether elements are compatible", asked)
	}
}

// TestStructureOfWildcards: a wildcard is in another one where all that makes a difference is compatible: the known names that it lets in, and a strange one.
func TestStructureOfWildcards(t *testing.T) {
	known := []source.Name{{Space: "m", Local: "known"}, {Space: "n", Local: "own"}}
	for _, refused := range []string{"", "known", "any", "own"} {
		asked := map[string]bool{}
		opts := Options{Names: known, Compatible: func(_, _ int, name source.Name) bool { asked[name.Local] = true; return name.Local != refused }}
		want := refused == "" || refused == "own" // which is in the one namespace that is not let in
		if got := structurallyIncluded(parse(t, "a <other>"), parse(t, "a b? <other>"), &opts); got != want {
			t.Errorf("refusing %q: %t", refused, got)
		}
		if refused == "" && (!asked["known"] || !asked["any"] || asked["own"]) {
			t.Errorf("asked about %v", asked)
		}
	}
}

// TestWordJoinsEqualSteps: what comes several times in a row at the same places of both models is one step with a count.
func TestWordJoinsEqualSteps(t *testing.T) {
	step := func(local string, a, b, count int) Step {
		return Step{Name: source.Name{Local: local}, A: a, B: b, Count: count}
	}
	first := &place{before: new(place), last: step("a", 0, 0, 1)}
	second := &place{before: first, last: step("a", 0, 0, 2), more: Word{step("a", 0, 0, 1), step("b", 1, 1, 1)}}
	last := &place{before: second, last: step("b", 1, 2, 1)}
	want := Word{step("a", 0, 0, 4), step("b", 1, 1, 1), step("b", 1, 2, 1)}
	if diff := cmp.Diff(want, last.word()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
