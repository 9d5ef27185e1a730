// This file fills choices.

package convert

import (
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/model"
)

// branchwise reports whether fields are a choice in both versions, with branches that correspond: what one of the old branches holds is all in one
// branch of the new choice.
func (w *writer) branchwise(part related) bool {
	if len(part.old) != 1 || len(part.new) != 1 || part.old[0].Kind != model.ChoiceField || part.new[0].Kind != model.ChoiceField {
		return false
	}
	for _, b := range part.old[0].Sum.Branches {
		if len(w.successors(b, part.new[0])) > 1 {
			return false
		}
	}
	return true
}

// successors are the branches of a new choice that hold what an old branch holds.
func (w *writer) successors(b *model.Branch, choice *model.Field) []*model.Branch {
	held := map[key]bool{}
	for _, f := range b.Fields {
		for _, k := range w.oldKeys(f) {
			held[k] = true
		}
	}
	var found []*model.Branch
	for _, candidate := range choice.Sum.Branches {
		if holdsAny(candidate, held) {
			found = append(found, candidate)
		}
	}
	return found
}

func holdsAny(b *model.Branch, keys map[key]bool) bool {
	for _, f := range b.Fields {
		for _, k := range keysOf(f) {
			if keys[k] {
				return true
			}
		}
	}
	return false
}

// branches fills a choice from the branch that was chosen.
func (w *writer) branches(old *model.Field, at *base, current *model.Field, to string) {
	inner := &base{name: w.local("choice")}
	target := jen.Id(to).Dot(current.GoName)
	field := at.dot(old.GoName)
	var cases []jen.Code
	lossy := old.Occurs == model.Optional
	for _, b := range old.Sum.Branches {
		successors := w.successors(b, current)
		body := w.block(func() {
			if len(successors) == 0 {
				lossy = true
				w.loseFields(w.suppliesOf(b.Fields, inner), b.Fields, inner)
				return
			}
			w.branch(b.Fields, inner, successors[0], w.newType(current, successors[0].GoName), target)
		})
		inner.used = inner.used || len(body) > 0
		cases = append(cases, jen.Case(w.oldType(old, b.GoName)).Block(body...))
	}
	w.add(typeSwitch(inner, field, cases))
	if lossy && current.Occurs == model.One {
		w.add(jen.If(target.Clone().Op("==").Nil()).Block(w.missingChoice(current)))
	}
}

func (w *writer) newType(f *model.Field, name string) *jen.Statement {
	return jen.Qual(f.Type.Package, name)
}

// branch fills one branch and chooses it.
func (w *writer) branch(old []*model.Field, at *base, current *model.Branch, goType, target *jen.Statement) {
	if literal := w.literal(w.suppliesOf(old, at), old, current); literal != nil {
		w.add(target.Clone().Op("=").Add(goType).Values(literal...))
		return
	}
	name := w.local("branch")
	w.add(jen.Var().Id(name).Add(goType))
	w.fields(old, at, current.Fields, name)
	w.add(target.Clone().Op("=").Id(name))
}

// literal is what a branch holds where that can be said in one expression: each of its fields has a value, and nothing is lost or checked.
func (w *writer) literal(all supplies, old []*model.Field, current *model.Branch) []jen.Code {
	if len(old) != len(current.Fields) {
		return nil
	}
	var values []jen.Code
	for _, f := range current.Fields {
		s := all[keysOf(f)[0]]
		if f.Sum != nil || s == nil || s.occurs != model.One || f.Occurs != model.One || f.Pointer {
			return nil
		}
		conversion := w.conversionTo(s, f)
		if _, fixed := w.newlyFixed(s, f); fixed || conversion == nil || conversion.partial {
			return nil
		}
		values = append(values, jen.Id(f.GoName).Op(":").Add(conversion.of(s.place(s.src, nil), s.src)))
	}
	return values
}

// missingChoice names a choice of which nothing is there.
func (w *writer) missingChoice(f *model.Field) *jen.Statement {
	var words []string
	for _, b := range f.Sum.Branches {
		words = append(words, b.Name.Local)
	}
	return jen.Id("c").Dot("missing").Call(jen.Id("at").Dot("element").Call(jen.Lit(strings.Join(words, "|"))))
}

// choose fills a choice from what was not a choice: the first branch of which something is there.
func (w *writer) choose(all supplies, f *model.Field, target *jen.Statement) {
	var cases []jen.Code
	var certain []jen.Code
	for i, b := range f.Sum.Branches {
		condition, held := w.condition(all, b)
		if !held {
			continue
		}
		body := w.block(func() {
			name := w.local("branch")
			w.add(jen.Var().Id(name).Add(w.newType(f, b.GoName)))
			w.place(all, b.Fields, name)
			w.add(target.Clone().Op("=").Id(name))
			w.loseOthers(all, f, i)
		})
		if condition == nil {
			certain = body
			break
		}
		cases = append(cases, jen.Case(condition).Block(body...))
	}
	switch {
	case len(cases) == 0 && certain == nil && f.Occurs == model.One:
		w.add(w.missingChoice(f))
	case len(cases) == 0:
		w.add(certain...)
	case certain != nil:
		w.add(jen.Switch().Block(append(cases, jen.Default().Block(certain...))...))
	case f.Occurs == model.One:
		w.add(jen.Switch().Block(append(cases, jen.Default().Block(w.missingChoice(f)))...))
	default:
		w.add(jen.Switch().Block(cases...))
	}
}

// condition is what says that something of a branch is there; nil where something always is.
func (w *writer) condition(all supplies, b *model.Branch) (condition *jen.Statement, held bool) {
	for _, f := range b.Fields {
		for _, k := range keysOf(f) {
			s := all[k]
			if s == nil {
				continue
			}
			present := s.present()
			switch {
			case present == nil:
				return nil, true
			case condition == nil:
				condition = present
			default:
				condition = condition.Op("||").Add(present)
			}
			held = true
		}
	}
	return condition, held
}

// loseOthers names what other branches of a choice would hold.
func (w *writer) loseOthers(all supplies, f *model.Field, chosen int) {
	seen := map[key]bool{}
	for _, inner := range f.Sum.Branches[chosen].Fields {
		for _, k := range keysOf(inner) {
			seen[k] = true
		}
	}
	for i, b := range f.Sum.Branches {
		for _, inner := range b.Fields {
			for _, k := range keysOf(inner) {
				if s := all[k]; i != chosen && s != nil && !seen[k] {
					seen[k] = true
					w.lost(s, "Alternative")
				}
			}
		}
	}
}
