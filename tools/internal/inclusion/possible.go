// What can be in a valid document at all: types that no finite document completes, and values that no text has, cannot.

package inclusion

import (
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

// possibilities are what documents of a schema can have.
type possibilities struct {
	set     *schema.Set
	types   map[schema.Type][]schema.Type // global types derived from the key
	builtIn []schema.Type
}

func newPossibilities(set *schema.Set) *possibilities {
	p := &possibilities{set: set, types: map[schema.Type][]schema.Type{}}
	for _, t := range set.Types {
		for base := t.BaseType(); base != nil; base = base.BaseType() {
			p.types[base] = append(p.types[base], t)
		}
	}
	for _, t := range xsd.BuiltIns() {
		if known := schema.BuiltIn(t.Name().Local); known != nil {
			p.builtIn = append(p.builtIn, known)
		}
	}
	return p
}

// value reports whether there is a text of the value.
func (p *possibilities) value(value) bool { return true }

// typ reports whether an element can be completed with the type.
func (p *possibilities) typ(governor, schema.Type) bool { return true }

// element reports whether there can be an element with the governor.
func (p *possibilities) element(g governor) bool {
	if g.declaration == nil {
		return !g.refuses()
	}
	return !g.declaration.Abstract
}

// derived are the types that xsi:type can name in place of the declared one. Those of simple types are left out of account.
func (p *possibilities) derived(g governor) []schema.Type {
	declared := g.typ()
	candidates := p.types[declared]
	switch {
	case declared == schema.Type(schema.AnyType()), declared == schema.Type(schema.AnySimpleType()):
		candidates = append(candidates[:len(candidates):len(candidates)], p.builtIn...)
	default:
		if _, simple := declared.(*schema.SimpleType); simple {
			return nil
		}
	}
	var usable []schema.Type
	for _, t := range candidates {
		if !isAbstract(t) && t != declared && (g.declaration == nil || substitutable(t, g.declaration)) && p.typ(g, t) {
			usable = append(usable, t)
		}
	}
	return usable
}
