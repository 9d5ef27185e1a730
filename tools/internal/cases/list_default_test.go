// This file tests empty elements of list types in JSON, and that names in lists share prefixes.

package cases_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	listdefault "github.com/mvainnsyn/mvainnsyn/tools/internal/cases/list_default"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/cases/qname"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

// An array without items is an empty element, which has its default or fixed value (Part 1, section 3.3.4, clause 5.1): it is the value that counts for length and uniqueness.
func TestEmptyArrays(t *testing.T) {
	const given = `{"open":[],"shut":[],"fixed":[],"either":[],"rota":{"#text":[]},"shift":[[],[3]],"firm":[[],[1,2]]}`
	const want = `{"open":[1,2,3],"shut":[7],"fixed":[4,5],"either":[9],"rota":{"#text":[6]},"shift":[[1,2],[3]],"firm":[[1,2],[1,2]]}`
	var v listdefault.Root
	if err := xsd.UnmarshalJSON([]byte(given), &v); err != nil {
		t.Fatal(err)
	}
	text, err := xsd.MarshalJSON(&v)
	if diff := cmp.Diff(want, string(text)); diff != "" || err != nil {
		t.Errorf("%v (-want +got):\n%s", err, diff)
	}
	for document, path := range map[string]string{
		`{"open":[],"plan":{"#text":[]}}`: "/root/plan", // no default, and at least one day
		`{"open":[],"shift":[[],[1,2]]}`:  "/root/shift[2]",
		`{"open":[],"fixed":[4]}`:         "/root/fixed",
	} {
		expectPath(t, document, xsd.UnmarshalJSON([]byte(document), &v), path)
	}
}

// Names of one namespace share a prefix, so that a long list of them is read again.
func TestNamesInListsShareAPrefix(t *testing.T) {
	var names []string
	for i := range 3000 {
		names = append(names, fmt.Sprintf("{urn:p}a%d", i))
	}
	var v, again qname.Holder
	given := `{"colour":"{urn:colours}red","any":"b","list":["` + strings.Join(names, `","`) + `"],"either":[]}`
	if err := xsd.UnmarshalJSON([]byte(given), &v); err != nil {
		t.Fatal(err)
	}
	text, err := xsd.MarshalXML(&v)
	if err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(string(text), `="urn:p"`); n != 1 {
		t.Errorf("declared %d times", n)
	}
	if err := xsd.UnmarshalXML(text, &again); err != nil {
		t.Fatal(err)
	}
	if back, err := xsd.MarshalJSON(&again); err != nil || string(back) != given {
		t.Errorf("%v: %.200s", err, back)
	}
}
