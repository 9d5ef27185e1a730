// The built-in types that appear in generated structs as Go's basic types: defined types over those, for the methods of
// reading and writing.

package simple

import "strconv"

var booleanSpace = &primitive[truth]{
	facets: booleanFacets,
	valid:  IsBoolean,
	read:   func(text string, _ PrefixResolver) (truth, bool) { return truth(ParseBoolean(text)), true },
}

func IsBoolean(text string) bool {
	switch text {
	case "true", "false", "1", "0":
		return true
	}
	return false
}

// ParseBoolean takes a text that isBoolean accepts.
func ParseBoolean(text string) bool { return text == "true" || text == "1" }

// ParseSigned takes a text that xs:long, or a type derived from it, accepts.
func ParseSigned(text string) int64 {
	value, _ := strconv.ParseInt(text, 10, 64)
	return value
}

// ParseUnsigned takes a text that xs:unsignedLong, or a type derived from it, accepts: "+7" and "-0" are among them.
func ParseUnsigned(text string) uint64 {
	value, _ := strconv.ParseUint(text[afterSign(text):], 10, 64)
	return value
}

// truth is a value of xs:boolean.
type truth bool

func (b truth) compare(c truth) (order int, ok bool) { return 0, b == c }

func (b truth) appendKey(key []byte) []byte { return strconv.AppendBool(key, bool(b)) }
