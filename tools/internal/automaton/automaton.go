// Package automaton answers questions about content models as languages: is one included in another, and if not, what is the
// shortest word that shows it; what is the shortest word at all; which words cover everything a model allows, and which
// break it in one place. Words are sequences of element names.
//
// Models are followed with [content.Matcher], so counters are never unrolled into states ahead of time. Searches stop at a limit
// and then answer Undecided.
package automaton

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/xsd/content"
	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

// Step is one element of a word, or Count equal ones in a row. A and B are the leaves it is in the models asked about, -1 where it
// is none.
type Step struct {
	Name  source.Name
	A, B  int
	Count int
}

// Word is a sequence of elements.
type Word []Step

// Len is the number of elements.
func (w Word) Len() int {
	n := 0
	for _, s := range w {
		n += s.Count
	}
	return n
}

// Names is the word spelt out: one name for each element.
func (w Word) Names() []source.Name {
	names := make([]source.Name, 0, w.Len())
	for _, s := range w {
		for range s.Count {
			names = append(names, s.Name)
		}
	}
	return names
}

// String separates names by blanks and writes repetitions as "name*3".
func (w Word) String() string {
	var text strings.Builder
	for i := 0; i < len(w); {
		name, count := w[i].Name, 0
		if i > 0 {
			text.WriteByte(' ')
		}
		for ; i < len(w) && w[i].Name == name; i++ {
			count += w[i].Count
		}
		text.WriteString(name.String())
		if count > 1 {
			text.WriteString("*" + strconv.Itoa(count))
		}
	}
	return text.String()
}

// Describe says what is ambiguous about a model.
func Describe(m *content.Model, a content.Ambiguity) string {
	leaves := m.Leaves()
	first, second := describeLeaf(&leaves[a.First]), describeLeaf(&leaves[a.Second])
	if a.Name.Local == "*" {
		return fmt.Sprintf("%s and %s both allow elements of %s at the same place", first, second, describeSpace(a.Name.Space))
	}
	if first == second {
		return fmt.Sprintf("%s occurs twice, and at some place either may come next", first)
	}
	return fmt.Sprintf("%s and %s both allow element %s at the same place", first, second, a.Name)
}

func describeLeaf(l *content.Leaf) string {
	if l.Any != nil {
		return "the wildcard " + l.Any.Namespaces.String()
	}
	return "element " + l.Element.String()
}

func describeSpace(space string) string {
	if space == "" {
		return "no namespace"
	}
	return "namespace " + space
}

// names are the names to try for each leaf of a model: those of an element, and for a wildcard every known name it allows and
// one that is not known for each namespace that makes a difference. All other names behave like one of these.
func names(of *content.Model, more []source.Name, others ...*content.Model) [][]source.Name {
	known := collect(append(others, of), more)
	lists := make([][]source.Name, len(of.Leaves()))
	for i := range of.Leaves() {
		l := &of.Leaves()[i]
		if l.Any == nil {
			lists[i] = namesOfLeaf(l)
			continue
		}
		for _, n := range known {
			if l.Allows(n) {
				lists[i] = append(lists[i], n)
			}
		}
	}
	return lists
}

// collect returns the names of the models' leaves and, where there are wildcards, a fresh name for each namespace mentioned
// anywhere, for absent, and for a namespace that is not mentioned. Fresh names come first, as the simplest examples. More names are
// known besides.
func collect(models []*content.Model, more []source.Name) (known []source.Name) {
	var spaces []string
	seenSpace, seenName := map[string]bool{}, map[source.Name]bool{}
	addSpace := func(space string) {
		if !seenSpace[space] {
			seenSpace[space] = true
			spaces = append(spaces, space)
		}
	}
	addName := func(name source.Name) {
		addSpace(name.Space)
		if !seenName[name] {
			seenName[name] = true
			known = append(known, name)
		}
	}
	addSpace("")
	wildcards := false
	for _, m := range models {
		for i := range m.Leaves() {
			l := &m.Leaves()[i]
			if l.Any == nil {
				addName(l.Element)
				for _, s := range l.Substitutes {
					addName(s)
				}
				continue
			}
			wildcards = true
			for _, space := range l.Any.Namespaces.Names {
				addSpace(space)
			}
		}
	}
	if !wildcards {
		return known
	}
	for _, name := range more {
		addName(name)
	}
	addSpace(Fresh("urn:other", func(s string) bool { return seenSpace[s] }))
	var first []source.Name
	for _, space := range spaces {
		local := Fresh("any", func(s string) bool { return seenName[source.Name{Space: space, Local: s}] })
		first = append(first, source.Name{Space: space, Local: local})
	}
	return append(first, known...)
}

// Fresh is a word that is not taken, made from the given one.
func Fresh(word string, taken func(string) bool) string {
	for i, try := 2, word; ; i++ {
		if !taken(try) {
			return try
		}
		try = word + strconv.Itoa(i)
	}
}
