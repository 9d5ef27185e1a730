// This file looks at ordered content before it is written: which case each item is of, and whether the content model allows items in this order. Most often their
// order is that of the value before.

package codec

import (
	"slices"
)

// orderedItems is a row of items, by their cases, that the content model of a part allows.
type orderedItems struct {
	of  *directPart
	row []int
}

// leaveOrder leaves it to a part that holds all elements of a type to check their order. It is not ok for other content.
func (p *plan) leaveOrder(content []directPart) (ok bool) {
	if len(content) != 1 || content[0].kind != items {
		return false
	}
	q := &content[0]
	q.ordered = p
	q.optional = p.model == nil || p.model.AllowsNothing()
	return true
}

// itemsOf returns the cases of the items in a list, where the content model allows them. c follows it, nil where the part checks the order itself. endItems takes the row back.
func (w *Writer) itemsOf(c *contents, q *directPart, list *sliceWords) (row []int, result outcome) {
	begin, guess := len(w.rows), 0
	if w.areLikeBefore(q, list) {
		w.rows = append(w.rows, w.proved.row...)
		return w.rows[begin:], written
	}
	for n := range list.length {
		i := q.caseOf(interfaceAt(list, n), guess)
		if i == absent {
			return w.rows[begin:], invalid
		}
		w.rows = append(w.rows, i)
		if !q.cases[i].isOne {
			return w.rows[begin:], special
		}
		if !q.cases[i].text {
			guess = i + 1
		}
	}
	row = w.rows[begin:]
	if !w.isInOrder(c, q, row) {
		return row, invalid
	}
	return row, written
}

// endItems takes back what itemsOf returned last.
func (w *Writer) endItems(row []int) { w.rows = w.rows[:len(w.rows)-len(row)] }

// caseOf returns the case of what an interface holds, absent where it is none. It is guessed first.
func (q *directPart) caseOf(words *interfaceWords, guess int) int {
	if guess < len(q.cases) && q.cases[guess].kind == words.kind {
		return guess
	}
	for i := range q.cases {
		if q.cases[i].kind == words.kind {
			return i
		}
	}
	return absent
}

// areLikeBefore reports whether the items in a list are of the same cases as those that were in order last.
func (w *Writer) areLikeBefore(q *directPart, list *sliceWords) bool {
	if w.proved.of != q || len(w.proved.row) != list.length {
		return false
	}
	for n, i := range w.proved.row {
		if q.cases[i].kind != interfaceAt(list, n).kind {
			return false
		}
	}
	return true
}

// isInOrder reports whether the content model allows the items of a row.
func (w *Writer) isInOrder(c *contents, q *directPart, row []int) bool {
	switch {
	case c != nil:
		return c.takeItems(q, row)
	case q.ordered == nil: // there is nothing but text
		return true
	case w.proved.of == q && slices.Equal(w.proved.row, row):
		return true
	}
	var own contents
	w.arena.push(q.ordered, &own)
	ok := own.takeItems(q, row) && own.complete()
	w.arena.pop(&own)
	if ok && len(row) <= longestProved {
		w.proved.of, w.proved.row = q, append(w.proved.row[:0], row...)
	}
	return ok
}

// takeItems takes the elements among the items of a row.
func (c *contents) takeItems(q *directPart, row []int) bool {
	for _, i := range row {
		if branch := &q.cases[i]; !branch.text && !c.takeItem(branch.parts[0].field, branch.parts[0].facts) {
			return false
		}
	}
	return true
}

// takeItem takes an element of ordered content that seems to be of a field. Another place of the content model may have it, where as much is declared of it: types in
// which that is not so are read and written with care (hasNamesakes).
func (c *contents) takeItem(field int, facts *fieldFacts) bool {
	if c.take(field, facts) {
		return true
	}
	if c.matcher == nil {
		return false
	}
	leaf, ok := c.matcher.NextSymbol(facts.symbol)
	if !ok {
		return false
	}
	found := &c.plan.facts[c.plan.leaves[leaf]]
	return found.field.Kind == ElementField && found.symbol == facts.symbol
}
