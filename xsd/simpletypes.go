// Simple types as generated types return them. Package simple has them all, and makes new ones.

package xsd

import (
	"github.com/mvainnsyn/mvainnsyn/xsd/codec"
	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
)

// SimpleType is a simple type definition (Part 1, section 3.14). It is immutable and safe for concurrent use. The zero value
// is of no use: types come from [BuiltIn], [Restrict], [ListOf] and [UnionOf].
// [github.com/mvainnsyn/mvainnsyn/xsd/simple.SimpleType] lists its methods.
type SimpleType = simple.SimpleType

// BuiltIn returns the built-in simple type of a local name such as "date" or "anySimpleType"; nil where there is none.
func BuiltIn(local string) *SimpleType {
	return simple.BuiltIn(local)
}

// Union is a value of a union type; generated types embed it. The zero Union is no value of any type.
// [github.com/mvainnsyn/mvainnsyn/xsd/codec.Union] lists its methods.
type Union = codec.Union

// ParseUnion returns the value of the union type t that text stands for.
func ParseUnion(t *SimpleType, text string) (Union, error) {
	return codec.ParseUnion(t, text)
}

// Value is a value of a simple type. The zero Value is equal to none but itself.
// [github.com/mvainnsyn/mvainnsyn/xsd/simple.Value] lists its methods.
type Value = simple.Value

// Variety says how the values of a simple type are made (Part 2, section 2.5.1).
type Variety = simple.Variety

// Facet is one constraining facet as written in a schema. Several patterns in one derivation step are alternatives, those of
// different steps must all match; the enumeration values of one step are one set.
// [github.com/mvainnsyn/mvainnsyn/xsd/simple.Facet] lists its fields and methods.
type Facet = simple.Facet

// FacetKind is one of the twelve constraining facets (XSD 1.0 Part 2, section 4.3).
type FacetKind = simple.FacetKind

// WhiteSpace says what happens to white space before a text is checked. The values are ordered by how much they change.
// [github.com/mvainnsyn/mvainnsyn/xsd/simple.WhiteSpace] lists its methods.
type WhiteSpace = simple.WhiteSpace

// The varieties. VarietyAbsent is that of xs:anySimpleType alone.
const (
	VarietyAbsent = simple.VarietyAbsent
	VarietyAtomic = simple.VarietyAtomic
	VarietyList   = simple.VarietyList
	VarietyUnion  = simple.VarietyUnion
)

// The constraining facets, in the standard's order.
const (
	FacetLength         = simple.FacetLength
	FacetMinLength      = simple.FacetMinLength
	FacetMaxLength      = simple.FacetMaxLength
	FacetPattern        = simple.FacetPattern
	FacetEnumeration    = simple.FacetEnumeration
	FacetWhiteSpace     = simple.FacetWhiteSpace
	FacetMaxInclusive   = simple.FacetMaxInclusive
	FacetMaxExclusive   = simple.FacetMaxExclusive
	FacetMinExclusive   = simple.FacetMinExclusive
	FacetMinInclusive   = simple.FacetMinInclusive
	FacetTotalDigits    = simple.FacetTotalDigits
	FacetFractionDigits = simple.FacetFractionDigits
)

// What white space becomes before a text is checked.
const (
	WhiteSpacePreserve = simple.WhiteSpacePreserve
	WhiteSpaceReplace  = simple.WhiteSpaceReplace
	WhiteSpaceCollapse = simple.WhiteSpaceCollapse
)
