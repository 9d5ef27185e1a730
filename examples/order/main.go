// This program reads an order whose customer is a person or a company: an xs:choice, which in Go is an interface with a struct for each branch.
//
//	go run ./order order/order.xml
package main

import (
	"fmt"
	"io"
	"os"

	"github.com/mvainnsyn/mvainnsyn/examples/order/order"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: order FILE")
		os.Exit(64)
	}
	if err := run(os.Args[1], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// run writes to out what the order in a file says.
func run(file string, out io.Writer) error {
	data, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	var o order.Order
	if err := xsd.UnmarshalXML(data, &o); err != nil {
		return err
	}
	fmt.Fprintln(out, "order", o.Number, "of", customer(o.Customer))
	for _, line := range o.Line {
		fmt.Fprintln(out, line.QuantityOrDefault(), line.Item, line.Price)
	}
	fmt.Fprintln(out, delivery(o.Delivery))
	for _, item := range o.Content {
		fmt.Fprintln(out, remark(item))
	}
	return nil
}

// customer describes the branch of a choice that must be made: a document that was read has one of the two.
func customer(c order.OrderCustomer) string {
	switch c := c.(type) {
	case order.OrderPerson:
		return c.Person.Name
	case order.OrderCompany:
		return fmt.Sprintf("%s (%s)", c.Company.Name, c.Company.Organisation)
	default:
		return "nobody"
	}
}

// delivery describes the branch of a choice that may be left out: then it is nil.
func delivery(d order.OrderDelivery) string {
	switch d := d.(type) {
	case order.OrderDeliverTo:
		return "deliver to " + d.DeliverTo.Street + ", " + d.DeliverTo.Town
	case order.OrderCollectAt:
		return "to be collected at " + d.CollectAt
	default:
		return "the customer says nothing on delivery"
	}
}

// remark describes one item of a choice that repeats: a slice in the order of the document.
func remark(item order.OrderItem) string {
	switch item := item.(type) {
	case order.OrderNote:
		return "note: " + item.Note
	case order.OrderAttachment:
		return fmt.Sprintf("attachment: %s, %d bytes", item.Attachment.Name, len(item.Attachment.Value.Bytes()))
	default:
		return "neither note nor attachment"
	}
}
