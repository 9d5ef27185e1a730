// This file holds the direct writing of structs to the careful one, and both to reading. With notes, of which there need be none, all is written with care.

package xsdtest

import (
	"encoding"
	"errors"
	"math/rand/v2"
	"reflect"
	"testing"

	"github.com/mvainnsyn/mvainnsyn/xsd"
)

// Writing demands that a value, and values like it that it edits, are written the same with care and without, and are read again.
func (r *Readings) Writing(t testing.TB, read func() xsd.XMLValue) {
	t.Helper()
	for n := range 1 + r.edits {
		v := read()
		Edit(r.random, v, n%4)
		r.sameWriting(t, v)
	}
}

// Edit changes a value at random, so many times, to what may be valid or not.
func Edit(random *rand.Rand, v xsd.XMLValue, times int) {
	for range times {
		editor{random}.edit(reflect.ValueOf(v).Elem())
	}
}

// writings are the ways in which a value can be written.
var writings = map[string]func(xsd.XMLValue, ...xsd.Option) ([]byte, error){
	"XML":            xsd.MarshalXML,
	"JSON":           xsd.MarshalJSON,
	"unchecked XML":  unchecked(xsd.MarshalXML),
	"unchecked JSON": unchecked(xsd.MarshalJSON),
	"Validate":       func(v xsd.XMLValue, opts ...xsd.Option) ([]byte, error) { return nil, xsd.Validate(v, opts...) },
}

// readings read what was written and checked: what is not read again was no document of the schema.
var readings = map[string]func([]byte, xsd.XMLValue, ...xsd.Option) error{"XML": xsd.UnmarshalXML, "JSON": xsd.UnmarshalJSON}

func unchecked(marshal func(xsd.XMLValue, ...xsd.Option) ([]byte, error)) func(xsd.XMLValue, ...xsd.Option) ([]byte, error) {
	return func(v xsd.XMLValue, opts ...xsd.Option) ([]byte, error) {
		return marshal(v, append(opts, xsd.Unchecked())...)
	}
}

func (r *Readings) sameWriting(t testing.TB, v xsd.XMLValue) {
	t.Helper()
	for name, write := range writings {
		want, wantErr := write(v, xsd.Noting(new(xsd.Notes)))
		got, err := write(v)
		if diff := r.diff(said(wantErr), said(err)); diff != "" {
			t.Fatalf("%s (-careful +direct):\n%s\n%s", name, diff, want)
		}
		if diff := r.diff(string(want), string(got)); err == nil && diff != "" {
			t.Fatalf("%s (-careful +direct):\n%s", name, diff)
		}
		if read := readings[name]; read != nil && err == nil {
			if err := read(got, reflect.New(reflect.TypeOf(v).Elem()).Interface().(xsd.XMLValue)); err != nil {
				t.Fatalf("%s is written and not read: %v\n%s", name, err, got)
			}
		}
		switch {
		case name != "Validate":
		case err == nil:
			r.valid++
		default:
			r.invalid++
		}
	}
}

// said lists what an error says.
func said(err error) []string {
	var violations xsd.Violations
	switch {
	case err == nil:
		return nil
	case errors.As(err, &violations):
		return described("violation", violations)
	}
	return []string{err.Error()}
}

// editor changes values at random, to valid ones and others.
type editor struct{ *rand.Rand }

func (e editor) edit(v reflect.Value) {
	switch v.Kind() {
	case reflect.Struct:
		e.editStruct(v)
	case reflect.Pointer:
		e.editPointer(v)
	case reflect.Interface:
		e.editInterface(v)
	case reflect.Slice:
		e.editSlice(v)
	case reflect.String:
		v.SetString(drawnTexts[e.IntN(len(drawnTexts))])
	case reflect.Bool:
		v.SetBool(!v.Bool())
	case reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		v.SetInt(e.Int64N(300) - 150)
	case reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		v.SetUint(e.Uint64N(300))
	case reflect.Float32, reflect.Float64:
		v.SetFloat(float64(e.IntN(2000)) / 8)
	}
}

// drawnTexts are values of many types, and of none.
var drawnTexts = []string{
	"", "a", "A1", "true", "0", "17", "-3.50", "2022", "2022-04-11", "2022-02-30", " a", "a  b", "a\tb\r\n", "a & b < c > d", `"\'`, "]]>",
	"blåbær", "€", "😀", "\x01", "\xff", "\ufffe", "PT5M", "urn:a", "0123456789012345678901234567890123456789", "1e3", "INF", "2022-04", "23:59:60", "{urn:a}b", "{urn:case}b",
}

// editStruct edits a field. A struct that keeps what it is to itself gets another text.
func (e editor) editStruct(v reflect.Value) {
	var fields []reflect.Value
	for i := range v.NumField() {
		if v.Type().Field(i).IsExported() {
			fields = append(fields, v.Field(i))
		}
	}
	switch {
	case len(fields) > 0:
		e.edit(fields[e.IntN(len(fields))])
	default:
		e.editHidden(v)
	}
}

// editHidden makes a value that of a text, or zero.
func (e editor) editHidden(v reflect.Value) {
	text, ok := v.Addr().Interface().(encoding.TextUnmarshaler)
	if !ok || text.UnmarshalText([]byte(drawnTexts[e.IntN(len(drawnTexts))])) != nil {
		v.SetZero()
	}
}

func (e editor) editPointer(v reflect.Value) {
	switch {
	case v.IsNil():
		v.Set(reflect.New(v.Type().Elem()))
	case e.IntN(4) == 0:
		v.SetZero()
	default:
		e.edit(v.Elem())
	}
}

// editInterface edits a copy of the value, or of what it points to.
func (e editor) editInterface(v reflect.Value) {
	switch {
	case v.IsNil():
	case e.IntN(4) == 0:
		v.SetZero()
	case v.Elem().Kind() == reflect.Pointer:
		if !v.Elem().IsNil() {
			e.edit(v.Elem().Elem())
		}
	default:
		edited := reflect.New(v.Elem().Type()).Elem()
		edited.Set(v.Elem())
		e.edit(edited)
		v.Set(edited)
	}
}

func (e editor) editSlice(v reflect.Value) {
	n := v.Len()
	switch kind := e.IntN(6); {
	case kind == 0 && n > 0:
		v.SetLen(n - 1)
	case kind == 1 || n == 0:
		v.Set(reflect.Append(v, reflect.Zero(v.Type().Elem())))
	case kind == 2:
		v.Set(reflect.Append(v, v.Index(e.IntN(n))))
	default:
		e.edit(v.Index(e.IntN(n)))
	}
}
