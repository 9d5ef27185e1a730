// The words people use for the service's codes, in Norwegian and in English.

package terms

import (
	"fmt"
	"strings"
)

// Language is a language of output.
type Language string

// The languages.
const (
	Bokmaal Language = "nb"
	English Language = "en"
)

// Words gives the words of one language.
type Words struct {
	language   Language
	categories map[string]string
	periods    *strings.Replacer
	days       func(left int) string
}

// In returns the words of a language; an unknown one is an error that names those there are.
func In(language Language) (Words, error) {
	switch language {
	case Bokmaal:
		return Words{language: language, categories: categoriesNB, periods: periodsNB, days: daysNB}, nil
	case English:
		return Words{language: language, categories: categoriesEN, periods: periodsEN, days: daysEN}, nil
	default:
		return Words{}, fmt.Errorf("no words in language %q: use nb or en", language)
	}
}

// Category is the term's category in words; a code we do not know is shown as it came, since hiding it would hide a term.
func (w Words) Category(code string) string {
	if words, known := w.categories[code]; known {
		return words
	}
	return code
}

// Period is the term's period and year in words.
func (w Words) Period(t Term) string {
	if t.Period == "" || t.Period == "aarlig" || t.Period == "årlig" {
		return fmt.Sprintf("%s %s", w.Pick("hele", "all of"), t.Year)
	}
	return w.periods.Replace(t.Period) + " " + t.Year
}

// Days says how far away a deadline is.
func (w Words) Days(left int) string { return w.days(left) }

// Pick returns the word for this language.
func (w Words) Pick(nb, en string) string {
	if w.language == English {
		return en
	}
	return nb
}

// The service's own three categories come first, then those of its sister schemas, which the service may send one day.
var categoriesNB = map[string]string{
	"alminnelig":                  "Alminnelig næring",
	"primaernaering":              "Primærnæring",
	"primærnæring":                "Primærnæring",
	"merverdiavgift kompensasjon": "Merverdiavgiftskompensasjon",
	"kompensasjon":                "Merverdiavgiftskompensasjon",
	"omvendtAvgiftsplikt":         "Omvendt avgiftsplikt",
	"eHandel":                     "Netthandel (VOEC)",
}

var categoriesEN = map[string]string{
	"alminnelig":                  "General",
	"primaernaering":              "Primary industries",
	"primærnæring":                "Primary industries",
	"merverdiavgift kompensasjon": "VAT compensation",
	"kompensasjon":                "VAT compensation",
	"omvendtAvgiftsplikt":         "Reverse charge",
	"eHandel":                     "E-commerce (VOEC)",
}

var periodsNB = strings.NewReplacer("foerste ", "første ", "-", "–")

var periodsEN = strings.NewReplacer(
	"januar", "January", "februar", "February", "mars", "March", "april", "April", "mai", "May", "juni", "June", "juli", "July",
	"august", "August", "september", "September", "oktober", "October", "november", "November", "desember", "December",
	"foerste halvdel", "first half of", "første halvdel", "first half of", "andre halvdel", "second half of", "uke ", "week ", "-", "–",
)

func daysNB(left int) string {
	switch {
	case left == 0:
		return "i dag"
	case left == 1:
		return "1 dag igjen"
	case left > 1:
		return fmt.Sprintf("%d dager igjen", left)
	case left == -1:
		return "1 dag siden"
	default:
		return fmt.Sprintf("%d dager siden", -left)
	}
}

func daysEN(left int) string {
	switch {
	case left == 0:
		return "today"
	case left == 1:
		return "1 day left"
	case left > 1:
		return fmt.Sprintf("%d days left", left)
	case left == -1:
		return "1 day ago"
	default:
		return fmt.Sprintf("%d days ago", -left)
	}
}
