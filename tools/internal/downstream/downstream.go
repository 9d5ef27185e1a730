// Package downstream makes modules like those of our users, for tests that compile what was generated. All of them see our module, which is the checkout, as
// the same version, are compiled with the same settings, and have no directory in what is compiled. So the go command compiles for them once what they
// share, and what was generated once more in another directory not at all.
package downstream

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

const module = "github.com/mvainnsyn/mvainnsyn"

// Version is the version that modules require ours at.
const Version = "v0.1.0"

// Settings are those of the environment in which the go command compiles such a module.
var Settings = []string{"GOFLAGS=-mod=mod -trimpath -ldflags=-w", "GOPROXY=off", "GOWORK=off", "CGO_ENABLED=0"}

// Module is a module that requires ours.
type Module struct {
	Dir string
}

// New makes a module with an import path in a directory; root is the directory of ours.
func New(dir, importPath, root string) (Module, error) {
	text := fmt.Sprintf("module %s\n\ngo 1.26.0\n\nrequire %s %s\n\nreplace %s => %q\n", importPath, module, Version, module, root)
	return Module{dir}, errors.Join(os.MkdirAll(dir, 0o755), os.WriteFile(filepath.Join(dir, "go.mod"), []byte(text), 0o644))
}

// Go runs the go command in the module, and returns what it prints.
func (m Module) Go(arguments ...string) ([]byte, error) {
	command := exec.Command("go", arguments...)
	command.Dir = m.Dir
	command.Env = append(os.Environ(), Settings...)
	return command.CombinedOutput()
}
