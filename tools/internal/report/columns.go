// This file lays text out for terminals: wrapping, and two columns side by side.

package report

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// width is how many characters a line of text has.
const width = 110

// wrap breaks text at spaces into lines of at most limit characters. A longer word, such as a path, has a line to itself and is not broken, so that it
// can be copied.
func wrap(text string, limit int) []string {
	var lines []string
	for paragraph := range strings.SplitSeq(text, "\n") {
		line := ""
		for word := range strings.FieldsSeq(paragraph) {
			if line != "" && utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) > limit {
				lines, line = append(lines, line), ""
			}
			line = strings.TrimPrefix(line+" "+word, " ")
		}
		lines = append(lines, line)
	}
	return lines
}

// fits reports whether no line is longer than a limit.
func fits(lines []string, limit int) bool {
	return !slices.ContainsFunc(lines, func(line string) bool { return utf8.RuneCountInString(line) > limit })
}

// sideBySide sets two lists of lines in columns.
func sideBySide(left, right []string, limit int) []string {
	lines := make([]string, max(len(left), len(right)))
	for i := range lines {
		l, r := at(left, i), at(right, i)
		gap := strings.Repeat(" ", limit-utf8.RuneCountInString(l)+2)
		lines[i] = strings.TrimRight(l+gap+r, " ")
	}
	return lines
}

func at(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return ""
}
