package report

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/prometheus/common/expfmt"
	"github.com/prometheus/common/model"

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

// goldens are what other programs read, by its golden's name: every kind of result, in both languages. The module tools/peers reads the
// goldens with readers that are not ours.
func goldens(t *testing.T) map[string]string {
	full := sample(t, say.Bokmaal)
	full.Results = append(full.Results,
		Result{Line: 4, Err: say.Errorf("the organisation number is missing")}, Result{Organisation: "310000043", Err: client.CauseNotAsked},
		Result{Organisation: "310000051", CheckedAt: full.Now, Status: terms.Status{Untold: terms.Deadlines, Terms: []terms.Term{{Category: "a"}}}})
	tomorrow := sample(t, say.English)
	tomorrow.Now = tomorrow.Now.AddDate(0, 0, 1)
	return map[string]string{
		"full.json":    render(t, full, JSON, Style{}),
		"english.json": render(t, sample(t, say.English), JSON, Style{}),
		"empty.json":   render(t, Report{}, JSON, Style{}),
		"english.ics":  render(t, sample(t, say.English), ICS, Style{}),
		"tomorrow.ics": render(t, tomorrow, ICS, Style{}),
		"names.ics":    render(t, confusable(t), ICS, Style{}),
	}
}

// confusable has a term twice, one without a name, and two rows without a number.
func confusable(t *testing.T) Report {
	r := sample(t, say.Bokmaal)
	twice := r.Results[0].Status.Terms[0]
	twice.Deadline = day(5, 10)
	nameless := terms.Term{Deadline: day(6, 10)}
	r.Results[0].Status.Terms = append(r.Results[0].Status.Terms, twice, nameless)
	r.Results = append(r.Results, Result{Line: 4, Err: say.Errorf("the organisation number is missing")}, Result{Line: 9, Err: say.Errorf("the organisation number is missing")})
	return r
}

// TestGoldens: UPDATE=1 writes them.
func TestGoldens(t *testing.T) {
	for name, got := range goldens(t) {
		file := filepath.Join("testdata", name)
		if os.Getenv("UPDATE") != "" {
			if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// TestICSEndsLines: with CR LF throughout, as RFC 5545 says.
func TestICSEndsLines(t *testing.T) {
	text := render(t, confusable(t), ICS, Style{})
	if n := strings.Count(text, "\n"); n == 0 || n != strings.Count(text, "\r\n") {
		t.Error("a line does not end with CR LF")
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
