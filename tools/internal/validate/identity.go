// Identity constraints (Identity-constraint Satisfied, section 3.11.4), evaluated while the document passes: selectors and fields are matched
// against the path of open elements, key sequences are kept in tables.

package validate

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

// scope is one constraint of one open element.
type scope struct {
	constraint *schema.IdentityConstraint
	depth      int          // of the element, as an index into the stack
	selected   []*selection // open ones, outermost first
	sequences  map[string]bool
	references []keyReference // of a keyref
}

// selection is an open element that the selector found.
type selection struct {
	depth  int
	fields []field
}

// field is what a field found below its selected element.
type field struct {
	found bool
	depth int // of the element whose text is awaited, 0 where none is
	key   string
	text  string
}

// keyReference is a key sequence that a key must have.
type keyReference struct {
	key       string
	violation xsd.Violation
}

// tables are key sequences by constraint; false marks one that stands below two different children and so refers to neither.
type tables map[*schema.IdentityConstraint]map[string]bool

// referred reports whether a keyref that is open refers to the constraint: only then are its key sequences kept for ancestors.
func (r *run) referred(constraint *schema.IdentityConstraint, open []*scope) bool {
	for _, s := range open {
		if s.constraint.Refer == constraint {
			return true
		}
	}
	return false
}

// openScopes opens the constraints of the element just started, and lets all open selectors look at it.
func (r *run) openScopes(f *frame) {
	if f.declaration != nil {
		for _, constraint := range f.declaration.IdentityConstraints {
			r.scopes = append(r.scopes, &scope{constraint: constraint, depth: len(r.stack) - 1, sequences: map[string]bool{}})
		}
	}
	for _, s := range r.scopes {
		if r.matches(s.constraint.Selector, s.depth, len(r.stack)) {
			s.selected = append(s.selected, &selection{depth: len(r.stack) - 1, fields: make([]field, len(s.constraint.Fields))})
		}
	}
}

// matches reports whether the path from the element at depth from to the element at depth to-1 is one of the XPath's.
func (r *run) matches(x *schema.XPath, from, to int) bool {
	for _, path := range x.Paths {
		if r.pathMatches(path, path.Steps, from, to) {
			return true
		}
	}
	return false
}

func (r *run) pathMatches(path schema.Path, steps []schema.Step, from, to int) bool {
	below := to - from - 1
	if below < len(steps) || (!path.Descendants && below != len(steps)) {
		return false
	}
	for i, step := range steps {
		if step.Attribute || !step.Test.Matches(r.stack[to-len(steps)+i].name) {
			return false
		}
	}
	return true
}

// fieldsStart lets the fields of open selections look at the element just started and its attributes.
func (r *run) fieldsStart(f *frame, attributes map[schema.Name]xsd.Value) {
	for _, s := range r.scopes {
		for _, sel := range s.selected {
			for i, x := range s.constraint.Fields {
				r.fieldStart(s, sel, &sel.fields[i], x, f, attributes)
			}
		}
	}
}

func (r *run) fieldStart(s *scope, sel *selection, into *field, x *schema.XPath, f *frame, attributes map[schema.Name]xsd.Value) {
	for _, path := range x.Paths {
		last := len(path.Steps) - 1
		if last >= 0 && path.Steps[last].Attribute {
			if r.pathMatches(path, path.Steps[:last], sel.depth, len(r.stack)) {
				r.attributeFields(s, into, path.Steps[last].Test, attributes)
			}
			continue
		}
		if r.pathMatches(path, path.Steps, sel.depth, len(r.stack)) {
			r.elementField(s, into, f)
			return // one element is one node, however many of the paths lead to it
		}
	}
}

func (r *run) attributeFields(s *scope, into *field, test schema.NameTest, attributes map[schema.Name]xsd.Value) {
	for name, value := range attributes {
		if !test.Matches(name) {
			continue
		}
		if into.found || into.depth > 0 {
			r.twice()
			continue
		}
		into.found, into.key, into.text = true, value.Key(), value.String()
	}
}

