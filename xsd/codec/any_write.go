// This file writes what wildcards and xs:anyType let through.

package codec

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/xsd/content"
	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
	"github.com/mvainnsyn/mvainnsyn/xsd/xmltext"
)

// WriteXSD writes the element.
func (e *AnyElement) WriteXSD(w *XMLWriter) error {
	w.stand()
	if w.at == atRoot {
		w.at = atElement
	}
	if w.err == nil && w.at != atElement {
		w.fail(errWriteMisuse)
	}
	if w.err == nil {
		w.writeAny(e, content.Lax)
	}
	return w.err
}

// writeAny writes e at the writer's position. process is for an element inside that element: a wildcard has its own.
func (w *Writer) writeAny(e *AnyElement, process content.ProcessContents) {
	if !w.checkName("element", e.Name) {
		return
	}
	if !w.rename(e.Name) {
		return
	}
	d := w.cur.schema.element(e.Name)
	if e.Value != nil {
		w.writeTold(e, d, process)
		return
	}
	process = w.letIn(e, process)
	if process != content.Skip && d != nil {
		w.violate("cvc-complex-type.2.4", "", "the schema declares element %s: its value belongs in Value", e.Name)
	}
	if process == content.Strict && d == nil {
		w.violate("cvc-complex-type.2.4.c", "", "the schema must declare element %s, and does not", e.Name)
	}
	if process != content.Skip && w.cur.schema != nil {
		w.checkSaidType(e.Namespaces, e.Attributes)
	}
	w.writeGeneric(e.Namespaces, e.Attributes, e.Content, process)
}

// checkName refuses what is no name, which neither format can hold.
func (w *Writer) checkName(what string, name Name) bool {
	switch {
	case !xmltext.IsNCName(name.Local) || what == "attribute" && name == namespaceDeclaration:
		w.fail(fmt.Errorf("xsd: %q is not a name that an %s can have", name.Local, what))
	case !isWritable(name.Space):
		w.fail(fmt.Errorf("xsd: an %s cannot be in the namespace %q", what, name.Space))
	default:
		return true
	}
	return false
}

// namespaceDeclaration is what declares a namespace, and no attribute.
var namespaceDeclaration = Name{Local: "xmlns"}

// isElementName reports whether an element can have a name, in both formats.
func isElementName(name Name) bool { return xmltext.IsNCName(name.Local) && isWritable(name.Space) }

// isAttributeName reports whether an attribute can have a name, in both formats.
func isAttributeName(name Name) bool { return isElementName(name) && name != namespaceDeclaration }

// isWritable reports whether both formats can write names of a namespace: XML declares it, and JSON puts it in braces.
func isWritable(space string) bool {
	return space != namespaceOfDeclarations && strings.IndexByte(space, '}') < 0 && simple.IsXMLText(space)
}

// checkSpace refuses the namespace of a name in a value that one of the formats cannot write.
func (w *Writer) checkSpace(space string) {
	if !isWritable(space) || strings.ContainsAny(space, " \t\r\n") {
		w.fail(fmt.Errorf("xsd: a name in the namespace %q cannot be written", space))
	}
}

// checkSaidType reports xsi:type among the attributes of an element that declares namespaces: an element whose type the schema knows is held in Value.
func (w *Writer) checkSaidType(namespaces simple.Prefixes, attributes []AnyAttribute) {
	for _, a := range attributes {
		if a.Name != typeAttribute {
			continue
		}
		if rule, message := append(w.scopes, namespaces).untoldType(a.Value); rule != "" {
			w.violate(rule, a.Value, "%s", cmp.Or(message, "xsi:type names no type of the schema; an element of a type that the schema has belongs in Value"))
		}
	}
}

