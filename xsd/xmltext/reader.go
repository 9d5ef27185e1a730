// Package xmltext reads and writes the text of XML 1.0 (fifth edition) with Namespaces in
// XML 1.0: a pull reader over bytes or a stream, and a writer. It knows no schema.
//
// The reader checks all of well-formedness and nothing of validity. Of a document type
// declaration it reads the internal subset, and fetches nothing (see Reader.Doctype). It
// bounds what input can cost (source.Limits), and says where it is in the bytes it was given.
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
	Leaf                     // of PartAt alone: an element that holds nothing but a plain text
)

// String returns the kind in words.
func (k Kind) String() string {
	return [...]string{"no token", "start of an element", "end of an element", "text", "end of the document", "element with a text"}[k]
}

// An Attr is an attribute. Declarations of namespaces are none: see Reader.Bindings.
type Attr struct {
	Name   source.Name
	Symbol source.Symbol // of the name
	Prefix string        // as written; empty for an attribute in no namespace
	Value  string        // normalised as CDATA (XML 1.0, section 3.3.3)
}

// A Reader reads one document token by token. It is not safe for concurrent use.
//
// A scan that meets the end of the window before the end of its token leaves the reader as
// it was and is repeated when the window has grown: see Next and more.
type Reader struct {
	in     source.Input
	limits source.Limits
	src    string // the window of in

	kind  Kind
	err   error
	from  int    // where the part of src that is still needed begins
	start int    // where the current token begins
	pos   int    // where it ends
	want  string // what the document lacks if it ends in the middle of a scan
	ahead ahead

	begun      bool // the XML declaration has been read
	standalone bool // it says that nothing outside of the document counts
	doctype    *doctype
	rooted     bool // the root element has begun
	emptyTag   bool // the current start tag is its own end tag

	text     charData
	attrs    []Attr
	attrAt   []int // where they begin
	declared []declaration
	unique   nameSet
	open     []element
	scope    scope

	missed        string // see Missed
	missedDefault bool

	root       rootTag
	tags       knownNames // of elements
	attributes knownNames
}

// element is an open element.
type element struct {
	tag      string // its name as written
	end      string // its end tag, where it was asked for
	space    string
	symbol   source.Symbol
	prefix   int // length of the prefix
	bindings int // how many namespaces are in scope outside of it
}

// name returns the expanded name.
func (e *element) name() source.Name {
	local := e.tag
	if e.prefix > 0 {
		local = local[e.prefix+1:]
	}
	return source.Name{Space: e.space, Local: local}
}

// NewReader returns a reader of the document in data. It keeps a private copy of data,
// decoded to UTF-8; what the reader returns shares that copy.
func NewReader(data []byte, limits source.Limits) *Reader {
	r := new(Reader)
	r.Reset(data, limits)
	return r
}

// NewStreamReader returns a reader of the document that input delivers. It holds a window of
// the document, as large as the largest token; what the reader returns are strings of their
// own.
func NewStreamReader(input io.Reader, limits source.Limits) *Reader {
	r := new(Reader)
	r.ResetStream(input, limits)
	return r
}

// Reset makes the reader read another document, as NewReader does, and keeps its memory, but
// of former documents only names and the start tag of a root. Reset(nil, limits) lets go of the document.
func (r *Reader) Reset(data []byte, limits source.Limits) {
	r.limits = limits.Effective()
	r.in.ResetBytes(source.XML, data, r.limits)
	r.reset()
}

// ResetLent makes the reader read another document, of which it keeps no copy: nobody may change data before the reader is reset. What the reader returns are
// strings of their own.
func (r *Reader) ResetLent(data []byte, limits source.Limits) {
	r.limits = limits.Effective()
	r.in.ResetLent(source.XML, data, r.limits)
	r.reset()
}

// ResetStream makes the reader read another document, as NewStreamReader does.
func (r *Reader) ResetStream(input io.Reader, limits source.Limits) {
	r.limits = limits.Effective()
	r.in.ResetStream(source.XML, input, r.limits)
	r.reset()
}

// reset forgets all but the input and its limits.
func (r *Reader) reset() {
	forget(&r.attrs)
	forget(&r.declared)
	forget(&r.open)
	r.scope.reset()
	r.tags.trim()
	r.attributes.trim()
	r.text.reset()
	r.unique.reset()
	r.src = r.in.Text()
	r.kind, r.err = NoToken, nil
	r.from, r.start, r.pos, r.want = 0, 0, 0, ""
	r.begun, r.standalone, r.rooted, r.emptyTag = false, false, false, false
	r.doctype, r.missed, r.missedDefault = nil, "", false
	r.attrAt = r.attrAt[:0]
}

// Next advances to the next token. An error is a *source.SyntaxError, a *source.LimitError,
// or what the stream's Read returned; it is final: Next returns it again. After End, Next
// returns End again.
func (r *Reader) Next() (Kind, error) {
	if r.kind == EndElement {
		r.leaveElement()
	}
	r.from = r.pos
	if r.emptyTag {
		r.emptyTag = false
		r.kind = EndElement
		return EndElement, nil
	}
	for r.err == nil {
		r.kind = r.scan()
		if r.kind != NoToken {
			if r.pos-r.start <= r.limits.MaxTextBytes {
				return r.kind, nil
			}
			r.tooLong()
		} else if r.err == nil && !r.more() {
			r.kind = r.atEnd()
			return r.kind, r.err
		}
	}
	r.kind = NoToken
	return NoToken, r.err
}

// more adds to the window. It returns false at the end of the input.
func (r *Reader) more() bool {
	if len(r.src)-r.start > r.limits.MaxTextBytes {
		r.tooLong()
		return true
	}
	keep := r.from
	if !r.in.More(keep) {
		return false
	}
	r.src = r.in.Text()
	r.from = 0
	r.start -= keep
	r.pos -= keep
	return true
}

