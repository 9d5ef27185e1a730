// Package report shows what a comparison of two schemas found: as text for a terminal, as JSON, Markdown and HTML, as annotations of GitHub
// Actions and as SARIF. Each format is a file; the words they share are in words.go, what is shown and in which order in order.go.
package report

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/diff"
)

// Options say how a report is shown.
type Options struct {
	// All shows the changes without effect too, which are otherwise summed up in one line.
	All bool
	// FailOn are the questions that a caller fails on; annotations of other breaking changes are warnings.
	FailOn []diff.Question
	// Picture is the model, for pages; nil for none.
	Picture *Picture
}

// format writes a report.
type format struct {
	name  string
	write func(io.Writer, *diff.Report, Options) error
}

// formats are all formats, in the order of help texts.
var formats = []format{
	{"text", writeText},
	{"json", writeJSON},
	{"markdown", writeMarkdown},
	{"html", writeHTML},
	{"github", writeGitHub},
	{"sarif", writeSARIF},
	{"line", writeLines},
}

// Formats lists the names of the formats.
func Formats() []string {
	names := make([]string, len(formats))
	for i, f := range formats {
		names[i] = f.name
	}
	return names
}

// CheckFormat returns an error that lists the formats if there is none of that name.
func CheckFormat(name string) error {
	_, err := formatNamed(name)
	return err
}

// Write writes a report in the format of that name.
func Write(w io.Writer, name string, r *diff.Report, o Options) error {
	f, err := formatNamed(name)
	if err != nil {
		return err
	}
	return f.write(w, r, o)
}

func formatNamed(name string) (format, error) {
	i := slices.IndexFunc(formats, func(f format) bool { return f.name == name })
	if i < 0 {
		return format{}, fmt.Errorf("no format %q: use one of %s", name, strings.Join(Formats(), ", "))
	}
	return formats[i], nil
}
