// Simple types of real schemas: each type of one version against the type of its name in the next, both ways.

package inclusion

import (
	"fmt"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/automaton"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/inputs"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

// lineages are series of versions, by patterns of files below ../shared; the files of one pattern are one version or, where versions are
// files of one folder, a series each.
var lineages = []struct {
	name     string
	versions [][]string // patterns of the files of each version
}{
	{"betalingsinformasjon", [][]string{{"history/betalingsinformasjon/*.xsd"}}},
	{"mvameldinginnsending", nil},
	{"skattemeldingformerverdiavgift", nil},
	{"valideringsresultat", nil},
	{"saft", nil},
	{"pain", nil},
	{"ubl", nil},
}

func TestFamiliesOfSimpleTypes(t *testing.T) {
	_ = fmt.Sprint
	shared := inputs.Shared(t)
	var series [][]string
	for _, glob := range []string{"history/mvameldinginnsending/*.xsd", "history/skattemeldingformerverdiavgift/*.xsd", "history/valideringsresultat/*.xsd", "families/saft-financial-no/*/*.xsd", "families/iso20022-pain.001/*.xsd"} {
		files, _ := filepath.Glob(filepath.Join(shared, glob))
		slices.Sort(files)
		series = append(series, files)
	}
	newer, _ := filepath.Glob(filepath.Join(shared, "families/ubl/2.3/maindoc/*.xsd"))
	for _, file := range newer[:3] {
		old := filepath.Join(shared, "families/ubl/2.1/maindoc", filepath.Base(file))
		older, _ := filepath.Glob(old[:len(old)-7] + "*")
		if len(older) == 1 {
			series = append(series, []string{older[0], file})
		}
	}
	counts := map[automaton.Verdict]int{}
	var slowest time.Duration
	for _, files := range series {
		for i := 1; i < len(files); i++ {
			old, new := simpleTypes(t, files[i-1]), simpleTypes(t, files[i])
			for name, a := range old {
				b, both := new[name]
				if !both {
					continue
				}
				for _, pair := range [][2]*xsd.SimpleType{{a, b}, {b, a}} {
					start := time.Now()
					got := SimpleTypes(pair[0], pair[1])
					if d := time.Since(start); d > slowest {
						slowest = d
						t.Logf("slow %s %v", name, d)
					}
					counts[got.Verdict]++
					if got.Verdict != automaton.Yes {
						t.Logf("%s %s: %v %q %s", filepath.Base(files[i]), name, got.Verdict, got.Text, got.Reason)
					}
				}
			}
		}
	}
	t.Logf("%v slowest %v", counts, slowest)
}

func simpleTypes(t *testing.T, file string) map[string]*xsd.SimpleType {
	docs, err := load.Load([]string{file}, load.Options{})
	if err != nil {
		t.Fatal(err)
	}
	set, err := schema.Build(docs)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]*xsd.SimpleType{}
	for _, typ := range set.Types {
		if s, ok := typ.(*schema.SimpleType); ok {
			out[s.Name.Local] = s.Runtime
		}
	}
	return out
}
