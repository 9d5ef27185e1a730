// The rules of atomic types, generic over the canonical Go form of a primitive type's values.

package simple

import (
	"github.com/mvainnsyn/mvainnsyn/xsd/pattern"
	"github.com/mvainnsyn/mvainnsyn/xsd/source"
)

// space is a primitive type (Part 2, section 3.2): a lexical space and a value space. Its only implementation is primitive.
type space interface {
	rules() rules
	applicable() facetSet
}

// primitive is a space whose values have the canonical form T.
type primitive[T datum[T]] struct {
	facets facetSet
	// valid decides the lexical space, values that do not exist (30 February) left out. It is nil where every text is valid.
	valid func(text string) bool
	// read maps a valid text to its value. ok is false for a prefix without a binding, and for nothing else.
	read func(text string, ns PrefixResolver) (value T, ok bool)
	// length is nil where length facets do not apply or hold always (QName and NOTATION, section 4.3.1.3).
	length func(text string) int
	// digits is nil where digit facets do not apply.
	digits func(text string) (total, fraction int)
	// contextual: read must be called even where no facet needs the value.
	contextual bool
	// alone returns what checks texts faster than one facet after the other, for rules without patterns and enumeration; nil where there is nothing of the kind.
	alone func(r *atomicRules[T]) func(text string) bool
}

func (p *primitive[T]) applicable() facetSet { return p.facets }

func (p *primitive[T]) rules() rules {
	return &atomicRules[T]{
		primitive: p, valid: p.valid, textRules: noTextRules, totalDigits: -1, fractionDigits: -1, valued: p.contextual,
	}
}

// atomicRules are what is in effect for one atomic type.
type atomicRules[T datum[T]] struct {
	textRules
	primitive      *primitive[T]
	valid          func(text string) bool // of the nearest built-in type; nil where every text is valid
	totalDigits    int                    // -1 where there is none
	fractionDigits int
	valued         bool // a check needs the value
	bounds         []bound[T]
	enumeration    valueSet[T] // empty where there is none
}

// bound is one of the four bounding facets.
type bound[T datum[T]] struct {
	kind  FacetKind
	limit T
}

// allows reports whether the value is within the bound; a value without order to the limit is not (section 3.2.4.1).
func (b *bound[T]) allows(value T) bool {
	order, ok := value.compare(b.limit)
	if !ok {
		return false
	}
	switch b.kind {
	case FacetMinInclusive:
		return order >= 0
	case FacetMinExclusive:
		return order > 0
	case FacetMaxInclusive:
		return order <= 0
	default:
		return order < 0
	}
}

func (r *atomicRules[T]) check(text string, ns PrefixResolver) fault {
	if r.valid != nil && !r.valid(text) {
		return faultDatatype
	}
	if len(r.patterns) > 0 {
		if f := r.checkPatterns(text); f != noFault {
			return f
		}
	}
	if r.hasLength() && r.primitive.length != nil && !r.isShort(text) {
		if f := r.checkLength(r.primitive.length(text)); f != noFault {
			return f
		}
	}
	if r.totalDigits >= 0 || r.fractionDigits >= 0 {
		if f := r.checkDigits(text); f != noFault {
			return f
		}
	}
	if r.valued {
		return r.checkValue(text, ns)
	}
	return noFault
}

// Quick is the lexical space alone, an enumeration of texts, or else the check itself.
func (r *atomicRules[T]) quick() func(string) bool {
	whole := func(text string) bool { return r.check(text, nil) == noFault }
	if texts := r.texts(); texts != nil {
		return isOneOf(texts)
	}
	switch {
	case r.primitive.contextual:
		return nil
	case r.primitive.alone != nil && len(r.patterns) == 0 && r.enumeration.isEmpty():
		return r.primitive.alone(r)
	case r.valid == nil && !r.valued && r.totalDigits < 0 && r.fractionDigits < 0 && len(r.patterns) == 1 && len(r.patterns[0]) == 1:
		return r.quickPattern(r.patterns[0][0])
	case r.hasLengthsAlone():
		return r.quickLength
	case r.narrows():
		return whole
	case r.valid == nil:
		return anyText
	}
	return r.valid
}

// hasLengthsAlone reports whether nothing is to be looked at but how long a text is.
func (r *atomicRules[T]) hasLengthsAlone() bool {
	return r.valid == nil && !r.valued && len(r.patterns) == 0 && r.primitive.length != nil && r.hasLength() && r.totalDigits < 0 && r.fractionDigits < 0
}

// quickLength checks that.
func (r *atomicRules[T]) quickLength(text string) bool {
	return r.isShort(text) || r.checkLength(r.primitive.length(text)) == noFault
}

// narrows reports whether a facet leaves out texts of the built-in type.
func (r *atomicRules[T]) narrows() bool {
	return r.valued || len(r.patterns) > 0 || r.primitive.length != nil && r.hasLength() || r.totalDigits >= 0 || r.fractionDigits >= 0
}

// texts is the enumeration, where that alone decides and its values are texts; else nil.
func (r *atomicRules[T]) texts() *valueSet[characters] {
	texts, ok := any(&r.enumeration).(*valueSet[characters])
	switch {
	case !ok || texts.isEmpty() || r.primitive.contextual || len(r.patterns) > 0 || len(r.bounds) > 0:
		return nil
	case r.primitive.length != nil && r.hasLength() || r.totalDigits >= 0 || r.fractionDigits >= 0:
		return nil
	}
	return texts
}

