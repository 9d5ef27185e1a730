// Package conformance holds the compiler to account: it runs a manifest of schema and document tests, such as the W3C's suite for XSD 1.0,
// through the validator and through generated code, counts agreement, and records every disagreement.
package conformance

import (
	"bufio"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Kind says what a test judges: a schema, or a document under a valid schema.
type Kind string

// The kinds.
const (
	SchemaTest   Kind = "schema"
	DocumentTest Kind = "instance"
)

// Test is a line of a manifest. Paths are relative to the manifest's folder.
type Test struct {
	ID          string   `json:"id"`
	Contributor string   `json:"contributor"`
	Area        string   `json:"area"`
	Kind        Kind     `json:"kind"`
	Schemas     []string `json:"schemas"`
	Instance    string   `json:"instance"`
	Expected    string   `json:"expected"` // "valid" or "invalid"
}

// Valid is the expected verdict.
func (t Test) Valid() bool { return t.Expected == "valid" }

// Suite is a manifest in its folder.
type Suite struct {
	Dir   string
	Tests []Test
}

// ReadSuite reads manifest.jsonl in the folder.
func ReadSuite(dir string) (*Suite, error) {
	file, err := os.Open(filepath.Join(dir, "manifest.jsonl"))
	if err != nil {
		return nil, err
	}
	defer file.Close() //nolint:errcheck // read only
	suite := &Suite{Dir: dir}
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<20)
	for number := 1; lines.Scan(); number++ {
		test, err := parseTest(lines.Bytes())
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", file.Name(), number, err)
		}
		suite.Tests = append(suite.Tests, test)
	}
	return suite, lines.Err()
}

func parseTest(line []byte) (Test, error) {
	var test Test
	if err := json.Unmarshal(line, &test); err != nil {
		return test, err
	}
	switch {
	case test.Expected != "valid" && test.Expected != "invalid":
		return test, fmt.Errorf("test %s expects %q: valid or invalid is needed", test.ID, test.Expected)
	case test.Kind != SchemaTest && test.Kind != DocumentTest:
		return test, fmt.Errorf("test %s is of kind %q: schema or instance is needed", test.ID, test.Kind)
	case len(test.Schemas) == 0:
		return test, fmt.Errorf("test %s names no schema", test.ID)
	}
	return test, nil
}

// Sample keeps one of so many tests, chosen by a hash of the id, so that the choice is the same everywhere and changes with the suite only.
func (s *Suite) Sample(oneOf uint32) *Suite {
	chosen := &Suite{Dir: s.Dir}
	for _, test := range s.Tests {
		hash := fnv.New32a()
		_, _ = hash.Write([]byte(test.ID)) // a hash takes everything
		if hash.Sum32()%oneOf == 0 {
			chosen.Tests = append(chosen.Tests, test)
		}
	}
	return chosen
}

// group is the tests that share a schema.
type group struct {
	schemas   []string // full paths
	schema    []Test   // tests of the schema itself; several tests may name the same one
	documents []Test
}

// groups are the tests by schema, in the order of the manifest. A document that hints at further schemas has a group of its own.
func (s *Suite) groups() []*group {
	index := map[string]*group{}
	var groups []*group
	for _, test := range s.Tests {
		schemas := s.schemasOf(test)
		key := strings.Join(schemas, "\x00")
		g := index[key]
		if g == nil {
			g = &group{schemas: schemas}
			index[key] = g
			groups = append(groups, g)
		}
		if test.Kind == SchemaTest {
			g.schema = append(g.schema, test)
		} else {
			g.documents = append(g.documents, test)
		}
	}
	return groups
}

// schemasOf are the full paths of a test's schemas, those included that its document hints at.
func (s *Suite) schemasOf(test Test) []string {
	var schemas []string
	for _, schema := range test.Schemas {
		schemas = append(schemas, s.path(schema))
	}
	if test.Kind == DocumentTest {
		schemas = append(schemas, hinted(s.path(test.Instance), schemas)...)
	}
	return schemas
}

func (s *Suite) path(relative string) string {
	return filepath.Join(s.Dir, filepath.FromSlash(relative))
}

// areas are the contributors and areas that occur, sorted.
func (s *Suite) areas() []string {
	var areas []string
	for _, test := range s.Tests {
		areas = append(areas, test.Contributor+": "+test.Area)
	}
	slices.Sort(areas)
	return slices.Compact(areas)
}
