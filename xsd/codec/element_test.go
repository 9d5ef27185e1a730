// Tests of the descriptors of global elements.

package codec

import "testing"

// TestElementHasNoMethods: the compiler makes the methods of a generic type for each type argument, and a package may have a thousand elements.
func TestElementHasNoMethods(t *testing.T) {
	if _, ok := any(new(Element[string])).(GlobalElement); ok {
		t.Error("Element has methods; StructElement and ValueElement are to have them")
	}
}

// TestNewValueOfElement: the value of a StructElement is that of its type by name, the value of a ValueElement the one of its type argument.
func TestNewValueOfElement(t *testing.T) {
	root := Element[drawnPart]{Name: Name{Local: "root"}, Type: "Root"}
	number := Element[int32]{Name: Name{Local: "number"}, SimpleType: Name{Space: "http://www.w3.org/2001/XMLSchema", Local: "int"}}
	s := NewSchema(nil, &SchemaParts{
		Package:  "elements",
		Types:    []TypeEntry{TypeOf[drawnPart](&ComplexType{GoName: "Root"})},
		Elements: []GlobalElement{(*StructElement)(&root), (*ValueElement[int32])(&number)},
	})
	if v, ok := s.element(root.Name).newValue().(*drawnPart); !ok {
		t.Errorf("the value of a struct is %T", v)
	}
	if v, ok := s.element(number.Name).newValue().(*Int); !ok {
		t.Errorf("the value of xs:int is %T", v)
	}
}
