// Components in a few words, for places and messages.

package diff

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// placeOf says where a component stands; it is zero for one that is not there.
func placeOf(c schema.Component, text string) Place {
	p := Place{Position: c.Source().Position, Text: text, of: c}
	if particle, ok := c.(*schema.Particle); ok {
		p.low, p.high = particle.Min, particle.Max
	}
	return p
}

// typeWord names a type.
func typeWord(t schema.Type) string {
	name := t.TypeName()
	switch {
	case name.Space == schema.XSDNamespace:
		return "xs:" + name.Local
	case name.Local != "":
		return name.Local
	}
	return "an anonymous type"
}

func typeWords(t schema.Type) string {
	switch t := t.(type) {
	case *schema.ComplexType:
		if t.Base == nil || t.Base == schema.Type(schema.AnyType()) {
			return "type " + typeWord(t)
		}
		return "type " + typeWord(t) + ", " + derivationWords(t.Derivation) + " " + typeWord(t.Base)
	case *schema.SimpleType:
		return "simple type " + typeWord(t)
	}
	return "type"
}

func derivationWords(d schema.Derivation) string {
	if d == schema.Extension {
		return "extending"
	}
	return "restricting"
}

func elementWords(e *schema.Element) string {
	return "element " + e.Name.Local + ": " + typeWord(e.Type)
}

func useWords(u *schema.AttributeUse) string {
	word := "optional"
	if u.Required {
		word = "required"
	}
	return "attribute " + u.Declaration.Name.Local + ": " + typeWord(u.Declaration.Type) + ", " + word
}

// particleWords describes a particle with its occurrence.
func particleWords(p *schema.Particle) string {
	return termWords(p.Term) + ", " + occursWords(p.Min, p.Max)
}

func termWords(term schema.Term) string {
	switch term := term.(type) {
	case *schema.Element:
		return elementWords(term)
	case *schema.Wildcard:
		return wildcardWords(term)
	case *schema.ModelGroup:
		if term.Definition != nil {
			return "group " + term.Definition.Name.Local
		}
		return compositorWord(term.Compositor) + " of " + leafWords(term)
	}
	return "particle"
}

func wildcardWords(w *schema.Wildcard) string {
	return fmt.Sprintf("wildcard %s, %s", w.Namespaces, w.Process)
}

func compositorWord(c schema.Compositor) string {
	return [...]string{schema.Sequence: "sequence", schema.Choice: "choice", schema.All: "all"}[c]
}

// maxNamed bounds the elements that are named of a group.
const maxNamed = 4

func leafWords(g *schema.ModelGroup) string {
	var names []string
	for _, p := range g.Particles {
		switch term := p.Term.(type) {
		case *schema.Element:
			names = append(names, term.Name.Local)
		case *schema.Wildcard:
			names = append(names, "any")
		case *schema.ModelGroup:
			names = append(names, "("+leafWords(term)+")")
		}
		if len(names) == maxNamed && len(g.Particles) > maxNamed {
			return strings.Join(names, ", ") + ", …"
		}
	}
	return strings.Join(names, ", ")
}

// occursWords writes bounds as "0..1" or "1..*".
func occursWords(low, high int) string {
	if high == schema.Unbounded {
		return strconv.Itoa(low) + "..*"
	}
	return strconv.Itoa(low) + ".." + strconv.Itoa(high)
}

// constraintWords describes a default or fixed value.
func constraintWords(c schema.ValueConstraint) string {
	switch c := c.(type) {
	case *schema.Default:
		return "the default value " + strconv.Quote(c.Text)
	case *schema.Fixed:
		return "the fixed value " + strconv.Quote(c.Text)
	}
	return "no default or fixed value"
}

// setWords lists what a set of derivations holds.
func setWords(s schema.DerivationSet) string {
	var words []string
	for i, word := range []string{"extension", "restriction", "substitution", "list", "union"} {
		if s.Has(schema.Derivation(1 << i)) {
			words = append(words, word)
		}
	}
	if words == nil {
		return "nothing"
	}
	return strings.Join(words, ", ")
}

func attributeWords(a *schema.Attribute) string {
	return "attribute " + a.Name.Local + ": " + typeWord(a.Type)
}
