// Whole objects: a caller that knows what to expect goes through the text itself, and has the reader move on behind an object, or to where
// it needs the reader's care.

package jsontext

import (
	"strconv"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

// Whole returns the text, if all of it is at hand and no string in it can be too long. A caller that reads it keeps to limits, and has Input own what it keeps of it.
func (r *Reader) Whole() (src string, limits *source.Limits, ok bool) {
	return r.src, &r.limits, r.err == nil && r.final && !r.in.Streams() && len(r.src) <= r.limits.MaxTextBytes
}

// Offset returns where the current token ends.
func (r *Reader) Offset() int { return r.pos }

// EndObject moves behind the innermost object, which ends at an offset of the text.
func (r *Reader) EndObject(end int) {
	r.leave()
	r.kind = NoToken
	r.from, r.pos, r.expect = end, end, r.afterValue(len(r.open))
}

// Enter opens an object, or an array, as the value of a member that the innermost object has by now, or as the next item.
func (r *Reader) Enter(isArray bool) {
	r.open = append(r.open, container{isArray: isArray, members: r.keys.enter()})
}

// Has notes that the innermost object has a member with this key, which it has not yet.
func (r *Reader) Has(key string) {
	r.keys.add(&r.open[len(r.open)-1].members, key)
}

// Resume makes what comes at an offset of the text the next token. isFirst says that nothing of the innermost object or array has come.
func (r *Reader) Resume(at int, isFirst bool) {
	r.kind = NoToken
	r.from, r.start, r.pos = at, at, at
	switch {
	case !isFirst:
		r.expect = expectNext
	case r.inArray():
		r.expect = expectFirstItem
	default:
		r.expect = expectFirstKey
	}
}

// KeyAt finds the key of a member at an offset, with its colon, and returns it and where the value begins. It is not ok where it needs a closer look.
func KeyAt(src string, i int) (key string, value int, ok bool) {
	if i == len(src) || src[i] != '"' {
		return "", 0, false
	}
	end := plainEnd(src, i+1)
	if end == len(src) || src[end] != '"' {
		return "", 0, false
	}
	key = src[i+1 : end]
	if i = skipSpace(src, end+1); i == len(src) || src[i] != ':' {
		return "", 0, false
	}
	return key, skipSpace(src, i+1), true
}

// StringAt returns the text of the string at an offset, and where it ends. It is not ok where it needs a closer look.
func StringAt(src string, i int) (text string, end int, ok bool) {
	if i == len(src) || src[i] != '"' {
		return "", 0, false
	}
	end = plainEnd(src, i+1)
	if end == len(src) || src[end] != '"' {
		return "", 0, false
	}
	return src[i+1 : end], end + 1, true
}

// EscapedAt is StringAt for a string with escapes. It is not ok where one of them is half of a surrogate pair or malformed.
func EscapedAt(src string, i int) (text string, end int, ok bool) {
	if i == len(src) || src[i] != '"' {
		return "", 0, false
	}
	var built []byte
	for i++; i < len(src); {
		from := i
		for i < len(src) && !needsCare[src[i]] {
			i++
		}
		built = append(built, src[from:i]...)
		switch {
		case i+1 >= len(src) || src[i] != '"' && src[i] != '\\':
			return "", 0, false
		case src[i] == '"':
			return string(built), i + 1, true
		}
		char, length := escapeAt(src, i)
		if length == 0 {
			return "", 0, false
		}
		built = utf8.AppendRune(built, char)
		i += length
	}
	return "", 0, false
}

// escapeAt returns the character of the escape at src[i], and how long the escape is: 0 where it needs a closer look.
func escapeAt(src string, i int) (char rune, length int) {
	c := src[i+1]
	if c != 'u' {
		if c >= utf8.RuneSelf || escapes[c] == 0 {
			return 0, 0
		}
		return rune(escapes[c]), len(`\n`)
	}
	if i+unitLength > len(src) {
		return 0, 0
	}
	unit, err := strconv.ParseUint(src[i+len(`\u`):i+unitLength], 16, 16)
	if char = rune(unit); err != nil || utf16.IsSurrogate(char) {
		return 0, 0
	}
	return char, unitLength
}

// NumberAt returns the number at an offset, which is not longer than most, and where it ends. It is not ok where there is none.
func NumberAt(src string, i, most int) (text string, end int, ok bool) {
	end, ok = numberEnd(src, i)
	if !ok || end == len(src) || end-i > most {
		return "", 0, false
	}
	return src[i:end], end, true
}

// BooleanAt returns the literal true or false at an offset, and where it ends. It is not ok where there is none.
func BooleanAt(src string, i int) (text string, end int, ok bool) {
	for _, literal := range [...]string{"true", "false"} {
		if end = i + len(literal); end < len(src) && src[i:end] == literal {
			return literal, end, true
		}
	}
	return "", 0, false
}

// NullAt returns where null that begins at an offset ends.
func NullAt(src string, i int) (end int, ok bool) {
	end = i + len("null")
	return end, end < len(src) && src[i:end] == "null"
}

// SkipSpace returns where the white space at an offset ends.
func SkipSpace(src string, i int) int { return skipSpace(src, i) }

// Start returns the text from the comma before a member to the colon behind its key, "" where the key is not UTF-8.
func (m *Member) Start() string {
	if m.start == "" {
		return ""
	}
	return m.start[:len(m.start)-len(`"`)]
}

// StringStart returns that text and the first quote of a string, "" where the key is not UTF-8.
func (m *Member) StringStart() string { return m.start }
