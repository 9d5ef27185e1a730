// The page says what was measured: figures whose meaning is turned round, or that stand in the wrong column, are caught here.

package main

import (
	"strings"
	"testing"
	"time"

	"github.com/mvainnsyn/mvainnsyn/tools/bench/internal/measure"
	"github.com/mvainnsyn/mvainnsyn/tools/bench/internal/run"
)

func figures(base string, pairs ...any) []measure.Figure {
	all := []measure.Figure{{Name: base, Ratio: 1, PerCall: time.Millisecond, Allocations: 4}}
	for i := 0; i < len(pairs); i += 2 {
		all = append(all, measure.Figure{Name: pairs[i].(string), Ratio: pairs[i+1].(float64)})
	}
	return all
}

func TestPage(t *testing.T) {
	r := results{rounds: 7, rows: []run.Result{
		{Row: "status/6/xmlread", Bytes: 600, Figures: figures("strict", "encoding/xml", 12.0, "tolerant", 1.25, "SAX2", 1.5)},
		{Row: "status/6/xmlwrite", Bytes: 500, Written: 400, Figures: figures("validated", "encoding/xml", 4.0, "unchecked", 0.5)},
		{Row: "status/6/jsonread", Bytes: 300, Figures: figures("strict", "encoding/json", 3.0, "tolerant", 2.0)},
		{Row: "status/6/jsonwrite", Bytes: 300, Written: 300, Figures: figures("validated", "encoding/json", 0.5, "unchecked", 0.8)},
		{Row: "features/mixed/jsonwrite", Figures: figures("without", "unused", 1.4, "used", 2.5)},
		{Row: "tolerant/xmlread", Figures: figures("strict", "an unknown value", 2.6)},
		{Row: "output/ubl/jsonwrite", Bytes: 500, Written: 20000, Figures: figures("500 KB", "20 MB", 50.0)},
	}, facts: []fact{{"compiling UBL", "40 s"}}}
	page, err := r.page()
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"the ratios of 7 rounds",
		"| status, 6 terms | 12 | 1.5 | – | – | 4.0; 8.0 | 3.0 | 0.50; 0.62 | 1.2; 2.0 | 1.0; 2.0 |",
		"| UBL Invoice, 20 KB | – | – | – | – | –; – | – | –; – | –; – | –; – |",
		"| mixed content | –; – | –; – | –; – | 1.4; 2.5 |",
		"| XML, an unknown value | 2.6 |",
		"| UBL Invoice, JSON | 0.80 |",
		"| status, 6 terms | 400 | 0.80 |",
		"| compiling UBL | 40 s |",
	} {
		if !strings.Contains(string(page), want+"\n") && !strings.Contains(string(page), want+".") {
			t.Errorf("the page lacks %q:\n%s", want, page)
		}
	}
}

// TestSelection: the parts of a selection are looked for in order, and each row belongs to a program that can measure it.
func TestSelection(t *testing.T) {
	for selection, want := range map[string]int{"ubl/xmlread": 2, "status/6": 4, "tolerant": 2, "saft/1M/jsonwrite,first/ubl": 1, "xmlread/ubl": 0} {
		got := 0
		for _, g := range allGroups() {
			for _, name := range g.rowNames() {
				if run.Selected(selection, name) {
					got++
				}
			}
		}
		if got != want {
			t.Errorf("%s selects %d rows, want %d", selection, got, want)
		}
	}
}
