// This program writes an audit file of any size and adds it up: it holds one transaction in memory on either side, and validates them all.
//
//	go run ./auditfile 100000
//
// The number says how many transactions to write; reading starts before writing ends. Read a file of your own with os.Open.
package main

import (
	"fmt"
	"io"
	"iter"
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
	for transaction, err := range xsd.Range[saft.Transaction](file, saft.AuditFileElement, transactionPath) {
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

// transactionPath leads to the transactions of an audit file.
const transactionPath = "GeneralLedgerEntries/Journal/Transaction"

// write returns an audit file with so many transactions that is written while it is read, so that it is never in memory as a whole.
func write(count int) io.Reader {
	reader, writer := io.Pipe()
	go func() {
		file := saft.AuditFile{
			Header: saft.Header{AuditFileVersion: "1.0", Company: "Example AS"},
			GeneralLedgerEntries: &saft.AuditFileGeneralLedgerEntries{
				NumberOfEntries: xsd.NewInteger(int64(count)),
				Journal:         []saft.AuditFileGeneralLedgerEntriesJournal{{JournalID: "sales"}}, // whose transactions come one by one
			},
		}
		_, err := xsd.WriteRange(writer, saft.AuditFileElement, &file, transactionPath, transactions(count), xsd.Indent("  "))
		_ = writer.CloseWithError(err) // never fails
	}()
	return reader
}

// transactions yields so many transactions, as a database would. None of them can fail.
func transactions(count int) iter.Seq2[saft.Transaction, error] {
	day := xsd.Must(xsd.ParseDate("2026-01-02"))
	debit := func(cents int64) saft.LineChoice {
		return saft.LineDebitAmount{DebitAmount: saft.Monetary{Decimal: xsd.NewDecimal(cents, 2)}}
	}
	credit := func(cents int64) saft.LineChoice {
		return saft.LineCreditAmount{CreditAmount: saft.Monetary{Decimal: xsd.NewDecimal(cents, 2)}}
	}
	return func(yield func(saft.Transaction, error) bool) {
		for i := range count {
			transaction := saft.Transaction{TransactionID: saft.ShortText(strconv.Itoa(i + 1)), TransactionDate: day, Line: []saft.Line{
				{RecordID: "1", AccountID: "1920", Choice: debit(125_00)},
				{RecordID: "2", AccountID: "2700", Choice: credit(25_00)},
				{RecordID: "3", AccountID: "3000", Choice: credit(100_00)},
			}}
			if !yield(transaction, nil) {
				return // the reader has gone
			}
		}
	}
}
