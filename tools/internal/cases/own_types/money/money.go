// Package money has types such as a program of one's own has, for the case that gives them to built-in datatypes.
package money

import (
	"errors"
	"math/big"
	"strings"
)

// Amount is an exact number.
type Amount struct{ value big.Rat }

// Parse makes an amount of a text.
func Parse(text string) (Amount, error) {
	var a Amount
	if _, ok := a.value.SetString(text); !ok {
		return a, errors.New("no amount")
	}
	if len(text) > 20 {
		return a, errors.New("an amount has at most 20 characters")
	}
	return a, nil
}

// Format returns the text of an amount: as many digits as it needs.
func Format(a Amount) string {
	if n, exact := a.value.FloatPrec(); exact {
		return a.value.FloatString(n)
	}
	return a.value.RatString()
}

// Equal reports whether two amounts are the same number.
func (a Amount) Equal(b Amount) bool { return a.value.Cmp(&b.value) == 0 }

// Double returns twice the amount.
func (a Amount) Double() Amount {
	var sum Amount
	sum.value.Add(&a.value, &a.value)
	return sum
}

// Link is the address of something.
type Link string

// ParseLink takes any text.
func ParseLink(text string) (Link, error) { return Link(text), nil }

// Address returns the text of a link.
func (l *Link) Address() string { return string(*l) }

// Switch is on or off.
type Switch struct{ On bool }

// MarshalText implements encoding.TextMarshaler.
func (s Switch) MarshalText() ([]byte, error) {
	if s.On {
		return []byte("true"), nil
	}
	return []byte("false"), nil
}

// UnmarshalText implements encoding.TextUnmarshaler.
func (s *Switch) UnmarshalText(text []byte) error {
	s.On = strings.Contains("true 1", string(text))
	return nil
}
