// The suite through generated code: for every valid schema that has documents a package is generated, compiled and run; accepted documents are
// written back and compared.

package conformance

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/config"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/downstream"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/emit"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/generate"
)

// GeneratedResult is what came of the suite's documents in generated code.
type GeneratedResult struct {
	Documents  Outcomes // the verdicts
	RoundTrips Outcomes // of the accepted valid ones: XML to Go to XML gives an equal document
	Alone      Outcomes // likewise: the value without what is noted beside it gives a valid document
	Schemas    int      // for which a package was generated
	Renamed    int      // of those, with names: for clashes
}

// batchSize is how many packages are compiled into one program.
const batchSize = 120

// Generated judges the documents of the suite with code that is generated into the folder work. root is the folder of this module.
func Generated(suite *Suite, root, work string, progress io.Writer) (GeneratedResult, error) {
	var groups []*group
	for _, g := range suite.groups() {
		if len(g.documents) > 0 {
			groups = append(groups, g)
		}
	}
	var result GeneratedResult
	for start := 0; start < len(groups); start += batchSize {
		b, err := newBatch(suite, filepath.Join(work, fmt.Sprintf("batch%03d", start/batchSize)), root)
		if err != nil {
			return result, err
		}
		if err := b.run(groups[start:min(start+batchSize, len(groups))], &result); err != nil {
			return result, err
		}
		fmt.Fprintf(progress, "%d of %d schemas\n", min(start+batchSize, len(groups)), len(groups))
	}
	return result, nil
}

// batch is a module of generated packages with a program that runs them.
type batch struct {
	downstream.Module
	suite *Suite
}

// batchModule is the module path of a batch: below tools, so that it may import the runner.
const batchModule = "github.com/mvainnsyn/mvainnsyn/tools/batch"

// newBatch makes the module of a batch; without a suite it has no documents to look for.
func newBatch(suite *Suite, dir, root string) (*batch, error) {
	made, err := downstream.New(dir, batchModule, root)
	return &batch{made, suite}, err
}

func (b *batch) run(groups []*group, result *GeneratedResult) error {
	var packages []string
	tests := map[string]Test{}
	var jobs []job
	for i, g := range groups {
		name := fmt.Sprintf("p%03d", i)
		renamed, err := b.generate(name, g.schemas)
		if err != nil {
			for _, test := range g.documents {
				result.Documents = append(result.Documents, Outcome{test, Verdict{Broken: true, Reason: "no code: " + err.Error()}})
			}
			continue
		}
		packages = append(packages, name)
		result.Schemas++
		if renamed {
			result.Renamed++
		}
		for _, test := range g.documents {
			tests[test.ID] = test
			jobs = append(jobs, job{ID: test.ID, Package: name, File: b.suite.path(test.Instance)})
		}
	}
	answers, err := b.execute(packages, jobs)
	for ; errors.Is(err, errUncompilable); answers, err = b.execute(packages, jobs) {
		bad := faulty(packages, err)
		if len(bad) == 0 {
			return err
		}
		packages = slices.DeleteFunc(packages, func(name string) bool { return slices.Contains(bad, name) })
		jobs = slices.DeleteFunc(jobs, func(j job) bool {
			if !slices.Contains(bad, j.Package) {
				return false
			}
			result.Documents = append(result.Documents, Outcome{tests[j.ID], Verdict{Broken: true, Reason: err.Error()}})
			return true
		})
	}
	if err != nil {
		return err
	}
	for _, a := range answers {
		result.take(tests[a.ID], a)
	}
	return os.RemoveAll(b.Dir)
}

// errUncompilable says that generated code does not compile: a fault of ours.
var errUncompilable = errors.New("generated code does not compile")

// faulty are the packages that the compiler's messages name.
func faulty(packages []string, err error) []string {
	var named []string
	for _, name := range packages {
		if strings.Contains(err.Error(), "\n"+name+"/") {
			named = append(named, name)
		}
	}
	return named
}

