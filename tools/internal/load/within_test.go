package load

import (
	"os"
	"path/filepath"
	"testing"
)

// TestWithin: documents of the folder that is named are read, those outside of it are not, also where a link leads there.
func TestWithin(t *testing.T) {
	root := t.TempDir()
	for name, text := range map[string]string{
		"in/a.xsd": schemaOf("", `<xs:include schemaLocation="sub/b.xsd"/>`), "in/sub/b.xsd": schemaOf("", ""),
		"in/c.xsd": schemaOf("", `<xs:include schemaLocation="../d.xsd"/>`), "d.xsd": schemaOf("", ""),
		"in/e.xsd": schemaOf("", `<xs:include schemaLocation="link.xsd"/>`),
	} {
		path := filepath.Join(root, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	options := Options{Within: filepath.Join(root, "in")}
	if documents, err := Load([]string{filepath.Join(root, "in", "a.xsd")}, options); err != nil || len(documents) != 2 {
		t.Errorf("%d documents, %v; want 2", len(documents), err)
	}
	if err := os.Symlink(filepath.Join("..", "d.xsd"), filepath.Join(root, "in", "link.xsd")); err != nil {
		t.Skip("no links can be made here: ", err)
	}
	for _, name := range []string{"c.xsd", "e.xsd"} {
		if documents, err := Load([]string{filepath.Join(root, "in", name)}, options); err == nil && len(documents) != 1 {
			t.Errorf("%s: %d documents; want the one alone that lies in the folder", name, len(documents))
		}
	}
}
