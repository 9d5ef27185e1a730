// Character encodings: which one the bytes of a document are in (XML 1.0, section 4.3.3 and
// appendix F), and decoding them to UTF-8.

package source

import (
	"bytes"
	"encoding/binary"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// An Encoding is a way to write characters as bytes.
type Encoding uint8

// The encodings that can be read.
const (
	UTF8 Encoding = iota
	ASCII
	Latin1
	Windows1252
	UTF16BE
	UTF16LE
)

// encodingNames are the names by which documents call the encodings, in any case. "UTF-16"
// leaves the order of bytes to the byte order mark.
var encodingNames = [...]struct {
	name     string
	encoding Encoding
}{
	{"UTF-8", UTF8},
	{"UTF8", UTF8},
	{"ISO-8859-1", Latin1},
	{"ISO_8859-1", Latin1},
	{"latin1", Latin1},
	{"l1", Latin1},
	{"windows-1252", Windows1252},
	{"cp1252", Windows1252},
	{"US-ASCII", ASCII},
	{"ASCII", ASCII},
	{"UTF-16", UTF16BE},
	{"UTF-16", UTF16LE},
	{"ISO-10646-UCS-2", UTF16BE},
	{"ISO-10646-UCS-2", UTF16LE},
	{"UTF-16BE", UTF16BE},
	{"UTF-16LE", UTF16LE},
}

// String returns the encoding's registered name.
func (e Encoding) String() string {
	return [...]string{"UTF-8", "US-ASCII", "ISO-8859-1", "windows-1252", "UTF-16BE", "UTF-16LE"}[e]
}

// Is reports whether name, in any case, is a name of the encoding. "UTF-16" names both byte
// orders.
func (e Encoding) Is(name string) bool {
	for _, known := range encodingNames {
		if known.encoding == e && strings.EqualFold(known.name, name) {
			return true
		}
	}
	return false
}

// encodingNamed returns the encoding that name names; of UTF-16, one of the two.
func encodingNamed(name string) (encoding Encoding, ok bool) {
	for _, known := range encodingNames {
		if strings.EqualFold(known.name, name) {
			return known.encoding, true
		}
	}
	return UTF8, false
}

const readableEncodings = "convert it to UTF-8, or to one of UTF-16, ISO-8859-1, windows-1252 and US-ASCII"

const moreEncodings = readableEncodings + ", or give Limits.Charset"

// signatures are the first bytes that tell an encoding: marks of byte order, and "<?" in
// encodings that do not contain ASCII. Longer ones come before those that begin them.
var signatures = []struct {
	start       string
	encoding    Encoding
	mark        int // length of the byte order mark
	unsupported string
}{
	{start: "\xEF\xBB\xBF", encoding: UTF8, mark: 3},
	{start: "\xFF\xFE\x00\x00", unsupported: "UTF-32"},
	{start: "\x00\x00\xFE\xFF", unsupported: "UTF-32"},
	{start: "\x00\x00\x00<", unsupported: "UTF-32"},
	{start: "<\x00\x00\x00", unsupported: "UTF-32"},
	{start: "\xFE\xFF", encoding: UTF16BE, mark: 2},
	{start: "\xFF\xFE", encoding: UTF16LE, mark: 2},
	{start: "\x00<\x00?", encoding: UTF16BE},
	{start: "<\x00?\x00", encoding: UTF16LE},
	{start: "\x4C\x6F\xA7\x94", unsupported: "EBCDIC"},
}

// beginsSignature tells the bytes that a signature begins with. Of XML, those without one begin with such a byte, too.
var beginsSignature = func() (table [256]bool) {
	for _, s := range signatures {
		table[s.start[0]] = true
	}
	return table
}()

// detected is what the first bytes of a document say.
type detected struct {
	encoding Encoding
	mark     int    // length of the byte order mark
	charset  string // the name of an encoding that is not read here
	fault    string // why the document cannot be decoded
	remedy   string
	unread   bool // the document may be well-formed in its encoding
	at       int  // where in head the fault is
}

// UsualDeclaration is the XML declaration that most documents begin with, in these very bytes.
const UsualDeclaration = `<?xml version="1.0" encoding="UTF-8"?>`

// isUsual reports whether a document that begins with head is UTF-8 without mark, as most are. Other documents may be, too.
func isUsual(format Format, head []byte) bool {
	if len(head) == 0 || !beginsSignature[head[0]] {
		return true
	}
	return format == XML && len(head) >= len(UsualDeclaration) && string(head[:len(UsualDeclaration)]) == UsualDeclaration
}

// detect finds the encoding of a document that begins with head.
func detect(format Format, head []byte) detected {
	if isUsual(format, head) {
		return detected{}
	}
	for _, s := range signatures {
		switch {
		case len(head) < len(s.start) || head[0] != s.start[0] || string(head[:len(s.start)]) != s.start:
		case s.unsupported != "":
			return detected{fault: "the encoding is " + s.unsupported + ", which is not read", remedy: readableEncodings, unread: true}
		case format == JSON && s.encoding != UTF8:
			return detected{fault: "the encoding is UTF-16, but JSON is UTF-8 (RFC 8259, section 8.1)", remedy: "convert it to UTF-8"}
		default:
			return detected{encoding: s.encoding, mark: s.mark}
		}
	}
	if format == JSON {
		return detected{}
	}
	return declared(head)
}

// declared finds the encoding by the declaration of a document that contains ASCII.
func declared(head []byte) detected {
	name, at := declaredName(head)
	if len(name) == 0 {
		return detected{encoding: UTF8}
	}
	encoding, ok := encodingNamed(string(name))
	switch {
	case !isEncodingName(name):
		return detected{at: at, fault: strconv.Quote(string(name)) + " is no name of an encoding", remedy: "declare the encoding that the document is written in, most likely UTF-8"}
	case !ok:
		return detected{charset: string(name), at: at, fault: "the encoding " + string(name) + " is not read", remedy: moreEncodings, unread: true}
	case encoding == UTF16BE || encoding == UTF16LE:
		return detected{
			at:     at,
			fault:  "the XML declaration says encoding " + string(name) + ", but the bytes are not UTF-16",
			remedy: "declare the encoding that the document is written in, most likely UTF-8",
		}
	default:
		return detected{encoding: encoding}
	}
}

// declaredName returns the encoding that an XML declaration names, and where. Whether
// the declaration is correct is for the XML reader to say.
func declaredName(head []byte) (name []byte, at int) {
	if !bytes.HasPrefix(head, []byte("<?xml")) {
		return nil, 0
	}
	end := bytes.Index(head, []byte("?>"))
	if end < 0 {
		end = len(head)
	}
	at = bytes.Index(head[:end], []byte("encoding"))
	if at < 0 {
		return nil, 0
	}
	at += len("encoding")
	for at < end && strings.IndexByte(" \t\r\n=", head[at]) >= 0 {
		at++
	}
	if at == end || head[at] != '"' && head[at] != '\'' {
		return nil, 0
	}
	length := bytes.IndexByte(head[at+1:end], head[at])
	if length < 0 {
		return nil, 0
	}
	return head[at+1 : at+1+length], at + 1
}

// decode returns raw in UTF-8: as part of raw if it is UTF-8 already, else appended to dst.
// It stops, used < len(raw), at a character that is incomplete, or that is none:
// then fault says why.
func (e Encoding) decode(dst, raw []byte) (text []byte, used int, fault string) {
	switch e {
	case UTF8:
		used = len(raw) - incompleteTail(raw)
		return raw[:used], used, ""
	case UTF16BE:
		return decodeUTF16(dst, raw, binary.BigEndian)
	case UTF16LE:
		return decodeUTF16(dst, raw, binary.LittleEndian)
	default:
		return e.decodeBytes(dst, raw)
	}
}

// incompleteTail returns how many bytes at the end of raw begin a UTF-8 character without
// completing it.
func incompleteTail(raw []byte) int {
	for n := 1; n < utf8.UTFMax && n <= len(raw); n++ {
		if tail := raw[len(raw)-n:]; utf8.RuneStart(tail[0]) {
			if utf8.FullRune(tail) {
				return 0
			}
			return n
		}
	}
	return 0
}

// decodeBytes decodes an encoding of one byte per character.
func (e Encoding) decodeBytes(dst, raw []byte) (text []byte, used int, fault string) {
	for i, c := range raw {
		r := rune(c)
		if c >= utf8.RuneSelf && e == ASCII {
			return dst, i, "the byte " + hexByte(c) + " is not US-ASCII"
		}
		if c&0xE0 == 0x80 && e == Windows1252 {
			if r = windows1252[c-0x80]; r == 0 {
				return dst, i, "the byte " + hexByte(c) + " is not windows-1252"
			}
		}
		dst = utf8.AppendRune(dst, r)
	}
	return dst, len(raw), ""
}

// windows1252 holds the characters 0x80 to 0x9F, where windows-1252 differs from ISO-8859-1.
var windows1252 = [32]rune{
	'€', 0, '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', 0, 'Ž', 0,
	0, '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', 0, 'ž', 'Ÿ',
}

func decodeUTF16(dst, raw []byte, order binary.ByteOrder) (text []byte, used int, fault string) {
	for used+2 <= len(raw) {
		r, size := rune(order.Uint16(raw[used:])), 2
		if utf16.IsSurrogate(r) {
			if r >= 0xDC00 {
				return dst, used, "a UTF-16 surrogate stands alone"
			}
			if used+4 > len(raw) {
				return dst, used, ""
			}
			r, size = utf16.DecodeRune(r, rune(order.Uint16(raw[used+2:]))), 4
			if r == utf8.RuneError {
				return dst, used, "a UTF-16 surrogate stands alone"
			}
		}
		dst = utf8.AppendRune(dst, r)
		used += size
	}
	return dst, used, ""
}

// width returns how many bytes text took in the encoding.
func (e Encoding) width(text string) int {
	switch e {
	case UTF8, ASCII:
		return len(text)
	case UTF16BE, UTF16LE:
		units := 0
		for _, r := range text {
			units += utf16.RuneLen(r)
		}
		return 2 * units
	default:
		return utf8.RuneCountInString(text)
	}
}

func hexByte(c byte) string {
	const digits = "0123456789ABCDEF"
	return "0x" + string([]byte{digits[c>>4], digits[c&15]})
}

// isEncodingName reports whether a name is one that a declaration may give (XML 1.0, section 4.3.3, EncName).
func isEncodingName(name []byte) bool {
	for i, c := range name {
		isLetter := 'a' <= c|0x20 && c|0x20 <= 'z'
		if !isLetter && (i == 0 || !('0' <= c && c <= '9') && c != '.' && c != '_' && c != '-') {
			return false
		}
	}
	return len(name) > 0
}
