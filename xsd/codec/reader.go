// This file holds the Reader: what generated ReadXSD methods are written against.

package codec

import (
	"errors"
	"fmt"
	"slices"

	"github.com/mvainnsyn/mvainnsyn/xsd/content"
	"github.com/mvainnsyn/mvainnsyn/xsd/jsontext"
	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
	"github.com/mvainnsyn/mvainnsyn/xsd/source"
	"github.com/mvainnsyn/mvainnsyn/xsd/xmltext"
)

// Reader reads one document, XML or JSON, for the ReadXSD methods of generated types. Each method of it does nothing once
// reading has failed for good; violations are collected and do not stop it. A Reader is not safe for concurrent use.
type Reader struct {
	options
	uses   []string // prefixes that values inside elements of any kind may use
	scopes scopes   // JSON: the namespaces that those around the place declare
	cursor cursor
	xml    *xmltext.Reader // the text, one of the two, for its cursor
	json   *jsontext.Reader
	input  *source.Input      // of the document, which owns texts of it that are kept
	around []*jsontext.Reader // the texts around a recording, which json is then

	frames   []frame
	arena    arena
	memory   slabs         // of values behind pointers
	objects  objectReader  // JSON
	elements elementReader // XML

	at    standing
	cur   current
	list  listState
	ident tracker

	wasNil   bool // the element read last said that it is nil
	replayed int  // bytes of JSON read more than once
	ranges   bool // each item of a long document has violations of its own
	drops    bool // what wildcards let in is judged and not kept

	violations Violations
	refusals   Violations
	pathText   []byte // for reuse
	err        error

	keptXML  *xmltext.Reader // for reuse
	keptJSON *jsontext.Reader
}

// XMLReader is the Reader: a type is read the same way from both formats.
type XMLReader = Reader

// JSONReader is the Reader too.
type JSONReader = Reader

// standing says what is at the reader's position: what Value or a simple type would read.
type standing uint8

const (
	atNothing   standing = iota // between things; what was stood at has been read
	atRoot                      // the root element, whose declaration is still to be found
	atElement                   // an element
	atAttribute                 // an attribute
	atText                      // the text of simple content
	atChars                     // a run of text in mixed content
	atItem                      // an item of a list
	atAlone                     // a text that is no part of a document
	atField                     // writer: an element of which no more than the field is looked up yet; see stand
)

// current is what is at the reader's position.
type current struct {
	*element
	own      Name               // its name where the declaration has another name, or no name
	index    int                // among siblings of the same name, from 1
	typeName Name               // xsi:type, the zero Name where there is none
	attr     int                // number of the attribute in XML
	text     string             // of an attribute, a run of text or an item
	takes    *simple.SimpleType // XML: the type of a text of which nothing else has to be looked at; else nil
	saysNil  bool               // xsi:nil is there
	nilled   bool               // and true
	lenient  bool               // in tolerant reading: the element lacks its namespace
}

// begin makes an element the current one; what its declaration says is still to be filled in.
func (c *current) begin(lenient bool) {
	c.lenient, c.saysNil, c.nilled = lenient, false, false
	c.index = 1
	if c.takes != nil {
		c.takes = nil
	}
	if c.typeName.Local != "" {
		c.typeName = Name{}
	}
}

// forget makes that nothing is at the reader's position.
func (c *current) forget() {
	c.begin(false)
	c.index, c.attr = 0, 0
	setOwn(&c.own, Name{})
	if c.element != undeclared {
		c.element = undeclared
	}
	if c.text != "" {
		c.text = ""
	}
}

// name returns the name of the element or attribute.
func (c *current) name() Name { return c.element.named(c.own) }

// nameSymbol returns the symbol of the element's name.
func (c *current) nameSymbol() source.Symbol {
	if c.own.Local != "" || c.field == nil {
		return source.SymbolOf(c.own)
	}
	return c.symbol
}

// named returns own, if that is a name, else the name in the declaration. Names are not copied where the declaration has them:
// storing a pointer has its price while the garbage collector runs.
func (e *element) named(own Name) Name {
	if own.Local != "" || e.field == nil {
		return own
	}
	return e.field.Name
}

// setOwn notes the name of an element where it differs from the declaration's, and the zero Name where it does not.
func setOwn(own *Name, name Name) {
	if name.Local != "" || own.Local != "" {
		*own = name
	}
}

// frame is an open element of complex type, or one that no schema declares.
type frame struct {
	contents        // plan is nil where no schema declares the element
	own        Name // its name where the declaration has another name, or no name
	index      int
	phase      phase
	declared   *element // its declaration
	nilled     bool
	lenient    bool     // the element lacks its namespace, so its children may
	identified bool     // a wildcard let in an attribute of type xs:ID
	disorder   bool     // the content was found not to match; what follows is not blamed again
	unknown    bool     // a child or member was not known
	likeness   likeness // how much like a list something is that was not understood, here or below
	emptied    []int    // JSON: the fields whose arrays came and were empty
	tracked    bool     // the identity constraints follow it
	attr       int      // attributes: the next one
	field      int      // the field stood at
	others     tally
	wrapper    wrapperState
	array      int              // JSON: the field whose values are in the array
	resume     phase            // JSON: what comes after the item
	arrivals   []arrival        // the elements that came, where their order matters
	guide      *content.Matcher // JSON: see itemField
	mixed      []byte           // the text of mixed content that has a fixed value
}

// phase is how far reading of an element has come.
type phase uint8

