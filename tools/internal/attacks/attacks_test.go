package attacks_test

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/mvainnsyn/mvainnsyn/internal/cost"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/attacks"
)

// growth is how many times as many steps four times the attack may take: what is linear takes four, what is quadratic sixteen.
const growth = 5.5

// beyond are attacks that may grow faster, with the reason.
var beyond = map[string]string{
	"a chain of extensions":             "each type is compiled with all that it inherits",
	"a chain of substitutions":          "each head is compiled with all that may stand for it",
	"a circle of substitutions":         "each member is followed to where the circle closes",
	"any attributes of many namespaces": "the text itself grows by the square of its number",
	"a long entity often":               "the text that it stands for grows by the square, up to Limits.MaxExpansion",
	"a long default often":              "the text that it stands for grows by the square, up to Limits.MaxExpansion",
	"entities that double":              "they grow up to Limits.MaxExpansion",
	"entities that double nothing":      "they grow up to Limits.MaxExpansion",
}

// most bounds the steps of those, for their size at four times.
const most = 2e9

// TestMemory holds what each attack allocates to its length, in each way, at a size and at four times that size.
func TestMemory(t *testing.T) {
	for _, a := range attacks.All {
		few, many := []byte(a.Text(a.Size)), []byte(a.Text(4*a.Size))
		for _, way := range a.Ways {
			small, large := allocated(t, way, few), allocated(t, way, many)
			t.Logf("%s\t%s\t%d\t%d\t%d bytes", a.Name, way, a.Size, small, large)
			switch factor := float64(large) / max(float64(small), 1<<20); {
			case beyond[a.Name] != "" && large > 1<<30:
				t.Errorf("%s (%s): %d bytes", a.Name, way, large)
			case beyond[a.Name] == "" && factor > growth:
				t.Errorf("%s (%s): %d bytes at %d, %d at four times that: a factor of %.1f", a.Name, way, small, a.Size, large, factor)
			}
		}
	}
}

// allocated reads once before it counts, so that what is made once is made.
func allocated(t *testing.T, way attacks.Way, text []byte) uint64 {
	t.Helper()
	var err error
	read := func() { err = attacks.Read(way, text) }
	if read(); err != nil {
		t.Fatal(err)
	}
	return cost.Of(read)
}

// TestGrowth counts the statements that each attack takes, in each way, at a size and at four times that size. Steps do not depend on how busy the
// machine is.
func TestGrowth(t *testing.T) {
	if os.Getenv("ATTACKS") == "" {
		t.Skip("counting steps takes minutes: make attacks")
	}
	program := filepath.Join(t.TempDir(), "run.exe")
	build := exec.Command("go", "build", "-cover", "-covermode=count", "-coverpkg=github.com/mvainnsyn/mvainnsyn/...", "-o", program, "./run")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	base := map[attacks.Way]float64{}
	for _, a := range attacks.All {
		for _, way := range a.Ways {
			few, many := steps(t, program, a.Name, way, a.Size), steps(t, program, a.Name, way, 4*a.Size)
			fixed := fixedSteps(t, program, base, way)
			factor := (many - fixed) / max(few-fixed, 1000)
			t.Logf("%s\t%s\t%d\t%.0f\t%.0f\t%.1f", a.Name, way, a.Size, few, many, factor)
			switch {
			case beyond[a.Name] != "" && many > most:
				t.Errorf("%s (%s): %.0f steps", a.Name, way, many)
			case beyond[a.Name] == "" && factor > growth:
				t.Errorf("%s (%s): %.0f steps at %d, %.0f at four times that: a factor of %.1f", a.Name, way, few, a.Size, many, factor)
			}
		}
	}
}

// fixedSteps are those of starting the program and of its own schema.
func fixedSteps(t *testing.T, program string, known map[attacks.Way]float64, way attacks.Way) float64 {
	if _, ok := known[way]; !ok {
		name := map[attacks.Way]string{attacks.JSON: "many items", attacks.Values: "many items", attacks.Schema: "500 attributes"}[way]
		if name == "" {
			name = "XML declarations"
		}
		known[way] = steps(t, program, name, way, 0)
	}
	return known[way]
}

// steps runs an attack and returns how many statements it took.
func steps(t *testing.T, program, name string, way attacks.Way, n int) float64 {
	t.Helper()
	directory := t.TempDir()
	run := exec.Command(program, name, string(way), strconv.Itoa(n))
	run.Env = append(os.Environ(), "GOCOVERDIR="+directory, "GOMEMLIMIT=2GiB")
	if out, err := run.CombinedOutput(); err != nil {
		t.Fatalf("%s (%s, %d): %v\n%.2000s", name, way, n, err, out)
	}
	profile := filepath.Join(directory, "profile")
	if out, err := exec.Command("go", "tool", "covdata", "textfmt", "-i="+directory, "-o="+profile).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return statements(t, profile)
}

// statements adds up a coverage profile in its text form: file:range, statements, count.
func statements(t *testing.T, profile string) (sum float64) {
	t.Helper()
	file, err := os.Open(profile)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	for lines := bufio.NewScanner(file); lines.Scan(); {
		if strings.Contains(lines.Text(), "/attacks/") || strings.HasPrefix(lines.Text(), "mode:") {
			continue
		}
		var block string
		var size, count float64
		if _, err := fmt.Sscan(lines.Text(), &block, &size, &count); err != nil {
			t.Fatalf("%s: %v", lines.Text(), err)
		}
		sum += size * count
	}
	if sum == 0 {
		t.Fatal("no steps were counted")
	}
	return sum
}
