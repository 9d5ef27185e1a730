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
	Name Name
	// Simple is the type, or SimpleType its name.
	Simple     *simple.SimpleType
	SimpleType Name
	Constraint *ValueConstraint
}

// TypeEntry is a complex type with its Go type.
type TypeEntry struct {
	Descriptor *ComplexType
	// Value is a nil pointer to the Go struct.
	Value XMLValue
}

// TypeOf pairs a descriptor with its Go type.
func TypeOf[T any](descriptor *ComplexType) TypeEntry {
	value, _ := any((*T)(nil)).(XMLValue)
	return TypeEntry{Descriptor: descriptor, Value: value}
}

// newValue allocates a value of the type.
func (t TypeEntry) newValue() XMLValue {
	v, _ := reflect.New(reflect.TypeOf(t.Value).Elem()).Interface().(XMLValue)
	return v
}

// Schema is what a generated package knows of its schema. It is made once, when the program starts, and is safe for
// concurrent use.
type Schema struct {
	parts *SchemaParts
	space string // the namespace of its components, "" where it has none

	tables  tables
	outside element // what is known of elements that the schema does not declare

	related atomic.Pointer[relatives]
	mu      sync.Mutex
	using   []*Schema // schemas that import this one
}

// relatives are the schemas that can occur in one document with a schema, itself first.
type relatives struct {
	generation uint64
	schemas    []*Schema
	prefixes   xmltext.Bindings // of all of them, and for xsi
}

// generation counts the schemas of the program: what was derived from an earlier set of them is out of date.
var generation atomic.Uint64

// NewSchema ties parts together, in own, to which their descriptors point. Where own is nil, descriptors that point to nothing are made to
// point to a schema of their own. A schema that imports others makes its types and elements known to those, so that a document of an imported
// schema may use xsi:type, substitution groups and wildcards with them.
//
// Generated code names own, since touching each descriptor when a program starts costs more than all else that happens then.
func NewSchema(own *Schema, parts *SchemaParts) *Schema {
	s := own
	if s == nil {
		s = new(Schema)
		parts.tie(s)
	}
	s.hold(parts)
	for _, other := range parts.Imports {
		other.mu.Lock()
		other.using = append(other.using, s)
		other.mu.Unlock()
	}
	simpleRoots.addSchema(s)
	generation.Add(1)
	return s
}

func (s *Schema) hold(parts *SchemaParts) {
	s.parts, s.space, s.outside.schema = parts, parts.namespace(), s
}

// tie makes the descriptors point to a schema.
func (p *SchemaParts) tie(s *Schema) {
	for _, t := range p.Types {
		t.Descriptor.Schema = s
	}
	for _, e := range p.Elements {
		e.described().Schema = s
	}
}

// undeclared is what is known of elements that the schema does not declare.
func (s *Schema) undeclared() *element {
	if s == nil {
		return undeclared
	}
	return &s.outside
}

// namespace returns the namespace of the first component; "" where there is none.
func (p *SchemaParts) namespace() string {
	for _, e := range p.Elements {
		return e.described().Name.Space
	}
	for _, t := range p.Types {
		if t.Descriptor.Name.Local != "" {
			return t.Descriptor.Name.Space
		}
	}
	return ""
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
	r := &relatives{generation: now, schemas: schemas, prefixes: xmltext.NewBindings(prefixesOf(schemas))}
	s.related.Store(r)
	return r
}

func (s *Schema) neighbours() []*Schema {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Concat(s.parts.Imports, s.using)
}

// element returns the declaration of a global element, nil where there is none.
func (s *Schema) element(name Name) *declaration {
	for _, one := range s.family() {
		if i, ok := one.elements()[name]; ok {
			return one.declared(i)
		}
	}
	return nil
}

// attribute returns the declaration of a global attribute.
func (s *Schema) attribute(name Name) (GlobalAttribute, bool) {
	for _, one := range s.family() {
		if a, ok := one.attributes()[name]; ok {
			return a, true
		}
	}
	return GlobalAttribute{}, false
}

