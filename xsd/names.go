// Names, and the prefixes they are written with.

package xsd

import (
	"github.com/mvainnsyn/mvainnsyn/xsd/codec"
	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
)

// Name is an expanded name: a namespace name, empty for none, and a local part.
// [github.com/mvainnsyn/mvainnsyn/xsd/source.Name] lists its fields and methods.
type Name = codec.Name

// Namespace is the namespace of XML Schema, in which the built-in types are.
const Namespace = simple.Namespace

// Prefixes are namespace bindings as plain data: prefix to namespace name, "" for the default namespace.
// [github.com/mvainnsyn/mvainnsyn/xsd/simple.Prefixes] lists its methods.
type Prefixes = simple.Prefixes

// PrefixResolver knows the namespace bindings in scope. It is asked for xs:QName and xs:NOTATION only; ok is false for a
// prefix without a binding.
type PrefixResolver = simple.PrefixResolver

// QName is a value of xs:QName: an expanded name and the prefix it was written with. The zero QName is no value; to write it
// is a violation.
// [github.com/mvainnsyn/mvainnsyn/xsd/codec.QName] lists its methods.
type QName = codec.QName

// ParseQName reads a name, white space around it allowed, and resolves its prefix, or the default namespace where it has
// none. Without ns no prefix has a binding.
func ParseQName(text string, ns PrefixResolver) (QName, error) {
	return codec.ParseQName(text, ns)
}

// NewQName returns name with the prefix to write it with, if that prefix is free at the place of writing.
func NewQName(name Name, prefix string) QName {
	return codec.NewQName(name, prefix)
}

// Notation is a value of xs:NOTATION: the name of a notation declared in the schema, and the prefix it was written with. The
// zero Notation is no value; to write it is a violation.
// [github.com/mvainnsyn/mvainnsyn/xsd/codec.Notation] lists its methods.
type Notation = codec.Notation

// ParseNotation reads a notation's name, white space around it allowed, and resolves its prefix, or the default namespace
// where it has none. Without ns no prefix has a binding. Whether the notation is declared is for the schema to say.
func ParseNotation(text string, ns PrefixResolver) (Notation, error) {
	return codec.ParseNotation(text, ns)
}

// NewNotation returns name with the prefix to write it with, if that prefix is free at the place of writing.
func NewNotation(name Name, prefix string) Notation {
	return codec.NewNotation(name, prefix)
}
