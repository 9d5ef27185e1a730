// This file uses the reference as people do, in a browser.

package doc_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/browser"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/doc"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/doc/diagram"
)

// hostile is a schema whose author means no good.
const hostile = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:annotation><xs:documentation>&lt;script>document.title="owned"&lt;/script> &lt;!-- </xs:documentation></xs:annotation>
  <xs:element name="root" type="Root"><xs:annotation><xs:documentation>&lt;img src=x onerror="document.title='owned'"> &amp;lt; "' [a](javascript:alert(1)) **bold** </xs:documentation></xs:annotation></xs:element>
  <xs:complexType name="Root">
    <xs:annotation><xs:documentation>` + "\u202egnirts \u2066 \u200f" + ` and then]]&gt;</xs:documentation></xs:annotation>
    <xs:sequence><xs:element name="a" type="Values"><xs:annotation><xs:documentation>%s</xs:documentation></xs:annotation></xs:element>
      <xs:element name="b" type="Part" minOccurs="0"/></xs:sequence>
    <xs:attribute name="c" type="xs:string" default="&quot;>&lt;svg onload=alert(1)>"/>
  </xs:complexType>
  <xs:complexType name="Part"><xs:sequence><xs:element name="x" type="xs:int"/></xs:sequence></xs:complexType>
  <xs:simpleType name="Values"><xs:restriction base="xs:string"><xs:enumeration value="&lt;/code>&lt;script>document.title='owned'&lt;/script>"/><xs:enumeration value="` + "`\u202e" + `"/></xs:restriction></xs:simpleType>
</xs:schema>`

func htmlOf(t *testing.T, text string) []byte {
	t.Helper()
	files, err := doc.Files(request(drafted(t, text), diagram.Options{Depth: diagram.Automatic, DataTypes: true}), "html")
	if err != nil {
		t.Fatal(err)
	}
	if len(files) != 1 {
		t.Fatalf("%d files, want one", len(files))
	}
	return files[0].Data
}

// TestSearch: what is typed narrows the index, Enter goes to the first, arrows move, and Escape brings all back.
func TestSearch(t *testing.T) {
	const script = `
const search = document.getElementById("search"), seen = () => [...document.querySelectorAll("#index li")].filter(l => l.offsetParent).map(l => l.querySelector(".words").textContent);
const key = (k, on) => on.dispatchEvent(new KeyboardEvent("keydown", {key: k, bubbles: true, cancelable: true}));
const all = seen().length;
key("/", document.body);
const focused = document.activeElement === search;
search.value = "AMOUNT"; search.dispatchEvent(new Event("input"));
const amount = seen(), told = document.getElementById("found").textContent;
search.form.requestSubmit();
const hash = location.hash;
key("ArrowDown", search);
const onFirst = document.activeElement.textContent;
search.focus(); key("Escape", search);
search.value = "nothing at all"; search.dispatchEvent(new Event("input"));
return {all, focused, amount, told, hash, onFirst, again: seen().length, none: document.getElementById("found").textContent};`
	var got struct {
		All, Again                int
		Focused                   bool
		Amount                    []string
		Told, Hash, OnFirst, None string
	}
	browser.Run(t, htmlOf(t, features), browser.View{Width: 1600}, script, &got)
	if got.All < 15 || !got.Focused || strings.Join(got.Amount, " ") != "Amount" || got.Told != "1 found" || got.Hash != "#type-Amount" ||
		!strings.HasPrefix(got.OnFirst, "Amount") || got.None != "Nothing found" || got.Again != 0 {
		t.Errorf("got %+v", got)
	}
}

// TestDeepLink: an address with the name of a part shows that part, and a click in the picture leads to the class.
func TestDeepLink(t *testing.T) {
	const script = `
