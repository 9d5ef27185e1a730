// The sets of values that enumerations allow.

package simple

import "slices"

// valueSet is a set of values: a list while there are few, a hash table beyond. The zero set is empty.
type valueSet[T comparable] struct {
	few  []T
	many map[T]struct{}
}

// maxFew is up to where comparing with each value is faster than hashing.
const maxFew = 12

func (s *valueSet[T]) isEmpty() bool { return len(s.few) == 0 }

func (s *valueSet[T]) add(value T) {
	if len(s.few) < maxFew {
		s.few = append(s.few, value)
		return
	}
	if s.many == nil {
		s.many = make(map[T]struct{})
	}
	s.many[value] = struct{}{}
}

func (s *valueSet[T]) has(value T) bool {
	if slices.Contains(s.few, value) {
		return true
	}
	_, ok := s.many[value]
	return ok
}
