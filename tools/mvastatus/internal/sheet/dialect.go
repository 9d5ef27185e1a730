// The dialects of CSV: encoding, separator, line ends.

package sheet

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/say"
)

// Encoding of a file's text.
type Encoding int

// The encodings.
const (
	UTF8 Encoding = iota
	UTF8WithBOM
	UTF16LittleEndian // Excel's "Unicode text"
	UTF16BigEndian
	Windows1252 // what Excel writes in Norway
	MacRoman    // Excel's "CSV (Macintosh)", which ends lines with CR
)

// Dialect is how a file is written.
type Dialect struct {
	Encoding  Encoding
	Separator rune   // ',', ';', '\t' or '|'
	End       string // of a line: "\n", "\r\n" or "\r"
	Hint      bool   // the first line is Excel's "sep=;"
}

// byteOrderMark as UTF-8.
const byteOrderMark = "\ufeff"

func isUTF16(data []byte) bool {
	return bytes.HasPrefix(data, []byte("\xff\xfe")) || bytes.HasPrefix(data, []byte("\xfe\xff"))
}

// decode finds the encoding: a byte order mark, else valid UTF-8, else what Excel writes on the system whose line ends the file has.
func decode(data []byte) (string, Encoding, error) {
	found := Windows1252
	switch rest, marked := bytes.CutPrefix(data, []byte(byteOrderMark)); {
	case marked:
		data, found = rest, UTF8WithBOM
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		found = UTF16LittleEndian
	case isUTF16(data):
		found = UTF16BigEndian
	case utf8.Valid(data):
		found = UTF8
	case bytes.IndexByte(data, '\n') < 0 && bytes.IndexByte(data, '\r') >= 0:
		found = MacRoman
	}
	if found == UTF8WithBOM || found == UTF8 {
		return strings.ToValidUTF8(string(data), "\ufffd"), found, nil
	}
	text, err := found.codec().NewDecoder().Bytes(data)
	return string(text), found, err
}

// codec is the encoding's table; for UTF-8 one that changes nothing.
func (e Encoding) codec() encoding.Encoding {
	switch e {
	case UTF16LittleEndian:
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	case UTF16BigEndian:
		return unicode.UTF16(unicode.BigEndian, unicode.UseBOM)
	case Windows1252:
		return charmap.Windows1252
	case MacRoman:
		return charmap.Macintosh
	default:
		return encoding.Nop
	}
}

func encode(text string, e Encoding) ([]byte, error) {
	if e == UTF8WithBOM {
		return []byte(byteOrderMark + text), nil
	}
	encoded, err := e.codec().NewEncoder().Bytes([]byte(text))
	if err != nil {
		return nil, say.Errorf("the encoding of the file lacks %q: leave out --same to write UTF-8", firstForeign(text, e))
	}
	return encoded, nil
}

// firstForeign is the first character that the encoding lacks.
func firstForeign(text string, e Encoding) string {
	for _, r := range text {
		if _, err := e.codec().NewEncoder().String(string(r)); err != nil {
			return string(r)
		}
	}
	return ""
}

// cutHint takes off Excel's first line "sep=;" and returns its separator, 0 where there is none.
func cutHint(lines []line) (rest []line, hint rune) {
	if len(lines) == 0 {
		return lines, 0
	}
	mark, ok := strings.CutPrefix(strings.ToLower(lines[0].text), "sep=")
	if !ok || len(mark) != 1 {
		return lines, 0
	}
	return lines[1:], rune(mark[0])
}

// separators are those tried, what Norwegian spreadsheets write first.
var separators = []rune{';', '\t', ',', '|'}

// separator is the candidate that stands most often, outside quotes, in a line.
func separator(text string) rune {
	counts, quoted := map[rune]int{}, false
	for _, r := range text {
		if r == '"' {
			quoted = !quoted
		}
		if !quoted {
			counts[r]++
		}
	}
	best := separators[0]
	for _, candidate := range separators[1:] {
		if counts[candidate] > counts[best] {
			best = candidate
		}
	}
	return best
}
