// This file looks at what is drawn in a browser, whose fonts are not ours.

package doc_test

import (
	"testing"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/browser"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/doc/diagram"
)

// measure lists what a browser finds to overlap in a picture, by the fonts it has.
const measure = `
const faults = [], box = e => e.getBBox();
const apart = (a, b) => a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
const boxes = [...document.querySelectorAll(".uml > g > rect")];
for (const r of boxes) for (const t of r.parentNode.querySelectorAll("text")) {
  const b = box(t), o = box(r);
  if (b.x < o.x || b.x + b.width > o.x + o.width || b.y < o.y || b.y + b.height > o.y + o.height) faults.push("sticks out: " + t.textContent);
}
const labels = [...document.querySelectorAll(".uml > .link text")];
for (const [i, t] of labels.entries()) {
  for (const r of boxes) if (!apart(box(t), box(r))) faults.push("on a box: " + t.textContent);
  for (const u of labels.slice(0, i)) if (!apart(box(t), box(u))) faults.push("on a label: " + t.textContent);
}
return {boxes: boxes.length, labels: labels.length, faults};`

// TestTextFits: in a browser, text keeps within its box, and labels clear of boxes and of each other.
func TestTextFits(t *testing.T) {
	var got struct {
		Boxes, Labels int
		Faults        []string
	}
	svg := drawSVG(t, drafted(t, features), diagram.Options{Depth: diagram.Automatic, DataTypes: true})
	browser.Run(t, append([]byte("<!DOCTYPE html><title>T</title>"), svg...), browser.View{Width: 1600}, measure, &got)
	if got.Boxes < 12 || got.Labels < 10 || len(got.Faults) > 0 {
		t.Errorf("got %+v", got)
	}
}
