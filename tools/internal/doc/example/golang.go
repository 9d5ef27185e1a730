// This file writes an example as a Go composite literal, as gofmt formats it.

package example

import (
	"go/format"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/model"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/sample"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// literal is a tree as a Go expression.
func (m *Maker) literal(tree *sample.Node) (string, error) {
	var text string
	var err error
	if simple, ok := tree.Type.(*schema.SimpleType); ok {
		text, err = m.simpleGo(simple, m.elementRef(tree.Declaration), textOf(tree), true)
	} else {
		text, err = m.structGo(tree)
	}
	if err != nil {
		return "", err
	}
	const before = "package p\n\nvar v = "
	formatted, err := format.Source([]byte(before + text))
	if err != nil {
		return "", err
	}
	return strings.TrimSpace(strings.TrimPrefix(string(formatted), before)), nil
}

// elementRef is the Go type of a global element; zero for others.
func (m *Maker) elementRef(e *schema.Element) model.Ref {
	for _, p := range m.packages {
		for _, known := range p.Elements {
			if known.Component == e {
				return known.Type
			}
		}
	}
	return model.Ref{}
}

// name is what a type is called from another package.
func (d declared) name() string { return d.pkg.Alias + "." + d.typ.Base().GoName }

// refName is a reference as another package writes it.
func (m *Maker) refName(r model.Ref) string {
	name := r.Name
	switch {
	case r.Package == "":
	case r.Package == model.Runtime:
		name = "xsd." + name
	default:
		name = m.alias(r.Package) + "." + name
	}
	if r.Arg != nil {
		name += "[" + m.refName(*r.Arg) + "]"
	}
	return name
}

func (m *Maker) alias(importPath string) string {
	for _, d := range m.types {
		if d.pkg.Path == importPath {
			return d.pkg.Alias
		}
	}
	return path.Base(importPath)
}

// structGo is the literal of an element of complex type.
func (m *Maker) structGo(n *sample.Node) (string, error) {
	d, ok := m.types[n.Type]
	if !ok {
		return "", errForm
	}
	s, ok := d.typ.(*model.Struct)
	if !ok {
		return "", errForm
	}
	w := &structWriter{Maker: m, pkg: d.pkg, strct: s, node: n}
	return w.literal(d.name(), s.Fields)
}

// structWriter writes the fields of one element.
type structWriter struct {
	*Maker
	pkg   *model.Package
	strct *model.Struct
	node  *sample.Node
}

// literal is a composite literal with those of the fields that hold something, each on a line.
func (w *structWriter) literal(name string, fields []*model.Field) (string, error) {
	var lines []string
	for _, f := range fields {
		value, err := w.field(f)
		if err != nil {
			return "", err
		}
		if value != "" {
			lines = append(lines, f.GoName+": "+value)
		}
	}
	switch len(lines) {
	case 0:
		return name + "{}", nil
	case 1:
		if !strings.Contains(lines[0], "\n") {
			return name + "{" + lines[0] + "}", nil
		}
	}
	return name + "{\n" + strings.Join(lines, ",\n") + ",\n}", nil
}

// field is the value of a field, empty where it holds nothing.
func (w *structWriter) field(f *model.Field) (string, error) {
	switch f.Kind {
	case model.AttributeField:
		return w.attribute(f)
	case model.TextField:
		content, ok := w.strct.Definition.Content.(*schema.SimpleContent)
		if !ok {
			return "", errForm
		}
		return w.simpleGo(content.Type, f.Type, textOf(w.node), false)
	case model.ElementField:
		return w.elements(f)
	case model.ChoiceField:
		return w.choice(f)
	case model.ContentField:
		return w.content(f)
	}
	return "", nil
}

func (w *structWriter) attribute(f *model.Field) (string, error) {
	for _, a := range w.node.Attributes {
		if a.Name == f.Name {
			value, err := w.simpleGo(a.Use.Declaration.Type, f.Type, a.Value.Text, f.Occurs == model.Optional)
			return optional(f, value), err
		}
	}
	return "", nil
}

// optional is a pointer to a value where the field is one.
func optional(f *model.Field, value string) string {
	if f.Occurs == model.Optional && value != "" {
		return "new(" + value + ")"
	}
	return value
}

// children are the elements that a field holds.
func (w *structWriter) children(f *model.Field) []*sample.Node {
	var held []*sample.Node
	for _, child := range w.node.Children() {
		if m := memberOf(w.strct, child); m != nil && slices.Contains(f.Members, m) {
			held = append(held, child)
		}
	}
	return held
}

func (w *structWriter) elements(f *model.Field) (string, error) {
	held := w.children(f)
	if len(held) == 0 {
		return "", nil
	}
	if f.Occurs != model.Many {
		value, err := w.element(f, held[0], f.Occurs == model.Optional || f.Pointer)
		return value, err
	}
	var items []string
	for _, child := range held {
		item, err := w.element(f, child, false)
		if err != nil {
			return "", err
		}
		items = append(items, item)
	}
	return "[]" + w.refName(f.Type) + list(items), nil
}

// list is the braces of a slice with its items.
func list(items []string) string {
	joined := strings.Join(items, ", ")
	if strings.Contains(joined, "\n") {
		return "{\n" + strings.Join(items, ",\n") + ",\n}"
	}
	return "{" + joined + "}"
}

// element is the value of an element, wrapped as its field wants it, or a pointer to it.
func (w *structWriter) element(f *model.Field, n *sample.Node, pointer bool) (string, error) {
	value, err := w.wrapped(f.Type, f.Name, n, pointer && f.Type.Arg == nil)
	if err != nil || !pointer {
		return value, err
	}
	switch {
	case f.Type.Interface && f.Type.Arg == nil: // absent is nil, and the value is a pointer already
		return value, nil
	case strings.HasSuffix(value, "}"):
		return "&" + value, nil
	}
	return "new(" + value + ")", nil
}

func (w *structWriter) wrapped(r model.Ref, declared schema.Name, n *sample.Node, typed bool) (string, error) {
	if r.Arg == nil {
		return w.value(r, n, typed)
	}
	inner, err := w.wrapped(*r.Arg, declared, n, false)
	if err != nil {
		return "", err
	}
	name := ""
	if r.Name == "Substitutable" && n.Name != declared {
		name = "Name: xsd.Name{Space: " + strconv.Quote(n.Name.Space) + ", Local: " + strconv.Quote(n.Name.Local) + "}, "
	}
	return w.refName(r) + "{" + name + "Value: " + inner + "}", nil
}

// value is what is in an element; an interface holds a pointer.
func (w *structWriter) value(r model.Ref, n *sample.Node, typed bool) (string, error) {
	switch t := n.Type.(type) {
	case *schema.SimpleType:
		if r.Interface {
			return "", errForm
		}
		return w.simpleGo(t, r, textOf(n), typed)
	case *schema.ComplexType:
		text, err := w.structGo(n)
		if r.Interface {
			text = "&" + text
		}
		return text, err
	}
	return "", errForm
}

// choice is the branch that was taken, nothing where none was.
func (w *structWriter) choice(f *model.Field) (string, error) {
	for _, b := range f.Sum.Branches {
		if !slices.ContainsFunc(b.Fields, w.holds) {
			continue
		}
		return w.literal(w.pkg.Alias+"."+b.GoName, b.Fields)
	}
	return "", nil
}

// holds reports whether a field holds anything.
func (w *structWriter) holds(f *model.Field) bool {
	if f.Sum == nil {
		return len(w.children(f)) > 0
	}
	return slices.ContainsFunc(f.Sum.Branches, func(b *model.Branch) bool { return slices.ContainsFunc(b.Fields, w.holds) })
}

// content is the items in document order.
func (w *structWriter) content(f *model.Field) (string, error) {
	var items []string
	for _, i := range w.node.Content {
		switch i := i.(type) {
		case sample.Text:
			if f.Sum.Text != "" {
				items = append(items, w.pkg.Alias+"."+f.Sum.Text+"("+strconv.Quote(i.Text)+")")
			}
		case *sample.Node:
			b := w.branchOf(f.Sum, i)
			if b == nil {
				continue
			}
			value, err := w.element(b.Fields[0], i, b.Fields[0].Pointer)
			if err != nil {
				return "", err
			}
			items = append(items, w.pkg.Alias+"."+b.GoName+"{"+b.Fields[0].GoName+": "+value+"}")
		}
	}
	if len(items) == 0 {
		return "", nil
	}
	return "[]" + w.refName(f.Type) + "{\n" + strings.Join(items, ",\n") + ",\n}", nil
}

func (w *structWriter) branchOf(s *model.Sum, n *sample.Node) *model.Branch {
	held := memberOf(w.strct, n)
	for _, b := range s.Branches {
		if held != nil && len(b.Fields) > 0 && slices.Contains(b.Fields[0].Members, held) {
			return b
		}
	}
	return nil
}

// simpleGo is a value of a simple type, whose Go type is at the place. What the place gives the type of can be an untyped constant; typed says that it does not.
func (m *Maker) simpleGo(t *schema.SimpleType, at model.Ref, text string, typed bool) (string, error) {
	text = t.Runtime.Normalize(text)
	d, ok := m.types[t]
	if !ok {
		if own := model.OwnOf(m.packages, at); own != nil {
			return m.ownGo(m.refName(at), own, text), nil
		}
		return builtInGo(t, text, typed)
	}
	switch declared := d.typ.(type) {
	case *model.List:
		return m.listGo(d.name(), declared, text)
	case *model.Union:
		return d.name() + "{Union: xsd.Must(xsd.ParseUnion(" + d.name() + "{}.SimpleType(), " + strconv.Quote(text) + "))}", nil
	case *model.Simple:
		return m.atomGo(d, declared, text, typed)
	}
	return "", errForm
}

// ownGo is a value of a generated type that embeds one of the user's.
func (m *Maker) ownGo(name string, own *model.Own, text string) string {
	if own.Parse.Name == "" {
		return "func() (v " + name + ") { _ = v.UnmarshalText([]byte(" + strconv.Quote(text) + ")); return v }()"
	}
	called := own.Alias
	if own.Parse.Package != own.Package {
		called = path.Base(own.Parse.Package)
	}
	return name + "{" + own.Name + ": xsd.Must(" + called + "." + own.Parse.Name + "(" + strconv.Quote(text) + "))}"
}

func (m *Maker) listGo(name string, declared *model.List, text string) (string, error) {
	variety, ok := declared.Definition.Variety.(*schema.List)
	if !ok {
		return "", errForm
	}
	var items []string
	for word := range strings.FieldsSeq(text) {
		item, err := m.simpleGo(variety.Item, declared.Item, word, false)
		if err != nil {
			return "", err
		}
		items = append(items, item)
	}
	return name + list(items), nil
}

// atomGo is a value of a declared atomic type: a constant of its enumeration, or a conversion.
func (m *Maker) atomGo(d declared, s *model.Simple, text string, typed bool) (string, error) {
	for _, v := range s.Values {
		if v.Text == text {
			return d.pkg.Alias + "." + v.GoName, nil
		}
	}
	if own := s.BuiltIn.Own; own != nil {
		return m.ownGo(d.name(), own, text), nil
	}
	if s.BuiltIn.Kind == model.StructKind {
		inner, err := parsed(s.BuiltIn, text)
		return d.name() + "{" + s.BuiltIn.Runtime + ": " + inner + "}", err
	}
	constant, err := constantGo(s.BuiltIn, text)
	if err == nil && typed {
		constant = d.name() + "(" + constant + ")"
	}
	return constant, err
}

// builtInGo is a value of a type of XML Schema.
func builtInGo(t *schema.SimpleType, text string, typed bool) (string, error) {
	b := model.BuiltInOf(t)
	switch b.Kind {
	case model.StructKind:
		return parsed(b, text)
	case model.SliceKind:
		words := strings.Fields(text)
		for i, w := range words {
			words[i] = strconv.Quote(w)
		}
		return "xsd." + b.Runtime + list(words), nil
	}
	constant, err := constantGo(b, text)
	if err != nil || !typed || b.Direct && (b.Basic == "string" || b.Basic == "bool") {
		return constant, err
	}
	if b.Direct {
		return b.Basic + "(" + constant + ")", nil
	}
	return "xsd." + b.Runtime + "(" + constant + ")", nil
}

// parsed is a call that reads a value of a runtime type.
func parsed(b model.BuiltIn, text string) (string, error) {
	switch b.Runtime {
	case "QName", "Notation", "AnySimple":
		return "", errForm
	}
	return "xsd.Must(xsd.Parse" + b.Runtime + "(" + strconv.Quote(text) + "))", nil
}

// constantGo is a constant of a Go basic type.
func constantGo(b model.BuiltIn, text string) (string, error) {
	switch b.Basic {
	case "string":
		return strconv.Quote(text), nil
	case "bool":
		if text == "true" || text == "1" {
			return "true", nil
		}
		return "false", nil
	case "float32", "float64":
		if _, err := strconv.ParseFloat(text, 64); err != nil || strings.ContainsAny(text, "INFa") {
			return "", errForm
		}
		return text, nil
	}
	if text = strings.TrimPrefix(text, "+"); text == "" {
		return "", errForm
	}
	negative := strings.HasPrefix(text, "-")
	digits := strings.TrimLeft(strings.TrimPrefix(text, "-"), "0")
	if digits == "" {
		return "0", nil
	}
	if negative {
		return "-" + digits, nil
	}
	return digits, nil
}
