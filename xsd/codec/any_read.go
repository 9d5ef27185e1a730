// This file reads what wildcards and xs:anyType let through, validated as far as processContents asks.

package codec

import (
	"github.com/mvainnsyn/mvainnsyn/xsd/content"
	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
)

// anyTypeName is the name of the type that everything is of.
var anyTypeName = Name{Space: simple.Namespace, Local: "anyType"}

// ReadXSD reads the element at the reader's position.
func (e *AnyElement) ReadXSD(r *XMLReader) error {
	*e = AnyElement{}
	if r.at == atRoot {
		r.at = atElement
	}
	if r.err != nil || r.at != atElement {
		r.misused()
		return r.err
	}
	process := content.Lax
	if f := r.cur.field; f != nil && f.Any != nil {
		process = f.Any.Process
	}
	r.readAny(e, process, false)
	return r.err
}

// readAny reads the current element into e. nested says that the element around it is such a one, too.
func (r *Reader) readAny(e *AnyElement, process content.ProcessContents, nested bool) {
	e.Name = r.cur.name()
	if process == content.Skip || !r.readDeclared(e) {
		if process == content.Strict {
			r.violate("cvc-complex-type.2.4.c", e.Name.String(), "the schema must declare element %s, and does not", e.Name)
			process = content.Lax
		}
		r.readGeneric(e.parts(), process, nested)
	}
}

// anyParts are where the parts of an element go that no schema declares.
type anyParts struct {
	namespaces *simple.Prefixes
	attributes *[]AnyAttribute
	content    *[]AnyContent
}

func (e *AnyElement) parts() anyParts { return anyParts{&e.Namespaces, &e.Attributes, &e.Content} }

func (t *AnyType) parts() anyParts { return anyParts{&t.Namespaces, &t.Attributes, &t.Content} }

// readDeclared reads the current element into e.Value, if the schema declares it or knows the type it says it is of.
func (r *Reader) readDeclared(e *AnyElement) bool {
	if r.cur.schema == nil {
		return false
	}
	d := r.cur.schema.element(r.cur.name())
	if d == nil {
		r.cursor.typeOfUndeclared()
		return r.readSaidType(e)
	}
	r.cursor.instance()
	r.cur.element = d.element()
	if d.Abstract {
		r.violate("cvc-elt.2", "", "element %s is abstract; use an element that may stand for it", d.Name)
	}
	switch {
	case r.cur.saysNil && !d.Nillable:
		r.violate("cvc-elt.3.1", "", "element %s may not say xsi:nil", d.Name)
	case r.cur.nilled:
		r.checkNilFixed()
	}
	if r.cur.isSimple() {
		r.cursor.lookForType()
	}
	if e.Value = d.newValue(); r.cur.complex != nil && !d.Nillable || r.isComplexForSimple() {
		e.Value = r.typedValue()
	}
	if e.Value == nil {
		r.discard()
		return true
	}
	r.delegate(e.Value)
	return true
}

// readSaidType reads an element that no schema declares, but whose type xsi:type names.
func (r *Reader) readSaidType(e *AnyElement) bool {
	entry, known := r.cur.schema.complexType(r.cur.typeName)
	if known && !entry.Descriptor.Abstract && r.err == nil {
		r.cur.element = &element{complex: entry.Descriptor, schema: r.cur.schema}
		e.Value = entry.newValue()
		r.delegate(e.Value)
		return true
	}
	if st := r.cur.schema.simpleType(r.cur.typeName); st != nil && r.err == nil {
		typed := new(AnyType)
		r.cur.element = r.cur.schema.undeclared()
		r.readSimpleAs(typed, st)
		e.Value = typed
		return true
	}
	r.mustKnowType(known)
	return false
}

// mustKnowType reports that xsi:type names no type that an element can be of. The element is then no longer valid, also where a lax wildcard let it in
// (XSD 1.0 Part 1, section 3.10.1: "if the item ... has an xsi:type, ... it must be valid").
func (r *Reader) mustKnowType(isComplex bool) {
	switch said := r.cur.typeName; {
	case r.err != nil || said.Local == "" || said == anyTypeName:
	case isComplex:
		r.violate("cvc-type.2", said.String(), "type %s is abstract; xsi:type must name a type derived from it", said.Local)
	default:
		r.violate("cvc-elt.4.2", said.String(), "xsi:type names no type of the schema")
	}
}

// readGeneric reads the attributes and content of the current element as they come. nested says that the element around it is such a one, too.
func (r *Reader) readGeneric(parts anyParts, process content.ProcessContents, nested bool) (said untold) {
	inside := r.cur.schema.undeclared()
	r.frames = append(r.frames, frame{own: r.cur.name(), index: r.cur.index, declared: r.cur.element, phase: done, tracked: r.startTracking()})
	r.at = atNothing
	said = r.cursor.generic(parts, process, inside, nested)
	r.pop()
	return said
}

// holdAttribute adds an attribute to those of an element that no schema declares.
func (r *Reader) holdAttribute(attributes *[]AnyAttribute, name Name, value string) {
	if !r.drops {
		*attributes = append(*attributes, AnyAttribute{Name: name, Value: value})
	}
}

