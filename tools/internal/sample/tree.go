// The document as a tree, before it is written: what faults are planted in.

package sample

import (
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
	"github.com/mvainnsyn/mvainnsyn/xsd"
	"github.com/mvainnsyn/mvainnsyn/xsd/xmltext"
)

// node is an element with the declaration it was grown from; Declaration and Type are nil for elements that a wildcard lets in unchecked.
type node struct {
	name        schema.Name
	declaration *schema.Element
	typ         schema.Type
	derived     bool // xsi:type is needed to say the type
	nilled      bool
	attributes  []attribute
	content     []item
}

// attribute is an attribute with its use; nil for those a wildcard lets in.
type attribute struct {
	name  schema.Name
	value string
	use   *schema.AttributeUse
}

// item is a text or *node.
type item interface{ item() }

// text is character data; simple is its type where the element has simple content.
type text struct {
	data   string
	simple *xsd.SimpleType
}

func (*node) item() {}
func (text) item()  {}

// instanceNamespace is that of xsi:type and xsi:nil.
const instanceNamespace = "http://www.w3.org/2001/XMLSchema-instance"

// write writes the tree as a document.
func (n *node) write() (string, error) {
	var w xmltext.Writer
	w.Prefer("xsi", instanceNamespace)
	w.Prefer("", n.name.Space)
	w.Declaration()
	n.writeTo(&w)
	data, err := w.Bytes()
	return string(data), err
}

func (n *node) writeTo(w *xmltext.Writer) {
	w.Start(n.name)
	if n.derived {
		name := n.typ.TypeName()
		qualified := name.Local
		if prefix := w.Prefix(name.Space); prefix != "" {
			qualified = prefix + ":" + name.Local
		}
		w.Attr(schema.Name{Space: instanceNamespace, Local: "type"}, qualified)
	}
	if n.nilled {
		w.Attr(schema.Name{Space: instanceNamespace, Local: "nil"}, "true")
	}
	for _, a := range n.attributes {
		w.Attr(a.name, a.value)
	}
	for _, i := range n.content {
		switch i := i.(type) {
		case text:
			if i.data != "" {
				w.Text(i.data)
			}
		case *node:
			i.writeTo(w)
		}
	}
	w.End()
}

// children are the elements among the content.
func (n *node) children() []*node {
	var out []*node
	for _, i := range n.content {
		if child, is := i.(*node); is {
			out = append(out, child)
		}
	}
	return out
}

// each calls visit for the node and all below it, parents first.
func (n *node) each(visit func(*node)) {
	visit(n)
	for _, child := range n.children() {
		child.each(visit)
	}
}

// clone is a copy that shares nothing that a fault changes.
func (n *node) clone() *node {
	copied := *n
	copied.attributes = append([]attribute(nil), n.attributes...)
	copied.content = make([]item, len(n.content))
	for i, it := range n.content {
		if child, is := it.(*node); is {
			it = child.clone()
		}
		copied.content[i] = it
	}
	return &copied
}
