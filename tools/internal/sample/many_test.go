// This file holds samples of schemas with very many choices to a cost that grows with the schema.

package sample

import (
	"fmt"
	"strings"
	"testing"
)

// covered draws documents until they show everything, and returns how many they were and how many questions that took.
func covered(t *testing.T, s *Sampler) (documents, questions int) {
	t.Helper()
	for ; !s.Done(); documents++ {
		if _, err := s.Valid(); err != nil {
			t.Fatal(err)
		}
	}
	if c := s.Coverage(); c.Percent() != 100 {
		t.Fatalf("%s are covered", c)
	}
	return documents, s.coverage.asked
}

// repeat writes a text for each number below n.
func repeat(n int, text string) string {
	var all strings.Builder
	for i := range n {
		all.WriteString(strings.ReplaceAll(text, "#", fmt.Sprint(i)))
	}
	return all.String()
}

// One document shows many branches of a choice that repeats: there are a few that show how often it may, and one with all branches.
func TestManyBranchesInOneDocument(t *testing.T) {
	documents, _ := covered(t, sampler(t, `<xs:element name="a"><xs:complexType><xs:choice maxOccurs="unbounded">`+repeat(200, `<xs:element name="b#" type="xs:boolean"/>`)+`</xs:choice></xs:complexType></xs:element>`))
	if documents > 6 {
		t.Errorf("%d documents show 200 branches", documents)
	}
}

// No more of them come than may come.
func TestManyBranchesWithinBounds(t *testing.T) {
	documents, _ := covered(t, sampler(t, `<xs:element name="a"><xs:complexType><xs:choice maxOccurs="5">`+repeat(50, `<xs:element name="b#" type="xs:boolean"/>`)+`</xs:choice></xs:complexType></xs:element>`))
	if documents < 50/5 {
		t.Errorf("%d documents show 50 branches", documents)
	}
}

// What documents cost grows with the schema, not with its square or cube. Each schema is one of those below, with four times as many parts.
func TestCostOfManyChoices(t *testing.T) {
	schemas := map[string]func(n int) string{
		"optional choices": func(n int) string {
			return `<xs:element name="a"><xs:complexType><xs:sequence>` + repeat(n, `<xs:choice minOccurs="0"><xs:element name="b#" type="xs:int"/><xs:sequence><xs:element name="c#" type="xs:int"/><xs:element name="d#" minOccurs="0" type="xs:int"/></xs:sequence></xs:choice>`) +
				`</xs:sequence></xs:complexType></xs:element>`
		},
		"optional parts of types in each other": func(n int) string {
			return `<xs:element name="a" type="T0"/><xs:complexType name="T` + fmt.Sprint(n) + `"/>` + typesInEachOther(n)
		},
		"elements that stand for one another": func(n int) string {
			return `<xs:element name="a"><xs:complexType><xs:choice maxOccurs="unbounded"><xs:element ref="head"/></xs:choice></xs:complexType></xs:element>
<xs:element name="head" type="Head" abstract="true"/><xs:complexType name="Head"><xs:attribute name="id"/></xs:complexType>` +
				repeat(n, `<xs:element name="e#" substitutionGroup="head" type="E#"/><xs:complexType name="E#"><xs:complexContent><xs:extension base="Head"><xs:sequence>
<xs:choice minOccurs="0"><xs:element name="b#" type="xs:int"/><xs:choice maxOccurs="3"><xs:element name="c#" type="xs:int"/><xs:element ref="head"/></xs:choice></xs:choice>
</xs:sequence></xs:extension></xs:complexContent></xs:complexType>`)
		},
	}
	for name, of := range schemas {
		t.Run(name, func(t *testing.T) {
			cost := func(n int) (documents, questions int) {
				set := inline(t, of(n))
				root := set.Elements[0]
				s, err := New(set, 1, root)
				if err != nil {
					t.Fatal(err)
				}
				return covered(t, s)
			}
			fewDocuments, few := cost(50)
			manyDocuments, many := cost(200)
			t.Logf("%d documents by %d questions, %d by %d", fewDocuments, few, manyDocuments, many)
			if many > 8*few {
				t.Errorf("four times as many parts take %d questions, and a fourth of them %d", many, few)
			}
		})
	}
}

// typesInEachOther are n types, of which each may hold two others, as in a tree.
func typesInEachOther(n int) string {
	var all strings.Builder
	for i := range n {
		fmt.Fprintf(&all, `<xs:complexType name="T%d"><xs:sequence><xs:element name="f" type="xs:int" minOccurs="0"/><xs:element name="g" type="xs:int" minOccurs="0" maxOccurs="unbounded"/>`, i)
		for _, inner := range []int{2*i + 1, 2*i + 2} {
			fmt.Fprintf(&all, `<xs:element name="t%d" type="T%d" minOccurs="0" maxOccurs="unbounded"/>`, inner, min(inner, n))
		}
		all.WriteString(`</xs:sequence></xs:complexType>`)
	}
	return all.String()
}
