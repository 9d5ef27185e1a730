// This file holds the engine over descriptors made at run time to generated code: the same verdicts, violations and messages in XML and JSON, for every
// case, its documents, and what becomes of them when one value or member of their JSON is changed.

package cases_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/engine"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

// nowhere are documents whose JSON does not say what the Go value does: that the root is another element than those of the schema.
var nowhere = map[string]bool{"as_written/valid/root_known_by_type.xml": true}

// ofOtherTypes are documents whose root says that it is of a type derived from the declared one. Their JSON says so too, and is judged alike; changed so that it does
// not, it is read into a value of that type all the same in Go, and as the declared type by the engine.
var ofOtherTypes = map[string]bool{
	"root_type/valid/derived.xml": true, "root_type/valid/abstract.xml": true, "root_type/valid/simple-extended.xml": true, "root_type/valid/built-in-extended.xml": true,
	"root_type/invalid/simple-extended-value.xml": true, "root_type/invalid/simple-extended-attribute.xml": true,
	"root_type/invalid/simple-extended-blocked.xml": true,
}

// otherWords are documents of which the two say different things that are wrong: a type that cannot stand where it does is read as the declared one
// in Go, and not at all by the engine.
var otherWords = map[string]bool{"extension/invalid/wrong-type.xml": true}

func TestEngine(t *testing.T) {
	texts := 0
	for _, name := range caseNames(t) {
		t.Run(name, func(t *testing.T) {
			read, ok := readers[name]
			if !ok {
				t.Fatal("the case has no package")
			}
			e := engineOf(t, name)
			for _, file := range slices.Concat(documents(t, name, "valid"), documents(t, name, "invalid")) {
				data, err := os.ReadFile(file)
				if err != nil {
					t.Fatal(err)
				}
				same(t, file, func(opts ...xsd.Option) error { _, err := read(data, opts...); return err },
					func(opts ...xsd.Option) error { return e.XML(bytes.NewReader(data), opts...) })
				document, err := read(data, xsd.Tolerant(nil))
				if err != nil || nowhere[file] {
					continue
				}
				text, err := xsd.MarshalJSON(document.Value, xsd.Unchecked(), xsd.As(document.Element))
				if err != nil {
					t.Fatal(err)
				}
				judged := [][]byte{text}
				if !ofOtherTypes[file] {
					judged = append(judged, changedJSON(t, text)...)
				}
				for _, changed := range judged {
					texts++
					same(t, file+" as "+string(changed),
						func(opts ...xsd.Option) error {
							return xsd.UnmarshalJSON(changed, newOf(document.Value), append(opts, xsd.As(document.Element))...)
						},
						func(opts ...xsd.Option) error { return e.JSON(bytes.NewReader(changed), document.Element, opts...) })
				}
			}
		})
	}
	if texts < 5000 {
		t.Errorf("only %d texts were compared", texts)
	}
	t.Logf("%d texts in JSON", texts)
}

// engineOf makes the engine of a case's schema.
func engineOf(t *testing.T, name string) *engine.Engine {
	t.Helper()
	return engine.New(setOf(t, name))
}

// setOf builds the schema of a case.
func setOf(t *testing.T, name string) *schema.Set {
	t.Helper()
	var files []string
	for _, file := range configOf(t, name).Schemas {
		files = append(files, filepath.Join(name, file))
	}
	loaded, err := load.Load(files, load.Options{})
	if err != nil {
		t.Fatal(err)
	}
	set, err := schema.Build(loaded)
	if err != nil {
		t.Fatal(err)
	}
	return set
}

// same compares what generated code and engine say, strictly and tolerantly.
func same(t *testing.T, what string, generated, judged func(...xsd.Option) error) {
	t.Helper()
	var of, by xsd.Violations
	for mode, options := range [][2][]xsd.Option{{nil, nil}, {{xsd.Tolerant(&of)}, {xsd.Tolerant(&by)}}} {
		want, got := fmt.Sprint(generated(options[0]...)), fmt.Sprint(judged(options[1]...))
		if otherWords[what] && want != "<nil>" && got != "<nil>" {
			return
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s, tolerant %t (-generated +engine):\n%s", what, mode == 1, diff)
		}
	}
	if diff := cmp.Diff(of, by); diff != "" {
		t.Errorf("%s: deviations (-generated +engine):\n%s", what, diff)
	}
}

// changedJSON returns the text with each value in turn replaced, each member removed, and one added to each object.
func changedJSON(t *testing.T, text []byte) [][]byte {
	t.Helper()
	var tree any
	d := json.NewDecoder(bytes.NewReader(text))
	d.UseNumber()
	if err := d.Decode(&tree); err != nil {
		t.Fatal(err)
	}
	var changed [][]byte
	note := func() {
		text, err := json.Marshal(tree)
		if err != nil {
			t.Fatal(err)
		}
		changed = append(changed, text)
	}
	var visit func(value any, set func(any))
	visit = func(value any, set func(any)) {
		for _, other := range []any{nil, "x", json.Number("7"), []any{}, map[string]any{}} {
			set(other)
			note()
		}
		set(value)
		switch value := value.(type) {
		case map[string]any:
			value["unknown"] = "x"
			note()
			delete(value, "unknown")
			for key, member := range value {
				delete(value, key)
				note()
				visit(member, func(v any) { value[key] = v })
			}
		case []any:
			for i, item := range value {
				visit(item, func(v any) { value[i] = v })
			}
		}
	}
	visit(tree, func(v any) { tree = v })
	return changed
}
