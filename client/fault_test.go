// This file is the fault table: everything that can go wrong between a program and the service, with the requests counted at
// both servers, what becomes of the call, and what the error says.

package client_test

import (
	"context"
	"errors"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/client"
	"github.com/mvainnsyn/mvainnsyn/client/clienttest"
)

// outcome is what a row of the table is judged by.
type outcome struct {
	Stage          client.Stage // empty: the call succeeded
	Status         int
	Code           string
	Token, Service int // requests that arrived there
}

var faultTable = []struct {
	name  string
	at    clienttest.Endpoint
	fault clienttest.Effect
	times int
	want  outcome
}{
	{"none", clienttest.StatusEndpoint, clienttest.Delay(0), 1, outcome{Token: 1, Service: 1}},
	{"401, then success", clienttest.StatusEndpoint, clienttest.Revoke(), 1, outcome{Token: 2, Service: 2}},
	{
		"401 for ever", clienttest.StatusEndpoint, clienttest.Revoke(), 0,
		outcome{client.StageService, 401, "STATUS-402", 2, 2},
	},
	{
		"401 for ever, unexplained", clienttest.StatusEndpoint, clienttest.Plain(401, ""), 0,
		outcome{client.StageService, 401, "", 2, 2},
	},
	{"403", clienttest.StatusEndpoint, clienttest.Status(403, ""), 0, outcome{client.StageService, 403, "FAULT-403", 1, 1}},
	{
		"403 with the code of a refused token, then success", clienttest.StatusEndpoint,
		clienttest.Answer(403, "application/json", `{"kode":"TOKEN-UT"}`), 1,
		outcome{Token: 2, Service: 2},
	},
	{
		"401 with the code of a closed service", clienttest.StatusEndpoint,
		clienttest.Answer(401, "application/json", `{"feilkode":"STENGT"}`), 0,
		outcome{client.StageService, 401, "STENGT", 1, 1},
	},
	{
		"400 with the code of a state that passes", clienttest.StatusEndpoint,
		clienttest.Answer(400, "application/json", `{"kode":"MIDLERTID"}`), 2,
		outcome{Token: 1, Service: 3},
	},
	{"400", clienttest.StatusEndpoint, clienttest.Status(400, ""), 0, outcome{client.StageService, 400, "FAULT-400", 1, 1}},
	{"404", clienttest.StatusEndpoint, clienttest.Status(404, ""), 0, outcome{client.StageService, 404, "FAULT-404", 1, 1}},
	{"406", clienttest.StatusEndpoint, clienttest.Status(406, ""), 0, outcome{client.StageService, 406, "FAULT-406", 1, 1}},
	{"500", clienttest.StatusEndpoint, clienttest.Status(500, ""), 0, outcome{client.StageService, 500, "FAULT-500", 1, 1}},
	{"429 once", clienttest.StatusEndpoint, clienttest.Status(429, "0"), 1, outcome{Token: 1, Service: 2}},
	{"502 twice", clienttest.StatusEndpoint, clienttest.Status(502, ""), 2, outcome{Token: 1, Service: 3}},
	{"503 three times", clienttest.StatusEndpoint, clienttest.Status(503, ""), 3, outcome{Token: 1, Service: 4}},
	{
		"504 for ever", clienttest.StatusEndpoint, clienttest.Status(504, ""), 0,
		outcome{client.StageService, 504, "FAULT-504", 1, 4},
	},
	{
		"429 asking for an hour", clienttest.StatusEndpoint, clienttest.Status(429, "3600"), 0,
		outcome{client.StageService, 429, "FAULT-429", 1, 1},
	},
	{"late", clienttest.StatusEndpoint, clienttest.Delay(50 * time.Millisecond), 0, outcome{Token: 1, Service: 1}},
	{
		"later than an attempt may take, once", clienttest.StatusEndpoint, clienttest.Delay(time.Minute), 1,
		outcome{Token: 1, Service: 2},
	},
	{"dropped once", clienttest.StatusEndpoint, clienttest.Drop(), 1, outcome{Token: 1, Service: 2}},
	{"truncated once", clienttest.StatusEndpoint, clienttest.Truncate(), 1, outcome{Token: 1, Service: 2}},
	{"truncated for ever", clienttest.StatusEndpoint, clienttest.Truncate(), 0, outcome{client.StageNetwork, 200, "", 1, 4}},
	{"web page", clienttest.StatusEndpoint, clienttest.WebPage(), 0, outcome{client.StageDocument, 200, "", 1, 1}},
	{"empty", clienttest.StatusEndpoint, clienttest.Empty(), 0, outcome{client.StageDocument, 200, "", 1, 1}},
	{"plain text", clienttest.StatusEndpoint, clienttest.Plain(200, "OK"), 0, outcome{client.StageDocument, 200, "", 1, 1}},
	{
		"another organisation", clienttest.StatusEndpoint, clienttest.Confuse(clienttest.Overdue), 0,
		outcome{client.StageDocument, 200, "", 1, 1},
	},
	{
		"an error under 200, JSON", clienttest.StatusEndpoint,
		clienttest.Answer(200, "application/json", `{"kode":"A-1","melding":"Feil","korrelasjonsid":"id"}`), 0,
		outcome{client.StageService, 200, "A-1", 1, 1},
	},
	{
		"an error under 200, XML", clienttest.StatusEndpoint,
		clienttest.Answer(200, "application/xml", `<feil xmlns="urn:no:skatteetaten:datasamarbeid:feil:v1"><kode>A-1</kode><melding>Feil</melding></feil>`), 0,
		outcome{client.StageService, 200, "A-1", 1, 1},
	},
	{
		"an error under 200 that passes", clienttest.StatusEndpoint,
		clienttest.Answer(200, "application/json", `{"kode":"MIDLERTID","melding":"Prøv igjen"}`), 2,
		outcome{Token: 1, Service: 3},
	},
	{
		"an error under 200 about the token", clienttest.StatusEndpoint,
		clienttest.Answer(200, "application/xml", `<feil><kode>TOKEN-UT</kode><melding/></feil>`), 1,
		outcome{Token: 2, Service: 2},
	},
	{
		"an error under 200, older names", clienttest.StatusEndpoint,
		clienttest.Answer(200, "text/plain", `{"feilkode":17,"beskrivelse":"Feil"}`), 0,
		outcome{client.StageService, 200, "17", 1, 1},
	},
	{
		"an error under 200, wrapped", clienttest.StatusEndpoint,
		clienttest.Answer(200, "application/json", `{"feil":{"melding":"Feil"}}`), 0,
		outcome{client.StageService, 200, "", 1, 1},
	},
	{
		"an error under 200, a message alone", clienttest.StatusEndpoint,
		clienttest.Answer(200, "application/json", `{"melding":"Feil"}`), 0,
		outcome{client.StageService, 200, "", 1, 1},
	},
	{
		"an error under 200, a code alone", clienttest.StatusEndpoint,
		clienttest.Answer(200, "application/xml", `<svar><kode>A-1</kode></svar>`), 0,
		outcome{client.StageService, 200, "A-1", 1, 1},
	},
	{
		"an error under 201", clienttest.StatusEndpoint,
		clienttest.Answer(201, "application/json", `{"kode":"A-1","melding":"Feil"}`), 0,
		outcome{client.StageService, 201, "A-1", 1, 1},
	},
	{
		"an error under 200 with part of the document", clienttest.StatusEndpoint,
		clienttest.Answer(200, "application/json", `{"kode":"A-1","melding":"Feil","harTidligereSendtMvaMelding":true}`), 0,
		outcome{client.StageService, 200, "A-1", 1, 1},
	},
	{"XML called JSON", clienttest.StatusEndpoint, clienttest.Mislabel("application/json"), 0, outcome{Token: 1, Service: 1}},
	{"XML called a web page", clienttest.StatusEndpoint, clienttest.Mislabel("text/html"), 0, outcome{Token: 1, Service: 1}},
	{
		"redirect to another host", clienttest.StatusEndpoint, clienttest.Redirect("http://127.0.0.1:1/"), 0,
		outcome{client.StageService, 0, "", 1, 1},
	},

	{"Maskinporten: 503 once", clienttest.TokenEndpoint, clienttest.Plain(503, ""), 1, outcome{Token: 2, Service: 1}},
	{
		"Maskinporten: dropped for ever", clienttest.TokenEndpoint, clienttest.Drop(), 0,
		outcome{client.StageMaskinporten, 0, "", 4, 0},
	},
	{
		"Maskinporten: grant used before", clienttest.TokenEndpoint, clienttest.Refuse("MP-012", ""), 1,
		outcome{Token: 2, Service: 1},
	},
	{
		"Maskinporten: not delegated", clienttest.TokenEndpoint, clienttest.Refuse("MP-251", ""), 0,
		outcome{client.StageMaskinporten, 400, "MP-251", 1, 0},
	},
}

