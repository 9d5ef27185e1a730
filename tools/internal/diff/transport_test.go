// Transport schemas: many files of one namespace, with abstract elements for which hundreds of others may stand, long chains of extensions and choices without
// end, edited a little in many places. What a comparison of two versions costs grows as they do.

package diff_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/internal/cost"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/diff"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// transport is a schema of so many modules, each a file of its own with an abstract element for which so many others may stand. The types of those extend one
// another in chains of ten. The grown schema is the next version.
type transport struct {
	modules, members int
	grown            bool
}

const transportHead = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:transport" targetNamespace="urn:transport" elementFormDefault="qualified">`

// transportCommon is what all modules use: the type that all extend, references, texts and what anybody may add.
const transportCommon = transportHead + `<xs:complexType name="Entity" abstract="true"><xs:sequence><xs:element name="Name" type="Text" minOccurs="0"/></xs:sequence>` +
	`<xs:attribute name="id" type="xs:NMTOKEN" use="required"/></xs:complexType>` +
	`<xs:complexType name="Text"><xs:simpleContent><xs:extension base="xs:string"><xs:attribute name="lang" type="xs:language"/></xs:extension></xs:simpleContent></xs:complexType>` +
	`<xs:complexType name="Ref"><xs:simpleContent><xs:extension base="xs:NMTOKEN"><xs:attribute name="version" type="xs:NMTOKEN"/></xs:extension></xs:simpleContent></xs:complexType>` +
	`<xs:element name="Extensions"><xs:complexType><xs:sequence><xs:any processContents="lax" minOccurs="0" maxOccurs="unbounded"/></xs:sequence></xs:complexType></xs:element></xs:schema>`

// then is a text that the grown schema has.
func (s transport) then(text string) string {
	if s.grown {
		return text
	}
	return ""
}

// files are the documents of the schema. The root of the grown one has a required attribute, so that no document of the one is valid under the other.
func (s transport) files() fstest.MapFS {
	var main strings.Builder
	files := fstest.MapFS{"common.xsd": {Data: []byte(transportCommon)}}
	main.WriteString(transportHead + `<xs:include schemaLocation="common.xsd"/>`)
	for m := range s.modules {
		fmt.Fprintf(&main, `<xs:include schemaLocation="module%d.xsd"/>`, m)
		files[fmt.Sprintf("module%d.xsd", m)] = &fstest.MapFile{Data: []byte(s.module(m))}
	}
	main.WriteString(`<xs:element name="Delivery"><xs:complexType><xs:choice maxOccurs="unbounded">`)
	for m := range s.modules {
		fmt.Fprintf(&main, `<xs:element ref="Frame%d"/>`, m)
	}
	main.WriteString(`</xs:choice>` + s.then(`<xs:attribute name="stamp" type="xs:dateTime" use="required"/>`) + `</xs:complexType></xs:element></xs:schema>`)
	files["main.xsd"] = &fstest.MapFile{Data: []byte(main.String())}
	return files
}

// module is a file with an abstract element, what may stand for it, and a frame that holds any number of those in any order.
func (s transport) module(m int) string {
	var b strings.Builder
	b.WriteString(transportHead + `<xs:include schemaLocation="common.xsd"/>`)
	fmt.Fprintf(&b, `<xs:element name="Item%d" type="Entity" abstract="true"/>`, m)
	fmt.Fprintf(&b, `<xs:element name="Frame%d"><xs:complexType><xs:sequence><xs:choice maxOccurs="unbounded"><xs:element ref="Item%d"/><xs:element name="Note" type="Text"/></xs:choice>`+
		`<xs:element ref="Extensions" minOccurs="0"/></xs:sequence></xs:complexType></xs:element>`, m, m)
	fmt.Fprintf(&b, `<xs:simpleType name="Mode%d"><xs:restriction base="xs:NMTOKEN"><xs:enumeration value="bus"/><xs:enumeration value="rail"/>%s</xs:restriction></xs:simpleType>`,
		m, s.then(`<xs:enumeration value="ferry"/>`))
	for i := range s.members {
		s.member(&b, m, i)
	}
	return b.String() + `</xs:schema>`
}

// grownTypes are how a type differs in the grown schema, in turn: each has the rule, and what it puts in the place of what.
var grownTypes = []struct{ rule, before, after string }{
	{"element-type-changed", `type="xs:NMTOKEN" minOccurs`, `type="xs:string" minOccurs`},
	{"min-occurs-increased", `type="xs:NMTOKEN" minOccurs="0"`, `type="xs:NMTOKEN"`},
	{"max-occurs-increased", `maxOccurs="3"`, `maxOccurs="unbounded"`},
	{"choice-branch-added", `</xs:choice></xs:sequence>`, `<xs:element name="Area" type="Ref"/></xs:choice></xs:sequence>`},
	{"element-added-optional", `</xs:choice></xs:sequence>`, `</xs:choice><xs:element name="Since" type="xs:dateTime" minOccurs="0"/></xs:sequence>`},
	{"attribute-added-optional", `</xs:sequence></xs:extension>`, `</xs:sequence><xs:attribute name="ATTRIBUTE" type="xs:date"/></xs:extension>`},
}

// Of each module, as many elements come to stand for the abstract one, and as many types have parts of its kind, however many it has.
const movesPerModule, placesPerModule = 6, 3

