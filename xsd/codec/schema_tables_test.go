// Tests of how the components of a schema are found.

package codec

import (
	"fmt"
	"sync"
	"testing"
)

// emptyPart is a value of a type without fields, which is emptyType.
type emptyPart struct{}

var emptyType *ComplexType

func (p *emptyPart) ReadXSD(r *XMLReader) error  { return r.Struct(emptyType, p) }
func (p *emptyPart) WriteXSD(w *XMLWriter) error { return w.Struct(emptyType, p) }
func (p *emptyPart) Validate() error             { return Validate(p) }

// manyElements is a schema of n types, each with a global element of its own.
func manyElements(n int) (*Schema, []*ComplexType) {
	parts := &SchemaParts{Package: "many"}
	types := make([]*ComplexType, n)
	for i := range types {
		types[i] = &ComplexType{GoName: fmt.Sprint("Type", i), Name: Name{Local: fmt.Sprint("type", i)}}
		parts.Types = append(parts.Types, TypeOf[emptyPart](types[i]))
		parts.Elements = append(parts.Elements, &StructElement{Name: Name{Local: fmt.Sprint("element", i)}, Type: types[i].GoName})
	}
	return NewSchema(nil, parts), types
}

// TestOnlyTheRootIsDeclared: of a schema with many elements a document has few, and the others cost nothing.
func TestOnlyTheRootIsDeclared(t *testing.T) {
	s, types := manyElements(500)
	emptyType = types[7]
	if err := UnmarshalXML([]byte("<element7/>"), new(emptyPart)); err != nil {
		t.Fatal(err)
	}
	for i := range s.parts.Elements {
		if made := (*s.tables.declarations.made.Load())[i].Load() != nil; made != (i == 7) {
			t.Errorf("element%d is declared: %v", i, made)
		}
		if made := types[i].plan.Load() != nil; made != (i == 7) {
			t.Errorf("Type%d has a plan: %v", i, made)
		}
	}
	if s.tables.elements.made.Load() != nil || s.tables.complexTypes.made.Load() != nil {
		t.Error("tables are made that nobody asked for")
	}
}

// TestOneDeclaration: whoever asks for an element, and however many ask at once, has the same declaration.
func TestOneDeclaration(t *testing.T) {
	s, types := manyElements(3)
	found := make([]*declaration, 16)
	var all sync.WaitGroup
	for i := range found {
		all.Go(func() { found[i] = s.element(Name{Local: "element1"}) })
	}
	all.Wait()
	for _, d := range append(found, s.globals()[1], s.rootsOf(types[1])[0]) {
		if d == nil || d != found[0] || d.element() != found[0].element() {
			t.Fatalf("declarations differ: %p and %p", d, found[0])
		}
	}
}

// TestRootsInImportingSchemas: a type has global elements in its own schema and in those that import it, directly or not, and in no others.
func TestRootsInImportingSchemas(t *testing.T) {
	base, middle := &ComplexType{GoName: "Part"}, &ComplexType{GoName: "Part"}
	element := func(name, goType string) GlobalElement { return &StructElement{Name: Name{Local: name}, Type: goType} }
	first := NewSchema(nil, &SchemaParts{Package: "first", Types: []TypeEntry{TypeOf[emptyPart](base)}, Elements: []GlobalElement{element("b", "Part")}})
	second := NewSchema(nil, &SchemaParts{
		Package: "second", Types: []TypeEntry{TypeOf[emptyPart](middle)}, Imports: []*Schema{first},
		Elements: []GlobalElement{element("c", "first.Part"), element("own", "Part"), &StructElement{Name: Name{Local: "abstract"}, Type: "first.Part", Abstract: true}},
	})
	NewSchema(nil, &SchemaParts{Package: "third", Imports: []*Schema{second}, Elements: []GlobalElement{element("a", "first.Part"), element("other", "second.Part"), element("untyped", "")}})
	for _, c := range []struct {
		typ  *ComplexType
		want string
	}{{base, "[a b c]"}, {middle, "[other own]"}} {
		var names []string
		for _, d := range c.typ.Schema.rootsOf(c.typ) {
			names = append(names, d.Name.Local)
		}
		if fmt.Sprint(names) != c.want {
			t.Errorf("roots are %v, want %s", names, c.want)
		}
	}
}
