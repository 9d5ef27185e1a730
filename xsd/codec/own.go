// This file reads and writes values of Go types that package xsd does not know: types: of xsdgen.yaml names them, and what converts them.

package codec

import (
	"encoding"
	"fmt"

	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
)

// Conversion is how values of a Go type are read and written as those of a datatype.
type Conversion[T any] struct {
	Parse  func(text string) (T, error)
	Format func(T) (string, error)
}

// ParseByText returns the function that makes a value of a text by UnmarshalText of the type.
func ParseByText[T any, P interface {
	*T
	encoding.TextUnmarshaler
}]() func(string) (T, error) {
	return func(text string) (v T, err error) {
		err = P(&v).UnmarshalText([]byte(text))
		return v, err
	}
}

// FormatByText returns the function that makes a text of a value by MarshalText of the type.
func FormatByText[T any, P interface {
	*T
	encoding.TextMarshaler
}]() func(T) (string, error) {
	return func(v T) (string, error) {
		text, err := P(&v).MarshalText()
		return string(text), err
	}
}

// Read reads a value of type t. Where the Go type cannot hold one that is valid, the document could not be checked.
func (c *Conversion[T]) Read(r *Reader, t *simple.SimpleType, v *T) error {
	stood, p := r.at, r.cursor.position()
	text, _, ok := r.value(t)
	if !ok {
		return r.Err()
	}
	value, err := c.Parse(text)
	if err != nil {
		return &LimitError{
			Position: p, Message: fmt.Sprintf("the value %s cannot be held by the Go type %T: %v", simple.Quote(text), value, err),
			Remedy: "choose another type under types: of xsdgen.yaml",
		}
	}
	*v = value
	if r.notes != nil {
		r.noteSpelling(stood, text, c.Text(value))
	}
	return r.Err()
}

// Write writes a value as one of type t.
func (c *Conversion[T]) Write(w *Writer, t *simple.SimpleType, v T) error {
	text, err := c.Format(v)
	if err != nil {
		return fmt.Errorf("xsd: a value of the Go type %T has no text: %w", v, err)
	}
	return w.Text(t, text)
}

// Text returns the text of a value, empty where it has none.
func (c *Conversion[T]) Text(v T) string {
	text, err := c.Format(v)
	if err != nil {
		return ""
	}
	return text
}
