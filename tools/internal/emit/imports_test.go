// Imports by hand, as gofmt and its readers want them.

package emit_test

import (
	"testing"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/emit"
)

func TestGroupImports(t *testing.T) {
	const mixed = "package p\n\nimport (\n\t\"encoding/xml\"\n\ta \"github.com/a/a\"\n\t\"time\"\n)\n\nvar _ = `\nimport (\n)\n`\n"
	const grouped = "package p\n\nimport (\n\t\"encoding/xml\"\n\t\"time\"\n\n\ta \"github.com/a/a\"\n)\n\nvar _ = `\nimport (\n)\n`\n"
	const alone = "package p\n\nimport \"time\"\n"
	const others = "package p\n\nimport (\n\t\"github.com/a\"\n\t\"github.com/b\"\n)\n"
	for source, want := range map[string]string{mixed: grouped, grouped: grouped, alone: alone, others: others} {
		if got := string(emit.GroupImports([]byte(source))); got != want {
			t.Errorf("%s\nbecomes\n%s\nwant\n%s", source, got, want)
		}
	}
}
