// This file searches everything that is written for secrets.

package client_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/client"
	"github.com/mvainnsyn/mvainnsyn/client/clienttest"
)

// everything logs at every level there is.
func everything(out *bytes.Buffer) *slog.Logger {
	return slog.New(slog.NewJSONHandler(out, &slog.HandlerOptions{Level: slog.Level(-100), AddSource: true}))
}

func TestNothingSecretIsWritten(t *testing.T) {
	var out bytes.Buffer
	logger := everything(&out)
	s := newStack(t, client.WithLogger(logger), client.WithTimeout(200*time.Millisecond))
	effects := []clienttest.Effect{clienttest.Leak(400), clienttest.Leak(401), clienttest.Leak(403), clienttest.Leak(503)}
	for _, row := range faultTable {
		if row.at == clienttest.StatusEndpoint {
			effects = append(effects, row.fault)
		}
	}
	for _, effect := range effects {
		s.server.Clear()
		s.server.Inject(clienttest.Fault{At: clienttest.StatusEndpoint, Times: 5, Effect: effect})
		response, err := hent(context.Background(), s.client, clienttest.OneOpen)
		logger.Info("done", "client", s.client, "response", response, "error", err)
		var e *client.Error
		if errors.As(err, &e) {
			fmt.Fprintf(&out, "%v %+v %#v %s %v\n", err, err, *e, e.Raw, errors.Unwrap(e))
		}
		fmt.Fprintf(&out, "%v %+v %#v\n", s.client, s.client, s.client)
	}
	for _, secret := range s.server.Secrets() {
		if strings.Contains(out.String(), secret) {
			t.Errorf("%q is in the output", secret)
		}
	}
	if !strings.Contains(out.String(), "[token]") || len(s.server.Secrets()) < 4 {
		t.Error("no server repeated a token: the test shows nothing")
	}
}

// dump is everything that can be seen of a response and an error, in every form.
func dump(response, err any) string {
	text := fmt.Sprintf("%v %+v %#v %v %+v %#v\n", response, response, response, err, err, err)
	if r, ok := response.(*client.Response[status]); ok && r != nil {
		text += fmt.Sprintf("%s %v %v %+v\n", r.Raw, r.Header, r.Deviations, r.Value)
	}
	fault, _ := err.(error)
	for ; fault != nil; fault = errors.Unwrap(fault) {
		text += fmt.Sprintf("%v %+v %#v\n", fault, fault, fault)
		var e *client.Error
		if errors.As(fault, &e) {
			text += fmt.Sprintf("%s %v %+v %v\n", e.Raw, e.Header, *e, e.LogValue())
		}
	}
	return text
}

