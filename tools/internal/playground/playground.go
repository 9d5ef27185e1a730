// Package playground answers what the page of make playground asks, without a disk and without a network: what a schema becomes in Go, what it describes, what
// documents of it look like, whether a document is valid, and what another version of it breaks.
package playground

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"time"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/config"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/diag"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/diff"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/doc"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/doc/diagram"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/engine"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/generate"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/report"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/report/drawing"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/sample"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

// Question is what the page asks.
type Question struct {
	Ask      string // one of Questions
	Schema   string
	Newer    string // for compare: the other version of the schema
	Document string // for judge: XML or JSON
}

// Answer is what the page shows: a sentence, and texts or a page of its own. Where there is none, Problem says why.
type Answer struct {
	Summary string
	Texts   []Text `json:",omitempty"`
	Page    string `json:",omitempty"` // HTML
	Problem string `json:",omitempty"`
}

// Text is a file, a document, or sentences, whose lines may be broken.
type Text struct {
	Name, Text string
	Sentences  bool
}

// The names that schemas have in messages.
const (
	schemaName = "schema.xsd"
	newerName  = "newer.xsd"
)

// packageName is that of generated code, and its import path.
const packageName = "schema"

// The most documents that are drawn of each kind, and how long two schemas are compared: what is open then is undecided, and the report says so.
const (
	mostSamples = 12
	budget      = 30 * time.Second
)

var questions = map[string]func(q Question) (Answer, error){
	"go":      generated,
	"model":   described,
	"samples": drawn,
	"judge":   judged,
	"compare": compared,
}

// Respond answers a question. Whatever the texts are, it returns.
func Respond(q Question) Answer {
	respond, ok := questions[q.Ask]
	if !ok {
		return Answer{Problem: fmt.Sprintf("there is no question %q", q.Ask)}
	}
	answer, err := respond(q)
	if err != nil {
		return Answer{Problem: words(err)}
	}
	return answer
}

// words are those of an error, one problem a line.
func words(err error) string {
	var lines []string
	for _, f := range diag.FindingsOf(diag.Error, err) {
		lines = append(lines, f.Problem.Error())
	}
	return strings.Join(lines, "\n")
}

// noFiles is a file system without files: what a schema refers to is not found.
type noFiles struct{}

func (noFiles) Open(name string) (fs.File, error) {
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}

// job is to generate a package from a schema.
func job(name, text string) generate.Job {
	return generate.Job{
		Config:     &config.Config{Package: packageName, Schemas: []string{name}},
		ImportPath: packageName,
		Load:       load.Options{FS: noFiles{}, Texts: map[string][]byte{name: []byte(text)}},
	}
}

// prepare returns the components of a schema, and its Go view where there is one; noGo says why there is none.
func prepare(name, text string) (draft *generate.Draft, noGo, err error) {
	if strings.TrimSpace(text) == "" {
		return nil, nil, errors.New(name + " is empty: paste a schema")
	}
	draft, noGo = generate.Prepare(job(name, text))
	if draft == nil || draft.Set == nil {
		return nil, nil, noGo
	}
	return draft, noGo, nil
}

func generated(q Question) (Answer, error) {
	if _, _, err := prepare(schemaName, q.Schema); err != nil {
		return Answer{}, err
	}
	output, err := generate.Run(job(schemaName, q.Schema))
	if err != nil {
		return Answer{}, err
	}
	answer := Answer{Summary: counted(len(output.Files), "file") + " of Go"}
	if n := len(output.Warnings) + len(output.Notes); n > 0 {
		answer.Summary += ", and " + counted(n, "remark")
		answer.Texts = append(answer.Texts, Text{Name: "remarks", Text: words(errors.Join(output.Warnings.Err(), output.Notes.Err())), Sentences: true})
	}
	for _, file := range output.Files {
		answer.Texts = append(answer.Texts, Text{Name: file.Path, Text: string(file.Data)})
	}
	return answer, nil
}

func described(q Question) (Answer, error) {
	draft, noGo, err := prepare(schemaName, q.Schema)
	if err != nil {
		return Answer{}, err
	}
	drawing := diagram.Options{Depth: diagram.Automatic, DataTypes: true}
	files, err := doc.Files(doc.Request{Set: draft.Set, Packages: draft.Packages, Drawing: drawing}, "html")
	if err != nil {
		return Answer{}, err
	}
	summary := "the model and its reference"
	if noGo != nil {
		summary += ", with the schema's own names: no Go can be generated from it"
	}
	return Answer{Summary: summary, Page: string(files[0].Data)}, nil
}

