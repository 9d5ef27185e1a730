// This file arranges a diagram: what stands on which line of a box, how large it is, and where it goes.

package picture

import (
	"fmt"
	"net/url"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/doc/diagram"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/doc/layout"
)

// The measures of text, in pixels.
const (
	fontSize   = 12.0
	nameSize   = 13.0
	smallSize  = 10.5
	rowHeight  = 17.0
	pad        = 9.0
	partPad    = 4.0
	wrapWidth  = 300.0 // of constraints
	typesWidth = 900.0 // of the row of data types, at least
	typesGap   = 18.0
)

// span is a run of text in one style.
type span struct{ words, class string }

type text []span

func (t text) empty() bool { return len(t) == 0 }

// line is a line of a box.
type line struct {
	text    text
	class   string
	centred bool
	id      string
	mark    Mark
	doc     []string
	link    string
}

func (l line) face() (*face, float64) {
	switch {
	case strings.HasPrefix(l.class, "name"):
		return &bold, nameSize
	case l.class == "note":
		return &regular, smallSize
	}
	return &regular, fontSize
}

func (l line) height() float64 {
	if l.class == "note" {
		return rowHeight - 2
	}
	return rowHeight
}

func (l line) width() float64 {
	f, size := l.face()
	sum := 0.0
	for _, s := range l.text {
		sum += width(s.words, f, size)
	}
	return sum
}

// sheet is a box with its lines, in parts with a rule between.
type sheet struct {
	id    string
	class string
	mark  Mark
	doc   []string
	parts [][]line
}

func (s *sheet) size() (width, height float64) {
	width = 90
	for _, part := range s.parts {
		height += 2 * partPad
		for _, l := range part {
			width = max(width, l.width()+2*pad)
			height += l.height()
		}
	}
	return width, height
}

// The kinds of link.
const (
	association = "association"
	general     = "generalisation"
)

// placedLink is a link as it is drawn.
type placedLink struct {
	id        string
	kind      string
	label     text
	mark      Mark
	doc       []string
	backwards bool
}

// Arranged is a diagram with places.
type Arranged struct {
	Graph         layout.Graph
	Placed        layout.Placed
	Width, Height float64

	sheets    []*sheet
	links     []placedLink
	types     []*sheet
	typeRects []layout.Rect
}

// Arrange measures and places what a diagram shows.
func Arrange(d *diagram.Diagram, o Options) *Arranged {
	a := &arranger{options: o, index: map[*diagram.Class]int{}, used: map[string]int{}}
	for i, c := range d.Classes {
		a.index[c] = i
	}
	for _, c := range d.Classes {
		s := a.class(c)
		w, h := s.size()
		a.sheets = append(a.sheets, s)
		a.Graph.Boxes = append(a.Graph.Boxes, layout.Box{Width: w, Height: h, Column: c.Distance})
	}
	for _, l := range d.Links {
		a.link(l)
	}
	a.Placed = layout.Place(a.Graph)
	a.Width, a.Height = a.Placed.Width, a.Placed.Height
	for _, t := range d.DataTypes {
		a.types = append(a.types, a.dataType(t))
	}
	a.flow()
	return &a.Arranged
}

// arranger arranges one diagram.
type arranger struct {
	Arranged
	options Options
	index   map[*diagram.Class]int
	used    map[string]int
}

func (a *arranger) mark(path string) Mark {
	if a.options.Mark == nil {
		return Mark{}
	}
	return a.options.Mark(path)
}

// unique is an id that no other part of the picture has.
func (a *arranger) unique(id string) string {
	a.used[id]++
	if n := a.used[id]; n > 1 {
		return fmt.Sprintf("%s--%d", id, n)
	}
	return id
}

func (a *arranger) classLink(c *diagram.Class) string {
	if a.options.ClassLink == nil {
		return ""
	}
	return a.options.ClassLink(c)
}

