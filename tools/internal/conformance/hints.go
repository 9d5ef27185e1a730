// Schema location hints in documents (XSD 1.0 Part 1, section 4.3.2): where a document of the suite names schemas of further namespaces, the
// suite means them to be read too.

package conformance

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
	"github.com/mvainnsyn/mvainnsyn/xsd"
	"github.com/mvainnsyn/mvainnsyn/xsd/xmltext"
	"github.com/mvainnsyn/mvainnsyn/xsd/xmltext/xmlequal"
)

// hinted lists the files that the document's xsi:schemaLocation names for namespaces the given schemas know nothing of. Hints that lead
// nowhere, or to what cannot be put together with the schemas, are ignored, as the standard allows.
func hinted(document string, schemas []string) []string {
	hints := readHints(document)
	if len(hints) == 0 {
		return nil
	}
	set, err := Build(schemas)
	if err != nil {
		return nil
	}
	var files []string
	for _, hint := range hints {
		known := slices.ContainsFunc(set.Documents, func(d schema.DocumentInfo) bool { return d.TargetNamespace == hint.namespace })
		if _, err := os.Stat(hint.file); err == nil && !known && !slices.Contains(files, hint.file) {
			files = append(files, hint.file)
		}
	}
	if _, err := Build(slices.Concat(schemas, files)); err != nil {
		return nil
	}
	return files
}

// hint is a pair of xsi:schemaLocation.
type hint struct{ namespace, file string }

func readHints(document string) []hint {
	file, err := os.Open(document)
	if err != nil {
		return nil
	}
	defer file.Close() //nolint:errcheck // read only
	reader := xmltext.NewStreamReader(file, xsd.Limits{})
	var hints []hint
	for {
		kind, err := reader.Next()
		if err != nil || kind == xmltext.End {
			return hints
		}
		if kind != xmltext.StartElement {
			continue
		}
		for _, attr := range reader.Attrs() {
			if attr.Name.Space == xmlequal.InstanceNamespace && attr.Name.Local == "schemaLocation" {
				hints = append(hints, pairs(filepath.Dir(document), strings.Fields(attr.Value))...)
			}
		}
	}
}

func pairs(dir string, fields []string) []hint {
	var hints []hint
	for i := 0; i+1 < len(fields); i += 2 {
		hints = append(hints, hint{fields[i], filepath.Join(dir, filepath.FromSlash(fields[i+1]))})
	}
	return hints
}
