// This file writes simple values as JSON.

package codec

import (
	"testing"

	"github.com/mvainnsyn/mvainnsyn/xsd/jsontext"
	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
)

// A value of a union looks like one of its member in JSON where that keeps how it is spelt, and is a string where it does not: the text tells its member.
func TestUnionsKeepTheirSpellingInJSON(t *testing.T) {
	union := simple.UnionOf(Name{}, typeBoolean, typeDecimal, simple.Restrict(Name{}, typeDouble), simple.ListOf(Name{}, typeDecimal), typeString)
	for text, want := range map[string]string{
		"true":      `true`,
		"false":     `false`,
		"1":         `"1"`, // the boolean
		"0":         `"0"`,
		"12":        `12`,
		"-1.50":     `-1.50`,
		"+12":       `"+12"`,
		"007":       `"007"`,
		".5":        `".5"`,
		"1E2":       `1E2`,
		"INF":       `"INF"`,
		"1 +2 3.0":  `[1,"+2",3.0]`,
		" 1  2 ":    `[1,2]`,
		"some text": `"some text"`,
	} {
		var w jsontext.Writer
		putJSON(&w, union, text, nil)
		got, err := w.Bytes()
		if err != nil || string(got) != want {
			t.Errorf("%q is %s, %v, want %s", text, got, err, want)
		}
	}
}
