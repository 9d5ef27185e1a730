// Sampling: words that between them show everything a model allows.

package automaton

import (
	"math"
	"math/rand"
	"slices"

	"github.com/mvainnsyn/mvainnsyn/xsd/content"
	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

// SampleOptions says what words to draw.
type SampleOptions struct {
	// Random decides between equals; nil stands for one that always decides alike.
	Random *rand.Rand
	// MaxRepeat is the largest number of repetitions drawn where fewer are allowed too; 0 stands for 3.
	MaxRepeat int
	// Names are the names a leaf can have; an empty list makes the leaf impossible. Nil stands for the names of elements and one name
	// for each wildcard.
	Names func(leaf int) []source.Name
	// MaxLength bounds the elements of a word; 0 stands for 10,000. Particles that need more are left out.
	MaxLength int
}

// Sample draws words that between them have each leaf under each of its names, each branch of each choice, and of each particle
// the least number of occurrences, one, two, many and the greatest, where it permits. The words are valid, different and in the order found;
// there is none where the model has no word. Missing lists what no word could show.
func Sample(m *content.Model, opts SampleOptions) (words []Word, missing []Missing) {
	s := newSampler(m, opts)
	if s.root.length > s.opts.MaxLength {
		return nil, s.missing()
	}
	seen := map[string]bool{}
	for {
		before := s.open
		word := s.emit(s.root, nil)
		if text := word.String(); !seen[text] && accepts(m, word) {
			seen[text] = true
			words = append(words, word)
		}
		if s.open == 0 || s.open == before {
			return words, s.missing()
		}
	}
}

// Missing is something that no sampled word shows: a leaf under a name, or a particle occurring a number of times.
type Missing struct {
	Leaf  int // -1 for a group
	Name  source.Name
	Count int // -1 where a name is missing
}

func accepts(m *content.Model, word Word) bool {
	x := m.NewMatcher()
	for i, s := range word {
		leaf, ok := x.Next(s.Name)
		if !ok {
			return false
		}
		word[i].A = leaf
	}
	return x.AtEnd()
}

// particle is a node of the tree with what is still to be shown of it.
type particle struct {
	*content.Node
	kids   []*particle
	length int // of the shortest word, impossible where there is none
	once   int // of the shortest word of one iteration
	names  []source.Name
	turn   int // the next name
	counts []int
	open   int // the number of names and counts still to be shown, here and below
}

const impossible = math.MaxInt / 4

type sampler struct {
	*content.Model
	opts SampleOptions
	root *particle
	open int
}

func newSampler(m *content.Model, opts SampleOptions) *sampler {
	if opts.Random == nil {
		opts.Random = rand.New(rand.NewSource(1))
	}
	if opts.MaxRepeat == 0 {
		opts.MaxRepeat = 3
	}
	if opts.MaxLength == 0 {
		opts.MaxLength = 10_000
	}
	if opts.Names == nil {
		lists := names(m, nil)
		opts.Names = func(leaf int) []source.Name {
			if m.Leaves()[leaf].Any != nil {
				return lists[leaf][:1]
			}
			return lists[leaf]
		}
	}
	s := &sampler{Model: m, opts: opts}
	root := m.Root()
	s.root = s.particle(&root)
	s.open = s.count(s.root)
	return s
}

// particle measures a node and lists what there is to show of it.
func (s *sampler) particle(n *content.Node) *particle {
	p := &particle{Node: n}
	for i := range n.Children {
		if n.Children[i].Max != 0 {
			p.kids = append(p.kids, s.particle(&n.Children[i]))
		}
	}
	if n.Op == content.LeafOp {
		p.names = slices.Clone(s.opts.Names(n.Leaf))
	}
	p.once = p.shortest()
	p.length = 0
	if n.Min > 0 && p.once > 0 {
		p.length = impossible
		if p.once < impossible/n.Min {
			p.length = p.once * n.Min
		}
	}
	if p.once < impossible {
		p.counts = s.boundaries(n)
	}
	return p
}

// shortest is the length of the shortest word of one iteration.
func (p *particle) shortest() int {
	switch {
	case p.Op == content.LeafOp && len(p.names) > 0:
		return 1
	case p.Op == content.LeafOp, p.Op == content.ChoiceOp && len(p.kids) == 0:
		return impossible
	case p.Op == content.ChoiceOp:
		return slices.MinFunc(p.kids, func(a, b *particle) int { return a.length - b.length }).length
	}
	sum := 0
	for _, k := range p.kids {
		sum = min(sum+k.length, impossible)
	}
	return sum
}

// boundaries are the numbers of occurrences that make a difference.
func (s *sampler) boundaries(n *content.Node) []int {
	var counts []int
	for _, c := range []int{n.Min, 0, 1, 2, s.opts.MaxRepeat, n.Max} {
		most := n.Max
		if most == content.Unbounded || most > s.opts.MaxRepeat {
			most = max(n.Min, s.opts.MaxRepeat)
		}
		if c >= n.Min && c <= most && !slices.Contains(counts, c) {
			counts = append(counts, c)
		}
	}
	return counts
}

// count counts what is open and leaves out what is impossible.
func (s *sampler) count(p *particle) int {
	p.open = 0
	if p.once < impossible {
		p.open = len(p.counts) + len(p.names)
		if len(p.counts) == 1 && p.Min == p.Max {
			p.open -= len(p.counts) // a number that cannot be otherwise needs no showing
			p.counts = nil
		}
	}
	for _, k := range p.kids {
		p.open += s.count(k)
	}
	return p.open
}

// shown takes note that something open below the given particles was shown.
func (s *sampler) shown(path []*particle) {
	s.open--
	for _, p := range path {
		p.open--
	}
}

// emit appends the occurrences of a particle, as many as have not been shown yet, or else as few as possible.
func (s *sampler) emit(p *particle, above []*particle) Word {
	path := append(above[:len(above):len(above)], p)
	n := s.occurrences(p)
	if i := slices.Index(p.counts, n); i >= 0 {
		p.counts = slices.Delete(p.counts, i, i+1)
		s.shown(path)
	}
	var word Word
	for range n {
		word = append(word, s.once(p, path)...)
	}
	return word
}

// occurrences decides how often a particle occurs. What is inside is shown first, as often as needed.
func (s *sampler) occurrences(p *particle) int {
	inside := p.open - len(p.counts)
	switch {
	case p.once >= impossible:
		return 0
	case inside > 0:
		for i := len(p.counts) - 1; i >= 0; i-- {
			if p.counts[i] > 0 {
				return p.counts[i]
			}
		}
		return max(p.Min, 1)
	case len(p.counts) > 0:
		return p.counts[0]
	default:
		return p.Min
	}
}

// once is one iteration of a particle.
func (s *sampler) once(p *particle, path []*particle) (word Word) {
	switch p.Op {
	case content.LeafOp:
		return Word{{Name: s.name(p, path), A: p.Leaf, B: -1, Count: 1}}
	case content.ChoiceOp:
		return s.emit(s.branch(p), path)
	case content.SequenceOp:
		for _, k := range p.kids {
			word = append(word, s.emit(k, path)...)
		}
	case content.AllOp:
		for _, i := range s.opts.Random.Perm(len(p.kids)) {
			word = append(word, s.emit(p.kids[i], path)...)
		}
	}
	return word
}

// name is the next name of a leaf; all are shown before one is repeated.
func (s *sampler) name(p *particle, path []*particle) source.Name {
	name := p.names[p.turn%len(p.names)]
	if p.turn < len(p.names) {
		s.shown(path)
	}
	p.turn++
	return name
}

// branch is the branch of a choice with the most to show, the shortest among equals.
func (s *sampler) branch(p *particle) *particle {
	var best *particle
	for _, i := range s.opts.Random.Perm(len(p.kids)) {
		k := p.kids[i]
		if k.length >= impossible {
			continue
		}
		if best == nil || k.open > best.open || k.open == best.open && k.length < best.length {
			best = k
		}
	}
	return best
}

// missing lists what is open still.
func (s *sampler) missing() (list []Missing) {
	var visit func(*particle)
	visit = func(p *particle) {
		leaf := -1
		if p.Op == content.LeafOp {
			leaf = p.Leaf
		}
		for _, c := range p.counts {
			list = append(list, Missing{Leaf: leaf, Count: c})
		}
		for i := p.turn; i < len(p.names); i++ {
			list = append(list, Missing{Leaf: leaf, Name: p.names[i], Count: -1})
		}
		for _, k := range p.kids {
			visit(k)
		}
	}
	visit(s.root)
	return list
}
