// This file says by hand what differs in Go between the schemas of each pair. The module tools/peers asks apidiff about the same pairs.

package goapi_test

import (
	"fmt"
	"maps"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/goapi"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/goapi/pairs"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/model"
)

func modelsOf(t *testing.T, components string) []*model.Package {
	t.Helper()
	models, err := pairs.ModelsOf(components)
	if err != nil {
		t.Fatal(err)
	}
	return models
}

// expected is what is found from the old schema to the new one, and the other way round.
var expected = map[string]struct{ forth, reverse []string }{
	"nothing": {
		nil,
		nil,
	},
	"optional element": {
		[]string{"go-field-added adds T.B"},
		[]string{"go-field-removed breaks T.B"},
	},
	"required element": {
		[]string{"go-required-field-new differs T.B"},
		[]string{"go-field-removed breaks T.B"},
	},
	"required list": {
		[]string{"go-comparability-lost breaks T", "go-required-field-new differs T.B"},
		[]string{"go-field-removed breaks T.B"},
	},
	"value and pointer": {
		[]string{"go-field-shape-changed breaks T.B"},
		[]string{"go-field-shape-changed breaks T.B"},
	},
	"value and slice": {
		[]string{"go-comparability-lost breaks T", "go-field-shape-changed breaks T.B"},
		[]string{"go-field-shape-changed breaks T.B"},
	},
	"type of an element": {
		[]string{"go-field-type-changed breaks T.B"},
		[]string{"go-field-type-changed breaks T.B"},
	},
	"spelling alone": {
		[]string{"go-tag-only-changed differs T.AB"},
		[]string{"go-tag-only-changed differs T.AB"},
	},
	"enumeration value": {
		[]string{"go-constant-added adds EY"},
		[]string{"go-constant-removed breaks EY"},
	},
	"enumeration text": {
		[]string{"go-constant-text-changed differs EXY"},
		[]string{"go-constant-text-changed differs EXY"},
	},
	"enumeration opened": {
		[]string{"go-method-removed breaks E.Known", "go-constant-removed breaks EX"},
		[]string{"go-method-added adds E.Known", "go-constant-added adds EX"},
	},
	"constants and variables": {
		[]string{"go-kind-changed breaks E", "go-variable-type-changed breaks E1"},
		[]string{"go-kind-changed breaks E", "go-variable-type-changed breaks E1"},
	},
	"kind of type": {
		[]string{"go-kind-changed breaks E"},
		[]string{"go-kind-changed breaks E"},
	},
	"branch": {
		[]string{"go-branch-added adds TC", "go-type-added adds TC"},
		[]string{"go-branch-removed breaks TC", "go-type-removed breaks TC"},
	},
	"default": {
		[]string{"go-default-changed differs T.COrDefault"},
		[]string{"go-default-changed differs T.COrDefault"},
	},
	"namespace of a default": {
		[]string{"go-default-changed differs T.B", "go-default-changed differs T.COrDefault"},
		[]string{"go-default-changed differs T.B", "go-default-changed differs T.COrDefault"},
	},
	"prefix of a default": {
		nil,
		nil,
	},
	"default of an element": {
		[]string{"go-default-changed differs T.B"},
		[]string{"go-default-changed differs T.B"},
	},
	"default of an element added": {
		[]string{"go-default-changed differs T.B"},
		[]string{"go-default-changed differs T.B"},
	},
	"default of an optional element added": {
		[]string{"go-default-changed differs T.B", "go-method-added adds T.BOrDefault"},
		[]string{"go-default-changed differs T.B", "go-method-removed breaks T.BOrDefault"},
	},
	"fixed value of an element": {
		[]string{"go-default-changed differs T.B"},
		[]string{"go-default-changed differs T.B"},
	},
	"fixed value of an attribute": {
		[]string{"go-default-changed differs T.C"},
		[]string{"go-default-changed differs T.C"},
	},
	"default of a global element": {
		[]string{"go-default-changed differs RElement"},
		[]string{"go-default-changed differs RElement"},
	},
	"type of the default": {
		[]string{"go-field-type-changed breaks T.C", "go-field-type-changed breaks T.COrDefault"},
		[]string{"go-field-type-changed breaks T.C", "go-field-type-changed breaks T.COrDefault"},
	},
	"global element": {
		[]string{"go-variable-type-changed breaks RElement", "go-constant-added adds SElement"},
		[]string{"go-variable-type-changed breaks RElement", "go-constant-removed breaks SElement"},
	},
	"constructor takes more": {
		[]string{"go-constructor-changed breaks NewT", "go-required-field-new differs T.B"},
		[]string{"go-constructor-changed breaks NewT", "go-field-removed breaks T.B"},
	},
	"constructor takes what is no longer optional": {
		[]string{"go-constructor-changed breaks NewT", "go-field-shape-changed breaks T.B"},
		[]string{"go-constructor-changed breaks NewT", "go-field-shape-changed breaks T.B"},
	},
	"constructor takes another type": {
		[]string{"go-constructor-changed breaks NewT", "go-field-type-changed breaks T.B"},
		[]string{"go-constructor-changed breaks NewT", "go-field-type-changed breaks T.B"},
	},
	"constructor takes the same in another order": {
		[]string{"go-constructor-changed breaks NewT"},
		[]string{"go-constructor-changed breaks NewT"},
	},
	"constructor takes texts in another order": {
		[]string{"go-constructor-changed differs NewT"},
		[]string{"go-constructor-changed differs NewT"},
	},
	"abstract type": {
		[]string{"go-constructor-removed breaks NewT"},
		[]string{"go-constructor-added adds NewT"},
	},
	"getters": {
		[]string{
			"go-field-type-changed breaks AnyT.GetB", "go-field-shape-changed breaks D.B", "go-field-type-changed breaks D.GetB",
			"go-constructor-changed breaks NewD", "go-constructor-changed breaks NewT", "go-field-shape-changed breaks T.B", "go-field-type-changed breaks T.GetB",
		},
		[]string{
			"go-field-type-changed breaks AnyT.GetB", "go-field-shape-changed breaks D.B", "go-field-type-changed breaks D.GetB",
			"go-constructor-changed breaks NewD", "go-constructor-changed breaks NewT", "go-field-shape-changed breaks T.B", "go-field-type-changed breaks T.GetB",
		},
	},
	"no extras": {
		[]string{
			"go-method-removed breaks AnyT.GetA", "go-method-removed breaks D.Clone", "go-method-removed breaks D.Equal", "go-method-removed breaks D.GetA",
			"go-method-removed breaks H.Clone", "go-method-removed breaks H.Equal", "go-constructor-removed breaks NewD", "go-constructor-removed breaks NewH", "go-constructor-removed breaks NewT",
			"go-method-removed breaks T.Clone", "go-method-removed breaks T.Equal", "go-method-removed breaks T.GetA",
		},
		[]string{
			"go-method-added adds AnyT.GetA", "go-method-added adds D.Clone", "go-method-added adds D.Equal", "go-method-added adds D.GetA",
			"go-method-added adds H.Clone", "go-method-added adds H.Equal", "go-constructor-added adds NewD", "go-constructor-added adds NewH", "go-constructor-added adds NewT",
			"go-method-added adds T.Clone", "go-method-added adds T.Equal", "go-method-added adds T.GetA",
		},
	},
	"integer as int64": {
		[]string{"go-kind-changed breaks E"},
		[]string{"go-kind-changed breaks E"},
	},
	"date of the standard library": {
		[]string{"go-type-added adds Date", "go-field-type-changed breaks T.C"},
		[]string{"go-type-removed breaks Date", "go-field-type-changed breaks T.C"},
	},
	"date of another type": {
		[]string{"go-kind-changed breaks Date"},
		[]string{"go-kind-changed breaks Date"},
	},
	"derived type": {
		[]string{"go-type-added adds AnyT", "go-type-added adds D", "go-field-type-changed breaks H.T", "go-method-added adds T.IsT"},
		[]string{"go-type-removed breaks AnyT", "go-type-removed breaks D", "go-field-type-changed breaks H.T", "go-method-removed breaks T.IsT"},
	},
}

