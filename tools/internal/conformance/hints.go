// Schema location hints in documents (XSD 1.0 Part 1, section 4.3.2): where a document of the suite names schemas of further namespaces, the
// suite means them to be read too.

package conformance

import (
	"os"
	"path/filepath"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/xsd"
	"github.com/mvainnsyn/mvainnsyn/xsd/xmltext"
)

// hinted lists the files that xsi:schemaLocation names in the document for namespaces other than the known ones, as far as they exist.
func hinted(document string, known func(namespace string) bool) []string {
	file, err := os.Open(document)
	if err != nil {
		return nil
	}
	defer file.Close() //nolint:errcheck // read only
	reader := xmltext.NewStreamReader(file, xsd.Limits{})
	var files []string
	for {
		kind, err := reader.Next()
		if err != nil || kind == xmltext.End {
			return files
		}
		if kind != xmltext.StartElement {
			continue
		}
		for _, attr := range reader.Attrs() {
			if attr.Name.Space == "http://www.w3.org/2001/XMLSchema-instance" && attr.Name.Local == "schemaLocation" {
				files = append(files, existing(filepath.Dir(document), strings.Fields(attr.Value), known)...)
			}
		}
	}
}

func existing(dir string, pairs []string, known func(string) bool) []string {
	var files []string
	for i := 0; i+1 < len(pairs); i += 2 {
		path := filepath.Join(dir, filepath.FromSlash(pairs[i+1]))
		if _, err := os.Stat(path); err == nil && !known(pairs[i]) {
			files = append(files, path)
		}
	}
	return files
}