func TestFaultTable(t *testing.T) {
	for _, row := range faultTable {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			s := newStack(t, client.WithTimeout(500*time.Millisecond))
			s.server.Inject(clienttest.Fault{At: row.at, Times: row.times, Effect: row.fault})
			response, err := hent(context.Background(), s.client, clienttest.OneOpen)
			got := outcome{Token: s.server.Count(clienttest.TokenEndpoint), Service: s.server.Count(clienttest.StatusEndpoint)}
			if err != nil {
				e := asError(t, err)
				got.Stage, got.Status, got.Code = e.Stage, e.Status, e.Code
				if e.Remedy == "" || e.Operation != "HentStatus" || e.Attempts == 0 {
					t.Errorf("error without remedy, operation or attempts: %+v", e)
				}
			} else if len(response.Value.Terminer) != 1 || len(response.Raw) == 0 || response.Header.Get("Content-Type") == "" {
				t.Errorf("response: %+v", response)
			}
			if diff := cmp.Diff(row.want, got); diff != "" {
				t.Errorf("(-want +got): %v\n%s", err, diff)
			}
		})
	}
}

// What cannot be used is kept: the raw body is there to be looked at.
func TestRawBodyIsKept(t *testing.T) {
	tests := []struct {
		name  string
		fault clienttest.Effect
		want  string // in the raw body
	}{
		{"web page", clienttest.WebPage(), "Logg inn"},
		{"another organisation", clienttest.Confuse(clienttest.Overdue), clienttest.Overdue},
		{"error", clienttest.Status(500, ""), "korrelasjonsid"},
		{"gateway", clienttest.Plain(403, "Access denied by policy"), "denied"},
		{"truncated", clienttest.Truncate(), "mvaMeldingInnsendingStatus"},
	}
	for _, test := range tests {
		s := newStack(t)
		s.server.Inject(clienttest.Fault{At: clienttest.StatusEndpoint, Effect: test.fault})
		_, err := hent(context.Background(), s.client, clienttest.OneOpen)
		if e := asError(t, err); !strings.Contains(string(e.Raw), test.want) {
			t.Errorf("%s: raw is %q", test.name, e.Raw)
		}
	}
}

