// The errors of reading and writing.

package xsd

import (
	"github.com/mvainnsyn/mvainnsyn/xsd/codec"
	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
)

// Violations is a list of violations in document order, as an error or as the deviations of tolerant reading. It holds at
// most [MaxViolations]; where there are more, one last entry says so and Truncated returns true. The reader then stops, except in
// tolerant reading, where deviations do not stop it, and at the items of [Range].
// [github.com/mvainnsyn/mvainnsyn/xsd/codec.Violations] lists its methods.
type Violations = codec.Violations

// Violation is one way in which a document, or a Go value to be written, is not valid. In tolerant reading it is a deviation.
// [github.com/mvainnsyn/mvainnsyn/xsd/codec.Violation] lists its fields and methods.
type Violation = codec.Violation

// MaxViolations is how many violations a [Violations] lists before it is truncated.
const MaxViolations = codec.MaxViolations

// SyntaxError says that a text is not well-formed XML or JSON, where, and what to do about it.
// [github.com/mvainnsyn/mvainnsyn/xsd/source.SyntaxError] lists its fields and methods.
type SyntaxError = codec.SyntaxError

// LimitError says that a document exceeds a limit: whether it is valid could not be checked. [WithLimits] changes limits.
// [github.com/mvainnsyn/mvainnsyn/xsd/source.LimitError] lists its fields and methods.
type LimitError = codec.LimitError

// RefusedError says that tolerant reading recognised too little to return a value that is no false statement: nothing at
// all, or not a part that every value has. Violations names what was missed.
// [github.com/mvainnsyn/mvainnsyn/xsd/codec.RefusedError] lists its fields and methods.
type RefusedError = codec.RefusedError

// FacetError says why a text is not of a type. Rule is the W3C's name of the clause, such as "cvc-pattern-valid" or, where the
// text is not in the lexical space of the built-in type at all, "cvc-datatype-valid.1.2.1". Message names the value
// (shortened), the limit and what would be accepted.
// [github.com/mvainnsyn/mvainnsyn/xsd/simple.FacetError] lists its fields and methods.
type FacetError = simple.FacetError
