// This file tests how answers are read: which codec, what is no document, tolerance and strictness.

package client_test

import (
	"context"
	"errors"
	"net/http"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/client"
	"github.com/mvainnsyn/mvainnsyn/client/clienttest"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

// asUTF16 writes text as UTF-16 with a byte order mark.
func asUTF16(text string, big bool) string {
	var b strings.Builder
	for _, unit := range utf16.Encode([]rune("\uFEFF" + text)) {
		if big {
			b.WriteByte(byte(unit >> 8))
		}
		b.WriteByte(byte(unit))
		if !big {
			b.WriteByte(byte(unit >> 8))
		}
	}
	return b.String()
}

func TestCodecOfTheAnswer(t *testing.T) {
	json := `{"skattepliktig":{"organisasjonsnummer":"312409852"},"terminUtenLevertMvaMelding":[],"harTidligereSendtMvaMelding":true}`
	xml := goodXML()
	declaration := strings.NewReplacer(`encoding="UTF-8"`, `encoding="UTF-16"`)
	web, empty := "the answer is a web page", "the answer is empty"
	tests := []struct {
		name, contentType, body string
		want                    string // message of the error, empty for success
	}{
		{"XML", "application/xml", xml, ""},
		{"JSON", "application/json", json, ""},
		{"JSON with parameter and suffix", "application/vnd.no.status+json; charset=utf-8", json, ""},
		{"XML as text", "text/xml", xml, ""},
		{"JSON called XML", "application/xml", json, ""},
		{"XML called JSON", "application/json", xml, ""},
		{"XML without a type", "", xml, ""},
		{"XML with an odd type", "application/octet-stream; q", xml, ""},
		{"XML after white space and mark", "application/xml", "\uFEFF" + xml, ""},
		{"JSON after white space", "application/json", "\r\n  " + json, ""},
		{"UTF-16, big end first", "application/xml", asUTF16(declaration.Replace(xml), true), ""},
		{"UTF-16, little end first", "application/xml", asUTF16(declaration.Replace(xml), false), ""},
		{"empty", "application/xml", "", empty},
		{"white space", "application/json", " \r\n\t", empty},
		{"much white space", "", strings.Repeat(" ", 2000), empty},
		{"only a byte order mark", "application/xml", "\uFEFF", empty},
		{"web page", "text/html", "<!DOCTYPE html><p>", web},
		{"web page called XML", "application/xml", "\n<HTML lang='nb'>", web},
		{"plain text", "text/plain", "Service\nunavailable", "the answer is neither XML nor JSON: Service unavailable"},
		{"text called XML", "application/xml", "OK", "the answer is no XML document that can be used"},
		{"text called JSON", "application/json", "OK", "the answer is no JSON document that can be used"},
		{"XML cut short", "application/xml", xml[:len(xml)-10], "the answer is no XML document that can be used"},
		{"other XML", "application/xml", "<a/>", "the answer is no XML document that can be used"},
		{"other JSON", "application/json", `{"a":1}`, "the answer is no JSON document that can be used"},
		{
			"a document type", "application/xml", `<!DOCTYPE a [<!ENTITY e "e">]><a>&e;</a>`,
			"the answer is no XML document that can be used",
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			c := answering(t, func(*http.Request) (*http.Response, error) {
				return answer(200, http.Header{"Content-Type": {test.contentType}}, test.body), nil
			})
			response, err := hent(context.Background(), c, clienttest.OneOpen)
			got := ""
			if err != nil {
				e := asError(t, err)
				got = e.Message
				if diff := cmp.Diff([]any{client.StageDocument, test.body}, []any{e.Stage, string(e.Raw)}); diff != "" {
					t.Error(diff)
				}
			} else if diff := cmp.Diff(test.body, string(response.Raw)); diff != "" {
				t.Error(diff)
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("(-want +got): %v\n%s", err, diff)
			}
		})
	}
}

