// How types are derived, however long the chain between them is.

package codec

import (
	"strconv"
	"testing"
)

func TestDerivationOfALongChain(t *testing.T) {
	const length = 3000
	named := func(i int) Name { return Name{Space: "urn:chain", Local: "t" + strconv.Itoa(i)} }
	schema := new(Schema)
	types := make([]*ComplexType, length)
	entries := make([]TypeEntry, length)
	for i := range types {
		types[i] = &ComplexType{Name: named(i), GoName: "T" + strconv.Itoa(i), Schema: schema}
		if i > 0 {
			types[i].Base, types[i].Derivation = named(i-1), ByExtension
		}
		entries[i] = TypeOf[drawnPart](types[i])
	}
	types[1].Derivation = ByRestriction
	NewSchema(schema, &SchemaParts{Package: "chain", Types: entries})
	last := types[length-1]
	if methods, ok := schema.derivation(last, types[0]); !ok || methods != ByExtension|ByRestriction {
		t.Errorf("from the first: %v, %t", methods, ok)
	}
	if methods, ok := schema.derivation(last, types[1]); !ok || methods != ByExtension {
		t.Errorf("from the second: %v, %t", methods, ok)
	}
	if _, ok := schema.derivation(types[0], last); ok {
		t.Error("the first is derived from the last")
	}
	if first, methods := schema.firstOf(last); first != types[0] || methods != ByExtension|ByRestriction {
		t.Errorf("the first is %s, %v", first.GoName, methods)
	}
}
