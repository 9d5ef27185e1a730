// The writer: JSON text into a byte slice.
package jsontext

// A Writer writes one JSON text. The zero Writer is ready to use. Errors are final and
// returned by Bytes and Err: invalid UTF-8, a number that is none, calls out of order. It is
// not safe for concurrent use.
type Writer struct {
}

// Reset forgets what was written and the error, and writes to buf[:0].
func (w *Writer) Reset(buf []byte) {}

// SetIndent makes the writer put each member and item on a line of its own, indented by indent for
// each level. The default, "", adds no white space.
func (w *Writer) SetIndent(indent string) {}

// ObjectStart writes {.
func (w *Writer) ObjectStart() {}

// ObjectEnd writes }.
func (w *Writer) ObjectEnd() {}

// ArrayStart writes [.
func (w *Writer) ArrayStart() {}

// ArrayEnd writes ].
func (w *Writer) ArrayEnd() {}

// Key writes the name of a member; its value must follow.
func (w *Writer) Key(key string) {}

// String writes a string.
func (w *Writer) String(text string) {}

// Number writes a number as it is spelt, which must be JSON's spelling of one: see IsNumber.
func (w *Writer) Number(text string) {}

// Bool writes true or false.
func (w *Writer) Bool(value bool) {}

// Null writes null.
func (w *Writer) Null() {}

// Depth returns how many objects and arrays are open.
func (w *Writer) Depth() int { return 0 }

// Err returns the first error.
func (w *Writer) Err() error { return nil }

// Bytes returns the text, or the first error; an incomplete text is one. The slice
// is valid until the next call of Reset.
func (w *Writer) Bytes() ([]byte, error) { return nil, nil }

// IsNumber reports whether text is a number as JSON spells it (RFC 8259, section 6).
func IsNumber(text string) bool { return false }