// A server that echoes the token anywhere, in any form, under any status: nothing of it is kept.
func TestEchoedTokens(t *testing.T) {
	const token = "hemmelig/token+med=tegn.og-nok_lengde-til-biter"
	good := goodXML()
	echoes := map[string]func(text string) (header http.Header, body string){
		"header": func(text string) (http.Header, string) { return http.Header{"X-Debug": {"got " + text}}, good },
		"error in JSON": func(text string) (http.Header, string) {
			data, _ := json.Marshal(map[string]string{"kode": text, "melding": "sent " + text, "korrelasjonsid": text})
			return nil, string(data)
		},
		"error in XML": func(text string) (http.Header, string) {
			return nil, "<feil><kode>" + text + "</kode><melding>" + text + "</melding></feil>"
		},
		"plain text": func(text string) (http.Header, string) { return nil, "Authorization: Bearer " + text },
		"web page":   func(text string) (http.Header, string) { return nil, "<html>Bearer " + text + "</html>" },
		"shortened":  func(text string) (http.Header, string) { return nil, "token " + text[:30] + "... is wrong" },
		"unknown field": func(text string) (http.Header, string) {
			return nil, strings.Replace(good, "</mvaMelding", "<x>"+text+"</x></mvaMelding", 1)
		},
		"unknown value": func(text string) (http.Header, string) {
			return nil, strings.Replace(good, ">alminnelig<", ">"+text+"<", 1)
		},
		"wrong year": func(text string) (http.Header, string) { return nil, strings.Replace(good, "<aar>", "<aar>"+text, 1) },
		"wrong echo": func(text string) (http.Header, string) {
			return nil, strings.Replace(good, clienttest.OneOpen, text, 1)
		},
		"broken off": func(text string) (http.Header, string) {
			return http.Header{"Content-Length": {"9999"}}, "<feil>" + text
		},
		"in a URL": func(text string) (http.Header, string) { return nil, "/x?token=" + url.QueryEscape(text) },
		"escaped slash": func(text string) (http.Header, string) {
			return nil, `{"melding":"` + strings.ReplaceAll(text, "/", `\/`) + `"}`
		},
		"escaped in XML": func(text string) (http.Header, string) {
			return nil, "<feil><melding>" + strings.ReplaceAll(text, "h", "&#x68;") + "</melding></feil>"
		},
	}
	for name, echo := range echoes {
		for _, status := range []int{200, 201, 302, 400, 401, 403, 407, 500, 503} {
			for _, strict := range []bool{false, true} {
				var out bytes.Buffer
				opts := []client.Option{client.WithLogger(everything(&out)), client.WithTransport(roundTripper(func(r *http.Request) (*http.Response, error) {
					header, body := echo(strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer "))
					return answer(status, header, body), nil
				}))}
				if strict {
					opts = append(opts, client.Strict())
				}
				c := newClient(t, "https://api.example.no", client.StaticToken(token), opts...)
				response, err := hent(context.Background(), c, clienttest.OneOpen)
				out.WriteString(dump(response, err))
				for at := range len(token) - 24 {
					if piece := token[at : at+24]; strings.Contains(out.String(), piece) {
						t.Fatalf("%s, %d, strict %v: %q is in\n%s", name, status, strict, piece, out.String())
					}
				}
			}
		}
	}
}

// Also a token that was refused, echoed by the answer to its successor.
func TestEchoOfAnEarlierToken(t *testing.T) {
	source := client.TokenSourceFunc(func(_ context.Context, request client.TokenRequest) (client.Token, error) {
		if request.Renew {
			return client.NewToken("andre-hemmelige-token", time.Time{}), nil
		}
		return client.NewToken("forste-hemmelige-token", time.Time{}), nil
	})
	c := newClient(t, "https://api.example.no", source, client.WithTransport(roundTripper(func(*http.Request) (*http.Response, error) {
		return answer(401, http.Header{"X-Seen": {"forste-hemmelige-token"}}, "andre-hemmelige-token, not forste-hemmelige-token"), nil
	})))
	_, err := hent(context.Background(), c, clienttest.OneOpen)
	if text := dump(nil, err); strings.Contains(text, "hemmelige") || !strings.Contains(text, "[token], not [token]") {
		t.Error(text)
	}
}

// A source whose error repeats the token that was refused.
func TestErrorsOfSourcesTellNoToken(t *testing.T) {
	source := client.TokenSourceFunc(func(_ context.Context, request client.TokenRequest) (client.Token, error) {
		if request.Renew {
			return client.Token{}, &client.Error{
				Stage: client.StageToken, Message: "not " + request.Rejected.Reveal(), Raw: []byte(request.Rejected.Reveal()),
				Err: errors.New(request.Rejected.Reveal()),
			}
		}
		return client.NewToken("hemmelig-token", time.Time{}), nil
	})
	c := newClient(t, "https://api.example.no", source, client.WithTransport(roundTripper(func(*http.Request) (*http.Response, error) {
		return answer(401, nil, ""), nil
	})))
	_, err := hent(context.Background(), c, clienttest.OneOpen)
	if text := dump(nil, err); strings.Contains(text, "hemmelig") || !strings.Contains(text, "not [token]") {
		t.Error(text)
	}
}

// A transport whose errors repeat the request, as careless ones do.
func TestErrorsOfTransportsTellNoToken(t *testing.T) {
	c := answering(t, func(r *http.Request) (*http.Response, error) {
		return nil, fmt.Errorf("could not send %v", r.Header)
	}, client.WithRetry(client.Retry{Attempts: 1}))
	_, err := hent(context.Background(), c, clienttest.OneOpen)
	if strings.Contains(err.Error(), "Bearer token") || !strings.Contains(err.Error(), "Bearer [token]") {
		t.Error(err)
	}
}

func TestTokensDoNotPrint(t *testing.T) {
	token := client.NewToken("hemmelig", time.Time{})
	holder := struct {
		Token   client.Token
		hidden  client.Token
		request client.TokenRequest
	}{token, token, client.TokenRequest{Rejected: token}}
	var out bytes.Buffer
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%d"} {
		fmt.Fprintf(&out, verb+" "+verb+"\n", token, holder)
	}
	if err := json.NewEncoder(&out).Encode(holder); err != nil {
		t.Fatal(err)
	}
	everything(&out).Info("m", "token", token, "holder", holder)
	for _, form := range []string{"hemmelig", fmt.Sprintf("%x", "hemmelig")} {
		if strings.Contains(out.String(), form) {
			t.Errorf("%s is in: %s", form, out.String())
		}
	}
	got := []any{token.Reveal(), client.Token{}.Reveal(), token.Equal(client.NewToken("hemmelig", time.Now())), token.Equal(client.Token{})}
	if diff := cmp.Diff([]any{"hemmelig", "", true, false}, got); diff != "" {
		t.Error(diff)
	}
}

