// What reads, writes and validates.

package xsd

import (
	"io"
	"iter"

	"github.com/mvainnsyn/mvainnsyn/xsd/codec"
)

// UnmarshalXML reads an XML document into v. Without options it is strict: the error is nil exactly for documents that are
// valid under v's schema, and else [Violations], a [*SyntaxError] or a [*LimitError]. With [Tolerant] it is nil,
// a [*RefusedError], a [*SyntaxError] or a [*LimitError]. On error the value is unspecified.
//
// v is made zero first: what the document does not have is zero, and nothing of what v held is left.
func UnmarshalXML(data []byte, v XMLValue, opts ...Option) error {
	return codec.UnmarshalXML(data, v, opts...)
}

// MarshalXML returns v as an XML document in UTF-8. It validates on the way ([Violations]) unless [Unchecked] is given.
func MarshalXML(v XMLValue, opts ...Option) ([]byte, error) {
	return codec.MarshalXML(v, opts...)
}

// UnmarshalJSON reads a JSON text into v as [UnmarshalXML] reads XML. The order of members is free; items of "#content" are in
// order.
func UnmarshalJSON(data []byte, v JSONValue, opts ...Option) error {
	return codec.UnmarshalJSON(data, v, opts...)
}

// MarshalJSON returns v as JSON. It validates on the way ([Violations]) unless [Unchecked] is given.
func MarshalJSON(v JSONValue, opts ...Option) ([]byte, error) {
	return codec.MarshalJSON(v, opts...)
}

// Validate returns nil exactly when what [MarshalXML] writes is strictly valid, else [Violations].
func Validate(v XMLValue, opts ...Option) error {
	return codec.Validate(v, opts...)
}

// ReadDocument reads an XML document whose root is any global element of schema; generated packages offer it as ReadXML.
func ReadDocument(schema *Schema, data []byte, opts ...Option) (Document, error) {
	return codec.ReadDocument(schema, data, opts...)
}

// The formats of documents, by which to read from an io.Reader and to write to an io.Writer. Both are in memory as a whole meanwhile:
//
//	err := xsd.XML.Read(file, &order)    // as UnmarshalXML
//	err = xsd.JSON.Write(answer, &order) // as MarshalJSON; nothing is written of what is not valid
//
// [github.com/mvainnsyn/mvainnsyn/xsd/codec.Format] says what they read and write.
const (
	XML  = codec.XML
	JSON = codec.JSON
)

// Range reads the document input delivers and yields each element at path, such as "GeneralLedgerEntries/Journal/Transaction",
// local names below the root. The path is checked against the schema before anything is read. Memory is bounded by one item
// (and by one element that a wildcard allows).
//
// What is not on the path is validated too. The violations of an item come with it, and the iteration goes on; what remains to
// be said comes last, with a zero T. Identity constraints and ID references are not checked unless [CheckIdentity] asks.
func Range[T, R any](input io.Reader, root Element[R], path string, opts ...Option) iter.Seq2[T, error] {
	return codec.Range[T, R](input, root, path, opts...)
}

// Must returns v and panics if err is not nil. It is for values written in source code, such as
// xsd.Must(xsd.ParseDate("2022-04-11")), never for input.
func Must[T any](v T, err error) T {
	return codec.Must[T](v, err)
}
