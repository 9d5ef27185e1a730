// This file says how values look in JSON: names of members and forms of simple values. Reading and writing follow it.

package simple

// Form is how values of a simple type look in JSON.
type Form uint8

const (
	StringForm Form = iota
	NumberForm
	BooleanForm
	ArrayForm
	ScalarForm // a union: what its member looks like
)

func FormOf(t *SimpleType) Form { return t.Compiled().Form }

// findForm is formOf without what was found before.
func findForm(t *SimpleType) Form {
	switch t.variety {
	case VarietyList:
		return ArrayForm
	case VarietyUnion:
		return ScalarForm
	case VarietyAtomic:
		switch t.Primitive() {
		case typeBoolean:
			return BooleanForm
		case typeDecimal, typeFloat, typeDouble:
			return NumberForm
		}
	}
	return StringForm
}

// String names the form for messages.
func (form Form) String() string {
	return [...]string{"a string", "a number", "true or false", "an array", "a string, number or boolean"}[form]
}

// IsSpecialNumber reports whether text is a number that JSON cannot spell as one.
func IsSpecialNumber(text string) bool { return text == "INF" || text == "-INF" || text == "NaN" }
