// This file tests which URLs may be called, where redirects may lead, and waiting.

package wire_test

import (
	"context"
	"errors"
	"io"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/client/internal/wire"
)

func TestParseEndpoint(t *testing.T) {
	tests := []struct{ url, want string }{
		{"https://example.no", ""},
		{"https://example.no:8443/a/b", ""},
		{"http://localhost:1/", ""},
		{"http://[::1]", ""},
		{"", "the URL is empty"},
		{"https://\x7f", "the URL cannot be parsed"},
		{"https://u@example.no", "the URL holds a user name or password"},
		{"https:///a", `"https:///a" has no host`},
		{"https://example.no?", `"https://example.no?" has a query or fragment`},
		{"https://example.no?a", `"https://example.no?a" has a query or fragment`},
		{"https://example.no#a", `"https://example.no#a" has a query or fragment`},
		{"http://example.no", `"http://example.no" is not encrypted: http is for loopback only, use https`},
		{"ftp://localhost", `"ftp://localhost" is no https URL`},
	}
	for _, test := range tests {
		got := ""
		if _, err := wire.ParseEndpoint(test.url); err != nil {
			got = err.Error()
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.url, diff)
		}
	}
}

// hops is a network that redirects from each URL to the next.
type hops []string

func (h hops) RoundTrip(r *http.Request) (*http.Response, error) {
	header, status := http.Header{}, http.StatusOK
	for i, url := range h[:len(h)-1] {
		if r.URL.String() == url {
			header.Set("Location", h[i+1])
			status = http.StatusFound
		}
	}
	return &http.Response{StatusCode: status, Header: header, Body: io.NopCloser(strings.NewReader("")), Request: r}, nil
}

func TestRedirects(t *testing.T) {
	long := hops{"https://a/0"}
	for i := range 11 {
		long = append(long, "https://a/"+strings.Repeat("x", i+1))
	}
	asked := 0
	counting := func(*http.Request, []*http.Request) error {
		asked++
		return nil
	}
	tests := []struct {
		name string
		keep func(*http.Client) *http.Client
		hops hops
		want string // end of the error; empty for success
	}{
		{"none", wire.KeepToHost, hops{"https://a/"}, ""},
		{"within the host", wire.KeepToHost, hops{"https://a/", "https://a/b", "https://a/c"}, ""},
		{"ten", wire.KeepToHost, long[:11], ""},
		{"eleven", wire.KeepToHost, long, "https://a redirects to https://a, where the request may not go"},
		{
			"to another host", wire.KeepToHost,
			hops{"https://a/", "https://b/?secret"},
			"https://a redirects to https://b, where the request may not go",
		},
		{
			"away and back", wire.KeepToHost,
			hops{"https://a/", "https://b/", "https://a/b"},
			"https://a redirects to https://b, where the request may not go",
		},
		{"none, kept to the URL", wire.KeepToURL, hops{"https://a/"}, ""},
		{
			"within the host, kept to the URL", wire.KeepToURL,
			hops{"https://a/", "https://a/b"},
			"https://a redirects to https://a, where the request may not go",
		},
	}
	for _, test := range tests {
		caller := &http.Client{Transport: test.hops, CheckRedirect: counting}
		got := ""
		if _, err := test.keep(caller).Get(test.hops[0]); err != nil { //nolint:bodyclose // the bodies are empty
			_, got, _ = strings.Cut(err.Error(), `": `)
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
	}
	if asked != 22 { // 2 within the host, 10 of ten, 10 before the eleventh
		t.Errorf("the caller's own rule was asked %d times", asked)
	}
}

func TestSleep(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		begun := time.Now()
		deadline, cancel := context.WithTimeout(t.Context(), time.Minute)
		defer cancel()
		if err := wire.Sleep(deadline, time.Second); err != nil || time.Since(begun) != time.Second {
			t.Errorf("%v after %s", err, time.Since(begun))
		}
		if err := wire.Sleep(deadline, time.Hour); !errors.Is(err, context.DeadlineExceeded) || time.Since(begun) != time.Second {
			t.Errorf("%v after %s", err, time.Since(begun))
		}
		time.AfterFunc(time.Second, cancel)
		if err := wire.Sleep(deadline, 30*time.Second); !errors.Is(err, context.Canceled) || time.Since(begun) != 2*time.Second {
			t.Errorf("%v after %s", err, time.Since(begun))
		}
	})
}
