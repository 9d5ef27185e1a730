// Variants of schemas: what refers to a replaced component refers to what took its place, and nothing else changes.

package schema_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/internal/cost"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
	"github.com/mvainnsyn/mvainnsyn/xsd"
	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
)

const variantSource = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
<xs:element name="root" type="Outer"/>
<xs:complexType name="Outer"><xs:sequence>
  <xs:element name="code" type="Short"/>
  <xs:element ref="head"/>
  <xs:element name="again" type="Outer" minOccurs="0"/>
</xs:sequence></xs:complexType>
<xs:simpleType name="Code"><xs:restriction base="xs:string"><xs:maxLength value="9"/></xs:restriction></xs:simpleType>
<xs:simpleType name="Short"><xs:restriction base="Code"><xs:minLength value="1"/></xs:restriction></xs:simpleType>
<xs:element name="head" type="xs:string"/>
<xs:element name="member" type="xs:string" substitutionGroup="head"/>
</xs:schema>`

func build(t *testing.T, source string) *schema.Set {
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

func named(local string) schema.Name { return schema.Name{Local: local} }

// TestWithDerivesAnew: a changed base type reaches what is derived from it, and the elements of that, in the copy alone.
func TestWithDerivesAnew(t *testing.T) {
	set := build(t, variantSource)
	code := set.Type(named("Code")).(*schema.SimpleType)
	changed := *code
	changed.Runtime = simple.Restrict(code.Name, xsd.BuiltIn("string"), xsd.Facet{Kind: xsd.FacetMaxLength, Value: "2"})
	variant, err := set.Variants().With(map[schema.Component]schema.Component{code: &changed}, nil)
	if err != nil {
		t.Fatal(err)
	}
	content := variant.Element(named("root")).Type.(*schema.ComplexType).Content.(*schema.ElementContent)
	short := content.Leaves[0].Term.(*schema.Element).Type.(*schema.SimpleType)
	if short != variant.Type(named("Short")) {
		t.Error("the element is not of the type that the copy knows by name")
	}
	if short.Runtime.Check("abc", nil) == nil || short.Runtime.Check("", nil) == nil || short.Runtime.Check("ab", nil) != nil {
		t.Error("Short does not follow its changed base")
	}
	if set.Type(named("Short")).(*schema.SimpleType).Runtime.Check("abc", nil) != nil {
		t.Error("the original was changed")
	}
	if again := content.Leaves[2].Term.(*schema.Element).Type; again != variant.Type(named("Outer")) {
		t.Error("the recursive type leads out of the copy")
	}
}

// TestWithSettlesSubstitution: taking an element out takes it from the groups it stood in for, and from the content models.
func TestWithSettlesSubstitution(t *testing.T) {
	set := build(t, variantSource)
	variant, err := set.Variants().With(map[schema.Component]schema.Component{set.Element(named("member")): nil}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(variant.Element(named("head")).Substitutes) != 0 || variant.Element(named("member")) != nil {
		t.Error("member is still there")
	}
	takes := func(s *schema.Set) bool {
		matcher := s.Type(named("Outer")).(*schema.ComplexType).Content.(*schema.ElementContent).Model().NewMatcher()
		matcher.Next(named("code"))
		_, ok := matcher.Next(named("member"))
		return ok
	}
	if takes(variant.Set) || !takes(set) {
		t.Error("the content model of the copy takes member, or that of the original does not")
	}
}

// TestWithShares: what does not refer to what is replaced stays what it is, and what does is a copy.
func TestWithShares(t *testing.T) {
	set := build(t, variantSource)
	code := set.Type(named("Code")).(*schema.SimpleType)
	changed := *code
	variant, err := set.Variants().With(map[schema.Component]schema.Component{code: &changed}, nil)
	if err != nil {
		t.Fatal(err)
	}
	for name, shared := range map[string]bool{"root": false, "head": true, "member": true} {
		if e := variant.Element(named(name)); (e == set.Element(named(name))) != shared || variant.Of(set.Element(named(name))) != schema.Component(e) {
			t.Errorf("element %s: shared %t, want %t", name, !shared, shared)
		}
	}
	for _, name := range []string{"Code", "Short", "Outer"} {
		if variant.Type(named(name)) == set.Type(named(name)) {
			t.Errorf("type %s refers to what was replaced, and is shared", name)
		}
	}
	if code := variant.Element(named("root")).Type.(*schema.ComplexType).Content.(*schema.ElementContent).Leaves[0].Term.(*schema.Element); code.Parent != schema.Component(variant.Type(named("Outer"))) {
		t.Error("what stands in a type stands in its original")
	}
}

// TestWithMoves: an element that comes to stand for another one does so in the copy alone, wherever that is; nothing referred to it before.
func TestWithMoves(t *testing.T) {
	set := build(t, strings.Replace(variantSource, `</xs:schema>`, `<xs:element name="above" type="xs:string"/><xs:element name="extra" type="xs:string"/></xs:schema>`, 1))
	head, extra, above := set.Element(named("head")), set.Element(named("extra")), set.Element(named("above"))
	moved, raised := *extra, *head
	moved.Head, raised.Head = head, above
	variant, err := set.Variants().With(map[schema.Component]schema.Component{extra: &moved, head: &raised}, nil)
	if err != nil {
		t.Fatal(err)
	}
	standing := func(s *schema.Set, name string) (names []string) {
		for _, e := range s.Element(named(name)).Substitutes {
			if e != s.Element(e.Name) {
				t.Errorf("%s, which stands for %s, is not the one of the schema", e.Name, name)
			}
			names = append(names, e.Name.Local)
		}
		return names
	}
	for name, want := range map[string][]string{"head": {"member", "extra"}, "above": {"head", "member", "extra"}} {
		if diff := cmp.Diff(want, standing(variant.Set, name)); diff != "" {
			t.Errorf("for %s in the variant (-want +got):\n%s", name, diff)
		}
	}
	if got := append(standing(set, "head"), standing(set, "above")...); !slices.Equal(got, []string{"member"}) {
		t.Errorf("in the original %v stand for others", got)
	}
	if len(variant.Recompiled) != 1 {
		t.Errorf("%d contents are compiled anew, want that of Outer", len(variant.Recompiled))
	}
}

// TestWithTakesIn: a component of another schema comes in, and what it refers to leads to the partners here.
func TestWithTakesIn(t *testing.T) {
	set, other := build(t, variantSource), build(t, variantSource)
	root, foreign := set.Element(named("root")), other.Element(named("root"))
	changed := *root
	changed.Type = foreign.Type
	partners := map[schema.Component]schema.Component{other.Type(named("Short")): set.Type(named("Short"))}
	variant, err := set.Variants().With(map[schema.Component]schema.Component{root: &changed}, partners)
	if err != nil {
		t.Fatal(err)
	}
	outer := variant.Element(named("root")).Type.(*schema.ComplexType)
	if outer == variant.Type(named("Outer")) || outer == foreign.Type {
		t.Error("the type was not taken in as a copy of its own")
	}
	if outer.Content.(*schema.ElementContent).Leaves[0].Term.(*schema.Element).Type != variant.Type(named("Short")) {
		t.Error("the partner does not stand for the other schema's type")
	}
}

// TestWithRefusesCircles: what would be derived from itself, made of itself or stand for itself is refused; whatever follows bases, members or heads would
// not come to an end.
func TestWithRefusesCircles(t *testing.T) {
	set := build(t, `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
