// This file holds xsdgen sample.

package main

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/sample"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// sampleFlags are the flags of sample.
type sampleFlags struct {
	schemas []string
	element string
	count   int
	seed    uint64
	invalid bool
	out     string
}

func sampleCommand() *cobra.Command {
	var flags sampleFlags
	command := &cobra.Command{
		Use:   "sample --schema FILE",
		Short: "Draw documents from a schema",
		Long: `Draw documents from a schema: valid ones that between them cover what the schema offers (occurrences, branches, optional
parts, enumeration values, facet boundaries), or with --invalid documents with one fault each, which name the rule of XSD 1.0
that they break. The same seed draws the same documents. How much is covered is said on standard error.

Exit codes: 0 done, 2 no document can be drawn, with the reason.`,
		Example: `  xsdgen sample --schema order.xsd
  xsdgen sample --schema order.xsd --count 100 --out testdata
  xsdgen sample --schema order.xsd --invalid --count 20 --out testdata/invalid`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return flags.run(cmd) },
	}
	f := command.Flags()
	f.StringArrayVar(&flags.schemas, "schema", nil, "schema document; may be repeated")
	f.StringVar(&flags.element, "element", "", "local name of the root element; without it, each global element in turn")
	f.IntVar(&flags.count, "count", 10, "how many documents")
	f.Uint64Var(&flags.seed, "seed", 1, "what the choice follows from")
	f.BoolVar(&flags.invalid, "invalid", false, "draw documents with one fault each")
	f.StringVar(&flags.out, "out", "", "directory for a file each, instead of standard output")
	if err := command.MarkFlagRequired("schema"); err != nil {
		panic(err) // the flag was defined above
	}
	return command
}

func (f *sampleFlags) run(cmd *cobra.Command) error {
	set, err := buildSchema(f.schemas)
	if err != nil {
		return err
	}
	roots, err := f.roots(set)
	if err != nil {
		return err
	}
	sampler, err := sample.New(set, f.seed, roots...)
	if err != nil {
		return err
	}
	for i := range f.count {
		name, document, err := f.draw(sampler, i+1)
		if err != nil {
			return err
		}
		if err := f.deliver(cmd, name, document); err != nil {
			return err
		}
	}
	fmt.Fprintf(cmd.ErrOrStderr(), "covered %s\n", sampler.Coverage())
	return nil
}

// roots are the global elements of the name asked for, in any namespace.
func (f *sampleFlags) roots(set *schema.Set) ([]*schema.Element, error) {
	if f.element == "" {
		return nil, nil
	}
	var roots []*schema.Element
	for _, e := range set.Elements {
		if e.Name.Local == f.element {
			roots = append(roots, e)
		}
	}
	if len(roots) == 0 {
		return nil, fmt.Errorf("the schema has no global element %q", f.element)
	}
	return roots, nil
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
