package inclusion

import (
	"strings"
	"testing"
)

// TestShrinkKeepsNames: without its default namespace, an element would have another name.
func TestShrinkKeepsNames(t *testing.T) {
	got := Shrink(`<a xmlns="u" xmlns:p="v" x="1"><b y="2"/>text</a>`, func(string) bool { return true })
	if want := `<a xmlns="u"/>`; !strings.Contains(got, want) || strings.Contains(got, "x=") {
		t.Errorf("got %s, want %s", got, want)
	}
}
