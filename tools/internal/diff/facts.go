// Facts: what a change is, apart from how it is worded. Fingerprints are made of them, so that what was accepted stays accepted when a message is put otherwise.

package diff

import (
	"fmt"
	"slices"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
	"github.com/mvainnsyn/mvainnsyn/xsd"
	"github.com/mvainnsyn/mvainnsyn/xsd/content"
)

// facts are what a rule is about at a place. Where the place is no component, its text is what was compared: a version, a file, a Go type.
func (p Place) facts(rule string) string {
	switch c := p.of.(type) {
	case *schema.SimpleType:
		return simpleFacts(rule, c)
	case *schema.ComplexType:
		return complexFacts(rule, c)
	case *schema.Element:
		return elementFacts(rule, c)
	case *schema.Particle:
		return p.particleFacts(rule, c)
	case *schema.AttributeUse:
		return useFacts(rule, c)
	case *schema.Attribute:
		return typeFact(c.Type) + constraintFact(c.Constraint)
	case *schema.Wildcard:
		return wildcardFacts(rule, c)
	case *schema.IdentityConstraint:
		return identityFacts(rule, c)
	case *schema.Notation:
		return fact("public", c.Public) + fact("system", c.System)
	}
	return p.Text
}

// about reports whether a rule is one of those whose IDs begin so.
func about(rule string, prefixes ...string) bool {
	return slices.ContainsFunc(prefixes, func(prefix string) bool { return strings.HasPrefix(rule, prefix) })
}

func fact(name string, value any) string { return fmt.Sprintf("%s=%v\n", name, value) }

func typeFact(t schema.Type) string { return fact("type", t.TypeName()) }

func baseFact(t schema.Type) string {
	if base := t.BaseType(); base != nil {
		return fact("base", base.TypeName())
	}
	return ""
}

func constraintFact(c schema.ValueConstraint) string {
	switch c := c.(type) {
	case *schema.Default:
		return fact("default", c.Text)
	case *schema.Fixed:
		return fact("fixed", c.Text)
	}
	return ""
}

func simpleFacts(rule string, t *schema.SimpleType) string {
	e := effectiveOf(t)
	switch {
	case about(rule, "length-", "min-length-", "max-length-"):
		return e.facetFacts(xsd.FacetLength, xsd.FacetMinLength, xsd.FacetMaxLength)
	case about(rule, "total-digits-"):
		return e.facetFacts(xsd.FacetTotalDigits)
	case about(rule, "fraction-digits-"):
		return e.facetFacts(xsd.FacetFractionDigits)
	case about(rule, "min-bound-"):
		return e.facetFacts(xsd.FacetMinInclusive, xsd.FacetMinExclusive)
	case about(rule, "max-bound-"):
		return e.facetFacts(xsd.FacetMaxInclusive, xsd.FacetMaxExclusive)
	case about(rule, "white-space-"):
		return e.facetFacts(xsd.FacetWhiteSpace)
	case about(rule, "pattern-"):
		return fact("patterns", e.patterns)
	case about(rule, "enum-value-added", "enum-value-removed"):
		return "" // the path says which
	case about(rule, "enum-"):
		return fact("values", e.values)
	case about(rule, "primitive-"):
		return fact("ancestor", e.ancestor)
	case about(rule, "variety-", "list-item-", "union-"):
		return varietyFacts(t)
	case about(rule, "base-type-"):
		return baseFact(t)
	case about(rule, "type-final-"):
		return fact("final", t.Final)
	}
	return typeFact(t)
}

func (e *effective) facetFacts(kinds ...xsd.FacetKind) (facts string) {
	for _, kind := range kinds {
		if f, ok := e.facets[kind]; ok {
			facts += fact(kind.String(), f.Value)
		}
	}
	return facts
}

func varietyFacts(t *schema.SimpleType) string {
	switch v := t.Variety.(type) {
	case *schema.List:
		return fact("items", v.Item.TypeName())
	case *schema.Union:
		members := ""
		for _, m := range v.Members {
			members += fact("member", m.TypeName())
		}
		return members
	}
	return baseFact(t)
}

