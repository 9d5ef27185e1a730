package inclusion_test

import (
	"strings"
	"testing"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/automaton"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/inclusion"
)

// TestIDs: what a value does for its whole document counts. Each answer was found by hand: yes where no document can tell the schemas apart.
func TestIDs(t *testing.T) {
	attributes := func(types ...string) string {
		var text string
		for i, name := range types {
			text += `<xs:attribute name="` + string(rune('a'+i)) + `" type="` + name + `"/>`
		}
		return complexRoot(text)
	}
	elements := func(types ...string) string {
		var text string
		for i, name := range types {
			text += `<xs:element name="` + string(rune('a'+i)) + `" type="` + name + `" minOccurs="0"/>`
		}
		return sequence(text)
	}
	union := func(members string) string {
		return `<xs:simpleType name="U"><xs:union memberTypes="` + members + `"/></xs:simpleType>`
	}
	inside := `<xs:element name="inside"><xs:complexType><xs:attribute name="id" type="xs:ID" use="required"/></xs:complexType></xs:element>`
	wild := func(process string) string {
		return complexRoot(`<xs:sequence><xs:any minOccurs="0" processContents="`+process+`"/></xs:sequence><xs:attribute name="ref" type="xs:IDREF"/>`) + inside
	}
	unreached := `<xs:complexType name="Unused"><xs:attribute name="ref" type="xs:IDREF"/></xs:complexType>`
	for name, test := range map[string]struct {
		old, new string
		want     automaton.Verdict
	}{
		"attribute":              {attributes("xs:ID", "xs:IDREF"), attributes("xs:NCName", "xs:IDREF"), automaton.No},
		"element":                {elements("xs:ID", "xs:IDREF"), elements("xs:NCName", "xs:IDREF"), automaton.No},
		"to a string":            {elements("xs:ID", "xs:IDREFS"), elements("xs:string", "xs:IDREFS"), automaton.No},
		"the reference too":      {attributes("xs:ID", "xs:IDREF"), attributes("xs:NCName", "xs:NCName"), automaton.Yes},
		"no reference":           {attributes("xs:ID"), attributes("xs:NCName"), automaton.Yes},
		"none that can be":       {attributes("xs:ID") + unreached, attributes("xs:NCName") + unreached, automaton.Yes},
		"reference to a list":    {attributes("xs:ID", "xs:IDREF"), attributes("xs:ID", "xs:IDREFS"), automaton.Yes},
		"no attribute any more":  {complexRoot(`<xs:attribute name="a" type="xs:ID"/><xs:attribute name="b" type="xs:IDREF"/><xs:anyAttribute processContents="lax"/>`), complexRoot(`<xs:attribute name="b" type="xs:IDREF"/><xs:anyAttribute processContents="lax"/>`), automaton.No},
		"union in another order": {attributes("t:U", "xs:IDREF") + union("xs:ID xs:NCName"), attributes("t:U", "xs:IDREF") + union("xs:NCName xs:ID"), automaton.No},
		"union with one more":    {attributes("t:U", "xs:IDREF") + union("xs:ID xs:int"), attributes("t:U", "xs:IDREF") + union("xs:ID xs:int xs:date"), automaton.Yes},
		"not assessed any more":  {wild("lax"), wild("skip"), automaton.Undecided},
		"assessed as before":     {wild("lax"), wild("lax"), automaton.Yes},
		"became one, twice":      {sequence(`<xs:element name="x" type="xs:NCName" maxOccurs="2"/>`), sequence(`<xs:element name="x" type="xs:ID" maxOccurs="2"/>`), automaton.No},
		"became one, once":       {attributes("xs:NCName"), attributes("xs:ID"), automaton.Undecided},
	} {
		t.Run(name, func(t *testing.T) {
			a, b := inline(t, test.old), inline(t, test.new)
			answer := inclusion.New(a, b, inclusion.Options{}).Documents()
			if answer.Verdict != test.want {
				t.Fatalf("%s %s, want %s", answer.Verdict, answer.Reason, test.want)
			}
			if answer.Verdict == automaton.Undecided && answer.Reason == "" {
				t.Error("undecided without a reason")
			}
			if answer.Verdict == automaton.No && !strings.HasPrefix(answer.Witness.Violation.Rule, "cvc-id.") {
				t.Errorf("the witness shows %s", answer.Witness.Violation)
			}
		})
	}
}
