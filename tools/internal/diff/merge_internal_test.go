// Merged content models give back what they were merged of.

package diff

import (
	"path/filepath"
	"testing"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/automaton"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/inputs"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// TestMergedModelsGiveBackBoth: of every merged model of real versions, no edit taken gives the model of the side, all edits taken that of the other.
func TestMergedModelsGiveBackBoth(t *testing.T) {
	for _, pattern := range []string{"saft-financial-no/*/*.xsd", "iso20022-pain.001/pain.001.001.0?.xsd"} {
		files, err := filepath.Glob(filepath.Join(inputs.Shared(t, "families"), pattern))
		if err != nil || len(files) < 2 {
			t.Fatalf("%s: %d files, %v", pattern, len(files), err)
		}
		for i := 1; i < len(files); i++ {
			compareBoth(t, files[i-1], files[i])
		}
	}
}

func compareBoth(t *testing.T, before, after string) {
	t.Helper()
	old, newer := built(t, before), built(t, after)
	if moved := MovedSpaces(old.Set, newer.Set); len(moved) > 0 {
		var err error
		if newer, err = mapped(newer, moved); err != nil {
			t.Fatal(err)
		}
	}
	c := newComparer(old, newer)
	c.run()
	for _, m := range c.models {
		if m.tree == nil {
			continue
		}
		for _, at := range []Side{OldSide, NewSide} {
			for _, all := range []bool{false, true} {
				want := m.on(at)
				if all {
					want = m.on(at.other())
				}
				content, err := schema.CompileContent(rooted(newBuilding(at, func(*edit) bool { return all }).tree(m.tree)), false)
				if err != nil {
					t.Fatalf("%s %s: %v", after, m.tree.path, err)
				}
				if r := automaton.Equivalent(content.Model(), want.Content.(*schema.ElementContent).Model(), automaton.Options{}); r.Verdict != automaton.Yes {
					t.Errorf("%s %s at %s, edits taken %t: %s is not in both", after, m.tree.path, at, all, r.Witness)
				}
			}
		}
	}
}

func built(t *testing.T, file string) Input {
	t.Helper()
	documents, err := load.Load([]string{file}, load.Options{})
	if err != nil {
		t.Fatal(err)
	}
	set, err := schema.Build(documents)
	if err != nil {
		t.Fatal(err)
	}
	return Input{Name: file, Documents: documents, Set: set}
}
