// This file emits ReadXSD: a switch over what can come.

package emit

import (
	"strconv"

	"github.com/dave/jennifer/jen"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/model"
)

func (e *emitter) readers(f *jen.File, types []model.Type) {
	for _, t := range types {
		if s, ok := t.(*model.Struct); ok {
			e.reader(f, s)
		}
	}
}

// reader emits the ReadXSD method of a struct.
func (e *emitter) reader(f *jen.File, s *model.Struct) {
	declare(f, []string{"ReadXSD reads v from what the reader stands at."},
		method(s.GoName, "ReadXSD").Params(jen.Id("r").Op("*").Add(xsd("XMLReader"))).Error().BlockFunc(func(g *jen.Group) {
			g.Id("r").Dot("Open").Call(jen.Op("&").Id(descriptor(s.GoName)))
			if len(s.Members) == 0 {
				g.For(jen.Id("r").Dot("Next").Call()).Block(comments("nothing to keep"))
			} else {
				g.For(jen.Id("r").Dot("Next").Call()).Block(
					jen.Switch(jen.Id("r").Dot("Field").Call()).BlockFunc(func(g *jen.Group) { cases(g, s) }))
			}
			g.Return(jen.Id("r").Dot("Close").Call())
		}))
}

func comments(text string) jen.Code { return jen.Comment("// " + text) }

// cases emits a case for each field of the descriptor; elements that go to the same item share one.
func cases(g *jen.Group, s *model.Struct) {
	for i, m := range s.Members {
		if firstOf(s, m) != i {
			continue
		}
		var numbers []jen.Code
		for _, other := range s.Members[i:] {
			if sameTarget(m, other) {
				numbers = append(numbers, jen.Lit(other.Index))
			}
		}
		g.Case(numbers...).BlockFunc(func(g *jen.Group) {
			comment(g, memberWord(m))
			into(g, jen.Id("v"), m, 0)
		})
	}
}

// firstOf returns the index of the first member with the target of m.
func firstOf(s *model.Struct, m *model.Member) int {
	for i, other := range s.Members {
		if sameTarget(m, other) {
			return i
		}
	}
	return m.Index
}

// sameTarget reports whether two members are kept by the same code.
func sameTarget(a, b *model.Member) bool { return a.Kind == b.Kind && a.Field == b.Field }

// memberWord says in a comment what a field number stands for.
func memberWord(m *model.Member) string {
	switch m.Kind {
	case model.AttributeField:
		return "attribute " + m.Name.Local
	case model.TextField:
		return "text"
	case model.MixedField:
		return "text between elements"
	case model.WildcardField:
		return "any element"
	case model.AnyAttributeField:
		return "any attribute"
	}
	return m.Name.Local
}

// into emits the reading of a member into holder, through the choices and lists on the way.
func into(g *jen.Group, holder *jen.Statement, m *model.Member, depth int) {
	if m.Kind == model.MixedField {
		field := holder.Clone().Dot(m.Field.GoName)
		text := jen.Id(m.Field.Sum.Text).Call(jen.Id("r").Dot("Chars").Call())
		g.Add(field.Clone().Op("=").Append(field, text))
		return
	}
	if depth == len(m.Steps) {
		g.Add(readValue(holder.Clone().Dot(m.Field.GoName), m.Field))
		return
	}
	step := m.Steps[depth]
	field := holder.Clone().Dot(step.Field.GoName)
	branch := jen.Id(local("branch", depth))
	if step.Field.Kind == model.ContentField {
		branch = jen.Id("item")
	}
	if keepsEarlier(step) {
		g.List(branch.Clone(), jen.Id("_")).Op(":=").Add(field.Clone()).Assert(jen.Id(step.Branch.GoName))
	} else {
		g.Var().Add(branch.Clone()).Id(step.Branch.GoName)
	}
	into(g, branch, m, depth+1)
	if step.Field.Kind == model.ContentField {
		g.Add(field.Clone().Op("=").Append(field, branch))
		return
	}
	g.Add(field.Clone().Op("=").Add(branch))
}

// keepsEarlier reports whether a branch may already hold something when a part of it comes.
func keepsEarlier(step model.Step) bool {
	if step.Field.Kind == model.ContentField {
		return false
	}
	fields := step.Branch.Fields
	return len(fields) > 1 || fields[0].Occurs == model.Many || fields[0].Sum != nil
}

// local names a variable by depth: branch, branch2 and so on.
func local(word string, depth int) string {
	if depth == 0 {
		return word
	}
	return word + strconv.Itoa(depth+1)
}

// readValue emits the reading of one value into a field.
func readValue(field *jen.Statement, f *model.Field) *jen.Statement {
	target := jen.Op("&").Add(field)
	switch {
	case f.Occurs == model.Many:
		target = xsd("Grow").Call(target)
	case isPointer(f):
		target = xsd("New").Call(target)
	}
	if f.Type.Interface {
		return xsd("ReadTyped").Call(jen.Id("r"), target)
	}
	return jen.Id("r").Dot("Value").Call(via(f.Type, target))
}

// via converts a pointer to a Go basic type to the runtime's type that reads and writes it.
func via(r model.Ref, pointer *jen.Statement) *jen.Statement {
	if r.Via == "" {
		return pointer
	}
	return jen.Parens(jen.Op("*").Add(xsd(r.Via))).Call(pointer)
}
