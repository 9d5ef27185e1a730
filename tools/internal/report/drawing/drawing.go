// Package drawing draws the model of two versions of a schema for the page of a report, with what changed.
package drawing

import (
	"github.com/mvainnsyn/mvainnsyn/tools/internal/diff"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/doc"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/doc/picture"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/report"
)

// Of draws the model of both versions that r compares.
func Of(older, newer diff.Input, r *diff.Report) (*report.Picture, error) {
	marks := map[string]picture.Mark{}
	for path, m := range report.Marks(r) {
		marks[path] = picture.Mark{Kind: kindOf(m), Link: m.Link, Text: m.Text}
	}
	svg, shown, err := doc.Compared(version(older), version(newer), marks)
	return &report.Picture{SVG: svg, Style: picture.Style, Shown: shown}, err
}

func kindOf(m report.Mark) picture.MarkKind {
	switch {
	case m.New:
		return picture.New
	case m.Gone:
		return picture.Gone
	}
	return picture.Changed
}

func version(input diff.Input) doc.Version {
	return doc.Version{Set: input.Set, Packages: input.Packages}
}
