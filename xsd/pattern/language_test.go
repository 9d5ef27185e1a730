// Inclusion, witnesses, shortest strings and samples.

package pattern

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

// compile is Compile for expressions that the test knows to be right.
func compile(t *testing.T, expr string) *Pattern {
	t.Helper()
	p, err := Compile(expr)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestIncludes(t *testing.T) {
	tests := []struct {
		super, sub string
		answer     Answer
		witness    string
	}{
		{`\d+`, "[0-9]+", Yes, ""},
		{"[0-9]+", `\d+`, No, "٠"},
		{"[0-9]{9}", "[0-9]{8,9}", No, "00000000"},
		{"[0-9]{8,9}", "[0-9]{9}", Yes, ""},
		{"(a|b)*", "a*b*", Yes, ""},
		{"a*b*", "(a|b)*", No, "ba"},
		{"a{2,}", "a+", No, "a"},
		{"(a{2,3}){2,3}", "a{4,9}", Yes, ""},
		{"(ab){2,3}|x", "(ab){2,4}", No, "abababab"},
		{"(abc?){0,2000}", "(abc?){0,1999}", Yes, ""},
		{".{0,4000}", ".{0,4000}", Yes, ""},
		{"[a-z]{1,5}", "[a-z-[aeiou]]{1,5}", Yes, ""},
		{"[a-z-[aeiou]]{1,5}", "[a-z]{1,5}", No, "a"},
		{"b", "[a-z-[a-z]]", Yes, ""}, // nothing is included in everything
		{"[ab]{1,1000000}", "[ab]{1,999999}", Undecided, ""},
	}
	for _, test := range tests {
		answer, witness := Includes(compile(t, test.super).Language(), compile(t, test.sub).Language(), 20000)
		if answer != test.answer || witness != test.witness {
			t.Errorf("%s includes %s: %v %q, want %v %q", test.super, test.sub, answer, witness, test.answer, test.witness)
		}
	}
}

func TestIncludesWithLengthsAndSteps(t *testing.T) {
	digits, word := compile(t, "[0-9]+"), compile(t, "[a-z]*")
	alternatives := Language{Steps: [][]*Pattern{{digits, word}}, MinLength: 2, MaxLength: 4}
	both := Language{Steps: [][]*Pattern{{digits}, {compile(t, `\d\d|12345`)}}, MaxLength: NoMaximum}

	got, witness := Includes(alternatives, both, 1000)
	if diff := cmp.Diff([]string{"no", "12345"}, []string{got.String(), witness}); diff != "" {
		t.Errorf("steps hold together, alternatives do not (-want +got):\n%s", diff)
	}
	both.MaxLength = 4
	if got, witness := Includes(alternatives, both, 1000); got != Yes {
		t.Errorf("within length 4: %v %q", got, witness)
	}
	longer := Language{MinLength: 2, MaxLength: 5}
	got, witness = Includes(Language{MaxLength: 4}, longer, 1000)
	if diff := cmp.Diff([]string{"no", "aaaaa"}, []string{got.String(), witness}); diff != "" {
		t.Errorf("length alone (-want +got):\n%s", diff)
	}
	if got, _ := Includes(Language{MaxLength: 1 << 40}, Language{MaxLength: NoMaximum}, 1000); got != Yes {
		t.Errorf("no string is longer than 2^40: %v", got)
	}
}

func TestEqual(t *testing.T) {
	a, b := compile(t, "a(ba)*"), compile(t, "(ab)*a")
	if answer, witness := equal(a.Language(), b.Language(), 1000); answer != Yes {
		t.Errorf("%s = %s: %v %q", a, b, answer, witness)
	}
	c := compile(t, "a(ba)*|b")
	if answer, witness := equal(a.Language(), c.Language(), 1000); answer != No || witness != "b" {
		t.Errorf("%s = %s: %v %q", a, c, answer, witness)
	}
	if answer, witness := equal(c.Language(), a.Language(), 1000); answer != No || witness != "b" {
		t.Errorf("%s = %s: %v %q", c, a, answer, witness)
	}
}

// equal reports whether both languages have the same strings, and else one that only one of them has.
func equal(a, b Language, limit int) (answer Answer, witness string) {
	if answer, witness = Includes(a, b, limit); answer != Yes {
		return answer, witness
	}
	return Includes(b, a, limit)
}

func TestShortest(t *testing.T) {
	tests := []struct {
		language Language
		want     string
		answer   Answer
	}{
		{compile(t, "[0-9]{9}").Language(), "000000000", Yes},
		{compile(t, `\p{Lu}{2}\d?`).Language(), "AA", Yes},
		{compile(t, "[a-c-[a-c]]").Language(), "", No},
		{compile(t, "a*").Language(), "", Yes},
		{Language{Steps: [][]*Pattern{{compile(t, "(abc)*")}}, MinLength: 4, MaxLength: 7}, "abcabc", Yes},
		{Language{Steps: [][]*Pattern{{compile(t, "(abc)*")}}, MinLength: 4, MaxLength: 5}, "", No},
		{Language{Steps: [][]*Pattern{{compile(t, "a+")}, {compile(t, "b+")}}, MaxLength: NoMaximum}, "", No},
		{Language{Steps: [][]*Pattern{{compile(t, "x{5000}")}}, MaxLength: NoMaximum}, "", Undecided},
		{Language{MinLength: 3, MaxLength: NoMaximum}, "aaa", Yes},
		{compile(t, "[&#9; ]").Language(), "9", Yes},
		{compile(t, "[\t ]").Language(), " ", Yes},
	}
	for _, test := range tests {
		got, answer := test.language.Shortest(1000)
		if got != test.want || answer != test.answer {
			t.Errorf("%v %d %d: %q %v, want %q %v", test.language.Steps, test.language.MinLength, test.language.MaxLength, got, answer, test.want, test.answer)
		}
	}
}

func TestSampleBelongsToTheLanguage(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	for _, expr := range []string{
		"[0-9]{9}", `\p{Lu}\p{Ll}{1,20}( \p{Lu}\p{Ll}{1,20})*`, "(a|bc){2,300}", ".{0,4000}", `[^\s]+`, "x{30}", "(a{5}b?){1,10}",
	} {
		p := compile(t, expr)
		s, answer := NewSampler(p.Language(), 5000)
		if answer != Yes {
			t.Errorf("%s: %v", expr, answer)
			continue
		}
		seen := map[string]bool{}
		for range 200 {
			text := s.Sample(rng, 12)
			if !p.Match(text) {
				t.Fatalf("%s does not match its sample %q", expr, text)
			}
			if length := utf8.RuneCountInString(text); length > 30 {
				t.Errorf("%s: sample of %d characters, asked for 12", expr, length)
			}
			seen[text] = true
		}
		if len(seen) < 5 && expr != "x{30}" {
			t.Errorf("%s: only %d different samples", expr, len(seen))
		}
	}
	if _, answer := NewSampler(compile(t, "a[b-[b]]").Language(), 100); answer != No {
		t.Errorf("the empty language can be sampled: %v", answer)
	}
	if _, answer := NewSampler(compile(t, "a{500}").Language(), 100); answer != Undecided {
		t.Errorf("beyond the limit: %v", answer)
	}
}

// TestIncludesIsTheDefinition compares inclusion of random expressions with
// enumerating short strings, and checks every witness.
func TestIncludesIsTheDefinition(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	texts := allTexts(5)
	var answers [3]int
	for range 1500 {
		a, b := randomExpr(rng, 1+rng.IntN(2)), randomExpr(rng, 1+rng.IntN(2))
		super, sub := compile(t, a.String()), compile(t, b.String())
		answer, witness := Includes(super.Language(), sub.Language(), 5000)
		answers[answer]++
		first := slices.IndexFunc(texts, func(text string) bool {
			return slices.Contains(b.ends(text, 0), len(text)) && !slices.Contains(a.ends(text, 0), len(text))
		})
		switch {
		case answer == Yes && first >= 0:
			t.Fatalf("%s includes %s, but not %q", a, b, texts[first])
		case answer == No && (super.Match(witness) || !sub.Match(witness)):
			t.Fatalf("%s includes %s: %q is no witness", a, b, witness)
		case answer == No && first >= 0 && len(witness) != len(texts[first]):
			t.Fatalf("%s includes %s: %q is not shortest, %q is", a, b, witness, texts[first])
		case answer == Undecided:
			t.Fatalf("%s includes %s: undecided", a, b)
		}
	}
	if answers[Yes] < 100 || answers[No] < 100 {
		t.Errorf("the sample of expressions shows too little: %v", answers)
	}
}

// allTexts returns all strings over a, b and c up to a length, shortest first.
func allTexts(length int) []string {
	texts := []string{""}
	for from := 0; length > 0; length-- {
		to := len(texts)
		for _, text := range texts[from:to] {
			for _, c := range strings.Split("abc", "") {
				texts = append(texts, text+c)
			}
		}
		from = to
	}
	return texts
}
