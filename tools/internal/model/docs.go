// This file turns the documentation of a schema into lines of Go comments.

package model

import (
	"strconv"
	"strings"
	"unicode"
)

// docWidth is the width documentation is wrapped to, without the comment sign.
const docWidth = 117

// documentation returns the texts of xs:documentation as wrapped lines, an empty line between paragraphs, and items of lists as Go's doc comments
// have them. Line breaks inside a paragraph are the schema's indentation and become spaces; a blank line separates paragraphs.
func documentation(texts []string) []string {
	var lines []string
	var last paragraph
	for _, text := range texts {
		for _, p := range paragraphs(text) {
			if len(lines) > 0 && !p.follows(last) {
				lines = append(lines, "")
			}
			last = p
			lines = append(lines, p.wrapped()...)
		}
	}
	return lines
}

// paragraph is a run of words, or an item of a list.
type paragraph struct {
	words  []string
	marker string // of an item: a hyphen, or its number and a full stop
}

func (p paragraph) isItem() bool { return p.marker != "" }

// follows reports whether both are items of one list.
func (p paragraph) follows(last paragraph) bool {
	return p.isItem() && last.isItem() && p.marker != "1." && (p.marker == "-") == (last.marker == "-")
}

// wrapped returns the lines of a paragraph; those of an item are indented behind its marker.
func (p paragraph) wrapped() []string {
	lines := wrap(p.words)
	if !p.isItem() {
		return lines
	}
	for i, line := range lines {
		switch {
		case i > 0:
			lines[i] = "    " + line
		case p.marker == "-":
			lines[i] = "  - " + line
		default:
			lines[i] = " " + p.marker + " " + line
		}
	}
	return lines
}

// paragraphs splits text at blank lines and before items of lists, and drops characters that a comment cannot hold.
func paragraphs(text string) []paragraph {
	var out []paragraph
	var current paragraph
	number := 0 // of the last item
	end := func() {
		if len(current.words) > 0 {
			out = append(out, current)
		}
		current = paragraph{}
	}
	for line := range strings.SplitSeq(strings.Map(printable, text), "\n") {
		words := strings.Fields(line)
		if len(words) == 0 {
			if !current.isItem() || len(current.words) > 0 {
				end()
			}
			continue
		}
		if marker := markerOf(words, number); marker != "" {
			end()
			if marker != "-" {
				number++
			}
			if marker == "1." {
				number = 1
			}
			current.marker, words = marker, words[1:]
		}
		current.words = append(current.words, words...)
	}
	end()
	return out
}

// markerOf returns the marker of the item of a list that words begin with, empty where they do not. A number is one only where it is the next one, or
// the first: a line may begin with any other.
func markerOf(words []string, number int) string {
	switch words[0] {
	case "-", "*", "•":
		return "-"
	}
	digits := strings.TrimRight(words[0], ".)")
	n, err := strconv.Atoi(digits)
	if err != nil || len(words) == 1 || len(words[0]) != len(digits)+1 || n != 1 && n != number+1 {
		return ""
	}
	return strconv.Itoa(n) + "."
}

// printable maps line breaks to \n and leaves out what is invisible; Go refuses a byte order mark inside a file.
func printable(r rune) rune {
	switch {
	case r == '\r' || r == '\u0085' || r == '\u2028' || r == '\u2029':
		return '\n'
	case r == '\n' || r == '\t' || r == '\u00a0':
		return r
	case r == '\ufeff' || !unicode.IsGraphic(r):
		return -1
	}
	return r
}

// Wrapped returns a sentence as lines of the width of all comments.
func Wrapped(sentence string) []string { return wrap(strings.Fields(sentence)) }

// wrap breaks words into lines of at most docWidth runes; a longer word stands alone.
func wrap(words []string) []string {
	var lines []string
	line, width := "", 0
	for _, word := range words {
		n := len([]rune(word))
		switch {
		case line == "":
			line, width = word, n
		case width+1+n > docWidth:
			lines = append(lines, line)
			line, width = word, n
		default:
			line, width = line+" "+word, width+1+n
		}
	}
	return append(lines, line)
}
