package diff

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// TestRoundsAreHalved: among many changes, few that move elements into substitution groups (as in SIRI) are found by halving; the others do not each take a
// schema of their own.
func TestRoundsAreHalved(t *testing.T) {
	const count = 64
	source := func(of, group string) string {
		var b strings.Builder
		b.WriteString(`<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="h"/><xs:element name="m"` + group + `/>` +
			`<xs:element name="r"><xs:complexType><xs:sequence><xs:element ref="h"/>`)
		for i := range count {
			fmt.Fprintf(&b, `<xs:element name="e%d" type="T%d" minOccurs="0"/>`, i, i)
		}
		b.WriteString(`</xs:sequence></xs:complexType></xs:element>`)
		for i := range count {
			fmt.Fprintf(&b, `<xs:complexType name="T%d"><xs:sequence><xs:element name="v" type="xs:%s"/></xs:sequence></xs:complexType>`, i, of)
		}
		return b.String() + `</xs:schema>`
	}
	old, newer := setOf(t, source("int", "")), setOf(t, source("short", ` substitutionGroup="h"`))
	c := newComparer(Input{Set: old}, Input{Set: newer})
	c.run()
	j := newJudge(c, [2]*schema.Set{old, newer}, nil, nil, Options{})
	j.judge(c.findings)
	if len(c.findings) <= count || j.variants == 0 {
		t.Fatalf("%d changes, judged in %d schemas", len(c.findings), j.variants)
	}
	if j.variants > count {
		t.Errorf("%d schemas were made for %d changes", j.variants, len(c.findings))
	}
}

func setOf(t *testing.T, source string) *schema.Set {
	t.Helper()
	documents, err := load.Load([]string{"a.xsd"}, load.Options{FS: fstest.MapFS{"a.xsd": {Data: []byte(source)}}})
	if err != nil {
		t.Fatal(err)
	}
	set, err := schema.Build(documents)
	if err != nil {
		t.Fatal(err)
	}
	return set
}
