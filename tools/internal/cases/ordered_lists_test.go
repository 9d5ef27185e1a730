// This file reads values that are lists where they are items of ordered content.

package cases_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/cases/lengths"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

// TestListsInOrderedContent: a list keeps its items apart, and several lists are several items.
func TestListsInOrderedContent(t *testing.T) {
	want := lengths.Root{Content: []lengths.RootItem{
		lengths.RootItems{Items: lengths.Items{"nb", "en-GB"}}, lengths.RootItems{Items: lengths.Items{"a", "b"}},
	}}
	var fromXML, fromJSON lengths.Root
	if err := xsd.UnmarshalXML([]byte(`<root xmlns="urn:case"><items>nb en-GB</items><items>a b</items></root>`), &fromXML); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, fromXML); diff != "" {
		t.Errorf("from XML (-want +got):\n%s", diff)
	}
	data, err := xsd.MarshalJSON(&want)
	if err != nil {
		t.Fatal(err)
	}
	if err := xsd.UnmarshalJSON(data, &fromJSON); err != nil {
		t.Fatalf("%v\n%s", err, data)
	}
	if diff := cmp.Diff(want, fromJSON); diff != "" {
		t.Errorf("from JSON (-want +got):\n%s", diff)
	}
}
