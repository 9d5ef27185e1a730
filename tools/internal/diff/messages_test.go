// Messages read as sentences: what is now, and what was.

package diff

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/schema"
	"github.com/mvainnsyn/mvainnsyn/xsd"
	"github.com/mvainnsyn/mvainnsyn/xsd/content"
)

func TestMessages(t *testing.T) {
	const many = schema.Unbounded
	every := content.NamespaceConstraint{}
	listed := content.NamespaceConstraint{Kind: content.ListNamespace, Names: []string{"urn:a", ""}}
	others := content.NamespaceConstraint{Kind: content.NotNamespace, Names: []string{"urn:a"}}
	for got, want := range map[string]string{
		minMessage("x", 1, 0): "x may be left out; it was required",
		minMessage("x", 0, 1): "x is required; it could be left out",
		minMessage("x", 3, 0): "x may be left out; at least 3 were required",
		minMessage("x", 2, 1): "x must appear once at least; at least 2 were required",
		minMessage("x", 1, 2): "x must appear at least 2 times; one was enough",
		minMessage("x", 0, 2): "x must appear at least 2 times; it could be left out",

		maxMessage("x", 1, many): "x may appear any number of times; at most one was allowed",
		maxMessage("x", many, 1): "x may appear once only; there was no limit",
		maxMessage("x", 5, 9):    "x may appear at most 9 times; at most 5 were allowed",
		maxMessage("x", 1, 0):    "x may not appear; at most one was allowed",
		maxMessage("x", 0, 1):    "x may appear once only; it could not appear",

		compositorMessage(schema.Choice, schema.All):      "the parts appear in any order; one of them was chosen",
		compositorMessage(schema.Sequence, schema.Choice): "one of the parts is chosen; they appeared in a fixed order",

		namespaceMessage("elements", listed, every): "elements of every namespace may stand here; before, those of urn:a and no namespace",
		namespaceMessage("elements", every, others): "elements of every namespace but urn:a may stand here; before, those of every namespace",
		processMessage("elements", content.Lax, 0):  "elements that only a wildcard lets in must be declared and valid; they had to be valid where they were declared",
		blockMessage(0, schema.DerivationSet(2)):    "what is derived by restriction may not stand for it; everything could",
		blockMessage(schema.DerivationSet(1), 0):    "everything derived from it may stand for it; what was derived by extension could not",
		finalMessage(0, schema.DerivationSet(1)):    "authors of schemas may not derive from it by extension; they could in every way",
		derivationMessage(schema.Extension):         "the type extends its base; it restricted it",
		needWords(NewSide, true):                    "it is required",
		needWords(OldSide, false):                   "it could be left out",
		whiteSpaceWords(xsd.WhiteSpaceCollapse):     "trimmed, and kept within as single spaces",
	} {
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	}
}

func TestTimesWords(t *testing.T) {
	for bounds, want := range map[[2]int]string{
		{0, schema.Unbounded}: "any number of times", {1, schema.Unbounded}: "at least once", {2, schema.Unbounded}: "at least 2 times",
		{0, 1}: "at most once", {1, 1}: "exactly once", {3, 3}: "exactly 3 times", {0, 4}: "at most 4 times", {1, 4}: "1 to 4 times",
	} {
		if got := timesWords(bounds[0], bounds[1]); got != want {
			t.Errorf("%v: got %q, want %q", bounds, got, want)
		}
	}
}

// TestFacetWords: lengths count what values of the type are made of.
func TestFacetWords(t *testing.T) {
	for _, test := range []struct {
		of    string
		facet xsd.Facet
		want  string
	}{
		{"string", xsd.Facet{Kind: xsd.FacetMaxLength, Value: "35"}, "at most 35 characters"},
		{"string", xsd.Facet{Kind: xsd.FacetMinLength, Value: "1"}, "at least 1 character"},
		{"hexBinary", xsd.Facet{Kind: xsd.FacetLength, Value: "8"}, "exactly 8 bytes"},
		{"NMTOKENS", xsd.Facet{Kind: xsd.FacetMaxLength, Value: "2"}, "at most 2 items"},
		{"decimal", xsd.Facet{Kind: xsd.FacetTotalDigits, Value: "18"}, "at most 18 digits"},
		{"decimal", xsd.Facet{Kind: xsd.FacetFractionDigits, Value: "2"}, "at most 2 digits after the decimal point"},
		{"int", xsd.Facet{Kind: xsd.FacetMinExclusive, Value: "0"}, "more than 0"},
		{"date", xsd.Facet{Kind: xsd.FacetMaxInclusive, Value: "2030-12-31"}, "at most 2030-12-31"},
	} {
		if got := facetWords(xsd.BuiltIn(test.of), test.facet); got != test.want {
			t.Errorf("%s: got %q, want %q", test.of, got, test.want)
		}
	}
}
