// This file says which types have a shape: those of which a document mostly has nothing but what a sequence lists.

package codec

import (
	"strings"

	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

// shape is what elements of a complex type commonly look like.
type shape struct {
	source.Shape
	plan  *plan
	texts []*simple.SimpleType // of each field, nil where it has a shape
	inner []*shape             // of each field, nil where it is a text
}

// shape returns what elements of the type commonly look like, nil for a type of which more has to be looked at.
func (p *plan) shape() *shape {
	p.shapeOnce.Do(func() {
		shapes := make(map[*plan]*shape)
		if p.addShape(shapes) {
			p.usual = shapes[p]
		}
	})
	return p.usual
}

// addShape adds the shape of the type, and those of the types in it, to shapes. It reports whether all of them have one.
func (p *plan) addShape(shapes map[*plan]*shape) bool {
	if _, known := shapes[p]; known {
		return true
	}
	n := len(p.facts)
	s := &shape{plan: p, texts: make([]*simple.SimpleType, n), inner: make([]*shape, n)}
	s.Parts = make([]source.ShapePart, n)
	shapes[p] = s
	if p.err != nil || !p.plain || p.typ.Mixed || p.typ.Abstract {
		return false
	}
	for i := range p.facts {
		if !s.addPart(i, shapes) {
			return false
		}
	}
	return true
}

// addPart fills in what field i looks like, and reports whether it is nothing special.
func (s *shape) addPart(i int, shapes map[*plan]*shape) bool {
	p, f, facts := s.plan, &s.plan.typ.Fields[i], &s.plan.facts[i]
	if !facts.foreseen || f.isNamed() || len(f.Identity) > 0 || p.keys[facts.key] != i || !isPlainKey(facts.key) {
		return false
	}
	part := &s.Parts[i]
	*part = source.ShapePart{Name: f.Name, Key: `"` + facts.key + `"`, Array: f.Max != 1, Least: f.Min, Most: facts.most}
	s.Longest = max(s.Longest, len(facts.key), len(f.Name.Local))
	if facts.complex == nil {
		s.texts[i] = f.Simple
		return facts.takes != nil && addShape(f.Simple, part)
	}
	if p.typ.schema.isBase(facts.complex) {
		return false // its elements may be of another type
	}
	inner := facts.complex.compiled()
	ok := inner.addShape(shapes)
	s.inner[i] = shapes[inner]
	part.Inner = &s.inner[i].Shape
	return ok
}

// isPlainKey reports whether JSON has a key as it is.
func isPlainKey(key string) bool {
	return !strings.ContainsFunc(key, func(c rune) bool { return c < ' ' || c == '"' || c == '\\' })
}

// addShape fills in what texts of the type look like, and reports whether they can be told by themselves.
func addShape(t *simple.SimpleType, part *source.ShapePart) bool {
	e := t.Compiled()
	switch e.Form {
	case simple.StringForm, simple.ScalarForm:
		part.Form = source.StringForm
	case simple.NumberForm:
		part.Form = source.NumberForm
	case simple.BooleanForm:
		part.Form = source.BooleanForm
	default:
		return false
	}
	if part.Takes = e.Quick; e.Quick == nil {
		part.Takes = e.TakesAsIs
	}
	return !e.HoldsNames
}
