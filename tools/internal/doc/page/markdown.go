// This file writes a reference as Markdown.

package page

import (
	"fmt"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/doc/reference"
)

// Markdown writes a reference; the picture of the model is the file of that name.
func Markdown(r *reference.Reference, pictureFile string) []byte {
	w := &markdown{}
	w.printf("# %s\n\n", text(r.Title))
	w.printf("%s\n\n", or(code(r.Namespace), "no namespace"))
	w.doc(r.Doc, "")
	names := make([]string, len(r.Documents))
	for i, d := range r.Documents {
		names[i] = text(d)
	}
	w.printf("From %s.", strings.Join(names, ", "))
	if r.Left > 0 {
		w.printf(" %d more elements and types, which nothing here leads to, are left out.", r.Left)
	}
	w.printf("\n\n## The model\n\n![Information model of %s](%s)\n\n", text(r.Title), pictureFile)
	for _, e := range r.Entries {
		w.entry(e)
	}
	return []byte(strings.TrimRight(w.String(), "\n") + "\n")
}

type markdown struct{ strings.Builder }

func (w *markdown) printf(format string, args ...any) { fmt.Fprintf(&w.Builder, format, args...) }

func (w *markdown) entry(e *reference.Entry) {
	kind := e.Kind
	if e.Root {
		kind = "root " + kind
	}
	w.printf("<a id=\"%s\"></a>\n\n## %s (%s)\n\n", attribute(e.ID), text(e.Name), kind)
	w.where(e)
	w.doc(e.Doc, "")
	if len(e.Notes) > 0 {
		w.printf("%s.\n\n", strings.Join(e.Notes, "; "))
	}
	if e.Type.Words != "" {
		w.printf("Of type %s.\n\n", link(e.Type))
	}
	if e.Base.Words != "" {
		w.printf("%s %s.\n\n", e.Verb, link(e.Base))
	}
	w.words(e.Words, "")
	w.list("Values", len(e.Values), func(i int) string {
		return code(e.Values[i].Text) + spaced(text(strings.Join(e.Values[i].Doc, " ")))
	})
	w.parts(e.Parts)
	w.list("Choices", len(e.Choices), func(i int) string { return text(e.Choices[i]) })
	w.list("In its place", len(e.Heirs), func(i int) string { return link(e.Heirs[i]) })
	w.list("Where it is used", len(e.UsedBy), func(i int) string { return link(e.UsedBy[i]) })
	w.fenced("xml", e.Example.XML)
	w.fenced("json", e.Example.JSON)
	w.fenced("go", e.Example.Go)
}

func (w *markdown) where(e *reference.Entry) {
	var words []string
	if e.Go != "" {
		words = append(words, code(e.Go)+" in Go")
	}
	if e.Position != "" {
		words = append(words, text(e.Position))
	}
	if len(words) > 0 {
		w.printf("%s\n\n", strings.Join(words, ", "))
	}
}

func (w *markdown) doc(paragraphs []string, indent string) {
	for _, p := range paragraphs {
		w.printf("%s%s\n\n", indent, text(p))
	}
}

func (w *markdown) words(words []string, indent string) {
	if len(words) > 0 {
		w.printf("%s%s.\n\n", indent, text(strings.Join(words, "; ")))
	}
}

func (w *markdown) list(title string, n int, item func(int) string) {
	if n == 0 {
		return
	}
	w.printf("### %s\n\n", title)
	for i := range n {
		w.printf("- %s\n", item(i))
	}
	w.printf("\n")
}

func (w *markdown) parts(parts []reference.Part) {
	if len(parts) == 0 {
		return
	}
	w.printf("### Parts\n\n")
	for _, p := range parts {
		w.printf("- **%s** : %s [%s] %s", text(p.Name), link(p.Type), p.Occurs, p.Often)
		if p.Mark != "" {
			w.printf(" {%s}", p.Mark)
		}
		if p.Value != "" {
			w.printf("; %s", text(p.Value))
		}
		if p.Go != "" {
			w.printf("; %s in Go", code(p.Go))
		}
		w.printf("\n\n")
		w.doc(p.Doc, "  ")
		w.words(p.Words, "  ")
	}
}

// fenced writes a block between fences longer than any in it.
func (w *markdown) fenced(language, block string) {
	if block == "" {
		return
	}
	fence := "```"
	for strings.Contains(block, fence) {
		fence += "`"
	}
	w.printf("%s%s\n%s\n%s\n\n", fence, language, Visible(block), fence)
}

func link(l reference.Link) string {
	if l.ID == "" {
		return text(l.Words)
	}
	return "[" + text(l.Words) + "](#" + attribute(l.ID) + ")"
}

// special are the characters that Markdown or HTML give a meaning to.
var special = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "{", `\{`, "}", `\}`, "[", `\[`, "]", `\]`, "(", `\(`, ")", `\)`,
	"#", `\#`, "+", `\+`, "-", `\-`, "!", `\!`, "|", `\|`, "~", `\~`, "\n", " ", "\r", " ", "\t", " ", ":", "&#58;")

// text writes words so that they are words: no markup, and no address that a reader would make a link of.
func text(words string) string { return special.Replace(Visible(words)) }

// code writes words between back quotes.
func code(words string) string {
	if words == "" {
		return ""
	}
	words = strings.Join(strings.Fields(Visible(words)), " ")
	fence := "`"
	for strings.Contains(words, fence) {
		fence += "`"
	}
	if len(fence) > 1 || words == "" {
		return fence + " " + words + " " + fence
	}
	return fence + words + fence
}

func attribute(id string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", `"`, "&quot;", ")", "%29", "(", "%28").Replace(id)
}

func or(words, otherwise string) string {
	if words == "" {
		return otherwise
	}
	return words
}

func spaced(words string) string {
	if words == "" {
		return ""
	}
	return " " + words
}
