// This file fills one field that holds values of one element or attribute.

package convert

import (
	"github.com/dave/jennifer/jen"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/model"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// leaf fills a field from what the old document has of it, which may be nothing.
func (w *writer) leaf(s *supply, f *model.Field, target *jen.Statement) {
	if s == nil {
		w.missing(f, target)
		return
	}
	conversion := w.conversionTo(s, f)
	if conversion == nil {
		w.lost(s, "Removed")
		w.missing(f, target)
		return
	}
	if text, ok := w.newlyFixed(s, f); ok {
		w.fixed(s, f, target, text)
		return
	}
	switch s.occurs {
	case model.One:
		w.add(w.set(conversion, f, target, s.place(s.src, nil), s.src)...)
	case model.Optional:
		w.optional(s, conversion, f, target)
	case model.Many:
		w.many(s, conversion, f, target)
	}
}

// conversionTo is the conversion of what a supply has into the values of a field.
func (w *writer) conversionTo(s *supply, f *model.Field) *conversion {
	if f.Kind == model.AnyAttributeField {
		return w.anyAttribute()
	}
	return w.value(s.before, typedOf(f))
}

// optional fills a field from a value that may be absent.
func (w *writer) optional(s *supply, conversion *conversion, f *model.Field, target *jen.Statement) {
	if was, now := attributeDefault(s.use), attributeDefault(useOf(f)); s.absent != "" && was != now {
		name := w.local(model.Unexported(f.GoName))
		src := source{code: jen.Id(name)}
		w.add(jen.Id(name).Op(":=").Add(w.parentOf(s)).Dot(s.absent).Call())
		w.add(w.set(conversion, f, target, s.place(src, nil), src)...)
		return
	}
	statement := jen.If(s.present()).Block(w.set(conversion, f, target, s.place(s.single(), nil), s.single())...)
	if absent := w.block(func() { w.absentNow(s, f, target) }); len(absent) > 0 {
		statement.Else().Block(absent...)
	}
	w.add(statement)
}

// parentOf is the struct that an attribute is a field of.
func (w *writer) parentOf(*supply) *jen.Statement { return jen.Id("from") }

// absentNow is what to do where the old document has no value.
func (w *writer) absentNow(s *supply, f *model.Field, target *jen.Statement) {
	switch now := attributeDefault(useOf(f)); {
	case f.Occurs == model.One:
		w.missing(f, target)
	case f.Occurs == model.Many && minOf(f) > 0:
		w.missing(f, target)
	case s.kind == model.AttributeField && s.absent == "" && now != "" && attributeDefault(s.use) != now:
		w.add(jen.Id("c").Dot("lose").Call(s.place(s.src, nil), jen.Id("Defaulted"), jen.Lit(now)))
	}
}

func minOf(f *model.Field) int {
	least, _ := bounds(f)
	return least
}

func useOf(f *model.Field) *schema.AttributeUse {
	if len(f.Members) == 0 {
		return nil
	}
	return f.Members[0].Use
}

// attributeDefault is the value that a schema gives to an absent attribute; empty for none.
func attributeDefault(use *schema.AttributeUse) string {
	if use == nil || use.Required {
		return ""
	}
	return schema.ExpandedText(use.EffectiveConstraint(), use.Declaration.Type)
}

// many fills a field from values of which there may be several.
func (w *writer) many(s *supply, conversion *conversion, f *model.Field, target *jen.Statement) {
	least, most := bounds(f)
	cut := most != schema.Unbounded && (s.max == schema.Unbounded || s.max > most)
	if conversion.same && !cut && f.Occurs == model.Many {
		w.add(target.Clone().Op("=").Qual("slices", "Clone").Call(s.src.code.Clone()))
	} else {
		w.each(s, func(at *jen.Statement) []jen.Code {
			body := w.set(conversion, f, target, at, s.item())
			if !cut {
				return body
			}
			full := jen.Len(target.Clone()).Op("==").Lit(most)
			if f.Occurs != model.Many {
				full = jen.Id("i").Op(">").Lit(0)
			}
			return append([]jen.Code{jen.If(full).Block(w.lossAt(s, s.item(), at.Clone(), "TooMany"), jen.Continue())}, body...)
		})
	}
	if least > 0 && (s.min < least || f.Occurs == model.Many && conversion.partial) {
		few := jen.Len(target.Clone()).Op("<").Lit(least)
		if f.Occurs != model.Many {
			few = jen.Len(s.src.code.Clone()).Op("==").Lit(0)
		}
		w.add(jen.If(few).Block(w.block(func() { w.missing(f, target) })...))
	}
}

// set is the statement that puts a value into a field.
func (w *writer) set(conversion *conversion, f *model.Field, target, at *jen.Statement, src source) []jen.Code {
	value := conversion.of(at, src)
	pointer := f.Pointer || f.Occurs == model.Optional && !f.Type.Interface
	switch {
	case !conversion.partial && f.Occurs == model.Many:
		return []jen.Code{target.Clone().Op("=").Append(target.Clone(), value)}
	case !conversion.partial && pointer:
		return []jen.Code{target.Clone().Op("=").New(value)}
	case !conversion.partial:
		return []jen.Code{target.Clone().Op("=").Add(value)}
	case f.Occurs == model.One && !pointer:
		return []jen.Code{jen.List(target.Clone(), jen.Id("_")).Op("=").Add(value)}
	}
	put := target.Clone().Op("=").Id("value")
	switch {
	case f.Occurs == model.Many:
		put = target.Clone().Op("=").Append(target.Clone(), jen.Id("value"))
	case pointer:
		put = target.Clone().Op("=").Op("&").Id("value")
	}
	return []jen.Code{jen.If(jen.List(jen.Id("value"), jen.Id("ok")).Op(":=").Add(value), jen.Id("ok")).Block(put)}
}

// missing names a value that the new version needs and the old document does not have; where only one value is allowed, that is put in.
func (w *writer) missing(f *model.Field, target *jen.Statement) {
	least, _ := bounds(f)
	if least == 0 {
		return
	}
	if text, ok := fixedText(f); ok && f.Occurs == model.One && !f.Pointer {
		w.putFixed(f, target, text)
		return
	}
	at := jen.Id("at")
	switch f.Kind {
	case model.AttributeField:
		at = at.Dot("attribute").Call(jen.Lit(f.Name.Local))
	case model.ElementField:
		at = at.Dot("element").Call(jen.Lit(f.Name.Local))
	case model.WildcardField:
		at = at.Dot("element").Call(jen.Lit("*"))
	}
	w.add(jen.Id("c").Dot("missing").Call(at))
}

// fixedText is the one value that a field may have.
func fixedText(f *model.Field) (string, bool) {
	if len(f.Members) == 0 || typedOf(f).simple() == nil || f.Type.Arg != nil || f.Type.Interface {
		return "", false
	}
	var constraint schema.ValueConstraint
	switch m := f.Members[0]; {
	case m.Use != nil:
		constraint = m.Use.EffectiveConstraint()
	case m.Element != nil:
		constraint = m.Element.Constraint
	}
	fixed, ok := constraint.(*schema.Fixed)
	if !ok {
		return "", false
	}
	return schema.ExpandedText(fixed, typedOf(f).simple()), true
}

// newlyFixed is the one value that a field may have where the old version allows others.
func (w *writer) newlyFixed(s *supply, f *model.Field) (string, bool) {
	text, ok := fixedText(f)
	if !ok || f.Occurs == model.Many || s.occurs == model.Many || s.before.simple() == nil {
		return "", false
	}
	var constraint schema.ValueConstraint
	switch {
	case s.use != nil:
		constraint = s.use.EffectiveConstraint()
	case s.before.element != nil:
		constraint = s.before.element.Constraint
	}
	if was, ok := constraint.(*schema.Fixed); ok && schema.ExpandedText(was, s.before.simple()) == text {
		return "", false
	}
	return text, true
}

// fixed puts the one value in that a field may have, and names another one.
func (w *writer) fixed(s *supply, f *model.Field, target *jen.Statement, fixed string) {
	src := s.single()
	other := jen.If(w.text(s.before, src).Op("!=").Lit(fixed)).Block(w.loss(s, src, nil, "NotAllowed"))
	required := f.Occurs == model.One && !f.Pointer
	switch {
	case s.occurs == model.One && required:
		w.add(other)
		w.putFixed(f, target, fixed)
	case required:
		w.add(jen.If(s.present()).Block(other))
		w.putFixed(f, target, fixed)
	default:
		same := other.Else().Block(w.block(func() { w.putFixed(f, target, fixed) })...)
		if s.occurs == model.Optional {
			same = jen.If(s.present()).Block(same)
		}
		w.add(same)
	}
}

// putFixed puts a value in that the schema fixes.
func (w *writer) putFixed(f *model.Field, target *jen.Statement, text string) {
	to := jen.Op("&").Add(target.Clone())
	pointer := f.Pointer || f.Occurs == model.Optional
	if pointer {
		w.add(target.Clone().Op("=").New(typeOf(f.Type)))
		to = target.Clone()
	}
	if via := f.Type.Via; via != "" {
		to = jen.Parens(jen.Op("*").Add(runtime(via))).Call(to)
	}
	w.add(jen.Id("fix").Call(jen.Lit(text), to))
}
