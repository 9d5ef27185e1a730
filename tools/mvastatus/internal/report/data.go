// The forms that programs read: JSON and XML.

package report

import (
	_ "embed"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"time"

	"github.com/mvainnsyn/mvainnsyn/client"
	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/terms"
)

// Schema is the JSON Schema of the JSON form.
//
//go:embed report.schema.json
var Schema []byte

// formVersion is the version of the forms for programs; it grows when something in them is renamed, removed or means something else.
const formVersion = 1

// document is the report as data; its names are part of the command's interface.
type document struct {
	XMLName       xml.Name       `xml:"mvastatus" json:"-"`
	Version       int            `xml:"version,attr" json:"version"`
	Date          string         `xml:"date,attr" json:"date"`
	Soon          int            `xml:"soonDays,attr" json:"soonDays"`
	Outcome       string         `xml:"outcome,attr" json:"outcome"`
	Organisations []organisation `xml:"organisation" json:"organisations"`
}

type organisation struct {
	Number      string      `xml:"number,attr,omitempty" json:"organisation,omitempty"`
	Line        int         `xml:"line,attr,omitempty" json:"line,omitempty"`
	Result      string      `xml:"result,attr" json:"result"` // ok, failed or not-asked
	Checked     string      `xml:"checked,attr,omitempty" json:"checked,omitempty"`
	LastSuccess string      `xml:"lastSuccess,attr,omitempty" json:"lastSuccess,omitempty"`
	FirstTime   *bool       `xml:"firstTime,attr,omitempty" json:"firstTime,omitempty"`
	Untold      string      `xml:"untold,attr,omitempty" json:"untold,omitempty"`
	Cause       string      `xml:"cause,attr,omitempty" json:"cause,omitempty"`
	Error       string      `xml:"error,omitempty" json:"error,omitempty"`
	Remedy      string      `xml:"remedy,omitempty" json:"remedy,omitempty"`
	Terms       []openTerm  `xml:"term" json:"terms"` // null where the organisation could not be checked
	Deviations  []deviation `xml:"deviation" json:"deviations,omitempty"`
}

type openTerm struct {
	Category   string `xml:"category" json:"category"`
	Period     string `xml:"period" json:"period"`
	Year       string `xml:"year" json:"year"`
	PeriodType string `xml:"periodType" json:"periodType"`
	Deadline   string `xml:"deadline,omitempty" json:"deadline,omitempty"` // absent where the service does not tell it
	DaysLeft   *int   `xml:"daysLeft,omitempty" json:"daysLeft,omitempty"`
	Urgency    string `xml:"urgency" json:"urgency"`
}

type deviation struct {
	Path    string `xml:"path,attr" json:"path"`
	Rule    string `xml:"rule,attr" json:"rule"`
	Message string `xml:",chardata" json:"message"`
}

// outcomes are the words for the exit codes.
var outcomes = map[Outcome]string{NothingDue: "nothing-due", DueSoon: "due-soon", SomethingOverdue: "overdue", CouldNotCheck: "could-not-check"}

func (r Report) document() document {
	doc := document{Version: formVersion, Date: r.Today().String(), Soon: r.Soon, Outcome: outcomes[r.Outcome()], Organisations: []organisation{}}
	for _, result := range r.Results {
		doc.Organisations = append(doc.Organisations, r.organisation(result))
	}
	return doc
}

func (r Report) organisation(result Result) organisation {
	out := organisation{
		Number: string(result.Organisation), Line: result.Line, Result: result.Kind(), Checked: stamp(result.CheckedAt), LastSuccess: stamp(result.LastSuccess),
	}
	if result.Err != nil {
		out.Error, out.Remedy, out.Cause = r.Words.Error(result.Err), r.Words.Remedy(result.Err), causeOf(result.Err)
		return out
	}
	out.Untold = string(result.Status.Untold)
	if out.Untold == "" { // the other services do not tell that either
		out.FirstTime = &result.Status.FirstTime
	}
	out.Terms = []openTerm{}
	for _, term := range result.Status.Terms {
		out.Terms = append(out.Terms, r.openTerm(term))
	}
	for _, d := range result.Status.Deviations {
		out.Deviations = append(out.Deviations, deviation(d))
	}
	return out
}

// Kind is the word for what came of an organisation, in forms that programs read.
func (r Result) Kind() string {
	switch {
	case r.Err == nil:
		return "ok"
	case r.CheckedAt.IsZero():
		return "not-asked"
	default:
		return "failed"
	}
}

func causeOf(err error) string {
	var call *client.Error
	if errors.As(err, &call) {
		return string(call.Cause)
	}
	return ""
}

func stamp(at time.Time) string {
	if at.IsZero() {
		return ""
	}
	return at.In(terms.Oslo).Format(time.RFC3339)
}

func (r Report) openTerm(term terms.Term) openTerm {
	out := openTerm{
		Category: term.Category, Period: term.Period, Year: term.Year, PeriodType: term.PeriodType, Urgency: urgencyCode(term, term.Urgency(r.Today(), r.Soon)),
	}
	if !term.Deadline.IsZero() {
		left := r.Today().DaysUntil(term.Deadline)
		out.Deadline, out.DaysLeft = term.Deadline.String(), &left
	}
	return out
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
