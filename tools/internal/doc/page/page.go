// Package page writes a reference for people: as one file of HTML that needs nothing else, and as Markdown with the same content. Whatever a schema's
// author wrote is text, markup and marks that turn its direction included.
package page

import (
	"bytes"
	_ "embed"
	"fmt"
	"html/template"
	"strings"
	"unicode/utf8"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/doc/diagram"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/doc/picture"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/doc/reference"
)

//go:embed page.gohtml
var source string

//go:embed page.css
var style string

//go:embed page.js
var script string

var parsed = template.Must(template.New("page").Funcs(template.FuncMap{
	"style":   func() template.CSS { return template.CSS(style + picture.Style) }, //nolint:gosec // our own files
	"script":  func() template.JS { return template.JS(script) },                  //nolint:gosec // our own file
	"visible": Visible,
	"long":    long,
	"begin":   begin,
	"rest":    rest,
	"group":   grouped,
	"lower":   strings.ToLower,
}).Parse(source))

// view is what the template shows.
type view struct {
	*reference.Reference
	Model template.HTML
	model *diagram.Model
}

// Around is the picture of a class and what it is joined with, empty for one that is joined with nothing, or with more than can be read.
func (v view) Around(e *reference.Entry) template.HTML {
	if e.Complex == nil {
		return ""
	}
	d, ok := v.model.AroundType(e.Complex, 1)
	if !ok || len(d.Classes) < 2 || len(d.Classes) > diagram.Readable {
		return ""
	}
	return svg(d, e.ID+"-picture-")
}

func svg(d *diagram.Diagram, prefix string) template.HTML {
	return template.HTML(picture.SVG(d, picture.Options{ //nolint:gosec // text in it is escaped
		Prefix: prefix, Inline: true,
		ClassLink: func(c *diagram.Class) string { return "#" + c.ID },
		TypeLink:  func(t *diagram.DataType) string { return "#" + t.ID },
	}))
}

// HTML writes a reference with the picture of the model.
func HTML(r *reference.Reference, m *diagram.Model, d *diagram.Diagram) ([]byte, error) {
	var b bytes.Buffer
	err := parsed.Execute(&b, view{r, svg(d, "model-"), m})
	return b.Bytes(), err
}

// grouped are the entries of some kinds.
func grouped(entries []*reference.Entry, kinds ...string) []*reference.Entry {
	var some []*reference.Entry
	for _, e := range entries {
		for _, k := range kinds {
			if e.Kind == k {
				some = append(some, e)
			}
		}
	}
	return some
}

// shown is how many characters of a paragraph are shown at once.
const shown = 1500

func long(text string) bool { return utf8.RuneCountInString(text) > shown }

func begin(text string) string { return string([]rune(text)[:shown]) }

func rest(text string) string { return string([]rune(text)[shown:]) }

// Visible writes out the characters that would turn the direction of the text after them, or hide.
func Visible(text string) string {
	var b strings.Builder
	for _, r := range text {
		switch {
		case r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069, r == 0x200e, r == 0x200f, r == 0xfeff, r < ' ' && r != '\n' && r != '\t':
			fmt.Fprintf(&b, "[U+%04X]", r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
