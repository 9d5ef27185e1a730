// The parser: productions 1 to 37 of appendix F by recursive descent.

package pattern

import (
	"fmt"
	"math"
	"strings"
	"unicode/utf8"
)

// maxNesting bounds how deep groups and class subtractions may nest.
const maxNesting = 1000

// maxSpans bounds the memory of an expression's character classes, in spans
// over all of them.
const maxSpans = 1 << 20

// parser reads one expression from left to right.
type parser struct {
	expr  string
	at    int // offset of the next character
	depth int // open groups and classes
	spans int // spans in all classes so far
}

// parse returns the syntax tree of expr. The error is an *Error.
func parse(expr string) (node, error) {
	p := &parser{expr: expr}
	if at := invalidAt(expr); at >= 0 {
		return nil, p.errorAt(at, "this is no character that XML allows; remove it")
	}
	n, err := p.regExp()
	if err != nil {
		return nil, err
	}
	if p.at < len(p.expr) {
		return nil, p.errorAt(p.at, "there is no group to close here; write \\) for the character itself")
	}
	return n, nil
}

// invalidAt returns the offset of the first byte that is not part of an XML
// character, or -1.
func invalidAt(expr string) int {
	for i, c := range expr {
		if c == utf8.RuneError && !strings.HasPrefix(expr[i:], "\uFFFD") || !xmlChars.contains(c) {
			return i
		}
	}
	return -1
}

func (p *parser) errorAt(at int, format string, args ...any) error {
	return &Error{Expr: p.expr, Offset: at, Message: fmt.Sprintf(format, args...)}
}

// peek returns the next character, or -1 at the end.
func (p *parser) peek() rune {
	if p.at == len(p.expr) {
		return -1
	}
	c, _ := utf8.DecodeRuneInString(p.expr[p.at:])
	return c
}

// next consumes the next character.
func (p *parser) next() rune {
	c, size := utf8.DecodeRuneInString(p.expr[p.at:])
	p.at += size
	return c
}

// accept consumes c if it comes next.
func (p *parser) accept(c rune) bool {
	if p.peek() != c {
		return false
	}
	p.next()
	return true
}

// enter counts a level of nesting that opens at offset at.
func (p *parser) enter(at int) error {
	p.depth++
	if p.depth > maxNesting {
		return p.errorAt(at, "groups and classes nest deeper than %d levels; simplify the expression", maxNesting)
	}
	return nil
}

// leave ends a level of nesting.
func (p *parser) leave() { p.depth-- }

// regExp reads branches separated by | (production 1).
func (p *parser) regExp() (node, error) {
	var branches []node
	for {
		branch, err := p.branch()
		if err != nil {
			return nil, err
		}
		branches = append(branches, branch)
		if !p.accept('|') {
			return choice(branches), nil
		}
	}
}

// branch reads pieces up to | or ) or the end (production 2).
func (p *parser) branch() (node, error) {
	var pieces []node
	for {
		switch p.peek() {
		case -1, '|', ')':
			return concat(pieces), nil
		}
		piece, err := p.piece()
		if err != nil {
			return nil, err
		}
		pieces = append(pieces, piece)
	}
}

// piece reads an atom and its quantifier (production 3).
func (p *parser) piece() (node, error) {
	atom, err := p.atom()
	if err != nil {
		return nil, err
	}
	low, high, quantified, err := p.quantifier()
	if err != nil || !quantified {
		return atom, err
	}
	if c := p.peek(); c > 0 && strings.ContainsRune("?*+{", c) {
		return nil, p.errorAt(p.at, "a quantifier can't follow a quantifier, and XSD has no lazy quantifiers; remove it, or group what is repeated, as in (a+)?")
	}
	return repeat(atom, low, high), nil
}

// quantifier reads ?, *, + or a quantity, if one comes next (production 4).
func (p *parser) quantifier() (low, high int, found bool, err error) {
	switch p.peek() {
	case '?':
		p.next()
		return 0, 1, true, nil
	case '*':
		p.next()
		return 0, unbounded, true, nil
	case '+':
		p.next()
		return 1, unbounded, true, nil
	case '{':
		low, high, err = p.quantity()
		return low, high, true, err
	}
	return 0, 0, false, nil
}

// quantity reads {n}, {n,} or {n,m} (productions 5 to 8).
func (p *parser) quantity() (low, high int, err error) {
	open := p.at
	p.next()
	if low, err = p.number(); err != nil {
		return 0, 0, err
	}
	high = low
	if p.accept(',') {
		high = unbounded
		if p.peek() != '}' {
			if high, err = p.number(); err != nil {
				return 0, 0, err
			}
		}
	}
	if !p.accept('}') {
		return 0, 0, p.errorAt(open, "this quantifier is not closed; write {n}, {n,} or {n,m}, or \\{ for the character itself")
	}
	if high < low {
		return 0, 0, p.errorAt(open, "this quantifier's minimum %d is greater than its maximum %d; swap them", low, high)
	}
	return low, high, nil
}

// number reads digits. What exceeds the length of any string is read as a
// number that no string reaches: unbounded.
func (p *parser) number() (int, error) {
	start := p.at
	value := int64(0)
	for c := p.peek(); c >= '0' && c <= '9'; c = p.peek() {
		p.next()
		value = min(value*10+int64(c-'0'), math.MaxInt32)
	}
	if p.at == start {
		return 0, p.errorAt(start, "a number is missing in this quantifier; write {n}, {n,} or {n,m}, or \\{ for the character itself")
	}
	return int(value), nil
}

// atom reads a character, a class or a group (production 9).
func (p *parser) atom() (node, error) {
	start := p.at
	switch c := p.next(); c {
	case '(':
		return p.group(start)
	case '[':
		set, err := p.classExpr(start)
		if err != nil {
			return nil, err
		}
		return p.charNode(start, set)
	case '\\':
		escape, err := p.escape(start)
		if err != nil {
			return nil, err
		}
		return p.charNode(start, escape.set)
	case '.':
		return p.charNode(start, anyButLineEnd)
	case '?', '*', '+':
		return nil, p.errorAt(start, "%c has nothing before it to repeat; write \\%c for the character itself", c, c)
	case '{', '}', ']':
		return nil, p.errorAt(start, "%c stands for itself only when escaped; write \\%c", c, c)
	default:
		return p.charNode(start, charSet{{c, c}})
	}
}

// charNode makes a node of a set, within the limit on all of them.
func (p *parser) charNode(at int, set charSet) (node, error) {
	p.spans += len(set)
	if p.spans > maxSpans {
		return nil, p.errorAt(at, "the character classes of this expression have more than %d ranges; simplify it", maxSpans)
	}
	return charNode{set}, nil
}

// group reads what follows an opening parenthesis at offset open.
func (p *parser) group(open int) (node, error) {
	if err := p.enter(open); err != nil {
		return nil, err
	}
	defer p.leave()
	if strings.HasPrefix(p.expr[p.at:], "?") {
		return nil, p.errorAt(open, "XSD has no group that begins with (?; write a plain group, as in (a|b)")
	}
	n, err := p.regExp()
	if err != nil {
		return nil, err
	}
	if !p.accept(')') {
		return nil, p.errorAt(open, "this group is not closed; add ), or write \\( for the character itself")
	}
	return n, nil
}
