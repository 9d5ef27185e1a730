// This file finds the schemas that documents name themselves, by xsi:schemaLocation and xsi:noNamespaceSchemaLocation.

package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
	"github.com/mvainnsyn/mvainnsyn/xsd"
	"github.com/mvainnsyn/mvainnsyn/xsd/xmltext"
)

// hint is a place of a schema that a document names; the namespace is empty for none.
type hint struct{ namespace, location string }

// hints reads those of a document's root element (XSD 1.0 Part 1, section 4.3.2).
func hints(document io.Reader) ([]hint, error) {
	r := xmltext.NewStreamReader(document, xsd.Limits{})
	for {
		kind, err := r.Next()
		if err != nil {
			return nil, err
		}
		if kind != xmltext.StartElement {
			continue
		}
		var found []hint
		for _, a := range r.Attrs() {
			if a.Name.Space != load.XSINamespace {
				continue
			}
			words := strings.Fields(a.Value)
			switch a.Name.Local {
			case "noNamespaceSchemaLocation":
				found = append(found, hint{location: strings.Join(words, " ")})
			case "schemaLocation":
				for i := 0; i+1 < len(words); i += 2 {
					found = append(found, hint{words[i], words[i+1]})
				}
			}
		}
		return found, nil
	}
}

// hinted makes judges of the schemas that documents name, each set of schemas once. Only what is below a document's folder is read, and what a
// catalog says: a document is not to choose among the files of a machine.
type hinted struct {
	*validateFlags
	cmd    *cobra.Command
	judges map[string]judges
}

// judgesOf returns those of a document. The error says why its schema is not found.
func (h *hinted) judgesOf(document string) (judges, error) {
	if document == "-" {
		return judges{}, fmt.Errorf("--hints needs a file, since schemas are looked for below its folder; save the document, or give --schema")
	}
	file, err := os.Open(document)
	if err != nil {
		return judges{}, fmt.Errorf("cannot read the document: %s; check the path", load.Reason(err))
	}
	found, err := hints(file)
	_ = file.Close() // read only
	if err != nil {
		return judges{}, err
	}
	options, err := h.options(h.cmd.InOrStdin())
	if err != nil {
		return judges{}, err
	}
	options.Within = filepath.Dir(document)
	paths, err := pathsOf(found, document, options)
	if err != nil {
		return judges{}, err
	}
	paths = append(slices.Clone(h.schemas), paths...)
	if len(paths) == 0 {
		return judges{}, fmt.Errorf("the document names no schema by xsi:schemaLocation or xsi:noNamespaceSchemaLocation; give --schema")
	}
	key := options.Within + "\n" + strings.Join(paths, "\n")
	if known, ok := h.judges[key]; ok {
		return known, nil
	}
	documents, err := load.Load(paths, options)
	if err != nil {
		return judges{}, err
	}
	set, err := schema.Build(documents)
	if err != nil {
		return judges{}, err
	}
	if err := warn(h.cmd, set.Warnings); err != nil {
		return judges{}, err
	}
	h.judges[key] = newJudges(set)
	return h.judges[key], nil
}

// pathsOf finds the files of hints, as load finds those of references.
func pathsOf(found []hint, document string, options load.Options) ([]string, error) {
	var paths []string
	for _, h := range found {
		place, err := load.Place(document, h.namespace, h.location, options)
		if err != nil {
			return nil, fmt.Errorf("the document names the schema %s: %w", h.location, err)
		}
		if !slices.Contains(paths, place) {
			paths = append(paths, place)
		}
	}
	return paths, nil
}
