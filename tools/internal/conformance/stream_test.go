// Real audit files (SAF-T), read as a stream and written as one by generated code: what comes out is what is written of the whole.

package conformance

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/inputs"
)

// copier is a program that copies the transactions of audit files from xsd.Range to xsd.WriteRange, once and, unread, a hundred times over, and compares the
// text with that of xsd.MarshalXML. It prints how many transactions each file has, and in how many pieces the long one was written.
const copier = `package main

import (
	"bytes"
	"fmt"
	"os"
	"slices"

	"github.com/mvainnsyn/mvainnsyn/tools/batch/saft"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

type transaction = saft.AuditFileGeneralLedgerEntriesJournalTransaction

const path = "GeneralLedgerEntries/Journal/Transaction"

// output compares what it is given with what is expected.
type output struct {
	want   []byte
	same   bool
	pieces int
}

func (o *output) Write(text []byte) (int, error) {
	rest, ok := bytes.CutPrefix(o.want, text)
	o.want, o.same = rest, o.same && ok
	o.pieces++
	return len(text), nil
}

func main() {
	for _, file := range os.Args[1:] {
		data, err := os.ReadFile(file)
		check(err)
		var audit saft.AuditFile
		check(xsd.UnmarshalXML(data, &audit))
		list := &audit.GeneralLedgerEntries.Journal[0].Transaction
		transactions := *list
		for _, opts := range [][]xsd.Option{nil, {xsd.Indent("  ")}, {xsd.WithPrefixes(xsd.Prefixes{"n1": saft.AuditFileElement.Name.Space})}} {
			*list = transactions
			whole := output{want: must(xsd.MarshalXML(&audit, opts...)), same: true}
			*list = slices.Repeat(transactions, 100)
			long := output{want: must(xsd.MarshalXML(&audit, opts...)), same: true}
			*list = nil
			n := must(xsd.WriteRange(&whole, saft.AuditFileElement, &audit, path, xsd.Range[transaction](bytes.NewReader(data), saft.AuditFileElement, path), opts...))
			many := must(xsd.WriteRange(&long, saft.AuditFileElement, &audit, path, func(yield func(transaction, error) bool) {
				for range 100 {
					for _, one := range transactions {
						if !yield(one, nil) {
							return
						}
					}
				}
			}, opts...))
			fmt.Println(n, whole.same && len(whole.want) == 0, many, long.same && len(long.want) == 0, long.pieces > 5)
		}
	}
}

func must[T any](v T, err error) T {
	check(err)
	return v
}

func check(err error) {
	if err != nil {
		panic(err)
	}
}
`

func TestStreamsOfAuditFiles(t *testing.T) {
	if testing.Short() {
		t.Skip("generated code takes long to compile: leave -short out")
	}
	family := inputs.Shared(t, "families", "saft-financial-no")
	b, err := newBatch(nil, t.TempDir(), moduleRoot(t))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := b.generate("saft", []string{filepath.Join(family, "11-2021-03-17-v1.10-6c831528", "Norwegian_SAF-T_Financial_Schema_v_1.10.xsd")}); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(b.Dir, "main.go"), []byte(copier), 0o644); err != nil {
		t.Fatal(err)
	}
	if out, err := b.Go("build", "-o", "copier.exe", "."); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	command := exec.Command(filepath.Join(b.Dir, "copier.exe"), filepath.Join(family, "samples", "ExampleFile SAF-T Financial_888888888_20180228235959.xml"))
	out, err := command.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	const want = "53 true 5300 true true\n"
	if diff := cmp.Diff(want+want+want, string(out)); diff != "" {
		t.Errorf("transactions, whether they are the same, and a hundred times as many (-want +got):\n%s", diff)
	}
}
