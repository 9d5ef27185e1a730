// Tests of the descriptors of global elements.

package codec

import (
	"fmt"
	"testing"

	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
)

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

// TestRootOfTwoSchemas: packages of one program may have a root of the same name. What a root of xs:anyType holds may be of a type of each.
func TestRootOfTwoSchemas(t *testing.T) {
	root := Name{Space: "urn:twice", Local: "root"}
	var types []*ComplexType
	for n := range 2 {
		element := Element[AnyType]{Name: root}
		typ := &ComplexType{GoName: fmt.Sprint("Type", n), Name: Name{Space: root.Space, Local: fmt.Sprint("type", n)}}
		types = append(types, typ)
		typ.Schema = NewSchema(nil, &SchemaParts{
			Package: fmt.Sprint("twice", n), Prefixes: simple.Prefixes{"t": root.Space},
			Types:    []TypeEntry{TypeOf[drawnPart](typ)},
			Elements: []GlobalElement{(*ValueElement[AnyType])(&element)},
		})
	}
	for n, typ := range types {
		text, err := MarshalXML(&AnyType{Value: &drawnPart{typ: typ}}, As(root))
		want := fmt.Sprintf(`<?xml version="1.0" encoding="UTF-8"?><root xmlns="urn:twice" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="type%d"/>`, n)
		if err != nil || string(text) != want {
			t.Errorf("%s, %v, want %s", text, err, want)
		}
	}
}
