// xs:float and xs:double (Part 2, sections 3.2.4 and 3.2.5): Go's float32 and float64 with the standard's spellings and its
// equality, in which NaN equals itself.

package codec

import "github.com/mvainnsyn/mvainnsyn/xsd/simple"

// Float is a value of xs:float.
type Float float32

// Double is a value of xs:double.
type Double float64

// String returns the shortest text that reads back as the same number; INF, -INF and NaN are the standard's.
func (f Float) String() string { return simple.FormatFloat(float64(f), 32) }

// String returns the shortest text that reads back as the same number; INF, -INF and NaN are the standard's.
func (f Double) String() string { return simple.FormatFloat(float64(f), 64) }
