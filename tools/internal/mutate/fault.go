// The faults: where the sources offer one, and what it changes.

package main

import (
	"bufio"
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"go/ast"
	"go/build"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// fault is one small change of a file: the bytes from start to end become text.
type fault struct {
	id         string // file, function, what changes: stable under edits elsewhere in the file
	file       string
	pkg        string // what the file's package calls itself
	start, end int
	text       string
	body       span   // of the function around the change, with its braces
	labels     []span // in that body
}

// span is a part of a file, from one byte to before another.
type span struct{ start, end int }

// testOnly are folders of which nothing runs but in tests.
var testOnly = []string{"cases", "mutate", "pairs", "testdata"}

// sources lists the files to plant faults in: the runtime's and the compiler's, as far as they are built here, tests and generated code aside.
func sources(root string) ([]string, error) {
	var files []string
	for _, top := range []string{"xsd", filepath.Join("tools", "internal")} {
		err := filepath.WalkDir(filepath.Join(root, top), func(path string, entry fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			if entry.IsDir() && slices.Contains(testOnly, entry.Name()) {
				return filepath.SkipDir
			}
			if !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return nil
			}
			built, err := build.Default.MatchFile(filepath.Dir(path), entry.Name())
			if built {
				files = append(files, filepath.ToSlash(path))
			}
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	return files, nil
}

// choose draws faults by a hash of the seed and their names, at most one from each file. So large files do not crowd out small ones, and a change of one
// file hardly changes what is drawn from others.
func choose(files []string, count int, seed uint64) ([]fault, error) {
	var chosen []fault
	for _, file := range files {
		candidates, err := faultsIn(file)
		if err != nil {
			return nil, err
		}
		if len(candidates) > 0 {
			chosen = append(chosen, slices.MinFunc(candidates, func(a, b fault) int { return cmp.Compare(a.rank(seed), b.rank(seed)) }))
		}
	}
	slices.SortFunc(chosen, func(a, b fault) int { return cmp.Compare(a.rank(seed), b.rank(seed)) })
	return chosen[:min(count, len(chosen))], nil
}

// rank is the place of a fault in the draw.
func (f *fault) rank(seed uint64) uint64 {
	sum := sha256.Sum256(fmt.Appendf(nil, "%d %s", seed, f.id))
	return binary.BigEndian.Uint64(sum[:])
}

// faultsIn lists every fault a file offers.
func faultsIn(file string) ([]fault, error) {
	source, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	if strings.Contains(string(source[:min(len(source), 200)]), "DO NOT EDIT") {
		return nil, nil
	}
	positions := token.NewFileSet()
	parsed, err := parser.ParseFile(positions, file, source, 0)
	if err != nil {
		return nil, err
	}
	finder := finder{file: file, pkg: parsed.Name.Name, source: source, positions: positions, seen: map[string]int{}}
	for _, declaration := range parsed.Decls {
		if function, ok := declaration.(*ast.FuncDecl); ok && function.Body != nil {
			finder.enter(function)
			ast.Inspect(function.Body, finder.visit)
		}
	}
	return finder.faults, nil
}

type finder struct {
	file      string
	pkg       string
	source    []byte
	positions *token.FileSet
	seen      map[string]int
	faults    []fault

	// of the function around
	function string
	body     span
	labels   []span
}

func (f *finder) enter(function *ast.FuncDecl) {
	f.function, f.body, f.labels = function.Name.Name, f.spanOf(function.Body), nil
	ast.Inspect(function.Body, func(node ast.Node) bool {
		switch n := node.(type) {
		case *ast.LabeledStmt:
			f.labels = append(f.labels, f.spanOf(n.Label))
		case *ast.BranchStmt:
			if n.Label != nil {
				f.labels = append(f.labels, f.spanOf(n.Label))
			}
		}
		return true
	})
}

func (f *finder) spanOf(node ast.Node) span {
	return span{f.positions.Position(node.Pos()).Offset, f.positions.Position(node.End()).Offset}
}

// swaps are operators and what a slip of the hand makes of them.
var swaps = map[token.Token]token.Token{
	token.EQL: token.NEQ, token.NEQ: token.EQL, token.LSS: token.LEQ, token.LEQ: token.LSS, token.GTR: token.GEQ, token.GEQ: token.GTR,
	token.LAND: token.LOR, token.LOR: token.LAND, token.ADD: token.SUB, token.SUB: token.ADD, token.AND: token.OR, token.OR: token.AND,
}

func (f *finder) visit(node ast.Node) bool {
	switch n := node.(type) {
	case *ast.BinaryExpr:
		if other, ok := swaps[n.Op]; ok {
			f.add(n.OpPos, len(n.Op.String()), other.String())
		}
	case *ast.Ident:
		if n.Name == "true" {
			f.add(n.Pos(), len("true"), "false")
		} else if n.Name == "false" {
			f.add(n.Pos(), len("false"), "true")
		}
	case *ast.BasicLit:
		if n.Kind == token.INT && len(n.Value) == 1 {
			f.add(n.Pos(), 1, string('0'+(n.Value[0]-'0'+1)%10))
		}
	case *ast.IncDecStmt:
		f.add(n.TokPos, 2, map[token.Token]string{token.INC: "--", token.DEC: "++"}[n.Tok])
	case *ast.BranchStmt:
		if n.Label == nil && n.Tok == token.CONTINUE {
			f.add(n.Pos(), len("continue"), "break")
		}
	}
	return true
}

// add records a fault; its id has the line's text, and a count where a function has the same line twice.
func (f *finder) add(at token.Pos, length int, text string) {
	position := f.positions.Position(at)
	start := position.Offset
	lineStart := strings.LastIndexByte(string(f.source[:start]), '\n') + 1
	lineEnd := start + strings.IndexByte(string(f.source[start:])+"\n", '\n')
	mutated := string(f.source[lineStart:start]) + "«" + text + "»" + string(f.source[start+length:max(lineEnd, start+length)])
	id := fmt.Sprintf("%s %s: %s", f.file, f.function, strings.Join(strings.Fields(mutated), " "))
	f.seen[id]++
	if n := f.seen[id]; n > 1 {
		id = fmt.Sprintf("%s (%d)", id, n)
	}
	f.faults = append(f.faults, fault{id: id, file: f.file, pkg: f.pkg, start: start, end: start + length, text: text, body: f.body, labels: f.labels})
}

// readReasons reads survivors.txt: a line with a fault's id, then an indented line with the reason why no test can or need notice it.
func readReasons(path string) (map[string]string, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close() //nolint:errcheck // read only
	reasons := map[string]string{}
	id := ""
	lines := bufio.NewScanner(file)
	for lines.Scan() {
		line := lines.Text()
		switch {
		case strings.HasPrefix(line, "#"), strings.TrimSpace(line) == "":
		case strings.HasPrefix(line, " "):
			reasons[id] = strings.TrimSpace(line)
		default:
			id = line
		}
	}
	return reasons, lines.Err()
}