// class makes the box of a class.
func (a *arranger) class(c *diagram.Class) *sheet {
	s := &sheet{id: a.unique(c.ID), class: "class", mark: a.mark(c.Path), doc: c.Doc}
	if len(c.Roots) > 0 {
		s.class += " root"
	}
	if c.Element != nil {
		s.class += " element"
	}
	var head []line
	if len(c.Notes) > 0 {
		head = append(head, line{text: text{{"«" + strings.Join(c.Notes, ", ") + "»", ""}}, class: "note", centred: true})
	}
	class := "name"
	if c.Abstract {
		class = "name abstract"
	}
	name := line{text: text{{s.mark.Kind.sign() + c.Name, ""}}, class: class, centred: true, link: a.classLink(c)}
	if s.mark.Link != "" {
		name.link = s.mark.Link
	}
	head = append(head, name)
	s.parts = [][]line{head}
	var rows []line
	for _, r := range c.Rows {
		rows = append(rows, a.row(s.id, r))
	}
	if c.Hidden > 0 {
		rows = append(rows, line{text: text{{fmt.Sprintf("… and %d more", c.Hidden), "more"}}, class: "row"})
	}
	if len(rows) > 0 {
		s.parts = append(s.parts, rows)
	}
	if lines := constraintLines(c.Constraints); len(lines) > 0 {
		s.parts = append(s.parts, lines)
	}
	return s
}

func (a *arranger) row(class string, r diagram.Row) line {
	l := line{class: "row", mark: a.mark(r.Path), doc: r.Doc, id: a.unique(class + "." + slug(r.Name))}
	l.text = text{{l.mark.Kind.sign() + r.Name, "part"}, {" : " + r.Type + " ", ""}, {"[" + r.Occurs.String() + "]", "occurs"}}
	if r.Mark != "" {
		l.text = append(l.text, span{" {" + r.Mark + "}", "constraint"})
	}
	if r.Class != nil {
		sign := " ▸"
		l.link = a.classLink(r.Class)
		if _, drawn := a.index[r.Class]; drawn {
			sign = " ↩"
			l.link = "#" + a.options.Prefix + url.PathEscape(r.Class.ID)
		}
		l.text = append(l.text, span{sign, "more"})
	}
	if l.mark.Link != "" {
		l.link = l.mark.Link
	}
	return l
}

// slug keeps of a name what is fit for an id.
func slug(name string) string {
	return strings.Map(func(r rune) rune {
		if r <= ' ' || strings.ContainsRune(`"'<>&()#%`, r) {
			return -1
		}
		return r
	}, name)
}

// constraintLines are the choices of a class in lines of a readable length.
func constraintLines(constraints []diagram.Constraint) []line {
	var lines []line
	for _, c := range constraints {
		mark := "{" + c.Mark + "}"
		if c.Occurs != (diagram.Occurs{Min: 1, Max: 1}) {
			mark += " [" + c.Occurs.String() + "]"
		}
		current := mark
		for i, b := range c.Branches {
			word := " " + b
			if i > 0 {
				word = " | " + b
			}
			if width(current+word, &regular, fontSize) > wrapWidth && current != "" {
				lines = append(lines, constraintLine(current))
				current = "   " + strings.TrimPrefix(word, " ")
				continue
			}
			current += word
		}
		lines = append(lines, constraintLine(current))
	}
	if len(lines) > mostConstraintLines {
		hidden := len(lines) - mostConstraintLines
		lines = append(lines[:mostConstraintLines], constraintLine(fmt.Sprintf("   … and %d more lines", hidden)))
	}
	return lines
}

// mostConstraintLines is how many lines of choices a box holds.
const mostConstraintLines = 24

func constraintLine(words string) line { return line{text: text{{words, "constraint"}}, class: "row"} }

