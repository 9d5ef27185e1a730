// This file writes the package that turns documents of the predecessor into documents of the new version.

package adopt

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/convert"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/generate"
)

// convert writes the package below the new version's, and the go:generate line that keeps it up to date.
func (a *adoption) convert() error {
	switch {
	case !a.Convert:
		return nil
	case a.predecessor == nil:
		a.stepf("%s is the first version of %s; there is nothing to convert", a.version, a.family.name)
		return nil
	}
	c, err := readConfig(filepath.Join(a.dir, configName))
	if err != nil {
		return err
	}
	output, dir, err := convert.Between(a.predecessor.config, c, "")
	if err != nil {
		return err
	}
	changes, err := generate.Compare(dir, output.Files)
	if err != nil {
		return err
	}
	if len(changes) == 0 {
		a.stepf("%s: there already", slashed(dir))
	} else {
		a.stepf("%s: %s written", slashed(dir), counted(len(changes), "file", "files"))
		a.decidef("%s says what is lost of each document: read its losses before you send what it makes", slashed(dir))
	}
	if err := generate.Apply(dir, changes); err != nil {
		return err
	}
	return a.registerConversion()
}

// registerConversion adds a go:generate line after the one that generates the new version's package.
func (a *adoption) registerConversion() error {
	root, ok := moduleRoot(a.dir)
	if !ok {
		return nil
	}
	file := fromHere(filepath.Join(root, "generate.go"))
	data, err := os.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	text, added, err := withConversion(string(data), root, a.predecessor.config.Dir(), a.dir)
	if err != nil || !added {
		return err
	}
	a.stepf("%s: go:generate line for the conversion added", slashed(file))
	return generate.WriteFile(file, []byte(text))
}

// withConversion adds a line that converts between two versions after the one that generates the new version's package, and runs the same program.
func withConversion(text, root, from, to string) (result string, added bool, err error) {
	for _, dir := range []*string{&from, &to} {
		if *dir, err = fromRoot(root, *dir); err != nil {
			return "", false, err
		}
	}
	arguments := " convert " + from + " " + to
	if strings.Contains(text, arguments+"\n") {
		return text, false, nil
	}
	var b strings.Builder
	for line := range strings.Lines(text) {
		b.WriteString(line)
		program, rest, ok := strings.Cut(strings.TrimSuffix(line, "\n"), " generate --config ")
		if strings.HasPrefix(program, "//go:generate ") && ok && rest == to+"/"+configName {
			b.WriteString(program + arguments + "\n")
			added = true
		}
	}
	return b.String(), added, nil
}
