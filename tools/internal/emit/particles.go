// This file emits content models.

package emit

import (
	"github.com/dave/jennifer/jen"

	particles "github.com/mvainnsyn/mvainnsyn/xsd/content"
)

// groupNames are the runtime's functions that make groups.
var groupNames = map[particles.Op]string{particles.SequenceOp: "Sequence", particles.ChoiceOp: "Choice", particles.AllOp: "All"}

// contentModel returns the expression of a content model, its leaves being field numbers.
func contentModel(n particles.Node) *jen.Statement {
	if n.Op == particles.LeafOp {
		return xsd("Leaf").Call(jen.Lit(n.Leaf), jen.Lit(n.Min), maximum(n.Max))
	}
	arguments := []jen.Code{jen.List(jen.Lit(n.Min), maximum(n.Max))}
	for _, child := range n.Children {
		arguments = append(arguments, contentModel(child))
	}
	return xsd(groupNames[n.Op]).Custom(jen.Options{Open: "(", Close: ")", Separator: ",", Multi: len(arguments) > 2}, arguments...)
}
