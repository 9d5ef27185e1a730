// This file holds the engine to the validator, which shares with it no more than simple types, automata and the text of XML: over the cases, the published
// examples and the families, and over documents made of them by the changes that careless programs and people make.

package engine_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/catalog"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/config"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/edits"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/engine"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/inputs"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/validate"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/world"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

// corpus are documents and the schema that they are judged by.
type corpus struct {
	name      string
	schemas   []string
	options   load.Options
	documents []string
}

func corpora(t *testing.T) []corpus {
	t.Helper()
	return slices.Concat(caseCorpora(t), familyCorpora(t), publishedCorpora(t), worldCorpora(t))
}

// caseCorpora are the cases of the schema language.
func caseCorpora(t *testing.T) []corpus {
	t.Helper()
	dirs, err := filepath.Glob(filepath.Join("..", "cases", "*", "schema.xsd"))
	if err != nil || len(dirs) < 50 {
		t.Fatalf("%d cases, %v", len(dirs), err)
	}
	var all []corpus
	for _, file := range dirs {
		dir := filepath.Dir(file)
		c := corpus{name: "cases/" + filepath.Base(dir), schemas: []string{file}, documents: files(t, filepath.Join(dir, "*valid", "*.xml"))}
		configured := filepath.Join(dir, "xsdgen.yaml")
		if data, err := os.ReadFile(configured); err == nil {
			parsed, err := config.Parse(configured, data)
			if err != nil {
				t.Fatal(err)
			}
			c.schemas = nil
			for _, schema := range parsed.Schemas {
				c.schemas = append(c.schemas, filepath.Join(dir, schema))
			}
		}
		all = append(all, c)
	}
	return all
}

func familyCorpora(t *testing.T) []corpus {
	t.Helper()
	families := inputs.Shared(t, "families")
	var all []corpus
	for _, f := range []struct{ schema, documents string }{
		{"ubl/2.1/maindoc/UBL-Invoice-2.1.xsd", "ubl/samples/*/*.xml"},
		{"ubl/2.1/maindoc/UBL-Order-2.1.xsd", "ubl/samples/oasis-2.1/*Order*.xml"},
		{"iso20022-pain.001/pain.001.001.03.xsd", "iso20022-pain.001/samples/*.xml"},
		{"iso20022-pain.001/pain.001.001.09.xsd", "iso20022-pain.001/samples/*.xml"},
		{"saft-financial-no/11-2021-03-17-v1.10-6c831528/Norwegian_SAF-T_Financial_Schema_v_1.10.xsd", "saft-financial-no/samples/*.xml"},
	} {
		all = append(all, corpus{
			name: f.schema, schemas: []string{filepath.Join(families, filepath.FromSlash(f.schema))},
			documents: files(t, filepath.Join(families, filepath.FromSlash(f.documents))),
		})
	}
	return all
}

func publishedCorpora(t *testing.T) []corpus {
	t.Helper()
	dir := inputs.Shared(t, "published")
	var all []corpus
	for folder, schema := range map[string]string{
		"melding":   "no.skatteetaten.fastsetting.avgift.mva.skattemeldingformerverdiavgift.v1.0.xsd",
		"konvolutt": "no.skatteetaten.fastsetting.avgift.mva.mvameldinginnsending.v1.0.xsd",
	} {
		all = append(all, corpus{name: "published/" + folder, schemas: []string{filepath.Join(dir, "xsd", schema)}, documents: files(t, filepath.Join(dir, "examples", folder, "*.xml"))})
	}
	return all
}

func worldCorpora(t *testing.T) []corpus {
	t.Helper()
	var all []corpus
	for _, f := range world.Families(t) {
		c := corpus{name: "world/" + f.Name, schemas: f.Roots, documents: f.Documents}
		if f.CatalogFile != "" {
			var err error
			if c.options, err = catalog.Options(nil, f.CatalogFile); err != nil {
				t.Fatal(err)
			}
		}
		all = append(all, c)
	}
	return all
}

