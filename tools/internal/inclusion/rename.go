// Namespaces that one schema has in place of another's.

package inclusion

import (
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
	"github.com/mvainnsyn/mvainnsyn/xsd/content"
)

// renaming exchanges namespaces. It is its own inverse for the namespaces given, so that different names stay different.
type renaming struct {
	spaces map[string]string
	models map[*content.Model]*content.Model
}

func newRenaming(pairs map[string]string) renaming {
	r := renaming{spaces: map[string]string{}, models: map[*content.Model]*content.Model{}}
	for from, to := range pairs {
		if from != to {
			r.spaces[from] = to
			r.spaces[to] = from
		}
	}
	return r
}

// space is the namespace that stands in the other schema for this one.
func (r *renaming) space(space string) string {
	if other, ok := r.spaces[space]; ok {
		return other
	}
	return space
}

// name is the name that stands in the other schema for this one.
func (r *renaming) name(name schema.Name) schema.Name {
	name.Space = r.space(name.Space)
	return name
}

func (r *renaming) nameAll(names []schema.Name) []schema.Name {
	renamed := make([]schema.Name, len(names))
	for i, name := range names {
		renamed[i] = r.name(name)
	}
	return renamed
}

// constraint is a namespace constraint in the other schema's terms.
func (r *renaming) constraint(c content.NamespaceConstraint) content.NamespaceConstraint {
	names := make([]string, len(c.Names))
	for i, space := range c.Names {
		names[i] = r.space(space)
	}
	switch c.Kind {
	case content.NotNamespace:
		return content.Not(names[0])
	case content.ListNamespace:
		return content.List(names...)
	default:
		return c
	}
}

// model is a content model in the other schema's terms; its leaves are numbered alike.
func (r *renaming) model(m *content.Model) (*content.Model, error) {
	if len(r.spaces) == 0 {
		return m, nil
	}
	if known, ok := r.models[m]; ok {
		return known, nil
	}
	leaves := make([]content.Leaf, len(m.Leaves()))
	for i, leaf := range m.Leaves() {
		leaves[i] = content.Leaf{Element: r.name(leaf.Element), Substitutes: r.nameAll(leaf.Substitutes)}
		if leaf.Any != nil {
			leaves[i] = content.Leaf{Any: &content.Wildcard{Namespaces: r.constraint(leaf.Any.Namespaces), Process: leaf.Any.Process}}
		}
	}
	renamed, err := content.Compile(m.Root(), leaves)
	if err == nil {
		r.models[m] = renamed
	}
	return renamed, err
}
