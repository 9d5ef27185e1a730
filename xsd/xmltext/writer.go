// The writer: elements, attributes and text into a byte slice, with namespaces declared
// where they are needed.
package xmltext

import "github.com/mvainnsyn/mvainnsyn/xsd/source"

// A Writer writes one document. The zero Writer is ready to use. Errors are final and
// returned by Bytes and Err: a character that XML cannot hold, a name that is none, calls
// out of order. It is not safe for concurrent use.
type Writer struct {
}

// Reset forgets what was written, the preferences and the error, and writes to buf[:0].
func (w *Writer) Reset(buf []byte) {}

// SetIndent makes the writer start each element on a line of its own, indented by indent for each level,
// except inside elements that have text. The default, "", adds no white space.
func (w *Writer) SetIndent(indent string) {}

// Prefer makes the writer declare a namespace with this prefix where it must declare it; an
// empty prefix makes it the default namespace. Without it, prefixes are ns1, ns2, ...
func (w *Writer) Prefer(prefix, uri string) {}

// Declaration writes <?xml version="1.0" encoding="UTF-8"?>. It must come first.
func (w *Writer) Declaration() {}

// Start writes a start tag with the given declarations of namespaces and, if the element's name needs
// one more, that one. A declaration that is in effect already is not repeated.
func (w *Writer) Start(name source.Name, declare ...Binding) {}

// Attr writes an attribute of the element that Start began last.
func (w *Writer) Attr(name source.Name, value string) {}

// Declare declares a namespace on the element that Start began last, unless that
// prefix has that meaning already. It returns false, and does nothing, if the prefix
// has another meaning in that very tag, or the tag is complete.
func (w *Writer) Declare(prefix, uri string) bool { return false }

// Prefix returns a prefix for the namespace, for a QName in a value. It declares one on the element that Start began
// last if none is in scope. For no namespace it returns "" and makes sure that there is no default namespace.
func (w *Writer) Prefix(uri string) string { return "" }

// Text writes character data.
func (w *Writer) Text(text string) {}

// End writes the end tag of the innermost open element.
func (w *Writer) End() {}

// Depth returns how many elements are open.
func (w *Writer) Depth() int { return 0 }

// Err returns the first error.
func (w *Writer) Err() error { return nil }

// Bytes returns the document, or the first error; an element that is still open is one.
// The slice is valid until the next call of Reset.
func (w *Writer) Bytes() ([]byte, error) { return nil, nil }

var _ = source.Name{}