// complexType returns the complex type of an expanded name.
func (s *Schema) complexType(name Name) (TypeEntry, bool) {
	for _, one := range s.family() {
		if i, ok := one.complexTypes()[name]; ok {
			return one.parts.Types[i], true
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
		if t := one.simpleTypes()[name]; t != nil {
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
		return s.ownType(name)
	}
	for _, one := range s.family() {
		if one.parts.Package != pkg {
			continue
		}
		if t := one.ownType(local); t.Descriptor != nil {
			return t
		}
	}
	return TypeEntry{}
}

// substitutes returns the elements that may stand for head, abstract ones left out.
func (s *Schema) substitutes(head Name) []*declaration {
	var found []*declaration
	for _, one := range s.family() {
		for i, e := range one.parts.Elements {
			if d := e.described(); !d.Abstract && slices.Contains(d.Substitutes, head) {
				found = append(found, one.declared(i))
			}
		}
	}
	sortByName(found)
	return found
}

// rootsOf returns the global elements of s whose type is t, abstract ones left out, in the order of their names.
func (s *Schema) rootsOf(t *ComplexType) []*declaration {
	var found []*declaration
	if s == nil {
		return nil
	}
	for _, one := range s.users() {
		for i, e := range one.parts.Elements {
			if d := e.described(); d.Abstract || !refersTo(d.Type, t.GoName) {
				continue
			}
			if d := one.declared(i); d.complexType() == t {
				found = append(found, d)
			}
		}
	}
	sortByName(found)
	return found
}

// refersTo reports whether a Go name, with or without a package before it, can be that of the type.
func refersTo(name, local string) bool {
	before, ok := strings.CutSuffix(name, local)
	return ok && (before == "" || before[len(before)-1] == '.')
}

// sortByName sorts declarations by their names.
func sortByName(found []*declaration) {
	slices.SortFunc(found, func(a, b *declaration) int { return strings.Compare(a.Name.String(), b.Name.String()) })
}

// users returns the schemas that can refer to components of s: s itself, those that import it, and those that import them.
func (s *Schema) users() []*Schema {
	found := []*Schema{s}
	for i := 0; i < len(found); i++ {
		found[i].mu.Lock()
		for _, next := range found[i].using {
			if !slices.Contains(found, next) {
				found = append(found, next)
			}
		}
		found[i].mu.Unlock()
	}
	return found
}

// derivation returns how t is derived from base, in one or several steps; ok is false where it is not.
func (s *Schema) derivation(t, base *ComplexType) (methods Derivation, ok bool) {
	for steps := 0; t != nil && steps < maxDerivationSteps; steps++ {
		if t == base {
			return methods, true
		}
		methods |= t.Derivation
		next, _ := s.complexType(t.Base)
		t = next.Descriptor
	}
	return 0, false
}

// firstOf returns the first type of the chain that t is the last of, and how t is derived from it.
func (s *Schema) firstOf(t *ComplexType) (first *ComplexType, methods Derivation) {
	for range maxDerivationSteps {
		next, known := s.complexType(t.Base)
		if !known {
			break
		}
		methods |= t.Derivation
		t = next.Descriptor
	}
	return t, methods
}

// derivationFromAny returns how t is derived from xs:anyType, of which the first type of a chain is a restriction, or extends a simple type, which is one.
func (s *Schema) derivationFromAny(t *ComplexType) (methods Derivation) {
	first, methods := s.firstOf(t)
	if first.compiled().text != absent {
		methods |= ByExtension
	}
	return methods | ByRestriction
}

// derivationFromSimple returns how t, which has simple content, is derived from a simple type: it extends that type, or derives from another type that extends
// it, in its first step.
func (s *Schema) derivationFromSimple(t *ComplexType, base *simple.SimpleType) (methods Derivation, ok bool) {
	first, methods := s.firstOf(t)
	text := first.compiled().text
	if text == absent {
		return 0, false
	}
	extended := first.Fields[text].Simple
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
		if _, known := s.complexTypes()[typeName]; known || s.simpleTypes()[typeName] != nil {
			return s
		}
	}
	return nil
}

// maxDerivationSteps bounds walks up a chain of bases, should a descriptor be circular. No schema has as many types.
const maxDerivationSteps = 1 << 20

// simpleRoots lists the global elements of simple type of all schemas of the program, those of xs:anyType under nil, and those that may be nil and are of
// complex types: what they are read into does not know its schema.
var simpleRoots simpleRootRegistry

type simpleRootRegistry struct {
	mu         sync.RWMutex
	schemas    []*Schema
	byType     map[*simple.SimpleType][]*declaration
	byGo       map[reflect.Type][]*declaration // elements that may be nil, of complex types, by what they are read into
	generation uint64                          // of both
}

func (g *simpleRootRegistry) addSchema(s *Schema) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.schemas = append(g.schemas, s)
}

func (g *simpleRootRegistry) of(t *simple.SimpleType) []*declaration {
	byType, _ := g.found()
	return byType[t]
}

// read returns the global elements that are read into values like v, which knows no schema.
func (g *simpleRootRegistry) read(v XMLValue) []*declaration {
	_, byGo := g.found()
	return byGo[reflect.TypeOf(v)]
}

// found returns the elements of all schemas that there are.
func (g *simpleRootRegistry) found() (map[*simple.SimpleType][]*declaration, map[reflect.Type][]*declaration) {
	now := generation.Load()
	g.mu.RLock()
	byType, byGo, made := g.byType, g.byGo, g.generation
	g.mu.RUnlock()
	if byType == nil || made != now {
		return g.gather(now)
	}
	return byType, byGo
}

// gather finds the elements of all schemas that there are now.
func (g *simpleRootRegistry) gather(now uint64) (map[*simple.SimpleType][]*declaration, map[reflect.Type][]*declaration) {
	g.mu.RLock()
	schemas := slices.Clone(g.schemas)
	g.mu.RUnlock()
	byType, byGo := make(map[*simple.SimpleType][]*declaration), make(map[reflect.Type][]*declaration)
	for _, s := range schemas {
		for i, e := range s.parts.Elements {
			switch d := e.described(); {
			case d.Type == "":
				d := s.declared(i)
				byType[d.Simple] = append(byType[d.Simple], d)
			case d.Nillable:
				d := s.declared(i)
				made := reflect.TypeOf(d.newValue())
				byGo[made] = append(byGo[made], d)
			}
		}
	}
	g.mu.Lock()
	defer g.mu.Unlock()
	g.byType, g.byGo, g.generation = byType, byGo, now
	return byType, byGo
}
