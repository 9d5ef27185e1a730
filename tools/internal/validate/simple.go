// Simple values: the type's own verdict, default and fixed values, and IDs (sections 3.3.4 clause 5, 3.14.4 and 3.15.4).

package validate

import (
	"fmt"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

// simpleValue checks the text of an element with simple content and returns its value, nil where it has none.
func (r *run) simpleValue(f *frame, simple *xsd.SimpleType) *xsd.Value {
	if f.broken {
		return nil // elements stand among the text
	}
	text, prefixes := string(f.buffer), xsd.PrefixResolver(r.input)
	if text == "" && f.declaration != nil && f.declaration.Constraint != nil {
		text, prefixes = f.declaration.Constraint.Value()
	}
	value, fault := simple.Parse(simple.Normalize(text), prefixes)
	if fault != nil {
		r.violate(fault.Rule, text, fault.Message)
		return nil
	}
	if f.declaration != nil {
		if fixed, is := f.declaration.Constraint.(*schema.Fixed); is && !equalsFixed(simple, value, fixed) {
			r.violate("cvc-elt.5.2.2.2.2", text, fmt.Sprintf("the value is fixed as %q; write that, or leave it out", fixed.Text))
		}
	}
	r.identify(value, func() xsd.Violation { return r.violation("", text, "") })
	return &value
}

// equalsFixed compares in value space.
func equalsFixed(simple *xsd.SimpleType, value xsd.Value, fixed *schema.Fixed) bool {
	wanted, fault := simple.Parse(simple.Normalize(fixed.Text), xsd.Prefixes(fixed.Namespaces))
	return fault == nil && wanted.Equal(value)
}

// reference is an IDREF with where it stands.
type reference struct {
	id    string
	where xsd.Violation
}

// identify takes note of IDs and of references to them, in lists and unions too. Where says where the value stands, in a violation
// without rule and message.
func (r *run) identify(value xsd.Value, where func() xsd.Violation) {
	if value.Type() == nil {
		return
	}
	for _, item := range value.Items() {
		r.identify(item, where)
	}
	text := value.String()
	switch builtIn(value.Type()) {
	case "ID":
		if r.ids[text] {
			r.add(where(), "cvc-id.2", "another element has the same ID; IDs must differ")
		}
		r.ids[text] = true
	case "IDREF":
		r.references = append(r.references, reference{text, where()})
	case "ENTITY":
		r.checkEntity(text, where)
	}
}

// checkEntity reports the name of an entity that the document type declaration does not declare as unparsed.
func (r *run) checkEntity(name string, where func() xsd.Violation) {
	declared, unread := r.input.Unparsed(name)
	switch {
	case declared:
	case unread != "":
		r.unchecked = &xsd.LimitError{Position: r.input.Position(), Message: "the unparsed entity " + name + " is declared, if at all, in what is not read: " + unread, Remedy: "declare it in the document"}
	default:
		r.add(where(), "cvc-simple-type.2.1", fmt.Sprintf("the document declares no unparsed entity %q", name))
	}
}

func (r *run) add(violation xsd.Violation, rule, message string) {
	violation.Rule, violation.Message = rule, message
	r.violations.Add(violation)
}

// checkReferences reports, at the end of the document, references to IDs that are not there.
func (r *run) checkReferences() {
	for _, ref := range r.references {
		if !r.ids[ref.id] {
			r.add(ref.where, "cvc-id.1", "no element has the ID that is referred to")
		}
	}
}

func isID(t *xsd.SimpleType) bool { return builtIn(t) == "ID" }

// builtIn is the local name of the nearest built-in ancestor.
func builtIn(t *xsd.SimpleType) string {
	if ancestor := t.BuiltInAncestor(); ancestor != nil {
		return ancestor.Name().Local
	}
	return ""
}
