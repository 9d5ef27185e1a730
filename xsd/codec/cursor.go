// This file separates the formats that a Reader reads: what it has to ask the text, and what the two say differently, is a cursor's.

package codec

import (
	"unsafe"

	"github.com/mvainnsyn/mvainnsyn/xsd/content"
	"github.com/mvainnsyn/mvainnsyn/xsd/jsontext"
	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
	"github.com/mvainnsyn/mvainnsyn/xsd/source"
	"github.com/mvainnsyn/mvainnsyn/xsd/xmltext"
)

// cursor goes through a document of one format for a Reader, which knows what the schema says and not how it is written.
type cursor interface {
	// start goes to the root, at which the reader stands then. end goes to the end of the document behind it.
	start()
	end()
	// root returns the declaration of the root among those of the type, t or st, that is read. It rejects an XML document, and returns nil, where the root is
	// another element; in JSON the root has no name, and is what is asked for.
	root(roots []*declaration, t *ComplexType, st *simple.SimpleType) *declaration

	// instance notes what the current element says of itself: xsi:nil, and in XML xsi:type.
	instance()
	// lookForType notes the type that the current element says it is of, where instance does not: in JSON that may stand anywhere in an object. The object is
	// then read from a recording, until who asked goes on with the text that was read before.
	lookForType()
	// typeOfUndeclared notes the type that an element says it is of of which no declaration is known, and which instance therefore is not asked about.
	typeOfUndeclared()

	// open looks at what an element of complex type begins with, and next moves to what its next field stands for. That next returns false means that its caller is
	// to look at the phase again.
	open(f *frame)
	next(f *frame) bool
	// skip moves past what the reader stood at.
	skip(stood standing)
	// content reads the attributes and the content of the element opened last into a struct, and closes the element. direct reads of it, and judge judges, what can be
	// read without next.
	content(l *layout, p unsafe.Pointer)
	direct(l *layout, p unsafe.Pointer)
	judge(w *walker, depth int)
	// generic reads the attributes and the content of an element of which no declaration is known. inside is what is known of its parts, nested says that there is such
	// an element around it.
	generic(parts anyParts, process content.ProcessContents, inside *element, nested bool)

	// take reads the current text, where it is one of type t as it stands.
	take(t *simple.SimpleType) (text string, ok bool)
	// attributeText returns the text of the current attribute. simpleValue reads the current element, or
	// simple content, as one of type t.
	attributeText(t *simple.SimpleType) (text string, ok bool)
	simpleValue(t *simple.SimpleType) (text string, ns simple.PrefixResolver, ok bool)
	// typedText reads the current element as one of type t, which it says it is of, and tells the prefixes that the text uses. anySimple reads it as one of
	// xs:anySimpleType, or of the simple type that it says.
	typedText(t *simple.SimpleType) (text string, names simple.Prefixes)
	anySimple() (said Name, text string)
	// names returns the text of a value of field f, of type t, with prefixed names, and what resolves the prefixes: JSON has expanded names.
	names(t *simple.SimpleType, raw string, f *Field) (text string, ns simple.PrefixResolver)

	// position returns where the reader stands in the text.
	position() source.Position
	// place returns the position among those of its name of an element at a depth, where counted is that among those of its field. In JSON fields have names of
	// their own, so both are the same.
	place(depth int, e *element, name Name, counted int) int
	// unparsed reports whether the document declares an unparsed entity, and else what of its declarations was not read.
	unparsed(entity string) (declared bool, unread string)
}

// xmlCursor reads XML.
type xmlCursor struct{ *Reader }

// jsonCursor reads JSON.
type jsonCursor struct{ *Reader }

// textCursor reads a text that is no part of a document. It stands nowhere, and names in it are expanded as in JSON.
type textCursor struct{ xmlCursor }

func (textCursor) position() (none source.Position) { return none }

func (r textCursor) names(t *simple.SimpleType, raw string, _ *Field) (text string, ns simple.PrefixResolver) {
	return expandedQNames(t, raw)
}

func (textCursor) unparsed(string) (declared bool, unread string) { return false, "" }

// readXML makes the reader read an XML document.
func (r *Reader) readXML(text *xmltext.Reader) { r.xml, r.cursor = text, xmlCursor{r} }

// readJSON makes the reader read a JSON text, of which no notes are taken.
func (r *Reader) readJSON(text *jsontext.Reader) {
	r.json, r.cursor, r.notes = text, jsonCursor{r}, nil
}
