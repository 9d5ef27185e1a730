// Judging documents.

package validator

import (
	"bytes"
	"io"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/validate"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

// Option changes how a document is judged.
type Option struct{ apply validate.Option }

// Tolerant makes judging return nil for what a tolerant reader takes, as in package xsd: unknown and reordered elements, a missing namespace, unknown
// enumeration values and missing lists are deviations, which are added to deviations. What is refused even so is an [*xsd.RefusedError].
func Tolerant(deviations *xsd.Violations) Option { return Option{validate.Tolerant(deviations)} }

// ValidateXML judges the document that input holds, as a stream: memory grows with its depth, not with its length, but for what identity constraints
// and xs:ID keep. It returns nil where the document is valid, else what the package comment says, or the error of input.
func (s *Schema) ValidateXML(input io.Reader, opts ...Option) error {
	return s.validator.Document(input, internal(opts)...)
}

// ValidateXMLBytes is [Schema.ValidateXML] for a document in memory.
func (s *Schema) ValidateXMLBytes(document []byte, opts ...Option) error {
	return s.ValidateXML(bytes.NewReader(document), opts...)
}

func internal(opts []Option) []validate.Option {
	applied := make([]validate.Option, len(opts))
	for i, opt := range opts {
		applied[i] = opt.apply
	}
	return applied
}
