// This file finds what there is to write in a struct. Most types have many fields of which a value uses few, so where to see that there is nothing is kept apart from
// all else that is known of a part.

package codec

import (
	"math"
	"unsafe"
)

// emptyWords says where to see that there is nothing to write of parts: for each the offset of a word of the struct that is zero then, or unknown.
type emptyWords []uint32

// unknown is the offset for parts of which no single word says that there is nothing to write.
const unknown = math.MaxUint32

// emptyAt returns the offset of a word of the struct that is zero where there is nothing to write in XML.
func (q *directPart) emptyAt() uint32 {
	offset := q.offset
	switch {
	case q.occurs == optional && q.least == 0:
	case q.occurs == many && q.optional:
		offset += lengthOffset
	case q.occurs == one && q.optional && (q.kind == choice || q.holds == typedValue && !q.item):
	default:
		return unknown
	}
	if offset >= unknown {
		return unknown
	}
	return uint32(offset)
}

// emptyInJSON is emptyAt for JSON, where an empty array may be written.
func (q *directPart) emptyInJSON() uint32 {
	if q.facts != nil && q.facts.emptyArray {
		return unknown
	}
	return q.emptyAt()
}

// isEmpty reports whether there is nothing to write of the part with this offset.
func isEmpty(holder unsafe.Pointer, offset uint32) bool {
	return offset != unknown && isZero(holder, offset)
}
