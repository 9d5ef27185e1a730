// The limits that bound the time and memory which input from outside can cost.

package source

import "io"

// Limits bound what a reader accepts. A field that is zero stands for its default; a
// negative one switches the limit off. So Limits{MaxDepth: 50} changes one limit, and
// Limits{} is the table below:
//
//	field           default    what it bounds
//	MaxBytes        128 MiB    a document held in memory, in bytes as given; also an element
//	                           recorded from a stream
//	MaxStreamBytes  64 GiB     a document read from a stream, in bytes as given
//	MaxTextBytes    64 MiB     one token: a tag, a text with the comments inside it, a
//	                           comment, a processing instruction, a JSON string without its
//	                           quotes; in bytes of UTF-8, escapes as they are written
//	MaxDepth        1000       elements, or JSON objects and arrays, inside each other
//	MaxAttributes   1000       attributes and namespace declarations of one element
//	MaxNamespaces   1000       namespace declarations in scope
//	MaxNameBytes    4096       a name with its prefix, or a JSON key without its quotes, in
//	                           bytes of UTF-8
//	MaxMembers      100000     members of one JSON object
//	MaxNumberBytes  4096       a JSON number, in bytes
//	MaxExpansion    10         what references to entities and defaults of attributes add to a
//	                           document, as a multiple of its own bytes up to there; 1 MiB is
//	                           allowed in any case
//
// What is exactly as large as a limit is read. Exceeding one is a *LimitError that names the field. Users of package xsd change them with
// xsd.WithLimits.
type Limits struct {
	MaxBytes       int64
	MaxStreamBytes int64
	MaxTextBytes   int
	MaxDepth       int
	MaxAttributes  int
	MaxNamespaces  int
	MaxNameBytes   int
	MaxMembers     int
	MaxNumberBytes int
	MaxExpansion   int

	// RefuseDoctype refuses documents with a document type declaration. Otherwise its internal subset is read and nothing is
	// fetched.
	RefuseDoctype bool
	// Charset returns a reader of UTF-8 for input in an encoding that is not read here. label is the name in the XML declaration,
	// as it stands there. Positions then count bytes of UTF-8. Without Charset, such a document is refused.
	Charset func(label string, input io.Reader) (io.Reader, error)
}

// DefaultLimits returns the limits that Limits{} stands for.
func DefaultLimits() Limits {
	return Limits{
		MaxBytes:       128 << 20,
		MaxStreamBytes: 64 << 30,
		MaxTextBytes:   64 << 20,
		MaxDepth:       1000,
		MaxAttributes:  1000,
		MaxNamespaces:  1000,
		MaxNameBytes:   4096,
		MaxMembers:     100_000,
		MaxNumberBytes: 4096,
		MaxExpansion:   10,
	}
}

var defaultLimits = DefaultLimits()

// Effective returns the limits with each zero field replaced by its default and each
// negative one by the largest value there is, ready to compare with.
func (l Limits) Effective() Limits {
	if l.isDefault() {
		return defaultLimits
	}
	defaults := &defaultLimits
	return Limits{
		MaxBytes:       effective(l.MaxBytes, defaults.MaxBytes),
		MaxStreamBytes: effective(l.MaxStreamBytes, defaults.MaxStreamBytes),
		MaxTextBytes:   effective(l.MaxTextBytes, defaults.MaxTextBytes),
		MaxDepth:       effective(l.MaxDepth, defaults.MaxDepth),
		MaxAttributes:  effective(l.MaxAttributes, defaults.MaxAttributes),
		MaxNamespaces:  effective(l.MaxNamespaces, defaults.MaxNamespaces),
		MaxNameBytes:   effective(l.MaxNameBytes, defaults.MaxNameBytes),
		MaxMembers:     effective(l.MaxMembers, defaults.MaxMembers),
		MaxNumberBytes: effective(l.MaxNumberBytes, defaults.MaxNumberBytes),
		MaxExpansion:   effective(l.MaxExpansion, defaults.MaxExpansion),
		RefuseDoctype:  l.RefuseDoctype,
		Charset:        l.Charset,
	}
}

// isDefault reports whether the limits are Limits{}.
func (l *Limits) isDefault() bool {
	return l.MaxBytes == 0 && l.MaxStreamBytes == 0 && l.MaxTextBytes == 0 && l.MaxDepth == 0 && l.MaxAttributes == 0 &&
		l.MaxNamespaces == 0 && l.MaxNameBytes == 0 && l.MaxMembers == 0 && l.MaxNumberBytes == 0 && l.MaxExpansion == 0 &&
		!l.RefuseDoctype && l.Charset == nil
}

// effective keeps one below the largest value, so that "limit+1" does not overflow.
func effective[T int | int64](limit, byDefault T) T {
	switch {
	case limit == 0:
		return byDefault
	case limit < 0:
		const bits = 62
		if largest := int64(1) << bits; int64(T(largest)) == largest {
			return T(largest)
		}
		return T(1 << 30)
	default:
		return limit
	}
}
