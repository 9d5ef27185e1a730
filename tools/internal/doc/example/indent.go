// This file lays out XML for reading.

package example

import "strings"

// Indented breaks a document between tags; an element that has text stays on its line.
func Indented(document string) string {
	var b strings.Builder
	texts := []bool{false} // whether the open elements have text, the outermost first
	previousOpen := false
	for rest := document; rest != ""; {
		if rest[0] != '<' {
			i := strings.IndexByte(rest, '<')
			if i < 0 {
				i = len(rest)
			}
			b.WriteString(rest[:i])
			rest, texts[len(texts)-1] = rest[i:], true
			continue
		}
		end := tagEnd(rest)
		tag := rest[:end]
		closing, empty := strings.HasPrefix(tag, "</"), strings.HasSuffix(tag, "/>")
		hasText := texts[len(texts)-1]
		if closing && len(texts) > 1 {
			texts = texts[:len(texts)-1]
		}
		if b.Len() > 0 && !hasText && (!closing || !previousOpen) {
			b.WriteString("\n" + strings.Repeat("  ", len(texts)-1))
		}
		b.WriteString(tag)
		previousOpen = !closing && !empty
		if previousOpen {
			texts = append(texts, false)
		}
		rest = rest[end:]
	}
	return b.String()
}

// tagEnd is where the tag that a text begins with ends; a > in an attribute does not end it.
func tagEnd(text string) int {
	quote := byte(0)
	for i := range len(text) {
		switch c := text[i]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '>':
			return i + 1
		}
	}
	return len(text)
}
