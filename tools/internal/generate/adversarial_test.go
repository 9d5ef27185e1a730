// This file generates code from schemas made of names that are hard for Go, and has Go's type checker judge it: no schema that is accepted makes
// code that does not compile.

package generate_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/config"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/generate"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/judge"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
)

// hardNames are names of components: words of Go and of generated code, and words that identifiers make equal.
var hardNames = strings.Fields(`a A a-b a.b aB A_b AB _ __ _a validate Validate readXSD WriteXSD marshalXML unmarshalJSON schema Schema readXML value Value content
	Content choice Choice any Any anyAttributes item text Text type element Element T t TA TB TChoice TBranch TItem TText TAny TElement TType AnyT isT IsT x1 X1 x1_2
	İx ix ß 日本 é é xsAnySimple xsString func string init namespace main Empty known Known simpleType SimpleType aOrDefault AOrDefault TValue TValueA union list
	clone Clone equal Equal NewT newT getA GetA TGroupA AElement AAttr aAttr lower LowerA XMLLang lang ĸ`)

// hardValues are values of enumerations.
var hardValues = []string{
	"", " ", "a", "A", "a ", "a b", "a-b", "a.b", "1", "01", "-1", "+1", "15%", "15", "<", "<=", ">", "%", "...", "Empty", "empty", "x", "m²", "m2", "日本", "\t", "Value", "&",
	"TA", "\u0301", "\U0001F600", "\u202e",
}

// hardSpaces are target namespaces: their last segments are words of Go, of generated code, of the packages that it imports, and of one another.
var hardSpaces = []string{
	"urn:m", "urn:x:m", "http://m.example/m", "urn:string", "urn:a:namespace", "urn:init", "urn:xsd", "urn:codec", "urn:xml", "urn:data", "urn:text", "urn:main", "urn:internal", "",
	"urn:日本", "urn:error", "urn:math", "urn:simple",
}

// schemaMaker writes random schemas of several namespaces.
type schemaMaker struct {
	random *rand.Rand
	spaces []string
	types  [][]string // names of the complex types by namespace
}

// TestHardNames: random schemas of hard names, generated in one go, compile, and with names and packages stored they give the same code.
func TestHardNames(t *testing.T) {
	checker := judge.NewGoTypes(t)
	accepted := 0
	const seeds = 24
	for seed := range uint64(seeds) {
		if hard(t, checker, seed) {
			accepted++
		}
	}
	if accepted < seeds*2/3 {
		t.Errorf("only %d of %d schemas are accepted; the others test nothing", accepted, seeds)
	}
}

// FuzzHardNames is TestHardNames for any seed.
func FuzzHardNames(f *testing.F) {
	f.Add(uint64(0))
	f.Fuzz(func(t *testing.T, seed uint64) { hard(t, judge.NewGoTypes(t), seed) })
}

// hard generates one schema, and reports whether it is one.
func hard(t *testing.T, checker *judge.GoTypes, seed uint64) bool {
	t.Helper()
	m := schemaMaker{random: rand.New(rand.NewPCG(seed, 7))}
	system := m.files()
	c := &config.Config{File: "xsdgen.yaml", Schemas: []string{"n0.xsd"}, Package: "family", Output: "."}
	if seed%2 == 1 {
		c.Generate = []config.Extra{config.Clone, config.Equal, config.Constructors, config.Getters}
		c.Types = []config.Type{
			{Name: "xs:integer", Go: "int64"}, {Name: "xs:decimal", Go: "math/big.Rat"}, {Name: "xs:dateTime", Go: "time.Time"}, {Name: "xs:string", Go: "net/netip.Addr"},
		}
	}
	job := generate.Job{Config: c, ImportPath: familyPath, Load: load.Options{FS: system}}
	out, err := generate.Run(job)
	if err != nil {
		if strings.Contains(err.Error(), "Go") {
			t.Errorf("seed %d: %v", seed, err)
		}
		t.Logf("seed %d: %.300v", seed, err)
		return false
	}
	files := map[string][]byte{}
	for _, f := range out.Files {
		files[f.Path] = f.Data
	}
	if _, err := checker.Check(familyPath, files); err != nil {
		t.Errorf("seed %d: %v\n%s", seed, err, m.text(system))
	}
	c.Names, c.Namespaces, job.StrictNames = out.Names, out.Namespaces, true
	again, err := generate.Run(job)
	if err != nil {
		t.Errorf("seed %d, with the names stored: %v", seed, err)
		return true
	}
	for i, f := range again.Files {
		if out.Files[i].Path != f.Path || string(out.Files[i].Data) != string(f.Data) {
			t.Errorf("seed %d: with the names stored, %s is another", seed, f.Path)
		}
	}
	return true
}

