// This file runs the program, and shows what happens where no branch of a choice is set.

package main

import (
	"bytes"
	"errors"
	"testing"

	"github.com/mvainnsyn/mvainnsyn/examples/order/order"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

func TestOrder(t *testing.T) {
	var out bytes.Buffer
	if err := run("order.xml", &out); err != nil {
		t.Fatal(err)
	}
	const want = `order 0042 of Example AS (312409852)
2 paper 49.50
1 ink 120
to be collected at Storgata
note: Ring the bell.
attachment: logo.txt, 4 bytes
note: Twice.
`
	if out.String() != want {
		t.Errorf("it says\n%swant\n%s", out.String(), want)
	}
}

// A choice that must be made is never nil in a document that was read, and a value in which it is nil is not written.
func TestNoBranchIsAViolation(t *testing.T) {
	o := order.Order{Number: "0042", Line: []order.Line{{Item: "ink", Price: xsd.NewDecimal(120, 0)}}}
	var violations xsd.Violations
	if _, err := xsd.MarshalXML(&o); !errors.As(err, &violations) || violations[0].Rule != "cvc-complex-type.2.4.a" {
		t.Errorf("without a customer: %v", err)
	}
	o.Customer = order.OrderPerson{Person: order.Person{Name: "Kari Nordmann"}}
	if _, err := xsd.MarshalXML(&o); err != nil {
		t.Errorf("without delivery, which may be left out: %v", err)
	}
}
