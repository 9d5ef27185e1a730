// This file calls a generated client of two operations against a server of its own.

package cases_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/client"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/cases/service"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/cases/service/orderclient"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/cases/service_settings/deadlineclient"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

// orderServer answers both operations and notes what it was asked.
func orderServer(t *testing.T, answer string) (*orderclient.Client, *[]string) {
	t.Helper()
	var asked []string
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		asked = append(asked, fmt.Sprintf("%s %s trace=%s body=%s", r.Method, r.URL, r.Header.Get("Trace-Id"), body))
		w.Header().Set("Content-Type", "application/xml")
		fmt.Fprint(w, answer)
	}))
	t.Cleanup(server.Close)
	c, err := orderclient.New(server.URL, client.StaticToken("secret"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := c.Close(); err != nil {
			t.Error(err)
		}
	})
	return c, &asked
}

const orders = `<orders xmlns="urn:case"><head><customer>0042</customer><from>2026-01-01</from></head></orders>`

func TestServiceList(t *testing.T) {
	c, asked := orderServer(t, orders)
	from, trace := xsd.Must(xsd.ParseDate("2026-01-01")), xsd.Token("t1")
	response, err := c.List(t.Context(), "0042", []service.State{service.StateOpen, service.StateClosed}, &from, &trace)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(service.Customer("0042"), response.Value.Head.Customer); diff != "" {
		t.Errorf("answer (-want +got):\n%s", diff)
	}
	want := []string{"GET /customers/0042/orders?from=2026-01-01&state=open&state=closed trace=t1 body="}
	if diff := cmp.Diff(want, *asked); diff != "" {
		t.Errorf("request (-want +got):\n%s", diff)
	}
}

func TestServiceOptional(t *testing.T) {
	c, asked := orderServer(t, orders)
	if _, err := c.List(t.Context(), "0042", nil, nil, nil); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"GET /customers/0042/orders trace= body="}, *asked); diff != "" {
		t.Errorf("request (-want +got):\n%s", diff)
	}
}

// TestServiceEcho: an answer about another customer is no answer.
func TestServiceEcho(t *testing.T) {
	c, _ := orderServer(t, orders)
	_, err := c.List(t.Context(), "0043", nil, nil, nil)
	var failure *client.Error
	if !errors.As(err, &failure) || failure.Stage != client.StageDocument {
		t.Errorf("got %v, want an error of stage document", err)
	}
}

// TestServiceArgument: a value that the schema does not allow ends the call before anything is sent.
func TestServiceArgument(t *testing.T) {
	c, asked := orderServer(t, orders)
	if _, err := c.List(t.Context(), "42", nil, nil, nil); err == nil || len(*asked) != 0 {
		t.Errorf("got %v after %d requests, want an error and none", err, len(*asked))
	}
}

func TestServicePlace(t *testing.T) {
	c, asked := orderServer(t, `<receipt xmlns="urn:case"><number>7</number></receipt>`)
	response, err := c.Place(t.Context(), &service.Order{Article: "Flour", Count: 2})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(int32(7), response.Value.Number); diff != "" {
		t.Errorf("answer (-want +got):\n%s", diff)
	}
	if len(*asked) != 1 || !cmp.Equal((*asked)[0][:12], "POST /orders") {
		t.Errorf("asked %q", *asked)
	}
}

// A service whose paths are settings: without them there is no client, with them the values stand where the templates have them.
func TestServiceSettings(t *testing.T) {
	if _, err := deadlineclient.New("https://api.example.no", "/{customer}/{year}", "/next", client.StaticToken("secret")); !errors.Is(err, client.CauseSettings) {
		t.Errorf("a path without its place: %v", err)
	}
	var asked []string
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked = append(asked, fmt.Sprintf("%s accept=%s consent=%s", r.URL, r.Header.Get("Accept"), r.Header.Get("X-Consent")))
		if r.URL.Path == "/next" {
			w.WriteHeader(http.StatusNotFound)
			fmt.Fprint(w, `{"code":"NONE","message":"none"}`)
			return
		}
		fmt.Fprint(w, `{"customer":"0042","day":["2026-05-31"]}`)
	}))
	defer server.Close()
	consent := func(_ context.Context, customer string) (string, error) { return "yes-of-" + customer, nil }
	c, err := deadlineclient.New(server.URL, "/{year}?c={customer}", "/next?c={customer}", client.StaticToken("secret"), client.WithConsent(consent))
	if err != nil {
		t.Fatal(err)
	}
	since := xsd.Must(xsd.ParseDate("2026-01-01"))
	listed, err := c.List(t.Context(), "0042", xsd.Must(xsd.ParseGYear("2026")), &since)
	if err != nil || len(listed.Value.Day) != 1 || listed.Code != "" {
		t.Errorf("%+v, %v", listed, err)
	}
	next, err := c.Next(t.Context(), "0042")
	if err != nil || next.Code != "NONE" {
		t.Errorf("%+v, %v", next, err)
	}
	want := []string{
		"/2026?c=0042&since=2026-01-01 accept=application/json consent=yes-of-0042",
		"/next?c=0042 accept=application/json consent=yes-of-",
	}
	if diff := cmp.Diff(want, asked); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
