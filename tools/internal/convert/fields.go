// This file fills the fields of a new struct. Fields that hold the same elements in both versions are dealt with together: most are a field and a
// field; a choice may have become fields, or two choices one.

package convert

import (
	"maps"
	"slices"

	"github.com/dave/jennifer/jen"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/model"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// writer collects the statements of a function.
type writer struct {
	*generator
	code   []jen.Code
	locals map[string]bool
	// aliases are the names of elements in the new version that no rule gives: of those whose namespace alone differs.
	aliases map[schema.Name]schema.Name
	ranks   map[key]int // of what items of a list go to, where order may be lost
}

func (g *generator) writer() *writer { return &writer{generator: g, locals: map[string]bool{}} }

func (w *writer) add(code ...jen.Code) { w.code = append(w.code, code...) }

// block returns the statements that f adds. The variables that they declare are known there alone.
func (w *writer) block(f func()) []jen.Code {
	outer, known := w.code, w.locals
	w.code, w.locals = nil, maps.Clone(known)
	f()
	inner := w.code
	w.code, w.locals = outer, known
	return inner
}

// related are fields of both versions that hold the same things, in the order of their structs.
type related struct{ old, new []*model.Field }

// fields fills the fields of the variable to from those of at.
func (w *writer) fields(old []*model.Field, at *base, current []*model.Field, to string) {
	if w.aliases == nil {
		w.findAliases(old, current)
	}
	all := w.suppliesOf(old, at)
	for _, part := range w.relate(old, current) {
		w.rank(part.old, part.new)
		switch {
		case len(part.new) == 0:
			w.loseFields(all, part.old, at)
		case w.branchwise(part):
			w.branches(part.old[0], at, part.new[0], to)
		case slices.ContainsFunc(part.new, isContent):
			w.items(all, part, at, to)
		default:
			for _, f := range part.old {
				if f.Sum != nil {
					w.gather(f, at, all)
				}
			}
			w.place(all, part.new, to)
			w.loseUnplaced(all, part)
		}
	}
}

func isContent(f *model.Field) bool { return f.Kind == model.ContentField }

// relate groups fields by what they hold. Groups come in the order of the new fields, those that only the old version has last.
func (w *writer) relate(old, current []*model.Field) []related {
	holders := map[key]int{} // new fields
	for i, f := range current {
		for _, k := range keysOf(f) {
			holders[k] = i
		}
	}
	sets := newSets(len(current) + len(old)) // the new fields first
	for i, f := range old {
		for _, k := range w.oldKeys(f) {
			if holder, ok := holders[k]; ok {
				sets.join(holder, len(current)+i)
			}
		}
	}
	index := map[int]int{}
	var parts []related
	for i := range sets {
		root := sets.find(i)
		at, ok := index[root]
		if !ok {
			at = len(parts)
			index[root] = at
			parts = append(parts, related{})
		}
		if i < len(current) {
			parts[at].new = append(parts[at].new, current[i])
		} else {
			parts[at].old = append(parts[at].old, old[i-len(current)])
		}
	}
	return parts
}

// sets are disjoint sets of numbers: each number leads to a smaller one of its set, or is the smallest.
type sets []int

func newSets(n int) sets {
	s := make(sets, n)
	for i := range s {
		s[i] = i
	}
	return s
}

// find returns the smallest number of a set.
func (s sets) find(i int) int {
	for s[i] != i {
		i = s[i]
	}
	return i
}

// join makes one of two sets.
func (s sets) join(i, j int) {
	i, j = s.find(i), s.find(j)
	s[max(i, j)] = min(i, j)
}

// oldKeys are the keys of a field of the old version, as the new version has them.
func (w *writer) oldKeys(f *model.Field) []key {
	keys := keysOf(f)
	for i, k := range keys {
		keys[i] = w.successorKey(k)
	}
	return keys
}

// place fills fields from what the old document has, and names what is missing.
func (w *writer) place(all supplies, fields []*model.Field, to string) {
	for _, f := range fields {
		target := jen.Id(to).Dot(f.GoName)
		switch {
		case f.Kind == model.ChoiceField:
			w.choose(all, f, target)
		case f.Kind == model.ContentField:
			w.list(all, f, target)
		default:
			w.leaf(all[keysOf(f)[0]], f, target)
		}
	}
}

// loseUnplaced names what no field of the new version holds.
func (w *writer) loseUnplaced(all supplies, part related) {
	held := map[key]bool{}
	for _, f := range part.new {
		for _, k := range keysOf(f) {
			held[k] = true
		}
	}
	for _, f := range part.old {
		for _, k := range w.oldKeys(f) {
			if s := all[k]; s != nil && !held[k] {
				held[k] = true
				w.lost(s, "Removed")
			}
		}
	}
}

// loseFields names all that fields hold.
func (w *writer) loseFields(all supplies, fields []*model.Field, at *base) {
	for _, f := range fields {
		if f.Sum != nil {
			w.gather(f, at, all)
		}
	}
	w.loseAll(all, fields, "Removed")
}

// loseAll names what the supplies of fields hold.
func (w *writer) loseAll(all supplies, fields []*model.Field, reason string) {
	seen := map[key]bool{}
	for _, f := range fields {
		for _, k := range w.oldKeys(f) {
			if s := all[k]; s != nil && !seen[k] {
				seen[k] = true
				w.lost(s, reason)
			}
		}
	}
}

// lost names all that a supply has.
func (w *writer) lost(s *supply, reason string) {
	switch s.occurs {
	case model.One:
		w.add(w.loss(s, s.src, nil, reason))
	case model.Optional:
		if s.bare {
			w.add(jen.Id("c").Dot("loseText").Call(s.at.Clone(), s.src.code.Clone()))
			return
		}
		w.add(jen.If(s.present()).Block(w.loss(s, s.single(), nil, reason)))
	case model.Many:
		w.each(s, func(at *jen.Statement) []jen.Code { return []jen.Code{w.lossAt(s, s.item(), at, reason)} })
	}
}

// loss is the statement that names one value.
func (w *writer) loss(s *supply, src source, index jen.Code, reason string) *jen.Statement {
	return w.lossAt(s, src, s.place(src, index), reason)
}

func (w *writer) lossAt(s *supply, src source, at *jen.Statement, reason string) *jen.Statement {
	return jen.Id("c").Dot("lose").Call(at, jen.Id(reason), w.lostText(s.before, src))
}

// present is the condition that an optional value is there.
func (s *supply) present() *jen.Statement {
	switch {
	case s.occurs == model.One:
		return nil
	case s.bare:
		return s.src.code.Clone().Op("!=").Lit("")
	case s.occurs == model.Many:
		return jen.Len(s.src.code.Clone()).Op(">").Lit(0)
	}
	return s.src.code.Clone().Op("!=").Nil()
}

// single is the value of a supply that has one at most.
func (s *supply) single() source {
	return source{code: s.src.code, pointer: s.src.pointer || s.occurs == model.Optional && !s.bare && !s.before.ref.Interface}
}

// item is one of many values, in a loop over i.
func (s *supply) item() source { return source{code: s.src.code.Clone().Index(jen.Id("i"))} }

// each adds a loop over many values, whose body is made with the place of one. Where their names vary, places are counted by name.
func (w *writer) each(s *supply, body func(at *jen.Statement) []jen.Code) {
	name := s.elementName(s.item())
	if name == nil || s.kind == model.AnyAttributeField {
		w.add(s.loop(body(s.place(s.item(), jen.Id("i").Op("+").Lit(1)))))
		return
	}
	places := w.local("places")
	loop := s.loop(body(jen.Id(places).Dot("next").Call(name)))
	if mentions([]jen.Code{jen.Case(jen.True()).Block(loop)}, places+".next(") {
		w.add(jen.Id(places).Op(":=").Id("at").Dot("children").Call())
	}
	w.add(loop)
}

func (s *supply) loop(body []jen.Code) *jen.Statement {
	return jen.For(jen.Id("i").Op(":=").Range().Add(s.src.code.Clone())).Block(body...)
}

// elementName is the expression of an element's local name where it varies; nil where it does not.
func (s *supply) elementName(src source) *jen.Statement {
	switch {
	case s.kind == model.WildcardField:
		return src.dot("Name").Dot("Local")
	case s.before.isRuntime("Substitutable"):
		return jen.Id("nameOf").Call(src.dot("Name"), nameLit(s.before.element.Name)).Dot("Local")
	}
	return nil
}

// place is the expression of where a value is in the old document.
func (s *supply) place(src source, index jen.Code) *jen.Statement {
	at := jen.Id("at")
	switch {
	case s.at != nil:
		return s.at.Clone()
	case s.kind == model.AttributeField:
		return at.Dot("attribute").Call(jen.Lit(s.name.Local))
	case s.kind == model.AnyAttributeField:
		return at.Dot("attribute").Call(src.dot("Name").Dot("Local"))
	case s.kind == model.TextField:
		return at
	case s.elementName(src) != nil:
		return at.Dot("element").Call(s.elementName(src))
	case index != nil:
		return at.Dot("item").Call(jen.Lit(s.name.Local), index)
	}
	return at.Dot("element").Call(jen.Lit(s.name.Local))
}
