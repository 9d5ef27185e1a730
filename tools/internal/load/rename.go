// Renaming: documents as they would be with other namespaces, so that schemas can be compared across a changed target namespace.

package load

import (
	"maps"
	"slices"
	"strings"
)

// Rename returns copies of documents in which namespaces have other names: in target namespaces, prefix bindings, imports and wildcards. Names maps each
// namespace to the one that takes its place; the empty string is no namespace. The documents given stay as they are.
func Rename(documents []*Document, names map[string]string) []*Document {
	r := renamer{names: names, copies: map[*Document]*Document{}, elements: map[*Element]*Element{}, scopes: map[*Scope]*Scope{}}
	for _, d := range documents {
		r.copies[d] = &Document{
			File: d.File, Address: d.Address, Data: d.Data, Hash: d.Hash, TargetNamespace: r.space(d.TargetNamespace), Chameleon: d.Chameleon,
			Embedded: d.Embedded, BuiltIn: d.BuiltIn, Elsewhere: d.Elsewhere,
		}
	}
	result := make([]*Document, len(documents))
	for i, d := range documents {
		result[i] = r.document(d)
	}
	return result
}

// renamer is the state of one Rename.
type renamer struct {
	names    map[string]string
	copies   map[*Document]*Document
	elements map[*Element]*Element
	scopes   map[*Scope]*Scope
}

func (r *renamer) space(space string) string {
	if other, ok := r.names[space]; ok {
		return other
	}
	return space
}

func (r *renamer) document(d *Document) *Document {
	c := r.copies[d]
	c.Root = r.element(d.Root, nil, c)
	if !d.Chameleon {
		c.Root.setTarget(c.TargetNamespace)
	}
	for _, ref := range d.References {
		reference := *ref
		reference.Element, reference.Target = r.elements[ref.Element], r.copies[ref.Target]
		if ref.Kind == Import {
			reference.Namespace = r.space(ref.Namespace)
		}
		c.References = append(c.References, &reference)
	}
	return c
}

func (r *renamer) element(e, parent *Element, d *Document) *Element {
	c := *e
	c.Parent, c.Document, c.Scope = parent, d, r.scope(e.Scope)
	c.Name.Space = r.space(e.Name.Space)
	c.Attrs, c.Nodes = slices.Clone(e.Attrs), slices.Clone(e.Nodes)
	r.elements[e] = &c
	for i := range c.Attrs {
		r.attr(&c, &c.Attrs[i])
	}
	for i, n := range c.Nodes {
		if n.Element != nil {
			c.Nodes[i].Element = r.element(n.Element, &c, d)
		}
	}
	return &c
}

// attr renames what an attribute says of namespaces.
func (r *renamer) attr(e *Element, a *Attr) {
	if a.Name.Space != "" {
		a.Name.Space = r.space(a.Name.Space)
		return
	}
	if a.Name.Local != "namespace" || e.Name.Space != XSDNamespace {
		return
	}
	switch e.Name.Local {
	case "import":
		a.Value = r.space(Collapse(a.Value))
	case "any", "anyAttribute":
		words := strings.Fields(a.Value)
		for i, word := range words {
			if words[i] = r.space(word); words[i] == "" {
				words[i] = "##local"
			}
		}
		a.Value = strings.Join(words, " ")
	}
}

// scope renames bindings; where unprefixed names were in no namespace and that has a name now, they get it.
func (r *renamer) scope(s *Scope) *Scope {
	if c, ok := r.scopes[s]; ok {
		return c
	}
	c := &Scope{bindings: maps.Clone(s.bindings)}
	for prefix, uri := range c.bindings {
		c.bindings[prefix] = r.space(uri)
	}
	if _, ok := c.bindings[""]; !ok && r.space("") != "" {
		c.bindings[""] = r.space("")
	}
	r.scopes[s] = c
	return c
}

// setTarget writes the target namespace of a schema element; none where it is empty.
func (e *Element) setTarget(space string) {
	i := slices.IndexFunc(e.Attrs, func(a Attr) bool { return a.Name.Local == "targetNamespace" && a.Name.Space == "" })
	switch {
	case i >= 0 && space == "":
		e.Attrs = slices.Delete(e.Attrs, i, i+1)
	case i >= 0:
		e.Attrs[i].Value = space
	case space != "":
		a := Attr{Value: space}
		a.Name.Local = "targetNamespace"
		e.Attrs = append(e.Attrs, a)
	}
}
