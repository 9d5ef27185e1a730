// This file says which Go type stands for each built-in datatype of XSD.

package model

import "github.com/mvainnsyn/mvainnsyn/tools/internal/schema"

// Runtime is the import path of the package generated code needs.
const Runtime = "github.com/mvainnsyn/mvainnsyn/xsd"

// Kind is how a built-in datatype appears in Go.
type Kind uint8

// The kinds: a string, a boolean or number of Go, a struct of the runtime, a slice of strings, a type of the user's.
const (
	StringKind Kind = iota
	NumberKind
	StructKind
	SliceKind
	OwnKind
)

// BuiltIn is a built-in datatype in Go.
type BuiltIn struct {
	Local   string // its name in the namespace of XML Schema
	Kind    Kind
	Basic   string // Go's own type for StringKind and NumberKind
	Runtime string // the type of package xsd
	Direct  bool   // a field of the built-in type itself has Go's own type
	Own     *Own   // of OwnKind
}

// builtIns lists the datatypes whose Go type is not a string named after them.
var builtIns = map[string]BuiltIn{
	"string":        {Kind: StringKind, Basic: "string", Runtime: "String", Direct: true},
	"boolean":       {Kind: NumberKind, Basic: "bool", Runtime: "Boolean", Direct: true},
	"byte":          {Kind: NumberKind, Basic: "int8", Runtime: "Byte", Direct: true},
	"short":         {Kind: NumberKind, Basic: "int16", Runtime: "Short", Direct: true},
	"int":           {Kind: NumberKind, Basic: "int32", Runtime: "Int", Direct: true},
	"long":          {Kind: NumberKind, Basic: "int64", Runtime: "Long", Direct: true},
	"unsignedByte":  {Kind: NumberKind, Basic: "uint8", Runtime: "UnsignedByte", Direct: true},
	"unsignedShort": {Kind: NumberKind, Basic: "uint16", Runtime: "UnsignedShort", Direct: true},
	"unsignedInt":   {Kind: NumberKind, Basic: "uint32", Runtime: "UnsignedInt", Direct: true},
	"unsignedLong":  {Kind: NumberKind, Basic: "uint64", Runtime: "UnsignedLong", Direct: true},
	"float":         {Kind: NumberKind, Basic: "float32", Runtime: "Float", Direct: true},
	"double":        {Kind: NumberKind, Basic: "float64", Runtime: "Double", Direct: true},

	"decimal":            {Kind: StructKind, Runtime: "Decimal"},
	"integer":            {Kind: StructKind, Runtime: "Integer"},
	"nonPositiveInteger": {Kind: StructKind, Runtime: "Integer"},
	"negativeInteger":    {Kind: StructKind, Runtime: "Integer"},
	"nonNegativeInteger": {Kind: StructKind, Runtime: "Integer"},
	"positiveInteger":    {Kind: StructKind, Runtime: "Integer"},
	"date":               {Kind: StructKind, Runtime: "Date"},
	"dateTime":           {Kind: StructKind, Runtime: "DateTime"},
	"time":               {Kind: StructKind, Runtime: "Time"},
	"gYear":              {Kind: StructKind, Runtime: "GYear"},
	"gYearMonth":         {Kind: StructKind, Runtime: "GYearMonth"},
	"gMonth":             {Kind: StructKind, Runtime: "GMonth"},
	"gMonthDay":          {Kind: StructKind, Runtime: "GMonthDay"},
	"gDay":               {Kind: StructKind, Runtime: "GDay"},
	"duration":           {Kind: StructKind, Runtime: "Duration"},
	"hexBinary":          {Kind: StructKind, Runtime: "HexBinary"},
	"base64Binary":       {Kind: StructKind, Runtime: "Base64Binary"},
	"QName":              {Kind: StructKind, Runtime: "QName"},
	"NOTATION":           {Kind: StructKind, Runtime: "Notation"},
	"anySimpleType":      {Kind: StructKind, Runtime: "AnySimple"},

	"Name": {Kind: StringKind, Basic: "string", Runtime: "XMLName"},

	"NMTOKENS": {Kind: SliceKind, Runtime: "NMTOKENS"},
	"IDREFS":   {Kind: SliceKind, Runtime: "IDREFS"},
	"ENTITIES": {Kind: SliceKind, Runtime: "ENTITIES"},
}

// builtIn returns the Go form of a built-in datatype by its local name.
func builtIn(local string) BuiltIn {
	b, ok := builtIns[local]
	if !ok { // normalizedString, token, language, NCName, NMTOKEN, ID, IDREF, ENTITY, anyURI
		b = BuiltIn{Kind: StringKind, Basic: "string", Runtime: Identifier(local)}
	}
	b.Local = local
	return b
}

// ref returns the type a field of the built-in datatype has.
func (b BuiltIn) ref() Ref {
	if b.Direct {
		return Ref{Name: b.Basic, Via: b.Runtime}
	}
	return Ref{Package: Runtime, Name: b.Runtime}
}

// BuiltInOf returns the Go form of a built-in datatype.
func BuiltInOf(t *schema.SimpleType) BuiltIn { return builtIn(t.Name.Local) }

// ancestor returns the built-in type a simple type descends from by restriction: what decides its Go kind.
func ancestor(t *schema.SimpleType) *schema.SimpleType {
	for !t.BuiltIn {
		base, ok := t.Base.(*schema.SimpleType)
		if !ok {
			break
		}
		t = base
	}
	return t
}

// IsString reports whether values of a simple type are strings in Go.
func IsString(t *schema.SimpleType) bool {
	a := ancestor(t)
	return a.BuiltIn && builtIn(a.Name.Local).Kind == StringKind
}
