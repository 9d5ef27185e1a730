// This file puts the generated clients of the living services to work against the server: what they read, what they refuse, and how
// often they ask.

package clienttest_test

import (
	"context"
	"errors"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/client"
	"github.com/mvainnsyn/mvainnsyn/client/clienttest"
	"github.com/mvainnsyn/mvainnsyn/client/frist"
	"github.com/mvainnsyn/mvainnsyn/client/maskinporten"
	"github.com/mvainnsyn/mvainnsyn/generated/frister/v1/fristerclient"
	melding "github.com/mvainnsyn/mvainnsyn/generated/mvameldingsopplysning/v1"
	"github.com/mvainnsyn/mvainnsyn/generated/mvameldingsopplysning/v1/meldingsopplysningclient"
)

// tokensOf are tokens of a server for whoever is asked about.
func tokensOf(t *testing.T, server *clienttest.Server) *maskinporten.Source {
	t.Helper()
	key, err := maskinporten.KeyFromPEM(server.KeyPEM(), maskinporten.KeyID(server.KeyID()))
	if err != nil {
		t.Fatal(err)
	}
	tokens, err := maskinporten.New(maskinporten.Environment{Issuer: server.Issuer()}, server.ClientID(), key,
		maskinporten.WithDelegation(maskinporten.ConsumerOrg(clienttest.OwnOrganisation)))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = tokens.Close() })
	return tokens
}

// quick does not make tests wait.
var quick = client.WithRetry(client.Retry{Base: time.Millisecond, Max: time.Millisecond})

func newFrister(t *testing.T, server *clienttest.Server, path string, opts ...client.Option) *fristerclient.Client {
	t.Helper()
	c, err := fristerclient.New(server.URL(), path, tokensOf(t, server), append([]client.Option{quick}, opts...)...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = c.Close() })
	return c
}

func newMeldingsopplysning(t *testing.T, server *clienttest.Server, path string, opts ...client.Option) *meldingsopplysningclient.Client {
	t.Helper()
	c, err := meldingsopplysningclient.New(server.URL(), path, tokensOf(t, server), append([]client.Option{quick}, opts...)...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = c.Close() })
	return c
}

func TestFristerInPathAndQuery(t *testing.T) {
	server := clienttest.New(t)
	for _, path := range []string{clienttest.FristerPath, clienttest.FristerQuery} {
		response, err := newFrister(t, server, path).HentFrister(context.Background(), clienttest.Overdue)
		if err != nil {
			t.Fatal(err)
		}
		value := response.Value
		if string(value.Virksomhet) != clienttest.Overdue || len(value.Kilder) != 1 || value.Kilder[0].Status != "OK" ||
			len(value.Kilder[0].Frister) != 1 || len(response.Deviations) != 0 || response.Code != "" {
			t.Errorf("%s: %+v", path, response)
		}
		want := time.Now().In(frist.Oslo()).AddDate(0, 0, 50).Format(time.DateOnly) // the one that is not overdue
		if got := value.Kilder[0].Frister[0].Frist.String(); got != want {
			t.Errorf("%s: %s, want %s", path, got, want)
		}
	}
	if got := server.Count(clienttest.FristerEndpoint); got != 2 {
		t.Errorf("%d requests", got)
	}
}

// No deadlines is an answer: no error, no retry, the code in the response.
func TestNoDeadlinesIsAnAnswer(t *testing.T) {
	server := clienttest.New(t)
	response, err := newFrister(t, server, clienttest.FristerPath).HentFrister(context.Background(), clienttest.NothingOpen)
	if err != nil {
		t.Fatal(err)
	}
	if response.Code != "FRI-007" || len(response.Value.Kilder) != 0 || !strings.Contains(string(response.Raw), "FRI-007") {
		t.Errorf("%+v", response)
	}
	if got := server.Count(clienttest.FristerEndpoint); got != 1 {
		t.Errorf("%d requests", got)
	}
}

