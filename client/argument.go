// This file holds the arguments of a call: parameter values as the schema writes them, and a request body.

package client

import (
	"encoding"
	"fmt"

	"github.com/mvainnsyn/mvainnsyn/xsd"
)

// Argument is a value for a parameter of an operation, or its request body.
type Argument struct {
	name   string
	values []string
	body   xsd.XMLValue
	err    error
}

// Arg is the value of a required parameter. Generated simple types marshal strictly, so a value that the schema does not
// allow ends the call before anything is sent.
func Arg[V encoding.TextMarshaler](name string, value V) Argument {
	return ListArg(name, []V{value})
}

// OptionalArg is the value of a parameter that may be absent: nil leaves it out.
func OptionalArg[V encoding.TextMarshaler](name string, value *V) Argument {
	if value == nil {
		return Argument{name: name}
	}
	return Arg(name, *value)
}

// ListArg is a parameter that repeats; an empty list leaves it out.
func ListArg[V encoding.TextMarshaler](name string, values []V) Argument {
	arg := Argument{name: name, values: make([]string, 0, len(values))}
	for _, value := range values {
		text, err := value.MarshalText()
		if err != nil {
			arg.err = fmt.Errorf("parameter %s: %w", name, err)
			return arg
		}
		arg.values = append(arg.values, string(text))
	}
	return arg
}

// Body is the request body, written in the codec of [WithAccept] and validated on the way.
func Body(value xsd.XMLValue) Argument { return Argument{body: value} }
