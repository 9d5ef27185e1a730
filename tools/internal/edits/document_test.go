package edits

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestADocumentIsWrittenAsItWasRead(t *testing.T) {
	const text = `<p:a xmlns:p="u" xmlns:xsi_="http://www.w3.org/2001/XMLSchema-instance" x="1&amp;2">&lt;<b></b><p:c>t</p:c></p:a>`
	read, err := ParseDocument([]byte(strings.Replace(text, ` xmlns:xsi_="http://www.w3.org/2001/XMLSchema-instance"`, "", 1)))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(text, read.String()); diff != "" {
		t.Error(diff)
	}
}
