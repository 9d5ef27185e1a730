package attacks_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/mvainnsyn/mvainnsyn/internal/cost"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/attacks"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/conformance/record"
)

// growth is how many times as much four times the attack may take: what is linear takes four, what is quadratic sixteen. A buffer that doubles
// takes up to six.
const growth = 6

// trifle is how many steps are too few to tell how they grow. They take less than a millisecond.
const trifle = 250_000

// beyond are attacks that may grow faster, with the reason.
var beyond = map[string]string{
	"a chain of extensions":              "each type is compiled with all that it inherits",
	"a chain of substitutions":           "each head is compiled with all that may stand for it",
	"a circle of substitutions":          "each member is followed to where the circle closes",
	"optional elements beside wildcards": "each place is compared with all that may follow it",
	"any attributes of many namespaces":  "the text itself grows by the square of its number",
	"a long entity often":                "the text that it stands for grows by the square, up to Limits.MaxExpansion",
	"a long default often":               "the text that it stands for grows by the square, up to Limits.MaxExpansion",
	"entities that double":               "they grow up to Limits.MaxExpansion",
	"entities that double nothing":       "they grow up to Limits.MaxExpansion",
}

// most bounds the steps of those, for their size at four times.
const most = 2e9

// TestMemory holds what each attack allocates to its length, in each way, at a size and at four times that size. Tables are a tenth of what they are
// where steps are counted.
func TestMemory(t *testing.T) {
	for _, a := range attacks.All {
		size := a.Size
		if slices.Contains(a.Ways, attacks.Keyed) {
			size /= 10
		}
		few, many := []byte(a.Text(size)), []byte(a.Text(4*size))
		for _, way := range a.Ways {
			small, large := allocated(t, way, few), allocated(t, way, many)
			t.Logf("%s\t%s\t%d\t%d\t%d bytes", a.Name, way, size, small, large)
			switch factor := float64(large) / max(float64(small), 1<<20); {
			case beyond[a.Name] != "" && large > 1<<30:
				t.Errorf("%s (%s): %d bytes", a.Name, way, large)
			case beyond[a.Name] == "" && factor > growth:
				t.Errorf("%s (%s): %d bytes at %d, %d at four times that: a factor of %.1f", a.Name, way, small, size, large, factor)
			}
		}
	}
}

// allocated reads once before it counts: what is allocated only once is then allocated already.
func allocated(t *testing.T, way attacks.Way, text []byte) uint64 {
	t.Helper()
	var err error
	read := func() { err = attacks.Read(way, text) }
	if read(); err != nil {
		t.Fatal(err)
	}
	return cost.Of(read)
}

// TestGrowth counts the blocks of the program that each attack runs, in each way, at a size and at four times that size. Such steps do not depend
// on how busy the machine is.
func TestGrowth(t *testing.T) {
	if os.Getenv("ATTACKS") == "" {
		t.Skip("counting steps takes minutes: make attacks")
	}
	program := filepath.Join(t.TempDir(), "run.exe")
	build := exec.Command("go", "build", "-cover", "-covermode=atomic", "-coverpkg="+counted, "-o", program, "./run")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	run := exec.Command(program)
	run.Env = append(os.Environ(), "GOCOVERDIR="+t.TempDir(), "GOMEMLIMIT=2GiB")
	var stderr strings.Builder
	run.Stderr = &stderr
	out, err := run.Output()
	if err != nil {
		t.Fatalf("%v\n%.2000s", err, stderr.String())
	}
	var rows [][]string
	for line := range strings.Lines(string(out)) {
		rows = append(rows, judged(t, strings.TrimSuffix(line, "\n")))
	}
	record.Section(t, "attacks", fmt.Sprintf("%d attacks. Steps are blocks of the program that run for a text, at a size and at four times that size; what is prepared once is left out. "+
		"What grows with the length of the text has a growth of four. Fewer than %d steps are too few to tell. The longer text also allocates at most so many times more, which every run of the tests holds.\n\n%s",
		len(attacks.All), trifle, record.Table([]string{"attack", "way in", "size", "steps", "at four times", "growth", "why it may grow faster"}, rows)))
}

// counted are the packages whose blocks count: the runtime and the compiler, not what makes the attacks, and the program, since the counters of
// a program without its own are not kept.
const counted = "github.com/mvainnsyn/mvainnsyn/xsd/...,github.com/mvainnsyn/mvainnsyn/tools/internal/load/...,github.com/mvainnsyn/mvainnsyn/tools/internal/schema/...," +
	"github.com/mvainnsyn/mvainnsyn/tools/internal/validate/...,github.com/mvainnsyn/mvainnsyn/tools/internal/cases/...,github.com/mvainnsyn/mvainnsyn/tools/internal/attacks/run"

// judged holds one line of what the program printed to what is allowed, and returns its cells, with the factor and the reason where it may be large.
func judged(t *testing.T, line string) []string {
	t.Helper()
	var size int
	var few, many float64
	fields := strings.Split(line, "\t")
	if len(fields) != 5 {
		t.Fatalf("not a line of the program: %q", line)
	}
	if _, err := fmt.Sscan(strings.Join(fields[2:], " "), &size, &few, &many); err != nil {
		t.Fatalf("%q: %v", line, err)
	}
	name, way := fields[0], fields[1]
	factor := many / max(few, trifle)
	switch {
	case many == 0:
		t.Errorf("%s (%s): nothing was read", name, way)
	case beyond[name] != "" && many > most:
		t.Errorf("%s (%s): %.0f steps", name, way, many)
	case beyond[name] == "" && factor > growth:
		t.Errorf("%s (%s): %.0f steps at %d, %.0f at four times that: a factor of %.1f", name, way, few, size, many, factor)
	}
	told := fmt.Sprintf("%.1f", many/few)
	if many < trifle {
		told = ""
	}
	return append(fields, told, beyond[name])
}
