// This program adds up an audit file of any size: it holds one transaction in memory, and validates them all.
//
//	go run ./auditfile 100000
//
// The number says how many transactions to write; reading starts before writing ends. Read a file of your own with os.Open.
package main

import (
	"fmt"
	"io"
	"maps"
	"math/big"
	"os"
	"slices"
	"strconv"

	"github.com/mvainnsyn/mvainnsyn/examples/auditfile/saft"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: auditfile TRANSACTIONS")
		os.Exit(64)
	}
	transactions, err := strconv.Atoi(os.Args[1])
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(64)
	}
	if err := report(write(transactions), os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// report writes the balance of each account in an audit file, and what is wrong in the file. The error is of a file that cannot be read to its end.
func report(file io.Reader, out io.Writer) error {
	balances := map[saft.ShortText]*big.Rat{}
	count := 0
	for transaction, err := range xsd.Range[saft.Transaction](file, saft.AuditFileElement, "GeneralLedgerEntries/Journal/Transaction") {
		if violations, ok := err.(xsd.Violations); ok {
			for _, v := range violations {
				fmt.Fprintln(out, v) // and the next transaction is read
			}
			continue
		}
		if err != nil {
			return err
		}
		count++
		post(balances, transaction)
	}
	fmt.Fprintln(out, count, "transactions")
	for _, account := range slices.Sorted(maps.Keys(balances)) {
		fmt.Fprintln(out, account, balances[account].FloatString(2))
	}
	return nil
}

// post adds the lines of a transaction to the balances of their accounts, debit up and credit down. A line is on one of the two sides: a choice.
func post(balances map[saft.ShortText]*big.Rat, transaction saft.Transaction) {
	for _, line := range transaction.Line {
		balance := balances[line.AccountID]
		if balance == nil {
			balance = new(big.Rat)
			balances[line.AccountID] = balance
		}
		switch side := line.Choice.(type) {
		case saft.LineDebitAmount:
			balance.Add(balance, side.DebitAmount.Rat())
		case saft.LineCreditAmount:
			balance.Sub(balance, side.CreditAmount.Rat())
		}
	}
}

// write returns an audit file with so many transactions that is written while it is read, so that it is never in memory as a whole.
func write(transactions int) io.Reader {
	reader, writer := io.Pipe()
	go func() {
		fmt.Fprintf(writer, `<AuditFile xmlns="urn:example:auditfile">
<Header><AuditFileVersion>1.0</AuditFileVersion><Company>Example AS</Company></Header>
<GeneralLedgerEntries><NumberOfEntries>%d</NumberOfEntries><Journal><JournalID>sales</JournalID>
`, transactions)
		for i := range transactions {
			if _, err := fmt.Fprintf(writer, `<Transaction><TransactionID>%d</TransactionID><TransactionDate>2026-01-02</TransactionDate>
  <Line><RecordID>1</RecordID><AccountID>1920</AccountID><DebitAmount>125.00</DebitAmount></Line>
  <Line><RecordID>2</RecordID><AccountID>2700</AccountID><CreditAmount>25.00</CreditAmount></Line>
  <Line><RecordID>3</RecordID><AccountID>3000</AccountID><CreditAmount>100.00</CreditAmount></Line>
</Transaction>
`, i+1); err != nil {
				return // the reader has gone
			}
		}
		fmt.Fprint(writer, "</Journal></GeneralLedgerEntries></AuditFile>\n")
		_ = writer.Close() // never fails
	}()
	return reader
}
