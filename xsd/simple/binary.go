// xs:hexBinary and xs:base64Binary (Part 2, sections 3.2.15 and 3.2.16): octets that keep the text they came in.

package simple

import "strings"

// The canonical form of octets is their canonical text (sections 3.2.15.2 and 3.2.16.1): it is as good as the octets to
// compare, and often is the text itself.
var (
	hexSpace = &primitive[characters]{
		facets: textFacets,
		valid:  isHex,
		read:   func(text string, _ PrefixResolver) (characters, bool) { return characters(CanonicalHex(text)), true },
		length: hexLength,
	}
	base64Space = &primitive[characters]{
		facets: textFacets,
		valid:  isBase64,
		read:   func(text string, _ PrefixResolver) (characters, bool) { return characters(CanonicalBase64(text)), true },
		length: base64Length,
	}
)

func isHex(text string) bool {
	for i := 0; i < len(text); i++ {
		if c := text[i]; !isDigit(c) && (c|0x20 < 'a' || c|0x20 > 'f') {
			return false
		}
	}
	return len(text)%2 == 0
}

func hexLength(text string) int { return len(text) / 2 }

func CanonicalHex(text string) string { return strings.ToUpper(text) }

// isBase64 takes a collapsed text, so that white space is single spaces between characters.
func isBase64(text string) bool {
	digits, padding, last := 0, 0, byte(0)
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == ' ':
		case c == '=':
			padding++
		case padding > 0 || sextet(c) < 0:
			return false
		default:
			digits++
			last = c
		}
	}
	switch padding {
	case 0:
		return digits%4 == 0
	case 1: // the last digit carries four bits
		return digits%4 == 3 && sextet(last)&3 == 0
	case 2: // the last digit carries two bits
		return digits%4 == 2 && sextet(last)&15 == 0
	default:
		return false
	}
}

// sextet returns the six bits that c stands for, -1 where c is no digit of base64.
func sextet(c byte) int {
	switch {
	case 'A' <= c && c <= 'Z':
		return int(c - 'A')
	case 'a' <= c && c <= 'z':
		return int(c-'a') + 26
	case isDigit(c):
		return int(c-'0') + 52
	case c == '+':
		return 62
	case c == '/':
		return 63
	default:
		return -1
	}
}

func base64Length(text string) int {
	return (len(text) - strings.Count(text, " ") - strings.Count(text, "=")) * 3 / 4
}

func CanonicalBase64(text string) string { return strings.ReplaceAll(text, " ", "") }
