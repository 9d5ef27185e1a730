// This file tests that markup in documentation keeps apart what it parts.

package schema_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

func TestDocumentationMarkup(t *testing.T) {
	for markup, want := range map[string]string{
		`<h:p>One.</h:p><h:p>Two<h:br/>lines.</h:p><h:ul><h:li>a</h:li><h:li>b</h:li></h:ul>`: "One.|Two lines.|- a|- b",
		`a<h:b>b</h:b>c<h:Usage>d</h:Usage><h:Usage>e</h:Usage>`:                              "abc d e",
		`plain  text`: "plain text",
	} {
		text := `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:h="http://www.w3.org/1999/xhtml"><xs:complexType name="C"><xs:annotation><xs:documentation>` +
			markup + `</xs:documentation></xs:annotation></xs:complexType></xs:schema>`
		documents, err := load.Load([]string{"a.xsd"}, load.Options{FS: fstest.MapFS{"a.xsd": {Data: []byte(text)}}})
		if err != nil {
			t.Fatal(err)
		}
		set, err := schema.Build(documents)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, parted(set.Types[0].Source().Annotation.Documentation[0])); diff != "" {
			t.Errorf("%s (-want +got):\n%s", markup, diff)
		}
	}
}

// parted writes the paragraphs and items of a text with bars between them.
func parted(text string) string {
	var parts []string
	for paragraph := range strings.SplitSeq(strings.ReplaceAll(text, "\n- ", "\n\n- "), "\n\n") {
		if words := strings.Fields(paragraph); len(words) > 0 {
			parts = append(parts, strings.Join(words, " "))
		}
	}
	return strings.Join(parts, "|")
}
