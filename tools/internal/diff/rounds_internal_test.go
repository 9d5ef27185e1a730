package diff

import (
	"fmt"
	"maps"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// TestRoundsAreHalved: among many changes, few that move elements into substitution groups (as in SIRI) share a round with them where it is known beforehand at
// which types they show, and are found by halving where it is not, as where a type blocks extension. The others do not each take a schema of their own.
func TestRoundsAreHalved(t *testing.T) {
	const count = 64
	source := func(of, head, member string) string {
		var b strings.Builder
		b.WriteString(`<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:complexType name="H"` + head + `/>` +
			`<xs:complexType name="M"><xs:complexContent><xs:extension base="H"/></xs:complexContent></xs:complexType>` +
			`<xs:element name="h" type="H"/><xs:element name="m" type="M"` + member + `/>` +
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
	const stands, blocks = ` substitutionGroup="h"`, ` block="extension"`
	for name, c := range map[string]struct {
		old, newer  string
		question    Question
		breaking    map[string]int // changes that break something for whom the question is asked, by rule
		least, most int            // schemas that are made
	}{
		"a new member":             {source("int", "", ""), source("short", "", stands), Readers, map[string]int{"substitution-member-added": 1}, 2, 4},
		"a member that is blocked": {source("int", "", stands), source("short", blocks, stands), Writers, map[string]int{"element-type-changed": count, "type-block-widened": 1}, 6, count},
	} {
		old, newer := setOf(t, c.old), setOf(t, c.newer)
		compared := newComparer(Input{Set: old}, Input{Set: newer})
		compared.run()
		j := newJudge(compared, [2]*schema.Set{old, newer}, nil, nil, Options{})
		j.judge(compared.findings)
		if len(compared.findings) <= count || j.variants < c.least || j.variants > c.most {
			t.Errorf("%s: %d changes were judged in %d schemas, want %d to %d", name, len(compared.findings), j.variants, c.least, c.most)
		}
		breaking := map[string]int{}
		for _, f := range compared.findings {
			if f.change.Answers[c.question].Verdict == Breaking {
				breaking[f.change.Rule.ID]++
			}
		}
		if !maps.Equal(breaking, c.breaking) {
			t.Errorf("%s: for %s, %v break something, want %v", name, c.question, breaking, c.breaking)
		}
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
