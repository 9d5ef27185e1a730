// This file decides what constructors take: all that the schema requires, except what can have one value only.

package model

import (
	"go/token"
	"go/types"
	"slices"
	"strconv"
	"unicode"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// constructor returns the constructor of a struct, nil for an abstract type, which has no values.
func (b *builder) constructor(s *Struct) *Constructor {
	if s.Definition.Abstract {
		return nil
	}
	path := s.Path + "/new"
	c := &Constructor{Path: path, GoName: b.namer.choose(path, "New"+s.GoName)}
	for _, f := range s.Fields {
		switch {
		case !isRequired(f):
		case FixedOf(f) != nil:
			c.Fixed = append(c.Fixed, f)
		default:
			c.Parameters = append(c.Parameters, &Parameter{GoName: b.parameterName(c, f.GoName), Field: f})
		}
	}
	return c
}

// isRequired reports whether a struct is not valid without a field.
func isRequired(f *Field) bool {
	if f.Occurs != Many {
		return f.Occurs == One
	}
	return slices.ContainsFunc(f.Members, func(m *Member) bool { return m.Min > 0 })
}

// FixedOf returns the only value that a field of a simple type can have, nil where it can have several.
func FixedOf(f *Field) *schema.Fixed {
	if f.Occurs != One || f.Type.Arg != nil || f.Type.Interface || len(f.Members) == 0 {
		return nil
	}
	var fixed *schema.Fixed
	switch m := f.Members[0]; {
	case m.Use != nil:
		fixed, _ = m.Use.EffectiveConstraint().(*schema.Fixed)
	case m.Element != nil:
		if _, simple := m.Element.Type.(*schema.SimpleType); simple {
			fixed, _ = m.Element.Constraint.(*schema.Fixed)
		}
	}
	return fixed
}

// constructorWords mean something in the body of a constructor.
var constructorWords = []string{"v", "xsd", "math"}

// parameterName makes the name of a parameter of that of a field.
func (b *builder) parameterName(c *Constructor, field string) string {
	word := uncapitalized(field)
	isPackage := slices.ContainsFunc(b.packages, func(p *Package) bool { return p.Alias == word })
	if token.IsKeyword(word) || types.Universe.Lookup(word) != nil || isPackage || slices.Contains(constructorWords, word) {
		word += "Value"
	}
	taken := func(name string) bool {
		return slices.ContainsFunc(c.Parameters, func(p *Parameter) bool { return p.GoName == name })
	}
	name := word
	for i := 2; taken(name); i++ {
		name = word + "_" + strconv.Itoa(i)
	}
	return name
}

// uncapitalized lowers the capitals that a name begins with, except the last one before a small letter: XMLLang is xmlLang, and ID is id.
func uncapitalized(name string) string {
	runes := []rune(name)
	for i, r := range runes {
		if !unicode.IsUpper(r) || i > 0 && i+1 < len(runes) && unicode.IsLower(runes[i+1]) {
			break
		}
		runes[i] = unicode.ToLower(r)
	}
	return string(runes)
}

// SimpleTypeOf returns the simple type of an attribute or element, nil where the field is none or has a complex type.
func SimpleTypeOf(f *Field) *schema.SimpleType {
	if len(f.Members) == 0 {
		return nil
	}
	switch m := f.Members[0]; {
	case m.Use != nil:
		return m.Use.Declaration.Type
	case m.Element != nil:
		t, _ := m.Element.Type.(*schema.SimpleType)
		return t
	}
	return nil
}