func (m *schemaMaker) text(system fstest.MapFS) string {
	var b strings.Builder
	for i := range m.spaces {
		b.Write(system[fmt.Sprintf("n%d.xsd", i)].Data)
		b.WriteByte('\n')
	}
	return b.String()
}

// pick returns n different members of a list.
func pick(random *rand.Rand, list []string, n int) []string {
	var out []string
	for _, i := range random.Perm(len(list))[:n] {
		out = append(out, list[i])
	}
	return out
}

// files makes the documents: each namespace imports all others.
func (m *schemaMaker) files() fstest.MapFS {
	m.spaces = pick(m.random, hardSpaces, 1+m.random.IntN(4))
	for range m.spaces {
		m.types = append(m.types, pick(m.random, hardNames, 4))
	}
	system := fstest.MapFS{}
	for i := range m.spaces {
		system[fmt.Sprintf("n%d.xsd", i)] = &fstest.MapFile{Data: []byte(m.document(i))}
	}
	return system
}

// document makes a schema document: the types and elements with hard names.
func (m *schemaMaker) document(i int) string {
	var b strings.Builder
	b.WriteString(`<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"`)
	for j, space := range m.spaces {
		if space != "" {
			fmt.Fprintf(&b, ` xmlns:n%d=%q`, j, space)
		}
	}
	if m.spaces[i] != "" {
		fmt.Fprintf(&b, ` targetNamespace=%q`, m.spaces[i])
	}
	if m.random.IntN(2) == 0 {
		b.WriteString(` elementFormDefault="qualified"`)
	}
	b.WriteString(">")
	for j, space := range m.spaces {
		if j == i {
			continue
		}
		if space == "" {
			fmt.Fprintf(&b, `<xs:import schemaLocation="n%d.xsd"/>`, j)
		} else {
			fmt.Fprintf(&b, `<xs:import namespace=%q schemaLocation="n%d.xsd"/>`, space, j)
		}
	}
	b.WriteString(`<xs:import namespace="http://www.w3.org/XML/1998/namespace"/>`)
	for k, name := range m.types[i] {
		base := ""
		if k > 0 && m.random.IntN(3) == 0 {
			base = m.ref(i, m.types[i][0])
		}
		b.WriteString(m.complexType(i, name, base))
	}
	simple := pick(m.random, hardNames, 6)
	for _, name := range simple {
		if !strings.Contains(" "+strings.Join(m.types[i], " ")+" ", " "+name+" ") {
			b.WriteString(m.enumeration(name))
		}
	}
	for _, name := range pick(m.random, hardNames, 5) {
		switch m.random.IntN(3) {
		case 0:
			fmt.Fprintf(&b, `<xs:element name=%q type=%q/>`, name, m.anyType(i))
		case 1:
			fmt.Fprintf(&b, `<xs:element name=%q>%s</xs:element>`, name, m.complexType(i, "", ""))
		default:
			fmt.Fprintf(&b, `<xs:element name=%q type="xs:float"/>`, name)
		}
	}
	b.WriteString(`</xs:schema>`)
	return b.String()
}

// ref spells the name of a component of a namespace.
func (m *schemaMaker) ref(i int, name string) string {
	if m.spaces[i] == "" {
		return name
	}
	return fmt.Sprintf("n%d:%s", i, name)
}

