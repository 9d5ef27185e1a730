// What a newcomer's go test ./... downloads is all that the tests need.

package mvainnsyn_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestTestsFetchAllModules checks that the tests import a package of every module that vendoring takes. The go command fetches
// what the tests import on this platform; tests that run it again without network, on modules of their own, need what all
// platforms import. On a machine that has built for others before, the difference would not show.
func TestTestsFetchAllModules(t *testing.T) {
	vendored := filepath.Join(t.TempDir(), "vendor")
	goOutput(t, "mod", "vendor", "-o", vendored)
	list, err := os.ReadFile(filepath.Join(vendored, "modules.txt"))
	if err != nil {
		t.Fatal(err)
	}
	fetched := map[string]bool{}
	for path := range strings.FieldsSeq(goOutput(t, "list", "-deps", "-test", "-f", "{{with .Module}}{{.Path}}{{end}}", "./...")) {
		fetched[path] = true
	}
	needed := modulesWithPackages(string(list))
	if len(needed) < 10 {
		t.Fatalf("modules.txt names %d modules with packages: it is not read rightly", len(needed))
	}
	for _, path := range needed {
		if !fetched[path] {
			t.Errorf("no test imports %s on this platform, so an empty cache lacks it: import it in the tests that run the go command", path)
		}
	}
}

// modulesWithPackages returns the modules of a vendor/modules.txt of which a package is vendored.
func modulesWithPackages(list string) []string {
	var paths []string
	module := ""
	for line := range strings.Lines(list) {
		fields := strings.Fields(line)
		switch {
		case len(fields) > 1 && fields[0] == "#":
			module = fields[1]
		case len(fields) == 1 && module != "":
			paths = append(paths, module)
			module = ""
		}
	}
	return paths
}

func TestModulesWithPackages(t *testing.T) {
	list := "# example.org/a v1.0.0\n## explicit; go 1.26\nexample.org/a/x\nexample.org/a/y\n# example.org/b v1.0.0\n## explicit\n# example.org/c v1.0.0\nexample.org/c\n"
	if got := strings.Join(modulesWithPackages(list), " "); got != "example.org/a example.org/c" {
		t.Errorf("modules with packages: %s", got)
	}
}

// goOutput runs the go command in the module and returns what it prints.
func goOutput(t *testing.T, args ...string) string {
	t.Helper()
	command := exec.Command("go", args...)
	var stderr strings.Builder
	command.Stderr = &stderr
	out, err := command.Output()
	if err != nil {
		t.Fatalf("go %s: %v\n%s", strings.Join(args, " "), err, stderr.String())
	}
	return string(out)
}
