// Package changelog goes through the history of a schema in git and says what each step did, for whom: the changelog that whoever publishes the schema never
// wrote. Steps are judged by package diff and kept by the contents of both versions, so that a second look costs nothing.
package changelog

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/diff"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/origin"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/validate"
)

// Log is what became of a schema.
type Log struct {
	Path      string     `json:"path"`
	Root      string     `json:"root,omitempty"` // the one root whose documents count
	Steps     []Step     `json:"steps"`          // the newest last
	Documents []Document `json:"documents,omitempty"`
}

// Step is a commit that changed the schema, or something that it refers to.
type Step struct {
	Commit  string `json:"commit"`
	Date    string `json:"date"` // such as 2026-01-31
	Subject string `json:"subject"`
	Path    string `json:"path"` // of the schema after it
	// First says that there was no version before.
	First bool `json:"first,omitempty"`
	// Problem says why the schema of this commit cannot be compiled; the next step is then judged against the last one that could.
	Problem string `json:"problem,omitempty"`
	*Verdict
}

// Verdict is what a step does.
type Verdict struct {
	Answers    map[string]Answer `json:"answers"` // by question: readers, writers, go
	Changes    []Change          `json:"changes"` // those that are not compatible, the worst first
	Compatible int               `json:"compatible"`
}

// Answer is the answer to a question for all changes of a step.
type Answer struct {
	Verdict string   `json:"verdict"` // compatible, breaking or undecided
	Reason  string   `json:"reason,omitempty"`
	Assumes []string `json:"assumes,omitempty"`
	Witness *Witness `json:"witness,omitempty"`
}

// Witness is a document that one version accepts and the other rejects.
type Witness struct {
	Document  string `json:"document"`
	Violation string `json:"violation"`
}

// Change is a change that breaks something or was not decided.
type Change struct {
	Rule      string   `json:"rule"`
	Path      string   `json:"path"`
	Message   string   `json:"message"`
	Breaks    []string `json:"breaks"` // questions
	Undecided []string `json:"undecided,omitempty"`
	// Cause is the rule and path of the change that this one follows from: formats for people tell that one, and how many follow.
	Cause string `json:"cause,omitempty"`
	// Effects is how many changes follow from this one.
	Effects int `json:"effects,omitempty"`
}

// Document is a document of the reader's own, and how it fared.
type Document struct {
	File    string `json:"file"`
	Turns   []Turn `json:"turns"` // the first version, and each step after which it was otherwise
	Invalid bool   `json:"invalid"`
	text    []byte
}

// Turn says that a document is valid, or no longer is, from a commit on.
type Turn struct {
	Commit    string `json:"commit"`
	Date      string `json:"date"`
	Valid     bool   `json:"valid"`
	Violation string `json:"violation,omitempty"`
}

// Options of going through a history.
type Options struct {
	Repo, Path, Between string
	Root                string   // the one root whose documents count, as Compare has it; empty for all
	Documents           []string // files
	// Read builds a version.
	Read func(name string, o *origin.Origin) (diff.Input, error)
	// Compare judges a step.
	Compare func(before, after diff.Input) (*diff.Report, error)
	// Cache keeps verdicts; nil keeps none.
	Cache *Cache
	// Progress is called with each step before it begins; nil for no calls.
	Progress func(what string)
}

// Write goes through a history. The error says why there is none; a commit whose schema cannot be compiled is a step with a problem.
func Write(options Options) (*Log, error) {
	w := &walk{Options: options, log: &Log{Path: options.Path, Root: options.Root, Steps: []Step{}}}
	for _, file := range options.Documents {
		text, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		w.log.Documents = append(w.log.Documents, Document{File: file, Turns: []Turn{}, text: text})
	}
	commits, err := origin.History(options.Repo, options.Path, options.Between)
	if err != nil {
		return nil, err
	}
	for i, c := range commits {
		w.tell(fmt.Sprintf("commit %s of %s, %d of %d", c.Short(), c.Date, i+1, len(commits)))
		if err := w.visit(c); err != nil {
			return nil, err
		}
	}
	if w.rootless != nil && !w.rooted {
		return nil, w.rootless
	}
	return w.log, nil
}

// walk is the state of going through a history.
type walk struct {
	Options
	log  *Log
	last *version // nil before the first

	rooted   bool            // some step was between versions one of which has the root
	rootless *diff.RootError // of a step between versions without it
}

// version is the schema as a commit left it.
type version struct {
	input   diff.Input
	files   []string
	content string
}

func (w *walk) tell(what string) {
	if w.Progress != nil {
		w.Progress(what)
	}
}

