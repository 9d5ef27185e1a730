// The dependency rule of the house, checked over what the packages really import.

package mvainnsyn_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"path"
	"slices"
	"strings"
	"testing"
)

const module = "github.com/mvainnsyn/mvainnsyn"

// listed is a package as go list describes it.
type listed struct {
	ImportPath string
	Standard   bool
	Imports    []string
	Deps       []string
}

func packages(t *testing.T) map[string]listed {
	t.Helper()
	command := exec.Command("go", "list", "-deps", "-json=ImportPath,Standard,Imports,Deps", "./...")
	var stderr bytes.Buffer
	command.Stderr = &stderr
	out, err := command.Output()
	if err != nil {
		t.Fatalf("go list: %v\n%s", err, stderr.String())
	}
	all := map[string]listed{}
	for decoder := json.NewDecoder(bytes.NewReader(out)); ; {
		var p listed
		if err := decoder.Decode(&p); errors.Is(err, io.EOF) {
			return all
		} else if err != nil {
			t.Fatal(err)
		}
		all[p.ImportPath] = p
	}
}

type rule struct {
	room string
	may  []string
}

// rooms says which rooms of the module each room may import directly; a name ending in /... stands for all below it. The first row that
// matches a package counts.
var rooms = []rule{
	{"internal/cost", nil},
	{"internal/lent", nil},
	{"xsd/source", nil},
	{"xsd/pattern", nil},
	{"xsd/internal/output", nil},
	{"xsd/xmltext/...", []string{"xsd/source", "xsd/internal/output", "xsd/xmltext"}},
	{"xsd/jsontext", []string{"xsd/source", "xsd/internal/output"}},
	{"xsd/content", []string{"xsd/source"}},
	{"xsd/simple", []string{"xsd/source", "xsd/pattern"}},
	{"xsd/codec", []string{"xsd/simple", "xsd/content", "xsd/xmltext", "xsd/jsontext", "xsd/source"}},
	{"xsd", []string{"xsd/codec", "xsd/simple"}},
	{"xsd/xsdtest", []string{"xsd"}},
	{"client/maskinporten", []string{"client", "client/internal/..."}},
	{"client/oauth2source", []string{"client"}},
	{"client/clienttest", []string{"client/...", "xsd/...", "generated/..."}},
	{"client/internal/wire", nil},
	{"client/orgnr", nil},
	{"client/frist", []string{"xsd"}},
	{"client", []string{"client/internal/...", "xsd"}},
	{"generated/...", []string{"xsd", "xsd/codec", "xsd/simple", "xsd/content", "client", "generated/..."}},
	{"tools/internal/cases/...", []string{"tools/internal/cases/...", "xsd/...", "client"}},
	{"tools/internal/diag", nil},
	{"tools/internal/outfile", nil},
	{"tools/internal/commandline", nil},
	{"tools/internal/rules", nil},
	{"tools/internal/inputs", nil},
	{"tools/internal/downstream", nil},
	{"tools/internal/browser", []string{"tools/internal/inputs"}},
	{"tools/internal/judge", []string{"tools/internal/inputs"}},
	{"tools/internal/world", []string{"tools/internal/inputs", "tools/internal/judge"}},
	{"tools/internal/load", []string{"tools/internal/diag", "xsd/..."}},
	{"tools/internal/catalog", []string{"tools/internal/load", "tools/internal/diag", "xsd/..."}},
	{"tools/internal/mirror", []string{"tools/internal/catalog", "tools/internal/load", "tools/internal/diag"}},
	{"tools/internal/automaton", []string{"xsd/..."}},
	{"tools/internal/schema", []string{"tools/internal/load", "tools/internal/diag", "tools/internal/automaton", "xsd/..."}},
	{"tools/internal/validate", []string{"tools/internal/schema", "xsd/..."}},
	{"tools/internal/attacks/...", []string{"tools/internal/attacks/...", "tools/internal/cases/...", "tools/internal/load", "tools/internal/schema", "tools/internal/validate", "xsd/..."}},
	{"tools/internal/config", []string{"tools/internal/diag"}},
	{"tools/internal/model", []string{"tools/internal/config", "tools/internal/schema", "tools/internal/diag", "xsd/..."}},
	{"tools/internal/emit", []string{"tools/internal/model", "tools/internal/config", "tools/internal/schema", "xsd/..."}},
	{"tools/internal/engine", []string{"tools/internal/model", "tools/internal/schema", "xsd/..."}},
	{"tools/internal/sample", []string{"tools/internal/schema", "tools/internal/validate", "tools/internal/automaton", "tools/internal/judge", "xsd/..."}},
	{"tools/internal/goapi", []string{"tools/internal/config", "tools/internal/model", "tools/internal/schema", "tools/internal/diag", "xsd/..."}},
	{"tools/internal/goapi/pairs", []string{"tools/internal/load", "tools/internal/config", "tools/internal/model", "tools/internal/schema"}},
	{"tools/internal/report", []string{"tools/internal/diff", "tools/internal/diag", "xsd/..."}},
	{"tools/internal/report/drawing", []string{"tools/internal/report", "tools/internal/diff", "tools/internal/doc", "tools/internal/doc/picture"}},
	{"tools/internal/origin", []string{"tools/internal/load"}},
	{"tools/internal/changelog", []string{"tools/internal/diff", "tools/internal/origin", "tools/internal/validate"}},
	{"tools/internal/adopt", []string{"tools/internal/convert", "tools/internal/catalog", "tools/internal/report", "tools/internal/diff", "tools/internal/generate", "tools/internal/config", "tools/internal/load"}},
	{"tools/internal/doc/layout", nil},
	{"tools/internal/doc/facets", []string{"tools/internal/schema", "xsd/..."}},
	{"tools/internal/doc/diagram", []string{"tools/internal/doc/facets", "tools/internal/model", "tools/internal/schema"}},
	{"tools/internal/doc/picture", []string{"tools/internal/doc/diagram", "tools/internal/doc/layout"}},
	{"tools/internal/doc/example", []string{"tools/internal/doc/facets", "tools/internal/model", "tools/internal/sample", "tools/internal/schema", "tools/internal/validate", "xsd/..."}},
	{"tools/internal/doc/reference", []string{"tools/internal/doc/diagram", "tools/internal/doc/example", "tools/internal/doc/facets", "tools/internal/model", "tools/internal/schema"}},
	{"tools/internal/doc/page", []string{"tools/internal/doc/diagram", "tools/internal/doc/picture", "tools/internal/doc/reference"}},
	{"tools/internal/doc", []string{"tools/internal/doc/...", "tools/internal/model", "tools/internal/sample", "tools/internal/schema"}},
	{"tools/internal/inclusion", []string{"tools/internal/schema", "tools/internal/validate", "tools/internal/sample", "tools/internal/automaton", "xsd/..."}},
	{"tools/internal/diff", []string{"tools/internal/load", "tools/internal/inclusion", "tools/internal/goapi", "tools/internal/config", "tools/internal/model", "tools/internal/validate", "tools/internal/engine", "tools/internal/sample", "tools/internal/schema", "tools/internal/automaton", "tools/internal/diag", "xsd/..."}},
	{"tools/internal/convert", []string{"tools/internal/diff", "tools/internal/inclusion", "tools/internal/automaton", "tools/internal/generate", "tools/internal/emit", "tools/internal/config", "tools/internal/model", "tools/internal/schema", "xsd/..."}},
	{"tools/internal/convert/proof", []string{"xsd"}},
	{"tools/internal/generate", []string{"tools/internal/config", "tools/internal/diag", "tools/internal/emit", "tools/internal/load", "tools/internal/model", "tools/internal/schema", "tools/internal/catalog", "tools/internal/outfile"}},
	{"tools/internal/edits", []string{"xsd/..."}},
	{"tools/internal/conformance/runner", []string{"xsd/..."}},
	{"tools/internal/conformance/wellformed", nil},
	{"tools/internal/conformance/record", []string{"tools/internal/inputs"}},
	{"tools/internal/conformance", []string{"tools/internal/downstream", "tools/internal/generate", "tools/internal/emit", "tools/internal/config", "tools/internal/load", "tools/internal/catalog", "tools/internal/model", "tools/internal/schema", "tools/internal/validate", "tools/internal/engine", "xsd/..."}},
	{"tools/internal/apicheck", nil},
	{"tools/internal/transcription", nil},
	{"tools/internal/secondreading", nil},
	{"tools/internal/mutate", []string{"tools/internal/conformance/record"}},
	{"tools/validator", []string{"tools/internal/load", "tools/internal/catalog", "tools/internal/schema", "tools/internal/engine", "tools/internal/diag", "xsd/..."}},
	{"tools/internal/playground", []string{"tools/internal/config", "tools/internal/diag", "tools/internal/diff", "tools/internal/doc", "tools/internal/doc/diagram", "tools/internal/engine", "tools/internal/generate", "tools/internal/load", "tools/internal/report", "tools/internal/report/drawing", "tools/internal/sample", "xsd"}},
	{"tools/playground", []string{"tools/internal/outfile"}},
	{"tools/xsdgen", []string{"tools/validator", "tools/internal/...", "xsd/..."}},
	{"tools/mvastatus/internal/say", []string{"client", "client/orgnr"}},
	{"tools/mvastatus/internal/settings", []string{"tools/mvastatus/internal/say"}},
	{"tools/mvastatus/internal/keygen", []string{"tools/mvastatus/internal/say"}},
	{"tools/mvastatus/internal/tokens", []string{"tools/mvastatus/internal/say", "client"}},
	{"tools/mvastatus/internal/terms", []string{"tools/mvastatus/internal/say", "client/frist"}},
	{"tools/mvastatus/internal/sheet", []string{"tools/mvastatus/internal/say", "client/orgnr"}},
	{"tools/mvastatus/internal/journal", []string{"tools/mvastatus/internal/say", "tools/mvastatus/internal/terms", "client", "client/orgnr"}},
	{"tools/mvastatus/internal/report", []string{"tools/mvastatus/internal/say", "tools/mvastatus/internal/sheet", "tools/mvastatus/internal/terms", "client", "client/orgnr", "client/frist"}},
	{"tools/mvastatus/internal/batch", []string{"tools/mvastatus/internal/...", "client", "client/orgnr"}},
	{"tools/mvastatus/internal/service", []string{"tools/mvastatus/internal/...", "client/...", "generated/...", "xsd"}},
	{"tools/mvastatus/internal/cli", []string{"tools/mvastatus/internal/...", "tools/internal/commandline", "tools/internal/outfile", "client/..."}},
	{"tools/mvastatus", []string{"tools/mvastatus/internal/cli"}},
}

