// The fast path: most patterns of real schemas ([0-9]{9}, [A-Z]{2}[0-9]+) are
// a row of repeated classes that one look at the next character decides.

package pattern

import "unicode/utf8"

// run is a class repeated min to max times.
type run struct {
	ascii    [2]uint64 // members below 128, as bits
	first    byte      // where row, the first of them
	others   byte      // and how many follow it
	row      bool      // the members are a row of ASCII characters, such as [0-9]
	set      charSet
	min, max int
}

// scanner matches runs one after the other, each as long as it can.
type scanner []run

// newScanner returns nil unless n is a row of runs in which reading on as
// long as possible is never wrong: a run of variable length has no character
// in common with what may follow it.
func newScanner(n node) scanner {
	parts := []node{n}
	if c, ok := n.(concatNode); ok {
		parts = c.parts
	}
	s := scanner{}
	for _, part := range parts {
		r, ok := newRun(part)
		if !ok {
			return nil
		}
		s = append(s, r)
	}
	for i := range s {
		if s[i].min < s[i].max && !s.decides(i) {
			return nil
		}
	}
	return s
}

// newRun makes a run of a class or a repeated class.
func newRun(n node) (run, bool) {
	r := run{min: 1, max: 1}
	if repeat, ok := n.(repeatNode); ok {
		r.min, r.max = repeat.min, repeat.max
		n = repeat.body
	}
	class, ok := n.(charNode)
	if !ok {
		return run{}, false
	}
	r.set = class.set
	for c := range rune(128) {
		if r.set.contains(c) {
			r.ascii[c/64] |= 1 << (c % 64)
		}
	}
	if len(r.set) == 1 && r.set[0].hi < utf8.RuneSelf {
		r.row, r.first, r.others = true, byte(r.set[0].lo), byte(r.set[0].hi-r.set[0].lo)
	}
	return r, true
}

// decides reports whether no character of run i can begin what follows it.
func (s scanner) decides(i int) bool {
	for _, following := range s[i+1:] {
		if !s[i].set.disjoint(following.set) {
			return false
		}
		if following.min > 0 {
			return true
		}
	}
	return true
}

// match reports whether the runs take up the whole of text. It does not
// allocate.
func (s scanner) match(text string) bool {
	at := 0
	for i := range s {
		end, ok := s[i].match(text, at)
		if !ok {
			return false
		}
		at = end
	}
	return at == len(text)
}

// match returns where the run that begins at an offset ends; it is not ok if
// it is too short.
func (r *run) match(text string, at int) (end int, ok bool) {
	if r.row {
		end = r.endOfRow(text, at)
		return end, end-at >= r.min
	}
	members, most := r.ascii, r.max
	count := 0
	for ; count < most && at < len(text); count++ {
		c := text[at]
		if c >= utf8.RuneSelf {
			size := r.take(text[at:])
			if size == 0 {
				break
			}
			at += size
			continue
		}
		if members[c/64]>>(c%64)&1 == 0 {
			break
		}
		at++
	}
	return at, count >= r.min
}

// endOfRow is match for a row of ASCII characters.
func (r *run) endOfRow(text string, at int) (end int) {
	first, others := r.first, r.others
	if most := r.max; most < len(text)-at {
		text = text[:at+most]
	}
	for at < len(text) && text[at]-first <= others {
		at++
	}
	return at
}

// take returns the size in bytes of the character that text begins with if it
// is a member, otherwise 0.
func (r *run) take(text string) int {
	c, size := utf8.DecodeRuneInString(text)
	if !r.set.contains(c) {
		return 0
	}
	return size
}

// IsWithin reports whether a text that matches is known to have no characters but ASCII ones for which allowed holds.
func (p *Pattern) IsWithin(allowed func(c rune) bool) bool {
	for i := range p.scanner {
		for _, s := range p.scanner[i].set {
			if s.hi >= utf8.RuneSelf {
				return false
			}
			for c := s.lo; c <= s.hi; c++ {
				if !allowed(c) {
					return false
				}
			}
		}
	}
	return p.scanner != nil
}