func drawn(q Question) (Answer, error) {
	draft, _, err := prepare(schemaName, q.Schema)
	if err != nil {
		return Answer{}, err
	}
	sampler, err := sample.New(draft.Set, 1)
	if err != nil {
		return Answer{}, err
	}
	var answer Answer
	valid := 0
	for ; valid < mostSamples && !sampler.Done(); valid++ {
		document, err := sampler.Valid()
		if err != nil {
			return Answer{}, err
		}
		answer.Texts = append(answer.Texts, Text{Name: fmt.Sprintf("valid %d", valid+1), Text: document})
	}
	invalid := 0
	for ; invalid < mostSamples && !sampler.FaultsDone(); invalid++ {
		fault, err := sampler.Invalid()
		if err != nil {
			return Answer{}, err
		}
		answer.Texts = append(answer.Texts, Text{Name: fmt.Sprintf("not valid %d: %s, %s", invalid+1, fault.Rule, fault.What), Text: fault.Document})
	}
	answer.Summary = fmt.Sprintf("%s that are valid, and %d with one fault each", counted(valid, "document"), invalid)
	return answer, nil
}

func judged(q Question) (Answer, error) {
	draft, _, err := prepare(schemaName, q.Schema)
	if err != nil {
		return Answer{}, err
	}
	text := strings.TrimSpace(q.Document)
	if text == "" {
		return Answer{}, errors.New("the document is empty: paste one, in XML or JSON")
	}
	e := engine.New(draft.Set)
	if text[0] == '<' {
		err = e.XML(strings.NewReader(q.Document))
	} else {
		err = judgedJSON(e, q.Document)
	}
	var violations xsd.Violations
	switch {
	case err == nil:
		return Answer{Summary: "the document is valid"}, nil
	case errors.As(err, &violations):
		return Answer{Summary: "the document is not valid: " + counted(len(violations), "violation"), Texts: listed(violations)}, nil
	}
	return Answer{}, err
}

// judgedJSON judges a document in JSON, whose root is the only global element.
func judgedJSON(e *engine.Engine, document string) error {
	root, err := e.Root("")
	if err != nil {
		return err
	}
	return e.JSON(strings.NewReader(document), root)
}

// listed are violations, one a line.
func listed(violations xsd.Violations) []Text {
	var lines strings.Builder
	for i := range violations {
		fmt.Fprintln(&lines, violations[i].String())
	}
	return []Text{{Name: "violations", Text: lines.String(), Sentences: true}}
}

func compared(q Question) (Answer, error) {
	older, err := input(schemaName, q.Schema)
	newer, newerErr := input(newerName, q.Newer)
	if err := errors.Join(err, newerErr); err != nil {
		return Answer{}, err
	}
	end := time.Now().Add(budget)
	r, err := diff.CompareWithin(diff.Options{Stop: func() bool { return time.Now().After(end) }}, older, newer)
	if err != nil {
		return Answer{}, err
	}
	picture, err := drawing.Of(older, newer, r)
	if err != nil {
		return Answer{}, err
	}
	var page bytes.Buffer
	if err := report.Write(&page, "html", r, report.Options{FailOn: diff.Questions[:], Picture: picture}); err != nil {
		return Answer{}, err
	}
	var verdicts []string
	for _, question := range diff.Questions {
		verdicts = append(verdicts, question.String()+": "+r.Totals[question].Verdict.String())
	}
	return Answer{Summary: strings.Join(verdicts, ", "), Page: page.String()}, nil
}

// input is one of two schemas to be compared.
func input(name, text string) (diff.Input, error) {
	draft, noGo, err := prepare(name, text)
	if err != nil {
		return diff.Input{}, err
	}
	return diff.Input{Name: name, Documents: draft.Documents, Set: draft.Set, Packages: draft.Packages, NoPackages: noGo}, nil
}

// counted is a number of things.
func counted(n int, thing string) string {
	if n != 1 {
		thing += "s"
	}
	return fmt.Sprintf("%d %s", n, thing)
}
