// IDs and references: what a value does for its whole document (Part 1, section 3.15.4). An ID that is none for the other schema leaves references to it
// without an end; a value that becomes an ID may come twice. Which documents have both, no pair of types tells, and so documents are looked for that show it.

package inclusion

import (
	"errors"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/automaton"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/sample"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

// Reasons why IDs leave a question open.
const (
	lostID    = "values that are no xs:ID any more may be what an xs:IDREF of the same document refers to, and no document that shows it was found"
	skippedID = "elements that are no longer assessed may hold the xs:ID that an xs:IDREF of the same document refers to, and no document that shows it was found"
)

// keeps adds to the answer about texts what they do for their documents.
func (c *Comparer) keeps(a, b *xsd.SimpleType, found comparison) comparison {
	c.solver.identity = c.solver.identity || found.identity
	if found.verdict != automaton.Yes || a == b || !loses(a, b, identifies) || !c.refers() {
		return found
	}
	c.solver.identity = true
	return comparison{verdict: automaton.Undecided, reason: lostID, identity: true}
}

// skipped is what is found where the second schema does not assess an element that the first one does.
func (c *Comparer) skipped(g governor) finding {
	if g.skips() || !c.refers() || !(&idSearch{c.possible, map[schema.Type]bool{}}).element(g) {
		return included
	}
	c.solver.identity = true
	return undecided(skippedID)
}

// refers reports whether documents of the first schema can have references that are some for the second schema too.
func (c *Comparer) refers() bool { return c.otherRefers() && c.possible.refers() }

// loses reports whether values that have a role in a may have another role, or no role, in b, where b takes every text of a.
func loses(a, b *xsd.SimpleType, in role) bool {
	return rolesOf(a)[in] && !keepsRole(a, b, in)
}

// keepsRole is a sufficient condition for each text of a having the same role in b.
func keepsRole(a, b *xsd.SimpleType, in role) bool {
	switch {
	case same(a, b, pairsOfTypes{}) || !rolesOf(a)[in] && !rolesOf(b)[in]:
		return true
	case a.Variety() == xsd.VarietyAtomic && b.Variety() == xsd.VarietyAtomic:
		return rolesOf(b)[in]
	case b.Variety() == xsd.VarietyList && a.Variety() == xsd.VarietyAtomic:
		return keepsRole(a, b.Item(), in)
	case b.Variety() == xsd.VarietyList && a.Variety() == xsd.VarietyList:
		return keepsRole(a.Item(), b.Item(), in)
	case b.Variety() == xsd.VarietyUnion && a.Variety() == xsd.VarietyUnion:
		return begins(b.Members(), a.Members())
	case b.Variety() == xsd.VarietyUnion && len(b.Members()) > 0:
		return begins(b.Members(), []*xsd.SimpleType{a}) // the first member that takes a text decides (Part 2, section 2.5.1.3)
	}
	return false
}

// begins reports whether the members of a union begin with those of another.
func begins(all, first []*xsd.SimpleType) bool {
	if len(all) < len(first) {
		return false
	}
	for i, m := range first {
		if !same(m, all[i], pairsOfTypes{}) {
			return false
		}
	}
	return true
}

// refersIn reports whether an element of the type can have a reference to an ID, in its own text or attributes.
func refersIn(t schema.Type) bool { return hasRoleIn(t, refers) }

func hasRoleIn(t schema.Type, in role) bool {
	switch t := t.(type) {
	case *schema.SimpleType:
		return rolesOf(t.Runtime)[in]
	case *schema.ComplexType:
		for _, use := range t.AttributeUses {
			if rolesOf(use.Declaration.Type.Runtime)[in] {
				return true
			}
		}
		content, ok := t.Content.(*schema.SimpleContent)
		return ok && rolesOf(content.Type.Runtime)[in]
	}
	return false
}

// declaresRole reports whether a global attribute, which wildcards let in, has the role.
func declaresRole(set *schema.Set, in role) bool {
	for _, a := range set.Attributes {
		if rolesOf(a.Type.Runtime)[in] {
			return true
		}
	}
	return false
}

// findReferences reports whether valid documents can have references.
func (p *possibilities) findReferences() bool {
	if declaresRole(p.set, refers) {
		return true
	}
	for t := range p.reached().types {
		if refersIn(t) {
			return true
		}
	}
	return false
}

// hasReferences reports whether any type of a schema has references, be it that no document can have it.
func hasReferences(set *schema.Set) bool {
	s := &roleSearch{in: refers, seen: map[schema.Type]bool{}}
	for _, e := range set.Elements {
		s.typ(e.Type)
	}
	for _, t := range set.Types {
		s.typ(t)
	}
	return s.found || declaresRole(set, refers)
}

// roleSearch goes through all types that are within others.
type roleSearch struct {
	in    role
	seen  map[schema.Type]bool
	found bool
}

func (s *roleSearch) typ(t schema.Type) {
	if s.found || s.seen[t] {
		return
	}
	s.seen[t] = true
	s.found = hasRoleIn(t, s.in)
	if c, ok := t.(*schema.ComplexType); ok {
		for _, e := range elementsIn(c) {
			s.typ(e.Type)
		}
	}
}

// idSearch looks for IDs in what an element can hold.
type idSearch struct {
	*possibilities
	seen map[schema.Type]bool
}

func (s *idSearch) element(g governor) bool {
	if g.declaration == nil {
		return s.anywhere()
	}
	if s.typ(g.typ()) {
		return true
	}
	for _, t := range s.derived(g) {
		if s.typ(t) {
			return true
		}
	}
	return false
}

// anywhere reports whether some type has IDs: what only xsi:type tells may be any of them.
func (s *idSearch) anywhere() bool {
	all := &roleSearch{in: identifies, seen: map[schema.Type]bool{}}
	for _, t := range s.set.Types {
		all.typ(t)
	}
	for _, e := range s.set.Elements {
		all.typ(e.Type)
	}
	return all.found || declaresRole(s.set, identifies)
}

func (s *idSearch) typ(t schema.Type) bool {
	if s.seen[t] {
		return false
	}
	s.seen[t] = true
	if hasRoleIn(t, identifies) {
		return true
	}
	c, ok := t.(*schema.ComplexType)
	if !ok {
		return false
	}
	if c.AnyAttribute != nil && declaresRole(s.set, identifies) {
		return true
	}
	elements, _ := c.Content.(*schema.ElementContent)
	if elements == nil {
		return false
	}
	for _, leaf := range elements.Leaves {
		if s.term(leaf.Term) {
			return true
		}
	}
	return false
}

func (s *idSearch) term(term schema.Term) bool {
	e, ok := term.(*schema.Element)
	if !ok {
		return s.anywhere()
	}
	if s.element(governor{declaration: e}) {
		return true
	}
	for _, substitute := range e.Substitutes {
		if s.element(governor{declaration: substitute}) {
			return true
		}
	}
	return false
}

// What bounds the search for a document.
const (
	maxDrawn    = 12
	maxRepeated = 60
)

// identityWitness is a document at a place to which the second schema objects for its IDs alone, nil where none was found.
func (c *Comparer) identityWitness(at context, e example) *Witness {
	for document := range c.documentsWithIDs(at, e) {
		if c.stopped() {
			break
		}
		if c.breaksIDs(document) {
			return c.shownIDs(document, at.whole)
		}
		for twice := range Repeated(document, maxRepeated) {
			if c.breaksIDs(twice) {
				return c.shownIDs(twice, at.whole)
			}
		}
	}
	return nil
}

// documentsWithIDs are the example's, and others drawn below the same root.
func (c *Comparer) documentsWithIDs(at context, e example) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		root := c.a.Element(at.tree.Name)
		if e != nil {
			if document, _, err := c.placed(at, e); err == nil && !yield(document) {
				return
			}
		}
		if root == nil {
			return
		}
		sampler, err := sample.New(c.a, 1, root)
		for drawn := 0; err == nil && drawn < maxDrawn && !sampler.Done(); drawn++ {
			var document string
			if document, err = sampler.Valid(); err == nil && !yield(document) {
				return
			}
		}
	}
}

// shownIDs is the witness of a document that breaks nothing but rules about IDs.
func (c *Comparer) shownIDs(document string, whole bool) *Witness {
	document = Shrink(document, c.breaksIDs)
	violations, _, err := c.secondSays(document)
	if err != nil {
		return nil
	}
	witness, err := c.shrunk(document, violations[0], whole)
	if err != nil {
		return nil
	}
	return witness
}

// breaksIDs reports whether a document is valid under the first schema, and the second objects to nothing but its IDs and references.
func (c *Comparer) breaksIDs(document string) bool {
	if c.first.Document(strings.NewReader(document)) != nil {
		return false
	}
	renamed, err := c.names.document(document)
	if err != nil {
		return false
	}
	var violations xsd.Violations
	if !errors.As(c.second.Document(strings.NewReader(renamed)), &violations) {
		return false
	}
	for _, v := range violations {
		if !strings.HasPrefix(v.Rule, "cvc-id.") {
			return false
		}
	}
	return true
}