func TestCompare(t *testing.T) {
	if diff := cmp.Diff(slices.Sorted(maps.Keys(expected)), slices.Sorted(maps.Keys(pairs.All))); diff != "" {
		t.Fatalf("pairs (-expected +there):\n%s", diff)
	}
	for name, pair := range pairs.All {
		t.Run(name, func(t *testing.T) {
			before, after, err := pair.Models()
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(expected[name].forth, listed(goapi.Compare(before, after))); diff != "" {
				t.Errorf("old to new (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(expected[name].reverse, listed(goapi.Compare(after, before))); diff != "" {
				t.Errorf("new to old (-want +got):\n%s", diff)
			}
		})
	}
}

func listed(differences []goapi.Difference) (lines []string) {
	for _, d := range differences {
		lines = append(lines, fmt.Sprintf("%s %s %s", d.Rule, d.Effect, d.Name))
	}
	return lines
}

const (
	inSequence  = `<xs:complexType name="T"><xs:sequence>%s</xs:sequence></xs:complexType>`
	enumeration = `<xs:simpleType name="E"><xs:restriction base="xs:string"><xs:enumeration value="%s"/></xs:restriction></xs:simpleType>`

	a      = `<xs:element name="a" type="xs:string"/>`
	b      = `<xs:element name="b" type="xs:string"/>`
	maybeB = `<xs:element name="b" type="xs:string" minOccurs="0"/>`
)

// TestPlaces: a difference says where it stands in both schemas and which component it is about.
func TestPlaces(t *testing.T) {
	found := goapi.Compare(modelsOf(t, fmt.Sprintf(inSequence, b)), modelsOf(t, "\n"+fmt.Sprintf(inSequence, "\n"+maybeB)))
	if len(found) != 1 {
		t.Fatalf("%d differences", len(found))
	}
	d := found[0]
	if diff := cmp.Diff("type/T/element/b 1 3 string *string", fmt.Sprint(d.Path, " ", d.OldPosition.Line, " ", d.NewPosition.Line, " ", d.Old, " ", d.New)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestRemedies: whatever breaks, or means something else, comes with what to do about it, and what only adds does not.
func TestRemedies(t *testing.T) {
	before := modelsOf(t, fmt.Sprintf(inSequence, a+maybeB)+fmt.Sprintf(enumeration, "x"))
	after := modelsOf(t, fmt.Sprintf(inSequence, b)+fmt.Sprintf(enumeration, "y"))
	want := map[string]string{
		"T.A": "remove what reads or sets T.A",
		"T.B": "set T.B to the value itself: write x for new(x) and for *x",
		"EX":  "use something else in place of EX",
		"EY":  "",
	}
	got := map[string]string{}
	for _, d := range goapi.Compare(before, after) {
		got[d.Name] = d.Remedy()
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
