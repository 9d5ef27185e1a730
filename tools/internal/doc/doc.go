// Package doc documents a schema for people: the information model as a picture, and what the model says as a page. Names are those of the generated
// code. The rooms below are one step each:
//
//	facets     what values a simple type takes, in words
//	diagram    the model as classes and what joins them, without places
//	layout     places for boxes, ways for edges; knows sizes and nothing else
//	picture    a diagram, placed, as SVG
//	example    a small document for an element, in XML, JSON and Go
//	reference  what there is to tell of each element and type, for any form
//	page       a reference as HTML and as Markdown
package doc

import (
	"fmt"
	"slices"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/doc/diagram"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/model"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// Request says what to document and how.
type Request struct {
	Set      *schema.Set
	Packages []*model.Package // none where no Go can be generated
	Drawing  diagram.Options
}

// File is a file to write.
type File struct {
	Name string
	Data []byte
}

// format makes the files of a format.
type format struct {
	name  string
	files func(Request) ([]File, error)
}

// formats are all formats, in the order of help texts.
var formats = []format{
	{"html", htmlFiles},
	{"markdown", markdownFiles},
	{"svg", svgFiles},
	{"plantuml", plantUMLFiles},
}

// Formats lists the names of the formats.
func Formats() []string {
	names := make([]string, len(formats))
	for i, f := range formats {
		names[i] = f.name
	}
	return names
}

// Files documents a schema in a format.
func Files(r Request, formatName string) ([]File, error) {
	i := slices.IndexFunc(formats, func(f format) bool { return f.name == formatName })
	if i < 0 {
		return nil, fmt.Errorf("no format %q: use one of %s", formatName, strings.Join(Formats(), ", "))
	}
	return formats[i].files(r)
}
