// Package simple holds the simple types of XML Schema 1.0 (Part 2): the built-in ones, those derived from them by facets, lists and unions, and
// the values they have. A text is checked, normalised, compared and spelt here alone, for the runtime and for the schema compiler.
//
// [BuiltIn], [Restrict], [ListOf] and [UnionOf] make types; [SimpleType.Check] says why a text is not of one, [SimpleType.Parse] gives its
// value. The Go types of the datatypes (Date, Decimal and so on), which can be read and written, are in package xsd. What else is exported is for
// them: the parts of dates and numbers, and [Compiled], what a text is checked with.
package simple
