// This file makes package names of namespaces, and tells those apart that end alike.

package model

import (
	"go/token"
	"go/types"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// xmlNamespace is that of xml:lang, xml:space, xml:base and xml:id.
const xmlNamespace = "http://www.w3.org/XML/1998/namespace"

// packageName returns the name of the package for a namespace: its last segment that does not look like a version alone,
// with the segments after it. An empty namespace gives nonamespace.
func packageName(namespace string) string { return packageWord(namespace, 0) }

// packageWord is packageName with the given number of earlier segments that are names put before it.
func packageWord(namespace string, more int) string {
	if namespace == xmlNamespace {
		return "xmlnamespace"
	}
	segments := segmentsOf(namespace)
	name := ""
	i := len(segments) - 1
	for ; i >= 0 && !isName(name); i-- {
		name = ascii(segments[i]) + name
	}
	for ; i >= 0 && more > 0; i-- {
		if word := earlierWord(segments, i); isName(word) {
			name = word + name
			more--
		}
	}
	return usable(name)
}

// earlierWord is the word of a segment that is put before others: of a host the labels that say whose it is, and of the scheme http nothing.
func earlierWord(segments []string, i int) string {
	web := segments[0] == "http" || segments[0] == "https"
	switch {
	case web && i == 0:
		return ""
	case web && i == 1:
		host := strings.TrimPrefix(segments[i], "www.")
		if dot := strings.LastIndexByte(host, '.'); dot > 0 {
			host = host[:dot]
		}
		return ascii(host)
	}
	return ascii(segments[i])
}

// wholeWord is the package name of all segments of a namespace.
func wholeWord(namespace string) string {
	return usable(ascii(strings.Join(segmentsOf(namespace), "")))
}

// segmentsOf lists the parts of a namespace.
func segmentsOf(namespace string) []string {
	return strings.FieldsFunc(namespace, func(r rune) bool { return strings.ContainsRune("/:#?", r) })
}

// usable makes a package name of a word that may be none.
func usable(word string) string {
	switch {
	case word == "":
		return "nonamespace"
	case unicode.IsDigit(firstRune(word)):
		return "x" + word
	case !isPackageName(word):
		return word + "ns"
	}
	return word
}

// isName reports whether a segment says more than a version does: it starts with a letter and is not v followed by digits.
func isName(segment string) bool {
	if segment == "" || unicode.IsDigit(firstRune(segment)) {
		return false
	}
	return strings.Trim(segment[1:], "0123456789") != "" || segment[0] != 'v'
}

// packageNames gives each namespace a package name of its own, none of them among those taken. Where several would have one name, each takes
// more of its URI: earlier segments that are names, one after the other, and at last all of it. What even so is one name is counted.
func packageNames(namespaces []string, taken map[string]bool) map[string]string {
	names := map[string]string{}
	for _, namespace := range namespaces {
		names[namespace] = packageName(namespace)
	}
	for more := 1; more <= maxSegments; more++ {
		again := sharing(namespaces, names, taken)
		for _, namespace := range again {
			names[namespace] = packageWord(namespace, more)
		}
		if len(again) == 0 {
			return names
		}
	}
	last := sharing(namespaces, names, taken)
	for _, namespace := range last {
		whole := wholeWord(namespace)
		alone := !slices.ContainsFunc(last, func(other string) bool { return other != namespace && wholeWord(other) == whole })
		if alone {
			names[namespace] = whole
		}
	}
	used := map[string]bool{}
	for _, namespace := range namespaces {
		names[namespace] = counted(names[namespace], func(name string) bool { return used[name] || taken[name] })
		used[names[namespace]] = true
	}
	return names
}

// maxSegments bounds how many segments are put before the last one before all of them are.
const maxSegments = 8

// sharing lists the namespaces whose name is taken or another's too.
func sharing(namespaces []string, names map[string]string, taken map[string]bool) []string {
	count := map[string]int{}
	for _, namespace := range namespaces {
		count[names[namespace]]++
	}
	return slices.DeleteFunc(slices.Clone(namespaces), func(namespace string) bool {
		return count[names[namespace]] == 1 && !taken[names[namespace]]
	})
}

// counted returns a name, with the first number from 2 that makes it free; digits do not run into the number.
func counted(name string, taken func(string) bool) string {
	if !taken(name) {
		return name
	}
	if last, _ := utf8.DecodeLastRuneInString(name); unicode.IsDigit(last) {
		name += "_"
	}
	for i := 2; ; i++ {
		if other := name + strconv.Itoa(i); !taken(other) {
			return other
		}
	}
}

// isPackageName reports whether a name can stand in a package clause and be imported.
func isPackageName(name string) bool {
	plain := strings.Trim(name, "abcdefghijklmnopqrstuvwxyz0123456789_") == ""
	return strings.Trim(name, "_") != "" && plain && !unicode.IsDigit(firstRune(name)) && !isReserved(name) && !strings.HasSuffix(name, "_test")
}

// isReserved reports whether a word cannot name a package: Go's own words, and names generated code or the go command give a
// meaning to.
func isReserved(name string) bool {
	switch name {
	case "xsd", "main", "init", "internal", "vendor", "testdata", "documentation": // the last is what the go command ignores
		return true
	}
	return token.IsKeyword(name) || isDevice(name)
}

// isDevice reports whether Windows knows a device of the name: the go command refuses import paths with it.
func isDevice(name string) bool {
	if slices.Contains([]string{"con", "prn", "aux", "nul"}, name) {
		return true
	}
	port, numbered := strings.CutPrefix(name, "com")
	if !numbered {
		port, numbered = strings.CutPrefix(name, "lpt")
	}
	return numbered && len(port) == 1 && unicode.IsDigit(rune(port[0])) && port != "0"
}

// importAlias returns what files of generated code call a package that they import: its name, unless that means something else in them.
func importAlias(name string) string {
	if types.Universe.Lookup(name) != nil || slices.Contains(localNames, name) || strings.HasPrefix(name, "branch") {
		return name + "pkg"
	}
	return name
}

// localNames are what generated code declares in its own packages and functions, and the packages it imports besides those of the schema.
var localNames = []string{
	"namespace", "own", "parts", "xs", "v", "r", "w", "d", "e", "i", "c", "start", "data", "text", "opts", "value", "item", "ctx", "err", "body", "tokens",
	"content", "codec", "simple", "xml", "json", "math", "slices", "context", "client", "other", "o", "ok", "sum", "first", "second",
}
