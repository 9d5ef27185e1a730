// From bytes to a tree of elements.

package load

import (
	"errors"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/diag"
	"github.com/mvainnsyn/mvainnsyn/xsd/source"
	"github.com/mvainnsyn/mvainnsyn/xsd/xmltext"
)

// parse reads the tree of f. It returns nil, with the problem noted, for what is not well-formed or no schema.
func (l *loader) parse(f *file) *Document {
	p := parser{file: l.opts.Prefix + f.path, doc: &Document{File: f.path}, reader: xmltext.NewReader(blankDoctype(f.data), l.limits)}
	root, err := p.document()
	if err != nil {
		l.problems.Addf(p.errorPosition(err), "", "%s", errorText(err))
		return nil
	}
	if !root.IsXSD("schema") {
		l.problems.Addf(root.Position, "", "the root element is %s, not schema of namespace %s; give an XML Schema document", root.Name, XSDNamespace)
		return nil
	}
	p.doc.Root = root
	p.doc.TargetNamespace, _ = root.Token("targetNamespace")
	return p.doc
}

// parser builds the tree of one document.
type parser struct {
	file     string
	doc      *Document
	reader   *xmltext.Reader
	bindings []xmltext.Binding
}

// document reads all tokens and returns the root element.
func (p *parser) document() (*Element, error) {
	var root, open *Element
	for {
		kind, err := p.reader.Next()
		if err != nil {
			return nil, err
		}
		switch kind {
		case xmltext.StartElement:
			e := p.element(open)
			if open == nil {
				root = e
			} else {
				open.Nodes = append(open.Nodes, Node{Element: e})
			}
			open = e
		case xmltext.EndElement:
			open = open.Parent
		case xmltext.Text:
			open.addText(p.reader)
		case xmltext.End:
			return root, nil
		}
	}
}

// addText keeps text that may mean something: all within annotations, and elsewhere what is not white space, which is for
// package schema to object to.
func (e *Element) addText(r *xmltext.Reader) {
	if !r.Blank() || e.annotates() {
		e.Nodes = append(e.Nodes, Node{Text: r.Text()})
	}
}

// annotates reports whether e is, or is in, an xs:documentation or xs:appinfo.
func (e *Element) annotates() bool {
	for ; e != nil; e = e.Parent {
		if e.IsXSD("documentation") || e.IsXSD("appinfo") {
			return true
		}
	}
	return false
}

// element makes an element of the current start tag.
func (p *parser) element(parent *Element) *Element {
	at := p.reader.Position()
	e := &Element{
		Name: p.reader.Name(), Prefix: p.reader.Prefix(), Parent: parent, Document: p.doc,
		Position: diag.Position{File: p.file, Line: at.Line, Column: at.Column},
		Scope:    p.scope(parent),
	}
	for _, a := range p.reader.Attrs() {
		e.Attrs = append(e.Attrs, Attr{Name: a.Name, Prefix: a.Prefix, Value: a.Value})
	}
	return e
}

// scope returns the bindings in force at the current start tag; elements without declarations share their parent's.
func (p *parser) scope(parent *Element) *Scope {
	p.bindings = p.reader.Bindings(p.bindings[:0])
	if parent != nil && parent.Scope.equal(p.bindings) {
		return parent.Scope
	}
	s := &Scope{bindings: make(map[string]string, len(p.bindings))}
	for _, b := range p.bindings {
		s.bindings[b.Prefix] = b.URI
	}
	return s
}

func (s *Scope) equal(bindings []xmltext.Binding) bool {
	if len(s.bindings) != len(bindings) {
		return false
	}
	for _, b := range bindings {
		if uri, ok := s.bindings[b.Prefix]; !ok || uri != b.URI {
			return false
		}
	}
	return true
}

// errorPosition returns where in the file the reader failed.
func (p *parser) errorPosition(err error) diag.Position {
	at := diag.Position{File: p.file}
	if syntax, ok := errors.AsType[*source.SyntaxError](err); ok {
		at.Line, at.Column = syntax.Line, syntax.Column
	}
	if limit, ok := errors.AsType[*source.LimitError](err); ok {
		at.Line, at.Column = limit.Line, limit.Column
	}
	return at
}

// errorText returns the message of a reader's error without the position, which stands before it anyway.
func errorText(err error) string {
	text := err.Error()
	if syntax, ok := errors.AsType[*source.SyntaxError](err); ok {
		text = strings.TrimPrefix(text, syntax.Position.String()+": ")
	}
	if limit, ok := errors.AsType[*source.LimitError](err); ok {
		text = strings.TrimPrefix(text, limit.Position.String()+": ")
	}
	return text
}
