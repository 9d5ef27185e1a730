// This file makes a key's text plain again: what editors and environment variables do to files, undone.

package maskinporten

import (
	"bytes"
	"encoding/base64"
	"regexp"
	"strings"
	"unicode/utf16"
)

// plainPEM is a PEM as it was in its file.
func plainPEM(text []byte) []byte {
	text = plainText(text)
	if !isPEM(text) {
		text = fromBase64(text)
	}
	if bytes.IndexByte(bytes.TrimSpace(text), '\n') < 0 {
		text = unfolded(text)
	}
	return text
}

// plainJSON is a JWK as it was in its file.
func plainJSON(text []byte) []byte {
	if text = plainText(text); !bytes.HasPrefix(text, []byte("{")) {
		text = plainText(fromBase64(text))
	}
	return text
}

// plainKey is a JWK or a PEM as it was in its file; anything else where the text is neither.
func plainKey(text []byte) []byte {
	if text = plainText(text); isPEM(text) {
		return text
	}
	return plainJSON(text)
}

// isPEM reports whether a text holds a block of PEM.
func isPEM(text []byte) bool { return bytes.Contains(text, []byte("-----BEGIN ")) }

// plainText is a text without byte order mark, outer white space and quotes, in UTF-8.
func plainText(text []byte) []byte {
	switch {
	case bytes.HasPrefix(text, []byte("\ufeff")):
		text = text[len("\ufeff"):]
	case bytes.HasPrefix(text, []byte{0xFF, 0xFE}):
		text = fromUTF16(text[2:], func(pair []byte) uint16 { return uint16(pair[0]) | uint16(pair[1])<<8 })
	case bytes.HasPrefix(text, []byte{0xFE, 0xFF}):
		text = fromUTF16(text[2:], func(pair []byte) uint16 { return uint16(pair[1]) | uint16(pair[0])<<8 })
	}
	text = bytes.TrimSpace(text)
	for _, quote := range []byte{'"', '\''} {
		if n := len(text); n > 1 && text[0] == quote && text[n-1] == quote {
			text = bytes.TrimSpace(text[1 : n-1])
		}
	}
	return text
}

func fromUTF16(text []byte, unit func(pair []byte) uint16) []byte {
	units := make([]uint16, 0, len(text)/2)
	for ; len(text) >= 2; text = text[2:] {
		units = append(units, unit(text))
	}
	return []byte(string(utf16.Decode(units)))
}

// foldedPattern is a PEM block whose line ends became something else.
var foldedPattern = regexp.MustCompile(`\s*(-----BEGIN [A-Z0-9 ]+-----)([^-]*)(-----END [A-Z0-9 ]+-----)`)

// unfolded puts the line ends back into a PEM that is on one line: for each \n and \r\n that is spelt out, or for the spaces that
// came in their place.
func unfolded(text []byte) []byte {
	spelt := strings.NewReplacer(`\r\n`, "\n", `\n`, "\n", `\r`, "\n").Replace(string(text))
	if strings.Contains(spelt, "\n") {
		return []byte(spelt)
	}
	return foldedPattern.ReplaceAllFunc([]byte(spelt), func(block []byte) []byte {
		parts := foldedPattern.FindSubmatch(block)
		return bytes.Join([][]byte{parts[1], bytes.Join(bytes.Fields(parts[2]), []byte("\n")), parts[3], nil}, []byte("\n"))
	})
}

// fromBase64 is what a text in base64 stands for, a PEM in any case; the text itself where it is no base64.
func fromBase64(text []byte) []byte {
	decoded, ok := decodeBase64(text)
	if !ok {
		return text
	}
	if key, ok := pemOfDER(decoded); ok {
		return key
	}
	return plainText(decoded)
}

// binary is a file that may stand in base64.
func binary(data []byte) []byte {
	const sequence = 0x30 // how every PKCS #12 file begins
	if len(data) == 0 || data[0] == sequence {
		return data
	}
	if decoded, ok := decodeBase64(plainText(data)); ok && len(decoded) > 0 && decoded[0] == sequence {
		return decoded
	}
	return data
}

// decodeBase64 reads base64 in either alphabet, with or without padding and line ends, spelt out or not.
func decodeBase64(text []byte) (decoded []byte, ok bool) {
	packed := strings.NewReplacer("-", "+", "_", "/", "=", "", `\n`, "", `\r`, "", "\n", "", "\r", "", "\t", "", " ", "").Replace(string(text))
	decoded, err := base64.RawStdEncoding.DecodeString(packed)
	return decoded, err == nil && len(decoded) > 0
}
