// This file draws two versions of a model as one picture.

package doc

import (
	"github.com/mvainnsyn/mvainnsyn/tools/internal/doc/diagram"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/doc/picture"
)

// Version is one of two versions of a schema that are drawn together.
type Version = Request

// Compared draws the new version of a model with what was in the old one, marked at component paths. The picture stands on a page that has
// [picture.Style]. It shows how many of the marks it has a place for.
func Compared(old, now Version, marks map[string]picture.Mark) (svg string, shown int, err error) {
	drawing := diagram.Options{Depth: diagram.Automatic, DataTypes: true}
	before, err := diagram.NewModel(old.Set, old.Packages).Draw(drawing)
	if err != nil {
		return "", 0, err
	}
	d, err := diagram.NewModel(now.Set, now.Packages).Draw(drawing)
	if err != nil {
		return "", 0, err
	}
	gone := func(path string) bool { return marks[path].Kind == picture.Gone }
	marked := func(path string) bool { return marks[path].Kind != picture.Unmarked }
	diagram.Merge(before, d, gone, marked)
	met := map[string]bool{}
	svg = picture.SVG(d, picture.Options{Prefix: "model-", Inline: true, Mark: func(path string) picture.Mark {
		if m := marks[path]; m.Kind != picture.Unmarked {
			met[m.Link] = true
		}
		return marks[path]
	}})
	return svg, len(met), nil
}
