// Random expressions whose meaning is computed from its definition, to hold
// the automata against.

package pattern

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/mvainnsyn/mvainnsyn/internal/cost"
)

// expr is an expression that the tests generate. Ends returns where matches
// of a text that begin at a place can end: the definition, word by word.
type expr interface {
	String() string
	ends(text string, at int) []int
}

type (
	letterExpr string // a class of small letters, as written in brackets
	seqExpr    []expr
	orExpr     []expr
	timesExpr  struct {
		body     expr
		min, max int // max -1: unbounded
	}
)

func (e letterExpr) String() string { return "[" + string(e) + "]" }

func (e letterExpr) ends(text string, at int) []int {
	if at < len(text) && strings.IndexByte(string(e), text[at]) >= 0 {
		return []int{at + 1}
	}
	return nil
}

func (e seqExpr) String() string {
	var b strings.Builder
	for _, part := range e {
		b.WriteString(part.String())
	}
	return "(" + b.String() + ")"
}

func (e seqExpr) ends(text string, at int) []int {
	places := []int{at}
	for _, part := range e {
		places = endsFromAll(part, text, places)
	}
	return places
}

func (e orExpr) String() string {
	var branches []string
	for _, branch := range e {
		branches = append(branches, branch.String())
	}
	return "(" + strings.Join(branches, "|") + ")"
}

func (e orExpr) ends(text string, at int) []int {
	var places []int
	for _, branch := range e {
		places = append(places, branch.ends(text, at)...)
	}
	return unique(places)
}

func (e timesExpr) String() string {
	if e.max < 0 {
		return fmt.Sprintf("(%s){%d,}", e.body, e.min)
	}
	return fmt.Sprintf("(%s){%d,%d}", e.body, e.min, e.max)
}

func (e timesExpr) ends(text string, at int) []int {
	var all []int
	places := []int{at}
	last := e.max
	if last < 0 {
		last = e.min + len(text) + 1
	}
	for i := 0; i <= last; i++ {
		if i >= e.min {
			all = append(all, places...)
		}
		places = endsFromAll(e.body, text, places)
	}
	return unique(all)
}

func endsFromAll(e expr, text string, places []int) []int {
	var out []int
	for _, place := range places {
		out = append(out, e.ends(text, place)...)
	}
	return unique(out)
}

func unique(places []int) []int {
	slices.Sort(places)
	return slices.Compact(places)
}

// randomExpr builds an expression of a given depth over a, b and c.
func randomExpr(rng *rand.Rand, depth int) expr {
	if depth == 0 {
		return letterExpr([]string{"a", "b", "ab", "bc", "abc"}[rng.IntN(5)])
	}
	switch rng.IntN(4) {
	case 0:
		return seqExpr{randomExpr(rng, depth-1), randomExpr(rng, depth-1)}
	case 1:
		return orExpr{randomExpr(rng, depth-1), randomExpr(rng, depth-1)}
	case 2:
		low := rng.IntN(4)
		return timesExpr{randomExpr(rng, depth-1), low, low + rng.IntN(4)}
	default:
		return timesExpr{randomExpr(rng, depth-1), rng.IntN(3), -1}
	}
}

func randomText(rng *rand.Rand) string {
	text := make([]byte, rng.IntN(14))
	for i := range text {
		text[i] = "abc"[rng.IntN(3)]
	}
	return string(text)
}

func TestMatchIsTheDefinition(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	matched, tables := 0, 0
	for range 4000 {
		e := randomExpr(rng, 1+rng.IntN(4))
		p, err := Compile(e.String())
		if err != nil {
			t.Fatal(err)
		}
		peer := regexp.MustCompile("^(?:" + e.String() + ")$")
		table := newTable(p.program)
		if table != nil {
			tables++
		}
		for range 12 {
			text := randomText(rng)
			want := slices.Contains(e.ends(text, 0), len(text))
			if want != peer.MatchString(text) {
				t.Fatalf("the test's own definition is wrong: %s on %q", e, text)
			}
			if got := p.Match(text); got != want {
				t.Fatalf("%s matches %q = %t, want %t", e, text, got, want)
			}
			if got := newMatcher(p.program).simulate(newSimulator(p.program).initial(), text); got != want {
				t.Fatalf("without memory: %s matches %q = %t, want %t", e, text, got, want)
			}
			if table != nil {
				if got, ok := table.match(text); got != want || !ok {
					t.Fatalf("by its table %s matches %q = %t, %t, want %t", e, text, got, ok, want)
				}
			}
			if want {
				matched++
			}
		}
	}
	if tables < 2000 {
		t.Errorf("only %d of 4000 expressions have a table: the test shows too little", tables)
	}
	if matched < 5000 {
		t.Errorf("only %d of 48000 texts matched: the test shows too little", matched)
	}
}

