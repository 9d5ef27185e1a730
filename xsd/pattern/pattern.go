// Package pattern implements the regular expressions of XML Schema 1.0
// (Part 2: Datatypes, second edition, appendix F).
//
// An expression always matches a whole string: ^ and $ are ordinary
// characters. Package regexp of the standard library reads another language
// (it has no \i and \c, no class subtraction and refuses {0,4000}).
//
// Matching takes time in proportion to the string and bounded memory whatever
// the expression: it never backtracks, and bounded repetitions are counted,
// not written out. Besides matching, the package answers questions about
// languages: which strings does one expression allow and another not
// (Includes), and what does a string look like that several allow (Example,
// Sample).
package pattern

import (
	"fmt"
	"sync"
	"sync/atomic"
	"unicode/utf8"
)

// Pattern is a compiled regular expression. It is immutable and safe for
// concurrent use.
type Pattern struct {
	expr     string
	program  *program
	scanner  scanner   // nil unless the fast path decides
	matchers sync.Pool // of *matcher
	uses     atomic.Int32
	table    atomic.Pointer[table] // nil until there were enough uses, or where it would be too large
}

// Error says why an expression is not a regular expression of appendix F, or
// which limit it exceeds.
type Error struct {
	Expr    string // the whole expression
	Offset  int    // where the fault is: bytes from the start of Expr
	Message string // what is wrong and what to write instead
}

// Error returns the message with the position in characters, from 1.
func (e *Error) Error() string {
	return fmt.Sprintf("pattern %q, character %d: %s", e.Expr, utf8.RuneCountInString(e.Expr[:e.Offset])+1, e.Message)
}

// Compile parses expr. The error is an *Error.
func Compile(expr string) (*Pattern, error) {
	n, err := parse(expr)
	if err != nil {
		return nil, err
	}
	code, err := compileProgram(n)
	if err != nil {
		return nil, &Error{Expr: expr, Message: err.Error()}
	}
	p := &Pattern{expr: expr, program: code, scanner: newScanner(n)}
	p.matchers.New = func() any { return newMatcher(code) }
	return p, nil
}

// String returns the expression as it was written.
func (p *Pattern) String() string { return p.expr }

// Match reports whether the whole of s, which is UTF-8, belongs to the
// language of p.
func (p *Pattern) Match(s string) bool {
	if p.scanner != nil {
		return p.scanner.match(s)
	}
	if t := p.table.Load(); t != nil {
		if matches, ok := t.match(s); ok {
			return matches
		}
	} else if p.uses.Load() < usesBeforeTable && p.uses.Add(1) == usesBeforeTable {
		p.table.Store(newTable(p.program))
	}
	m := p.matchers.Get().(*matcher)
	defer p.matchers.Put(m)
	return m.match(s)
}
