// This file tests that chains of extensions cost what they add, and that no fault in them is overlooked for it.

package schema

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/internal/cost"
)

// extending returns a chain of types, each of which adds an element to the one before, and an element of the last.
func extending(types int) string {
	var b strings.Builder
	b.WriteString(`<xs:complexType name="t0"><xs:sequence><xs:element name="e0" type="xs:int" minOccurs="0"/></xs:sequence></xs:complexType>`)
	for i := 1; i < types; i++ {
		fmt.Fprintf(&b, `<xs:complexType name="t%d"><xs:complexContent><xs:extension base="t%d"><xs:sequence><xs:element name="e%d" type="xs:int" minOccurs="0"/></xs:sequence></xs:extension></xs:complexContent></xs:complexType>`, i, i-1, i)
	}
	fmt.Fprintf(&b, `<xs:element name="root" type="t%d"/>`, types-1)
	return b.String()
}

func TestChainOfExtensions(t *testing.T) {
	var set *Set
	used := func(types int) uint64 {
		text := extending(types)
		return cost.Of(func() {
			var err error
			if set, err = buildText(text); err != nil {
				t.Fatal(err)
			}
		})
	}
	short, long := used(1500), used(6000)
	if long > 5*short {
		t.Errorf("1,500 types take %d bytes, 6,000 take %d", short, long)
	}
	for _, i := range []int{0, 1, 777, 5999} {
		c := set.Type(Name{Space: "urn:t", Local: fmt.Sprintf("t%d", i)}).(*ComplexType).Content.(*ElementContent)
		if got := len(c.Leaves); got != i+1 || len(c.Model().Leaves()) != got {
			t.Errorf("t%d has %d leaves, its model %d", i, got, len(c.Model().Leaves()))
		}
		matcher := c.Model().NewMatcher()
		if _, ok := matcher.Next(Name{Local: fmt.Sprintf("e%d", i)}); !ok || !matcher.AtEnd() {
			t.Errorf("t%d does not take its own element", i)
		}
		if _, ok := matcher.Next(Name{Local: fmt.Sprintf("e%d", i+1)}); ok {
			t.Errorf("t%d takes the element of an extension", i)
		}
	}
}

// TestFaultsInExtensions: what is wrong in the content of a type is told of that type, also where types extend it.
func TestFaultsInExtensions(t *testing.T) {
	const ambiguous = `<xs:complexType name="base"><xs:sequence><xs:element name="a" minOccurs="0"/><xs:element name="a"/></xs:sequence></xs:complexType>`
	const inBase = `cos-nonambig: in the content of type base`
	extension := func(name, base, own string) string {
		return `<xs:complexType name="` + name + `"><xs:complexContent><xs:extension base="` + base + `">` + own + `</xs:extension></xs:complexContent></xs:complexType>`
	}
	b := `<xs:sequence><xs:element name="b"/></xs:sequence>`
	tests := []struct {
		name, schema string
		want         []string // rule and beginning of each message
	}{
		{"in the base", ambiguous + extension("more", "base", b), []string{inBase}},
		{"in the base, which comes after", extension("more", "base", b) + ambiguous, []string{`cos-nonambig: in the content of type more`}},
		{"in the base, before a choice without alternatives", ambiguous + extension("none", "base", `<xs:choice/>`), []string{inBase}},
		{"in the base, before one in a sequence", ambiguous + extension("none", "base", `<xs:sequence><xs:element name="b"/><xs:choice><xs:element name="c" minOccurs="0" maxOccurs="0"/></xs:choice></xs:sequence>`), []string{inBase}},
		{
			"between base and extension", `<xs:complexType name="base"><xs:sequence><xs:element name="a" minOccurs="0"/></xs:sequence></xs:complexType>` +
				extension("more", "base", `<xs:sequence><xs:element name="a"/></xs:sequence>`) + extension("most", "more", b),
			[]string{`cos-nonambig: in the content of type more`},
		},
		{
			"types that differ", `<xs:complexType name="base"><xs:sequence><xs:element name="a" type="xs:int"/></xs:sequence></xs:complexType>` +
				extension("more", "base", `<xs:sequence><xs:element name="x"/><xs:element name="a" type="xs:string"/></xs:sequence>`) + extension("most", "more", b),
			[]string{`cos-element-consistent: element a has`},
		},
		{"in one branch of two", ambiguous + extension("more", "base", b) + extension("other", "base", `<xs:sequence><xs:element name="c"/></xs:sequence>`), []string{inBase}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := buildText(test.schema)
			var got []string
			for i, line := range strings.Split(fmt.Sprint(err), "\n") {
				_, message, _ := strings.Cut(line, ": ")
				message, rule, _ := strings.Cut(strings.TrimSuffix(message, "]"), " [")
				if text := rule + ": " + message; i < len(test.want) && strings.HasPrefix(text, test.want[i]) {
					got = append(got, test.want[i])
				} else {
					got = append(got, text)
				}
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}
