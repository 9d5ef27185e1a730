// This file holds xsdgen validate.

package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/engine"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/validate"
	"github.com/mvainnsyn/mvainnsyn/xsd"
	"github.com/mvainnsyn/mvainnsyn/xsd/xmltext"
)

// validateFlags are the flags of validate.
type validateFlags struct {
	sources
	format    string
	tolerant  bool
	hints     bool
	quiet     bool
	reference bool
	root      string
}

func validateCommand() *cobra.Command {
	var flags validateFlags
	command := &cobra.Command{
		Use:   "validate --schema FILE [--schema FILE...] DOC...",
		Short: "Judge documents by a schema, without generating code",
		Long: `Judge documents by a schema and all it includes and imports. "-" is standard input. Each violation is a line
file:line:column: path: message [rule], where the rule is the standard's own name of the clause. Documents are read as generated
code reads them, as a stream: memory grows with their depth, not with their length, but for the values of identity constraints and
xs:ID.

With --tolerant a document counts as valid when a tolerant reader would take it: unknown and reordered elements, a missing
namespace, unknown enumeration values and missing lists are then deviations, which are listed all the same.

Documents in JSON are those whose name ends in .json, and those on standard input that begin with { or [. They look as
generated code writes them. JSON does not name its root element: it is the only global element of the schema, or of the first
schema document's namespace, or else the one that --root names.

Of a document type declaration the internal subset is read and nothing is fetched. What is not read is a note; where a document
needs it, it could not be checked.

With --hints the schemas are those that each document names by xsi:schemaLocation: only files below the document's folder are
read, and what a catalog says.

With --reference documents in XML are judged by a second validator, which shares little code with the first and is slower. The
verdicts are the same; where you find two that differ, one of the two has a fault that is worth a report. It reads strictly.

Exit codes: 0 all valid, 1 some not, 2 some could not be checked (wins over 1).`,
		Example: `  xsdgen validate --schema order.xsd orders/*.xml
  xsdgen validate --schema order.xsd --format json - < order.xml
  xsdgen validate --schema ubl/Invoice.xsd --root Invoice invoice.json
  xsdgen validate --hints orders/*.xml`,
		RunE: flags.run,
	}
	f := command.Flags()
	flags.add(f)
	f.StringVar(&flags.format, "format", "text", "text or json, one object a line")
	f.BoolVar(&flags.tolerant, "tolerant", false, "take what a tolerant reader takes, and list the deviations")
	f.BoolVar(&flags.hints, "hints", false, "judge by the schemas that documents name themselves")
	f.BoolVar(&flags.reference, "reference", false, "judge XML by the second validator, to compare")
	f.StringVar(&flags.root, "root", "", "the element that documents in JSON are: a local name, or {namespace}local")
	f.BoolVarP(&flags.quiet, "quiet", "q", false, "no summary line")
	return command
}

func (f *validateFlags) run(cmd *cobra.Command, documents []string) error {
	if len(f.schemas) == 0 && !f.hints || len(documents) == 0 {
		return errors.New("say what to judge, and by what: xsdgen validate --schema FILE DOC [DOC...]")
	}
	if f.format != "text" && f.format != "json" {
		return fmt.Errorf("no format %q: use text or json", f.format)
	}
	if slices.Contains(f.schemas, "-") && slices.Contains(documents, "-") {
		return errors.New("standard input is schema or document, not both: give a file for one of them")
	}
	if f.reference && f.tolerant {
		return errors.New("the reference validator reads strictly: leave out --tolerant, or --reference")
	}
	spendMemory()
	judgesOf, err := f.judges(cmd)
	if err != nil {
		return err
	}
	counts := map[status]int{}
	for _, document := range documents {
		v := f.judge(judgesOf, document, cmd.InOrStdin())
		counts[v.Status]++
		if f.format == "text" {
			for _, n := range v.Notes {
				fmt.Fprintf(cmd.ErrOrStderr(), "note: %s:%d:%d: %s\n", v.File, n.Line, n.Column, n.Message)
			}
		}
		if err := f.print(cmd.OutOrStdout(), v); err != nil {
			return err
		}
	}
	if !f.quiet {
		fmt.Fprintf(cmd.ErrOrStderr(), "%d valid, %d not valid, %d not checked\n", counts[statusValid], counts[statusInvalid], counts[statusUnchecked])
	}
	switch {
	case counts[statusUnchecked] > 0:
		return exitStatus(exitFailure)
	case counts[statusInvalid] > 0:
		return exitStatus(exitFound)
	}
	return nil
}

