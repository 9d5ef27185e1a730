// This file finds what the old document has of each element and attribute, wherever the old Go type keeps it: in a field, in a branch of a choice, or
// among items in document order. What is in branches and items is gathered in variables first.

package convert

import (
	"go/token"
	"slices"
	"strconv"

	"github.com/dave/jennifer/jen"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/model"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// key is what a field holds: the name of an element or attribute as the new version has it. A wildcard and the text have no name.
type key struct {
	kind model.FieldKind
	name schema.Name
}

// textKey is the text of simple or mixed content.
var textKey = key{kind: model.TextField}

// supply is what the old document has of one element, attribute, wildcard or of the text.
type supply struct {
	before typed
	occurs model.Occurrence
	src    source          // One: the value; Optional: a pointer or an interface; Many: the slice
	at     *jen.Statement  // its place where that is not a child of the current one
	name   schema.Name     // in the old version
	kind   model.FieldKind // of the field
	use    *schema.AttributeUse
	absent string // the method that answers with the default of an absent attribute; empty where there is none
	bare   bool   // Optional text that is a string and no pointer: absent where it is empty
	min    int
	max    int
}

// supplies are those of a struct.
type supplies map[key]*supply

// base is the expression that fields are selected from; used says that some were.
type base struct {
	name string
	used bool
}

func (b *base) dot(field string) *jen.Statement {
	b.used = true
	return jen.Id(b.name).Dot(field)
}

// keyOf is what a field of the old version holds.
func (w *writer) keyOf(f *model.Field) key { return w.successorKey(keysOf(f)[0]) }

// successorKey is what a thing of the old version is called in the new one.
func (w *writer) successorKey(k key) key {
	switch {
	case k.kind == model.AttributeField && k.name.Space == "":
	case k.kind == model.ElementField && w.aliases[k.name].Local != "":
		k.name = w.aliases[k.name]
	default:
		k.name = w.renamed(k.name)
	}
	return k
}

// findAliases finds elements that differ in whether they are in a namespace: those of which the new version has one of the same local name.
func (w *writer) findAliases(old, current []*model.Field) {
	byLocal, exact := map[string][]schema.Name{}, map[schema.Name]bool{}
	for _, f := range leavesOf(current) {
		if f.Kind == model.ElementField {
			byLocal[f.Name.Local] = append(byLocal[f.Name.Local], f.Name)
			exact[f.Name] = true
		}
	}
	w.aliases = map[schema.Name]schema.Name{}
	for _, f := range leavesOf(old) {
		if f.Kind == model.ElementField && !exact[w.renamed(f.Name)] && len(byLocal[f.Name.Local]) == 1 {
			w.aliases[f.Name] = byLocal[f.Name.Local][0]
		}
	}
}

// keysOf lists what a field of the new version holds, in the branches of a choice too.
func keysOf(f *model.Field) []key {
	if f.Sum == nil {
		if f.Kind == model.WildcardField || f.Kind == model.TextField || f.Kind == model.AnyAttributeField {
			return []key{{kind: f.Kind}}
		}
		return []key{{f.Kind, f.Name}}
	}
	var keys []key
	for _, b := range f.Sum.Branches {
		for _, inner := range b.Fields {
			keys = append(keys, keysOf(inner)...)
		}
	}
	if f.Sum.Text != "" {
		keys = append(keys, textKey)
	}
	return keys
}

// leavesOf lists the fields that hold a value, in choices and lists too.
func leavesOf(fields []*model.Field) []*model.Field {
	var leaves []*model.Field
	for _, f := range fields {
		if f.Sum == nil {
			leaves = append(leaves, f)
			continue
		}
		for _, b := range f.Sum.Branches {
			leaves = append(leaves, leavesOf(b.Fields)...)
		}
	}
	return leaves
}

// typedOf is the type of a field's values.
func typedOf(f *model.Field) typed {
	t := typed{ref: f.Type}
	for _, m := range f.Members {
		switch {
		case m.Element != nil:
			t.typ, t.element = m.Element.Type, m.Element
		case m.Use != nil:
			t.typ = m.Use.Declaration.Type
		case m.Simple != nil:
			t.typ = m.Simple
		default:
			continue
		}
		return t
	}
	return t
}

// supplyOf is what a field itself supplies.
func supplyOf(f *model.Field, code *jen.Statement) *supply {
	s := &supply{before: typedOf(f), occurs: f.Occurs, src: source{code: code}, name: f.Name, kind: f.Kind}
	if f.Kind == model.AnyAttributeField {
		s.occurs = model.Many
	}
	if f.Occurs == model.One && (f.Pointer || f.Type.Interface) { // nil in a value that is not valid
		s.occurs = model.Optional
	}
	s.min, s.max = bounds(f)
	if len(f.Members) > 0 {
		s.use = f.Members[0].Use
	}
	if f.DefaultMethod != "" && f.Kind == model.AttributeField {
		s.absent = f.DefaultMethod
	}
	return s
}

// bounds are how often a field's value may come.
func bounds(f *model.Field) (least, most int) {
	switch {
	case f.Kind == model.AnyAttributeField:
		return 0, schema.Unbounded
	case f.Occurs == model.One:
		return 1, 1
	case f.Occurs == model.Optional:
		return 0, 1
	case len(f.Members) == 1:
		return f.Members[0].Min, f.Members[0].Max
	}
	return 0, schema.Unbounded
}

// suppliesOf finds what fields supply that are in no choice or list.
func (w *writer) suppliesOf(fields []*model.Field, at *base) supplies {
	all := supplies{}
	for _, f := range fields {
		if f.Sum == nil {
			all[w.keyOf(f)] = supplyOf(f, jen.Id(at.name).Dot(f.GoName))
		}
	}
	return all
}

// gather declares a variable for each value in a choice or list and fills it.
func (w *writer) gather(f *model.Field, at *base, all supplies) {
	names := map[*model.Field]string{}
	for _, leaf := range leavesOf([]*model.Field{f}) {
		key := w.keyOf(leaf)
		if all[key] != nil {
			continue
		}
		names[leaf] = w.variable(leaf)
		all[key] = w.gathered(leaf, names[leaf], f.Kind == model.ContentField)
	}
	if f.Sum.Text != "" {
		name := w.local("text")
		w.add(jen.Var().Id(name).String())
		names[f] = name
		all[textKey] = &supply{before: textOfMixed, occurs: model.Optional, src: source{code: jen.Id(name)}, kind: model.TextField, at: placeOfText(), bare: true, max: 1}
	}
	if f.Kind == model.ContentField {
		w.add(w.inOrder(w.gatherItems(f, at, names))...)
	} else {
		w.add(w.gatherBranch(f, at, names))
	}
}

// textOfMixed is the type of text between elements.
var textOfMixed = typed{typ: schema.BuiltIn("string"), ref: model.Ref{Name: "string", Via: "String"}}

func placeOfText() *jen.Statement { return jen.Id("at").Dot("text").Call() }

// gathered declares a variable for a leaf, and says what it supplies.
func (w *writer) gathered(leaf *model.Field, name string, list bool) *supply {
	s := supplyOf(leaf, jen.Id(name))
	switch {
	case list || leaf.Occurs == model.Many:
		s.occurs, s.min, s.max = model.Many, 0, schema.Unbounded
		w.add(jen.Var().Id(name).Index().Add(typeOf(leaf.Type)))
	case leaf.Type.Interface:
		s.occurs, s.min = model.Optional, 0
		w.add(jen.Var().Id(name).Add(typeOf(leaf.Type)))
	default:
		s.occurs, s.min = model.Optional, 0
		w.add(jen.Var().Id(name).Op("*").Add(typeOf(leaf.Type)))
	}
	return s
}

// gatherBranch fills the variables from the branch that was chosen.
func (w *writer) gatherBranch(f *model.Field, at *base, names map[*model.Field]string) *jen.Statement {
	inner := &base{name: w.local("branch")}
	field := at.dot(f.GoName)
	var cases []jen.Code
	for _, b := range f.Sum.Branches {
		var body []jen.Code
		for _, leaf := range b.Fields {
			if leaf.Sum != nil {
				body = append(body, w.gatherBranch(leaf, inner, names))
				continue
			}
			if names[leaf] == "" {
				continue
			}
			value := inner.dot(leaf.GoName)
			if leaf.Occurs == model.One && !leaf.Pointer && !leaf.Type.Interface {
				value = jen.Op("&").Add(value)
			}
			body = append(body, jen.Id(names[leaf]).Op("=").Add(value))
		}
		cases = append(cases, jen.Case(w.oldType(f, b.GoName)).Block(body...))
	}
	return typeSwitch(inner, field, cases)
}

// typeSwitch is a switch by type; the variable is left out where no case needs it.
func typeSwitch(inner *base, field *jen.Statement, cases []jen.Code) *jen.Statement {
	header := field.Op(".").Parens(jen.Type())
	if inner.used {
		header = jen.Id(inner.name).Op(":=").Add(header)
	}
	return jen.Switch(header).Block(cases...)
}

// oldType is a branch of a choice of the old version.
func (w *writer) oldType(f *model.Field, name string) *jen.Statement {
	return jen.Qual(f.Type.Package, name)
}

// gatherItems fills the variables from items in document order.
func (w *writer) gatherItems(f *model.Field, at *base, names map[*model.Field]string) *jen.Statement {
	inner := &base{name: w.local("item")}
	var cases []jen.Code
	for _, b := range f.Sum.Branches {
		leaf := b.Fields[0]
		var body []jen.Code
		if names[leaf] != "" {
			body = append(w.ranked(leaf), jen.Id(names[leaf]).Op("=").Append(jen.Id(names[leaf]), inner.dot(leaf.GoName)))
		}
		cases = append(cases, jen.Case(w.oldType(f, b.GoName)).Block(body...))
	}
	if f.Sum.Text != "" {
		inner.used = true
		cases = append(cases, jen.Case(w.oldType(f, f.Sum.Text)).Block(jen.Id(names[f]).Op("+=").String().Call(jen.Id(inner.name))))
	}
	return overItems(f, at, inner, cases)
}

// overItems goes through the items of a list by their types.
func overItems(f *model.Field, at, inner *base, cases []jen.Code) *jen.Statement {
	return jen.For(jen.List(jen.Id("_"), jen.Id(inner.name)).Op(":=").Range().Add(at.dot(f.GoName))).Block(typeSwitch(inner, jen.Id(inner.name), cases))
}

// variable names the variable of a leaf.
func (w *writer) variable(leaf *model.Field) string {
	if leaf.Kind == model.WildcardField {
		return w.local("others")
	}
	return w.local(model.Unexported(leaf.GoName))
}

// local is a name that nothing else in the function has.
func (w *writer) local(word string) string {
	name := word
	for i := 2; w.locals[name] || token.IsKeyword(name) || slices.Contains(ownNames, name) || w.isAlias(name); i++ {
		name = word + strconv.Itoa(i)
	}
	w.locals[name] = true
	return name
}
