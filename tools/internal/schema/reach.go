// Reach: which elements of a schema a path of an identity constraint can lead to in some document.

package schema

// reach is where a path leads.
type reach struct {
	elements []*Element
	open     bool        // and perhaps to elements that only a wildcard lets in
	missed   *missedStep // where it led nowhere and would have led on with a prefix
}

// missedStep is a step without prefix that finds no child of its name, and an element of that name in a namespace.
type missedStep struct {
	test    NameTest
	element *Element
}

func (m *missedStep) why() string {
	return m.test.Name.Local + " without prefix is in no namespace, but the element " + m.element.Name.Local + " is in " + m.element.Name.Space
}

func (*missedStep) remedy() string { return "declare a prefix for it and write it in the path" }

// isNothing reports whether there is no element in any document.
func (r reach) isNothing() bool { return len(r.elements) == 0 && !r.open }

// and is where one of two paths leads.
func (r reach) and(other reach) reach {
	missed := r.missed
	if missed == nil {
		missed = other.missed
	}
	return reach{append(r.elements, other.elements...), r.open || other.open, missed}
}

// childrenOf returns the declarations of the elements that may be in e: by its type, or by one that xsi:type may name instead.
func (w *warner) childrenOf(e *Element) reach {
	if known, ok := w.within[e.Type]; ok {
		return known
	}
	children := w.childrenByType(e.Type)
	for _, t := range w.derivedFrom(e.Type) {
		children = children.and(w.childrenByType(t))
	}
	children.elements = unique(children.elements)
	if w.within == nil {
		w.within = map[Type]reach{}
	}
	w.within[e.Type] = children
	return children
}

// maxReach bounds how many declarations are looked at: after that many, an element may be anywhere.
const maxReach = 10_000_000

// childrenByType returns the declarations of the elements that a type has, and of those that may stand for them.
func (w *warner) childrenByType(t Type) reach {
	c, ok := t.(*ComplexType)
	if !ok {
		return reach{}
	}
	content, ok := c.Content.(*ElementContent)
	if !ok {
		return reach{}
	}
	if w.reached += len(content.Leaves); w.reached > maxReach {
		return reach{open: true}
	}
	var children reach
	for _, p := range content.Leaves {
		child, ok := p.Term.(*Element)
		if !ok {
			children.open = true
			continue
		}
		children.elements = append(append(children.elements, child), child.Substitutes...)
	}
	return children
}

// derivedFrom returns the named types derived from a type, in one or several steps.
func (w *warner) derivedFrom(t Type) []Type {
	if w.derived == nil {
		w.derived = map[Type][]Type{}
		for _, d := range w.set.Types {
			w.derived[d.BaseType()] = append(w.derived[d.BaseType()], d)
		}
	}
	var found []Type
	found = append(found, w.derived[t]...)
	for i := 0; i < len(found); i++ {
		found = append(found, w.derived[found[i]]...)
	}
	return found
}

// withDescendants returns elements and all that may be in them at any depth.
func (w *warner) withDescendants(from reach) reach {
	all := reach{elements: unique(from.elements), open: from.open}
	seen := map[*Element]bool{}
	for _, e := range all.elements {
		seen[e] = true
	}
	for i := 0; i < len(all.elements); i++ {
		children := w.childrenOf(all.elements[i])
		all.open = all.open || children.open
		for _, child := range children.elements {
			if !seen[child] {
				seen[child] = true
				all.elements = append(all.elements, child)
			}
		}
	}
	return all
}
