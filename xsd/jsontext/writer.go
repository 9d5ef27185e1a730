// The writer: JSON text into a byte slice.

package jsontext

import (
	"errors"
	"fmt"
	"unicode/utf8"

	"github.com/mvainnsyn/mvainnsyn/xsd/internal/output"
	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

// A Writer writes one JSON text. The zero Writer is ready to use. Errors are final and
// returned by Bytes and Err: invalid UTF-8, a number that is none, calls out of order. That
// no key comes twice is for the caller to see to. It is not safe for concurrent use.
type Writer struct {
	buf    output.Buffer
	err    error
	indent string
	open   []written
	keyed  bool // a key awaits its value
	done   bool // the text has its one value
}

// written is an object or array that is open.
type written struct {
	isArray bool
	filled  bool // it has a member or item
}

// Reset forgets what was written and the error, and writes to buf[:0].
func (w *Writer) Reset(buf []byte) {
	*w = Writer{buf: buf[:0], open: w.open[:0]}
}

// SetIndent makes the writer put each member and item on a line of its own, with indent once
// for each level. The default, "", adds no white space. Indent must be white space.
func (w *Writer) SetIndent(indent string) {
	if skipSpace(indent, 0) < len(indent) {
		w.fail("the indentation %q is not white space", indent)
		return
	}
	w.indent = indent
}

// ObjectStart writes {.
func (w *Writer) ObjectStart() { w.start('{', false) }

// ObjectEnd writes }.
func (w *Writer) ObjectEnd() { w.end('}', false) }

// ArrayStart writes [.
func (w *Writer) ArrayStart() { w.start('[', true) }

// ArrayEnd writes ].
func (w *Writer) ArrayEnd() { w.end(']', true) }

// Key writes the name of a member; its value must follow.
func (w *Writer) Key(key string) {
	if w.err != nil {
		return
	}
	if len(w.open) == 0 || w.open[len(w.open)-1].isArray || w.keyed {
		w.fail("the key %s stands where no member can begin", quote(key))
		return
	}
	w.separate()
	w.appendString(key)
	w.buf.AddByte(':')
	if w.indent != "" {
		w.buf.AddByte(' ')
	}
	w.keyed = true
}

// String writes a string.
func (w *Writer) String(text string) {
	if w.beginValue() {
		w.appendString(text)
		w.endText()
	}
}

// Number writes a number as it is spelt, which must be JSON's spelling of one: see IsNumber.
func (w *Writer) Number(text string) {
	if w.err == nil && !IsNumber(text) {
		w.fail("%s is not a number as JSON spells it", quote(text))
	}
	w.literal(text)
}

// Bool writes true or false.
func (w *Writer) Bool(value bool) {
	if value {
		w.literal("true")
	} else {
		w.literal("false")
	}
}

// Null writes null.
func (w *Writer) Null() { w.literal("null") }

// Depth returns how many objects and arrays are open.
func (w *Writer) Depth() int { return len(w.open) }

// Err returns the first error.
func (w *Writer) Err() error { return w.err }

// Bytes returns the text, or the first error; that it is not complete is one. The slice is
// valid until the next call of Reset.
func (w *Writer) Bytes() ([]byte, error) {
	switch {
	case w.err != nil:
		return nil, w.err
	case len(w.open) > 0 || !w.done:
		return nil, errors.New("jsontext: the text is not complete")
	default:
		return w.buf, nil
	}
}

// Buffer is what was written so far. It is valid until the next call.
func (w *Writer) Buffer() []byte { return w.buf }

func (w *Writer) fail(format string, args ...any) {
	if w.err == nil {
		w.err = fmt.Errorf("jsontext: "+format, args...)
	}
}

func (w *Writer) start(bracket byte, isArray bool) {
	if w.beginValue() {
		w.buf.AddByte(bracket)
		w.open = append(w.open, written{isArray: isArray})
	}
}

func (w *Writer) end(bracket byte, isArray bool) {
	if w.err != nil {
		return
	}
	if len(w.open) == 0 || w.open[len(w.open)-1].isArray != isArray || w.keyed {
		w.fail("a %c stands where nothing can end", bracket)
		return
	}
	filled := w.open[len(w.open)-1].filled
	w.open = w.open[:len(w.open)-1]
	if filled {
		w.newLine()
	}
	w.buf.AddByte(bracket)
	w.endText()
}

func (w *Writer) literal(text string) {
	if w.beginValue() {
		w.buf.Add(text)
		w.endText()
	}
}

// beginValue prepares for a value and reports whether one may come.
func (w *Writer) beginValue() bool {
	switch {
	case w.err != nil:
	case w.keyed:
		w.keyed = false
		return true
	case len(w.open) == 0 && w.done:
		w.fail("a JSON text is one value")
	case len(w.open) == 0:
		w.done = true
		return true
	case !w.open[len(w.open)-1].isArray:
		w.fail("a value stands in an object without a key")
	default:
		w.separate()
		return true
	}
	return false
}

// separate writes what stands before a member or item.
func (w *Writer) separate() {
	innermost := &w.open[len(w.open)-1]
	if innermost.filled {
		w.buf.AddByte(',')
	}
	innermost.filled = true
	w.newLine()
}

func (w *Writer) newLine() {
	if w.indent == "" {
		return
	}
	w.buf.AddByte('\n')
	for range w.open {
		w.buf.Add(w.indent)
	}
}

// endText ends an indented text with a line end.
func (w *Writer) endText() {
	if w.indent != "" && len(w.open) == 0 {
		w.buf.AddByte('\n')
	}
}

// appendString writes a string with escapes for what must have one, and for nothing else.
func (w *Writer) appendString(text string) {
	i := mustEscape(text)
	if i < len(text) && !utf8.ValidString(text[i:]) {
		w.fail("the string %s is not UTF-8", quote(text))
		return
	}
	w.buf.AddByte('"')
	from := 0
	for ; i < len(text); i++ {
		if !needsCare[text[i]] {
			continue
		}
		w.buf.Add(text[from:i])
		w.appendEscape(text[i])
		from = i + 1
	}
	w.buf.Add(text[from:])
	w.buf.AddByte('"')
}

// mustEscape returns where the first byte is that is not ASCII or cannot stand as it is, len(text) if there is none.
func mustEscape(text string) int {
	i := 0
	for i+8 <= len(text) && areOrdinary(source.Word(text, i)) {
		i += 8
	}
	for i < len(text) && text[i] < utf8.RuneSelf && !needsCare[text[i]] {
		i++
	}
	return i
}

// areOrdinary reports whether eight bytes are ASCII and stand for themselves in a string.
func areOrdinary(x uint64) bool {
	const tops = 0x8080808080808080
	return (x|source.Equal(x, '"')|source.Equal(x, '\\')|source.Below(x, ' '))&tops == 0
}

func (w *Writer) appendEscape(c byte) {
	const digits = "0123456789abcdef"
	switch c {
	case '"', '\\':
		w.buf = append(w.buf, '\\', c)
	case '\b':
		w.buf.Add(`\b`)
	case '\f':
		w.buf.Add(`\f`)
	case '\n':
		w.buf.Add(`\n`)
	case '\r':
		w.buf.Add(`\r`)
	case '\t':
		w.buf.Add(`\t`)
	default:
		w.buf.Add(`\u00`)
		w.buf = append(w.buf, digits[c>>4], digits[c&15])
	}
}
