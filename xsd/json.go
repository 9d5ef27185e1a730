// This file says how values look in JSON: names of members and forms of simple values. Reading and writing follow it.

package xsd

import "github.com/mvainnsyn/mvainnsyn/xsd/jsontext"

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

// jsonForm is how values of a simple type look in JSON.
type jsonForm uint8

const (
	stringForm jsonForm = iota
	numberForm
	booleanForm
	arrayForm
	scalarForm // a union: what its member looks like
)

func formOf(t *SimpleType) jsonForm { return t.engine().form }

// findForm is formOf without what was found before.
func findForm(t *SimpleType) jsonForm {
	switch t.variety {
	case VarietyList:
		return arrayForm
	case VarietyUnion:
		return scalarForm
	case VarietyAtomic:
		switch t.Primitive() {
		case typeBoolean:
			return booleanForm
		case typeDecimal, typeFloat, typeDouble:
			return numberForm
		}
	}
	return stringForm
}

// fits reports whether a JSON value of this kind is how a value of the form looks.
func (form jsonForm) fits(kind jsontext.Kind, text string) bool {
	switch form {
	case numberForm:
		return kind == jsontext.Number || kind == jsontext.String && isSpecialNumber(text)
	case booleanForm:
		return kind == jsontext.True || kind == jsontext.False
	case scalarForm:
		return kind == jsontext.String || kind == jsontext.Number || kind == jsontext.True || kind == jsontext.False
	case arrayForm:
		return false
	default:
		return kind == jsontext.String
	}
}

// String names the form for messages.
func (form jsonForm) String() string {
	return [...]string{"a string", "a number", "true or false", "an array", "a string, number or boolean"}[form]
}

// isSpecialNumber reports whether text is a number that JSON cannot spell as one.
func isSpecialNumber(text string) bool { return text == "INF" || text == "-INF" || text == "NaN" }
