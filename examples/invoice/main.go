// This program reads a UBL invoice, adds a line, works out the totals anew and writes the invoice.
//
//	go run ./invoice invoice/invoice.xml changed.xml
//
// The schemas here are written for the example, in UBL's namespaces. With those that OASIS publishes the program is the same: write their address into
// xsdgen.yaml and generate.
package main

import (
	"fmt"
	"math/big"
	"os"
	"strconv"

	ubl "github.com/mvainnsyn/mvainnsyn/examples/invoice/ubl"
	"github.com/mvainnsyn/mvainnsyn/examples/invoice/ubl/cac"
	"github.com/mvainnsyn/mvainnsyn/examples/invoice/ubl/cbc"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: invoice FROM TO")
		os.Exit(64)
	}
	if err := run(os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// run adds a line to the invoice in one file and writes it to another.
func run(from, to string) error {
	data, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	var invoice ubl.InvoiceType
	if err := xsd.UnmarshalXML(data, &invoice); err != nil {
		return err
	}
	if err := addLine(&invoice, "Ink", 3, xsd.NewDecimal(12000, 2)); err != nil {
		return err
	}
	changed, err := xsd.MarshalXML(&invoice, xsd.Indent("  ")) // validates: what is written is valid
	if err != nil {
		return err
	}
	return os.WriteFile(to, changed, 0o644)
}

// addLine adds a line to an invoice and its amount to the totals, in the invoice's currency.
func addLine(invoice *ubl.InvoiceType, item string, quantity int64, price xsd.Decimal) error {
	currency := invoice.LegalMonetaryTotal.PayableAmount.CurrencyID
	amount, err := amountOf(new(big.Rat).Mul(price.Rat(), new(big.Rat).SetInt64(quantity)))
	if err != nil {
		return err
	}
	invoice.InvoiceLine = append(invoice.InvoiceLine, cac.InvoiceLineType{
		ID:                  cbc.IDType{Value: xsd.NormalizedString(strconv.Itoa(len(invoice.InvoiceLine) + 1))},
		InvoicedQuantity:    &cbc.InvoicedQuantityType{Value: xsd.NewDecimal(quantity, 0)},
		LineExtensionAmount: cbc.LineExtensionAmountType{CurrencyID: currency, Value: amount},
		Item:                cac.ItemType{Name: &cbc.NameType{Value: item}},
		Price:               &cac.PriceType{PriceAmount: cbc.PriceAmountType{CurrencyID: currency, Value: price}},
	})
	return workOutTotals(invoice)
}

// workOutTotals sets the totals to the sum of the lines. Decimals are exact, so sums are; no amount goes through a floating-point number.
func workOutTotals(invoice *ubl.InvoiceType) error {
	sum := new(big.Rat)
	for _, line := range invoice.InvoiceLine {
		sum.Add(sum, line.LineExtensionAmount.Value.Rat())
	}
	total, err := amountOf(sum)
	if err != nil {
		return err
	}
	currency := invoice.LegalMonetaryTotal.PayableAmount.CurrencyID
	invoice.LegalMonetaryTotal.LineExtensionAmount = &cbc.LineExtensionAmountType{CurrencyID: currency, Value: total}
	invoice.LegalMonetaryTotal.PayableAmount.Value = total
	return nil
}

// amountOf writes a number with two decimals, as amounts have.
func amountOf(number *big.Rat) (xsd.Decimal, error) { return xsd.ParseDecimal(number.FloatString(2)) }