// writeGeneric writes the current element with attributes and content as they are.
func (w *Writer) writeGeneric(namespaces simple.Prefixes, attributes []AnyAttribute, contents []AnyContent, process content.ProcessContents) {
	inside := w.cur.schema.undeclared()
	w.frames = append(w.frames, writeFrame{own: w.cur.name(), declared: w.cur.element, index: w.cur.index, array: absent, tracked: w.startTracking()})
	w.at = atNothing
	w.scopes = append(w.scopes, namespaces)
	w.sink.putGeneric(namespaces, attributes, contents, process, inside)
	w.scopes = w.scopes[:len(w.scopes)-1]
	if w.top().tracked {
		w.ident.end(w)
	}
	w.frames = w.frames[:len(w.frames)-1]
	w.at = atNothing
}

// checkGeneric checks an attribute of an element that no schema declares; false where it cannot be written.
func (w *Writer) checkGeneric(a AnyAttribute, process content.ProcessContents, inside *element) bool {
	w.cur = writing{current: current{own: a.Name, element: inside}}
	w.at = atAttribute
	if !w.checkName("attribute", a.Name) {
		return false
	}
	w.checkAnyAttribute(a, process, inside.schema)
	w.at = atNothing
	return true
}

// isThere refuses a nil pointer to an element.
func (w *Writer) isThere(e *AnyElement) bool {
	if e == nil {
		w.fail(errNoElement)
	}
	return e != nil
}

var errNoElement = errors.New("xsd: Content holds a nil pointer to an AnyElement")

// writeChild writes an element inside one that no schema declares.
func (w *Writer) writeChild(e *AnyElement, process content.ProcessContents, inside *element) {
	if process == content.Strict {
		process = content.Lax
	}
	w.cur = writing{current: current{own: e.Name, element: inside}}
	w.at = atElement
	w.writeAny(e, process)
}

// checkAnyAttribute reports why an attribute is not valid under its global declaration.
func (w *Writer) checkAnyAttribute(a AnyAttribute, process content.ProcessContents, schema *Schema) {
	if w.unchecked || !w.checkCharacters(a.Value) || process == content.Skip || isInstance(a.Name) {
		return
	}
	declared, known := schema.attribute(a.Name)
	if known && declared.Simple != nil {
		w.cur.element = &element{field: &Field{Kind: AttributeField, Constraint: declared.Constraint}, schema: schema}
		w.check(declared.Simple, a.Value, nil)
	}
}

// WriteXSD writes the attribute.
func (a *AnyAttribute) WriteXSD(w *XMLWriter) error {
	w.stand()
	if w.err != nil || w.at != atAttribute || w.cur.field == nil || w.cur.field.Any == nil {
		w.fail(errWriteMisuse)
		return w.err
	}
	wildcard, schema := w.cur.field.Any, w.cur.schema
	if !w.checkName("attribute", a.Name) {
		return w.err
	}
	w.cur.own = a.Name
	if !wildcard.Namespaces.Allows(a.Name.Space) || isInstance(a.Name) {
		w.violate("cvc-complex-type.3.2.2", a.Value, "attribute %s is not allowed here", a.Name)
	}
	declared, known := schema.attribute(a.Name)
	if wildcard.Process == content.Strict && !known {
		w.violate("cvc-complex-type.3.2.2", a.Value, "the schema must declare attribute %s, and does not", a.Name)
	}
	w.checkUndeclared(a.Name)
	if known && wildcard.Process != content.Skip && declared.Simple != nil && isIDType(declared.Simple) {
		w.checkWildID()
	}
	w.checkAnyAttribute(*a, wildcard.Process, schema)
	if !known || declared.Simple == nil {
		declared.Simple = typeAnySimpleType
	}
	w.sink.putAttribute(a, declared.Simple)
	w.at = atNothing
	return w.err
}

// checkUndeclared reports an attribute of the type among those that a wildcard lets in: reading finds it in the field of its own.
func (w *Writer) checkUndeclared(name Name) {
	p := w.top().plan
	if slices.ContainsFunc(p.attributes, func(i int) bool { return p.typ.Fields[i].Name == name }) {
		w.violate("cvc-complex-type.3.2.2", "", "the type has an attribute %s: its value belongs in the field for it", name)
	}
}

