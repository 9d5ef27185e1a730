// Edits of what concerns whole documents: IDs and references to them, and elements that stand for others beside wildcards.

package edits

var identityEdits = []Edit{
	{"make an attribute an ID", func(e *editor) bool { return e.retype("ID") }},
	{"make an attribute a reference", func(e *editor) bool { return e.retype("IDREF") }},
	{"make an attribute a name", func(e *editor) bool { return e.retype("NCName") }},
	{"add an ID and a reference", (*editor).addIdentities},
	{"add a substitute beside a wildcard", (*editor).addSubstitute},
}

// retype makes an attribute one of the types that documents as a whole depend on. A type has one ID at most.
func (e *editor) retype(local string) bool {
	n := e.pick(is("attribute"), has("type"), notWithin("schema"), lacks("default"), lacks("fixed"), func(n *node) bool {
		switch afterColon(n.get("type")) {
		case "ID", "IDREF", "NCName", "string", "token":
			return afterColon(n.get("type")) != local && (local != "ID" || !n.parent.hasID())
		}
		return false
	})
	if n == nil {
		return false
	}
	n.set("type", e.named(local))
	return true
}

// named is the name of a built-in type as the document writes it.
func (e *editor) named(local string) string {
	if e.root.prefix == "" {
		return local
	}
	return e.root.prefix + ":" + local
}

func (n *node) hasID() bool {
	for _, child := range n.children {
		if child.local == "attribute" && afterColon(child.get("type")) == "ID" {
			return true
		}
	}
	return false
}

// addIdentities gives a complex type an attribute that is an ID and one that refers to an ID.
func (e *editor) addIdentities() bool {
	n := e.pick(is("complexType"), func(n *node) bool {
		if n.hasID() || len(n.children) == 0 {
			return false
		}
		return is("sequence", "choice", "all", "attribute")(n.children[len(n.children)-1])
	})
	if n == nil {
		return false
	}
	n.add(e.make("attribute", "name", e.fresh("id"), "type", e.named("ID")))
	n.add(e.make("attribute", "name", e.fresh("ref"), "type", e.named("IDREF")))
	return true
}

// addSubstitute declares a global element that may stand for another element. Wildcards let it in, too.
func (e *editor) addSubstitute() bool {
	head := e.pick(is("element"), isGlobal, has("name"), has("type"), lacks("abstract"))
	if head == nil {
		return false
	}
	name := head.get("name")
	if prefix := e.prefixOf(e.root.get("targetNamespace")); prefix != "" {
		name = prefix + ":" + name
	}
	e.root.add(e.make("element", "name", e.fresh("substitute"), "type", head.get("type"), "substitutionGroup", name))
	return true
}

// prefixOf is the prefix that the document has for a namespace; empty for the default namespace and where there is none.
func (e *editor) prefixOf(space string) string {
	for _, a := range e.root.attributes {
		if a.value == space && len(a.name) > len("xmlns:") && a.name[:len("xmlns:")] == "xmlns:" {
			return a.name[len("xmlns:"):]
		}
	}
	return ""
}