func TestFristerSourcesAndFields(t *testing.T) {
	server := clienttest.New(t)
	c := newFrister(t, server, clienttest.FristerPath)
	statuses := func(effect clienttest.Effect) (got []string, deviations int) {
		server.Clear()
		server.Inject(clienttest.Fault{At: clienttest.FristerEndpoint, Effect: effect})
		response, err := c.HentFrister(context.Background(), clienttest.OneOpen)
		if err != nil {
			t.Fatal(err)
		}
		for _, source := range response.Value.Kilder {
			got = append(got, string(source.Status))
		}
		return got, len(response.Deviations)
	}
	got, deviations := statuses(clienttest.Sources("OK", "UTILGJENGELIG"))
	if diff := cmp.Diff([]string{"OK", "UTILGJENGELIG"}, got); diff != "" || deviations != 0 {
		t.Errorf("%d deviations: %s", deviations, diff)
	}
	if got, deviations := statuses(clienttest.MoreFields()); len(got) != 1 || deviations != 1 {
		t.Errorf("unknown members: %v, %d deviations", got, deviations)
	}
	if got, deviations := statuses(clienttest.Sources()); len(got) != 0 || deviations != 1 {
		t.Errorf("no source: %v, %d deviations", got, deviations)
	}
}

// The codes of the two services: each with its cause, a remedy, and as many requests as make sense.
func TestCodesOfLivingServices(t *testing.T) {
	server := clienttest.New(t)
	f := newFrister(t, server, clienttest.FristerPath)
	m := newMeldingsopplysning(t, server, clienttest.MeldingsopplysningPath)
	ask := map[clienttest.Endpoint]func() error{
		clienttest.FristerEndpoint: func() error {
			_, err := f.HentFrister(context.Background(), clienttest.OneOpen)
			return err
		},
		clienttest.MeldingsopplysningEndpoint: func() error {
			_, err := m.HentMeldingsopplysning(context.Background(), clienttest.OneOpen)
			return err
		},
	}
	const fri, mva = clienttest.FristerEndpoint, clienttest.MeldingsopplysningEndpoint
	for _, row := range []struct {
		at       clienttest.Endpoint
		status   int
		code     string
		cause    client.Cause
		requests int
	}{
		{fri, 500, "FRI-001", client.CauseServer, 1},
		{fri, 500, "FRI-002", client.CauseServer, 1},
		{fri, 404, "FRI-003", client.CauseAddress, 1},
		{fri, 401, "FRI-004", client.CauseTokenRefused, 2},
		{fri, 403, "FRI-005", client.CauseForbidden, 1},
		{fri, 400, "FRI-006", client.CauseRequestWrong, 1},
		{fri, 406, "FRI-008", client.CauseNotAcceptable, 1},
		{fri, 403, "FRI-009", client.CauseConsent, 1},
		{fri, 200, "FRI-005", client.CauseForbidden, 1}, // an error under a status of success
		{fri, 404, "DAS-002", client.CauseAddress, 1},
		{fri, 503, "DAS-003", client.CauseUnavailable, 4},
		{fri, 403, "DAS-008", client.CauseForbidden, 1},
		{fri, 400, "FRI-999", client.CauseRequestWrong, 1},
		{mva, 500, "MVA-MELDINGSOPPLYSNING-001", client.CauseServer, 1},
		{mva, 500, "MVA-MELDINGSOPPLYSNING-002", client.CauseServer, 1},
		{mva, 404, "MVA-MELDINGSOPPLYSNING-003", client.CauseAddress, 1},
		{mva, 401, "MVA-MELDINGSOPPLYSNING-004", client.CauseTokenRefused, 2},
		{mva, 403, "MVA-MELDINGSOPPLYSNING-005", client.CauseForbidden, 1},
		{mva, 400, "MVA-MELDINGSOPPLYSNING-006", client.CauseRequestWrong, 1},
		{mva, 403, "MVA-MELDINGSOPPLYSNING-007", client.CauseConsent, 1},
		{mva, 404, "MVA-MELDINGSOPPLYSNING-008", client.CauseNothingFound, 1},
		{mva, 406, "MVA-MELDINGSOPPLYSNING-009", client.CauseNotAcceptable, 1},
		{mva, 404, "MVA-MELDINGSOPPLYSNING-010", client.CauseUnknown, 1},
	} {
		server.Clear()
		server.Inject(clienttest.Fault{At: row.at, Effect: clienttest.Code(row.status, row.code, "Feil")})
		before := server.Count(row.at)
		err := ask[row.at]()
		var e *client.Error
		if !errors.As(err, &e) || e.Code != row.code || e.Cause != row.cause || e.Remedy == "" || e.CorrelationID == "" || e.Stage != client.StageService {
			t.Errorf("%s: %v", row.code, err)
			continue
		}
		if got := server.Count(row.at) - before; got != row.requests {
			t.Errorf("%s: %d requests, want %d", row.code, got, row.requests)
		}
	}
	server.Clear()
	server.Inject(clienttest.Fault{At: fri, Effect: clienttest.Plain(404, "Unknown instance. ID=17")})
	if err := ask[fri](); !errors.Is(err, client.CauseAddress) {
		t.Errorf("an answer of the gateway: %v", err)
	}
}