func (r *run) elementField(s *scope, into *field, f *frame) {
	if into.found || into.depth > 0 {
		r.twice()
		return
	}
	if s.constraint.Kind == schema.Key && f.declaration != nil && f.declaration.Nillable {
		r.violate("cvc-identity-constraint.4.2.3", "", fmt.Sprintf("the key %s has a field that is nillable: %s", s.constraint.Name, f.name))
	}
	if f.simple() == nil {
		r.violate("cvc-identity-constraint.3", "", fmt.Sprintf("a field of %s leads to the element %s, which has no simple value", s.constraint.Name, f.name))
		return
	}
	into.depth = len(r.stack)
}

func (r *run) twice() {
	r.violate("cvc-identity-constraint.3", "", "a field of an identity constraint finds more than one node; there may be one")
}

// fieldsEnd gives the value of the element that ends to the fields that await it, and ends the selections of the element.
func (r *run) fieldsEnd(value *xsd.Value) {
	depth := len(r.stack)
	for _, s := range r.scopes {
		for _, sel := range s.selected {
			for i := range sel.fields {
				into := &sel.fields[i]
				if into.depth != depth {
					continue
				}
				into.depth = 0
				if value != nil {
					into.found, into.key, into.text = true, value.Key(), value.String()
				}
			}
		}
		if last := len(s.selected) - 1; last >= 0 && s.selected[last].depth == depth-1 {
			r.qualify(s, s.selected[last])
			s.selected = s.selected[:last]
		}
	}
}

// qualify takes the key sequence of a selected element into its scope.
func (r *run) qualify(s *scope, sel *selection) {
	key, text, complete := sel.sequence()
	constraint := s.constraint
	switch {
	case !complete && constraint.Kind == schema.Key:
		r.violate("cvc-identity-constraint.4.2.1", text, fmt.Sprintf("a field of key %s is missing; give each element all fields of its key", constraint.Name.Local))
	case !complete:
	case constraint.Kind == schema.KeyRef:
		s.references = append(s.references, keyReference{key, r.violation("cvc-identity-constraint.4.3", text,
			fmt.Sprintf("no %s has the value that %s refers to", constraint.Refer.Name.Local, constraint.Name.Local))})
	case s.sequences[key]:
		rule := "cvc-identity-constraint.4.1"
		if constraint.Kind == schema.Key {
			rule = "cvc-identity-constraint.4.2.2"
		}
		r.violate(rule, text, fmt.Sprintf("another element has the same value of %s; values must differ", constraint.Name.Local))
	default:
		s.sequences[key] = true
	}
}

// sequence is the key sequence as a key for maps and as a text.
func (sel *selection) sequence() (key, text string, complete bool) {
	var keys, texts strings.Builder
	complete = true
	for i, f := range sel.fields {
		complete = complete && f.found
		keys.WriteString(strconv.Itoa(len(f.key)) + ":" + f.key)
		if i > 0 {
			texts.WriteString(", ")
		}
		texts.WriteString(f.text)
	}
	return keys.String(), texts.String(), complete
}

// closeScopes ends the constraints of the element that ends: its tables, with those of the elements below, answer its keyrefs and go up.
func (r *run) closeScopes(f *frame) {
	own := r.scopes[f.scopes:]
	for _, s := range own {
		if r.referred(s.constraint, r.scopes) {
			f.tables.own(s)
		}
	}
	for _, s := range own {
		for _, reference := range s.references {
			if !f.tables[s.constraint.Refer][reference.key] {
				r.violations.Add(reference.violation)
			}
		}
	}
	r.scopes = r.scopes[:f.scopes]
	for constraint := range f.tables {
		if !r.referred(constraint, r.scopes) {
			delete(f.tables, constraint)
		}
	}
	if len(f.tables) > 0 {
		r.stack[len(r.stack)-2].tables.merge(f.tables)
	}
}

// own lays the element's own key sequences over those from below, which they hide.
func (t *tables) own(s *scope) {
	if *t == nil {
		*t = tables{}
	}
	table := (*t)[s.constraint]
	if table == nil {
		table = map[string]bool{}
		(*t)[s.constraint] = table
	}
	for key := range s.sequences {
		table[key] = true
	}
}

// merge adds the tables of a child. A key sequence that two children have refers to neither.
func (t *tables) merge(child tables) {
	if *t == nil {
		*t = child
		return
	}
	for constraint, sequences := range child {
		table := (*t)[constraint]
		if table == nil {
			(*t)[constraint] = sequences
			continue
		}
		for key, single := range sequences {
			_, there := table[key]
			table[key] = single && !there
		}
	}
}
