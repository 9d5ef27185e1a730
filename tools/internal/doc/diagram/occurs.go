// This file writes occurrence as UML does.

package diagram

import (
	"strconv"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// String is 1, 0..1, 1..*, or the like.
func (o Occurs) String() string {
	from := strconv.Itoa(o.Min)
	switch {
	case o.Max == schema.Unbounded:
		return from + "..*"
	case o.Max == o.Min:
		return from
	}
	return from + ".." + strconv.Itoa(o.Max)
}
