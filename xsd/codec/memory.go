// This file is the only one that works with addresses. The layout of a Go struct (layout.go) comes from reflection, once for each type;
// reading and writing then go to the fields directly. What is relied on beside package unsafe's rules: a slice is three words, and an
// interface is two, one for the type and one for the value or for a pointer to it. Tests run it with the compiler's checks of pointers.

package codec

import (
	"reflect"
	"sync/atomic"
	"unsafe"
)

// sliceWords is a slice in memory.
type sliceWords struct {
	first         unsafe.Pointer
	length, limit int
}

// lengthOffset is where the length of a slice is.
const lengthOffset = unsafe.Offsetof(sliceWords{}.length)

// isZero reports whether a word of a struct is zero.
func isZero(holder unsafe.Pointer, offset uint32) bool {
	return *(*uintptr)(unsafe.Add(holder, offset)) == 0
}

// interfaceWords is an interface value in memory: its type, and the value where that is one pointer, else a pointer to the value.
type interfaceWords struct{ kind, data unsafe.Pointer }

// wordsOf returns the words of a value.
func wordsOf(v *any) *interfaceWords { return (*interfaceWords)(unsafe.Pointer(v)) }

// pointerWord returns the word of an interface without methods that holds a pointer to a type.
func pointerWord(to reflect.Type) unsafe.Pointer {
	sample := reflect.Zero(reflect.PointerTo(to)).Interface()
	return wordsOf(&sample).kind
}

// textAt returns the string at an address.
func textAt(p unsafe.Pointer) *string { return (*string)(p) }

// anyElementAt returns the element at an address.
func anyElementAt(p unsafe.Pointer) *AnyElement { return (*AnyElement)(p) }

// interfaceAt returns an item of a slice of interfaces.
func interfaceAt(list *sliceWords, n int) *interfaceWords {
	return (*interfaceWords)(unsafe.Add(list.first, uintptr(n)*unsafe.Sizeof(interfaceWords{})))
}

// addressOf returns the address of a value.
func addressOf[T any](v *T) unsafe.Pointer { return unsafe.Pointer(v) }

// at returns the address of a field.
func at(holder unsafe.Pointer, offset uintptr) unsafe.Pointer { return unsafe.Add(holder, offset) }

// valueAt returns the value of type t at an address as one that reads and writes itself.
func valueAt(t reflect.Type, p unsafe.Pointer) XMLValue {
	return valueOf(reflect.NewAt(t, p).Interface())
}

// itemList is where structs of a type keep the items of ordered content.
type itemList struct {
	offset uintptr
	last   atomic.Int32 // how many the last struct has
}

// mostItems is for how many items a list gets room at first at most.
const mostItems = 16

// append adds a nil interface to the items of the struct at holder, and returns its address. The first room is for as many as the last struct has. Memory for
// interfaces is that of a slice of any, whose words are the same to the collector, whatever their type.
func (l *itemList) append(holder unsafe.Pointer, memory *slabs) *interfaceWords {
	s := (*sliceWords)(at(holder, l.offset))
	if s.length == s.limit {
		var all []any
		if s.length == 0 {
			all = memory.takeItems(max(1, min(mostItems, int(l.last.Load()))))
		} else {
			all = make([]any, max(s.length+3, 2*s.length))
			copy(all, unsafe.Slice((*any)(s.first), s.length))
		}
		s.first, s.limit = unsafe.Pointer(unsafe.SliceData(all)), len(all)
	}
	s.length++
	return interfaceAt(s, s.length-1)
}

// came notes how many items the struct at holder has. Writing what is there already would disturb other readers.
func (l *itemList) came(holder unsafe.Pointer) {
	n := int32(min(mostItems, (*sliceWords)(at(holder, l.offset)).length))
	if l.last.Load() != n {
		l.last.Store(n)
	}
}

// sliceKind is a type of slices.
type sliceKind struct {
	typ     reflect.Type
	pointer unsafe.Pointer // the word of an interface that holds a pointer to one; nil until it was asked for
}

// grow makes room for n more values in the slice at an address. What reflect.NewAt does as well, which looks up the type of the pointer each time.
func (k *sliceKind) grow(p unsafe.Pointer, n int) {
	word := atomic.LoadPointer(&k.pointer)
	if word == nil {
		word = pointerWord(k.typ)
		atomic.StorePointer(&k.pointer, word)
	}
	var pointer any
	*wordsOf(&pointer) = interfaceWords{word, p}
	reflect.ValueOf(pointer).Elem().Grow(n)
}

