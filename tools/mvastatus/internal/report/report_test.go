package report

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"strings"
	"testing"
	"time"

	goics "github.com/emersion/go-ical"
	"github.com/google/go-cmp/cmp"
	"github.com/prometheus/common/expfmt"
	"github.com/prometheus/common/model"

	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/terms"
)

func day(month time.Month, d int) terms.Date { return terms.Date{Year: 2026, Month: month, Day: d} }

// sample is a report on 8 April 2026 at noon in Oslo: one organisation with an overdue and a near term, one with nothing open, one that failed.
func sample(t *testing.T, language terms.Language) Report {
	t.Helper()
	words, err := terms.In(language)
	if err != nil {
		t.Fatal(err)
	}
	now := time.Date(2026, 4, 8, 10, 0, 0, 0, time.UTC)
	return Report{
		Words: words, Now: now, Soon: 7,
		Results: []Result{
			{Organisation: "312409852", CheckedAt: now, Status: terms.Status{Terms: []terms.Term{
				{Category: "alminnelig", Period: "november-desember", Year: "2025", PeriodType: "toMaaned", Deadline: day(2, 10)},
				{Category: "alminnelig", Period: "januar-februar", Year: "2026", PeriodType: "toMaaned", Deadline: day(4, 10)},
			}}},
			{Organisation: "213023012", CheckedAt: now, Status: terms.Status{FirstTime: true, Deviations: []string{"list missing\x1b[31m"}}},
			{Organisation: "974761076", Err: errors.New("no access"), Remedy: "ask for delegation"},
		},
	}
}

func render(t *testing.T, r Report, format Format, style Style) string {
	t.Helper()
	var out bytes.Buffer
	if err := r.Write(&out, format, style); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestTable(t *testing.T) {
	want := `ORG. NO.     TERM                    CATEGORY  DEADLINE    LEFT
312 409 852  November–December 2025  General   2026-02-10  57 days ago  OVERDUE
312 409 852  January–February 2026   General   2026-04-10  2 days left  soon
213 023 012  no open terms
213 023 012  has never delivered a VAT return before
213 023 012  note: list missing [31m
974 761 076  NOT CHECKED: no access
             ask for delegation
2 open terms, 1 overdue, 1 due within 7 days; 1 of 3 could not be checked
`
	if diff := cmp.Diff(want, render(t, sample(t, terms.English), Table, Style{Deviations: true})); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestTableInNorwegianForANarrowTerminal(t *testing.T) {
	got := render(t, sample(t, terms.Bokmaal), Table, Style{Width: 80, Color: true})
	for _, want := range []string{"FORFALT", "57 dager siden", "IKKE KONTROLLERT", "2 åpne terminer, 1 forfalt"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is missing in:\n%s", want, got)
		}
	}
	if strings.Contains(got, "KATEGORI") {
		t.Error("a narrow table should do without the category")
	}
	if !strings.Contains(got, "\x1b[") {
		t.Error("no colour although asked for")
	}
}

func TestOutcome(t *testing.T) {
	report := sample(t, terms.English)
	if got := report.Outcome(); got != CouldNotCheck {
		t.Errorf("outcome %d, want %d", got, CouldNotCheck)
	}
	report.Results = report.Results[:2]
	if got := report.Outcome(); got != SomethingOverdue {
		t.Errorf("outcome %d, want %d", got, SomethingOverdue)
	}
	report.Results[0].Status.Terms = report.Results[0].Status.Terms[1:]
	if got := report.Outcome(); got != DueSoon {
		t.Errorf("outcome %d, want %d", got, DueSoon)
	}
	report.Results = report.Results[1:]
	if got := report.Outcome(); got != NothingDue {
		t.Errorf("outcome %d, want %d", got, NothingDue)
	}
}

func TestJSONTellsNothingOpenFromNotChecked(t *testing.T) {
	var got struct {
		Organisations []map[string]any `json:"organisations"`
	}
	if err := json.Unmarshal([]byte(render(t, sample(t, terms.English), JSON, Style{})), &got); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]any{}, got.Organisations[1]["terms"]); diff != "" {
		t.Errorf("nothing open: %s", diff)
	}
	if got.Organisations[2]["terms"] != nil || got.Organisations[2]["error"] != "no access" {
		t.Errorf("not checked: %v", got.Organisations[2])
	}
	first := got.Organisations[0]["terms"].([]any)[0].(map[string]any)
	if diff := cmp.Diff(map[string]any{
		"category": "alminnelig", "period": "november-desember", "year": "2025", "periodType": "toMaaned",
		"deadline": "2026-02-10", "daysLeft": -57.0, "urgency": "overdue",
	}, first); diff != "" {
		t.Error(diff)
	}
}