const (
	inAttributes phase = iota
	inText             // simple content
	inContent
	inArray   // JSON: the values of a repeated element
	inItems   // JSON: the items of "#content"
	afterItem // JSON: the end of an item's object
	done
)

// errMisuse says that a ReadXSD method does not do what generated ones do.
var errMisuse = errors.New("xsd: a ReadXSD method reads what is not there: call it through UnmarshalXML or UnmarshalJSON only")

// Open begins the complex type t at the element at the reader's position.
func (r *Reader) Open(t *ComplexType) {
	if r.err == nil && r.at == atRoot {
		r.enterRoot(t.compiled().globals(), t, nil)
	}
	if r.err != nil || r.at != atElement {
		r.misused()
		r.frames = append(r.frames, frame{phase: done, declared: undeclared})
		return
	}
	p := t.compiled()
	if p.err != nil {
		r.fail(p.err)
	}
	if r.cur.complex != t || r.cur.typeName.Local != "" || t.Abstract {
		r.checkType(t)
	}
	r.push(p)
	r.cursor.open(r.top())
}

// misused fails where reading could go on but a method was called that nothing calls for.
func (r *Reader) misused() {
	if r.err == nil {
		r.fail(errMisuse)
	}
}

// push opens a frame for the element at the reader's position.
func (r *Reader) push(p *plan) {
	tracked := r.startTracking()
	f, c := r.newFrame(), &r.cur
	r.arena.push(p, &f.contents)
	setOwn(&f.own, c.own)
	f.index, f.declared = c.index, c.element
	f.nilled, f.lenient, f.tracked = c.nilled, c.lenient, tracked
	r.at = atNothing
}

// newFrame adds a frame, made of one that was used before if there is one.
func (r *Reader) newFrame() *frame {
	n := len(r.frames)
	if n == cap(r.frames) {
		r.frames = append(r.frames, frame{})
		return &r.frames[n]
	}
	r.frames = r.frames[:n+1]
	f := &r.frames[n]
	f.others.reset()
	f.phase, f.disorder, f.unknown, f.likeness, f.identified = inAttributes, false, false, unlike, false
	f.cursor, f.attr, f.field, f.array = 0, 0, 0, 0
	f.wrapper, f.resume = noWrapper, inAttributes
	if f.arrivals != nil || f.matcher != nil || f.mixed != nil || f.emptied != nil || f.guide != nil {
		f.matcher, f.mixed, f.emptied, f.guide = nil, nil, nil, nil
		f.arrivals = f.arrivals[:0]
	}
	return f
}

// name returns the name of the element.
func (f *frame) name() Name { return f.declared.named(f.own) }

func (r *Reader) top() *frame { return &r.frames[len(r.frames)-1] }

// Next moves to the next attribute, element or text of the complex type opened last; Field says which field it is. It returns
// false at the end of the element.
func (r *Reader) Next() bool {
	if len(r.frames) == 0 {
		return false
	}
	if r.at != atNothing {
		r.discard()
	}
	f := r.top()
	for r.err == nil && f.phase != done {
		if r.cursor.next(f) {
			return true
		}
	}
	return false
}

// Field returns the index of the field at the reader's position.
func (r *Reader) Field() int {
	if len(r.frames) == 0 {
		return absent
	}
	return r.top().field
}

// Value reads v at the reader's position.
func (r *Reader) Value(v XMLValue) {
	if r.err != nil || r.at == atNothing {
		return
	}
	depth, inList := len(r.frames), r.list.active
	if err := v.ReadXSD(r); err != nil || r.err != nil {
		r.failOn(err)
		return
	}
	if len(r.frames) != depth {
		r.fail(fmt.Errorf("xsd: %T.ReadXSD does not close the type it opens", v))
		return
	}
	if r.list.active && !inList {
		r.list = listState{}
	}
	if r.at != atNothing {
		r.discard()
	}
}

// Close ends the complex type opened last: it checks what is missing. It returns fatal errors only.
func (r *Reader) Close() error {
	for r.Next() { // what the caller left unread
		r.discard()
	}
	if len(r.frames) > 0 {
		r.pop()
	}
	return r.err
}

func (r *Reader) pop() {
	f := r.top()
	if f.tracked {
		r.ident.end(r)
	}
	r.wasNil = f.nilled
	if around := len(r.frames) - 2; f.likeness != unlike && around >= 0 {
		r.frames[around].resembles(f.likeness)
	}
	r.arena.pop(&f.contents)
	r.frames = r.frames[:len(r.frames)-1]
	r.at = atNothing
}

// Err returns the error that ended reading, nil while there is none. Violations are none.
func (r *Reader) Err() error { return r.err }

func (r *Reader) fail(err error) {
	if r.err == nil {
		r.err = err
	}
}

// discard moves past what is at the reader's position without reading it.
func (r *Reader) discard() {
	stood := r.at
	r.at = atNothing
	if r.err == nil {
		r.cursor.skip(stood)
	}
}

func (r *Reader) failOn(err error) {
	if err != nil {
		r.fail(err)
	}
}

// Grow appends a zero value to the slice and returns a pointer to it. A list of one stays as small as it is; one of two is about
// to be one of several.
func Grow[S ~[]T, T any](slice *S) *T {
	if len(*slice) == 1 && cap(*slice) == 1 {
		*slice = slices.Grow(*slice, 3)
	}
	var zero T
	*slice = append(*slice, zero)
	return &(*slice)[len(*slice)-1]
}