// anyType is a complex type of any of the namespaces.
func (m *schemaMaker) anyType(int) string {
	i := m.random.IntN(len(m.spaces))
	return m.ref(i, m.types[i][m.random.IntN(len(m.types[i]))])
}

// complexType makes one with elements, attributes and wildcards.
func (m *schemaMaker) complexType(i int, name, base string) string {
	var b strings.Builder
	compositor := []string{"sequence", "choice", "sequence", "all"}[m.random.IntN(4)]
	occurs := ""
	if compositor == "choice" && m.random.IntN(2) == 0 {
		occurs = ` maxOccurs="3"`
	}
	plain := base != "" || name == m.types[i][0] // extends, or is extended
	if plain {
		compositor, occurs = "sequence", ""
	}
	fmt.Fprintf(&b, `<xs:%s%s>`, compositor, occurs)
	for _, element := range pick(m.random, hardNames, 1+m.random.IntN(4)) {
		if base != "" {
			element = "own" + element
		}
		switch m.random.IntN(4) {
		case 0:
			fmt.Fprintf(&b, `<xs:element name=%q type=%q minOccurs="0"/>`, element, m.anyType(i))
		case 1:
			fmt.Fprintf(&b, `<xs:element name=%q minOccurs="0"><xs:complexType><xs:attribute name=%q type="xs:int"/></xs:complexType></xs:element>`, element, element)
		case 2:
			fmt.Fprintf(&b, `<xs:element name=%q minOccurs="0" default="1"><xs:simpleType><xs:restriction base="xs:float"><xs:enumeration value="1"/><xs:enumeration value="-0"/><xs:enumeration value="1e39"/><xs:enumeration value="INF"/></xs:restriction></xs:simpleType></xs:element>`, element)
		default:
			fmt.Fprintf(&b, `<xs:element name=%q type="xs:string" minOccurs="0" default="x"/>`, element)
		}
	}
	if compositor == "sequence" && base == "" && m.random.IntN(3) == 0 {
		fmt.Fprintf(&b, `<xs:choice><xs:element name="a1" type="xs:int"/><xs:element name="choice1" type="xs:date"/></xs:choice><xs:choice><xs:element name="choice" type="xs:int"/><xs:element name="c1" type=%q/></xs:choice>`, m.anyType(i))
	}
	fmt.Fprintf(&b, `</xs:%s>`, compositor)
	if base == "" {
		for _, attribute := range pick(m.random, hardNames, m.random.IntN(4)) {
			form := []string{"", ` form="qualified"`}[m.random.IntN(2)]
			fmt.Fprintf(&b, `<xs:attribute name=%q type="xs:decimal" default="1"%s/>`, attribute, form)
		}
		if m.random.IntN(2) == 0 {
			b.WriteString(`<xs:attribute ref="xml:lang"/>`)
		}
		if m.random.IntN(3) == 0 {
			b.WriteString(`<xs:anyAttribute/>`)
		}
	}
	content := b.String()
	if base != "" {
		content = fmt.Sprintf(`<xs:complexContent><xs:extension base=%q>%s</xs:extension></xs:complexContent>`, base, content)
	}
	attributes := ""
	if name != "" {
		attributes = fmt.Sprintf(` name=%q`, name)
	}
	if !plain && compositor != "all" && m.random.IntN(5) == 0 {
		attributes += ` mixed="true"`
	}
	return "<xs:complexType" + attributes + ">" + content + "</xs:complexType>"
}

// enumeration makes a simple type of hard values.
func (m *schemaMaker) enumeration(name string) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<xs:simpleType name=%q><xs:restriction base="xs:string">`, name)
	for _, value := range pick(m.random, hardValues, 1+m.random.IntN(8)) {
		fmt.Fprintf(&b, `<xs:enumeration value="%s"/>`, strings.NewReplacer("&", "&amp;", "<", "&lt;", "\t", "&#9;").Replace(value))
	}
	b.WriteString(`</xs:restriction></xs:simpleType>`)
	return b.String()
}
