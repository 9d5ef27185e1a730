// The face of a package: what it exports, as far as a schema decides it. What every generated type has alike, such as ReadXSD, is left out.

package goapi

import (
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/config"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/diag"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/model"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// declaration is what all exported things have in common.
type declaration struct {
	Name     string
	Path     string // component path
	Spelled  string // its Go type, or the kind of type it is
	Position diag.Position
	uses     []string // the generated types in its Go type, as differences name types
}

// face is one package.
type face struct {
	declaration
	types      map[string]*goType
	values     map[string]*value
	namespaces []string

	constructors map[string]*constructor
}

// packageKind is what a package as a whole is spelled as.
const packageKind = "package"

// goType is an exported type.
type goType struct {
	declaration
	fields     map[string]*field
	methods    map[string]*method
	branches   map[string]declaration // the types behind a sealed interface
	comparable bool
}

// field is a field of a struct; name is what it is called in documents, without the package's own namespace.
type field struct {
	declaration
	name     schema.Name
	base     string // its Go type without pointer or slice
	given    given  // what documents may leave unsaid
	required bool   // the zero value is not valid
}

// method is a method that not every type has; Spelled is its signature and meaning what it returns, where the schema decides that.
type method struct {
	declaration
	meaning string
}

// value is a constant or variable; text is the value of an enumeration.
type value struct {
	declaration
	text  string
	given given // of a global element
}

// constructor is a function that makes a value of all that the schema requires; Spelled is its signature.
type constructor struct {
	declaration
	parameters []declaration // named as they are
}

// faces describes packages by directory.
func faces(packages []*model.Package) map[string]*face {
	b := &builder{dirs: map[string]string{}, types: map[model.Ref]model.Type{}, comparable: map[model.Ref]bool{}}
	for _, p := range packages {
		b.dirs[p.Path] = p.Dir
		for _, t := range p.Types {
			b.types[model.Ref{Package: p.Path, Name: t.Base().GoName}] = t
		}
	}
	all := map[string]*face{}
	for _, p := range packages {
		all[p.Dir] = b.face(p)
	}
	return all
}

// builder makes faces.
type builder struct {
	pkg        *model.Package
	dirs       map[string]string // directories by import path
	types      map[model.Ref]model.Type
	comparable map[model.Ref]bool // of structs, true while it is being found out
}

func (b *builder) face(p *model.Package) *face {
	b.pkg = p
	f := &face{
		declaration: declaration{Name: p.Name, Path: "package/" + p.Dir, Spelled: packageKind},
		namespaces:  p.Namespaces,
		types:       map[string]*goType{}, values: map[string]*value{}, constructors: map[string]*constructor{},
	}
	for _, t := range p.Types {
		b.declare(f, t)
	}
	for _, w := range p.Wrappers {
		f.types[w.GoName] = b.named(&model.Named{GoName: w.GoName, Path: w.Path, Position: w.Own.Position}, ownSpelled(w.Own), true)
	}
	for _, e := range p.Elements {
		f.values[e.GoName] = &value{declaration: declaration{
			Name: e.GoName, Path: e.Path, Position: e.Position, Spelled: "xsd.Element[" + b.spell(e.Type) + "]", uses: b.uses(e.Type),
		}, given: givenBy(e.Component.Constraint, e.Component.Type)}
	}
	return f
}

func (b *builder) declare(f *face, t model.Type) {
	switch t := t.(type) {
	case *model.Struct:
		b.structType(f, t)
	case *model.Simple:
		b.simple(f, t)
	case *model.List:
		f.types[t.GoName] = b.named(&t.Named, "[]"+b.spell(t.Item), false)
	case *model.Union:
		f.types[t.GoName] = b.named(&t.Named, "struct{ xsd.Union }", true)
	}
}

func (b *builder) named(n *model.Named, spelled string, canCompare bool) *goType {
	return &goType{
		declaration: declaration{Name: n.GoName, Path: n.Path, Position: n.Position, Spelled: spelled},
		comparable:  canCompare, fields: map[string]*field{}, methods: map[string]*method{}, branches: map[string]declaration{},
	}
}

// simple describes an atomic type with its enumeration.
func (b *builder) simple(f *face, s *model.Simple) {
	spelled := s.BuiltIn.Basic
	if s.BuiltIn.Kind == model.StructKind {
		spelled = "struct{ xsd." + s.BuiltIn.Runtime + " }"
	} else if own := s.BuiltIn.Own; own != nil {
		spelled = ownSpelled(own)
	}
	t := b.named(&s.Named, spelled, true)
	f.types[s.GoName] = t
	for _, v := range s.Values {
		f.values[v.GoName] = &value{text: v.Text, declaration: declaration{
			Name: v.GoName, Path: v.Path, Position: v.Position, Spelled: enumerationKind(s) + " " + s.GoName,
		}}
	}
	if len(s.Values) > 0 && s.BuiltIn.Kind == model.StringKind {
		t.method("Known", "func() bool", "", s.Path, s.Position)
	}
}

// ownSpelled is a type that embeds one of the user's.
func ownSpelled(own *model.Own) string { return "struct{ " + own.Package + "." + own.Name + " }" }

// enumerationKind tells constants, which Go has for strings and whole numbers, from variables.
func enumerationKind(s *model.Simple) string {
	basic := strings.TrimPrefix(s.BuiltIn.Basic, "u")
	if s.BuiltIn.Kind == model.StringKind || strings.HasPrefix(basic, "int") {
		return "const"
	}
	return "var"
}

func (t *goType) method(name, signature, meaning, path string, position diag.Position) {
	t.methods[name] = &method{meaning: meaning, declaration: declaration{Name: t.Name + "." + name, Path: path, Position: position, Spelled: signature}}
}

// structType describes a struct with the interfaces that belong to it.
func (b *builder) structType(f *face, s *model.Struct) {
	t := b.named(&s.Named, "struct", b.comparableFields(s.Fields))
	f.types[s.GoName] = t
	b.fields(t, s.Fields)
	for _, marker := range s.Markers {
		t.method(marker.Method, "func()", "", s.Path, s.Position)
	}
	for _, field := range s.Fields {
		b.orDefault(t, field)
	}
	b.extras(t, s)
	if s.New != nil {
		f.constructors[s.New.GoName] = b.constructor(s)
	}
	if s.Any != "" {
		anyType := b.named(&s.Named, "interface", true)
		anyType.Name = s.Any
		for _, getter := range s.Getters {
			if getter.Own {
				b.getter(anyType, getter)
			}
		}
		f.types[s.Any] = anyType
	}
	for _, sum := range s.Sums {
		b.sum(f, sum)
	}
}

// extras describes the methods that the configuration asks for.
func (b *builder) extras(t *goType, s *model.Struct) {
	if b.pkg.Has(config.Clone) {
		t.method("Clone", "func() *"+s.GoName, "", s.Path, s.Position)
	}
	if b.pkg.Has(config.Equal) {
		t.method("Equal", "func(other *"+s.GoName+") bool", "", s.Path, s.Position)
	}
	for _, getter := range s.Getters {
		b.getter(t, getter)
	}
}

func (b *builder) getter(t *goType, g *model.Getter) {
	t.method(g.GoName, "func() "+shape(g.Base)+b.spell(g.Base.Type), "", g.Base.Path, g.Base.Position)
}

// constructor describes the function that makes a struct.
func (b *builder) constructor(s *model.Struct) *constructor {
	c := &constructor{declaration: declaration{Name: s.New.GoName, Path: s.Path, Position: s.Position}}
	var parameters []string
	for _, p := range s.New.Parameters {
		one := declaration{
			Name: p.GoName, Path: p.Field.Path, Position: p.Field.Position, Spelled: shape(p.Field) + b.spell(p.Field.Type), uses: b.uses(p.Field.Type),
		}
		c.parameters = append(c.parameters, one)
		parameters = append(parameters, one.Name+" "+one.Spelled)
	}
	c.Spelled = "func(" + strings.Join(parameters, ", ") + ") " + s.GoName
	return c
}

func (b *builder) fields(t *goType, list []*model.Field) {
	for _, one := range list {
		base := b.spell(one.Type)
		t.fields[one.GoName] = &field{
			declaration: declaration{Name: t.Name + "." + one.GoName, Path: one.Path, Position: one.Position, Spelled: shape(one) + base, uses: b.uses(one.Type)},
			name:        b.documentName(one.Name), base: base, required: required(one), given: givenTo(one),
		}
	}
}

// given is the value that a document need not write: the default of an element that may be empty, or a fixed value.
type given struct {
	text           string
	isDefault, fix bool
}

// givenBy is what a declaration of type t gives.
func givenBy(c schema.ValueConstraint, t schema.Type) given {
	text := schema.ExpandedText(c, schema.TextType(t))
	switch c.(type) {
	case *schema.Default:
		return given{text: text, isDefault: true}
	case *schema.Fixed:
		return given{text: text, fix: true}
	}
	return given{}
}

// givenTo is what the declaration of a field gives. The default of an attribute is that of a method, and absent in the field.
func givenTo(f *model.Field) given {
	if len(f.Members) == 0 {
		return given{}
	}
	switch m := f.Members[0]; {
	case m.Element != nil:
		return givenBy(m.Element.Constraint, m.Element.Type)
	case m.Use != nil:
		if g := givenBy(m.Use.EffectiveConstraint(), m.Use.Declaration.Type); g.fix {
			return g
		}
	}
	return given{}
}

// differs reports whether a program reads another value where documents leave it unsaid, or where it is the only one there can be.
func (g given) differs(before given) bool {
	if g.fix || before.fix {
		return g.fix && before.fix && g.text != before.text
	}
	return g != before
}

// words say what an element without text is read as.
func (g given) words() string {
	if g == (given{}) {
		return "no value of its own"
	}
	return strconv.Quote(g.text)
}

// documentName leaves the package's own namespace out: that one namespace follows another is told elsewhere.
func (b *builder) documentName(name schema.Name) schema.Name {
	if slices.Contains(b.pkg.Namespaces, name.Space) {
		name.Space = "#own"
	}
	return name
}

func shape(f *model.Field) string {
	switch {
	case f.Occurs == model.Many:
		return "[]"
	case f.Pointer || (f.Occurs == model.Optional && !f.Type.Interface):
		return "*"
	}
	return ""
}

// required reports whether documents must hold what the field holds, so that the field's zero value is hardly meant.
func required(f *model.Field) bool {
	switch f.Kind {
	case model.AnyAttributeField, model.ContentField, model.TextField, model.MixedField:
		return false
	}
	if f.Occurs != model.Many {
		return f.Occurs == model.One
	}
	return slices.ContainsFunc(f.Members, func(m *model.Member) bool { return m.Min > 0 })
}

// orDefault describes the method that answers for an absent value.
func (b *builder) orDefault(t *goType, f *model.Field) {
	of := model.SimpleTypeOf(f)
	if f.Default == nil || shape(f) != "*" || f.Type.Arg != nil || of == nil {
		return
	}
	t.method(f.DefaultMethod, "func() "+b.spell(f.Type), schema.ExpandedText(f.Default, of), f.Path, f.Position)
}

// sum describes a sealed interface with its branches.
func (b *builder) sum(f *face, sum *model.Sum) {
	named := &model.Named{GoName: sum.GoName, Path: sum.Path, Position: sum.Position}
	t := b.named(named, "interface", true)
	f.types[sum.GoName] = t
	for _, branch := range sum.Branches {
		one := b.named(&model.Named{GoName: branch.GoName, Path: branch.Path, Position: branch.Position}, "struct", b.comparableFields(branch.Fields))
		b.fields(one, branch.Fields)
		f.types[branch.GoName] = one
		t.branches[branch.GoName] = one.declaration
	}
	if sum.Text != "" {
		text := b.named(&model.Named{GoName: sum.Text, Path: sum.Path, Position: sum.Position}, "string", true)
		f.types[sum.Text] = text
		t.branches[sum.Text] = text.declaration
	}
}

// spell writes a Go type in a way that is the same for both versions of a package.
func (b *builder) spell(r model.Ref) string {
	text := r.Name
	switch {
	case r.Package == model.Runtime:
		text = "xsd." + text
	case r.Package != "" && r.Package != b.pkg.Path:
		text = b.dirs[r.Package] + "." + text
	}
	if r.Arg != nil {
		text += "[" + b.spell(*r.Arg) + "]"
	}
	return text
}

// uses lists the generated types in a Go type, below their package's directory.
func (b *builder) uses(r model.Ref) (all []string) {
	if r.Package != model.Runtime {
		dir := b.pkg.Dir
		if r.Package != "" {
			dir = b.dirs[r.Package]
		}
		all = append(all, path.Join(dir, r.Name))
	}
	if r.Arg != nil {
		all = append(all, b.uses(*r.Arg)...)
	}
	return all
}

// names lists the keys of two maps, sorted.
func names[V any](a, b map[string]V) []string {
	all := maps.Clone(a)
	maps.Copy(all, b)
	return slices.Sorted(maps.Keys(all))
}