// append adds a zero value of a kind of memory to the slice of kind list at an address, and returns the value's address. Many lists are of one value, which has its
// place among those of the document.
func (m *slabs) append(list *sliceKind, k *memoryKind, p unsafe.Pointer) unsafe.Pointer {
	s := (*sliceWords)(p)
	switch {
	case s.length < s.limit:
	case s.limit > 0:
		list.grow(p, m.expected.more(s.length))
	default:
		if n := m.expected.first(k.size); n > 1 {
			list.grow(p, n)
			break
		}
		s.first, s.limit = m.take(k), 1
	}
	s.length++
	return unsafe.Add(s.first, uintptr(s.length-1)*k.size)
}

// expectation is what is known of how many values a list is going to have. The zero expectation knows nothing.
type expectation struct {
	likely int // of a list without values yet: how many the one before had
	count  int // how many values took the bytes
	bytes  int
	left   int // bytes of the document that are still to be read
}

// first returns for how many values of a size a list gets room at first.
func (e *expectation) first(size uintptr) int {
	if e.likely < 2 {
		return 1
	}
	return max(1, min(e.likely, e.room(), largestFirst/int(max(size, 1))))
}

// more returns for how many values a list of so many gets room.
func (e *expectation) more(length int) int {
	most := 3 * length
	if length == 1 || e.bytes == 0 {
		return min(most, max(length, 3))
	}
	return min(most, max(e.room(), length/2))
}

// room returns how many values the rest of the document has room for.
func (e *expectation) room() int { return e.left*e.count/max(e.bytes, 1) + 1 }

// slab is memory for values of one type that a document holds one by one behind pointers. The values of a document share pieces of
// memory; those of two documents never do, as one of them could then keep all of the other.
type slab struct {
	list   sliceKind // of the values, once there was one
	piece  sliceWords
	next   unsafe.Pointer
	left   int
	used   int // by this document
	before int // by the one before
}

// The bytes of the largest piece, which with the 8 that Go keeps before values with pointers fill what Go gives, and how many values the
// first piece has where nothing is known of the document.
const (
	largestPiece = 4096 - 8
	firstPiece   = 1
)

// largestFirst is how many bytes a list takes at first at most.
const largestFirst = 32 << 10

// slabs are those of a reader, by the number of their type.
type slabs struct {
	all      []slab
	used     []int       // the types of which the document has values
	expected expectation // of the list that is appended to next
	items    itemSlab
}

// itemSlab is memory for the items of ordered content.
type itemSlab struct {
	piece  []any // what is left of it
	used   int   // items of this document
	before int   // and of the one before
}

// takeItems returns room for so many items.
func (s *slabs) takeItems(n int) []any {
	one := &s.items
	if len(one.piece) < n {
		one.piece = make([]any, max(n, inPiece(one.used, one.before, unsafe.Sizeof(interfaceWords{}))))
	}
	items := one.piece[:n:n]
	one.piece = one.piece[n:]
	one.used += n
	return items
}

// memoryKind is what memory values of a Go type need. Those of one number share their memory.
type memoryKind struct {
	goType reflect.Type
	size   uintptr
	number int
}

// take returns the address of a new zero value.
func (s *slabs) take(k *memoryKind) unsafe.Pointer {
	if k.number >= len(s.all) {
		s.all = append(s.all, make([]slab, k.number+1-len(s.all))...)
	}
	one := &s.all[k.number]
	if one.left == 0 {
		s.fill(one, k)
	}
	p := one.next
	one.left--
	one.used++
	if one.left > 0 {
		one.next = unsafe.Add(p, k.size)
	}
	return p
}

// inPiece returns how many values of a size the next piece has room for: those that are still to come if the document has as many as the one before,
// or as many as it has already.
func inPiece(used, before int, size uintptr) int {
	n := max(used, firstPiece)
	if before > used {
		n = before - used
	}
	return max(1, min(n, largestPiece/int(max(size, 1))))
}

// fill gets memory for the values that come next.
func (s *slabs) fill(one *slab, k *memoryKind) {
	if one.used == 0 {
		s.used = append(s.used, k.number)
	}
	n := inPiece(one.used, one.before, k.size)
	one.piece, one.left = sliceWords{}, n
	if n == 1 {
		one.next = reflect.New(k.goType).UnsafePointer() // at half the price of a list of one
		return
	}
	if one.list.typ == nil {
		one.list.typ = k.listOf()
	}
	one.list.grow(unsafe.Pointer(&one.piece), n)
	one.next = one.piece.first
}

