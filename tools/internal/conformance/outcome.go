// What came of the tests: counts of agreement, and each disagreement with its reason.

package conformance

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"
)

// Verdict is what one way of judging made of a test.
type Verdict struct {
	Valid   bool
	Reason  string // the first violation, or what kept it from judging
	Broken  bool   // it panicked, ran out of time, or could not judge: never an agreement
	Elapsed time.Duration
}

// Outcome is a test with its verdict.
type Outcome struct {
	Test    Test
	Verdict Verdict
}

// Agrees reports whether the verdict is the expected one.
func (o Outcome) Agrees() bool { return !o.Verdict.Broken && o.Verdict.Valid == o.Test.Valid() }

// Outcomes is what came of a run.
type Outcomes []Outcome

// Rate is a count of agreements.
type Rate struct{ Agreed, All int }

// Percent is the rate in per cent; 100 where there was nothing to judge.
func (r Rate) Percent() float64 {
	if r.All == 0 {
		return 100
	}
	return 100 * float64(r.Agreed) / float64(r.All)
}

// String shows the rate with the counts behind it.
func (r Rate) String() string {
	return fmt.Sprintf("%6.2f %% (%d of %d)", r.Percent(), r.Agreed, r.All)
}

// Rate counts the agreements among the outcomes that the filter takes.
func (os Outcomes) Rate(filter func(Test) bool) Rate {
	var rate Rate
	for _, o := range os {
		if !filter(o.Test) {
			continue
		}
		rate.All++
		if o.Agrees() {
			rate.Agreed++
		}
	}
	return rate
}

// OfKind takes the tests of a kind with an expected verdict.
func OfKind(kind Kind, valid bool) func(Test) bool {
	return func(t Test) bool { return t.Kind == kind && t.Valid() == valid }
}

// Disagreements are the outcomes that differ from what is expected, in the order of their ids.
func (os Outcomes) Disagreements() Outcomes {
	var out Outcomes
	for _, o := range os {
		if !o.Agrees() {
			out = append(out, o)
		}
	}
	slices.SortFunc(out, func(a, b Outcome) int {
		return cmp.Or(strings.Compare(a.Test.ID, b.Test.ID), strings.Compare(string(a.Test.Kind), string(b.Test.Kind)))
	})
	return out
}

// Slowest is the longest time a single test took, with the test.
func (os Outcomes) Slowest() Outcome {
	return slices.MaxFunc(os, func(a, b Outcome) int { return cmp.Compare(a.Verdict.Elapsed, b.Verdict.Elapsed) })
}

// Print writes the rates: over all, then for each contributor and area.
func (os Outcomes) Print(w io.Writer, suite *Suite) {
	kinds := []struct {
		name  string
		kind  Kind
		valid bool
	}{{"schema valid", SchemaTest, true}, {"schema invalid", SchemaTest, false}, {"document valid", DocumentTest, true}, {"document invalid", DocumentTest, false}}
	for _, k := range kinds {
		if rate := os.Rate(OfKind(k.kind, k.valid)); rate.All > 0 {
			fmt.Fprintf(w, "%-18s %s\n", k.name, rate)
		}
	}
	for _, area := range suite.areas() {
		rate := os.Rate(func(t Test) bool { return t.Contributor+": "+t.Area == area })
		if rate.All > 0 {
			fmt.Fprintf(w, "  %-56s %s\n", area, rate)
		}
	}
}

// Record writes every disagreement: the test, what was expected, and the reason for the verdict. A disputed one has its argument beside it.
func (os Outcomes) Record(w io.Writer, disputed map[string]string) error {
	for _, o := range os.Disagreements() {
		line := fmt.Sprintf("%s\t%s\texpected %s\t%s", o.Test.ID, o.Test.Kind, o.Test.Expected, strings.Join(strings.Fields(o.Verdict.Reason), " "))
		if argument, ok := disputed[o.Test.ID]; ok {
			line += "\tdisputed: " + argument
		}
		if _, err := fmt.Fprintln(w, line); err != nil {
			return err
		}
	}
	return nil
}
