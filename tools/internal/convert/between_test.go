// Conversions between two configurations: where their package goes, and what it is called.

package convert_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/config"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/convert"
)

// TestFolderOfConversion: the package goes into the folder that is asked for, or else below that of the new version, named after the old one.
func TestFolderOfConversion(t *testing.T) {
	root := t.TempDir()
	write := func(name, text string) {
		if err := os.MkdirAll(filepath.Dir(filepath.Join(root, name)), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(root, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("go.mod", "module example.org/orders\n")
	version := func(name string) *config.Config {
		write(name+"/order.xsd", `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="order" type="xs:string"/></xs:schema>`)
		return &config.Config{File: filepath.Join(root, name, "xsdgen.yaml"), Schemas: []string{"order.xsd"}, Package: name, Output: "."}
	}
	before, after := version("v1"), version("v2")
	elsewhere := filepath.Join(root, "upgrade")
	for asked, want := range map[string]struct{ dir, name string }{
		"":        {filepath.Join(root, "v2", "fromv1"), "package fromv1\n"},
		elsewhere: {elsewhere, "package upgrade\n"},
	} {
		output, dir, err := convert.Between(before, after, asked)
		if err != nil {
			t.Fatal(err)
		}
		if dir != want.dir {
			t.Errorf("asked for %q, the package goes into %s, want %s", asked, dir, want.dir)
		}
		for _, f := range output.Files {
			if !bytes.Contains(f.Data, []byte(want.name)) {
				t.Errorf("asked for %q, %s is not of %s", asked, f.Path, want.name)
			}
		}
	}
}
