// This file tests what generate: adds to a package, on the documents of the cases that ask for it and on drawn ones: copies are equal to what they are
// copies of and share nothing with it, and Equal says what go-cmp says, whatever is changed.

package cases_test

import (
	"math"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/cases/extras"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/sample"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
	"github.com/mvainnsyn/mvainnsyn/xsd"
	"github.com/mvainnsyn/mvainnsyn/xsd/codec"
)

// deep is what pointers to structs implement that are generated with clone and equal.
type deep interface {
	xsd.XMLValue
	CloneXSD() xsd.XMLValue
	EqualXSD(xsd.XMLValue) bool
}

// byContent compares as Equal should: a list without values is equal to none, and NaN to itself. Structs behind pointers are compared field by field,
// since go-cmp would ask their methods.
var byContent = cmp.Options{
	cmpopts.EquateEmpty(), cmpopts.EquateNaNs(),
	cmp.Comparer(func(a, b extras.Ratio) bool { return a == b || a != a && b != b }),
	cmp.Transformer("fields", func(d deep) any {
		if v := reflect.ValueOf(d); !v.IsNil() {
			return v.Elem().Interface()
		}
		return nil
	}),
}

func TestCloneAndEqual(t *testing.T) {
	documents, changes := 0, 0
	for _, name := range caseNames(t) {
		if len(configOf(t, name).Generate) == 0 {
			continue
		}
		for _, data := range validDocuments(t, name) {
			first, err := readers[name](data)
			if err != nil {
				t.Fatalf("%v in %s", err, data)
			}
			again, err := readers[name](data)
			if err != nil {
				t.Fatal(err)
			}
			value, ok := first.Value.(deep)
			if !ok { // of a simple type
				continue
			}
			documents++
			changes += checkDeep(t, value, again.Value)
		}
	}
	if documents < 10 || changes < 500 {
		t.Errorf("only %d documents with %d changes were compared", documents, changes)
	}
}

// validDocuments are those of a case, and drawn ones.
func validDocuments(t *testing.T, name string) [][]byte {
	t.Helper()
	var all [][]byte
	for _, file := range documents(t, name, "valid") {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, data)
	}
	loaded, err := load.Load([]string{filepath.Join(name, "schema.xsd")}, load.Options{})
	if err != nil {
		t.Fatal(err)
	}
	set, err := schema.Build(loaded)
	if err != nil {
		t.Fatal(err)
	}
	sampler, err := sample.New(set, 1)
	if err != nil {
		t.Fatal(err)
	}
	for range 12 {
		text, err := sampler.Valid()
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, []byte(text))
	}
	return all
}

// checkDeep changes one thing after another in copies of a value, of which again is another reading, and returns how many there are.
func checkDeep(t *testing.T, value deep, again xsd.XMLValue) int {
	t.Helper()
	if diff := cmp.Diff(again, value.CloneXSD(), byContent); diff != "" {
		t.Errorf("a copy differs (-original +copy):\n%s", diff)
	}
	if !value.EqualXSD(again) || !value.EqualXSD(value.CloneXSD()) {
		t.Errorf("a value is not equal to its copy:\n%#v", value)
	}
	n := 0
	for ; ; n++ {
		copied, left := value.CloneXSD(), n
		if !change(reflect.ValueOf(copied).Elem(), &left) {
			break
		}
		equal := cmp.Equal(again, copied, byContent)
		if value.EqualXSD(copied) != equal || codec.EqualValues(copied, value) != equal {
			t.Fatalf("change %d: Equal does not say %t (-original +changed):\n%s", n, equal, cmp.Diff(again, copied, byContent))
		}
	}
	if diff := cmp.Diff(again, value, byContent); diff != "" {
		t.Errorf("a change of a copy is one of the original (-before +after):\n%s", diff)
	}
	return n
}

// TestForeignValues: values that a wildcard may bring in from packages generated without these words are copied and compared all the same.
func TestForeignValues(t *testing.T) {
	changes := 0
	for _, name := range caseNames(t) {
		for _, file := range documents(t, name, "valid") {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			first, err := readers[name](data)
			if err != nil {
				t.Fatal(err)
			}
			again, err := readers[name](data)
			if err != nil {
				t.Fatal(err)
			}
			if _, own := first.Value.(deep); !own {
				changes += checkForeign(t, file, first.Value, again.Value)
			}
		}
	}
	if changes < 1000 {
		t.Errorf("only %d changes were compared", changes)
	}
}

