// The grammar of JSON (RFC 8259, sections 2 to 7).

package jsontext

import (
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

// scan scans the next token, from pos on. It returns NoToken if the window ends before the
// token, or a rule is broken.
func (r *Reader) scan() Kind {
	i := skipSpace(r.src, r.pos)
	expect := r.expect
	if expect == expectNext && i < len(r.src) && r.src[i] == ',' {
		i = skipSpace(r.src, i+1)
		expect = expectKey
		if r.inArray() {
			expect = expectValue
		}
	}
	r.start = i
	if i == len(r.src) {
		return r.incomplete(r.lacking())
	}
	closes := r.src[i] == ']' || r.src[i] == '}'
	switch {
	case expect == expectNothing:
		return r.fail(i, "something stands after the value", "a JSON text is one value: remove the rest")
	case closes && expect != expectValue && expect != expectKey:
		return r.scanEnd(i)
	case expect == expectNext:
		return r.fail(i, "a comma is missing", "write a comma between members or items")
	case expect == expectKey || expect == expectFirstKey:
		return r.scanKey(i)
	default:
		return r.scanValue(i)
	}
}

// inArray reports whether the innermost of what is open is an array.
func (r *Reader) inArray() bool { return r.open[len(r.open)-1].isArray }

// lacking says what is wrong if the text ends between tokens: nothing if it is complete.
func (r *Reader) lacking() string {
	switch {
	case r.expect == expectNothing:
		return ""
	case len(r.open) == 0:
		return "the text is empty"
	case r.inArray():
		return "the text ends before an array does"
	default:
		return "the text ends before an object does"
	}
}

// scanEnd scans the end of an object or array at i.
func (r *Reader) scanEnd(i int) Kind {
	isArray := r.inArray()
	switch {
	case isArray != (r.src[i] == ']'):
		return r.fail(i, "a "+r.src[i:i+1]+" closes what it did not open", "check that { goes with } and [ with ]")
	case isArray:
		return r.accept(ArrayEnd, i+1, r.afterValue(len(r.open)-1))
	default:
		return r.accept(ObjectEnd, i+1, r.afterValue(len(r.open)-1))
	}
}

// afterValue returns what the grammar allows after a value inside depth objects and arrays.
func (r *Reader) afterValue(depth int) expectation {
	if depth == 0 {
		return expectNothing
	}
	return expectNext
}

// accept makes what ends at end the current token.
func (r *Reader) accept(kind Kind, end int, expect expectation) Kind {
	r.pos = end
	r.expect = expect
	return kind
}

// scanValue scans the value at i.
func (r *Reader) scanValue(i int) Kind {
	switch c := r.src[i]; c {
	case '{':
		return r.enter(ObjectStart, i, expectFirstKey)
	case '[':
		return r.enter(ArrayStart, i, expectFirstItem)
	case '"':
		end := r.scanString(i)
		if end < 0 {
			return NoToken
		}
		return r.accept(String, end, r.afterValue(len(r.open)))
	case 't':
		return r.scanLiteral(True, i, "true")
	case 'f':
		return r.scanLiteral(False, i, "false")
	case 'n':
		return r.scanLiteral(Null, i, "null")
	case '<':
		return r.fail(i, "a value is expected, but a < stands there", "this is XML or HTML, not JSON")
	default:
		if c == '-' || isDigit(c) {
			return r.scanNumber(i)
		}
		return r.fail(i, "a value is expected", "write a string in double quotes, a number, true, false, null, { or [; no comma after the last one")
	}
}

// enter opens an object or array at i.
func (r *Reader) enter(kind Kind, i int, expect expectation) Kind {
	if len(r.open) == r.limits.MaxDepth {
		return r.exceeds(i, "MaxDepth", r.limits.MaxDepth, "the number of objects and arrays inside each other")
	}
	r.open = append(r.open, container{isArray: kind == ArrayStart, members: r.keys.enter()})
	return r.accept(kind, i+1, expect)
}

// scanLiteral scans true, false or null at i.
func (r *Reader) scanLiteral(kind Kind, i int, literal string) Kind {
	rest := r.src[i:]
	if !strings.HasPrefix(rest, literal) {
		if strings.HasPrefix(literal, rest) {
			return r.incomplete("the text ends inside a value")
		}
		return r.fail(i, "a value is expected", "write "+literal+", or a string in double quotes")
	}
	r.text.set(i, i+len(literal))
	return r.accept(kind, i+len(literal), r.afterValue(len(r.open)))
}

// scanNumber scans the number at i.
func (r *Reader) scanNumber(i int) Kind {
	end, ok := numberEnd(r.src, i)
	switch {
	case end-i > r.limits.MaxNumberBytes:
		return r.exceeds(i, "MaxNumberBytes", r.limits.MaxNumberBytes, "the size in bytes of a number")
	case end == len(r.src) && !(ok && r.final):
		return r.incomplete("the text ends inside a number")
	case !ok:
		return r.fail(i, "a number is malformed", "write it as 0, -1, 1.5 or 1.5e3: digits on both sides of the point, no leading zero")
	}
	r.text.set(i, end)
	return r.accept(Number, end, r.afterValue(len(r.open)))
}

// numberEnd returns where the number at text[i] ends; it is not ok if the rules are broken
// there (RFC 8259, section 6).
func numberEnd(text string, i int) (end int, ok bool) {
	if i < len(text) && text[i] == '-' {
		i++
	}
	begin := i
	i = skipDigits(text, i)
	if i == begin || text[begin] == '0' && i > begin+1 {
		return i, false
	}
	if i < len(text) && text[i] == '.' {
		begin = i + 1
		if i = skipDigits(text, begin); i == begin {
			return i, false
		}
	}
	if i < len(text) && (text[i] == 'e' || text[i] == 'E') {
		begin = i + 1
		if begin < len(text) && (text[begin] == '+' || text[begin] == '-') {
			begin++
		}
		if i = skipDigits(text, begin); i == begin {
			return i, false
		}
	}
	return i, true
}

// IsNumber reports whether text is a number as JSON spells it (RFC 8259, section 6).
func IsNumber(text string) bool {
	end, ok := numberEnd(text, 0)
	return ok && end == len(text)
}

// scanKey scans the key of a member at i, with its colon.
func (r *Reader) scanKey(i int) Kind {
	if r.src[i] != '"' {
		return r.fail(i, "a key is expected", "write each member as \"key\": value, and no comma after the last one")
	}
	end := r.scanString(i)
	if end < 0 {
		return NoToken
	}
	if end-i-quotes > r.limits.MaxNameBytes {
		return r.exceeds(i, "MaxNameBytes", r.limits.MaxNameBytes, "the size in bytes of a key")
	}
	colon := skipSpace(r.src, end)
	if colon == len(r.src) {
		return r.incomplete("the text ends after a key")
	}
	if r.src[colon] != ':' {
		return r.fail(colon, "a colon is missing after a key", "write each member as \"key\": value")
	}
	if !r.addKey(i) {
		return NoToken
	}
	return r.accept(Key, colon+1, expectValue)
}

// addKey notes the key at i, whose text was scanned, as a member of the innermost object.
func (r *Reader) addKey(i int) bool {
	object := &r.open[len(r.open)-1]
	if object.members.count == r.limits.MaxMembers {
		r.exceeds(i, "MaxMembers", r.limits.MaxMembers, "the number of members of an object")
		return false
	}
	key := r.text.peek(r.src)
	if r.in.Streams() {
		key = r.intern(key)
		r.text.value = key
	}
	if !r.keys.add(&object.members, key) {
		r.fail(i, "the key "+quote(key)+" is there twice", "remove one of the two members: readers differ in which one counts")
		return false
	}
	return true
}

// intern returns the reader's own copy of a key.
func (r *Reader) intern(key string) string {
	const most = 4096
	own, ok := r.names[key]
	if !ok {
		own = strings.Clone(key)
		if len(r.names) < most {
			r.names[own] = own
		}
	}
	return own
}

// stringText is a scanned string: a part of the window if it is plain, else in memory of
// its own.
type stringText struct {
	from, to int
	built    []byte // the text, if it has escapes
	escaped  bool
	plain    bool   // all of it is text that XML can hold as it is
	value    string // the text as a string, if it was asked for
}

func (t *stringText) set(from, to int) {
	t.from, t.to = from, to
	t.escaped, t.plain = false, false
	if t.value != "" {
		t.value = ""
	}
}

// reset forgets the text and large memory.
func (t *stringText) reset() {
	const kept = 64 << 10
	t.set(0, 0)
	if cap(t.built) > kept {
		t.built = nil
	}
}

// get returns the text, which may be kept.
func (t *stringText) get(in *source.Input) string {
	if text := t.peek(in.Text()); t.value == "" {
		t.value = in.Own(text)
	}
	return t.value
}

// peek returns the text, which is one of the window unless it has escapes.
func (t *stringText) peek(src string) string {
	if t.escaped && t.value == "" {
		t.value = string(t.built)
	}
	if t.value != "" {
		return t.value
	}
	return src[t.from:t.to]
}

const wantQuote = "the text ends inside a string"

// scanString scans the string at i and returns where it ends, -1 if it is incomplete or
// wrong.
func (r *Reader) scanString(i int) int {
	src := r.src
	r.text.set(i+1, i+1)
	r.text.built = r.text.built[:0]
	from := i + 1
	i = plainEnd(src, from)
	if i < len(src) && src[i] == '"' {
		r.text.to, r.text.plain = i, true
		return i + 1
	}
	for i < len(src) {
		c := src[i]
		switch {
		case !needsCare[c]:
			i++
		case c == '"':
			if r.text.escaped {
				r.text.built = append(r.text.built, src[from:i]...)
			}
			r.text.to = i
			return i + 1
		case c == '\\':
			r.text.escaped = true
			r.text.built = append(r.text.built, src[from:i]...)
			if i = r.scanEscape(i); i < 0 {
				return -1
			}
			from = i
		default:
			r.fail(i, "a control character stands in a string", "write it as an escape such as \\n or \\u0001, and check that the string is closed")
			return -1
		}
	}
	r.incomplete(wantQuote)
	return -1
}

// escapes are the characters that the letter after a backslash stands for.
var escapes = [utf8.RuneSelf]byte{
	'"': '"', '\\': '\\', '/': '/', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t',
}

// scanEscape adds the character of the escape at i and returns where the escape ends, -1 if
// it is incomplete or wrong.
func (r *Reader) scanEscape(i int) int {
	if i+1 == len(r.src) {
		r.incomplete(wantQuote)
		return -1
	}
	c := r.src[i+1]
	if c == 'u' {
		return r.scanUnicodeEscape(i)
	}
	if c >= utf8.RuneSelf || escapes[c] == 0 {
		r.fail(i, "a backslash begins no escape", "write \\\\ for the character itself")
		return -1
	}
	r.text.built = append(r.text.built, escapes[c])
	return i + 2
}

// scanUnicodeEscape adds the character of the escape \uXXXX, or of the pair of such, at i.
func (r *Reader) scanUnicodeEscape(i int) int {
	char, ok := r.scanUnit(i)
	end := i + unitLength
	if ok && utf16.IsSurrogate(char) {
		var low rune
		if low, ok = r.scanLowSurrogate(i, end); ok {
			char = utf16.DecodeRune(char, low)
			end += unitLength
			if char == utf8.RuneError {
				r.failSurrogate(i)
				ok = false
			}
		}
	}
	if !ok {
		return -1
	}
	r.text.built = utf8.AppendRune(r.text.built, char)
	return end
}

// scanLowSurrogate scans the second half, at end, of the pair that begins at i.
func (r *Reader) scanLowSurrogate(i, end int) (low rune, ok bool) {
	rest := r.src[end:]
	if strings.HasPrefix(rest, `\u`) {
		return r.scanUnit(end)
	}
	if strings.HasPrefix(`\u`, rest) {
		r.incomplete(wantQuote)
	} else {
		r.failSurrogate(i)
	}
	return 0, false
}

func (r *Reader) failSurrogate(i int) {
	r.fail(i, "half of a surrogate pair stands alone", "write both halves, or the character itself")
}

const unitLength = len(`\uXXXX`)

// scanUnit returns the UTF-16 code unit of the escape \uXXXX at i.
func (r *Reader) scanUnit(i int) (unit rune, ok bool) {
	for n := len(`\u`); n < unitLength; n++ {
		if i+n == len(r.src) {
			r.incomplete(wantQuote)
			return 0, false
		}
		digit := strings.IndexByte("0123456789abcdef", lower(r.src[i+n]))
		if digit < 0 {
			r.fail(i, "an escape is malformed", "write four hexadecimal digits after \\u")
			return 0, false
		}
		unit = unit<<4 | rune(digit)
	}
	return unit, true
}

// lower returns a letter A to F in lower case, other characters as what is no digit or as
// they are.
func lower(c byte) byte {
	if c >= 'A' && c <= 'F' {
		return c + ('a' - 'A')
	}
	return c
}

// needsCare tells the bytes that end or interrupt the plain text of a string.
var needsCare = careTable()

func careTable() (table [256]bool) {
	for c := range 0x20 {
		table[c] = true
	}
	table['"'] = true
	table['\\'] = true
	return table
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func skipDigits(text string, i int) int {
	for i < len(text) && isDigit(text[i]) {
		i++
	}
	return i
}

// skipSpace returns where the white space at text[i] ends.
func skipSpace(text string, i int) int {
	for i < len(text) && text[i] <= ' ' && (text[i] == ' ' || text[i] == '\n' || text[i] == '\r' || text[i] == '\t') {
		i++
	}
	return i
}
