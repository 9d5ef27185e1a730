// This file makes pictures alone: one of the model, and where it does not show all of it one around each class, which the names lead to.

package doc

import (
	"net/url"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/doc/diagram"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/doc/picture"
)

// modelFile is the name of the picture of the model, without extension.
const modelFile = "model"

func svgFiles(r Request) ([]File, error) {
	return drawn(r, ".svg", func(d *diagram.Diagram, link func(*diagram.Class) string) string {
		return picture.SVG(d, picture.Options{ClassLink: link})
	})
}

// drawn draws the model, and where that is not all of it, what is around each class.
func drawn(r Request, extension string, draw func(*diagram.Diagram, func(*diagram.Class) string) string) ([]File, error) {
	m := diagram.NewModel(r.Set, r.Packages)
	d, err := m.Draw(r.Drawing)
	if err != nil {
		return nil, err
	}
	if len(d.Cut) == 0 {
		return []File{{modelFile + extension, []byte(draw(d, nil))}}, nil
	}
	names := fileNames{byID: map[string]string{}, taken: map[string]bool{modelFile: true}}
	link := func(c *diagram.Class) string { return url.PathEscape(names.of(c.ID)) + extension }
	files := []File{{modelFile + extension, []byte(draw(d, link))}}
	queue := append(append([]*diagram.Class{}, d.Classes...), d.Cut...)
	met := map[string]bool{}
	for _, c := range queue {
		met[c.ID] = true
	}
	for i := 0; i < len(queue); i++ {
		around := m.Around(queue[i], 1)
		for _, c := range append(append([]*diagram.Class{}, around.Classes...), around.Cut...) {
			if !met[c.ID] {
				met[c.ID] = true
				queue = append(queue, c)
			}
		}
		files = append(files, File{names.of(queue[i].ID) + extension, []byte(draw(around, link))})
	}
	return files, nil
}

// fileNames gives each class a file of its own, on file systems too that take capital and small letters for the same.
type fileNames struct {
	byID  map[string]string
	taken map[string]bool
}

func (f fileNames) of(id string) string {
	if name, ok := f.byID[id]; ok {
		return name
	}
	name := id
	for f.taken[strings.ToLower(name)] {
		name += "-"
	}
	f.taken[strings.ToLower(name)], f.byID[id] = true, name
	return name
}
