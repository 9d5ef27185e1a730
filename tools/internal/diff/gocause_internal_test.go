// Which of the changes around a name of a Go package is taken for its cause.

package diff

import "testing"

// The nearest change is the cause, and of those as near the first in order, whichever is met first.
func TestNearestCause(t *testing.T) {
	met := []struct{ near, order int }{{1, 5}, {1, 2}, {1, 4}, {0, 0}, {3, 7}, {2, 1}, {3, 6}, {3, 9}}
	for first := range met {
		var n nearest
		for i := range met {
			c := met[(first+i)%len(met)]
			n.consider(c.near, cause{order: c.order})
		}
		if want := (nearest{true, 3, 6}); n != want {
			t.Errorf("from the change %d on the cause is %+v, want %+v", first, n, want)
		}
	}
}
