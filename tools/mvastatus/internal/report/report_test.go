package report

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	goics "github.com/emersion/go-ical"
	"github.com/google/go-cmp/cmp"
	"github.com/prometheus/common/expfmt"
	"github.com/prometheus/common/model"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/mvainnsyn/mvainnsyn/client"
	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/say"
	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/terms"
)

func day(month time.Month, d int) terms.Date { return terms.Date{Year: 2026, Month: month, Day: d} }

// sample is a report on 8 April 2026 at noon in Oslo: one organisation with an overdue and a near term, one with nothing open, one that failed.
func sample(t *testing.T, language say.Language) Report {
	t.Helper()
	now := time.Date(2026, 4, 8, 10, 0, 0, 0, time.UTC)
	return Report{
		Words: terms.Words{Voice: say.In(language)}, Now: now, Soon: 7,
		Results: []Result{
			{Organisation: "312409852", CheckedAt: now, Status: terms.Status{Terms: []terms.Term{
				{Category: "alminnelig", Period: "november-desember", Year: "2025", PeriodType: "toMaaned", Deadline: day(2, 10)},
				{Category: "alminnelig", Period: "januar-februar", Year: "2026", PeriodType: "toMaaned", Deadline: day(4, 10)},
			}}},
			{Organisation: "213023012", CheckedAt: now, Status: terms.Status{FirstTime: true, Deviations: []terms.Deviation{{Path: "/a\x1b[31m", Rule: "cvc-1", Message: "list missing"}}}},
			{Organisation: "974761076", CheckedAt: now, LastSuccess: now.AddDate(0, 0, -1), Err: say.WithRemedy(&client.Error{Stage: client.StageService, Cause: client.CauseForbidden, Status: 403}, "run again later")},
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
	want := `ORG. NO.     TERM                    CATEGORY  DEADLINE    STATUS
312 409 852  November–December 2025  General   2026-02-10  OVERDUE by 57 days
312 409 852  January–February 2026   General   2026-04-10  2 days left
213 023 012  nothing open
213 023 012  has never delivered a VAT return before
213 023 012  the answer deviates from the schema at /a [31m (cvc-1)
974 761 076  NOT CHECKED: the service: no access to this organisation (HTTP 403)
             run again later
2 open terms, 1 overdue, 1 due within 7 days; 1 of 3 could not be checked
`
	if diff := cmp.Diff(want, render(t, sample(t, say.English), Table, Style{Deviations: true})); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestTablesWrapBetweenWords: at 80 columns no line is wider, and no word is broken.
func TestTablesWrapBetweenWords(t *testing.T) {
	r := sample(t, say.Bokmaal)
	r.Results[0].Status.Terms[1].Category = "merverdiavgift kompensasjon"
	want := `ORGNR        TERMIN             KATEGORI          FRIST       STATUS
312 409 852  november–desember  Alminnelig        10.02.2026  FRISTEN ER UTE (57
             2025               næring                        dager)
312 409 852  januar–februar     Mva-kompensasjon  10.04.2026  2 dager til frist
             2026
213 023 012  ingen åpne terminer
213 023 012  har aldri levert mva-melding før
974 761 076  IKKE KONTROLLERT: tjenesten: ingen tilgang til denne organisasjonen
             (HTTP 403)
             kjør på nytt senere
2 åpne terminer, 1 der fristen er ute, 1 med frist innen 7 dager; 1 av 3 kunne
ikke kontrolleres
`
	got := render(t, r, Table, Style{Width: 80})
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	words := map[string]bool{}
	for _, word := range strings.Fields(render(t, r, Table, Style{})) {
		words[word] = true
	}
	for _, width := range []int{58, 70, 79, 80, 81, 90, 100, 120} {
		for _, line := range strings.Split(render(t, r, Table, Style{Width: width}), "\n") {
			if n := utf8.RuneCountInString(line); n > width {
				t.Errorf("%d columns: %d wide: %q", width, n, line)
			}
			for _, word := range strings.Fields(line) {
				if !words[word] {
					t.Errorf("%d columns: %q is no whole word", width, word)
				}
			}
		}
	}
	if coloured := render(t, r, Table, Style{Width: 120, Color: true}); !strings.Contains(coloured, "\x1b[31;1mFRISTEN ER UTE (57 dager)\x1b[0m") {
		t.Errorf("no colour although asked for: %q", coloured)
	}
}

// TestUntold: what a service does not tell is a dash and a sentence, and never nothing to worry about.
func TestUntold(t *testing.T) {
	for untold, want := range map[terms.Untold]string{
		terms.Overdues: "Tjenesten oppgir bare frister framover", terms.Deadlines: "Tjenesten oppgir ingen frister (–)",
	} {
		r := sample(t, say.Bokmaal)
		r.Results = r.Results[:1]
		r.Results[0].Status.Untold = untold
		r.Results[0].Status.Terms = r.Results[0].Status.Terms[1:]
		outcome := DueSoon
		if untold == terms.Deadlines {
			r.Results[0].Status.Terms[0].Deadline, outcome = terms.Date{}, NothingDue
		}
		got := render(t, r, Table, Style{})
		if !strings.Contains(got, want) || strings.Contains(got, "–  –") != (untold == terms.Deadlines) && strings.Contains(got, " –") != (untold == terms.Deadlines) {
			t.Errorf("%s:\n%s", untold, got)
		}
		if r.Outcome() != CouldNotCheck {
			t.Errorf("%s: outcome %d", untold, r.Outcome())
		}
		if r.AcceptUnknown = true; r.Outcome() != outcome {
			t.Errorf("%s, accepted: outcome %d, want %d", untold, r.Outcome(), outcome)
		}
		if metrics := render(t, r, Prometheus, Style{}); strings.Contains(metrics, "mvastatus_overdue_terms") {
			t.Errorf("%s: a metric says what nobody told:\n%s", untold, metrics)
		}
	}
}

func TestOutcome(t *testing.T) {
	report := sample(t, say.English)
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
	if err := json.Unmarshal([]byte(render(t, sample(t, say.English), JSON, Style{})), &got); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]any{}, got.Organisations[1]["terms"]); diff != "" {
		t.Errorf("nothing open: %s", diff)
	}
	if got.Organisations[2]["terms"] != nil || got.Organisations[2]["cause"] != "forbidden" {
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
	if err := xml.Unmarshal([]byte(render(t, sample(t, say.English), XML, Style{})), &got); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"2026-02-10", "2026-04-10"}, got.Organisations[0].Terms); diff != "" {
		t.Error(diff)
	}
	if !strings.Contains(got.Organisations[2].Error, "no access") {
		t.Errorf("error %q", got.Organisations[2].Error)
	}
}