// Redirects within the host are followed, with the token; those that lead elsewhere are not, whatever the caller's client says.
func TestRedirects(t *testing.T) {
	follow := func(*http.Request, []*http.Request) error { return nil }
	tests := []struct {
		to, want string // want: part of the error, empty for success
	}{
		{"https://api.example.no/moved", ""},
		{"/moved", ""},
		{"https://evil.example.no/moved", "https://api.example.no redirects to https://evil.example.no"},
		{"https://sub.api.example.no/moved", "redirects to"},
		{"https://api.example.no:8443/moved", "redirects to"},
		{"http://api.example.no/moved", "redirects to http://"},
	}
	for _, test := range tests {
		hosts := map[string]string{}
		transport := roundTripper(func(r *http.Request) (*http.Response, error) {
			hosts[r.URL.Scheme+"://"+r.URL.Host] = r.Header.Get("Authorization")
			if r.URL.Path == "/moved" {
				return answer(200, nil, goodXML()), nil
			}
			return answer(302, http.Header{"Location": {test.to}}, ""), nil
		})
		c := newClient(t, "https://api.example.no", client.StaticToken("hemmelig"),
			client.WithHTTPClient(&http.Client{Transport: transport, CheckRedirect: follow}))
		_, err := hent(context.Background(), c, clienttest.OneOpen)
		if test.want == "" && err != nil || test.want != "" && (err == nil || !strings.Contains(err.Error(), test.want)) {
			t.Errorf("%s: %v", test.to, err)
		}
		if diff := cmp.Diff(map[string]string{"https://api.example.no": "Bearer hemmelig"}, hosts); diff != "" {
			t.Errorf("%s: tokens by host (-want +got):\n%s", test.to, diff)
		}
	}
	loop := newClient(t, "https://api.example.no", client.StaticToken("t"), client.WithTransport(roundTripper(
		func(*http.Request) (*http.Response, error) {
			return answer(302, http.Header{"Location": {"/again"}}, ""), nil
		})))
	if _, err := hent(context.Background(), loop, clienttest.OneOpen); asError(t, err).Stage != client.StageService {
		t.Errorf("a loop: %v", err)
	}
}

// What a log shows of a call: each attempt, why it was repeated, and that the answer departs from the schema.
func TestLog(t *testing.T) {
	var out bytes.Buffer
	s := newStack(t, client.WithLogger(everything(&out)))
	s.server.Inject(clienttest.Fault{At: clienttest.StatusEndpoint, Times: 1, Effect: clienttest.Status(503, "")},
		clienttest.Fault{At: clienttest.StatusEndpoint, Times: 1, Effect: clienttest.Revoke()})
	if _, err := hent(context.Background(), s.client, clienttest.NothingOpen); err != nil {
		t.Fatal(err)
	}
	var got [][]string
	for line := range strings.Lines(out.String()) {
		var record struct{ Level, Msg string }
		if err := json.Unmarshal([]byte(line), &record); err != nil {
			t.Fatal(err)
		}
		got = append(got, []string{record.Level, record.Msg})
	}
	want := [][]string{
		{"DEBUG", "answered"},
		{"WARN", "attempt failed, trying again"},
		{"DEBUG", "answered"},
		{"WARN", "token refused, renewed once"},
		{"DEBUG", "answered"},
		{"INFO", "the answer deviates from the schema"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if strings.Contains(out.String(), clienttest.NothingOpen) {
		t.Error("the log names whom was asked about")
	}
}
