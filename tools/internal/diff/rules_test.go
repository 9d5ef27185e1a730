// The rule table holds together: each row says all, and each widening has its narrowing.

package diff_test

import (
	"regexp"
	"testing"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/diff"
)

var kebab = regexp.MustCompile(`^[a-z]+(-[a-z]+)*$`)

func TestRuleTable(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range diff.Rules() {
		if !kebab.MatchString(r.ID) || seen[r.ID] {
			t.Errorf("%q is no ID, or is there twice", r.ID)
		}
		seen[r.ID] = true
		if r.What == "" || r.What[len(r.What)-1] != '.' {
			t.Errorf("%s: What is no sentence: %q", r.ID, r.What)
		}
		if diff.RuleByID(r.ID) != r {
			t.Errorf("%s is not found by its ID", r.ID)
		}
	}
	if len(seen) < 100 {
		t.Errorf("there are only %d rules", len(seen))
	}
}

// TestMirrors: the rule for the change back exists and has this one as its own, and what widens for the one narrows for the other: readers meet there
// what writers meet here. A row without a mirror says why.
func TestMirrors(t *testing.T) {
	for _, r := range diff.Rules() {
		if (r.Mirror == "") != (r.Waiver != "") {
			t.Errorf("%s needs a mirror or a waiver, not both", r.ID)
		}
		if r.Mirror == "" {
			continue
		}
		mirror := diff.RuleByID(r.Mirror)
		switch {
		case mirror == nil:
			t.Errorf("%s: there is no rule %s", r.ID, r.Mirror)
		case mirror.Mirror != r.ID:
			t.Errorf("%s has the mirror %s, whose mirror is %s", r.ID, r.Mirror, mirror.Mirror)
		case mirror.Readers != r.Writers || mirror.Writers != r.Readers:
			t.Errorf("%s does (%d, %d) to readers and writers; its mirror %s does (%d, %d)", r.ID, r.Readers, r.Writers, mirror.ID, mirror.Readers, mirror.Writers)
		case mirror.Area != r.Area:
			t.Errorf("%s is in another area than its mirror %s", r.ID, r.Mirror)
		}
	}
}
