// Encodings that the readers do not know, decoded by a function of the caller.

package source

import (
	"bytes"
	"errors"
	"io"
)

// Charset returns the name of the encoding that Limits.Charset decodes, "" if none does.
func (in *Input) Charset() string { return in.charset }

// convert returns a document in UTF-8, decoded by Limits.Charset.
func (in *Input) convert(data []byte) (text []byte, ok bool) {
	decoded, ok := in.converter(bytes.NewReader(data))
	if !ok {
		return nil, false
	}
	limit := in.limits.MaxBytes
	text, err := io.ReadAll(io.LimitReader(decoded, limit+1))
	switch {
	case err != nil:
		in.fail(fault{message: "the encoding " + in.charset + " could not be decoded: " + err.Error(), remedy: moreEncodings})
	case int64(len(text)) > limit:
		in.fail(fault{message: "the size of the document in UTF-8", limit: "MaxBytes", max: limit})
	default:
		return text, true
	}
	return nil, false
}

// convertStream makes what Limits.Charset decodes the stream.
func (in *Input) convertStream() bool {
	var rest io.Reader = bytes.NewReader(bytes.Clone(in.raw))
	switch {
	case !in.drained:
		rest = io.MultiReader(rest, in.stream)
	case in.fault.err != nil:
		rest = io.MultiReader(rest, failingReader{in.fault.err})
	}
	decoded, ok := in.converter(rest)
	if !ok {
		return false
	}
	in.stream, in.raw, in.read, in.drained = decoded, in.raw[:0], 0, false
	if in.fault.limit == "" {
		in.fault = fault{}
	}
	return true
}

// converter asks Limits.Charset.
func (in *Input) converter(input io.Reader) (decoded io.Reader, ok bool) {
	decoded, err := in.limits.Charset(in.charset, input)
	if err == nil && decoded == nil {
		err = errors.New("Limits.Charset returned no reader")
	}
	if err != nil {
		in.fail(fault{message: "the encoding " + in.charset + " is not read: " + err.Error(), remedy: readableEncodings, unread: true})
		return nil, false
	}
	return decoded, true
}

// failingReader is what is left of a stream that failed.
type failingReader struct{ err error }

func (r failingReader) Read([]byte) (int, error) { return 0, r.err }
