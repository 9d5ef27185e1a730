// The judge of tools/internal/goapi: golang.org/x/exp/apidiff on the packages that are emitted from both models. What it calls incompatible we call Breaks, declaration by
// declaration, and the other way round.

package peers_test

import (
	"cmp"
	"go/types"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"golang.org/x/exp/apidiff"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/emit"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/goapi"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/goapi/pairs"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/inputs"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/judge"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/model"
)

func models(t testing.TB, file string) []*model.Package {
	t.Helper()
	packages, err := pairs.Models(file, load.Options{}, pairs.Extras)
	if err != nil {
		t.Fatal(err)
	}
	return packages
}

// chains are the versions of the shared schemas, oldest first.
func chains(t *testing.T) map[string][]string {
	all := map[string][]string{}
	shared := filepath.Dir(inputs.Shared(t, "history"))
	inputs.Shared(t, "families")
	for name, pattern := range map[string]string{
		"mvameldinginnsending":           "history/mvameldinginnsending/*.xsd",
		"skattemeldingformerverdiavgift": "history/skattemeldingformerverdiavgift/*.xsd",
		"valideringsresultat":            "history/valideringsresultat/*.xsd",
		"SAF-T":                          "families/saft-financial-no/*/*.xsd",
		"pain.001":                       "families/iso20022-pain.001/pain.001.001.0?.xsd",
		"UBL Invoice":                    "families/ubl/*/maindoc/UBL-Invoice-*.xsd",
	} {
		files, err := filepath.Glob(filepath.Join(shared, filepath.FromSlash(pattern)))
		if err != nil || len(files) < 2 {
			t.Fatalf("%s: %d files, %v", pattern, len(files), err)
		}
		slices.Sort(files)
		all[name] = files
	}
	return all
}

func TestApidiffAgreesOnPairs(t *testing.T) {
	checker := judge.NewGoTypes(t)
	for name, pair := range pairs.All {
		t.Run(name, func(t *testing.T) {
			if len(pair.With.Types) > 0 {
				t.Skip("of a type that embeds another one than before, apidiff lists all that both of those have")
			}
			before, after, err := pair.Models()
			if err != nil {
				t.Fatal(err)
			}
			compareWithApidiff(t, checker, before, after)
			compareWithApidiff(t, checker, after, before)
		})
	}
}

func TestApidiffAgreesOnFamilies(t *testing.T) {
	checker := judge.NewGoTypes(t)
	for name, files := range chains(t) {
		t.Run(name, func(t *testing.T) {
			for i := range files[1:] {
				before, after := models(t, files[i]), models(t, files[i+1])
				compareWithApidiff(t, checker, before, after)
				compareWithApidiff(t, checker, after, before)
			}
		})
	}
}

// compareWithApidiff compares the declarations that break, by name.
func compareWithApidiff(t *testing.T, checker *judge.GoTypes, before, after []*model.Package) {
	t.Helper()
	ours := map[string]bool{}
	for _, d := range goapi.Compare(before, after) {
		if counts(d) {
			ours[d.Name] = true
		}
	}
	if diff := gocmp.Diff(incompatible(t, checker, before, after), slices.Sorted(maps.Keys(ours))); diff != "" {
		t.Errorf("declarations that break (-apidiff +ours):\n%s", diff)
	}
}

// counts reports whether a difference is one that apidiff calls incompatible. It does so for a constant's value, with which source still compiles; and it
// does not look at the type argument of a variable such as xsd.Element[T], with which some source does not.
func counts(d goapi.Difference) bool {
	switch d.Rule {
	case goapi.ConstantChanged:
		return true
	case goapi.VariableTypeChange:
		return !strings.HasPrefix(d.Old, "xsd.Element[")
	}
	return d.Effect == goapi.Breaks
}

// incompatible names the declarations that apidiff calls incompatible.
func incompatible(t *testing.T, checker *judge.GoTypes, old, newer []*model.Package) []string {
	t.Helper()
	before, after := checked(t, checker, old), checked(t, checker, newer)
	found := map[string]bool{}
	for dir, p := range before {
		dir = strings.TrimPrefix(dir, ".")
		if after[cmp.Or(dir, ".")] == nil {
			found[cmp.Or(dir, p.Name())] = true
			continue
		}
		for _, change := range apidiff.Changes(p, after[cmp.Or(dir, ".")]).Changes {
			if !change.Compatible && !passedOver(change.Message) {
				found[subject(dir, change.Message)] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(found))
}

// passedOver reports whether a message of apidiff is about what no source has: types of its own behind the interfaces of generated ones, which lack a method then, or
// calls of what package xsd alone calls.
func passedOver(message string) bool {
	return strings.HasSuffix(message, ": added") || strings.Contains(message, ".CloneXSD: ") || strings.Contains(message, ".EqualXSD: ")
}

// checked emits and type-checks packages.
func checked(t *testing.T, checker *judge.GoTypes, packages []*model.Package) map[string]*types.Package {
	t.Helper()
	emitted, err := emit.Files(packages)
	if err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{}
	for _, f := range emitted {
		files[f.Path] = f.Data
	}
	result, err := checker.Check(pairs.ImportPath, files)
	if err != nil {
		t.Fatal(err)
	}
	return result
}

// subject is the declaration that a message of apidiff is about: "A.B: removed", "(*A).B: removed" or "A: old is comparable, new is not".
func subject(dir, message string) string {
	name, _, _ := strings.Cut(message, ": ")
	name = strings.NewReplacer("(*", "", ")", "").Replace(name)
	if dir != "" {
		name = dir + "/" + name
	}
	return name
}
