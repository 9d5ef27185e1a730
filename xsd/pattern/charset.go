// Sets of characters: what a character class denotes.

package pattern

import (
	"slices"
	"unicode"
)

// span is a range of characters, both ends included.
type span struct{ lo, hi rune }

// charSet is a set of XML characters: sorted spans that neither overlap nor
// touch, so that equal sets have equal spans.
type charSet []span

// xmlChars holds every character an XML 1.0 document may contain (production
// 2). It is the universe in which complements are taken.
var xmlChars = charSet{
	{0x9, 0xA}, {0xD, 0xD}, {0x20, 0xD7FF}, {0xE000, 0xFFFD}, {0x10000, 0x10FFFF},
}

// newCharSet brings spans in any order into normal form.
func newCharSet(spans ...span) charSet {
	slices.SortFunc(spans, func(a, b span) int { return int(a.lo - b.lo) })
	var set charSet
	for _, s := range spans {
		if last := len(set) - 1; last >= 0 && s.lo <= set[last].hi+1 {
			set[last].hi = max(set[last].hi, s.hi)
			continue
		}
		set = append(set, s)
	}
	return set
}

// tableSet converts a table of package unicode.
func tableSet(table *unicode.RangeTable) charSet {
	var spans []span
	add := func(lo, hi, stride rune) {
		if stride == 1 {
			spans = append(spans, span{lo, hi})
			return
		}
		for c := lo; c <= hi; c += stride {
			spans = append(spans, span{c, c})
		}
	}
	for _, r := range table.R16 {
		add(rune(r.Lo), rune(r.Hi), rune(r.Stride))
	}
	for _, r := range table.R32 {
		add(rune(r.Lo), rune(r.Hi), rune(r.Stride))
	}
	return newCharSet(spans...).intersect(xmlChars)
}

// contains reports whether c is a member.
func (set charSet) contains(c rune) bool {
	low, high := 0, len(set)
	for low < high {
		middle := (low + high) / 2
		if set[middle].hi < c {
			low = middle + 1
		} else {
			high = middle
		}
	}
	return low < len(set) && set[low].lo <= c
}

// union returns the characters in set, in other, or in both.
func (set charSet) union(other charSet) charSet {
	return newCharSet(slices.Concat([]span(set), []span(other))...)
}

// intersect returns the characters in both sets.
func (set charSet) intersect(other charSet) charSet {
	var out charSet
	for i, j := 0, 0; i < len(set) && j < len(other); {
		lo, hi := max(set[i].lo, other[j].lo), min(set[i].hi, other[j].hi)
		if lo <= hi {
			out = append(out, span{lo, hi})
		}
		if set[i].hi < other[j].hi {
			i++
		} else {
			j++
		}
	}
	return out
}

// complement returns the XML characters that are not in set.
func (set charSet) complement() charSet { return xmlChars.minus(set) }

// minus returns the characters of set that are not in other.
func (set charSet) minus(other charSet) charSet {
	var out charSet
	j := 0
	for _, s := range set {
		lo := s.lo
		for ; j < len(other) && other[j].hi < lo; j++ {
		}
		for k := j; k < len(other) && other[k].lo <= s.hi; k++ {
			if lo < other[k].lo {
				out = append(out, span{lo, other[k].lo - 1})
			}
			lo = other[k].hi + 1
		}
		if lo <= s.hi {
			out = append(out, span{lo, s.hi})
		}
	}
	return out
}

// disjoint reports whether the sets have no character in common.
func (set charSet) disjoint(other charSet) bool { return len(set.intersect(other)) == 0 }

// size returns the number of members.
func (set charSet) size() int {
	n := 0
	for _, s := range set {
		n += int(s.hi-s.lo) + 1
	}
	return n
}
