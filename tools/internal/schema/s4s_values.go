// What attributes of schema documents may hold (Part 1, appendix A).

package schema

import (
	"slices"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/xsd"
)

// valueKinds are the types of attributes, by their name in the table of constructs. The text has its white space collapsed.
var valueKinds = map[string]func(string) bool{
	"string":             func(string) bool { return true },
	"token":              func(string) bool { return true },
	"ID":                 isBuiltIn("NCName"),
	"NCName":             isBuiltIn("NCName"),
	"QName":              isQName,
	"QNames":             func(text string) bool { return allWords(text, isQName) },
	"anyURI":             isBuiltIn("anyURI"),
	"language":           isBuiltIn("language"),
	"boolean":            isBuiltIn("boolean"),
	"count":              isBuiltIn("nonNegativeInteger"),
	"nonNegativeInteger": isBuiltIn("nonNegativeInteger"),
	"positiveInteger":    isBuiltIn("positiveInteger"),
	"maxCount":           func(text string) bool { return text == "unbounded" || isBuiltIn("nonNegativeInteger")(text) },
	"zeroOrOne":          func(text string) bool { return isNumber(text, "0") || isNumber(text, "1") },
	"one":                func(text string) bool { return isNumber(text, "1") },

	"form":                oneOf("qualified", "unqualified"),
	"use":                 oneOf("optional", "prohibited", "required"),
	"process":             oneOf("lax", "skip", "strict"),
	"whiteSpace":          oneOf("collapse", "preserve", "replace"),
	"namespaceList":       isNamespaceList,
	"derivationSet":       allOrWords("extension", "restriction"),
	"blockSet":            allOrWords("extension", "restriction", "substitution"),
	"simpleDerivationSet": allOrWords("list", "union", "restriction"),
	"fullDerivationSet":   allOrWords("extension", "restriction", "list", "union"),
}

func isBuiltIn(local string) func(string) bool {
	t := xsd.BuiltIn(local)
	return func(text string) bool { return t.Check(text, nil) == nil }
}

func oneOf(words ...string) func(string) bool {
	return func(text string) bool { return slices.Contains(words, text) }
}

// allOrWords accepts "#all" or a list of words.
func allOrWords(words ...string) func(string) bool {
	return func(text string) bool { return text == "#all" || allWords(text, oneOf(words...)) }
}

func allWords(text string, valid func(string) bool) bool {
	return !slices.ContainsFunc(strings.Fields(text), func(word string) bool { return !valid(word) })
}

// isQName reports whether text looks like a QName; whether its prefix is bound is for src-resolve.
func isQName(text string) bool {
	prefix, local, prefixed := strings.Cut(text, ":")
	isNCName := isBuiltIn("NCName")
	return isNCName(prefix) && (!prefixed || isNCName(local))
}

// isNumber reports whether text is a spelling of the number.
func isNumber(text, number string) bool {
	text = strings.TrimPrefix(text, "+")
	if trimmed := strings.TrimLeft(text, "0"); trimmed != "" || text == "" {
		return trimmed == number
	}
	return number == "0"
}

// isNamespaceList is the type of the namespace attribute of a wildcard.
func isNamespaceList(text string) bool {
	if text == "##any" || text == "##other" {
		return true
	}
	return allWords(text, func(word string) bool {
		return word == "##targetNamespace" || word == "##local" || !strings.HasPrefix(word, "##") && isBuiltIn("anyURI")(word)
	})
}