// member is an element that may stand for that of the module, and its type. In the grown schema every fourth type differs.
func (s transport) member(b *strings.Builder, m, i int) {
	base := "Entity"
	if i%10 > 0 {
		base = fmt.Sprintf("M%d-%d", m, i-1)
	}
	parts := ""
	if i%10 == 9 && i/10 < placesPerModule {
		parts = fmt.Sprintf(`<xs:element name="Parts" minOccurs="0"><xs:complexType><xs:choice maxOccurs="unbounded"><xs:element ref="Item%d"/></xs:choice></xs:complexType></xs:element>`, m)
	}
	content := fmt.Sprintf(`<xs:sequence><xs:element name="Code" type="xs:NMTOKEN" minOccurs="0"/><xs:element name="Mode" type="Mode%d" minOccurs="0" maxOccurs="3"/>%s`+
		`<xs:choice minOccurs="0" maxOccurs="unbounded"><xs:element name="Stop" type="Ref"/><xs:element name="Line" type="Ref"/></xs:choice></xs:sequence></xs:extension>`, m, parts)
	if edit := grownTypes[i/4%len(grownTypes)]; s.grown && i%4 == 0 {
		content = strings.Replace(content, edit.before, edit.after, 1)
	}
	// What extends a type has elements of other names, so that it is clear of which type one is.
	for _, name := range []string{"Code", "Mode", "Parts", "Stop", "Line", "Area", "Since"} {
		content = strings.Replace(content, `name="`+name+`"`, fmt.Sprintf(`name="%s%d"`, name, i), 1)
	}
	content = strings.Replace(content, "ATTRIBUTE", fmt.Sprint("since", i), 1)
	fmt.Fprintf(b, `<xs:complexType name="M%d-%d"><xs:complexContent><xs:extension base="%s">%s</xs:complexContent></xs:complexType>`, m, i, base, content)
	fmt.Fprintf(b, `<xs:element name="Member%d-%d" type="M%d-%d" substitutionGroup="Item%d"/>`, m, i, m, i, m)
	if i < movesPerModule {
		fmt.Fprintf(b, `<xs:element name="Extra%d-%d" type="M%d-%d"%s/>`, m, i, m, i, s.then(fmt.Sprintf(` substitutionGroup="Item%d"`, m)))
	}
}

// input compiles the schema.
func (s transport) input(t *testing.T) diff.Input {
	t.Helper()
	documents, err := load.Load([]string{"main.xsd"}, load.Options{FS: s.files()})
	if err != nil {
		t.Fatal(err)
	}
	set, err := schema.Build(documents)
	if err != nil {
		t.Fatal(err)
	}
	return diff.Input{Name: "main.xsd", Documents: documents, Set: set}
}

// effort is what a comparison took: how often it asked whether to stop, and how many values it made, for whatever it does between.
type effort struct{ steps, made int }

// versions are the schema and the grown one.
func (s transport) versions(t *testing.T) (old, newer diff.Input) {
	t.Helper()
	grown := s
	grown.grown = true
	return s.input(t), grown.input(t)
}

// delivered compares two versions by documents of their one root.
func delivered(t *testing.T, old, newer diff.Input) (*diff.Report, effort) {
	t.Helper()
	var c effort
	var report *diff.Report
	var err error
	c.made = int(cost.Values(func() {
		report, err = diff.CompareWithin(diff.Options{Root: "Delivery", Stop: func() bool { c.steps++; return false }}, old, newer)
	}))
	if err != nil {
		t.Fatal(err)
	}
	return report, c
}

// rules counts the changes that were made to the schema, by rule.
func (s transport) rules() map[string]int {
	all := map[string]int{"attribute-added-required": 1, "same-namespace-edited": 1, "enum-value-added": s.modules, "substitution-member-added": movesPerModule * s.modules}
	for i := 0; i < s.members; i += 4 {
		all[grownTypes[i/4%len(grownTypes)].rule] += s.modules
	}
	return all
}

// TestTransport: all changes are found and decided, and twice as large a schema, with twice as many changes, costs about twice as much: be it of twice as many
// modules, or of modules with twice as many elements that may stand for one.
func TestTransport(t *testing.T) {
	large := transport{modules: 2, members: 200}
	old, newer := large.versions(t)
	_, twice := delivered(t, old, newer)
	for _, half := range []transport{{modules: 1, members: 200}, {modules: 2, members: 100}} {
		old, newer := half.versions(t)
		report, once := delivered(t, old, newer)
		got := map[string]int{}
		for _, c := range report.Changes {
			got[c.Rule.ID]++
			for _, q := range []diff.Question{diff.Readers, diff.Writers} {
				if c.Answers[q].Verdict == diff.Undecided {
					t.Errorf("%+v: %s %s is undecided for %s: %s", half, c.Rule.ID, c.Path, q, c.Answers[q].Reason)
				}
			}
		}
		if diff := cmp.Diff(half.rules(), got); diff != "" {
			t.Errorf("%+v: changes (-want +got):\n%s", half, diff)
		}
		if twice.steps > once.steps*21/10 || twice.made > once.made*21/10 {
			t.Errorf("%+v took %+v, and twice as much %+v", half, once, twice)
		}
		t.Logf("%+v took %+v, and twice as much %+v", half, once, twice)
	}
}

// TestTransportInGo: what the question of Go adds to the cost is twice as much for twice as many changes, although each makes a difference in all types that
// extend the one which changed.
func TestTransportInGo(t *testing.T) {
	added := map[int]int{}
	for _, modules := range []int{2, 4} {
		old, newer := transport{modules: modules, members: 120}.versions(t)
		_, without := delivered(t, old, newer)
		report, with := delivered(t, generated(t, old), generated(t, newer))
		if report.Totals[diff.Go].Verdict != diff.Breaking {
			t.Errorf("%d modules break no Go", modules)
		}
		added[modules] = with.made - without.made
	}
	if once, twice := added[2], added[4]; twice > once*21/10 {
		t.Errorf("2 modules made %d values more, and 4 modules %d", once, twice)
	}
	t.Logf("values made more, by modules: %v", added)
}
