// This file turns complex types into structs.

package model

import (
	"slices"
	"strconv"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/config"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// complex declares a complex type.
func (b *builder) complex(t *schema.ComplexType) *Struct {
	s := &Struct{Named: b.named(t), Definition: t}
	if b.derived[t] {
		s.Any = b.namer.anyName(t)
	}
	s.Markers = b.markers(t)
	f := &filler{builder: b, strct: s, home: b.packageOf(t), paths: map[string]bool{}}
	f.attributes(t)
	switch content := t.Content.(type) {
	case *schema.SimpleContent:
		f.text(content)
	case *schema.ElementContent:
		parts := b.shapes[t]
		s.Fields = append(s.Fields, f.fields(place{path: s.Path, name: s.GoName, top: true}, parts)...)
	}
	nameMembers(s)
	if f.home.Has(config.Constructors) {
		s.New = b.constructor(s)
	}
	return s
}

// markers lists the methods that make a type one of those an interface of a base type stands for, its own first. Types of one
// name in two packages share a method; which of them may stand where is then for the runtime to say.
func (b *builder) markers(t *schema.ComplexType) []Marker {
	var markers []Marker
	for ok := true; ok && !t.BuiltIn; t, ok = t.Base.(*schema.ComplexType) {
		if !b.derived[t] {
			continue
		}
		m := Marker{Method: "Is" + b.namer.typeName(t), Interface: b.namer.anyName(t)}
		if !slices.ContainsFunc(markers, func(other Marker) bool { return other.Method == m.Method }) {
			markers = append(markers, m)
		}
	}
	return markers
}

// filler fills one struct with fields and members.
type filler struct {
	*builder
	strct *Struct
	home  *Package
	steps []Step // choices on the way to what is being added
	paths map[string]bool
}

// unique returns a path that nothing in the struct has yet: this one, the one that writes out the namespace, or a counted one.
func (f *filler) unique(path string, name schema.Name) string {
	if f.paths[path] && name.Local != "" {
		path = path[:len(path)-len(f.namer.local(name))] + "{" + name.Space + "}" + name.Local
	}
	own := path
	for i := 2; f.paths[own]; i++ {
		own = path + "/" + strconv.Itoa(i)
	}
	f.paths[own] = true
	return own
}

// place is where fields are added: a struct, or a branch in it.
type place struct {
	path string
	name string
	top  bool
}

// attributes adds a field for each attribute use, and one for those a wildcard allows.
func (f *filler) attributes(t *schema.ComplexType) {
	for _, use := range t.AttributeUses {
		a := use.Declaration
		path := f.unique(f.strct.Path+"/attribute/"+f.namer.local(a.Name), a.Name)
		field := &Field{
			GoName: f.namer.choose(path, compound{name: a.Name}.plain()), Kind: AttributeField, Name: a.Name, Path: path,
			Type: f.refSimple(f.home, a.Type), Doc: docOf(use.Origin, a.Origin), Position: use.Position, Occurs: Optional,
		}
		if use.Required {
			field.Occurs = One
		}
		if d, ok := use.EffectiveConstraint().(*schema.Default); ok && !use.Required {
			field.Default, field.DefaultMethod = d, f.namer.defaultMethod(field)
		}
		f.add(field, &Member{Kind: AttributeField, Name: a.Name, Min: bit(use.Required), Max: 1, Use: use})
	}
	if t.AnyAttribute != nil {
		path := f.strct.Path + "/anyAttribute"
		field := &Field{
			GoName: f.namer.choose(path, "AnyAttributes"), Kind: AnyAttributeField, Path: path, Occurs: Many,
			Type: Ref{Package: Runtime, Name: "AnyAttribute"}, Position: t.AnyAttribute.Position,
		}
		f.add(field, &Member{Kind: AnyAttributeField, Max: schema.Unbounded, Wildcard: t.AnyAttribute})
	}
}

// text adds the field of simple content.
func (f *filler) text(content *schema.SimpleContent) {
	path := f.strct.Path + "/value"
	field := &Field{
		GoName: f.namer.choose(path+"/field", "Value"), Kind: TextField, Path: path + "/field", Type: f.refSimple(f.home, content.Type), Position: f.strct.Position,
	}
	f.add(field, &Member{Kind: TextField, Min: 1, Max: 1, Simple: content.Type})
}

// add appends a field of the struct itself with its member.
func (f *filler) add(field *Field, m *Member) {
	m.Leaf = -1
	f.strct.Fields = append(f.strct.Fields, field)
	f.addMember(field, m)
}

// addMember numbers a member and ties it to its field.
func (f *filler) addMember(field *Field, m *Member) {
	m.Index, m.Field = len(f.strct.Members), field
	m.Steps = append([]Step(nil), f.steps...)
	f.strct.Members = append(f.strct.Members, m)
	if field != nil {
		field.Members = append(field.Members, m)
	}
}

// fields returns the fields of parts and adds their members.
func (f *filler) fields(at place, parts []part) []*Field {
	choices := 0
	for _, p := range parts {
		if _, ok := p.(choicePart); ok {
			choices++
		}
	}
	var fields []*Field
	for _, p := range parts {
		switch p := p.(type) {
		case leafPart:
			fields = append(fields, f.leaf(at, p))
		case choicePart:
			fields = append(fields, f.choice(at, p, choices > 1))
		case contentPart:
			fields = append(fields, f.list(at, p))
		}
	}
	return fields
}

// leaf returns the field of an element or a wildcard.
func (f *filler) leaf(at place, p leafPart) *Field {
	field := &Field{Occurs: p.occurs, Position: p.particle.Position}
	switch term := p.particle.Term.(type) {
	case *schema.Element:
		field.Kind, field.Name = ElementField, term.Name
		field.Path = f.unique(f.namer.Particle(at.path, term), term.Name)
		field.GoName = f.namer.choose(field.Path, compound{name: term.Name}.plain())
		field.Type = f.refElement(f.home, term)
		field.Doc = docOf(p.particle.Origin, term.Origin)
		if d, ok := term.Constraint.(*schema.Default); ok && p.occurs == Optional {
			field.Default, field.DefaultMethod = d, f.namer.defaultMethod(field)
		}
	case *schema.Wildcard:
		field.Kind, field.Path = WildcardField, at.path+"/any"
		field.GoName = f.namer.choose(field.Path, "Any")
		field.Type = Ref{Package: Runtime, Name: "AnyElement"}
		field.Doc = documentation(term.Annotation.Documentation)
	}
	f.member(field, p)
	return field
}

// member adds what a leaf of the content model holds.
func (f *filler) member(field *Field, p leafPart) {
	m := &Member{Kind: field.Kind, Name: field.Name, Leaf: p.leaf, Min: p.particle.Min, Max: p.particle.Max}
	switch term := p.particle.Term.(type) {
	case *schema.Element:
		m.Element = term
	case *schema.Wildcard:
		m.Wildcard = term
	}
	m.Item = len(f.steps) > 0 && f.steps[len(f.steps)-1].Field.Kind == ContentField
	switch {
	case m.Item:
		m.Min, m.Max = 0, schema.Unbounded
	case p.occurs == One:
		m.Min, m.Max = 1, 1
	case p.occurs == Optional:
		m.Min, m.Max = 0, 1
	case m.Max == 1: // the group around it repeats
		m.Min, m.Max = 0, schema.Unbounded
	}
	f.addMember(field, m)
}

// choice returns the field of a choice and declares its interface and branches.
func (f *filler) choice(at place, p choicePart, several bool) *Field {
	path, name := at.path+"/choice", "Choice"
	if several {
		first := leavesOf(p.branches[0])[0]
		path, name = f.unique(path+"/"+f.leafWord(first), schema.Name{}), choiceName(compound{name: leafNameOf(first)}.plain())
	}
	field := &Field{
		GoName: f.namer.choose(path, name), Kind: ChoiceField, Path: path, Position: f.strct.Position, Occurs: One,
	}
	if p.optional {
		field.Occurs = Optional
	}
	sum := f.sum(at, field)
	for _, parts := range p.branches {
		f.branch(at, field, sum, parts)
	}
	return field
}

// list returns the field of items in document order.
func (f *filler) list(at place, p contentPart) *Field {
	path := at.path + "/content"
	field := &Field{
		GoName: f.namer.choose(path, "Content"), Kind: ContentField, Path: path, Position: f.strct.Position, Occurs: Many,
	}
	sum := f.sum(at, field)
	if content, ok := f.strct.Definition.Content.(*schema.ElementContent); ok && content.Mixed {
		sum.Text = f.namer.choose(path+"/text", at.name+"Text")
		f.addMember(field, &Member{Kind: MixedField, Leaf: -1, Max: schema.Unbounded, Item: true})
	}
	seen := map[itemKind]*Branch{}
	for _, item := range p.items {
		kind := kindOf(item.particle)
		if b := seen[kind]; b != nil {
			f.steps = append(f.steps, Step{Field: field, Branch: b})
			f.member(b.Fields[0], item)
			f.steps = f.steps[:len(f.steps)-1]
			continue
		}
		seen[kind] = f.branch(at, field, sum, []part{item})
	}
	for kind, br := range seen {
		if kind != (itemKind{name: kind.name}) && seen[itemKind{name: kind.name}] != nil {
			br.Apart = kind.word()
		}
	}
	return field
}

// itemKind is what the items of one Go type have in common: their name, and so their type (XSD 1.0 Part 1, section 3.8.6), and what else makes the Go type.
type itemKind struct {
	name          schema.Name // zero for a wildcard
	nillable      bool
	substitutable bool
}

// word says what is special about the items.
func (k itemKind) word() string {
	if k.nillable {
		return "Nillable"
	}
	return "Substitutable"
}

func kindOf(p *schema.Particle) itemKind {
	kind := itemKind{name: leafName(p)}
	if e, ok := p.Term.(*schema.Element); ok {
		kind.nillable, kind.substitutable = e.Nillable, len(e.Substitutes) > 0
	}
	return kind
}

// sum declares the interface of a choice or list.
func (f *filler) sum(at place, field *Field) *Sum {
	word := field.GoName
	if field.Kind == ContentField {
		word = "Item"
	}
	sum := &Sum{
		GoName: f.namer.choose(field.Path+"/type", sumName(at.name, word)), Path: field.Path + "/type", Position: field.Position,
		Owner: f.strct, Field: field, Place: at.name,
	}
	field.Sum = sum
	field.Type = Ref{Package: f.packageOf(f.strct.Definition).Path, Name: sum.GoName, Interface: true}
	f.strct.Sums = append(f.strct.Sums, sum)
	return sum
}

// branch declares one alternative with its fields.
func (f *filler) branch(at place, field *Field, sum *Sum, parts []part) *Branch {
	first := leavesOf(parts)[0]
	path := f.unique(field.Path+"/branch/"+f.leafWord(first), schema.Name{})
	br := &Branch{Path: path, Position: first.particle.Position, Name: leafNameOf(first)}
	_, br.Wildcard = first.particle.Term.(*schema.Wildcard)
	br.GoName = f.namer.choose(path, compound{before: at.name, name: br.Name}.plain())
	sum.Branches = append(sum.Branches, br)
	f.steps = append(f.steps, Step{Field: field, Branch: br})
	br.Fields = f.fields(place{path: path, name: br.GoName}, parts)
	f.steps = f.steps[:len(f.steps)-1]
	return br
}

// leafWord is the word a leaf gives to names and paths.
func (f *filler) leafWord(l leafPart) string {
	if e, ok := l.particle.Term.(*schema.Element); ok {
		return f.namer.local(e.Name)
	}
	return "any"
}

// leafNameOf is the name that a leaf gives to Go names.
func leafNameOf(l leafPart) schema.Name {
	if e, ok := l.particle.Term.(*schema.Element); ok {
		return e.Name
	}
	return schema.Name{Local: "any"}
}

// choiceName names the field of a choice after its first element.
func choiceName(word string) string {
	if strings.HasSuffix(word, "Choice") {
		return word + "Branch"
	}
	return word + "Choice"
}

// sumName names the interface of a choice or list after what it stands in. Nothing is a ChoiceChoice.
func sumName(place, word string) string {
	if word == "Choice" && strings.HasSuffix(place, "Choice") {
		word = "Branch"
	}
	return place + word
}

// defaultMethod names the method that answers for an absent field.
func (n *namer) defaultMethod(f *Field) string {
	return n.choose(f.Path+"/default", f.GoName+"OrDefault")
}

// docOf prefers what is written where a declaration is used to what is written where it stands.
func docOf(use, declaration schema.Origin) []string {
	if len(use.Annotation.Documentation) > 0 {
		return documentation(use.Annotation.Documentation)
	}
	return documentation(declaration.Annotation.Documentation)
}

func bit(b bool) int {
	if b {
		return 1
	}
	return 0
}

// nameMembers gives members whose names differ in their namespaces only JSON names that tell them apart: the unqualified one, or else the first
// one, keeps the local name.
func nameMembers(s *Struct) {
	keepers := map[string]schema.Name{}
	for _, m := range s.Members {
		key := jsonKey(m)
		if keeper, ok := keepers[key]; !ok || (keeper.Space != "" && m.Name.Space == "") {
			keepers[key] = m.Name
		}
	}
	for _, m := range s.Members {
		if key := jsonKey(m); key != "" && keepers[key] != m.Name {
			m.JSON = strings.TrimSuffix(key, m.Name.Local) + m.Name.String()
		}
	}
}

// jsonKey is the key of an element or attribute in JSON where no other one has its local name; empty for what is neither.
func jsonKey(m *Member) string {
	switch m.Kind {
	case AttributeField:
		return "@" + m.Name.Local
	case ElementField:
		return m.Name.Local
	}
	return ""
}
