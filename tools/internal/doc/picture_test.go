// This file reads pictures as a person does: which box says what, and from where to where a line runs.

package doc_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/config"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/doc"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/doc/diagram"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/generate"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/inputs"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
)

// TestStatusSchema: the picture of the published schema has what its author's drawing has, and no more.
func TestStatusSchema(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(inputs.Shared(t, "published", "xsd"), "*InnsendingStatus*.xsd"))
	if err != nil || len(files) != 1 {
		t.Fatalf("%v, %v", files, err)
	}
	draft := sharedSchema{name: "status", files: files}.draft(t)
	want := []string{
		"box Skattepliktig | organisasjonsnummer : Organisasjonsnummer [1]",
		"box Skattleggingsperiode | periode : SkattleggingsperiodeMerverdiavgift [1] | aar : Aarstall [1]",
		"box TerminUtenLevertMvaMelding | meldingskategori : Meldingskategori [1] | skattleggingsperiodeType : SkattleggingsperiodeType [1] | leveringsfrist : Dato [1]",
		"box «root» | MvaMeldingInnsendingStatus | harTidligereSendtMvaMelding : Boolsk [1]",
		"line from MvaMeldingInnsendingStatus to Skattepliktig: skattepliktig 1",
		"line from MvaMeldingInnsendingStatus to TerminUtenLevertMvaMelding: terminUtenLevertMvaMelding 1..*",
		"line from TerminUtenLevertMvaMelding to Skattleggingsperiode: skattleggingsperiode 1",
	}
	if diff := cmp.Diff(want, seen(t, drawSVG(t, draft, diagram.Options{Depth: diagram.Automatic}))); diff != "" {
		t.Errorf("the picture differs (-want +got):\n%s", diff)
	}
}

// TestDataTypes: on request the picture lists what values simple parts take.
func TestDataTypes(t *testing.T) {
	draft := drafted(t, features)
	got := seen(t, drawSVG(t, draft, diagram.Options{Depth: diagram.Automatic, DataTypes: true}))
	for _, want := range []string{
		"box «enumeration» | Colour | red | green",
		"box «data type» | Number | text | nine digits",
		"box «data type» | Amount | (text) : xs:decimal | @currency : xs:string [1]",
	} {
		if !strings.Contains(strings.Join(got, "\n")+"\n", want+"\n") {
			t.Errorf("missing: %s\ngot %s", want, strings.Join(got, "\n"))
		}
	}
}

