// This file reads and writes in JSON what no schema declares: a string for an element with text alone, else an object with the
// attributes by expanded names and everything else in "#content".

package codec

import (
	"errors"
	"maps"
	"slices"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/xsd/content"
	"github.com/mvainnsyn/mvainnsyn/xsd/jsontext"
	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
	"github.com/mvainnsyn/mvainnsyn/xsd/xmltext"
)

// expandedKey names a member after an element or attribute whose namespace does not follow from the schema.
func expandedKey(name Name) string { return "{" + name.Space + "}" + name.Local }

func (r *Reader) readGenericJSON(parts anyParts, process content.ProcessContents, inside *element) {
	switch r.json.Kind() {
	case jsontext.ObjectStart:
	case jsontext.ArrayStart:
		r.violate("cvc-complex-type.2", "[", "a string or an object is expected")
		r.failOn(r.json.Skip())
		return
	case jsontext.Null:
		r.holdAttribute(parts.attributes, nilAttribute, "true")
		return
	default:
		r.holdText(parts.content, r.plainText())
		return
	}
	for r.nextJSONToken() == jsontext.Key && r.err == nil {
		key := r.json.Text()
		r.nextJSONToken()
		switch {
		case r.err != nil:
			return
		case key == keyContent:
			r.readGenericItems(parts.content, process, inside)
		case key == keyNamespaces:
			*parts.namespaces = r.readNamespaces()
		case strings.HasPrefix(key, "@") && xmltext.IsNCName(parseName(key[1:]).Local):
			r.readGenericAttribute(parts.attributes, parseName(key[1:]), process, inside)
		default:
			r.violate("cvc-complex-type.2.4.a", key, "member %q is not known here", key)
			r.failOn(r.json.Skip())
		}
	}
	*parts.namespaces = usedNamespaces(*parts.namespaces, *parts.attributes, *parts.content)
}

// readNamespaces reads an object of prefixes and namespaces.
func (r *Reader) readNamespaces() simple.Prefixes {
	if r.json.Kind() != jsontext.ObjectStart {
		r.violate("cvc-complex-type.2", r.jsonTokenText(), "%s is an object", keyNamespaces)
		r.failOn(r.json.Skip())
		return nil
	}
	namespaces := make(simple.Prefixes)
	for r.nextJSONToken() == jsontext.Key && r.err == nil {
		prefix := r.json.Text()
		if r.nextJSONToken() != jsontext.String && r.err == nil {
			r.violate("cvc-complex-type.2", r.jsonTokenText(), "a namespace is a string")
			r.failOn(r.json.Skip())
			continue
		}
		if b := (xmltext.Binding{Prefix: prefix, URI: r.json.Text()}); r.isDeclarable(b) {
			namespaces[prefix] = b.URI
		}
	}
	return namespaces
}

// isDeclarable reports a namespace that XML could not declare with its prefix.
func (r *Reader) isDeclarable(b xmltext.Binding) bool {
	fault := b.Fault()
	if fault != "" {
		r.violate("cvc-complex-type.2", b.Prefix, "%s", fault)
	}
	return fault == ""
}

func (r *Reader) readGenericAttribute(attributes *[]AnyAttribute, name Name, process content.ProcessContents, inside *element) {
	r.cur = current{own: name, element: inside}
	r.at = atAttribute
	text, ok := r.scalar(typeAnySimpleType)
	if ok && process != content.Skip {
		r.checkAnyAttribute(text, content.Lax)
	}
	r.at = atNothing
	r.holdAttribute(attributes, name, text)
}

// readGenericItems reads the array of "#content".
func (r *Reader) readGenericItems(contents *[]AnyContent, process content.ProcessContents, inside *element) {
	if r.json.Kind() != jsontext.ArrayStart {
		r.violate("cvc-complex-type.2", r.jsonTokenText(), "%s is an array", keyContent)
		r.failOn(r.json.Skip())
		return
	}
	for r.err == nil {
		switch kind := r.nextJSONToken(); {
		case r.err != nil || kind == jsontext.ArrayEnd:
			return
		case kind == jsontext.String:
			r.holdText(contents, r.plainText())
		case kind == jsontext.ObjectStart:
			r.readGenericItem(contents, process, inside)
		default:
			r.violate("cvc-complex-type.2", r.jsonTokenText(), "an item is a string or an object of one member")
			r.failOn(r.json.Skip())
		}
	}
}

