// Lines for terminals.

package say

import (
	"strings"
	"unicode/utf8"
)

// Wrap breaks a line between words so that no part is wider than width, where a word does not force it. Further lines begin with the indent. Width 0
// stands for a file or a pipe, where nothing is broken.
func Wrap(line string, width int, indent string) string {
	if width <= 0 || utf8.RuneCountInString(line) <= width {
		return line
	}
	var out strings.Builder
	start := line[:len(line)-len(strings.TrimLeft(line, " "))]
	out.WriteString(start)
	at, fresh := utf8.RuneCountInString(start), true
	for i, word := range strings.Split(line[len(start):], " ") {
		room := utf8.RuneCountInString(word)
		switch {
		case i > 0 && at+1+room > width && !fresh:
			out.WriteString("\n" + indent)
			at, fresh = utf8.RuneCountInString(indent), true
		case i > 0:
			out.WriteByte(' ')
			at++
		}
		out.WriteString(word)
		at += room
		fresh = fresh && word == ""
	}
	return out.String()
}

// List is several names in a message.
func List(names []string) string { return strings.Join(names, ", ") }