// features is a schema with one of each: choices, extension, restriction, substitution, recursion, wildcards, mixed content.
const features = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="order" type="Order"/>
  <xs:complexType name="Order">
    <xs:sequence>
      <xs:choice>
        <xs:element name="person" type="Person"/>
        <xs:sequence><xs:element name="company" type="Number"/><xs:element name="unit" type="xs:string" minOccurs="0"/></xs:sequence>
      </xs:choice>
      <xs:element name="line" type="Line" maxOccurs="unbounded"/>
      <xs:choice minOccurs="0" maxOccurs="3"><xs:element name="note" type="Note"/><xs:element name="colour" type="Colour"/></xs:choice>
      <xs:element name="sum" type="Amount"/>
      <xs:element ref="payment"/>
      <xs:any minOccurs="0" maxOccurs="2" processContents="lax" namespace="##other"/>
    </xs:sequence>
    <xs:attribute name="id" type="xs:ID" use="required"/>
    <xs:anyAttribute namespace="##other"/>
  </xs:complexType>
  <xs:complexType name="Person"><xs:sequence><xs:element name="name" type="xs:string"/></xs:sequence></xs:complexType>
  <xs:complexType name="Employee"><xs:complexContent><xs:extension base="Person"><xs:sequence><xs:element name="boss" type="Person" minOccurs="0"/></xs:sequence></xs:extension></xs:complexContent></xs:complexType>
  <xs:complexType name="Nameless"><xs:complexContent><xs:restriction base="Person"><xs:sequence><xs:element name="name" type="xs:string" fixed=""/></xs:sequence></xs:restriction></xs:complexContent></xs:complexType>
  <xs:complexType name="Line"><xs:sequence><xs:element name="line" type="Line" minOccurs="0" maxOccurs="unbounded"/><xs:element name="order" type="Order" minOccurs="0"/></xs:sequence></xs:complexType>
  <xs:complexType name="Note" mixed="true"><xs:sequence/></xs:complexType>
  <xs:element name="payment" type="Payment" abstract="true"/>
  <xs:element name="card" type="Card" substitutionGroup="payment"/>
  <xs:element name="cash" type="Payment" substitutionGroup="payment"/>
  <xs:complexType name="Payment"/>
  <xs:complexType name="Card"><xs:complexContent><xs:extension base="Payment"><xs:attribute name="number" type="Number"/></xs:extension></xs:complexContent></xs:complexType>
  <xs:complexType name="Amount"><xs:simpleContent><xs:extension base="xs:decimal"><xs:attribute name="currency" type="xs:string" use="required"/></xs:extension></xs:simpleContent></xs:complexType>
  <xs:simpleType name="Number"><xs:restriction base="xs:string"><xs:pattern value="[0-9]{9}"/></xs:restriction></xs:simpleType>
  <xs:simpleType name="Colour"><xs:restriction base="xs:string"><xs:enumeration value="red"/><xs:enumeration value="green"/></xs:restriction></xs:simpleType>