// Error bodies in all the forms that have been seen.
func TestErrorBodies(t *testing.T) {
	type told struct{ Code, Message, CorrelationID string }
	json, xml := "application/json", "application/xml"
	tests := []struct {
		name, contentType, body string
		header                  http.Header
		want                    told
	}{
		{"JSON", json, `{"kode":"A-1","melding":"Feil","korrelasjonsid":"id"}`, nil, told{"A-1", "Feil", "id"}},
		{"older JSON", json, `{"feilkode":17,"beskrivelse":"Feil"}`, nil, told{"17", "Feil", ""}},
		{"XML", xml, `<feil xmlns="urn:no:skatteetaten:datasamarbeid:feil:v1"><kode>A-1</kode><melding>F&amp;l</melding>` +
			`<korrelasjonsid>id</korrelasjonsid></feil>`, nil, told{"A-1", "F&l", "id"}},
		{"XML with a prefix, broken off", xml, `<f:feil xmlns:f="u"><f:kode>A-1</f:kode><f:meld`, nil, told{"A-1", "", ""}},
		{
			"XML, deeper things passed over", xml, `<feil><a><kode>inner</kode></a><kode>A-1</kode><kode>A-2</kode></feil>`, nil,
			told{"A-1", "", ""},
		},
		{"JSON called XML", xml, `{"kode":"A-1"}`, nil, told{"A-1", "", ""}},
		{"plain text", "text/plain", "Access\ndenied \x1b[31m", nil, told{"", "Access denied [31m", ""}},
		{"web page", "text/html", "<html>secret page</html>", nil, told{}},
		{"nothing", "", "", http.Header{"X-Correlation-Id": {"gateway"}}, told{"", "", "gateway"}},
		{"id in a header", json, `{"kode":"A-1"}`, http.Header{"Korrelasjonsid": {"h"}}, told{"A-1", "", "h"}},
		{"no object", json, `["kode"]`, nil, told{}},
		{"long", "text/plain", strings.Repeat("x", 5000), nil, told{"", strings.Repeat("x", 500) + "…", ""}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			c := answering(t, func(*http.Request) (*http.Response, error) {
				header := test.header.Clone()
				if header == nil {
					header = http.Header{}
				}
				header.Set("Content-Type", test.contentType)
				return answer(400, header, test.body), nil
			})
			_, err := hent(context.Background(), c, clienttest.OneOpen)
			e := asError(t, err)
			if diff := cmp.Diff(test.want, told{e.Code, e.Message, e.CorrelationID}); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// What a caller may still ask for.
func TestRemedyOfTheOtherFormat(t *testing.T) {
	c := answering(t, func(*http.Request) (*http.Response, error) { return answer(406, nil, ""), nil }, client.WithAccept(client.JSON))
	_, err := hent(context.Background(), c, clienttest.OneOpen)
	if diff := cmp.Diff("ask for XML with client.WithAccept", asError(t, err).Remedy); diff != "" {
		t.Error(diff)
	}
}

// What an error is in a log: its fields, without those that are empty and without the body.
func TestErrorInALog(t *testing.T) {
	tests := []struct {
		err  *client.Error
		want map[string]any
	}{
		{&client.Error{Stage: client.StageKey}, map[string]any{"stage": "key"}},
		{&client.Error{
			Stage: client.StageService, Operation: "o", Status: 503, Code: "c", Message: "m", CorrelationID: "i", Remedy: "r",
			Attempts: 2, Raw: []byte("body"), Err: errors.New("line\nline"),
		}, map[string]any{
			"stage": "service", "operation": "o", "status": int64(503), "code": "c", "message": "m", "correlation_id": "i",
			"remedy": "r", "attempts": int64(2), "cause": "line line",
		}},
	}
	for _, test := range tests {
		got := map[string]any{}
		for _, attr := range test.err.LogValue().Group() {
			got[attr.Key] = attr.Value.Any()
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	}
}

// The whole error in one line, as a person sees it.
func TestErrorText(t *testing.T) {
	c := answering(t, func(*http.Request) (*http.Response, error) {
		return answer(503, nil, `{"kode":"A-1","melding":"Stengt","korrelasjonsid":"4f"}`), nil
	})
	_, err := hent(context.Background(), c, clienttest.OneOpen)
	want := "service: HentStatus: 503 Service Unavailable: A-1: Stengt (correlation id 4f) (after 4 attempts); call again later"
	if diff := cmp.Diff(want, err.Error()); diff != "" {
		t.Error(diff)
	}
	cause := errors.New("line one\nline two")
	plain := &client.Error{Stage: client.StageKey, Message: "m", Err: cause}
	if diff := cmp.Diff("key: m: line one line two", plain.Error()); diff != "" {
		t.Error(diff)
	}
	if !errors.Is(plain, cause) {
		t.Error("the cause is lost")
	}
}

// What to do next, by status.
func TestRemedies(t *testing.T) {
	tests := []struct {
		status int
		want   string
	}{
		{400, "check the organisation number"},
		{401, "check that the token is for this organisation"},
		{403, "check in Altinn"},
		{404, "check the base URL and that the organisation is registered for VAT"},
		{406, "ask for JSON with client.WithAccept"},
		{418, "read the message"},
		{429, "call again later"},
		{308, "the service has moved"},
		{410, "read the message"},
		{304, "the service has moved"},
		{500, "give support the correlation id"},
	}
	for _, test := range tests {
		c := answering(t, func(*http.Request) (*http.Response, error) { return answer(test.status, nil, ""), nil },
			client.WithRetry(client.Retry{Attempts: 1}))
		_, err := hent(context.Background(), c, clienttest.OneOpen)
		if e := asError(t, err); !strings.Contains(e.Remedy, test.want) {
			t.Errorf("%d: %s", test.status, e.Remedy)
		}
	}
}
