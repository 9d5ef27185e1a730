// Package validate judges documents by schema components (XSD 1.0 Part 1, "Schema-Validity Assessment"), as a stream and without generated
// code. Memory grows with the depth of a document, not with its length, but for IDs and identity constraints.
package validate

import (
	"cmp"
	"io"
	"sync"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
	"github.com/mvainnsyn/mvainnsyn/xsd"
	"github.com/mvainnsyn/mvainnsyn/xsd/xmltext"
)

// Validator validates documents against one schema. It is safe for concurrent use.
type Validator struct {
	set   *schema.Set
	roots func() []string // the names of all global elements, sorted
}

// New makes a validator of a schema that was built without problems.
func New(set *schema.Set) *Validator {
	return &Validator{set: set, roots: sync.OnceValue(func() []string { return rootsOf(set) })}
}

// Option changes how a document is read.
type Option func(*run)

// Unread notes in unread what the document's type declaration refers to and was not read. The verdict is that of a processor that does
// not validate by such declarations (XML 1.0, section 5.1).
func Unread(unread *[]xmltext.Unread) Option {
	return func(r *run) { r.unread = unread }
}

// Document reads one document and returns nil where it is valid. Otherwise the error is xsd.Violations, in document order; a
// *xsd.SyntaxError where the document is not well-formed; a *xsd.LimitError where it could not be checked;
// or what input returned. Reading is strict: what tolerant reading takes is decided in the runtime alone.
func (v *Validator) Document(input io.Reader, opts ...Option) error {
	r := &run{validator: v, ids: map[string]bool{}}
	for _, opt := range opts {
		opt(r)
	}
	r.input = readers.Get().(*xmltext.Reader)
	r.input.ResetStream(input, xsd.Limits{})
	defer func() {
		r.input.Reset(nil, xsd.Limits{})
		readers.Put(r.input)
	}()
	err := r.document()
	if declared := r.input.Doctype(); declared != nil && r.unread != nil {
		*r.unread = declared.Unread
	}
	if err = cmp.Or(err, r.unchecked); err != nil {
		return err
	}
	r.checkReferences()
	return r.violations.Err()
}

// readers are those that have read other documents: the shrinking of witnesses asks about thousands, each of them small beside what a reader holds.
var readers = sync.Pool{New: func() any { return new(xmltext.Reader) }}

// run is the validation of one document.
type run struct {
	validator  *Validator
	input      *xmltext.Reader
	violations xsd.Violations
	unread     *[]xmltext.Unread
	stack      []frame
	ids        map[string]bool
	references []reference
	unchecked  error    // why the document cannot be judged
	scopes     []*scope // of the open elements, outermost first
}

func (r *run) document() error {
	for {
		kind, err := r.input.Next()
		if err != nil {
			return err
		}
		switch kind {
		case xmltext.StartElement:
			r.start()
		case xmltext.EndElement:
			if err := r.end(); err != nil {
				return err
			}
		case xmltext.Text:
			r.text()
		case xmltext.End:
			return nil
		}
		if r.violations.Truncated() {
			return r.violations.Err()
		}
	}
}

// top is the innermost open element.
func (r *run) top() *frame { return &r.stack[len(r.stack)-1] }

// violation is one of the innermost open element at the current position.
func (r *run) violation(rule, text, message string) xsd.Violation {
	position := r.input.Position()
	return xsd.Violation{
		Path: r.path(), Line: position.Line, Column: position.Column, Offset: position.Offset, Rule: rule, Text: text, Message: message,
	}
}

// violate records a violation of the innermost open element at the current position.
func (r *run) violate(rule, text, message string) {
	r.violations.Add(r.violation(rule, text, message))
}

// violateAttribute records a violation of the attribute with that index of the current start tag.
func (r *run) violateAttribute(index int, rule, message string) {
	r.violations.Add(r.attributeViolation(index, rule, message))
}

func (r *run) attributeViolation(index int, rule, message string) xsd.Violation {
	attr := r.input.Attrs()[index]
	position := r.input.AttrPosition(index)
	return xsd.Violation{
		Path: r.path() + "/@" + attr.Name.Local, Line: position.Line, Column: position.Column, Offset: position.Offset,
		Rule: rule, Text: attr.Value, Message: message,
	}
}