func TestDependencyRule(t *testing.T) {
	for name, p := range packages(t) {
		room, ours := strings.CutPrefix(name, module+"/")
		if !ours {
			continue
		}
		i := slices.IndexFunc(rooms, func(r rule) bool { return matches(r.room, room) })
		if i < 0 {
			t.Errorf("%s has no row: say in this file what it may import, and in generate.go what it is for", room)
			continue
		}
		for _, imported := range p.Imports {
			if target, ours := strings.CutPrefix(imported, module+"/"); ours && !slices.ContainsFunc(rooms[i].may, func(may string) bool { return matches(may, target) }) {
				t.Errorf("%s imports %s; it may import %v", room, target, rooms[i].may)
			}
		}
	}
}

// TestUsersPullInNothing: whoever imports the runtime or a generated package without its client gets nothing outside the standard library, and
// nobody outside gets at the compiler's internals.
func TestUsersPullInNothing(t *testing.T) {
	all := packages(t)
	for name, p := range all {
		room, ours := strings.CutPrefix(name, module+"/")
		switch {
		case !ours || strings.HasPrefix(room, "tools/"):
			continue
		case room == "client" || matches("xsd/...", room) || matches("generated/...", room):
			for _, dependency := range p.Deps {
				if !all[dependency].Standard && !strings.HasPrefix(dependency, module+"/") {
					t.Errorf("%s pulls in %s", room, dependency)
				}
			}
		}
		for _, dependency := range p.Deps {
			if strings.HasPrefix(dependency, module+"/tools/") {
				t.Errorf("%s, which users import, depends on %s", room, path.Base(dependency))
			}
		}
	}
}

// emitters are the rooms that write Go: the packages of a schema, and those between two versions.
var emitters = []string{module + "/tools/internal/emit", module + "/tools/internal/convert"}

// TestOnlyEmittersImportJennifer keeps all emission in these rooms.
func TestOnlyEmittersImportJennifer(t *testing.T) {
	for name, p := range packages(t) {
		if strings.HasPrefix(name, module) && !slices.Contains(emitters, name) && slices.Contains(p.Imports, "github.com/dave/jennifer/jen") {
			t.Errorf("%s imports jennifer; only %v may", name, emitters)
		}
	}
}

func matches(rule, room string) bool {
	if parent, below := strings.CutSuffix(rule, "/..."); below {
		return room == parent || strings.HasPrefix(room, parent+"/")
	}
	return rule == room
}
