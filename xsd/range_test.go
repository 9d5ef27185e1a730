// This file tests what the items of a document that is ranged over have in memory.

package xsd_test

import (
	"strings"
	"testing"
	"unsafe"

	"github.com/mvainnsyn/mvainnsyn/generated/mvameldinginnsendingstatus/v1"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

// TestItemsShareNoMemory: who keeps one item keeps no other. The texts of a term are shorter than the smallest block that texts are copied into, so that a term
// whose first text follows the last one of the term before without a gap is in its block.
func TestItemsShareNoMemory(t *testing.T) {
	before, term, found := strings.Cut(document, "<terminUtenLevertMvaMelding>")
	term, after, ended := strings.Cut(term, "</terminUtenLevertMvaMelding>")
	if !found || !ended {
		t.Fatal("the document has no term")
	}
	many := before + strings.Repeat("<terminUtenLevertMvaMelding>"+term+"</terminUtenLevertMvaMelding>", 50) + after
	var end unsafe.Pointer
	items, inside := 0, 0
	for item, err := range xsd.Range[mvameldinginnsendingstatus.TerminUtenLevertMvaMelding](strings.NewReader(many),
		mvameldinginnsendingstatus.MvaMeldingInnsendingStatusElement, "terminUtenLevertMvaMelding") {
		if err != nil {
			t.Fatal(err)
		}
		items++
		first, second, last := string(item.Meldingskategori), string(item.Skattleggingsperiode.Periode), item.Leveringsfrist.String()
		if unsafe.Pointer(unsafe.StringData(first)) == end {
			t.Fatalf("item %d begins where the one before ends", items)
		}
		if endOf(first) == unsafe.Pointer(unsafe.StringData(second)) {
			inside++
		}
		end = endOf(last)
	}
	if items != 50 || inside < 40 {
		t.Errorf("%d items, of which %d have their texts in one block: the test looks at something else than blocks", items, inside)
	}
}

// endOf is where a text ends in memory.
func endOf(text string) unsafe.Pointer {
	return unsafe.Add(unsafe.Pointer(unsafe.StringData(text)), len(text))
}
