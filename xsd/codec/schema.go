// This file ties the descriptors of a generated package together.

package codec

import (
	"reflect"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
	"github.com/mvainnsyn/mvainnsyn/xsd/xmltext"
)

// SchemaParts lists what one generated package declares.
type SchemaParts struct {
	// Package is the name by which Field.Type of other packages refers to the types, as in "package.Name".
	Package string
	// Types are the complex types, see [TypeOf].
	Types []TypeEntry
	// SimpleTypes are those that xsi:type can name.
	SimpleTypes []*simple.SimpleType
	Elements    []GlobalElement
	Attributes  []GlobalAttribute
	// Notations are the names that values of xs:NOTATION can have.
	Notations []Name
	// Prefixes are those that the schema's author uses for its namespaces.
	Prefixes simple.Prefixes
	// Imports are the schemas whose types and elements the descriptors refer to.
	Imports []*Schema
}

// GlobalAttribute describes a global attribute declaration, for wildcards that ask for it.
type GlobalAttribute struct {
	Name       Name
	Simple     *simple.SimpleType
	Constraint *ValueConstraint
}

// TypeEntry is a complex type with the way to make a value of it.
type TypeEntry struct {
	descriptor *ComplexType
	goType     reflect.Type
	newValue   func() XMLValue
}

// TypeOf pairs a descriptor with its Go type.
func TypeOf[T any](descriptor *ComplexType) TypeEntry {
	return TypeEntry{descriptor: descriptor, goType: reflect.TypeFor[T](), newValue: newValue[T]}
}

// Schema is what a generated package knows of its schema. It is made once, when the program starts, and is safe for
// concurrent use.
type Schema struct {
	pkg        string
	prefixes   simple.Prefixes
	space      string               // the namespace of its components, "" where it has none
	types      map[string]TypeEntry // by Go name
	named      map[Name]TypeEntry
	simple     map[Name]*simple.SimpleType
	elements   map[Name]*declaration
	attributes map[Name]GlobalAttribute
	notations  map[Name]bool
	imports    []*Schema

	related atomic.Pointer[relatives]
	mu      sync.Mutex
	using   []*Schema // schemas that import this one
}

// relatives are the schemas that can occur in one document with a schema, itself first.
type relatives struct {
	generation uint64
	schemas    []*Schema
	prefixes   []xmltext.Binding // of all of them, and for xsi
}

// generation counts the schemas of the program: what was derived from an earlier set of them is out of date.
var generation atomic.Uint64

// NewSchema ties parts together. A schema that imports others makes its types and elements known to those, so that a document
// of an imported schema may use xsi:type, substitution groups and wildcards with them.
func NewSchema(parts SchemaParts) *Schema {
	s := &Schema{
		pkg:        parts.Package,
		prefixes:   parts.Prefixes,
		types:      make(map[string]TypeEntry, len(parts.Types)),
		named:      make(map[Name]TypeEntry, len(parts.Types)),
		simple:     make(map[Name]*simple.SimpleType, len(parts.SimpleTypes)),
		elements:   make(map[Name]*declaration, len(parts.Elements)),
		attributes: make(map[Name]GlobalAttribute, len(parts.Attributes)),
		notations:  make(map[Name]bool, len(parts.Notations)),
		imports:    parts.Imports,
	}
	for _, t := range parts.Types {
		s.addType(t)
	}
	for _, t := range parts.SimpleTypes {
		s.simple[t.Name()] = t
	}
	for _, e := range parts.Elements {
		s.addElement(e.declare(s))
	}
	s.space = parts.namespace()
	for _, a := range parts.Attributes {
		s.attributes[a.Name] = a
	}
	for _, n := range parts.Notations {
		s.notations[n] = true
	}
	for _, other := range parts.Imports {
		other.mu.Lock()
		other.using = append(other.using, s)
		other.mu.Unlock()
	}
	simpleRoots.addSchema(s)
	generation.Add(1)
	return s
}

// namespace returns the namespace of the first component; "" where there is none.
func (p *SchemaParts) namespace() string {
	for _, e := range p.Elements {
		return e.name().Space
	}
	for _, t := range p.Types {
		if t.descriptor.Name.Local != "" {
			return t.descriptor.Name.Space
		}
	}
	return ""
}

func (s *Schema) addType(t TypeEntry) {
	t.descriptor.schema, t.descriptor.goType = s, t.goType
	s.types[t.descriptor.GoName] = t
	if t.descriptor.Name.Local != "" {
		s.named[t.descriptor.Name] = t
	}
}

func (s *Schema) addElement(d *declaration) {
	s.elements[d.Name] = d
	if d.Type == "" {
		simpleRoots.add(d)
	}
}

// family returns the schemas that can occur in one document with s: s, what it imports, what imports those. The nearest
// come first.
func (s *Schema) family() []*Schema {
	if s == nil {
		return nil
	}
	return s.relatives().schemas
}

func (s *Schema) relatives() *relatives {
	now := generation.Load()
	if r := s.related.Load(); r != nil && r.generation == now {
		return r
	}
	schemas := []*Schema{s}
	for i := 0; i < len(schemas); i++ {
		for _, next := range schemas[i].neighbours() {
			if !slices.Contains(schemas, next) {
				schemas = append(schemas, next)
			}
		}
	}
	r := &relatives{generation: now, schemas: schemas, prefixes: prefixesOf(schemas)}
	s.related.Store(r)
	return r
}

func (s *Schema) neighbours() []*Schema {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Concat(s.imports, s.using)
}

