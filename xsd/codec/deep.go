// This file copies and compares what generated code knows no type of: values behind interfaces, and what wildcards let in.

package codec

import (
	"maps"
	"reflect"
	"slices"
)

// deepCloner is implemented by pointers to structs generated with Clone, deepEqualer by those with Equal.
type deepCloner interface{ CloneXSD() XMLValue }

type deepEqualer interface{ EqualXSD(XMLValue) bool }

// CloneValue returns a deep copy of a value behind an interface. Types generated with Clone copy themselves; others, which a wildcard or
// the runtime brought there, are copied by reflection.
func CloneValue[T XMLValue](v T) T {
	copied, _ := cloneValue(v).(T)
	return copied
}

func cloneValue(v XMLValue) XMLValue {
	if v == nil {
		return nil
	}
	if own, ok := v.(deepCloner); ok {
		return own.CloneXSD()
	}
	copied, _ := cloneReflected(reflect.ValueOf(v)).Interface().(XMLValue)
	return copied
}

// cloneReflected copies what a value of a generated type consists of. Fields that nobody can see hold texts, or what never changes.
func cloneReflected(v reflect.Value) reflect.Value {
	copied := reflect.New(v.Type()).Elem()
	copied.Set(v)
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			copied.Set(reflect.New(v.Type().Elem()))
			copied.Elem().Set(cloneReflected(v.Elem()))
		}
	case reflect.Interface:
		if !v.IsNil() {
			copied.Set(cloneReflected(v.Elem()))
		}
	case reflect.Slice:
		copied.Set(reflect.AppendSlice(reflect.Zero(v.Type()), v))
		for i := range copied.Len() {
			copied.Index(i).Set(cloneReflected(v.Index(i)))
		}
	case reflect.Map:
		copied.Set(cloneMap(v))
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				copied.Field(i).Set(cloneReflected(v.Field(i)))
			}
		}
	}
	return copied
}

// cloneMap copies namespace bindings.
func cloneMap(v reflect.Value) reflect.Value {
	if v.IsNil() {
		return v
	}
	copied := reflect.MakeMap(v.Type())
	for key, value := range v.Seq2() {
		copied.SetMapIndex(key, value)
	}
	return copied
}

// EqualValues reports whether two values behind interfaces have the same type and are equal.
func EqualValues(a, b XMLValue) bool {
	if a == nil || b == nil {
		return a == nil && b == nil
	}
	if own, ok := a.(deepEqualer); ok {
		return own.EqualXSD(b)
	}
	return equalReflected(reflect.ValueOf(a), reflect.ValueOf(b))
}

// equalReflected compares two values as the methods Equal of generated types do: a list without values is one, be it nil or not, and a
// type with a method Equal says itself what that means.
func equalReflected(a, b reflect.Value) bool {
	if !a.IsValid() || !b.IsValid() || a.Type() != b.Type() {
		return a.IsValid() == b.IsValid() && !a.IsValid()
	}
	if equal, ok := equalByMethod(a, b); ok {
		return equal
	}
	switch a.Kind() {
	case reflect.Pointer, reflect.Interface:
		if a.IsNil() || b.IsNil() {
			return a.IsNil() && b.IsNil()
		}
		return equalReflected(a.Elem(), b.Elem())
	case reflect.Slice:
		if a.Len() != b.Len() {
			return false
		}
		for i := range a.Len() {
			if !equalReflected(a.Index(i), b.Index(i)) {
				return false
			}
		}
		return true
	case reflect.Struct:
		return equalFields(a, b)
	case reflect.Float32, reflect.Float64:
		return EqualFloats(a.Float(), b.Float())
	case reflect.Map:
		return reflect.DeepEqual(a.Interface(), b.Interface()) || a.Len() == 0 && b.Len() == 0
	}
	return a.Equal(b)
}

// equalFields compares structs field by field; where some cannot be seen, the struct is one of texts.
func equalFields(a, b reflect.Value) bool {
	for i := range a.NumField() {
		if !a.Type().Field(i).IsExported() {
			return a.Equal(b)
		}
		if !equalReflected(a.Field(i), b.Field(i)) {
			return false
		}
	}
	return true
}

// equalByMethod compares by a method Equal that takes another value of the same type, if there is one.
func equalByMethod(a, b reflect.Value) (equal, ok bool) {
	if a.Kind() == reflect.Interface || a.Kind() == reflect.Pointer && (a.IsNil() || b.IsNil()) {
		return false, false
	}
	m, ok := a.Type().MethodByName("Equal")
	if !ok || m.Type.NumIn() != 2 || m.Type.In(1) != a.Type() || m.Type.NumOut() != 1 || m.Type.Out(0).Kind() != reflect.Bool {
		return false, false
	}
	return m.Func.Call([]reflect.Value{a, b})[0].Bool(), true
}

// EqualFloats reports whether two numbers are equal; NaN equals itself, as in XSD.
func EqualFloats[T ~float32 | ~float64](a, b T) bool { return a == b || a != a && b != b }

// EqualOptional reports whether two optional values are both absent or equal.
func EqualOptional[T comparable](a, b *T) bool {
	return a == nil && b == nil || a != nil && b != nil && *a == *b
}

// EqualOptionalFunc is EqualOptional for values that a function compares.
func EqualOptionalFunc[T any](a, b *T, equal func(a, b T) bool) bool {
	return a == nil && b == nil || a != nil && b != nil && equal(*a, *b)
}

// CloneAnyElement returns a deep copy.
func CloneAnyElement(e AnyElement) AnyElement {
	e.Namespaces, e.Attributes, e.Content = maps.Clone(e.Namespaces), slices.Clone(e.Attributes), cloneAnyContent(e.Content)
	e.Value = cloneValue(e.Value)
	return e
}

// CloneAnyType returns a deep copy.
func CloneAnyType(t AnyType) AnyType {
	t.Namespaces, t.Attributes, t.Content = maps.Clone(t.Namespaces), slices.Clone(t.Attributes), cloneAnyContent(t.Content)
	t.Value = cloneValue(t.Value)
	return t
}

func cloneAnyContent(content []AnyContent) []AnyContent {
	copied := slices.Clone(content)
	for i, c := range copied {
		if e, ok := c.(*AnyElement); ok && e != nil {
			copied[i] = new(CloneAnyElement(*e))
		}
	}
	return copied
}

// EqualAnyElements reports whether two elements have the same name and hold the same.
func EqualAnyElements(a, b AnyElement) bool {
	return a.Name == b.Name && maps.Equal(a.Namespaces, b.Namespaces) && slices.Equal(a.Attributes, b.Attributes) &&
		slices.EqualFunc(a.Content, b.Content, equalAnyContent) && EqualValues(a.Value, b.Value)
}

// EqualAnyTypes reports whether two elements say the same type and hold the same.
func EqualAnyTypes(a, b AnyType) bool {
	return a.Type == b.Type && maps.Equal(a.Namespaces, b.Namespaces) && slices.Equal(a.Attributes, b.Attributes) &&
		slices.EqualFunc(a.Content, b.Content, equalAnyContent) && EqualValues(a.Value, b.Value)
}

func equalAnyContent(a, b AnyContent) bool {
	x, ok := a.(*AnyElement)
	y, also := b.(*AnyElement)
	if ok && also && x != nil && y != nil {
		return EqualAnyElements(*x, *y)
	}
	return a == b
}
