// Conditional inclusion: attributes of the versioning namespace say for which processors an element is meant (XSD 1.1 Part 1, section 4.2.2). They
// are obeyed as a processor of XSD 1.0 with its built-in types and facets and no others.

package load

import (
	"strconv"
	"strings"
)

// VersioningNamespace is that of vc:minVersion and its like.
const VersioningNamespace = "http://www.w3.org/2007/XMLSchema-versioning"

// ours is the version of XSD that schemas are read as.
const ours = 1.0

// meant reports whether e is meant for a processor of XSD 1.0.
func (e *Element) meant() bool {
	for _, a := range e.Attrs {
		if a.Name.Space == VersioningNamespace && !e.satisfied(a) {
			return false
		}
	}
	return true
}

// satisfied reports whether a condition holds. One that is malformed, or that nobody knows, does.
func (e *Element) satisfied(a Attr) bool {
	switch a.Name.Local {
	case "minVersion":
		version, err := strconv.ParseFloat(Collapse(a.Value), 64)
		return err != nil || version <= ours
	case "maxVersion":
		version, err := strconv.ParseFloat(Collapse(a.Value), 64)
		return err != nil || version > ours
	case "typeAvailable":
		return e.knowsAll(a.Value, types10)
	case "typeUnavailable":
		return !e.knowsAll(a.Value, types10)
	case "facetAvailable":
		return e.knowsAll(a.Value, facets10)
	case "facetUnavailable":
		return !e.knowsAll(a.Value, facets10)
	}
	return true
}

// knowsAll reports whether all names in a list are of XSD's namespace and known.
func (e *Element) knowsAll(list string, known map[string]bool) bool {
	for _, name := range strings.Fields(list) {
		prefix, local, prefixed := strings.Cut(name, ":")
		if !prefixed {
			prefix, local = "", name
		}
		if space, _ := e.Scope.LookupPrefix(prefix); space != XSDNamespace || !known[local] {
			return false
		}
	}
	return true
}

func namesOf(list string) map[string]bool {
	names := map[string]bool{}
	for _, name := range strings.Fields(list) {
		names[name] = true
	}
	return names
}

// types10 and facets10 are the built-in types and the facets of XSD 1.0 (Part 2, chapters 3 and 4).
var (
	types10 = namesOf(`anyType anySimpleType string boolean decimal float double duration dateTime time date gYearMonth gYear gMonthDay gDay gMonth
		hexBinary base64Binary anyURI QName NOTATION normalizedString token language NMTOKEN NMTOKENS Name NCName ID IDREF IDREFS ENTITY ENTITIES
		integer nonPositiveInteger negativeInteger long int short byte nonNegativeInteger unsignedLong unsignedInt unsignedShort unsignedByte
		positiveInteger`)
	facets10 = namesOf(`length minLength maxLength pattern enumeration whiteSpace maxInclusive maxExclusive minInclusive minExclusive totalDigits
		fractionDigits`)
)
