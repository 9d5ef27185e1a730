// Fixed values and defaults are values, however they are spelt.

package diff_test

import (
	"strings"
	"testing"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/diff"
)

func TestConstraintsAreValues(t *testing.T) {
	for name, c := range map[string]struct {
		typ, old, newer string
		changed         bool
	}{
		"the same":          {"xs:decimal", "1.0", "1.0", false},
		"another spelling":  {"xs:decimal", "1.0", "+01.00", false},
		"another value":     {"xs:decimal", "1.0", "1.01", true},
		"of a boolean":      {"xs:boolean", "1", "true", false},
		"of a text":         {"xs:string", "1.0", "1.00", true},
		"white space apart": {"xs:token", "a b", " a  b ", false},
	} {
		t.Run(name, func(t *testing.T) {
			declared := func(fixed string) string { return `type="` + c.typ + `" fixed="` + fixed + `"` }
			expectGiven(t, declared(c.old), declared(c.newer), "fixed-changed", c.changed)
		})
	}
}

// A name is the same by the namespace that its prefix stands for in the schema.
func TestConstraintsAreNames(t *testing.T) {
	for name, c := range map[string]struct {
		old, newer string
		changed    bool
	}{
		"another prefix for the namespace":  {`type="xs:QName" CONSTRAINT="a:b" xmlns:a="urn:a"`, `type="xs:QName" CONSTRAINT="c:b" xmlns:c="urn:a"`, false},
		"another namespace for the prefix":  {`type="xs:QName" CONSTRAINT="a:b" xmlns:a="urn:a"`, `type="xs:QName" CONSTRAINT="a:b" xmlns:a="urn:c"`, true},
		"another default namespace":         {`type="xs:QName" CONSTRAINT="b"`, `type="xs:QName" CONSTRAINT="b" xmlns="urn:c"`, true},
		"another local name":                {`type="xs:QName" CONSTRAINT="a:b" xmlns:a="urn:a"`, `type="xs:QName" CONSTRAINT="a:c" xmlns:a="urn:a"`, true},
		"another namespace of no name":      {`type="xs:string" CONSTRAINT="a:b" xmlns:a="urn:a"`, `type="xs:string" CONSTRAINT="a:b" xmlns:a="urn:c"`, false},
		"another prefix in a text":          {`type="xs:string" CONSTRAINT="a:b" xmlns:a="urn:a"`, `type="xs:string" CONSTRAINT="c:b" xmlns:c="urn:a"`, true},
		"another namespace of what has any": {`type="names" CONSTRAINT="1 a:b" xmlns:a="urn:a"`, `type="names" CONSTRAINT="1 a:b" xmlns:a="urn:c"`, true},
		"another prefix of what has any":    {`type="names" CONSTRAINT="1 a:b" xmlns:a="urn:a"`, `type="names" CONSTRAINT="1 c:b" xmlns:c="urn:a"`, false},
	} {
		for _, constraint := range []string{"fixed", "default"} {
			t.Run(name+", "+constraint, func(t *testing.T) {
				declared := func(with string) string { return strings.Replace(with, "CONSTRAINT", constraint, 1) }
				expectGiven(t, declared(c.old), declared(c.newer), constraint+"-changed", c.changed)
			})
		}
	}
}

// expectGiven compares schemas with elements and attributes that are declared with some attributes, and demands that a rule is or is not applied to both.
func expectGiven(t *testing.T, old, newer, rule string, changed bool) {
	t.Helper()
	schema := func(declared string) string {
		return `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:simpleType name="either"><xs:union memberTypes="xs:int xs:QName"/></xs:simpleType>
<xs:simpleType name="names"><xs:list itemType="either"/></xs:simpleType><xs:element name="r"><xs:complexType><xs:sequence><xs:element name="e" ` + declared +
			`/></xs:sequence><xs:attribute name="a" ` + declared + `/></xs:complexType></xs:element></xs:schema>`
	}
	before, err := inputOf(schema(old))
	if err != nil {
		t.Fatal(err)
	}
	after, err := inputOf(schema(newer))
	if err != nil {
		t.Fatal(err)
	}
	report, err := diff.Compare(before, after)
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for _, c := range report.Changes {
		if c.Rule.ID == rule {
			found++
		}
	}
	if want := map[bool]int{true: 2}[changed]; found != want {
		t.Errorf("%s %d times, want %d: %+v", rule, found, want, report.Changes)
	}
}
