// Package example makes a small document for an element, as people write them: with values that look like values, the first branch of each choice, and
// what is optional as far as there is room. It is shown in XML, in JSON and as the Go literal that is written so.
package example

import (
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/model"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/sample"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/validate"
)

// Maker makes examples of one schema. It is for one goroutine.
type Maker struct {
	set       *schema.Set
	smallest  *sample.Smallest
	validator *validate.Validator
	packages  []*model.Package
	types     map[schema.Type]declared
	values    map[*schema.SimpleType]string
	heirs     map[schema.Type][]*schema.ComplexType
}

// declared is a Go type and the package that it is in.
type declared struct {
	typ model.Type
	pkg *model.Package
}

// NewMaker prepares the making of examples. Without packages there are no Go literals, and no JSON.
func NewMaker(set *schema.Set, packages []*model.Package) *Maker {
	m := &Maker{
		set: set, smallest: sample.NewSmallest(set), validator: validate.New(set), packages: packages, types: map[schema.Type]declared{},
		values: map[*schema.SimpleType]string{}, heirs: map[schema.Type][]*schema.ComplexType{},
	}
	for _, p := range packages {
		for _, t := range p.Types {
			m.types[t.Component()] = declared{t, p}
		}
	}
	for _, t := range set.Types {
		if c, ok := t.(*schema.ComplexType); ok && c.Base != nil {
			m.heirs[c.Base] = append(m.heirs[c.Base], c)
		}
	}
	return m
}

// Example is one document in three forms; a form that there is none of is empty.
type Example struct{ XML, JSON, Go string }

// Of makes an example of an element. One of a global element is valid, unless the schema needs more than a small document has.
func (m *Maker) Of(e *schema.Element) Example {
	tree, ok := m.tree(e)
	if !ok {
		return Example{}
	}
	document, ok := m.xml(tree)
	if !ok {
		var err error
		if document, err = tree.Document(); err != nil {
			return Example{}
		}
		document = strings.TrimSpace(strings.TrimPrefix(document, xmlDeclaration))
	}
	x := Example{XML: Indented(document)}
	if len(m.types) == 0 {
		return x
	}
	x.JSON, _ = m.json(tree)
	x.Go, _ = m.literal(tree)
	return x
}

const xmlDeclaration = `<?xml version="1.0" encoding="UTF-8"?>`

// tree makes a document, smaller ones where a larger one is not valid.
func (m *Maker) tree(e *schema.Element) (*sample.Node, bool) {
	for _, room := range []int{24, 0} {
		g := &grower{Maker: m, room: room, open: map[schema.Type]bool{}}
		tree := g.element(e)
		if !g.failed && (!e.Global || m.valid(tree)) {
			return tree, true
		}
	}
	tree, err := m.smallest.Element(e)
	if err != nil || m.smallest.Settle(tree) != nil {
		return nil, false
	}
	return tree, !e.Global || m.valid(tree)
}

// valid reports whether the validator takes a tree.
func (m *Maker) valid(tree *sample.Node) bool {
	document, err := tree.Document()
	return err == nil && m.validator.Document(strings.NewReader(document)) == nil
}
