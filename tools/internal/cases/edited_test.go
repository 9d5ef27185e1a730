// This file edits the values of every case as a program may, and holds what is written of them to the validator, which shares no code with the engine beyond simple types,
// xmltext and automata: what is valid is written, what is written is valid, in every style, and comes back the same by XML and by JSON.

package cases_test

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/validate"
	"github.com/mvainnsyn/mvainnsyn/xsd"
	"github.com/mvainnsyn/mvainnsyn/xsd/xsdtest"
)

// notInText are faults of values that the text written of them does not have.
var notInText = []string{
	"Content holds a <nil>",         // it leaves the item out
	"an item of a list has no",      // an item that is empty is no item, and one with a space is two
	"the value of {urn:case}",       // it leaves out a nil pointer in a list
	"the value of {urn:case:other}", // likewise
}

// unknownRoot is of a root that no schema declares: it is valid as what the caller says that it is, and the validator is told nothing.
const unknownRoot = "the root element is unheardOf"

func TestEdited(t *testing.T) {
	tally, seed := new(editedTally), uint64(numberOf(t, "SEED", 7))
	for _, name := range caseNames(t) {
		t.Run(name, func(t *testing.T) {
			random, judge := rand.New(rand.NewPCG(2, seed)), validate.New(setOf(t, name))
			for _, file := range documents(t, name, "valid") {
				data, err := os.ReadFile(file)
				if err != nil {
					t.Fatal(err)
				}
				for n := range 10 * documentsDrawn(t) {
					document, err := readers[name](data)
					if err != nil {
						t.Fatal(file, err)
					}
					xsdtest.Edit(random, document.Value, 1+n%4)
					e := edited{document, xsd.As(document.Element), judge, tally}
					e.check(t)
				}
			}
		})
	}
	t.Logf("%+v", *tally)
	if least := documentsDrawn(t); tally.Written < 900*least || tally.Refused < 500*least {
		t.Error("too little was edited")
	}
}

// editedTally counts the values that were written, and those refused with the validator's consent.
type editedTally struct{ Written, Refused int }

// edited is the edited value of a document.
type edited struct {
	document xsd.Document
	as       xsd.Option
	judge    *validate.Validator
	tally    *editedTally
}

func (e edited) check(t *testing.T) {
	t.Helper()
	v := e.document.Value
	written, err := xsd.MarshalXML(v, e.as)
	text, jsonErr := xsd.MarshalJSON(v, e.as)
	if (err == nil) != (jsonErr == nil) {
		t.Errorf("as XML: %v\nas JSON: %v\n%s\n%s", err, jsonErr, written, text)
	}
	e.inStyles(t, written, err)
	if err != nil {
		e.refused(t, err)
		return
	}
	e.tally.Written++
	e.judged(t, "written", written)
	e.byJSON(t, written, text)
}

// judged demands that a text is valid.
func (e edited) judged(t *testing.T, how string, text []byte) {
	t.Helper()
	if err := e.judge.Document(bytes.NewReader(text)); err != nil && !strings.Contains(err.Error(), unknownRoot) {
		t.Errorf("%s, and not valid: %v\n%s", how, err, text)
	}
}

// refused demands that a value that is refused is not valid, as far as a text can have its fault.
func (e edited) refused(t *testing.T, fault error) {
	t.Helper()
	text, err := xsd.MarshalXML(e.document.Value, e.as, xsd.Unchecked())
	if err != nil || slices.ContainsFunc(notInText, func(words string) bool { return strings.Contains(fault.Error(), words) }) {
		return
	}
	e.tally.Refused++
	if e.judge.Document(bytes.NewReader(text)) == nil {
		t.Errorf("refused, and valid: %v\n%s", fault, text)
	}
}

// inStyles demands that how a document is to look changes neither the verdict nor what it says.
func (e edited) inStyles(t *testing.T, written []byte, fault error) {
	t.Helper()
	noting := xsd.Noting(e.document.Notes)
	prefixes := xsd.WithPrefixes(xsd.Prefixes{"p": "urn:case", "q": "urn:x", "xs": "urn:case:other", "ns1": "urn:y"})
	for how, style := range map[string][]xsd.Option{
		"as it was":           {noting},
		"as it was, indented": {noting, xsd.Indent(" ")},
		"indented":            {xsd.Indent("\t")},
		"with prefixes":       {prefixes},
		"in every style":      {noting, prefixes, xsd.Indent("  "), xsd.Declaration(false)},
	} {
		text, err := xsd.MarshalXML(e.document.Value, append(style, e.as)...)
		if !slices.Equal(places(err), places(fault)) {
			t.Errorf("%s: %v\nwithout that: %v\n%s", how, err, fault, written)
		}
		if err != nil || fault != nil {
			continue
		}
		e.judged(t, how, text)
		if diff := cmp.Diff(e.meaning(t, written), e.meaning(t, text)); diff != "" {
			t.Errorf("%s (-without +with):\n%s\n%s", how, diff, text)
		}
	}
}

// places says what an error finds where. Its words have prefixes, which a style chooses.
func places(err error) (list []string) {
	var violations xsd.Violations
	if err != nil && !errors.As(err, &violations) {
		return []string{err.Error()}
	}
	for _, v := range violations {
		list = append(list, v.Path+" "+v.Rule)
	}
	return list
}

// byJSON demands that a value says the same whether it goes by JSON or not.
func (e edited) byJSON(t *testing.T, written, text []byte) {
	t.Helper()
	v := newOf(e.document.Value)
	if err := xsd.UnmarshalJSON(text, v, e.as); err != nil {
		t.Errorf("JSON is written and not read: %v\n%s", err, text)
		return
	}
	again, err := xsd.MarshalXML(v, e.as)
	if err != nil {
		t.Errorf("written, and not when it went by JSON: %v\n%s", err, text)
		return
	}
	if diff := cmp.Diff(e.meaning(t, written), e.meaning(t, again)); diff != "" {
		t.Errorf("by JSON (-without +with):\n%s\n%s", diff, text)
	}
}

// meaning is what a document in XML says. It is told by its JSON, where names have their namespaces. Where an element that no schema declares says of which type it is, JSON
// has the prefix that it says it with, which is free, and nothing is told.
func (e edited) meaning(t *testing.T, data []byte) string {
	t.Helper()
	v := newOf(e.document.Value)
	if err := xsd.UnmarshalXML(data, v, e.as); err != nil {
		t.Fatalf("written, and not read: %v\n%s", err, data)
	}
	text, err := xsd.MarshalJSON(v, e.as)
	if err != nil {
		t.Fatalf("read, and not written: %v\n%s", err, data)
	}
	if bytes.Contains(text, []byte(`"@{`+instance+`}type"`)) {
		return ""
	}
	return string(text)
}
