// Edits of content models.

package edits

var contentEdits = []Edit{
	{"add an element", func(e *editor) bool { return e.addElement("") }},
	{"add an optional element", func(e *editor) bool { return e.addElement("0") }},
	{"remove an element", func(e *editor) bool { return e.removeParticle("element") }},
	{"rename an element", (*editor).renameElement},
	{"move an element", (*editor).moveParticle},
	{"change minOccurs", func(e *editor) bool { return e.changeOccurs("minOccurs", "0", "1", "2") }},
	{"change maxOccurs", func(e *editor) bool { return e.changeOccurs("maxOccurs", "1", "2", "3", "unbounded") }},
	{"change the compositor", (*editor).changeCompositor},
	{"wrap a particle in a sequence", (*editor).wrap},
	{"flatten a sequence", (*editor).flatten},
	{"add a wildcard", (*editor).addWildcard},
	{"remove a wildcard", func(e *editor) bool { return e.removeParticle("any") }},
	{"change a wildcard", (*editor).changeWildcard},
	{"toggle mixed content", func(e *editor) bool { return e.toggle("mixed", is("complexType")) }},
}

func inGroup(n *node) bool { return within("sequence", "choice")(n) }

func (e *editor) addElement(minOccurs string) bool {
	group := e.pick(is("sequence", "choice"))
	if group == nil {
		return false
	}
	element := e.make("element", "name", e.fresh("added"), "type", e.builtIn())
	if minOccurs != "" {
		element.set("minOccurs", minOccurs)
	}
	group.insert(e.random.IntN(len(group.children)+1), element)
	e.annotationFirst(group)
	return true
}

// annotationFirst keeps an annotation where it may stand.
func (e *editor) annotationFirst(n *node) {
	for _, child := range n.children {
		if child.local == "annotation" {
			child.remove()
			n.insert(0, child)
			return
		}
	}
}

func (e *editor) removeParticle(local string) bool {
	particle := e.pick(is(local), within("sequence", "choice", "all"), func(n *node) bool { return len(n.parent.children) > 1 })
	if particle == nil {
		return false
	}
	particle.remove()
	return true
}

func (e *editor) renameElement() bool {
	element := e.pick(is("element"), has("name"), within("sequence", "choice", "all"))
	if element == nil {
		return false
	}
	element.set("name", e.fresh("renamed"))
	return true
}

func (e *editor) moveParticle() bool {
	particle := e.pick(is("element", "any", "sequence", "choice"), inGroup, func(n *node) bool { return len(n.parent.children) > 1 })
	if particle == nil {
		return false
	}
	group := particle.parent
	particle.remove()
	group.insert(e.random.IntN(len(group.children)+1), particle)
	e.annotationFirst(group)
	return true
}

func (e *editor) changeOccurs(name string, values ...string) bool {
	particle := e.pick(is("element", "any", "sequence", "choice", "group"), inGroup)
	if particle == nil {
		return false
	}
	particle.set(name, e.one(values...))
	return true
}

func (e *editor) changeCompositor() bool {
	group := e.pick(is("sequence", "choice", "all"), notWithin("group"))
	if group == nil {
		return false
	}
	group.local = e.one("sequence", "choice", "all")
	return true
}

func (e *editor) wrap() bool {
	particle := e.pick(is("element", "any", "sequence", "choice"), inGroup)
	if particle == nil {
		return false
	}
	group := e.make("sequence")
	particle.replace(group)
	group.add(particle)
	return true
}

// flatten writes the particles of a sequence where the sequence stands.
func (e *editor) flatten() bool {
	inner := e.pick(is("sequence"), within("sequence"), lacks("minOccurs"), lacks("maxOccurs"))
	if inner == nil {
		return false
	}
	outer, at := inner.parent, inner.index()
	inner.remove()
	for i, child := range inner.children {
		outer.insert(at+i, child)
	}
	return true
}

var namespaceConstraints = []string{"##any", "##other", "##targetNamespace", "##local", "urn:one", "urn:one urn:two"}

func (e *editor) addWildcard() bool {
	group := e.pick(is("sequence"))
	if group == nil {
		return false
	}
	group.add(e.make("any", "namespace", e.one(namespaceConstraints...), "processContents", e.one("skip", "lax", "strict"), "minOccurs", "0"))
	return true
}

func (e *editor) changeWildcard() bool {
	wildcard := e.pick(is("any", "anyAttribute"))
	if wildcard == nil {
		return false
	}
	if e.random.IntN(2) == 0 {
		wildcard.set("namespace", e.one(namespaceConstraints...))
	} else {
		wildcard.set("processContents", e.one("skip", "lax", "strict"))
	}
	return true
}

// toggle switches an attribute that is true or false.
func (e *editor) toggle(name string, conditions ...func(*node) bool) bool {
	n := e.pick(conditions...)
	if n == nil {
		return false
	}
	if n.get(name) == "true" {
		n.drop(name)
	} else {
		n.set(name, "true")
	}
	return true
}
