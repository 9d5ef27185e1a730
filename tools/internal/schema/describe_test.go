// A notation for components, for tests to compare: what the standard's mapping from representation to components must give.

package schema

import (
	"fmt"
	"slices"
	"strings"
)

// described returns the set's global components, one line each, with the anonymous ones inside them.
func described(set *Set) []string {
	var lines []string
	for _, e := range set.Elements {
		lines = append(lines, "element "+describeElement(e))
	}
	for _, a := range set.Attributes {
		lines = append(lines, "attribute "+describeAttribute(a))
	}
	for _, t := range set.Types {
		lines = append(lines, fmt.Sprintf("type %s: %s", t.TypeName().Local, describeType(t)))
	}
	for _, g := range set.Groups {
		lines = append(lines, fmt.Sprintf("group %s: %s", g.Name.Local, describeGroup(g.Group)))
	}
	for _, g := range set.AttributeGroups {
		lines = append(lines, strings.TrimSpace(fmt.Sprintf("attributes %s: %s", g.Name.Local, describeAttributes(g.Uses, g.AnyAttribute))))
	}
	for _, n := range set.Notations {
		lines = append(lines, fmt.Sprintf("notation %s: %s %s", n.Name.Local, n.Public, n.System))
	}
	return lines
}

// qualifiedName is the local name, with "t:" before it in the target namespace of the tests.
func qualifiedName(n Name) string {
	switch n.Space {
	case "":
		return n.Local
	case "urn:t":
		return "t:" + n.Local
	default:
		return n.String()
	}
}

func typeReference(t Type) string {
	switch name := t.TypeName(); {
	case name == Name{}:
		return "{" + describeType(t) + "}"
	case name.Space == XSDNamespace:
		return "xs:" + name.Local
	default:
		return name.Local
	}
}

func describeValue(c ValueConstraint) string {
	switch c := c.(type) {
	case *Default:
		return fmt.Sprintf(" default %q", c.Text)
	case *Fixed:
		return fmt.Sprintf(" fixed %q", c.Text)
	}
	return ""
}

func describeElement(e *Element) string {
	text := qualifiedName(e.Name) + ": " + typeReference(e.Type) + describeValue(e.Constraint)
	for _, flag := range []struct {
		set  bool
		word string
	}{{e.Nillable, "nillable"}, {e.Abstract, "abstract"}, {e.Block != 0, "block " + describeDerivations(e.Block)}, {e.Final != 0, "final " + describeDerivations(e.Final)}} {
		if flag.set {
			text += " " + flag.word
		}
	}
	if len(e.Substitutes) > 0 {
		var names []string
		for _, s := range e.Substitutes {
			names = append(names, s.Name.Local)
		}
		text += " or " + strings.Join(names, ", ")
	}
	return text
}

func describeDerivations(s DerivationSet) string {
	var words []string
	for d := Extension; d <= ByUnion; d <<= 1 {
		if s.Has(d) {
			words = append(words, derivationWord(d))
		}
	}
	return strings.Join(words, "+")
}

func describeAttribute(a *Attribute) string {
	return qualifiedName(a.Name) + ": " + typeReference(a.Type) + describeValue(a.Constraint)
}

func describeType(t Type) string {
	if s, ok := t.(*SimpleType); ok {
		return describeSimple(s)
	}
	c := t.(*ComplexType)
	text := derivationWord(c.Derivation) + " of " + typeReference(c.Base)
	if c.Abstract {
		text += " abstract"
	}
	if c.Block != 0 {
		text += " block " + describeDerivations(c.Block)
	}
	if c.Final != 0 {
		text += " final " + describeDerivations(c.Final)
	}
	return text + describeAttributes(c.AttributeUses, c.AnyAttribute) + "; " + describeContent(c.Content)
}

func describeAttributes(uses []*AttributeUse, wildcard *Wildcard) string {
	var text string
	for _, u := range uses {
		text += " @" + qualifiedName(u.Declaration.Name)
		if u.Required {
			text += "!"
		}
		text += describeValue(u.Constraint)
	}
	if wildcard != nil {
		text += fmt.Sprintf(" @%s", describeWildcard(wildcard))
	}
	return text
}

func describeWildcard(w *Wildcard) string { return fmt.Sprintf("any(%s, %s)", w.Namespaces, w.Process) }

func describeContent(c Content) string {
	switch c := c.(type) {
	case *SimpleContent:
		return "text " + typeReference(c.Type)
	case *ElementContent:
		text := describeParticle(c.Particle)
		if c.Mixed {
			text = "mixed " + text
		}
		return text
	}
	return "empty"
}

func describeParticle(p *Particle) string {
	var text string
	switch term := p.Term.(type) {
	case *Element:
		text = qualifiedName(term.Name)
		if !term.Global {
			text += ":" + typeReference(term.Type)
		}
	case *Wildcard:
		text = describeWildcard(term)
	case *ModelGroup:
		text = describeGroup(term)
	}
	switch {
	case p.Min == 1 && p.Max == 1:
		return text
	case p.Max == Unbounded:
		return fmt.Sprintf("%s{%d,}", text, p.Min)
	default:
		return fmt.Sprintf("%s{%d,%d}", text, p.Min, p.Max)
	}
}

func describeGroup(g *ModelGroup) string {
	var parts []string
	for _, p := range g.Particles {
		parts = append(parts, describeParticle(p))
	}
	separator := [...]string{Sequence: ", ", Choice: " | ", All: " & "}[g.Compositor]
	return "(" + strings.Join(parts, separator) + ")"
}

func describeSimple(t *SimpleType) string {
	var text string
	switch v := t.Variety.(type) {
	case *Atomic:
		text = "restriction of " + typeReference(t.Base)
	case *List:
		text = "list of " + typeReference(v.Item)
	case *Union:
		var members []string
		for _, m := range v.Members {
			members = append(members, typeReference(m))
		}
		text = "union of " + strings.Join(members, ", ")
	}
	for _, f := range t.Facets {
		text += fmt.Sprintf(" %s=%s", f.Kind, f.Value)
		if f.Fixed {
			text += "!"
		}
	}
	if t.Final != 0 {
		text += " final " + describeDerivations(t.Final)
	}
	return text
}

// names lists names, sorted, for comparisons where order does not matter.
func sortedNames(elements []*Element) []string {
	var all []string
	for _, e := range elements {
		all = append(all, e.Name.Local)
	}
	slices.Sort(all)
	return all
}
