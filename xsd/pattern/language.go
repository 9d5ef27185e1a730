// Questions about whole languages: is one included in another, is it empty,
// what does a string of it look like. Answers come with a witness.

package pattern

// Answer is the result of a question that may need more memory than allowed.
type Answer uint8

// The answers. Undecided is the zero value: nothing is claimed.
const (
	Undecided Answer = iota
	Yes
	No
)

// String returns the answer as a word.
func (a Answer) String() string { return [...]string{"undecided", "yes", "no"}[a] }

// NoMaximum as a MaxLength means that strings may have any length.
const NoMaximum = -1

// Language is a set of strings in XSD's terms. A restriction step's pattern
// facets are alternatives, the steps hold together (Part 2, 4.3.4), and the
// length is bounded in characters. Where White is not Preserve, the strings are
// those that are so after the treatment: "a", " a " and so on.
type Language struct {
	Steps                [][]*Pattern // of each step, at least one pattern matches
	MinLength, MaxLength int          // MaxLength may be NoMaximum
	White                White        // what is done to a string before patterns and lengths see it
}

// Language returns the strings that p matches.
func (p *Pattern) Language() Language {
	return Language{Steps: [][]*Pattern{{p}}, MaxLength: NoMaximum}
}

// Includes reports whether super has every string of sub. If not, witness is
// a shortest string that sub has and super has not. After visiting limit
// states of the product of all automata it gives up.
func Includes(super, sub Language, limit int) (answer Answer, witness string) {
	return Covers([]Language{super}, sub, limit)
}

// Covers reports whether each string of sub is in at least one of supers. If
// not, witness is a shortest string that sub has and none of them. After
// visiting limit states of the product of all automata it gives up.
func Covers(supers []Language, sub Language, limit int) (answer Answer, witness string) {
	p := newProduct(limit, append([]Language{sub}, supers...)...)
	target, answer := p.search(func(v vertex) bool { return p.accepts(v, 0) && !p.acceptedByOthers(v) })
	switch answer {
	case Yes:
		return No, p.path(target)
	case No:
		return Yes, ""
	}
	return Undecided, ""
}

// Shortest returns a shortest string of l. Yes: there is one; No: l is empty.
func (l Language) Shortest(limit int) (example string, answer Answer) {
	p := newProduct(limit, l)
	target, answer := p.search(func(v vertex) bool { return p.accepts(v, 0) })
	if answer != Yes {
		return "", answer
	}
	return p.path(target), Yes
}
