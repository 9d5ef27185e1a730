// Package jsontext reads and writes JSON text (RFC 8259): a pull reader over bytes or a
// stream, and a writer. It knows no schema.
//
// The reader is strict: UTF-8 only, no lone surrogates, no key twice in one object (RFC
// 7493, sections 2.1 and 2.3). Numbers keep their digits. It bounds what input can cost
// (source.Limits). It skips a byte order mark at the beginning.
package jsontext

import (
	"io"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

// A Kind says what the current token of a Reader is.
type Kind uint8

// The kinds of token.
const (
	NoToken     Kind = iota // before the first call of Next, and after an error
	ObjectStart             // {
	ObjectEnd               // }
	ArrayStart              // [
	ArrayEnd                // ]
	Key                     // the name of an object's member; its value follows
	String
	Number
	True
	False
	Null
	End // the end of a well-formed text
)

// String returns the kind in words.
func (k Kind) String() string {
	return [...]string{
		"no token", "start of an object", "end of an object", "start of an array", "end of an array",
		"key", "string", "number", "true", "false", "null", "end of the text",
	}[k]
}

// A Reader reads one JSON text token by token. It is not safe for concurrent use.
//
// A scan that meets the end of the window before the end of its token leaves the reader as
// it was and is repeated when the window has grown: see Next and more.
type Reader struct {
	in     source.Input
	limits source.Limits
	src    string // the window of in
	final  bool   // the text ends where the window ends

	kind  Kind
	err   error
	from  int    // where the part of src that is still needed begins
	start int    // where the current token begins
	pos   int    // where it ends
	want  string // what the text lacks if it ends in the middle of a scan

	expect expectation
	text   stringText
	open   []container
	keys   keySet

	sought []sought // see HasAhead

	names map[string]string // of a stream: one copy of each key
}

// expectation is what the grammar allows next.
type expectation uint8

const (
	expectValue     expectation = iota // a value
	expectKey                          // the key of a member
	expectFirstItem                    // a value, or the end of the array
	expectFirstKey                     // a key, or the end of the object
	expectNext                         // a comma, or the end of the object or array
	expectNothing                      // the end of the text
)

// container is an object or array that is open.
type container struct {
	isArray bool
	members members // of an object
}

// NewReader returns a reader of the text in data. It keeps a private copy of data; what the
// reader returns shares that copy.
func NewReader(data []byte, limits source.Limits) *Reader {
	r := new(Reader)
	r.Reset(data, limits)
	return r
}

// NewStreamReader returns a reader of the text that input delivers. It holds a window of the
// text, as large as the largest token; what the reader returns are strings of their own.
func NewStreamReader(input io.Reader, limits source.Limits) *Reader {
	r := new(Reader)
	r.ResetStream(input, limits)
	return r
}

// Reset makes the reader read another text, as NewReader does, and keeps its memory but
// nothing of the former text. Reset(nil, limits) lets go of the text.
func (r *Reader) Reset(data []byte, limits source.Limits) {
	r.limits = limits.Effective()
	r.in.ResetBytes(source.JSON, data, r.limits)
	r.reset()
}

// ResetLent makes the reader read another text, of which it keeps no copy: nobody may change data before the reader is reset. What the reader returns are
// strings of their own.
func (r *Reader) ResetLent(data []byte, limits source.Limits) {
	r.limits = limits.Effective()
	r.in.ResetLent(source.JSON, data, r.limits)
	r.reset()
}

// ResetStream makes the reader read another text, as NewStreamReader does.
func (r *Reader) ResetStream(input io.Reader, limits source.Limits) {
	r.limits = limits.Effective()
	r.in.ResetStream(source.JSON, input, r.limits)
	r.reset()
	if r.names == nil {
		r.names = make(map[string]string)
	}
}

// reset forgets all but the input and its limits.
func (r *Reader) reset() {
	if len(r.names) > 0 {
		clear(r.names)
	}
	r.keys.reset()
	r.text.reset()
	r.src, r.final = r.in.Text(), r.ends()
	r.kind, r.err = NoToken, nil
	r.from, r.start, r.pos, r.want = 0, 0, 0, ""
	r.expect, r.open = expectValue, r.open[:0]
	r.sought = r.sought[:0]
}

// Next advances to the next token. An error is a *source.SyntaxError, a *source.LimitError,
// or what the stream's Read returned; it is final: Next returns it again. After End, Next
// returns End again.
func (r *Reader) Next() (Kind, error) {
	if r.kind == ObjectEnd || r.kind == ArrayEnd {
		r.leave()
	}
	r.from = r.pos
	for r.err == nil {
		r.kind = r.scan()
		switch {
		case r.kind != NoToken:
			if !r.tooLong(r.pos) {
				return r.kind, nil
			}
		case r.err != nil || r.more():
		case !r.final && r.ends():
			r.final = true
		default:
			r.kind = r.atEnd()
			return r.kind, r.err
		}
	}
	r.kind = NoToken
	return NoToken, r.err
}

// more adds to the window. It returns false at the end of the input.
func (r *Reader) more() bool {
	if r.tooLong(len(r.src)) {
		return true
	}
	if !r.in.More(r.from) {
		return false
	}
	r.src = r.in.Text()
	r.pos -= r.from
	r.from = 0
	return true
}

// ends reports whether the input ends after the window, and not because of a fault.
func (r *Reader) ends() bool { return r.in.Ended() && r.in.Err() == nil }

// AtEnd reports whether nothing but white space is left of the text, and all of it is at hand: Next would return End.
func (r *Reader) AtEnd() bool {
	rest := len(r.src) - r.pos
	return r.expect == expectNothing && r.final && r.err == nil && skipSpace(r.src, r.pos) == len(r.src) && rest <= r.limits.MaxTextBytes
}

// atEnd decides whether the text may end where the input ends.
func (r *Reader) atEnd() Kind {
	r.err = r.in.Err()
	switch {
	case r.err != nil:
	case r.want != "":
		r.err = r.in.SyntaxError(len(r.src), r.want, "the text is not complete: fetch it again")
	default:
		return End
	}
	return NoToken
}

// incomplete says that a scan met the end of the window, and what is wrong if that is the
// end of the text. It returns NoToken.
func (r *Reader) incomplete(want string) Kind {
	r.want = want
	return NoToken
}

// fail says that the text breaks a rule at an offset. It returns NoToken.
func (r *Reader) fail(offset int, message, remedy string) Kind {
	if r.err == nil {
		r.err = r.in.SyntaxError(offset, message, remedy)
	}
	return NoToken
}

// exceeds says that the text exceeds a limit at an offset. It returns NoToken.
func (r *Reader) exceeds(offset int, limit string, most int, message string) Kind {
	if r.err == nil {
		r.err = r.in.LimitError(offset, limit, int64(most), message)
	}
	return NoToken
}

// quotes are the two bytes around a string; no limit counts them.
const quotes = 2

// tooLong reports whether the current token, which reaches to end at least, or the white space before it exceeds the limit, and notes the error.
func (r *Reader) tooLong(end int) bool {
	most := r.limits.MaxTextBytes
	switch {
	case r.start-r.from > most:
		r.exceeds(r.from, "MaxTextBytes", most, "the size in bytes of this white space")
	case end-r.start-quotes > most:
		r.exceeds(r.start, "MaxTextBytes", most, "the size in bytes of this string or number")
	default:
		return false
	}
	return true
}

// leave closes the innermost object or array.
func (r *Reader) leave() {
	last := len(r.open) - 1
	r.keys.leave(r.open[last].members)
	r.open = r.open[:last]
}

// Input returns what the reader reads.
func (r *Reader) Input() *source.Input { return &r.in }

// Kind returns the kind of the current token.
func (r *Reader) Kind() Kind { return r.kind }

// Depth returns how many objects and arrays are open; the start and the end of one both
// count it.
func (r *Reader) Depth() int { return len(r.open) }

// Text returns the current Key or String with escapes resolved, or the current Number,
// True, False or Null as written.
func (r *Reader) Text() string {
	switch r.kind {
	case Key, String, Number, True, False, Null:
		return r.text.get(&r.in)
	default:
		return ""
	}
}

// PlainText returns the current String, if it has no escapes and no character that XML has not.
func (r *Reader) PlainText() (text string, ok bool) {
	if r.kind != String || !r.text.plain {
		return "", false
	}
	return r.text.get(&r.in), true
}

// HasAhead reports whether a plain text, which is ASCII and begins with @ or #, may come in keys from here on, however it is spelt.
func (r *Reader) HasAhead(text string) bool {
	if r.in.Streams() {
		return true
	}
	for i := range r.sought {
		if t := &r.sought[i]; t.text == text {
			return t.ahead(r)
		}
	}
	r.sought = append(r.sought, sought{text: text, at: -1})
	return r.sought[len(r.sought)-1].ahead(r)
}

// sought is a text that was asked for, and where it may come next.
type sought struct {
	text string
	at   int
}

func (t *sought) ahead(r *Reader) bool {
	if t.at < r.start {
		t.at = r.start + likelyAt(r.src[r.start:], t.text)
	}
	return t.at < len(r.src)
}

// likelyAt returns where a text may begin that begins with @ or #: where it stands, or at the first escape of an ASCII character. It is the length
// of src where there is none.
func likelyAt(src, text string) int {
	at := strings.Index(src, text)
	if at < 0 {
		at = len(src)
	}
	for from := 0; from < at; {
		i := strings.Index(src[from:at], `\u00`)
		if i < 0 {
			break
		}
		from += i + len(`\u00`)
		if from < len(src) && src[from] >= '2' && src[from] <= '7' {
			return from - len(`\u00`)
		}
	}
	return at
}

// Position returns where the current token begins. Only here are lines counted, on from the
// place that was asked for last.
func (r *Reader) Position() source.Position { return r.in.Position(r.start) }