func TestXMLIsWellFormed(t *testing.T) {
	var got struct {
		Organisations []struct {
			Number string   `xml:"number,attr"`
			Error  string   `xml:"error"`
			Terms  []string `xml:"term>deadline"`
		} `xml:"organisation"`
	}
	if err := xml.Unmarshal([]byte(render(t, sample(t, terms.English), XML, Style{})), &got); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"2026-02-10", "2026-04-10"}, got.Organisations[0].Terms); diff != "" {
		t.Error(diff)
	}
	if got.Organisations[2].Error != "no access" {
		t.Errorf("error %q", got.Organisations[2].Error)
	}
}

func TestCSVHasARowForEveryOrganisation(t *testing.T) {
	records, err := csv.NewReader(strings.NewReader(render(t, sample(t, terms.English), CSV, Style{}))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, record := range records[1:] {
		got = append(got, record[0]+" "+record[7]+" "+record[9])
	}
	if diff := cmp.Diff([]string{"312409852 overdue ", "312409852 soon ", "213023012 none ", "974761076  no access"}, got); diff != "" {
		t.Error(diff)
	}
}

func TestICSIsReadByAnotherParser(t *testing.T) {
	report := sample(t, terms.English)
	calendar, err := goics.NewDecoder(strings.NewReader(render(t, report, ICS, Style{}))).Decode()
	if err != nil {
		t.Fatal(err)
	}
	events := calendar.Events()
	if len(events) != 3 {
		t.Fatalf("%d events, want two terms and one organisation that could not be checked", len(events))
	}
	start, err := events[0].DateTimeStart(time.UTC)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff("2026-02-10", start.Format(time.DateOnly)); diff != "" {
		t.Error(diff)
	}
	if got := len(events[0].Children); got != len(alarms) {
		t.Errorf("%d alarms, want %d", got, len(alarms))
	}
	tomorrow := report
	tomorrow.Now = report.Now.AddDate(0, 0, 1)
	again, err := goics.NewDecoder(strings.NewReader(render(t, tomorrow, ICS, Style{}))).Decode()
	if err != nil {
		t.Fatal(err)
	}
	for i := range events {
		if diff := cmp.Diff(events[i].Props.Get("UID").Value, again.Events()[i].Props.Get("UID").Value); diff != "" {
			t.Errorf("the UID changed from one day to the next: %s", diff)
		}
	}
}

func TestPrometheusIsReadByItsOwnParser(t *testing.T) {
	parser := expfmt.NewTextParser(model.UTF8Validation)
	families, err := parser.TextToMetricFamilies(strings.NewReader(render(t, sample(t, terms.English), Prometheus, Style{})))
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]map[string]float64{}
	for name, family := range families {
		got[name] = map[string]float64{}
		for _, metric := range family.GetMetric() {
			key := metric.GetLabel()[0].GetValue()
			if name == "mvastatus_days_left" {
				key += " " + metric.GetLabel()[2].GetValue()
			}
			got[name][key] = metric.GetGauge().GetValue()
		}
	}
	want := map[string]map[string]float64{
		"mvastatus_up": {"312409852": 1, "213023012": 1, "974761076": 0},
		"mvastatus_last_success_timestamp_seconds": {"312409852": 1775642400, "213023012": 1775642400},
		"mvastatus_open_terms":                     {"312409852": 2, "213023012": 0},
		"mvastatus_overdue_terms":                  {"312409852": 1, "213023012": 0},
		"mvastatus_days_left":                      {"312409852 november-desember": -57, "312409852 januar-februar": 2},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestUnknownFormatIsRefused(t *testing.T) {
	if err := sample(t, terms.English).Write(&bytes.Buffer{}, "yaml", Style{}); err == nil || !strings.Contains(err.Error(), "table") {
		t.Errorf("error %v should list the formats", err)
	}
}
