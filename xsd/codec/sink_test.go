// This file writes what values made by hand can bring about.

package codec

import (
	"errors"
	"testing"

	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
)

// There is no text of a value that is missing, and that is a violation.
func TestNoTextOfNoValue(t *testing.T) {
	text, err := MarshalText(nil)
	var violations Violations
	if !errors.As(err, &violations) || text != nil {
		t.Errorf("got %q, %v, want violations", text, err)
	}
}

// A value made by hand may write an attribute twice, the second time with a text that takes another way than the first.
func TestNoAttributeTwiceInXML(t *testing.T) {
	number := simple.Restrict(Name{}, typeDecimal)
	typ := &ComplexType{GoName: "Twice", Fields: []Field{{Kind: AttributeField, Name: Name{Local: "b"}, Max: 1, Simple: number}}}
	NewSchema(nil, &SchemaParts{Types: []TypeEntry{TypeOf[drawnPart](typ)}, Elements: []GlobalElement{&StructElement{Name: Name{Local: "root"}, Type: "Twice"}}})
	for _, second := range []string{"1", " 1"} {
		v := &drawnPart{typ: typ, parts: []drawnPart{{simple: number, text: "1"}, {simple: number, text: second}}}
		if text, err := MarshalXML(v); err == nil {
			t.Errorf("%s is no document", text)
		}
	}
}
