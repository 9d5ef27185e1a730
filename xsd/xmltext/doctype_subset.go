// Reading the internal subset of a document type declaration: its smallest parts.

package xmltext

import "strings"

// subset reads a document type declaration from the window. Its methods return false where the window ends inside it or a rule is
// broken: fail tells the two apart. Then it is read again from its beginning, once there is more.
type subset struct {
	*doctype
	expander *expander
	r        *Reader
	src      string
	at       int

	short    bool // the end of the window was met
	reported bool // the reader knows what is wrong
	ignoring bool // declarations of entities and attributes do not count
}

// fail says what is wrong where the reading is, or that the window ends there.
func (p *subset) fail(message, remedy string) bool {
	switch {
	case p.reported:
	case p.short || p.at >= len(p.src):
		p.r.incomplete(wantDoctype)
	default:
		p.r.fail(p.at, message, remedy)
	}
	p.reported = true
	return false
}

// next reports whether text comes next.
func (p *subset) next(text string) bool {
	rest := p.src[p.at:]
	if strings.HasPrefix(rest, text) {
		return true
	}
	if len(rest) < len(text) && strings.HasPrefix(text, rest) {
		p.short = true
	}
	return false
}

// take moves over text if it comes next.
func (p *subset) take(text string) bool {
	if !p.next(text) {
		return false
	}
	p.at += len(text)
	return true
}

// expect moves over text, which has to come next.
func (p *subset) expect(text, message string) bool {
	return p.take(text) || p.fail(message, "write "+text+" here")
}

// skip moves over white space and reports whether there was any.
func (p *subset) skip() bool {
	begin := p.at
	p.at = skipSpace(p.src, p.at)
	return p.at > begin
}

// space moves over white space, which has to be there.
func (p *subset) space() bool {
	return p.skip() || p.fail("white space is missing in a declaration", "write a space here")
}

// ncName reads a name without colon.
func (p *subset) ncName(what string) (name string, ok bool) {
	return p.token(scanNCName(p.src, p.at), what)
}

// qName reads a name with or without a prefix.
func (p *subset) qName(what string) (name string, ok bool) {
	return p.token(scanQualified(p.src, p.at), what)
}

// spacedQName reads a name after white space.
func (p *subset) spacedQName(what string) (name string, ok bool) {
	if !p.space() {
		return "", false
	}
	return p.qName(what)
}

// nmtoken reads a name token (production 7).
func (p *subset) nmtoken() (token string, ok bool) {
	end := p.at
	for {
		begin := end
		end = scanNameChars(p.src, end)
		for end < len(p.src) && p.src[end] == ':' {
			end++
		}
		if end == begin {
			return p.token(end, "a value of the attribute")
		}
	}
}

// token reads what ends at end, if that is not here.
func (p *subset) token(end int, what string) (token string, ok bool) {
	switch {
	case end == len(p.src):
		p.short = true
	case end-p.at > p.r.limits.MaxNameBytes:
		p.reported = true
		p.r.exceeds(p.at, "MaxNameBytes", p.r.limits.MaxNameBytes, "the size in bytes of a name")
		return "", false
	case end > p.at:
		token = p.src[p.at:end]
		p.at = end
		return token, true
	}
	return "", p.fail(what+" is expected in a declaration", "write a name")
}

// scanQualified returns where the qualified name that begins at text[i] ends: at i if there is none, where text ends if more of the name may
// come after it.
func scanQualified(text string, i int) int {
	end := scanNCName(text, i)
	if end > i && end < len(text) && text[end] == ':' {
		if local := scanNCName(text, end+1); local > end+1 || local == len(text) {
			return local
		}
	}
	return end
}

// literal reads a quoted text.
func (p *subset) literal(what string) (text string, ok bool) {
	if !p.next(`"`) && !p.next("'") {
		return "", p.fail("a quote is expected: "+what, "put "+what+" into quotes")
	}
	begin := p.at + 1
	length := strings.IndexByte(p.src[begin:], p.src[p.at])
	if length < 0 {
		p.short = true
		return "", p.fail("", "")
	}
	p.at = begin + length + 1
	return p.src[begin : begin+length], true
}
