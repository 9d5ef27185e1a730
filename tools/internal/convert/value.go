// This file decides how a value of one type becomes a value of another.

package convert

import (
	"github.com/dave/jennifer/jen"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/model"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// conversion makes a new value of an old one.
type conversion struct {
	// of is the expression of the new value. Where the conversion is partial, it is a call with two results: the second says whether there is a value
	// that the new version allows, and where not, the loss has been named.
	of      func(at *jen.Statement, s source) *jen.Statement
	partial bool
	same    bool // the Go type is the same, and the value stays as it is
}

// value finds the conversion between two types; nil where nothing of the one can be in the other.
func (g *generator) value(before, after typed) *conversion {
	switch {
	case before.isRuntime("AnyElement") && after.isRuntime("AnyElement"):
		return g.wild("anyElement")
	case before.isRuntime("Substitutable") || after.isRuntime("Substitutable"):
		return g.substitutable(before, after)
	case before.isRuntime("Nillable") || after.isRuntime("Nillable"):
		return g.nillable(before, after)
	case before.isRuntime("AnyType") && after.isRuntime("AnyType"):
		return g.wild("anyType")
	case before.isRuntime("AnyType"):
		return nil
	case after.isRuntime("AnyType"):
		return g.intoAnyType(before)
	case before.ref.Interface || after.ref.Interface:
		return g.derived(before, after)
	case before.simple() != nil && after.simple() != nil:
		return g.simple(before, after)
	case before.simple() != nil:
		return g.intoContent(before, after)
	case after.simple() != nil:
		return g.outOfContent(before, after)
	}
	return g.complex(before, after)
}

// call is the conversion by a function that takes a pointer to the value.
func call(f *function, partial bool) *conversion {
	return &conversion{partial: partial, of: func(at *jen.Statement, s source) *jen.Statement {
		return jen.Id("c").Dot(f.name).Call(at, s.address())
	}}
}

// callByValue is the conversion by a function that takes the value.
func callByValue(f *function) *conversion {
	return &conversion{partial: true, of: func(at *jen.Statement, s source) *jen.Statement {
		return jen.Id("c").Dot(f.name).Call(at, s.value())
	}}
}

func pairKey(kind string, before, after typed) string {
	return kind + "|" + refKey(before.ref) + "|" + refKey(after.ref)
}

// complex converts a struct field by field.
func (g *generator) complex(before, after typed) *conversion {
	f := g.function(pairKey("complex", before, after), before.ref.Name, complexFile, func(f *function) {
		old, current := g.old.structOf(before.typ), g.new.structOf(after.typ)
		f.doc = model.Wrapped(f.name + " converts " + typeWord(before.typ, old) + intoWord(before, after) + ".")
		w := g.writer()
		w.fields(old.Fields, &base{name: "from"}, current.Fields, "to")
		f.code = method(f.name, pointerTo(before), jen.Id("to").Add(after.goType())).Block(append(w.code, jen.Return(jen.Id("to")))...)
	})
	return call(f, false)
}

func pointerTo(t typed) *jen.Statement { return jen.Op("*").Add(t.goType()) }

// typeWord says which type of the schema a function converts.
func typeWord(t schema.Type, s *model.Struct) string {
	if name := t.TypeName().Local; name != "" {
		return "the complex type " + name
	}
	return model.Anonymous(s.Definition)
}

// intoWord names the new type where it is called otherwise.
func intoWord(before, after typed) string {
	if before.ref.Name == after.ref.Name {
		return ""
	}
	return " into " + after.ref.Name
}

// intoContent converts a simple value into the text of a complex type.
func (g *generator) intoContent(before, after typed) *conversion {
	current := g.new.structOf(after.typ)
	if after.content() == nil && !isMixed(after.typ) {
		return nil
	}
	f := g.function(pairKey("into", before, after), before.ref.Name+"Into"+after.ref.Name, complexFile, func(f *function) {
		f.doc = []string{f.name + " makes a simple value the text of " + after.ref.Name + ", which was a simple type."}
		w := g.writer()
		text := &supply{before: before, occurs: model.One, src: from(true), at: jen.Id("at"), kind: model.TextField, min: 1, max: 1}
		w.place(supplies{textKey: text}, current.Fields, "to")
		f.code = method(f.name, pointerTo(before), jen.Id("to").Add(after.goType())).Block(append(w.code, jen.Return(jen.Id("to")))...)
	})
	return call(f, false)
}

func isMixed(t schema.Type) bool {
	c, ok := t.(*schema.ComplexType)
	if !ok {
		return false
	}
	content, ok := c.Content.(*schema.ElementContent)
	return ok && content.Mixed
}

// outOfContent converts the text of a complex type into a simple value; the attributes are lost.
func (g *generator) outOfContent(before, after typed) *conversion {
	old := g.old.structOf(before.typ)
	if before.content() == nil || old == nil {
		return nil
	}
	text := typed{typ: before.content(), ref: textField(old).Type}
	inner := g.value(text, after)
	f := g.function(pairKey("out", before, after), before.ref.Name+"To"+model.Identifier(after.ref.Name), complexFile, func(f *function) {
		f.doc = []string{f.name + " converts the text of " + before.ref.Name + ", which is a simple type now."}
		w := g.writer()
		all := w.suppliesOf(old.Fields, &base{name: "from"})
		delete(all, textKey)
		w.loseAll(all, old.Fields, "Removed")
		value := inner.of(jen.Id("at"), source{code: jen.Id("from").Dot(textField(old).GoName)})
		if inner.partial {
			w.add(jen.Return(value))
		} else {
			w.add(jen.Return(value, jen.True()))
		}
		f.code = method(f.name, pointerTo(before), after.goType(), jen.Bool()).Block(w.code...)
	})
	return call(f, true)
}

// textField is the field of a struct's simple content.
func textField(s *model.Struct) *model.Field {
	for _, f := range s.Fields {
		if f.Kind == model.TextField {
			return f
		}
	}
	return nil
}
