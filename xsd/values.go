// What generated types are made of beside datatypes, and what reads and writes them.

package xsd

import "github.com/mvainnsyn/mvainnsyn/xsd/codec"

// XMLValue is implemented by pointers to generated types and to the types of this package.
type XMLValue = codec.XMLValue

// JSONValue is implemented by the same types: one method per direction serves both formats.
type JSONValue = codec.JSONValue

// XMLReader is the Reader: a type is read the same way from both formats.
// [github.com/mvainnsyn/mvainnsyn/xsd/codec.Reader] lists its methods.
type XMLReader = codec.XMLReader

// XMLWriter is the Writer: a type is written the same way to both formats.
// [github.com/mvainnsyn/mvainnsyn/xsd/codec.Writer] lists its methods.
type XMLWriter = codec.XMLWriter

// JSONReader is the Reader too.
// [github.com/mvainnsyn/mvainnsyn/xsd/codec.Reader] lists its methods.
type JSONReader = codec.JSONReader

// JSONWriter is the Writer too.
// [github.com/mvainnsyn/mvainnsyn/xsd/codec.Writer] lists its methods.
type JSONWriter = codec.JSONWriter

// Document is a document whose root was not known in advance: the global element it is of, and a pointer to its value, which is an *AnyType where
// no global element has the root's name and its xsi:type says what it is.
// [github.com/mvainnsyn/mvainnsyn/xsd/codec.Document] lists its fields and methods.
type Document = codec.Document

// Notes are what an XML document says beside its values, so that it can be written as it was read: xsi:type where the Go type
// does not tell it, xsi:nil="false", that an element was empty whose value is its default, the order of the members of
// xs:all, and the spelling of booleans and numbers that are Go's basic types. Nothing of it changes what the document means.
//
// [ReadDocument] and [UnmarshalXML] with [Noting] take them, [Document.WriteXML] and [MarshalXML] with Noting put them back.
// They go by place: by which child of which child an element is. A note is used only where the element there still has the
// same name and, for a spelling or a default, the same value; all else is written as it would be without notes.
//
// The zero Notes are empty. Notes must not be read and written at the same time.
// [github.com/mvainnsyn/mvainnsyn/xsd/codec.Notes] lists its methods.
type Notes = codec.Notes

// Schema is what a generated package knows of its schema. It is made once, when the program starts, and is safe for
// concurrent use.
// [github.com/mvainnsyn/mvainnsyn/xsd/codec.Schema] lists its methods.
type Schema = codec.Schema

// Element describes a global element (XSD 1.0 Part 1, section 3.3) whose Go type is T: a generated type, a Go basic type,
// a Nillable, or a type of this package. It is listed in one [Schema] and not changed after that.
// [github.com/mvainnsyn/mvainnsyn/xsd/codec.Element] lists its fields and methods.
type Element[T any] = codec.Element[T]

// Nillable is an element declared nillable: nil, or a value. Nil elements can still have attributes; Value holds them.
// [github.com/mvainnsyn/mvainnsyn/xsd/codec.Nillable] lists its fields and methods.
type Nillable[T any] = codec.Nillable[T]

// Substitutable is an element for which others may stand. T is the Go type of all of them, or an interface that pointers to
// all of their types implement.
// [github.com/mvainnsyn/mvainnsyn/xsd/codec.Substitutable] lists its fields and methods.
type Substitutable[T any] = codec.Substitutable[T]

// AnyElement is an element that a wildcard allows. Where the wildcard asks for validation and the schema declares the element,
// or xsi:type names a type it knows, Value holds the element and Attributes and Content are empty; else they hold what came.
// [github.com/mvainnsyn/mvainnsyn/xsd/codec.AnyElement] lists its fields and methods.
type AnyElement = codec.AnyElement

// AnyContent is a part of the content of an [AnyElement]: *AnyElement or AnyText.
type AnyContent = codec.AnyContent

// AnyText is a run of text in the content of an [AnyElement].
type AnyText = codec.AnyText

// AnyAttribute is an attribute that a wildcard allows, with its value as written.
// [github.com/mvainnsyn/mvainnsyn/xsd/codec.AnyAttribute] lists its fields and methods.
type AnyAttribute = codec.AnyAttribute

// AnyType is an element of type xs:anyType. Where xsi:type names a complex type, Value holds it; where it names a simple type,
// Type says which and Content holds the text.
// [github.com/mvainnsyn/mvainnsyn/xsd/codec.AnyType] lists its fields and methods.
type AnyType = codec.AnyType
