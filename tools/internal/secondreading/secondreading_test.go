package secondreading

import (
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/xgen"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/inputs"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// reading is what a parser saw of a schema: one line for each complex type, field and enumeration value.
type reading map[string]bool

func (r reading) add(format string, arguments ...any) { r[fmt.Sprintf(format, arguments...)] = true }

// wrong lists what xgen sees and we do not, or sees otherwise, with the reason why our reading is the right one.
var wrong = map[string]string{
	"field MvaMeldingInnsendingStatus.   terminUtenLevertMvaMelding*": "xgen keeps the white space of name=\"   terminUtenLevertMvaMelding\"; " +
		"an NCName's white space collapses (XSD 1.0 Part 2, section 3.3.7), so the element's name has none",
}

func TestSecondReading(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(inputs.Shared(t, "published", "xsd"), "*.xsd"))
	if err != nil || len(files) != 5 {
		t.Fatalf("%d published schemas, %v: five are expected", len(files), err)
	}
	used := map[string]bool{}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) { compare(t, file, used) })
	}
	for line := range wrong {
		if !used[line] {
			t.Errorf("the table says that xgen sees %q, but it does not: take it out", line)
		}
	}
}

func compare(t *testing.T, file string, used map[string]bool) {
	theirs, ours := readWithXgen(t, file), readWithOurs(t, file)
	if len(theirs) < 15 {
		t.Fatalf("xgen saw %d things only: the comparison means nothing", len(theirs))
	}
	var unexplained []string
	for _, line := range slices.Sorted(maps.Keys(theirs)) {
		switch {
		case ours[line]:
		case wrong[line] != "":
			used[line] = true
		default:
			unexplained = append(unexplained, line)
		}
	}
	if diff := cmp.Diff([]string(nil), unexplained); diff != "" {
		t.Errorf("xgen sees what we do not (-none +xgen's), with %d lines of ours:\n%s\nours: %q", len(ours), diff, slices.Sorted(maps.Keys(ours)))
	}
}

func readWithXgen(t *testing.T, file string) reading {
	t.Helper()
	parser := xgen.NewParser(&xgen.Options{
		FilePath: file, Extract: true, ParseFileList: map[string]bool{}, ParseFileMap: map[string][]any{},
		IncludeMap: map[string]bool{}, LocalNameNSMap: map[string]string{}, NSSchemaLocationMap: map[string]string{}, RemoteSchema: map[string][]byte{},
	})
	if err := parser.Parse(); err != nil {
		t.Fatal(err)
	}
	seen := reading{}
	for _, declared := range parser.ProtoTree {
		switch declared := declared.(type) {
		case *xgen.ComplexType:
			seen.add("complex type %s", declared.Name)
			for _, e := range declared.Elements {
				seen.add("field %s.%s%s", declared.Name, e.Name, occurrence(e.Optional, e.Plural))
			}
			for _, a := range declared.Attributes {
				seen.add("attribute %s.%s", declared.Name, a.Name)
			}
		case *xgen.SimpleType:
			for _, value := range declared.Restriction.Enum {
				seen.add("enumeration %s=%s", declared.Name, value)
			}
		}
	}
	return seen
}

func readWithOurs(t *testing.T, file string) reading {
	t.Helper()
	documents, err := load.Load([]string{file}, load.Options{})
	if err != nil {
		t.Fatal(err)
	}
	set, err := schema.Build(documents)
	if err != nil {
		t.Fatal(err)
	}
	seen := reading{}
	for _, declared := range set.Types {
		switch declared := declared.(type) {
		case *schema.ComplexType:
			seen.complexType(declared)
		case *schema.SimpleType:
			for _, facet := range declared.Runtime.Enumeration() {
				seen.add("enumeration %s=%s", declared.Name.Local, facet.Value)
			}
		}
	}
	return seen
}

func (r reading) complexType(t *schema.ComplexType) {
	r.add("complex type %s", t.Name.Local)
	for _, use := range t.AttributeUses {
		r.add("attribute %s.%s", t.Name.Local, use.Declaration.Name.Local)
	}
	if content, ok := t.Content.(*schema.ElementContent); ok {
		r.particle(t.Name.Local, content.Particle, false, false)
	}
}

// particle adds the elements of a particle; optional and plural are what the groups around it make of them.
func (r reading) particle(parent string, p *schema.Particle, optional, plural bool) {
	optional = optional || p.Min == 0
	plural = plural || p.Max == schema.Unbounded || p.Max > 1
	switch term := p.Term.(type) {
	case *schema.Element:
		r.add("field %s.%s%s", parent, term.Name.Local, occurrence(optional, plural))
	case *schema.ModelGroup:
		for _, inner := range term.Particles {
			r.particle(parent, inner, optional || term.Compositor == schema.Choice && len(term.Particles) > 1, plural)
		}
	}
}

func occurrence(optional, plural bool) string {
	return strings.Join([]string{map[bool]string{true: "?"}[optional], map[bool]string{true: "*"}[plural]}, "")
}
