// This file says on standard error what is wrong, in the form that --problems asks for.

package main

import (
	"io"
	"os"

	"github.com/spf13/cobra"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/diag"
)

// problemsFlag is the flag that every command has.
const problemsFlag = "problems"

// printer prints problems as a command line asks.
func printer(cmd *cobra.Command) (diag.Printer, error) {
	name := string(diag.Text)
	if flag := cmd.Flags().Lookup(problemsFlag); flag != nil {
		name = flag.Value.String()
	}
	format, err := diag.ParseFormat(name)
	return diag.Printer{Format: format, Source: sourceText}, err
}

// mostSource bounds the files of which lines are shown.
const mostSource = 64 << 20

// sourceText returns the text of a regular file.
func sourceText(name string) []byte {
	info, err := os.Stat(name)
	if err != nil || !info.Mode().IsRegular() || info.Size() > mostSource {
		return nil
	}
	data, err := os.ReadFile(name)
	if err != nil {
		return nil
	}
	return data
}

// complain prints an error that ends a command.
func complain(cmd *cobra.Command, errs io.Writer, err error) {
	p, formatErr := printer(cmd)
	if formatErr != nil {
		p.Format = diag.Text
	}
	_ = p.Print(errs, diag.FindingsOf(diag.Error, err))
}

// warn prints warnings.
func warn(cmd *cobra.Command, warnings diag.Problems) error {
	if len(warnings) == 0 {
		return nil
	}
	p, err := printer(cmd)
	if err != nil {
		return err
	}
	return p.Print(cmd.ErrOrStderr(), diag.FindingsOf(diag.Warning, warnings))
}