// checkForeign is checkDeep for a foreign value.
func checkForeign(t *testing.T, file string, value, again xsd.XMLValue) int {
	t.Helper()
	if !codec.EqualValues(value, again) {
		t.Errorf("%s: two readings differ", file)
	}
	n := 0
	for ; ; n++ {
		copied, left := codec.CloneValue(value), n
		if !change(reflect.ValueOf(copied).Elem(), &left) {
			break
		}
		equal := cmp.Equal(again, copied, cmpopts.EquateEmpty(), cmpopts.EquateNaNs())
		if codec.EqualValues(value, copied) != equal {
			t.Fatalf("%s, change %d: not %t (-original +changed):\n%s", file, n, equal, cmp.Diff(again, copied))
		}
	}
	if diff := cmp.Diff(again, value, cmpopts.EquateNaNs()); diff != "" {
		t.Errorf("%s: a change of a copy is one of the original (-before +after):\n%s", file, diff)
	}
	return n
}

// change changes the first thing that can be changed after so many others, which left counts down, and reports whether there is one.
func change(v reflect.Value, left *int) bool {
	switch v.Kind() {
	case reflect.Struct:
		return changeStruct(v, left)
	case reflect.Interface:
		return changeInterface(v, left)
	case reflect.Pointer:
		return !v.IsNil() && (change(v.Elem(), left) || due(v, left, reflect.Zero(v.Type())))
	case reflect.Slice:
		for i := range v.Len() {
			if change(v.Index(i), left) {
				return true
			}
		}
		return v.Len() > 0 && due(v, left, v.Slice(0, v.Len()-1))
	case reflect.Map:
		if v.Len() == 0 || !isTurn(left) {
			return false
		}
		v.SetMapIndex(v.MapKeys()[0], reflect.ValueOf("urn:changed"))
		return true
	case reflect.String:
		return due(v, left, reflect.ValueOf(v.String()+"x").Convert(v.Type()))
	case reflect.Bool:
		return due(v, left, reflect.ValueOf(!v.Bool()).Convert(v.Type()))
	case reflect.Float32, reflect.Float64:
		return due(v, left, reflect.ValueOf(v.Float()+1).Convert(v.Type()))
	case reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return due(v, left, reflect.ValueOf(v.Int()^1).Convert(v.Type()))
	}
	return due(v, left, reflect.ValueOf(v.Uint()^1).Convert(v.Type()))
}

// changeStruct changes a field, or makes a struct zero whose fields nobody can see.
func changeStruct(v reflect.Value, left *int) bool {
	seen := 0
	for i := range v.NumField() {
		if !v.Type().Field(i).IsExported() {
			continue
		}
		seen++
		if change(v.Field(i), left) {
			return true
		}
	}
	return seen == 0 && !v.IsZero() && due(v, left, reflect.Zero(v.Type()))
}

// changeInterface changes what an interface holds: what a pointer leads to, or a copy of the value.
func changeInterface(v reflect.Value, left *int) bool {
	if v.IsNil() {
		return false
	}
	held := v.Elem()
	if held.Kind() == reflect.Pointer {
		return change(held.Elem(), left) || due(v, left, reflect.Zero(v.Type()))
	}
	other := reflect.New(held.Type()).Elem()
	other.Set(held)
	if change(other, left) {
		v.Set(other)
		return true
	}
	return due(v, left, reflect.Zero(v.Type()))
}

// isTurn counts down, and reports whether it is the turn of what is counted.
func isTurn(left *int) bool {
	*left--
	return *left < 0
}

// due changes a value if it is its turn.
func due(v reflect.Value, left *int, changed reflect.Value) bool {
	if !isTurn(left) {
		return false
	}
	v.Set(changed)
	return true
}

// TestNilAndOtherTypes: nil is equal to nil alone, and has a copy; values of different types are not equal.
func TestNilAndOtherTypes(t *testing.T) {
	var none *extras.Tree
	if none.Clone() != nil || !none.Equal(nil) || none.Equal(new(extras.Tree)) || new(extras.Tree).Equal(nil) {
		t.Error("nil is not as it should be")
	}
	if new(extras.Tree).EqualXSD(new(extras.Amount)) || new(extras.Tree).EqualXSD(nil) {
		t.Error("values of different types are equal")
	}
	nan, also := extras.Ratio(math.NaN()), extras.Ratio(math.NaN())
	if !(&extras.Values{Ratio: &nan}).Equal(&extras.Values{Ratio: &also}) {
		t.Error("NaN is not equal to itself")
	}
	one := &extras.Root{Amounts: []xsd.Nillable[extras.Amount]{}}
	if !one.Equal(new(extras.Root)) {
		t.Error("an empty list is not equal to none")
	}
}
