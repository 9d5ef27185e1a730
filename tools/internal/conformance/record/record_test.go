package record

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestReplace(t *testing.T) {
	page := "# P\n<!-- a -->\nold\n<!-- /a -->\nbetween\n<!-- b -->\n<!-- /b -->\n"
	got, err := replace(page, "a", "new\n")
	if err != nil {
		t.Fatal(err)
	}
	if got, err = replace(got, "b", "first\n"); err != nil {
		t.Fatal(err)
	}
	want := "# P\n<!-- a -->\nnew\n<!-- /a -->\nbetween\n<!-- b -->\nfirst\n<!-- /b -->\n"
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	for _, page := range []string{"", "<!-- a -->\n"} {
		if _, err := replace(page, "a", ""); err == nil {
			t.Errorf("%q: no error", page)
		}
	}
}

func TestTable(t *testing.T) {
	want := "| a | b |\n|---|---|\n| 1 | x\\|y z |\n"
	if diff := cmp.Diff(want, Table([]string{"a", "b"}, [][]string{{"1", "x|y\nz"}})); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