<xs:complexType name="A"><xs:sequence/></xs:complexType>
<xs:complexType name="B"><xs:complexContent><xs:extension base="A"/></xs:complexContent></xs:complexType>
<xs:simpleType name="S"><xs:restriction base="xs:string"/></xs:simpleType>
<xs:simpleType name="U"><xs:union memberTypes="S xs:int"/></xs:simpleType>
<xs:element name="h"/>
<xs:element name="m" substitutionGroup="h"/>
</xs:schema>`)
	a, b := set.Type(named("A")).(*schema.ComplexType), set.Type(named("B"))
	derived := *a
	derived.Base = b
	s, u := set.Type(named("S")).(*schema.SimpleType), set.Type(named("U"))
	made := *s
	made.Base, made.Variety = schema.AnySimpleType(), &schema.List{Item: u.(*schema.SimpleType)}
	h, m := set.Element(named("h")), set.Element(named("m"))
	member := *h
	member.Head = m
	for name, replace := range map[string]map[schema.Component]schema.Component{
		"a base derived from what is derived from it": {a: &derived},
		"a member made of the union":                  {s: &made},
		"a head that stands for its member":           {h: &member},
	} {
		if _, err := set.Variants().With(replace, nil); err == nil {
			t.Errorf("%s is not refused", name)
		}
	}
}

// TestWithOtherName: a variant knows what took a component's place by its own name, in that component's place among the others, and the rest as before.
func TestWithOtherName(t *testing.T) {
	set := build(t, variantSource)
	renamed := *set.Element(named("member"))
	renamed.Name = named("other")
	variant, err := set.Variants().With(map[schema.Component]schema.Component{set.Element(named("member")): &renamed}, nil)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range variant.Elements {
		names = append(names, e.Name.Local)
		if variant.Element(e.Name) != e {
			t.Errorf("%s is another by name", e.Name)
		}
	}
	if diff := cmp.Diff([]string{"root", "head", "other"}, names); diff != "" {
		t.Errorf("elements (-want +got):\n%s", diff)
	}
	if variant.Element(named("member")) != nil || set.Element(named("other")) != nil {
		t.Error("a name is known where it should not be")
	}
	if variant.Type(named("Code")) != set.Type(named("Code")) || variant.Type(named("missing")) != nil {
		t.Error("a type that has nothing to do with it is another one")
	}
}

// TestWithCostsWhatChanges: a variant makes as many values in a large schema as in a small one.
func TestWithCostsWhatChanges(t *testing.T) {
	made := func(bystanders int) uint64 {
		var more strings.Builder
		for i := range bystanders {
			fmt.Fprintf(&more, `<xs:complexType name="T%d"/><xs:element name="e%d" type="T%d"/><xs:attribute name="a%d" type="xs:int"/>`, i, i, i, i)
		}
		set := build(t, strings.Replace(variantSource, `</xs:schema>`, more.String()+`</xs:schema>`, 1))
		variants, code := set.Variants(), set.Type(named("Code")).(*schema.SimpleType)
		return cost.Values(func() {
			changed := *code
			if _, err := variants.With(map[schema.Component]schema.Component{code: &changed}, nil); err != nil {
				t.Error(err)
			}
		})
	}
	if few, many := made(10), made(2000); many > few+5 {
		t.Errorf("%d values were made in a small schema, and %d in a large one", few, many)
	}
}

// TestUncompiled: content whose automaton was let go takes what it took before.
func TestUncompiled(t *testing.T) {
	set := build(t, variantSource)
	content := set.Type(named("Outer")).(*schema.ComplexType).Content.(*schema.ElementContent)
	again := content.Uncompiled()
	if len(again.Model().Leaves()) != len(content.Model().Leaves()) || again.Model() == content.Model() {
		t.Error("the automaton is not one of the same content, made again")
	}
	matcher := again.Model().NewMatcher()
	for i, local := range []string{"code", "member", "again"} {
		if leaf, ok := matcher.Next(named(local)); !ok || leaf != i {
			t.Errorf("%s is leaf %d (%t), want %d", local, leaf, ok, i)
		}
	}
	if !matcher.AtEnd() {
		t.Error("the content may not end")
	}
}