// element returns the declaration of a global element, nil where there is none.
func (s *Schema) element(name Name) *declaration {
	for _, one := range s.family() {
		if d := one.elements[name]; d != nil {
			return d
		}
	}
	return nil
}

// attribute returns the declaration of a global attribute.
func (s *Schema) attribute(name Name) (GlobalAttribute, bool) {
	for _, one := range s.family() {
		if a, ok := one.attributes[name]; ok {
			return a, true
		}
	}
	return GlobalAttribute{}, false
}

// complexType returns the complex type of an expanded name.
func (s *Schema) complexType(name Name) (TypeEntry, bool) {
	for _, one := range s.family() {
		if t, ok := one.named[name]; ok {
			return t, true
		}
	}
	return TypeEntry{}, false
}

// simpleType returns the simple type of an expanded name, built-in ones included; nil where there is none.
func (s *Schema) simpleType(name Name) *simple.SimpleType {
	if name.Space == simple.Namespace {
		return simple.BuiltIn(name.Local)
	}
	for _, one := range s.family() {
		if t := one.simple[name]; t != nil {
			return t
		}
	}
	return nil
}

// goType returns the complex type that a descriptor names: "Name" in s itself, "package.Name" in an imported schema.
// It is the zero entry where there is none.
func (s *Schema) goType(name string) TypeEntry {
	if s == nil || name == "" {
		return TypeEntry{}
	}
	pkg, local, qualified := strings.Cut(name, ".")
	if !qualified {
		return s.types[name]
	}
	for _, one := range s.family() {
		if one.pkg == pkg {
			if t, ok := one.types[local]; ok {
				return t
			}
		}
	}
	return TypeEntry{}
}

// substitutes returns the elements that may stand for head, abstract ones left out.
func (s *Schema) substitutes(head Name) []*declaration {
	var found []*declaration
	for _, one := range s.family() {
		for _, d := range one.elements {
			if !d.Abstract && slices.Contains(d.substitutes, head) {
				found = append(found, d)
			}
		}
	}
	slices.SortFunc(found, func(a, b *declaration) int { return strings.Compare(a.Name.String(), b.Name.String()) })
	return found
}

// rootsOf returns the global elements of s whose type is t, abstract ones left out, in the order of their names.
func (s *Schema) rootsOf(t *ComplexType) []*declaration {
	var found []*declaration
	if s == nil {
		return nil
	}
	for _, one := range s.family() {
		for _, d := range one.elements {
			if d.complexType() == t && !d.Abstract {
				found = append(found, d)
			}
		}
	}
	slices.SortFunc(found, func(a, b *declaration) int { return strings.Compare(a.Name.String(), b.Name.String()) })
	return found
}

// isBase reports whether a type of the schema, or of one that can occur in a document with it, is derived from t.
func (s *Schema) isBase(t *ComplexType) bool {
	for _, one := range s.family() {
		for _, entry := range one.types {
			if t.Name.Local != "" && entry.descriptor.Base == t.Name {
				return true
			}
		}
	}
	return false
}

// derivation returns how t is derived from base, in one or several steps; ok is false where it is not.
func (s *Schema) derivation(t, base *ComplexType) (methods Derivation, ok bool) {
	for steps := 0; t != nil && steps < maxDerivationSteps; steps++ {
		if t == base {
			return methods, true
		}
		methods |= t.Derivation
		next, _ := s.complexType(t.Base)
		t = next.descriptor
	}
	return 0, false
}

// derivationFromSimple returns how t, which has simple content, is derived from a simple type: it extends that, or another one derived from
// it, in its first step.
func (s *Schema) derivationFromSimple(t *ComplexType, base *simple.SimpleType) (methods Derivation, ok bool) {
	for steps := 0; steps < maxDerivationSteps; steps++ {
		next, known := s.complexType(t.Base)
		if !known {
			break
		}
		methods |= t.Derivation
		t = next.descriptor
	}
	text := t.compiled().text
	if text == absent {
		return 0, false
	}
	extended := t.Fields[text].Simple
	if extended != base {
		methods |= ByRestriction
	}
	return methods | ByExtension, simple.DerivedSimple(extended, base)
}

// schemaOf returns the schema of the program that declares a type, for a value read or written alone that says of which type it is. Where
// several declare one of the name, as versions of a schema do, the one made first is taken; [Document.WriteXML] takes the right one.
func (g *simpleRootRegistry) schemaOf(typeName Name) *Schema {
	g.mu.RLock()
	defer g.mu.RUnlock()
	for _, s := range g.schemas {
		if _, known := s.named[typeName]; known || s.simple[typeName] != nil {
			return s
		}
	}
	return nil
}

// maxDerivationSteps bounds walks up a chain of bases, should a descriptor be circular.
const maxDerivationSteps = 1000

// simpleRoots lists the global elements of simple type of all schemas of the program, and those of xs:anyType under nil: these
// types do not know their schema.
var simpleRoots simpleRootRegistry

type simpleRootRegistry struct {
	mu      sync.RWMutex
	byType  map[*simple.SimpleType][]*declaration
	schemas []*Schema
}

func (g *simpleRootRegistry) add(d *declaration) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.byType == nil {
		g.byType = make(map[*simple.SimpleType][]*declaration)
	}
	g.byType[d.Simple] = append(g.byType[d.Simple], d)
}

func (g *simpleRootRegistry) addSchema(s *Schema) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.schemas = append(g.schemas, s)
}

func (g *simpleRootRegistry) of(t *simple.SimpleType) []*declaration {
	g.mu.RLock()
	defer g.mu.RUnlock()
	return g.byType[t]
}