// visit adds a commit to the log where it changed the schema.
func (w *walk) visit(c *origin.Commit) error {
	if w.last != nil && w.last.content == content(c, w.last.files) {
		return nil
	}
	step := Step{Commit: c.Hash, Date: c.Date, Subject: c.Subject, Path: c.Path}
	now, err := w.read(c)
	switch {
	case err != nil && c.Before:
		return nil
	case err != nil:
		step.Problem = strings.Join(strings.Fields(err.Error()), " ")
		w.log.Steps = append(w.log.Steps, step)
		return nil
	}
	w.checkDocuments(c, now)
	before := w.last
	w.last = now
	switch {
	case c.Before:
		return nil
	case before == nil:
		step.First = true
	default:
		if step.Verdict, err = w.verdict(before, now); err != nil {
			return err
		}
	}
	w.log.Steps = append(w.log.Steps, step)
	return nil
}

// content tells versions apart: by the path of the schema and what is in its files.
func content(c *origin.Commit, files []string) string { return c.Path + " " + c.Content(files) }

func (w *walk) read(c *origin.Commit) (*version, error) {
	found, err := c.Origin()
	if err != nil {
		return nil, err
	}
	input, err := w.Read(c.Short()+":"+c.Path, found)
	if err != nil {
		return nil, err
	}
	files := origin.Files(input.Documents)
	return &version{input, files, content(c, files)}, nil
}

// verdict judges a step, unless that was done before.
func (w *walk) verdict(before, after *version) (*Verdict, error) {
	key := w.Cache.key(before.content, after.content)
	if known := w.Cache.get(key); known != nil {
		w.rooted = true
		return known, nil
	}
	report, err := w.Compare(before.input, after.input)
	if missing := new(diff.RootError); errors.As(err, &missing) && missing.Missing {
		w.rootless = missing
		return verdictOf(&diff.Report{}), nil
	}
	if err != nil {
		return nil, err
	}
	w.rooted = true
	verdict := verdictOf(report)
	if report.Unjudged > 0 {
		return verdict, nil // another time there may be more
	}
	return verdict, w.Cache.put(key, verdict)
}

func verdictOf(report *diff.Report) *Verdict {
	v := &Verdict{Answers: map[string]Answer{}, Changes: []Change{}}
	for _, q := range diff.Questions {
		total := report.Totals[q]
		answer := Answer{Verdict: total.Verdict.String(), Reason: total.Reason, Assumes: total.Assumes}
		if total.Witness != nil {
			answer.Witness = &Witness{total.Witness.Rejected, total.Witness.Violation.String()}
		}
		v.Answers[q.String()] = answer
	}
	for _, c := range report.Changes {
		if c.Worst() == diff.Compatible {
			v.Compatible++
			continue
		}
		change := Change{Rule: c.Rule.ID, Path: c.Path, Message: c.Message, Breaks: []string{}, Effects: notCompatible(c.Effects)}
		if c.Cause != nil {
			change.Cause = c.Cause.Rule.ID + " " + c.Cause.Path
		}
		for _, q := range diff.Questions {
			switch c.Answers[q].Verdict {
			case diff.Breaking:
				change.Breaks = append(change.Breaks, q.String())
			case diff.Undecided:
				change.Undecided = append(change.Undecided, q.String())
			}
		}
		v.Changes = append(v.Changes, change)
	}
	return v
}

func notCompatible(changes []*diff.Change) (count int) {
	for _, c := range changes {
		if c.Worst() != diff.Compatible {
			count++
		}
	}
	return count
}

// checkDocuments notes which documents are valid or not after a commit, and were otherwise before.
func (w *walk) checkDocuments(c *origin.Commit, now *version) {
	validator := validate.New(now.input.Set)
	for i := range w.log.Documents {
		d := &w.log.Documents[i]
		err := validator.Document(strings.NewReader(string(d.text)))
		if n := len(d.Turns); n > 0 && d.Turns[n-1].Valid == (err == nil) {
			continue
		}
		turn := Turn{Commit: c.Hash, Date: c.Date, Valid: err == nil}
		if err != nil {
			turn.Violation = firstLine(err)
		}
		d.Turns, d.Invalid = append(d.Turns, turn), err != nil
	}
}

func firstLine(err error) string {
	var lines interface{ Unwrap() []error }
	if errors.As(err, &lines) && len(lines.Unwrap()) > 0 {
		err = lines.Unwrap()[0]
	}
	line, _, _ := strings.Cut(err.Error(), "\n")
	return line
}

// Breaks reports whether any step breaks something for one of the questions, or was not decided.
func (l *Log) Breaks(questions []string) bool {
	return slices.ContainsFunc(l.Steps, func(s Step) bool {
		return s.Verdict != nil && slices.ContainsFunc(questions, func(q string) bool { return s.Answers[q].Verdict != diff.Compatible.String() })
	})
}
