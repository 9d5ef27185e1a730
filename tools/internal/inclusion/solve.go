// The fixed point: every pair that is met counts as included until something shows the opposite, and what was found with its help is then
// looked at again. What stays included at the end is (coinduction over finite trees: a shortest counterexample would have a smaller one in it).

package inclusion

import (
	"fmt"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/automaton"
)

// question is whether what stands in one place is allowed in another: an [elementPair] or a [typePair].
type question interface {
	examine(x *examination) finding
}

// finding is what is known of a question. A No has an example; what IDs leave open may have one, of an element that has such a value.
type finding struct {
	verdict automaton.Verdict
	example example
	reason  string
}

var included = finding{verdict: automaton.Yes}

func not(e example) finding { return finding{verdict: automaton.No, example: e} }

func undecided(format string, arguments ...any) finding {
	return finding{verdict: automaton.Undecided, reason: fmt.Sprintf(format, arguments...)}
}

// worse reports whether f says less than that everything is included.
func (f finding) worse() bool { return f.verdict != automaton.Yes }

// maxQuestions bounds the pairs that are compared.
const maxQuestions = 100_000

// solver finds the answers to questions that depend on each other.
type solver struct {
	c     *Comparer
	nodes map[question]*node
	queue []*node
	spent int // comparisons of content models that met their limit

	assumed  Assumption // what was left out of account
	identity bool       // something was left open for what IDs do in their documents
}

// node is a question with what depends on its answer.
type node struct {
	question   question
	finding    finding
	dependents map[*node]bool
	queued     bool
}

func newSolver(c *Comparer) *solver {
	return &solver{c: c, nodes: map[question]*node{}}
}

// solve answers a question for good.
func (s *solver) solve(q question) finding {
	n := s.node(q)
	if n == nil {
		return tooMany()
	}
	for len(s.queue) > 0 {
		if s.c.stopped() {
			return undecided(automaton.Stopped) // what is in the queue stays there: no answer is made of half a search
		}
		next := s.queue[0]
		s.queue = s.queue[1:]
		next.queued = false
		s.examine(next)
	}
	return n.finding
}

func tooMany() finding {
	return undecided("more than %d pairs of types had to be compared", maxQuestions)
}

// node is the node of a question, put into the queue where it is new; nil where there are too many.
func (s *solver) node(q question) *node {
	n, ok := s.nodes[q]
	if !ok {
		if len(s.nodes) >= maxQuestions {
			return nil
		}
		n = &node{question: q, finding: included, dependents: map[*node]bool{}}
		s.nodes[q] = n
		s.enqueue(n)
	}
	return n
}

func (s *solver) enqueue(n *node) {
	if !n.queued {
		n.queued = true
		s.queue = append(s.queue, n)
	}
}

// examine looks at a node again. Findings only get worse, from included through undecided to not included, so this ends.
func (s *solver) examine(n *node) {
	if n.finding.verdict == automaton.No {
		return
	}
	found := n.question.examine(&examination{Comparer: s.c, solver: s, node: n})
	if !found.worse() || found.verdict == n.finding.verdict {
		return
	}
	n.finding = found
	for dependent := range n.dependents {
		s.enqueue(dependent)
	}
}

// examination is one look at a node.
type examination struct {
	*Comparer
	solver *solver
	node   *node
}

// ask returns what is known of another question so far, and has this one looked at again when more is known.
func (x *examination) ask(q question) finding {
	n := x.solver.node(q)
	if n == nil {
		return tooMany()
	}
	n.dependents[x.node] = true
	return n.finding
}

// all returns the first finding that is a No, else the first that is undecided, else that everything is included. Later checks are not
// made once there is a No.
func all(checks ...func() finding) finding {
	return each(checks, func(check func() finding) finding { return check() })
}

// each is all for one check of many items.
func each[T any](items []T, check func(T) finding) finding {
	result := included
	for _, item := range items {
		switch found := check(item); {
		case found.verdict == automaton.No:
			return found
		case found.worse() && !result.worse():
			result = found
		}
	}
	return result
}
