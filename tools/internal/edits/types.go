// Edits of type definitions and of facets.

package edits

import (
	"slices"
	"strconv"
	"strings"
)

var typeEdits = []Edit{
	{"rename a type", (*editor).renameType},
	{"add a type", (*editor).addType},
	{"extend a type", (*editor).extendType},
	{"remove an unused type", (*editor).removeType},
	{"toggle abstract", func(e *editor) bool { return e.toggle("abstract", is("complexType"), isGlobal) }},
	{"block derived types", func(e *editor) bool { return e.block("complexType", "extension", "restriction", "#all") }},
	{"name an anonymous type", (*editor).nameType},
}

var facetEdits = []Edit{
	{"add an enumeration value", (*editor).addValue},
	{"remove an enumeration value", func(e *editor) bool { return e.removeFacet("enumeration") }},
	{"change an enumeration value", (*editor).changeValue},
	{"change a number in a facet", (*editor).changeNumber},
	{"remove a facet", func(e *editor) bool { return e.removeFacet(numbered...) }},
	{"add a length", (*editor).addLength},
	{"add a pattern", (*editor).addPattern},
	{"change a pattern", (*editor).changePattern},
	{"remove a pattern", func(e *editor) bool { return e.removeFacet("pattern") }},
	{"change the base of a restriction", (*editor).changeBase},
}

// numbered are the facets whose value is a number or a bound.
var numbered = []string{
	"length", "minLength", "maxLength", "totalDigits", "fractionDigits", "minInclusive", "maxInclusive", "minExclusive", "maxExclusive",
}

// renameType renames a global type and all references to it.
func (e *editor) renameType() bool {
	n := e.pick(isGlobal, is("complexType", "simpleType"))
	if n == nil {
		return false
	}
	from, to := n.get("name"), e.fresh("Renamed")
	n.set("name", to)
	e.root.each(func(user *node) {
		for _, name := range []string{"type", "base", "itemType"} {
			user.rename(name, from, to)
		}
		e.renameMember(user, from, to)
	})
	return true
}

// rename changes an attribute that holds a qualified name with that local part.
func (n *node) rename(attribute, from, to string) {
	value := n.get(attribute)
	if prefix, local, ok := strings.Cut(value, ":"); ok && local == from {
		n.set(attribute, prefix+":"+to)
	} else if value == from {
		n.set(attribute, to)
	}
}

func (e *editor) renameMember(n *node, from, to string) {
	if !n.has("memberTypes") {
		return
	}
	members := strings.Fields(n.get("memberTypes"))
	for i, m := range members {
		if afterColon(m) == from {
			members[i] = strings.TrimSuffix(m, from) + to
		}
	}
	n.set("memberTypes", strings.Join(members, " "))
}

func (e *editor) addType() bool {
	t, group := e.make("complexType", "name", e.fresh("Added")), e.make("sequence")
	group.add(e.make("element", "name", "a", "type", e.builtIn()))
	t.add(group)
	e.root.add(t)
	return true
}

// extendType adds a type that xsi:type may choose instead of another type.
func (e *editor) extendType() bool {
	base := e.pick(isGlobal, is("complexType"), func(n *node) bool {
		return !slices.ContainsFunc(n.children, is("simpleContent"))
	})
	if base == nil {
		return false
	}
	t, content, extension := e.make("complexType", "name", e.fresh("Extended")), e.make("complexContent"), e.make("extension", "base", e.own(base.get("name")))
	group := e.make("sequence")
	group.add(e.make("element", "name", e.fresh("more"), "type", e.builtIn(), "minOccurs", e.one("0", "1")))
	extension.add(group)
	content.add(extension)
	t.add(content)
	e.root.add(t)
	return true
}

// own is the qualified name of a component of the target namespace.
func (e *editor) own(local string) string {
	target := e.root.get("targetNamespace")
	for _, a := range e.root.attributes {
		if prefix, declares := strings.CutPrefix(a.name, "xmlns:"); declares && a.value == target {
			return prefix + ":" + local
		}
	}
	return local
}

func (e *editor) removeType() bool {
	n := e.pick(isGlobal, is("complexType", "simpleType"), func(n *node) bool {
		name := n.get("name")
		return e.pick(func(user *node) bool {
			return afterColon(user.get("type")) == name || afterColon(user.get("base")) == name || afterColon(user.get("itemType")) == name ||
				strings.Contains(user.get("memberTypes"), name)
		}) == nil
	})
	if n == nil {
		return false
	}
	n.remove()
	return true
}

// nameType makes a global type of an anonymous one.
func (e *editor) nameType() bool {
	t := e.pick(is("complexType", "simpleType"), within("element"))
	if t == nil {
		return false
	}
	holder, name := t.parent, e.fresh("Named")
	t.remove()
	t.set("name", name)
	e.root.add(t)
	holder.set("type", e.own(name))
	return true
}

func (e *editor) addValue() bool {
	value := e.pick(is("enumeration"))
	if value == nil {
		return false
	}
	value.parent.insert(value.index(), e.make("enumeration", "value", e.similar(value.get("value"))))
	return true
}

// similar is another value that has a chance to be of the same type.
func (e *editor) similar(value string) string {
	if number, err := strconv.Atoi(value); err == nil {
		return strconv.Itoa(number + 1 + e.random.IntN(9))
	}
	return e.fresh("value")
}

func (e *editor) changeValue() bool {
	value := e.pick(is("enumeration"))
	if value == nil {
		return false
	}
	value.set("value", e.similar(value.get("value")))
	return true
}

func (e *editor) removeFacet(locals ...string) bool {
	facet := e.pick(is(locals...))
	if facet == nil {
		return false
	}
	facet.remove()
	return true
}

func isNumber(n *node) bool {
	_, err := strconv.Atoi(n.get("value"))
	return err == nil
}

func (e *editor) changeNumber() bool {
	facet := e.pick(is(numbered...), isNumber)
	if facet == nil {
		return false
	}
	number, _ := strconv.Atoi(facet.get("value")) // the condition says that it is one
	facet.set("value", strconv.Itoa(max(0, number+e.random.IntN(5)-2)))
	return true
}

// textual are restrictions of strings.
func textual(n *node) bool {
	return n.local == "restriction" && n.parent.local == "simpleType" && afterColon(n.get("base")) == "string"
}

func (e *editor) addLength() bool {
	n := e.pick(textual)
	if n == nil {
		return false
	}
	n.add(e.make(e.one("minLength", "maxLength", "length"), "value", strconv.Itoa(1+e.random.IntN(12))))
	return true
}

var patterns = []string{"[A-Z]+", "[a-z0-9]*", `\d{3}`, `\c+`, "[^x]*", "(a|b|cd)*", `\p{L}{1,5}`}

func (e *editor) addPattern() bool {
	n := e.pick(textual)
	if n == nil {
		return false
	}
	n.add(e.make("pattern", "value", e.one(patterns...)))
	return true
}

func (e *editor) changePattern() bool {
	facet := e.pick(is("pattern"))
	if facet == nil {
		return false
	}
	facet.set("value", e.one(append(patterns, "("+facet.get("value")+")?", facet.get("value")+"|z")...))
	return true
}

func (e *editor) changeBase() bool {
	n := e.pick(is("restriction"), within("simpleType"))
	if n == nil {
		return false
	}
	n.set("base", e.builtIn())
	return true
}
