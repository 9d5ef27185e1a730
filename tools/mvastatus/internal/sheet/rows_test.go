// Rows in are rows out, over generated sheets with faults.

package sheet

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/mvainnsyn/mvainnsyn/client/clienttest"
)

// wanted is what must come of a generated row.
type wanted struct {
	line   int
	number string // empty: the row must hold an error, or no organisation number to read
	blank  bool
}

// generator writes a sheet row by row and notes what must come of each.
type generator struct {
	random *rand.Rand
	text   strings.Builder
	line   int
	want   []wanted
	comma  string
	ends   []string // drawn from, for each line
}

func (g *generator) end() {
	g.text.WriteString(g.ends[g.random.IntN(len(g.ends))])
	g.line++
}

// write writes one row over some lines.
func (g *generator) write(number string, lines ...string) {
	g.want = append(g.want, wanted{line: g.line, number: number, blank: number == "" && lines[0] == ""})
	for _, line := range lines {
		g.text.WriteString(line)
		g.end()
	}
}

// row draws a row of any kind about the organisation.
func (g *generator) row(number string) {
	spaced := number[:3] + " " + number[3:6] + " " + number[6:]
	c := g.comma
	switch g.random.IntN(12) {
	case 0:
		g.write(number, `"Klient, AS; `+"\t"+`og sønner"`+c+number)
	case 1:
		g.write(number, `Klient`+c+`="`+number+`"`)
	case 2:
		g.write(number, `Klient`+c+`"=""`+number+`"""`+c)
	case 3:
		g.write("", `"Klient`+c+number) // never closed
	case 4:
		g.write("", `Klient`+c+number[:8])
	case 5:
		g.write("", "")
	case 6:
		g.write("", c+c+"x")
	case 7:
		g.write(number, `"Klient`, `Storgata 1`, `"`+c+spaced)
	case 8:
		g.write(number, `Klient "Baren" AS`+c+"NO"+number+"MVA")
	case 9:
		g.write(number, `""`+c+`"`+number+`"`)
	case 10:
		g.write(number, `"Klient "uten" dobling"`+c+number+".0")
	default:
		g.write(number, "Klient"+c+spaced)
	}
}

func TestRowsInAreRowsOut(t *testing.T) {
	organisations := clienttest.Organisations(60)
	for seed := range uint64(2000) {
		random := rand.New(rand.NewPCG(seed, 1))
		g := &generator{
			random: random, line: 1, comma: []string{";", ",", "\t"}[random.IntN(3)],
			ends: [][]string{{"\n"}, {"\r\n"}, {"\r"}, {"\n", "\r\n"}, {"\r", "\r\n"}}[random.IntN(5)],
		}
		for range random.IntN(3) {
			g.text.WriteString("Kundeliste for regnskapskontoret")
			g.end()
		}
		g.text.WriteString("Navn" + g.comma + "Org.nr.")
		g.end()
		for _, organisation := range organisations[:1+random.IntN(len(organisations)-1)] {
			g.row(organisation)
		}
		g.write(organisations[59], "Siste"+g.comma+organisations[59])
		for range random.IntN(4) {
			g.text.WriteString(g.comma)
			g.end()
		}
		g.check(t, fmt.Sprintf("seed %d", seed))
	}
}

func (g *generator) check(t *testing.T, name string) {
	t.Helper()
	sheet, err := Read(strings.NewReader(g.text.String()), Options{})
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	if len(sheet.Rows) != len(g.want) {
		t.Fatalf("%s: %d rows, want %d\n%q", name, len(sheet.Rows), len(g.want), g.text.String())
	}
	for i, row := range sheet.Rows {
		want := g.want[i]
		read := row.Err == nil && isNumber(row.Field(sheet.Column))
		if row.Line != want.line || read != (want.number != "") || row.Blank() != want.blank {
			t.Fatalf("%s: row %+v, want %+v", name, row, want)
		}
		if read && !strings.Contains(strings.ReplaceAll(row.Field(sheet.Column), " ", ""), want.number) {
			t.Fatalf("%s: row %+v, want %+v", name, row, want)
		}
	}
}
