// Where a counterexample stands in a document.

package inclusion

import "github.com/mvainnsyn/mvainnsyn/tools/internal/schema"

// place is the element that a question is about: a root, an element of a declaration, or an element of a type.
type place struct {
	element *schema.Element
	typ     schema.Type
	root    bool
}

// proved is the answer that a finding amounts to.
func (c *Comparer) proved(found finding, at place) Answer {
	return Answer{Verdict: found.verdict, Reason: found.reason}
}
