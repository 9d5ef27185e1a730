// Package codec reads and writes XML and JSON for generated code, and validates on the way. Users call package xsd, which offers from here what
// they need; the rest is for generated code alone, and may change with it until [Runtime2] changes.
//
// Generated code describes its types ([ComplexType], [Field], [Element], [Schema]) and reads and writes them with a [Reader] and a [Writer],
// which know the format and the content model. The datatypes of XML Schema are Go types here, since reading and writing are their methods;
// their value spaces are in package simple.
package codec

// Runtime2 is the second version of what generated code and this package agree on. Generated code refers to it, so that code
// and package which do not belong together do not compile.
const Runtime2 = true
