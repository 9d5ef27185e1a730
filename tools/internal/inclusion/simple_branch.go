// A simple type as a list of branches: one for each type that is not a union, with what the unions around it demand.

package inclusion

import (
	"slices"

	"github.com/mvainnsyn/mvainnsyn/xsd"
	"github.com/mvainnsyn/mvainnsyn/xsd/pattern"
)

// branch is one way to be of a type.
type branch struct {
	leaf   *xsd.SimpleType // atomic, a list, or xs:anySimpleType
	text   language
	rest   []remainder   // what text does not say of the leaf
	values []listedValue // the enumeration in effect, nil where there is none
}

// remainder is a part of a type that is no regular language.
type remainder interface {
	// holdsFor reports whether each value of b was shown to be within the part.
	holdsFor(b branch, q *enquiry) bool
	// what names the part in a reason.
	what() string
}

// digitsLimited is a digit facet with a huge number of digits.
type digitsLimited struct{ of *xsd.SimpleType }

func (r digitsLimited) holdsFor(b branch, _ *enquiry) bool {
	if b.leaf.Primitive() != r.of.Primitive() {
		return false
	}
	for _, kind := range []xsd.FacetKind{xsd.FacetTotalDigits, xsd.FacetFractionDigits} {
		limit, own := count(r.of, kind, -1), count(b.leaf, kind, -1)
		if limit >= 0 && (own < 0 || own > limit || own == maxCount) {
			return false
		}
	}
	return true
}
func (digitsLimited) what() string { return "the number of digits" }

// maxBranches bounds what unions of unions can be taken apart into.
const maxBranches = 200

// splitter takes unions apart.
type splitter struct {
	side     side
	out      []branch
	complete bool // every branch is there
	visits   int
}

// split returns the branches of t. As the narrower side they have all texts of t, and perhaps more; as the wider side they have no others;
// ok is false where there are too many.
func split(t *xsd.SimpleType, s side) (branches []branch, ok bool) {
	p := &splitter{side: s, complete: true}
	p.add(t, nil, nil)
	return p.out, p.complete
}

// add adds the branches of t, of which the unions around it demand steps and one of values, if they are not nil.
func (p *splitter) add(t *xsd.SimpleType, steps []step, values []listedValue) {
	p.visits++
	if len(p.out) >= maxBranches || p.visits > 10*maxBranches {
		p.complete = false
		return
	}
	if t.Variety() != xsd.VarietyUnion {
		p.addLeaf(t, steps, values)
		return
	}
	own := enumerationOf(t)
	if p.side == wider && own != nil {
		if len(steps) == 0 {
			p.addTexts(t, own)
		}
		return
	}
	if own != nil {
		values = own
	}
	steps = append(slices.Clone(steps), patternSteps(t)...)
	for i, member := range t.Members() {
		if p.side == wider && i > 0 && len(steps) > 0 && !sameWhite(t) {
			return // the first member that takes a text decides what the patterns see of it
		}
		p.add(member, steps, values)
	}
}

// sameWhite reports whether all types a union is made of treat white space alike.
func sameWhite(t *xsd.SimpleType) bool {
	leaves, ok := split(t, narrower)
	return ok && !slices.ContainsFunc(leaves, func(b branch) bool { return b.text.white != leaves[0].text.white })
}

// addTexts adds the values of an enumerated union as they are written; other texts may stand for them too.
func (p *splitter) addTexts(t *xsd.SimpleType, values []listedValue) {
	var kept []listedValue
	for _, v := range values {
		if v.names == nil && t.Check(v.text, nil) == nil {
			kept = append(kept, v)
		}
	}
	if enumerated, ok := valueStep(xsd.BuiltIn("string"), kept); ok && len(kept) > 0 {
		p.out = append(p.out, branch{leaf: xsd.BuiltIn("string"), text: language{steps: []step{enumerated}, max: pattern.NoMaximum}})
	}
}

// addLeaf adds a type that is no union.
func (p *splitter) addLeaf(t *xsd.SimpleType, steps []step, values []listedValue) {
	b := branch{leaf: t, values: enumerationOf(t)}
	if t.Variety() == xsd.VarietyList {
		b.text, b.rest = listLanguage(t, p.side)
	} else {
		b.text, b.rest = languageOf(t, p.side)
	}
	b.text.steps = append(b.text.steps, steps...)
	if b.values != nil && t.Variety() == xsd.VarietyAtomic && len(boundsOf(t)) > 0 {
		b.values = withinBounds(t, b.values)
	}
	if values != nil && t.Primitive() != nil {
		b.values = ofPrimitive(t.Primitive(), values)
		if len(b.values) == 0 {
			return
		}
		if enumerated, ok := valueStep(t, b.values); ok {
			b.text.steps = append(b.text.steps, enumerated)
		}
	}
	p.out = append(p.out, b)
}

// ofPrimitive are the values of a union's enumeration that may be of a primitive type.
func ofPrimitive(t *xsd.SimpleType, values []listedValue) []listedValue {
	var kept []listedValue
	for _, v := range values {
		if t.Check(v.text, v.names) == nil {
			kept = append(kept, v)
		}
	}
	return kept
}
