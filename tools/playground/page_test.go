// The page as people meet it: in a browser, with the compiler in it.

package main

import (
	"strings"
	"testing"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/browser"
)

// use defines what the scripts of the tests use: settled waits until the page has nothing to do, ask presses a button, and told is what the page says.
const use = `
const byID = id => document.getElementById(id);
const told = () => byID("summary").textContent;
const button = what => document.querySelector("button[data-ask=" + what + "]");
const settled = async () => { while (button("go").disabled) await new Promise(r => setTimeout(r, 20)); };
const ask = async what => { button(what).click(); await settled(); return told(); };
await settled();
`

func TestPage(t *testing.T) {
	browser.Need(t)
	page, err := build()
	if err != nil {
		t.Fatal(err)
	}
	t.Run("answers", func(t *testing.T) { testAnswers(t, page) })
	t.Run("stop", func(t *testing.T) { testStop(t, page) })
	t.Run("width", func(t *testing.T) { testWidth(t, page) })
	t.Run("axe", func(t *testing.T) {
		for _, v := range []browser.View{{Width: 400}, {Width: 1600, Dark: true}} {
			if found := browser.Violations(t, page, v); len(found) > 0 {
				t.Errorf("%+v:\n%s", v, strings.Join(found, "\n"))
			}
		}
	})
}

func testAnswers(t *testing.T, page []byte) {
	var got struct{ Begin, Go, Model, Frame, Samples, Judge, Mended, Compare, Problem, Network string }
	browser.Run(t, page, browser.View{Width: 1600}, use+`
const answer = {Begin: told()};
answer.Go = await ask("go") + byID("answer").textContent;
answer.Model = await ask("model");
answer.Frame = document.querySelector("iframe").srcdoc;
answer.Samples = await ask("samples") + byID("answer").textContent;
answer.Judge = await ask("judge") + byID("answer").textContent;
byID("document").value = byID("document").value.replace(">0<", ">3<");
answer.Mended = await ask("judge");
answer.Compare = await ask("compare");
byID("schema").value = "<b>no schema</b>";
answer.Problem = await ask("go") + byID("answer").innerHTML;
answer.Network = performance.getEntriesByType("resource").map(e => e.name).filter(n => !n.startsWith("blob:")).join();
return answer;`, &got)
	for _, test := range []struct{ what, got, want string }{
		{"the beginning", got.Begin, "Choose what to see."},
		{"go", got.Go, "type OrderDeliverTo struct {"},
		{"model", got.Model, "Found: the model and its reference."},
		{"the frame", got.Frame, "What somebody orders, and how it is delivered."},
		{"samples", got.Samples, "not valid 12: "},
		{"judge", got.Judge, "cvc-minInclusive-valid"},
		{"judge, mended", got.Mended, "Found: the document is valid."},
		{"compare", got.Compare, "readers: breaking, writers: breaking"},
		{"a problem", got.Problem, "schema.xsd:1:1"},
	} {
		if !strings.Contains(test.got, test.want) {
			t.Errorf("%s: %.300q is without %q", test.what, test.got, test.want)
		}
	}
	if strings.Contains(got.Problem, "<b>") {
		t.Errorf("a text becomes markup: %s", got.Problem)
	}
	if got.Network != "" {
		t.Errorf("the page fetches %s", got.Network)
	}
}

// Work that takes long can be stopped, and the page goes on.
func testStop(t *testing.T, page []byte) {
	var got struct{ During, Stopped, After string }
	browser.Run(t, page, browser.View{Width: 900}, use+`
const answer = {};
button("compare").click();
answer.During = told();
byID("stop").click();
answer.Stopped = told();
await settled();
answer.After = await ask("go");
return answer;`, &got)
	if got.During != "At work." || got.Stopped != "Stopped." || !strings.HasPrefix(got.After, "Found: ") {
		t.Errorf("%+v", got)
	}
}

// The page is never wider than its window.
func testWidth(t *testing.T, page []byte) {
	for _, v := range []browser.View{{Width: 400}, {Width: 900}, {Width: 1600, Dark: true}} {
		var got []int
		browser.Run(t, page, v, use+`
const widths = [];
for (const what of ["go", "model", "samples", "judge", "compare"]) { await ask(what); widths.push(document.documentElement.scrollWidth); }
return widths;`, &got)
		for i, width := range got {
			if width > v.Width {
				t.Errorf("%+v: after question %d the page has a width of %d", v, i, width)
			}
		}
	}
}
