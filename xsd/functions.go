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
// v is made zero first: what the document does not have is zero, and nothing of what v held is left. The value keeps copies of its texts and nothing of data, which the
// caller may change when UnmarshalXML has returned, and not before.
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
// be said comes last, with a zero T. The strings of an item may share memory, those of two items do not. Identity constraints
// and ID references are not checked unless [CheckIdentity] asks.
func Range[T, R any](input io.Reader, root Element[R], path string, opts ...Option) iter.Seq2[T, error] {
	return codec.Range[T, R](input, root, path, opts...)
}

// WriteRange writes an XML document to output: value as the element root, with the items as the elements at path, such as
// "GeneralLedgerEntries/Journal/Transaction", local names below the root. It is the counterpart of [Range], and takes what that yields; neither knows JSON.
//
// The value is the rest of the document. It has the elements on the way, and the list at the path is empty; where the path leads to several lists the items
// become the first. Before anything is written, the path is checked against the schema and the value. What stands in front of the items is written from the
// value before the first of them is asked for, and what stands behind them after the last: a sequence may still set it.
//
// The document is validated on the way as by [MarshalXML], each item as it comes, and how many there may be; identity constraints and ID references are checked
// only if [CheckIdentity] asks. At what is not valid writing ends with [Violations], and at an error of the sequence or of output with that; the error says in
// which item, if in one, and wraps what came. The count is that of the items before it, and of all items where the error is nil or comes later.
//
// Output gets the text in pieces of 64 KiB or more, each of whole items, and memory is bounded by the rest, one item and such a piece. After an error it has
// nothing where none was full, and else a document that breaks off: write to a file that gets its name in the end.
//
// The bytes are those that [MarshalXML] returns of the whole, with the same options. Only a namespace that neither the rest nor an item of the first piece
// uses is declared by each element that uses it then, and not once, on the root. A QName in no namespace, for which MarshalXML gives the root a prefix, is an
// error in an item unless [WithPrefixes] does. Of [Noting], the order of the members of an xs:all on the path is put back in a document of one piece alone.
func WriteRange[T, R any](output io.Writer, root Element[R], value *R, path string, items iter.Seq2[T, error], opts ...Option) (int, error) {
	return codec.WriteRange[T, R](output, root, value, path, items, opts...)
}

// Must returns v and panics if err is not nil. It is for values written in source code, such as
// xsd.Must(xsd.ParseDate("2022-04-11")), never for input.
func Must[T any](v T, err error) T {
	return codec.Must[T](v, err)
}
