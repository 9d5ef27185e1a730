// Matching a text against a shape: elements that a schema lists, in its order, without attributes, and nothing in them that needs a closer
// look.

package xmltext

import (
	"math"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

// Match matches the element whose start is the current token against a shape, and appends its children, and theirs, to matches. Their
// names have no prefix, or that of the element. If all of the element matches, the current token is its end: Match does what Skip does.
// Otherwise, and of a stream, it does nothing and returns false. Where much was tried in vain, nothing more is, so that all of it takes time
// proportional to the text.
func (r *Reader) Match(shape *source.Shape, matches []source.Match) (all []source.Match, ok bool) {
	if r.kind != StartElement || r.emptyTag || r.in.Streams() || r.tried > source.MaxTries*len(r.src) || len(r.src) > math.MaxInt32 {
		return matches, false
	}
	e := &r.open[len(r.open)-1]
	m := matcher{
		src: r.src, limits: &r.limits, matches: matches, depth: r.limits.MaxDepth - len(r.open),
		implied: r.scope.implied, space: e.space,
	}
	if e.prefix > 0 {
		m.prefix = e.tag[:e.prefix+1]
	}
	end := m.content(shape, r.pos)
	if end >= 0 {
		if after := m.end(e.tag, end); after >= 0 {
			r.accept(EndElement, end, after)
			return m.matches, true
		}
	}
	r.tried += m.stopped - r.start
	return matches, false
}

// Matched returns the text of one of the matches of the text that is being read.
func (r *Reader) Matched(m source.Match) string { return r.src[m.From:m.To] }

// RecordMatch returns the element of one of the matches of the text that is being read, to be read again with NewReplay. whole says that the
// match is that of an element with a shape. It is to be called before what comes after the element that matched is read.
func (r *Reader) RecordMatch(m source.Match, whole bool) *Recording {
	from, to := int(m.From), int(m.To)
	if !whole {
		from = strings.LastIndexByte(r.src[:from], '<')
		to += strings.IndexByte(r.src[to:], '>') + 1
	}
	return &Recording{part: r.in.PartBetween(from, to), bindings: r.Bindings(nil)}
}

// matcher matches one element. Its methods take where something begins and return where it ends, -1 if it does not match.
type matcher struct {
	src     string
	limits  *source.Limits
	matches []source.Match
	depth   int    // how many elements may still be opened
	stopped int    // where it stopped matching
	implied string // the namespace of names without prefix
	prefix  string // with its colon, if there is one
	space   string // the namespace it stands for
}

// fail says that nothing matches from at on.
func (m *matcher) fail(at int) int {
	m.stopped = at
	return -1
}

// content matches the content of an element whose start tag ends at from, and returns where its end tag begins.
func (m *matcher) content(shape *source.Shape, from int) int {
	src, parts, at := m.src, shape.Parts, from
	if shape.Longest+len(m.prefix) > m.limits.MaxNameBytes || m.depth == 0 {
		return m.fail(at)
	}
	i, count := 0, 0
	for {
		begin := at
		at = skipSpace(src, at)
		if at+1 >= len(src) || src[at] != '<' || at-begin > m.limits.MaxTextBytes {
			return m.fail(at)
		}
		if src[at+1] == '/' {
			break
		}
		end := at
		for i < len(parts) {
			if count < parts[i].Most {
				if end = m.element(&parts[i], i, at); end != at {
					break
				}
			}
			if count < parts[i].Least {
				return m.fail(at)
			}
			i, count = i+1, 0
		}
		switch {
		case end < 0:
			return -1
		case end == at:
			return m.fail(at)
		}
		at = end
		count++
	}
	if len(parts) == 0 && at > from {
		return m.fail(at)
	}
	for ; i < len(parts); i++ {
		if count < parts[i].Least {
			return m.fail(at)
		}
		count = 0
	}
	return at
}

// element matches an element whose start tag begins at at. It returns at where the tag is that of another element.
func (m *matcher) element(part *source.ShapePart, number, at int) int {
	prefix := ""
	if part.Name.Space != m.implied {
		if prefix = m.prefix; prefix == "" || part.Name.Space != m.space {
			return at
		}
	}
	src, local := m.src, part.Name.Local
	begin := at + len("<") + len(prefix)
	end := begin + len(local)
	if end >= len(src) || src[end] != '>' || src[begin:end] != local || src[at+1:begin] != prefix {
		return at
	}
	if len(m.matches) == source.MaxMatches {
		return m.fail(at)
	}
	tag := src[at+1 : end]
	if part.Inner == nil {
		return m.text(part, number, tag, end+1)
	}
	own := len(m.matches)
	m.matches = append(m.matches, source.Match{Part: int32(number), From: int32(at)})
	m.depth--
	if end = m.content(part.Inner, end+1); end < 0 {
		return -1
	}
	m.depth++
	if end = m.end(tag, end); end < 0 {
		return -1
	}
	m.matches[own].Next, m.matches[own].To = int32(len(m.matches)), int32(end)
	return end
}

// text matches the text of an element whose start tag ends at from, and its end tag.
func (m *matcher) text(part *source.ShapePart, number int, tag string, from int) int {
	to := plainTextEnd(m.src, from)
	end := m.end(tag, to)
	if end < 0 {
		return -1
	}
	if to == from || to-from > m.limits.MaxTextBytes || !part.Takes(m.src[from:to]) {
		return m.fail(from)
	}
	m.matches = append(m.matches, source.Match{Part: int32(number), Next: int32(len(m.matches) + 1), From: int32(from), To: int32(to)})
	return end
}

// end matches an end tag.
func (m *matcher) end(tag string, at int) int {
	src := m.src
	begin := at + len("</")
	end := begin + len(tag)
	if end >= len(src) || end-at >= m.limits.MaxTextBytes || src[end] != '>' || src[at] != '<' || src[at+1] != '/' || src[begin:end] != tag {
		return m.fail(at)
	}
	return end + 1
}
