// This file tests what is sent: the URL, headers, bodies, and what is refused before anything is.

package client_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/client"
	"github.com/mvainnsyn/mvainnsyn/client/clienttest"
	"github.com/mvainnsyn/mvainnsyn/client/maskinporten"
)

// text is a value that needs no checking.
type text string

func (v text) MarshalText() ([]byte, error) { return []byte(v), nil }

// search is an operation with parameters in every place and a request body.
var search = client.Operation[status]{Endpoint: client.Endpoint{
	Name: "Soek", Request: statusName("skattepliktig"), Method: http.MethodPost, Path: "/soek/{hva}/{hvor}",
	Parameters: []client.Parameter{
		{Name: "hva"},
		{Name: "hvor"},
		{Name: "side", In: client.InQuery},
		{Name: "felt", In: client.InQuery, Required: true},
		{Name: "x-klient", In: client.InHeader},
	},
}}

// sent is what arrived.
type sent struct {
	Method, URL string
	Header      http.Header
	Body        string
}

// recording makes a client that notes what it sends and gets good answers.
func recording(t *testing.T, baseURL string, into *[]sent, opts ...client.Option) *client.Client {
	t.Helper()
	transport := roundTripper(func(r *http.Request) (*http.Response, error) {
		var body []byte
		var err error
		if r.Body != nil {
			body, err = io.ReadAll(r.Body)
		}
		*into = append(*into, sent{r.Method, r.URL.String(), r.Header, string(body)})
		return answer(200, nil, goodXML()), err
	})
	return newClient(t, baseURL, client.StaticToken("hemmelig"), append(opts, client.WithTransport(transport))...)
}

