// The schemas of other publishers through generated code: each family generates in one go, with no configuration but its catalog; the code compiles and
// passes go vet, and its documents get the verdicts of Xerces and come back equal.

package conformance

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/catalog"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/config"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/conformance/record"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/generate"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/inputs"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/world"
)

// sampled are the families that go test takes; WORLD=all takes every one, and WORLD=NAME those whose name holds NAME.
var sampled = []string{"saml_metadata", "spring_beans"}

func TestWorld(t *testing.T) {
	if testing.Short() {
		t.Skip("generates, compiles and runs code")
	}
	root, err := inputs.Root()
	if err != nil {
		t.Fatal(err)
	}
	wanted := os.Getenv("WORLD")
	var rows [][]string
	for _, f := range world.Families(t) {
		if (wanted == "" && !slices.Contains(sampled, f.Name)) || (wanted != "" && wanted != "all" && !strings.Contains(f.Name, wanted)) {
			continue
		}
		t.Run(f.Name, func(t *testing.T) { rows = append(rows, append([]string{f.Name}, family(t, root, f)...)) })
	}
	record.Section(t, "world", "Each is generated in one go and vetted; each document gets Xerces-J's verdict from generated code and comes back equal, through XML and JSON.\n\n"+
		record.Table([]string{"family", "names by rule", "of them noted", "documents", "agree and come back"}, rows))
}

// family holds one family to what is promised of all, and returns the figures about it.
func family(t *testing.T, root string, f world.Family) (row []string) {
	options := load.Options{}
	if f.CatalogFile != "" {
		var err error
		if options, err = catalog.Options(nil, f.CatalogFile); err != nil {
			t.Fatal(err)
		}
	}
	job := generate.Job{
		Config:     &config.Config{File: "xsdgen.yaml", Schemas: f.Roots, Package: f.Name, Output: "."},
		ImportPath: batchModule + "/" + f.Name, Load: options,
	}
	output, err := generate.Run(job)
	if err != nil {
		t.Fatal(err)
	}
	again, err := generate.Run(job)
	if err != nil {
		t.Fatal(err)
	}
	for i, file := range output.Files {
		if file.Path != again.Files[i].Path || !bytes.Equal(file.Data, again.Files[i].Data) {
			t.Errorf("%s is another when generated again", file.Path)
		}
	}
	b, err := newBatch(nil, t.TempDir(), root)
	if err != nil {
		t.Fatal(err)
	}
	if err := writeFiles(filepath.Join(b.Dir, f.Name), output.Files); err != nil {
		t.Fatal(err)
	}
	if out, err := b.Go("vet", "./"+f.Name+"/..."); err != nil {
		t.Fatalf("go vet: %v\n%s", err, out)
	}
	t.Logf("%d packages, %d names by rule, %d of them noted", strings.Count(fmt.Sprint(output.Namespaces), " ")+1, len(output.Names), len(output.Notes))
	agree := judgeFamily(t, b, f)
	return []string{strconv.Itoa(len(output.Names)), strconv.Itoa(len(output.Notes)), strconv.Itoa(len(f.Documents)), strconv.Itoa(agree)}
}

// TestReports: the code of each small input that public reports gave rise to compiles as it comes and gives the verdicts that are known.
func TestReports(t *testing.T) {
	if testing.Short() {
		t.Skip("generates, compiles and runs code")
	}
	root, err := inputs.Root()
	if err != nil {
		t.Fatal(err)
	}
	b, err := newBatch(nil, t.TempDir(), root)
	if err != nil {
		t.Fatal(err)
	}
	var packages []string
	var jobs []job
	var verdicts []world.Verdict
	for i, r := range world.Reports(t) {
		name := fmt.Sprintf("r%02d", i)
		output, err := generate.Run(generate.Job{
			Config:     &config.Config{File: "xsdgen.yaml", Schemas: append([]string{r.Schema()}, r.Beside(t)...), Package: name, Output: "."},
			ImportPath: batchModule + "/" + name,
		})
		if err != nil {
			if r.IsSchemaValid() {
				t.Errorf("%s/%s: no code: %v", r.Kind, r.Name, err)
			}
			continue
		}
		if err := writeFiles(filepath.Join(b.Dir, name), output.Files); err != nil {
			t.Fatal(err)
		}
		packages = append(packages, name)
		for _, v := range r.Documents() {
			jobs = append(jobs, job{ID: r.Kind + "/" + r.Name + "/" + filepath.Base(v.File), Package: name, File: v.File})
			verdicts = append(verdicts, v)
		}
	}
	if out, err := b.Go("vet", "./..."); err != nil {
		t.Fatalf("go vet: %v\n%s", err, out)
	}
	answers, err := b.execute(packages, jobs)
	if err != nil {
		t.Fatal(err)
	}
	agree := 0
	for i, a := range answers {
		switch v := verdicts[i]; {
		case a.Broken || a.Valid != v.Valid():
			t.Errorf("%s is %s for %s; generated code: %v (%s)", a.ID, v.Verdict, v.Judge, a.Valid, a.Reason)
		case a.Trip+a.Alone+a.JSON != "":
			t.Errorf("%s: does not come back: %s; alone: %s; JSON: %s", a.ID, a.Trip, a.Alone, a.JSON)
		default:
			agree++
		}
	}
	said := fmt.Sprintf("%d schemas; their code compiles and passes go vet, and %d of %d documents have the verdict that is known and come back equal, through XML and JSON.",
		len(packages), agree, len(answers))
	record.Section(t, "reports", said)
	t.Log(said)
}

// judgeFamily compares the verdicts on a family's documents, and what comes back of them. It returns how many agree.
func judgeFamily(t *testing.T, b *batch, f world.Family) (agree int) {
	t.Helper()
	var jobs []job
	for _, document := range f.Documents {
		jobs = append(jobs, job{ID: filepath.Base(document), Package: f.Name, File: document})
	}
	answers, err := b.execute([]string{f.Name}, jobs)
	if err != nil {
		t.Fatal(err)
	}
	verdicts := f.Judge(t).Validate(f.Roots, f.Documents)
	for i, a := range answers {
		switch v := verdicts[i]; {
		case a.Broken:
			t.Errorf("%s: %s", a.ID, a.Reason)
		case a.Valid != v.Valid:
			t.Errorf("%s: valid is %v (%s), and for Xerces %v (%s)", a.ID, a.Valid, a.Reason, v.Valid, v.Message)
		case a.Trip+a.Alone+a.JSON != "":
			t.Errorf("%s: does not come back: %s; alone: %s; JSON: %s", a.ID, a.Trip, a.Alone, a.JSON)
		default:
			agree++
		}
	}
	t.Logf("%d of %d documents agree with Xerces and come back equal", agree, len(f.Documents))
	return agree
}
