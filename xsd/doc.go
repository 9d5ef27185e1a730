// Package xsd reads, writes and validates the types that xsdgen generates from XML schemas (XSD 1.0), as XML and as JSON. It needs the standard
// library only.
//
//	var status mvameldinginnsendingstatus.MvaMeldingInnsendingStatus
//	err := xsd.UnmarshalXML(data, &status)                           // strict: nil exactly for valid documents
//	err = xsd.UnmarshalXML(data, &status, xsd.Tolerant(&deviations)) // what a client of a living service needs
//	data, err = xsd.MarshalXML(&status)                              // validates before it returns
//
// # Map
//
//	UnmarshalXML, UnmarshalJSON   a document in memory to a value of a type that is known
//	XML.Read, JSON.Read           the same from an io.Reader
//	ReadDocument                  a document whose root is not known in advance; generated packages offer it as ReadXML
//	Range                         the parts of a document that is too large for memory, one by one
//	MarshalXML, MarshalJSON       a value to a document
//	XML.Write, JSON.Write         the same to an io.Writer
//	WriteRange                    a document that is too large for memory, from a value without its parts and from the parts one by one
//	Document.WriteXML             a document that was read, written as it was
//	Validate                      a value alone
//
//	Tolerant                      reading: take what departs from the schema, and list it
//	As                            both: which global element, where the type has none or several
//	Within                        reading: the value is a payload inside a document of another kind, such as SOAP
//	WithLimits, RefuseDoctype     reading: what a document may cost
//	Noting                        both: what the values do not tell, such as spellings, noted and put back
//	Unchecked                     writing: without validation
//	WithPrefixes, SchemaLocation  writing XML: the prefixes of namespaces, a hint where the schema is
//	Indent, Declaration           writing: a line for each element, <?xml ...?> or none
//	CheckIdentity                 Range, WriteRange: check identity constraints too
//
//	Violations, Violation         the document or the value is not valid
//	SyntaxError                   the text is not well-formed
//	LimitError                    a limit was reached, or what is needed is not read: whether it is valid was not checked
//	RefusedError                  tolerant reading recognised too little
//
// The rest are the datatypes of XML Schema as Go types ([Date], [Decimal], [QName] and so on), with functions that parse and make them, and what fields
// of generated types are made of: [Nillable], [Substitutable], [AnyElement] and the like. Many are declared in package codec, where their fields and methods are
// listed: go doc github.com/mvainnsyn/mvainnsyn/xsd/codec.Violation. What else is in package codec is for generated code alone. Simple types, facets
// and value spaces are in package simple; types that users hold are declared there and have their names here.
//
// # Strict and tolerant reading
//
// Strict reading is the default. Its error is nil exactly for documents that are valid by XSD 1.0, within the limits below. Else it is [Violations],
// with the path, the position and the standard's clause for each, a [*SyntaxError] or a [*LimitError].
//
// [Tolerant] reading asks what a document says, not whether it is valid. It takes unknown and reordered elements, a missing namespace, enumeration
// values that the schema does not list, a list that is missing beside siblings that were recognised, and spellings that services use. Each is a
// [Violation] in the list of deviations. A part that every value has and that is no list must be there: where it is missing the document is
// refused with a [*RefusedError], since a Go zero value would be a false statement. A list is not taken for empty where something that was not understood
// may be the list.
//
// A value is made zero before a document is read into it: what the document does not have is zero. After an error the value is unspecified.
//
// # Values
//
// A required element or attribute is a field of its type, an optional one a pointer, and one that may repeat a slice. A nillable element is a
// [Nillable]. A choice is a field of a sealed interface with a struct for each branch: use a type switch. Its nil is a
// violation, unless the schema lets the choice be left out. An element for which others may stand is a
// [Substitutable].
//
// Datatypes keep their text: a date without a zone stays without one, and 1.10 stays 1.10. For the datatypes of this package Equal compares texts, and
// Compare values, where XSD's order may be partial: its second result says whether there is an order. The zero value of a date or a time is no value, and
// to write it is a violation.
//
// # JSON
//
// XML and JSON are two spellings of one value, and both are validated. An element is a member of its local name, and an array where it may repeat; an
// attribute is "@name", simple content beside attributes "#text", mixed and repeated content "#content" in order, what a wildcard allows "#any", and xsi:type
// "@type". There is no member for the root. Numbers and booleans are JSON's; all other simple values but lists and unions are strings. The order of members
// is free, but for the items of "#content". A key that comes twice is a [*SyntaxError].
//
// The methods that generated types have for encoding/json and encoding/xml read strictly and validate what they write.
//
// # Payloads
//
// A generated type may be the payload of a document that no schema at hand describes. UnmarshalXML finds it, with what the elements around it declare:
//
//	err := xsd.UnmarshalXML(data, &order, xsd.Within(xsd.Name{Space: soap, Local: "Envelope"}, xsd.Name{Space: soap, Local: "Body"}))
//
// It may also be a field of a struct that encoding/xml reads. encoding/xml does not hand over which prefixes are declared around an element; where a value
// (xsi:type, xs:QName) uses one of them, the error says so.
//
// # Limits
//
// Input from outside is bounded in size, depth, number of attributes and more; source.Limits has the table. A field of [Limits] that is zero stands for its
// default, a negative one switches the limit off:
//
//	xsd.WithLimits(xsd.Limits{MaxBytes: 1 << 20, MaxDepth: 50})
//
// Of a document type declaration the internal subset is read, within limits, and nothing is fetched; [RefuseDoctype] refuses every declaration. UTF-8, UTF-16,
// ISO-8859-1 and windows-1252 are read; Limits.Charset decodes other encodings. At most [MaxViolations] violations are listed.
//
// # Memory
//
// Decoded strings share one private copy of the document, never the caller's bytes, which may be changed afterwards. A string that is kept keeps the whole copy:
// use strings.Clone for one that outlives the rest.
//
// # Readers and writers
//
// XML.Read and JSON.Read take a document from an io.Reader, to its end, and hold all of it in memory; at Limits.MaxBytes they stop reading, so that an input
// without end costs no more than that. XML.Write and JSON.Write make the whole document in memory, and hand it to an io.Writer in one call: nothing is written
// of a value that is not valid. Options and errors are those of the functions on bytes; what an io.Reader or io.Writer fails with is wrapped.
// [Schema] and [Document] have the same for a document whose root is not known in advance, ReadXML and WriteXMLTo.
//
// # Streams
//
// [Range] yields the elements at a path and holds one of them in memory. What is around them is validated too. The violations of an item come with it and the
// iteration goes on; what remains to be said comes last, with a zero item:
//
//	for t, err := range xsd.Range[Transaction](file, AuditFileElement, "GeneralLedgerEntries/Journal/Transaction") {
//		...
//	}
//
// [WriteRange] is its counterpart: it writes a document of XML from a value that holds all but the elements at a path, and those elements from a sequence, which
// may be what Range yields, edited on the way. The text is handed on in pieces of 64 KiB or more:
//
//	corrected := func(yield func(Transaction, error) bool) {
//		for t, err := range xsd.Range[Transaction](file, AuditFileElement, path) {
//			t.Period = nil
//			if !yield(t, err) {
//				return
//			}
//		}
//	}
//	n, err := xsd.WriteRange(out, AuditFileElement, &rest, path, corrected)
//
// It writes what is valid and ends at the first thing that is not; then what was handed on is a document that breaks off, and n says after how many items.
//
// # Identity
//
// Identity constraints (key, unique, keyref) and ID references are checked by all functions but Range and WriteRange, which check them where [CheckIdentity] says
// how many key sequences they may hold.
//
// # Round trips
//
// What is read and written again is the same in expanded names, attributes and typed text. Prefixes, xsi:schemaLocation, comments and white space that a type
// collapses are not kept: prefixes are those of the schema's author, or those that [WithPrefixes] chooses. [Notes] hold the rest: spellings of booleans and numbers, xsi:type where the Go type does not tell it, the order of xs:all. ReadDocument
// takes them by itself, and [Noting] makes UnmarshalXML and MarshalXML use them.
//
// # Concurrency
//
// All functions may be called at the same time, on different values. Schemas, elements and simple types are immutable. A value, and Notes, must not be written
// while another goroutine uses them. An [XMLReader] or [XMLWriter] belongs to the one call that made it.
package xsd
