// Matching a text against a shape: objects with the members that a schema lists, in its order, and nothing in them that needs a closer look.

package jsontext

import (
	"math"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

// Match matches the object whose start is the current token against a shape, and appends its members, and theirs, to matches. If all of
// it matches, the current token is the object's end: Match does what Skip does. Otherwise, and of a stream, it does nothing and returns
// false. Where much was tried in vain, nothing more is, so that all of it takes time proportional to the text.
func (r *Reader) Match(shape *source.Shape, matches []source.Match) (all []source.Match, ok bool) {
	if r.kind != ObjectStart || r.in.Streams() || r.tried > source.MaxTries*len(r.src) || len(r.src) > math.MaxInt32 {
		return matches, false
	}
	m := matcher{src: r.src, limits: &r.limits, matches: matches, depth: r.limits.MaxDepth - len(r.open)}
	end := m.object(shape, r.pos)
	if end < 0 {
		r.tried += m.stopped - r.start
		return matches, false
	}
	r.from, r.start = end-1, end-1
	r.kind = r.accept(ObjectEnd, end, r.afterValue(len(r.open)-1))
	return m.matches, true
}

// Matched returns the text of one of the matches of the text that is being read.
func (r *Reader) Matched(m source.Match) string { return r.src[m.From:m.To] }

// RecordMatch returns the value of one of the matches of the text that is being read, to be read again with NewReplay. whole says that the
// match is that of an object.
func (r *Reader) RecordMatch(m source.Match, whole bool) *Recording {
	from, to := int(m.From), int(m.To)
	if !whole && to < len(r.src) && r.src[to] == '"' {
		from, to = from-1, to+1
	}
	return &Recording{part: r.in.Part(r.in.Position(from), r.src[from:to])}
}

// matcher matches one object. Its methods take where something begins and return where it ends, -1 if it does not match.
type matcher struct {
	src     string
	limits  *source.Limits
	matches []source.Match
	depth   int // how many objects and arrays may still be opened
	stopped int // where it stopped matching
}

// fail says that nothing matches from at on.
func (m *matcher) fail(at int) int {
	m.stopped = at
	return -1
}

// object matches the members of an object whose start ends at at.
func (m *matcher) object(shape *source.Shape, at int) int {
	src, parts := m.src, shape.Parts
	if len(parts) > m.limits.MaxMembers || shape.Longest+len(`""`) > m.limits.MaxNameBytes {
		return m.fail(at)
	}
	begin, i, more := at, 0, true
	if at = skipSpace(src, at); at < len(src) && src[at] == '}' {
		more = false
	}
	for more {
		for i < len(parts) && parts[i].Least == 0 && !strings.HasPrefix(src[at:], parts[i].Key) {
			i++
		}
		if i == len(parts) || !strings.HasPrefix(src[at:], parts[i].Key) {
			return m.fail(at)
		}
		at = skipSpace(src, at+len(parts[i].Key))
		if at == len(src) || src[at] != ':' {
			return m.fail(at)
		}
		if at = m.values(&parts[i], i, skipSpace(src, at+1), begin); at < 0 {
			return -1
		}
		i++
		begin = at
		if at, more = passComma(src, at); !more {
			break
		}
	}
	if at == len(src) || src[at] != '}' || at-begin >= m.limits.MaxTextBytes {
		return m.fail(at)
	}
	for ; i < len(parts); i++ {
		if parts[i].Least > 0 {
			return m.fail(at)
		}
	}
	return at + 1
}

// passComma passes over a comma and white space around it. more reports whether there is a comma.
func passComma(src string, at int) (next int, more bool) {
	if at = skipSpace(src, at); at == len(src) || src[at] != ',' {
		return at, false
	}
	return skipSpace(src, at+1), true
}

// values matches what stands behind a key: a value, or an array of some. begin is where the member before ended.
func (m *matcher) values(part *source.ShapePart, number, at, begin int) int {
	if !part.Array {
		return m.value(part, number, at, begin)
	}
	src := m.src
	if at == len(src) || src[at] != '[' || at-begin >= m.limits.MaxTextBytes || m.depth == 0 {
		return m.fail(at)
	}
	m.depth--
	begin = at + 1
	at = skipSpace(src, begin)
	count, more := 0, at == len(src) || src[at] != ']'
	for more {
		if count == part.Most {
			return m.fail(at)
		}
		if at = m.value(part, number, at, begin); at < 0 {
			return -1
		}
		count++
		begin = at
		at, more = passComma(src, at)
	}
	if at == len(src) || src[at] != ']' || count < part.Least || at-begin >= m.limits.MaxTextBytes {
		return m.fail(at)
	}
	m.depth++
	return at + 1
}

// value matches one value.
func (m *matcher) value(part *source.ShapePart, number, at, begin int) int {
	if len(m.matches) == source.MaxMatches || at == len(m.src) {
		return m.fail(at)
	}
	if part.Inner != nil {
		return m.inner(part, number, at, begin)
	}
	from, to, end := at, 0, 0
	if part.Form == source.StringForm {
		from = at + 1
		if to = plainEnd(m.src, from); to == len(m.src) || m.src[to] != '"' || m.src[at] != '"' {
			return m.fail(at)
		}
		end = to + 1
	} else {
		if to = m.literal(part, at); to < 0 {
			return m.fail(at)
		}
		end = to
	}
	if end-begin > m.limits.MaxTextBytes || !part.Takes(m.src[from:to]) {
		return m.fail(at)
	}
	m.matches = append(m.matches, source.Match{Part: int32(number), Next: int32(len(m.matches) + 1), From: int32(from), To: int32(to)})
	return end
}

// literal returns where a number or boolean ends that begins at at; -1 where none does, or a number has an exponent.
func (m *matcher) literal(part *source.ShapePart, at int) int {
	rest := m.src[at:]
	switch {
	case part.Form == source.NumberForm:
		to, ok := numberEnd(m.src, at)
		if ok && to-at <= m.limits.MaxNumberBytes && !strings.ContainsAny(m.src[at:to], "eE") {
			return to
		}
	case strings.HasPrefix(rest, "true"):
		return at + len("true")
	case strings.HasPrefix(rest, "false"):
		return at + len("false")
	}
	return -1
}

// inner matches an object that has a shape of its own.
func (m *matcher) inner(part *source.ShapePart, number, at, begin int) int {
	if m.src[at] != '{' || at-begin >= m.limits.MaxTextBytes || m.depth == 0 {
		return m.fail(at)
	}
	own := len(m.matches)
	m.matches = append(m.matches, source.Match{Part: int32(number), From: int32(at)})
	m.depth--
	end := m.object(part.Inner, at+1)
	if end < 0 {
		return -1
	}
	m.depth++
	m.matches[own].Next, m.matches[own].To = int32(len(m.matches)), int32(end)
	return end
}

// beyondXML is the first byte, in UTF-8, of the characters that JSON has and XML has not, U+FFFE and U+FFFF, and of others.
const beyondXML = 0xEF

// plainEnd returns where the plain part of a string that begins at src[i] ends.
func plainEnd(src string, i int) int {
	for ; i+8 <= len(src); i += 8 {
		w := source.Word(src, i)
		stops := source.Below(w, ' ') | source.Equal(w, '"') | source.Equal(w, '\\') | source.Equal(w, beyondXML)
		if stops != 0 {
			return i + source.First(stops)
		}
	}
	for i < len(src) && !needsCare[src[i]] && src[i] != beyondXML {
		i++
	}
	return i
}
