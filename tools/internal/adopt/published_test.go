// This file adopts a real step of a published schema in a temporary module.

package adopt

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/downstream"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/generate"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/inputs"
)

const schemaName = "no.skatteetaten.fastsetting.avgift.mva.mvameldinginnsending.v1.0.xsd"

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
	if out, err := (downstream.Module{Dir: "."}).Go(args...); err != nil {
		t.Errorf("go %v: %v\n%s", args, err, out)
	}
}
