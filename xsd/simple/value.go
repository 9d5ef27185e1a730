// Value: one value of a simple type's value space, with the standard's equality and order (Part 2, section 2.2).

package simple

import "strconv"

// Value is a value of a simple type. The zero Value is equal to none but itself.
type Value struct {
	typ   *SimpleType
	text  string
	datum valueDatum // nil for a list
	items []Value    // of a list
}

// datum is a value of a primitive type in canonical form: Go's == is the equality of the value space.
type datum[T any] interface {
	comparable
	// compare is the order of the value space; ok is false where the standard leaves two values without one. For types
	// without order, equal values compare as 0 and others are without order.
	compare(T) (order int, ok bool)
	// appendKey appends a text that equal values share and no others of the same primitive type.
	appendKey(key []byte) []byte
}

// valueDatum is a datum whose Go type is known at run time only; it is comparable.
type valueDatum interface {
	compareTo(valueDatum) (order int, ok bool)
	appendKey(key []byte) []byte
}

// boxed makes a valueDatum of a datum.
type boxed[T datum[T]] struct{ value T }

func (b boxed[T]) compareTo(other valueDatum) (order int, ok bool) {
	o, ok := other.(boxed[T])
	if !ok {
		return 0, false
	}
	return b.value.compare(o.value)
}

func (b boxed[T]) appendKey(key []byte) []byte { return b.value.appendKey(key) }

// Type returns the type the value was parsed with.
func (v Value) Type() *SimpleType { return v.typ }

// String returns the text of the value as it was written, white space normalised.
func (v Value) String() string { return v.text }

// Items returns the items of a list value, nil for all others. The caller must not change the slice.
func (v Value) Items() []Value { return v.items }

// Equal reports whether v and w are one value. Values of different primitive types are never equal, nor is a list equal to
// an item; NaN equals itself.
func (v Value) Equal(w Value) bool {
	if (v.typ == nil) != (w.typ == nil) || v.datum != w.datum || v.primitive() != w.primitive() || len(v.items) != len(w.items) {
		return false
	}
	for i, item := range v.items {
		if !item.Equal(w.items[i]) {
			return false
		}
	}
	return !v.untyped() || v.text == w.text
}

// untyped reports whether v is of xs:anySimpleType, where the text is all there is.
func (v Value) untyped() bool { return v.typ != nil && v.typ.Variety() == VarietyAbsent }

// Compare returns the order of v and w in the value space: negative, 0 or positive. ok is false where the standard gives no
// order: values of different primitive types, unequal values of a type without order, and some pairs of dates (one with
// a zone, one without) and of durations.
func (v Value) Compare(w Value) (order int, ok bool) {
	if v.datum == nil || w.datum == nil || v.primitive() != w.primitive() {
		return 0, v.Equal(w)
	}
	return v.datum.compareTo(w.datum)
}

// Key returns a text that is the same for equal values and different for all others, for use in maps.
func (v Value) Key() string { return string(v.appendKey(nil)) }

// primitive distinguishes values of different primitive types: for lists and for xs:anySimpleType it is nil.
func (v Value) primitive() *SimpleType {
	if v.typ == nil {
		return nil
	}
	return v.typ.Primitive()
}

// appendKey separates items by their lengths, so that no item can pass for two.
func (v Value) appendKey(key []byte) []byte {
	if v.datum != nil {
		if p := v.primitive(); p != nil {
			key = append(key, p.name.Local...)
		}
		return v.datum.appendKey(append(key, ' '))
	}
	if v.untyped() {
		return append(key, v.text...)
	}
	for _, item := range v.items {
		one := item.appendKey(nil)
		key = strconv.AppendInt(key, int64(len(one)), 10)
		key = append(append(key, ':'), one...)
	}
	return key
}
