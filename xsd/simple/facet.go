// Constraining facets as plain data (Part 2, section 4.3), which of them apply to which types, and how two of one kind compare.

package simple

import (
	"errors"
	"strconv"
)

// FacetKind is one of the twelve constraining facets (XSD 1.0 Part 2, section 4.3).
type FacetKind uint8

// The constraining facets, in the standard's order.
const (
	FacetLength FacetKind = iota + 1
	FacetMinLength
	FacetMaxLength
	FacetPattern
	FacetEnumeration
	FacetWhiteSpace
	FacetMaxInclusive
	FacetMaxExclusive
	FacetMinExclusive
	FacetMinInclusive
	FacetTotalDigits
	FacetFractionDigits
)

var facetNames = [...]string{
	FacetLength: "length", FacetMinLength: "minLength", FacetMaxLength: "maxLength",
	FacetPattern: "pattern", FacetEnumeration: "enumeration", FacetWhiteSpace: "whiteSpace",
	FacetMaxInclusive: "maxInclusive", FacetMaxExclusive: "maxExclusive",
	FacetMinExclusive: "minExclusive", FacetMinInclusive: "minInclusive",
	FacetTotalDigits: "totalDigits", FacetFractionDigits: "fractionDigits",
}

// String returns the facet's element name in a schema, such as "maxLength".
func (k FacetKind) String() string {
	if k == 0 || int(k) >= len(facetNames) {
		return "FacetKind(" + strconv.Itoa(int(k)) + ")"
	}
	return facetNames[k]
}

// FacetKindOf returns the facet whose element name in a schema is local; ok is false where there is none of that name.
func FacetKindOf(local string) (kind FacetKind, ok bool) {
	for k := FacetLength; k <= FacetFractionDigits; k++ {
		if facetNames[k] == local {
			return k, true
		}
	}
	return 0, false
}

// Facet is one constraining facet as written in a schema. Several patterns in one derivation step are alternatives, those of
// different steps must all match; the enumeration values of one step are one set.
type Facet struct {
	Kind  FacetKind
	Value string
	// Fixed forbids types derived from this one to change the facet.
	Fixed bool
	// Namespaces resolves the prefix of an enumeration value of xs:QName or xs:NOTATION; nil for all other types.
	Namespaces Prefixes
}

// Prefixes are namespace bindings as plain data: prefix to namespace name, "" for the default namespace.
type Prefixes map[string]string

// LookupPrefix implements [PrefixResolver].
func (p Prefixes) LookupPrefix(prefix string) (uri string, ok bool) {
	uri, ok = p[prefix]
	return uri, ok
}

// PrefixResolver knows the namespace bindings in scope. It is asked for xs:QName and xs:NOTATION only; ok is false for a
// prefix without a binding.
type PrefixResolver interface {
	LookupPrefix(prefix string) (uri string, ok bool)
}

// FacetError says why a text is not of a type. Rule is the W3C's name of the clause, such as "cvc-pattern-valid" or, where the
// text is not in the lexical space of the built-in type at all, "cvc-datatype-valid.1.2.1". Message names the value
// (shortened), the limit and what would be accepted.
type FacetError struct {
	Rule    string
	Message string
}

// Error returns "rule: message".
func (e *FacetError) Error() string { return e.Rule + ": " + e.Message }

// FacetFault is a facet whose value means nothing for the type it was given to: a pattern that is no regular expression,
// a bound or an enumeration value that is no value of the base type, a length that is no number. Index counts the facets as
// they were passed to [Restrict].
type FacetFault struct {
	Index   int
	Message string
}

// faultOf is the fault of a facet. The rule of its error is left out: it is one for documents.
func faultOf(index int, err error) FacetFault {
	var value *FacetError
	if errors.As(err, &value) {
		return FacetFault{Index: index, Message: value.Message}
	}
	return FacetFault{Index: index, Message: err.Error()}
}

// facetSet is a set of facet kinds.
type facetSet uint16

func facets(kinds ...FacetKind) facetSet {
	var set facetSet
	for _, k := range kinds {
		set |= 1 << k
	}
	return set
}

func (s facetSet) has(kind FacetKind) bool { return s&(1<<kind) != 0 }

// What applies to what (Part 2, section 4.1.5).
var (
	lengthFacets  = facets(FacetLength, FacetMinLength, FacetMaxLength)
	boundFacets   = facets(FacetMaxInclusive, FacetMaxExclusive, FacetMinExclusive, FacetMinInclusive)
	digitFacets   = facets(FacetTotalDigits, FacetFractionDigits)
	countFacets   = lengthFacets | digitFacets
	unionFacets   = facets(FacetPattern, FacetEnumeration)
	listFacets    = unionFacets | lengthFacets | facets(FacetWhiteSpace)
	booleanFacets = facets(FacetPattern, FacetWhiteSpace)
	textFacets    = listFacets
	orderedFacets = unionFacets | boundFacets | facets(FacetWhiteSpace)
	decimalFacets = orderedFacets | digitFacets
)
