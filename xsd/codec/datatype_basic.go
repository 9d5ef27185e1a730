// The built-in types that appear in generated structs as Go's basic types: defined types over those, for the methods of
// reading and writing.

package codec

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
