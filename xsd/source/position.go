// Positions: lines and columns of the input as it was given, counted only when asked for.

package source

import "strings"

// mark is a place in the text with its position.
type mark struct {
	offset int
	at     Position
}

// Position returns the position of an offset of the window. To go on from the offset that was
// asked for last, or a little back, costs time proportional to the distance and the line.
func (in *Input) Position(offset int) Position {
	if len(in.origins) == 0 {
		return in.positionIn(stretch{to: len(in.text), at: in.base}, offset)
	}
	s := in.stretchAt(offset)
	if s.fixed {
		return s.at
	}
	return in.positionIn(s, offset)
}

// positionIn returns the position of an offset in a stretch of the window.
func (in *Input) positionIn(s stretch, offset int) Position {
	from := in.seen
	if from.offset < s.from || from.offset > s.to || offset-s.from < (from.offset-s.from)/2 {
		from = mark{offset: s.from, at: s.at}
	}
	at := from.at
	in.counted += max(offset-from.offset, from.offset-offset)
	if offset >= from.offset {
		at = in.encoding.advance(at, in.text[from.offset:], offset-from.offset)
	} else {
		at = in.retreat(from, offset, s)
	}
	in.seen = mark{offset: offset, at: at}
	return at
}

// advance returns the position n bytes into text, which begins at the position at.
func (e Encoding) advance(at Position, text string, n int) Position {
	lines, last := countLines(text, n)
	at.Offset += int64(e.width(text[:n]))
	if lines == 0 {
		at.Column += e.width(text[:n])
	} else {
		at.Line += lines
		at.Column = 1 + e.width(text[last:n])
	}
	return at
}

// retreat returns the position of an offset before a mark, both in one stretch.
func (in *Input) retreat(from mark, offset int, s stretch) Position {
	at := from.at
	distance := in.encoding.width(in.text[offset:from.offset])
	at.Offset -= int64(distance)
	lines, _ := countLines(in.text[offset:], from.offset-offset)
	if lines == 0 {
		at.Column -= distance
		return at
	}
	at.Line -= lines
	begin := s.from + lineStart(in.text[s.from:], offset-s.from)
	at.Column = 1 + in.encoding.width(in.text[begin:offset])
	if begin == s.from {
		at.Column += s.at.Column - 1
	}
	return at
}

// countLines returns how many lines end in text[:n] and where the last line begins. A carriage
// return before a line feed does not end a line: the line feed does.
func countLines(text string, n int) (lines, last int) {
	passed := text[:n]
	lines = strings.Count(passed, "\n")
	if strings.IndexByte(passed, '\r') < 0 {
		return lines, strings.LastIndexByte(passed, '\n') + 1
	}
	if lines += loneReturns(text, n); lines > 0 {
		last = lineStart(text, n)
	}
	return lines, last
}

// loneReturns returns how many carriage returns end a line in text[:n].
func loneReturns(text string, n int) int {
	count := 0
	for i := strings.IndexByte(text[:n], '\r'); i >= 0; {
		if endsLine(text, i) {
			count++
		}
		next := strings.IndexByte(text[i+1:n], '\r')
		if next < 0 {
			break
		}
		i += 1 + next
	}
	return count
}

// lineStart returns where the line begins that an offset is in.
func lineStart(text string, offset int) int {
	for offset > 0 && !endsLine(text, offset-1) {
		offset--
	}
	return offset
}

func endsLine(text string, i int) bool {
	return text[i] == '\n' || text[i] == '\r' && (i+1 == len(text) || text[i+1] != '\n')
}
