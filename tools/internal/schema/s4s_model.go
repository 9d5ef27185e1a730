// The table of constructs in a form to check with, compiled once.

package schema

import (
	"strings"
	"sync"

	"github.com/mvainnsyn/mvainnsyn/xsd/content"
)

// shape is a compiled construct.
type shape struct {
	name       string // "element.local"
	attributes map[Name]attributeShape
	required   []string
	open       bool // any content at all: appinfo and documentation
	model      *content.Model
	children   []*shape // of the model's leaves
}

// attributeShape says what an attribute may hold.
type attributeShape struct {
	kind  string // for messages
	valid func(string) bool
}

// shapes returns the compiled constructs by name.
var shapes = sync.OnceValue(func() map[string]*shape {
	all := make(map[string]*shape, len(constructs))
	for name := range constructs {
		all[name] = &shape{name: name}
	}
	for name, c := range constructs {
		all[name].compile(c, all)
	}
	return all
})

func (s *shape) compile(c construct, all map[string]*shape) {
	s.attributes = map[Name]attributeShape{}
	for _, word := range strings.Fields(c.attributes) {
		at := strings.LastIndexByte(word, ':')
		name, required := strings.CutSuffix(word[:at], "!")
		if required {
			s.required = append(s.required, name)
		}
		expanded := Name{Local: name}
		if local, ok := strings.CutPrefix(name, "xml:"); ok {
			expanded = Name{Space: XMLNamespace, Local: local}
		}
		s.attributes[expanded] = attributeShape{word[at+1:], valueKinds[word[at+1:]]}
	}
	if s.open = c.content == "ANY"; s.open {
		return
	}
	p := modelParser{rest: c.content, shapes: all}
	root := p.sequence()
	s.children = p.children
	s.model, _ = content.Compile(root, p.leaves) // the table is constant: a test compiles all of it
}

// modelParser reads the notation of the table's contents.
type modelParser struct {
	rest     string
	shapes   map[string]*shape
	leaves   []content.Leaf
	children []*shape
}

// take takes token if it comes next.
func (p *modelParser) take(token string) bool {
	rest, ok := strings.CutPrefix(strings.TrimLeft(p.rest, " "), token)
	if ok {
		p.rest = rest
	}
	return ok
}

// sequence parses item (',' item)*.
func (p *modelParser) sequence() content.Node {
	node := content.Node{Op: content.SequenceOp, Min: 1, Max: 1}
	for {
		node.Children = append(node.Children, p.item())
		if !p.take(",") {
			return node
		}
	}
}

// item parses a name or a group in parentheses, with an occurrence indicator.
func (p *modelParser) item() content.Node {
	var node content.Node
	if p.take("(") {
		node = content.Node{Op: content.ChoiceOp, Min: 1, Max: 1, Children: []content.Node{p.sequence()}}
		for p.take("|") {
			node.Children = append(node.Children, p.sequence())
		}
		p.take(")")
	} else {
		node = p.leaf()
	}
	switch {
	case p.take("?"):
		node.Min = 0
	case p.take("*"):
		node.Min, node.Max = 0, content.Unbounded
	case p.take("+"):
		node.Max = content.Unbounded
	}
	return node
}

// leaf parses the name of a construct.
func (p *modelParser) leaf() content.Node {
	p.take("")
	text := strings.TrimLeft(p.rest, " ")
	end := strings.IndexAny(text, " ,|()?*+")
	if end < 0 {
		end = len(text)
	}
	name := text[:end]
	p.rest = text[end:]
	local, _, _ := strings.Cut(name, ".")
	p.leaves = append(p.leaves, content.Leaf{Element: Name{Space: XSDNamespace, Local: local}})
	p.children = append(p.children, p.shapes[name])
	return content.Node{Op: content.LeafOp, Min: 1, Max: 1, Leaf: len(p.leaves) - 1}
}
