// Shrinking: a document from which nothing can be taken away.

package inclusion

import (
	"crypto/sha256"
	"fmt"
	"strings"
)

// maxTries bounds how often a smaller document is tried.
const maxTries = 20_000

// Shrink takes elements, attributes, texts and repetitions away from a document as long as keep holds for what is left. In the end the removal
// of any single one would end it; in contents of more than 60 children, one place stands for others with the same neighbours, and one child for those that
// are the same. A default namespace stays: it is part of the elements' names. Comments go. A document that cannot be read is returned as it is, and one that needs more than 20,000 tries as far as
// it came.
func Shrink(document string, keep func(document string) bool) string {
	root, err := parseMarkup(document)
	if err != nil || !keep(root.String()) {
		return document
	}
	s := &shrinking{root: root, keep: keep, refused: map[[sha256.Size]byte]bool{}}
	for s.shrunk = true; s.shrunk; {
		s.shrunk = false
		s.element(root)
	}
	return root.String()
}

// shrinking is a document that is made smaller.
type shrinking struct {
	root    *markup
	keep    func(string) bool
	refused map[[sha256.Size]byte]bool // documents tried in vain
	tries   int
	shrunk  bool // in this round

	around map[[sha256.Size]byte]bool // what could not go where it stands, in long contents
}

// holds reports whether the document as it is now will do.
func (s *shrinking) holds() bool {
	document := s.root.String()
	key := sha256.Sum256([]byte(document))
	if s.refused[key] || s.tries >= maxTries {
		return false
	}
	s.tries++
	if !s.keep(document) {
		s.refused[key] = true
		return false
	}
	s.shrunk = true
	return true
}

// element shrinks an element: first many children at a time, then one by one, then its attributes, then what is left in it.
func (s *shrinking) element(m *markup) {
	s.around = nil
	if len(m.children) > longContent {
		s.around = map[[sha256.Size]byte]bool{}
	}
	for size := len(m.children); size > 0; size /= 2 {
		s.children(m, size)
	}
	s.around = nil
	s.attributes(m)
	s.within(m)
}

// within shrinks the elements in an element; of many that are alike, one stands for all.
func (s *shrinking) within(m *markup) {
	long := len(m.children) > longContent
	vain := map[string]bool{}
	for _, child := range m.children {
		if child.name == "" || long && vain[child.String()] {
			continue
		}
		before := child.String()
		s.element(child)
		if child.String() == before {
			vain[before] = true
		}
	}
}

// attributes takes attributes away, a declaration of the default namespace aside: without it, the elements would be others.
func (s *shrinking) attributes(m *markup) {
	for at := 0; at < len(m.attributes); at++ {
		before := m.attributes
		if before[at].name == "xmlns" {
			continue
		}
		m.attributes = append(before[:at:at], before[at+1:]...)
		if s.holds() {
			at--
		} else {
			m.attributes = before
		}
	}
}

// children takes so many children at a time away from an element, where the document will do without them.
func (s *shrinking) children(m *markup, count int) {
	for at := 0; at < len(m.children); {
		before := m.children
		end := min(at+count, len(before))
		if s.triedAlike(before, at, end) {
			at = end
			continue
		}
		m.children = append(before[:at:at], before[end:]...)
		if !s.holds() {
			m.children = before
			at = end
		}
	}
}

// What bounds the trying in long contents: from how many children on a content counts as long, and how many on both sides tell places apart.
const (
	longContent = 60
	neighbours  = 6
)

// triedAlike reports whether the same children between the same neighbours could not go before: in a word that repeats itself a thousand times, one place
// stands for all. The first time it is asked it notes that they are tried.
func (s *shrinking) triedAlike(children []*markup, at, end int) bool {
	if s.around == nil {
		return false
	}
	hash := sha256.New()
	write := func(from, to int) {
		for _, child := range children[max(from, 0):min(to, len(children))] {
			var b strings.Builder
			child.writeTo(&b)
			fmt.Fprintf(hash, "%d:%s", b.Len(), b.String())
		}
		fmt.Fprint(hash, "|")
	}
	write(at-neighbours, at)
	write(at, end)
	write(end, end+neighbours)
	key := [sha256.Size]byte(hash.Sum(nil))
	tried := s.around[key]
	s.around[key] = true
	return tried
}
