// The forms that programs read: JSON, XML and CSV.

package report

import (
	"encoding/json"
	"encoding/xml"
	"io"
	"strconv"
	"time"

	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/sheet"
	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/terms"
)

// document is the report as data; its names are part of the command's interface.
type document struct {
	XMLName       xml.Name       `xml:"mvastatus" json:"-"`
	Date          string         `xml:"date,attr" json:"date"`
	Soon          int            `xml:"soonDays,attr" json:"soonDays"`
	Organisations []organisation `xml:"organisation" json:"organisations"`
}

type organisation struct {
	Number     string     `xml:"number,attr" json:"organisation"`
	Checked    string     `xml:"checked,attr,omitempty" json:"checked,omitempty"`
	FirstTime  *bool      `xml:"firstTime,attr,omitempty" json:"firstTime,omitempty"`
	Error      string     `xml:"error,omitempty" json:"error,omitempty"`
	Remedy     string     `xml:"remedy,omitempty" json:"remedy,omitempty"`
	Terms      []openTerm `xml:"term" json:"terms"` // null where the organisation could not be checked
	Deviations []string   `xml:"deviation" json:"deviations,omitempty"`
}

type openTerm struct {
	Category   string `xml:"category" json:"category"`
	Period     string `xml:"period" json:"period"`
	Year       string `xml:"year" json:"year"`
	PeriodType string `xml:"periodType" json:"periodType"`
	Deadline   string `xml:"deadline" json:"deadline"`
	DaysLeft   int    `xml:"daysLeft" json:"daysLeft"`
	Urgency    string `xml:"urgency" json:"urgency"`
}

func (r Report) document() document {
	doc := document{Date: r.Today().String(), Soon: r.Soon, Organisations: []organisation{}}
	for _, result := range r.Results {
		doc.Organisations = append(doc.Organisations, r.organisation(result))
	}
	return doc
}

func (r Report) organisation(result Result) organisation {
	out := organisation{Number: string(result.Organisation)}
	if !result.CheckedAt.IsZero() {
		out.Checked = result.CheckedAt.Format(time.RFC3339)
	}
	if result.Err != nil {
		out.Error, out.Remedy = result.Err.Error(), result.Remedy
		return out
	}
	out.FirstTime, out.Deviations = &result.Status.FirstTime, result.Status.Deviations
	out.Terms = []openTerm{}
	for _, term := range result.Status.Terms {
		out.Terms = append(out.Terms, r.openTerm(term))
	}
	return out
}

func (r Report) openTerm(term terms.Term) openTerm {
	return openTerm{
		Category: term.Category, Period: term.Period, Year: term.Year, PeriodType: term.PeriodType,
		Deadline: term.Deadline.String(), DaysLeft: r.Today().DaysUntil(term.Deadline), Urgency: urgencyCode(term.Urgency(r.Today(), r.Soon)),
	}
}

func (r Report) writeJSON(w io.Writer) error {
	encoder := json.NewEncoder(w)
	encoder.SetIndent("", "  ")
	encoder.SetEscapeHTML(false)
	return encoder.Encode(r.document())
}

func (r Report) writeXML(w io.Writer) error {
	data, err := xml.MarshalIndent(r.document(), "", "  ")
	if err != nil {
		return err
	}
	_, err = w.Write(append(append([]byte(xml.Header), data...), '\n'))
	return err
}

// writeCSV writes a row per open term; an organisation without any has a row of its own with an empty deadline, and so has one that could not
// be checked, with its error.
func (r Report) writeCSV(w io.Writer) error {
	header := []string{"orgnr", "category", "period", "year", "periodType", "deadline", "daysLeft", "urgency", "firstTime", "error"}
	var records [][]string
	for _, result := range r.Results {
		records = append(records, r.records(result)...)
	}
	return sheet.Write(w, sheet.Dialect{Separator: ','}, header, records)
}

func (r Report) records(result Result) [][]string {
	number := string(result.Organisation)
	if result.Err != nil {
		return [][]string{{number, "", "", "", "", "", "", "", "", sheet.Harmless(result.Err.Error())}}
	}
	firstTime := strconv.FormatBool(result.Status.FirstTime)
	if len(result.Status.Terms) == 0 {
		return [][]string{{number, "", "", "", "", "", "", "none", firstTime, ""}}
	}
	var records [][]string
	for _, term := range result.Status.Terms {
		t := r.openTerm(term)
		records = append(records, []string{
			number, sheet.Harmless(t.Category), sheet.Harmless(t.Period), sheet.Harmless(t.Year), sheet.Harmless(t.PeriodType),
			t.Deadline, strconv.Itoa(t.DaysLeft), t.Urgency, firstTime, "",
		})
	}
	return records
}
