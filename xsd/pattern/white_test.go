// Languages whose strings have their white space treated, and several languages at once, against the definition.

package pattern

import (
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// treat does what White says, written another way.
func treat(white White, text string) string {
	switch white {
	case Replace:
		return regexp.MustCompile(`[\t\n\r]`).ReplaceAllString(text, " ")
	case Collapse:
		return strings.Join(strings.FieldsFunc(text, func(c rune) bool { return strings.ContainsRune(" \t\n\r", c) }), " ")
	default:
		return text
	}
}

func (l Language) has(text string) bool {
	text = treat(l.White, text)
	if len(text) < l.MinLength || l.MaxLength >= 0 && len(text) > l.MaxLength {
		return false
	}
	for _, step := range l.Steps {
		if !slices.ContainsFunc(step, func(p *Pattern) bool { return p.Match(text) }) {
			return false
		}
	}
	return true
}

// whiteTexts are all strings over a letter and three kinds of white space up to a length, shortest first.
func whiteTexts(length int) []string {
	texts := []string{""}
	for from := 0; length > 0; length-- {
		to := len(texts)
		for _, text := range texts[from:to] {
			for _, c := range "ab \t\n" {
				texts = append(texts, text+string(c))
			}
		}
		from = to
	}
	return texts
}

func TestCoversIsTheDefinition(t *testing.T) {
	expressions := []string{"a*", "a b", `\s*a\s*`, ".*", "[^ ]*", `a\s{1,2}b`, "(a| )*", "a+( a+)*", `[\s\S]*`, " a ", `(a|b)?`, `[^\t]{2,3}`}
	random := rand.New(rand.NewPCG(8, 9))
	draw := func() Language {
		l := Language{MaxLength: NoMaximum, White: White(random.IntN(3)), MinLength: random.IntN(4) / 2}
		if random.IntN(3) == 0 {
			l.MaxLength = l.MinLength + random.IntN(3)
		}
		for range random.IntN(3) {
			l.Steps = append(l.Steps, []*Pattern{compile(t, expressions[random.IntN(len(expressions))])})
		}
		return l
	}
	texts := whiteTexts(5)
	var answers [3]int
	for range 2000 {
		sub, supers := draw(), []Language{draw(), draw()}[:1+random.IntN(2)]
		answer, witness := Covers(supers, sub, 5000)
		answers[answer]++
		outside := func(text string) bool {
			return sub.has(text) && !slices.ContainsFunc(supers, func(l Language) bool { return l.has(text) })
		}
		first := slices.IndexFunc(texts, outside)
		switch {
		case answer == Yes && first >= 0:
			t.Fatalf("%v covers %v, but not %q", supers, sub, texts[first])
		case answer == No && !outside(witness):
			t.Fatalf("%v covers %v: %q is no witness", supers, sub, witness)
		case answer == No && first >= 0 && len(witness) > len(texts[first]):
			t.Fatalf("%v covers %v: %q is not shortest, %q is", supers, sub, witness, texts[first])
		case answer == Undecided:
			t.Fatalf("%v covers %v: undecided", supers, sub)
		}
	}
	if answers[Yes] < 200 || answers[No] < 200 {
		t.Errorf("the sample shows too little: %v", answers)
	}
}

func TestCoversTakesTogether(t *testing.T) {
	letters, digits, both := compile(t, "[a-z]").Language(), compile(t, "[0-9]").Language(), compile(t, "[a-z0-9]").Language()
	if answer, witness := Covers([]Language{letters, digits}, both, 100); answer != Yes {
		t.Errorf("letters and digits: %v %q", answer, witness)
	}
	if answer, witness := Covers([]Language{letters}, both, 100); answer != No || witness != "0" {
		t.Errorf("letters alone: %v %q", answer, witness)
	}
	if answer, witness := Covers(nil, both, 100); answer != No || witness != "a" {
		t.Errorf("nothing at all: %v %q", answer, witness)
	}
}
