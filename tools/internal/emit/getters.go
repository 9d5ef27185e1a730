// This file emits getters: methods for what types derived from one another have in common.

package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/model"
)

// getters emits the methods that the interfaces of base types have for their fields.
func (e *emitter) getters(f *jen.File, types []model.Type) {
	for _, t := range types {
		s, ok := t.(*model.Struct)
		if !ok {
			continue
		}
		for _, g := range s.Getters {
			declare(f, getterDoc(g), method(s.GoName, g.GoName).Params().Add(fieldType(g.Base)).Block(jen.Return(got(g))))
		}
	}
}

func getterDoc(g *model.Getter) []string {
	if g.Field == nil {
		return []string{g.GoName + " returns nil: the type does not have the attribute."}
	}
	return []string{g.GoName + " returns " + g.Field.GoName + "."}
}

// got returns the expression that a getter answers with.
func got(g *model.Getter) *jen.Statement {
	if g.Field == nil {
		return jen.Nil()
	}
	value := jen.Id("v").Dot(g.Field.GoName)
	if isPointer(g.Base) && !isPointer(g.Field) {
		return jen.Op("&").Add(value)
	}
	return value
}
