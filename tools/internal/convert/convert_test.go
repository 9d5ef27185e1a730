package convert_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/inputs"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/judge"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
)

// lineages are real schemas, oldest version first: all of them, or those that are compiled in no time.
func lineages(t testing.TB, all bool) map[string][]string {
	t.Helper()
	shared := inputs.Shared(t)
	found := map[string][]string{}
	for name, pattern := range map[string]string{
		"saft": "families/saft-financial-no/*/*.xsd", "pain": "families/iso20022-pain.001/pain.001.001.0?.xsd",
		"innsending": "history/mvameldinginnsending/*.xsd", "melding": "history/skattemeldingformerverdiavgift/*.xsd",
		"validering": "history/valideringsresultat/*.xsd",
	} {
		files, err := filepath.Glob(filepath.Join(shared, pattern))
		if err != nil || len(files) < 2 {
			t.Fatalf("%s: %d files, %v", pattern, len(files), err)
		}
		slices.Sort(files)
		found[name] = files
	}
	if all {
		found["skattemelding"] = archived(t, "skattemelding/skattemelding_v10_ekstern.tar.xz", "*.xsd")
		found["ubl"] = append(archived(t, "ubl/invoice-2.0-2.2-2.4.tar.xz", "2.[24]/maindoc/UBL-Invoice-*.xsd"),
			filepath.Join(shared, "families", "ubl", "2.1", "maindoc", "UBL-Invoice-2.1.xsd"), filepath.Join(shared, "families", "ubl", "2.3", "maindoc", "UBL-Invoice-2.3.xsd"))
		slices.SortFunc(found["ubl"], func(a, b string) int { return strings.Compare(filepath.Base(a), filepath.Base(b)) })
	}
	return found
}

// archived are the files of an archive of the families, in the order of their names.
func archived(t testing.TB, archive, pattern string) []string {
	t.Helper()
	dir := t.TempDir()
	if out, err := exec.Command("tar", "-xJf", inputs.Shared(t, "families", filepath.FromSlash(archive)), "-C", dir).CombinedOutput(); err != nil {
		inputs.NotChecked(t, "%s cannot be unpacked: %v %s", archive, err, out)
	}
	files, err := filepath.Glob(filepath.Join(dir, filepath.FromSlash(pattern)))
	if err != nil || len(files) < 2 {
		t.Fatalf("%s: %d files, %v", archive, len(files), err)
	}
	slices.Sort(files)
	return files
}

// TestLineages converts drawn documents of each version of real schemas into the next. Without CONVERT=all, the conversions of the large ones are
// type-checked alone, each lineage's last.
func TestLineages(t *testing.T) {
	checker := judge.NewGoTypes(t)
	all := os.Getenv("CONVERT") == "all"
	for name, files := range lineages(t, all) {
		if only := os.Getenv("LINEAGE"); only != "" && only != name {
			continue
		}
		t.Run(name, func(t *testing.T) {
			if !all {
				files = files[len(files)-2:]
			}
			var pairs []*pair
			var before *version
			for i, file := range files {
				v := newVersion(t, fmt.Sprintf("%s/v%d", name, i+1), []string{file}, load.Options{})
				if before != nil {
					pairs = append(pairs, newPair(t, fmt.Sprintf("%s%d", name, i), before, v))
				}
				before = v
			}
			if large := name == "saft" || name == "pain"; testing.Short() || large && !all {
				pairs[0].typeCheck(t, checker)
				return
			}
			most := 40
			if name == "ubl" {
				most = 1 // for each of more than a thousand roots
			}
			prove(t, pairs, most)
		})
	}
}

// prove converts drawn documents of pairs.
func prove(t *testing.T, pairs []*pair, most int) {
	t.Helper()
	w := build(t, pairs...)
	for _, p := range pairs {
		jobs := draw(t, p, most)
		clean, losses := 0, 0
		for i, a := range w.convert(jobs) {
			losses += len(a.Losses)
			if len(a.Losses) == 0 {
				clean++
			}
			if found := faults(a); len(found) > 0 {
				t.Errorf("%s: %s\nlosses: %v\nbefore: %s\nafter: %s", p.name, strings.Join(found, "\n"), a.Losses, a.Before, a.After)
				if i > 3 {
					break
				}
			}
		}
		t.Logf("%s: %d documents, %d without losses, %d losses", p.name, len(jobs), clean, losses)
	}
}
