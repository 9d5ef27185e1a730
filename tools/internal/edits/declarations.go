// Edits of documents, element and attribute declarations.

package edits

var documentEdits = []Edit{
	{"change the target namespace", (*editor).changeNamespace},
	{"change elementFormDefault", func(e *editor) bool { return e.swap(e.root, "elementFormDefault", "qualified", "unqualified") }},
	{"change attributeFormDefault", func(e *editor) bool { return e.swap(e.root, "attributeFormDefault", "qualified", "unqualified") }},
	{"change documentation", (*editor).document},
	{"move a definition", (*editor).moveDefinition},
	{"set blockDefault", func(e *editor) bool {
		e.root.set("blockDefault", e.one("#all", "extension", "restriction"))
		return true
	}},
}

var declarationEdits = []Edit{
	{"add a global element", (*editor).addRoot},
	{"remove a global element", (*editor).removeRoot},
	{"toggle nillable", func(e *editor) bool { return e.toggle("nillable", is("element"), lacks("ref"), lacks("fixed")) }},
	{"change the type of an element", func(e *editor) bool { return e.changeType("element") }},
	{"change the type of an attribute", func(e *editor) bool { return e.changeType("attribute") }},
	{"swap types", (*editor).borrowType},
	{"add an attribute", (*editor).addAttribute},
	{"remove an attribute", (*editor).removeAttribute},
	{"change the use of an attribute", (*editor).changeUse},
	{"give a default or fixed value", (*editor).constrain},
	{"take a default or fixed value away", (*editor).relax},
	{"add an attribute wildcard", (*editor).addAttributeWildcard},
	{"block substitution", func(e *editor) bool { return e.block("element", "substitution", "extension", "#all") }},
	{"add an identity constraint", (*editor).addUnique},
}

func isGlobal(n *node) bool { return within("schema")(n) }

// changeNamespace gives the schema another target namespace, and its own prefixes with it.
func (e *editor) changeNamespace() bool {
	old := e.root.get("targetNamespace")
	if old == "" {
		return false
	}
	moved := old + ":next"
	for i := range e.root.attributes {
		if e.root.attributes[i].value == old {
			e.root.attributes[i].value = moved
		}
	}
	return true
}

// swap sets an attribute to the other of two values; the second is the one in effect where it is missing.
func (e *editor) swap(n *node, name, one, other string) bool {
	if n.get(name) == one {
		n.set(name, other)
	} else {
		n.set(name, one)
	}
	return true
}

func (e *editor) document() bool {
	n := e.pick(is("complexType", "simpleType", "element", "attribute"), func(n *node) bool {
		return len(n.children) == 0 || n.children[0].local != "annotation"
	})
	if n == nil {
		return false
	}
	annotation, documentation := e.make("annotation"), e.make("documentation")
	documentation.content = e.fresh("words ")
	annotation.add(documentation)
	n.insert(0, annotation)
	return true
}

// moveDefinition changes the order at the top level, which means nothing.
func (e *editor) moveDefinition() bool {
	n := e.pick(isGlobal, is("complexType", "simpleType", "element"))
	if n == nil {
		return false
	}
	n.remove()
	e.root.add(n)
	return true
}

func (e *editor) addRoot() bool {
	e.root.add(e.make("element", "name", e.fresh("root"), "type", e.builtIn()))
	return true
}

func (e *editor) removeRoot() bool {
	if roots := e.pick(isGlobal, is("element"), func(n *node) bool { return !e.referredTo(n.get("name")) }); roots != nil {
		roots.remove()
		return true
	}
	return false
}

// referredTo reports whether something refers to a global element of the name, or to one of another namespace that is called alike.
func (e *editor) referredTo(name string) bool {
	return e.pick(func(n *node) bool {
		return afterColon(n.get("ref")) == name || afterColon(n.get("substitutionGroup")) == name
	}) != nil
}

func afterColon(qname string) string {
	for i := len(qname) - 1; i >= 0; i-- {
		if qname[i] == ':' {
			return qname[i+1:]
		}
	}
	return qname
}

func (e *editor) changeType(local string) bool {
	n := e.pick(is(local), has("type"), lacks("default"), lacks("fixed"))
	if n == nil {
		return false
	}
	n.set("type", e.builtIn())
	return true
}

// borrowType gives an element the type of another element.
func (e *editor) borrowType() bool {
	from, to := e.pick(is("element"), has("type")), e.pick(is("element"), has("type"), lacks("default"), lacks("fixed"))
	if from == nil || to == nil || from.get("type") == to.get("type") {
		return false
	}
	to.set("type", from.get("type"))
	return true
}

func (e *editor) addAttribute() bool {
	holder := e.pick(is("complexType", "extension"), func(n *node) bool {
		last := ""
		if len(n.children) > 0 {
			last = n.children[len(n.children)-1].local
		}
		return last != "simpleContent" && last != "complexContent" && last != "anyAttribute" && !n.inside("redefine")
	})
	if holder == nil {
		return false
	}
	attribute := e.make("attribute", "name", e.fresh("attr"), "type", e.builtIn())
	if e.random.IntN(2) == 0 {
		attribute.set("use", "required")
	}
	holder.add(attribute)
	return true
}

func (e *editor) removeAttribute() bool {
	n := e.pick(is("attribute"), notWithin("schema"))
	if n == nil {
		return false
	}
	n.remove()
	return true
}

func (e *editor) changeUse() bool {
	n := e.pick(is("attribute"), notWithin("schema"), lacks("default"))
	if n == nil {
		return false
	}
	return e.swap(n, "use", "required", "optional")
}

func (e *editor) constrain() bool {
	n := e.pick(is("element", "attribute"), lacks("default"), lacks("fixed"), lacks("ref"), func(n *node) bool {
		return afterColon(n.get("type")) == "string" && n.get("use") != "required"
	})
	if n == nil {
		return false
	}
	n.set(e.one("default", "fixed"), e.one("x", "y"))
	return true
}

func (e *editor) relax() bool {
	n := e.pick(is("element", "attribute"), func(n *node) bool { return n.has("default") || n.has("fixed") })
	if n == nil {
		return false
	}
	n.drop("default")
	n.drop("fixed")
	return true
}

func (e *editor) addAttributeWildcard() bool {
	n := e.pick(is("complexType"), func(n *node) bool {
		return len(n.children) > 0 && is("sequence", "attribute", "choice")(n.children[len(n.children)-1])
	})
	if n == nil {
		return false
	}
	n.add(e.make("anyAttribute", "namespace", e.one(namespaceConstraints...), "processContents", e.one("skip", "lax")))
	return true
}

func (e *editor) block(local string, values ...string) bool {
	n := e.pick(is(local), lacks("ref"), func(n *node) bool { return local != "element" || n.has("name") })
	if n == nil {
		return false
	}
	if n.has("block") {
		n.drop("block")
	} else {
		n.set("block", e.one(values...))
	}
	return true
}

// addUnique adds a constraint on all children of a global element: no two have the same text.
func (e *editor) addUnique() bool {
	n := e.pick(isGlobal, is("element"), has("type"), func(n *node) bool { return len(n.children) == 0 })
	if n == nil {
		return false
	}
	unique := e.make("unique", "name", e.fresh("unique"))
	unique.add(e.make("selector", "xpath", "*"))
	unique.add(e.make("field", "xpath", "@id"))
	n.add(unique)
	return true
}