func (r *Reader) readGenericItem(contents *[]AnyContent, process content.ProcessContents, inside *element) {
	members := 0
	for ; r.nextJSONToken() == jsontext.Key && r.err == nil; members++ {
		key := r.json.Text()
		if members > 0 {
			r.violate("cvc-complex-type.2", key, "an item is an object of one member; begin another item")
			r.failOn(r.json.Skip())
			continue
		}
		name := parseName(key)
		if r.nextJSONToken(); r.err != nil {
			return
		}
		if !xmltext.IsNCName(name.Local) {
			r.violate("cvc-complex-type.2.4.a", key, "%q is no name of an element: {namespace}local is expected", key)
			r.failOn(r.json.Skip())
			continue
		}
		child := new(AnyElement)
		null := r.json.Kind() == jsontext.Null
		r.cur = current{own: name, index: r.top().countOther(name), element: inside, saysNil: null, nilled: null}
		r.at = atElement
		r.readAny(child, process, true)
		r.hold(contents, child)
	}
	if members == 0 && r.err == nil {
		r.violate("cvc-complex-type.2.4", "{}", noMember)
	}
}

// noMember is what is wrong with an item that names no element.
const noMember = "an item is an object of one member; this one has none"

func (r *Reader) holdText(contents *[]AnyContent, text string) {
	if text != "" {
		r.hold(contents, AnyText(text))
	}
}

// writeGenericJSON writes attributes and content as they are.
func (w *Writer) writeGenericJSON(namespaces simple.Prefixes, attributes []AnyAttribute, contents []AnyContent, process content.ProcessContents, inside *element) {
	if len(namespaces) == 0 && len(attributes) == 0 && isText(contents) {
		w.putRun(textOf(contents))
		return
	}
	w.json.ObjectStart()
	if len(namespaces) > 0 {
		w.json.Key(keyNamespaces)
		w.json.ObjectStart()
		for _, prefix := range slices.Sorted(maps.Keys(namespaces)) {
			w.checkBinding(xmltext.Binding{Prefix: prefix, URI: namespaces[prefix]})
			w.json.Key(prefix)
			w.json.String(namespaces[prefix])
		}
		w.json.ObjectEnd()
	}
	for _, a := range attributes {
		w.json.Key("@" + expandedKey(a.Name))
		w.json.String(a.Value)
	}
	if len(contents) > 0 {
		w.json.Key(keyContent)
		w.json.ArrayStart()
		w.writeItems(contents, process, inside)
		w.json.ArrayEnd()
	}
	w.json.ObjectEnd()
}

// checkBinding ends writing at a namespace that XML cannot declare. In XML, declaring it does.
func (w *Writer) checkBinding(b xmltext.Binding) {
	if fault := b.Fault(); fault != "" {
		w.fail(errors.New("xsd: " + fault))
	}
}

// isText reports whether content is text alone, or nothing.
func isText(contents []AnyContent) bool {
	for _, c := range contents {
		if _, ok := c.(AnyText); !ok {
			return false
		}
	}
	return true
}

func (w *Writer) writeItems(contents []AnyContent, process content.ProcessContents, inside *element) {
	for _, c := range contents {
		switch c := c.(type) {
		case AnyText:
			w.putRun(string(c))
		case *AnyElement:
			if !w.isThere(c) {
				return
			}
			w.json.ObjectStart()
			w.json.Key(expandedKey(c.Name))
			w.writeChild(c, process, inside)
			w.json.ObjectEnd()
		}
	}
}

// isAllowedName reports whether a member's name is one that XML could hold and that the wildcard allows.
func isAllowedName(wildcard *content.Wildcard, name Name) bool {
	return xmltext.IsNCName(name.Local) && wildcard.Namespaces.Allows(name.Space)
}
