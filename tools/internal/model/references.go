// This file finds the packages that a package's declarations refer to.

package model

import "github.com/mvainnsyn/mvainnsyn/tools/internal/schema"

// references notes the import path of every generated package that p's declarations and descriptors name.
func (b *builder) references(p *Package, set map[string]bool) {
	for _, t := range p.Types {
		switch t := t.(type) {
		case *Struct:
			b.typeReference(t.Definition.Base, set)
			for _, m := range t.Members {
				b.memberReferences(m, set)
			}
		case *Simple:
			b.baseReferences(t.Definition, set)
		case *List:
			b.baseReferences(t.Definition, set)
			noteRef(t.Item, set)
		case *Union:
			b.baseReferences(t.Definition, set)
		}
	}
	for _, e := range p.Elements {
		noteRef(e.Type, set)
		b.typeReference(e.Component.Type, set)
		for _, head := range e.Heads {
			set[b.packageIn(head.Space).Path] = true
		}
	}
	for _, a := range p.Attributes {
		b.typeReference(a.Type, set)
	}
}

func (b *builder) memberReferences(m *Member, set map[string]bool) {
	if m.Field != nil {
		noteRef(m.Field.Type, set)
	}
	switch {
	case m.Element != nil:
		b.typeReference(m.Element.Type, set)
	case m.Use != nil:
		b.typeReference(m.Use.Declaration.Type, set)
	case m.Simple != nil:
		b.typeReference(m.Simple, set)
	}
}

func noteRef(r Ref, set map[string]bool) {
	for ref := &r; ref != nil; ref = ref.Arg {
		if ref.Package != "" && ref.Package != Runtime {
			set[ref.Package] = true
		}
	}
}

// typeReference notes the package of a type that needs a declaration.
func (b *builder) typeReference(t schema.Type, set map[string]bool) {
	if b.seen[t] && !isBuiltIn(t) {
		set[b.packageOf(t).Path] = true
	}
}

// baseReferences notes the packages of what a simple type is made from.
func (b *builder) baseReferences(t *schema.SimpleType, set map[string]bool) {
	if base, ok := t.Base.(*schema.SimpleType); ok {
		b.typeReference(base, set)
	}
	switch v := t.Variety.(type) {
	case *schema.List:
		b.typeReference(v.Item, set)
	case *schema.Union:
		for _, m := range v.Members {
			b.typeReference(m, set)
		}
	}
}

func isBuiltIn(t schema.Type) bool {
	switch t := t.(type) {
	case *schema.SimpleType:
		return t.BuiltIn
	case *schema.ComplexType:
		return t.BuiltIn
	}
	return false
}
