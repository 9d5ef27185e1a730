// This file numbers names: two names are equal where their symbols are, which costs one comparison of a word.

package source

import "unique"

// Symbol stands for an expanded name. The zero Symbol stands for none.
type Symbol struct{ handle unique.Handle[Name] }

// SymbolOf returns the symbol of a name.
func SymbolOf(name Name) Symbol { return Symbol{unique.Make(name)} }

// Value returns the name that the symbol, which is not zero, stands for.
func (s Symbol) Value() Name { return s.handle.Value() }

// Equal reports whether both stand for the same name.
func (s Symbol) Equal(other Symbol) bool { return s == other }
