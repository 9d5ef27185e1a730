// This file reads documents from an io.Reader and writes them to an io.Writer.

package codec

import (
	"fmt"
	"io"
	"slices"
)

// Format is a format of documents. What its methods read and write is what [UnmarshalXML] and its like take and return as bytes.
type Format uint8

// The formats of documents.
const (
	XML Format = iota
	JSON
)

// Read reads a document from input into v, with the options and the errors of [UnmarshalXML] or [UnmarshalJSON].
//
// The document is what input delivers to its end, as from a file or the body of a request: Read does not return before. Behind the root only
// comments, processing instructions and white space may follow, in JSON only white space; all else is a [*SyntaxError]. All of the document is
// held in memory, as the strings of the value share its text; of an input larger than Limits.MaxBytes no more than that and one byte is read, and the error is a
// [*LimitError]. What input fails with is wrapped. [Range] reads what is too large for memory.
func (f Format) Read(input io.Reader, v XMLValue, opts ...Option) error {
	data, err := readAll(input, newOptions(opts).limits.Effective().MaxBytes)
	if err != nil {
		return err
	}
	if f == JSON {
		return UnmarshalJSON(data, v, opts...)
	}
	return UnmarshalXML(data, v, opts...)
}

// Write writes v to output as a document, with the options and the errors of [MarshalXML] or [MarshalJSON]. The text is made in memory and
// validated first: where it is not valid nothing is written, else all of it with one call. What output fails with is wrapped; that it takes less than all is
// io.ErrShortWrite. [WriteRange] writes what is too large for memory.
func (f Format) Write(output io.Writer, v XMLValue, opts ...Option) error {
	if f == JSON {
		return writeJSON(output, v, opts)
	}
	_, err := writeOut(func(opts ...Option) (struct{}, error) { return struct{}{}, writeXML(output, v, opts) }, opts)
	return err
}

func writeXML(output io.Writer, v XMLValue, opts []Option) error {
	w := newXMLWriter(opts)
	defer w.release()
	w.beginXML()
	text, err := w.writeDocument(v)
	if err != nil {
		return err
	}
	return writeAll(output, text)
}

func writeJSON(output io.Writer, v JSONValue, opts []Option) error {
	w := newJSONWriter(opts)
	defer w.release()
	text, err := w.writeDocument(v)
	if err != nil {
		return err
	}
	return writeAll(output, text)
}

// ReadXML is [ReadDocument] for a document that input delivers, which is read as [Format.Read] reads it.
func (s *Schema) ReadXML(input io.Reader, opts ...Option) (Document, error) {
	data, err := readAll(input, newOptions(opts).limits.Effective().MaxBytes)
	if err != nil {
		return Document{}, err
	}
	return ReadDocument(s, data, opts...)
}

// WriteXMLTo writes the document as [Document.WriteXML] returns it to output, as [Format.Write] does.
func (d Document) WriteXMLTo(output io.Writer, opts ...Option) error {
	return XML.Write(output, d.Value, d.options(opts)...)
}

// firstRead is how many bytes are read at first from an input that does not say how many it has.
const firstRead = 4 << 10

// readAll reads input to its end, or one byte more than the most, which the reader of the document then refuses.
func readAll(input io.Reader, most int64) ([]byte, error) {
	size := int64(firstRead)
	if sized, ok := input.(interface{ Len() int }); ok {
		size = int64(sized.Len()) + 1 // to see the end without growing
	}
	data := make([]byte, 0, min(size, most+1))
	for idle := 0; int64(len(data)) <= most; {
		if len(data) == cap(data) {
			data = slices.Grow(data, int(min(int64(max(len(data), firstRead)), most+1-int64(len(data)))))
		}
		room := data[len(data):min(int64(cap(data)), most+1)]
		n, err := input.Read(room)
		data = data[:len(data)+n]
		switch {
		case err == io.EOF:
			return data, nil
		case err != nil:
			return nil, fmt.Errorf("xsd: reading the document: %w", err)
		case n > 0:
			idle = 0
		case idle == maxIdleReads:
			return nil, fmt.Errorf("xsd: reading the document: %w", io.ErrNoProgress)
		default:
			idle++
		}
	}
	return data, nil
}

// maxIdleReads is how often in turn an input may deliver neither bytes nor an error.
const maxIdleReads = 100

// writeAll writes all of a text.
func writeAll(output io.Writer, text []byte) error {
	n, err := output.Write(text)
	if err == nil && n < len(text) {
		err = io.ErrShortWrite
	}
	if err != nil {
		return fmt.Errorf("xsd: writing the document: %w", err)
	}
	return nil
}
