// The built-in types that appear in generated structs as Go's basic types: defined types over those, for the methods of
// reading and writing.

package xsd

import "strconv"

// Boolean is a value of xs:boolean (Part 2, section 3.2.2).
type Boolean bool

// The integer types of bounded size (Part 2, sections 3.3.16 to 3.3.24).
type (
	// Byte is a value of xs:byte.
	Byte int8
	// Short is a value of xs:short.
	Short int16
	// Int is a value of xs:int.
	Int int32
	// Long is a value of xs:long.
	Long int64
	// UnsignedByte is a value of xs:unsignedByte.
	UnsignedByte uint8
	// UnsignedShort is a value of xs:unsignedShort.
	UnsignedShort uint16
	// UnsignedInt is a value of xs:unsignedInt.
	UnsignedInt uint32
	// UnsignedLong is a value of xs:unsignedLong.
	UnsignedLong uint64
)

var booleanSpace = &primitive[truth]{
	facets: booleanFacets,
	valid:  isBoolean,
	read:   func(text string, _ PrefixResolver) (truth, bool) { return truth(parseBoolean(text)), true },
}

func isBoolean(text string) bool {
	switch text {
	case "true", "false", "1", "0":
		return true
	}
	return false
}

// parseBoolean takes a text that isBoolean accepts.
func parseBoolean(text string) bool { return text == "true" || text == "1" }

// parseSigned takes a text that xs:long, or a type derived from it, accepts.
func parseSigned(text string) int64 {
	value, _ := strconv.ParseInt(text, 10, 64)
	return value
}

// parseUnsigned takes a text that xs:unsignedLong, or a type derived from it, accepts: "+7" and "-0" are among them.
func parseUnsigned(text string) uint64 {
	value, _ := strconv.ParseUint(text[afterSign(text):], 10, 64)
	return value
}

// truth is a value of xs:boolean.
type truth bool

func (b truth) compare(c truth) (order int, ok bool) { return 0, b == c }

func (b truth) appendKey(key []byte) []byte { return strconv.AppendBool(key, bool(b)) }
