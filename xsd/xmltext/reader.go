// Package xmltext reads and writes the text of XML 1.0 (fifth edition) with Namespaces in
// XML 1.0: a pull reader over bytes or a stream, and a writer. It knows no schema.
//
// The reader checks all of well-formedness and nothing of validity. It refuses document
// type declarations, bounds what input can cost (source.Limits), and says where it is in the
// bytes it was given.
package xmltext

import (
	"io"

	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

// A Kind says what the current token of a Reader is.
type Kind uint8

// The kinds of token.
const (
	NoToken      Kind = iota // before the first call of Next, and after an error
	StartElement             // a start tag, or the first half of an empty-element tag
	EndElement               // an end tag, or the second half of an empty-element tag
	Text                     // character data
	End                      // the end of a well-formed document
)

// An Attr is an attribute. Declarations of namespaces are none: see Reader.Bindings.
type Attr struct {
	Name   source.Name
	Prefix string // as written; empty for an attribute in no namespace
	Value  string // normalised as CDATA (XML 1.0, section 3.3.3)
}

// A Binding is a namespace in scope.
type Binding struct {
	Prefix string // empty for the default namespace
	URI    string
}

// A Reader reads one document token by token. It is not safe for concurrent use.
type Reader struct {
}

// NewReader returns a reader of the document in data. It keeps a private copy of data,
// decoded to UTF-8; what the reader returns shares that copy.
func NewReader(data []byte, limits source.Limits) *Reader { return &Reader{} }

// NewStreamReader returns a reader of the document that input delivers. It holds a window of
// the document, as large as the largest token; what the reader returns are strings of their own.
func NewStreamReader(input io.Reader, limits source.Limits) *Reader { return &Reader{} }

// NewReplay returns a reader of a recorded element: its first token is the element's start,
// the one after its end is End. Names, namespaces and positions are those of the recording.
func NewReplay(recording *Recording) *Reader { return &Reader{} }

// Reset makes the reader read another document, as NewReader does, and keeps its memory.
func (r *Reader) Reset(data []byte, limits source.Limits) {}

// ResetStream makes the reader read another document, as NewStreamReader does.
func (r *Reader) ResetStream(input io.Reader, limits source.Limits) {}

// ResetReplay makes the reader read a recorded element, as NewReplay does.
func (r *Reader) ResetReplay(recording *Recording) {}

// Next advances to the next token. An error is a *source.SyntaxError, a *source.LimitError,
// or what the stream's Read returned; it is final: Next returns it again. After End, Next
// returns End again.
func (r *Reader) Next() (Kind, error) { return End, nil }

// Kind returns the kind of the current token.
func (r *Reader) Kind() Kind { return NoToken }

// Depth returns how many elements are open; a start and its end both count their element.
func (r *Reader) Depth() int { return 0 }

// Name returns the expanded name of the current StartElement or EndElement.
func (r *Reader) Name() source.Name { return source.Name{} }

// Prefix returns the prefix with which the name of the current element was written.
func (r *Reader) Prefix() string { return "" }

// Attrs returns the attributes of the current StartElement in document order. The slice is
// valid until the next call of Next.
func (r *Reader) Attrs() []Attr { return nil }

// Text returns the current Text: the longest run of character data there is, with CDATA
// sections and references resolved; comments and processing instructions do not
// interrupt it. It is never empty.
func (r *Reader) Text() string { return "" }

// Blank reports whether the current Text is white space only (space, tab, line feed,
// carriage return). It costs less than looking at Text.
func (r *Reader) Blank() bool { return false }

// LookupPrefix returns the namespace that a prefix stands for in the current element;
// the empty prefix stands for the default namespace. uri is empty, and ok true, for the
// empty prefix where there is no default namespace.
func (r *Reader) LookupPrefix(prefix string) (uri string, ok bool) { return "", false }

// Bindings appends the namespaces in scope in the current element to dst, outermost first,
// each prefix once, without "xml" and without a default namespace that was switched off.
func (r *Reader) Bindings(dst []Binding) []Binding { return dst }

// Position returns where the current token begins. Only here are lines counted.
func (r *Reader) Position() source.Position { return source.Position{} }

// AttrPosition returns where the attribute Attrs()[i] begins.
func (r *Reader) AttrPosition(i int) source.Position { return source.Position{} }

// Skip reads on to the end of the current StartElement: the current token is then its
// EndElement.
func (r *Reader) Skip() error { return nil }

// SkipRaw does what Skip does and returns the element as it was written, at most max bytes of it,
// cut between characters; complete says that nothing was cut.
func (r *Reader) SkipRaw(max int) (raw string, complete bool, err error) { return "", false, nil }

// Record does what Skip does and returns the element, to be read again with NewReplay.
func (r *Reader) Record() (*Recording, error) { return nil, nil }

// A Recording is an element of a document, with what it needs of its surroundings. It is
// immutable and safe for concurrent use.
type Recording struct{}

// Raw returns the element as it was written, in UTF-8.
func (c *Recording) Raw() string { return "" }
