// This file holds xsdgen init.

package main

import (
	"errors"
	"fmt"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/config"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/generate"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/load"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/origin"
)

func initCommand() *cobra.Command {
	var out string
	command := &cobra.Command{
		Use:   "init [SCHEMA...]",
		Short: "Write xsdgen.yaml for the schemas of a folder",
		Long: `Write xsdgen.yaml into the working directory: for the schemas given, or for all in the directory and below it that no other of them
includes or imports. Each gets a package of its own, named after the file. It tries each schema before it writes anything, and overwrites
nothing.

Then xsdgen generate, without flags, generates the packages.

Exit codes: 0 done, 2 could not: there is a file already, no schema, or a schema that cannot be generated.`,
		Example: `  xsdgen init
  xsdgen init order.xsd invoice.xsd --out internal/schemas`,
		RunE: func(cmd *cobra.Command, args []string) error { return runInit(cmd, args, out) },
	}
	command.Flags().StringVar(&out, "out", ".", "directory that the packages' directories go into")
	return command
}

func runInit(cmd *cobra.Command, schemas []string, out string) error {
	if _, err := os.Stat(configName); err == nil {
		return fmt.Errorf("%s is there already, and nothing is overwritten; change it, or remove it first", configName)
	}
	if len(schemas) == 0 {
		var err error
		if schemas, err = schemasBelow("."); err != nil {
			return err
		}
	}
	all := configurationsFor(schemas, out)
	var problems []error
	for _, c := range all {
		problems = append(problems, tried(c))
	}
	if err := errors.Join(problems...); err != nil {
		return err
	}
	data, err := initial(all)
	if err != nil {
		return err
	}
	if err := generate.WriteFile(configName, data); err != nil {
		return err
	}
	fmt.Fprintf(cmd.OutOrStdout(), "%s: written\n", configName)
	for _, c := range all {
		fmt.Fprintf(cmd.OutOrStdout(), "%s: package %s in %s\n", c.Schemas[0], c.Package, c.Output)
	}
	fmt.Fprintln(cmd.OutOrStdout(), "now run xsdgen generate")
	return nil
}

// tried reports what stands in the way of generating.
func tried(c *config.Config) error {
	importPath, err := generate.ImportPath(outputDir(c), c.Package)
	if err == nil {
		_, err = generate.Prepare(generate.Job{Config: c, ImportPath: importPath})
	}
	return err
}

// initial is the text of a new file.
func initial(all []*config.Config) ([]byte, error) {
	const head = "# What xsdgen generate generates, and where to. Paths are relative to this file; docs/configuration.md of xsdgen lists the keys.\n"
	const apart = "# Entries share no types: schemas that refer to the same documents can be one entry, with a list under schema.\n"
	if len(all) == 1 {
		data, err := config.New(all[0])
		return append([]byte(head), data...), err
	}
	data, err := config.NewList(all)
	return append([]byte(head+apart), data...), err
}

// configurationsFor gives each schema a package.
func configurationsFor(schemas []string, out string) []*config.Config {
	taken := map[string]bool{}
	var all []*config.Config
	for _, s := range schemas {
		base := packageFor(s)
		name := base
		for i := 2; taken[name]; i++ {
			name = fmt.Sprintf("%s%d", base, i)
		}
		taken[name] = true
		all = append(all, &config.Config{
			File: configName, Schemas: []string{filepath.ToSlash(filepath.Clean(s))}, Package: name, Output: path.Join(filepath.ToSlash(out), name),
		})
	}
	return all
}

// schemasBelow finds the schema documents in a folder and below that no other of them refers to.
func schemasBelow(dir string) ([]string, error) {
	var found []string
	err := filepath.WalkDir(dir, func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case !entry.IsDir():
			return nil
		case name != dir && passedOver(entry.Name()):
			return fs.SkipDir
		}
		if matches, _ := filepath.Glob(filepath.Join(name, "*.xsd")); len(matches) == 0 {
			return nil
		}
		o, err := origin.Find(name)
		if err == nil {
			found = append(found, o.Schemas...)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	if len(found) == 0 {
		return nil, errors.New("there is no .xsd file here or below; go to the folder that has them, or name the files: xsdgen init order.xsd")
	}
	return unreferred(found)
}

// passedOver says which folders hold nothing of ours.
func passedOver(name string) bool {
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "_") || slices.Contains([]string{"vendor", "testdata", "node_modules"}, name)
}

// unreferred leaves out the documents that others of them refer to.
func unreferred(files []string) ([]string, error) {
	referred := map[string]bool{}
	for _, file := range files {
		documents, err := load.Load([]string{file}, load.Options{})
		if err != nil {
			return nil, err
		}
		for _, d := range documents {
			for _, r := range d.References {
				if r.Target != nil && filepath.Clean(r.Target.File) != filepath.Clean(file) {
					referred[filepath.Clean(r.Target.File)] = true
				}
			}
		}
	}
	left := slices.DeleteFunc(slices.Clone(files), func(file string) bool { return referred[filepath.Clean(file)] })
	if len(left) == 0 { // they refer to each other in a circle
		return files[:1], nil
	}
	return left, nil
}

// packageFor is a name for the package of a schema: the last word of letters in the file's name that says more than its version.
func packageFor(file string) string {
	base := strings.ToLower(strings.TrimSuffix(filepath.Base(file), filepath.Ext(file)))
	name := "schema"
	for _, word := range strings.FieldsFunc(base, func(r rune) bool { return (r < 'a' || r > 'z') && (r < '0' || r > '9') }) {
		letters := strings.TrimLeft(word, "0123456789")
		if len(strings.TrimRight(letters, "0123456789")) > 1 && !slices.Contains(sayNothing, letters) && usable(letters) {
			name = letters
		}
	}
	return name
}

// sayNothing are words in names of files that are no names of packages.
var sayNothing = []string{"schema", "xsd", "version", "ekstern", "final", "draft"}

// usable reports whether a word can name a package beside what generated code imports.
func usable(word string) bool {
	return !token.IsKeyword(word) && word != "init" && word != "main" && word != "internal" && word != "vendor"
}
