// How the tables of rule tests work: each case is a tiny schema in which ¶ stands before the elements that must be reported,
// in order, with the rules they break. A case without ¶ must be accepted.

package schema

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/diag"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
)

// ruleCase is a schema and the rules it breaks. Schema is the content of xs:schema with target namespace urn:t, or, when it
// begins with "<", after white space, and contains "xs:schema", the whole document. Files are other documents.
type ruleCase struct {
	name   string
	schema string
	rules  []string
	files  map[string]string
}

const schemaStart = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:t" xmlns:t="urn:t" targetNamespace="urn:t">`

// document returns the case's schema as a document, and where in it problems are expected.
func (c ruleCase) document() (text string, positions []diag.Position) {
	text = c.schema
	if !strings.Contains(text, "<xs:schema") {
		text = schemaStart + "\n" + text + "\n</xs:schema>"
	}
	for {
		before, after, found := strings.Cut(text, "¶")
		if !found {
			return text, positions
		}
		line := strings.Count(before, "\n") + 1
		positions = append(positions, diag.Position{File: "schema.xsd", Line: line, Column: len(before) - strings.LastIndexByte(before, '\n')})
		text = before + after
	}
}

// build loads and builds the case.
func (c ruleCase) build(text string) (*Set, error) {
	files := fstest.MapFS{"schema.xsd": {Data: []byte(text)}}
	for name, data := range c.files {
		files[name] = &fstest.MapFile{Data: []byte(data)}
	}
	docs, err := load.Load([]string{"schema.xsd"}, load.Options{FS: files})
	if err != nil {
		return nil, err
	}
	return Build(docs)
}

func checkRules(t *testing.T, cases []ruleCase) {
	t.Helper()
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			text, positions := c.document()
			var want []string
			for i, at := range positions {
				rule := "no rule given for this ¶"
				if i < len(c.rules) {
					rule = c.rules[i]
				}
				want = append(want, fmt.Sprintf("%s %s", at, rule))
			}
			_, err := c.build(text)
			if diff := cmp.Diff(want, positionsAndRules(err)); diff != "" {
				t.Errorf("problems differ (-want +got):\n%s\n%v", diff, err)
			}
		})
	}
}

// positionsAndRules lists position and rule of each problem in err.
func positionsAndRules(err error) []string {
	var problems diag.Problems
	if err != nil && !errors.As(err, &problems) {
		return []string{err.Error()}
	}
	var all []string
	for _, p := range problems {
		all = append(all, fmt.Sprintf("%s %s", p.Position, p.Rule))
	}
	return all
}

// rules is a list of rules.
func rules(names ...string) []string { return names }