func TestWhatIsSent(t *testing.T) {
	page := text("2&3")
	tests := []struct {
		name    string
		baseURL string
		accept  client.Codec
		args    []client.Argument
		want    sent
	}{
		{
			"in every place", "https://api.example.no/base/", client.JSON,
			[]client.Argument{
				client.Arg("hva", text("a/b c")), client.Arg("hvor", text("æ?%")), client.OptionalArg("side", &page),
				client.ListArg("felt", []text{"x", "y"}), client.Arg("x-klient", text("k")),
			},
			sent{
				"POST", "https://api.example.no/base/soek/a%2Fb%20c/%C3%A6%3F%25?felt=x&felt=y&side=2%263",
				http.Header{"Accept": {"application/json"}, "User-Agent": {"mvainnsyn"}, "X-Klient": {"k"}},
				"",
			},
		},
		{
			"without what may be left out", "https://api.example.no", client.XML,
			[]client.Argument{
				client.Arg("hva", text("a")), client.Arg("hvor", text("b")), client.Arg("felt", text("x")),
				client.OptionalArg[text]("side", nil), client.ListArg[text]("x-klient", nil),
			},
			sent{
				"POST", "https://api.example.no/soek/a/b?felt=x",
				http.Header{"Accept": {"application/xml"}, "User-Agent": {"mvainnsyn"}},
				"",
			},
		},
		{
			"with a body", "https://api.example.no", client.JSON,
			[]client.Argument{
				client.Arg("hva", text("a")), client.Arg("hvor", text("b")), client.Arg("felt", text("x")),
				client.Body(&taxpayer{Organisasjonsnummer: clienttest.OneOpen}),
			},
			sent{
				"POST", "https://api.example.no/soek/a/b?felt=x",
				http.Header{"Accept": {"application/json"}, "User-Agent": {"mvainnsyn"}, "Content-Type": {"application/json"}},
				`{"organisasjonsnummer":"312409852"}`,
			},
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var all []sent
			c := recording(t, test.baseURL, &all, client.WithAccept(test.accept))
			if _, err := client.Call(context.Background(), c, &search, test.args...); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff([]sent{test.want}, all); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestTokenIsSent(t *testing.T) {
	var all []sent
	c := recording(t, "https://api.example.no", &all, client.WithUserAgent("regnskap/1.0"))
	if _, err := hent(context.Background(), c, clienttest.OneOpen); err != nil {
		t.Fatal(err)
	}
	want := []sent{{"GET", "https://api.example.no" + clienttest.StatusPath + clienttest.OneOpen, http.Header{
		"Accept": {"application/xml"}, "User-Agent": {"regnskap/1.0"}, "Authorization": {"Bearer hemmelig"},
	}, ""}}
	if diff := cmp.Diff(want, all); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestArgumentsRefused(t *testing.T) {
	good := []client.Argument{client.Arg("hva", text("a")), client.Arg("hvor", text("b")), client.Arg("felt", text("x"))}
	tests := []struct {
		name string
		args []client.Argument
		want string
	}{
		{"missing in the path", good[:1], "parameter hvor is missing"},
		{"missing in the query", good[:2], "parameter felt is missing"},
		{"another place in the path", append(good[1:], client.Arg("hva", text(".."))), `parameter hva is "..", which cannot stand in a path`},
		{"nothing in the path", append(good[1:], client.Arg("hva", text(""))), `parameter hva is "", which cannot stand in a path`},
		{
			"several in the path", append(good[1:], client.ListArg("hva", []text{"a", "b"})),
			"parameter hva is a part of the path and takes one value, not 2",
		},
		{"unknown", append(good, client.Arg("annet", text("x"))), `operation Soek has no parameter "annet"`},
		{"not by the schema", append(good[1:], client.Arg("hva", number("12"))), "parameter hva: "},
		{"a body not by the schema", append(good, client.Body(&taxpayer{})), "the request body: "},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var all []sent
			c := recording(t, "https://api.example.no", &all)
			_, err := client.Call(context.Background(), c, &search, test.args...)
			if err == nil {
				t.Fatal("no error")
			}
			e := asError(t, err)
			if e.Stage != client.StageRequest || e.Cause != client.CauseArgument || e.Remedy == "" || !strings.HasPrefix(e.Err.Error(), test.want) {
				t.Errorf("%+v", e)
			}
			if len(all) != 0 {
				t.Errorf("sent: %v", all)
			}
		})
	}
}

// Whom a call acts for: the parameter, unless the context says otherwise.
func TestOrganisationActedFor(t *testing.T) {
	var asked []client.TokenRequest
	source := client.TokenSourceFunc(func(_ context.Context, request client.TokenRequest) (client.Token, error) {
		asked = append(asked, request)
		return client.NewToken("t", time.Time{}), nil
	})
	transport := roundTripper(func(*http.Request) (*http.Response, error) { return answer(200, nil, goodXML()), nil })
	c := newClient(t, "https://api.example.no", source, client.WithTransport(transport))
	for _, ctx := range []context.Context{context.Background(), client.ActingFor(context.Background(), "213023012")} {
		if _, err := hent(ctx, c, clienttest.OneOpen); err != nil {
			t.Fatal(err)
		}
	}
	want := []client.TokenRequest{
		{Scope: clienttest.Scope, OnBehalfOf: clienttest.OneOpen},
		{Scope: clienttest.Scope, OnBehalfOf: "213023012"},
	}
	if diff := cmp.Diff(want, asked, cmp.Comparer(client.Token.Equal)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	lost := hentStatus
	lost.OnBehalfOf, lost.Parameters = "annen", append(lost.Parameters, client.Parameter{Name: "annen", In: client.InQuery})
	_, err := client.Call(context.Background(), c, &lost, client.Arg("organisasjonsnummer", number(clienttest.OneOpen)))
	if e := asError(t, err); e.Err.Error() != "the organisation acted for is missing: give parameter annen" {
		t.Errorf("%v", err)
	}
}

func TestSettingsThatCannotWork(t *testing.T) {
	tokens := client.StaticToken("t")
	tests := []struct {
		name, url string
		tokens    client.TokenSource
		option    client.Option
		want      string
	}{
		{"no URL", "", tokens, nil, "the URL is empty"},
		{"not encrypted", "http://api.example.no", tokens, nil, "not encrypted"},
		{"not encrypted, like loopback", "http://localhost.example.no", tokens, nil, "not encrypted"},
		{"another scheme", "ftp://api.example.no", tokens, nil, "is no https URL"},
		{"no scheme", "api.example.no", tokens, nil, "has no host"},
		{"a query", "https://api.example.no?a=b", tokens, nil, "has a query or fragment"},
		{"a password", "https://u:hemmelig@api.example.no", tokens, nil, "holds a user name or password"},
		{"a control character", "https://u:hemmelig@api\x00", tokens, nil, "cannot be parsed"},
		{"no tokens", "https://api.example.no", nil, nil, "no token source was given"},
		{"none in flight", "https://api.example.no", tokens, client.WithMaxInFlight(0), "no call may be in flight"},
		{"no byte", "https://api.example.no", tokens, client.WithMaxBody(0), "no byte of an answer may be read"},
		{"no time", "https://api.example.no", tokens, client.WithTimeout(0), "an attempt has no time"},
		{"no logger", "https://api.example.no", tokens, client.WithLogger(nil), "the logger is nil"},
		{"fewer attempts than none", "https://api.example.no", tokens, client.WithRetry(client.Retry{Attempts: -1}), "-1 attempts"},
		{"attempts without end", "https://api.example.no", tokens, client.WithRetry(client.Retry{Attempts: 1 << 30}), "1 to 100 can be made"},
		{"negative pause", "https://api.example.no", tokens, client.WithRetry(client.Retry{Base: -1}), "a duration is negative"},
		{"negative bound", "https://api.example.no", tokens, client.WithRetry(client.Retry{Max: -1}), "a duration is negative"},
		{"negative patience", "https://api.example.no", tokens, client.WithRetry(client.Retry{RetryAfter: -1}), "a duration is negative"},
		{
			"first pause longer than the longest", "https://api.example.no", tokens,
			client.WithRetry(client.Retry{Base: time.Minute, Max: time.Second}), "the first pause, 1m0s, is longer than the longest, 1s",
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var opts []client.Option
			if test.option != nil {
				opts = append(opts, test.option)
			}
			_, err := client.New(test.url, test.tokens, opts...)
			if err == nil {
				t.Fatal("no error")
			}
			e := asError(t, err)
			if e.Stage != client.StageRequest || e.Cause != client.CauseSettings || e.Remedy == "" || !strings.Contains(err.Error(), test.want) {
				t.Errorf("%v", err)
			}
			if strings.Contains(err.Error(), "hemmelig") {
				t.Errorf("the error tells the password: %v", err)
			}
		})
	}
	for _, url := range []string{"http://localhost:8080", "http://127.0.0.1", "http://[::1]:1/x", "https://api.example.no/x"} {
		if _, err := client.New(url, tokens); err != nil {
			t.Errorf("%s: %v", url, err)
		}
	}
}

// A client that nobody made is an error at the first call, not a panic; so is what New was given nil for.
func TestNilAndZeroClients(t *testing.T) {
	var none *client.Client
	for name, c := range map[string]*client.Client{"nil": none, "zero": {}} {
		_, err := hent(context.Background(), c, clienttest.OneOpen)
		if e := asError(t, err); e.Stage != client.StageRequest || e.Cause != client.CauseNoClient || e.Operation != "HentStatus" || e.Remedy == "" {
			t.Errorf("%s: %v", name, err)
		}
		if err := c.Close(); err != nil || c.String() != "no client" || fmt.Sprintf("%v %+v", c, c) != "no client no client" {
			t.Errorf("%s: %v, %v", name, c, err)
		}
	}
	var source *maskinporten.Source
	c, err := client.New("https://api.example.no", source, nil, client.WithHTTPClient(nil))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := hent(context.Background(), c, clienttest.OneOpen); asError(t, err).Cause != client.CauseNoClient {
		t.Errorf("a nil source: %v", err)
	}
}

// A token that cannot stand in a header, such as one read from a file with its line end, is named as what it is.
func TestTokensThatAreNone(t *testing.T) {
	for _, text := range []string{"", "hemmelig\n", "hem melig", "hemm\x00elig", "hemmelæg"} {
		requests := 0
		c := newClient(t, "https://api.example.no", client.StaticToken(text), client.WithTransport(roundTripper(
			func(*http.Request) (*http.Response, error) { requests++; return answer(200, nil, goodXML()), nil })))
		_, err := hent(context.Background(), c, clienttest.OneOpen)
		e := asError(t, err)
		if e.Stage != client.StageToken || e.Cause != client.CauseNoToken || e.Remedy == "" || requests != 0 || text != "" && strings.Contains(err.Error(), text) {
			t.Errorf("%q: %d requests, %v", text, requests, err)
		}
	}
}

// Token sources that fail, each error with its stage.
func TestTokenSourcesThatFail(t *testing.T) {
	cause := errors.New("no luck")
	tests := []struct {
		name  string
		token client.Token
		err   error
		want  client.Stage
	}{
		{"plain error", client.Token{}, cause, client.StageToken},
		{"error with a stage", client.Token{}, &client.Error{Stage: client.StageKey, Err: cause, Remedy: "r"}, client.StageKey},
		{"no token", client.Token{}, nil, client.StageToken},
	}
	for _, test := range tests {
		source := client.TokenSourceFunc(func(context.Context, client.TokenRequest) (client.Token, error) { return test.token, test.err })
		_, err := hent(context.Background(), newClient(t, "https://api.example.no", source), clienttest.OneOpen)
		e := asError(t, err)
		if e.Stage != test.want || e.Operation != "HentStatus" || e.Remedy == "" || test.err != nil && !errors.Is(err, cause) {
			t.Errorf("%s: %+v", test.name, e)
		}
	}
}
