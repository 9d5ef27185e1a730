// This file reads a schema with all its documents.

package adopt

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/catalog"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
)

// incoming is a schema with all its documents.
type incoming struct {
	namespace, version string
	documents          []document // the first is the one given
}

// document is a file of a schema. Its name is relative to the directory of the first.
type document struct {
	name string
	data []byte
}

func (d document) sum() string {
	sum := sha256.Sum256(d.data)
	return hex.EncodeToString(sum[:])
}

// readIncoming reads a schema document and what it includes and imports. That must be beside or below it, and is filed with it; what a catalog
// leads to elsewhere stays where it is.
func readIncoming(file string, catalogs []string) (*incoming, error) {
	options, err := catalog.Options(nil, catalogs...)
	if err != nil {
		return nil, err
	}
	documents, err := load.Load([]string{file}, options)
	if err != nil {
		return nil, err
	}
	s := &incoming{namespace: documents[0].TargetNamespace}
	s.version, _ = documents[0].Root.Token("version")
	known := map[string]bool{}
	for _, d := range documents {
		if d.BuiltIn {
			continue
		}
		name, err := filepath.Rel(filepath.Dir(file), d.File)
		if len(catalogs) > 0 && (err != nil || !filepath.IsLocal(name)) {
			continue
		}
		if err != nil || !filepath.IsLocal(name) {
			return nil, fmt.Errorf("%s refers to %s, which is neither beside nor below it; put all documents of the schema in one directory", file, d.File)
		}
		if known[name] {
			continue
		}
		known[name] = true
		data, err := os.ReadFile(d.File)
		if err != nil {
			return nil, err
		}
		s.documents = append(s.documents, document{name, data})
	}
	return s, nil
}

// equal reports whether two schemas have the same documents, whatever the first is called.
func (s *incoming) equal(t *incoming) bool {
	if len(s.documents) != len(t.documents) {
		return false
	}
	for i := range s.documents {
		if !bytes.Equal(s.documents[i].data, t.documents[i].data) {
			return false
		}
	}
	return true
}

// refuseOther makes sure that the place of the version is empty or holds this very schema.
func (a *adoption) refuseOther() error {
	for _, e := range a.family.editions {
		if e.version.compare(a.version) == 0 && !e.schema.equal(a.schema) {
			return a.refusal(e.schema.documents[0])
		}
	}
	for _, d := range a.schema.documents {
		data, err := os.ReadFile(filepath.Join(a.dir, d.name))
		if err == nil && !bytes.Equal(data, d.data) {
			return a.refusal(document{d.name, data})
		}
	}
	return nil
}

func (a *adoption) refusal(there document) error {
	return fmt.Errorf("%s: there is another schema under this version (sha256 %.12s, the new one has %.12s), and nothing is overwritten; give another --version",
		a.path(there.name), there.sum(), a.schema.documents[0].sum())
}

// source is the text of SOURCE; publisher and licence are the predecessor's. It reports whether the origin is missing.
func (a *adoption) source() (text string, missing bool) {
	first := a.schema.documents[0]
	carried := a.carriedSource()
	origin := a.Origin
	if origin == "" {
		origin = "not stated"
	}
	var b strings.Builder
	line := func(key, value string) {
		if value != "" {
			fmt.Fprintf(&b, "%-13s%s\n", key+":", value)
		}
	}
	line("Schema", filepath.ToSlash(first.name))
	line("Namespace", a.schema.namespace)
	line("Publisher", carried["Publisher"])
	line("Origin", origin)
	line("Licence", carried["Licence"])
	for _, d := range a.schema.documents {
		of := ""
		if d.name != first.name {
			of = " (" + filepath.ToSlash(d.name) + ")"
		}
		line("SHA-256", d.sum()+of)
	}
	line("Adopted", a.Today.Format("2006-01-02"))
	b.WriteString("\nThe schema beside this file is the published one, unchanged.\n")
	return b.String(), a.Origin == ""
}

// carriedSource reads the lines of the predecessor's SOURCE.
func (a *adoption) carriedSource() map[string]string {
	lines := map[string]string{}
	if a.predecessor == nil {
		return lines
	}
	data, err := os.ReadFile(filepath.Join(a.predecessor.config.Dir(), sourceName))
	if err != nil {
		return lines // nothing to carry over
	}
	for line := range strings.Lines(string(data)) {
		if key, value, ok := strings.Cut(line, ":"); ok {
			lines[key] = strings.TrimSpace(value)
		}
	}
	return lines
}
