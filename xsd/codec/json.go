// This file says how values look in JSON: names of members and forms of simple values. Reading and writing follow it.

package codec

import (
	"github.com/mvainnsyn/mvainnsyn/xsd/jsontext"
	"github.com/mvainnsyn/mvainnsyn/xsd/simple"
)

// Members of JSON objects that are neither elements nor attributes.
const (
	keyText       = "#text"       // simple content
	keyContent    = "#content"    // mixed or repeated content, in order
	keyAny        = "#any"        // what wildcards allow: objects of one member
	keyNil        = "#nil"        // true: the element is nil and has attributes
	keyNamespaces = "#namespaces" // bindings in scope of what wildcards allow
	keyType       = "@type"       // xsi:type
	keyTypeLong   = "@xsi:type"   // the same beside an attribute called type
)

// isNamed reports whether JSON has values of a repeated element as objects of one member, which names the element.
func (f *Field) isNamed() bool { return f.Substitutable || f.Kind == WildcardField }

// fits reports whether a JSON value of this kind is how a value of the form looks.
func fits(form simple.Form, kind jsontext.Kind, text string) bool {
	switch form {
	case simple.NumberForm:
		return kind == jsontext.Number || kind == jsontext.String && simple.IsSpecialNumber(text)
	case simple.BooleanForm:
		return kind == jsontext.True || kind == jsontext.False
	case simple.ScalarForm:
		return kind == jsontext.String || kind == jsontext.Number || kind == jsontext.True || kind == jsontext.False
	case simple.ArrayForm:
		return false
	default:
		return kind == jsontext.String
	}
}
