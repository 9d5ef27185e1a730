package diagram

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// TestIDs: letters, digits, dots, underscores and what is not ASCII stay, the rest is a hyphen, and what is then the same is numbered.
func TestIDs(t *testing.T) {
	m := &Model{ids: map[string]string{}, taken: map[string]bool{}}
	for _, c := range []struct{ path, want string }{
		{"/azAZ09", "azAZ09"}, {"/a/b", "a-b"}, {"/a(b", "a-b--2"}, {"/a/b", "a-b"}, {"/a.b_c", "a.b_c"}, {"/årstall", "årstall"}, {"a{@`[", "a"}, {"/a:b", "a-b--3"},
	} {
		if got := m.ID(c.path); got != c.want {
			t.Errorf("%s: %s, want %s", c.path, got, c.want)
		}
	}
}

// TestLongEnumerations: thirty values are listed, and the others counted.
func TestLongEnumerations(t *testing.T) {
	for count, hidden := range map[int]int{3: 0, mostValues: 0, mostValues + 1: 1, 100: 100 - mostValues} {
		var values strings.Builder
		for i := range count {
			fmt.Fprintf(&values, `<xs:enumeration value="v%d"/>`, i)
		}
		text := `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="r"><xs:complexType><xs:attribute name="a" type="E"/></xs:complexType></xs:element>
<xs:simpleType name="E"><xs:restriction base="xs:string">` + values.String() + `</xs:restriction></xs:simpleType></xs:schema>`
		documents, err := load.Load([]string{"a.xsd"}, load.Options{FS: fstest.MapFS{"a.xsd": {Data: []byte(text)}}})
		if err != nil {
			t.Fatal(err)
		}
		set, err := schema.Build(documents)
		if err != nil {
			t.Fatal(err)
		}
		d, err := NewModel(set, nil).Draw(Options{Depth: Automatic, DataTypes: true})
		if err != nil {
			t.Fatal(err)
		}
		if len(d.DataTypes) != 1 || len(d.DataTypes[0].Rows) != min(count, mostValues) || d.DataTypes[0].Hidden != hidden {
			t.Errorf("%d values: %+v", count, d.DataTypes)
		}
	}
}
