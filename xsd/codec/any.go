// This file holds what wildcards and xs:anyType let through: elements and attributes of which a schema may know nothing.

package codec

import (
	"strings"

	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
)

// AnyElement is an element that a wildcard allows. Where the wildcard asks for validation and the schema declares the element,
// or xsi:type names a type it knows, Value holds the element and Attributes and Content are empty; else they hold what came.
type AnyElement struct {
	Name Name
	// Namespaces are the bindings in scope that values may use (xs:QName), by prefix: those that some value begins with. They
	// are declared again when the element is written. An element inside it has only those that differ.
	Namespaces simple.Prefixes
	Attributes []AnyAttribute
	Content    []AnyContent
	Value      XMLValue
}

// AnyContent is a part of the content of an [AnyElement]: *AnyElement or AnyText.
type AnyContent interface{ anyContent() }

// AnyText is a run of text in the content of an [AnyElement].
type AnyText string

func (*AnyElement) anyContent() {}

func (AnyText) anyContent() {}

// AnyAttribute is an attribute that a wildcard allows, with its value as written.
type AnyAttribute struct {
	Name  Name
	Value string
}

// AnyType is an element of type xs:anyType. Where xsi:type names a complex type, Value holds it; where it names a simple type,
// Type says which and Content holds the text.
type AnyType struct {
	Type       Name
	Namespaces simple.Prefixes
	Attributes []AnyAttribute
	Content    []AnyContent
	Value      XMLValue
}

// Text returns the text in the content without what is in elements inside it.
func (e *AnyElement) Text() string { return textOf(e.Content) }

// Text returns the text in the content without what is in elements inside it.
func (t *AnyType) Text() string { return textOf(t.Content) }

func textOf(content []AnyContent) string {
	var text strings.Builder
	for _, c := range content {
		if t, ok := c.(AnyText); ok {
			text.WriteString(string(t))
		}
	}
	return text.String()
}

// Validate returns nil exactly when what MarshalXML writes is valid.
func (e *AnyElement) Validate() error { return Validate(e) }

// Validate returns nil: an attribute is validated in the element it belongs to.
func (a *AnyAttribute) Validate() error { return nil }

// Validate returns nil exactly when what MarshalXML writes is valid.
func (t *AnyType) Validate() error { return Validate(t) }

// usedNamespaces returns those of the bindings that values may use.
func usedNamespaces(scope simple.Prefixes, attributes []AnyAttribute, content []AnyContent) simple.Prefixes {
	var used simple.Prefixes
	for prefix, space := range scope {
		if !usesPrefix(prefix+":", attributes, content) {
			continue
		}
		if used == nil {
			used = make(simple.Prefixes)
		}
		used[prefix] = space
	}
	return used
}

// usesPrefix reports whether some value may have a name that starts so. For ":", the default namespace, that is a value of
// xsi:type without prefix.
func usesPrefix(start string, attributes []AnyAttribute, content []AnyContent) bool {
	for _, a := range attributes {
		if start == ":" {
			if a.Name == typeAttribute && !strings.Contains(a.Value, start) {
				return true
			}
		} else if strings.Contains(a.Value, start) {
			return true
		}
	}
	for _, c := range content {
		switch c := c.(type) {
		case AnyText:
			if start != ":" && strings.Contains(string(c), start) {
				return true
			}
		case *AnyElement:
			if usesPrefix(start, c.Attributes, c.Content) {
				return true
			}
		}
	}
	return false
}
