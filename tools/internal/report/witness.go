// This file names the documents that prove a report's verdicts, and writes an index of them.

package report

import (
	"bufio"
	"bytes"
	"fmt"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/diff"
)

// File is a file of the witness directory.
type File struct {
	Name string
	Data []byte
}

// Witnesses returns the documents that prove the verdicts of a report, and index.md, which says what each of them shows. A document is named
// after the number of its change in the report, the rule and the question; it is there twice where the two schemas have different
// namespaces: as the one schema accepts it, and as the other rejects it.
func Witnesses(r *diff.Report) []File {
	var index bytes.Buffer
	w := textWriter{bufio.NewWriter(&index)}
	w.linef("# Documents that prove what breaks\n")
	w.linef("- old: %s", plain(versionWords(r.Old)))
	w.linef("- new: %s\n", plain(versionWords(r.New)))
	w.linef("| Document | Accepted by | Rejected by, because | Change |")
	w.linef("|---|---|---|---|")
	var files []File
	for i, c := range inOrder(r) {
		files = append(files, witnessesOf(w, r, c.Answers, fmt.Sprintf("%03d-%s", i+1, c.Rule.ID), c.Message)...)
	}
	files = append(files, witnessesOf(w, r, r.Totals, "total", "all changes together")...)
	w.Flush() //nolint:errcheck // memory
	return append(files, File{"index.md", index.Bytes()})
}

// witnessesOf returns the documents of three answers, and adds lines to the index.
func witnessesOf(w textWriter, r *diff.Report, answers [len(diff.Questions)]diff.Judgement, name, what string) []File {
	var files []File
	for _, q := range diff.Questions {
		witness := answers[q].Witness
		if witness == nil {
			continue
		}
		accepted := File{fmt.Sprintf("%s-%s.accepted-by-%s.xml", name, q, witness.AcceptedBy), []byte(witness.Accepted)}
		files = append(files, accepted)
		links := link(accepted)
		if witness.Rejected != witness.Accepted {
			rejected := File{fmt.Sprintf("%s-%s.rejected-by-%s.xml", name, q, other(witness.AcceptedBy)), []byte(witness.Rejected)}
			files = append(files, rejected)
			links += ", " + link(rejected)
		}
		w.linef("| %s | %s | %s: %s | %s |", links, witness.AcceptedBy, other(witness.AcceptedBy), plain(violationWords(r, witness, witness.Violation)), plain(what))
	}
	return files
}

func link(f File) string { return fmt.Sprintf("[%s](%s)", f.Name, f.Name) }
