// Judging documents.

package validator

import (
	"bytes"
	"errors"
	"io"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/engine"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

// Option changes how a document is judged.
type Option struct {
	reading xsd.Option // nil for As
	root    xsd.Name
}

// Tolerant makes judging return nil for what a tolerant reader takes, as in package xsd: unknown and reordered elements, a missing namespace, unknown
// enumeration values and missing lists are deviations, which are added to deviations. What is refused even so is an [*xsd.RefusedError].
func Tolerant(deviations *xsd.Violations) Option {
	return Option{reading: xsd.Tolerant(deviations)}
}

// As says which element a document in JSON is, as JSON does not name its root. In XML it is without effect: the document says so itself.
func As(name xsd.Name) Option { return Option{root: name} }

// ValidateXML judges the document that input holds, as a stream: memory grows with its depth, not with its length, but for what identity constraints
// and xs:ID keep. It returns nil where the document is valid, else what the package comment says, or the error of input.
func (s *Schema) ValidateXML(input io.Reader, opts ...Option) error {
	_, options := split(opts)
	return s.engine.XML(input, options...)
}

// ValidateXMLBytes is [Schema.ValidateXML] for a document in memory.
func (s *Schema) ValidateXMLBytes(document []byte, opts ...Option) error {
	return s.ValidateXML(bytes.NewReader(document), opts...)
}

// ValidateJSON judges the JSON text that input holds, as a stream. What it looks like follows from the schema, as for generated code: docs/json.md says
// how. Its root is the element that [As] names, else the only global element of the schema or of the first document's namespace; where there is neither,
// the error is a [*RootError]. Otherwise the result is that of [Schema.ValidateXML].
func (s *Schema) ValidateJSON(input io.Reader, opts ...Option) error {
	root, options := split(opts)
	if root.Local == "" {
		var err error
		if root, err = s.engine.Root(""); err != nil {
			return rootError(err)
		}
	}
	return rootError(s.engine.JSON(input, root, options...))
}

// ValidateJSONBytes is [Schema.ValidateJSON] for a text in memory.
func (s *Schema) ValidateJSONBytes(document []byte, opts ...Option) error {
	return s.ValidateJSON(bytes.NewReader(document), opts...)
}

// RootError says that it is not known which element a document in JSON is.
type RootError struct{ message string }

// Error says which global elements the schema has.
func (e *RootError) Error() string { return e.message }

// rootError makes the error one of this package where it is about the root.
func rootError(err error) error {
	var unknown *engine.RootError
	if errors.As(err, &unknown) {
		return &RootError{unknown.Error() + "; name it with As"}
	}
	return err
}

// split returns the element that options name, and those that are about reading.
func split(opts []Option) (root xsd.Name, reading []xsd.Option) {
	for _, opt := range opts {
		if opt.reading != nil {
			reading = append(reading, opt.reading)
		}
		if opt.root.Local != "" {
			root = opt.root
		}
	}
	return root, reading
}
