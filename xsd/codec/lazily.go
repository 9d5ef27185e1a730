// What is made when it is first asked for.

package codec

import "sync/atomic"

// lazily holds what is made when it is first asked for, and not changed after that. Where several ask at once, each may make it, and one is kept.
type lazily[T any] struct{ made atomic.Pointer[T] }

func (l *lazily[T]) get(build func() T) *T {
	if made := l.made.Load(); made != nil {
		return made
	}
	return l.keep(build())
}

func (l *lazily[T]) keep(made T) *T {
	l.made.CompareAndSwap(nil, &made)
	return l.made.Load()
}
