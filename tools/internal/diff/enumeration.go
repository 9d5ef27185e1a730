// Enumerations, compared by value.

package diff

import (
	"slices"

	"github.com/mvainnsyn/mvainnsyn/xsd"
)

// compareValues lists what changed in the enumerations of two types.
func compareValues(a, b *effective) []facetChange {
	whole := func(to, from *effective) { to.values, to.enumerated = from.values, from.enumerated }
	switch {
	case !a.enumerated && !b.enumerated:
		return nil
	case !b.enumerated:
		return []facetChange{{rule: "enum-opened", message: "every value of the type is allowed; only listed ones were", apply: whole}}
	case !a.enumerated:
		return []facetChange{{rule: "enum-introduced", message: "only listed values are allowed; every value of the type was", apply: whole}}
	}
	v := newValues(a, b)
	changes := v.gone()
	if len(changes) == 0 && v.reordered() {
		changes = append(changes, facetChange{rule: "enum-order-changed", message: "the values are listed in another order than before", apply: whole})
	}
	return changes
}

// values are two enumerations with the values that both have.
type values struct {
	old, new     []xsd.Facet
	partner      []int // index in new for each of old, -1 where there is none
	met          []bool
	respelt      []facetChange
	before, both *xsd.SimpleType
}

func newValues(a, b *effective) *values {
	v := &values{old: a.values, new: b.values, partner: make([]int, len(a.values)), met: make([]bool, len(b.values)), before: a.ancestor, both: b.ancestor}
	index := map[string]int{}
	for j, g := range b.values {
		index[g.Value] = j
	}
	for i, f := range a.values {
		j, ok := index[f.Value]
		if ok && !sameValue(v.before, v.both, f, b.values[j]) {
			ok = false // a qualified name with another namespace
		}
		v.partner[i] = -1
		if ok {
			v.partner[i], v.met[j] = j, true
		}
	}
	for i := range a.values {
		if v.partner[i] < 0 {
			v.respell(i)
		}
	}
	return v
}

// respell finds the value that is written otherwise in the new enumeration.
func (v *values) respell(i int) {
	for j, g := range v.new {
		if v.met[j] || !sameValue(v.before, v.both, v.old[i], g) {
			continue
		}
		v.partner[i], v.met[j] = j, true
		v.respelt = append(v.respelt, facetChange{
			rule: "enum-value-equal-in-value-space", below: "/enum/" + v.old[i].Value, message: "value " + v.old[i].Value + " is now written " + g.Value + ", which is the same value",
			apply: toggle(v.old[i], g),
		})
		return
	}
}

// sameValue reports whether two texts are one value.
func sameValue(a, b *xsd.SimpleType, f, g xsd.Facet) bool {
	x, err := a.Parse(a.Normalize(f.Value), f.Namespaces)
	y, err2 := b.Parse(b.Normalize(g.Value), g.Namespaces)
	if err != nil || err2 != nil {
		return f.Value == g.Value
	}
	return x.Equal(y)
}

// gone lists values that came and went; one that went and one that came are one that was renamed.
func (v *values) gone() []facetChange {
	var removed, added []xsd.Facet
	for i, f := range v.old {
		if v.partner[i] < 0 {
			removed = append(removed, f)
		}
	}
	for j, g := range v.new {
		if !v.met[j] {
			added = append(added, g)
		}
	}
	if len(removed) == 1 && len(added) == 1 {
		return append(v.respelt, facetChange{
			rule: "enum-value-renamed", below: "/enum/" + removed[0].Value, message: "value " + removed[0].Value + " is now called " + added[0].Value,
			apply: toggle(removed[0], added[0]),
		})
	}
	changes := v.respelt
	for _, f := range removed {
		changes = append(changes, facetChange{rule: "enum-value-removed", below: "/enum/" + f.Value, message: "value " + f.Value + " was removed", apply: toggle(f)})
	}
	for _, g := range added {
		changes = append(changes, facetChange{rule: "enum-value-added", below: "/enum/" + g.Value, message: "value " + g.Value + " was added", apply: toggle(g)})
	}
	return changes
}

func (v *values) reordered() bool { return !slices.IsSorted(v.partner) }

// toggle takes values out that are in an enumeration and puts those in that are not.
func toggle(facets ...xsd.Facet) func(to, from *effective) {
	return func(to, _ *effective) {
		for _, f := range facets {
			i := slices.IndexFunc(to.values, func(g xsd.Facet) bool { return g.Value == f.Value })
			if i >= 0 {
				to.values = slices.Delete(to.values, i, i+1)
			} else {
				to.values = append(to.values, f)
			}
		}
	}
}
