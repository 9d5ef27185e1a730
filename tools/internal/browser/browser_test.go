// This file holds the browser to a page with known faults.

package browser_test

import (
	"strings"
	"testing"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/browser"
)

const page = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>T</title>
<style>@media (prefers-color-scheme: dark) { body { color: #fff; background: #000 } }</style></head>
<body><main><h1>T</h1><img src="data:,"></main></body></html>`

func TestRun(t *testing.T) {
	for _, v := range []browser.View{{Width: 400, Hash: "there"}, {Width: 1600, Dark: true}} {
		var got struct {
			Width int
			Color string
			Hash  string
		}
		browser.Run(t, []byte(page), v, `return {Width: innerWidth, Color: getComputedStyle(document.body).color, Hash: location.hash}`, &got)
		want := "rgb(0, 0, 0)"
		if v.Dark {
			want = "rgb(255, 255, 255)"
		}
		if got.Width != v.Width || got.Color != want || strings.TrimPrefix(got.Hash, "#") != v.Hash {
			t.Errorf("%+v: got %+v", v, got)
		}
	}
}

func TestViolations(t *testing.T) {
	found := strings.Join(browser.Violations(t, []byte(page), browser.View{Width: 900}), "\n")
	if !strings.HasPrefix(found, "image-alt: ") {
		t.Errorf("an image without words: found %q", found)
	}
}
