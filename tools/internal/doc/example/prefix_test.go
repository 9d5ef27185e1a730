package example

import (
	"slices"
	"testing"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
)

// TestPrefixes: a namespace has the prefix that a schema document declares for it, as long as no other has it, else the first that is free.
func TestPrefixes(t *testing.T) {
	m := &Maker{set: &schema.Set{Documents: []schema.DocumentInfo{{Prefixes: map[string]string{"": "urn:d", "a": "urn:a", "ns2": "urn:two"}}}}}
	taken := map[string]bool{}
	var got []string
	for _, space := range []string{"urn:a", "urn:b", "urn:two", "urn:c", "urn:a", "urn:d"} {
		got = append(got, m.prefix(space, taken))
	}
	if want := []string{"a", "ns1", "ns2", "ns3", "ns4", "ns5"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}
