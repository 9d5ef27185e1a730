// This file runs the program on a file without faults, on one with faults, and on one that ends too soon.

package main

import (
	"bytes"
	"io"
	"strings"
	"testing"
)

func TestReport(t *testing.T) {
	var out bytes.Buffer
	if err := report(write(1000), &out); err != nil {
		t.Fatal(err)
	}
	const want = "1000 transactions\n1920 125000.00\n2700 -25000.00\n3000 -100000.00\n"
	if out.String() != want {
		t.Errorf("it says\n%swant\n%s", out.String(), want)
	}
}

// A transaction that is not valid is reported with its place and does not end the report.
func TestReportTellsWhatIsWrong(t *testing.T) {
	data, err := io.ReadAll(write(3))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	wrong := strings.Replace(string(data), "<CreditAmount>25.00</CreditAmount>", "", 1)
	if err := report(strings.NewReader(wrong), &out); err != nil {
		t.Fatal(err)
	}
	const want = `line 23, column 9: /AuditFile/GeneralLedgerEntries/Journal/Transaction/Line[2]: the content of Line is not complete; ` +
		`expected is {urn:example:auditfile}DebitAmount or {urn:example:auditfile}CreditAmount [cvc-complex-type.2.4.b]
2 transactions
1920 250.00
2700 -50.00
3000 -200.00
`
	if out.String() != want {
		t.Errorf("it says\n%swant\n%s", out.String(), want)
	}
	if err := report(strings.NewReader(string(data[:len(data)/2])), &out); err == nil {
		t.Error("half a file is read without an error")
	}
}