func complexFacts(rule string, t *schema.ComplexType) string {
	switch {
	case about(rule, "base-type-"):
		return baseFact(t)
	case about(rule, "derivation-method-"):
		return fact("derivation", t.Derivation)
	case about(rule, "type-block-"):
		return fact("block", t.Block)
	case about(rule, "type-final-"):
		return fact("final", t.Final)
	case about(rule, "type-abstract-"):
		return fact("abstract", t.Abstract)
	case about(rule, "content-", "mixed-", "element-type-"):
		return fact("content", kindOf(t.Content)) + textFact(t)
	}
	return typeFact(t) + baseFact(t)
}

// textFact is the type of the text that is all of a type's content.
func textFact(t *schema.ComplexType) string {
	if text, ok := t.Content.(*schema.SimpleContent); ok {
		return typeFact(text.Type)
	}
	return ""
}

func elementFacts(rule string, e *schema.Element) string {
	switch {
	case about(rule, "default-", "fixed-"):
		return constraintFact(e.Constraint)
	case about(rule, "nillable-"):
		return fact("nillable", e.Nillable)
	case about(rule, "element-abstract-"):
		return fact("abstract", e.Abstract)
	case about(rule, "block-"):
		return fact("block", e.Block)
	case about(rule, "final-"):
		return fact("final", e.Final)
	case about(rule, "substitution-") && e.Head != nil:
		return fact("head", e.Head.Name)
	case about(rule, "substitution-"):
		return ""
	}
	return fact("name", e.Name) + typeFact(e.Type)
}

func useFacts(rule string, u *schema.AttributeUse) string {
	switch {
	case about(rule, "default-", "fixed-"):
		return constraintFact(u.EffectiveConstraint())
	case about(rule, "attribute-became-"):
		return fact("required", u.Required)
	case about(rule, "attribute-type-"):
		return typeFact(u.Declaration.Type)
	}
	return fact("name", u.Declaration.Name) + typeFact(u.Declaration.Type) + fact("required", u.Required) + constraintFact(u.EffectiveConstraint())
}

func wildcardFacts(rule string, w *schema.Wildcard) string {
	switch {
	case about(rule, "any-namespace-", "any-attribute-namespace-"):
		return namespaceFact(w.Namespaces)
	case about(rule, "any-process-", "any-attribute-process-"):
		return fact("process", w.Process)
	}
	return namespaceFact(w.Namespaces) + fact("process", w.Process)
}

func namespaceFact(c content.NamespaceConstraint) string {
	return fact("namespaces", fmt.Sprint(c.Kind, slices.Sorted(slices.Values(c.Names))))
}

func identityFacts(rule string, k *schema.IdentityConstraint) string {
	fields := ""
	for _, f := range k.Fields {
		fields += fact("field", f.Expression)
	}
	refer := ""
	if k.Refer != nil {
		refer = fact("refer", k.Refer.Name)
	}
	switch {
	case about(rule, "identity-selector-"):
		return fact("selector", k.Selector.Expression)
	case about(rule, "identity-field-"):
		return fields
	case about(rule, "identity-refer-"):
		return refer
	}
	return fact("kind", k.Kind) + fact("selector", k.Selector.Expression) + fields + refer
}

// particleFacts are those of a part of a content model, with the bounds that it has in the merged one.
func (p Place) particleFacts(rule string, particle *schema.Particle) string {
	low, high := fact("min", p.low), fact("max", p.high)
	switch {
	case about(rule, "min-occurs-"):
		return low
	case about(rule, "max-occurs-"):
		return high
	case about(rule, "group-occurs-"):
		return low + high
	case about(rule, "element-moved"):
		return ""
	case about(rule, "compositor-"):
		if group, ok := particle.Term.(*schema.ModelGroup); ok {
			return fact("compositor", group.Compositor)
		}
	}
	if w, ok := particle.Term.(*schema.Wildcard); ok && !about(rule, "any-added", "any-removed") {
		return wildcardFacts(rule, w)
	}
	return termFacts(rule, particle.Term) + low + high
}

func termFacts(rule string, term schema.Term) string {
	switch term := term.(type) {
	case *schema.Element:
		return elementFacts(rule, term)
	case *schema.Wildcard:
		return wildcardFacts(rule, term)
	case *schema.ModelGroup:
		var parts strings.Builder
		for _, part := range term.Particles {
			parts.WriteString(termFacts(rule, part.Term) + fact("min", part.Min) + fact("max", part.Max))
		}
		return fact("compositor", term.Compositor) + "(" + parts.String() + ")"
	}
	return ""
}
