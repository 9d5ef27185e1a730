// This file holds how much room lists get to bounds that follow from the document.

package codec

import (
	"errors"
	"reflect"
	"slices"
	"testing"
	"unsafe"
)

func TestRoomOfLists(t *testing.T) {
	for name, c := range map[string]struct {
		expected    expectation
		size        uintptr
		length      int // 0 for a list without values
		least, most int
	}{
		"nothing known":                          {expectation{}, 8, 0, 1, 1},
		"one before":                             {expectation{likely: 1, count: 1, bytes: 10, left: 1000}, 8, 0, 1, 1},
		"as many as before":                      {expectation{likely: 6, count: 6, bytes: 600, left: 5000}, 8, 0, 6, 6},
		"no more than the document has room for": {expectation{likely: 100_000, count: 100_000, bytes: 1_000_000, left: 50}, 8, 0, 1, 6},
		"no more than some memory":               {expectation{likely: 1_000_000, count: 1_000_000, bytes: 4_000_000, left: 50_000_000}, 1000, 0, 1, largestFirst / 1000},
		"a value larger than that":               {expectation{likely: 9, count: 9, bytes: 9, left: 9000}, 2 * largestFirst, 0, 1, 1},
		"the second":                             {expectation{}, 8, 1, 3, 3},
		"twice as many where nothing is known":   {expectation{}, 8, 100, 100, 100},
		"the rest of the document":               {expectation{count: 100, bytes: 10_000, left: 15_000}, 8, 100, 151, 151},
		"no more than three times as many":       {expectation{count: 100, bytes: 400, left: 50_000_000}, 8, 100, 300, 300},
		"enough that growing stays cheap":        {expectation{count: 100, bytes: 10_000, left: 0}, 8, 100, 50, 50},
	} {
		got := 0
		if c.length == 0 {
			got = c.expected.first(c.size)
		} else {
			got = c.expected.more(c.length)
		}
		if got < c.least || got > c.most {
			t.Errorf("%s: room for %d values more, want %d to %d", name, got, c.least, c.most)
		}
	}
}

// Only types that are one string in memory share it; all others have memory of their own.
func TestAlikeInMemory(t *testing.T) {
	type named string
	type inner struct{ Text named }
	text := reflect.TypeFor[string]()
	for _, of := range []reflect.Type{text, reflect.TypeFor[named](), reflect.TypeFor[Date](), reflect.TypeFor[struct{ inner }]()} {
		if got := alikeInMemory(of); got != text {
			t.Errorf("%v is in memory of %v", of, got)
		}
	}
	for _, of := range []reflect.Type{
		reflect.TypeFor[int64](), reflect.TypeFor[struct{ n int64 }](), reflect.TypeFor[struct{ a, b string }](), reflect.TypeFor[[1]string](),
		reflect.TypeFor[struct{}](), reflect.TypeFor[*string](), reflect.TypeFor[[]byte](), reflect.TypeFor[struct{ inner any }](),
	} {
		if got := alikeInMemory(of); got != of {
			t.Errorf("%v is in memory of %v", of, got)
		}
	}
}

// What is not a pointer to the struct of the type is refused, whatever it points to.
func TestMemoryOfAnotherType(t *testing.T) {
	ofRoot(&StructElement{Name: labelledRoot, Type: "Labelled"})
	p := labelledType.compiled()
	type other labelled
	for _, v := range []any{nil, labelled{}, new(other), (*other)(nil), new(*labelled), 1} {
		if _, _, err := p.memory(v); err == nil || errors.Is(err, errNoValue) {
			t.Errorf("%T is taken: %v", v, err)
		}
	}
	if _, _, err := p.memory((*labelled)(nil)); !errors.Is(err, errNoValue) {
		t.Errorf("nil: %v", err)
	}
	v := new(labelled)
	if _, address, err := p.memory(v); err != nil || address != addressOf(v) {
		t.Errorf("the struct at %p is found at %p: %v", v, address, err)
	}
}

// A branch that is opened in place of another one is zero.
func TestOpenedInPlaceOfAnother(t *testing.T) {
	type pointer struct{ P *int }
	type text struct{ S string }
	var memory slabs
	holder := reflect.TypeFor[any]()
	for _, zero := range []any{pointer{}, text{}} {
		for _, before := range []any{nil, pointer{new(int)}, text{"a"}} {
			v := before
			b := newBoxed(holder, zero)
			p := b.open(wordsOf(&v), &memory)
			if want := reflect.TypeOf(before) == reflect.TypeOf(zero); want != reflect.DeepEqual(v, before) || !want && !reflect.DeepEqual(v, zero) {
				t.Errorf("%T in place of %#v is %#v", zero, before, v)
			}
			if p != b.value(wordsOf(&v)) {
				t.Errorf("%T in place of %#v is elsewhere", zero, before)
			}
		}
	}
}

// Where a document has as many items as the one before, the memory for them is all used.
func TestMemoryOfItems(t *testing.T) {
	memory := slabs{items: itemSlab{before: 400}}
	for range 100 {
		if n := cap(memory.takeItems(4)); n != 4 {
			t.Fatalf("room for %d items, want 4", n)
		}
	}
	if n := len(memory.items.piece); n > 0 {
		t.Errorf("room for %d items is left", n)
	}
}

// The largest piece takes no more than it has: Go gives room for no more pointers than it holds.
func TestLargestPieceIsFull(t *testing.T) {
	const pointers = largestPiece / int(unsafe.Sizeof(uintptr(0)))
	if got := cap(slices.Grow([]*int(nil), pointers)); got != pointers {
		t.Errorf("Go gives room for %d pointers, the piece has %d", got, pointers)
	}
}
