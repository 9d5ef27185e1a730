// White space normalisation (Part 2, section 4.3.6): the one thing done to a text before it is looked at.

package simple

import (
	"strings"

	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

// WhiteSpace says what happens to white space before a text is checked. The values are ordered by how much they change.
type WhiteSpace uint8

// The values of the whiteSpace facet.
const (
	// WhiteSpacePreserve changes nothing.
	WhiteSpacePreserve WhiteSpace = iota
	// WhiteSpaceReplace makes a space of each tab, line feed and carriage return.
	WhiteSpaceReplace
	// WhiteSpaceCollapse makes one space of each run of white space and removes it at both ends.
	WhiteSpaceCollapse
)

var whiteSpaceNames = [...]string{"preserve", "replace", "collapse"}

// String returns the facet's value in a schema, such as "collapse".
func (w WhiteSpace) String() string { return whiteSpaceNames[w%WhiteSpace(len(whiteSpaceNames))] }

func parseWhiteSpace(text string) (white WhiteSpace, ok bool) {
	text = WhiteSpaceCollapse.Normalize(text)
	for i, name := range whiteSpaceNames {
		if name == text {
			return WhiteSpace(i), true
		}
	}
	return 0, false
}

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }

// Normalize returns text itself, or a part of it, unless characters inside it change.
func (w WhiteSpace) Normalize(text string) string {
	switch w {
	case WhiteSpaceReplace:
		return replaceSpace(text)
	case WhiteSpaceCollapse:
		return collapseSpace(text)
	default:
		return text
	}
}

// isNormal reports whether Normalize would change nothing. It may be false for a text with control characters, which no type has.
func (w WhiteSpace) isNormal(text string) bool {
	switch {
	case w == WhiteSpacePreserve || text == "":
		return true
	case w == WhiteSpaceReplace:
		return !hasControl(text)
	case text[0] <= ' ' || text[len(text)-1] <= ' ':
		return false
	}
	return areWords(text)
}

// areWords reports whether a text that neither begins nor ends with white space has no control character, and one space at most between its words.
func areWords(text string) bool {
	i, last := 0, uint64(0) // last is whether the byte before is a space
	for ; i+8 <= len(text); i += 8 {
		w := source.Word(text, i)
		spaces := source.UpTo(w, ' ')
		if source.Below(w, ' ')|spaces&(spaces<<8|last<<7) != 0 {
			return false
		}
		last = spaces >> 63
	}
	for ; i < len(text); i++ {
		if c := text[i]; c <= ' ' && (c < ' ' || text[i-1] <= ' ') {
			return false
		}
	}
	return true
}

// hasControl reports whether a text has a character before the space.
func hasControl(text string) bool {
	i := 0
	for ; i+8 <= len(text); i += 8 {
		if source.Below(source.Word(text, i), ' ') != 0 {
			return true
		}
	}
	for ; i < len(text); i++ {
		if text[i] < ' ' {
			return true
		}
	}
	return false
}

func replaceSpace(text string) string {
	i := strings.IndexAny(text, "\t\n\r")
	if i < 0 {
		return text
	}
	replaced := []byte(text)
	for ; i < len(replaced); i++ {
		if isSpace(replaced[i]) {
			replaced[i] = ' '
		}
	}
	return string(replaced)
}

func collapseSpace(text string) string {
	for text != "" && isSpace(text[0]) {
		text = text[1:]
	}
	for text != "" && isSpace(text[len(text)-1]) {
		text = text[:len(text)-1]
	}
	for i := 0; i < len(text); i++ {
		if c := text[i]; c <= ' ' && isSpace(c) && (c != ' ' || isSpace(text[i+1])) {
			return collapseInside(text, i)
		}
	}
	return text
}

// collapseInside rebuilds a text without white space at its ends; the first i bytes need no change.
func collapseInside(text string, i int) string {
	collapsed := make([]byte, i, len(text))
	copy(collapsed, text)
	for ; i < len(text); i++ {
		switch {
		case !isSpace(text[i]):
			collapsed = append(collapsed, text[i])
		case !isSpace(text[i+1]):
			collapsed = append(collapsed, ' ')
		}
	}
	return string(collapsed)
}
