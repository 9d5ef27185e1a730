// What is an expression and what is not, with the message for each fault.

package pattern

import (
	"errors"
	"regexp"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestFaults(t *testing.T) {
	tests := []struct{ expr, want string }{
		{"(a", `character 1: this group is not closed; add ), or write \( for the character itself`},
		{"a)", `character 2: there is no group to close here; write \) for the character itself`},
		{"(?:a)", `character 1: XSD has no group that begins with (?; write a plain group, as in (a|b)`},
		{"æ(*a)", `character 3: * has nothing before it to repeat; write \* for the character itself`},
		{"æ*+", `character 3: a quantifier can't follow a quantifier, and XSD has no lazy quantifiers; remove it, or group what is repeated, as in (a+)?`},
		{"?", `character 1: ? has nothing before it to repeat; write \? for the character itself`},
		{"a}", `character 2: } stands for itself only when escaped; write \}`},
		{"a]", `character 2: ] stands for itself only when escaped; write \]`},
		{"{1}", `character 1: { stands for itself only when escaped; write \{`},
		{"a{x}", `character 3: a number is missing in this quantifier; write {n}, {n,} or {n,m}, or \{ for the character itself`},
		{"a{1,x}", `character 5: a number is missing in this quantifier; write {n}, {n,} or {n,m}, or \{ for the character itself`},
		{"a{,2}", `character 3: a number is missing in this quantifier; write {n}, {n,} or {n,m}, or \{ for the character itself`},
		{"a{1,2", `character 2: this quantifier is not closed; write {n}, {n,} or {n,m}, or \{ for the character itself`},
		{"a{2,1}", `character 2: this quantifier's minimum 2 is greater than its maximum 1; swap them`},
		{"[a", `character 1: this class is not closed; add ], or write \[ for the character itself`},
		{"[]", `character 1: this class has no member; write \] for the character itself`},
		{"[^]", `character 1: this class has no member; write \] for the character itself`},
		{"[a[b]", `character 3: [ stands for itself only when escaped; write \[`},
		{"[a-[b]c]", `character 1: this class does not end after its subtraction; close it with ]`},
		{"[a-[b", `character 4: this class is not closed; add ], or write \[ for the character itself`},
		{"[b-a]", `character 2: this range ends before it begins; swap its ends`},
		{"[a-", `character 2: this range has no end; write both of its ends and ]`},
		{"[a--z]", `character 4: a range does not end in an unescaped -; write \-`},
		{"[ab-c-d]", `character 6: - stands for itself only at the beginning or end of a class; write \-`},
		{`[a-\d]`, `character 2: the ends of a range are single characters; write \- for the character - itself`},
		{`[\s-z]`, `character 2: the ends of a range are single characters; write \- for the character - itself`},
		{`[a-\q]`, `character 4: XSD has no escape \q; write q itself, or a character reference of XML`},
		{`a\`, `character 2: the expression ends in a lone backslash; write \\ for the character itself`},
		{`\b`, `character 1: XSD has no escape \b; write b itself, or a character reference of XML`},
		{`\u0041`, `character 1: XSD has no escape \u; write u itself, or a character reference of XML`},
		{`\p`, `character 1: a category or block in braces is missing; write \p{L} or \p{IsBasicLatin}`},
		{`\p{L`, `character 1: a category or block in braces is missing; write \p{L} or \p{IsBasicLatin}`},
		{`\p{Lx}`, `character 1: there is no Unicode category Lx (blocks are written with Is, as in IsBasicLatin); see XML Schema Part 2, appendix F.1.1`},
		{`\p{Cs}`, `character 1: there is no Unicode category Cs (blocks are written with Is, as in IsBasicLatin); see XML Schema Part 2, appendix F.1.1`},
		{`[\P{IsBasic Latin}]`, `character 2: there is no Unicode block Basic Latin (blocks are written without spaces, as in IsLatin-1Supplement); see XML Schema Part 2, appendix F.1.1`},
		{"a\x01", `character 2: this is no character that XML allows; remove it`},
		{"a\xff", `character 2: this is no character that XML allows; remove it`},
	}
	for _, test := range tests {
		_, err := Compile(test.expr)
		if err == nil {
			t.Errorf("%q compiles, want %s", test.expr, test.want)
			continue
		}
		var fault *Error
		if !errors.As(err, &fault) {
			t.Errorf("%q: %T, want *Error", test.expr, err)
			continue
		}
		got := err.Error()[len(quote(test.expr)):]
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", test.expr, diff)
		}
	}
}

// quote is how every message begins.
func quote(expr string) string {
	e := &Error{Expr: expr}
	full := e.Error()
	return full[:len(full)-len("character 1: ")]
}

func TestMatch(t *testing.T) {
	tests := []struct {
		expr    string
		yes, no []string
	}{
		// the whole string, and no anchors
		{"", []string{""}, []string{"a"}},
		{"abc", []string{"abc"}, []string{"", "ab", "abcd", "xabc"}},
		{"^a$", []string{"^a$"}, []string{"a"}},
		{"a|", []string{"a", ""}, []string{"aa"}},
		{"()", []string{""}, []string{"a"}},
		{"(a|b)c|d", []string{"ac", "bc", "d"}, []string{"a", "ad", "c"}},
		// quantifiers
		{"a?", []string{"", "a"}, []string{"aa"}},
		{"a+", []string{"a", "aaaa"}, []string{""}},
		{"a{3}", []string{"aaa"}, []string{"aa", "aaaa"}},
		{"a{0}b", []string{"b"}, []string{"ab"}},
		{"a{2,}", []string{"aa", "aaaaa"}, []string{"a"}},
		{"(a{1,2}){2,3}", []string{"aa", "aaaaaa"}, []string{"a", "aaaaaaa"}},
		{"(a{5}){1,2}", []string{"aaaaa", "aaaaaaaaaa"}, []string{"aaaaaa", "aaaa"}},
		{"(a{2,}){0,3}", []string{"", "aa", "aaaaaaaaa"}, []string{"a"}},
		{"(a|bc){2,3}", []string{"aa", "abca", "bcbcbc"}, []string{"a", "aaaa", "bcb"}},
		{"((a|bc){2}d){2}", []string{"aadbcad"}, []string{"aad", "aadaaad", "aaddaad"}},
		{"((ab){2,}c){2,}", []string{"ababcabababc"}, []string{"ababcabc", "ababc"}},
		{"a{99999999999999999999}", nil, []string{"a", ""}},
		{"[0-9]{1,1000000}", []string{"1", "123"}, []string{"", "12a"}},
		// classes
		{"[abc]", []string{"a", "c"}, []string{"d", "", "ab"}},
		{"[^abc]", []string{"d", "\n", "😀"}, []string{"a", ""}},
		{"[a-]", []string{"a", "-"}, []string{"b"}},
		{"[-a]", []string{"a", "-"}, []string{"b"}},
		{"[^-a]", []string{"b"}, []string{"a", "-"}},
		{"[a^]", []string{"a", "^"}, []string{"b"}},
		{"[a-z-[aeiou]]", []string{"b", "z"}, []string{"a", "-", "["}},
		{"[a-z-[a-y-[b]]]", []string{"z", "b"}, []string{"a", "c"}},
		{"[^a-z-[0-9]]", []string{"A"}, []string{"a", "5"}},
		{"[a--[b]]", []string{"a", "-"}, []string{"b", "["}},
		{`[\d-[357]]`, []string{"1", "٠"}, []string{"3"}},
		{`[\-\]\[\\\^]`, []string{"-", "]", "[", `\`, "^"}, []string{"a"}},
		{`[.*+?(){}|$]+`, []string{".*+?(){}|$"}, []string{"a"}},
		// escapes
		{`\n\r\t\\\|\.\?\*\+\(\)\{\}\-\[\]\^`, []string{"\n\r\t\\|.?*+(){}-[]^"}, nil},
		{`.`, []string{"a", " ", "\t", "ø", "😀", "\u2028"}, []string{"\n", "\r", "", "\x00"}},
		{`\s`, []string{" ", "\t", "\n", "\r"}, []string{"\u00a0", "a"}},
		{`\S`, []string{"\u00a0", "a"}, []string{" "}},
		{`\d`, []string{"0", "٠", "𝟘"}, []string{"a", "²", "Ⅷ"}},
		{`\D`, []string{"a", "²"}, []string{"0", "٠"}},
		{`\w`, []string{"a", "Z", "0", "ø", "$", "+", "²"}, []string{"_", "-", ".", " ", "\u00ad", "\ue000"}},
		{`\W`, []string{"_", " "}, []string{"a"}},
		{`\i`, []string{"a", "_", ":", "ø", "中"}, []string{"1", "-", ".", "\u0300", "😀"}},
		{`\I`, []string{"1"}, []string{"a"}},
		{`\c`, []string{"a", "1", "-", ".", ":", "\u0300", "·"}, []string{" ", "+", "😀"}},
		{`\C`, []string{" "}, []string{"a"}},
		{`\p{Lu}`, []string{"A", "Ø"}, []string{"a", "1"}},
		{`\P{Lu}`, []string{"a", "1"}, []string{"A"}},
		{`\p{L}+`, []string{"Aaªǅʰ"}, []string{"1"}},
		{`\p{Cn}`, []string{"\u0378"}, []string{"a", "\u0001", "\ue000"}},
		{`\p{C}`, []string{"\u0378", "\u00ad", "\ue000"}, []string{"a"}},
		{`\p{IsBasicLatin}+`, []string{"az AZ~\x7f"}, []string{"é"}},
		{`\P{IsBasicLatin}`, []string{"é"}, []string{"e"}},
		{`\p{IsLatin-1Supplement}`, []string{"é", "\u0080", "ÿ"}, []string{"e", "Ā"}},
		{`\p{IsPrivateUse}`, []string{"\ue000", "\U000F0000"}, []string{"a"}},
		{`\p{IsHighSurrogates}`, nil, []string{"a"}},
		{`[\p{IsGreek}-[\P{Lu}]]`, []string{"Α"}, []string{"α", "A"}},
	}
	for _, test := range tests {
		p, err := Compile(test.expr)
		if err != nil {
			t.Error(err)
			continue
		}
		if p.String() != test.expr {
			t.Errorf("%q calls itself %q", test.expr, p)
		}
		for _, text := range test.yes {
			checkMatch(t, p, text, true)
		}
		for _, text := range test.no {
			checkMatch(t, p, text, false)
		}
	}
}

// checkMatch asks both the fast path, where there is one, and the automaton.
func checkMatch(t *testing.T, p *Pattern, text string, want bool) {
	t.Helper()
	if got := p.Match(text); got != want {
		t.Errorf("%q matches %q = %t, want %t", p, text, got, want)
	}
	if got := newMatcher(p.program).match(text); got != want {
		t.Errorf("%q matches %q = %t by automaton, want %t", p, text, got, want)
	}
}

var poolForgets bool // see race_test.go

func TestCommonPatternsDoNotAllocate(t *testing.T) {
	if poolForgets {
		t.Skip("matchers are not kept")
	}
	tests := []struct{ expr, text string }{
		{"[0-9]+", "123456789"},
		{"[A-Z]{2}[0-9]{2}[a-zA-Z0-9]{1,30}", "NO9386011117947"},
		{".{0,4000}", "Blåbærsyltetøy"},
		{"[0-9]{4}-[0-9]{2}-[0-9]{2}", "2022-04-11"},
		{"januar|februar|mars", "februar"},
		{`(\d{1,3}\.){3}\d{1,3}`, "192.168.10.1"},
	}
	for _, test := range tests {
		p, err := Compile(test.expr)
		if err != nil {
			t.Fatal(err)
		}
		for range usesBeforeTable {
			p.Match(test.text)
		}
		allocations := testing.AllocsPerRun(100, func() {
			if !p.Match(test.text) {
				t.Errorf("%s does not match %s", test.expr, test.text)
			}
		})
		if allocations != 0 {
			t.Errorf("%s: %v allocations", test.expr, allocations)
		}
	}
}

// BenchmarkMatch compares with package regexp of the standard library.
func BenchmarkMatch(b *testing.B) {
	tests := []struct{ name, expr, text string }{
		{"organisation", "[0-9]{9}", "974761076"},
		{"choice", "januar|februar|mars|april|mai|juni", "juni"},
		{"groups", `([a-z]+\.)*[a-z]+@[a-z]+(\.[a-z]+)+`, "ola.nordmann@skatteetaten.no"},
		{"counted", "([a-z]{2,5} ?){1,100}", "det var en gang en konge"},
	}
	for _, test := range tests {
		p, err := Compile(test.expr)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(test.name+"/pattern", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				p.Match(test.text)
			}
		})
		peer := regexp.MustCompile("^(?:" + test.expr + ")$")
		b.Run(test.name+"/regexp", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				peer.MatchString(test.text)
			}
		})
	}
}
