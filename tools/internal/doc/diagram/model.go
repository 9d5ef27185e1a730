// This file holds what is known of a schema before anything is drawn: names in Go, and who derives from whom.

package diagram

import (
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/model"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// Model is a schema to draw from: what types are called in the generated code, and what stands for what. It is not safe for concurrent use.
type Model struct {
	set     *schema.Set
	heirs   map[*schema.ComplexType][]*schema.ComplexType
	members map[*schema.Element][]*schema.Element // directly in the substitution group
	parts   map[*schema.ComplexType]*parts

	paths *model.Paths
	types map[schema.Type]goName
	ids   map[string]string
	taken map[string]bool
	twice map[string]bool // names that several packages have
}

type goName struct {
	name  string
	alias string // of the package, empty for the first
	doc   []string
}

// NewModel prepares the drawing of a schema. Without packages types have the schema's names.
func NewModel(set *schema.Set, packages []*model.Package) *Model {
	m := &Model{
		set: set, paths: model.NewPaths(set), types: map[schema.Type]goName{}, ids: map[string]string{}, taken: map[string]bool{}, twice: map[string]bool{},
		heirs: map[*schema.ComplexType][]*schema.ComplexType{}, members: map[*schema.Element][]*schema.Element{}, parts: map[*schema.ComplexType]*parts{},
	}
	m.relate()
	seen := map[string]bool{}
	for i, p := range packages {
		for _, t := range p.Types {
			name := goName{name: t.Base().GoName, doc: t.Base().Doc}
			if i > 0 {
				name.alias = p.Alias
			}
			m.types[t.Component()] = name
			m.twice[name.name] = seen[name.name]
			seen[name.name] = true
		}
	}
	return m
}

// relate finds the heirs of classes and the members of substitution groups.
func (m *Model) relate() {
	for _, t := range m.set.Types {
		if c, ok := t.(*schema.ComplexType); ok {
			if base := classBase(c); base != nil && IsClass(c) {
				m.heirs[base] = append(m.heirs[base], c)
			}
		}
	}
	for _, e := range m.set.Elements {
		if e.Head != nil {
			m.members[e.Head] = append(m.members[e.Head], e)
		}
	}
}

// partsOf are a type's own parts.
func (m *Model) partsOf(t *schema.ComplexType) *parts {
	if m.parts[t] == nil {
		m.parts[t] = partsOf(ownParticle(t))
	}
	return m.parts[t]
}

// Path is the component path of a type.
func (m *Model) Path(t schema.Type) string { return m.paths.Type(t) }

// Type is the name of a type: in Go, or for a datatype of XML Schema there.
func (m *Model) Type(t schema.Type) string {
	if t == nil {
		return ""
	}
	if name, ok := m.types[t]; ok {
		if m.twice[name.name] && name.alias != "" {
			return name.alias + "." + name.name
		}
		return name.name
	}
	name := t.TypeName()
	if name.Space == schema.XSDNamespace {
		return "xs:" + name.Local
	}
	if name.Local == "" {
		return "anonymous type"
	}
	return name.Local
}

// Doc is the documentation of a type.
func (m *Model) Doc(t schema.Type) []string { return m.types[t].doc }

// Package is the package of a type, empty for the first one.
func (m *Model) Package(t schema.Type) string { return m.types[t].alias }

// ID is a name for a component path that is fit for an address: letters, digits, hyphens and dots.
func (m *Model) ID(path string) string {
	if id, ok := m.ids[path]; ok {
		return id
	}
	id := strings.Trim(strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9', r == '.', r == '_', r >= 0x80:
			return r
		}
		return '-'
	}, path), "-")
	free := id
	for i := 2; m.taken[free]; i++ {
		free = id + "--" + digits(i)
	}
	m.taken[free], m.ids[path] = true, free
	return free
}

func digits(i int) string {
	if i < 10 {
		return string(rune('0' + i))
	}
	return digits(i/10) + string(rune('0'+i%10))
}

// Heirs are the classes that a class is the base of.
func (m *Model) Heirs(t *schema.ComplexType) []*schema.ComplexType { return m.heirs[t] }

// Roots are the elements and types that a picture begins with.
func (m *Model) Roots(name string) ([]schema.Component, error) {
	b := newBuilder(m)
	if err := b.begin(name); err != nil {
		return nil, err
	}
	return b.begun, nil
}
