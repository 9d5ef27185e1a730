// Package picture writes a diagram as SVG: one picture that needs nothing else, with text that can be selected and found, light or dark as the reader
// has it, and black on white when printed. The same diagram gives the same bytes.
package picture

import (
	"fmt"
	"html"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/doc/diagram"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/doc/layout"
)

// Options say how a picture stands among others.
type Options struct {
	// Prefix begins all ids, where several pictures stand on one page.
	Prefix string
	// Inline says that the picture stands on a page that has the [Style].
	Inline bool
	// ClassLink is the address that the name of a class leads to; nil or empty for none.
	ClassLink func(*diagram.Class) string
	// TypeLink is the same for a data type.
	TypeLink func(*diagram.DataType) string
	// Mark is what is marked at a component path; nil for nothing.
	Mark func(path string) Mark
}

// Mark says what became of a part in a new version, and links to the description of that change.
type Mark struct {
	Kind MarkKind
	Link string
	Text string // what changed, in a sentence
}

// MarkKind is what became of a part.
type MarkKind uint8

// The kinds of mark.
const (
	Unmarked MarkKind = iota
	New
	Gone
	Changed
)

// class is the style of a mark, and sign what shows it without colour.
func (k MarkKind) class() string { return [...]string{"", " new", " gone", " changed"}[k] }
func (k MarkKind) sign() string  { return [...]string{"", "+ ", "− ", "± "}[k] }
func (k MarkKind) word() string  { return [...]string{"", "new", "gone", "changed"}[k] }

// SVG draws a diagram.
func SVG(d *diagram.Diagram, o Options) string {
	s := Arrange(d, o)
	w := &writer{options: o}
	w.open(d, s)
	for i, link := range s.links {
		w.link(link, s.Placed.Edges[i])
	}
	for i, sheet := range s.sheets {
		w.sheet(sheet, s.Placed.Boxes[i])
	}
	for i, sheet := range s.types {
		w.sheet(sheet, s.typeRects[i])
	}
	w.printf("</svg>\n")
	return w.String()
}

// margin is around a picture.
const margin = 12.0

// writer writes SVG.
type writer struct {
	strings.Builder
	options Options
}

func (w *writer) printf(format string, args ...any) { fmt.Fprintf(&w.Builder, format, args...) }

// id is an id on this page.
func (w *writer) id(parts ...string) string {
	return escape(w.options.Prefix + strings.Join(parts, "-"))
}

// open writes the beginning: size, title, description and style.
func (w *writer) open(d *diagram.Diagram, s *Arranged) {
	width, height := s.Width+2*margin, s.Height+2*margin
	w.printf(`<svg xmlns="http://www.w3.org/2000/svg" class="uml" role="graphics-document" aria-labelledby="%s %s" width="%s" height="%s" viewBox="%s %s %s %s">`+"\n",
		w.id("title"), w.id("desc"), px(width), px(height), px(-margin), px(-margin), px(width), px(height))
	w.printf("<title id=\"%s\">%s</title>\n", w.id("title"), escape("Information model of "+d.Title))
	w.printf("<desc id=\"%s\">%s</desc>\n", w.id("desc"), escape(Describe(d)))
	if !w.options.Inline {
		w.printf("<style>%s</style>\n", Style)
	}
	w.printf("<rect class=\"paper\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/>\n", px(-margin), px(-margin), px(width), px(height))
}

// Describe says in words what a picture shows.
func Describe(d *diagram.Diagram) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s.", counted(len(d.Classes), "class", "classes"))
	for _, c := range d.Classes {
		var parts []string
		for _, r := range c.Rows {
			parts = append(parts, fmt.Sprintf("%s %s of type %s", r.Name, r.Occurs, r.Type))
		}
		for _, link := range d.Links {
			switch link := link.(type) {
			case *diagram.Association:
				if link.From == c {
					parts = append(parts, fmt.Sprintf("%s %s, a %s", link.Role, link.Occurs, link.To.Name))
				}
			case *diagram.Generalisation:
				if link.Special == c {
					parts = append(parts, "all of "+link.General.Name)
				}
			}
		}
		if b.Len() > mostDescribed {
			b.WriteString(" And more.")
			break
		}
		if len(parts) > 0 {
			fmt.Fprintf(&b, " %s has %s.", c.Name, strings.Join(parts, "; "))
		}
	}
	return b.String()
}

// mostDescribed is how long a description may become; it is read aloud.
const mostDescribed = 4000

func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}

// link draws an association or a generalisation.
func (w *writer) link(l placedLink, r layout.Route) {
	w.printf("<g id=\"%s\" class=\"link %s%s\">", w.id("link", l.id), l.kind, l.mark.Kind.class())
	w.tooltip(l.doc, l.mark)
	points := r.Points
	if l.backwards { // drawn from the general class to the special one, whose arrow points the other way
		points = reversed(points)
	}
	w.printf("<path d=\"%s\"/>", path(points))
	w.head(l.kind, points)
	w.label(l, r.Label)
	w.printf("</g>\n")
}

