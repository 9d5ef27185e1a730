// This file feeds answers that no service would give.

package client_test

import (
	"context"
	"errors"
	"net/http"
	"strings"
	"testing"

	"github.com/mvainnsyn/mvainnsyn/client"
	"github.com/mvainnsyn/mvainnsyn/client/clienttest"
)

// Whatever is answered, a call ends with a document about the organisation asked for, or with an error that names its stage, keeps
// the body and fits on a line.
func FuzzAnswer(f *testing.F) {
	sample := clienttest.Taxpayer{Organisation: clienttest.OneOpen, Terms: []clienttest.Term{{Category: "alminnelig", Deadline: "2026-04-10"}}}
	f.Add(200, "application/xml", string(sample.XML()))
	f.Add(200, "application/json", string(sample.JSON()))
	for _, variant := range clienttest.Variants() {
		f.Add(200, "application/json", string(sample.JSONAs(variant)))
	}
	f.Add(403, "application/json", `{"kode":"A","melding":"B","korrelasjonsid":"C"}`)
	f.Add(500, "application/xml", `<feil><kode>A</kode></feil>`)
	f.Add(200, "text/html", "<html>")
	f.Add(200, "", "\xff\xfe<\x00a\x00>\x00")
	f.Fuzz(func(t *testing.T, status int, contentType, body string) {
		if status < 200 || status > 599 {
			return
		}
		c := answering(t, func(*http.Request) (*http.Response, error) {
			return answer(status, http.Header{"Content-Type": {contentType}}, body), nil
		}, client.WithRetry(client.Retry{Attempts: 1}))
		response, err := hent(context.Background(), c, clienttest.OneOpen)
		if err == nil {
			if response.Value.Skattepliktig.Organisasjonsnummer != clienttest.OneOpen || string(response.Raw) != body {
				t.Errorf("an answer about %q", response.Value.Skattepliktig.Organisasjonsnummer)
			}
			return
		}
		var e *client.Error
		if !errors.As(err, &e) || e.Stage == "" || e.Remedy == "" || strings.ContainsAny(err.Error(), "\n\r\x00\x1b") {
			t.Errorf("%q", err)
		}
		if redirect := status >= 300 && status < 400; !redirect && string(e.Raw) != strings.ReplaceAll(body, "token", "[token]") && string(e.Raw) != body {
			t.Errorf("raw is %q of %q", e.Raw, body)
		}
	})
}
