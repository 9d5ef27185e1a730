//go:build unix

package cli

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/mvainnsyn/mvainnsyn/client/clienttest"
)

func TestOutputOfABatchIsForItsUserAlone(t *testing.T) {
	old := syscall.Umask(0o022)
	defer syscall.Umask(old)
	world, path := around(nil), batchFile(t, []string{clienttest.OneOpen})
	for output, want := range map[string]fs.FileMode{"new.csv": 0o600, "old.csv": 0o640} {
		output = filepath.Join(filepath.Dir(path), output)
		if want != 0o600 {
			if err := os.WriteFile(output, nil, want); err != nil {
				t.Fatal(err)
			}
			if err := os.Chmod(output, want); err != nil {
				t.Fatal(err)
			}
		}
		if got := world.run("batch", "--sandbox", path, "--output", output); got.code != 0 {
			t.Fatalf("exit code %d: %s", got.code, got.stderr)
		}
		if info, err := os.Stat(output); err != nil || info.Mode() != want {
			t.Errorf("%s has mode %v, want %v, %v", output, info.Mode(), want, err)
		}
	}
	if info, err := os.Stat(path + ".journal"); err != nil || info.Mode() != 0o600 {
		t.Errorf("the journal has mode %v, %v", info.Mode(), err)
	}
}

// TestNothingIsAskedWhenTheAnswersHaveNoPlace: the output's folder is missing, or the disk is full.
func TestNothingIsAskedWhenTheAnswersHaveNoPlace(t *testing.T) {
	server := clienttest.New(t)
	world, path := around(server), batchFile(t, []string{clienttest.OneOpen})
	missing := filepath.Join(filepath.Dir(path), "missing", "out")
	for _, arguments := range [][]string{{"batch", path}, {"status", clienttest.OneOpen}} {
		got := world.run(append(arguments, "--output", missing)...)
		if got.code != exitCouldNotCheck || !strings.Contains(got.stderr, missing) || strings.Contains(got.stderr, ".mvainnsyn-") {
			t.Errorf("exit code %d: %s", got.code, got.stderr)
		}
	}
	if n := server.Count(clienttest.TokenEndpoint) + server.Count(clienttest.StatusEndpoint); n != 0 {
		t.Errorf("%d requests were made", n)
	}
}
