package simple

import (
	"math/rand/v2"
	"testing"
)

// The expectations follow Part 2, section 4.3.6: replace first, then contract runs and take both ends off.
func TestCollapseContractsEveryRun(t *testing.T) {
	for text, want := range map[string]string{
		"":                   "",
		" \t\r\n":            "",
		"a":                  "a",
		" a ":                "a",
		"a b":                "a b",
		"a  b":               "a b",
		"a\tb":               "a b",
		"a \nb":              "a b",
		"a\n b":              "a b",
		"a \n \t b  \r\n c ": "a b c",
		"ru \netru \n":       "ru etru",
		"a\u00a0 b":          "a\u00a0 b", // a no-break space is no white space to XSD
	} {
		if got := WhiteSpaceCollapse.Normalize(text); got != want {
			t.Errorf("%q collapses to %q, want %q", text, got, want)
		}
	}
}

func TestReplaceKeepsTheLength(t *testing.T) {
	if got, want := WhiteSpaceReplace.Normalize(" a\t\r\nb "), " a   b "; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// A text is normal if normalising it changes nothing.
func TestNormalTexts(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	text := make([]byte, 30)
	normal := 0
	for range 200_000 {
		n := random.IntN(len(text))
		for i := range n {
			text[i] = "abcdefghij!~\xc3\xa5  \t\n\r"[random.IntN(19)]
			if text[i] < ' ' && random.IntN(5) > 0 {
				text[i] = 'x'
			}
		}
		for _, w := range []WhiteSpace{WhiteSpacePreserve, WhiteSpaceReplace, WhiteSpaceCollapse} {
			got, want := w.isNormal(string(text[:n])), w.Normalize(string(text[:n])) == string(text[:n])
			if got != want {
				t.Fatalf("%v: %q is normal: %t, want %t", w, text[:n], got, want)
			}
			if got && w == WhiteSpaceCollapse {
				normal++
			}
		}
	}
	if normal < 20_000 {
		t.Errorf("only %d texts were normal", normal)
	}
}
