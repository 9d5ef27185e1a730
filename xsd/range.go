// This file reads the parts of a huge document one by one.

package xsd

import (
	"io"
	"iter"
)

// Range reads the document input delivers and yields each element at path, such as "GeneralLedgerEntries/Journal/Transaction",
// local names below the root. The path is checked against the schema before anything is read. Memory is bounded by one item.
//
// What is not on the path is validated too. The violations of an item come with it, and the iteration goes on; what remains to
// be said comes last, with a zero T. Identity constraints and ID references are not checked unless [CheckIdentity] asks.
func Range[T, R any](input io.Reader, root Element[R], path string, opts ...Option) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {}
}
