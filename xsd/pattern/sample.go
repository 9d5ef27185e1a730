// Random members of a language.

package pattern

import "math/rand/v2"

// Sampler draws random strings of a language. It is for one goroutine.
type Sampler struct {
	product  *product
	out      [][]int32 // by vertex: letters that lead to where the string can still end
	distance []int32   // by vertex: to the nearest end; unreachable if there is none
}

// unreachable is the distance of a vertex from which no string can end.
const unreachable = -1

// stopOdds is how often, one in so many, a string ends where it may.
const stopOdds = 4

// NewSampler explores l, up to limit states. Yes: strings can be drawn (of
// the part explored, if that is not all); No: the language is empty.
func NewSampler(l Language, limit int) (*Sampler, Answer) {
	p := newProduct(limit, l)
	_, answer := p.search(func(vertex) bool { return false })
	s := newSampler(p)
	if len(s.distance) > 0 && s.distance[0] != unreachable {
		return s, Yes
	}
	return nil, answer
}

// newSampler computes distances backwards from where strings may end.
func newSampler(p *product) *Sampler {
	s := &Sampler{product: p, out: make([][]int32, len(p.arrival)), distance: make([]int32, len(p.arrival))}
	sources := make([][]vertex, len(p.arrival))
	var queue []vertex
	for v := range vertex(len(p.arrival)) {
		s.distance[v] = unreachable
		if p.accepts(v, 0) {
			s.distance[v] = 0
			queue = append(queue, v)
		}
		if p.dead(v) {
			continue
		}
		for letter := range p.letters {
			if next := p.follow(v, int32(letter)); next >= 0 {
				sources[next] = append(sources[next], v)
			}
		}
	}
	for ; len(queue) > 0; queue = queue[1:] {
		for _, v := range sources[queue[0]] {
			if s.distance[v] == unreachable {
				s.distance[v] = s.distance[queue[0]] + 1
				queue = append(queue, v)
			}
		}
	}
	return s
}

// Sample draws a string. It is at most as long as length where the language
// has strings that short; otherwise it ends as soon as it can from there.
func (s *Sampler) Sample(rng *rand.Rand, length int) string {
	var text []rune
	for v := vertex(0); ; {
		left := int32(length - len(text))
		if s.distance[v] == 0 && (left <= 0 || rng.IntN(stopOdds) == 0) {
			return string(text)
		}
		letters := s.choices(v, left)
		if len(letters) == 0 {
			return string(text)
		}
		letter := letters[rng.IntN(len(letters))]
		text = append(text, draw(rng, s.product.letters[letter]))
		v = s.product.follow(v, letter)
	}
}

// choices returns the letters after which a string can end within what is
// left, or else the nearest way to an end.
func (s *Sampler) choices(v vertex, left int32) []int32 {
	if s.out[v] == nil {
		s.out[v] = s.live(v)
	}
	var within, nearest []int32
	for _, letter := range s.out[v] {
		next := s.product.follow(v, letter)
		if s.distance[next] < left {
			within = append(within, letter)
		}
		if s.distance[next] < s.distance[v] {
			nearest = append(nearest, letter)
		}
	}
	if len(within) > 0 {
		return within
	}
	return nearest
}

// live returns the letters from v that do not lead into a dead end.
func (s *Sampler) live(v vertex) []int32 {
	letters := []int32{}
	if s.product.dead(v) {
		return letters
	}
	for letter := range s.product.letters {
		if next := s.product.follow(v, int32(letter)); next >= 0 && s.distance[next] != unreachable {
			letters = append(letters, int32(letter))
		}
	}
	return letters
}

// draw picks a member of set, ASCII three times out of four if it has any.
func draw(rng *rand.Rand, set charSet) rune {
	if ascii := set.intersect(charSet{{'!', '~'}}); len(ascii) > 0 && rng.IntN(4) > 0 {
		set = ascii
	}
	n := rng.IntN(set.size())
	for _, s := range set {
		if width := int(s.hi-s.lo) + 1; n >= width {
			n -= width
			continue
		}
		return s.lo + rune(n)
	}
	panic("pattern: a letter without characters")
}
