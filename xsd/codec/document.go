// This file holds the four functions, Validate, and documents whose root is not known in advance.

package codec

import (
	"sync"

	"github.com/mvainnsyn/mvainnsyn/xsd/jsontext"
	"github.com/mvainnsyn/mvainnsyn/xsd/xmltext"
)

// XMLValue is implemented by pointers to generated types and to the types of this package.
type XMLValue interface {
	// ReadXSD reads the value at the reader's position. It returns fatal errors only; violations stay in the reader.
	ReadXSD(*XMLReader) error
	// WriteXSD writes the value at the writer's position.
	WriteXSD(*XMLWriter) error
	// Validate returns nil exactly when what MarshalXML writes is valid.
	Validate() error
}

// JSONValue is implemented by the same types: one method per direction serves both formats.
type JSONValue = XMLValue

// Document is a document whose root was not known in advance: the global element it is of, and a pointer to its value, which is an *AnyType where
// no global element has the root's name and its xsi:type says what it is.
type Document struct {
	Element Name
	Value   XMLValue
	// Notes are what the document says beside its value; WriteXML needs them to write it as it was.
	Notes *Notes
}

// WriteXML returns the document as XML: its value as its element, with what is noted. It validates on the way as [MarshalXML] does.
func (d Document) WriteXML(opts ...Option) ([]byte, error) {
	return MarshalXML(d.Value, d.options(opts)...)
}

// options are those that write the document as it was, and then opts.
func (d Document) options(opts []Option) []Option {
	return append([]Option{As(d.Element), Noting(d.Notes)}, opts...)
}

// UnmarshalXML reads an XML document into v. Without options it is strict: the error is nil exactly for documents that are
// valid under v's schema, and else [Violations], a [*SyntaxError] or a [*LimitError]. With [Tolerant] it is nil,
// a [*RefusedError], a [*SyntaxError] or a [*LimitError]. On error the value is unspecified.
//
// v is made zero first: what the document does not have is zero, and nothing of what v held is left. The value keeps copies of its texts and nothing of data, which the
// caller may change when UnmarshalXML has returned, and not before.
func UnmarshalXML(data []byte, v XMLValue, opts ...Option) error {
	r := newXMLReader(data, opts)
	defer r.release()
	return r.readRoot(v)
}

// MarshalXML returns v as an XML document in UTF-8. It validates on the way ([Violations]) unless [Unchecked] is given.
func MarshalXML(v XMLValue, opts ...Option) ([]byte, error) {
	return writeOut(func(opts ...Option) ([]byte, error) { return marshalXML(v, opts) }, opts)
}

func marshalXML(v XMLValue, opts []Option) ([]byte, error) {
	w := newXMLWriter(opts)
	defer w.release()
	w.beginXML()
	text, err := w.writeDocument(v)
	return clone(text), err
}

// UnmarshalJSON reads a JSON text into v as [UnmarshalXML] reads XML. The order of members is free; items of "#content" are in
// order.
func UnmarshalJSON(data []byte, v JSONValue, opts ...Option) error {
	r := newReader(opts)
	if r.keptJSON == nil {
		r.keptJSON = new(jsontext.Reader)
	}
	r.readJSON(r.keptJSON)
	r.json.ResetLent(data, r.limits)
	defer r.release()
	return r.readRoot(v)
}

// MarshalJSON returns v as JSON. It validates on the way ([Violations]) unless [Unchecked] is given.
func MarshalJSON(v JSONValue, opts ...Option) ([]byte, error) {
	w := newJSONWriter(opts)
	defer w.release()
	text, err := w.writeDocument(v)
	return clone(text), err
}

// Validate returns nil exactly when what [MarshalXML] writes is strictly valid, else [Violations].
func Validate(v XMLValue, opts ...Option) error {
	_, err := writeOut(func(opts ...Option) (struct{}, error) { return struct{}{}, validated(v, opts) }, opts)
	return err
}

func validated(v XMLValue, opts []Option) error {
	w := newXMLWriter(opts)
	defer w.release()
	w.sink, w.unchecked = unwanted{xmlSink{w}}, false
	_, err := w.writeDocument(v)
	return err
}

// ReadDocument reads an XML document whose root is any global element of schema; generated packages offer it as ReadXML.
func ReadDocument(schema *Schema, data []byte, opts ...Option) (Document, error) {
	r := newXMLReader(data, opts)
	defer r.release()
	if r.notes == nil {
		r.notes, r.given = new(Notes), true
	}
	notes := r.notes
	var d Document
	err := r.readDocument(func() { d = r.anyRootOf(schema) })
	if err != nil {
		return Document{}, err
	}
	d.Notes = notes
	return d, nil
}

// anyRootOf reads the root element, which may be any global element of schema.
func (r *Reader) anyRootOf(schema *Schema) Document {
	d := xmlCursor{r}.enterAnyRoot(schema)
	if d == nil || r.err != nil {
		return Document{}
	}
	v := d.newValue()
	if r.cur.complex != nil && !d.Nillable || r.isComplexForSimple() {
		v = r.typedValue()
	}
	if v == nil {
		return Document{}
	}
	r.Value(v)
	return Document{Element: d.Name, Value: v}
}

// likelyRoots returns the global elements that may have been meant: those of s with this local name, else those of what is nearest to s that have it in some
// letter case, else all of s.
func (s *Schema) likelyRoots(local string) []*declaration {
	own := s.globals()
	var found []*declaration
	for _, d := range own {
		if d.Name.Local == local {
			found = append(found, d)
		}
	}
	switch {
	case len(found) > 0:
		return found
	case len(rootsLike(local, own)) > 0:
		return own
	}
	for _, other := range s.family() {
		if found := rootsLike(local, other.globals()); len(found) > 0 {
			return found
		}
	}
	return own
}

