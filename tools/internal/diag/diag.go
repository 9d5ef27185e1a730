// Package diag holds what every stage of the compiler says about its input:
// a position, a problem at a position, and a sorted list of problems.
package diag

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Position is a place in a source document. Line and Column count from 1, columns count bytes; a zero Line means that only
// the file is known.
type Position struct {
	File   string
	Line   int
	Column int
}

// String returns file:line:col, or the file alone where no line is known.
func (p Position) String() string {
	if p.Line == 0 {
		return p.File
	}
	return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Column)
}

// Compare orders positions by file, line and column.
func (p Position) Compare(q Position) int {
	return cmp.Or(strings.Compare(p.File, q.File), cmp.Compare(p.Line, q.Line), cmp.Compare(p.Column, q.Column))
}

// Problem is one fault, with the rule it breaks where the standard names one ("src-resolve", "cos-nonambig").
type Problem struct {
	Position Position
	Rule     string
	Message  string
}

// Error returns "file:line:col: message", followed by the rule in brackets.
func (p Problem) Error() string {
	text := p.Position.String() + ": " + p.Message
	if p.Rule != "" {
		text += " [" + p.Rule + "]"
	}
	return text
}

// Problems is a list of faults found in one run. It is an error; use [Problems.Err] so that an empty list becomes nil.
type Problems []Problem

// Addf appends a problem.
func (ps *Problems) Addf(pos Position, rule, format string, args ...any) {
	*ps = append(*ps, Problem{Position: pos, Rule: rule, Message: fmt.Sprintf(format, args...)})
}

// Error returns one line per problem.
func (ps Problems) Error() string {
	lines := make([]string, len(ps))
	for i, p := range ps {
		lines[i] = p.Error()
	}
	return strings.Join(lines, "\n")
}

// Err returns nil for an empty list, else the list sorted by position and message, without repetitions.
func (ps Problems) Err() error {
	if len(ps) == 0 {
		return nil
	}
	sorted := slices.Clone(ps)
	slices.SortStableFunc(sorted, func(a, b Problem) int {
		return cmp.Or(a.Position.Compare(b.Position), strings.Compare(a.Message, b.Message))
	})
	return slices.Compact(sorted)
}