// files lists those of a pattern.
func files(t *testing.T, pattern string) []string {
	t.Helper()
	found, err := filepath.Glob(pattern)
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// TestReference: both give every document the same verdict, and of one that is not valid the same first violation, by rule and path.
func TestReference(t *testing.T) {
	random := rand.New(rand.NewPCG(10, 6))
	judged, invalid := 0, 0
	for _, c := range corpora(t) {
		t.Run(c.name, func(t *testing.T) {
			e, set := built(t, c.options, c.schemas...)
			p := pair{e, validate.New(set)}
			for _, file := range c.documents {
				data, err := os.ReadFile(file)
				if err != nil {
					t.Fatal(err)
				}
				for _, text := range append([]string{string(data)}, edited(data, random)...) {
					judged++
					valid, difference := p.differ(text)
					if !valid {
						invalid++
					}
					if difference != "" {
						t.Errorf("%s:\n%s\n%.1000s", file, difference, text)
					}
				}
			}
		})
	}
	t.Logf("%d documents, %d of them not valid", judged, invalid)
}

// editedTimes is how many documents are made of each.
const editedTimes = 12

// mostEdited bounds the documents that are edited: a change costs time in proportion to them.
const mostEdited = 200 << 10

func edited(data []byte, random *rand.Rand) []string {
	if len(data) > mostEdited {
		return nil
	}
	var all []string
	for i := range editedTimes {
		document, err := edits.ParseDocument(data)
		if err != nil {
			return nil
		}
		for range 1 + i%2 {
			document.Mutate(random)
		}
		all = append(all, document.String())
	}
	return all
}

// pair is both ways of judging by one schema.
type pair struct {
	engine    *engine.Engine
	reference *validate.Validator
}

// errors are what the two say of a document.
func (p pair) errors(text string) (reference, engine error) {
	return p.reference.Document(strings.NewReader(text)), p.engine.XML(strings.NewReader(text))
}

// differ says what the two make of a document where that is not the same. An element with two faults may have either named first.
func (p pair) differ(text string) (valid bool, difference string) {
	reference, engine := p.errors(text)
	want, got := places(reference, atParent), places(engine, atChild)
	switch {
	case reference == nil && engine == nil:
		return true, ""
	case reference == nil || engine == nil, len(want) == 0 != (len(got) == 0) && !isMalformed(reference):
	case len(want) == 0 || len(got) == 0:
		return false, "" // what is not well-formed may be found not to be valid before that
	case want[0].element == got[0].element && (slices.Contains(want, got[0]) || slices.Contains(got, want[0])):
		return false, ""
	}
	return false, fmt.Sprintf("reference: %s\nengine:    %s", firstLine(reference), firstLine(engine))
}

func firstLine(err error) string {
	var violations xsd.Violations
	if errors.As(err, &violations) {
		return violations[0].String()
	}
	return fmt.Sprint(err)
}

func isMalformed(err error) bool {
	var malformed *xsd.SyntaxError
	return errors.As(err, &malformed)
}

// place is what is compared of a violation: the clause, the element, and the attribute where the clause is about one.
type place struct{ clause, element, attribute string }

// convention is which path a violation has whose child is not allowed.
type convention string

const (
	atParent convention = "the parent's"
	atChild  convention = "the child's"
)

// ofElement are clauses about an element that has certain attributes: one path or the other leads to these.
var ofElement = []string{"cvc-elt.3", "cvc-elt.4", "cvc-attribute.3", "cvc-complex-type.5"}

func places(err error, paths convention) []place {
	var violations xsd.Violations
	errors.As(err, &violations)
	all := make([]place, len(violations))
	for i, v := range violations {
		element, attribute, _ := strings.Cut(v.Path, "/@")
		notAllowed := v.Rule == "cvc-complex-type.2.4.a" || v.Rule == "cvc-complex-type.2.1" && strings.HasPrefix(v.Message, "element ")
		if notAllowed && paths == atChild {
			element = element[:strings.LastIndex(element, "/")]
		}
		if slices.ContainsFunc(ofElement, func(clause string) bool { return strings.HasPrefix(v.Rule, clause) }) {
			attribute = ""
		}
		clause := v.Rule
		if strings.HasPrefix(clause, "cvc-complex-type.2.4.") {
			clause = "cvc-complex-type.2.4" // the letters are none of the standard's
		}
		all[i] = place{clause, element, attribute}
	}
	return all
}
