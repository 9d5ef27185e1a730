package report

import (
	"fmt"
	"strings"
	"testing"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/diff"
)

// TestRemedies: a few are told, and the others counted, unless it is one that could as well be told.
func TestRemedies(t *testing.T) {
	for count, want := range map[int]struct {
		lines int
		last  string
	}{
		0: {0, ""}, 1: {1, "change your code so: r0"}, 3: {3, "change your code so: r2"}, 5: {5, "change your code so: r4"},
		6: {5, "and in 2 more ways of this kind (--format json has all)"}, 20: {5, "and in 16 more ways of this kind (--format json has all)"},
	} {
		var j diff.Judgement
		for i := range count {
			j.Remedies = append(j.Remedies, fmt.Sprintf("r%d", i))
		}
		got := remedyWords(j)
		if len(got) != want.lines || count > 0 && got[len(got)-1] != want.last {
			t.Errorf("%d remedies:\n%s", count, strings.Join(got, "\n"))
		}
	}
}
