// Elements: from the start tag to a declaration and a type (Element Locally Valid, section 3.3.4), and at the end tag their value.

package validate

import (
	"fmt"
	"slices"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
	"github.com/mvainnsyn/mvainnsyn/xsd"
	"github.com/mvainnsyn/mvainnsyn/xsd/xmltext"
)

// instance is the namespace of xsi:type, xsi:nil and the schema location hints.
const instance = "http://www.w3.org/2001/XMLSchema-instance"

// governing is what a place in the content says of the element there.
type governing struct {
	declaration *schema.Element
	process     process
}

// process says how an element is assessed.
type process int

const (
	strict process = iota // by a declaration or xsi:type, one of which must be there
	lax                   // by a declaration or xsi:type where there is one
	skip                  // not at all
)

// start opens an element.
func (r *run) start() {
	name := r.input.Name()
	place := r.place(name)
	position := 1
	if len(r.stack) > 0 {
		position = r.top().siblings.next(name)
	}
	r.stack = append(r.stack, frame{name: name, position: position, scopes: len(r.scopes)})
	f := r.top()
	if place.process == skip {
		return
	}
	f.declaration = place.declaration
	r.assess(f, place)
	if !f.assessed() {
		return
	}
	if c := f.elementContent(); c != nil {
		f.matcher.Reset(c.Model())
	}
	r.openScopes(f)
	r.attributes(f)
}

// place finds what the parent's content says of a child; at the root it is a global declaration.
func (r *run) place(name schema.Name) governing {
	if len(r.stack) == 0 {
		return governing{declaration: r.validator.set.Element(name)}
	}
	parent := r.top()
	parent.hasElements = true
	if !parent.assessed() {
		return governing{process: skip}
	}
	return r.child(parent, name)
}

// assess gives the frame its type: that of xsi:type, else the declaration's, else none.
func (r *run) assess(f *frame, place governing) {
	instanceType, given := r.instanceType()
	switch {
	case f.declaration == nil && given:
		f.typ = instanceType
	case f.declaration == nil && place.process == lax:
		f.typ = schema.AnyType()
	case f.declaration == nil:
		r.undeclared(f)
		return
	default:
		r.assessDeclared(f, instanceType)
	}
	if schema.IsAbstract(f.typ) {
		r.violate("cvc-type.2", "", fmt.Sprintf("type %s is abstract; xsi:type must name a type derived from it", f.typ.TypeName().Local))
	}
	r.nil(f)
}

func (r *run) undeclared(f *frame) {
	if len(r.stack) == 1 {
		r.violate("cvc-elt.1", f.name.String(), fmt.Sprintf("the root element is %s; %s", f.name, r.expectedRoots(f.name)))
		return
	}
	r.violate("cvc-complex-type.2.4.c", f.name.String(), fmt.Sprintf("the schema must declare element %s, and does not", f.name))
}

// expectedRoots says which global element should have come: those of the same name in another namespace or in other letter case, or else all.
func (r *run) expectedRoots(name schema.Name) string {
	var likely []string
	for _, e := range r.validator.set.Elements {
		if strings.EqualFold(e.Name.Local, name.Local) {
			likely = append(likely, e.Name.String())
		}
	}
	if len(likely) > 0 {
		slices.Sort(likely)
		return "did you mean " + alternatives(likely) + "?"
	}
	return "expected is " + alternatives(r.validator.roots())
}

// rootsOf are the names of all global elements, sorted.
func rootsOf(set *schema.Set) []string {
	names := make([]string, len(set.Elements))
	for i, e := range set.Elements {
		names[i] = e.Name.String()
	}
	slices.Sort(names)
	return names
}

// alternatives lists names, and counts those that are too many to list.
func alternatives(names []string) string {
	if more := len(names) - mostNamed; more > 0 {
		names = append(slices.Clone(names[:mostNamed]), fmt.Sprintf("one of %d more", more))
	}
	return strings.Join(names, " or ")
}

func (r *run) assessDeclared(f *frame, instanceType schema.Type) {
	f.typ = f.declaration.Type
	if f.declaration.Abstract {
		r.violate("cvc-elt.2", f.name.String(), fmt.Sprintf("element %s is abstract; use an element that may stand for it", f.name))
	}
	if instanceType == nil || instanceType == f.typ {
		return
	}
	if !f.declaration.Allows(instanceType) {
		r.violate("cvc-elt.4.3", typeName(instanceType),
			fmt.Sprintf("the type %s may not stand for %s here: it is not derived from it, or that derivation is blocked", typeName(instanceType), typeName(f.typ)))
		return
	}
	f.typ = instanceType
}

