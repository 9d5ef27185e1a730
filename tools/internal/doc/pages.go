// This file makes the reference: as a page, and as Markdown beside its picture.

package doc

import (
	"github.com/mvainnsyn/mvainnsyn/tools/internal/doc/diagram"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/doc/page"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/doc/reference"
)

// referred collects the reference and draws the model.
func referred(r Request) (*reference.Reference, *diagram.Model, *diagram.Diagram, error) {
	m := diagram.NewModel(r.Set, r.Packages)
	d, err := m.Draw(r.Drawing)
	if err != nil {
		return nil, nil, nil, err
	}
	roots, err := m.Roots(r.Drawing.Root)
	if err != nil {
		return nil, nil, nil, err
	}
	ref := reference.Build(r.Set, r.Packages, m, roots)
	ref.Title = d.Title
	return ref, m, d, nil
}

func htmlFiles(r Request) ([]File, error) {
	ref, m, d, err := referred(r)
	if err != nil {
		return nil, err
	}
	data, err := page.HTML(ref, m, d)
	return []File{{"index.html", data}}, err
}

func markdownFiles(r Request) ([]File, error) {
	ref, _, _, err := referred(r)
	if err != nil {
		return nil, err
	}
	pictures, err := svgFiles(r)
	if err != nil {
		return nil, err
	}
	return append([]File{{"index.md", page.Markdown(ref, modelFile+".svg")}}, pictures...), nil
}
