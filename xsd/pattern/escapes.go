// The sets that escapes denote: multi-character escapes, Unicode categories
// and Unicode blocks (appendix F.1.1).

package pattern

import (
	"strings"
	"sync"
	"unicode"
)

// anyButLineEnd is the full stop (production 37a).
var anyButLineEnd = charSet{{'\n', '\n'}, {'\r', '\r'}}.complement()

// multiCharEscapes are the escapes of production 37. Each set is computed
// when an expression first asks for it.
var multiCharEscapes = map[rune]func() charSet{
	's': sync.OnceValue(spaces),
	'S': sync.OnceValue(func() charSet { return spaces().complement() }),
	'i': sync.OnceValue(func() charSet { return initialNameChars }),
	'I': sync.OnceValue(func() charSet { return initialNameChars.complement() }),
	'c': sync.OnceValue(nameChars),
	'C': sync.OnceValue(func() charSet { return nameChars().complement() }),
	'd': sync.OnceValue(digits),
	'D': sync.OnceValue(func() charSet { return digits().complement() }),
	'w': sync.OnceValue(wordChars),
	'W': sync.OnceValue(func() charSet { return wordChars().complement() }),
}

func spaces() charSet    { return charSet{{'\t', '\n'}, {'\r', '\r'}, {' ', ' '}} }
func nameChars() charSet { return initialNameChars.union(laterNameChars) }
func digits() charSet    { return tableSet(unicode.Nd) }

// wordChars is every character but punctuation, separators and others.
func wordChars() charSet {
	return xmlChars.minus(tableSet(unicode.P)).minus(tableSet(unicode.Z)).minus(others())
}

// others is category C: all that no other category holds, except that the
// assigned part of it is counted by name so that Cn can be told apart.
func others() charSet { return assigned().complement().union(assignedOthers()) }

// assignedOthers is Cc, Cf and Co. Surrogates (Cs) are no XML characters.
func assignedOthers() charSet {
	return tableSet(unicode.Cc).union(tableSet(unicode.Cf)).union(tableSet(unicode.Co))
}

// assigned is every character that Unicode gives a category other than Cn.
func assigned() charSet {
	set := assignedOthers()
	for _, table := range []*unicode.RangeTable{unicode.L, unicode.M, unicode.N, unicode.P, unicode.Z, unicode.S} {
		set = set.union(tableSet(table))
	}
	return set
}

// categories are the names that production 28 allows, apart from C and Cn,
// which are computed: Unicode defines them as what is left over.
var categories = map[string]*unicode.RangeTable{
	"L": unicode.L, "Lu": unicode.Lu, "Ll": unicode.Ll, "Lt": unicode.Lt, "Lm": unicode.Lm, "Lo": unicode.Lo,
	"M": unicode.M, "Mn": unicode.Mn, "Mc": unicode.Mc, "Me": unicode.Me,
	"N": unicode.N, "Nd": unicode.Nd, "Nl": unicode.Nl, "No": unicode.No,
	"P": unicode.P, "Pc": unicode.Pc, "Pd": unicode.Pd, "Ps": unicode.Ps, "Pe": unicode.Pe,
	"Pi": unicode.Pi, "Pf": unicode.Pf, "Po": unicode.Po,
	"Z": unicode.Z, "Zs": unicode.Zs, "Zl": unicode.Zl, "Zp": unicode.Zp,
	"S": unicode.S, "Sm": unicode.Sm, "Sc": unicode.Sc, "Sk": unicode.Sk, "So": unicode.So,
	"Cc": unicode.Cc, "Cf": unicode.Cf, "Co": unicode.Co,
}

// propertySet returns the characters of a category (L, Nd) or block
// (IsBasicLatin).
func propertySet(name string) (charSet, bool) {
	if block, ok := strings.CutPrefix(name, "Is"); ok {
		set, ok := blocks[block]
		return set.intersect(xmlChars), ok
	}
	switch name {
	case "C":
		return others(), true
	case "Cn":
		return assigned().complement(), true
	}
	table, ok := categories[name]
	if !ok {
		return nil, false
	}
	return tableSet(table), true
}
