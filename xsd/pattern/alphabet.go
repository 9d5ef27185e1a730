// The alphabet of an expression: characters that it can't tell apart are one
// letter, so that automata have few transitions.

package pattern

import (
	"slices"
	"sort"
)

// maxAlphabetWork bounds the time spent on telling characters apart: spans
// times sets.
const maxAlphabetWork = 1 << 22

// alphabet maps characters to letters, numbered from 0. Letter 0 holds the
// characters that are in no set.
type alphabet struct {
	starts  []rune  // where a new letter begins, ascending, from 0
	letters []int32 // the letter that begins there
	ascii   [128]int32
	size    int
}

// newAlphabet tells characters apart as finely as sets need; nil if that is
// too much work.
func newAlphabet(sets []charSet) *alphabet {
	starts := boundaries(sets)
	if len(starts)*len(sets) > maxAlphabetWork {
		return nil
	}
	a := &alphabet{starts: starts, letters: make([]int32, len(starts)), size: 1}
	for _, set := range sets {
		a.split(set)
	}
	for c := range a.ascii {
		a.ascii[c] = a.search(rune(c))
	}
	return a
}

// boundaries returns where any of the sets begins or has ended.
func boundaries(sets []charSet) []rune {
	starts := []rune{0}
	for _, set := range sets {
		for _, s := range set {
			starts = append(starts, s.lo, s.hi+1)
		}
	}
	slices.Sort(starts)
	return slices.Compact(starts)
}

// split gives the members of set letters of their own.
func (a *alphabet) split(set charSet) {
	inside := map[int32]int32{} // letter before to letter inside the set
	outside := map[int32]bool{} // letters that have characters outside, too
	member := make([]bool, len(a.starts))
	for _, s := range set {
		for i := sort.Search(len(a.starts), func(i int) bool { return a.starts[i] >= s.lo }); i < len(a.starts) && a.starts[i] <= s.hi; i++ {
			member[i] = true
		}
	}
	for i, letter := range a.letters {
		if !member[i] {
			outside[letter] = true
		}
	}
	for i, letter := range a.letters {
		if !member[i] || !outside[letter] {
			continue
		}
		if _, ok := inside[letter]; !ok {
			inside[letter] = int32(a.size)
			a.size++
		}
		a.letters[i] = inside[letter]
	}
}

// letter returns the letter of c.
func (a *alphabet) letter(c rune) int32 {
	if uint32(c) < uint32(len(a.ascii)) {
		return a.ascii[c]
	}
	return a.search(c)
}

func (a *alphabet) search(c rune) int32 {
	low, high := 0, len(a.starts)
	for low < high {
		middle := (low + high) / 2
		if a.starts[middle] <= c {
			low = middle + 1
		} else {
			high = middle
		}
	}
	return a.letters[low-1]
}

// members returns the XML characters of each letter. A letter may have none.
func (a *alphabet) members() []charSet {
	spans := make([][]span, a.size)
	for i, letter := range a.letters {
		end := rune(0x10FFFF)
		if i+1 < len(a.starts) {
			end = a.starts[i+1] - 1
		}
		spans[letter] = append(spans[letter], span{a.starts[i], end})
	}
	sets := make([]charSet, a.size)
	for letter := range sets {
		sets[letter] = newCharSet(spans[letter]...).intersect(xmlChars)
	}
	return sets
}
