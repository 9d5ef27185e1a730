// Wildcards and the algebra of their namespace constraints (XSD 1.0 Part 1, section 3.10).

package content

import (
	"slices"
	"strings"
)

// ProcessContents says how strictly what a wildcard matches is validated.
type ProcessContents uint8

// The values of processContents.
const (
	Strict ProcessContents = iota
	Lax
	Skip
)

// String returns the word of the schema language.
func (p ProcessContents) String() string {
	return [...]string{"strict", "lax", "skip"}[p]
}

// Wildcard is a wildcard (XSD 1.0 Part 1, section 3.10).
type Wildcard struct {
	Namespaces NamespaceConstraint
	Process    ProcessContents
}

// NamespaceKind is the form of a namespace constraint.
type NamespaceKind uint8

// The three forms of a namespace constraint.
const (
	AnyNamespace  NamespaceKind = iota // every namespace, and none
	NotNamespace                       // not the one given, and not absent either
	ListNamespace                      // one of a set
)

// NamespaceConstraint says which namespaces a wildcard allows; "" stands for absent (no namespace). Its zero value is
// ##any. Names has one entry for NotNamespace, any number for ListNamespace, and none for AnyNamespace.
type NamespaceConstraint struct {
	Kind  NamespaceKind
	Names []string
}

// Any is the constraint of namespace="##any".
func Any() NamespaceConstraint { return NamespaceConstraint{} }

// Not is the pair of not and a namespace. Not(targetNamespace) is namespace="##other"; Not("") allows every namespace but
// not names without one.
func Not(space string) NamespaceConstraint {
	return NamespaceConstraint{Kind: NotNamespace, Names: []string{space}}
}

// List is a set of namespaces. Repetitions are dropped.
func List(spaces ...string) NamespaceConstraint {
	names := slices.Clone(spaces)
	slices.Sort(names)
	return NamespaceConstraint{Kind: ListNamespace, Names: slices.Compact(names)}
}

// Allows reports whether a name in the namespace is allowed (Wildcard allows Namespace Name, section 3.10.4).
func (c NamespaceConstraint) Allows(space string) bool {
	switch c.Kind {
	case NotNamespace:
		return space != "" && space != c.Names[0]
	case ListNamespace:
		return slices.Contains(c.Names, space)
	default:
		return true
	}
}

// String returns the constraint as a schema would write it, with absent as ##local and not(ns) as ##other:ns.
func (c NamespaceConstraint) String() string {
	switch c.Kind {
	case NotNamespace:
		return "not " + word(c.Names[0])
	case ListNamespace:
		words := make([]string, len(c.Names))
		for i, n := range c.Names {
			words[i] = word(n)
		}
		return strings.Join(words, " ")
	default:
		return "##any"
	}
}

func word(space string) string {
	if space == "" {
		return "##local"
	}
	return space
}

// IsEmpty reports whether the constraint allows nothing.
func (c NamespaceConstraint) IsEmpty() bool { return c.Kind == ListNamespace && len(c.Names) == 0 }

// Includes reports whether everything that d allows is allowed by c, as sets of names.
func (c NamespaceConstraint) Includes(d NamespaceConstraint) bool {
	switch {
	case c.Kind == AnyNamespace:
		return true
	case d.Kind == ListNamespace:
		return !slices.ContainsFunc(d.Names, func(n string) bool { return !c.Allows(n) })
	case c.Kind == NotNamespace && d.Kind == NotNamespace:
		return c.Names[0] == "" || c.Names[0] == d.Names[0]
	default:
		return false
	}
}

// SubsetOf reports whether c is a subset of super to the letter of Wildcard Subset (cos-ns-subset, section 3.10.6). It
// differs from Includes in one case: the letter does not make not(ns) a subset of not(absent).
func (c NamespaceConstraint) SubsetOf(super NamespaceConstraint) bool {
	if c.Kind == NotNamespace && super.Kind == NotNamespace {
		return c.Names[0] == super.Names[0]
	}
	return super.Includes(c)
}

// Equal reports whether both constraints are the same value.
func (c NamespaceConstraint) Equal(d NamespaceConstraint) bool {
	return c.Kind == d.Kind && c.Includes(d) && d.Includes(c)
}

// Union is Attribute Wildcard Union (cos-aw-union, section 3.10.6); false where the union is not expressible.
func (c NamespaceConstraint) Union(d NamespaceConstraint) (NamespaceConstraint, bool) {
	switch {
	case c.Equal(d):
		return c, true
	case c.Kind == AnyNamespace || d.Kind == AnyNamespace:
		return Any(), true
	case c.Kind == ListNamespace && d.Kind == ListNamespace:
		return List(slices.Concat(c.Names, d.Names)...), true
	case c.Kind == NotNamespace && d.Kind == NotNamespace:
		return Not(""), true
	case c.Kind == NotNamespace:
		return unionOfNot(c.Names[0], d.Names)
	default:
		return unionOfNot(d.Names[0], c.Names)
	}
}

// unionOfNot is clauses 5 and 6 of cos-aw-union: a negation and a set.
func unionOfNot(negated string, set []string) (NamespaceConstraint, bool) {
	absent, hasNegated := slices.Contains(set, ""), slices.Contains(set, negated)
	switch {
	case absent && hasNegated:
		return Any(), true
	case absent:
		return NamespaceConstraint{}, false
	case hasNegated:
		return Not(""), true
	default:
		return Not(negated), true
	}
}

// Intersection is Attribute Wildcard Intersection (cos-aw-intersect, section 3.10.6); false where it is not expressible.
func (c NamespaceConstraint) Intersection(d NamespaceConstraint) (NamespaceConstraint, bool) {
	switch {
	case c.Equal(d):
		return c, true
	case c.Kind == AnyNamespace:
		return d, true
	case d.Kind == AnyNamespace:
		return c, true
	case c.Kind == ListNamespace:
		return c.keep(d), true
	case d.Kind == ListNamespace:
		return d.keep(c), true
	case c.Names[0] == "":
		return d, true
	case d.Names[0] == "":
		return c, true
	default:
		return NamespaceConstraint{}, false
	}
}

// keep is the part of the set c that d allows.
func (c NamespaceConstraint) keep(d NamespaceConstraint) NamespaceConstraint {
	return List(slices.DeleteFunc(slices.Clone(c.Names), func(n string) bool { return !d.Allows(n) })...)
}

// Overlaps reports whether some namespace is allowed by both.
func (c NamespaceConstraint) Overlaps(d NamespaceConstraint) bool {
	common, expressible := c.Intersection(d)
	return !expressible || !common.IsEmpty()
}
