// This file adopts versions of small schemas in temporary modules: where they go, what is refused, and that nothing is overwritten.

package adopt

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/downstream"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/generate"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/inputs"
)

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
	if _, err := downstream.New(".", "example.com/app", root); err != nil {
		t.Fatal(err)
	}
	write(t, map[string]string{"go.sum": string(sums)})
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
		"schemas/pain/v9/pain.xsd":       small("urn:iso:std:iso:20022:tech:xsd:pain.001.001.09", "", "Document"),
		"schemas/pain/v9/xsdgen.yaml":    configured("pain", "v9"),
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
		says    string // of how the version was found
	}{
		"by namespace": {text: small("urn:example:order:v4.0", "", "order"), dir: "order/v4", old: "order v3", config: "../../../gen/order/v4"},
		"in between":   {text: small("urn:example:order:v2.1", "", "order"), dir: "order/v2_1", old: "order v1", config: "../../../gen/order/v2_1"},
		"by a message of ISO 20022": {
			text: small("urn:iso:std:iso:20022:tech:xsd:pain.001.001.11", "", "Document"), dir: "pain/v11", old: "pain v9", config: "../../../gen/pain/v11",
			says: "version v11: read from the namespace urn:iso:std:iso:20022:tech:xsd:pain.001.001.11",
		},
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
			if steps := strings.Join(result.Steps, "\n"); !strings.Contains(steps, test.says) || strings.Contains(steps, "read from the namespace") != (test.says != "") {
				t.Errorf("want %q in\n%s", test.says, steps)
			}
			if !strings.Contains(strings.Join(result.Decisions, "\n"), "does not say where the schema was published") {
				t.Errorf("nothing is said of the missing origin: %q", result.Decisions)
			}
		})
	}
}

// TestReportNamesNoMachine: what is written beside the schema says nothing of where the module is.
func TestReportNamesNoMachine(t *testing.T) {
	module(t, smallModule())
	here, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	write(t, map[string]string{"in/new.xsd": small("urn:example:order:v4", "", "other")})
	if _, err := Run(Request{File: filepath.Join(here, "in", "new.xsd"), Schemas: filepath.Join(here, "schemas")}); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"diff.md", "SOURCE", "xsdgen.yaml"} {
		if text := read(t, "schemas/order/v4/"+name); strings.Contains(text, here) {
			t.Errorf("%s names %s:\n%s", name, here, text)
		}
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
		`schemas has no family with namespace urn:other in any version; it has invoice, letter, letter2, order, pain; say with --name which it belongs to, or file a first version with --first`: {
			text: small("urn:other:v1", "", "x"),
		},
		`schemas has no family nothing; it has invoice, letter, letter2, order, pain; file a first version with --first`: {
			text: small("urn:example:order:v4", "", "x"), request: Request{Name: "nothing"},
		},
		`in/new.xsd could be of letter or letter2; say which with --name`: {text: small("urn:example:letter", "", "x")},
		`in/new.xsd does not say its version, neither in its namespace, as in :v2, nor in its version attribute; give it with --version, such as v2`: {
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
		`nowhere: there is no such directory; file the first version of a schema with --first, or say with --schemas where the schema versions are`: {
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
		"names: type/gone was left out of schemas/order/v4/xsdgen.yaml: the schema no longer has a component of that path",
		"names: type/a-b: AHyphenB was chosen in schemas/order/v4/xsdgen.yaml, for it clashes with another name; choose a better one before anybody uses the package",
		"names: type/a.b: ADotB was chosen in schemas/order/v4/xsdgen.yaml, for it clashes with another name; choose a better one before anybody uses the package",
		"service: in schemas/order/v4/xsdgen.yaml is the same as for v3: check that path, scope and parameters still hold",
	}
	if diff := cmp.Diff(want, result.Decisions[:4]); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	c, err := readConfig("schemas/order/v4/xsdgen.yaml")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(map[string]string{"type/a-b": "AHyphenB", "type/a.b": "ADotB"}, c.Names); diff != "" {
		t.Errorf("names (-want +got):\n%s", diff)
	}
}

// TestNamesLast: what the predecessor has too is called as it was there, whatever the new version puts beside it.
func TestNamesLast(t *testing.T) {
	const (
		head   = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:example:order:v3" targetNamespace="urn:example:order:v3" elementFormDefault="qualified">`
		choice = `<xs:choice><xs:element name="a" type="xs:string"/><xs:element name="b" type="xs:string"/></xs:choice>`
		code   = `<xs:simpleType name="Code"><xs:restriction base="xs:string"><xs:enumeration value="15%"/></xs:restriction></xs:simpleType>`
		part   = `<xs:complexType name="part"/>`
	)
	files := smallModule()
	files["schemas/order/v3/order.xsd"] = head + `<xs:complexType name="T"><xs:sequence>` + choice + `</xs:sequence></xs:complexType>` + code + part + `</xs:schema>`
	module(t, files)
	later := head + `<xs:complexType name="T"><xs:sequence><xs:choice><xs:element name="x" type="xs:string"/><xs:element name="y" type="xs:string"/></xs:choice>` + choice +
		`</xs:sequence></xs:complexType>` + strings.Replace(code, `<xs:enumeration value="15%"/>`, `<xs:enumeration value="15%"/><xs:enumeration value="15"/>`, 1) +
		`<xs:complexType name="Part"/>` + part + `</xs:schema>`
	write(t, map[string]string{"in/order.xsd": strings.ReplaceAll(later, ":v3", ":v4")})
	result, err := Run(Request{File: "in/order.xsd", Schemas: "schemas", Origin: "here"})
	if err != nil {
		t.Fatal(err)
	}
	c, err := readConfig("schemas/order/v4/xsdgen.yaml")
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{
		"type/T/choice/a": "Choice", "type/T/choice/a/type": "TChoice", "type/Code/enum/15%": "Code15", "type/Code/enum/15": "CodeValue15",
		"type/part": "Part", "type/Part": "PartType",
	}
	if diff := cmp.Diff(want, c.Names); diff != "" {
		t.Errorf("names (-want +got):\n%s", diff)
	}
	step := "schemas/order/v4/xsdgen.yaml: 4 names kept that v3 had and the schema's new words would change"
	if !slices.Contains(result.Steps, step) {
		t.Errorf("%q is not among the steps %q", step, result.Steps)
	}
}

// TestNamesOfAFirstVersion: what rules chose for the first version of a schema stands in its configuration, and is left to decide.
func TestNamesOfAFirstVersion(t *testing.T) {
	module(t, map[string]string{"order.xsd": `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:x:v1" xmlns="urn:x:v1"><xs:element name="r" type="order"/>
<xs:complexType name="order"><xs:sequence><xs:element name="a" type="Order"/></xs:sequence></xs:complexType><xs:complexType name="Order"><xs:attribute name="b"/></xs:complexType></xs:schema>`})
	result, err := Run(Request{File: "order.xsd", Schemas: "schemas", First: true, Origin: "here"})
	if err != nil {
		t.Fatal(err)
	}
	if config := read(t, "schemas/order/v1/xsdgen.yaml"); !strings.Contains(config, "names:\n  type/order: LowerOrder\n") {
		t.Errorf("the configuration is\n%s", config)
	}
	if decide := strings.Join(result.Decisions, "\n"); !strings.Contains(decide, "LowerOrder") {
		t.Errorf("left to decide is %q", decide)
	}
}
