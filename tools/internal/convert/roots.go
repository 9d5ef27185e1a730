// This file makes the functions that people call: one for each global element.

package convert

import (
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/model"
)

// roots makes a function for each global element that both versions have.
func (g *generator) roots(out *Output) []*function {
	exported := map[string]bool{"Loss": true, "Reason": true}
	for _, reason := range reasons {
		exported[reason.name] = true
	}
	var all []*function
	for _, p := range g.old.Packages {
		for _, e := range p.Elements {
			name := strings.TrimSuffix(e.GoName, "Element")
			if exported[name] {
				name = model.Identifier(p.Name) + name
			}
			for exported[name] {
				name += "Document"
			}
			if f := g.root(e, name); f != nil {
				exported[name] = true
				all = append(all, f)
				out.Functions = append(out.Functions, Function{Name: name, Element: e.Component.Name})
			} else if !e.Component.Abstract {
				out.Left = append(out.Left, e.Component.Name)
			}
		}
	}
	return all
}

// root makes the function of a global element; nil where the new version has no such element.
func (g *generator) root(e *model.Element, name string) *function {
	after := g.new.elements[g.renamed(e.Component.Name)]
	if after == nil || after.Component.Abstract || e.Component.Abstract {
		return nil
	}
	old := typed{typ: e.Component.Type, ref: e.Type, element: e.Component}
	current := typed{typ: after.Component.Type, ref: after.Type, element: after.Component}
	conversion := g.value(old, current)
	if conversion == nil {
		return nil
	}
	result := jen.Id("to")
	if conversion.partial {
		result = jen.List(jen.Id("to"), jen.Id("_"))
	}
	at := jen.Id("root").Call(jen.Lit(e.Component.Name.Local))
	doc := []string{name + " converts a document whose root is the element " + e.Component.Name.Local + ", and lists what the new one does not hold. Without a document there is none."}
	return &function{name: name, doc: model.Wrapped(doc[0]), code: jen.Func().Id(name).
		Params(jen.Id("from").Add(pointerTo(old))).Params(pointerTo(current), jen.Index().Id("Loss")).Block(
		jen.If(jen.Id("from").Op("==").Nil()).Block(jen.Return(jen.Nil(), jen.Nil())),
		jen.Var().Id("c").Id("converter"),
		result.Op(":=").Add(conversion.of(at, from(true))),
		jen.Return(jen.Op("&").Id("to"), jen.Id("c").Dot("losses")),
	)}
}

// example is the name of a function to show: that of the first element.
func (out *Output) example() string {
	if len(out.Functions) == 0 {
		return "Element"
	}
	return out.Functions[0].Name
}
