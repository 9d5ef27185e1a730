// What a text is checked with: the effective facets of a type, compiled from its chain of derivation. Each step copies the
// rules of its base and overrides what it has facets for (Part 1, section 3.14.6, "simple type restriction (facets)").

package simple

import (
	"math"
	"slices"
	"strconv"
	"sync"

	"github.com/mvainnsyn/mvainnsyn/xsd/pattern"
)

// compiledType is a type ready to check.
type compiledType struct {
	White WhiteSpace
	Exact bool                   // no text passes the rules in which white space would change
	Quick func(text string) bool // true: the text is of the type, and its white space as it is to be; nil where the rules must be asked
	// Constants are texts that Quick takes, and all of those, in memory that lasts; nil where there are too many to compare with, or more is to be looked at.
	Constants []string
	rules     rules
	Safe      bool // what Quick takes is ASCII and is written as it is, in XML and in JSON
	// Free: Quick takes each string without a control character where Form is StringForm, and each number without an exponent where it is NumberForm.
	Free  bool
	IDs   bool // values take part in the checks of xs:ID, xs:IDREF and xs:ENTITY
	Names bool // values are names with a prefix
	Form  Form
	// holdsNames: values are names with a prefix, or may have some in them.
	HoldsNames bool
	// patterned: some step has patterns, so that not every spelling of a value is of the type.
	patterned bool
	faults    []FacetFault
	Values    []Facet // of the enumeration in effect, in the order written

	choicesOnce sync.Once
	choices     string // the values of an enumeration, in words
}

// rules check texts whose white space is normalised.
type rules interface {
	check(text string, ns PrefixResolver) fault
	// value is the value of a text that passed check.
	value(t *SimpleType, text string, ns PrefixResolver) Value
	// derive returns the rules with the own facets of t applied.
	derive(t *SimpleType) (derived rules, faults []FacetFault)
	// Quick returns a function that says what check does of texts in which white space is as it is to be; nil where that depends on more than
	// the text.
	quick() func(text string) bool
	// constants are the texts that quick takes, if it compares with few; else nil.
	constants() []string
	// failingPattern returns the alternatives of the first step none of which matches, nil where all steps match.
	failingPattern(text string) []*pattern.Pattern
	// hasSafePattern reports whether the patterns match only texts that are written as they are.
	hasSafePattern() bool
}

// fault says which check failed: the kind of facet, or one of those below. The words are found later (explain), so that
// the members of a union that do not match cost little.
type fault uint8

const (
	noFault fault = 0
	// faultDatatype: not in the lexical space of the built-in type.
	faultDatatype fault = 64 + iota
	// faultItem: one of the items of a list.
	faultItem
	// faultMember: no member of a union takes the text.
	faultMember
)

func (t *SimpleType) Compiled() *compiledType {
	if c := t.compiled.Load(); c != nil {
		return c
	}
	return t.compiledOnce()
}

func (t *SimpleType) compiledOnce() *compiledType {
	t.once.Do(t.compile)
	return t.compiled.Load()
}

func (t *SimpleType) compile() {
	c := new(compiledType)
	c.White, c.rules = t.inherited()
	c.IDs = t.takesPartInIDs()
	c.Names = isNamePrimitive(t.Primitive())
	c.HoldsNames = holdsNames(t)
	c.Form = findForm(t)
	c.patterned = len(t.Patterns()) > 0
	c.Values = t.Enumeration()
	c.rules, c.faults = c.rules.derive(t)
	for i, f := range t.facets {
		if fault := t.inapplicable(f); fault != "" {
			c.faults = append(c.faults, FacetFault{Index: i, Message: fault})
		} else if f.Kind == FacetWhiteSpace {
			c.White, _ = parseWhiteSpace(f.Value)
		}
	}
	c.Exact = c.White == WhiteSpacePreserve || t.hasNoSpace()
	if !c.IDs {
		c.Quick = c.quick()
		c.Safe, c.Free = c.isSafe(t), c.isFree(t)
		if texts := c.rules.constants(); !slices.ContainsFunc(texts, func(text string) bool { return !c.White.isNormal(text) }) {
			c.Constants = texts
		}
	}
	t.compiled.Store(c)
}

// quick returns the function for Quick. Where white space counts, it takes only texts in which that is as it is to be.
func (c *compiledType) quick() func(text string) bool {
	rules, white := c.rules.quick(), c.White
	if c.Exact || rules == nil {
		return rules
	}
	return func(text string) bool { return white.isNormal(text) && rules(text) }
}

// hasNoSpace reports whether white space is no part of the lexical space of an atomic type. For those of others it is open.
func (t *SimpleType) hasNoSpace() bool {
	switch t.Primitive() {
	case nil, typeString, typeAnyURI, typeBase64Binary:
		return false
	}
	return true
}