// judges judge documents by one schema.
type judges struct {
	engine    *engine.Engine
	reference *validate.Validator
}

func newJudges(set *schema.Set) judges { return judges{engine.New(set), validate.New(set)} }

// judges returns what finds the judges of each document: the same for all, or with --hints its own.
func (f *validateFlags) judges(cmd *cobra.Command) (func(document string) (judges, error), error) {
	if f.hints {
		h := &hinted{validateFlags: f, cmd: cmd, judges: map[string]judges{}}
		return h.judgesOf, nil
	}
	set, err := f.build(cmd.InOrStdin())
	if err != nil {
		return nil, err
	}
	if err := warn(cmd, set.Warnings); err != nil {
		return nil, err
	}
	all := newJudges(set)
	return func(string) (judges, error) { return all, nil }, nil
}

// status is what came of a document.
type status string

const (
	statusValid     status = "valid"
	statusInvalid   status = "not valid"
	statusUnchecked status = "not checked"
)

// judgement is a document's outcome; its names are those of the JSON form.
type judgement struct {
	File       string      `json:"file"`
	Status     status      `json:"status"`
	Error      string      `json:"error,omitempty"` // not well-formed, refused, or why it could not be checked
	Violations []violation `json:"violations"`
	Deviations []violation `json:"deviations,omitempty"`
	Notes      []note      `json:"notes,omitempty"` // on how it was judged

	at place // where the error is, if that is known
}

// place is a line and a column, from 1.
type place struct{ line, column int }

// note says something about how a document was judged.
type note struct {
	Line    int    `json:"line"`
	Column  int    `json:"column"`
	Message string `json:"message"`
}

type violation struct {
	Path    string `json:"path"`
	Line    int    `json:"line"`
	Column  int    `json:"column"`
	Offset  int64  `json:"offset"`
	Rule    string `json:"rule"`
	Text    string `json:"text,omitempty"`
	Message string `json:"message"`
}

func (f *validateFlags) judge(judgesOf func(string) (judges, error), document string, in io.Reader) judgement {
	j := judgement{File: document, Status: statusValid, Violations: []violation{}}
	input := bufio.NewReader(in)
	if document != "-" {
		file, err := os.Open(document)
		if err != nil {
			return j.unreadable(err)
		}
		defer file.Close() //nolint:errcheck // read only
		input = bufio.NewReader(file)
	}
	inJSON := strings.HasSuffix(document, ".json") || document == "-" && beginsJSON(input)
	if f.hints && inJSON {
		return j.unjudged(errors.New("a document in JSON names no schema; give --schema"))
	}
	by, err := judgesOf(document)
	if err != nil {
		return j.unjudged(err)
	}
	if inJSON {
		return f.judgeJSON(j, by.engine, input)
	}
	return f.judgeXML(j, by, input)
}

// beginsJSON reports whether an object or array comes first.
func beginsJSON(input *bufio.Reader) bool {
	for n := 1; ; n++ {
		ahead, err := input.Peek(n)
		if err != nil {
			return false
		}
		switch last := ahead[n-1]; last {
		case ' ', '\t', '\r', '\n':
		default:
			return last == '{' || last == '['
		}
	}
}

