// XSD 1.1: a schema that needs it gets one problem that says so and names the constructs, in place of the many that follow from reading it as
// XSD 1.0.

package schema

import (
	"fmt"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/diag"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
)

// newConstruct is something of a schema document that is in XSD 1.1 and not in 1.0.
type newConstruct struct {
	at   diag.Position
	what string
}

// maxConstructs is how many a message names.
const maxConstructs = 10

// needsVersion11 reports what of the documents is XSD 1.1 as one problem; ok is false where there is nothing.
func needsVersion11(docs []*load.Document) (problem diag.Problem, ok bool) {
	var found []newConstruct
	for _, doc := range docs {
		if doc.Root.Excluded {
			found = append(found, newConstruct{doc.Root.Position, "vc: attributes of the root that exclude XSD 1.0"})
			continue
		}
		found = appendConstructs(found, doc.Root)
	}
	if len(found) == 0 {
		return diag.Problem{}, false
	}
	words := make([]string, 0, maxConstructs)
	for _, c := range found[:min(len(found), maxConstructs)] {
		words = append(words, fmt.Sprintf("%s at %s", c.what, c.at))
	}
	text := "the schema is written in XSD 1.1, and only XSD 1.0 is read; it has " + strings.Join(words, ", ")
	if more := len(found) - len(words); more > 0 {
		text += fmt.Sprintf(", and %d more", more)
	}
	text += "; ask its publisher for a version in XSD 1.0"
	return diag.Problem{Position: found[0].at, Rule: "xsd-1.1", Message: text}, true
}

// appendConstructs adds those of an element and what is in it, annotations aside.
func appendConstructs(found []newConstruct, el *load.Element) []newConstruct {
	if el.IsXSD("annotation") || el.Name.Space != XSDNamespace {
		return found
	}
	for _, what := range constructsOf(el) {
		found = append(found, newConstruct{el.Position, what})
	}
	if newElements[el.Name.Local] {
		return found // what is in it is of XSD 1.1 too
	}
	for _, child := range el.Children() {
		found = appendConstructs(found, child)
	}
	return found
}

// newElements are the elements of schema documents that XSD 1.1 added.
var newElements = setOf("assert", "assertion", "alternative", "override", "openContent", "defaultOpenContent", "explicitTimezone")

// newAttributes are the attributes that XSD 1.1 added, by element.
var newAttributes = map[string][]string{
	"schema":       {"defaultAttributes", "xpathDefaultNamespace"},
	"any":          {"notNamespace", "notQName"},
	"anyAttribute": {"notNamespace", "notQName"},
	"complexType":  {"defaultAttributesApply"},
	"attribute":    {"inheritable", "targetNamespace"},
	"element":      {"targetNamespace"},
	"selector":     {"xpathDefaultNamespace"},
	"field":        {"xpathDefaultNamespace"},
}

// newTypes are the built-in types that XSD 1.1 added.
var newTypes = setOf("dateTimeStamp", "dayTimeDuration", "yearMonthDuration", "anyAtomicType", "error")

func setOf(names ...string) map[string]bool {
	set := map[string]bool{}
	for _, name := range names {
		set[name] = true
	}
	return set
}

// constructsOf names what of an element is XSD 1.1.
func constructsOf(el *load.Element) []string {
	name := el.Name.Local
	if newElements[name] {
		return []string{"xs:" + name}
	}
	var found []string
	for _, attribute := range newAttributes[name] {
		if _, ok := el.Attr(attribute); ok {
			found = append(found, attribute+" of xs:"+name)
		}
	}
	for _, attribute := range []string{"type", "base", "itemType", "memberTypes"} {
		value, _ := el.Token(attribute)
		for _, qname := range strings.Fields(value) {
			if isNewType(el, qname) {
				found = append(found, "the type "+qname)
			}
		}
	}
	switch {
	case name == "all":
		found = append(found, constructsOfAll(el)...)
	case name == "element" && severalHeads(el):
		found = append(found, "several substitutionGroup names of xs:element")
	}
	return found
}

func isNewType(el *load.Element, qname string) bool {
	prefix, local, prefixed := strings.Cut(qname, ":")
	if !prefixed {
		prefix, local = "", qname
	}
	space, _ := el.Scope.LookupPrefix(prefix)
	return space == XSDNamespace && newTypes[local]
}

// constructsOfAll names what xs:all may hold in XSD 1.1 alone: elements more than once, wildcards, groups.
func constructsOfAll(all *load.Element) []string {
	var found []string
	for _, child := range all.Children() {
		high, _ := child.Token("maxOccurs")
		switch {
		case child.IsXSD("any"), child.IsXSD("group"):
			found = append(found, "xs:"+child.Name.Local+" in xs:all")
		case child.IsXSD("element") && high != "" && high != "0" && high != "1":
			found = append(found, fmt.Sprintf("maxOccurs=%q in xs:all", high))
		}
	}
	return found
}

func severalHeads(el *load.Element) bool {
	heads, _ := el.Token("substitutionGroup")
	return len(strings.Fields(heads)) > 1
}
