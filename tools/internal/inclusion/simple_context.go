// Types whose values mean something in a whole document only: xs:ID, xs:IDREF and xs:ENTITY (Part 1, section 3.15.4).

package inclusion

import (
	"github.com/mvainnsyn/mvainnsyn/tools/internal/automaton"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

// role is what a value does in its document.
type role string

const (
	identifies role = "ID"
	refers     role = "IDREF"
	entity     role = "ENTITY"
)

// rolesOf are the roles that values of a type, or parts of them, can have.
func rolesOf(t *xsd.SimpleType) map[role]bool {
	roles := map[role]bool{}
	addRoles(t, roles, map[*xsd.SimpleType]bool{})
	return roles
}

func addRoles(t *xsd.SimpleType, roles map[role]bool, seen map[*xsd.SimpleType]bool) {
	if seen[t] {
		return
	}
	seen[t] = true
	switch t.Variety() {
	case xsd.VarietyAtomic:
		switch r := role(t.BuiltInAncestor().Name().Local); r {
		case identifies, refers, entity:
			roles[r] = true
		}
	case xsd.VarietyList:
		addRoles(t.Item(), roles, seen)
	case xsd.VarietyUnion:
		for _, member := range t.Members() {
			addRoles(member, roles, seen)
		}
	}
}

// inDocuments makes the answer about texts one about documents.
func inDocuments(a, b *xsd.SimpleType, answer SimpleAnswer) SimpleAnswer {
	before, after := rolesOf(a), rolesOf(b)
	switch {
	case answer.Verdict == automaton.No && hasRole(a, answer.Text, entity):
		return SimpleAnswer{Reason: "only a document type declaration can declare entities, and documents with one are not looked at"}
	case answer.Verdict != automaton.Yes:
		return answer
	case after[entity] && !before[entity]:
		return refused(a, b, entity, "no entity of this name is declared in a document without a document type declaration")
	case after[refers] && !before[refers]:
		return refused(a, b, refers, "no element of the document has this ID")
	case after[refers] && !keepsRole(a, b, refers):
		return SimpleAnswer{Identity: true, Reason: "which members of " + b.String() + " have xs:IDREF for values of " + a.String() + " was not found out"}
	case after[identifies] && (!before[identifies] || !keepsRole(a, b, identifies)):
		return SimpleAnswer{Identity: true, Reason: "values of xs:ID must differ within a document, those of " + a.String() + " need not"}
	default:
		return answer
	}
}

// refused is the answer where b gives texts of a role that has them refused in a document.
func refused(a, b *xsd.SimpleType, in role, reason string) SimpleAnswer {
	q := newEnquiry(a, b, false, 0)
	for _, c := range q.candidates() {
		if c.names == nil && a.Check(c.text, nil) == nil && !hasRole(a, c.text, entity) && hasRole(b, c.text, in) {
			return SimpleAnswer{Verdict: automaton.No, Text: c.text, Document: true, Reason: reason}
		}
	}
	return SimpleAnswer{Reason: "no text of " + a.String() + " was found that is xs:" + string(in) + " in " + b.String() + ", where the whole document decides"}
}

// hasRole reports whether a type takes the text as a value with the role.
func hasRole(t *xsd.SimpleType, text string, in role) bool {
	v, fault := t.Parse(text, nil)
	if fault != nil {
		return false
	}
	values := v.Items()
	if v.Type().Variety() == xsd.VarietyAtomic {
		values = []xsd.Value{v}
	}
	for _, one := range values {
		if t := one.Type(); t.Variety() == xsd.VarietyAtomic && t.BuiltInAncestor().Name().Local == string(in) {
			return true
		}
	}
	return false
}