// atEnd decides whether the document may end where the input ends.
func (r *Reader) atEnd() Kind {
	r.err = r.in.Err()
	switch {
	case r.err != nil:
	case r.want != "":
		r.err = r.in.SyntaxError(len(r.src), r.want, "the document is not complete: fetch it again")
	case !r.rooted:
		r.err = r.in.SyntaxError(len(r.src), "the document has no element", "send an XML document")
	default:
		return End
	}
	return NoToken
}

// incomplete says that a scan met the end of the window, and what is wrong if that is the
// end of the document. It returns NoToken.
func (r *Reader) incomplete(want string) Kind {
	r.want = want
	return NoToken
}

// fail says that the document breaks a rule at an offset. It returns NoToken.
func (r *Reader) fail(offset int, message, remedy string) Kind {
	if r.err == nil {
		r.err = r.in.SyntaxError(offset, message, remedy)
	}
	return NoToken
}

// exceeds says that the document exceeds a limit at an offset. It returns NoToken.
func (r *Reader) exceeds(offset int, limit string, most int, message string) Kind {
	if r.err == nil {
		r.err = r.in.LimitError(offset, limit, int64(most), message)
	}
	return NoToken
}

// tooLong refuses the current token for its size.
func (r *Reader) tooLong() {
	r.emptyTag = false
	r.exceeds(r.start, "MaxTextBytes", r.limits.MaxTextBytes, "the size in bytes of this tag, text, comment or instruction")
}

// leaveElement closes the innermost element.
func (r *Reader) leaveElement() {
	last := len(r.open) - 1
	if n := r.open[last].bindings; n < len(r.scope.bindings) {
		r.scope.truncate(n)
	}
	r.open = r.open[:last]
}

// Input returns what the reader reads.
func (r *Reader) Input() *source.Input { return &r.in }

// Kind returns the kind of the current token.
func (r *Reader) Kind() Kind { return r.kind }

// Depth returns how many elements are open; a start and its end both count their element.
func (r *Reader) Depth() int { return len(r.open) }

// Name returns the expanded name of the current StartElement or EndElement, and within a
// Text that of the element around it.
func (r *Reader) Name() source.Name {
	if len(r.open) == 0 {
		return source.Name{}
	}
	return r.open[len(r.open)-1].name()
}

// Symbol returns the symbol of Name, of a current StartElement or EndElement.
func (r *Reader) Symbol() source.Symbol {
	if len(r.open) == 0 {
		return source.Symbol{}
	}
	return r.open[len(r.open)-1].symbol
}

// Prefix returns the prefix with which the name of the current element was written.
func (r *Reader) Prefix() string {
	if len(r.open) == 0 {
		return ""
	}
	e := &r.open[len(r.open)-1]
	return e.tag[:e.prefix]
}

// Attrs returns the attributes of the current StartElement in document order. The slice is
// valid until the next call of Next.
func (r *Reader) Attrs() []Attr {
	if r.kind != StartElement {
		return nil
	}
	return r.attrs
}

// Text returns the current Text: the longest run of character data there is, with CDATA
// sections and references resolved and line ends normalised; comments and processing
// instructions do not interrupt it. It is never empty.
func (r *Reader) Text() string {
	if r.kind != Text {
		return ""
	}
	return r.text.get(&r.in)
}

// Blank reports whether the current Text is white space only (space, tab, line feed,
// carriage return). It costs less than looking at Text.
func (r *Reader) Blank() bool {
	return r.kind == Text && r.text.blank(r.src)
}

// LookupPrefix returns the namespace that a prefix stands for in the current element;
// the empty prefix stands for the default namespace. uri is empty, and ok true, for the
// empty prefix where there is no default namespace.
func (r *Reader) LookupPrefix(prefix string) (uri string, ok bool) {
	uri, ok = r.scope.lookup(prefix)
	switch {
	case uri != "":
	case prefix == "":
		r.missedDefault = true
	default:
		r.missed = prefix
	}
	return uri, ok
}

// Missed returns the prefix that LookupPrefix was asked for last, of those that stand for nothing, and whether it was asked for a default namespace where
// there is none.
func (r *Reader) Missed() (prefix string, standard bool) { return r.missed, r.missedDefault }

// Declares reports whether the current element declares a namespace itself.
func (r *Reader) Declares() bool {
	last := len(r.open) - 1
	return last >= 0 && r.open[last].bindings < len(r.scope.bindings)
}

// LookupDeclared returns the namespace that a prefix stands for in the current element, if the element declares it itself and it stands for
// something else, or nothing, around it.
func (r *Reader) LookupDeclared(prefix string) (uri string, ok bool) {
	i := r.scope.find(prefix)
	if !r.Declares() || i < r.open[len(r.open)-1].bindings {
		return "", false
	}
	b := r.scope.bindings[i]
	return b.URI, b.shadows < 0 || r.scope.bindings[b.shadows].URI != b.URI
}

// Bindings appends the namespaces in scope in the current element to dst, outermost first,
// each prefix once, without "xml" and without a default namespace that was switched off.
func (r *Reader) Bindings(dst []Binding) []Binding {
	return r.scope.appendTo(dst)
}

// Position returns where the current token begins: for the second half of an empty-element
// tag, where the tag begins. Only here are lines counted, on from the place that was asked
// for last.
func (r *Reader) Position() source.Position {
	return r.in.Position(r.start)
}

// AttrPosition returns where the attribute Attrs()[i] begins.
func (r *Reader) AttrPosition(i int) source.Position {
	return r.in.Position(r.attrAt[i])
}