// inherited returns what the last step starts from.
func (t *SimpleType) inherited() (WhiteSpace, rules) {
	switch {
	case t.variety == VarietyAbsent: // xs:anySimpleType, or a restriction of it, which no valid schema has
		return WhiteSpacePreserve, urRules{}
	case t.base != typeAnySimpleType:
		return t.base.Compiled().White, t.base.Compiled().rules
	case t.variety == VarietyList:
		return WhiteSpaceCollapse, &listRules{item: t.item, keyRules: noKeyRules}
	case t.variety == VarietyUnion:
		return WhiteSpacePreserve, newUnionRules(t.members)
	default:
		return WhiteSpacePreserve, t.builtIn.space.rules()
	}
}

// inapplicable says why a facet can be given to no type of this primitive type or variety.
func (t *SimpleType) inapplicable(f Facet) string {
	if !t.Applicable(f.Kind) {
		return "the facet " + f.Kind.String() + " does not apply to " + t.base.String() + "; remove it"
	}
	if _, ok := parseWhiteSpace(f.Value); f.Kind == FacetWhiteSpace && !ok {
		return "white space is preserve, replace or collapse, not " + Quote(f.Value)
	}
	return ""
}

// textRules are the checks on the text itself: patterns, and lengths in the type's own unit.
type textRules struct {
	patterns [][]*pattern.Pattern // of each step the alternatives
	length   int                  // -1 where there is none
	min, max int
}

var noTextRules = textRules{length: -1, max: math.MaxInt}

func (r *textRules) hasLength() bool { return r.length >= 0 || r.min > 0 || r.max < math.MaxInt }

// isShort reports whether a text is within the lengths whatever its characters are: the unit of a length is a byte of the text or more, and only the
// empty text has none.
func (r *textRules) isShort(text string) bool {
	return r.length < 0 && (r.min == 0 || r.min == 1 && text != "") && len(text) <= r.max
}

func (r *textRules) checkPatterns(text string) fault {
	if r.failingPattern(text) != nil {
		return fault(FacetPattern)
	}
	return noFault
}

func (r *textRules) failingPattern(text string) []*pattern.Pattern {
	for _, alternatives := range r.patterns {
		if !matchesAny(alternatives, text) {
			return alternatives
		}
	}
	return nil
}

func matchesAny(alternatives []*pattern.Pattern, text string) bool {
	for _, p := range alternatives {
		if p.Match(text) {
			return true
		}
	}
	return false
}

func (r *textRules) checkLength(length int) fault {
	switch {
	case r.length >= 0 && length != r.length:
		return fault(FacetLength)
	case length < r.min:
		return fault(FacetMinLength)
	case length > r.max:
		return fault(FacetMaxLength)
	default:
		return noFault
	}
}

// override applies the own patterns and lengths of t.
func (r *textRules) override(t *SimpleType) (faults []FacetFault) {
	var alternatives []*pattern.Pattern
	for i, f := range t.facets {
		var err error
		switch f.Kind {
		case FacetPattern:
			var p *pattern.Pattern
			if p, err = pattern.Compile(f.Value); err == nil {
				alternatives = append(alternatives, p)
			}
		case FacetLength:
			err = overrideCount(&r.length, f)
		case FacetMinLength:
			err = overrideCount(&r.min, f)
		case FacetMaxLength:
			err = overrideCount(&r.max, f)
		}
		if err != nil {
			faults = append(faults, faultOf(i, err))
		}
	}
	if alternatives != nil {
		r.patterns = append(r.patterns[:len(r.patterns):len(r.patterns)], alternatives)
	}
	return faults
}

// overrideCount sets a length or a number of digits. One beyond the largest int stands for the largest: no text is as long.
func overrideCount(count *int, f Facet) error {
	text := WhiteSpaceCollapse.Normalize(f.Value)
	least := number{}
	if f.Kind == FacetTotalDigits {
		least = number{whole: "1"}
	}
	if !IsInteger(text) || readNumber(text).compareTo(least) < 0 {
		return &FacetError{
			Rule:    "cvc-datatype-valid.1.2.1",
			Message: "the facet " + f.Kind.String() + " needs a whole number from " + least.String() + ", not " + Quote(f.Value),
		}
	}
	n, err := strconv.Atoi(text)
	if err != nil {
		n = math.MaxInt
	}
	*count = n
	return nil
}

// urRules are those of xs:anySimpleType: every text is a value.
type urRules struct{}

func (urRules) check(string, PrefixResolver) fault { return noFault }

func (urRules) value(t *SimpleType, text string, _ PrefixResolver) Value {
	return Value{typ: t, text: text, datum: boxed[characters]{characters(text)}}
}

func (urRules) quick() func(string) bool { return anyText }

func (urRules) constants() []string { return nil }

func anyText(string) bool { return true }

func (urRules) failingPattern(string) []*pattern.Pattern { return nil }

func (r urRules) derive(*SimpleType) (rules, []FacetFault) { return r, nil }
