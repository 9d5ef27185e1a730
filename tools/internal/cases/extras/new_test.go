// This file tests constructors and getters.

package extras_test

import (
	"testing"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/cases/extras"
	other "github.com/mvainnsyn/mvainnsyn/tools/internal/cases/extras/other"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

// TestConstructors: what constructors make is valid where what they are given is, and has what can have one value only.
func TestConstructors(t *testing.T) {
	days := extras.Days{{Date: xsd.Must(xsd.ParseDate("2020-02-03"))}}
	values := extras.NewValues(xsd.NewDecimal(1, 0), extras.Price{Decimal: xsd.NewDecimal(150, 2)}, days, 0.5)
	amount := xsd.Nillable[extras.Amount]{Value: extras.NewAmount("NOK", xsd.NewDecimal(10, 0))}
	root := extras.NewRoot(values, amount, other.NewFlat("f"))
	root.Fixed = new(extras.NewFixed("f", "s", []string{"nb"}))
	root.Tree = new(extras.MakeTree("a"))
	if err := root.Validate(); err != nil {
		t.Error(err)
	}
	if f := root.Fixed; f.Version != "2.0" || f.Day.String() != "2001-01-01" || len(f.Days) != 2 || f.Unit != 1 || f.Maybe != nil {
		t.Errorf("what is fixed is %+v", f)
	}
}

// TestGetters: what a base type has is told by all types derived from it, whichever comes.
func TestGetters(t *testing.T) {
	ring := extras.NewRing(1, 2, xsd.Nillable[int32]{Value: 3})
	ring.Code, ring.GetColourElement = new(other.Code("k")), new("green")
	plain := other.NewPlain("red", 4)
	for shape, weight := range map[other.AnyShape]float64{&ring: 2, &plain: 4, &other.Shape{Weight: 5}: 5} {
		if got := shape.GetWeight(); got != weight {
			t.Errorf("%T weighs %v", shape, got)
		}
	}
	if got := other.AnyShape(&ring).GetCode(); got == nil || *got != "k" {
		t.Errorf("the code is %v", got)
	}
	if got := other.AnyShape(&plain); got.GetCode() != nil || *got.GetColour() != "red" {
		t.Errorf("%+v is not what the getters say", plain)
	}
	if got := extras.AnyCircle(&ring).GetRadius().Value; got != 3 {
		t.Errorf("the radius is %d", got)
	}
}
