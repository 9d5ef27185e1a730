// Simple types of real schemas: each one against the type of its name in the next version, both ways, with Xerces-J as the judge of texts.

package inclusion

import (
	"encoding/xml"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/automaton"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/inputs"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/judge"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

// lineages are patterns of files below ../shared that are versions of one schema, in order.
var lineages = []string{
	"history/mvameldinginnsending/*.xsd", "history/skattemeldingformerverdiavgift/*.xsd", "history/valideringsresultat/*.xsd",
	"families/saft-financial-no/*/*.xsd", "families/iso20022-pain.001/*.xsd", "families/ubl/2.[13]/maindoc/UBL-Invoice-*.xsd",
	"families/ubl/2.[13]/maindoc/UBL-CreditNote-*.xsd",
}

// versions are the consecutive pairs of files in a lineage.
func versions(t *testing.T, lineage string) [][2]string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(inputs.Shared(t), lineage))
	if err != nil || len(files) < 2 {
		t.Fatalf("%s: %d files, %v", lineage, len(files), err)
	}
	slices.Sort(files)
	var pairs [][2]string
	for i := range files[1:] {
		pairs = append(pairs, [2]string{files[i], files[i+1]})
	}
	return pairs
}

// global are the global simple types of a schema by local name.
func global(t *testing.T, file string) map[string]*schema.SimpleType {
	t.Helper()
	docs, err := load.Load([]string{file}, load.Options{})
	if err != nil {
		t.Fatal(err)
	}
	set, err := schema.Build(docs)
	if err != nil {
		t.Fatal(err)
	}
	named := map[string]*schema.SimpleType{}
	for _, one := range set.Types {
		if simple, ok := one.(*schema.SimpleType); ok {
			named[simple.Name.Local] = simple
		}
	}
	return named
}

// TestFamiliesOfSimpleTypes: all pairs are decided, and the judge sees each text as we do.
func TestFamiliesOfSimpleTypes(t *testing.T) {
	xerces := judge.Xerces(t)
	counts := map[automaton.Verdict]int{}
	for _, lineage := range lineages {
		for _, files := range versions(t, lineage) {
			before, after := global(t, files[0]), global(t, files[1])
			for name, a := range before {
				b := after[name]
				if b == nil {
					continue
				}
				for _, question := range [][2]*schema.SimpleType{{a, b}, {b, a}} {
					got := SimpleTypes(question[0].Runtime, question[1].Runtime)
					counts[got.Verdict]++
					switch got.Verdict {
					case automaton.Undecided:
						t.Errorf("%s in %s: undecided: %s", name, files[1], got.Reason)
					case automaton.No:
						judged(t, xerces, got.Text, declared(t, question[0].Runtime), declared(t, question[1].Runtime))
					}
				}
			}
		}
	}
	t.Logf("pairs of types: %d included, %d not, %d undecided", counts[yes], counts[no], counts[open])
	if counts[yes] < 1000 || counts[no] < 20 {
		t.Errorf("%v: too few pairs to mean anything", counts)
	}
}

// TestPairsByXerces has the judge look at each witness of the table of pairs.
func TestPairsByXerces(t *testing.T) {
	xerces := judge.Xerces(t)
	texts := 0
	for _, pair := range pairs {
		a, b := typ(t, pair.a), typ(t, pair.b)
		for _, question := range [][2]*xsd.SimpleType{{a, b}, {b, a}} {
			got := SimpleTypes(question[0], question[1])
			if got.Verdict != automaton.No || len(rolesOf(a))+len(rolesOf(b)) > 0 || len(got.Text) > 1000 {
				continue
			}
			texts++
			judged(t, xerces, got.Text, declared(t, question[0]), declared(t, question[1]))
		}
	}
	if texts < 60 {
		t.Errorf("%d texts: too few to mean anything", texts)
	}
}

// judged has the judge look at a text that is of the first type and not of the second.
func judged(t *testing.T, xerces judge.Judge, text, first, second string) {
	t.Helper()
	var escaped strings.Builder
	if err := xml.EscapeText(&escaped, []byte(text)); err != nil {
		t.Fatal(err)
	}
	document := filepath.Join(t.TempDir(), "document.xml")
	if err := os.WriteFile(document, []byte("<text>"+escaped.String()+"</text>"), 0o600); err != nil {
		t.Fatal(err)
	}
	for i, file := range []string{first, second} {
		verdict := xerces.Validate([]string{file}, []string{document})[0]
		if strings.Contains(verdict.Message, "schema is not valid") {
			content, _ := os.ReadFile(file)
			t.Errorf("%s\n%s", verdict.Message, content)
		} else if verdict.Valid != (i == 0) {
			content, _ := os.ReadFile(file)
			t.Errorf("%q: Xerces-J says %v of type %d: %s\n%s", text, verdict.Valid, i, verdict.Message, content)
		}
	}
}

// declared writes a schema whose one element is of the type.
func declared(t *testing.T, typed *xsd.SimpleType) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "schema.xsd")
	content := `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="text">` + markupOf(typed) + `</xs:element></xs:schema>`
	if err := os.WriteFile(file, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

// markupOf writes a type as the content of a declaration.
func markupOf(t *xsd.SimpleType) string {
	if t.IsBuiltIn() {
		return `<xs:simpleType><xs:restriction base="` + t.String() + `"/></xs:simpleType>`
	}
	var out strings.Builder
	out.WriteString("<xs:simpleType>")
	switch {
	case len(t.OwnFacets()) == 0 && t.Variety() == xsd.VarietyList:
		out.WriteString("<xs:list>" + markupOf(t.Item()) + "</xs:list>")
	case len(t.OwnFacets()) == 0 && t.Variety() == xsd.VarietyUnion:
		out.WriteString("<xs:union>")
		for _, member := range t.Members() {
			out.WriteString(markupOf(member))
		}
		out.WriteString("</xs:union>")
	default:
		out.WriteString("<xs:restriction>" + markupOf(t.Base()))
		for _, f := range t.OwnFacets() {
			fmt.Fprintf(&out, `<xs:%s value="`, f.Kind)
			_ = xml.EscapeText(&out, []byte(f.Value))
			out.WriteString(`"/>`)
		}
		out.WriteString("</xs:restriction>")
	}
	out.WriteString("</xs:simpleType>")
	return out.String()
}
