// Problems as people and machines read them: text with the line and a caret, JSON, SARIF, and the annotations of GitHub's workflows.

package diag

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Severity says what a problem means for the work.
type Severity string

// The severities, as SARIF names them.
const (
	Error   Severity = "error"   // the work was not done
	Warning Severity = "warning" // it was done, and yet this is hardly meant
	Note    Severity = "note"
)

// Format is a form of problems.
type Format string

// The formats.
const (
	Text   Format = "text"
	JSON   Format = "json"
	SARIF  Format = "sarif"
	GitHub Format = "github"
)

// ParseFormat returns the format of that name.
func ParseFormat(name string) (Format, error) {
	for _, f := range []Format{Text, JSON, SARIF, GitHub} {
		if string(f) == name {
			return f, nil
		}
	}
	return "", fmt.Errorf("no format %q of problems: use text, json, sarif or github", name)
}

// Finding is a problem with its severity.
type Finding struct {
	Severity Severity
	Problem
}

// FindingsOf takes an error apart: the problems of each [Problems] in it, and other errors as problems without a position.
func FindingsOf(severity Severity, err error) []Finding {
	if err == nil {
		return nil
	}
	if joined, ok := err.(interface{ Unwrap() []error }); ok && err.Error() == errors.Join(joined.Unwrap()...).Error() {
		var all []Finding
		for _, part := range joined.Unwrap() {
			all = append(all, FindingsOf(severity, part)...)
		}
		return all
	}
	var problems Problems
	if !errors.As(err, &problems) || err.Error() != problems.Error() {
		return []Finding{{severity, Problem{Message: err.Error()}}}
	}
	all := make([]Finding, len(problems))
	for i, p := range problems {
		all[i] = Finding{severity, p}
	}
	return all
}

// Printer writes findings.
type Printer struct {
	Format Format
	// Source returns the text of a file, nil where there is none to show.
	Source func(file string) []byte
}

// Print writes findings to w. Nothing is written where there are none, but for SARIF, which is a document.
func (p Printer) Print(w io.Writer, findings []Finding) error {
	switch p.Format {
	case JSON:
		return printJSON(w, findings)
	case SARIF:
		return printSARIF(w, findings)
	case GitHub:
		return printGitHub(w, findings)
	default:
		return p.printText(w, findings)
	}
}

// printText writes each finding with its line; what is said of several places of a file in the same words is said once.
func (p Printer) printText(w io.Writer, findings []Finding) error {
	type saying struct{ file, rule, message string }
	places := map[saying][]Position{}
	key := func(f Finding) saying { return saying{f.Position.File, f.Rule, f.Message} }
	for _, f := range findings {
		places[key(f)] = append(places[key(f)], f.Position)
	}
	var b strings.Builder
	for _, f := range findings {
		same := places[key(f)]
		if f.Position != same[0] {
			continue
		}
		p.text(&b, f, same[1:])
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func (p Printer) text(b *strings.Builder, f Finding, more []Position) {
	if f.Position != (Position{}) {
		b.WriteString(f.Position.String() + ": ")
	}
	if f.Severity != Error {
		b.WriteString(string(f.Severity) + ": ")
	}
	b.WriteString(Shortened(f.Message))
	if len(more) > 0 {
		fmt.Fprintf(b, " (and %d more like it, %s)", len(more), lines(more))
	}
	if f.Rule != "" {
		b.WriteString(" [" + f.Rule + "]")
	}
	b.WriteByte('\n')
	if p.Source != nil && f.Position.Line > 0 {
		b.WriteString(excerpt(p.Source(f.Position.File), f.Position))
	}
}

// mostLines is how many lines a message names.
const mostLines = 5

func lines(positions []Position) string {
	numbers := make([]string, 0, mostLines)
	for _, at := range positions[:min(len(positions), mostLines)] {
		numbers = append(numbers, strconv.Itoa(at.Line))
	}
	text := "at line " + numbers[0]
	if len(numbers) > 1 {
		text = "at lines " + strings.Join(numbers, ", ")
	}
	if len(positions) > mostLines {
		text += ", ..."
	}
	return text
}

// The most that is shown of a line, and before the caret.
const (
	mostShown  = 100
	mostBefore = 60
)

// excerpt is the line of a position with a caret below the column; empty where the file has no such line. Long lines are cut.
func excerpt(text []byte, at Position) string {
	line, ok := lineOf(text, at.Line)
	column := at.Column - 1
	if !ok || column < 0 || column > len(line) || !utf8.ValidString(line) {
		return ""
	}
	before, after := []rune(line[:column]), []rune(line[column:])
	if len(before) > mostBefore {
		before = append([]rune("..."), before[len(before)-mostBefore:]...)
	}
	if most := mostShown - len(before); len(after) > most {
		after = append(after[:most:most], []rune("...")...)
	}
	shown := strings.TrimRight(string(before)+string(after), " \t\r")
	margin := strings.Map(func(r rune) rune {
		if r == '\t' {
			return r
		}
		return ' '
	}, string(before))
	return "\t" + shown + "\n\t" + margin + "^\n"
}

func lineOf(text []byte, number int) (string, bool) {
	rest := string(text)
	for ; number > 1; number-- {
		i := strings.IndexByte(rest, '\n')
		if i < 0 {
			return "", false
		}
		rest = rest[i+1:]
	}
	line, _, _ := strings.Cut(rest, "\n")
	return strings.TrimRight(line, "\r"), rest != ""
}

// The most of a message, and of a quoted value in it.
const (
	mostMessage = 2000
	mostQuoted  = 120
)

// Shortened cuts long values that a message quotes, and a message that is long even so.
func Shortened(message string) string {
	if len(message) <= mostQuoted {
		return message
	}
	parts := strings.Split(message, `"`)
	for i := 1; i < len(parts); i += 2 {
		parts[i] = cut(parts[i], mostQuoted)
	}
	return cut(strings.Join(parts, `"`), mostMessage)
}

func cut(text string, most int) string {
	if len(text) <= most {
		return text
	}
	for !utf8.RuneStart(text[most]) {
		most--
	}
	return text[:most] + "..."
}

// printJSON writes one object a line.
func printJSON(w io.Writer, findings []Finding) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	for _, f := range findings {
		err := encoder.Encode(struct {
			Severity Severity `json:"severity"`
			File     string   `json:"file,omitempty"`
			Line     int      `json:"line,omitempty"`
			Column   int      `json:"column,omitempty"`
			Rule     string   `json:"rule,omitempty"`
			Message  string   `json:"message"`
		}{f.Severity, f.Position.File, f.Position.Line, f.Position.Column, f.Rule, f.Message})
		if err != nil {
			return err
		}
	}
	return nil
}

var (
	githubText  = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	githubValue = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
	githubWords = map[Severity]string{Error: "error", Warning: "warning", Note: "notice"}
)

// printGitHub writes workflow commands.
func printGitHub(w io.Writer, findings []Finding) error {
	var b strings.Builder
	for _, f := range findings {
		var properties []string
		add := func(key, value string) { properties = append(properties, key+"="+githubValue.Replace(value)) }
		if f.Position.File != "" {
			add("file", f.Position.File)
		}
		if f.Position.Line > 0 {
			add("line", strconv.Itoa(f.Position.Line))
			add("col", strconv.Itoa(f.Position.Column))
		}
		if f.Rule != "" {
			add("title", f.Rule)
		}
		command := "::" + githubWords[f.Severity]
		if len(properties) > 0 {
			command += " " + strings.Join(properties, ",")
		}
		b.WriteString(command + "::" + githubText.Replace(Shortened(f.Message)) + "\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}
