// Package jsontext reads and writes JSON text (RFC 8259): a pull reader over bytes or a
// stream, and a writer. It knows no schema.
//
// The reader is strict: UTF-8 only, no lone surrogates, no key twice in one object (RFC 7493, section 2.3). Numbers
// keep their digits. It bounds what input can cost (source.Limits).
package jsontext

import (
	"io"

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

// A Reader reads one JSON text token by token. It is not safe for concurrent use.
type Reader struct {
}

// NewReader returns a reader of the text in data. It keeps a private copy of data; what the
// reader returns shares that copy.
func NewReader(data []byte, limits source.Limits) *Reader { return &Reader{} }

// NewStreamReader returns a reader of the text that input delivers. What the reader returns
// are strings of their own.
func NewStreamReader(input io.Reader, limits source.Limits) *Reader { return &Reader{} }

// NewReplay returns a reader of a recorded value; after the value comes End.
func NewReplay(recording *Recording) *Reader { return &Reader{} }

// Reset makes the reader read another text, as NewReader does, and keeps its memory.
func (r *Reader) Reset(data []byte, limits source.Limits) {}

// ResetStream makes the reader read another text, as NewStreamReader does.
func (r *Reader) ResetStream(input io.Reader, limits source.Limits) {}

// ResetReplay makes the reader read a recorded value, as NewReplay does.
func (r *Reader) ResetReplay(recording *Recording) {}

// Next advances to the next token. An error is a *source.SyntaxError, a *source.LimitError,
// or what the stream's Read returned; it is final: Next returns it again. After End, Next
// returns End again.
func (r *Reader) Next() (Kind, error) { return End, nil }

// Kind returns the kind of the current token.
func (r *Reader) Kind() Kind { return NoToken }

// Depth returns how many objects and arrays are open; the start and end of one count it.
func (r *Reader) Depth() int { return 0 }

// Text returns the current Key or String with escapes resolved, or the current
// Number, True, False or Null as written.
func (r *Reader) Text() string { return "" }

// Position returns where the current token begins.
func (r *Reader) Position() source.Position { return source.Position{} }

// Skip reads on to the end of the current value: from an ObjectStart or ArrayStart to its
// end, from a Key over its value; other values are complete already.
func (r *Reader) Skip() error { return nil }

// SkipRaw does what Skip does and returns the value as it was written (the value alone, for a Key),
// at most max bytes of it, cut between characters; complete says that nothing was cut.
func (r *Reader) SkipRaw(max int) (raw string, complete bool, err error) { return "", false, nil }

// Record does what Skip does and returns the value, to be read again with NewReplay.
func (r *Reader) Record() (*Recording, error) { return nil, nil }

// A Recording is a value of a JSON text. It is immutable and safe for concurrent use.
type Recording struct{}

// Raw returns the value as it was written.
func (c *Recording) Raw() string { return "" }