</xs:schema>`

// TestNotation holds the picture of the features to what UML has for each.
func TestNotation(t *testing.T) {
	want := []string{
		"box Card | @number : Number [0..1]",
		"box Employee",
		"box Line",
		"box Nameless | name : xs:string [1]",
		"box Payment",
		"box Person | name : xs:string [1]",
		"box «element, abstract» | payment",
		"box «mixed» | Note",
		"box «root» | Order | @id : xs:ID [1] | company : Number [0..1] {xor 1} | unit : xs:string [0..1] {xor 1} | colour : Colour [0..3] {or 2} | sum : Amount [1] | " +
			"any : any element [0..2] | @any : any attribute [0..*] | {xor 1} person | company + unit | {or 2} [0..3] note | colour",
		"line from Employee to Person: boss 0..1",
		"line from Line to Line: line 0..*",
		"line from Line to Order: order 0..1",
		"line from Order to Line: line 1..*",
		"line from Order to Note: note 0..3 {or 2}",
		"line from Order to Person: person 0..1 {xor 1}",
		"line from Order to payment: payment 1",
		"triangle from Card to Payment",
		"triangle from Card to payment: card",
		"triangle from Employee to Person",
		"triangle from Nameless to Person: restriction",
		"triangle from Payment to payment: cash",
	}
	if diff := cmp.Diff(want, seen(t, drawSVG(t, drafted(t, features), diagram.Options{Depth: diagram.Automatic}))); diff != "" {
		t.Errorf("the picture differs (-want +got):\n%s", diff)
	}
}

// TestDepth: at the depth asked for parts are rows, which lead to pictures of their own, and what leads back to a box that is drawn says so.
func TestDepth(t *testing.T) {
	files, err := doc.Files(request(drafted(t, features), diagram.Options{Root: "order", Depth: 1}), "svg")
	if err != nil {
		t.Fatal(err)
	}
	got := strings.Join(seen(t, files[0].Data), "\n")
	for _, want := range []string{"box Line | line : Line [0..*] ↩ | order : Order [0..1] ↩", "box «element, abstract» | payment | card : Card [1] ▸ | cash : Payment [1] ▸"} {
		if !strings.Contains(got+"\n", want+"\n") {
			t.Errorf("missing %q in\n%s", want, got)
		}
	}
	for _, f := range files {
		for _, link := range linksOf(t, f.Data) {
			if !strings.HasPrefix(link, "#") && !hasFile(files, link) {
				t.Errorf("%s leads to %s, which is not there", f.Name, link)
			}
		}
	}
	if !hasFile(files, "type-Card.svg") {
		t.Error("a class that is not drawn has no picture of its own")
	}
}

func hasFile(files []doc.File, name string) bool {
	for _, f := range files {
		if f.Name == name {
			return true
		}
	}
	return false
}

// TestUnknownRoot: the error says which there are.
func TestUnknownRoot(t *testing.T) {
	_, err := doc.Files(request(drafted(t, features), diagram.Options{Root: "nothing"}), "svg")
	want := `the schema has no global element and no type with elements called "nothing"; its elements are order, payment, card, cash`
	if err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
}

// TestSameBytes: drawn again from the start, a picture has the same bytes.
func TestSameBytes(t *testing.T) {
	first := drawSVG(t, drafted(t, features), diagram.Options{Depth: diagram.Automatic, DataTypes: true})
	for range 5 {
		if again := drawSVG(t, drafted(t, features), diagram.Options{Depth: diagram.Automatic, DataTypes: true}); !bytes.Equal(first, again) {
			t.Fatal("drawn again, the picture differs")
		}
	}
}

func drafted(t *testing.T, text string) *generate.Draft {
	t.Helper()
	options := load.Options{FS: fstest.MapFS{"s.xsd": {Data: []byte(text)}}}
	draft, err := generate.Prepare(generate.Job{Config: &config.Config{Package: "s", Schemas: []string{"s.xsd"}}, ImportPath: "s", Load: options})
	if err != nil {
		t.Fatal(err)
	}
	return draft
}

func request(draft *generate.Draft, o diagram.Options) doc.Request {
	return doc.Request{Set: draft.Set, Packages: draft.Packages, Drawing: o}
}

func drawSVG(t *testing.T, draft *generate.Draft, o diagram.Options) []byte {
	t.Helper()
	files, err := doc.Files(request(draft, o), "svg")
	if err != nil {
		t.Fatal(err)
	}
	return files[0].Data
}

// group is a g element of a picture.
type group struct {
	Class  string   `xml:"class,attr"`
	Groups []group  `xml:"g"`
	Rects  []rect   `xml:"rect"`
	Paths  []path   `xml:"path"`
	Texts  []chars  `xml:"text"`
	Links  []anchor `xml:"a"`
}

type rect struct {
	X      float64 `xml:"x,attr"`
	Y      float64 `xml:"y,attr"`
	Width  float64 `xml:"width,attr"`
	Height float64 `xml:"height,attr"`
}

type path struct {
	D string `xml:"d,attr"`
}

type anchor struct {
	Href  string  `xml:"href,attr"`
	Texts []chars `xml:"text"`
}

type chars struct {
	Y     float64 `xml:"y,attr"`
	Inner string  `xml:",innerxml"`
}

func (c chars) words(t *testing.T) string {
	t.Helper()
	var b strings.Builder
	for d := xml.NewDecoder(strings.NewReader(c.Inner)); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return b.String()
		}
		if err != nil {
			t.Fatal(err)
		}
		if data, ok := token.(xml.CharData); ok {
			b.Write(data)
		}
	}
}

// lines are the texts of a group and the groups in it, from the top.
func (g group) lines(t *testing.T) []string {
	t.Helper()
	byY := map[float64]string{}
	g.collect(t, byY)
	var lines []string
	for len(byY) > 0 {
		first := 1e9
		for y := range byY {
			first = min(first, y)
		}
		lines = append(lines, strings.TrimSpace(byY[first]))
		delete(byY, first)
	}
	return lines
}

func (g group) collect(t *testing.T, byY map[float64]string) {
	t.Helper()
	for _, c := range g.Texts {
		byY[c.Y] = c.words(t)
	}
	for _, a := range g.Links {
		for _, c := range a.Texts {
			byY[c.Y] = c.words(t)
		}
	}
	for _, inner := range g.Groups {
		inner.collect(t, byY)
	}
}

// seen are the boxes with their lines, and the lines between boxes, sorted.
func seen(t *testing.T, svg []byte) []string {
	t.Helper()
	var root group
	if err := xml.Unmarshal(svg, &root); err != nil {
		t.Fatalf("%v\n%s", err, svg)
	}
	var found []string
	boxes := map[string]rect{}
	for _, g := range root.Groups {
		if len(g.Rects) == 1 {
			lines := g.lines(t)
			found = append(found, "box "+strings.Join(lines, " | "))
			name := lines[0]
			if strings.HasPrefix(name, "«") {
				name = lines[1]
			}
			boxes[name] = g.Rects[0]
		}
	}
	for _, g := range root.Groups {
		if len(g.Rects) > 0 {
			continue
		}
		kind := "line"
		if strings.HasSuffix(g.Paths[1].D, "z") {
			kind = "triangle"
		}
		from, to := ends(t, g.Paths[0].D)
		words := kind + " from " + at(boxes, from) + " to " + at(boxes, to)
		if label := strings.Join(g.lines(t), " "); label != "" {
			words += ": " + label
		}
		found = append(found, words)
	}
	slices.Sort(found)
	return found
}

// ends are the first and the last point of a path.
func ends(t *testing.T, d string) (first, last [2]float64) {
	t.Helper()
	fields := strings.Fields(strings.NewReplacer("M", " ", "L", " ").Replace(d))
	numbers := make([]float64, len(fields))
	for i, f := range fields {
		n, err := strconv.ParseFloat(f, 64)
		if err != nil {
			t.Fatal(err)
		}
		numbers[i] = n
	}
	n := len(numbers)
	return [2]float64{numbers[0], numbers[1]}, [2]float64{numbers[n-2], numbers[n-1]}
}

// at is the box whose left or right border a point is on.
func at(boxes map[string]rect, p [2]float64) string {
	for name, b := range boxes {
		on := func(x float64) bool { return p[0]-x < 0.2 && x-p[0] < 0.2 }
		if (on(b.X) || on(b.X+b.Width)) && p[1] > b.Y && p[1] < b.Y+b.Height {
			return name
		}
	}
	return "nowhere"
}

// linksOf are the addresses in a picture.
func linksOf(t *testing.T, svg []byte) []string {
	t.Helper()
	var root group
	if err := xml.Unmarshal(svg, &root); err != nil {
		t.Fatal(err)
	}
	var links []string
	var visit func(g group)
	visit = func(g group) {
		for _, a := range g.Links {
			links = append(links, a.Href)
		}
		for _, inner := range g.Groups {
			visit(inner)
		}
	}
	visit(root)
	return links
}

// TestPlantUML holds the text for PlantUML to one written by hand.
func TestPlantUML(t *testing.T) {
	const small = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="a" type="A"/>
  <xs:complexType name="A"><xs:choice><xs:element name="b" type="B" maxOccurs="2"/><xs:element name="n" type="xs:int"/></xs:choice><xs:attribute name="id" type="xs:ID"/></xs:complexType>
  <xs:complexType name="B"/><xs:complexType name="C"><xs:complexContent><xs:extension base="B"/></xs:complexContent></xs:complexType></xs:schema>`
	files, err := doc.Files(request(drafted(t, small), diagram.Options{Depth: diagram.Automatic}), "plantuml")
	if err != nil {
		t.Fatal(err)
	}
	want := `@startuml
left to right direction
hide circle
hide empty members
class "A" as C1 <<root>> {
  {field} ~@id : xs:ID [0..1]
  {field} n : xs:int [0..1] {xor}
  {field} {xor} b | n
}
class "B" as C2 {
}
class "C" as C3 {
}
C1 --> "0..2" C2 : b {xor}
C3 --|> C2
@enduml
`
	if diff := cmp.Diff(want, string(files[0].Data)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
