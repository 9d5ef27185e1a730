package inclusion_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/automaton"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/inclusion"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/inputs"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/judge"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/sample"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// version is one version of a real schema.
type version struct {
	file string
	set  *schema.Set
}

// lineages are the versions of each real schema, oldest first, by what to name them.
func lineages(t *testing.T) map[string][]version {
	t.Helper()
	shared := inputs.Shared(t)
	all := map[string][]version{}
	for name, patterns := range map[string][]string{
		"SAF-T":          {"families/saft-financial-no/*/*.xsd"},
		"pain.001":       {"families/iso20022-pain.001/*.xsd"},
		"UBL Invoice":    {"families/ubl/2.1/maindoc/UBL-Invoice-*", "families/ubl/2.3/maindoc/UBL-Invoice-*"},
		"UBL Order":      {"families/ubl/2.1/maindoc/UBL-Order-*", "families/ubl/2.3/maindoc/UBL-Order-*"},
		"UBL CreditNote": {"families/ubl/2.1/maindoc/UBL-CreditNote-*", "families/ubl/2.3/maindoc/UBL-CreditNote-*"},
		"innsending":     {"history/mvameldinginnsending/*.xsd", "published/xsd/*mvameldinginnsending*.xsd"},
		"skattemelding":  {"history/skattemeldingformerverdiavgift/*.xsd", "published/xsd/*mva.skattemeldingformerverdiavgift.v*.xsd"},
		"validering":     {"history/valideringsresultat/*.xsd", "published/xsd/*valideringsresultat*.xsd"},
		"status":         {"history/mvaMeldingInnsendingStatus/*.xsd", "published/xsd/*Status*.xsd"},
		"betalingsinfo":  {"history/betalingsinformasjon/*.xsd", "published/xsd/*betalingsinformasjon*.xsd"},
	} {
		for _, pattern := range patterns {
			files, err := filepath.Glob(filepath.Join(shared, pattern))
			if err != nil || len(files) == 0 {
				t.Fatalf("no files %s: %v", pattern, err)
			}
			slices.Sort(files)
			for _, file := range files {
				all[name] = append(all[name], version{file, build(t, file, load.Options{})})
			}
		}
	}
	return all
}

// options pair the target namespaces of two versions.
func options(a, b version) inclusion.Options {
	return inclusion.Options{Namespaces: map[string]string{a.set.Documents[0].TargetNamespace: b.set.Documents[0].TargetNamespace}}
}

// TestFamilies compares each version of the real schemas with each other version, in both directions, and shows each witness to Xerces-J. Of what is
// called included, drawn documents are shown to it. Nothing is undecided. Without FAMILIES=all, versions are compared with their neighbours alone.
func TestFamilies(t *testing.T) {
	j := judge.Xerces(t)
	for name, versions := range lineages(t) {
		t.Run(name, func(t *testing.T) {
			counts := map[automaton.Verdict]int{}
			for i, a := range versions {
				for k, b := range versions {
					if os.Getenv("FAMILIES") != "all" && k != i+1 && k != i-1 && k != i {
						continue
					}
					if i == k {
						b.set = build(t, b.file, load.Options{}) // another reading, or there is nothing to compare
					}
					answer := inclusion.New(a.set, b.set, options(a, b)).Documents()
					counts[answer.Verdict]++
					judged(t, j, a, b, answer)
				}
			}
			t.Logf("%d included, %d not, %d undecided", counts[automaton.Yes], counts[automaton.No], counts[automaton.Undecided])
		})
	}
}

// judged shows an answer to the judge.
func judged(t *testing.T, j judge.Judge, a, b version, answer inclusion.Answer) {
	t.Helper()
	switch answer.Verdict {
	case automaton.No:
		if a.file == b.file {
			t.Errorf("%s is not in itself: %s", a.file, answer.Witness.Violation)
		}
		shown(t, j, a.file, b.file, answer.Witness)
	case automaton.Undecided:
		t.Errorf("%s in %s: undecided: %s", a.file, b.file, answer.Reason)
	default:
		if a.set.Documents[0].TargetNamespace == b.set.Documents[0].TargetNamespace && a.file != b.file {
			accepted(t, j, a, b)
		}
	}
}

// accepted shows documents drawn from the first version to the judge, which has to accept them by the second.
func accepted(t *testing.T, j judge.Judge, a, b version) {
	t.Helper()
	sampler, err := sample.New(a.set, 1)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	var files []string
	for i := range drawn {
		document, err := sampler.Valid()
		if err != nil {
			t.Fatal(err)
		}
		file := filepath.Join(dir, string(rune('a'+i%26))+string(rune('a'+i/26))+".xml")
		if err := os.WriteFile(file, []byte(document), 0o600); err != nil {
			t.Fatal(err)
		}
		files = append(files, file)
	}
	for i, verdict := range j.Validate([]string{b.file}, files) {
		if !verdict.Valid {
			t.Errorf("called included in %s, but %s is not valid: %s", b.file, files[i], verdict.Message)
		}
	}
}

// TestReflexiveSuite compares each schema of the W3C's suite that is valid on its own with another reading of itself.
func TestReflexiveSuite(t *testing.T) {
	counts := map[automaton.Verdict]int{}
	err := filepath.WalkDir(inputs.XSTS(t), func(path string, _ fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(path) != ".xsd" || testing.Short() && len(path)%10 != 0 {
			return err
		}
		first, second := readable(path), readable(path)
		if first == nil || second == nil {
			return nil
		}
		answer := inclusion.New(first, second, inclusion.Options{}).Documents()
		counts[answer.Verdict]++
		switch answer.Verdict {
		case automaton.No:
			t.Errorf("%s is not in itself: %s", path, answer.Witness.Violation)
		case automaton.Undecided:
			t.Logf("%s: undecided: %s", path, answer.Reason)
		}
		return nil
	})
	t.Logf("%d included in themselves, %d undecided", counts[automaton.Yes], counts[automaton.Undecided])
	if err != nil || counts[automaton.Yes] < 300 || counts[automaton.Undecided] > 3 {
		t.Errorf("%d included, %d undecided, %v", counts[automaton.Yes], counts[automaton.Undecided], err)
	}
}

// readable is the schema in a file, nil where it is not valid on its own.
func readable(path string) *schema.Set {
	documents, err := load.Load([]string{path}, load.Options{})
	if err != nil {
		return nil
	}
	set, err := schema.Build(documents)
	if err != nil {
		return nil
	}
	return set
}
