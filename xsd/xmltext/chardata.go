// Character data: text, CDATA sections and references, with comments and processing
// instructions between them (XML 1.0, sections 2.4 to 2.7 and 4.1).

package xmltext

import (
	"strings"
	"unicode/utf8"

	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

// charData is a text, as a part of the window for as long as it is one, else in memory of
// its own.
type charData struct {
	from, to int    // the part of the window, if nothing is built
	built    []byte // the text, if not empty
	value    string // the text as a string, if it was asked for
}

func (t *charData) begin(at int) {
	t.from, t.to = at, at
	t.built = t.built[:0]
	t.value = ""
}

// reset forgets the text and large memory.
func (t *charData) reset() {
	const kept = 64 << 10
	t.begin(0)
	if cap(t.built) > kept {
		t.built = nil
	}
}

// add appends src[from:to].
func (t *charData) add(src string, from, to int) {
	switch {
	case from == to:
	case t.from == t.to && len(t.built) == 0:
		t.from, t.to = from, to
	default:
		t.build(src)
		t.built = append(t.built, src[from:to]...)
	}
}

// addRune appends one character.
func (t *charData) addRune(src string, r rune) {
	t.build(src)
	t.built = utf8.AppendRune(t.built, r)
}

// build moves the text out of the window.
func (t *charData) build(src string) {
	t.built = append(t.built, src[t.from:t.to]...)
	t.from = t.to
}

func (t *charData) empty() bool { return t.from == t.to && len(t.built) == 0 }

// get returns the text, which may be kept.
func (t *charData) get(in *source.Input) string {
	switch {
	case t.value != "":
	case len(t.built) > 0:
		t.value = string(t.built)
	default:
		t.value = in.Own(in.Text()[t.from:t.to])
	}
	return t.value
}

func (t *charData) blank(src string) bool {
	if len(t.built) > 0 {
		for _, c := range t.built {
			if class[c]&spaceByte == 0 {
				return false
			}
		}
		return true
	}
	return skipSpace(src[:t.to], t.from) == t.to
}

const wantEndTag = "the document ends before an element does"

// scanPlainText scans the commonest text at i: characters up to the next tag, none of which
// needs a closer look. It returns false, and does nothing, if there is something else.
func (r *Reader) scanPlainText(i int) bool {
	src := r.src
	end := plainTextEnd(src, i)
	if end == i || end+1 >= len(src) || src[end] != '<' || src[end+1] == '!' || src[end+1] == '?' {
		return false
	}
	r.text.begin(i)
	r.text.to = end
	r.start = i
	r.pos = end
	return true
}

// scanText scans character data at i up to a tag. It returns Text, or NoToken with ok if
// there is nothing but comments and instructions.
func (r *Reader) scanText(i int) (kind Kind, ok bool) {
	r.start = i
	r.text.begin(i)
	for {
		if i = r.scanChars(i); i < 0 {
			return NoToken, false
		}
		switch r.markupAt(i) {
		case commentMarkup:
			i = r.scanComment(i)
		case instructionMarkup:
			i = r.scanInstruction(i)
		case cdataMarkup:
			i = r.scanCDATA(i)
		case tagMarkup:
			r.pos = i
			if r.text.empty() {
				return NoToken, true
			}
			return Text, true
		default:
			return NoToken, false
		}
		if i < 0 {
			return NoToken, false
		}
	}
}

// scanChars adds the characters from i on to the text and returns where the next markup
// begins, -1 if there is none in the window or a rule is broken.
func (r *Reader) scanChars(i int) int {
	src := r.src
	from := i
	for i < len(src) {
		c := src[i]
		if class[c]&textStop == 0 {
			i++
			continue
		}
		switch c {
		case '<':
			r.text.add(src, from, i)
			return i
		case ']':
			if strings.HasPrefix(src[i:], "]]>") {
				r.fail(i, "]]> stands in text", "write ]]&gt;")
				return -1
			}
			i++
			continue
		case '\r':
			r.text.add(src, from, i)
			i = r.text.lineEnd(src, i)
		case '&':
			r.text.add(src, from, i)
			var char rune
			if char, i = r.scanReference(i); i < 0 {
				return -1
			}
			r.text.addRune(src, char)
		}
		from = i
	}
	r.incomplete(wantEndTag)
	return -1
}

// lineEnd adds a line feed for the carriage return at src[i], and for a line feed after it
// (XML 1.0, section 2.11). It returns where the line end ends.
func (t *charData) lineEnd(src string, i int) int {
	t.addRune(src, '\n')
	if i+1 < len(src) && src[i+1] == '\n' {
		return i + 2
	}
	return i + 1
}

// scanCDATA adds the content of the CDATA section at i and returns where it ends.
func (r *Reader) scanCDATA(i int) int {
	begin := i + len("<![CDATA[")
	length := strings.Index(r.src[begin:], "]]>")
	if length < 0 {
		r.incomplete("the document ends inside a CDATA section")
		return -1
	}
	end := begin + length
	for from := begin; ; {
		cr := strings.IndexByte(r.src[from:end], '\r')
		if cr < 0 {
			r.text.add(r.src, from, end)
			return end + len("]]>")
		}
		r.text.add(r.src, from, from+cr)
		from = r.text.lineEnd(r.src[:end], from+cr)
	}
}

// predefined are the entities that need no declaration (XML 1.0, section 4.6).
var predefined = [...]struct {
	reference string
	char      rune
}{{"&lt;", '<'}, {"&gt;", '>'}, {"&amp;", '&'}, {"&quot;", '"'}, {"&apos;", '\''}}

// scanReference returns the character that the reference at i stands for and where the
// reference ends, -1 if it is incomplete or wrong.
func (r *Reader) scanReference(i int) (char rune, end int) {
	rest := r.src[i:]
	for _, p := range predefined {
		if strings.HasPrefix(rest, p.reference) {
			return p.char, i + len(p.reference)
		}
	}
	if len(rest) > 1 && rest[1] == '#' {
		return r.scanCharReference(i)
	}
	name := scanNCName(r.src, i+1)
	switch {
	case name == len(r.src):
		r.incomplete("the document ends inside a reference")
	case name == i+1 || r.src[name] != ';':
		r.fail(i, "an & begins no reference", "write &amp; for the character itself")
	default:
		r.failReference(i, r.src[i:name+1])
	}
	return 0, -1
}

// scanCharReference returns the character of the reference to a code point at i, and where
// the reference ends.
func (r *Reader) scanCharReference(i int) (char rune, end int) {
	begin, base := i+len("&#"), rune(10)
	if begin < len(r.src) && r.src[begin] == 'x' {
		begin, base = begin+1, 16
	}
	for end = begin; end < len(r.src); end++ {
		digit := digitOf(r.src[end])
		if digit >= base {
			break
		}
		if char <= utf8.MaxRune {
			char = char*base + digit
		}
	}
	switch {
	case end == len(r.src):
		r.incomplete("the document ends inside a reference")
	case end == begin || r.src[end] != ';':
		r.fail(i, "a character reference is malformed", "write &#65; or &#x41;")
	case !source.IsXMLChar(char):
		r.fail(i, "the reference "+excerpt(r.src[i:end+1])+" is to a character that XML does not allow", "remove it")
	default:
		return char, end + 1
	}
	return 0, -1
}

// digitOf returns the value of a hexadecimal digit, or one that is no digit in any base.
func digitOf(c byte) rune {
	switch {
	case c >= '0' && c <= '9':
		return rune(c - '0')
	case c >= 'a' && c <= 'f':
		return rune(c-'a') + 10
	case c >= 'A' && c <= 'F':
		return rune(c-'A') + 10
	default:
		return utf8.MaxRune
	}
}

// excerpt shortens what a message quotes.
func excerpt(text string) string {
	const most = 60
	if len(text) <= most {
		return text
	}
	end := most
	for end > 0 && !utf8.RuneStart(text[end]) { // text that is not UTF-8 may have no start at all
		end--
	}
	return text[:end] + "…"
}
