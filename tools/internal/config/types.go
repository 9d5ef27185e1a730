// This file reads types:, which gives built-in datatypes other types in Go.

package config

import (
	"go.yaml.in/yaml/v3"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/diag"
)

// Type is a Go type for a built-in datatype.
type Type struct {
	Position diag.Position
	// Name is that of the datatype: xs:decimal.
	Name string
	// Go is int64 or uint64, for integers whose bounds fit, or a type of some package, such as example.com/money.Amount.
	Go string
	// Parse and Format convert between texts and values of a type of some package; without them it does that itself, by UnmarshalText and
	// MarshalText. Parse is a function, such as example.com/money.Parse; Format is one, or a method, such as String.
	Parse, Format string
}

// types takes the entries of types:, each with the Go type alone or a mapping.
func (p *parser) types(n *yaml.Node) []Type {
	var types []Type
	p.pairs(n, "types", func(key, value *yaml.Node) {
		t := Type{Position: p.at(key), Name: key.Value}
		if value.Kind == yaml.MappingNode {
			p.mapping(value, "an entry of types", fields{"go": p.text(&t.Go), "parse": p.text(&t.Parse), "format": p.text(&t.Format)})
			p.require(value, "go", t.Go != "")
		} else {
			t.Go = p.scalar(value)
		}
		types = append(types, t)
	})
	return types
}