// checkWildID reports an attribute of type xs:ID that a wildcard lets in where the element has another, or could have one by its type.
func (w *Writer) checkWildID() {
	f := w.top()
	if own, ok := f.plan.ownID(); ok {
		w.violate("cvc-complex-type.5.2", "", "the type has an attribute of type xs:ID, %s; another is not allowed", own)
		return
	}
	if f.identified {
		w.violate("cvc-complex-type.5.1", "", "the element has another attribute of type xs:ID already; one is allowed")
	}
	f.identified = true
}

// WriteXSD writes the element.
func (t *AnyType) WriteXSD(w *XMLWriter) error {
	w.stand()
	if w.at == atRoot {
		w.enterRoot(simpleRoots.of(nil), nil)
		if w.cur.schema == nil && t.Type.Local != "" {
			w.cur.element = &element{field: w.cur.field, schema: simpleRoots.schemaOf(t.Type)}
		}
	}
	if w.err == nil && w.at != atElement {
		w.fail(errWriteMisuse)
	}
	if w.err != nil {
		return w.err
	}
	if t.Value != nil {
		w.cur.saysType, w.cur.untold, w.cur.namespaces = true, true, t.Namespaces
		w.write(t.Value)
		return w.err
	}
	nilled := w.cur.nilled
	w.arrive()
	attributes := t.Attributes
	if nilled {
		attributes = withNil(attributes)
	}
	w.cur.nilled = nilled
	if t.Type.Local != "" {
		w.writeTyped(t.Type, t.Text(), t.Namespaces)
		return w.err
	}
	if w.cur.open && w.cur.isConcrete() {
		w.violate("cvc-elt.4.3", "", "xs:anyType is not derived from the declared type of element %s; its value belongs in Value", w.cur.name())
	}
	w.checkDeclared()
	if rule, message := t.mixedFault(w.cur.field); rule != "" && !nilled {
		w.violate(rule, t.Text(), "%s", message)
	}
	if w.cur.schema != nil {
		w.checkSaidType(t.Namespaces, attributes)
	}
	if !nilled && w.refusesNil(attributes) {
		w.violate("cvc-elt.3.1", "", "element %s says xsi:nil among its attributes; that belongs in Nil, where the schema allows it", w.cur.name())
	}
	contents := t.Content
	if w.cur.notedDefault(t.Text()) {
		contents = nil
	}
	w.writeGeneric(t.Namespaces, attributes, contents, content.Lax)
	return w.err
}

// refusesNil reports whether the declaration of the element, which is not nil, allows no xsi:nil as it is among attributes.
func (w *Writer) refusesNil(attributes []AnyAttribute) bool {
	d := w.cur.field
	return d != nil && d.Kind == ElementField && slices.ContainsFunc(attributes, func(a AnyAttribute) bool {
		return a.Name == nilAttribute && (!d.Nillable || a.Value != "false" && a.Value != "0")
	})
}

// withNil returns attributes that say xsi:nil.
func withNil(attributes []AnyAttribute) []AnyAttribute {
	for _, a := range attributes {
		if a.Name == nilAttribute {
			return attributes
		}
	}
	return append(attributes[:len(attributes):len(attributes)], AnyAttribute{Name: nilAttribute, Value: "true"})
}

// writeTyped writes an element of a simple type that it names.
func (w *Writer) writeTyped(said Name, text string, names simple.Prefixes) {
	st := w.cur.schema.simpleType(said)
	if st == nil {
		w.violate("cvc-elt.4.2", said.String(), "type %s is not known", said)
		st = typeAnySimpleType
	}
	if w.cur.open && w.cur.isConcrete() {
		w.checkSimpleType(st)
	}
	if w.cur.nilled {
		w.checkNilDeclared()
	}
	w.cur.tracked = w.startTracking()
	w.sink.putTyped(st, said, text, names)
}
