// Package xsd reads, writes and validates the types that xsdgen generates from XML schemas (XSD 1.0), as XML and as JSON. It needs the standard
// library only.
//
//	var status mvameldinginnsendingstatus.MvaMeldingInnsendingStatus
//	err := xsd.UnmarshalXML(data, &status)                          // strict: nil exactly for valid documents
//	err = xsd.UnmarshalXML(data, &status, xsd.Tolerant(&deviations)) // what a client of a living service needs
//	data, err = xsd.MarshalXML(&status)                             // validates before it returns
//
// The functions are [UnmarshalXML], [MarshalXML], [UnmarshalJSON], [MarshalJSON] and [Validate]; [ReadDocument] for documents whose root is not
// known in advance; [Range] for documents that are too large for memory.
//
// The options are [Tolerant], [Unchecked], [As], [WithLimits], [Noting] and [CheckIdentity].
//
// The errors are [Violations], a list of [Violation]: the document or the value is not valid; [*SyntaxError]: it is not well-formed; [*LimitError]:
// it is too deep or too large to be checked; [*RefusedError]: tolerant reading recognised too little.
//
// The rest are the datatypes of XML Schema as Go types, with functions that parse and make them, and what fields of generated types are made of:
// [Nillable], [Substitutable], [AnyElement] and the like. What generated code calls is in package codec, and simple types, facets and value spaces are
// in package simple; types that users hold are declared there and have their names here.
//
// Decoded strings share one private copy of the document. Use strings.Clone for a string that outlives the rest of it.
//
// Identity constraints (key, unique, keyref) and ID references are checked by all functions but [Range].
package xsd
