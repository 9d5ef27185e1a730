// This file holds the options of reading and writing. Strict reading and checked writing are what one gets without any.

package codec

import (
	"errors"
	"fmt"
	"slices"

	"github.com/mvainnsyn/mvainnsyn/xsd/xmltext"
)

// Option changes how one call reads or writes.
type Option func(*options)

type options struct {
	given         bool        // something was asked for, so that there is something to forget
	deviations    *Violations // not nil: tolerant reading
	unchecked     bool
	as            Name
	limits        Limits // zero fields stand for their defaults
	root          rootName
	identityLimit int       // key sequences kept by Range and WriteRange, 0 for none
	within        []Name    // the elements around the payload, the root first
	notes         *Notes    // nil: none are taken or put back
	style         *style    // nil: as usual
	lost          *[]string // not nil: the paths of what is not kept are added to it
	rootPrefix    bool      // writer: the root's namespace has a prefix, since a QName in no namespace needs that there is no default one
}

// rootName says which name a root may have.
type rootName uint8

const (
	globalRoot    rootName = iota // that of a global element of the type, or of one derived from it
	anyRootIfNone                 // any where the type has no global element
	anyRoot                       // any
)

// rootMayBe says which name the root that is read may have.
func rootMayBe(name rootName) Option { return func(o *options) { o.root = name } }

// withRootPrefix gives the root's namespace a prefix.
func withRootPrefix() Option { return func(o *options) { o.rootPrefix = true } }

// writeOut calls write, and once more where a QName in no namespace needs that there is no default namespace.
func writeOut[T any](write func(opts ...Option) (T, error), opts []Option) (T, error) {
	result, err := write(opts...)
	if errors.Is(err, xmltext.ErrDefaultNamespace) {
		result, err = write(append(slices.Clone(opts), withRootPrefix())...)
	}
	return result, remedied(err)
}

// remedied says what helps where a QName in no namespace cannot be written.
func remedied(err error) error {
	if errors.Is(err, xmltext.ErrDefaultNamespace) {
		return fmt.Errorf("%w; give the namespace of the root one by xsd.WithPrefixes", err)
	}
	return err
}

// apply applies what is given to a call. Nothing was given before.
func (o *options) apply(given []Option) {
	for _, change := range given {
		change(o)
	}
	o.given = len(given) > 0
}

// forget takes back what was given.
func (o *options) forget() {
	if o.given {
		*o = options{}
	}
}

// newOptions applies opts to the defaults. Without options it allocates nothing.
func newOptions(opts []Option) options {
	if len(opts) == 0 {
		return options{}
	}
	o := new(options)
	o.apply(opts)
	return *o
}

// Tolerant reads what a client of a living service has to cope with: unknown and reordered elements, a missing namespace,
// unknown enumeration values, missing lists beside recognised siblings, and the spellings JSON services use. Each of them is
// appended to deviations. What is left out where every value has it is refused with a [*RefusedError], since a Go zero value
// would be a false statement. So is what comes twice where there is room for one, and a missing list beside anything that may
// be the list under another name, in another place or in another shape.
func Tolerant(deviations *Violations) Option {
	if deviations == nil {
		deviations = new(Violations)
	}
	return func(o *options) { o.deviations = deviations }
}

// Within says that the value's element is a payload inside a document of another kind, and names the elements around it, the root first, such as
// Envelope and Body of SOAP. The payload is the first element in the last of them, and of each of them the first of its name counts. What is around the
// payload is not validated, but its namespace declarations are in scope: values such as xsi:type may use its prefixes. Lines and columns are those of the
// document; paths begin at the payload. For JSON, and for writing, the option is without effect.
func Within(names ...Name) Option {
	return func(o *options) { o.within = names }
}

// Unchecked writes a value without validating it.
func Unchecked() Option {
	return func(o *options) { o.unchecked = true }
}

// As names the global element to write or to expect, where the value's type has none or several.
func As(name Name) Option {
	return func(o *options) { o.as = name }
}

// WithLimits replaces the limits of reading. A [*LimitError] names the limit that a document exceeds.
func WithLimits(limits Limits) Option {
	return func(o *options) {
		limits.RefuseDoctype = limits.RefuseDoctype || o.limits.RefuseDoctype
		o.limits = limits
	}
}

// RefuseDoctype refuses documents with a document type declaration with a [*LimitError], whatever the limits say. A client reads so.
func RefuseDoctype() Option {
	return func(o *options) { o.limits.RefuseDoctype = true }
}

// CheckIdentity makes [Range] and [WriteRange] check identity constraints and ID references too, with at most limit key sequences in memory;
// beyond that they end with a [*LimitError].
func CheckIdentity(limit int) Option {
	return func(o *options) { o.identityLimit = limit }
}
