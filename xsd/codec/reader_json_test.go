// This file reads what JSON does not say.

package codec

import "testing"

// A value in JSON does not name its element: where As does not say, it is one that a document can have at its root.
func TestRootOfJSONIsNotAbstract(t *testing.T) {
	abstract := &declaration{Field: Field{Name: Name{Local: "a"}, Abstract: true}}
	concrete := &declaration{Field: Field{Name: Name{Local: "b"}}}
	for _, test := range []struct {
		as    string
		roots []*declaration
		want  *declaration
	}{
		{"", []*declaration{abstract, concrete}, concrete},
		{"", []*declaration{concrete, abstract}, concrete},
		{"", []*declaration{abstract}, abstract},
		{"a", []*declaration{abstract, concrete}, abstract},
	} {
		r := jsonCursor{new(Reader)}
		r.as.Local = test.as
		if got := r.root(test.roots, nil, nil); got != test.want {
			t.Errorf("as %q: %v, want %v", test.as, got.Name, test.want.Name)
		}
	}
}