// job and answer are the lines between this program and the batch's.
type job struct{ ID, Package, File string }

type answer struct {
	ID      string
	Valid   bool
	Reason  string
	Broken  bool
	Trip    string // how the document that was written back differs, or why it could not be
	Alone   string // why the value alone could not be written to a valid document
	JSON    string // how it differs after it went through JSON
	Elapsed time.Duration
}

func (r *GeneratedResult) take(test Test, a answer) {
	r.Documents = append(r.Documents, Outcome{test, Verdict{Valid: a.Valid, Reason: a.Reason, Broken: a.Broken, Elapsed: a.Elapsed}})
	if a.Valid && test.Valid() {
		r.RoundTrips = append(r.RoundTrips, Outcome{test, Verdict{Valid: a.Trip == "", Reason: a.Trip}})
		r.Alone = append(r.Alone, Outcome{test, Verdict{Valid: a.Alone == "", Reason: a.Alone}})
	}
}

// generate writes one package with everything in it, with names for what clashes.
func (b *batch) generate(name string, schemas []string) (renamed bool, err error) {
	importPath := batchModule + "/" + name
	c := &config.Config{File: "xsdgen.yaml", Schemas: schemas, Package: name, Output: ".", Namespaces: map[string]string{"*": importPath}}
	output, err := generate.Run(generate.Job{Config: c, ImportPath: importPath})
	if err != nil {
		return false, err
	}
	return len(output.Names) > 0, writeFiles(filepath.Join(b.Dir, name), output.Files)
}

func writeFiles(dir string, files []emit.File) error {
	for _, file := range files {
		path := filepath.Join(dir, filepath.FromSlash(file.Path))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(path, file.Data, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// execute compiles the packages with a program around them and hands it the jobs. What does not compile is a fault of ours, which the error
// shows.
func (b *batch) execute(packages []string, jobs []job) ([]answer, error) {
	if len(jobs) == 0 {
		return nil, nil
	}
	if err := os.WriteFile(filepath.Join(b.Dir, "main.go"), []byte(program(packages)), 0o644); err != nil {
		return nil, err
	}
	if out, err := b.Go("build", "-o", "batch.exe", "."); err != nil {
		return nil, fmt.Errorf("%w:\n%s", errUncompilable, out)
	}
	var input bytes.Buffer
	encoder := json.NewEncoder(&input)
	for _, j := range jobs {
		if err := encoder.Encode(j); err != nil {
			return nil, err
		}
	}
	command := exec.Command(filepath.Join(b.Dir, "batch.exe"))
	command.Stdin = &input
	out, err := command.Output()
	if err != nil {
		return nil, fmt.Errorf("the batch's program: %w", err)
	}
	return readAnswers(out, len(jobs))
}

func readAnswers(out []byte, want int) ([]answer, error) {
	var answers []answer
	lines := bufio.NewScanner(bytes.NewReader(out))
	lines.Buffer(nil, 16<<20)
	for lines.Scan() {
		var a answer
		if err := json.Unmarshal(lines.Bytes(), &a); err != nil {
			return nil, err
		}
		answers = append(answers, a)
	}
	if len(answers) != want {
		return nil, fmt.Errorf("the batch's program answered %d of %d jobs", len(answers), want)
	}
	return answers, lines.Err()
}

// program is the source of the batch's program: the packages, and the runner that is the same for all.
func program(packages []string) string {
	var imports, table strings.Builder
	for _, name := range packages {
		fmt.Fprintf(&imports, "\t%q\n", batchModule+"/"+name)
		fmt.Fprintf(&table, "\t%q: %s.ReadXML,\n", name, name)
	}
	return fmt.Sprintf(`package main

import (
	"os"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/conformance/runner"
	"github.com/mvainnsyn/mvainnsyn/xsd"
%s)

func main() {
	runner.Run(os.Stdin, os.Stdout, map[string]func([]byte, ...xsd.Option) (xsd.Document, error){
%s	})
}
`, imports.String(), table.String())
}