// label writes the label of a link. Where the link has a mark, its label links to the description of the change.
func (w *writer) label(l placedLink, at layout.Rect) {
	if l.label.empty() {
		return
	}
	w.anchor(l.mark.Link)
	w.text(at.X, at.Y+11, "label", l.label)
	w.endAnchor(l.mark.Link)
}

// head draws the head of an arrow at the end of a way.
func (w *writer) head(kind string, points []layout.Point) {
	to, from := points[len(points)-1], points[len(points)-2]
	back := 11.0
	if to.X > from.X {
		back = -back
	}
	class, closed := "open", ""
	if kind == general {
		class, closed = "closed", " z"
	}
	w.printf("<path class=\"%s\" d=\"M%s %s L%s %s L%s %s%s\"/>", class, px(to.X+back), px(to.Y-5.5), px(to.X), px(to.Y), px(to.X+back), px(to.Y+5.5), closed)
}

// sheet draws a class or a data type.
func (w *writer) sheet(s *sheet, r layout.Rect) {
	w.printf("<g id=\"%s\" class=\"%s%s\">", w.id(s.id), s.class, s.mark.Kind.class())
	w.tooltip(s.doc, s.mark)
	w.printf("<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/>", px(r.X), px(r.Y), px(r.Width), px(r.Height))
	y := r.Y
	for i, part := range s.parts {
		if i > 0 {
			w.printf("<path class=\"rule\" d=\"M%s %s h%s\"/>", px(r.X), px(y), px(r.Width))
		}
		y += partPad
		for _, l := range part {
			w.line(l, r, y)
			y += l.height()
		}
		y += partPad
	}
	w.printf("</g>\n")
}

// line writes a line of a sheet.
func (w *writer) line(l line, r layout.Rect, y float64) {
	if l.id != "" {
		w.printf("<g id=\"%s\" class=\"row%s\">", w.id(l.id), l.mark.Kind.class())
		w.tooltip(l.doc, l.mark)
	}
	x := r.X + pad
	if l.centred {
		x = r.X + r.Width/2
	}
	w.anchor(l.link)
	w.text(x, y+l.height()-4.5, l.class, l.text)
	w.endAnchor(l.link)
	if l.id != "" {
		w.printf("</g>")
	}
}

func (w *writer) anchor(link string) {
	if link != "" {
		w.printf("<a href=\"%s\">", escape(link))
	}
}

func (w *writer) endAnchor(link string) {
	if link != "" {
		w.printf("</a>")
	}
}

// text writes the spans of a text, each in its style.
func (w *writer) text(x, y float64, class string, t text) {
	w.printf("<text x=\"%s\" y=\"%s\" class=\"%s\">", px(x), px(y), class)
	for _, s := range t {
		if s.class == "" {
			w.WriteString(escape(s.words))
			continue
		}
		w.printf("<tspan class=\"%s\">%s</tspan>", s.class, escape(s.words))
	}
	w.printf("</text>")
}

// mostTold is how much of a documentation a tooltip holds.
const mostTold = 400

func (w *writer) tooltip(doc []string, mark Mark) {
	told := strings.Join(strings.Fields(strings.Join(doc, " ")), " ")
	if utf8.RuneCountInString(told) > mostTold {
		told = string([]rune(told)[:mostTold]) + "…"
	}
	if mark.Kind != Unmarked {
		told = strings.TrimSpace(mark.Kind.word() + ": " + mark.Text + "\n" + told)
	}
	if told != "" {
		w.printf("<title>%s</title>", escape(told))
	}
}

func path(points []layout.Point) string {
	var b strings.Builder
	for i, p := range points {
		command := " L"
		if i == 0 {
			command = "M"
		}
		b.WriteString(command + px(p.X) + " " + px(p.Y))
	}
	return b.String()
}

func reversed(points []layout.Point) []layout.Point {
	back := make([]layout.Point, len(points))
	for i, p := range points {
		back[len(points)-1-i] = p
	}
	return back
}

// px writes a length with at most one decimal.
func px(v float64) string {
	return strconv.FormatFloat(float64(int64(v*10+signed(v)*0.5))/10, 'f', -1, 64)
}

func signed(v float64) float64 {
	if v < 0 {
		return -1
	}
	return 1
}

// escape writes text so that it is text, without the characters that turn the direction of what follows.
func escape(text string) string {
	return html.EscapeString(strings.Map(func(r rune) rune {
		switch {
		case r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069, r == 0x200e, r == 0x200f:
			return '\ufffd'
		case r < ' ' && r != '\n' && r != '\t', r == 0xfffe, r == 0xffff:
			return '\ufffd'
		}
		return r
	}, text))
}
