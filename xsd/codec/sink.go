// This file says what a Writer leaves to the format of its document. All else that a Writer does is the same in XML and JSON.

package codec

import (
	"unsafe"

	"github.com/mvainnsyn/mvainnsyn/xsd/content"
	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
)

// sink is what a Writer writes to: xmlSink, jsonSink, textSink for a value alone, or unwanted. The Writer decides what comes and whether it is valid, and the sink how it looks.
// What is written stands at the writer's position, unless a frame or a field is given.
type sink interface {
	// namesRoot reports whether the document has the name of its root, for which there must be one declaration then. JSON does not name it.
	namesRoot() bool
	// beginRoot makes ready for the root, which is of the declaration and of complex type t, nil for a simple one. XML chooses its prefixes.
	beginRoot(d *declaration, t *ComplexType)
	// putRoot writes a struct as a document with this root, about which nothing is special. Unless the outcome is written, nothing is.
	putRoot(root *element, t *directType, holder unsafe.Pointer) outcome
	// takeElement notes that the element has arrived in f, nil for the root. XML finds what was noted of it; JSON writes its key, which stands before the value.
	takeElement(f *writeFrame)
	// takePart notes that an attribute, or the text of simple content, is about to be written in f. JSON writes its key; XML refuses an attribute that came before.
	takePart(f *writeFrame, field int)

	// openElement begins the element of frame f, and says that its type is t where that differs from the declared one.
	openElement(f *writeFrame, t *ComplexType, differs bool)
	// closeElement ends the element of f, which is the innermost frame.
	closeElement(f *writeFrame)
	// openPlain is openElement for an element in f about which nothing is special.
	openPlain(f *writeFrame, facts *fieldFacts, t *ComplexType)
	// closePlain ends the element that openPlain began and that got no frame.
	closePlain()
	// putStruct writes directly what is in the element begun last, a struct at an address. Unless the outcome is written, nothing is.
	putStruct(t *directType, holder unsafe.Pointer) outcome

	// putPlain writes a valid value of type t as a field of f about which nothing is special.
	putPlain(f *writeFrame, facts *fieldFacts, t *simple.SimpleType, text string)
	// putValue writes a value of type t, with what holds it.
	putValue(t *simple.SimpleType, text string, ns simple.Prefixes)
	// putEmpty writes an element without content.
	putEmpty()
	// putNil writes an element of the simple type t that is nil.
	putNil(t *simple.SimpleType)
	// putChars writes a run of text in mixed content.
	putChars(f *writeFrame, text string)
	// putTyped writes an element that says of which simple type it is; st is that type, or xs:anySimpleType where it is not known.
	putTyped(st *simple.SimpleType, said Name, text string, ns simple.Prefixes)
	// noted returns the text that a value had where it was read, and writes what else was noted there. JSON has no notes.
	noted(t *simple.SimpleType, text string, ns simple.Prefixes) string

	// putGeneric writes the element of the innermost frame with attributes and content as they are.
	putGeneric(namespaces simple.Prefixes, attributes []AnyAttribute, contents []AnyContent, process content.ProcessContents, inside *element)
	// putAttribute writes an attribute that a wildcard lets in and that is declared to be of type t.
	putAttribute(a *AnyAttribute, t *simple.SimpleType)
	// putUnread writes a value of which reading will not know the type. XML has it as any other.
	putUnread(v XMLValue)

	// holdNames makes ready for a value that may hold names. XML begins the start tag, which declares their prefixes.
	holdNames()
	// declare makes prefix stand for a namespace in the value about to be written; false where that is not possible.
	declare(prefix, space string) bool
	// otherPrefix returns a prefix that stands for a namespace where declare could not have the one it was given.
	otherPrefix(space string) string

	// output is the memory of what was written so far.
	output() []byte
	// document returns the text of the whole document, which is the writer's, or why there is none.
	document() ([]byte, error)
}

// textSink takes the text of one value of simple type, which has its names as JSON does.
type textSink struct{ jsonSink }

func (s textSink) putValue(t *simple.SimpleType, text string, ns simple.Prefixes) {
	s.checkNames(t, text, ns.Resolver())
	s.cur.text = t.ExpandNames(text, ns.Resolver())
}

// A value that is missing has no text.
func (s textSink) putEmpty() {}

func (s textSink) output() []byte { return s.buffer }

// unwanted takes a document that is written only to be judged. Its root may be that of any declaration.
type unwanted struct{ xmlSink }

func (unwanted) namesRoot() bool { return false }
