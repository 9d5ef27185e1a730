// This file holds xsdgen sample.

package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/sample"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// sampleFlags are the flags of sample.
type sampleFlags struct {
	sources
	element  string
	count    int
	seed     uint64
	invalid  bool
	elements int
	out      string
}

func sampleCommand() *cobra.Command {
	var flags sampleFlags
	command := &cobra.Command{
		Use:   "sample --schema FILE",
		Short: "Draw documents from a schema",
		Long: `Draw documents from a schema: valid ones that between them show everything that it offers (each particle and how often it
may occur, each branch of a choice, each optional part there and left out, each enumeration value, each boundary of a facet),
or with --invalid documents with one fault each. A comment at the end of such a document names the rule of XSD 1.0 that it
breaks, and says what was done to a valid one.

Without --count it draws documents until they show all that it can show. The same seed draws the same documents. Standard error
says what they cover, what not, and why.

Exit codes: 0 done, 2 no document can be drawn, with the reason.`,
		Example: `  xsdgen sample --schema order.xsd --out testdata
  xsdgen sample --schema order.xsd --element order --count 1
  xsdgen sample --schema order.xsd --invalid --out testdata/invalid`,
		Args: noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error { return flags.run(cmd) },
	}
	f := command.Flags()
	flags.add(f)
	f.StringVar(&flags.element, "element", "", "root element, as name or {namespace}name; without it, each global element in turn")
	f.IntVar(&flags.count, "count", 0, "how many documents; without it, until they show all that can be shown")
	f.Uint64Var(&flags.seed, "seed", 1, "seed of the random choices")
	f.BoolVar(&flags.invalid, "invalid", false, "draw documents with one fault each")
	f.IntVar(&flags.elements, "max-elements", sample.DefaultLimits().Elements, "the most elements that a document may need")
	f.StringVar(&flags.out, "out", "", "directory for a file each, instead of standard output")
	return command
}

func (f *sampleFlags) run(cmd *cobra.Command) error {
	if len(f.schemas) == 0 {
		return errors.New("say what to draw documents from: xsdgen sample --schema FILE")
	}
	counted := cmd.Flags().Changed("count")
	if counted && f.count < 1 || f.elements < 1 {
		return errors.New("--count and --max-elements are numbers from 1")
	}
	set, err := f.build(cmd.InOrStdin())
	if err != nil {
		return err
	}
	roots, err := f.roots(set)
	if err != nil {
		return err
	}
	limits := sample.DefaultLimits()
	limits.Elements = f.elements
	sampler, err := sample.NewWithin(limits, set, f.seed, roots...)
	if err != nil {
		return err
	}
	progress := progressOn(cmd.ErrOrStderr())
	drawn := 0
	for ; f.wants(sampler, counted, drawn); drawn++ {
		name, document, err := f.draw(sampler, drawn+1)
		if err == nil {
			err = f.deliver(cmd, name, document)
		}
		if err != nil {
			progress.done()
			return err
		}
		progress.step(fmt.Sprintf("%d documents", drawn+1))
	}
	progress.done()
	f.report(cmd.ErrOrStderr(), sampler, drawn)
	return nil
}

// wants reports whether another document is to be drawn.
func (f *sampleFlags) wants(sampler *sample.Sampler, counted bool, drawn int) bool {
	switch {
	case counted:
		return drawn < f.count
	case f.invalid:
		return !sampler.FaultsDone()
	default:
		return !sampler.Done()
	}
}

// roots are the global elements of the name asked for; a name without namespace is one in any.
func (f *sampleFlags) roots(set *schema.Set) ([]*schema.Element, error) {
	if f.element == "" {
		return nil, nil
	}
	var roots []*schema.Element
	var names []string
	for _, e := range set.Elements {
		names = append(names, e.Name.String())
		if e.Name.Local == f.element || e.Name.String() == f.element {
			roots = append(roots, e)
		}
	}
	if len(roots) == 0 {
		return nil, fmt.Errorf("the schema has no global element %q; it has %s", f.element, firstOf(names))
	}
	return roots, nil
}

// firstOf names the first of many.
func firstOf(names []string) string {
	const most = 10
	switch {
	case len(names) == 0:
		return "none"
	case len(names) > most:
		return fmt.Sprintf("%s and %d more", strings.Join(names[:most], ", "), len(names)-most)
	default:
		return strings.Join(names, ", ")
	}
}

// draw makes a document and a name for its file; an invalid one says in a comment what it breaks.
func (f *sampleFlags) draw(sampler *sample.Sampler, number int) (name, document string, err error) {
	if !f.invalid {
		document, err = sampler.Valid()
		return fmt.Sprintf("%04d.xml", number), document, err
	}
	fault, err := sampler.Invalid()
	return fmt.Sprintf("%04d-%s.xml", number, fault.Rule), fmt.Sprintf("%s\n<!-- %s: %s -->", fault.Document, fault.Rule, fault.What), err
}

func (f *sampleFlags) deliver(cmd *cobra.Command, name, document string) error {
	if f.out == "" {
		_, err := fmt.Fprintln(cmd.OutOrStdout(), document)
		return err
	}
	if err := os.MkdirAll(f.out, 0o755); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(f.out, name), []byte(document+"\n"), 0o644)
}

// report says what is covered, and of what is not an example for each reason.
func (f *sampleFlags) report(out io.Writer, sampler *sample.Sampler, drawn int) {
	if f.invalid {
		fmt.Fprintf(out, "%d documents with one fault each\n", drawn)
		return
	}
	coverage := sampler.Coverage()
	fmt.Fprintf(out, "%d documents, covered: %s\n", drawn, coverage)
	byReason := map[string][]sample.Missing{}
	var reasons []string
	for _, m := range coverage.Missing {
		if byReason[m.Reason] == nil {
			reasons = append(reasons, m.Reason)
		}
		byReason[m.Reason] = append(byReason[m.Reason], m)
	}
	slices.SortStableFunc(reasons, func(a, b string) int { return len(byReason[b]) - len(byReason[a]) })
	for _, reason := range reasons {
		missing := byReason[reason]
		fmt.Fprintf(out, "not covered, %s: %d, such as %s\n", reason, len(missing), missing[0].What)
	}
}
