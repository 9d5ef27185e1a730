// Identity constraints in a tree: values of keys and uniques are made to differ, references to keys to be found, fields of keys to be there.

package sample

import (
	"strconv"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// row is an element that a selector found, with the slots that its fields lead to.
type row struct {
	node     *Node
	fields   []slot
	complete bool // each field leads to a value
}

// table is an identity constraint of an element of the tree, with its rows.
type table struct {
	constraint *schema.IdentityConstraint
	scope      *Node
	rows       []row
}

// tables are the identity constraints of a tree, those of inner elements first.
func tables(tree *Node) []table {
	var out []table
	var visit func(*Node)
	visit = func(n *Node) {
		for _, child := range n.Children() {
			visit(child)
		}
		if n.Declaration == nil {
			return
		}
		for _, constraint := range n.Declaration.IdentityConstraints {
			out = append(out, table{constraint, n, rows(n, constraint)})
		}
	}
	visit(tree)
	return out
}

func rows(scope *Node, constraint *schema.IdentityConstraint) []row {
	var out []row
	for _, n := range selected(scope, constraint.Selector) {
		out = append(out, rowOf(n, constraint))
	}
	return out
}

// rowOf is the row of a selected element as it is now: what is taken out of the tree for another row moves attributes.
func rowOf(n *Node, constraint *schema.IdentityConstraint) row {
	r := row{node: n, complete: true}
	for _, field := range constraint.Fields {
		found := fieldSlots(n, field)
		r.complete = r.complete && len(found) == 1
		if len(found) == 1 {
			r.fields = append(r.fields, found[0])
		}
	}
	return r
}

// selected are the elements that a selector leads to.
func selected(from *Node, x *schema.XPath) []*Node {
	var out []*Node
	seen := map[*Node]bool{}
	for _, path := range x.Paths {
		for _, n := range follow(from, path, path.Steps) {
			if !seen[n] {
				seen[n] = true
				out = append(out, n)
			}
		}
	}
	return out
}

// follow are the elements at the end of steps.
func follow(from *Node, path schema.Path, steps []schema.Step) []*Node {
	at := []*Node{from}
	if path.Descendants {
		at = nil
		from.each(func(n *Node) { at = append(at, n) })
	}
	for _, step := range steps {
		var next []*Node
		for _, n := range at {
			for _, child := range n.Children() {
				if step.Test.Matches(child.Name) {
					next = append(next, child)
				}
			}
		}
		at = next
	}
	return at
}

// fieldSlots are the slots that a field leads to.
func fieldSlots(from *Node, field *schema.XPath) []slot {
	var out []slot
	for _, path := range field.Paths {
		elements, last := fieldEnd(path)
		for _, n := range follow(from, path, elements) {
			if last == nil {
				if s, ok := n.textSlot(); ok {
					out = append(out, s)
				}
				continue
			}
			for i, a := range n.Attributes {
				if s, ok := n.attributeSlot(i); ok && last.Test.Matches(a.Name) {
					out = append(out, s)
				}
			}
		}
	}
	return out
}

// fieldEnd splits a field's path into the steps to an element and the one to its attribute, nil where the path ends at the element.
func fieldEnd(path schema.Path) (elements []schema.Step, attribute *schema.Step) {
	if end := len(path.Steps) - 1; end >= 0 && path.Steps[end].Attribute {
		return path.Steps[:end], &path.Steps[end]
	}
	return path.Steps, nil
}

// key is the key sequence of a complete row, for comparison.
func (r row) key() string {
	var text strings.Builder
	for _, s := range r.fields {
		value := s.value()
		parsed, _ := s.typ.Runtime.Parse(value.Text, value.Names)
		key := parsed.Key()
		text.WriteString(strconv.Itoa(len(key)) + ":" + key)
	}
	return text.String()
}

// rounds is how often all constraints are gone through: what one changes another may have relied on.
const rounds = 4

// hold makes the identity constraints of a tree hold, as far as it can.
func (g *grower) hold(tree *Node) {
	for range rounds {
		changed := false
		for _, t := range tables(tree) {
			if t.constraint.Kind != schema.KeyRef {
				changed = g.distinguish(t) || changed
			}
		}
		for _, t := range tables(tree) {
			if t.constraint.Kind == schema.KeyRef {
				changed = g.lead(t) || changed
			}
		}
		if !changed {
			return
		}
	}
}

// distinguish makes the rows of a key or unique differ and the fields of a key be there; a row that cannot differ is taken out of the tree where
// the content model allows. It returns whether something was changed.
func (g *grower) distinguish(t table) bool {
	changed := false
	taken := map[string]bool{}
	for _, found := range t.rows {
		r := rowOf(found.node, t.constraint)
		switch {
		case !r.complete && t.constraint.Kind == schema.Key:
			changed = g.completeRow(r, t.constraint) || detach(t.scope, r.node) || changed
		case !r.complete:
		case taken[r.key()]:
			changed = true
			if !g.differ(r, taken) && !detach(t.scope, r.node) {
				g.fail("the values of %s cannot be made to differ", t.constraint.Name)
				return false
			}
			fallthrough
		default:
			taken[r.key()] = true
		}
	}
	return changed
}

// differ changes a field of the row so that its key sequence is not taken.
func (g *drawing) differ(r row, taken map[string]bool) bool {
	for _, s := range r.fields {
		if s.fixed || s.is("ID") || s.is("IDREF") {
			continue
		}
		before := s.value()
		_, ok := g.texts.shortest(s.typ.Runtime, func(value Value) bool {
			s.set(value)
			return !taken[r.key()]
		})
		if ok {
			return true
		}
		s.set(before)
	}
	return false
}

// lead makes the rows of a keyref refer to rows of its key; one that cannot is made incomplete or taken out of the tree.
func (g *grower) lead(t table) bool {
	targets := targetsOf(t)
	known := keysOf(targets)
	changed := false
	for i, found := range t.rows {
		r := rowOf(found.node, t.constraint)
		if !r.complete || known[r.key()] {
			continue
		}
		changed = true
		if copyKey(r, targets, i) {
			continue
		}
		if !detachField(r) && !detach(t.scope, r.node) {
			g.fail("a reference by %s has nothing to refer to", t.constraint.Name)
			return false
		}
		targets = targetsOf(t)
		known = keysOf(targets)
	}
	return changed
}

// keysOf are the key sequences of complete rows.
func keysOf(rows []row) map[string]bool {
	keys := map[string]bool{}
	for _, r := range rows {
		keys[r.key()] = true
	}
	return keys
}

// targetsOf are the complete rows of the key that a keyref refers to, in the scope of the keyref.
func targetsOf(t table) []row {
	var out []row
	for _, other := range tables(t.scope) {
		if other.constraint != t.constraint.Refer {
			continue
		}
		for _, r := range other.rows {
			if r.complete {
				out = append(out, r)
			}
		}
	}
	return out
}

// copyKey gives a row the values of a target that its types admit.
func copyKey(r row, targets []row, turn int) bool {
	for i := range targets {
		target := targets[(turn+i)%len(targets)]
		before := make([]Value, len(r.fields))
		for j, s := range r.fields {
			before[j] = s.value()
			if !s.fixed && admits(s.typ.Runtime, target.fields[j].value()) {
				s.set(target.fields[j].value())
			}
		}
		if r.key() == target.key() {
			return true
		}
		for j, s := range r.fields {
			s.set(before[j])
		}
	}
	return false
}
