package simple

import "testing"

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
