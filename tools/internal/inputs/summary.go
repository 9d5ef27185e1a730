// What a run of the tests can't check here, found by reading the tests: each
// runs in a process of its own, and a passing one prints nothing.

package inputs

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// need is an input or a tool that tests ask for.
type need struct {
	what string
	here bool
}

// Summary returns one line per missing input: what is missing and which
// packages' tests are skipped, in whole or in part. It is empty where
// everything is there.
func Summary(root string) ([]string, error) {
	users := map[need]map[string]bool{}
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err == nil && entry.IsDir() && path != root && skipped(entry.Name()) {
			return fs.SkipDir
		}
		if err != nil || !strings.HasSuffix(path, "_test.go") {
			return err
		}
		needs, err := needsOf(root, path)
		for _, n := range needs {
			if users[n] == nil {
				users[n] = map[string]bool{}
			}
			users[n][packageOf(root, path)] = true
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	var lines []string
	for n, packages := range users {
		if !n.here {
			names := slices.Sorted(maps.Keys(packages))
			lines = append(lines, fmt.Sprintf("NOT CHECKED: %s is missing; tests skip in: %s (%d)", n.what, strings.Join(names, ", "), len(names)))
		}
	}
	slices.Sort(lines)
	return lines, nil
}

// skipped reports whether the go command passes over a directory.
func skipped(name string) bool {
	return name == "testdata" || name == "vendor" || strings.HasPrefix(name, ".") || strings.HasPrefix(name, "_")
}

// packageOf returns the directory of a file below the module's root.
func packageOf(root, path string) string {
	directory, err := filepath.Rel(root, filepath.Dir(path))
	if err != nil {
		return filepath.Dir(path)
	}
	return filepath.ToSlash(directory)
}

// needsOf returns what the tests in a file ask for.
func needsOf(root, path string) ([]need, error) {
	file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	var needs []need
	ast.Inspect(file, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok {
			needs = append(needs, needsOfCall(root, call)...)
		}
		return true
	})
	return needs, nil
}

// needsOfCall knows the functions by which tests ask for inputs and judges.
func needsOfCall(root string, call *ast.CallExpr) []need {
	function, ok := call.Fun.(*ast.SelectorExpr)
	if !ok {
		return nil
	}
	room, ok := function.X.(*ast.Ident)
	if !ok {
		return nil
	}
	switch room.Name + "." + function.Sel.Name {
	case "inputs.Shared":
		return []need{sharedNeed(root, first(call.Args[1:]))}
	case "inputs.XSTS":
		return []need{sharedNeed(root, "xsts"), toolNeed("tar"), toolNeed("xz")}
	case "inputs.Unpacked":
		return []need{toolNeed("tar"), toolNeed("xz")}
	case "judge.Xerces":
		return []need{toolNeed("java"), toolNeed("javac")}
	case "judge.Xmllint":
		return []need{toolNeed("xmllint")}
	}
	return nil
}

// first returns the first argument if it is a string literal.
func first(args []ast.Expr) string {
	if len(args) == 0 {
		return ""
	}
	literal, ok := args[0].(*ast.BasicLit)
	if !ok {
		return ""
	}
	text, err := strconv.Unquote(literal.Value)
	if err != nil {
		return ""
	}
	return text
}

func sharedNeed(root, name string) need {
	return need{"../shared/" + name, exists(filepath.Join(shared(root), name))}
}

func toolNeed(name string) need {
	_, err := exec.LookPath(name)
	return need{"the command " + name, err == nil}
}
