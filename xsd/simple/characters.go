// This file writes values of simple types, checked.

package simple

import "unicode/utf8"

// Resolver returns the bindings as a resolver, nil (no typed nil) where there are none.
func (p Prefixes) Resolver() PrefixResolver {
	if p == nil {
		return nil
	}
	return p
}

// IsXMLText reports whether XML can hold every character of text (XML 1.0, production 2).
func IsXMLText(text string) bool {
	for i := 0; i < len(text); {
		c := text[i]
		if c < utf8.RuneSelf {
			if c < ' ' && c != '\t' && c != '\n' && c != '\r' {
				return false
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		if r == utf8.RuneError && size == 1 || r == 0xFFFE || r == 0xFFFF {
			return false
		}
		i += size
	}
	return true
}
