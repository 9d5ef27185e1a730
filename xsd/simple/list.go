// The rules of lists and unions. Their enumerations are compared by key: lists and unions have no canonical Go form.

package simple

import (
	"slices"
	"strings"
)

// keyRules are what lists and unions have in common.
type keyRules struct {
	textRules
	enumeration valueSet[string] // by Value.Key; empty where there is none
}

var noKeyRules = keyRules{textRules: noTextRules}

// override applies the own facets of t; list and union types have no others than these.
func (r *keyRules) override(t *SimpleType) []FacetFault {
	faults := r.textRules.override(t)
	var enumeration valueSet[string]
	for i, f := range t.facets {
		if f.Kind != FacetEnumeration {
			continue
		}
		value, err := t.base.Parse(f.Value, f.Namespaces)
		if err != nil {
			faults = append(faults, faultOf(i, enumerationError(t.base, f, err)))
			continue
		}
		enumeration.add(value.Key())
	}
	if !enumeration.isEmpty() {
		r.enumeration = enumeration
	}
	return faults
}

func (r *keyRules) quick() func(string) bool { return nil }

func (r *keyRules) constants() []string { return nil }

func (r *keyRules) checkEnumeration(value Value) fault {
	if !r.enumeration.has(value.Key()) {
		return fault(FacetEnumeration)
	}
	return noFault
}

// listRules are those of a list type.
type listRules struct {
	keyRules
	item *SimpleType
}

func (r *listRules) check(text string, ns PrefixResolver) fault {
	length := 0
	for word, rest := FirstWord(text); word != ""; word, rest = FirstWord(rest) {
		if !r.item.Accepts(word, ns) {
			return faultItem
		}
		length++
	}
	if f := r.checkLength(length); f != noFault {
		return f
	}
	if f := r.checkPatterns(text); f != noFault {
		return f
	}
	if !r.enumeration.isEmpty() {
		return r.checkEnumeration(r.value(nil, text, ns))
	}
	return noFault
}

// FirstWord splits a collapsed text at its first space.
func FirstWord(text string) (word, rest string) {
	word, rest, _ = strings.Cut(text, " ")
	return word, rest
}

func (r *listRules) value(t *SimpleType, text string, ns PrefixResolver) Value {
	var items []Value
	for word, rest := FirstWord(text); word != ""; word, rest = FirstWord(rest) {
		e := r.item.Compiled()
		items = append(items, e.rules.value(r.item, e.White.Normalize(word), ns))
	}
	return Value{typ: t, text: text, items: items}
}

func (r *listRules) derive(t *SimpleType) (rules, []FacetFault) {
	d := *r
	faults := d.override(t)
	return &d, faults
}

// unionRules are those of a union type. A union has no white space of its own: patterns look at the text as the member that
// took it sees it (section 4.3.6).
type unionRules struct {
	keyRules
	members []*SimpleType
	nested  bool // one of the members is a union
}

func newUnionRules(members []*SimpleType) *unionRules {
	isUnion := func(m *SimpleType) bool { return m.variety == VarietyUnion }
	return &unionRules{keyRules: noKeyRules, members: members, nested: slices.ContainsFunc(members, isUnion)}
}

func (r *unionRules) check(text string, ns PrefixResolver) fault {
	return r.resolve(text, ns, nil).fault
}

// resolution is what a type makes of a text. Member is the type itself, of a union the member that takes the text.
type resolution struct {
	member     *SimpleType
	normalized string
	fault      fault
}

// resolutions are those of unions inside a union, for one text: a union may be reached in more ways than can be counted.
type resolutions map[*SimpleType]resolution

// resolve finds the first member that takes the text, through unions of unions, and applies the facets of the union to what
// the member makes of the text.
func (r *unionRules) resolve(text string, ns PrefixResolver, known resolutions) resolution {
	if r.nested && known == nil {
		known = make(resolutions)
	}
	found := resolution{fault: faultMember}
	for _, m := range r.members {
		if found = m.resolve(text, ns, known); found.fault == noFault {
			break
		}
	}
	if found.member == nil || found.fault != noFault {
		return resolution{fault: faultMember}
	}
	found.fault = r.checkPatterns(found.normalized)
	if found.fault == noFault && !r.enumeration.isEmpty() {
		found.fault = r.checkEnumeration(found.member.Compiled().rules.value(found.member, found.normalized, ns))
	}
	return found
}

func (t *SimpleType) resolve(text string, ns PrefixResolver, known resolutions) resolution {
	e := t.Compiled()
	union, ok := e.rules.(*unionRules)
	if !ok {
		normalized := e.White.Normalize(text)
		return resolution{member: t, normalized: normalized, fault: e.rules.check(normalized, ns)}
	}
	found, ok := known[t]
	if !ok {
		found = union.resolve(text, ns, known)
		if known != nil {
			known[t] = found
		}
	}
	return found
}

// value is that of the member: its type says which one it is.
func (r *unionRules) value(_ *SimpleType, text string, ns PrefixResolver) Value {
	found := r.resolve(text, ns, nil)
	return found.member.Compiled().rules.value(found.member, found.normalized, ns)
}

func (r *unionRules) derive(t *SimpleType) (rules, []FacetFault) {
	d := *r
	faults := d.override(t)
	return &d, faults
}