// hold adds a piece to the content of an element that no schema declares. Where nothing is kept, two pieces tell all that is asked later: whether there is
// nothing, a text alone, or an element, whose own content is let go.
func (r *Reader) hold(pieces *[]AnyContent, piece AnyContent) {
	if r.drops {
		if len(*pieces) == 2 {
			return
		}
		if child, ok := piece.(*AnyElement); ok {
			*child = AnyElement{Name: child.Name}
		}
	}
	*pieces = append(*pieces, piece)
}

// ReadXSD reads the attribute at the reader's position.
func (a *AnyAttribute) ReadXSD(r *XMLReader) error {
	if r.err != nil || r.at != atAttribute || r.cur.field == nil || r.cur.field.Any == nil {
		r.misused()
		return r.err
	}
	a.Name, a.Value = r.cur.name(), r.cur.text
	r.checkAnyAttribute(a.Value, r.cur.field.Any.Process)
	r.at = atNothing
	return r.err
}

// attributeType returns the type of the current attribute, if the schema declares it.
func (r *Reader) attributeType() *simple.SimpleType {
	if a, ok := r.cur.schema.attribute(r.cur.name()); ok && a.Simple != nil {
		return a.Simple
	}
	return typeAnySimpleType
}

// checkAnyAttribute validates the current attribute against its global declaration.
func (r *Reader) checkAnyAttribute(text string, process content.ProcessContents) {
	if name := r.cur.name(); process == content.Skip || isInstance(name) {
		return
	}
	a, known := r.cur.schema.attribute(r.cur.name())
	switch {
	case !known && process == content.Strict:
		r.violate("cvc-complex-type.3.2.2", text, "the schema must declare attribute %s, and does not", r.cur.name())
	case known && a.Simple != nil:
		normal, ns, ok := r.check(a.Simple, text, &Field{Kind: AttributeField, Constraint: a.Constraint})
		if ok && r.ident.active() {
			r.ident.attribute(r, r.cur.name(), a.Simple, normal, ns)
		}
	}
}

// ReadXSD reads the element at the reader's position.
func (t *AnyType) ReadXSD(r *XMLReader) error {
	*t = AnyType{}
	if r.err == nil && r.at == atRoot {
		r.enterRoot(simpleRoots.of(nil), nil, nil)
	}
	if r.err != nil || r.at != atElement {
		r.misused()
		return r.err
	}
	r.cursor.lookForType()
	if said := r.cur.typeName; r.cur.schema == nil && said.Local != "" {
		r.cur.element = &element{field: r.cur.field, schema: simpleRoots.schemaOf(said)}
	}
	r.readAnyType(t)
	return r.err
}

// readAnyType reads the current element into t: as the type that xsi:type names, else as it comes.
func (r *Reader) readAnyType(t *AnyType) {
	said, schema := r.cur.typeName, r.cur.schema
	if entry, known := schema.complexType(said); known {
		r.readComplexAs(t, entry)
		return
	}
	if st := schema.simpleType(said); st != nil {
		r.readSimpleAs(t, st)
		return
	}
	if said.Local != "" && said != anyTypeName {
		r.violate("cvc-elt.4.2", said.String(), "xsi:type names no type of the schema")
	}
	declared, name, stood := r.cur.field, r.cur.name(), r.cur
	if said := r.readGeneric(t.parts(), content.Lax, false); said.hasNil {
		r.hearNil(&stood, said.nilled)
	}
	r.checkAnyContent(t, &stood)
	if text := declared.defaultText(); text != "" && len(t.Content) == 0 && !stood.nilled {
		t.Content = []AnyContent{AnyText(text)}
		if r.notes != nil {
			r.noteAt(len(r.frames), name).empty = true
		}
	}
	r.wasNil = stood.nilled
}

// checkAnyContent reports content of an element of xs:anyType, where it stood, that xsi:nil or a fixed value does not let be.
func (r *Reader) checkAnyContent(t *AnyType, stood *current) {
	rule, text, message := "", "", ""
	switch {
	case stood.nilled && len(t.Content) > 0:
		rule, message = "cvc-elt.3.2.1", "the element says xsi:nil, so it must be empty; remove its content or xsi:nil"
	case !stood.nilled:
		if rule, message = t.mixedFault(stood.field); rule != "" {
			text = t.Text()
		}
	}
	if rule == "" || r.err != nil {
		return
	}
	r.cur, r.at = *stood, atElement
	r.violate(rule, text, "%s", message)
	r.at = atNothing
}

// readComplexAs reads the current element as the complex type that xsi:type names.
func (r *Reader) readComplexAs(t *AnyType, entry TypeEntry) {
	if entry.Descriptor.Abstract {
		r.refuse("cvc-type.2", r.cur.typeName.String(), "type %s is abstract; xsi:type must name a type derived from it", entry.Descriptor.GoName)
		r.discard()
		return
	}
	r.cur.element = &element{field: r.cur.field, schema: r.cur.schema}
	t.Value = entry.newValue()
	r.delegate(t.Value)
}

// readSimpleAs reads the current element as the simple type that xsi:type names.
func (r *Reader) readSimpleAs(t *AnyType, st *simple.SimpleType) {
	t.Type = r.cur.typeName
	if r.blocksRestriction() {
		r.violate("cvc-elt.4.3", t.Type.String(), "the schema blocks type %s here", t.Type.Local)
	}
	if text, names := r.cursor.typedText(st); !r.wasNil {
		t.Content, t.Namespaces = []AnyContent{AnyText(text)}, names
	}
}