// link makes an edge. Edges run from the class that is nearer to the root.
func (a *arranger) link(l diagram.Link) {
	var p placedLink
	from, to := l.Ends()
	switch l := l.(type) {
	case *diagram.Association:
		p = placedLink{kind: association, mark: a.mark(l.Path), doc: l.Doc, id: a.unique(l.From.ID + "." + slug(l.Role))}
		p.label = text{{p.mark.Kind.sign() + l.Role + " ", "part"}, {l.Occurs.String(), "occurs"}}
		if l.Mark != "" {
			p.label = append(p.label, span{" {" + l.Mark + "}", "constraint"})
		}
	case *diagram.Generalisation:
		p = placedLink{kind: general, id: a.unique(l.Special.ID + "." + l.General.ID)}
		if l.Label != "" {
			p.label = text{{l.Label, "part"}}
		}
		if from.Distance > to.Distance {
			from, to, p.backwards = to, from, true
		}
	}
	edge := layout.Edge{From: a.index[from], To: a.index[to]}
	for _, s := range p.label {
		edge.LabelWidth += width(s.words, &regular, fontSize)
	}
	a.links = append(a.links, p)
	a.Graph.Edges = append(a.Graph.Edges, edge)
}

// dataType makes the box of a data type.
func (a *arranger) dataType(t *diagram.DataType) *sheet {
	s := &sheet{id: a.unique(t.ID), class: "datatype", mark: a.mark(t.Path), doc: t.Doc}
	name := line{text: text{{s.mark.Kind.sign() + t.Name, ""}}, class: "name", centred: true}
	switch {
	case s.mark.Link != "":
		name.link = s.mark.Link
	case a.options.TypeLink != nil:
		name.link = a.options.TypeLink(t)
	}
	s.parts = [][]line{{{text: text{{"«" + t.Kind + "»", ""}}, class: "note", centred: true}, name}}
	var rows []line
	for _, r := range t.Rows {
		rows = append(rows, a.dataRow(s.id, r))
	}
	if t.Hidden > 0 {
		rows = append(rows, line{text: text{{fmt.Sprintf("… and %d more", t.Hidden), ""}}, class: "row"})
	}
	if len(rows) > 0 {
		s.parts = append(s.parts, rows)
	}
	return s
}

// dataRow is a line about a data type; a marked line has an id, and links to the description of its change.
func (a *arranger) dataRow(id string, r diagram.DataRow) line {
	l := line{class: "row", text: text{{shortened(r.Text), ""}}}
	if r.Path == "" {
		return l
	}
	if l.mark = a.mark(r.Path); l.mark.Kind != Unmarked {
		l.id, l.link = a.unique(id+"."+slug(r.Text)), l.mark.Link
		l.text[0].words = l.mark.Kind.sign() + l.text[0].words
	}
	return l
}

// mostCharacters is how long a line about a data type is.
const mostCharacters = 60

func shortened(words string) string {
	if r := []rune(words); len(r) > mostCharacters {
		return string(r[:mostCharacters]) + "…"
	}
	return words
}

// flow sets the data types in rows below the classes.
func (a *arranger) flow() {
	limit := max(a.Width, typesWidth)
	x, y, high := 0.0, a.Height+2*typesGap, 0.0
	for _, s := range a.types {
		w, h := s.size()
		if x > 0 && x+w > limit {
			x, y, high = 0, y+high+typesGap, 0
		}
		a.typeRects = append(a.typeRects, layout.Rect{X: x, Y: y, Width: w, Height: h})
		a.Width, a.Height = max(a.Width, x+w), max(a.Height, y+h)
		x, high = x+w+typesGap, max(high, h)
	}
}

// TypeFaults lists what the row of data types must not have: boxes that overlap each other or a class.
func (a *Arranged) TypeFaults() []string {
	var faults []string
	for i, r := range a.typeRects {
		for _, o := range append(a.typeRects[:i:i], a.Placed.Boxes...) {
			if r.Overlaps(o) {
				faults = append(faults, fmt.Sprintf("data type %d overlaps a box", i))
			}
		}
	}
	return faults
}