// Base URL and path have no default, and a path must have its place for the number.
func TestLivingServicesNeedAnAddress(t *testing.T) {
	tokens := client.StaticToken("token")
	for _, c := range []struct{ base, path, want string }{
		{"", clienttest.FristerPath, "the URL is empty"},
		{"https://api.example.no", "", "no path was given for HentFrister"},
		{"https://api.example.no", "/", "no path was given for HentFrister"},
		{"https://api.example.no", "/frister/v1", "{organisasjonsnummer} is not in"},
		{"https://api.example.no", "/frister/{orgnr}", "{organisasjonsnummer} is not in"},
		{"https://api.example.no", "/frister/{pakke}/{organisasjonsnummer}", "has no path parameter {pakke}"},
		{"https://api.example.no", "/frister/{organisasjonsnummer", "has a { without }"},
		{"https://api.example.no", "/frister/organisasjonsnummer}", "has a } without {"},
		{"https://api.example.no", "https://evil.example.no/{organisasjonsnummer}", "has a host"},
		{"https://api.example.no", "//evil.example.no/{organisasjonsnummer}", "has a host"},
		{"https://api.example.no", "/x#{organisasjonsnummer}", "has a fragment"},
		{"https://api.example.no", "/x y/{organisasjonsnummer}", "is no path"},
		{"https://api.example.no", "/x%zz/{organisasjonsnummer}", "is no path"},
		{"https://api.example.no", "/x/{organisasjonsnummer}?a=b", ""},
		{"https://api.example.no", "x?o={organisasjonsnummer}", ""},
	} {
		made, err := fristerclient.New(c.base, c.path, tokens)
		if c.want == "" {
			if err != nil {
				t.Errorf("%q: %v", c.path, err)
			}
			continue
		}
		var e *client.Error
		if !errors.As(err, &e) || e.Cause != client.CauseSettings || e.Remedy == "" || !strings.Contains(err.Error(), c.want) || made != nil {
			t.Errorf("%q, %q: %v, want %s", c.base, c.path, err, c.want)
		}
	}
	var none *fristerclient.Client
	for _, c := range []*fristerclient.Client{none, {}} {
		if _, err := c.HentFrister(context.Background(), "310000043"); !errors.Is(err, client.CauseNoClient) {
			t.Errorf("%v", err)
		}
		if err := c.Close(); err != nil {
			t.Error(err)
		}
	}
}

