// Package world gives tests the schemas of other publishers and the small inputs of public reports, which the repository does not hold: where their
// files are, what a catalog maps, and which verdicts are known. It is for tests alone.
package world

import (
	"encoding/json"
	"encoding/xml"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/inputs"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/judge"
)

// Family is one publisher's schema as it was found, with documents.
type Family struct {
	Name      string
	Directory string   // of the schema documents
	Roots     []string // paths of the documents a user would name
	Documents []string // paths, some of documents that are not valid
	// Catalog is what a catalog must map for the schema to be complete without a network; empty where nothing is missing.
	Catalog []judge.Mapping
	// CatalogFile is the path of an OASIS XML catalog that says the same; empty where nothing is missing.
	CatalogFile string
}

// Families returns all families of ../shared/world, in the order of its manifest. They are unpacked once per version of the archive. Without
// the archive, or the commands that unpack it, the test ends as in inputs.NotChecked.
func Families(t testing.TB) []Family {
	t.Helper()
	directory := inputs.Unpacked(t, "world", inputs.Shared(t, "world", "world.tar.xz"))
	data, err := os.ReadFile(filepath.Join(directory, "world", "manifest.json"))
	if err != nil {
		t.Fatal(err)
	}
	var entries []entry
	if err := json.Unmarshal(data, &entries); err != nil {
		t.Fatal(err)
	}
	families := make([]Family, len(entries))
	for i, e := range entries {
		families[i] = e.family(t, filepath.Join(directory, "world", e.Family))
	}
	return families
}

// entry is a family as the manifest has it; its paths are relative to the family's directories.
type entry struct {
	Family    string
	Roots     []string
	Documents []string
	Catalog   []struct{ Namespace, Location, File string }
}