func (f *validateFlags) judgeXML(j judgement, by judges, input io.Reader) judgement {
	var unread []xmltext.Unread
	var err error
	if f.reference {
		err = by.reference.Document(input, validate.Unread(&unread))
	} else {
		var deviations xsd.Violations
		unread, err = by.engine.XMLUnread(input, f.reading(&deviations)...)
		j.Deviations = listed(deviations)
	}
	for _, u := range unread {
		j.Notes = append(j.Notes, note{u.Line, u.Column, u.What + " is not read: the document is judged as if it declared nothing"})
	}
	return j.concluded(err)
}

func (f *validateFlags) judgeJSON(j judgement, e *engine.Engine, input io.Reader) judgement {
	if f.reference {
		return j.unjudged(errors.New("the reference validator reads XML alone; leave out --reference"))
	}
	root, err := e.Root(f.root)
	if err != nil {
		return j.unjudged(fmt.Errorf("%w; give --root", err))
	}
	var deviations xsd.Violations
	err = e.JSON(input, root, f.reading(&deviations)...)
	j.Deviations = listed(deviations)
	return j.concluded(err)
}

// reading are the options of reading a document.
func (f *validateFlags) reading(deviations *xsd.Violations) []xsd.Option {
	if !f.tolerant {
		return nil
	}
	return []xsd.Option{xsd.Tolerant(deviations)}
}

// concluded reads the validator's error.
func (j judgement) concluded(err error) judgement {
	var violations xsd.Violations
	var refused *xsd.RefusedError
	var malformed *xsd.SyntaxError
	var limit *xsd.LimitError
	switch {
	case err == nil:
		return j
	case errors.As(err, &refused):
		j.Status, j.Error, j.Violations = statusInvalid, "refused even in tolerant reading", listed(refused.Violations)
	case errors.As(err, &violations):
		j.Status, j.Violations = statusInvalid, listed(violations)
	case errors.As(err, &malformed):
		j.Status, j.Error, j.at = statusInvalid, err.Error(), place{malformed.Line, malformed.Column}
	case errors.As(err, &limit):
		j.Status, j.Error, j.at = statusUnchecked, err.Error(), place{limit.Line, limit.Column}
	default:
		return j.unreadable(err)
	}
	return j
}

// unjudged is the outcome of a document for which there is no schema; one that is not well-formed is not valid by any.
func (j judgement) unjudged(err error) judgement {
	var malformed *xsd.SyntaxError
	if errors.As(err, &malformed) {
		return j.concluded(err)
	}
	j.Status, j.Error = statusUnchecked, err.Error()
	return j
}

func (j judgement) unreadable(err error) judgement {
	j.Status, j.Error = statusUnchecked, "cannot read the document: "+load.Reason(err)+"; check the path"
	return j
}

// headline is the error as the text form has it.
func (j judgement) headline() string {
	if j.at == (place{}) {
		return j.File + ": " + j.Error
	}
	message := strings.TrimPrefix(j.Error, fmt.Sprintf("line %d, column %d: ", j.at.line, j.at.column))
	return fmt.Sprintf("%s:%d:%d: %s", j.File, j.at.line, j.at.column, message)
}

func listed(violations xsd.Violations) []violation {
	out := make([]violation, len(violations))
	for i, v := range violations {
		out[i] = violation{v.Path, v.Line, v.Column, v.Offset, v.Rule, v.Text, v.Message}
	}
	return out
}

func (f *validateFlags) print(w io.Writer, j judgement) error {
	if f.format == "json" {
		return json.NewEncoder(w).Encode(j)
	}
	if j.Error != "" {
		if _, err := fmt.Fprintln(w, j.headline()); err != nil {
			return err
		}
	}
	if err := printLines(w, j.File, "", j.Violations); err != nil {
		return err
	}
	return printLines(w, j.File, "deviation: ", j.Deviations)
}

func printLines(w io.Writer, file, label string, violations []violation) error {
	for _, v := range violations {
		if _, err := fmt.Fprintf(w, "%s:%d:%d: %s%s: %s [%s]\n", file, v.Line, v.Column, label, v.Path, v.Message, v.Rule); err != nil {
			return err
		}
	}
	return nil
}
