// Whatever the bytes are, loading them ends, with a tree or with a problem that has a position.

package load

import (
	"errors"
	"testing"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/diag"
)

func FuzzLoad(f *testing.F) {
	f.Add([]byte(schemaOf("urn:a", `<xs:include schemaLocation="a.xsd"/><xs:element name="e"/>`)))
	f.Add([]byte("<!DOCTYPE a [<!-- ' -->]>" + schemaOf("", "")))
	f.Fuzz(func(t *testing.T, data []byte) {
		docs, err := Load([]string{"a.xsd"}, Options{FS: files(map[string]string{"a.xsd": string(data)})})
		if err == nil && len(docs) == 0 {
			t.Fatal("neither document nor problem")
		}
		problems, ok := errors.AsType[diag.Problems](err)
		if err != nil && (!ok || problems[0].Position.File != "a.xsd") {
			t.Fatalf("no position: %v", err)
		}
	})
}
