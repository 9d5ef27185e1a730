// This file finds the import path of a directory.

package generate

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"
)

// ImportPath returns the import path of a directory from the go.mod above it; the directory need not exist yet. Without a
// go.mod it is the fallback, which will do as long as only one package is generated.
func ImportPath(dir, fallback string) (string, error) {
	absolute, err := filepath.Abs(dir)
	if err != nil {
		return "", err
	}
	for root := absolute; ; root = filepath.Dir(root) {
		data, err := os.ReadFile(filepath.Join(root, "go.mod"))
		if err == nil {
			return below(root, absolute, string(data))
		}
		if !errors.Is(err, fs.ErrNotExist) {
			return "", err
		}
		if root == filepath.Dir(root) {
			return fallback, nil
		}
	}
}

// below joins a module's path and the way from its root to a directory.
func below(root, dir, goMod string) (string, error) {
	module := modulePath(goMod)
	if module == "" {
		return "", fmt.Errorf("%s has no module line; add one", filepath.Join(root, "go.mod"))
	}
	relative, err := filepath.Rel(root, dir)
	if err != nil {
		return "", err
	}
	return path.Join(module, filepath.ToSlash(relative)), nil
}

// modulePath returns the path in the module line of a go.mod.
func modulePath(goMod string) string {
	for line := range strings.SplitSeq(goMod, "\n") {
		line, _, _ = strings.Cut(line, "//")
		if name, ok := strings.CutPrefix(strings.TrimSpace(line), "module"); ok && name != "" && strings.TrimSpace(name) != name {
			name = strings.TrimSpace(name)
			if unquoted, err := strconv.Unquote(name); err == nil {
				return unquoted
			}
			return name
		}
	}
	return ""
}
