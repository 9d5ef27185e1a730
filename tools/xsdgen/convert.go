// This file holds xsdgen convert.

package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/config"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/convert"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/generate"
)

// convertFlags are the flags of convert.
type convertFlags struct {
	out   string
	check bool
	quiet bool
}

func convertCommand() *cobra.Command {
	var flags convertFlags
	command := &cobra.Command{
		Use:   "convert OLD NEW",
		Short: "Write a package that turns documents of an old version into documents of a new one",
		Long: `Write a Go package that turns values of the generated package of one version of a schema into values of another's. Each global
element that both have becomes a function:

  func Order(from *v1.Order) (*v2.Order, []Loss)

What has a place in the new version is copied, found by the schema's names: elements, attributes, and types where xsi:type names
them. All else is in the list: a Loss has the path in the old document, the reason, and the text that was there. A Loss with the
reason Missing names what the new version needs and the old document does not have: fill it in. Then validate.

OLD and NEW are folders with an xsdgen.yaml, such files themselves, or folders of packages that an xsdgen.yaml above says to
generate. The package goes below the new version's, as from<old>, unless --out says otherwise. It belongs to both schemas: write it
again when one of them is generated again, with a go:generate line after theirs.

Exit codes: 0 done, 1 --check found stale files, 2 could not write.`,
		Example: `  xsdgen convert xsd/schemas/order/v1 xsd/schemas/order/v2
  xsdgen convert upgrade/v1 upgrade/v2 --out upgrade/fromv1`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 2 {
				return fmt.Errorf("say what to convert: xsdgen convert OLD NEW; there are %d arguments, not 2", len(args))
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error { return flags.run(cmd, args[0], args[1]) },
	}
	f := command.Flags()
	f.StringVar(&flags.out, "out", "", "directory to write the package into; without it, from<old> below the package of NEW")
	f.BoolVar(&flags.check, "check", false, "list what is stale, and write nothing")
	f.BoolVar(&flags.quiet, "quiet", false, "do not say what was written")
	return command
}

func (f *convertFlags) run(cmd *cobra.Command, oldName, newName string) error {
	before, err := versionAt(oldName)
	if err != nil {
		return err
	}
	after, err := versionAt(newName)
	if err != nil {
		return err
	}
	output, dir, err := convert.Between(before, after, f.out)
	if err != nil {
		return err
	}
	changes, err := generate.Compare(dir, output.Files)
	if err != nil {
		return err
	}
	if f.check {
		for _, c := range changes {
			fmt.Fprintf(cmd.OutOrStdout(), "%s: %s\n", filepath.ToSlash(filepath.Join(dir, c.Path)), c.Kind)
		}
		if len(changes) > 0 {
			return exitStatus(exitFound)
		}
		return nil
	}
	if err := generate.Apply(dir, changes); err != nil {
		return err
	}
	if !f.quiet {
		f.tell(cmd, dir, output, len(changes))
	}
	return nil
}

// tell says what was written.
func (f *convertFlags) tell(cmd *cobra.Command, dir string, output *convert.Output, written int) {
	out := cmd.OutOrStdout()
	state := "up to date"
	if written > 0 {
		state = plural(written, "file", "files") + " changed"
	}
	fmt.Fprintf(out, "%s: %s, with %s\n", filepath.ToSlash(dir), state, plural(len(output.Functions), "function", "functions"))
	if n := len(output.Left); n > 0 {
		fmt.Fprintf(out, "without a function, since the new version does not have them: %s\n", plural(n, "element", "elements"))
	}
}

// versionAt finds the configuration of a version: a file, the one in a folder, or the one above a folder that says to generate a package there.
func versionAt(name string) (*config.Config, error) {
	info, err := os.Stat(name)
	if err != nil {
		return nil, fmt.Errorf("%s: there is no such folder or xsdgen.yaml; check the path", name)
	}
	file := name
	if info.IsDir() {
		file = filepath.Join(name, configName)
		if _, err := os.Stat(file); err != nil {
			return versionOf(name)
		}
	}
	all, err := readConfigurations(file)
	if err != nil {
		return nil, err
	}
	if len(all) != 1 {
		return nil, fmt.Errorf("%s is for %d packages; name the folder of one: %s", file, len(all), strings.Join(outputsOf(all), ", "))
	}
	return all[0], nil
}

// versionOf finds the configuration of the package that is generated into a folder.
func versionOf(dir string) (*config.Config, error) {
	for above := dir; ; above = filepath.Join(above, "..") {
		absolute, err := filepath.Abs(above)
		if err != nil {
			return nil, err
		}
		file := filepath.Join(above, configName)
		if _, err := os.Stat(file); err != nil {
			if absolute == filepath.Dir(absolute) {
				return nil, fmt.Errorf("%s has no %s, nor has a folder above it; xsdgen init writes one", dir, configName)
			}
			continue
		}
		all, err := readConfigurations(file)
		if err != nil {
			return nil, err
		}
		i := slices.IndexFunc(all, func(c *config.Config) bool { return isSameFolder(outputDir(c), dir) })
		if i < 0 {
			return nil, fmt.Errorf("%s: %s above it generates no package there; it generates %s", dir, filepath.ToSlash(file), strings.Join(outputsOf(all), ", "))
		}
		return all[i], nil
	}
}

func isSameFolder(a, b string) bool {
	relative, err := filepath.Rel(a, b)
	return err == nil && relative == "."
}

func outputsOf(all []*config.Config) []string {
	var outputs []string
	for _, c := range all {
		outputs = append(outputs, filepath.ToSlash(outputDir(c)))
	}
	return outputs
}
