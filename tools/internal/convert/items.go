// This file fills lists of items in document order, which mixed and repeated content has.

package convert

import (
	"slices"

	"github.com/dave/jennifer/jen"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/model"
)

// items fills fields of which one is a list. What comes from a list keeps its order; what comes from fields is in the order of the new list.
func (w *writer) items(all supplies, part related, at *base, to string) {
	for _, f := range part.old {
		switch f.Kind {
		case model.ChoiceField:
			w.gather(f, at, all)
		case model.ContentField:
			w.itemwise(all, f, at, part, to)
		}
	}
	w.place(all, part.new, to)
	w.loseUnplaced(all, part)
}

// itemwise goes through the items of an old list. Those that the new list takes are appended to it, the others gathered.
func (w *writer) itemwise(all supplies, old *model.Field, at *base, part related, to string) {
	list := part.new[slices.IndexFunc(part.new, isContent)]
	target := jen.Id(to).Dot(list.GoName)
	inner := &base{name: w.local("item")}
	places := w.local("places")
	var cases []jen.Code
	taken := map[key]bool{} // of two kinds of item of one name, the new version has room for one
	for _, b := range old.Sum.Branches {
		leaf := b.Fields[0]
		k := w.keyOf(leaf)
		s := supplyOf(leaf, inner.dot(leaf.GoName))
		name := s.elementName(s.src)
		if name == nil {
			name = jen.Lit(leaf.Name.Local)
		}
		s.at = jen.Id(places).Dot("next").Call(name)
		var body []jen.Code
		switch branch := branchWith(list, k, b.Apart); {
		case branch != nil:
			body = append(w.ranked(leaf), w.block(func() { w.appendItem(s, list, branch, target) })...)
		case holds1(part.new, k) && !taken[k]:
			taken[k] = true
			name := w.variable(leaf)
			all[k] = w.gathered(leaf, name, true)
			body = append(w.ranked(leaf), jen.Id(name).Op("=").Append(jen.Id(name), inner.dot(leaf.GoName)))
		default:
			body = w.block(func() { w.lost(s, "Removed") })
		}
		cases = append(cases, jen.Case(w.oldType(old, b.GoName)).Block(body...))
	}
	if old.Sum.Text != "" {
		inner.used = true
		cases = append(cases, jen.Case(w.oldType(old, old.Sum.Text)).Block(w.mixedText(list, target, inner.name)...))
	}
	if mentions(cases, places+".next(") {
		w.add(jen.Id(places).Op(":=").Id("at").Dot("children").Call())
	}
	w.add(w.inOrder(overItems(old, at, inner, cases))...)
}

// rank numbers the fields of the new version that items of an old list go to, by their order. There are no ranks where all go to one field.
func (w *writer) rank(old []*model.Field, current []*model.Field) {
	w.ranks = map[key]int{}
	if !slices.ContainsFunc(old, isContent) || len(current) < 2 {
		return
	}
	for i, f := range current {
		for _, k := range keysOf(f) {
			w.ranks[k] = i + 1
		}
	}
}

// ranked is the statement that notes where an item goes.
func (w *writer) ranked(leaf *model.Field) []jen.Code {
	rank := w.ranks[w.keyOf(leaf)]
	if rank == 0 {
		return nil
	}
	return []jen.Code{jen.Id("order").Dot("take").Call(jen.Lit(rank))}
}

// inOrder is a loop over items with what notes that their order is lost.
func (w *writer) inOrder(loop *jen.Statement) []jen.Code {
	if len(w.ranks) == 0 {
		return []jen.Code{loop}
	}
	return []jen.Code{
		jen.Var().Id("order").Id("order"), loop,
		jen.If(jen.Id("order").Dot("lost")).Block(jen.Id("c").Dot("lose").Call(jen.Id("at"), jen.Id("Reordered"), jen.Lit(""))),
	}
}

// mixedText keeps text between elements, or names it where the new version has elements alone; white space between those means nothing.
func (w *writer) mixedText(list *model.Field, target *jen.Statement, item string) []jen.Code {
	if list.Sum.Text != "" {
		return []jen.Code{target.Clone().Op("=").Append(target.Clone(), w.newType(list, list.Sum.Text).Call(jen.Id(item)))}
	}
	return []jen.Code{jen.Id("c").Dot("loseText").Call(jen.Id("at"), jen.String().Call(jen.Id(item)))}
}

// branchWith is the kind of item that holds something: of two of one name the one that has the same apart, else the first.
func branchWith(list *model.Field, k key, apart string) *model.Branch {
	var found *model.Branch
	for _, b := range list.Sum.Branches {
		if slices.Contains(keysOf(b.Fields[0]), k) && (found == nil || b.Apart == apart) {
			found = b
		}
	}
	return found
}

// holds1 reports whether a field that is no list holds something.
func holds1(fields []*model.Field, k key) bool {
	return slices.ContainsFunc(fields, func(f *model.Field) bool { return !isContent(f) && slices.Contains(keysOf(f), k) })
}

// appendItem appends one value to a list.
func (w *writer) appendItem(s *supply, list *model.Field, b *model.Branch, target *jen.Statement) {
	f := b.Fields[0]
	conversion := w.value(s.before, typedOf(f))
	if conversion == nil {
		w.lost(s, "Removed")
		return
	}
	src := s.src
	value := conversion.of(s.place(src, nil), src)
	item := func(value jen.Code) jen.Code {
		return target.Clone().Op("=").Append(target.Clone(), w.newType(list, b.GoName).Values(jen.Id(f.GoName).Op(":").Add(value)))
	}
	if !conversion.partial {
		w.add(item(value))
		return
	}
	w.add(jen.If(jen.List(jen.Id("value"), jen.Id("ok")).Op(":=").Add(value), jen.Id("ok")).Block(item(jen.Id("value"))))
}

// list appends to a list what the old version keeps in fields.
func (w *writer) list(all supplies, f *model.Field, target *jen.Statement) {
	supplied := map[key]bool{} // two kinds of item may have one name
	for _, b := range f.Sum.Branches {
		k := keysOf(b.Fields[0])[0]
		s := all[k]
		if s == nil || supplied[k] {
			continue
		}
		supplied[k] = true
		w.supplyList(s, f, b, target)
	}
	if s := all[textKey]; s != nil && f.Sum.Text != "" {
		add := target.Clone().Op("=").Append(target.Clone(), w.newType(f, f.Sum.Text).Call(w.text(s.before, s.single())))
		w.add(jen.If(w.text(s.before, s.single()).Op("!=").Lit("")).Block(add))
	}
}

// supplyList appends all that a supply has.
func (w *writer) supplyList(s *supply, f *model.Field, b *model.Branch, target *jen.Statement) {
	one := func(src source, at *jen.Statement) []jen.Code {
		single := *s
		single.occurs, single.src, single.at = model.One, src, at
		return w.block(func() { w.appendItem(&single, f, b, target) })
	}
	switch s.occurs {
	case model.One:
		w.add(one(s.src, s.place(s.src, nil))...)
	case model.Optional:
		w.add(jen.If(s.present()).Block(one(s.single(), s.place(s.single(), nil))...))
	case model.Many:
		w.each(s, func(at *jen.Statement) []jen.Code { return one(s.item(), at) })
	}
}