// An expression that is asked often goes on by its table, except for what the table does not have.
func TestMatchByTable(t *testing.T) {
	p, err := Compile("([a-zæ]{2,3}|[0-9]+x)*")
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		text string
		want bool
	}{{"", true}, {"ab", true}, {"abc12x", true}, {"a", false}, {"12", false}, {"ab\x00", false}, {"aæb", true}, {"æ", false}, {"ab😀", false}, {"~", false}}
	for range 2 * usesBeforeTable {
		for _, test := range tests {
			if got := p.Match(test.text); got != test.want {
				t.Fatalf("%q: %t, want %t", test.text, got, test.want)
			}
		}
	}
	if p.table.Load() == nil {
		t.Error("there is no table")
	}
}

func TestHostileExpressionsStaySmall(t *testing.T) {
	long := strings.Repeat("a", 20000)
	tests := []struct {
		expr, text string
		want       bool
	}{
		{"(a*)*b", long, false},
		{"(a|aa)+$", long, false},
		{"((a+)+)+b", long, false},
		{"(a?){5000}a{5000}", long[:7500], true},
		{"(a?){5000}a{5000}", long[:10001], false},
		{"(.*)(.*)(.*)(.*)(.*)(.*)(.*)(.*)(.*)(.*)b", long, false},
		{"(a{1,1000}b?){1,1000}", long[:3000], true},
		{"((a{2,3}){2,3}b?){2,300}", long[:2000], true},
		{".*a.{200}", long, true},
		{"(ab|a){0,4000}", strings.Repeat("ab", 4000), true},
		{"(ab|a){0,4000}", strings.Repeat("ab", 4001), false},
		{"[ab]*a[ab]{30}", strings.Repeat("abbab", 4000), false},
		{strings.Repeat("(a?", 300) + strings.Repeat(")*", 300), long[:2000], true},
		{".{1,1000000}", long, true},
		{everyOther(30000), "\U00020000", true},
		{"(" + everyOther(20000) + "|xy)*z", strings.Repeat("\U00020000", 1000), false},
		{"(.|xy){1,1000000}", long, true},
	}
	for _, test := range tests {
		cost.AtMost(t, 20, func() {
			p, err := Compile(test.expr)
			if err != nil {
				t.Errorf("%.60s: %v", test.expr, err)
				return
			}
			newTable(p.program)
			if got := p.Match(test.text); got != test.want {
				t.Errorf("%.60s on %d characters: %t, want %t", test.expr, len(test.text), got, test.want)
			}
		})
	}
}

// everyOther is a choice of n characters that do not touch.
func everyOther(n int) string {
	branches := make([]string, n)
	for i := range branches {
		branches[i] = string(rune(0x20000 + 2*i))
	}
	return strings.Join(branches, "|")
}

func TestTooMuchNestingIsRefused(t *testing.T) {
	tests := map[string]string{
		"((((a{2,9}b){2,999}c){2,999}d){2,999}e)": `character 1: counted repetitions are nested with more than 131072 combinations; write the outer one with * or +, or simplify it`,
		strings.Repeat("(", 1001):                 `character 1001: groups and classes nest deeper than 1000 levels; simplify the expression`,
		strings.Repeat("[a-", 1001):               `character 3001: groups and classes nest deeper than 1000 levels; simplify the expression`,
	}
	for expr, want := range tests {
		_, err := Compile(expr)
		if err == nil || !strings.HasSuffix(err.Error(), want) {
			t.Errorf("%.40s: %v, want %s", expr, err, want)
		}
	}
}

func FuzzCompile(f *testing.F) {
	for _, seed := range []string{"[0-9]{9}", `\p{IsBasicLatin}[^\i-[a-z]]+`, "(a{2,3}|b?){0,4000}", "[a-", "^$", `\`} {
		f.Add(seed, "123456789")
	}
	f.Fuzz(func(t *testing.T, expr, text string) {
		p, err := Compile(expr)
		if err != nil {
			var fault *Error
			if !errors.As(err, &fault) {
				t.Fatalf("%T instead of *Error", err)
			}
			return
		}
		if len(text) > 1000 {
			text = text[:1000]
		}
		fast, slow := p.Match(text), newMatcher(p.program)
		if direct := slow.simulate(slow.first.set, text); direct != fast || slow.match(text) != fast {
			t.Fatalf("%q on %q: %t, and %t by simulation", expr, text, fast, direct)
		}
	})
}
