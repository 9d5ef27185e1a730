// Package engine judges documents as generated code does, without generating any: by the reader of package xsd/codec, over descriptors that are made
// of schema components at run time. It is how documents in JSON are judged, since what they look like follows from the same decisions.
package engine

import (
	"fmt"
	"io"
	"strings"
	"sync"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
	"github.com/mvainnsyn/mvainnsyn/xsd"
	"github.com/mvainnsyn/mvainnsyn/xsd/codec"
	"github.com/mvainnsyn/mvainnsyn/xsd/xmltext"
)

// Engine judges documents by one schema. It is safe for concurrent use.
type Engine struct {
	set  *schema.Set
	once sync.Once // the descriptors are made when the first document is judged

	described *codec.Schema
}

// New makes an engine of a schema that was built without problems.
func New(set *schema.Set) *Engine { return &Engine{set: set} }

func (e *Engine) schema() *codec.Schema {
	e.once.Do(func() { e.described = describe(e.set) })
	return e.described
}

// XML judges an XML document. It returns nil where that is valid, else what xsd.UnmarshalXML would.
func (e *Engine) XML(input io.Reader, opts ...xsd.Option) error {
	_, err := e.XMLUnread(input, opts...)
	return err
}

// XMLUnread is [Engine.XML], and says what the document's type declaration refers to and was not read. The verdict is that of a processor that does not
// validate by such declarations (XML 1.0, section 5.1).
func (e *Engine) XMLUnread(input io.Reader, opts ...xsd.Option) (unread []xmltext.Unread, err error) {
	return codec.JudgeXML(e.schema(), input, opts...)
}

// JSON judges a JSON text whose value is an element of the name root. It returns nil where that is valid, else what xsd.UnmarshalJSON would, or a
// *RootError.
func (e *Engine) JSON(input io.Reader, root xsd.Name, opts ...xsd.Option) error {
	if e.set.Element(root) == nil {
		return &RootError{Asked: root.String(), elements: e.set.Elements}
	}
	return codec.JudgeJSON(e.schema(), input, root, opts...)
}

// Root returns the element that a JSON text is which does not say. asked is its name: "{namespace}local", or the local name alone where that is enough.
// Where it is empty, the element is the only one that can be a root in the schema, or else in the namespace of its first document. The error is a
// *RootError.
func (e *Engine) Root(asked string) (xsd.Name, error) {
	if asked != "" {
		root, only := onlyRoot(e.set.Elements, func(el *schema.Element) bool { return asked == el.Name.String() })
		if !only {
			root, only = onlyRoot(e.set.Elements, func(el *schema.Element) bool { return asked == el.Name.Local })
		}
		if !only {
			return xsd.Name{}, &RootError{Asked: asked, elements: e.set.Elements}
		}
		return root, nil
	}
	if root, only := onlyRoot(e.set.Elements, func(*schema.Element) bool { return true }); only {
		return root, nil
	}
	if len(e.set.Documents) > 0 {
		space := e.set.Documents[0].TargetNamespace
		if root, only := onlyRoot(e.set.Elements, func(el *schema.Element) bool { return el.Name.Space == space }); only {
			return root, nil
		}
	}
	return xsd.Name{}, &RootError{elements: e.set.Elements}
}

// onlyRoot returns the element that is not abstract among those asked for, if there is but one.
func onlyRoot(elements []*schema.Element, asked func(*schema.Element) bool) (root xsd.Name, only bool) {
	for _, el := range elements {
		if el.Abstract || !asked(el) {
			continue
		}
		if only {
			return xsd.Name{}, false
		}
		root, only = el.Name, true
	}
	return root, only
}

// RootError says that it is not known which element a JSON text is.
type RootError struct {
	Asked    string // the name that was asked for, empty where none was
	elements []*schema.Element
}

// maxNamed bounds how many elements a message names.
const maxNamed = 8

// Error names the global elements.
func (e *RootError) Error() string {
	names := make([]string, 0, maxNamed+1)
	for i, el := range e.elements {
		if i == maxNamed {
			names = append(names, fmt.Sprintf("%d more", len(e.elements)-maxNamed))
			break
		}
		names = append(names, el.Name.String())
	}
	listed := "the schema has none"
	if len(names) > 0 {
		listed = "the global elements are " + strings.Join(names, ", ")
	}
	if e.Asked == "" {
		return "JSON does not name its root element, so it has to be said which one it is; " + listed
	}
	return fmt.Sprintf("the schema does not have exactly one global element %s; %s", e.Asked, listed)
}
