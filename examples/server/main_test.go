// This file sends orders: valid ones in both formats, and one for each way in which an order is refused.

package main

import (
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"
)

const (
	inXML  = "application/xml"
	inJSON = "application/json; charset=utf-8"
)

// post sends an order and returns the status, the format and the body of the answer.
func post(t *testing.T, format, accept, body string) (status int, answered, text string) {
	t.Helper()
	request := httptest.NewRequest(http.MethodPost, "/orders", strings.NewReader(body))
	request.Header.Set("Content-Type", format)
	request.Header.Set("Accept", accept)
	answer := httptest.NewRecorder()
	handler().ServeHTTP(answer, request)
	return answer.Code, answer.Header().Get("Content-Type"), answer.Body.String()
}

func TestXMLAndJSONAreOne(t *testing.T) {
	data, err := os.ReadFile("../order/order.xml")
	if err != nil {
		t.Fatal(err)
	}
	status, format, asJSON := post(t, inXML, "application/json", string(data))
	const want = `{"number":"0042","company":{"name":"Example AS","organisation":"312409852"},` +
		`"line":[{"@quantity":2,"item":"paper","price":49.50},{"@quantity":1,"item":"ink","price":120}],"collectAt":"Storgata",` +
		`"#content":[{"note":"Ring the bell."},{"attachment":{"@name":"logo.txt","#text":"bG9nbw=="}},{"note":"Twice."}]}`
	if status != http.StatusOK || format != "application/json" || asJSON != want {
		t.Errorf("XML is answered with %d, %s\n%s\nwant\n%s", status, format, asJSON, want)
	}
	status, format, fromJSON := post(t, inJSON, "", asJSON)
	if status != http.StatusOK || format != inXML {
		t.Fatalf("JSON is answered with %d, %s\n%s", status, format, fromJSON)
	}
	if _, _, fromXML := post(t, inXML, "", string(data)); fromXML != fromJSON {
		t.Errorf("the same order is\n%s\nfrom JSON and\n%s\nfrom XML", fromJSON, fromXML)
	}
}

func TestRefusals(t *testing.T) {
	wrong := `{"number":"42","person":{"name":"Kari Nordmann"},"line":[{"item":"ink","price":"much"}]}`
	for name, test := range map[string]struct {
		format, body string
		status       int
		says         []string
	}{
		"not valid":       {inJSON, wrong, http.StatusUnprocessableEntity, []string{`"path":"/order/number"`, `"rule":"cvc-pattern-valid"`, `"path":"/order/line/price"`}},
		"not well-formed": {inXML, `<order xmlns="urn:example:order">`, http.StatusBadRequest, []string{"not well-formed"}},
		"a doctype":       {inXML, "<!DOCTYPE order><order/>", http.StatusRequestEntityTooLarge, []string{"document type declaration"}},
		"too large":       {inJSON, strings.Repeat(" ", maxBody+1), http.StatusRequestEntityTooLarge, []string{"too large"}},
		"another format":  {"text/csv", "0042;ink", http.StatusUnsupportedMediaType, []string{"application/xml"}},
		"no format":       {"", "<order/>", http.StatusUnsupportedMediaType, []string{"application/xml"}},
	} {
		t.Run(name, func(t *testing.T) {
			status, format, text := post(t, test.format, "", test.body)
			if status != test.status || format != "application/problem+json" {
				t.Errorf("answered with %d, %s", status, format)
			}
			for _, want := range test.says {
				if !strings.Contains(text, want) {
					t.Errorf("no %s in\n%s", want, text)
				}
			}
		})
	}
}
