// Reasons: why no document can have an element, found by following what it needs.

package sample

import (
	"fmt"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// why says why an element cannot be completed.
func (s *sizes) why(e *schema.Element) string {
	return (&reason{s, map[*schema.Element]bool{}}).element(e)
}

// whyTerm says why a term cannot be completed.
func (s *sizes) whyTerm(t schema.Term) string {
	return (&reason{s, map[*schema.Element]bool{}}).term(t)
}

// whyText says why a type has no value, empty where it has one.
func whyText(t *schema.SimpleType, texts *texts) string {
	switch {
	case texts.possible(t.Runtime):
		return ""
	case ancestor(t.Runtime) == "ENTITY" || ancestor(t.Runtime) == "ENTITIES":
		return fmt.Sprintf("%s names an entity of the document type declaration, and documents are drawn without one", t.Runtime)
	}
	if shortest, _ := lengthBounds(t.Runtime); shortest > maxTextLength {
		return fmt.Sprintf("a value of %s has a length of %d at least: more than %d is not drawn", t.Runtime, shortest, maxTextLength)
	}
	return fmt.Sprintf("no value of %s was found", t.Runtime)
}

// reason follows what cannot be completed to its cause.
type reason struct {
	*sizes
	above map[*schema.Element]bool
}

func (r *reason) element(e *schema.Element) string {
	if r.above[e] {
		return fmt.Sprintf("%s cannot be completed: it needs itself", e.Name)
	}
	for first := range r.usable(e) {
		r.above[e] = true
		return r.typ(first)
	}
	return fmt.Sprintf("%s cannot be completed: it or its type is abstract, and nothing may stand for it", e.Name)
}

func (r *reason) typ(t schema.Type) string {
	switch t := t.(type) {
	case *schema.SimpleType:
		return whyText(t, r.texts)
	case *schema.ComplexType:
		for _, use := range t.AttributeUses {
			if use.Required && r.simple(use.Declaration.Type) >= endless {
				return whyText(use.Declaration.Type, r.texts)
			}
		}
		switch c := t.Content.(type) {
		case *schema.SimpleContent:
			return whyText(c.Type, r.texts)
		case *schema.ElementContent:
			return r.term(c.Particle.Term)
		}
	}
	return ""
}

func (r *reason) term(t schema.Term) string {
	switch t := t.(type) {
	case *schema.Element:
		return r.element(t)
	case *schema.ModelGroup:
		for _, p := range t.Particles {
			if r.particle(p) >= endless {
				return r.term(p.Term)
			}
		}
		return fmt.Sprintf("the choice at %s has no branch", t.Position)
	case *schema.Wildcard:
		return fmt.Sprintf("no declared element may stand for the wildcard at %s", t.Position)
	}
	return ""
}
