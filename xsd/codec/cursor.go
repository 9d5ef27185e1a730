// This file says what a Reader leaves to the format of its document. What the formats share knows no more of it than is said here.

package codec

import (
	"unsafe"

	"github.com/mvainnsyn/mvainnsyn/xsd/content"
	"github.com/mvainnsyn/mvainnsyn/xsd/jsontext"
	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
	"github.com/mvainnsyn/mvainnsyn/xsd/source"
	"github.com/mvainnsyn/mvainnsyn/xsd/xmltext"
)

// cursor is what a Reader reads with: xmlCursor, jsonCursor, or textCursor for a value alone. The Reader knows what may come and whether it is valid, and the cursor how it is
// written. What is read stands at the reader's position, unless a frame is given.
type cursor interface {
	// start goes to the root, at which the reader stands then.
	start()
	// root returns the declaration of the root among those of the type, t or st, that is read. XML names the root, and is rejected where it is another: there is no
	// declaration then. In JSON the root is what is asked for.
	root(roots []*declaration, t *ComplexType, st *simple.SimpleType) *declaration
	// end goes to the end of the document behind the root.
	end()

	// instance notes what the element says of itself: xsi:type and xsi:nil in XML, null in JSON.
	instance()
	// lookForType notes the type that the element says it is of, where instance could not: in JSON that stands anywhere in an object, which is read from a recording then.
	lookForType()
	// typeOfUndeclared notes the type that an element says it is of which nothing declares. Whether it is nil is not asked.
	typeOfUndeclared()

	// open looks at what the element of complex type begins with whose frame is f. In JSON that must be an object.
	open(f *frame)
	// next moves to what a field of f stands for; false where its caller is to look at the phase again.
	next(f *frame) bool
	// skip moves past what the reader stood at.
	skip(stood standing)
	// plainRoot reads the root, if nothing about it but its type has to be looked at, into the struct at an address. It is stuck, and has read nothing, where it is not so; where
	// it moved, the rest is to be read with the frame that the root has then.
	plainRoot(p *plan, holder unsafe.Pointer) progress
	// direct reads what needs no call of next of the attributes and the content of the element opened last, into the struct at an address.
	direct(holder unsafe.Pointer)
	// judge does what direct does where there is no struct. JSON has no short step for that.
	judge(w *walker, depth int)
	// generic reads the attributes and the content of the element of the innermost frame as they are. inside is what is known of them, nested says that the element
	// around it was read so, too. It returns what attributes say of the element that the cursor could not tell before: in JSON, members come in any order.
	generic(parts anyParts, process content.ProcessContents, inside *element, nested bool) (said untold)

	// take reads a text of which nothing but the type, t, has to be looked at, if it is valid as it stands. Else it moves nowhere.
	take(t *simple.SimpleType) (text string, ok bool)
	// attributeText returns the text of an attribute of type t, unchecked.
	attributeText(t *simple.SimpleType) (text string, ok bool)
	// simpleValue reads an element of the simple type t, or the text of simple content.
	simpleValue(t *simple.SimpleType) (text string, ns simple.PrefixResolver, ok bool)
	// typedText reads an element that says it is of the simple type t, and tells what prefixes in its text stand for.
	typedText(t *simple.SimpleType) (text string, names simple.Prefixes)
	// anySimple reads an element of xs:anySimpleType, which may say that it is of another. JSON has an object for that.
	anySimple() (said Name, text string)
	// names returns a text of type t, the value of field f, with prefixed names, and what resolves their prefixes: in JSON names have their namespace.
	names(t *simple.SimpleType, raw string, f *Field) (text string, ns simple.PrefixResolver)

	// position returns where the reader stands in the text.
	position() source.Position
	// unparsed reports whether the document declares an unparsed entity, and else what of its declarations was not read. JSON declares none.
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
func (r *Reader) readXML(text *xmltext.Reader) {
	r.xml, r.cursor, r.input = text, xmlCursor{r}, text.Input()
}

// readJSON makes the reader read a JSON text, of which no notes are taken.
func (r *Reader) readJSON(text *jsontext.Reader) {
	r.json, r.cursor, r.input, r.notes = text, jsonCursor{r}, text.Input(), nil
}