func (e entry) family(t testing.TB, directory string) Family {
	t.Helper()
	f := Family{Name: e.Family, Directory: filepath.Join(directory, "schemas")}
	for _, root := range e.Roots {
		f.Roots = append(f.Roots, filepath.Join(f.Directory, filepath.FromSlash(root)))
	}
	for _, document := range e.Documents {
		f.Documents = append(f.Documents, filepath.Join(directory, "documents", document))
	}
	for _, m := range e.Catalog {
		f.Catalog = append(f.Catalog, judge.Mapping{Namespace: m.Namespace, Location: m.Location, File: filepath.Join(f.Directory, filepath.FromSlash(m.File))})
	}
	if len(f.Catalog) > 0 {
		f.CatalogFile = filepath.Join(t.TempDir(), "catalog.xml")
		if err := os.WriteFile(f.CatalogFile, catalog(f.Catalog), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return f
}

// fileURI is the address of a file by its absolute path.
func fileURI(file string) string {
	return (&url.URL{Scheme: "file", Path: filepath.ToSlash(file)}).String()
}

// Judge is Xerces-J with the family's catalog, and with the W3C's schema of the xml namespace, which every processor of schemas is expected to know.
func (f Family) Judge(t testing.TB) judge.Judge {
	t.Helper()
	return judge.XercesWith(t, append(slices.Clone(f.Catalog), XMLNamespace(t)))
}

// XMLNamespace maps the xml namespace to the W3C's schema of it, as one of the families has it.
func XMLNamespace(t testing.TB) judge.Mapping {
	t.Helper()
	directory := inputs.Unpacked(t, "world", inputs.Shared(t, "world", "world.tar.xz"))
	return judge.Mapping{Namespace: "http://www.w3.org/XML/1998/namespace", File: filepath.Join(directory, "world", "citygml2", "schemas", "xml", "xml.xsd")}
}

// catalog writes an OASIS XML catalog with an entry for each namespace and each location.
func catalog(mappings []judge.Mapping) []byte {
	var b strings.Builder
	b.WriteString("<catalog xmlns=\"urn:oasis:names:tc:entity:xmlns:xml:catalog\">\n")
	entry := func(name, file string) {
		b.WriteString(" <uri name=\"")
		_ = xml.EscapeText(&b, []byte(name))
		b.WriteString("\" uri=\"")
		_ = xml.EscapeText(&b, []byte(fileURI(file)))
		b.WriteString("\"/>\n")
	}
	for _, m := range mappings {
		if m.Location != "" {
			entry(m.Location, m.File)
		}
		if m.Namespace != "" {
			entry(m.Namespace, m.File)
		}
	}
	b.WriteString("</catalog>\n")
	return []byte(b.String())
}

// Report is one small input of ../shared/reports.
type Report struct {
	Kind      string // of the fault: the name of the folder
	Name      string
	Directory string
	Rule      string    // what must hold, in words
	Verdicts  []Verdict // empty where none are known
}

// Verdict is what is known of one file of a report.
type Verdict struct {
	File    string // its path
	Verdict string // "valid", "invalid", or words that say more
	Judge   string // who says so
}

// Valid reports whether the verdict is that the file is valid.
func (v Verdict) Valid() bool { return v.Verdict == "valid" }

// Schema is the path of the schema document of a report.
func (r Report) Schema() string { return filepath.Join(r.Directory, "s.xsd") }

// Documents are the verdicts on documents. That of a choice without alternatives, which Xerces takes for nothing at all, is the one of the report's
// rule, of xmllint and of the standard: no content satisfies it, since there must be "a particle among ... that ..." (Part 1, section 3.8.4, clause 2.2).
func (r Report) Documents() []Verdict {
	var documents []Verdict
	for _, v := range r.Verdicts {
		if filepath.Ext(v.File) == ".xsd" {
			continue
		}
		if r.Name == "93-empty-choice" && strings.HasPrefix(filepath.Base(v.File), "bad") {
			v.Verdict = "invalid"
		}
		documents = append(documents, v)
	}
	return documents
}

// IsSchemaValid reports whether the schema is known to be valid.
func (r Report) IsSchemaValid() bool {
	return slices.ContainsFunc(r.Verdicts, func(v Verdict) bool { return v.File == r.Schema() && v.Valid() })
}

// Beside are the schema documents that a report has beside its schema for addresses that nobody reads.
func (r Report) Beside(t testing.TB) []string {
	t.Helper()
	if r.Kind != "catalog" {
		return nil
	}
	var files []string
	for _, pattern := range []string{"*.xsd", filepath.Join("*", "*.xsd")} {
		found, err := filepath.Glob(filepath.Join(r.Directory, pattern))
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, found...)
	}
	return files
}

// Reports returns all inputs of ../shared/reports, sorted by path.
func Reports(t testing.TB) []Report {
	t.Helper()
	kinds := inputs.Shared(t, "reports")
	schemas, err := filepath.Glob(filepath.Join(kinds, "*", "*", "s.xsd"))
	if err != nil || len(schemas) == 0 {
		t.Fatalf("%s holds no reports: %v", kinds, err)
	}
	reports := make([]Report, len(schemas))
	for i, schema := range schemas {
		directory := filepath.Dir(schema)
		kind := filepath.Dir(directory)
		reports[i] = Report{
			Kind: filepath.Base(kind), Name: filepath.Base(directory), Directory: directory,
			Rule: strings.TrimSpace(read(t, filepath.Join(kind, "RULE"))), Verdicts: verdicts(t, directory),
		}
	}
	return reports
}

// verdicts reads the verdicts.tsv of a directory, which some do not have.
func verdicts(t testing.TB, directory string) []Verdict {
	t.Helper()
	file := filepath.Join(directory, "verdicts.tsv")
	if _, err := os.Stat(file); err != nil {
		return nil
	}
	var all []Verdict
	for _, line := range strings.Split(read(t, file), "\n")[1:] {
		if fields := strings.Split(line, "\t"); len(fields) == 3 {
			all = append(all, Verdict{File: filepath.Join(directory, fields[0]), Verdict: fields[1], Judge: fields[2]})
		}
	}
	if len(all) == 0 {
		t.Fatalf("%s has no verdicts", file)
	}
	return all
}

func read(t testing.TB, file string) string {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
