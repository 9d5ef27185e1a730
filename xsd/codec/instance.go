// This file holds what attributes of the schema instance namespace say of an element that no schema declares, or that is of xs:anyType (XSD 1.0 Part 1,
// section 2.6).

package codec

import "github.com/mvainnsyn/mvainnsyn/xsd/simple"

// instanceNamespace is that of xsi:type, xsi:nil and the hints about schema documents (section 2.6).
const instanceNamespace = "http://www.w3.org/2001/XMLSchema-instance"

var (
	typeAttribute = Name{Space: instanceNamespace, Local: "type"}
	nilAttribute  = Name{Space: instanceNamespace, Local: "nil"}
)

// isInstance reports whether an attribute is one that is allowed everywhere, and that no wildcard lets in (section 3.2.7).
func isInstance(name Name) bool {
	if name.Space != instanceNamespace {
		return false
	}
	switch name.Local {
	case "type", "nil", "schemaLocation", "noNamespaceSchemaLocation":
		return true
	}
	return false
}

// instanceType is the type of such an attribute.
func instanceType(name Name) *simple.SimpleType {
	switch name.Local {
	case "type":
		return typeQName
	case "nil":
		return typeBoolean
	}
	return typeAnySimpleType // locations: texts tell them apart as lists of URIs do
}

// untold is what attributes say of an element whose cursor could not tell before it had read all of it.
type untold struct {
	typ, nilled     string
	hasType, hasNil bool
}

// note notes an attribute, if it is one of those.
func (u *untold) note(name Name, value string) {
	switch name {
	case typeAttribute:
		u.typ, u.hasType = value, true
	case nilAttribute:
		u.nilled, u.hasNil = value, true
	}
}

// scopes are the namespaces that elements of any kind declare around a place, the innermost last.
type scopes []simple.Prefixes

// LookupPrefix returns what the innermost element that declares a prefix binds it to.
func (s scopes) LookupPrefix(prefix string) (uri string, ok bool) {
	for i := len(s) - 1; i >= 0; i-- {
		if uri, ok = s[i].LookupPrefix(prefix); ok {
			return uri, true
		}
	}
	return "", false
}

// untoldType returns which rule the value of xsi:type breaks in an element that is held as it came, "" for none: any type but xs:anyType has values of its
// own. The message is "" where it depends on the format.
func (s scopes) untoldType(value string) (rule, message string) {
	switch q, err := ParseQName(value, s); {
	case err != nil:
		return "cvc-elt.4.1", notResolved
	case q.Name() != anyTypeName:
		return "cvc-elt.4.2", ""
	}
	return "", ""
}

// notResolved is what is wrong with a value of xsi:type that stands for no name.
const notResolved = "xsi:type must be a qualified name whose prefix is declared"

// hearNil notes what xsi:nil says of an element of xs:anyType where it stood, and reports why it cannot.
func (r *Reader) hearNil(stood *current, said string) {
	if r.err != nil {
		return
	}
	r.cur, r.at = *stood, atElement
	if fault := typeBoolean.Check(said, nil); fault != nil {
		r.violate("cvc-attribute.3", said, notBoolean, fault.Message)
	}
	stood.nilled = isTrue(typeBoolean.Normalize(said))
	switch d := stood.field; {
	case d == nil || d.Kind != ElementField:
	case !d.Nillable && stood.nilled:
		r.refuse("cvc-elt.3.1", "", "element %s may not say xsi:nil; leave it out or give it a value", stood.name())
	case !d.Nillable:
		r.violate("cvc-elt.3.1", "", "element %s may not say xsi:nil; leave it out or give it a value", stood.name())
	case stood.nilled:
		r.checkNilFixed()
	}
	r.at = atNothing
}

// notBoolean is what is wrong with a value of xsi:nil.
const notBoolean = "xsi:nil is true or false: %s"