// What is sent: the number where the template has it, escaped for the place, JSON asked for.
func TestLivingServicesSend(t *testing.T) {
	for path, want := range map[string]string{
		"/api/v1/{organisasjonsnummer}":                      "/api/v1/310000043",
		"api?orgnr={organisasjonsnummer}&x=1":                "/api?orgnr=310000043&x=1",
		"/a%20b/{organisasjonsnummer}/{organisasjonsnummer}": "/a%20b/310000043/310000043",
	} {
		var got, accept string
		c, err := fristerclient.New("https://api.example.no/", path, client.StaticToken("token"),
			client.WithTransport(transport(func(r *http.Request) (*http.Response, error) {
				got, accept = r.URL.RequestURI(), r.Header.Get("Accept")
				return nil, errors.New("enough")
			})), client.WithRetry(client.Retry{Attempts: 1}))
		if err != nil {
			t.Fatal(err)
		}
		_, _ = c.HentFrister(context.Background(), "310000043")
		if got != want || accept != "application/json" {
			t.Errorf("%s: %s, accept %s; want %s", path, got, accept, want)
		}
	}
}

type transport func(*http.Request) (*http.Response, error)

func (f transport) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }

// The last three terms, delivered or not.
func TestMeldingsopplysning(t *testing.T) {
	late := clienttest.Taxpayer{Organisation: clienttest.Overdue}
	for _, period := range []string{"januar-februar", "mars-april", "mai-juni", "juli-august", "september-oktober", "november-desember"} {
		for year := range 2 {
			late.Terms = append(late.Terms, clienttest.Term{Period: period, Year: time.Now().In(frist.Oslo()).Year() - year})
		}
	}
	server := clienttest.New(t, clienttest.WithTaxpayers(clienttest.Taxpayer{Organisation: clienttest.OneOpen}, late))
	c := newMeldingsopplysning(t, server, clienttest.MeldingsopplysningPath)
	for organisation, want := range map[string]melding.FastsettingsperiodeStatus{
		clienttest.OneOpen: melding.FastsettingsperiodeStatusMeldingLevertUnderBehandling,
		clienttest.Overdue: melding.FastsettingsperiodeStatusMeldingIkkeLevert,
	} {
		response, err := c.HentMeldingsopplysning(context.Background(), melding.Organisasjonsnummer(organisation))
		if err != nil {
			t.Fatal(err)
		}
		terms := map[string]bool{}
		for _, term := range response.Value.MvaAlminneligNaering.Value.SamletFastsattOgReskontrofoertForTermin {
			terms[string(term.GjelderTermin.Termin)] = true
			if term.FastsettingsperiodeStatus != want || !term.MvaAvgift.Nil {
				t.Errorf("%s: %+v", organisation, term)
			}
		}
		if len(terms) != 3 || len(response.Deviations) != 0 {
			t.Errorf("%s: %v, deviations %v", organisation, terms, response.Deviations)
		}
	}
}

// Amounts come as numbers or as texts; what is neither is a deviation, and the answer about the terms stands.
func TestAmounts(t *testing.T) {
	server := clienttest.New(t)
	c := newMeldingsopplysning(t, server, clienttest.MeldingsopplysningPath)
	for _, row := range []struct {
		name       string
		amount     any
		want       string // empty: nil
		deviations int
	}{
		{"null", nil, "", 0},
		{"number", 12500.5, "12500.5", 0},
		{"whole number", -3, "-3", 0},
		{"text", "12500.50", "12500.50", 6},
		{"object", map[string]int{"hoeySats": 1, "lavSats": 2}, "", 6},
		{"array", []int{1}, "", 6},
	} {
		server.Clear()
		server.Inject(clienttest.Fault{At: clienttest.MeldingsopplysningEndpoint, Effect: clienttest.Amounts(row.amount)})
		response, err := c.HentMeldingsopplysning(context.Background(), clienttest.OneOpen)
		if err != nil {
			t.Errorf("%s: %v", row.name, err)
			continue
		}
		for _, term := range response.Value.MvaAlminneligNaering.Value.SamletFastsattOgReskontrofoertForTermin {
			if term.MvaAvgift.Nil != (row.want == "") || row.want != "" && term.MvaAvgift.Value.String() != row.want {
				t.Errorf("%s: %+v", row.name, term.MvaAvgift)
			}
			if !term.FastsettingsperiodeStatus.Known() {
				t.Errorf("%s: %s", row.name, term.FastsettingsperiodeStatus)
			}
		}
		if len(response.Deviations) != row.deviations {
			t.Errorf("%s: %d deviations: %v", row.name, len(response.Deviations), response.Deviations)
		}
	}
}

