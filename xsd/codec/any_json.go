// This file reads and writes in JSON what no schema declares: a string for an element with text alone, else an object with the
// attributes by expanded names and everything else in "#content".

package codec

import (
	"cmp"
	"errors"
	"fmt"
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

func (r jsonCursor) generic(parts anyParts, process content.ProcessContents, inside *element, _ bool) (said untold) {
	switch r.json.Kind() {
	case jsontext.ObjectStart:
		outside := len(r.scopes)
		said = r.genericMembers(parts, process, inside)
		clear(r.scopes[outside:])
		r.scopes = r.scopes[:outside]
		*parts.namespaces = usedNamespaces(*parts.namespaces, *parts.attributes, *parts.content)
	case jsontext.ArrayStart:
		r.violate("cvc-complex-type.2", "[", "a string or an object is expected")
		r.failOn(r.json.Skip())
	case jsontext.Null:
		r.holdAttribute(parts.attributes, nilAttribute, "true")
	default:
		r.holdText(parts.content, r.plainText())
	}
	return said
}

// genericMembers reads the members of an object. What its attributes say of the element is looked at behind them: prefixes may be declared anywhere.
func (r jsonCursor) genericMembers(parts anyParts, process content.ProcessContents, inside *element) (said untold) {
	for r.nextToken() == jsontext.Key && r.err == nil {
		key := r.json.Text()
		r.nextToken()
		switch {
		case r.err != nil:
			return said
		case key == keyContent:
			r.readGenericItems(parts.content, process, inside)
		case key == keyNamespaces:
			*parts.namespaces = r.readNamespaces()
			r.scopes = append(r.scopes, *parts.namespaces)
		case strings.HasPrefix(key, "@") && isAttributeName(parseName(key[1:])):
			name := parseName(key[1:])
			said.note(name, r.readGenericAttribute(parts.attributes, name, process, inside))
		default:
			r.violate("cvc-complex-type.2.4.a", key, "member %q is not known here", key)
			r.failOn(r.json.Skip())
		}
	}
	if said.hasType && process != content.Skip && inside.schema != nil {
		r.checkUntoldType(said.typ, inside)
	}
	return said
}

// checkUntoldType reports what an attribute that is xsi:type cannot say: a type that the schema has is said by "@type".
func (r jsonCursor) checkUntoldType(text string, inside *element) {
	rule, message := r.scopes.untoldType(text)
	if rule == "" || r.err != nil {
		return
	}
	r.cur = current{own: typeAttribute, element: inside}
	r.at = atAttribute
	r.violate(rule, text, "%s", cmp.Or(message, `xsi:type names no type of the schema; one that the schema has is told by "@type"`))
	r.at = atNothing
}

// readNamespaces reads an object of prefixes and namespaces.
func (r jsonCursor) readNamespaces() simple.Prefixes {
	if r.json.Kind() != jsontext.ObjectStart {
		r.violate("cvc-complex-type.2", r.tokenText(), "%s is an object", keyNamespaces)
		r.failOn(r.json.Skip())
		return nil
	}
	namespaces := make(simple.Prefixes)
	for r.nextToken() == jsontext.Key && r.err == nil {
		prefix := r.json.Text()
		if r.nextToken() != jsontext.String && r.err == nil {
			r.violate("cvc-complex-type.2", r.tokenText(), "a namespace is a string")
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
func (r jsonCursor) isDeclarable(b xmltext.Binding) bool {
	fault := b.Fault()
	if fault != "" {
		r.violate("cvc-complex-type.2", b.Prefix, "%s", fault)
	}
	return fault == ""
}

func (r jsonCursor) readGenericAttribute(attributes *[]AnyAttribute, name Name, process content.ProcessContents, inside *element) (text string) {
	r.cur = current{own: name, element: inside}
	r.at = atAttribute
	text, ok := r.scalar(typeAnySimpleType)
	if ok && process != content.Skip {
		r.checkAnyAttribute(text, content.Lax)
	}
	r.at = atNothing
	r.holdAttribute(attributes, name, text)
	return text
}

// readGenericItems reads the array of "#content".
func (r jsonCursor) readGenericItems(contents *[]AnyContent, process content.ProcessContents, inside *element) {
	if r.json.Kind() != jsontext.ArrayStart {
		r.violate("cvc-complex-type.2", r.tokenText(), "%s is an array", keyContent)
		r.failOn(r.json.Skip())
		return
	}
	for r.err == nil {
		switch kind := r.nextToken(); {
		case r.err != nil || kind == jsontext.ArrayEnd:
			return
		case kind == jsontext.String:
			r.holdText(contents, r.plainText())
		case kind == jsontext.ObjectStart:
			r.readGenericItem(contents, process, inside)
		default:
			r.violate("cvc-complex-type.2", r.tokenText(), "an item is a string or an object of one member")
			r.failOn(r.json.Skip())
		}
	}
}

func (r jsonCursor) readGenericItem(contents *[]AnyContent, process content.ProcessContents, inside *element) {
	members := 0
	for ; r.nextToken() == jsontext.Key && r.err == nil; members++ {
		key := r.json.Text()
		if members > 0 {
			r.violate("cvc-complex-type.2", key, "an item is an object of one member; begin another item")
			r.failOn(r.json.Skip())
			continue
		}
		name := parseName(key)
		if r.nextToken(); r.err != nil {
			return
		}
		if !isElementName(name) {
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

func (r jsonCursor) holdText(contents *[]AnyContent, text string) {
	if text != "" {
		r.hold(contents, AnyText(text))
	}
}

func (w jsonSink) putGeneric(namespaces simple.Prefixes, attributes []AnyAttribute, contents []AnyContent, process content.ProcessContents, inside *element) {
	for _, a := range attributes {
		if !w.checkGeneric(a, process, inside) || !w.checkOnce(a.Name) {
			break
		}
	}
	w.putObject(namespaces, attributes, contents, process, inside)
	w.endInner()
}

// putObject writes attributes and content as they are: an object of them, or a text where there is nothing else.
func (w jsonSink) putObject(namespaces simple.Prefixes, attributes []AnyAttribute, contents []AnyContent, process content.ProcessContents, inside *element) {
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
		w.putItems(contents, process, inside)
		w.json.ArrayEnd()
	}
	w.json.ObjectEnd()
}

// checkBinding ends writing at a namespace that XML cannot declare. In XML, declaring it does.
func (w jsonSink) checkBinding(b xmltext.Binding) {
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

// putItems writes content in order.
func (w jsonSink) putItems(contents []AnyContent, process content.ProcessContents, inside *element) {
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

func (w jsonSink) putAttribute(a *AnyAttribute, t *simple.SimpleType) {
	if w.checkOnce(a.Name) {
		w.json.Key("@" + expandedKey(a.Name))
		putJSON(w.json, t, a.Value, nil)
	}
}

// checkOnce refuses an attribute that the element has already. In XML, writing it does.
func (w jsonSink) checkOnce(attribute Name) bool {
	if w.top().admitted.add(attribute) == 1 {
		return true
	}
	w.fail(fmt.Errorf("xsd: the attribute %s is there twice", attribute))
	return false
}

// putUnread writes the elements and attributes that the value consists of in XML.
func (w jsonSink) putUnread(v XMLValue) {
	stood := w.cur
	w.sink, w.xml = xmlSink(w), new(xmltext.Writer)
	w.write(v)
	text, err := w.xml.Bytes()
	w.sink, w.xml = w, nil
	if w.fail(err); w.err != nil {
		return
	}
	var e AnyElement
	if w.fail(UnmarshalXML(text, &e)); w.err != nil {
		return
	}
	unchecked := w.unchecked
	w.unchecked = true // it was checked as XML
	w.cur, w.at = stood, atElement
	w.writeGeneric(e.Namespaces, e.Attributes, e.Content, content.Skip)
	w.unchecked = unchecked
}

// putUntold writes the text of an element of simple type that no schema declares: reading finds a text there, whatever the type.
func (w jsonSink) putUntold(text string, names simple.Prefixes) {
	var used simple.Prefixes
	for prefix, space := range names {
		if space == "" || prefix == "xml" {
			continue
		}
		if used == nil {
			used = make(simple.Prefixes, len(names))
		}
		used[prefix] = space
	}
	w.putObject(used, nil, []AnyContent{AnyText(text)}, content.Lax, undeclared)
	w.endValue()
}

// putTyped writes an object of the type's name and a text of it, unless the declaration tells the type: reading knows no other.
func (w jsonSink) putTyped(st *simple.SimpleType, said Name, text string, names simple.Prefixes) {
	if w.cur.open && w.cur.isConcrete() && !w.cur.nilled {
		w.finish(st, text, names)
		return
	}
	w.json.ObjectStart()
	w.json.Key(keyType)
	w.json.String(said.String())
	w.ident.saysType(w, said)
	if w.cur.nilled {
		w.ident.saysNil(w, "true")
		w.json.Key(keyNil)
		w.json.Bool(true)
	} else {
		if !w.unchecked {
			w.check(st, text, names)
		}
		for _, space := range names {
			w.checkSpace(space)
		}
		w.json.Key(keyText)
		w.json.String(st.ExpandNames(text, names.Resolver()))
	}
	w.json.ObjectEnd()
	w.endValue()
	w.leaveSimple()
}
