// This file looks at the page of a comparison in a browser: the picture of the model, its marks, and where they lead.

package main

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/browser"
)

const modelBefore = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="order" type="Order"/>
  <xs:complexType name="Order"><xs:sequence>
    <xs:element name="id" type="xs:string"/><xs:element name="note" type="Note" minOccurs="0"/><xs:element name="old" type="xs:string" minOccurs="0"/>
    <xs:element name="day" type="xs:date" minOccurs="0"/><xs:element name="colour" type="Colour"/><xs:element name="size" type="Size"/></xs:sequence></xs:complexType>
  <xs:complexType name="Note"><xs:sequence><xs:element name="text" type="xs:string"/></xs:sequence></xs:complexType>
  <xs:simpleType name="Colour"><xs:restriction base="xs:string"><xs:enumeration value="red"/></xs:restriction></xs:simpleType>
  <xs:simpleType name="Size"><xs:restriction base="xs:string"><xs:enumeration value="s"/><xs:enumeration value="m"/></xs:restriction></xs:simpleType>
</xs:schema>`

const modelAfter = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="order" type="Order"/>
  <xs:complexType name="Order"><xs:sequence>
    <xs:element name="id" type="xs:string"/><xs:element name="line" type="Line" maxOccurs="unbounded"/>
    <xs:element name="day" type="xs:date"/><xs:element name="colour" type="Colour"/><xs:element name="size" type="Size"/></xs:sequence></xs:complexType>
  <xs:complexType name="Line"><xs:sequence><xs:element name="item" type="xs:string"/></xs:sequence></xs:complexType>
  <xs:simpleType name="Colour"><xs:restriction base="xs:string"><xs:enumeration value="red"/><xs:enumeration value="green"/></xs:restriction></xs:simpleType>
  <xs:simpleType name="Size"><xs:restriction base="xs:string"><xs:enumeration value="s"/></xs:restriction></xs:simpleType>
</xs:schema>`

// comparisonPage is the page that xsdgen diff writes for two schemas.
func comparisonPage(t *testing.T, before, after string) []byte {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string]string{"old.xsd": before, "new.xsd": after} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	var out, errs bytes.Buffer
	if code := run([]string{"diff", filepath.Join(dir, "old.xsd"), filepath.Join(dir, "new.xsd"), "--format", "html"}, nil, &out, &errs); code != exitFound {
		t.Fatalf("exit code %d: %s", code, errs.String())
	}
	return out.Bytes()
}

// TestMarks: what is new, gone and changed is marked in the picture, and a click leads to the change that tells of it.
func TestMarks(t *testing.T) {
	const script = `
const texts = kind => [...document.querySelectorAll(".uml ." + kind + " text")].map(t => t.textContent.trim()).filter(t => /^[+−±]/.test(t));
const marks = [...document.querySelectorAll(".uml a")].filter(a => /^[+−±]/.test(a.textContent));
const told = [];
for (const m of marks) {
  m.dispatchEvent(new MouseEvent("click", {bubbles: true, cancelable: true}));
  await new Promise(r => setTimeout(r, 20));
  const target = document.querySelector(":target");
  told.push(m.textContent.trim() + " -> " + (target && target.closest(".change") ? target.querySelector("h3").textContent.replace(/^[0-9]+ /, "") : "nothing"));
}
return {told, headline: document.querySelector("h1").textContent, listed: document.querySelectorAll(".contents li").length, wide: document.documentElement.scrollWidth};`
	var got struct {
		Told     []string
		Headline string
		Listed   int
		Wide     int
	}
	browser.Run(t, comparisonPage(t, modelBefore, modelAfter), browser.View{Width: 900}, script, &got)
	slices.Sort(got.Told)
	t.Logf("%+v", got)
	for _, want := range []string{
		"+ line 1..* -> Element line was added; it is required",
		"+ Line -> Element line was added; it is required",
		"± day : xs:date [1] -> Element day is required; it could be left out",
		"− note 0..1 -> Element note was removed; it could be left out",
		"− old : xs:string [0..1] -> Element old was removed; it could be left out",
		"− Note -> Element note was removed; it could be left out",
		"± Colour -> Value green was added",
		"+ green -> Value green was added",
		"− m -> Value m was removed",
	} {
		if !slices.Contains(got.Told, want) {
			t.Errorf("missing: %s", want)
		}
	}
	if got.Listed < 7 || got.Wide > 900 {
		t.Errorf("%d changes in the list, %d pixels wide", got.Listed, got.Wide)
	}
}

// TestComparisonAccessible: axe-core finds nothing wrong with the page, light and dark.
func TestComparisonAccessible(t *testing.T) {
	page := comparisonPage(t, modelBefore, modelAfter)
	for _, v := range []browser.View{{Width: 400}, {Width: 1600, Dark: true}} {
		for _, violation := range browser.Violations(t, page, v) {
			t.Errorf("%+v: %s", v, violation)
		}
	}
}