// globals returns the global elements of s, in the order of their names.
func (s *Schema) globals() []*declaration {
	all := make([]*declaration, len(s.parts.Elements))
	for i := range all {
		all[i] = s.declared(i)
	}
	sortByName(all)
	return all
}

// Readers and writers are kept for reuse, with their memory.
var (
	readers = sync.Pool{New: func() any { return emptyReader() }}
	writers = sync.Pool{New: func() any { return &Writer{cur: writing{current: current{element: undeclared}}} }}
)

// maxKept is the memory, in bytes, that a writer keeps for reuse in any case; more than that it keeps for maxWasted documents that do not need it.
const (
	maxKept   = 1 << 20
	maxWasted = 16
)

// emptyReader returns a reader that has read nothing.
func emptyReader() *Reader { return &Reader{cur: current{element: undeclared}} }

// newReader returns a reader that is as release leaves it, but for the options.
func newReader(opts []Option) *Reader {
	return readers.Get().(*Reader).begin(opts)
}

func (r *Reader) begin(opts []Option) *Reader {
	r.apply(opts)
	r.ident.limit = r.identityLimit
	return r
}

func newXMLReader(data []byte, opts []Option) *Reader {
	r := newReader(opts)
	if r.keptXML == nil {
		r.keptXML = new(xmltext.Reader)
	}
	r.readXML(r.keptXML)
	r.xml.ResetLent(data, r.limits)
	if r.notes != nil {
		*r.notes = Notes{}
	}
	return r
}

// release gives the reader back for reuse, with its memory and without what belongs to the caller. What is zero already is not set: it is pointers, whose setting has its
// price while the garbage collector runs.
func (r *Reader) release() {
	r.forget()
	r.frames = r.frames[:0]
	r.arena.reset()
	r.memory.reset()
	r.at = atNothing
	r.cur.forget()
	if r.list.active || r.list.rest != "" || r.list.ns != nil {
		r.list = listState{}
	}
	r.wasNil, r.replayed, r.drops = false, 0, false
	if r.violations != nil || r.refusals != nil || r.err != nil {
		r.violations, r.refusals, r.err = nil, nil, nil
	}
	r.ident.reset()
	if r.uses != nil || r.around != nil {
		r.uses, r.around, r.json = nil, nil, nil // all that is part of the document's text
	}
	r.objects.reset()
	r.elements.reset()
	readers.Put(r)
}

// newWriter returns a writer that is as release leaves it, but for the options.
func newWriter(opts []Option) *Writer {
	w := writers.Get().(*Writer)
	w.apply(opts)
	return w
}

func newXMLWriter(opts []Option) *Writer {
	w := newWriter(opts)
	w.sink, w.xml = xmlSink{w}, &w.ownXML
	w.xml.Reset(w.buffer)
	return w
}

func newJSONWriter(opts []Option) *Writer {
	w := newWriter(opts)
	w.sink, w.json = jsonSink{w}, &w.ownJSON
	w.json.Reset(w.buffer)
	if w.style != nil && w.style.indent != "" {
		w.json.SetIndent(w.style.indent)
	}
	return w
}

// release gives the writer back for reuse, with its buffer unless that has become large. What is zero already is not set: it is
// pointers, whose setting has its price while the garbage collector runs.
func (w *Writer) release() {
	w.keep(w.sink.output())
	w.sink = nil
	w.forget()
	if w.nameOf != nil || w.violations != nil || w.err != nil || w.gap != nil {
		w.nameOf, w.violations, w.err, w.gap = nil, nil, nil, nil
	}
	w.careful = false
	w.frames = w.frames[:0]
	w.arena.reset()
	if cap(w.rows) > maxKeptRows {
		w.rows = nil
	}
	w.at = atNothing
	w.cur.begin(undeclared, 0)
	w.cur.index, w.cur.text = 0, ""
	if w.list.typ != nil {
		w.list = listWriter{text: w.list.text[:0]}
	}
	w.ident.reset()
	writers.Put(w)
}

// maxKeptRows is for how many items of ordered content memory is kept for the next document.
const maxKeptRows = 1 << 14

// keep keeps the memory of a text for the next document. Memory that has become large is kept as long as documents need a good part of it; after some
// that do not, it is given back.
func (w *Writer) keep(text []byte) {
	w.buffer = text[:0]
	switch {
	case cap(text) <= maxKept || len(text) >= cap(text)/4:
		w.wasted = 0
	case w.wasted < maxWasted:
		w.wasted++
	default:
		w.buffer, w.wasted = nil, 0
	}
}

// writeDocument writes v as a document, and returns its text, which is the writer's.
func (w *Writer) writeDocument(v XMLValue) ([]byte, error) {
	if err := w.writeRoot(v); err != nil {
		return nil, err
	}
	return w.sink.document()
}

// writeRoot writes v as the root of a document.
func (w *Writer) writeRoot(v XMLValue) error {
	w.at = atRoot
	w.write(v)
	if w.err != nil {
		return w.err
	}
	w.ident.finishIDs(w)
	return w.violations.Err()
}

// clone copies text to memory of its own, of its own size.
func clone(text []byte) []byte {
	if text == nil {
		return nil
	}
	own := make([]byte, len(text))
	copy(own, text)
	return own
}