// The commonest good answer, nothing open, is not valid by the schema: tolerant reading takes it and says so.
func TestTolerantAndStrict(t *testing.T) {
	for _, accept := range []client.Codec{client.XML, client.JSON} {
		t.Run(accept.String(), func(t *testing.T) {
			tolerant := newStack(t, client.WithAccept(accept))
			response, err := hent(context.Background(), tolerant.client, clienttest.NothingOpen)
			if err != nil {
				t.Fatal(err)
			}
			if len(response.Deviations) == 0 || len(response.Value.Terminer) != 0 || !response.Value.HarSendt {
				t.Errorf("%+v", response)
			}
			if diff := cmp.Diff(accept.MediaType(), response.Header.Get("Content-Type")); diff != "" {
				t.Error(diff)
			}
			strict := newClient(t, tolerant.server.URL(), tolerant.tokens, client.WithAccept(accept), client.Strict())
			_, err = hent(context.Background(), strict, clienttest.NothingOpen)
			var violations xsd.Violations
			if !errors.As(err, &violations) {
				t.Fatalf("strict: %v", err)
			}
			if e := asError(t, err); !strings.Contains(e.Remedy, "client.Strict") {
				t.Errorf("remedy: %s", e.Remedy)
			}
			if response, err = hent(context.Background(), strict, clienttest.OneOpen); err != nil || len(response.Deviations) != 0 {
				t.Errorf("a valid document, strictly: %v %v", response, err)
			}
		})
	}
}

// TestDoctypes checks that an answer with a document type declaration is refused, whatever the limits are, unless it is asked for.
func TestDoctypes(t *testing.T) {
	_, root, _ := strings.Cut(goodXML(), "?>")
	body := `<!DOCTYPE mvaMeldingInnsendingStatus [<!ENTITY e "x">]>` + root
	for _, test := range []struct {
		opts []client.Option
		read bool
	}{
		{nil, false},
		{[]client.Option{client.WithReading(xsd.WithLimits(xsd.Limits{MaxDepth: 50}))}, false},
		{[]client.Option{client.WithDoctypes()}, true},
	} {
		c := answering(t, func(*http.Request) (*http.Response, error) {
			return answer(200, http.Header{"Content-Type": {"application/xml"}}, body), nil
		}, test.opts...)
		_, err := hent(context.Background(), c, clienttest.OneOpen)
		var limit *xsd.LimitError
		if read := err == nil; read != test.read || !read && (!errors.As(err, &limit) || !strings.Contains(asError(t, err).Remedy, "client.WithDoctypes")) {
			t.Errorf("%d options: %v", len(test.opts), err)
		}
	}
}

func TestLimits(t *testing.T) {
	s := newStack(t, client.WithMaxBody(1000))
	_, err := hent(context.Background(), s.client, clienttest.ManyTerms)
	e := asError(t, err)
	if diff := cmp.Diff([]any{client.StageDocument, "the answer is too large", 1000}, []any{e.Stage, e.Message, len(e.Raw)}); diff != "" {
		t.Error(diff)
	}
	if !strings.Contains(e.Remedy, "WithMaxBody") {
		t.Errorf("remedy: %s", e.Remedy)
	}
	narrow := newClient(t, s.server.URL(), s.tokens, client.WithReading(xsd.WithLimits(xsd.Limits{MaxDepth: 1})))
	_, err = hent(context.Background(), narrow, clienttest.ManyTerms)
	var limit *xsd.LimitError
	if !errors.As(err, &limit) || !strings.Contains(asError(t, err).Remedy, "xsd.WithLimits") {
		t.Errorf("a document too deep: %v", err)
	}
}

// An answer that does not say whom it is about is no answer either.
func TestEchoes(t *testing.T) {
	silent := hentStatus
	silent.Echoes = []client.Echo[status]{{Parameter: "organisasjonsnummer", Value: func(*status) (string, bool) { return "", false }}}
	c := answering(t, func(*http.Request) (*http.Response, error) { return answer(200, nil, goodXML()), nil })
	_, err := client.Call(context.Background(), c, &silent, client.Arg("organisasjonsnummer", number(clienttest.OneOpen)))
	e := asError(t, err)
	want := []any{
		client.StageDocument, "the answer is about something else than was asked",
		"asked with organisasjonsnummer 312409852, which the answer does not repeat",
	}
	if diff := cmp.Diff(want, []any{e.Stage, e.Message, e.Err.Error()}); diff != "" {
		t.Error(diff)
	}
	unasked := hentStatus
	unasked.Echoes = []client.Echo[status]{{Parameter: "annet", Value: func(*status) (string, bool) { return "x", true }}}
	if _, err := client.Call(context.Background(), c, &unasked, client.Arg("organisasjonsnummer", number(clienttest.OneOpen))); err != nil {
		t.Errorf("an echo of what was not asked: %v", err)
	}
}
