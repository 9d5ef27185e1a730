// Attributes (Element Locally Valid (Complex Type), section 3.4.4, clauses 3 to 5, and Attribute Locally Valid, section 3.2.4).

package validate

import (
	"fmt"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
	"github.com/mvainnsyn/mvainnsyn/xsd"
	"github.com/mvainnsyn/mvainnsyn/xsd/content"
	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
	"github.com/mvainnsyn/mvainnsyn/xsd/xmltext"
)

// attributes checks the attributes of the current start tag.
func (r *run) attributes(f *frame) {
	var values map[schema.Name]xsd.Value // for fields of identity constraints only
	if len(r.scopes) > 0 {
		values = map[schema.Name]xsd.Value{}
	}
	t, complexType := f.typ.(*schema.ComplexType)
	if !complexType {
		r.noAttributes(f, values)
		r.fieldsStart(f, values)
		return
	}
	wildIDs := 0
	for i, attr := range r.input.Attrs() {
		if isHint(attr.Name) {
			r.noteHint(attr, values)
			continue
		}
		declared, fixed := r.attributeDeclaration(i, t, attr.Name)
		if declared == nil {
			continue
		}
		if value, ok := r.attributeValue(i, declared, fixed); ok && values != nil {
			values[attr.Name] = value
		}
		if isID(declared.Type.Runtime) && !uses(t, declared) {
			wildIDs++
		}
	}
	r.wildIDs(t, wildIDs)
	r.absent(f, t, values)
	r.fieldsStart(f, values)
}

// wildIDs checks clause 5: of the attributes that a wildcard let in at most one may be an ID, and none where the type has an ID of its own.
func (r *run) wildIDs(t *schema.ComplexType, count int) {
	if count > 1 {
		r.violate("cvc-complex-type.5.1", "", "the element has another attribute of type xs:ID already; one is allowed")
	}
	if count == 0 {
		return
	}
	for _, use := range t.AttributeUses {
		if isID(use.Declaration.Type.Runtime) {
			r.violate("cvc-complex-type.5.2", "", fmt.Sprintf("the type has an attribute of type xs:ID, %s; another is not allowed", use.Declaration.Name))
			return
		}
	}
}

// uses reports whether the type has the attribute by a use of its own.
func uses(t *schema.ComplexType, declared *schema.Attribute) bool {
	for _, use := range t.AttributeUses {
		if use.Declaration == declared {
			return true
		}
	}
	return false
}

// hintTypes are the types of the attributes of the instance namespace (section 2.6). Fields of identity constraints may lead to them.
var hintTypes = map[string]*xsd.SimpleType{
	"type":                      xsd.BuiltIn("QName"),
	"nil":                       xsd.BuiltIn("boolean"),
	"schemaLocation":            simple.ListOf(schema.Name{}, xsd.BuiltIn("anyURI")),
	"noNamespaceSchemaLocation": xsd.BuiltIn("anyURI"),
}

// noteHint notes the value of an attribute of the instance namespace; what is wrong with it is reported where it is used.
func (r *run) noteHint(attr xmltext.Attr, values map[schema.Name]xsd.Value) {
	if values != nil {
		simple := hintTypes[attr.Name.Local]
		values[attr.Name], _ = simple.Parse(simple.Normalize(attr.Value), r.input)
	}
}

// isHint tells the attributes of the instance namespace that every element may have.
func isHint(name schema.Name) bool {
	return name.Space == instance && hintTypes[name.Local] != nil
}

// noAttributes checks the attributes of an element of simple type.
func (r *run) noAttributes(f *frame, values map[schema.Name]xsd.Value) {
	for i, attr := range r.input.Attrs() {
		if isHint(attr.Name) {
			r.noteHint(attr, values)
		} else {
			r.violateAttribute(i, "cvc-type.3.1.1", fmt.Sprintf("the element %s has a simple type: the attribute %s is not allowed", f.name, attr.Name))
		}
	}
}

// attributeDeclaration finds the declaration of an attribute by its use or the attribute wildcard; nil where it is not to be assessed.
func (r *run) attributeDeclaration(index int, t *schema.ComplexType, name schema.Name) (*schema.Attribute, schema.ValueConstraint) {
	for _, use := range t.AttributeUses {
		if use.Declaration.Name == name {
			return use.Declaration, use.EffectiveConstraint()
		}
	}
	wildcard := t.AnyAttribute
	if wildcard == nil || !wildcard.Namespaces.Allows(name.Space) {
		r.violateAttribute(index, "cvc-complex-type.3.2.2", fmt.Sprintf("attribute %s is not allowed here; remove it", name))
		return nil, nil
	}
	if wildcard.Process == content.Skip {
		return nil, nil
	}
	declared := r.validator.set.Attribute(name)
	if declared == nil {
		if wildcard.Process == content.Strict {
			r.violateAttribute(index, "cvc-complex-type.3.2.2", fmt.Sprintf("the schema must declare attribute %s, and does not", name))
		}
		return nil, nil
	}
	return declared, declared.Constraint
}

func (r *run) attributeValue(index int, declared *schema.Attribute, constraint schema.ValueConstraint) (xsd.Value, bool) {
	simple := declared.Type.Runtime
	text := r.input.Attrs()[index].Value
	value, fault := simple.Parse(simple.Normalize(text), r.input)
	if fault != nil {
		r.violateAttribute(index, fault.Rule, fault.Message)
		return value, false
	}
	if fixed, is := constraint.(*schema.Fixed); is && !equalsFixed(simple, value, fixed) {
		r.violateAttribute(index, "cvc-attribute.4", fmt.Sprintf("the value is fixed as %q; write that, or leave it out", fixed.Text))
	}
	r.identify(value, func() xsd.Violation { return r.attributeViolation(index, "", "") })
	return value, true
}

// absent reports required attributes that are missing, and adds the values of those with a default.
func (r *run) absent(f *frame, t *schema.ComplexType, values map[schema.Name]xsd.Value) {
	for _, use := range t.AttributeUses {
		name := use.Declaration.Name
		if r.hasAttribute(name) {
			continue
		}
		if use.Required {
			r.violate("cvc-complex-type.4", "", fmt.Sprintf("attribute %s is missing", name))
			continue
		}
		if constraint := use.EffectiveConstraint(); constraint != nil {
			text, prefixes := constraint.Value()
			simple := use.Declaration.Type.Runtime
			if value, fault := simple.Parse(simple.Normalize(text), prefixes); fault == nil {
				if values != nil {
					values[name] = value
				}
				r.identify(value, func() xsd.Violation { return r.violation("", text, "") })
			}
		}
	}
}

func (r *run) hasAttribute(name schema.Name) bool {
	for _, attr := range r.input.Attrs() {
		if attr.Name == name {
			return true
		}
	}
	return false
}
