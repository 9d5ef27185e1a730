// The built-in types of XSD 1.0 (Part 2, section 3): one table of their spaces, bases and facets.

package simple

import (
	"slices"

	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

// builtIn is what only the standard's own types have.
type builtIn struct {
	space   space                  // nil for xs:anySimpleType and lists
	valid   func(text string) bool // the lexical space, narrower than that of the base
	accepts string                 // what a text must be, for messages
}

// BuiltIn returns the built-in simple type of a local name such as "date" or "anySimpleType"; nil where there is none.
func BuiltIn(local string) *SimpleType { return builtInsByName[local] }

// BuiltIns returns all built-in simple types, bases before what is derived from them.
func BuiltIns() []*SimpleType { return slices.Clone(builtIns) }

var typeAnySimpleType = &SimpleType{
	name: builtInName("anySimpleType"), builtIn: &builtIn{accepts: "any text"},
}

// The primitive types.
var (
	typeString       = primitiveType("string", stringSpace, "any text", "preserve")
	typeBoolean      = primitiveType("boolean", booleanSpace, "true, false, 1 or 0", "")
	typeDecimal      = primitiveType("decimal", decimalSpace, "a number like -12.50, without an exponent", "")
	typeFloat        = primitiveType("float", floatSpace, "a number like -1.5E3, INF, -INF or NaN", "")
	typeDouble       = primitiveType("double", doubleSpace, "a number like -1.5E3, INF, -INF or NaN", "")
	typeDuration     = primitiveType("duration", durationSpace, "a duration like P1Y2M3DT4H5M6.7S, at least one part", "")
	typeDateTime     = primitiveType("dateTime", dateTimeSpace, "an existing date and time like 2022-04-11T13:20:00, perhaps with a zone (Z, +02:00)", "")
	typeTime         = primitiveType("time", timeSpace, "a time like 13:20:00, perhaps with a zone (Z, +02:00)", "")
	typeDate         = primitiveType("date", dateSpace, "an existing date like 2022-04-11, perhaps with a zone (Z, +02:00)", "")
	typeGYearMonth   = primitiveType("gYearMonth", gYearMonthSpace, "a year and month like 2022-04, perhaps with a zone (Z, +02:00)", "")
	typeGYear        = primitiveType("gYear", gYearSpace, "a year of at least four digits like 2022, perhaps with a zone (Z, +02:00)", "")
	typeGMonthDay    = primitiveType("gMonthDay", gMonthDaySpace, "a month and day like --04-11, perhaps with a zone (Z, +02:00)", "")
	typeGDay         = primitiveType("gDay", gDaySpace, "a day like ---11, perhaps with a zone (Z, +02:00)", "")
	typeGMonth       = primitiveType("gMonth", gMonthSpace, "a month like --04, perhaps with a zone (Z, +02:00)", "")
	typeHexBinary    = primitiveType("hexBinary", hexSpace, "pairs of hexadecimal digits", "")
	typeBase64Binary = primitiveType("base64Binary", base64Space, "base64 with its padding", "")
	typeAnyURI       = primitiveType("anyURI", uriSpace, "a URI or a reference to one, % only before two hexadecimal digits", "")
	typeQName        = primitiveType("QName", nameSpace, "a name like local or prefix:local, the prefix bound to a namespace", "")
	typeNOTATION     = primitiveType("NOTATION", nameSpace, "the name of a notation like local or prefix:local, the prefix bound to a namespace", "")
)

// The types derived from xs:string.
var (
	typeNormalizedString = derivedType("normalizedString", typeString, nil, "any text", whiteSpaceFacet("replace", false))
	typeToken            = derivedType("token", typeNormalizedString, nil, "any text", whiteSpaceFacet("collapse", false))
	typeLanguage         = derivedType("language", typeToken, isLanguage, "a language tag like nb or en-GB")
	typeNMTOKEN          = derivedType("NMTOKEN", typeToken, isNMTOKEN, "letters, digits and . - _ : only")
	typeXMLName          = derivedType("Name", typeToken, isName, "a letter, _ or :, then letters, digits and . - _ :")
	typeNCName           = derivedType("NCName", typeXMLName, IsNCName, "a letter or _, then letters, digits and . - _")
	typeID               = derivedType("ID", typeNCName, IsNCName, "a letter or _, then letters, digits and . - _")
	typeIDREF            = derivedType("IDREF", typeNCName, IsNCName, "a letter or _, then letters, digits and . - _")
	typeENTITY           = derivedType("ENTITY", typeNCName, IsNCName, "a letter or _, then letters, digits and . - _")
	typeNMTOKENS         = builtInList("NMTOKENS", typeNMTOKEN)
	typeIDREFS           = builtInList("IDREFS", typeIDREF)
	typeENTITIES         = builtInList("ENTITIES", typeENTITY)
)

const wholeNumber = "digits, perhaps with a sign before them"

// The types derived from xs:decimal.
var (
	typeInteger            = derivedType("integer", typeDecimal, IsInteger, wholeNumber, Facet{Kind: FacetFractionDigits, Value: "0", Fixed: true})
	typeNonPositiveInteger = integerType("nonPositiveInteger", typeInteger, "", "0")
	typeNegativeInteger    = integerType("negativeInteger", typeNonPositiveInteger, "", "-1")
	typeLong               = integerType("long", typeInteger, "-9223372036854775808", "9223372036854775807")
	typeInt                = integerType("int", typeLong, "-2147483648", "2147483647")
	typeShort              = integerType("short", typeInt, "-32768", "32767")
	typeByte               = integerType("byte", typeShort, "-128", "127")
	typeNonNegativeInteger = integerType("nonNegativeInteger", typeInteger, "0", "")
	typeUnsignedLong       = integerType("unsignedLong", typeNonNegativeInteger, "", "18446744073709551615")
	typeUnsignedInt        = integerType("unsignedInt", typeUnsignedLong, "", "4294967295")
	typeUnsignedShort      = integerType("unsignedShort", typeUnsignedInt, "", "65535")
	typeUnsignedByte       = integerType("unsignedByte", typeUnsignedShort, "", "255")
	typePositiveInteger    = integerType("positiveInteger", typeNonNegativeInteger, "1", "")
)

var builtIns = []*SimpleType{
	typeAnySimpleType,
	typeString, typeBoolean, typeDecimal, typeFloat, typeDouble, typeDuration, typeDateTime, typeTime, typeDate,
	typeGYearMonth, typeGYear, typeGMonthDay, typeGDay, typeGMonth, typeHexBinary, typeBase64Binary, typeAnyURI, typeQName,
	typeNOTATION,
	typeNormalizedString, typeToken, typeLanguage, typeNMTOKEN, typeXMLName, typeNCName, typeID, typeIDREF, typeENTITY,
	typeNMTOKENS, typeIDREFS, typeENTITIES,
	typeInteger, typeNonPositiveInteger, typeNegativeInteger, typeLong, typeInt, typeShort, typeByte,
	typeNonNegativeInteger, typeUnsignedLong, typeUnsignedInt, typeUnsignedShort, typeUnsignedByte, typePositiveInteger,
}

var builtInsByName = func() map[string]*SimpleType {
	byName := make(map[string]*SimpleType, len(builtIns))
	for _, t := range builtIns {
		byName[t.name.Local] = t
	}
	return byName
}()

func builtInName(local string) source.Name { return source.Name{Space: Namespace, Local: local} }

func whiteSpaceFacet(value string, fixed bool) Facet {
	return Facet{Kind: FacetWhiteSpace, Value: value, Fixed: fixed}
}

// primitiveType makes a primitive type. White space is "" for the fixed collapse that all but xs:string have.
func primitiveType[T datum[T]](local string, space *primitive[T], accepts, white string) *SimpleType {
	facet := whiteSpaceFacet(white, false)
	if white == "" {
		facet = whiteSpaceFacet("collapse", true)
	}
	return &SimpleType{
		name: builtInName(local), base: typeAnySimpleType, variety: VarietyAtomic,
		builtIn: &builtIn{space: space, valid: space.valid, accepts: accepts},
		facets:  []Facet{facet},
	}
}

func derivedType(local string, base *SimpleType, valid func(string) bool, accepts string, facets ...Facet) *SimpleType {
	t := Restrict(builtInName(local), base, facets...)
	t.builtIn = &builtIn{space: base.builtIn.space, valid: valid, accepts: accepts}
	return t
}

// integerType bounds base; least and greatest are "" where the base's bound remains.
func integerType(local string, base *SimpleType, least, greatest string) *SimpleType {
	var facets []Facet
	if least != "" {
		facets = append(facets, Facet{Kind: FacetMinInclusive, Value: least})
	}
	if greatest != "" {
		facets = append(facets, Facet{Kind: FacetMaxInclusive, Value: greatest})
	}
	return derivedType(local, base, IsInteger, wholeNumber, facets...)
}

// builtInList makes a list type of at least one item.
func builtInList(local string, item *SimpleType) *SimpleType {
	t := Restrict(builtInName(local), ListOf(source.Name{}, item), Facet{Kind: FacetMinLength, Value: "1"})
	t.builtIn = &builtIn{accepts: "a list of " + item.String() + ", at least one"}
	return t
}