// reset forgets the memory of a document.
func (s *slabs) reset() {
	for _, n := range s.used {
		one := &s.all[n]
		one.piece, one.next, one.left = sliceWords{}, nil, 0
		one.before, one.used = one.used, 0
	}
	s.used = s.used[:0]
	s.items = itemSlab{before: s.items.used}
	s.expected = expectation{}
}

// boxed is how an interface holds a value of a struct type.
type boxed struct {
	memory memoryKind
	kind   unsafe.Pointer // the type's word
	direct bool           // the value is one pointer, which the interface holds itself
}

// newBoxed finds out how an interface of type holder holds values of the type of zero, by looking at one.
func newBoxed(holder reflect.Type, zero any) boxed {
	sample := reflect.New(holder)
	sample.Elem().Set(reflect.ValueOf(zero))
	words := (*interfaceWords)(sample.UnsafePointer())
	return boxed{memory: newMemoryKind(reflect.TypeOf(zero)), kind: words.kind, direct: words.data == nil}
}

// value returns the address of the value in an interface that holds one of this type.
func (b *boxed) value(words *interfaceWords) unsafe.Pointer {
	if b.direct {
		return unsafe.Pointer(&words.data)
	}
	return words.data
}

// open makes an interface hold a value of the type, unless it does already, and returns the address of that value.
func (b *boxed) open(words *interfaceWords, memory *slabs) unsafe.Pointer {
	if words.kind != b.kind {
		return b.fill(words, memory)
	}
	return b.value(words)
}

// fill makes an interface hold a new zero value of the type, and returns the address of that value.
func (b *boxed) fill(words *interfaceWords, memory *slabs) unsafe.Pointer {
	words.kind = b.kind
	if b.direct {
		words.data = nil
		return unsafe.Pointer(&words.data)
	}
	words.data = memory.take(&b.memory)
	return words.data
}

// pointed is how an interface holds a pointer to a struct.
type pointed struct {
	memory memoryKind // of the struct
	kind   unsafe.Pointer
}

// newPointed finds out how an interface of type holder holds pointers to a struct type.
func newPointed(holder, structType reflect.Type) *pointed {
	sample := reflect.New(holder)
	sample.Elem().Set(reflect.Zero(reflect.PointerTo(structType)))
	return &pointed{memory: newMemoryKind(structType), kind: (*interfaceWords)(sample.UnsafePointer()).kind}
}

// point makes an interface hold a pointer to a new struct, and returns its address.
func (k *pointed) point(words *interfaceWords, memory *slabs) unsafe.Pointer {
	words.data = memory.take(&k.memory)
	words.kind = k.kind
	return words.data
}

// storeInt stores a number as an integer of so many bytes.
func storeInt(p unsafe.Pointer, size uintptr, n int64) {
	switch size {
	case 1:
		*(*int8)(p) = int8(n)
	case 2:
		*(*int16)(p) = int16(n)
	case 4:
		*(*int32)(p) = int32(n)
	default:
		*(*int64)(p) = n
	}
}

// loadInt is the counterpart of storeInt.
func loadInt(p unsafe.Pointer, size uintptr) int64 {
	switch size {
	case 1:
		return int64(*(*int8)(p))
	case 2:
		return int64(*(*int16)(p))
	case 4:
		return int64(*(*int32)(p))
	}
	return *(*int64)(p)
}

// storeUint stores a number as an unsigned integer of so many bytes.
func storeUint(p unsafe.Pointer, size uintptr, n uint64) {
	switch size {
	case 1:
		*(*uint8)(p) = uint8(n)
	case 2:
		*(*uint16)(p) = uint16(n)
	case 4:
		*(*uint32)(p) = uint32(n)
	default:
		*(*uint64)(p) = n
	}
}

// loadUint is the counterpart of storeUint.
func loadUint(p unsafe.Pointer, size uintptr) uint64 {
	switch size {
	case 1:
		return uint64(*(*uint8)(p))
	case 2:
		return uint64(*(*uint16)(p))
	case 4:
		return uint64(*(*uint32)(p))
	}
	return *(*uint64)(p)
}

// storeFloat stores a number as a float of so many bytes.
func storeFloat(p unsafe.Pointer, size uintptr, n float64) {
	if size == 4 {
		*(*float32)(p) = float32(n)
		return
	}
	*(*float64)(p) = n
}

// loadFloat is the counterpart of storeFloat.
func loadFloat(p unsafe.Pointer, size uintptr) float64 {
	if size == 4 {
		return float64(*(*float32)(p))
	}
	return *(*float64)(p)
}
