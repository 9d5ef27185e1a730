// This file holds Build: components in, packages out.

package model

import (
	"maps"
	"slices"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/config"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/diag"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// Config says what the schema cannot: where packages go and what clashing names are called instead.
type Config struct {
	// Package is the name of the package in the output directory.
	Package string
	// ImportPath is that package's import path.
	ImportPath string
	// Namespaces gives import paths to namespaces, at or below ImportPath; two namespaces with one path share a package.
	// The key "*" stands for all others. Without an entry the first document's namespace goes to ImportPath and each other
	// one to a directory below, named after it.
	Namespaces map[string]string
	// Names gives Go names to component paths; see naming.go.
	Names map[string]string
	// Extras are what to generate beside what is always generated.
	Extras []config.Extra
	// Types are Go types for built-in datatypes.
	Types []config.Type
	// Strict makes an error of names that no common rule tells apart.
	Strict bool
	// Beside are the directories below the output that something else is generated into, such as a client.
	Beside []string
	// File positions configuration faults; usually xsdgen.yaml.
	File string
}

// UnusedNames returns the component paths among the names configured that the schema has nothing of, sorted. [Build] calls them problems; whoever
// carries names over from another version of the schema leaves them out.
func UnusedNames(set *schema.Set, config Config) []string {
	used := attempt(set, config, plainLayout(set, config), nil).namer.used
	var unused []string
	for path := range config.Names {
		if !used[path] {
			unused = append(unused, path)
		}
	}
	slices.Sort(unused)
	return unused
}

// attempt declares everything, whatever names may clash, in packages laid out so and with names chosen by rule.
func attempt(set *schema.Set, config Config, l *layout, chosen map[string]string) *builder {
	b := newBuilder(set, config, l, chosen)
	b.derived, b.extended = derivedTypes(set), extendedTypes(set)
	b.shapeAll()
	for _, t := range b.types {
		b.declare(t)
	}
	for _, e := range set.Elements {
		b.declareElement(e)
	}
	for _, a := range set.Attributes {
		p := b.packageIn(a.Name.Space)
		p.Attributes = append(p.Attributes, a)
	}
	for _, n := range set.Notations {
		p := b.packageIn(n.Name.Space)
		p.Notations = append(p.Notations, n)
	}
	breakValueCycles(b.packages)
	if slices.Contains(config.Extras, getters) {
		b.addGetters()
	}
	b.findImports()
	return b
}

// newBuilder makes a builder with empty packages.
func newBuilder(set *schema.Set, config Config, l *layout, chosen map[string]string) *builder {
	b := &builder{
		set: set, config: config, layout: l, namer: newNamer(set, config.Names, chosen),
		shapes: map[*schema.ComplexType][]part{}, byNamespace: map[string]*Package{}, seen: map[schema.Type]bool{},
	}
	b.ownTypes, b.problems = newOwnTypes(config)
	b.layOut()
	return b
}

// getters is the word of the configuration for them.
const getters = config.Getters

// builder holds one attempt.
type builder struct {
	set         *schema.Set
	config      Config
	layout      *layout
	namer       *namer
	ownTypes    *ownTypes
	problems    diag.Problems
	packages    []*Package
	byNamespace map[string]*Package
	types       []schema.Type // that need a declaration, in order
	seen        map[schema.Type]bool
	shapes      map[*schema.ComplexType][]part
	derived     map[*schema.ComplexType]bool // types that xsi:type can replace
	extended    map[schema.Type]bool         // simple types that complex types extend, with which xsi:type can replace them
}

// shapeAll finds every type that needs a Go declaration and decides the shape of complex ones, before names are given.
func (b *builder) shapeAll() {
	b.collectAll()
	for _, t := range b.types {
		if c, ok := t.(*schema.ComplexType); ok {
			b.shape(c)
		}
	}
	b.keepReplaceable()
}

// collectAll finds every type that needs a Go declaration.
func (b *builder) collectAll() {
	for _, t := range b.set.Types {
		b.collect(t)
	}
	for _, a := range b.set.Attributes {
		b.collectAnonymous(a.Type)
	}
	for _, e := range b.set.Elements {
		b.collectAnonymous(e.Type)
	}
}

// shape decides the shape of element content.
func (b *builder) shape(t *schema.ComplexType) {
	if content, ok := t.Content.(*schema.ElementContent); ok {
		b.shapes[t] = shapeOf(content)
		b.markBranches(t, b.shapes[t], false)
	}
}

func (b *builder) collectAnonymous(t schema.Type) {
	if t.TypeName().Local == "" {
		b.collect(t)
	}
}

// collect takes a type and the anonymous ones in it.
func (b *builder) collect(t schema.Type) {
	if b.seen[t] {
		return
	}
	b.seen[t] = true
	switch t := t.(type) {
	case *schema.SimpleType:
		if t.BuiltIn {
			return
		}
		b.types = append(b.types, t)
		if list, ok := t.Variety.(*schema.List); ok {
			b.collectAnonymous(list.Item)
		}
	case *schema.ComplexType:
		if t.BuiltIn {
			return
		}
		b.types = append(b.types, t)
		b.collectInside(t)
	}
}

// collectInside takes the anonymous types of a complex type's attributes and content.
func (b *builder) collectInside(t *schema.ComplexType) {
	for _, use := range t.AttributeUses {
		b.collectAnonymous(use.Declaration.Type)
	}
	switch content := t.Content.(type) {
	case *schema.SimpleContent:
		b.collectAnonymous(content.Type)
	case *schema.ElementContent:
		for _, leaf := range content.Leaves {
			if e, ok := leaf.Term.(*schema.Element); ok {
				b.collectAnonymous(e.Type)
			}
		}
	}
}

// markBranches notes the elements whose own name a branch of t takes.
func (b *builder) markBranches(t *schema.ComplexType, parts []part, first bool) {
	for i, p := range parts {
		switch p := p.(type) {
		case leafPart:
			if e, ok := p.particle.Term.(*schema.Element); ok && first && i == 0 && e.Parent == schema.Component(t) {
				b.namer.inSum[e] = true
			}
		case choicePart:
			for _, branch := range p.branches {
				b.markBranches(t, branch, true)
			}
		case contentPart:
			for _, item := range p.items {
				b.markBranches(t, []part{item}, true)
			}
		}
	}
}

// keepReplaceable leaves in derived those types that a field can have, or a root that may be nil; no interface is needed for others.
func (b *builder) keepReplaceable() {
	used := map[*schema.ComplexType]bool{}
	for _, t := range b.types {
		c, ok := t.(*schema.ComplexType)
		if !ok {
			continue
		}
		content, ok := c.Content.(*schema.ElementContent)
		if !ok {
			continue
		}
		for _, leaf := range content.Leaves {
			if e, ok := leaf.Term.(*schema.Element); ok {
				if declared, ok := e.Type.(*schema.ComplexType); ok {
					used[declared] = true
				}
			}
		}
	}
	for _, e := range b.set.Elements {
		if declared, ok := e.Type.(*schema.ComplexType); ok && e.Nillable {
			used[declared] = true
		}
	}
	maps.DeleteFunc(b.derived, func(t *schema.ComplexType, _ bool) bool { return !used[t] })
}

// derivedTypes finds the complex types for which others can stand: by xsi:type, which takes named types, or by an element of
// a substitution group, whose type may be anonymous.
func derivedTypes(set *schema.Set) map[*schema.ComplexType]bool {
	derived := map[*schema.ComplexType]bool{}
	mark := func(t schema.Type) {
		for range set.Types { // no chain of bases is longer
			c, ok := t.(*schema.ComplexType)
			if !ok {
				return
			}
			if base, ok := c.Base.(*schema.ComplexType); ok && !base.BuiltIn {
				derived[base] = true
			}
			t = c.Base
		}
	}
	for _, t := range set.Types {
		mark(t)
	}
	for _, e := range set.Elements {
		if e.Head != nil {
			mark(e.Type)
		}
	}
	return derived
}

// extendedTypes finds the simple types, the built-in ones left out, that named complex types extend, or types derived from them.
func extendedTypes(set *schema.Set) map[schema.Type]bool {
	extended := map[schema.Type]bool{}
	for _, t := range set.Types {
		if c, ok := t.(*schema.ComplexType); ok {
			for base, ok := c.Base.(*schema.SimpleType); ok && !base.BuiltIn; base, ok = base.Base.(*schema.SimpleType) {
				extended[base] = true
			}
		}
	}
	return extended
}

// packageOf returns the package a type is declared in.
func (b *builder) packageOf(t schema.Type) *Package { return b.packageIn(namespaceOf(t)) }

func (b *builder) packageIn(namespace string) *Package {
	if p := b.byNamespace[namespace]; p != nil {
		return p
	}
	return b.packages[0]
}

// checkNames reports configured names that are no identifiers or belong to nothing.
func (b *builder) checkNames() {
	for key, name := range b.config.Names {
		position := diag.Position{File: b.config.File}
		switch {
		case !isExported(name):
			b.problems.Addf(position, "", "names: %s: %q is no exported Go identifier; begin it with an upper-case letter and use letters and digits", key, name)
		case !b.namer.used[key]:
			b.problems.Addf(position, "", "names: %s: the schema has nothing of that path; remove the line or correct it", key)
		}
	}
}