// instanceType is the type that xsi:type names; given reports whether the attribute is there and means one.
func (r *run) instanceType() (t schema.Type, given bool) {
	index := r.instanceAttribute("type")
	if index < 0 {
		return nil, false
	}
	value, fault := xsd.BuiltIn("QName").Parse(r.input.Attrs()[index].Value, r.input)
	if fault != nil {
		r.violateAttribute(index, "cvc-elt.4.1", "xsi:type is no qualified name with a declared prefix: "+fault.Message)
		return nil, false
	}
	name := r.expand(value.String())
	if t = r.validator.set.Type(name); t == nil {
		r.violateAttribute(index, "cvc-elt.4.2", "xsi:type names no type of the schema")
		return nil, false
	}
	return t, true
}

// expand resolves a qualified name whose prefix is known to be bound.
func (r *run) expand(text string) schema.Name {
	prefix, local := splitName(text)
	space, _ := r.input.LookupPrefix(prefix)
	return schema.Name{Space: space, Local: local}
}

// instanceAttribute is the index of an attribute of the instance namespace, -1 where it is absent.
func (r *run) instanceAttribute(local string) int {
	for i, attr := range r.input.Attrs() {
		if attr.Name.Space == instance && attr.Name.Local == local {
			return i
		}
	}
	return -1
}

// nil looks at xsi:nil.
func (r *run) nil(f *frame) {
	index := r.instanceAttribute("nil")
	if index < 0 || f.declaration == nil {
		return
	}
	value, fault := xsd.BuiltIn("boolean").Parse(r.input.Attrs()[index].Value, nil)
	if fault != nil {
		r.violateAttribute(index, "cvc-attribute.3", "xsi:nil is true or false: "+fault.Message)
	}
	isTrue := fault == nil && (value.String() == "true" || value.String() == "1")
	switch {
	case !f.declaration.Nillable:
		r.violateAttribute(index, "cvc-elt.3.1", fmt.Sprintf("the element %s is not nillable: leave xsi:nil out", f.name))
	case isTrue:
		f.nilled = true
		if fixed, is := f.declaration.Constraint.(*schema.Fixed); is {
			r.violateAttribute(index, "cvc-elt.3.2.2", fmt.Sprintf("the value is fixed as %q, so the element cannot be nil; remove xsi:nil", fixed.Text))
		}
	}
}

// text takes character data into the innermost open element.
func (r *run) text() {
	f := r.top()
	if !f.assessed() {
		return
	}
	f.hasText = true
	if f.keepsText() {
		f.buffer = append(f.buffer, r.input.Text()...)
		return
	}
	if f.hasWords || r.input.Blank() {
		return
	}
	f.hasWords = true
	if c := f.elementContent(); c != nil && !c.Mixed && !f.nilled {
		r.violate("cvc-complex-type.2.3", r.input.Text(), "only elements are allowed here; remove the text")
	}
}

// end closes the innermost open element.
func (r *run) end() error {
	f := r.top()
	if f.assessed() {
		if err := f.matcher.Err(); err != nil {
			return &xsd.LimitError{Position: r.input.Position(), Message: fmt.Sprintf("the content of %s could not be checked: %v", f.name, err)}
		}
		value := r.value(f)
		r.fieldsEnd(value)
		r.closeScopes(f)
	}
	r.stack = r.stack[:len(r.stack)-1]
	return nil
}

// value checks the content as a whole and returns the value of simple content, else nil.
func (r *run) value(f *frame) *xsd.Value {
	if f.nilled {
		if f.hasElements || f.hasText {
			r.violate("cvc-elt.3.2.1", string(f.buffer), "the element says xsi:nil, so it must be empty; remove its content or xsi:nil")
		}
		return nil
	}
	if simple := f.simple(); simple != nil {
		return r.simpleValue(f, simple)
	}
	r.complexEnd(f)
	return nil
}

func splitName(text string) (prefix, local string) {
	for i := range len(text) {
		if text[i] == ':' {
			return text[:i], text[i+1:]
		}
	}
	return "", text
}

// typeName names a type for messages.
func typeName(t schema.Type) string {
	if name := t.TypeName(); name != (schema.Name{}) {
		return name.String()
	}
	return "an anonymous type"
}

var _ xsd.PrefixResolver = (*xmltext.Reader)(nil)
