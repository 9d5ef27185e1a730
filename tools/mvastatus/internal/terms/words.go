// The words people use for the service's codes, in Norwegian and in English.

package terms

import (
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/say"
)

// Words gives the words of one language.
type Words struct{ say.Voice }

// Category is the term's category in words; a code we do not know is shown as it came, since hiding it would hide a term.
func (w Words) Category(code string) string {
	words := categoriesNB
	if w.Language() == say.English {
		words = categoriesEN
	}
	if known, ok := words[code]; ok {
		return known
	}
	return code
}

// Period is the term's period and year in words.
func (w Words) Period(t Term) string {
	switch {
	case t.Period == "" && t.Year == "":
		return w.Say("not told")
	case t.Period == "" || t.Period == "aarlig" || t.Period == "årlig":
		return w.Say("all of %s", t.Year)
	case t.Year == "": // a sentence of the service's
		return t.Period
	}
	return w.periods().Replace(t.Period) + " " + t.Year
}

func (w Words) periods() *strings.Replacer {
	if w.Language() == say.English {
		return periodsEN
	}
	return periodsNB
}

// Day is a day as people write it: 31.12.2026 in Norwegian, 2026-12-31 in English; a dash for one that is not known.
func (w Words) Day(d Date) string {
	switch {
	case d.IsZero():
		return "–"
	case w.Language() == say.English:
		return d.String()
	}
	iso := d.String()
	return iso[8:] + "." + iso[5:7] + "." + iso[:4]
}

// Standing says how a term stands towards its deadline.
func (w Words) Standing(t Term, today Date) string {
	if t.Deadline.IsZero() {
		return "–"
	}
	switch left := today.DaysUntil(t.Deadline); {
	case left > 0:
		return w.Say("%d days left", left)
	case left == 0:
		return w.Say("due today")
	default:
		return w.Say("OVERDUE by %d days", -left)
	}
}

// The service's own three categories come first, then those of its sister schemas, which the service may send one day.
var categoriesNB = map[string]string{
	"alminnelig":                  "Alminnelig næring",
	"primaernaering":              "Primærnæring",
	"primærnæring":                "Primærnæring",
	"merverdiavgift kompensasjon": "Mva-kompensasjon",
	"kompensasjon":                "Mva-kompensasjon",
	"omvendtAvgiftsplikt":         "Omvendt avgiftsplikt",
	"eHandel":                     "Netthandel (VOEC)",
	"rapporteringskrav":           "Rapporteringskrav",
}

var categoriesEN = map[string]string{
	"alminnelig":                  "General",
	"primaernaering":              "Primary industries",
	"primærnæring":                "Primary industries",
	"merverdiavgift kompensasjon": "VAT compensation",
	"kompensasjon":                "VAT compensation",
	"omvendtAvgiftsplikt":         "Reverse charge",
	"eHandel":                     "E-commerce (VOEC)",
	"rapporteringskrav":           "Reporting duty",
}

var periodsNB = strings.NewReplacer("foerste ", "første ", "-", "–")

var periodsEN = strings.NewReplacer(
	"januar", "January", "februar", "February", "mars", "March", "april", "April", "mai", "May", "juni", "June", "juli", "July",
	"august", "August", "september", "September", "oktober", "October", "november", "November", "desember", "December",
	"foerste halvdel", "first half of", "første halvdel", "first half of", "andre halvdel", "second half of", "uke ", "week ", "-", "–",
)