// The consent is asked for once a request, retries included, and is sent in its header; it never stands in an error or log.
func TestConsentIsAskedOnceARequest(t *testing.T) {
	server := clienttest.New(t)
	var asked atomic.Int32
	source := func(ctx context.Context, organisation string) (string, error) {
		asked.Add(1)
		return server.Consent(ctx, organisation)
	}
	c := newMeldingsopplysning(t, server, clienttest.MeldingsopplysningConsentPath, client.WithConsent(source))
	server.Inject(
		clienttest.Fault{At: clienttest.MeldingsopplysningEndpoint, Times: 2, Effect: clienttest.Status(503, "")},
		clienttest.Fault{At: clienttest.MeldingsopplysningEndpoint, Times: 1, Effect: clienttest.Revoke()},
	)
	if _, err := c.HentMeldingsopplysning(context.Background(), clienttest.OneOpen); err != nil {
		t.Fatal(err)
	}
	if got := server.Count(clienttest.MeldingsopplysningEndpoint); got != 4 || int(asked.Load()) != got {
		t.Errorf("%d requests, asked for %d consents", got, asked.Load())
	}
}

// Where a consent source has no consent, the client sends nothing. Without a consent source, the service refuses.
func TestConsentThatIsMissing(t *testing.T) {
	server := clienttest.New(t)
	for name, source := range map[string]client.ConsentSource{
		"error": func(context.Context, string) (string, error) { return "", errors.New("no consent") },
		"empty": func(context.Context, string) (string, error) { return "", nil },
		"line":  func(context.Context, string) (string, error) { return "a\nb", nil },
	} {
		c := newMeldingsopplysning(t, server, clienttest.MeldingsopplysningConsentPath, client.WithConsent(source))
		_, err := c.HentMeldingsopplysning(context.Background(), clienttest.OneOpen)
		var e *client.Error
		if !errors.As(err, &e) || e.Cause != client.CauseConsent || e.Remedy == "" || server.Count(clienttest.MeldingsopplysningEndpoint) != 0 {
			t.Errorf("%s: %v", name, err)
		}
	}
	c := newMeldingsopplysning(t, server, clienttest.MeldingsopplysningConsentPath)
	_, err := c.HentMeldingsopplysning(context.Background(), clienttest.OneOpen)
	var e *client.Error
	if !errors.As(err, &e) || e.Cause != client.CauseConsent || e.Code != "MVA-MELDINGSOPPLYSNING-007" || server.Count(clienttest.MeldingsopplysningEndpoint) != 1 {
		t.Errorf("%v", err)
	}
}

// A consent that a server echoes is concealed like a token.
func TestEchoedConsent(t *testing.T) {
	const consent = "hemmelig-samtykke-fra-Altinn-0123456789"
	c, err := meldingsopplysningclient.New("https://api.example.no", "/{organisasjonsnummer}", client.StaticToken("token"), quick,
		client.WithConsent(func(context.Context, string) (string, error) { return consent, nil }),
		client.WithTransport(transport(func(r *http.Request) (*http.Response, error) {
			if r.Header.Get("AltinnSamtykke") != consent {
				t.Errorf("header: %v", r.Header)
			}
			header := http.Header{"X-Debug": {consent}}
			return &http.Response{StatusCode: 403, Header: header, Body: http.NoBody}, nil
		})))
	if err != nil {
		t.Fatal(err)
	}
	_, err = c.HentMeldingsopplysning(context.Background(), clienttest.OneOpen)
	var e *client.Error
	if !errors.As(err, &e) || e.Header.Get("X-Debug") != "[token]" {
		t.Errorf("%v", err)
	}
}
