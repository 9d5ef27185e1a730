// White space treatment inside the product of automata (Part 2, section 4.3.6):
// a language whose strings are treated first reads another string than the one
// that is searched.

package pattern

// White says what is done to the white space of a string before anything else
// looks at it. The values are those of the whiteSpace facet.
type White uint8

// The treatments.
const (
	Preserve White = iota // nothing
	Replace               // each tab, line feed and carriage return becomes a space
	Collapse              // and runs of spaces become one, those at both ends none
)

var (
	spaceOnly  = charSet{{' ', ' '}}
	otherWhite = charSet{{'\t', '\n'}, {'\r', '\r'}}
	whiteChars = spaceOnly.union(otherWhite)
)

// The phases of a reader that collapses. Others stay in the first.
const (
	atStart  int32 = iota // no character has been handed on yet
	inWord                // the last character was handed on
	afterGap              // white space came, and is handed on if more follows
)

// reader is how one language takes part in the product.
type reader struct {
	white   White
	first   int   // its first automaton
	length  int   // where its length is among the states of a vertex; its phase is the next one
	ceiling int32 // lengths from here on are all the same
}

// read lets language i read a letter.
func (p *product) read(states []int32, i int, letter int32) {
	r := p.readers[i]
	switch {
	case r.white == Preserve:
		p.take(states, i, letter)
	case r.white == Replace:
		if p.white[letter] {
			letter = p.space
		}
		p.take(states, i, letter)
	case p.white[letter]:
		if states[r.length+1] == inWord {
			states[r.length+1] = afterGap
		}
	default:
		if states[r.length+1] == afterGap {
			p.take(states, i, p.space)
		}
		p.take(states, i, letter)
		states[r.length+1] = inWord
	}
}

// take advances the automata and the length of language i by a letter that was handed on.
func (p *product) take(states []int32, i int, letter int32) {
	r := p.readers[i]
	end := len(p.automata)
	if i+1 < len(p.readers) {
		end = p.readers[i+1].first
	}
	for n := r.first; n < end; n++ {
		states[n] = p.automata[n].next(states[n], letter)
	}
	states[r.length] = min(states[r.length]+1, r.ceiling)
}

// exhausted reports whether the first language, which has read so many
// characters, takes no more. One that collapses takes white space at the end.
func (p *product) exhausted(length int32) bool {
	l := p.languages[0]
	if l.MaxLength < 0 {
		return false
	}
	return length > int32(l.MaxLength) || length == int32(l.MaxLength) && l.White != Collapse
}

// acceptedByOthers reports whether the string that leads to v is in any
// language but the first.
func (p *product) acceptedByOthers(v vertex) bool {
	for i := 1; i < len(p.languages); i++ {
		if p.accepts(v, i) {
			return true
		}
	}
	return false
}