const part = document.querySelector(":target"), place = part.getBoundingClientRect();
const link = [...document.querySelectorAll("svg a")].find(a => a.textContent.includes("Person"));
link.dispatchEvent(new MouseEvent("click", {bubbles: true, cancelable: true}));
await new Promise(r => setTimeout(r, 100));
return {words: part.querySelector("strong").textContent, inView: place.top >= 0 && place.top < innerHeight, then: document.querySelector(":target").id};`
	var got struct {
		Words, Then string
		InView      bool
	}
	browser.Run(t, htmlOf(t, features), browser.View{Width: 900, Hash: "type-Order.sum"}, script, &got)
	if got.Words != "sum" || !got.InView || got.Then != "type-Person" {
		t.Errorf("got %+v", got)
	}
}

// TestViews: at each width, light and dark, nothing sticks out sideways, and axe-core finds nothing wrong.
func TestViews(t *testing.T) {
	page := htmlOf(t, features)
	views := []browser.View{{Width: 400}, {Width: 400, Dark: true}, {Width: 900}, {Width: 1600}, {Width: 1600, Dark: true}}
	if testing.Short() {
		views = views[:1]
	}
	for _, v := range views {
		t.Run(fmt.Sprintf("%+v", v), func(t *testing.T) {
			var wide int
			browser.Run(t, page, v, `return document.documentElement.scrollWidth`, &wide)
			if wide > v.Width {
				t.Errorf("%d pixels wide", wide)
			}
			if v.Width == 900 || v.Width == 400 && v.Dark {
				return
			}
			for _, violation := range browser.Violations(t, page, v) {
				t.Error(violation)
			}
		})
	}
}

// TestHostile: whatever the author wrote is text, also a megabyte of it.
func TestHostile(t *testing.T) {
	page := htmlOf(t, fmt.Sprintf(hostile, strings.Repeat("much &lt;b> ", 100_000)))
	const script = `
await new Promise(r => setTimeout(r, 200));
return {title: document.title, images: document.querySelectorAll("img, script:not([src]) ~ script, b").length, scripts: document.scripts.length,
  handlers: [...document.querySelectorAll("*")].filter(e => [...e.attributes].some(a => a.name.startsWith("on"))).length,
  bad: [...document.querySelectorAll("a")].filter(a => !(a.getAttribute("href") || "").startsWith("#")).length,
  shown: document.body.innerText.includes('<img src=x onerror="document.title=\'owned\'"> &lt;'), wide: document.documentElement.scrollWidth};`
	var got struct {
		Title                                string
		Images, Scripts, Handlers, Bad, Wide int
		Shown                                bool
	}
	browser.Run(t, page, browser.View{Width: 900}, script, &got)
	if got.Title != "Reference of root" || got.Images != 0 || got.Scripts != 1 || got.Handlers != 0 || got.Bad != 0 || !got.Shown || got.Wide > 900 {
		t.Errorf("got %+v", got)
	}
	for _, r := range []string{"\u202e", "\u2066", "\u200f"} {
		if bytes.Contains(page, []byte(r)) {
			t.Errorf("%U turns the text around it", []rune(r)[0])
		}
	}
}

// TestMarkdown: the same content as on the page, and nothing of the author's is markup.
func TestMarkdown(t *testing.T) {
	files, err := doc.Files(request(drafted(t, fmt.Sprintf(hostile, "what a is")), diagram.Options{Depth: diagram.Automatic}), "markdown")
	if err != nil {
		t.Fatal(err)
	}
	got := string(files[0].Data)
	for _, want := range []string{
		"# root\n", "![Information model of root](model.svg)",
		`&lt;img src=x onerror="document.title='owned'"&gt; &amp;lt; "' \[a\]\(javascript&#58;alert\(1\)\) \*\*bold\*\*`,
		"Of type [Root](#type-Root).", "- **a** : [Values](#type-Values) [1] required; `A` in Go\n\n  what a is\n",
		"- **@c** : xs&#58;string [0..1] optional; default \"&gt;&lt;svg onload=alert\\(1\\)&gt;; `C` in Go\n",
		"text; one of two values.", `\[U\+202E\]gnirts \[U\+2066\]`, "```xml\n<root c=\"text\">\n", "```json\n{\n", "```go\ns.Root{\n",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("missing %q", want)
		}
	}
	for _, line := range strings.Split(got, "\n") {
		if strings.HasPrefix(line, "<script") || strings.Contains(line, "<img") {
			t.Errorf("markup: %s", line)
		}
	}
	if t.Failed() {
		t.Log(got)
	}
}
