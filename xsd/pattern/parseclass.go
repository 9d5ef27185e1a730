// The parser of character classes and escapes: productions 10 to 37.

package pattern

import "strings"

// escaped is what a backslash sequence denotes. A single character may end a
// range; a set may not.
type escaped struct {
	set    charSet
	single bool
}

// classExpr reads a class whose opening bracket is at offset open
// (productions 12 to 16).
func (p *parser) classExpr(open int) (charSet, error) {
	if err := p.enter(open); err != nil {
		return nil, err
	}
	defer p.leave()
	negated := p.accept('^')
	spans, subtracts, err := p.classMembers(open)
	if err != nil {
		return nil, err
	}
	set := newCharSet(spans...)
	if negated {
		set = set.complement()
	}
	if subtracts {
		inner := p.at
		p.next()
		minus, err := p.classExpr(inner)
		if err != nil {
			return nil, err
		}
		set = set.minus(minus)
	}
	if !p.accept(']') {
		return nil, p.errorAt(open, "this class does not end after its subtraction; close it with ]")
	}
	return set, nil
}

// classMembers reads ranges and escapes up to the closing bracket, or up to
// the class that is subtracted (production 14). It stops before either.
func (p *parser) classMembers(open int) (spans []span, subtracts bool, err error) {
	first := p.at
	for {
		start := p.at
		switch c := p.peek(); {
		case c == -1:
			return nil, false, p.errorAt(open, "this class is not closed; add ], or write \\[ for the character itself")
		case c == ']' && start > first:
			return spans, false, nil
		case c == ']':
			return nil, false, p.errorAt(open, "this class has no member; write \\] for the character itself")
		case c == '[':
			return nil, false, p.errorAt(start, "[ stands for itself only when escaped; write \\[")
		case c == '-' && start > first && strings.HasPrefix(p.expr[start:], "-["):
			p.next()
			return spans, true, nil
		}
		members, err := p.classMember(start == first)
		if err != nil {
			return nil, false, err
		}
		spans = append(spans, members...)
	}
}

// classMember reads a range, a character or an escape (productions 17 to 22).
func (p *parser) classMember(isFirst bool) ([]span, error) {
	start := p.at
	low, err := p.rangeEnd()
	if err != nil {
		return nil, err
	}
	if p.expr[start] == '-' {
		if !isFirst && p.peek() != ']' && !strings.HasPrefix(p.expr[p.at:], "-[") {
			return nil, p.errorAt(start, "- stands for itself only at the beginning or end of a class; write \\-")
		}
		return low.set, nil
	}
	rest := p.expr[p.at:]
	if !strings.HasPrefix(rest, "-") {
		return low.set, nil
	}
	for _, end := range []string{"-]", "-[", "--["} {
		if strings.HasPrefix(rest, end) {
			return low.set, nil
		}
	}
	return p.rangeFrom(start, low)
}

// rangeFrom reads the rest of a range that begins with low at offset start.
func (p *parser) rangeFrom(start int, low escaped) ([]span, error) {
	p.next() // the dash
	end := p.at
	if end < len(p.expr) && p.expr[end] == '-' {
		return nil, p.errorAt(end, "a range does not end in an unescaped -; write \\-")
	}
	if end == len(p.expr) {
		return nil, p.errorAt(start, "this range has no end; write both of its ends and ]")
	}
	high, err := p.rangeEnd()
	if err != nil {
		return nil, err
	}
	if !low.single || !high.single {
		return nil, p.errorAt(start, "the ends of a range are single characters; write \\- for the character - itself")
	}
	if low.set[0].lo > high.set[0].lo {
		return nil, p.errorAt(start, "this range ends before it begins; swap its ends")
	}
	return []span{{low.set[0].lo, high.set[0].lo}}, nil
}

// rangeEnd reads a character or an escape inside a class.
func (p *parser) rangeEnd() (escaped, error) {
	start := p.at
	c := p.next()
	switch c {
	case '\\':
		return p.escape(start)
	case '[', ']':
		return escaped{}, p.errorAt(start, "%c stands for itself only when escaped; write \\%c", c, c)
	}
	return escaped{charSet{{c, c}}, true}, nil
}

// escape reads what follows a backslash at offset start (productions 23 to
// 37).
func (p *parser) escape(start int) (escaped, error) {
	if p.at == len(p.expr) {
		return escaped{}, p.errorAt(start, "the expression ends in a lone backslash; write \\\\ for the character itself")
	}
	c := p.next()
	if set, ok := multiCharEscapes[c]; ok {
		return escaped{set: set()}, nil
	}
	switch c {
	case 'n':
		return escaped{charSet{{'\n', '\n'}}, true}, nil
	case 'r':
		return escaped{charSet{{'\r', '\r'}}, true}, nil
	case 't':
		return escaped{charSet{{'\t', '\t'}}, true}, nil
	case 'p', 'P':
		set, err := p.property(start, c == 'P')
		return escaped{set: set}, err
	}
	if !strings.ContainsRune(`\|.?*+(){}-[]^`, c) {
		return escaped{}, p.errorAt(start, "XSD has no escape \\%c; write %c itself, or a character reference of XML", c, c)
	}
	return escaped{charSet{{c, c}}, true}, nil
}

// property reads {L}, {Nd}, {IsBasicLatin} and the like (productions 25 to
// 36) of an escape that began at offset start.
func (p *parser) property(start int, complement bool) (charSet, error) {
	body, ok := strings.CutPrefix(p.expr[p.at:], "{")
	end := strings.IndexByte(body, '}')
	if !ok || end < 0 {
		return nil, p.errorAt(start, "a category or block in braces is missing; write \\p{L} or \\p{IsBasicLatin}")
	}
	name := body[:end]
	set, ok := propertySet(name)
	if !ok {
		return nil, p.errorAt(start, "%s; see XML Schema Part 2, appendix F.1.1", unknownProperty(name))
	}
	p.at += end + 2
	if complement {
		set = set.complement()
	}
	return set, nil
}

// unknownProperty says what is wrong with a property's name.
func unknownProperty(name string) string {
	if block, ok := strings.CutPrefix(name, "Is"); ok {
		return "there is no Unicode block " + block + " (blocks are written without spaces, as in IsLatin-1Supplement)"
	}
	return "there is no Unicode category " + name + " (blocks are written with Is, as in IsBasicLatin)"
}
