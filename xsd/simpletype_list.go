// The rules of lists and unions. Their enumerations are compared by key: lists and unions have no canonical Go form.

package xsd

import "strings"

// keyRules are what lists and unions have in common.
type keyRules struct {
	textRules
	enumeration map[string]struct{} // by Value.Key; nil where there is none
}

var noKeyRules = keyRules{textRules: noTextRules}

// override applies the own facets of t; list and union types have no others than these.
func (r *keyRules) override(t *SimpleType) []FacetFault {
	faults := r.textRules.override(t)
	var enumeration map[string]struct{}
	for i, f := range t.facets {
		if f.Kind != FacetEnumeration {
			continue
		}
		value, err := t.base.Parse(f.Value, f.Namespaces)
		if err != nil {
			faults = append(faults, FacetFault{Index: i, Message: enumerationError(t.base, f, err).Error()})
			continue
		}
		if enumeration == nil {
			enumeration = make(map[string]struct{})
		}
		enumeration[value.Key()] = struct{}{}
	}
	if enumeration != nil {
		r.enumeration = enumeration
	}
	return faults
}

func (r *keyRules) checkEnumeration(value Value) fault {
	if _, ok := r.enumeration[value.Key()]; !ok {
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
	for word, rest := firstWord(text); word != ""; word, rest = firstWord(rest) {
		if !r.item.accepts(word, ns) {
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
	if r.enumeration != nil {
		return r.checkEnumeration(r.value(nil, text, ns))
	}
	return noFault
}

// firstWord splits a collapsed text at its first space.
func firstWord(text string) (word, rest string) {
	word, rest, _ = strings.Cut(text, " ")
	return word, rest
}

func (r *listRules) value(t *SimpleType, text string, ns PrefixResolver) Value {
	var items []Value
	for word, rest := firstWord(text); word != ""; word, rest = firstWord(rest) {
		e := r.item.engine()
		items = append(items, e.rules.value(r.item, e.white.normalize(word), ns))
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
}

func (r *unionRules) check(text string, ns PrefixResolver) fault {
	_, _, f := r.resolve(text, ns)
	return f
}

// resolve finds the first member that takes the text, through unions of unions in one pass, and applies the facets of the
// union to what the member makes of the text.
func (r *unionRules) resolve(text string, ns PrefixResolver) (member *SimpleType, normalized string, f fault) {
	for _, m := range r.members {
		if member, normalized, f = m.resolve(text, ns); f == noFault {
			break
		}
	}
	if member == nil || f != noFault {
		return nil, "", faultMember
	}
	if f = r.checkPatterns(normalized); f == noFault && r.enumeration != nil {
		f = r.checkEnumeration(member.engine().rules.value(member, normalized, ns))
	}
	return member, normalized, f
}

// resolve checks the text; member is t itself unless t is a union.
func (t *SimpleType) resolve(text string, ns PrefixResolver) (member *SimpleType, normalized string, f fault) {
	e := t.engine()
	if union, ok := e.rules.(*unionRules); ok {
		return union.resolve(text, ns)
	}
	normalized = e.white.normalize(text)
	return t, normalized, e.rules.check(normalized, ns)
}

// value is that of the member: its type says which one it is.
func (r *unionRules) value(_ *SimpleType, text string, ns PrefixResolver) Value {
	member, normalized, _ := r.resolve(text, ns)
	return member.engine().rules.value(member, normalized, ns)
}

func (r *unionRules) derive(t *SimpleType) (rules, []FacetFault) {
	d := *r
	faults := d.override(t)
	return &d, faults
}
