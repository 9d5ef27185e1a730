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
	root, err := l.tree(f)
	if err != nil {
		l.problems.Addf(errorPosition(l.opts.Prefix+f.path, err), "", "%s", errorText(err))
		return nil
	}
	if !root.IsXSD("schema") {
		l.problems.Addf(root.Position, "", "the root element is %s, not schema of namespace %s; %s", root.Name, XSDNamespace, instead(root))
		return nil
	}
	doc := root.Document
	doc.Address, doc.Data, doc.Hash = f.address, f.data, f.hash
	doc.TargetNamespace, _ = root.Token("targetNamespace")
	return doc
}

// instead says what to do about a root element that is no schema.
func instead(root *Element) string {
	if isWSDL(root) {
		return "give the WSDL with --schema, and the schemas among its types are read"
	}
	return "give an XML Schema document"
}

// tree reads the elements of f.
func (l *loader) tree(f *file) (*Element, error) {
	return readTree(l.opts.Prefix+f.path, f.path, f.data, l.limits)
}

// Tree reads the elements of an XML document with their positions, in which file names it. It fails with the reader's error, which
// [Problem] takes apart.
func Tree(file string, data []byte, limits source.Limits) (*Element, error) {
	return readTree(file, file, data, limits)
}

func readTree(name, path string, data []byte, limits source.Limits) (*Element, error) {
	p := parser{file: name, doc: &Document{File: path}, reader: xmltext.NewReader(data, limits)}
	root, err := p.document()
	p.doc.Root = root
	return root, err
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
			switch {
			case open == nil:
				root = e
			case e.meant() || open.annotates():
				open.Nodes = append(open.Nodes, Node{Element: e})
			}
			open = e
		case xmltext.EndElement:
			open = open.Parent
		case xmltext.Text:
			open.addText(p.reader)
		case xmltext.End:
			if !root.meant() {
				root.Excluded, root.Nodes = true, nil
			}
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

// Problem is a reader's error as a problem of the file.
func Problem(file string, err error) diag.Problem {
	return diag.Problem{Position: errorPosition(file, err), Message: errorText(err)}
}

// errorPosition returns where in the file the reader failed.
func errorPosition(file string, err error) diag.Position {
	at := diag.Position{File: file}
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
