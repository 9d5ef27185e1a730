// This file collects a reference.

package reference

import (
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/doc/diagram"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/doc/example"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/doc/facets"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/model"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// large is how many elements and types a reference has before those are left out that no root reaches.
const large = 600

// Build collects what there is to tell. The roots are those of the diagram.
func Build(set *schema.Set, packages []*model.Package, m *diagram.Model, roots []schema.Component) *Reference {
	b := &builder{
		set: set, model: m, paths: model.NewPaths(set), maker: example.NewMaker(set, packages), goTypes: map[schema.Type]goType{},
		goElements: map[*schema.Element]string{}, used: map[schema.Type][]use{}, first: map[schema.Type]*schema.Element{}, entries: map[schema.Component]bool{},
	}
	b.ref = &Reference{Doc: nil}
	b.describeSet()
	b.nameGo(packages)
	b.roots = roots
	b.collect()
	return b.ref
}

type goType struct {
	typ  model.Type
	name string
}

// use is a place where a type is the type of something.
type use struct {
	owner schema.Component
	words string
}

type builder struct {
	ref        *Reference
	set        *schema.Set
	model      *diagram.Model
	paths      *model.Paths
	maker      *example.Maker
	roots      []schema.Component
	goTypes    map[schema.Type]goType
	goElements map[*schema.Element]string
	used       map[schema.Type][]use
	first      map[schema.Type]*schema.Element // the first element of a type
	entries    map[schema.Component]bool       // what has an entry
	types      []schema.Type
	elements   []*schema.Element
}

func (b *builder) describeSet() {
	for i, d := range b.set.Documents {
		if i == 0 {
			b.ref.Namespace = d.TargetNamespace
			b.ref.Doc = paragraphs(d.Annotation.Documentation)
		}
		b.ref.Documents = append(b.ref.Documents, path.Base(strings.ReplaceAll(d.File, `\`, "/")))
	}
}

func (b *builder) nameGo(packages []*model.Package) {
	for _, p := range packages {
		for _, t := range p.Types {
			b.goTypes[t.Component()] = goType{t, p.Alias + "." + t.Base().GoName}
		}
		for _, e := range p.Elements {
			b.goElements[e.Component] = p.Alias + "." + e.GoName
		}
	}
}

// collect makes an entry for everything, or in a large schema for what the roots reach.
func (b *builder) collect() {
	w := &walk{seen: map[schema.Component]bool{}, used: b.used, first: b.first}
	for _, r := range b.roots {
		w.component(r)
	}
	reached := len(w.order)
	for _, e := range b.set.Elements {
		w.component(e)
	}
	for _, t := range b.set.Types {
		w.typ(t)
	}
	order := w.order
	if len(order) > large && reached > 0 {
		b.ref.Left = len(order) - reached
		order = order[:reached]
	}
	for _, c := range order {
		b.entries[c] = true
		switch c := c.(type) {
		case *schema.Element:
			b.elements = append(b.elements, c)
		case schema.Type:
			b.types = append(b.types, c)
		}
	}
	for _, e := range b.elements {
		b.ref.Entries = append(b.ref.Entries, b.element(e))
	}
	for _, t := range b.types {
		b.ref.Entries = append(b.ref.Entries, b.typeEntry(t))
	}
}

// walk meets what a component leads to, depth first.
type walk struct {
	seen  map[schema.Component]bool
	order []schema.Component
	used  map[schema.Type][]use
	first map[schema.Type]*schema.Element
}

func (w *walk) component(c schema.Component) {
	switch c := c.(type) {
	case *schema.Element:
		if w.seen[c] {
			return
		}
		w.seen[c] = true
		w.order = append(w.order, c)
		w.holds(c, c.Type, c.Name.Local, c)
		for _, s := range c.Substitutes {
			w.component(s)
		}
	case schema.Type:
		w.typ(c)
	}
}

// holds notes that something of an owner has a type, and meets the type.
func (w *walk) holds(owner schema.Component, t schema.Type, words string, e *schema.Element) {
	w.used[t] = append(w.used[t], use{owner, words})
	if e != nil && w.first[t] == nil && !e.Abstract {
		w.first[t] = e
	}
	w.typ(t)
}

func (w *walk) typ(t schema.Type) {
	if t == nil || w.seen[t] || builtIn(t) {
		return
	}
	w.seen[t] = true
	w.order = append(w.order, t)
	w.typ(t.BaseType())
	switch t := t.(type) {
	case *schema.SimpleType:
		w.variety(t)
	case *schema.ComplexType:
		w.inside(t)
	}
}

func (w *walk) variety(t *schema.SimpleType) {
	switch v := t.Variety.(type) {
	case *schema.List:
		w.typ(v.Item)
	case *schema.Union:
		for _, m := range v.Members {
			w.typ(m)
		}
	}
}

func (w *walk) inside(t *schema.ComplexType) {
	for _, u := range t.AttributeUses {
		w.holds(t, u.Declaration.Type, "@"+u.Declaration.Name.Local, nil)
	}
	switch c := t.Content.(type) {
	case *schema.SimpleContent:
		w.holds(t, c.Type, "text", nil)
	case *schema.ElementContent:
		for _, leaf := range c.Leaves {
			e, ok := leaf.Term.(*schema.Element)
			switch {
			case !ok:
			case e.Global:
				w.used[e.Type] = append(w.used[e.Type], use{t, e.Name.Local})
				w.component(e)
			default:
				w.holds(t, e.Type, e.Name.Local, e)
			}
		}
	}
}

func builtIn(t schema.Type) bool {
	switch t := t.(type) {
	case *schema.SimpleType:
		return t.BuiltIn
	case *schema.ComplexType:
		return t.BuiltIn
	}
	return true
}

func (b *builder) element(e *schema.Element) *Entry {
	entry := &Entry{
		ID: b.model.ID(b.paths.Element(e)), Kind: "element", Name: e.Name.Local, Space: e.Name.Space, Go: b.goElements[e], Root: slices.Contains(b.roots, schema.Component(e)),
		Type: b.link(e.Type), Doc: paragraphs(e.Annotation.Documentation), Position: position(e),
	}
	if entry.Root || !b.entries[e.Type] { // else the type has one
		entry.Example = b.maker.Of(e)
	}
	if e.Abstract {
		entry.Notes = append(entry.Notes, "abstract: another element stands for it")
	}
	if e.Nillable {
		entry.Notes = append(entry.Notes, "may be nil")
	}
	if e.Head != nil {
		entry.Base, entry.Verb = Link{b.model.ID(b.paths.Element(e.Head)), e.Head.Name.Local}, "may stand for"
	}
	for _, s := range e.Substitutes {
		entry.Heirs = append(entry.Heirs, Link{b.model.ID(b.paths.Element(s)), s.Name.Local})
	}
	for _, u := range b.used[e.Type] {
		if t, ok := u.owner.(schema.Type); ok && u.words == e.Name.Local {
			entry.UsedBy = append(entry.UsedBy, b.link(t))
		}
	}
	return entry
}

// link leads to the entry of a type.
func (b *builder) link(t schema.Type) Link {
	l := Link{Words: b.model.Type(t)}
	if b.entries[t] {
		l.ID = b.model.ID(b.paths.Type(t))
	}
	return l
}

func (b *builder) typeEntry(t schema.Type) *Entry {
	entry := &Entry{
		ID: b.model.ID(b.paths.Type(t)), Name: t.TypeName().Local, Space: t.TypeName().Space, Go: b.goTypes[t].name, Position: position(t),
		Doc: paragraphs(t.Source().Annotation.Documentation), Root: slices.Contains(b.roots, schema.Component(t)),
	}
	if entry.Name == "" {
		entry.Name = "type of " + strings.TrimSuffix(strings.TrimPrefix(b.paths.Type(t), "type/"), "/type")
	}
	for _, u := range b.used[t] {
		b.addUse(entry, u)
	}
	if base := t.BaseType(); base != nil {
		entry.Base, entry.Verb = b.link(base), "restricts"
	}
	switch t := t.(type) {
	case *schema.SimpleType:
		b.simple(entry, t)
	case *schema.ComplexType:
		b.complex(entry, t)
	}
	if e := b.exampleElement(t, entry); e != nil {
		entry.Example = b.maker.Of(e)
	}
	return entry
}

func (b *builder) addUse(entry *Entry, u use) {
	l := Link{Words: u.words}
	switch owner := u.owner.(type) {
	case *schema.Element:
		l.ID, l.Words = b.model.ID(b.paths.Element(owner)), "element "+u.words
	case schema.Type:
		l = b.link(owner)
		l.Words += ", " + u.words
	}
	if !slices.Contains(entry.UsedBy, l) {
		entry.UsedBy = append(entry.UsedBy, l)
	}
}

// exampleElement is an element of a type: the first that the schema has, or one made up.
func (b *builder) exampleElement(t schema.Type, entry *Entry) *schema.Element {
	if e := b.first[t]; e != nil {
		return e
	}
	if c, ok := t.(*schema.ComplexType); ok && !c.Abstract && t.TypeName().Local != "" {
		return &schema.Element{Name: schema.Name{Space: entry.Space, Local: entry.Name}, Type: t}
	}
	return nil
}

func (b *builder) simple(entry *Entry, t *schema.SimpleType) {
	entry.Kind, entry.Words, entry.Values = "data type", facets.Words(t), facets.Values(t)
	if len(entry.Values) > 0 {
		entry.Kind = "enumeration"
	}
}

func (b *builder) complex(entry *Entry, t *schema.ComplexType) {
	entry.Kind = "data type"
	if diagram.IsClass(t) {
		entry.Kind, entry.Complex = "class", t
	}
	if t.Derivation == schema.Extension {
		entry.Verb = "extends"
	}
	if base, ok := t.Base.(*schema.ComplexType); ok && base.BuiltIn {
		entry.Base = Link{}
	}
	if t.Abstract {
		entry.Notes = append(entry.Notes, "abstract: documents have a type that extends it")
	}
	if c, ok := t.Content.(*schema.ElementContent); ok && c.Mixed {
		entry.Notes = append(entry.Notes, "text may stand between the elements")
	}
	for _, heir := range b.model.Heirs(t) {
		entry.Heirs = append(entry.Heirs, b.link(heir))
	}
	b.parts(entry, t)
}

func position(c schema.Component) string {
	p := c.Source().Position
	if p.File == "" {
		return ""
	}
	return fmt.Sprintf("%s, line %d", path.Base(strings.ReplaceAll(p.File, `\`, "/")), p.Line)
}

func times(n int) string {
	switch n {
	case 0:
		return "never"
	case 1:
		return "once"
	case 2:
		return "twice"
	}
	return strconv.Itoa(n) + " times"
}

// paragraphs are documentation as paragraphs, in which white space is one space.
func paragraphs(texts []string) []string {
	var all []string
	for _, text := range texts {
		for _, p := range strings.Split(strings.ReplaceAll(text, "\r\n", "\n"), "\n\n") {
			if words := strings.Join(strings.Fields(p), " "); words != "" {
				all = append(all, words)
			}
		}
	}
	return all
}