// TestJSONIsAsItsSchemaSays, for every kind of result and in both languages.
func TestJSONIsAsItsSchemaSays(t *testing.T) {
	var parsed any
	if err := json.Unmarshal(Schema, &parsed); err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat()
	if err := compiler.AddResource("report.schema.json", parsed); err != nil {
		t.Fatal(err)
	}
	schema, err := compiler.Compile("report.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	full := sample(t, say.Bokmaal)
	full.Results = append(full.Results,
		Result{Line: 4, Err: say.Errorf("the organisation number is missing")}, Result{Organisation: "310000043", Err: client.CauseNotAsked},
		Result{Organisation: "310000051", CheckedAt: full.Now, Status: terms.Status{Untold: terms.Deadlines, Terms: []terms.Term{{Category: "a"}}}})
	for _, r := range []Report{full, sample(t, say.English), {}} {
		written, err := jsonschema.UnmarshalJSON(strings.NewReader(render(t, r, JSON, Style{})))
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(written); err != nil {
			t.Error(err)
		}
	}
	if err := schema.Validate(map[string]any{"version": 1.0}); err == nil {
		t.Error("the schema takes anything")
	}
}

func TestCSVHasARowForEveryOrganisation(t *testing.T) {
	text := render(t, sample(t, say.Bokmaal), CSV, Style{})
	want := "\ufefforganisasjonsnummer;termin;kategori;frist;dager til frist;status;merknad\r\n" +
		"312409852;november–desember 2025;Alminnelig næring;2026-02-10;-57;FRISTEN ER UTE (57 dager);\r\n" +
		"312409852;januar–februar 2026;Alminnelig næring;2026-04-10;2;2 dager til frist;\r\n" +
		"213023012;;;;;ingen åpne terminer;har aldri levert mva-melding før\r\n" +
		"974761076;;;;;ikke kontrollert;tjenesten: ingen tilgang til denne organisasjonen (HTTP 403)\r\n"
	if diff := cmp.Diff(want, text); diff != "" {
		t.Error(diff)
	}
}

// TestICSIsAsTheStandardSays: CR LF throughout, a UID of its own for every event, and a summary.
func TestICSIsAsTheStandardSays(t *testing.T) {
	r := sample(t, say.Bokmaal)
	twice := r.Results[0].Status.Terms[0]
	twice.Deadline = day(5, 10)
	nameless := terms.Term{Deadline: day(6, 10)}
	r.Results[0].Status.Terms = append(r.Results[0].Status.Terms, twice, nameless)
	r.Results = append(r.Results, Result{Line: 4, Err: say.Errorf("the organisation number is missing")}, Result{Line: 9, Err: say.Errorf("the organisation number is missing")})
	text := render(t, r, ICS, Style{})
	if strings.Count(text, "\n") != strings.Count(text, "\r\n") {
		t.Error("a line does not end with CR LF")
	}
	calendar, err := goics.NewDecoder(strings.NewReader(text)).Decode()
	if err != nil {
		t.Fatal(err)
	}
	known := map[string]bool{}
	for _, event := range calendar.Events() {
		id, summary := event.Props.Get("UID").Value, event.Props.Get("SUMMARY").Value
		if known[id] {
			t.Errorf("%s stands twice", id)
		}
		if known[id] = true; strings.HasSuffix(strings.TrimSpace(summary), ":") || strings.Contains(summary, ": ,") {
			t.Errorf("an event without a name: %q", summary)
		}
	}
	if len(known) != 7 {
		t.Errorf("%d events, want four terms and three that could not be checked", len(known))
	}
}

func TestICSIsReadByAnotherParser(t *testing.T) {
	report := sample(t, say.English)
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
	r := sample(t, say.English)
	r.KeyEnds = r.Now
	r.Results = append(r.Results, r.Results...) // an organisation that stands in a sheet twice
	r.Results = append(r.Results, Result{Line: 4, Err: say.Errorf("it failed")}, Result{Line: 5, Err: say.Errorf("it failed")})
	text := render(t, r, Prometheus, Style{})
	families, err := parser.TextToMetricFamilies(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]map[string]float64{}
	for name, family := range families {
		got[name] = map[string]float64{}
		for _, metric := range family.GetMetric() {
			key := ""
			for _, label := range metric.GetLabel() {
				if label.GetName() == "orgnr" || label.GetName() == "period" {
					key += label.GetValue()
				}
			}
			if _, twice := got[name][key]; twice {
				t.Errorf("%s has %s twice", name, key)
			}
			got[name][key] = metric.GetGauge().GetValue()
		}
	}
	want := map[string]map[string]float64{
		"mvastatus_up": {"312409852": 1, "213023012": 1, "974761076": 0},
		"mvastatus_last_success_timestamp_seconds":       {"312409852": 1775642400, "213023012": 1775642400, "974761076": 1775556000},
		"mvastatus_open_terms":                           {"312409852": 2, "213023012": 0},
		"mvastatus_overdue_terms":                        {"312409852": 1, "213023012": 0},
		"mvastatus_deadline_timestamp_seconds":           {"312409852november-desember": 1770764400, "312409852januar-februar": 1775858400},
		"mvastatus_deadline_left_seconds":                {"312409852november-desember": 1770764400 - 1775642400, "312409852januar-februar": 1775858400 - 1775642400},
		"mvastatus_unreadable_rows":                      {"": 2},
		"mvastatus_certificate_expiry_timestamp_seconds": {"": 1775642400},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if known := LastSuccesses(strings.NewReader(text)); len(known) != 3 || known["974761076"].Unix() != 1775556000 {
		t.Errorf("read back: %v", known)
	}
	if known := LastSuccesses(strings.NewReader("{\"no\": metrics")); len(known) != 0 {
		t.Errorf("read out of something else: %v", known)
	}
}

func TestUnknownFormatIsRefused(t *testing.T) {
	if err := sample(t, say.English).Write(&bytes.Buffer{}, "yaml", Style{}); err == nil || !strings.Contains(err.Error(), "table") {
		t.Errorf("error %v should list the formats", err)
	}
}
