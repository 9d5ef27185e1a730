// What stands in a cell that should hold an organisation number.

package sheet

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/client/orgnr"
	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/say"
)

var (
	asFormula  = regexp.MustCompile(`^\s*=\s*"(.*)"\s*$`)       // what keeps Excel from taking a text for a number
	asDecimal  = regexp.MustCompile(`^\s*(\d{9})[.,]0+\s*$`)    // what programs write that take every number for a decimal one
	asExponent = regexp.MustCompile(`^\s*\d[.,]?\d*[eE]\+?\d+`) // what Excel shows of a number in a narrow column
	ninth      = regexp.MustCompile(`\d[\d\x{a0} ]{7,}\d`)
)

// Number takes off what programs put around a number.
func Number(text string) string {
	if match := asFormula.FindStringSubmatch(text); match != nil {
		return match[1]
	}
	if match := asDecimal.FindStringSubmatch(text); match != nil {
		return match[1]
	}
	return text
}

// Rounded says of a cell such as 3,10E+08 that the number in it is lost; nil for any other.
func Rounded(text string) error {
	if !asExponent.MatchString(text) {
		return nil
	}
	return say.Errorf("%q is a rounded number: the spreadsheet lost the digits; format the column as text, and fill it in again", clip(text))
}

// warnSwallowed finds cells of several lines with an organisation number in them that is no row of the file: a missing quotation mark joins
// rows in just this way.
func (s *Sheet) warnSwallowed() {
	rows := map[orgnr.Number]bool{}
	for _, row := range s.Rows {
		if found, err := orgnr.Parse(Number(row.Field(s.Column))); err == nil {
			rows[found] = true
		}
	}
	for i, row := range s.Rows {
		for _, field := range row.Fields {
			if found := swallowed(field, rows); found != "" && row.Err == nil {
				s.Rows[i].Warning = say.Errorf("a cell goes over several lines and holds %s, which is read as no row: is a quotation mark missing?", found)
			}
		}
	}
}

// swallowed is the first organisation number in a cell of several lines that is no row; empty where there is none.
func swallowed(field string, rows map[orgnr.Number]bool) string {
	if !strings.ContainsAny(field, "\r\n") {
		return ""
	}
	for _, candidate := range ninth.FindAllString(field, -1) {
		if found, err := orgnr.Parse(candidate); err == nil && found.CheckDigit() && !rows[found] {
			return found.String()
		}
	}
	return ""
}

// number writes a line's number without grouping, as editors show it.
func number(n int) string { return strconv.Itoa(n) }
