// This file tests path templates: what is refused, and that a value never leaves its place.

package client_test

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/mvainnsyn/mvainnsyn/client"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

// settable is an operation whose path is a setting.
var settable = client.Operation[status]{Endpoint: client.Endpoint{
	Name: "Sett", Method: "GET", Idempotent: true,
	Parameters: []client.Parameter{{Name: "a", In: client.InPath}, {Name: "q", In: client.InQuery}},
}}

// askAt calls the operation at a template and returns the URL that was asked, nil when New refuses.
func askAt(t *testing.T, template, a, q string) *url.URL {
	t.Helper()
	var asked *url.URL
	c, err := client.New("https://api.example.no/base/", client.StaticToken("token"), client.WithPath(&settable.Endpoint, template),
		client.WithRetry(client.Retry{Attempts: 1}),
		client.WithTransport(roundTripper(func(r *http.Request) (*http.Response, error) {
			asked = r.URL
			return nil, errors.New("enough")
		})))
	if err != nil {
		if e := asError(t, err); e.Cause != client.CauseSettings || e.Remedy == "" || e.Operation != "Sett" {
			t.Errorf("%q: %v", template, err)
		}
		return nil
	}
	_, _ = client.Call(context.Background(), c, &settable, client.Arg("a", xsd.AnyURI(a)), client.Arg("q", xsd.AnyURI(q)))
	return asked
}

func TestTemplates(t *testing.T) {
	for template, want := range map[string]string{
		"/x/{a}":         "https://api.example.no/base/x/1%2F2%3F3?q=4%265",
		"x/{a}":          "https://api.example.no/base/x/1%2F2%3F3?q=4%265",
		"/x?b={a}":       "https://api.example.no/base/x?b=1%2F2%3F3&q=4%265",
		"/x/{a}?b=c&d=e": "https://api.example.no/base/x/1%2F2%3F3?b=c&d=e&q=4%265",
		"/{a}/{a}?b={a}": "https://api.example.no/base/1%2F2%3F3/1%2F2%3F3?b=1%2F2%3F3&q=4%265",
		"":               "", "/": "", " ": "", "/x": "", "/{b}": "", "/{a}/{q}": "", "/{a": "", "/a}": "", "{{a}}": "", "/{a}#x": "",
		"https://b/{a}": "", "//b/{a}": "", "/a b/{a}": "", "/%zz/{a}": "", "/\x00{a}": "", `\{a}`: "",
	} {
		got := ""
		if asked := askAt(t, template, "1/2?3", "4&5"); asked != nil {
			got = asked.String()
		}
		if got != want {
			t.Errorf("%q: %s, want %s", template, got, want)
		}
	}
	bare := newClient(t, "https://api.example.no", client.StaticToken("token"))
	_, err := client.Call(context.Background(), bare, &settable, client.Arg("a", xsd.AnyURI("1")))
	if e := asError(t, err); e.Cause != client.CauseSettings || e.Operation != "Sett" {
		t.Errorf("without a path: %v", err)
	}
}

// Whatever the template and the value, the request goes to the host of the base URL and below its path, or is not made.
func FuzzTemplate(f *testing.F) {
	f.Add("/x/{a}", "1")
	f.Add("//evil/{a}", "../..")
	f.Add("/{a}?b={a}", "{a}&c=d#")
	f.Fuzz(func(t *testing.T, template, value string) {
		asked := askAt(t, template, value, "q")
		if asked == nil {
			return
		}
		if asked.Host != "api.example.no" || asked.Scheme != "https" || !strings.HasPrefix(asked.EscapedPath(), "/base/") || asked.Fragment != "" {
			t.Errorf("%q with %q asks %s", template, value, asked)
		}
	})
}
