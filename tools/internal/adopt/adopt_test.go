// This file adopts versions in temporary modules: a real step of a published schema, and what adopt refuses.

package adopt

import (
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/generate"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/inputs"
)

const schemaName = "no.skatteetaten.fastsetting.avgift.mva.mvameldinginnsending.v1.0.xsd"

// module makes a module with these files and goes into it.
func module(t *testing.T, files map[string]string) {
	t.Helper()
	root, err := inputs.Root()
	if err != nil {
		t.Fatal(err)
	}
	sums, err := os.ReadFile(filepath.Join(root, "go.sum"))
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	write(t, map[string]string{
		"go.mod": "module example.com/app\n\ngo 1.26\n\nrequire github.com/mvainnsyn/mvainnsyn v0.0.0\n\nreplace github.com/mvainnsyn/mvainnsyn => " + root + "\n",
		"go.sum": string(sums),
	})
	write(t, files)
}

func write(t *testing.T, files map[string]string) {
	t.Helper()
	for name, text := range files {
		if err := generate.WriteFile(filepath.FromSlash(name), []byte(text)); err != nil {
			t.Fatal(err)
		}
	}
}

func read(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// snapshot is all files of the working directory.
func snapshot(t *testing.T) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(".", func(name string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() {
			files[filepath.ToSlash(name)] = read(t, name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func published(t *testing.T, name string) string {
	t.Helper()
	return read(t, inputs.Shared(t, "history", "mvameldinginnsending", name))
}

// generated generates the package of a configuration, as it was before the new version came.
func generated(t *testing.T, file string) {
	t.Helper()
	c, err := readConfig(file)
	if err != nil {
		t.Fatal(err)
	}
	importPath, err := importPathOf(c)
	if err != nil {
		t.Fatal(err)
	}
	output, err := generate.Run(generate.Job{Config: c, ImportPath: importPath})
	if err != nil {
		t.Fatal(err)
	}
	changes, err := generate.Compare(outputDir(c), output.Files)
	if err != nil {
		t.Fatal(err)
	}
	if err := generate.Apply(outputDir(c), changes); err != nil {
		t.Fatal(err)
	}
}

// oldTest is a test that a team has of the old package.
const oldTest = `package app

import (
	"testing"

	"github.com/mvainnsyn/mvainnsyn/xsd"

	"example.com/app/generated/mvameldinginnsending/v1"
)

func TestRead(t *testing.T) {
	var id mvameldinginnsending.Identifikator
	id.Hvem = mvameldinginnsending.IdentifikatorOrganisasjonsnummer{Organisasjonsnummer: "987654321"}
	if err := id.Validate(); err != nil {
		t.Fatal(err)
	}
	if _, err := xsd.MarshalJSON(&id); err != nil {
		t.Fatal(err)
	}
}
`

// TestPublishedStep adopts the schema of January 2023 where that of May 2021 is: it was edited in place.
func TestPublishedStep(t *testing.T) {
	if testing.Short() {
		t.Skip("runs the go command in another module")
	}
	older, newer := published(t, "02-2021-05-07-e580922f.xsd"), published(t, "04-2023-01-02-890c0019.xsd")
	module(t, map[string]string{
		"xsd/schemas/mvameldinginnsending/v1/" + schemaName: older,
		"xsd/schemas/mvameldinginnsending/v1/SOURCE":        "Publisher:   Skatteetaten\nLicence:     Apache-2.0\n",
		"xsd/schemas/mvameldinginnsending/v1/xsdgen.yaml": "# What the authority publishes.\nschema: " + schemaName + "\npackage: mvameldinginnsending\n" +
			"output: ../../../../generated/mvameldinginnsending/v1 # below the root\n" +
			"names:\n  type/Identifikator/choice: Hvem # our word\n  type/Meldingskategori/enum/merverdiavgift kompensasjon: Komp\n" +
			"accept:\n  - {rule: r, path: p, reason: of the version before}\n",
		"generate.go":      "package app\n\n//go:generate xsdgen generate --config xsd/schemas/mvameldinginnsending/v1/xsdgen.yaml\n\nconst x = 1\n",
		"app_test.go":      oldTest,
		"in/" + schemaName: newer,
	})
	generated(t, "xsd/schemas/mvameldinginnsending/v1/xsdgen.yaml")
	before := snapshot(t)

	request := Request{File: "in/" + schemaName, Schemas: "xsd/schemas", Origin: "https://example.com/schemas at 05c8b14", Today: time.Date(2023, 1, 3, 0, 0, 0, 0, time.UTC)}
	if _, err := Run(request); err == nil || !strings.HasSuffix(err.Error(), "--version v1_YYYYMMDD") {
		t.Fatalf("edited in place, without --version: %v", err)
	}
	if diff := cmp.Diff(before, snapshot(t)); diff != "" {
		t.Fatalf("what was refused left something behind:\n%s", diff)
	}

	request.Version = "v1_20230102"
	result, err := Run(request)
	if err != nil {
		t.Fatal(err)
	}
	checkFiled(t, newer)
	checkUntouched(t, before)
	if result.Report == nil || len(result.Report.Changes) == 0 {
		t.Error("nothing changed, says the report")
	}
	goCommand(t, "build", "./...")
	goCommand(t, "vet", "./...")
	goCommand(t, "test", "./...")

	after := snapshot(t)
	again, err := Run(request)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(after, snapshot(t)); diff != "" {
		t.Errorf("running again changed something:\n%s", diff)
	}
	for _, step := range again.Steps {
		if !strings.HasSuffix(step, ": there already") && !strings.Contains(step, "no line added") {
			t.Errorf("running again: %s", step)
		}
	}
	request.Version = "" // the very schema is filed already
	if _, err := Run(request); err != nil {
		t.Errorf("without --version, once it is filed: %v", err)
	}
	write(t, map[string]string{"in/" + schemaName: older + "<!-- other -->"})
	request.Version = "v1_20230102"
	if _, err := Run(request); err == nil || !strings.Contains(err.Error(), "there is another schema under this version (sha256 3c39fa8fe902") {
		t.Errorf("another schema under the same version: %v", err)
	}
}

// checkFiled checks what stands in the place of the new version.
func checkFiled(t *testing.T, newer string) {
	t.Helper()
	const dir = "xsd/schemas/mvameldinginnsending/v1_20230102/"
	if read(t, dir+schemaName) != newer {
		t.Error("the schema is not the one adopted")
	}
	wantSource := `Schema:      ` + schemaName + `
Namespace:   no:skatteetaten:fastsetting:avgift:mva:mvameldinginnsending:v1.0
Publisher:   Skatteetaten
Origin:      https://example.com/schemas at 05c8b14
Licence:     Apache-2.0
SHA-256:     3c39fa8fe902e90b1eb4aca75085f7389d90a6a63fa738f9e62e0e8e7078b7f5
Adopted:     2023-01-03

The schema beside this file is the published one, unchanged.
`
	if diff := cmp.Diff(wantSource, read(t, dir+"SOURCE")); diff != "" {
		t.Errorf("SOURCE (-want +got):\n%s", diff)
	}
	wantConfig := "# What the authority publishes.\nschema: " + schemaName + "\npackage: mvameldinginnsending\n" +
		"output: ../../../../generated/mvameldinginnsending/v1_20230102 # below the root\nnames:\n  type/Identifikator/choice: Hvem # our word\n"
	if diff := cmp.Diff(wantConfig, read(t, dir+"xsdgen.yaml")); diff != "" {
		t.Errorf("xsdgen.yaml (-want +got):\n%s", diff)
	}
	wantLines := "package app\n\n//go:generate xsdgen generate --config xsd/schemas/mvameldinginnsending/v1/xsdgen.yaml\n" +
		"//go:generate xsdgen generate --config xsd/schemas/mvameldinginnsending/v1_20230102/xsdgen.yaml\n\nconst x = 1\n"
	if diff := cmp.Diff(wantLines, read(t, "generate.go")); diff != "" {
		t.Errorf("generate.go (-want +got):\n%s", diff)
	}
	if !strings.Contains(read(t, dir+"diff.md"), "identifikasjonsnummer") {
		t.Error("the report does not tell of the new element")
	}
	if !strings.Contains(read(t, "generated/mvameldinginnsending/v1_20230102/types.go"), "\tHvem ") {
		t.Error("the name is not carried over to the new package")
	}
}

// checkUntouched checks that all files of before are what they were, generate.go aside.
func checkUntouched(t *testing.T, before map[string]string) {
	t.Helper()
	after := snapshot(t)
	for name, text := range before {
		if name != "generate.go" && after[name] != text {
			t.Errorf("%s was changed", name)
		}
	}
}

func goCommand(t *testing.T, args ...string) {
	t.Helper()
	command := exec.Command("go", args...)
	command.Env = append(os.Environ(), "GOPROXY=off", "GOFLAGS=-mod=mod", "GONOSUMDB=*", "GOTOOLCHAIN=local")
	if out, err := command.CombinedOutput(); err != nil {
		t.Errorf("go %v: %v\n%s", args, err, out)
	}
}

// small is a schema of one element in a namespace.
func small(namespace, attributes, element string) string {
	return `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="` + namespace + `" ` + attributes + `><xs:element name="` + element + `" type="xs:string"/></xs:schema>`
}

// configured is the configuration of a version of a small schema.
func configured(name, version string) string {
	return "schema: " + name + ".xsd\npackage: " + name + "\noutput: ../../../gen/" + name + "/" + version + "\n"
}

func smallModule() map[string]string {
	return map[string]string{
		"schemas/order/v1/order.xsd":     small("urn:example:order:v1", "", "order"),
		"schemas/order/v1/xsdgen.yaml":   configured("order", "v1"),
		"schemas/order/v3/order.xsd":     small("urn:example:order:v3", "", "order"),
		"schemas/order/v3/xsdgen.yaml":   configured("order", "v3"),
		"schemas/invoice/v1/invoice.xsd": small("urn:example:invoice", `version="1.0"`, "invoice"),
		"schemas/invoice/v1/xsdgen.yaml": configured("invoice", "v1"),
		"schemas/letter/v1/letter.xsd":   small("urn:example:letter", "", "letter"),
		"schemas/letter/v1/xsdgen.yaml":  configured("letter", "v1"),
		"schemas/letter2/v1/letter.xsd":  small("urn:example:letter", "", "letter"),
		"schemas/letter2/v1/xsdgen.yaml": configured("letter", "v1"),
		"schemas/letter/drafts/notes":    "-",
	}
}

// TestPlaces: where a schema goes, and which version it is compared with.
func TestPlaces(t *testing.T) {
	for name, test := range map[string]struct {
		text    string
		request Request
		dir     string
		old     string
		config  string
	}{
		"by namespace": {text: small("urn:example:order:v4.0", "", "order"), dir: "order/v4", old: "order v3", config: "../../../gen/order/v4"},
		"in between":   {text: small("urn:example:order:v2.1", "", "order"), dir: "order/v2_1", old: "order v1", config: "../../../gen/order/v2_1"},
		"by attribute": {text: small("urn:example:invoice", `version="1.1"`, "invoice"), dir: "invoice/v1_1", old: "invoice v1", config: "../../../gen/invoice/v1_1"},
		"by name":      {text: small("urn:other:v2", "", "x"), request: Request{Name: "invoice"}, dir: "invoice/v2", old: "invoice v1", config: "../../../gen/invoice/v2"},
		"by file name": {text: small("urn:other:v2", "", "x"), request: Request{File: "in/org.Invoice-v2.xsd"}, dir: "invoice/v2", old: "invoice v1", config: "../../../gen/invoice/v2"},
	} {
		t.Run(name, func(t *testing.T) {
			module(t, smallModule())
			request := test.request
			request.Schemas = "schemas"
			if request.File == "" {
				request.File = "in/new.xsd"
			}
			write(t, map[string]string{request.File: test.text})
			result, err := Run(request)
			if err != nil {
				t.Fatal(err)
			}
			c, err := readConfig("schemas/" + test.dir + "/xsdgen.yaml")
			if err != nil {
				t.Fatal(err)
			}
			got := []string{result.Report.Old.Name, c.Output, strings.Join(c.Schemas, " ")}
			if diff := cmp.Diff([]string{test.old, test.config, filepath.Base(request.File)}, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			if !strings.Contains(strings.Join(result.Decisions, "\n"), "does not say where the schema was published") {
				t.Errorf("nothing is said of the missing origin: %q", result.Decisions)
			}
		})
	}
}

// TestIncludedDocuments: what a schema includes is filed with it.
func TestIncludedDocuments(t *testing.T) {
	module(t, smallModule())
	including := `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:example:order:v4"><xs:include schemaLocation="parts/types.xsd"/>` +
		`<xs:import namespace="http://www.w3.org/XML/1998/namespace"/></xs:schema>`
	write(t, map[string]string{"in/order.xsd": including, "in/parts/types.xsd": small("urn:example:order:v4", "", "order")})
	if _, err := Run(Request{File: "in/order.xsd", Schemas: "schemas"}); err != nil {
		t.Fatal(err)
	}
	if read(t, "schemas/order/v4/parts/types.xsd") != read(t, "in/parts/types.xsd") {
		t.Error("the included document is another")
	}
	if source := read(t, "schemas/order/v4/SOURCE"); !strings.Contains(source, "(parts/types.xsd)") {
		t.Errorf("SOURCE does not name it:\n%s", source)
	}
}

func TestRefusals(t *testing.T) {
	for want, test := range map[string]struct {
		text    string
		request Request
	}{
		`schemas has no family with namespace urn:other in any version; it has invoice, letter, letter2, order; say with --name which it belongs to, or file a first version by hand: its .xsd, SOURCE and xsdgen.yaml`: {
			text: small("urn:other:v1", "", "x"),
		},
		`schemas has no family nothing; it has invoice, letter, letter2, order; file a first version by hand: its .xsd, SOURCE and xsdgen.yaml`: {
			text: small("urn:example:order:v4", "", "x"), request: Request{Name: "nothing"},
		},
		`in/new.xsd could be of letter or letter2; say which with --name`: {text: small("urn:example:letter", "", "x")},
		`in/new.xsd does not say its version, neither in its namespace nor in its version attribute; give it with --version, such as v2`: {
			text: small("urn:example:letter", "", "x"), request: Request{Name: "letter"},
		},
		`in/new.xsd has the namespace and version of order v3 and is another schema: it was edited in place; give its version with the day it was published: --version v3_YYYYMMDD`: {
			text: small("urn:example:order:v3", "", "x"),
		},
		`in/new.xsd has the namespace and version of invoice v1 and is another schema: it was edited in place; give its version with the day it was published: --version v1_YYYYMMDD`: {
			text: small("urn:example:invoice", `version="1"`, "x"),
		},
		`"2023" is no version; write v2, v1_1, or for a schema edited in place v1_20230102 with the day it was published`: {
			text: small("urn:example:order:v3", "", "x"), request: Request{Version: "2023"},
		},
		`v0 comes before v1, the first version of order; only later versions can be adopted`: {text: small("urn:example:order:v0", "", "x")},
		`nowhere: there is no such directory; say with --schemas where the schema versions are`: {
			text: small("urn:example:order:v4", "", "x"), request: Request{Schemas: "nowhere"},
		},
		`schemas/order/v3/order.xsd: there is another schema under this version (sha256 428506918e05, the new one has 1f676a5abe22), and nothing is overwritten; give another --version`: {
			text: small("urn:example:order:v4", "", "x"), request: Request{Version: "v3"},
		},
		`in/new.xsd refers to outside.xsd, which is neither beside nor below it; put all documents of the schema in one directory`: {
			text: `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:example:order:v4"><xs:include schemaLocation="../outside.xsd"/></xs:schema>`,
		},
	} {
		t.Run("", func(t *testing.T) {
			module(t, smallModule())
			write(t, map[string]string{"in/new.xsd": test.text, "outside.xsd": small("urn:example:order:v4", "", "x")})
			before := snapshot(t)
			request := test.request
			request.File = "in/new.xsd"
			if request.Schemas == "" {
				request.Schemas = "schemas"
			}
			_, err := Run(request)
			if err == nil || err.Error() != want {
				t.Errorf("\ngot  %v\nwant %s", err, want)
			}
			if diff := cmp.Diff(before, snapshot(t)); diff != "" {
				t.Errorf("something was left behind:\n%s", diff)
			}
		})
	}
}

// TestNothingIsOverwritten: a file that a person has changed stays, and is said to be another.
func TestNothingIsOverwritten(t *testing.T) {
	module(t, smallModule())
	write(t, map[string]string{"in/new.xsd": small("urn:example:order:v4", "", "order")})
	request := Request{File: "in/new.xsd", Schemas: "schemas"}
	if _, err := Run(request); err != nil {
		t.Fatal(err)
	}
	changed := read(t, "schemas/order/v4/xsdgen.yaml") + "accept:\n  - {rule: r, path: p, reason: q}\n"
	write(t, map[string]string{"schemas/order/v4/diff.md": "mine\n", "schemas/order/v4/xsdgen.yaml": changed, "schemas/order/v4/SOURCE": "mine\n"})
	before := snapshot(t)
	result, err := Run(request)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(before, snapshot(t)); diff != "" {
		t.Errorf("something was overwritten:\n%s", diff)
	}
	if want := "schemas/order/v4/diff.md: kept, though it would be written otherwise now; remove it and run again to have it written"; result.Steps[len(result.Steps)-1] != want {
		t.Errorf("got %q, want %q", result.Steps[len(result.Steps)-1], want)
	}
	if len(result.Report.Expired) != 1 {
		t.Errorf("accept: of the new version is not applied: %v", result.Report.Expired)
	}
}

// TestChosenNames: what clashes in the new version gets a name, and it is said so.
func TestChosenNames(t *testing.T) {
	files := smallModule()
	files["schemas/order/v3/xsdgen.yaml"] += "names:\n  type/gone: Gone\nservice:\n  package: c\n  operations:\n    - {name: Get, path: /v3, response: order}\n"
	module(t, files)
	write(t, map[string]string{"in/new.xsd": strings.Replace(small("urn:example:order:v4", "", "order"), "</xs:schema>",
		`<xs:complexType name="a.b"/><xs:complexType name="a-b"/></xs:schema>`, 1)})
	result, err := Run(Request{File: "in/new.xsd", Schemas: "schemas", Origin: "here"})
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	want := []string{
		"names: type/gone was left out of schemas/order/v4/xsdgen.yaml, for the schema has nothing of that path any more",
		"names: type/a-b: AB2 was chosen in schemas/order/v4/xsdgen.yaml, for it clashes with another name; choose a better one before anybody uses the package",
		"service: in schemas/order/v4/xsdgen.yaml is what it was for v3: check that path, scope and parameters still hold",
	}
	if diff := cmp.Diff(want, result.Decisions[:3]); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	c, err := readConfig("schemas/order/v4/xsdgen.yaml")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(map[string]string{"type/a-b": "AB2"}, c.Names); diff != "" {
		t.Errorf("names (-want +got):\n%s", diff)
	}
}
