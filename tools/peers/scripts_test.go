// This file builds xsdgen and runs its scripts, tools/xsdgen/testdata/script: flags, exit codes and the exact text of diagnostics.

package peers_test

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	// The script downstream vendors the compiler, which takes every platform's modules: this one is Windows's alone, and is
	// imported so that the go command fetches it with the rest.
	_ "github.com/inconshreveable/mousetrap"
	"github.com/rogpeppe/go-internal/testscript"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/downstream"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/inputs"
)

func TestMain(m *testing.M) {
	code, err := withCommand(m.Run)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		code = 1
	}
	os.Exit(code)
}

// withCommand puts xsdgen on the path while run runs.
func withCommand(run func() int) (code int, err error) {
	root, err := inputs.Root()
	if err != nil {
		return 0, err
	}
	bin, err := os.MkdirTemp("", "xsdgen")
	if err != nil {
		return 0, err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(bin)) }()
	build := exec.Command("go", "build", "-o", bin+string(filepath.Separator), "./tools/xsdgen")
	build.Dir = root
	if out, err := build.CombinedOutput(); err != nil {
		return 0, fmt.Errorf("%w: %s", err, out)
	}
	if err := os.Setenv("PATH", bin+string(filepath.ListSeparator)+os.Getenv("PATH")); err != nil {
		return 0, err
	}
	return run(), nil
}

func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "../xsdgen/testdata/script",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		UpdateScripts:       os.Getenv("UPDATE") != "",
		Cmds:                map[string]func(*testscript.TestScript, bool, []string){"exits": exits},
		Setup:               setup,
	})
}

// exits runs a command and demands its exit code: exits 2 xsdgen generate.
func exits(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) < 2 {
		ts.Fatalf("usage: exits code command [args]")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		var exit *exec.ExitError
		if !errors.As(err, &exit) {
			ts.Fatalf("%v", err)
		}
		got = exit.ExitCode()
	}
	if got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
}

// setup lets scripts run the go command with the caches of the one that runs the test, and find the module.
func setup(env *testscript.Env) error {
	root, err := inputs.Root()
	if err != nil {
		return err
	}
	env.Setenv("MODULE", root)
	for _, name := range []string{"GOCACHE", "GOMODCACHE", "GOROOT", "GOPATH"} {
		value, err := exec.Command("go", "env", name).Output()
		if err != nil {
			return err
		}
		env.Setenv(name, strings.TrimSpace(string(value)))
	}
	for _, setting := range downstream.Settings { // what the module needs is in the cache
		name, value, _ := strings.Cut(setting, "=")
		env.Setenv(name, value)
	}
	env.Setenv("GONOSUMDB", "*")
	env.Setenv("GOTOOLCHAIN", "local")
	return nil
}
