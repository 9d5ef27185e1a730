// This file lays out example documents for people: a line for each element, indented. Files and machine formats have documents as they are.

package report

import "strings"

// laidOut returns a document in lines that break between tags which follow each other directly; an element with text stays on its line. The XML
// declaration is left out. The line that has the byte at offset is marked, unless it is the first: a fault of the whole document needs no mark.
func laidOut(document string, offset int64) []line {
	lines := []line{{}}
	depth, at := 0, int64(0)
	previous := markup{}
	for rest := document; rest != ""; {
		m := nextMarkup(rest)
		rest = rest[len(m.text):]
		if m.kind == closing {
			depth--
		}
		if previous.kind.tag() && m.kind.tag() && (previous.kind != opening || m.kind != closing) {
			lines = append(lines, line{Text: strings.Repeat("  ", max(depth, 0))})
		}
		for i, text := range strings.Split(m.text, "\n") {
			if i > 0 {
				lines = append(lines, line{})
			}
			lines[len(lines)-1].Text += text
		}
		last := &lines[len(lines)-1]
		last.Fault = last.Fault || at <= offset && offset < at+int64(len(m.text))
		at += int64(len(m.text))
		if m.kind == opening {
			depth++
		}
		previous = m
	}
	return trimmed(lines)
}

// trimmed leaves out the XML declaration and empty lines at both ends.
func trimmed(lines []line) []line {
	if strings.HasPrefix(lines[0].Text, "<?xml ") {
		lines = lines[1:]
	}
	for len(lines) > 0 && strings.TrimSpace(lines[0].Text) == "" {
		lines = lines[1:]
	}
	if len(lines) > 0 {
		lines[0].Fault = false
	}
	for len(lines) > 0 && strings.TrimSpace(lines[len(lines)-1].Text) == "" {
		lines = lines[:len(lines)-1]
	}
	return lines
}

// markup is a piece of a document.
type markup struct {
	text string
	kind markupKind
}

type markupKind uint8

const (
	chars    markupKind = iota // character data, with CDATA sections
	opening                    // <a>
	closing                    // </a>
	selfsame                   // <a/>, and what is no element: comments, instructions, declarations
)

func (k markupKind) tag() bool { return k != chars }

// nextMarkup cuts the first piece off a document.
func nextMarkup(document string) markup {
	switch {
	case document[0] != '<':
		before, _, _ := strings.Cut(document, "<")
		return markup{before, chars}
	case strings.HasPrefix(document, "<![CDATA["):
		return markup{through(document, "]]>"), chars}
	case strings.HasPrefix(document, "<!--"):
		return markup{through(document, "-->"), selfsame}
	case strings.HasPrefix(document, "<?"):
		return markup{through(document, "?>"), selfsame}
	}
	tag := tagAt(document)
	switch {
	case strings.HasPrefix(tag, "</"):
		return markup{tag, closing}
	case strings.HasSuffix(tag, "/>"):
		return markup{tag, selfsame}
	}
	return markup{tag, opening}
}

// through returns a document's beginning up to and with an end mark, or all of it.
func through(document, end string) string {
	before, _, found := strings.Cut(document, end)
	if !found {
		return document
	}
	return document[:len(before)+len(end)]
}

// tagAt returns the tag that a document begins with; a > in the value of an attribute does not end it.
func tagAt(document string) string {
	quote := rune(0)
	for i, r := range document {
		switch {
		case quote != 0:
			if r == quote {
				quote = 0
			}
		case r == '"' || r == '\'':
			quote = r
		case r == '>':
			return document[:i+1]
		}
	}
	return document
}