// constants are the enumeration where quick compares with that alone, if its values are few.
func (r *atomicRules[T]) constants() []string {
	texts := r.texts()
	if texts == nil || len(texts.many) > 0 {
		return nil
	}
	all := make([]string, len(texts.few))
	for i, text := range texts.few {
		all[i] = string(text)
	}
	return all
}

// isOneOf is the set's has for texts, most of which are one of a few constants.
func isOneOf(texts *valueSet[characters]) func(string) bool {
	return func(text string) bool {
		for i := range texts.few {
			if source.Same(string(texts.few[i]), text) {
				return true
			}
		}
		_, ok := texts.many[characters(text)]
		return ok
	}
}

// quickPattern is a pattern with lengths.
func (r *atomicRules[T]) quickPattern(p *pattern.Pattern) func(string) bool {
	length := r.primitive.length
	switch {
	case length == nil || !r.hasLength():
		return p.Match
	case p.IsWithin(func(rune) bool { return true }): // each byte is a character
		return func(text string) bool { return r.checkLength(len(text)) == noFault && p.Match(text) }
	}
	return func(text string) bool { return p.Match(text) && r.checkLength(length(text)) == noFault }
}

func (r *atomicRules[T]) checkDigits(text string) fault {
	total, fraction := r.primitive.digits(text)
	switch {
	case r.totalDigits >= 0 && total > r.totalDigits:
		return fault(FacetTotalDigits)
	case r.fractionDigits >= 0 && fraction > r.fractionDigits:
		return fault(FacetFractionDigits)
	default:
		return noFault
	}
}

func (r *atomicRules[T]) checkValue(text string, ns PrefixResolver) fault {
	value, ok := r.primitive.read(text, ns)
	if !ok {
		return faultDatatype
	}
	for i := range r.bounds {
		if !r.bounds[i].allows(value) {
			return fault(r.bounds[i].kind)
		}
	}
	if !r.enumeration.isEmpty() && !r.enumeration.has(value) {
		return fault(FacetEnumeration)
	}
	return noFault
}

func (r *atomicRules[T]) value(t *SimpleType, text string, ns PrefixResolver) Value {
	value, _ := r.primitive.read(text, ns)
	return Value{typ: t, text: text, datum: boxed[T]{value}}
}

func (r *atomicRules[T]) derive(t *SimpleType) (rules, []FacetFault) {
	d := *r
	if t.builtIn != nil {
		d.valid = t.builtIn.valid
	}
	faults := d.override(t)
	d.bounds = r.bounds[:len(r.bounds):len(r.bounds)]
	var enumeration valueSet[T]
	for i, f := range t.facets {
		var err error
		switch f.Kind {
		case FacetEnumeration:
			err = r.addValue(&enumeration, t.base, f)
		case FacetMinInclusive, FacetMinExclusive, FacetMaxInclusive, FacetMaxExclusive:
			err = d.setBound(t.base, f)
		case FacetTotalDigits:
			err = overrideCount(&d.totalDigits, f)
		case FacetFractionDigits:
			if t.builtIn == nil { // that of xs:integer is in its lexical space
				err = overrideCount(&d.fractionDigits, f)
			}
		}
		if err != nil {
			faults = append(faults, faultOf(i, err))
		}
	}
	if !enumeration.isEmpty() {
		d.enumeration = enumeration
	}
	d.restrictToApplicable()
	return &d, faults
}

// restrictToApplicable takes back facets that do not apply to the primitive type, so that they are without effect.
func (r *atomicRules[T]) restrictToApplicable() {
	if r.primitive.digits == nil {
		r.totalDigits, r.fractionDigits = -1, -1
	}
	if !r.primitive.facets.has(FacetMinInclusive) {
		r.bounds = nil
	}
	if !r.primitive.facets.has(FacetEnumeration) {
		r.enumeration = valueSet[T]{}
	}
	r.valued = r.primitive.contextual || len(r.bounds) > 0 || !r.enumeration.isEmpty()
}

// addValue adds an enumeration value, which must be one of the base type.
func (r *atomicRules[T]) addValue(values *valueSet[T], base *SimpleType, f Facet) error {
	text := base.Normalize(f.Value)
	if err := base.Check(text, f.Namespaces); err != nil {
		return enumerationError(base, f, err)
	}
	value, _ := r.primitive.read(text, f.Namespaces)
	values.add(value)
	return nil
}

func enumerationError(base *SimpleType, f Facet, err *FacetError) error {
	return &FacetError{
		Rule:    err.Rule,
		Message: "the enumeration value " + Quote(f.Value) + " is no value of the base type " + base.String() + ": " + err.Message,
	}
}

// setBound replaces the bound of the same kind. The limit must be in the lexical space of the base's built-in type; whether it
// is within the bounds of the base is for the schema compiler to say.
func (r *atomicRules[T]) setBound(base *SimpleType, f Facet) error {
	text := base.Normalize(f.Value)
	if r.valid != nil && !r.valid(text) {
		return &FacetError{
			Rule:    "cvc-datatype-valid.1.2.1",
			Message: "the facet " + f.Kind.String() + ": " + base.notOfBuiltIn(text),
		}
	}
	limit, _ := r.primitive.read(text, f.Namespaces)
	bounds := make([]bound[T], 0, len(r.bounds)+1)
	for _, b := range r.bounds {
		if b.kind != f.Kind {
			bounds = append(bounds, b)
		}
	}
	r.bounds = append(bounds, bound[T]{kind: f.Kind, limit: limit})
	return nil
}
